"""Tables of tasks ("Wer | Was | Bis wann") in lines of text: their rows, also where cells run over several lines.

Only a table whose head names what is to be done and by whom or by when is read here, every other by ``blocks``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from geltung.importing.days.cell_days import is_whole
from geltung.importing.structure.table_lines import Columns, columns_of, is_rule
from geltung.importing.text import GOES_ON, Line, join
from geltung.markdown.rows import counts_rows
from geltung.parse.columns import column, lists_duties, purpose

_MOST_HEAD_LINES: Final = 3
_HYPHENS: Final = ("-", "‐", "\u2011")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with the lines it was read from."""

    cells: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class TaskTable:
    """A table of tasks, its head first, and the number of lines that it takes."""

    rows: tuple[TableRow, ...]
    count: int


def task_table_at(lines: Sequence[Line], index: int, names_unit: Callable[[str], bool]) -> TaskTable | None:
    """The table of tasks that begins at a line; None if none does, or if it is nothing but a head."""
    ruled = int(is_rule(lines[index].text))
    found = _read(lines, index + ruled, names_unit)
    return replace(found, count=found.count + ruled) if found else None


def _read(lines: Sequence[Line], index: int, names_unit: Callable[[str], bool]) -> TaskTable | None:
    for count in range(1, _MOST_HEAD_LINES + 1):
        columns = columns_of(lines[index : index + count], lines[index + count :])
        if columns is None:
            return None
        if lists_duties(columns.head, alone=columns.form in ("cells", "bars")) and not _head_goes_on(
            columns, lines[index + count : index + count + 1]
        ):
            return _Reader(lines, index, count, columns, names_unit).read()
    return None


def _head_goes_on(columns: Columns, following: Sequence[Line]) -> bool:
    """Whether the line below the head is its rest: it has no duty, and goes on with the words above it."""
    cells = columns.cells(following[0]) if following and columns.wraps and not is_rule(following[0].text) else None
    if cells is None or any(cells[place] for place, head in enumerate(columns.head) if purpose(head) == "duty"):
        return False
    pairs = zip(columns.head, cells, strict=True)
    return all(cell[0].islower() or head.endswith(_HYPHENS) for head, cell in pairs if cell)


@dataclass(slots=True)
class _Reader:
    lines: Sequence[Line]
    begin: int
    head_lines: int
    columns: Columns
    names_unit: Callable[[str], bool]
    rows: list[list[tuple[tuple[str, ...], Line]]] = field(default_factory=list)
    begun_apart: bool = False

    def read(self) -> TaskTable | None:
        index, end = self.begin + self.head_lines, self.begin + self.head_lines
        apart = True
        while index < len(self.lines):
            line = self.lines[index]
            index += 1
            if line.blank or is_rule(line.text):
                end = index if not line.blank and end == index - 1 else end
                apart = apart or line.blank or bool(self.rows)
                continue
            cells = self.columns.cells(line) or self._of_all(index - 1)
            if cells is None or not self._take(cells, index - 1, apart):
                break
            apart, end = False, index
        if not self.rows:
            return None
        head = TableRow(self.columns.head, tuple(self.lines[self.begin : self.begin + self.head_lines]))
        return TaskTable((head, *map(self._row, self.rows)), end - self.begin)

    def _of_all(self, index: int) -> tuple[str, ...] | None:
        """A row that is one cell over all columns: an addressee, with rows of its own below."""
        if self.columns.form != "cells" or not self.names_unit(self.lines[index].text) or not self._follows(index):
            return None
        place = column(self.columns.head, "addressee") or 0
        return tuple(self.lines[index].text if place == at else "" for at in range(len(self.columns.head)))

    def _follows(self, index: int) -> bool:
        """Whether the next line is a row with several cells, or one that leaves the first empty."""
        following = next((line for line in self.lines[index + 1 :] if line.text and not is_rule(line.text)), None)
        cells = self.columns.cells(following) if following is not None else None
        return cells is not None and (not cells[0] or sum(map(bool, cells)) > 1)

    def _take(self, cells: tuple[str, ...], index: int, apart: bool) -> bool:
        """Put the cells of a line into a row; False where the table has ended."""
        line = self.lines[index]
        if not self.columns.wraps:
            self.rows.append([(cells, line)])
        elif self.rows and self._goes_on(cells, apart):
            self.rows[-1].append((cells, line))
        elif sum(map(bool, cells)) == 1 and cells[0] and not (self.names_unit(cells[0]) and self._follows(index)):
            return False
        else:
            self.rows.append([(cells, line)])
            self.begun_apart = apart
        return True

    def _goes_on(self, cells: tuple[str, ...], apart: bool) -> bool:
        """Whether a line goes on with the cells of the row above."""
        row = self.rows[-1]
        if counts_rows(self.columns.head[:1]) and row[0][0][0]:
            return not cells[0]
        if apart:
            return False
        said = [self._is_continued(place, cell) for place, cell in enumerate(cells) if cell]
        return False not in said and (
            True in said or all(self._was_full(place, cells[place]) for place in range(len(cells)))
        )

    def _is_continued(self, place: int, cell: str) -> bool | None:
        """Whether words in a column go on with the cell above, or begin a row; None if they may do either."""
        above = [cells[place] for cells, _ in self.rows[-1]]
        before, whole = above[-1], join((*above, cell))
        wanted = purpose(self.columns.head[place])
        if not any(above) and wanted != "duty" and self._has_begun_above():
            return True
        if not before or (before.endswith((".", ";")) and cell[0].islower()):
            return False
        if wanted in ("due", "start", "end") and is_whole(cell) and is_whole(join(above)):
            return bool(GOES_ON.search(before)) or before.endswith((",", "bis", "–", "spätestens"))
        if wanted == "addressee" and self.names_unit(cell) and not self.names_unit(whole):
            return False
        broken = before.endswith(_HYPHENS) or bool(GOES_ON.search(before))
        return True if broken or (wanted == "addressee" and self.names_unit(whole)) else None

    def _has_begun_above(self) -> bool:
        """Whether the row began with nothing but its duty, and its other cells stand in the middle or at the end."""
        duty = column(self.columns.head, "duty")
        others = any(cell for place, cell in enumerate(self.rows[-1][0][0]) if place != duty)
        return self.columns.form == "cells" and self.begun_apart and not others

    def _was_full(self, place: int, cell: str) -> bool:
        """Whether the first word of a cell had no room at the end of the cell above."""
        before = self.rows[-1][-1][0][place]
        return not cell or len(before) + 1 + len(cell.split(maxsplit=1)[0]) > self.columns.widths[place]

    def _row(self, parts: list[tuple[tuple[str, ...], Line]]) -> TableRow:
        cells = zip(*(cells for cells, _ in parts), strict=True)
        return TableRow(tuple(join(texts) for texts in cells), tuple(line for _, line in parts))
