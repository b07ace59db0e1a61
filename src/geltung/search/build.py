"""From a question to a query for the ranking: every word with all that may be meant by it."""

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Final

from geltung.search.compounds import LINKS
from geltung.search.index import OpenIndex
from geltung.search.question import FIELDS, UNIT_FIELD, Alternative, Piece
from geltung.search.ranking import But, Every, Phrase, Query, Some, Terms
from geltung.search.weights import DAMAGED, EXACT, JOINED, PIECE, PREFIX, PROSE, QUERY_PART, SYNONYM, TYPO
from geltung.search.words import STOPWORDS, Word, plain, read, stem, words

Option = tuple[str, float, tuple[str, ...]]
"""A term with its weight, and the fields it is looked up in."""

_EVERYWHERE: Final = ("text", "heading", "title", "identifiers")
_SHORTEST_PREFIX: Final = 4
_MOST_EXPANSIONS: Final = 25
_MOST_GUESSES: Final = 3
_MOST_LIKE: Final = 12
_MOST_WIDE_SEARCHES: Final = 2
"""So many words of a question are looked for under all first letters."""
_MOST_ABBREVIATIONS: Final = 2
"""More words than these all in capitals are a sentence, and its stop words are such."""
_LIKENESS: Final = 80.0
"""Per cent of the letters that two spellings must share in order."""
_LIKENESS_OF_OTHERS: Final = 88.0
"""The same for spellings with another first letter."""


