"""The rows of a table of tasks → nodes: each that obliges is a task, with the addressee and days of its cells."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.body import Node, TaskFound
from geltung.importing.days.cell_days import days_of_row
from geltung.importing.found import least_sure
from geltung.importing.review_file import LIKELY
from geltung.importing.structure.block_kinds import Block
from geltung.importing.tasks.leftovers import denies_tasks
from geltung.importing.tasks.task_making import TaskMaker
from geltung.importing.tasks.task_state import State
from geltung.importing.text import Line
from geltung.markdown.rows import counts_rows, row_text
from geltung.parse.columns import column, lists_duties
from geltung.parse.duties import force

ROWS_ARE_TASKS: Final = (
    "Die Zeilen der Tabelle sind als Aufträge gelesen, mit Adressat und Tagen aus ihren Spalten: Stimmt das bei jeder?"
)
_SEVERAL: Final = "Die Zelle enthält mehrere Punkte: Sind das mehrere Aufträge?"
_BULLETS: Final = ("• ", "– ", "- ")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    lines: tuple[Line, ...]


def has_tasks(block: Block) -> bool:
    """Whether a block is a table whose head names duties."""
    return block.kind == "table" and lists_duties(block.rows[0])


class RowReader:
    """Reads the tables of the chapter Einzelaufträge."""

    def __init__(self, maker: TaskMaker) -> None:
        self.maker = maker

    def nodes(self, block: Block, state: State, section: str) -> tuple[Node, ...]:
        """The nodes of a table whose rows are tasks: its head, then its rows; none if it is no such table."""
        head, *rows = _rows(block)
        if not has_tasks(block):
            return ()
        found = tuple(self._nodes(head.cells, rows, state, section))
        if not any(node.task for node in found):
            return ()
        return (Node("table", "", head.lines, rows=(head.cells,), section=section), *found)

    def _nodes(self, head: tuple[str, ...], rows: Sequence[_Row], state: State, section: str) -> Iterator[Node]:
        above = state
        counted = counts_rows(head)
        for row in rows:
            above = self._addressed(head, row, above)
            text = row_text(row.cells, counted=counted)
            task = self._task(head, row, above)
            yield Node("row", text, row.lines, rows=(row.cells,), task=task, section=section)

    def _addressed(self, head: tuple[str, ...], row: _Row, above: State) -> State:
        """Whom a row addresses: its cell for that, or a row that is nothing but a unit, counts for those below too."""
        place = column(head, "addressee")
        filled = [cell for cell in row.cells if cell]
        whole = len(filled) == 1 and self.maker.units.names_unit(filled[0])
        words = filled[0] if whole else row.cells[place] if place is not None else ""
        if not words:
            return above
        read = self.maker.units.read(words)
        as_written = place is not None and row.cells[place] == read.words and read.printed is None
        return State(read, not as_written, above.intro, above.intro_text)

    def _task(self, head: tuple[str, ...], row: _Row, state: State) -> TaskFound | None:
        place = column(head, "duty")
        duty = row.cells[place] if place is not None else ""
        only = len(list(filter(None, row.cells))) == 1 and self.maker.units.names_unit(duty)
        if not duty or only or denies_tasks(duty) or not any(map(str.isalpha, duty)):
            return None
        if force(duty) == "recommendation":
            return None
        doubts = (_SEVERAL,) if max(map(duty.count, _BULLETS)) > 1 else ()
        task = self.maker.judged(self.maker.task(duty, state, doubts), duty)
        days = days_of_row(head, row.cells, task.days, self.maker.context)
        # asked once, for all the rows of which nothing else is asked
        asked = task.doubts if task.doubts or days.doubts else (ROWS_ARE_TASKS,)
        return replace(task, days=days, doubts=asked, confidence=least_sure(task.confidence, LIKELY))


def _rows(block: Block) -> list[_Row]:
    """The rows of a table, all as wide as the widest."""
    width = max(map(len, block.rows))
    lines = block.row_lines or tuple(
        (line,) for line in (block.lines if len(block.lines) == len(block.rows) else block.lines[:1] * len(block.rows))
    )
    filled = ((*cells, *[""] * (width - len(cells))) for cells in block.rows)
    return [_Row(cells, own) for cells, own in zip(filled, lines, strict=True)]
