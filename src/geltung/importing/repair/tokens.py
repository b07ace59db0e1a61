"""The words of a text that a repair may look at: no numbers, identifiers, abbreviations or addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_CHUNK: Final = re.compile(r"\S+")
_LETTER: Final = r"[^\W\d_]"
_INNER: Final = rf"(?:(?:[|!]|(?<=[a-zäöüß])[01568&@](?=[a-zäöüß])|(?<=[A-ZÄÖÜ])6(?=[a-zäöüß]{{2}})){_LETTER}+)*"
_PIECE: Final = re.compile(rf"(?:(?<![\w.,])6(?=[a-zäöüß]{{4}}))?{_LETTER}+{_INNER}")
_ADDRESS: Final = re.compile(r"://|@\S*\.|www\.|\\|_|\.(?:de|aspx?|pdf|html?|docx?|com|org)\b|/\w+/", re.I)
_NUMERAL: Final = re.compile(r"[IVXilL|1!\[\]]+")
_BEFORE_NUMERAL: Final = re.compile(r"(?:SGB|Teil|Rechtskreis|Stufe|Kapitel|Nr\.|Abs\.)\W*$")
_INNER_CAPITAL: Final = re.compile(r"^.[a-zäöüßé]*(?:(?:l?R|B|RB|fB|f?S|G|U|I)[a-zäöüßé]+)*[BR]?$")
_GLUED: Final = re.compile(r"^[A-ZÄÖÜ]?[a-zäöüß]{2,}[A-ZÄÖÜ][a-zäöüßé6]{3,}$")
_STARTS: Final = re.compile(r"(?:^|[.!?:;]|\d\.|[•*«»o●▪–—-])[\s\"„“‚(]*$")
_SHORTEST: Final = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it was read: its line (1-based) and column (0-based); words are numbered in reading order."""

    text: str
    line: int
    column: int
    starts_sentence: bool
    before: str
    earlier: str
    after: str
    """The word before and the one before that in lower case ("" at a start), and up to ten characters that follow."""
    broken: bool = False
    """Whether it ends its line with a hyphen."""
    bracket: bool = False
    """Whether an opening bracket stands directly before it and none closes on the line."""
    glued: bool = False
    """Whether a capital within it is only explained by a lost blank: "dieAgentur"."""


def tokens(lines: Sequence[str]) -> Iterator[Token]:
    """The words that may be repaired, in order."""
    before, earlier, tail = "", "", ""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            before, earlier, tail = "", "", ""
            continue
        for chunk in _CHUNK.finditer(line):
            if _ADDRESS.search(chunk.group()):
                before, tail = "", chunk.group()
                continue
            for piece in _PIECE.finditer(chunk.group()):
                column = chunk.start() + piece.start()
                ahead = tail + line[:column] if not line[:column].strip() else line[:column]
                if _wanted(piece, chunk.group(), ahead):
                    yield _token(piece.group(), number, column, line, (before, earlier), ahead)
                before, earlier = piece.group().lower(), before
            tail = chunk.group() + " "
        tail = line.rstrip()[-12:] + " "


def _token(text: str, number: int, column: int, line: str, before: tuple[str, str], ahead: str) -> Token:
    end = column + len(text)
    starts = not ahead.strip() or bool(_STARTS.search(ahead))
    bracket = line[column - 1 : column] == "(" and ")" not in line[end:]
    broken = line[end:].rstrip() in ("-", "¬", "­")
    glued = any(letter.isupper() for letter in text[1:]) and not _INNER_CAPITAL.match(text)
    return Token(text, number, column, starts, *before, line[end : end + 10], broken, bracket, glued)


def _wanted(piece: re.Match[str], chunk: str, ahead: str) -> bool:
    text = piece.group()
    around = chunk[piece.start() - 1 : piece.start()] + chunk[piece.end() : piece.end() + 1]
    if len(text) < _SHORTEST or any(char.isdigit() or char == "_" for char in around):
        return False
    if _NUMERAL.fullmatch(text) and (_BEFORE_NUMERAL.search(ahead) or text.isupper()):
        return False
    inner = text[1:]
    if inner != inner.lower() and not _INNER_CAPITAL.match(text) and not _GLUED.match(text):
        return False
    return not text.endswith(("mbH", "GmbH"))