class Builder:
    """Builds queries against one open index. ``corrections`` collects words that nothing matches → what is near."""

    def __init__(self, opened: OpenIndex) -> None:
        self.opened = opened
        self.analysis = opened.analysis
        self.thesaurus = opened.thesaurus
        self.corrections: dict[str, str] = {}
        self._searches_left = _MOST_WIDE_SEARCHES

    def question(self, alternatives: Iterable[Alternative]) -> Query | None:
        """The query for a whole question; None if it asks for nothing that can be looked up."""
        return _some([query for item in alternatives if (query := self._alternative(item)) is not None])

    def _alternative(self, item: Alternative) -> Query | None:
        pieces = self._pieces(item.wanted)
        wanted = Every(tuple(pieces)) if item.strict and len(pieces) > 1 else _some(pieces)
        unwanted = _some(self._pieces(item.unwanted))
        return But(wanted, unwanted) if unwanted is not None else wanted

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
            start = plain(piece.text.casefold())
            return [Terms(((start, 1.0, fields), *self._starting_with(start, 1.0, fields)))]
        found = list(words(piece.text))
        terms = tuple(word.term for word in found if not word.is_stopword)
        if len(found) == 1 or not terms:  # "in der" stands everywhere and asks for nothing
            return [Terms(((term, 1.0, fields),)) for term in terms]
        small = [word.term for word in found if piece.text[word.start : word.end].casefold() not in STOPWORDS]
        terms = tuple(small) or terms  # a phrase in capitals also stands where its stop words are small
        return [Phrase(terms, fields, tuple(word.term for word in found))]

    def _run(self, pieces: list[Piece]) -> list[Query]:
        """Plain words beside each other: each with its meanings, neighbours also written as one word."""
        found = [(word, piece.text[word.start : word.end]) for piece in pieces for word in words(piece.text)]
        shouted = len(found) > _MOST_ABBREVIATIONS and all(written.isupper() for _, written in found)
        kept = [item for item in found if not (item[0].is_stopword or (shouted and item[1].casefold() in STOPWORDS))]
        kept = kept or found
        joined = [self._joined(first, second) for (_, first), (_, second) in pairwise(kept)]
        queries: list[Query] = []
        for position, (word, written) in enumerate(kept):
            options = self._meanings(word, written)
            options += ((term, JOINED, PROSE) for near in joined[position : position + 1] for term in near)
            synonyms = self._synonyms([item.term for item, _ in kept[position : position + self.thesaurus.longest]])
            if not word.is_stopword and not self._known(word.term):
                parts_known = any(self._known(term) for term in self.analysis.parts(written, word))
                options += self._guesses(written, suggest=not (parts_known or synonyms))
            queries.append(_some([Terms(tuple(options)), *synonyms]) or Terms(tuple(options)))
        return queries

    def _joined(self, first: str, second: str) -> list[str]:
        """What two words make as one, in either order: "Postfach Leistung" means the Leistungspostfach."""
        orders = ((first.casefold(), second.casefold()), (second.casefold(), first.casefold()))
        found = (stem(left + link + right) for left, right in orders for link in LINKS)
        return [term for term in dict.fromkeys(found) if self._known(term)]

    def _meanings(self, word: Word, written: str) -> list[Option]:
        weight = EXACT if written.isdigit() and len(written) == len("202505010") else 1.0
        options: list[Option] = [(word.term, weight, _fields(word.term))]
        parts = self.analysis.parts(written, word)
        for part in parts:
            options.append((part, PIECE if part in word.pieces else QUERY_PART / len(parts), _fields(part)))
        if mark := self.analysis.damage.mark(written):
            options.append((mark, DAMAGED, PROSE))
        if len(word.term) >= _SHORTEST_PREFIX and word.term.isalpha() and not self._known(word.term):
            options += self._starting_with(word.term, PREFIX, ("text", "heading"))
        return options

    def _synonyms(self, terms: list[str]) -> list[Query]:
        """Other forms of what starts here; the longest form that is known counts."""
        for length in range(len(terms), 0, -1):
            others = self.thesaurus.others.get(tuple(terms[:length]))
            if others:
                return [
                    Every(tuple(Terms(((term, 1.0, PROSE),)) for term in form), SYNONYM / len(form)) for form in others
                ]
        return []

    def _starting_with(self, start: str, weight: float, fields: tuple[str, ...]) -> list[Option]:
        reader = self.opened.ranking.reader
        expanded = {term for name in fields for term in reader.starting_with(name, start)}
        expanded.discard(start)
        return [(term, weight, fields) for term in sorted(expanded, key=len)[:_MOST_EXPANSIONS]]

    def _guesses(self, written: str, suggest: bool) -> list[Option]:
        """A word nothing matches: what is written almost like it, and a suggestion for the reader."""
        spellings = self._spellings_near(written)
        if suggest and spellings:
            self.corrections[written] = _in_case_of(written, spellings[0])
        near = dict.fromkeys(stem(spelling) for spelling in spellings)
        return [(term, TYPO, PROSE) for term in near]

    def _spellings_near(self, written: str) -> list[str]:
        """Words of the collection that are written almost like a word, the nearest first.

        Nearly nobody errs in the first letter; where nothing else is near, words with another one are tried, too.
        """
        wanted = plain(written.casefold())
        if len(wanted) < _SHORTEST_PREFIX or not wanted.isalpha():
            return []
        found = self._near(wanted, self.opened.spellings.get(wanted[0], {}), _LIKENESS)
        if not found and self._searches_left:
            self._searches_left -= 1
            others = (words for letter, words in self.opened.spellings.items() if letter != wanted[0])
            found = [item for words in others for item in self._near(wanted, words, _LIKENESS_OF_OTHERS)]
        found.sort(reverse=True)
        return [spelling for _, _, spelling in found[:_MOST_GUESSES]]

    def _near(self, wanted: str, candidates: Mapping[str, str], likeness: float) -> list[tuple[float, int, str]]:
        """How like a word each of the likest candidates is, how many passages have it, and the candidate."""
        from rapidfuzz import fuzz, process  # imported for the few words that are not in the collection

        found = process.extract(wanted, candidates, scorer=fuzz.ratio, score_cutoff=likeness, limit=_MOST_LIKE)
        return [(alike, many, spelling) for _, alike, spelling in found if (many := self._passages(spelling))]

    def _passages(self, spelling: str) -> int:
        reading = read(spelling, False)
        return len(self.opened.ranking.term(reading.term, PROSE)[0]) if reading else 0

    def _known(self, term: str) -> bool:
        return self.opened.ranking.knows(term, _fields(term))


def _in_case_of(written: str, spelling: str) -> str:
    if written.isupper():
        return spelling.upper()
    return spelling.capitalize() if written[:1].isupper() else spelling


def _some(found: list[Query]) -> Query | None:
    return found[0] if len(found) == 1 else Some(tuple(found)) if found else None


def _fields(term: str) -> tuple[str, ...]:
    """Where a term is looked up: only what has a digit can be an identifier."""
    return _EVERYWHERE if any(map(str.isdigit, term)) else PROSE
