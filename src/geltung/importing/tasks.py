"""The chapter Einzelaufträge: which words are a task, where it ends, and whom it addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from geltung.importing.addressees import Units
from geltung.importing.blocks import Block, is_closing, is_task_chapter
from geltung.importing.body import Node
from geltung.importing.deadlines import read_days
from geltung.importing.nesting import nested
from geltung.importing.prose import names_office
from geltung.importing.review_file import OPEN
from geltung.importing.task_days import Context
from geltung.importing.task_items import ItemReader
from geltung.importing.task_making import TaskMaker
from geltung.importing.task_nodes import plain, with_borders
from geltung.importing.task_paragraphs import ParagraphReader
from geltung.importing.task_rows import RowReader
from geltung.importing.task_state import State


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
        for index, block in enumerate(blocks):
            closed = closed or is_closing(block)
            if block.kind == "chapter":
                section = block.number
                top = "." not in block.number
                in_tasks = is_task_chapter(block.text) if top else in_tasks
                state = self._of_chapter(block) if in_tasks and not top else State()
                level = 2 + block.number.count(".")
                found.append(
                    Node("chapter", f"{block.printed} {block.text}", block.lines, level, section, sure=block.sure)
                )
            elif in_tasks and not closed:
                found.extend(self._in_chapter(blocks, index, state, found, section))
            else:
                found.append(plain(blocks, index, section))
        return with_borders(self._with_nested_days(found))

    def _with_nested_days(self, nodes: Sequence[Node]) -> list[Node]:
        """A task that states no day takes the days that the items nested below it state, as a question."""
        found = list(nodes)
        for index, node in enumerate(nodes):
            inner = [item.text for item in takewhile(lambda item: item.level > 0, nodes[index + 1 :])]
            if node.task is None or not inner or node.task.days.stated:
                continue
            read = read_days(" ".join((node.text, *inner)), self.context)
            if read.starts_on or read.due_on or read.ends_on:
                own = node.task.days
                days = replace(read, recurrence=own.recurrence, deadline_words=own.deadline_words)
                days = days.doubted("Der Tag steht in einem Unterpunkt: Gilt er für den ganzen Auftrag?", OPEN)
                found[index] = replace(node, task=replace(node.task, days=days))
        return found

    def _beginnings(self, blocks: Sequence[Block]) -> tuple[bool, ...]:
        """For each block, whether a new list begins with it, for it names whom the tasks below address."""
        found: list[bool] = []
        in_tasks = False
        for index, block in enumerate(blocks):
            if block.kind == "chapter" and "." not in block.number:
                in_tasks = is_task_chapter(block.text)
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
        if block.kind not in ("item", "numbered") or not block.text[:1].isupper() or not following.text[:1].islower():
            return False
        if not self.units.names_unit(block.text):
            return False
        for other in reversed(blocks[:index]):
            if other.kind not in ("item", "numbered"):
                return True
            if other.text.endswith(":"):
                return self.units.names_unit(other.text)
        return True

    def _of_chapter(self, block: Block) -> State:
        """A numbered section of the chapter may be named after its addressee."""
        read = self.units.read(block.text)
        return State(read, True) if read.known or names_office(block.text) else State()

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
            read = replace(read, printed=f"{block.number} {read.printed or read.words}")
        state.begin(read)
        return Node("heading", read.printed or read.words, block.lines, 3, section=section, sure=read.sure)
