"""Tables in lines of text, and their columns: cells that a format gives, between bars or tabs, or in columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, Literal

from geltung.importing.structure.bullets import bullet_at
from geltung.importing.text import Line, join, tidy

Form = Literal["cells", "bars", "tab", "tabs", "places"]

_RULE = re.compile(r"[\s|:+=_–—-]*[-=_–—]{3}[\s|:+=_–—-]*")
"""The rule between the head and the rows of a table, or between two rows."""
_SEGMENT = re.compile(r"\S+(?: \S+)*")
_WIDE_GAP = re.compile(r"\s{3,}|\s*\|\s*")
_BAR = re.compile(r"\s*\|\s*")
_NEAR: Final = 60
"""Lines below the head that are looked at to find the columns."""
_SHIFT: Final = 3
"""Places by which a cell begins left of its column at most, as recognised text does."""


def is_rule(text: str) -> bool:
    """Whether a line is a rule and nothing else."""
    return bool(_RULE.fullmatch(text))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: how its cells are divided, its head, and for each column its widest text.

    ``starts`` are the places where the columns begin if nothing else divides them. ``wraps`` says that a cell may go on
    in the next line, for the format does not say where a row ends.
    """

    form: Form
    head: tuple[str, ...]
    starts: tuple[int, ...] = ()
    widths: tuple[int, ...] = ()
    wraps: bool = True

    def cells(self, line: Line) -> tuple[str, ...] | None:
        """The cells of a line, as many as the head has; None if the line belongs to no such table."""
        if self.form == "places":
            return _placed(line, self.starts)
        cells = _divided(line, self.form)
        width = len(self.head)
        if cells is None or not any(cells) or (len(cells) > width and any(cells[width:])):
            return None
        return (*cells, *[""] * (width - len(cells)))[:width]


def columns_of(head: Sequence[Line], below: Sequence[Line]) -> Columns | None:
    """The columns of a table with a head of these lines and what stands below it; None if the head has but one."""
    form = _form(head[0]) if head else None
    if form is None or any(line.blank or is_rule(line.text) for line in head):
        return None
    near = list(islice((line for line in below if line.text and not is_rule(line.text)), _NEAR))
    if form != "places":
        parts = [_divided(line, form) or () for line in head]
        width = max(map(len, parts))
        wraps = form == "bars" or (form == "cells" and head[0].page is not None)
        columns = Columns(form, _joined(parts, width), wraps=wraps)
    else:
        starts = _starts(head, near)
        columns = Columns(form, _joined([_placed(line, starts) or () for line in head], len(starts)), starts)
    if len(columns.head) < 2:
        return None
    texts = [columns.head, *filter(None, map(columns.cells, near))]
    widths = tuple(max(len(cells[place]) for cells in texts) for place in range(len(columns.head)))
    return Columns(columns.form, columns.head, columns.starts, widths, columns.wraps)


def _form(line: Line) -> Form | None:
    if len(line.cells) > 1:
        return "cells"
    if len(list(filter(None, _BAR.split(line.text.strip("| "))))) > 1:
        return "bars"
    if "\t" in line.original.strip():
        return "tabs" if "\t\t" in line.original.strip() else "tab"
    return "places" if len(_segments(line)) > 1 else None


def _divided(line: Line, form: Form) -> tuple[str, ...] | None:
    """The cells of a line that something else than blanks divides."""
    if form == "cells":
        return tuple(" ".join(cell.split()) for cell in line.cells) or None
    if form in ("tab", "tabs"):
        between = r"\t" if form == "tab" else r"\t+"
        parts = re.split(between, line.original.rstrip("\n")) if "\t" in line.original else []
        return tuple(" ".join(tidy(part).split()) for part in parts) or None
    if "|" not in line.text:
        return None
    text = line.text.strip()
    text = text[1:] if text.startswith("|") else text
    text = text[:-1] if text.endswith("|") else text
    return tuple(part.strip() for part in _BAR.split(text.strip(" ")))


def _joined(parts: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Lines of one row put together, column by column."""
    return tuple(join(line[place] for line in parts if place < len(line)) for place in range(width))


def _segments(line: Line) -> list[tuple[int, str]]:
    """The words of a line between gaps of two blanks and more, each with its place."""
    return [(line.indent + match.start(), match[0]) for match in _SEGMENT.finditer(line.text)]


def _starts(head: Sequence[Line], near: Sequence[Line]) -> tuple[int, ...]:
    """Where the columns begin: as in the line of the head with the most of them, and where rows begin further left."""
    fullest = max((_segments(line) for line in head), key=len)
    starts = [place for place, _ in fullest]
    for line in _until_gap(near, len(starts)):
        for position, (place, _) in enumerate(line):
            free = position == 0 or place > starts[position - 1] + 1
            if place < starts[position] and free:
                starts[position] = place
    return tuple(starts)


def _until_gap(near: Sequence[Line], width: int) -> Iterator[list[tuple[int, str]]]:
    """The lines with all columns filled, as far as lines with several columns reach."""
    for line in near:
        segments = _segments(line)
        if len(segments) < 2 and line.indent == 0 and len(line.text) > _NEAR:
            return
        if len(segments) == width:
            yield segments


def _placed(line: Line, starts: Sequence[int]) -> tuple[str, ...] | None:
    """The cells of a line by the places of its words; None if it does not keep to the columns."""
    if not line.text:
        return None
    segments = _segments(line)
    if len(segments) == len(starts) and segments[0][0] < starts[1] - 1:
        return tuple(text for _, text in segments)
    cells = [""] * len(starts)
    for number, (place, text) in enumerate(segments):
        own = max((at for at, start in enumerate(starts) if place >= start - _SHIFT), default=-1)
        if own == -1:
            return None
        pieces = [(own, text)]
        beyond = own + 1 < len(starts) and place + len(text) > starts[own + 1] - 1
        if beyond and number + 1 == len(segments):  # no gap before the next column: one blank there divides the words
            cut = starts[own + 1] - place
            if number == 0 or cut < 1 or text[cut - 1] != " ":
                return None
            pieces = [(own, text[: cut - 1]), (own + 1, text[cut:])]
        for at, piece in pieces:
            cells[at] = f"{cells[at]} {piece}".strip()
    return tuple(cells)


def table_at(lines: Sequence[Line], index: int) -> tuple[tuple[tuple[str, ...], ...], int]:
    """The rows of a table that begins at a line, and its lines; none if none does. Two rows of as many columns are one;
    a rule between them is no row."""
    rows: list[tuple[str, ...]] = []
    count = 0
    for line in lines[index:]:
        if not (rows and is_rule(line.text)):
            cells = _cells(line)
            if len(cells) < 2 or (rows and len(cells) != len(rows[0]) and line.style != "table row"):
                break
            rows.append(cells)
        count += 1
    whole = len(rows) >= 2 or (rows and lines[index].style == "table row")
    return (tuple(rows), count) if whole else ((), 0)


def _cells(line: Line) -> tuple[str, ...]:
    if line.cells:
        return tuple(" ".join(cell.split()) for cell in line.cells)
    text = line.text.strip("| ")
    if bullet_at(line, False) is not None:
        return ()
    return tuple(cell.strip() for cell in _WIDE_GAP.split(text)) if line.text else ()
