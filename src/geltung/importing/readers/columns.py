"""Two columns of running text on a page: the left one is read to its end before the right one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from geltung.importing.readers.layout import Word

Lines = list[list["Word"]]

_GUTTER: Final = 1.0
"""Heights of the text that the space between two columns is wide at least."""
_FEWEST: Final = 6
"""Lines that stand beside each other in two columns at least; fewer may be a table or labels with their values."""
_FILLED: Final = 0.7
"""Share of a column's width that its lines fill on average; the cells of a table are mostly shorter."""
_LOOSELY: Final = 0.5
"""The same for columns with headings and lists, if ..."""
_ALONE: Final = 3
"""... so many lines of each have none of the other beside them: rows of a table begin in both."""
_FAR: Final = 2.0
"""Heights of the text between two lines from which on they do not belong to one stretch of columns."""
_WORDS: Final = 2.5
"""Words that a line of a column has on average at least."""


def in_reading_order(lines: Lines) -> Lines:
    """Lines across the page, those of two columns taken apart: first the left ones, then the right ones."""
    place = _gutter(lines)
    if place is None:
        return lines
    found: Lines = []
    band: Lines = []
    for line in lines:
        if _crosses(line, place) or (band and _is_far(band[-1][0], line[0])):
            found += _apart(band, place)
            band = []
        if _crosses(line, place):
            found.append(line)
        else:
            band.append(line)
    return [*found, *_apart(band, place)]


def _is_far(above: Word, below: Word) -> bool:
    return above.bottom - below.top > _FAR * (below.top - below.bottom)


def _gutter(lines: Lines) -> float | None:
    """The middle of the space that most lines leave free, None if too few do."""
    spaces = [space for line in lines for space in _spaces(line)]
    best = max(spaces, key=lambda space: _leaving_free(spaces, space), default=None)
    if best is None or _leaving_free(spaces, best) < _FEWEST:
        return None
    free = [space for space in spaces if space[0] < best[1] and best[0] < space[1]]
    left, right = max(space[0] for space in free), min(space[1] for space in free)
    return (left + right) / 2 if left < right else (best[0] + best[1]) / 2


def _spaces(line: Sequence[Word]) -> Iterator[tuple[float, float]]:
    for before, word in pairwise(line):
        if word.left - before.right > _GUTTER * (word.top - word.bottom):
            yield before.right, word.left


def _leaving_free(spaces: Sequence[tuple[float, float]], one: tuple[float, float]) -> int:
    middle = one[1] - 1.0  # columns begin at one place, and end raggedly
    return sum(left < middle < right for left, right in spaces)


def _crosses(line: Sequence[Word], place: float) -> bool:
    """Whether a line runs over the gutter: a word lies on it, or two stand close on both sides of it."""
    near = [word for word in line if word.left < place < word.right]
    beside = [(a, b) for a, b in pairwise(line) if a.right <= place <= b.left]
    return bool(near) or any(b.left - a.right <= _GUTTER * (b.top - b.bottom) for a, b in beside)


def _apart(band: Lines, place: float) -> Lines:
    left = [part for line in band if (part := [word for word in line if word.right <= place])]
    right = [part for line in band if (part := [word for word in line if word.left >= place])]
    both = sum(line[0].right <= place <= line[-1].left for line in band)
    apart = min(len(left), len(right)) - both >= _ALONE and both >= _ALONE
    dense = both >= _FEWEST and _is_text(left, _FILLED) and _is_text(right, _FILLED)
    if dense or (apart and _is_text(left, _LOOSELY) and _is_text(right, _LOOSELY)):
        return [*left, *right]
    return band


def _is_text(lines: Lines, share: float) -> bool:
    """Whether lines fill this share of their column."""
    width = max(line[-1].right for line in lines) - min(line[0].left for line in lines)
    filled = sum(line[-1].right - line[0].left for line in lines) / (width * len(lines)) if width else 0.0
    return filled >= share and sum(map(len, lines)) / len(lines) >= _WORDS
