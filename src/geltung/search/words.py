"""From German text to the terms that are indexed and looked up; the same for documents and for questions.

A term is a Snowball stem without umlauts. Hyphens join ("E-Akte", "eAkte", "EAKTE" are one term), Roman numerals after
SGB become digits, and every hyphenated or compound word also yields its parts (see compounds.py).
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

import Stemmer

TOKEN = re.compile(r"\w+(?:[-‐‑–./]\w+)*")
_DIGITS = re.compile(r"\d")
_PIECES = re.compile(r"[^\W_]+")
_HYPHENS = re.compile(r"[-‐‑–./]")
ROMAN: Final = {
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10",
    "xi": "11", "xii": "12", "xiv": "14",
}  # fmt: skip
_OPENERS: Final = frozenset(("sgb", "teil", "rechtskreis"))
_SHORTEST_PIECE: Final = 1
_STEMMER = Stemmer.Stemmer("german")

_STOPWORDS: Final = """
    ab aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis da dabei dadurch dafür
    damit danach dann daran darauf das dass davon dazu dem den denn der des dessen die dies diese diesem
    diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa für gegen hat hatte
    hier ich ihr ihre ihrem ihren ihrer im in ins ist ja je jede jedem jeden jeder jedes jetzt kann kein
    keine man mit muss müssen nach nicht noch nun nur ob oder ohne sehr sein seine seit sich sie sind so
    soll sollen sowie über um und uns unter vom von vor wann warum was weil welche welchem welchen welcher
    welches wem wen wenn wer werden wie wieder wir wird wo wofür worden wurde wurden zu zum zur zwischen
"""
STOPWORDS: Final = frozenset(_STOPWORDS.split())


class Reading(NamedTuple):
    """What a written word means: its term, the terms of its hyphenated pieces, and whether it ``opens`` a numeral."""

    term: str
    pieces: tuple[str, ...]
    is_stopword: bool
    opens: bool


class Word(NamedTuple):
    """A word of a text: its term, the terms of its hyphenated pieces, and where it stands (character offsets)."""

    term: str
    pieces: tuple[str, ...]
    start: int
    end: int
    is_stopword: bool = False


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The term of a single lower-case word: its Snowball stem, umlauts and ß folded."""
    if word.isascii():
        return str(_STEMMER.stemWord(word))
    return plain(_STEMMER.stemWord(unicodedata.normalize("NFKC", word).replace("ß", "ss")))


def plain(text: str) -> str:
    """The text without umlauts, accents and sharp s; ae/oe/ue stay as they are (the stemmer has seen to those)."""
    if text.isascii():
        return text
    text = text.replace("ß", "ss").replace("ä", "a").replace("ö", "o").replace("ü", "u")  # nearly always all there is
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words(text: str) -> Iterator[Word]:
    """The words of a text in order, stop words marked."""
    after_opener = False
    for match in TOKEN.finditer(text):
        reading = read(match.group(), after_opener)
        if reading is not None:
            yield Word(reading.term, reading.pieces, match.start(), match.end(), reading.is_stopword)
            after_opener = reading.opens


@lru_cache(maxsize=400_000)
def read(written: str, after_opener: bool = False) -> Reading | None:
    """What a written word means; None if it is no word. After an opener ("SGB") Roman numerals are numbers."""
    lowered = written.casefold().strip("_")
    if not lowered:
        return None
    opens = lowered in _OPENERS
    if after_opener and lowered in ROMAN:
        return Reading(ROMAN[lowered], (), False, opens)
    if lowered.startswith("sgb") and (number := lowered[3:].strip("-")):
        return Reading("sgb", (ROMAN.get(number, number),), False, opens)
    if _DIGITS.search(lowered):
        return Reading(lowered, tuple(_number_pieces(lowered)), False, opens)
    pieces = [piece for piece in _PIECES.findall(lowered) if len(piece) >= _SHORTEST_PIECE]
    joined = "".join(_HYPHENS.split(lowered)).replace("_", "")
    hyphenated = len(pieces) > 1 or len(joined) != len(lowered)
    terms = tuple(dict.fromkeys(stem(piece) for piece in pieces)) if hyphenated else ()
    is_stopword = lowered in STOPWORDS and not (written.isupper() and len(written) > 1)  # "DA" is an abbreviation
    return Reading(stem(joined), terms, is_stopword, opens)


def _number_pieces(identifier: str) -> Iterator[str]:
    """Identifiers are found whole and by their pieces: 6801.4/6901.4 by 6801.4, 3.001a as it stands."""
    for piece in re.split(r"[/\-–_]", identifier):
        if piece and piece != identifier:
            yield piece
    for piece in _PIECES.findall(identifier):
        if piece != identifier:
            yield stem(piece)
