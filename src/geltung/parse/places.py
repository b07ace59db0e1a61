"""Where words stand: from words of the plain text back to the line of the file."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from geltung.markdown.blocks import Block

_BREAK = "\n"


class Places:
    """Finds words in the blocks of one text. Words never run over the end of a block."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks

    @cached_property
    def _text(self) -> str:
        return _BREAK.join(block.text for block in self.blocks)

    @cached_property
    def _starts(self) -> list[int]:
        starts, position = [], 0
        for block in self.blocks:
            starts.append(position)
            position += len(block.text) + 1
        return starts

    def line_of(self, words: str) -> int | None:
        """The line where the words first stand, anywhere; None if they stand nowhere."""
        position = self._text.find(words)
        return None if position == -1 else _line_within(self.blocks[bisect_right(self._starts, position) - 1], words)

    def line_among(self, words: str, indices: Iterable[int]) -> int | None:
        """The line where the words first stand in some of the blocks."""
        for index in indices:
            if words in self.blocks[index].text:
                return _line_within(self.blocks[index], words)
        return None


def _line_within(block: Block, words: str) -> int:
    """The line of a block on which words of its plain text begin; markup in between may hide all but the last word."""
    if _BREAK not in block.raw:
        return block.line
    lines = block.raw.split(_BREAK)
    if block.attributes is not None:
        lines = lines[: max(1, block.attributes.line - block.line)]
    plain = [" ".join(line.split()) for line in lines]
    for wanted in (words, words.rsplit(" ", 1)[-1]):
        position = " ".join(plain).find(wanted)
        if position != -1:
            starts, start = [], 0
            for line in plain:
                starts.append(start)
                start += len(line) + 1
            return block.line + bisect_right(starts, position) - 1
    return block.line
