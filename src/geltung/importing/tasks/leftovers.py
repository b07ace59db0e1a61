"""What stands in the chapter Einzelaufträge and is neither a task nor part of one: nothing is lost silently."""

import re
from collections.abc import Sequence
from typing import Final

from geltung.importing.body import Node
from geltung.importing.structure.block_kinds import is_closing_text
from geltung.parse.duties import says_no_tasks

_DENIES: Final = re.compile(r"\bkeine\b[^.,;:]{0,40}\b(?:einzel|arbeits)auftr", re.IGNORECASE)


def denies_tasks(text: str) -> bool:
    """Whether words say of someone that there are no tasks: "Es gibt keine Einzelaufträge an die Service Center."."""
    return says_no_tasks(text) or bool(_DENIES.search(text))


def in_task_chapter(nodes: Sequence[Node]) -> tuple[bool, ...]:
    """For each node, whether it is a text in the chapter Einzelaufträge; headings are none."""
    found: list[bool] = []
    inside = False
    for node in nodes:
        if node.kind == "chapter" and "." not in node.number:
            inside = node.tasks
        elif node.kind == "paragraph" and is_closing_text(node.text):
            inside = False
        found.append(inside and node.kind not in ("chapter", "heading"))
    return tuple(found)


def leftovers(nodes: Sequence[Node]) -> tuple[int, ...]:
    """Indices of the nodes in the chapter Einzelaufträge that no task has."""
    found: list[int] = []
    within = False
    for index, (node, inside) in enumerate(zip(nodes, in_task_chapter(nodes), strict=True)):
        if node.kind in ("chapter", "heading"):
            within = False
        elif node.task is not None:
            within = True
        elif inside and not _is_accounted(nodes, index, within):
            found.append(index)
    return tuple(found)


def _is_accounted(nodes: Sequence[Node], index: int, within: bool) -> bool:
    """Whether a node belongs to a task, introduces some, or says that there are none."""
    node = nodes[index]
    if says_no_tasks(node.text):
        return True
    if node.kind in ("table", "row") or (within and node.level > 0):
        return True  # whether tasks stand in a table is asked about every table of the chapter
    following = nodes[index + 1] if index + 1 < len(nodes) else None
    return node.kind == "paragraph" and following is not None and following.kind in ("item", "numbered", "table")
