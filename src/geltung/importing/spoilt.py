"""What was read for "SGB III": "SGB Il", "SGB ||", "SGB 1l". The draft has the likely numeral, and a person decides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from geltung.importing.head.labels import SCOPE, find_labels
from geltung.importing.review_file import LIKELY, OPEN, Confidence
from geltung.importing.text import Line
from geltung.model.terms import AREAS, NOT_CONCERNED

_NUMERAL: Final = r"[IVl1|!\[\]i]{1,4}"
_SPOILT = re.compile(rf"(?<![A-Za-z])SGB(?P<gap>\s?-?\s?)(?P<numeral>{_NUMERAL})(?![A-Za-z0-9.]|/\d)")
_AT_END = re.compile(r"(?<![A-Za-z])SGB\s*\Z")
_AT_START = re.compile(rf"(?P<numeral>{_NUMERAL})(?![A-Za-z0-9.)])")
_SECTION: Final = re.compile(
    r"(?:[§$&]+|(?<![\w.,])[sS58])\s?(?P<number>\d{1,3}[a-z]?)(?:\s+(?:Abs(?:atz|\.)|Satz|Nr\.|Nummer|S\.)\s*\d+[a-z]?)*\s+SGB\S*\s*\S*\Z"
)
_OF_SECOND: Final = frozenset({
    "6a", "6b", "6c", "6d", "7", "7a", "9", "11", "11a", "11b", "12", "12a", "14", "15", "15a", "15b", "16", "16a",
    "16b", "16c", "16d", "16e", "16f", "16g", "16h", "16i", "16j", "16k", "18a", "18b", "18c", "18d", "18e", "19",
    "20", "21", "22", "22a", "22b", "22c", "23", "24", "31", "31a", "31b", "32", "33", "34", "34a", "34b", "41a",
    "42a", "44a", "44b", "44c", "44d", "44e", "44f", "44g", "44h", "44i", "44j", "44k", "48a", "48b",
})  # fmt: skip
"""Sections that are cited of the second book."""
_OF_THIRD: Final = frozenset({
    "35", "38", "45", "46", "49", "50a", "53", "54", "54a", "56", "57", "58", "59", "60", "61", "62", "73", "74",
    "75", "75a", "76", "77", "78", "79", "80", "81", "82", "82a", "83", "84", "85", "86", "87", "87a", "88",
})  # fmt: skip
"""Sections up to the last of the second book that are cited of the third."""
_LAST_OF_SECOND: Final = 88
_SECOND: Final = re.compile(
    r"Bürgergeld|Grundsicherung|gemeinsamen?\s+Einrichtung(?:en)?|Jobcentern?|[Bb]edarfsgemeinschaft(?:en)?"
    r"|[Ee]rwerbsfähigen?\s+Leistungsberechtigten?"
)
_THIRD: Final = re.compile(
    r"Arbeitslosengeld(?!\s+II)|Kurzarbeitergeld|Insolvenzgeld|Agentur(?:en)?\s+für\s+Arbeit|Berufsausbildungsbeihilfe"
    r"|Ausbildungsgeld|Arbeitslosenversicherung|Versichertengemeinschaft"
)
_NEAR: Final = 4
_THREE: Final = 3
_COUNTED: Final = (
    "Gezählt sind nur die Striche, die zu lesen sind; das ist ein schwacher Grund: Bitte im Original nachsehen."
)
_SOUND: Final = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "IX", "XI", "X"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A spoilt numeral: its line, how it reads, what the draft has in its place, and why; None without a ground."""

    line: int
    original: str
    now: str
    ground: str | None = None


@dataclass(frozen=True, slots=True)
class Numerals:
    """The lines with likely numerals, where they were put, and how sure all of them are."""

    lines: tuple[Line, ...]
    found: tuple[Numeral, ...]
    confidence: Confidence
    reason: str


