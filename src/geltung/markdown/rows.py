"""The rows of a table: their words as one text, and the attribute list that marks one."""

import re
from collections.abc import Sequence
from typing import Final

from geltung.markdown.attributes import AttributeList, from_cell
from geltung.model.terms import BETWEEN_CELLS

_COUNTING: Final = re.compile(r"(?:lfd\.?|laufende)?\s*(?:nr\.?|nummer|ziffer|pos\.?|position|#)?", re.IGNORECASE)
_LIST_IN_ROW: Final = re.compile(r"(?:(?<=\|)|(?<= ))(\{[^{}\n]+\})[ ]*(?:(?<!\\)\|[ |]*)?\Z")
_COUNTED: Final = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]{0,2}")


def row_attributes(cells: Sequence[str], line: int) -> tuple[list[str], AttributeList | None]:
    """The cells of a row without the attribute list at the end of the last one that holds anything, and that list."""
    found = list(cells)
    for position in range(len(found) - 1, -1, -1):
        if found[position]:
            found[position], attributes = from_cell(found[position], line)
            return found, attributes
    return found, None


def list_in_row(line: str) -> tuple[int, int, AttributeList] | None:
    """Where in the line of a row its attribute list begins and ends, and that list; None if it has none."""
    match = _LIST_IN_ROW.search(line)
    if match is None:
        return None
    _, attributes = from_cell(match[1].replace("\\|", "|"), 1)
    return (match.start(1), match.end(1), attributes) if attributes else None


def in_row(words: str) -> str:
    """Words as they stand in the cell of a row: a sign that would end the cell is escaped."""
    return re.sub(r"(?<!\\)\|", r"\\|", words)


def counts_rows(head: Sequence[str]) -> bool:
    """Whether the first column of a table with this head counts its rows: "Nr.", "Lfd. Nr.", or no word at all."""
    return bool(_COUNTING.fullmatch(head[0].strip())) if head else False


def row_text(cells: Sequence[str], *, counted: bool) -> str:
    """The words of a row as one text, without cells that hold a dash at most.

    Its running number is a sign like that of a list's item and no word.
    """
    kept = [cell for cell in cells if any(map(str.isalnum, cell))]
    if counted and len(kept) > 1 and cells[0] and _COUNTED.fullmatch(cells[0]):
        kept = kept[1:]
    return BETWEEN_CELLS.join(kept)
