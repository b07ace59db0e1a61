"""Items of the chapter Einzelaufträge: which are tasks, and whom each addresses."""

import re
from dataclasses import replace
from typing import Final, Literal

from geltung.importing.body import Node
from geltung.importing.structure.block_kinds import Block
from geltung.importing.tasks.addressees import Addressed
from geltung.importing.tasks.leftovers import denies_tasks
from geltung.importing.tasks.orders import agent_of, asked_of, behind_verb, responsible
from geltung.importing.tasks.task_making import TaskMaker
from geltung.importing.tasks.task_state import State
from geltung.parse.duties import force

ASKED_INSIDE: Final = "Der Punkt nennt „{}“ als die, die handeln sollen: Sind sie der Adressat?"


_NOTE: Final = re.compile(
    r"(?:Hinweise?|Anmerkung(?:en)?|Erläuterung(?:en)?|Beispiele?|Zur\s+Information|Info)\s*:", re.I
)
"""An item that explains and orders nothing."""


class ItemReader:
    """Reads an item of a list."""

    def __init__(self, make: TaskMaker) -> None:
        self.make = make
        self.units = make.units

    def node(self, block: Block, state: State, section: str) -> Node:
        """The item with its task, or without one where it orders nothing."""
        kind: Literal["item", "numbered"] = "numbered" if block.kind == "numbered" else "item"
        if block.level:
            return Node("item", f"{block.number} {block.text}".strip(), block.lines, 1, section=section)
        if denies_tasks(block.text) or _NOTE.match(block.text):
            return Node(kind, block.text, block.lines, 0, block.number, section=section)
        own = state
        leading = self.units.leading(block.text)
        if leading is not None and (
            state.addressed is None or (block.text.split(":")[0].count(" ") < 8 and ":" in block.text[:80])
        ):
            own = State(leading[0], True, state.intro, state.intro_text)
        elif leading is not None and self.make.units_of(leading[0]) != self.make.units_of(state.addressed):
            own = replace(state, doubt=f"Der Punkt beginnt mit „{leading[0].words}“: Wen meint er?")
        elif leading is None and (whom := self._inside(block.text, state)) is not None:
            own = replace(State(whom, True, state.intro, state.intro_text), doubt=ASKED_INSIDE.format(whom.words))
        if force(block.text) == "recommendation":
            return Node(kind, block.text, block.lines, 0, block.number, section=section)
        pieces = self.make.by_addressee(block.text, own.addressed)
        if own.doubt is None and len(pieces) > 1:
            other = pieces[1][0].words
            own = replace(own, doubt=f"Der Punkt enthält auch einen Satz über „{other}“: Ist das ein eigener Auftrag?")
        doubts: tuple[str, ...] = (
            () if block.sure else ("Das Aufzählungszeichen ist verloren: Beginnt hier ein eigener Auftrag?",)
        )
        if (asked := _doubt_at_start(block.text)) is not None:
            doubts = (*doubts, asked)
        if block.other_sign:
            doubts = (*doubts, "Das Aufzählungszeichen ist ein anderes als davor: Ist das ein eigener Auftrag?")
        stating = pieces[0][1] if len(pieces) > 1 else block.text
        task = self.make.judged(self.make.task(block.text, own, doubts, stating), block.text)
        return Node(kind, block.text, block.lines, 0, block.number, task=task, section=section)

    def _inside(self, text: str, state: State) -> Addressed | None:
        """Whom an item itself names as the one to act, at its end or behind its verb; where a heading stands above,
        only words such as "verantwortlich:" name another."""
        if (whom := responsible(text, self.units, bare=state.addressed is None)) is not None:
            return None if self.make.units_of(whom) == self.make.units_of(state.addressed) else whom
        if state.addressed is not None:
            return None
        return asked_of(text, self.units) or behind_verb(text, self.units) or agent_of(text, self.units)


def _doubt_at_start(text: str) -> str | None:
    """What is asked where an item begins as no task does."""
    if text.startswith("("):
        return "Der Punkt beginnt mit einer Klammer: Begrenzt sie den Adressaten?"
    if match := re.match(r"(?:und|oder|sowie)\b", text):
        return f"Der Punkt beginnt mit „{match[0]}“: Ist er ein eigener Auftrag, oder gehört er zum Punkt davor?"
    return None
