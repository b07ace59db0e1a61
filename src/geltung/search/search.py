"""Searching: one question, its hits with their state on a day, and what may have been meant."""

import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from geltung.corpus.corpus import within_section
from geltung.corpus.names import fold
from geltung.model.terms import AREAS, IN_FORCE
from geltung.questions import statements
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.lookup import UnitFound, find_area, find_unit
from geltung.search import engine
from geltung.search.build import Builder
from geltung.search.index import OpenIndex, open_index
from geltung.search.passages import Passage
from geltung.search.question import UNIT_FIELD, Alternative, parse
from geltung.search.snippets import snippet
from geltung.search.thesaurus import Thesaurus
from geltung.search.weights import ENDED, KINDS
from geltung.search.words import Word
from geltung.store.location import store_path
from geltung.store.records import load_glossary, load_units

_DEEPEST: Final = 2_000
"""So many passages are looked at to fill a page after the filters."""


class Hit(NamedTuple):
    """A passage that was found. ``in_force`` is None for a reference record, whose validity nobody here knows."""

    passage: Passage
    snippet: str
    score: float
    in_force: bool | None

    def to_json(self) -> dict[str, Any]:
        """The object that ``search --format json`` lists."""
        passage = self.passage
        return {
            "id": passage.id,
            "directive": passage.directive,
            "title": passage.title,
            "heading": passage.heading,
            "snippet": self.snippet,
            "score": round(self.score, 4),
            "in_force": self.in_force,
            "source": {"file": passage.path, "line": passage.line},
        }


class Found(NamedTuple):
    """All hits of a question, the best first. ``total`` counts them, ``suggestion`` is a better question or None."""

    query: str
    total: int
    hits: list[Hit]
    suggestion: str | None

    def to_json(self) -> dict[str, Any]:
        """The object that ``search --format json`` prints."""
        hits = [hit.to_json() for hit in self.hits]
        return {"query": self.query, "total": self.total, "hits": hits, "suggestion": self.suggestion}


@dataclass(frozen=True)
class Filters:
    """What is searched: on which day, also what has ended, for whom, in which legal area and section."""

    day: date
    also_ended: bool = False
    unit: str | None = None
    area: str | None = None
    section: str | None = None


@surviving_damage
def search(collection: Collection, text: str, filters: Filters, limit: int = 10) -> Found:
    """Search a collection. Raises a QuestionError only for an unknown unit or area; no text is an error."""
    alternatives = parse(text)
    scope = _Scope(collection, filters, alternatives)
    folder = _folder(collection)
    try:
        looked_up = _look_up(collection, folder, alternatives)
    except Exception:  # a damaged index can fail in any way; a new one is made once, and what fails then is a bug
        shutil.rmtree(folder, ignore_errors=True)
        looked_up = _look_up(collection, folder, alternatives)
    hits = _ranked(looked_up.scored, scope)
    shown = [item._replace(snippet=snippet(item.passage.text, looked_up.marker)) for item in hits[:limit]]
    return Found(text, len(hits), shown, _suggestion(text, looked_up.corrections))


class _LookedUp(NamedTuple):
    """What the index gave: passages with their scores, what was hit, and words that nothing matches."""

    scored: list[tuple[float, Passage]]
    marker: "_Marker"
    corrections: dict[str, str]


def _look_up(collection: Collection, folder: Path, alternatives: tuple[Alternative, ...]) -> _LookedUp:
    opened = open_index(collection.connection, folder)
    with engine.searcher(opened.index) as searcher:
        thesaurus = Thesaurus(load_glossary(collection.connection), load_units(collection.connection))
        builder = Builder(opened, thesaurus, searcher.reader())
        query = builder.question(alternatives)
        results = searcher.search(query, limit=_DEEPEST) if query is not None else []
        terms = {term for _, term in query.iter_all_terms()} if query is not None else set()
        scored = [(hit.score, Passage(**hit["passage"])) for hit in results]
    return _LookedUp(scored, _Marker(opened, terms), builder.corrections)


def _ranked(scored: list[tuple[float, Passage]], scope: "_Scope") -> list[Hit]:
    """Hits within the scope, each place once; the state only breaks ties between like scores."""
    found: dict[str, Hit] = {}
    for score, passage in scored:
        if not scope.admits(passage):
            continue
        in_force = scope.in_force(passage)
        weighted = score * KINDS[passage.kind] * (ENDED if in_force is False else 1.0)
        hit = Hit(passage, "", weighted, in_force)
        if passage.id not in found or found[passage.id].score < weighted:
            found[passage.id] = hit
    return sorted(found.values(), key=lambda hit: (-hit.score, _newest_first(hit), hit.passage.line))


def _newest_first(hit: Hit) -> tuple[int, ...]:
    return tuple(-ord(char) for char in hit.passage.directive)


def _folder(collection: Collection) -> Path:
    path = store_path(collection.directory) if collection.directory else None
    if path is None:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="geltung-"))
    return path.with_suffix(".search")


