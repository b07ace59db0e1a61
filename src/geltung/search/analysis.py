"""The analysis that index and questions share: positions with their terms and weights."""

from collections.abc import Iterable, Iterator

from geltung.search.compounds import Splitter
from geltung.search.damage import Damage
from geltung.search.weights import PART, PIECE
from geltung.search.words import TOKEN, Reading, Word, read

_SHORTEST_ROOT = 4

Terms = tuple[tuple[str, float], ...]
_Entry = tuple[Terms, bool]
"""The terms of a written word, none if it is no word, and whether it opens a numeral."""


class GermanAnalysis:
    """Text → terms. The splitter knows the collection's own words."""

    def __init__(self, splitter: Splitter, damage: Damage) -> None:
        self.splitter = splitter
        self.damage = damage
        self._entries: dict[str, _Entry] = {}

    def __call__(self, text: str) -> Iterator[tuple[int, Terms]]:
        """Positions with their terms: the word itself, and with less weight its parts."""
        entries = self._entries
        position, after_opener = 0, False
        for written in TOKEN.findall(text):
            entry = None if after_opener else entries.get(written)
            if entry is None:
                entry = self._read(written, after_opener)
                if not after_opener:
                    entries[written] = entry
            terms, opens = entry
            if terms:
                yield position, terms
                position += 1
                after_opener = opens

    def _read(self, written: str, after_opener: bool) -> "_Entry":
        reading = read(written, after_opener)
        if reading is None:
            return (), after_opener
        weights = {part: PIECE if part in reading.pieces else PART for part in self.parts(written, reading)}
        terms = [(reading.term, 1.0), *weights.items()]
        if look := self.damage.mark(written):
            terms.append((look, 1.0))
        return tuple(terms), reading.opens

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
    written: set[str] = set()
    for text in texts:
        written.update(TOKEN.findall(text))
    return frozenset(word.casefold() for word in written if read(word) is not None)
