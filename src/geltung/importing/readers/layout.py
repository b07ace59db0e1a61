"""From words with boxes to the lines of a page, top to bottom; words far apart in rows of equal shape are cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geltung.importing.readers.columns import in_reading_order

_SAME_LINE: Final = 0.5
"""Share of the lower height by which two words of a line overlap at least."""
_CELL_GAP: Final = 0.8
"""Words further apart than this, in heights of the text, are in different cells."""
_CERTAIN: Final = 3
"""So many cells one below the other are a table, though lines with the rest of a cell lie between."""
_REACH: Final = 5
"""Lines away at which such a row is looked for."""
_BLANK: Final = 0.4
"""Empty space above a line, in heights of the text, from which on it counts as an empty line."""
SIGNS: Final = "•·∙●▪■◆♦►▶➢➤✓✔‣⁃○◦□▫"
"""Signs that are bullets wherever a line begins with them."""
_ALIGNED: Final = 6.0
"""Points by which the starts of cells in one column differ at most."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its box in points; y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page; `cells` if it belongs to a table."""

    text: str
    words: tuple[Word, ...]
    cells: tuple[str, ...] = ()


def rows(words: Sequence[Word]) -> list[Row]:
    """The lines of a page as a person reads them; an empty line where the distance says so."""
    lines = in_reading_order(_lines(words))
    groups = [_cells(line) for line in lines]
    distance = _usual_distance(lines)
    found: list[Row] = []
    columns: list[float] = []
    for index, line in enumerate(lines):
        apart = bool(index) and _apart(lines[index - 1][0], line[0], distance)
        if apart:
            found.append(Row("", ()))
        group = groups[index]
        near = range(index - 1, index + 2) if len(group) < _CERTAIN else range(index - _REACH, index + _REACH + 1)
        alike = any(other != index and _same_shape(group, groups[other]) for other in near if 0 <= other < len(groups))
        places = _places(group, columns)
        if places and (len(group) > 1 or places[0] or not apart):
            cells = [""] * len(columns)
            for place, part in zip(places, group, strict=True):
                cells[place] = _words(part)
        else:
            columns = [part[0].left for part in group] if alike else []
            cells = [_words(part) for part in group] if alike else []
        found.append(Row(_words(line), tuple(line), tuple(cells)))
    return found


def _words(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _places(groups: list[list[Word]], columns: Sequence[float]) -> list[int]:
    """The columns of the table above in which the groups of a line stand; none if one keeps to no column.

    So the rest of a cell that runs over several lines is a row with the other cells empty.
    """
    found = [
        next((place for place, left in enumerate(columns) if abs(group[0].left - left) < _ALIGNED), -1)
        for group in groups
    ]
    if -1 in found or sorted(set(found)) != found:
        return []
    ends = (
        columns[place + 1] if place + 1 < len(columns) else group[-1].right
        for place, group in zip(found, groups, strict=True)
    )
    return found if all(group[-1].right <= end for group, end in zip(groups, ends, strict=True)) else []


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words on one height form a line, from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -(word.bottom + word.top)):
        if lines and _beside(lines[-1][0], word):
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda word: word.left) for line in lines]


def _beside(first: Word, second: Word) -> bool:
    common = min(first.top, second.top) - max(first.bottom, second.bottom)
    return common > _SAME_LINE * min(first.top - first.bottom, second.top - second.bottom)


def _usual_distance(lines: list[list[Word]]) -> float:
    """The distance of lines within a paragraph: a quarter of all steps are not larger."""
    steps = sorted(above[0].bottom - below[0].bottom for above, below in pairwise(lines))
    return steps[len(steps) // 4] if steps else 0.0


def _apart(above: Word, below: Word, distance: float) -> bool:
    """Whether there is more between two lines than between lines of one paragraph."""
    gap = above.bottom - below.top
    return gap > _BLANK * (below.top - below.bottom) and above.bottom - below.bottom > 1.25 * distance


def _cells(line: list[Word]) -> list[list[Word]]:
    groups = [[line[0]]]
    for before, word in pairwise(line):
        if word.left - before.right > _CELL_GAP * (word.top - word.bottom) and not _is_sign(before):
            groups.append([word])
        else:
            groups[-1].append(word)
    return groups


def _is_sign(word: Word) -> bool:
    return len(word.text) == 1 and word.text in SIGNS


def _same_shape(first: list[list[Word]], second: list[list[Word]]) -> bool:
    """Whether two lines are rows of one table: several cells, aligned; not a bullet or a label with its value."""
    if len(first) != len(second) or len(first) < 2:
        return False
    if any(len(line[0][-1].text) == 1 or line[0][-1].text.endswith(":") for line in (first, second)):
        return False
    return all(abs(a[0].left - b[0].left) < _ALIGNED for a, b in zip(first, second, strict=True))
