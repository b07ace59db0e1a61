"""Collects what stands in a paragraph: its lines and the links on them. Word and HTML share it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from geltung.importing.readers.lines import RawLine, tidy
from geltung.importing.source import Link
from geltung.parse.columns import lists_duties

WIDEST: Final = 60
"""Columns or rows over which a cell may run; what says more is an attack or a mistake."""
_RUNS_OF_SPACES: Final = re.compile(r"[ \t\n\r\f]+")


class Inline:
    """Text and links of one paragraph, gathered piece by piece."""

    def __init__(self, *, keep_spaces: bool = False) -> None:
        self._keep = keep_spaces
        self._parts: list[str] = []
        self._links: list[Link] = []
        self._label_from: int | None = None
        self._address = ""
        self._done: list[RawLine] = []

    def write(self, text: str) -> None:
        """Add text."""
        self._parts.append(text)

    def open_link(self, address: str) -> None:
        """The text from here on is the label of a link."""
        self.close_link()
        self._label_from, self._address = len(self._parts), address.strip()

    def close_link(self) -> None:
        """The label ends here; a link without text is dropped."""
        if self._label_from is not None:
            label = self._tidy("".join(self._parts[self._label_from :])).strip()
            if label and self._address:
                self._links.append(Link(label, self._address))
        self._label_from = None

    def break_line(self) -> None:
        """A line ends within the paragraph; a link goes on over it."""
        going_on = self._address if self._label_from is not None else None
        self.close_link()
        self._done.append(RawLine(self._tidy("".join(self._parts)), links=tuple(self._links)))
        self._parts, self._links = [], []
        if going_on is not None:
            self.open_link(going_on)

    def lines(self, sign: str = "", style: str | None = None) -> list[RawLine]:
        """The lines with text; `sign` (a bullet, a number) stands before the first."""
        self.break_line()
        found = [line for line in self._done if line.text]
        self._done = []
        return [
            RawLine(sign + line.text if index == 0 else line.text, None, style, (), line.links)
            for index, line in enumerate(found)
        ]

    def _tidy(self, text: str) -> str:
        text = tidy(text)
        return text if self._keep else _RUNS_OF_SPACES.sub(" ", text).strip()


def table_rows(rows: Sequence[Sequence[list[RawLine]]]) -> list[RawLine]:
    """The rows of a table, each as one line; a row with a single filled cell is layout and keeps its lines.

    In a table that lists duties it is a row like the others, with cells that are empty or joined with those above.
    """
    of_tasks = bool(rows) and lists_duties([_words(cell) for cell in rows[0]])
    found: list[RawLine] = []
    for cells in rows:
        filled = [cell for cell in cells if cell]
        if len(filled) <= 1 and not (filled and of_tasks and len(cells) > 1):
            found += [line for cell in filled for line in cell]
            continue
        texts = tuple(map(_words, cells))
        links = tuple(link for cell in cells for line in cell for link in line.links)
        found.append(RawLine(" ".join(text for text in texts if text), None, "table row", texts, links))
    return found


def _words(cell: Sequence[RawLine]) -> str:
    return " ".join(line.text for line in cell)
