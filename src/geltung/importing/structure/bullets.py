"""Bullet signs, also those that text recognition makes of them: • * - – » « o e."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from geltung.importing.text import Line

_DOTS: Final = "•·∙●▪■◆♦►▶➢➤✓✔‣⁃*»«›‹>+¢©®°~¤\uf0b7\uf0a7\uf0d8"
_CIRCLES: Final = "○◦□▫o"
_DASHES: Final = "-–—−"
_SIGN = re.compile(rf"([{re.escape(_DOTS + _CIRCLES + _DASHES)}]|e|°|c)(?P<gap>\s+)(?=\S)")
_CLOSE = re.compile(
    rf"([{re.escape(_DOTS.replace('*', '').replace('+', '').replace('~', '').replace('>', ''))}])(?=[^\W\d])"
)
_ORDINAL = re.compile(
    r"(?P<bracket>\()?(?:(?P<number>\d{1,2})[.)]|(?:(?P<letter>[a-z])|(?P<double>([a-z])\5)|"
    r"(?P<roman>ii|iii|iv|vi|vii|viii|ix|xi|xii))\))\s+(?=\S)"
)
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")

NUMBERED: Final = "numbered"
LETTERED: Final = "lettered"
DOUBLED: Final = "doubled"
ROMAN: Final = "roman"
BRACKETED: Final = "bracketed"
ORDINAL_SORTS: Final = (NUMBERED, LETTERED, DOUBLED, ROMAN, BRACKETED)
"""How items are counted: "1." or "1)", "a)", "aa)", "i)", "(1)"; each sort may be a level of its own."""


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet sign at the begin of a line: its sort, and the text behind it."""

    sort: str
    sign: str
    text: str

    @property
    def is_dash(self) -> bool:
        """Whether the sign is one that may also stand in the middle of a sentence."""
        return self.sign in tuple(_DASHES)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A counted item: its number (a letter counts as its place in the alphabet), the sign as printed, its text, and
    one of ``ORDINAL_SORTS``."""

    number: int
    sign: str
    text: str
    sort: str


def is_lone_sign(text: str) -> bool:
    """Whether a line is nothing but a bullet that can be nothing else."""
    return len(text) == 1 and text in "•·∙●▪■◆♦►▶➢➤✓✔‣⁃○◦□▫\uf0b7\uf0a7\uf0d8"


def bullet_at(line: Line, damaged: bool) -> Bullet | None:
    """The bullet that a line begins with; "e " and "c " are bullets only where the text may be damaged."""
    match = _SIGN.match(line.text)
    if match is not None:
        sign, text = match[1], line.text[match.end() :]
        if sign in "ec" and not damaged:
            return None
        if sign in "eoc" and not re.match(r"[„\"(]?[^\W\d_]{2}|\d", text):
            return None
        return Bullet(_sort(sign, damaged), sign, text)
    close = _CLOSE.match(line.text)
    if close is not None and not (close[1] in "»«" and re.search("[»«]", line.text[1:])):
        return Bullet("dot", close[1], line.text[1:])
    return Bullet("list", "", line.text) if line.style == "list" and ordinal_at(line) is None else None


def _sort(sign: str, damaged: bool) -> str:
    """What tells items of one list from those of another: the sign, but only its kind where it may be misread."""
    if not damaged:
        return sign
    if sign in _DASHES:
        return "dash"
    return "dot"


def ordinal_at(line: Line, last: Mapping[str, int] | None = None) -> Ordinal | None:
    """The number or letter that a line begins with as an item of a list. ``last`` are the last numbers by sort: they
    tell whether "i)" is the letter behind "h)" or a Roman one."""
    match = _ORDINAL.match(line.text)
    if match is None:
        return None
    sort, number = _counted(match, last or {})
    return Ordinal(number, match[0].strip(), line.text[match.end() :], sort)


def _counted(match: re.Match[str], last: Mapping[str, int]) -> tuple[str, int]:
    if match["number"]:
        return (BRACKETED if match["bracket"] and ")" in match[0] else NUMBERED), int(match["number"])
    written = match["letter"] or match["roman"] or match["double"]
    place = ord(written[0]) - ord("a") + 1
    roman = _ROMAN.index(written) + 1 if written in _ROMAN else 0
    goes_on = roman in (1, last.get(ROMAN, 0) + 1)
    if roman and goes_on and not (match["letter"] and last.get(LETTERED, 0) + 1 == place):
        return ROMAN, roman
    return (LETTERED, place) if match["letter"] else (DOUBLED, place)
