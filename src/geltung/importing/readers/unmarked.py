"""Lists of a PDF without any sign: lines that stand further in than the text, and where one item ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from geltung.importing.source import INDENTED, LIST_TEXT

if TYPE_CHECKING:
    from geltung.importing.readers.placed import Placed

_LEAST: Final = 10.0
_MOST: Final = 60.0
"""Points that such a list stands further in than the text: more is a title in the middle or an address."""
_ALIGNED: Final = 2.5
"""Points by which lines that begin at one place differ at most."""
_FEWEST: Final = 2
"""Lines that begin at one place at least, in the whole document."""
_USUAL: Final = 0.3
"""Share of the lines at the most frequent place that begin at the edge of the text at least."""
_NEAR: Final = 12
"""Lines, also empty ones, from a numbered item to what carries it on: a page may end between them."""
_SPACE: Final = 0.25
"""Width of a blank in heights of the text."""


@dataclass(frozen=True, slots=True)
class Marked:
    """An item with a bullet or a number: the index of its line, and where its text begins."""

    index: int
    text: float
    bullet: bool

    def may_reach(self, index: int, left: float) -> bool:
        """Whether a line may carry it on: nearby, or anywhere if it has a bullet: the document marks its lists."""
        near = self.bullet or 0 < index - self.index <= _NEAR
        return near and abs(left - self.text) <= _ALIGNED


def styles(lines: Sequence[Placed], plain: Collection[int], items: Sequence[Marked]) -> dict[int, str]:
    """The styles of lines that may be a list, by index: `INDENTED` begins an item, "list text" carries it on.

    `plain` are the indexes of lines that belong to no list with signs and no table; `items` are
    those with signs: what stands where their text begins carries one of them on, also behind the end of a page.
    """
    filled = [index for index in plain if lines[index].words]
    if not filled:
        return {}
    counted = Counter(round(lines[index].left) for index in filled)
    usual = min(left for left in counted if counted[left] >= _USUAL * max(counted.values()))
    edge = max(lines[index].words[-1].right for index in filled)
    found: dict[int, str] = {}
    first: int | None = None
    for place, index in enumerate(filled):
        left = lines[index].left
        alone = sum(abs(lines[other].left - left) <= _ALIGNED for other in filled) < _FEWEST
        if not _LEAST <= left - usual <= _MOST or alone or any(item.may_reach(index, left) for item in items):
            first = None
            continue
        before = filled[place - 1] if place else None
        if first is None or before is None:
            first, found[index] = index, INDENTED
        elif left < lines[first].left - _ALIGNED or _begins(lines, before, index, first, edge):
            found[index] = INDENTED
        else:
            found[index] = LIST_TEXT
    return found


def _begins(lines: Sequence[Placed], before: int, index: int, first: int, edge: float) -> bool:
    """Whether an item begins with a line, not the first of its list."""
    above, words = lines[before], lines[index].words
    if index != before + 1 and above.line.page == lines[index].line.page:
        return True  # there is a gap
    if lines[index].left > lines[first].left + _ALIGNED:
        return False  # hanging: the first lines of items stand further left
    word = words[0]
    if above.words[-1].right + _SPACE * (word.top - word.bottom) + word.right - word.left < edge:
        return True  # the word had room at the end of the line above, which was thus ended on purpose
    alike = lines[first].words[0].text[:1].islower() == word.text[:1].islower()
    return above.line.text.endswith(";") or (above.line.text.endswith(".") and alike)
