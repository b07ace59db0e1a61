"""What was read for "SGB III": "SGB Il", "SGB ||", "SGB 1l". The draft has the likely numeral, and a person decides."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.head.labels import SCOPE, find_labels
from geltung.importing.review_file import LIKELY, OPEN, Confidence
from geltung.importing.text import Line
from geltung.model.terms import AREAS, NOT_CONCERNED

_NUMERAL: Final = r"[IVl1|!\[\]i]{1,4}"
_SPOILT = re.compile(rf"(?<![A-Za-z])SGB(?P<gap>\s?-?\s?)(?P<numeral>{_NUMERAL})(?![A-Za-z0-9.]|/\d)")
_AT_END = re.compile(r"(?<![A-Za-z])SGB\s*\Z")
_AT_START = re.compile(rf"(?P<numeral>{_NUMERAL})(?![A-Za-z0-9.)])")
_SOUND: Final = frozenset(("I", "II", "III", "IV", "V", "VI", "VII", "IX", "XI", "X"))


@dataclass(frozen=True, slots=True)
class Numeral:
    """A spoilt numeral: its line, how it reads, and what the draft has in its place."""

    line: int
    original: str
    now: str


@dataclass(frozen=True, slots=True)
class Numerals:
    """The lines with likely numerals, where they were put, and why they are likely."""

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
    for line in lines:
        if line.blank or _is_scope(line):
            kept.append(line)
            continue
        text = _SPOILT.sub(lambda match, line=line: _put(match, line, only, found), line.text)  # type: ignore[misc]
        if before is not None and _AT_END.search(before.text):
            text = _AT_START.sub(lambda match, line=line: _begin(match, line, only, found), text, count=1)  # type: ignore[misc]
            if not _AT_START.match(line.text):
                text = line.text
        kept.append(line.with_text(text))
        before = line
    reason = (
        f"Die Weisung betrifft nach ihrem Kopf nur den Rechtskreis SGB {only}."
        if only
        else "Gezählt sind die Striche, die zu lesen sind; der Kopf entscheidet es nicht."
    )
    return Numerals(tuple(kept), tuple(found), LIKELY if only else OPEN, reason)


def _put(match: re.Match[str], line: Line, only: str | None, found: list[Numeral]) -> str:
    numeral = match["numeral"]
    if numeral in _SOUND:
        return match[0]
    now = f"SGB{match['gap']}{only or _strokes(numeral)}"
    found.append(Numeral(line.number, match[0], now))
    return now


def _begin(match: re.Match[str], line: Line, only: str | None, found: list[Numeral]) -> str:
    if match["numeral"] in _SOUND or match.start() != 0:
        return match[0]
    now = only or _strokes(match["numeral"])
    found.append(Numeral(line.number, match["numeral"], now))
    return now


def _strokes(numeral: str) -> str:
    return "III" if len(numeral) >= 3 else "II"


def _is_scope(line: Line) -> bool:
    return "SGB" in line.text and any(label.field == SCOPE for label in find_labels(line.text))
