"""Lists of a PDF: which lines begin with a bullet, how far in they stand, and which lines belong to the item above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.readers import unmarked
from geltung.importing.readers.layout import SIGNS, Word
from geltung.importing.readers.lines import RawLine
from geltung.importing.source import LIST_TEXT

_OTHER_SIGNS: Final = "*-–—o"
"""Signs that are bullets only where more space than that between two words follows."""
_TAB: Final = 0.38
"""This space, in heights of the text: blanks are a quarter."""
_ORDINAL = re.compile(r"\(?(?:\d{1,2}[.)]|[a-z]{1,2}\)|[ivx]{2,4}\))\Z")
_BLANK: Final = 6.0
"""Points that a blank of the indentation stands for: the levels of lists are 15 to 35 apart."""
_MOST_BLANKS: Final = 40
_ALIGNED: Final = 2.5
"""Points by which lines that begin at one place differ at most."""
_COLUMN: Final = 30.0
"""Points from which on a line stands left of the column that the line before stands in."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with its words in the order of reading; none for an empty line."""

    line: RawLine
    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """Where it begins, in points from the left edge."""
        return self.words[0].left


@dataclass(frozen=True, slots=True)
class _Item:
    """An item whose text the lines below may carry on: where its sign and its text begin; whether by a bullet."""

    left: float
    text: float
    bullet: bool


def listed(lines: Sequence[Placed]) -> list[RawLine]:
    """The lines, those of lists indented and styled: "list" begins an item, "list text" carries on the one above."""
    shifts = _shifts(lines)
    margin = min((one.left - shift for one, shift in zip(lines, shifts, strict=True) if one.words), default=0.0)
    found: list[RawLine] = []
    open_items: list[_Item] = []
    plain: list[int] = []
    items: list[unmarked.Marked] = []
    joined = False
    for index, (one, shift) in enumerate(zip(lines, shifts, strict=True)):
        if not one.words or one.line.cells:
            found.append(one.line)
            joined = False
            continue
        item = _item(one.words, shift)
        left = one.left - shift
        before = len(open_items)
        while open_items and left <= open_items[-1].left + (0.0 if item else _ALIGNED):
            open_items.pop()
        style = "list" if item is not None and item.bullet else None
        if item is None and open_items and joined and len(open_items) == before and open_items[-1].bullet:
            style = LIST_TEXT if abs(left - open_items[-1].text) <= _ALIGNED else None
        inside = item is not None or open_items
        blanks = min(round((left - margin) / _BLANK), _MOST_BLANKS) if inside else 0
        found.append(replace(one.line, text=" " * blanks + one.line.text, style=style))
        if item is not None:
            open_items.append(item)
            items.append(unmarked.Marked(index, item.text + shift, item.bullet))
        elif not open_items:
            plain.append(index)
        joined = True
    for index, style in unmarked.styles(lines, plain, items).items():
        found[index] = replace(found[index], style=style)
    return found


def _item(words: Sequence[Word], shift: float) -> _Item | None:
    """The item that begins with these words, if one does."""
    if len(words) < 2:
        return None
    sign, text = words[:2]
    far = text.left - sign.right > _TAB * (text.top - text.bottom)
    bullet = len(sign.text) == 1 and (sign.text in SIGNS or (far and sign.text in _OTHER_SIGNS))
    if not bullet and _ORDINAL.match(sign.text) is None:
        return None
    return _Item(sign.left - shift, text.left - shift, bullet)


def _shifts(lines: Sequence[Placed]) -> list[float]:
    """How far right of the first column the column of each line begins; a line above the one before begins a column."""
    found = [0.0] * len(lines)
    filled = [index for index, one in enumerate(lines) if one.words]
    start = 0.0
    for place, index in enumerate(filled):
        one = lines[index]
        before = lines[filled[place - 1]] if place else None
        if before is None or before.line.page != one.line.page or one.left < start - _COLUMN:
            start, found[index] = 0.0, 0.0
        elif one.words[0].bottom > before.words[0].top and one.left > before.left:
            start = one.left
            first = _start(lines, filled[: place + 1], one)
            rest = _column(lines, filled[place:], start)
            shift = min(lines[other].left for other in rest) - first
            for other in rest:
                found[other] = shift
    return found


def _start(lines: Sequence[Placed], indexes: Sequence[int], one: Placed) -> float:
    """Where the lines of this page above begin that stand further left."""
    return min(lines[index].left for index in indexes if lines[index].line.page == one.line.page)


def _column(lines: Sequence[Placed], indexes: Sequence[int], start: float) -> list[int]:
    """The lines from the first of a column to its last."""
    found: list[int] = []
    for index in indexes:
        if lines[index].line.page != lines[indexes[0]].line.page or lines[index].left < start - _COLUMN:
            break
        found.append(index)
    return found
