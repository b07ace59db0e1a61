"""Searching: one question, its hits with their state on a day, and what may have been meant."""

import re
from collections.abc import Mapping
from heapq import nsmallest
from pathlib import Path
from typing import Any, NamedTuple

from geltung.questions.collection import Collection, surviving_damage
from geltung.search.build import Builder
from geltung.search.index import OpenIndex, open_index
from geltung.search.place import Passage
from geltung.search.question import UNIT_FIELD, Alternative, parse
from geltung.search.ranking import Query, terms_of
from geltung.search.scope import Filters, Scope
from geltung.search.snippets import snippet
from geltung.search.words import Word, plain
from geltung.store.location import store_path

__all__ = ["Filters", "Found", "Hit", "search"]


class Hit(NamedTuple):
    """A passage that was found. ``in_force`` is None for a reference record, whose validity nobody here knows."""

    passage: Passage
    snippet: str
    score: float
    in_force: bool | None
    coming: bool = False
    """Whether its directive is issued and not in force yet."""

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


@surviving_damage
def search(collection: Collection, text: str, filters: Filters, limit: int = 10) -> Found:
    """Search a collection. Raises a QuestionError only for an unknown unit or area; no text is an error."""
    alternatives = parse(text)
    scope = Scope(collection.connection, filters, _addressee(alternatives))
    for _ in range(2):
        try:
            return _search(_open(collection, anew=False), text, alternatives, scope, limit)
        except Exception:  # a damaged index can fail in any way, and so can one that another process is changing
            collection.kept.clear()
    return _search(_open(collection, anew=True), text, alternatives, scope, limit)  # what fails now is a bug


def _search(opened: OpenIndex, text: str, alternatives: tuple[Alternative, ...], scope: Scope, limit: int) -> Found:
    builder = Builder(opened)
    query = builder.question(alternatives)
    if query is None and scope.addressee is None:
        return Found(text, 0, [], None)
    scores = opened.ranking.score(query) if query else dict.fromkeys(opened.ranking.reader.everything(), 1.0)
    ranked = _ranked(opened, scores, scope)
    marker = _Marker(opened, query)
    reader = opened.ranking.reader
    best = nsmallest(limit, ranked.values(), key=lambda item: (-item[0], _newest_first(item[2]), item[1]))
    hits = []
    for score, document, _ in best:
        passage = Passage(**reader.passage(document))
        shown = snippet(passage.text, marker)
        hits.append(Hit(passage, shown, score, scope.in_force(passage.place), scope.is_coming(passage.place)))
    return Found(text, len(ranked), hits, _suggestion(text, builder.corrections))


def _ranked(opened: OpenIndex, scores: Mapping[int, float], scope: Scope) -> dict[str, tuple[float, int, str]]:
    """Id of each place within the scope → score, document and directive.

    Of a place found twice the wording that counts on the day, else the better.
    """
    found: dict[str, tuple[bool, float, int, str]] = {}
    for document, score in scores.items():
        place = opened.place(document)
        factor = scope.factor(place)
        if factor is None:
            continue
        item = (scope.counts(place), score * factor, document, place.directive)
        if place.id not in found or found[place.id] < item:
            found[place.id] = item
    return {id_: item[1:] for id_, item in found.items()}


def _newest_first(directive: str) -> tuple[int, ...]:
    return tuple(-ord(char) for char in directive)


def _addressee(alternatives: tuple[Alternative, ...]) -> str | None:
    pieces = (piece for item in alternatives for piece in item.wanted if piece.field == UNIT_FIELD)
    return next((piece.text for piece in pieces), None)


def _open(collection: Collection, anew: bool) -> OpenIndex:
    """The index, opened once for as long as nobody writes to the store; ``anew`` makes it from nothing."""
    (written,) = collection.connection.execute("PRAGMA data_version").fetchone()
    state = (written, collection.connection.total_changes)
    kept = collection.kept.get("search")
    if kept is None or kept[0] != state:
        kept = state, open_index(collection.connection, _folder(collection), anew)
        collection.kept["search"] = kept
    opened: OpenIndex = kept[1]
    return opened


def _folder(collection: Collection) -> Path:
    path = store_path(collection.directory) if collection.directory else None
    if path is None:
        import tempfile

        return Path(tempfile.mkdtemp(prefix="geltung-")) / "index"
    return path.with_suffix(".search")


class _Marker:
    """Says which words of a text a question has hit."""

    def __init__(self, opened: OpenIndex, query: Query | None) -> None:
        self.analysis = opened.analysis
        self.terms = set(terms_of(query)) if query else set()

    def __call__(self, word: Word, written: str) -> bool:
        if word.term in self.terms:
            return True
        folded = plain(written.casefold())  # splitting takes long; a part's stem stands in most words that have it
        return any(term in folded for term in self.terms) and not self.terms.isdisjoint(
            self.analysis.parts(written, word)
        )


def _suggestion(text: str, corrections: dict[str, str]) -> str | None:
    """The question with every word that nothing matches replaced by the collection's nearest; None if none was."""
    better = text
    for written, spelling in corrections.items():
        better = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", spelling, better)
    return better if better != text else None