def with_numerals(lines: Sequence[Line], scope: Mapping[str, str | None]) -> Numerals:
    """Put the likely numeral in the place of each spoilt one; the scope lines of the header stay as they are."""
    concerned = [area for area in AREAS[:2] if scope.get(area) not in (None, NOT_CONCERNED)]
    only = concerned[0].split()[1] if len(concerned) == 1 else None
    found: list[Numeral] = []
    kept: list[Line] = []
    before: Line | None = None
    for index, line in enumerate(lines):
        if line.blank or _is_scope(line):
            kept.append(line)
            continue
        around = _around(lines, index)
        text = _SPOILT.sub(partial(_put, line, around, only, found), line.text)
        if before is not None and _AT_END.search(before.text) and _AT_START.match(line.text):
            text = _AT_START.sub(partial(_begin, line, around, only, found), text, count=1)
        kept.append(line.with_text(text))
        before = line
    sure = all(numeral.ground is not None for numeral in found)
    return Numerals(tuple(kept), tuple(found), LIKELY if sure else OPEN, _reason(found))


def _around(lines: Sequence[Line], index: int) -> str:
    """The sentence or so around a line: what stands directly before and after it."""
    before = [line.text for line in lines[max(0, index - _NEAR) : index] if not line.blank][-2:]
    after = [line.text for line in lines[index + 1 : index + 2] if not line.blank]
    around = [*before, lines[index].text, *after]
    return " ".join(around)


def _reason(found: Sequence[Numeral]) -> str:
    """Why the numerals of the draft are likely, each ground once."""
    grounds = [numeral.ground or _COUNTED for numeral in found]
    if len(set(grounds)) == 1:
        return grounds[0]
    said: dict[str, list[str]] = {}
    for numeral, ground in zip(found, grounds, strict=True):
        said.setdefault(ground, []).append(str(numeral.line))
    return " ".join(f"Zeile {', '.join(dict.fromkeys(numbers))}: {ground}" for ground, numbers in said.items())


def _put(line: Line, around: str, only: str | None, found: list[Numeral], match: re.Match[str]) -> str:
    numeral = match["numeral"]
    if numeral in _SOUND:
        return match[0]
    likely, ground = _likely(numeral, line.text[: match.end()], around, only)
    now = f"SGB{match['gap']}{likely}"
    found.append(Numeral(line.number, match[0], now, ground))
    return now


def _begin(line: Line, around: str, only: str | None, found: list[Numeral], match: re.Match[str]) -> str:
    if match["numeral"] in _SOUND or match.start() != 0:
        return match[0]
    now, ground = _likely(match["numeral"], "", around, only)
    found.append(Numeral(line.number, match["numeral"], now, ground))
    return now


def _likely(numeral: str, ahead: str, around: str, only: str | None) -> tuple[str, str | None]:
    """The likely book and its ground: the header, the section of law before it, the words around it; else strokes."""
    if only:
        return only, f"Die Weisung betrifft nach ihrem Kopf nur den Rechtskreis SGB {only}."
    if (law := _SECTION.search(ahead)) and (book := _book_of(law["number"])):
        return book, f"§ {law['number']} ist eine Vorschrift des SGB {book}."
    if len(numeral) == _THREE:
        return "III", "Drei Zeichen sind zu lesen."
    second, third = bool(_SECOND.search(around)), bool(_THIRD.search(around))
    if second != third:
        book, words = ("II", _SECOND.search(around)) if second else ("III", _THIRD.search(around))
        return book, f"Daneben steht „{words[0] if words else ''}“."
    return _strokes(numeral), None


def _book_of(number: str) -> str | None:
    """The book of the social code that has a section alone, or in which it is the one that directives cite."""
    if number in _OF_SECOND:
        return "II"
    digits = int(re.sub(r"\D", "", number))
    return "III" if digits > _LAST_OF_SECOND or number in _OF_THIRD else None


def _strokes(numeral: str) -> str:
    return "III" if len(numeral) >= _THREE else "II"


def _is_scope(line: Line) -> bool:
    return "SGB" in line.text and any(label.field == SCOPE for label in find_labels(line.text))
