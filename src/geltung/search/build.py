"""From a question to a query of the engine: every word with all that may be meant by it."""

import difflib
from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Final

from geltung.search import engine
from geltung.search.engine import Query
from geltung.search.index import OpenIndex
from geltung.search.question import FIELDS, UNIT_FIELD, Alternative, Piece
from geltung.search.thesaurus import Thesaurus
from geltung.search.weights import DAMAGED, EXACT, JOINED, PREFIX, QUERY_PART, SYNONYM, TYPO
from geltung.search.words import Word, plain, stem, words

_EVERYWHERE: Final = ("text", "heading", "title", "identifiers")
_PROSE: Final = ("text", "heading", "title")
_SHORTEST_PREFIX: Final = 4
_MOST_EXPANSIONS: Final = 25
_LONG_WORD: Final = 8
_MOST_GUESSES: Final = 3
_LIKENESS: Final = 0.8


class Builder:
    """Builds queries against one open index. ``corrections`` collects words that nothing matches → what is near."""

    def __init__(self, opened: OpenIndex, thesaurus: Thesaurus, reader: Any) -> None:  # noqa: ANN401
        self.analysis = opened.analysis
        self.vocabulary = opened.vocabulary
        self.thesaurus = thesaurus
        self.reader = reader
        self.corrections: dict[str, str] = {}

    def question(self, alternatives: Iterable[Alternative]) -> Query | None:
        """The query for a whole question; None if it asks for nothing that can be looked up."""
        found = [query for item in alternatives if (query := self._alternative(item)) is not None]
        return engine.some_of(found) if found else None

    def _alternative(self, item: Alternative) -> Query | None:
        wanted = self._pieces(item.wanted)
        query = (engine.all_of(wanted) if item.strict else engine.some_of(wanted)) if wanted else None
        unwanted = self._pieces(item.unwanted)
        return engine.excluding(query, engine.any_of(unwanted)) if unwanted else query

    def _pieces(self, pieces: Iterable[Piece]) -> list[Query]:
        found: list[Query] = []
        run: list[Piece] = []
        for piece in pieces:
            if piece.kind == "word" and piece.field is None:
                run.append(piece)
                continue
            found.extend(self._run(run))
            run = []
            found.extend(self._special(piece))
        return [*found, *self._run(run)]

    def _special(self, piece: Piece) -> list[Query]:
        """A phrase, a prefix, or a word in one field."""
        if piece.field == UNIT_FIELD:
            return []
        fields = FIELDS[piece.field] if piece.field else _EVERYWHERE
        if piece.kind == "prefix":
            return self._prefix(plain(piece.text.casefold()), 1.0, fields)
        terms = [word.term for word in words(piece.text)]
        if not terms:
            return []
        if piece.kind == "phrase" or piece.field is not None:
            return [engine.phrase(terms, 1.0, fields)]
        return []

    def _run(self, pieces: list[Piece]) -> list[Query]:
        """Plain words beside each other: each with its meanings, neighbours also written as one word."""
        found = [(word, piece.text[word.start : word.end]) for piece in pieces for word in words(piece.text)]
        kept = [(word, written) for word, written in found if not word.is_stopword] or found
        joined = {position: stem((a + b).casefold()) for position, ((_, a), (_, b)) in enumerate(pairwise(kept))}
        queries: list[Query] = []
        for position, (word, written) in enumerate(kept):
            options = self._meanings(word, written)
            for near in (position - 1, position):
                if near in joined and self._known(joined[near]):
                    options.append(engine.term(joined[near], JOINED, _PROSE))
            options += self._synonyms([item.term for item, _ in kept[position : position + self.thesaurus.longest]])
            if not self._known(word.term):
                parts_known = any(self._known(term) for term in self.analysis.parts(written, word))
                options += self._guesses(word, written, suggest=len(options) == 1 or not parts_known)
            queries.append(engine.any_of(options))
        return queries

    def _meanings(self, word: Word, written: str) -> list[Query]:
        weight = EXACT if written.isdigit() and len(written) == len("202505010") else 1.0
        options = [engine.term(word.term, weight, _fields(word.term))]
        parts = self.analysis.parts(written, word)
        if parts:
            options.append(
                engine.some_of([engine.term(part, QUERY_PART / len(parts), _fields(part)) for part in parts])
            )
        if mark := self.analysis.damage.mark(written):
            options.append(engine.term(mark, DAMAGED, _PROSE))
        if len(word.term) >= _SHORTEST_PREFIX and word.term.isalpha():
            options += self._prefix(word.term, PREFIX, ("text", "heading"))
        return options

    def _synonyms(self, terms: list[str]) -> list[Query]:
        """Other forms of what starts here; the longest form that is known counts."""
        for length in range(len(terms), 0, -1):
            others = self.thesaurus.others.get(tuple(terms[:length]))
            if others:
                return [
                    engine.all_of([engine.term(term, SYNONYM / len(form), _PROSE) for term in form]) for form in others
                ]
        return []

    def _prefix(self, start: str, weight: float, fields: Iterable[str]) -> list[Query]:
        expanded = {term for name in fields for term in self._expand(name, start)}
        expanded.discard(start)
        return [engine.term(term, weight, fields) for term in sorted(expanded, key=len)[:_MOST_EXPANSIONS]]

    def _expand(self, name: str, start: str) -> list[str]:
        return [term.decode() if isinstance(term, bytes) else term for term in self.reader.expand_prefix(name, start)]

    def _guesses(self, word: Word, written: str, suggest: bool) -> list[Query]:
        """A word nothing matches: what is written almost like it, and a suggestion for the reader."""
        spellings = self._spellings_near(written)
        near = dict.fromkeys(stem(spelling) for spelling in spellings)
        if not near:
            distance = 2 if len(word.term) >= _LONG_WORD else 1
            found = (term for name in ("text", "heading") for term in self._within(name, word.term, distance))
            near = dict.fromkeys(found)
        if suggest and spellings:
            self.corrections[written] = spellings[0]
        return [engine.term(term, TYPO, _PROSE) for term in list(near)[:_MOST_GUESSES]]

    def _spellings_near(self, written: str) -> list[str]:
        """The collection's own words that are written almost like a word, the nearest first."""
        wanted = plain(written.casefold())
        if len(wanted) < _SHORTEST_PREFIX or not wanted.isalpha():
            return []
        reach = 1 + len(wanted) // 8
        candidates = {
            folded: spelling
            for spelling in self.vocabulary
            if abs(len(spelling) - len(wanted)) <= reach and (folded := plain(spelling))[:1] == wanted[0]
        }
        found = difflib.get_close_matches(wanted, candidates, n=_MOST_GUESSES, cutoff=_LIKENESS)
        return [candidates[folded] for folded in found]

    def _within(self, name: str, term: str, distance: int) -> list[str]:
        if len(term) < _SHORTEST_PREFIX or not term.isalpha():
            return []
        found = self.reader.terms_within(name, term, distance, prefix=1)
        return [item.decode() if isinstance(item, bytes) else item for item in found]

    def _known(self, term: str) -> bool:
        return any((name, term) in self.reader for name in _EVERYWHERE)


def _fields(term: str) -> tuple[str, ...]:
    """Where a term is looked up: only what has a digit can be an identifier."""
    return _EVERYWHERE if any(map(str.isdigit, term)) else _PROSE
