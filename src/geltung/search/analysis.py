"""The analysis that index and questions share: positions with their terms and weights."""

from collections.abc import Iterable, Iterator

from geltung.search.compounds import Splitter
from geltung.search.damage import Damage
from geltung.search.weights import PART, PIECE
from geltung.search.words import Reading, Word, readings

_SHORTEST_ROOT = 4


class GermanAnalysis:
    """Text → terms. The splitter knows the collection's own words."""

    def __init__(self, splitter: Splitter, damage: Damage) -> None:
        self.splitter = splitter
        self.damage = damage
        self._terms: dict[tuple[str, str], tuple[tuple[str, float], ...]] = {}

    def __call__(self, text: str) -> Iterator[tuple[int, tuple[tuple[str, float], ...]]]:
        """Positions with their terms: the word itself, and with less weight its parts."""
        kept = self._terms
        for position, (written, reading) in enumerate(readings(text)):
            key = written, reading.term
            terms = kept.get(key)
            if terms is None:
                terms = kept[key] = self._read(written, reading)
            yield position, terms

    def _read(self, written: str, reading: Reading) -> tuple[tuple[str, float], ...]:
        terms = [
            (reading.term, 1.0),
            *((part, PIECE if part in reading.pieces else PART) for part in self.parts(written, reading)),
        ]
        if look := self.damage.mark(written):
            terms.append((look, 1.0))
        return tuple(terms)

    def parts(self, written: str, word: Word | Reading) -> tuple[str, ...]:
        """Everything a word also contains: hyphenated pieces, parts of the compound, the root of a noun in -ung."""
        found = dict.fromkeys(word.pieces)
        for piece in written.casefold().replace("-", " ").split():
            found.update(dict.fromkeys(self.splitter.parts(piece)))
        for term in (word.term, *tuple(found)):
            root = _root(term)
            if root:
                found[root] = None
        found.pop(word.term, None)
        return tuple(found)


def _root(term: str) -> str | None:
    """The verb in a short noun that the stemmer leaves whole: Sperrung → sperr, Meldung → meld."""
    if term.endswith("ung") and len(term) - 3 >= _SHORTEST_ROOT:
        return term[:-3]
    return None


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """The words of a collection as they are written, in lower case."""
    written = frozenset(written for text in texts for written, _ in readings(text))
    return frozenset(map(str.casefold, written))
