"""Paragraphs of the chapter Einzelaufträge: headings, introductions, tasks, and what is none of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.body import Node
from geltung.importing.days.deadlines import read_days
from geltung.importing.days.task_days import Days
from geltung.importing.structure.block_kinds import Block
from geltung.importing.structure.nesting import INDENT
from geltung.importing.tasks.addressees import Addressed
from geltung.importing.tasks.leftovers import denies_tasks
from geltung.importing.tasks.orders import Order, Piece, asked_of, begins_adverbially, pieces_of
from geltung.importing.tasks.prose import is_no_duty, names_office
from geltung.importing.tasks.task_making import DIVIDED, NO_SIGN, SEVERAL_ADDRESSED, TaskMaker
from geltung.importing.tasks.task_nodes import lines_of
from geltung.importing.tasks.task_rows import has_tasks
from geltung.importing.tasks.task_state import State

_LONGEST_HEADING: Final = 140
_OF_ALL: Final = re.compile(
    r"\b(?:auftr[äa]ge|aufgaben|ma(?:ß|ss)nahmen|umzusetzen|umsetzung)\b|einzelauftr", re.IGNORECASE
)
_NOUN: Final = re.compile(
    r"[A-ZÄÖÜ]\w*(?:ung|ungen|ion|gabe|nahme|gleich|schluss|richt|fung|ieren|stellen|melden|prüfen)\b"
)
"""What a task in the form of a noun begins with: "Meldung der Zahlen bis zum 01.06."."""
_NUMBER: Final = re.compile(r"(?:Zu\s+(?:Ziffer\s+|Nr\.\s+|Punkt\s+)?)?\d{1,2}(?:\.\d{1,2})+(?:\.|:)?\s+(?=[A-ZÄÖÜ])")
"""The number of a paragraph, as in "3.1.2 Die Agenturen melden …"."""


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
        above = following is not None and following.text[:1].islower() and names_office(text)
        if (read := self.as_heading(block, before_list or above)) is not None:
            state.begin(read)
            yield Node("heading", read.printed or read.words, block.lines, 3, section=section, sure=read.sure)
            return
        last = next((node for node in reversed(found) if node.task is not None), None)
        leading = self._leading(text)
        before_table = following is not None and has_tasks(following) and text.endswith(":" if leading else (":", "."))
        if before_list and leading is None and _is_inside(block, found):
            yield Node("paragraph", text, block.lines, 1, section=section, sure=False)
        elif before_table or (before_list and not (leading is not None and text.endswith("."))):
            yield self._introduction(block, leading, state, section)
        elif is_no_duty(text):
            yield Node("paragraph", text, block.lines, section=section, sure=False)
        elif pieces := self._orders(block, leading, state, found):
            yield from self._prose(block, pieces, state, section)
        elif text[:1].islower() and state.addressed is not None:
            task = self.make.task(
                text, state, ("Das Aufzählungszeichen ist verloren: Ist das ein eigener Auftrag?",) if last else ()
            )
            yield Node("item", text, block.lines, 0, task=task, section=section, sure=False)
        elif found and found[-1].kind in ("item", "paragraph") and last is not None and state.addressed is not None:
            level = 1 if found[-1].kind == "item" or found[-1].level else 0
            yield Node("paragraph", text, block.lines, level, section=section, sure=False)
        else:
            if _OF_ALL.search(text) and read_days(text, self.make.context).stated:
                self.make.general = text
            yield Node("paragraph", text, block.lines, section=section, sure=False)

    def _leading(self, text: str) -> tuple[Addressed, str] | None:
        """The addressee that a paragraph begins with or asks ("Ich bitte die Agenturen für Arbeit,")."""
        asked = asked_of(text, self.units)
        return (asked, text) if asked is not None else self.units.leading(text)

    def as_heading(self, block: Block, before_list: bool) -> Addressed | None:
        """The addressee if a paragraph is nothing else; words that no unit has are one if they stand like one."""
        text = block.text
        if len(text) > _LONGEST_HEADING or (text.endswith((".", ",", ";", "!", "?")) and not before_list):
            return None
        read = self.units.read(text)
        if read.known:
            return read
        if text.endswith((".", ",", ";", "!", "?")) or begins_adverbially(text):
            return None
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

    def _orders(
        self, block: Block, leading: tuple[Addressed, str] | None, state: State, found: Sequence[Node]
    ) -> list[Piece]:
        """The orders of a paragraph; empty if it orders nothing, or nobody that is named anywhere."""
        text = _NUMBER.sub("", block.text)
        pieces = pieces_of(text, self.units)
        under_heading = bool(found) and found[-1].kind in ("heading", "chapter") and state.addressed is not None
        if not pieces and leading is None and under_heading and _NOUN.match(text):
            return [Piece(block.text, Order(None))]
        if not pieces:
            return [Piece(block.text, Order(leading[0], True))] if leading is not None else []
        first = pieces[0]
        if (number := _NUMBER.match(block.text)) is not None:
            pieces[0] = replace(first, text=number[0] + first.text)
        named = first.order.whom
        if named is not None and not named.known:
            if under_heading:
                pieces[0] = replace(pieces[0], order=Order(None))
            elif not block.gap:
                return []
        if named is None and (state.addressed is None or not (under_heading or (block.gap and text[:1].isupper()))):
            return []
        return pieces

    def _prose(self, block: Block, pieces: Sequence[Piece], state: State, section: str) -> Iterator[Node]:
        """A whole paragraph that orders something is a task; one with several orders is divided before each."""
        units = {self.make.units_of(piece.order.whom) for piece in pieces if piece.order.whom}
        doubt = NO_SIGN if len(pieces) == 1 else SEVERAL_ADDRESSED if len(units) > 1 else DIVIDED
        own = state
        for piece in pieces:
            if piece.order.whom is not None:
                own = State(piece.order.whom, True)
                if piece.order.names:
                    state.begin(piece.order.whom, explicit=True)
            task = self.make.judged(self.make.task(piece.text, own, (doubt,)), piece.text)
            yield Node("paragraph", piece.text, lines_of(block, piece.text), 0, task=task, section=section)


def _is_inside(block: Block, found: Sequence[Node]) -> bool:
    """Whether a paragraph is indented below the item before it and announces nothing."""
    before = found[-1] if found else None
    inside = before is not None and (before.task is not None or before.level > 0) and before.kind != "paragraph"
    return inside and block.lines[0].indent >= INDENT and block.text.endswith(".")