class _Scope:
    """Which passages the filters admit, answered by the stored intervals."""

    def __init__(self, collection: Collection, filters: Filters, alternatives: tuple[Alternative, ...]) -> None:
        self.connection = collection.connection
        self.filters = filters
        self.parameters: dict[str, Any] = {"day": filters.day.isoformat(), "unit": None, "parts": 0}
        self.area = find_area(filters.area) if filters.area else None
        self.unit = self._unit(filters.unit)
        self.addressee = self._addressee(alternatives)
        rows = self.connection.execute(statements.DIRECTIVES, self.parameters).fetchall()
        self.standing = {row[1]: row for row in rows}
        ids = self.connection.execute("SELECT id FROM directive WHERE is_reference")
        self.references = {row[0] for row in ids}
        self.reached = self._reached()
        self.repealed = self._repealed_parts()
        tasks = self.connection.execute(statements.TASKS, self.parameters)
        self.listed = {row[0][statements.TASK_OF_PLACE] for row in tasks}

    def _unit(self, text: str | None) -> UnitFound | None:
        return find_unit(self.connection, text) if text else None

    def _addressee(self, alternatives: tuple[Alternative, ...]) -> UnitFound | None:
        pieces = (piece for item in alternatives for piece in item.wanted if piece.field == UNIT_FIELD)
        return next((self._unit(piece.text) for piece in pieces), None)

    def _reached(self) -> tuple[set[str], set[str]]:
        """Directives and tasks that reach the unit: on the day, or ever with --also-ended."""
        if self.unit is None:
            return set(), set()
        parameters = {**self.parameters, "unit": self.unit.id}
        directives = {row[1] for row in self.connection.execute(statements.DIRECTIVES_OF_UNIT, parameters)}
        found = self.connection.execute(statements.TASKS_OF_UNIT, parameters)
        tasks = {row[0][statements.TASK_OF_PLACE] for row in found}
        if self.filters.also_ended:
            rows = self.connection.execute(statements.EVER_REACHING, parameters).fetchall()
            directives |= {row[0] for row in rows}
            tasks |= {row[1] for row in rows}
        return directives, tasks

    def _repealed_parts(self) -> dict[str, list[str]]:
        """Directive → its sections and tasks that are repealed on the day."""
        found: dict[str, list[str]] = {}
        statement = "SELECT target, part FROM repeal WHERE part != '' AND day <= :day"
        for target, part in self.connection.execute(statement, self.parameters):
            found.setdefault(target, []).append(part)
        return found

    def in_force(self, passage: Passage) -> bool | None:
        """Whether a passage is in force on the day: its directive is, and it has not ended on its own."""
        if passage.directive in self.references:
            return None
        row = self.standing.get(passage.directive)
        return row is not None and row[0] == IN_FORCE and not self._has_ended(passage)

    def _has_ended(self, passage: Passage) -> bool:
        if passage.kind == "task":
            return passage.id not in self.listed
        parts = self.repealed.get(passage.directive, ()) if passage.section else ()
        return any(within_section(passage.section, part) for part in parts)

    def admits(self, passage: Passage) -> bool:
        """Whether the filters admit a passage."""
        known = passage.directive in self.references
        ended = passage.directive not in self.standing or self._has_ended(passage)
        if ended and not known and not self.filters.also_ended:
            return False
        if self.unit is not None and not self._reaches(passage):
            return False
        if self.addressee is not None and self.addressee.id not in passage.units:
            return False
        return self._in_area(passage) and self._in_section(passage)

    def _reaches(self, passage: Passage) -> bool:
        directives, tasks = self.reached
        return passage.id in tasks if passage.kind == "task" else passage.directive in directives

    def _in_area(self, passage: Passage) -> bool:
        if self.area is None:
            return True
        column = statements.AREA_COLUMNS[AREAS.index(self.area)]
        statement = (
            f"SELECT 1 FROM directive_span WHERE directive = ? AND ({column} IS NULL OR {column} != 'nicht betroffen')"
        )
        return self.connection.execute(statement, (passage.directive,)).fetchone() is not None

    def _in_section(self, passage: Passage) -> bool:
        wanted = self.filters.section
        if wanted is None:
            return True
        return passage.section == wanted.strip().rstrip(".") or fold(wanted) in fold(passage.heading)


class _Marker:
    """Says which words of a text a question has hit."""

    def __init__(self, opened: OpenIndex, terms: set[Any]) -> None:
        self.analysis = opened.analysis
        self.terms = {term.decode() if isinstance(term, bytes) else term for term in terms}

    def __call__(self, word: Word, written: str) -> bool:
        return word.term in self.terms or not self.terms.isdisjoint(self.analysis.parts(written, word))


def _suggestion(text: str, corrections: dict[str, str]) -> str | None:
    """The question with every word that nothing matches replaced by the collection's nearest; None if none was."""
    better = text
    for written, spelling in corrections.items():
        better = better.replace(written, spelling)
    return better if better != text else None
