"""Automatic numbers and bullets of a Word file: what the reader of the page sees, but the text does not hold."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Any, Final

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE: Final = re.compile(r"%(\d)")
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_ROMAN: Final = 399


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered, the style that it belongs to, and its left indent."""

    form: str
    text: str
    start: int
    style: str = ""
    left: int | None = None


class Numbers:
    """Knows the lists of a document and counts along."""

    def __init__(self, numbering: Any | None) -> None:  # noqa: ANN401
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._linked: dict[str, str] = {}
        self._anew: dict[str, dict[int, int]] = {}
        if numbering is None:
            return
        for item in numbering.iter(f"{W}abstractNum"):
            self._levels[item.get(f"{W}abstractNumId", "")] = {
                whole(level.get(f"{W}ilvl")): _level(level) for level in item.iter(f"{W}lvl")
            }
            if (linked := value(item, "numStyleLink")) is not None:
                self._linked[item.get(f"{W}abstractNumId", "")] = linked
        for item in numbering.iter(f"{W}num"):
            self._abstract[item.get(f"{W}numId", "")] = value(item, "abstractNumId") or ""
            starts = {whole(one.get(f"{W}ilvl")): value(one, "startOverride") for one in item.iter(f"{W}lvlOverride")}
            self._anew[item.get(f"{W}numId", "")] = {at: whole(start, 1) for at, start in starts.items() if start}

    def link(self, style: str, number: str) -> None:
        """Say which list a list style stands for; lists that refer to the style are numbered by it."""
        for key, linked in self._linked.items():
            if linked == style:
                self._levels[key] = self._levels.get(self._abstract.get(number, ""), {})

    def depth_of(self, number: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style; 0 if none does."""
        levels = self._levels.get(self._abstract.get(number, ""), {})
        return next((depth for depth, level in levels.items() if level.style == style), 0)

    def left(self, number: str, depth: int) -> int | None:
        """The left indent of a level in twentieths of a point."""
        level = self._levels.get(self._abstract.get(number, ""), {}).get(depth)
        return None if level is None else level.left

    def sign(self, number: str, depth: int) -> tuple[str, bool]:
        """The sign before the next paragraph of list `number` on level `depth`, and whether it is a bullet."""
        key = self._abstract.get(number)
        levels = self._levels.get(key or "", {})
        level = levels.get(depth)
        if key is None or level is None or level.form == "none":
            return "", False
        if level.form == "bullet":
            return "•", True
        counts = self._counts[key]
        for place, start in self._anew.pop(number, {}).items():
            counts[place] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]

        def shown(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            other = levels.get(place, level)
            return in_form(counts.get(place, other.start), other.form if place == depth else "decimal")

        return _PLACE.sub(shown, level.text), False


def value(element: Any, name: str) -> str | None:  # noqa: ANN401
    """The `val` of a child element; None without it."""
    child = element.find(f"{W}{name}")
    found = None if child is None else child.get(f"{W}val")
    return None if found is None else str(found)


def whole(text: str | None, otherwise: int = 0) -> int:
    """A whole number written in an attribute."""
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise


def _level(element: Any) -> Level:  # noqa: ANN401
    indent = element.find(f"{W}pPr/{W}ind")
    left = None if indent is None else indent.get(f"{W}left", indent.get(f"{W}start"))
    return Level(
        value(element, "numFmt") or "decimal",
        value(element, "lvlText") or "",
        whole(value(element, "start"), 1),
        value(element, "pStyle") or "",
        None if left is None else whole(left),
    )


def in_form(number: int, form: str) -> str:
    """A number as Word writes it in a form such as "lowerLetter" or "upperRoman"."""
    if form in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman") and 0 < number <= _MOST_ROMAN:
        roman = "c" * (number // 100) + _tens(number % 100)
        return roman.upper() if form == "upperRoman" else roman
    return f"0{number}" if form == "decimalZero" and number < 10 else str(number)


def _tens(number: int) -> str:
    digits = ""
    for size, sign in ((90, "xc"), (50, "l"), (40, "xl"), *_ROMAN):
        while number >= size:
            digits, number = digits + sign, number - size
    return digits
