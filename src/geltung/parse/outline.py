"""What stands where in a body: questions about its blocks, and the notes made while reading it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from geltung.markdown.attributes import AttributeList
from geltung.markdown.blocks import HTML, ITEM, QUOTE, ROW, Block, descendants
from geltung.markdown.rows import counts_rows, row_text
from geltung.model.records import EarlierText, Section
from geltung.parse.columns import column
from geltung.parse.tasks import ADDRESSEE, EARLIER_CLASS

_FARTHEST: Final = 200
"""Rows above that are looked at for an addressee: no table joins so many cells, and an attack would."""


@dataclass(slots=True)
class Chapter:
    """A section that is being read; the abstract is one without a number."""

    number: str = ""
    title: str = ""
    line: int = 1
    texts: list[str] = field(default_factory=list)
    earlier: list[EarlierText] = field(default_factory=list)

    def close(self) -> Section:
        """The finished section."""
        return Section(self.number, self.title, self.line, "\n\n".join(self.texts), tuple(self.earlier))


@dataclass(frozen=True, slots=True)
class Marked:
    """What makes a block a task: its attribute list, its chapter, and the unnumbered heading above it."""

    attributes: AttributeList
    chapter: Chapter
    heading: str | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A quote or row with an earlier wording: its index, its attribute list, and its chapter."""

    quote: int
    attributes: AttributeList
    chapter: Chapter


class Outline:
    """Blocks by their place in the text."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks

    def inside(self, index: int) -> Iterator[int]:
        """Indices of the blocks inside a block."""
        return descendants(self.blocks, index)

    def last(self, index: int) -> int:
        """The last block inside a block; the block itself if there is none."""
        return max(self.inside(index), default=index)

    def owner(self, index: int) -> int:
        """The block that an attribute list belongs to: the item around a paragraph, else the block itself."""
        parent = self.blocks[index].parent
        return parent if parent != -1 and self.blocks[parent].kind == ITEM else index

    def is_quoted(self, index: int) -> bool:
        """Whether a block stands in a quote."""
        while (index := self.blocks[index].parent) != -1:
            if self.blocks[index].kind == QUOTE:
                return True
        return False

    def head(self, index: int) -> Block:
        """The head of the table that a row stands in: its first row."""
        return self.blocks[self.blocks[index].parent + 1]

    def rows_above(self, index: int) -> Iterator[int]:
        """The rows above a row and below the head, from the nearest up, without earlier wordings."""
        for position in range(index - 1, self.blocks[index].parent + 1, -1):
            if not self.is_earlier_row(position):
                yield position

    def row(self, index: int, attributes: AttributeList) -> tuple[str, str | None]:
        """The words of a row that is a task, and whom its own column for addressees names; an empty cell means whom the
        row above addresses.

        As with a heading, the addressee is not part of the words; where an attribute names it, the cell is.
        """
        heads = self.head(index).cells
        place = column(heads, "addressee")
        cells = list(self.blocks[index].cells)
        counted = counts_rows(heads)
        if place is None or ADDRESSEE in attributes.values:
            return row_text(cells, counted=counted), None
        above = (self._named(row, place) for row in islice(self.rows_above(index), _FARTHEST))
        named = cells[place] or next(filter(None, above), None)
        cells[place] = ""
        return row_text(cells, counted=counted), named

    def _named(self, index: int, place: int) -> str:
        """Whom a row addresses by its attribute or its cell; empty if it says nothing."""
        block = self.blocks[index]
        stated = block.attributes.values.get(ADDRESSEE) if block.attributes is not None else None
        return stated or block.cells[place]

    def is_earlier_row(self, index: int) -> bool:
        """Whether a block is a row with an earlier wording."""
        attributes = self.blocks[index].attributes
        row = self.blocks[index].kind == ROW
        return row and attributes is not None and EARLIER_CLASS in attributes.classes

    def earlier_list(self, index: int) -> AttributeList | None:
        """The attribute list on the last line of a quote that makes it an earlier wording."""
        attributes = self.blocks[self.last(index)].attributes
        return attributes if attributes is not None and EARLIER_CLASS in attributes.classes else None

    def texts(self, index: int) -> Iterator[int]:
        """Indices of the texts in a block, itself included, earlier wordings inside it left out."""
        skip = index
        if self.blocks[index].text:
            yield index
        for position in self.inside(index):
            if position <= skip:
                continue
            block = self.blocks[position]
            if block.kind == QUOTE and self.earlier_list(position) is not None:
                skip = self.last(position)
            elif block.text and block.kind != HTML:
                yield position

    def text(self, index: int) -> str:
        """The plain text of a block."""
        return " ".join(self.blocks[position].text for position in self.texts(index))
