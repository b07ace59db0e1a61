"""The analysis that index and questions share: the words of a text with their terms and weights."""

from collections.abc import Iterable

from geltung.search.compounds import Splitter
from geltung.search.damage import Damage
from geltung.search.order import Written, stamp
from geltung.search.weights import PART, PIECE
from geltung.search.words import TOKEN, Reading, Word, read

_SHORTEST_ROOT = 4


class _Entries(dict[str, Written | None]):
    """Everything written in texts → the word it is; None if it is no word. Each is read once."""

    def __init__(self, analysis: "GermanAnalysis") -> None:
        self.analysis = analysis
        self.openers: set[str] = set()

    def __missing__(self, written: str) -> Written | None:
        reading = read(written, False)
        if reading is not None and reading.opens:
            self.openers.add(written)
        self[written] = found = None if reading is None else self.analysis.word(written, reading)
        return found


class GermanAnalysis:
    """Text → words. The splitter knows the collection's own words."""

    def __init__(self, splitter: Splitter, damage: Damage) -> None:
        self.splitter = splitter
        self.damage = damage
        self._entries = _Entries(self)
        self._numerals: dict[str, Written] = {}

    def __call__(self, text: str) -> list[Written]:
        """The words of a text: each is found by itself, with less weight by its parts, and not if it is a stop word."""
        entries = self._entries
        tokens = TOKEN.findall(text)
        found = [entries[token] for token in tokens]
        if not entries.openers.isdisjoint(tokens):
            self._read_numerals(tokens, found)
        return [word for word in found if word is not None]

    def _read_numerals(self, tokens: list[str], found: list[Written | None]) -> None:
        """Words after an opener ("SGB III") once more, as what they are there."""
        after_opener = False
        for number, token in enumerate(tokens):
            if after_opener and found[number] is not None:
                if token not in self._numerals:
                    reading = read(token, True)
                    assert reading is not None
                    self._numerals[token] = self.word(token, reading)
                found[number] = self._numerals[token]
            after_opener = token in self._entries.openers or (after_opener and found[number] is None)

    def word(self, written: str, reading: Reading) -> Written:
        """What a written word is indexed as."""
        apart = stamp(*reading.pieces) if reading.pieces else b""
        if reading.is_stopword:
            return Written((), stamp(reading.term), apart)
        weights = {part: PIECE if part in reading.pieces else PART for part in self.parts(written, reading)}
        terms = [(reading.term, 1.0), *weights.items()]
        if look := self.damage.mark(written):
            terms.append((look, 1.0))
        return Written(tuple(terms), stamp(reading.term), apart)

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
    return frozenset(word.casefold() for word in written if word.strip("_"))
