"""The scope lines (Rechtskreise): which area each is, by their order where the numerals are spoilt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.text import Line, alike, folded
from geltung.model.terms import AREAS, FORCES

_FORCE_WORDS: Final = {
    **{folded(force): force for force in FORCES},
    "info": "Information",
    "nicht betroffen": "nicht betroffen",
}
_SURE_NUMERAL = re.compile(r"S[GC]B\s*(II|III)\Z")


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """A scope line as it stands: the label's words, its value's words, and the line."""

    label: str
    value: str
    line: Line


@dataclass(frozen=True, slots=True)
class ScopeValue:
    """What a directive is for an area. ``sure`` is False where the area or the force is not read for certain."""

    area: str
    force: str | None
    sure: bool
    line: Line
    reason: str = ""


def read_scope(lines: Sequence[ScopeLine], damaged: bool) -> tuple[ScopeValue, ...]:
    """The values by area. Three lines that end with Familienkasse are SGB II, SGB III, Familienkasse, in this order."""
    areas = _areas(lines, damaged)
    found: list[ScopeValue] = []
    for (area, sure, reason), line in zip(areas, lines, strict=True):
        force, exact = read_force(line.value)
        if area is not None and area not in [value.area for value in found]:
            found.append(ScopeValue(area, force, sure and exact, line.line, reason))
    return tuple(found)


def _areas(lines: Sequence[ScopeLine], damaged: bool) -> list[tuple[str | None, bool, str]]:
    read = [_read_area(line.label) for line in lines]
    family = [index for index, area in enumerate(read) if area == AREAS[2]]
    sgb = [index for index in range(len(lines)) if index not in family]
    if len(sgb) == 2 and len(family) <= 1:
        first, second = (read[index] for index in sgb)
        contradicts = (first, second) == (AREAS[1], AREAS[0]) or (first == second and not damaged)
        if not contradicts:
            spoilt = (first, second) != AREAS[:2]
            reason = "nach der Reihenfolge der Zeilen" if spoilt else ""
            against = [_glyphs(lines[index].label) for index in sgb] == [AREAS[1], AREAS[0]]
            sure = not spoilt or (family == [2] and not against)
            by_order = {sgb[0]: AREAS[0], sgb[1]: AREAS[1]}
            return [
                (by_order[index], sure, reason) if index in by_order else (AREAS[2], True, "")
                for index in range(len(lines))
            ]
    found: list[tuple[str | None, bool, str]] = []
    for index, area in enumerate(read):
        if area is None:
            guess = AREAS[0] if index == 0 and len(sgb) > 1 else _glyphs(lines[index].label)
            found.append((guess, False, "Die römische Zahl ist nicht sicher zu lesen."))
        else:
            alone = damaged and area != AREAS[2] and len(sgb) == 1
            reason = "Nur eine SGB-Zeile ist zu lesen; die römische Zahl kann verlesen sein." if alone else ""
            found.append((area, not alone and read.count(area) == 1, reason))
    return found


def _read_area(label: str) -> str | None:
    """The area that a label names for certain."""
    if label.lower().startswith("fam"):
        return AREAS[2]
    match = _SURE_NUMERAL.match(" ".join(label.split()))
    return f"SGB {match[1]}" if match else None


def _glyphs(label: str) -> str:
    """The likelier area by the number of strokes of a spoilt numeral."""
    numeral = re.sub(r"\AS[GC6]B\s*", "", label, flags=re.IGNORECASE)
    return AREAS[1] if len(numeral) >= 3 else AREAS[0]


def read_force(words: str) -> tuple[str | None, bool]:
    """The force that words name, and whether they do so exactly."""
    text = " ".join(folded(words).split()[:2])
    if text in _FORCE_WORDS:
        return _FORCE_WORDS[text], True
    first = text.split()[:1]
    if first and first[0] in _FORCE_WORDS and folded(words) == first[0]:
        return _FORCE_WORDS[first[0]], True
    for name, force in _FORCE_WORDS.items():
        if len(name) > 4 and (alike(text, name) or (first and " " not in name and alike(first[0], name))):
            return force, False
    return None, False
