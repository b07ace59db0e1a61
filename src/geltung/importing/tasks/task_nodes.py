"""Nodes of the body around the tasks: what is none as it stands, and tasks whose end is not marked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.body import Node
from geltung.importing.found import least_sure
from geltung.importing.review_file import LIKELY
from geltung.importing.structure.block_kinds import Block
from geltung.importing.text import Line, join

_GOES_ON: Final = "Der Punkt danach beginnt mit „und“ oder „oder“: Gehört er zu diesem Auftrag?"


def lines_of(block: Block, text: str) -> tuple[Line, ...]:
    """The lines of a block on which a part of its text stands."""
    start = max(block.text.find(text), 0)
    end = start + len(text)
    lengths = [len(join(line.text for line in block.lines[:count])) for count in range(len(block.lines) + 1)]
    held = [
        line for line, low, high in zip(block.lines, lengths, lengths[1:], strict=False) if low < end and high > start
    ]
    return tuple(held) or block.lines


def with_borders(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """A task with nested items or further paragraphs is likely, for its end is not marked."""
    found = list(nodes)
    last: int | None = None
    announced = False
    inner = -1  # the indent of the nested items below the one that announced them
    for index, node in enumerate(nodes):
        if node.level and node.kind in ("item", "numbered"):
            inner = node.lines[0].indent
        elif node.kind in ("item", "numbered") and inner > node.lines[0].indent:
            announced, inner = False, -1
        announced = announced and node.kind not in ("chapter", "heading")
        if announced and node.task is not None:
            asked = "Ein Punkt davor endet mit einem Doppelpunkt: Gehört dieser Punkt zu ihm?"
            confidence = least_sure(node.task.confidence, LIKELY)
            found[index] = replace(
                node, task=replace(node.task, doubts=(*node.task.doubts, asked), confidence=confidence)
            )
        before = found[last].task if last is not None else None
        if node.task is not None and re.match(r"(?:und|oder|sowie)\b", node.text) and last is not None and before:
            unsure = least_sure(before.confidence, LIKELY)
            found[last] = replace(
                found[last], task=replace(before, doubts=(*before.doubts, _GOES_ON), confidence=unsure)
            )
        announced = announced or (node.task is not None and node.text.endswith(":"))
        if node.task is not None or node.kind in ("chapter", "heading", "table", "row"):
            last = index if node.task is not None and node.kind != "row" else None
        elif _introduces(nodes, index):
            last = None
        elif last is not None and (node.level or node.kind not in ("item", "numbered")):
            task = found[last].task
            asked = "Gehört das Folgende noch zum Auftrag?"
            if task is not None and asked not in task.doubts:
                confidence = least_sure(task.confidence, LIKELY)
                found[last] = replace(
                    found[last], task=replace(task, doubts=(*task.doubts, asked), confidence=confidence)
                )
    return tuple(found)


def _introduces(nodes: Sequence[Node], index: int) -> bool:
    """Whether a paragraph introduces the tasks of a list below it."""
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    listed = following is not None and following.task is not None and following.kind in ("item", "numbered")
    return nodes[index].kind == "paragraph" and not nodes[index].level and listed


def plain(blocks: Sequence[Block], index: int, section: str) -> Node:
    """A block outside the tasks as it is; a lone line behind a chapter's heading is a heading without number."""
    block = blocks[index]
    if block.kind == "paragraph" and _is_heading(blocks, index):
        return Node("heading", block.text.rstrip(":"), block.lines, 3, section=section)
    if block.kind == "heading":
        return Node("heading", block.text, block.lines, 3, section=section)
    level = block.level
    return Node(block.kind, block.text, block.lines, level, block.number, block.rows, section=section)


def _is_heading(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if index == 0 or index + 1 >= len(blocks) or blocks[index - 1].kind != "chapter":
        return False
    following = blocks[index + 1]
    short = len(block.text) <= 90 and len(block.lines) == 1 and not block.text.endswith((".", ":", ";", ",", "!", "?"))
    prose = (
        following.kind == "paragraph" and following.gap and (len(following.text) > 90 or following.text.endswith("."))
    )
    return short and prose and len(block.text.split()) > 1
