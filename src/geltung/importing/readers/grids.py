"""Tables whose borders are drawn: the lines between them say which words are one cell, also where cells are centred."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from geltung.importing.readers.layout import SIGNS, Row, Word, rows
from geltung.importing.text import join

_THIN: Final = 2.5
"""Points that a border is thick at most."""
_SHORTEST: Final = 8.0
"""Points that one is long at least."""
_SAME: Final = 3.0
"""Points by which borders on one line differ at most."""
_MOST: Final = 1_000
"""Borders of a page; one with more is a drawing."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: its rows from top to bottom, each with the words of its cells."""

    top: float
    rows: tuple[Row, ...]


def grids(words: Sequence[Word], boxes: Sequence[Box]) -> tuple[list[Grid], list[Word]]:
    """The tables between borders (boxes: left, bottom, right, top), and the words that stand in none.

    A table has two rows and two columns at least, and words in two cells of a row: a frame around text is none.
    """
    flat = [box for box in boxes if box[3] - box[1] <= _THIN and box[2] - box[0] >= _SHORTEST]
    upright = [box for box in boxes if box[2] - box[0] <= _THIN and box[3] - box[1] >= _SHORTEST]
    if len(flat) < 3 or len(upright) < 3 or len(boxes) > _MOST:
        return [], list(words)
    heights = _places([(box[1] + box[3]) / 2 for box in flat])[::-1]
    found: list[Grid] = []
    open_rows: list[tuple[float, list[float], list[list[Word]]]] = []
    for above, below in pairwise(heights):
        cells = _cells(words, upright, above, below)
        if open_rows and (cells is None or cells[0] != open_rows[-1][1]):
            found += _grid(open_rows)
            open_rows = []
        if cells is not None:
            if open_rows:
                _merge(open_rows, cells, [box for box in flat if abs((box[1] + box[3]) / 2 - above) <= _SAME])
            open_rows.append((above, *cells))
    found += _grid(open_rows)
    taken = {id(word) for grid in found for row in grid.rows for word in row.words}
    return found, [word for word in words if id(word) not in taken]


def _places(values: Sequence[float]) -> list[float]:
    """Places in ascending order, near ones as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _SAME:
            found.append(value)
    return found


def _cells(
    words: Sequence[Word], upright: Sequence[Box], above: float, below: float
) -> tuple[list[float], list[list[Word]]] | None:
    """The borders of the columns between two heights, and the words of each cell; None if no table is there."""
    spanning = [box for box in upright if box[3] >= above - _SAME and box[1] <= below + _SAME]
    edges = _places([(box[0] + box[2]) / 2 for box in spanning])
    if len(edges) < 3:
        return None
    cells: list[list[Word]] = [[] for _ in edges[1:]]
    for word in words:
        x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
        if below < y < above and edges[0] < x < edges[-1]:
            cells[sum(edge < x for edge in edges) - 1].append(word)
    return ([round(edge / _SAME) * _SAME for edge in edges], cells) if any(cells) else None


def _merge(
    held: Sequence[tuple[float, list[float], list[list[Word]]]],
    cells: tuple[list[float], list[list[Word]]],
    borders: Sequence[Box],
) -> None:
    """Move the words of each cell without a border above it into the cell that it is one with."""
    edges, row = cells
    for column, (left, right) in enumerate(pairwise(edges)):
        middle = (left + right) / 2
        if not any(box[0] < middle < box[2] for box in borders):
            above = next((other[column] for _, _, other in reversed(held) if other[column]), held[-1][2][column])
            above += row[column]
            row[column] = []


def _grid(held: Sequence[tuple[float, list[float], list[list[Word]]]]) -> list[Grid]:
    if len(held) < 2 or all(sum(map(bool, cells)) < 2 for _, _, cells in held):
        return []
    found = tuple(_row(cells) for _, _, cells in held)
    if _is_form(found):
        found = tuple(line for _, _, cells in held for line in _form_lines(cells))
    return [Grid(held[0][0], found)]


def _form_lines(cells: Sequence[Sequence[Word]]) -> list[Row]:
    """A label with its value as one line; if the value has several, the label above them."""
    lines = [row for cell in cells if cell for row in rows(cell) if row.words]
    if len(lines) > sum(map(bool, cells)):
        return lines
    return [Row(" ".join(row.text for row in lines), tuple(word for row in lines for word in row.words))]


def _is_form(table: Sequence[Row]) -> bool:
    """Whether a table is only the layout of labels and their values, which may be lists."""
    labels = any(row.cells[0].endswith(":") for row in table)
    lists = any(cell[:1] and cell[0] in SIGNS for row in table for cell in row.cells)
    return labels or (lists and len(table[0].cells) == 2)


def _row(cells: Sequence[Sequence[Word]]) -> Row:
    lines = [[row for row in rows(cell) if row.words] if cell else [] for cell in cells]
    texts = tuple(join(row.text for row in found) for found in lines)
    words = tuple(word for found in lines for row in found for word in row.words)
    return Row(" ".join(text for text in texts if text), words, texts)


def with_grids(lines: Sequence[Row], tables: Sequence[Grid]) -> list[Row]:
    """The lines of a page with the rows of its tables at their heights."""
    found = list(lines)
    for table in tables:
        lower = (index for index, row in enumerate(found) if row.words and row.words[0].top <= table.top)
        place = next(lower, len(found))
        while place and not found[place - 1].words:
            place -= 1
        found[place:place] = [Row("", ()), *table.rows, Row("", ())]
    return found
