"""The chapter Einzelaufträge: which words are a task, where it ends, and whom it addresses."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from geltung.importing.body import Node
from geltung.importing.days.inner_days import is_inner, with_inner, with_lead
from geltung.importing.days.task_days import Context
from geltung.importing.structure.block_kinds import Block, is_closing, is_task_chapter
from geltung.importing.structure.nesting import INDENT, nested
from geltung.importing.tasks.addressees import Addressed, Units
from geltung.importing.tasks.prose import names_office
from geltung.importing.tasks.task_items import ItemReader
from geltung.importing.tasks.task_making import TaskMaker
from geltung.importing.tasks.task_nodes import plain, with_borders
from geltung.importing.tasks.task_paragraphs import ParagraphReader
from geltung.importing.tasks.task_rows import RowReader
from geltung.importing.tasks.task_state import State


class TaskReader:
    """Turns blocks into nodes; those of the chapter Einzelaufträge with tasks."""

    def __init__(self, units: Units, context: Context, damaged: bool) -> None:
        self.units = units
        self.context = context
        self.damaged = damaged
        self.make = TaskMaker(units, context)
        self.items = ItemReader(self.make)
        self.paragraphs = ParagraphReader(self.make)
        self.rows = RowReader(self.make)

    def nodes(self, blocks: Sequence[Block]) -> tuple[Node, ...]:
        """The nodes of the whole body."""
        found: list[Node] = []
        blocks = nested(blocks, self.damaged, self._beginnings(blocks))
        state, in_tasks, section, closed = State(), False, "", False
        named: dict[str, Addressed] = {}
        for index, block in enumerate(blocks):
            closed = closed or is_closing(block)
            if block.kind == "chapter":
                section = block.number
                top = "." not in block.number
                in_tasks = block.tasks if top else in_tasks
                self.make.unusual = self.make.unusual or (block.tasks and not is_task_chapter(block.text))
                state = (
                    self._of_chapter(block, named)
                    if in_tasks and not (top and is_task_chapter(block.text))
                    else State()
                )
                named = {**named, block.number: state.addressed} if state.addressed else named
                level = 2 + block.number.count(".")
                text = f"{block.printed} {block.text}"
                found.append(Node("chapter", text, block.lines, level, section, sure=block.sure, tasks=block.tasks))
            elif in_tasks and not closed:
                found.extend(self._in_chapter(blocks, index, state, found, section))
            else:
                found.append(plain(blocks, index, section))
        return with_borders(self._with_nested_days(found))

    def _with_nested_days(self, nodes: Sequence[Node]) -> list[Node]:
        """A task that states no day takes the days that the items nested below it state, as a question."""
        found = list(nodes)
        for index, node in enumerate(nodes):
            inner = [item.text for item in takewhile(is_inner, nodes[index + 1 :])]
            if node.task is not None and inner:
                days = with_inner(node.task.days, node.text, inner, self.context)
                found[index] = replace(node, task=replace(node.task, days=days))
        return with_lead(found, self.context)

    def _beginnings(self, blocks: Sequence[Block]) -> tuple[bool, ...]:
        """For each block, whether a new list begins with it, for it names whom the tasks below address."""
        found: list[bool] = []
        in_tasks = False
        for index, block in enumerate(blocks):
            if block.kind == "chapter" and "." not in block.number:
                in_tasks = block.tasks
            found.append(in_tasks and self._begins(blocks, index))
        return tuple(found)

    def _begins(self, blocks: Sequence[Block], index: int) -> bool:
        block = blocks[index]
        before_list = index + 1 < len(blocks) and blocks[index + 1].kind in ("item", "numbered")
        if block.kind == "paragraph":
            addressed = self.paragraphs.as_heading(block, before_list) or self.units.leading(block.text)
            return addressed is not None
        return before_list and self._heads_list(blocks, index)

    def _heads_list(self, blocks: Sequence[Block], index: int) -> bool:
        """Whether an item is nothing but an addressee and what follows are its tasks, which begin with their verb.

        Units that another item lists ("informieren folgende Stellen:") are no headings."""
        block, following = blocks[index], blocks[index + 1]
        if block.kind not in ("item", "numbered") or not block.text[:1].isupper():
            return False
        if not following.text[:1].islower() and not (
            following.sort != block.sort or following.lines[0].indent - block.lines[0].indent >= INDENT
        ):
            return False
        if not self.units.names_unit(block.text):
            return False
        for other in reversed(blocks[:index]):
            if other.kind not in ("item", "numbered"):
                return True
            if other.text.endswith(":"):
                return self.units.names_unit(other.text)
        return True

    def _of_chapter(self, block: Block, named: Mapping[str, Addressed]) -> State:
        """A numbered section of the chapter may be named after its addressee; what lies in it addresses the same.

        ``named`` are the sections above with their addressees.
        """
        read = self.units.read(block.text)
        if read.known or names_office(block.text):
            return State(read, True)
        whole = named.get(block.number.rpartition(".")[0])
        return State(whole, True) if whole is not None else State()

    def _in_chapter(
        self, blocks: Sequence[Block], index: int, state: State, found: list[Node], section: str
    ) -> Iterator[Node]:
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind == "table":
            yield from self.rows.nodes(block, state, section) or (plain(blocks, index, section),)
        elif block.kind in ("item", "numbered"):
            if following is not None and self._heads_list(blocks, index):
                yield self._heading(block, state, section)
            else:
                yield self.items.node(block, state, section)
        elif block.kind == "heading":
            yield self._heading(block, state, section)
        else:
            yield from self.paragraphs.nodes(block, following, state, found, section)

    def _heading(self, block: Block, state: State, section: str) -> Node:
        read = self.units.read(block.text)
        if block.number:
            number = re.sub(r"\A(\d+)\.\Z", r"\1)", block.number)  # "1." would number a section
            read = replace(read, printed=f"{number} {read.printed or read.words}")
        state.begin(read)
        return Node("heading", read.printed or read.words, block.lines, 3, section=section, sure=read.sure)
