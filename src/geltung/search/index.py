"""The index in step with the store: made when missing or damaged, updated by the files that changed, never by hand."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from geltung.corpus.corpus import is_draft
from geltung.corpus.registry import Registry
from geltung.search.analysis import GermanAnalysis, vocabulary
from geltung.search.compounds import Splitter
from geltung.search.damage import Damage
from geltung.search.engine import Engine
from geltung.search.passages import Passage, passages
from geltung.store.database import version
from geltung.store.records import load_records, load_units
from geltung.store.scan import UNITS_FILE

_STATE = "state.json"


@dataclass(frozen=True)
class State:
    """What the index was made from: the code's version, each file's digest, and the collection's words."""

    version: int
    digests: dict[str, str]
    vocabulary: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> "State | None":
        """The state beside an index; None if it is missing, damaged or of other code."""
        with suppress(OSError, ValueError, TypeError):
            data = json.loads((folder / _STATE).read_text(encoding="utf-8"))
            state = cls(data["version"], data["digests"], tuple(data["vocabulary"]))
            return state if state.version == _version() else None
        return None

    def write(self, folder: Path) -> None:
        """Put the state beside an index, whole or not at all."""
        draft = folder / f"{_STATE}.new"
        draft.write_text(json.dumps(asdict(self), ensure_ascii=False), encoding="utf-8")
        draft.replace(folder / _STATE)


def _version() -> int:
    return version(("search",))


@dataclass(frozen=True)
class OpenIndex:
    """An index that is up to date, and the analysis it was made with."""

    index: Any
    analysis: GermanAnalysis
    vocabulary: tuple[str, ...]


def open_index(connection: sqlite3.Connection, folder: Path) -> OpenIndex:
    """The index of a collection, brought up to date with its store."""
    digests = dict(connection.execute("SELECT path, digest FROM file WHERE kind != 'glossary'"))
    state = State.read(folder)
    if state is not None:
        opened = _open(folder, state)
        if opened is not None and state.digests == digests:
            return opened
        if opened is not None and state.digests.get(UNITS_FILE) == digests.get(UNITS_FILE):
            return _update(connection, folder, state, opened, digests)
    return _rebuild(connection, folder, digests)


def _open(folder: Path, state: State) -> OpenIndex | None:
    analysis = GermanAnalysis(Splitter(state.vocabulary), Damage(state.vocabulary))
    index = Engine(folder, analysis).open()
    return OpenIndex(index, analysis, state.vocabulary) if index is not None else None


def _rebuild(connection: sqlite3.Connection, folder: Path, digests: dict[str, str]) -> OpenIndex:
    found = list(_passages(connection))
    known = vocabulary(text for passage in found for text in (passage.title, passage.heading, passage.text))
    state = State(_version(), digests, tuple(sorted(known)))
    analysis = GermanAnalysis(Splitter(known), Damage(known))
    index = Engine(folder, analysis).rebuild(map(_document, found))
    state.write(folder)
    return OpenIndex(index, analysis, state.vocabulary)


def _update(
    connection: sqlite3.Connection, folder: Path, state: State, opened: OpenIndex, digests: dict[str, str]
) -> OpenIndex:
    """Index changed files again. New words join the vocabulary; what was split before stays as it is."""
    changed = {path for path in state.digests.keys() | digests.keys() if state.digests.get(path) != digests.get(path)}
    found = [passage for passage in _passages(connection, changed) if passage.path in changed]
    known = vocabulary(text for passage in found for text in (passage.title, passage.heading, passage.text))
    Engine(folder, opened.analysis).update(opened.index, changed, map(_document, found))
    newer = State(_version(), digests, tuple(sorted(known.union(state.vocabulary))))
    newer.write(folder)
    return OpenIndex(opened.index.refresh(), opened.analysis, newer.vocabulary)


def _passages(connection: sqlite3.Connection, paths: set[str] | None = None) -> Iterator[Passage]:
    registry = Registry(load_units(connection))
    ids: list[str] | None = None
    if paths is not None:
        statement = "SELECT record_id FROM file WHERE record_id IS NOT NULL AND path = ?"
        ids = [row[0] for path in paths for row in connection.execute(statement, (path,))]
    for record in load_records(connection, ids):
        if is_draft(record):
            continue
        yield from passages(record, registry)


def _document(passage: Passage) -> dict[str, Any]:
    return {
        "key": passage.id,
        "path": passage.path,
        "title": passage.title,
        "heading": passage.heading,
        "text": passage.text,
        "identifiers": passage.identifiers,
        "passage": asdict(passage),
    }
