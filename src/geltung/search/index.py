"""The index in step with the store: made when missing or damaged, updated by the files that changed, never by hand."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from geltung.search.analysis import GermanAnalysis, vocabulary
from geltung.search.compounds import Splitter, shipped_spellings
from geltung.search.damage import Damage
from geltung.search.engine import Engine, Index, Reader, update
from geltung.search.lock import alone
from geltung.search.place import Passage, Place
from geltung.search.ranking import Ranking
from geltung.search.thesaurus import Thesaurus, groups_of
from geltung.search.words import plain
from geltung.store.database import version
from geltung.store.scan import GLOSSARY_FILE, UNITS_FILE

_STATE = "state.json"


class State(NamedTuple):
    """What the index was made from: the code's version, each file's digest, the collection's words and synonyms."""

    version: int
    digests: dict[str, str]
    vocabulary: list[str]
    synonyms: list[list[list[str]]]

    @classmethod
    def read(cls, folder: Path) -> "State | None":
        """The state beside an index; None if it is missing, damaged or of other code."""
        with suppress(OSError, ValueError, TypeError):
            state = cls(**json.loads((folder / _STATE).read_text(encoding="utf-8")))
            return state if state.version == _version() else None
        return None

    def write(self, folder: Path) -> None:
        """Put the state beside an index, whole or not at all."""
        draft = folder / f"{_STATE}.{os.getpid()}"
        draft.write_text(json.dumps(self._asdict(), ensure_ascii=False), encoding="utf-8")
        draft.replace(folder / _STATE)

    @property
    def analysis(self) -> GermanAnalysis:
        """The analysis that the index was made with."""
        return GermanAnalysis(Splitter(self.vocabulary), Damage(self.vocabulary))

    def opened(self, index: Index, analysis: GermanAnalysis) -> "OpenIndex":
        """Ready for questions."""
        groups = (map(tuple, group) for group in self.synonyms)
        return OpenIndex(analysis, self.vocabulary, Ranking(Reader(index)), Thesaurus(groups))


def _version() -> int:
    return version(("search",))


class OpenIndex:
    """An index that is up to date, and the analysis it was made with."""

    def __init__(
        self, analysis: GermanAnalysis, vocabulary: Sequence[str], ranking: Ranking, thesaurus: Thesaurus
    ) -> None:
        self.analysis = analysis
        self.vocabulary = vocabulary
        self.ranking = ranking
        self.thesaurus = thesaurus
        self._places: dict[int, Place] = {}

    def place(self, document: int) -> Place:
        """What decides whether and where a document is shown."""
        if document not in self._places:
            self._places[document] = Place.from_bytes(self.ranking.reader.place(document))
        return self._places[document]

    @cached_property
    def spellings(self) -> dict[str, dict[str, str]]:
        """Words by their first letter: as written → without umlauts. The collection's, and our own, of which it may
        know some as parts of compounds only."""
        found: dict[str, dict[str, str]] = {}
        for spelling in (*self.vocabulary, *shipped_spellings()):
            folded = plain(spelling)
            found.setdefault(folded[:1], {})[spelling] = folded
        return found


def open_index(connection: sqlite3.Connection, folder: Path, anew: bool = False) -> OpenIndex:
    """The index of a collection, brought up to date with its store; ``anew`` does not trust the one that is there."""
    digests = dict(connection.execute("SELECT path, digest FROM file"))
    with suppress(Exception):  # another process may just be changing what is read here: then wait for it
        state = State.read(folder)
        index = Engine(folder).open()
        if state is not None and index is not None and state.digests == digests and not anew:
            return state.opened(index, state.analysis)
    with alone(folder):
        return _brought_up_to_date(connection, folder, digests, anew)


def _brought_up_to_date(connection: sqlite3.Connection, folder: Path, digests: dict[str, str], anew: bool) -> OpenIndex:
    state = State.read(folder)
    index = Engine(folder).open() if state is not None else None
    if state is None or index is None or anew:
        return _rebuild(connection, folder, digests)
    paths = state.digests.keys() | digests.keys()
    changed = {path for path in paths if state.digests.get(path) != digests.get(path)}
    if not changed:
        return state.opened(index, state.analysis)
    if UNITS_FILE in changed:
        return _rebuild(connection, folder, digests)
    return _update(connection, folder, state, index, changed, digests)


def _rebuild(connection: sqlite3.Connection, folder: Path, digests: dict[str, str]) -> OpenIndex:
    found = list(_passages(connection))
    state = State(_version(), digests, sorted(_words(found)), _synonyms(connection))
    analysis = state.analysis
    index = Engine(folder).rebuild(analysis, map(_document, found))
    state.write(folder)
    return state.opened(index, analysis)


def _update(
    connection: sqlite3.Connection,
    folder: Path,
    state: State,
    index: Index,
    changed: set[str],
    digests: dict[str, str],
) -> OpenIndex:
    """Index changed files again. New words join the vocabulary; what was split before stays as it is."""
    found = [passage for passage in _passages(connection, changed) if passage.path in changed]
    if changed != {GLOSSARY_FILE}:
        index = update(index, state.analysis, changed, map(_document, found))
    newer = State(_version(), digests, sorted(_words(found).union(state.vocabulary)), _synonyms(connection))
    newer.write(folder)
    return newer.opened(index, newer.analysis)


def _words(found: Iterable[Passage]) -> frozenset[str]:
    return vocabulary(text for passage in found for text in (passage.title, passage.heading, passage.text))


def _synonyms(connection: sqlite3.Connection) -> list[list[list[str]]]:
    from geltung.store.records import load_glossary, load_units

    groups = groups_of(load_glossary(connection), load_units(connection))
    return [[list(form) for form in group] for group in groups]


def _passages(connection: sqlite3.Connection, paths: set[str] | None = None) -> Iterator[Passage]:
    from geltung.corpus.corpus import is_draft
    from geltung.corpus.registry import Registry  # imports the records, which a question does not need
    from geltung.search.passages import passages
    from geltung.store.records import load_records, load_units

    registry = Registry(load_units(connection))
    ids: list[str] | None = None
    if paths is not None:
        statement = "SELECT record_id FROM file WHERE record_id IS NOT NULL AND path = ?"
        ids = [row[0] for path in paths for row in connection.execute(statement, (path,))]
    for record in load_records(connection, ids):
        if not is_draft(record):
            yield from passages(record, registry)


def _document(passage: Passage) -> dict[str, Any]:
    return {
        "path": passage.path,
        "title": passage.title,
        "heading": passage.heading,
        "text": passage.text,
        "identifiers": passage.identifiers,
        "place": passage.place.to_bytes(),
        "passage": passage._asdict(),
    }
