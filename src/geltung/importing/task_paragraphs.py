"""Paragraphs of the chapter Einzelaufträge: headings, introductions, tasks, and what is none of them."""

import re
from collections.abc import Iterator
from typing import Final

from geltung.importing.addressees import Addressed
from geltung.importing.blocks import Block
from geltung.importing.body import Node
from geltung.importing.deadlines import read_days
from geltung.importing.leftovers import denies_tasks
from geltung.importing.prose import is_no_duty, subject_of
from geltung.importing.task_days import Days
from geltung.importing.task_making import TaskMaker
from geltung.importing.task_nodes import lines_from
from geltung.importing.task_rows import has_tasks
from geltung.importing.task_state import State

_LONGEST_HEADING: Final = 140


class ParagraphReader:
    """Reads a paragraph."""

    def __init__(self, make: TaskMaker) -> None:
        self.make = make
        self.units = make.units

    def nodes(
        self, block: Block, following: Block | None, state: State, found: list[Node], section: str
    ) -> Iterator[Node]:
        """The paragraph as nodes; ``found`` are those before it, ``state`` is moved on where it names an addressee."""
        text = block.text
        before_list = following is not None and following.kind in ("item", "numbered")
        if denies_tasks(text):
            yield Node("paragraph", text, block.lines, section=section)
            return
        if (read := self.as_heading(block, before_list)) is not None:
            state.begin(read)
            yield Node("heading", read.printed or read.words, block.lines, 3, section=section, sure=read.sure)
            return
        last = next((node for node in reversed(found) if node.task is not None), None)
        leading = self.units.leading(text)
        if (before_list and not (leading is not None and text.endswith("."))) or (
            following is not None and has_tasks(following) and text.endswith(":" if leading else (":", "."))
        ):
            yield self._introduction(block, leading, state, section)
        elif is_no_duty(text):
            yield Node("paragraph", text, block.lines, section=section, sure=False)
        elif leading is not None:
            yield from self._prose(block, leading[0], state, section)
        elif block.gap and (subject := subject_of(text)) is not None:
            yield from self._prose(block, self.units.read(subject), state, section)
        elif text[:1].islower() and state.addressed is not None:
            task = self.make.task(
                text, state, ("Das Aufzählungszeichen ist verloren: Ist das ein eigener Auftrag?",) if last else ()
            )
            yield Node("item", text, block.lines, 0, task=task, section=section, sure=False)
        elif found and found[-1].kind in ("item", "paragraph") and last is not None and state.addressed is not None:
            level = 1 if found[-1].kind == "item" or found[-1].level else 0
            yield Node("paragraph", text, block.lines, level, section=section, sure=False)
        else:
            yield Node("paragraph", text, block.lines, section=section, sure=False)

    def as_heading(self, block: Block, before_list: bool) -> Addressed | None:
        """The addressee if a paragraph is nothing else; words that no unit has are one if they stand like one."""
        text = block.text
        if len(text) > _LONGEST_HEADING or text.endswith((".", ",", ";", "!", "?")):
            return None
        read = self.units.read(text)
        if read.known:
            return read
        article = re.match(r"(?:die|der|das|alle|sämtliche|an)\s", text, re.IGNORECASE)
        pieces = re.split(r",\s*|;\s*|\s+und\s+", text)
        name = all(len(piece.split()) <= 5 for piece in pieces) and not re.search(r"\b[a-zäöüß]{4,}(?:en|t)\b", text)
        starts = (article or name) and text[:1].isupper()
        short = len(text.split()) <= 14 and not re.search(
            r"\b(?:dass|wird|werden|ist|sind|hat|haben|sollen|müssen)\b|:\s*\S", text
        )
        return read if before_list and starts and short else None

    def _introduction(self, block: Block, leading: tuple[Addressed, str] | None, state: State, section: str) -> Node:
        """A sentence before a list: "Die Agenturen für Arbeit stellen bis zum 31.07. sicher, dass:"."""
        if leading is not None:
            state.begin(leading[0], explicit=True)
        elif len(block.text) < _LONGEST_HEADING and not block.text[:1].islower():
            state.doubt = f"Über der Liste steht „{block.text}“: Wen meint sie?"
        days = read_days(block.text, self.make.context)
        state.intro = days if days != Days() else None
        state.intro_text = block.text
        return Node("paragraph", block.text, block.lines, section=section)

    def _prose(self, block: Block, addressed: Addressed, state: State, section: str) -> Iterator[Node]:
        """A whole paragraph that begins with its addressee is a task; where a sentence begins with another addressee,
        it is divided."""
        pieces = self.make.by_addressee(block.text, addressed)
        doubts = ("Der Absatz hat kein Aufzählungszeichen: Ist er ein Auftrag?",)
        if len(pieces) > 1:
            doubts = ("Der Absatz nennt mehrere Adressaten und ist vor jedem geteilt: Ist jeder Teil ein Auftrag?",)
        for whom, text in pieces:
            own = State(whom, True)
            state.begin(whom, explicit=True)
            task = None if is_no_duty(text) else self.make.judged(self.make.task(text, own, doubts), text)
            yield Node("paragraph", text, lines_from(block, text), 0, task=task, section=section, sure=task is not None)
