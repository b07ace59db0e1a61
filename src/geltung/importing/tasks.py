"""The chapter Einzelaufträge: which words are a task, where it ends, and whom it addresses."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final, Literal

from geltung.importing.addressees import Addressed, Units
from geltung.importing.blocks import Block, is_closing, is_task_chapter
from geltung.importing.body import Node, TaskFound
from geltung.importing.deadlines import read_days
from geltung.importing.found import least_sure
from geltung.importing.inner_days import is_inner, with_inner, with_lead
from geltung.importing.leftovers import denies_tasks
from geltung.importing.nesting import nested
from geltung.importing.prose import is_no_duty, names_office, subject_of
from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.importing.sentences import split_sentences
from geltung.importing.task_days import Context, Days
from geltung.importing.task_nodes import lines_from, plain, with_borders
from geltung.parse.duties import force, permits
from geltung.parse.identifiers import task_id
from geltung.parse.wording import find_dates

_LONGEST_HEADING: Final = 140
_NO_UNITS: Final = (
    "Ohne Sammlung (units.yml) ist keine Organisationseinheit bekannt: Sind die Adressaten richtig abgegrenzt?"
)
UNKNOWN_UNIT: Final = "ist keine bekannte Organisationseinheit."


@dataclass(slots=True)
class _State:
    """Where the reading of the chapter stands: the addressee that counts, and days that an introduction states."""

    addressed: Addressed | None = None
    explicit: bool = False
    intro: Days | None = None
    intro_text: str = ""
    doubt: str | None = None

    def begin(self, addressed: Addressed, *, explicit: bool = False) -> None:
        """A new addressee; what an introduction said before no longer counts."""
        self.addressed = addressed
        self.explicit = explicit or addressed.printed is not None
        self.intro, self.doubt = None, None


class TaskReader:
    """Turns blocks into nodes; those of the chapter Einzelaufträge with tasks."""

    def __init__(self, units: Units, context: Context, damaged: bool) -> None:
        self.units = units
        self.context = context
        self.damaged = damaged
        self.ids: set[str] = set()

    def nodes(self, blocks: Sequence[Block]) -> tuple[Node, ...]:
        """The nodes of the whole body."""
        found: list[Node] = []
        blocks = nested(blocks, self.damaged, self._beginnings(blocks))
        state, in_tasks, section, closed = _State(), False, "", False
        for index, block in enumerate(blocks):
            closed = closed or is_closing(block)
            if block.kind == "chapter":
                section = block.number
                top = "." not in block.number
                in_tasks = is_task_chapter(block.text) if top else in_tasks
                state = self._of_chapter(block) if in_tasks and not top else _State()
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
                in_tasks = is_task_chapter(block.text)
            found.append(in_tasks and self._begins(blocks, index))
        return tuple(found)

    def _begins(self, blocks: Sequence[Block], index: int) -> bool:
        block = blocks[index]
        before_list = index + 1 < len(blocks) and blocks[index + 1].kind in ("item", "numbered")
        if block.kind == "paragraph":
            addressed = self._as_heading(block, before_list) or self.units.leading(block.text)
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

    def _of_chapter(self, block: Block) -> _State:
        """A numbered section of the chapter may be named after its addressee."""
        read = self.units.read(block.text)
        return _State(read, True) if read.known or names_office(block.text) else _State()

    def _in_chapter(
        self, blocks: Sequence[Block], index: int, state: _State, found: list[Node], section: str
    ) -> Iterator[Node]:
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind == "table":
            yield plain(blocks, index, section)
        elif block.kind in ("item", "numbered"):
            if following is not None and self._heads_list(blocks, index):
                yield self._heading(block, state, section)
            else:
                yield self._item(block, state, section)
        elif block.kind == "heading":
            yield self._heading(block, state, section)
        else:
            yield from self._paragraph(block, following, state, found, section)

    def _heading(self, block: Block, state: _State, section: str) -> Node:
        read = self.units.read(block.text)
        if block.number:
            read = replace(read, printed=f"{block.number} {read.printed or read.words}")
        state.begin(read)
        return Node("heading", read.printed or read.words, block.lines, 3, section=section, sure=read.sure)

    def _paragraph(
        self, block: Block, following: Block | None, state: _State, found: list[Node], section: str
    ) -> Iterator[Node]:
        text = block.text
        before_list = following is not None and following.kind in ("item", "numbered")
        if denies_tasks(text):
            yield Node("paragraph", text, block.lines, section=section)
            return
        if (read := self._as_heading(block, before_list)) is not None:
            state.begin(read)
            yield Node("heading", read.printed or read.words, block.lines, 3, section=section, sure=read.sure)
            return
        last = next((node for node in reversed(found) if node.task is not None), None)
        leading = self.units.leading(text)
        if before_list and not (leading is not None and text.endswith(".")):
            yield self._introduction(block, leading, state, section)
        elif is_no_duty(text):
            yield Node("paragraph", text, block.lines, section=section, sure=False)
        elif leading is not None:
            yield from self._prose(block, leading[0], state, section)
        elif block.gap and (subject := subject_of(text)) is not None:
            yield from self._prose(block, self.units.read(subject), state, section)
        elif text[:1].islower() and state.addressed is not None:
            task = self._task(
                text, state, ("Das Aufzählungszeichen ist verloren: Ist das ein eigener Auftrag?",) if last else ()
            )
            yield Node("item", text, block.lines, 0, task=task, section=section, sure=False)
        elif found and found[-1].kind in ("item", "paragraph") and last is not None and state.addressed is not None:
            level = 1 if found[-1].kind == "item" or found[-1].level else 0
            yield Node("paragraph", text, block.lines, level, section=section, sure=False)
        else:
            yield Node("paragraph", text, block.lines, section=section, sure=False)

    def _as_heading(self, block: Block, before_list: bool) -> Addressed | None:
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

    def _introduction(self, block: Block, leading: tuple[Addressed, str] | None, state: _State, section: str) -> Node:
        """A sentence before a list: "Die Agenturen für Arbeit stellen bis zum 31.07. sicher, dass:"."""
        if leading is not None:
            state.begin(leading[0], explicit=True)
        elif len(block.text) < _LONGEST_HEADING and not block.text[:1].islower():
            state.doubt = f"Über der Liste steht „{block.text}“: Wen meint sie?"
        days = read_days(block.text, self.context)
        state.intro = days if days != Days() else None
        state.intro_text = block.text
        return Node("paragraph", block.text, block.lines, section=section)

    def _prose(self, block: Block, addressed: Addressed, state: _State, section: str) -> Iterator[Node]:
        """A whole paragraph that begins with its addressee is a task; where a sentence begins with another addressee,
        it is divided."""
        pieces = self._by_addressee(block.text, addressed)
        doubts = ("Der Absatz hat kein Aufzählungszeichen: Ist er ein Auftrag?",)
        if len(pieces) > 1:
            doubts = ("Der Absatz nennt mehrere Adressaten und ist vor jedem geteilt: Ist jeder Teil ein Auftrag?",)
        for whom, text in pieces:
            own = _State(whom, True)
            state.begin(whom, explicit=True)
            task = None if is_no_duty(text) else self._judged(self._task(text, own, doubts), text)
            yield Node("paragraph", text, lines_from(block, text), 0, task=task, section=section, sure=task is not None)

    def _by_addressee(self, text: str, addressed: Addressed | None) -> list[tuple[Addressed, str]]:
        """The sentences of a text, put together by the addressee that they begin with; the first counts for those that
        name none."""
        found: list[tuple[Addressed, str]] = []
        for sentence in split_sentences(text):
            leading = self.units.leading(sentence) if found else None
            whom = leading[0] if leading else found[-1][0] if found else addressed
            if whom is None:
                return []
            if found and self._units(whom) == self._units(found[-1][0]):
                found[-1] = (found[-1][0], f"{found[-1][1]} {sentence}")
            else:
                found.append((whom, sentence))
        return found

    def _judged(self, task: TaskFound, text: str) -> TaskFound:
        """The task with a question if its words may be no order."""
        if force(text) == "duty" and not permits(text):
            return task
        asked = "Ist das eine Pflicht oder nur eine Empfehlung oder Erlaubnis?"
        return replace(task, doubts=(*task.doubts, asked), confidence=least_sure(task.confidence, LIKELY))

    def _item(self, block: Block, state: _State, section: str) -> Node:
        kind: Literal["item", "numbered"] = "numbered" if block.kind == "numbered" else "item"
        if block.level:
            return Node("item", f"{block.number} {block.text}".strip(), block.lines, 1, section=section)
        if denies_tasks(block.text):
            return Node(kind, block.text, block.lines, 0, block.number, section=section)
        own = state
        leading = self.units.leading(block.text)
        if leading is not None and (
            state.addressed is None or (block.text.split(":")[0].count(" ") < 8 and ":" in block.text[:80])
        ):
            own = _State(leading[0], True, state.intro, state.intro_text)
        elif leading is not None and self._units(leading[0]) != self._units(state.addressed):
            own = replace(state, doubt=f"Der Punkt beginnt mit „{leading[0].words}“: Wen meint er?")
        if force(block.text) == "recommendation":
            return Node(kind, block.text, block.lines, 0, block.number, section=section)
        pieces = self._by_addressee(block.text, own.addressed)
        if own.doubt is None and len(pieces) > 1:
            other = pieces[1][0].words
            own = replace(own, doubt=f"Der Punkt enthält auch einen Satz über „{other}“: Ist das ein eigener Auftrag?")
        doubts: tuple[str, ...] = (
            () if block.sure else ("Das Aufzählungszeichen ist verloren: Beginnt hier ein eigener Auftrag?",)
        )
        stating = pieces[0][1] if len(pieces) > 1 else block.text
        task = self._judged(self._task(block.text, own, doubts, stating), block.text)
        return Node(kind, block.text, block.lines, 0, block.number, task=task, section=section)

    def _units(self, addressed: Addressed | None) -> frozenset[str | None]:
        return frozenset(item.unit for item in self.units.resolved(addressed.words)) if addressed else frozenset()

    def _task(self, text: str, state: _State, doubts: tuple[str, ...], stating: str | None = None) -> TaskFound:
        """The task that a text is; ``stating`` is the part of it that states its days, if only one does."""
        days = _with_intro(read_days(stating or text, self.context), state)
        if stating and stating != text:
            for phrase in find_dates(text.removeprefix(stating)):
                days = days.also(phrase.date) if phrase.date else days
        days = _in_order(days)
        addressed = state.addressed
        doubts = (*doubts, state.doubt) if state.doubt else doubts
        confidence: Confidence = LIKELY if doubts else CERTAIN
        alternatives: tuple[str, ...] = ()
        if addressed is None:
            doubts = (*doubts, "Über dem Auftrag ist kein Adressat gefunden: Wen meint er?")
            confidence = OPEN
        elif not addressed.known:
            alternatives = self.units.nearest(addressed.words)
            unknown = f"„{addressed.words}“ {UNKNOWN_UNIT}"
            doubts = (*doubts, unknown if self.units.registry.units else _NO_UNITS)
            confidence = OPEN
        elif brackets := self.units.unread_brackets(addressed.words):
            asked = (f"„({words})“ nennt keinen Teil der Einheit davor: Wen meint es?" for words in brackets)
            doubts = (*doubts, *asked)
            confidence = OPEN
        elif not addressed.sure:
            doubts = (*doubts, f"Ist der Adressat „{addressed.words}“ richtig gelesen?")
            confidence = least_sure(confidence, LIKELY)
        words = addressed.words if addressed else ""
        explicit = words if state.explicit and words else None
        return TaskFound(self._id(text), words, days, explicit, (), doubts, alternatives, confidence)

    def _id(self, text: str) -> str:
        """An id that no task of the document has; the editor may choose a better one."""
        chosen = task_id(text, self.ids)
        self.ids.add(chosen)
        return chosen


def _in_order(days: Days) -> Days:
    """The days with a question if the task would begin after its deadline or its end."""
    last = min((day for day in (days.due_on, days.ends_on) if day), default=None)
    if days.starts_on and last and days.starts_on > last and not days.recurrence:
        return days.doubted("Der Beginn liegt nach der Frist oder dem Ende: Was ist was?", OPEN)
    return days


def _with_intro(days: Days, state: _State) -> Days:
    """Days that the sentence before the list states count for every item that states none itself."""
    intro = state.intro
    if intro is None:
        return days
    names = ("starts_on", "due_on", "ends_on", "recurrence", "anchor")
    taken: dict[str, Any] = {
        name: getattr(intro, name) for name in names if getattr(intro, name) and not getattr(days, name)
    }
    if days.due_on or days.deadline_words or days.recurrence:
        taken = {name: value for name, value in taken.items() if name in ("starts_on", "ends_on")}
    if not taken and not intro.deadline_words:
        confidence = least_sure(days.confidence, intro.confidence)
        return replace(days, doubts=(*days.doubts, *intro.doubts), confidence=confidence)
    phrases = {phrase.date: " ".join(phrase.words.split()) for phrase in find_dates(state.intro_text) if phrase.date}
    if "starts_on" in taken:
        taken["start_words"] = phrases.get(taken["starts_on"])
    if "due_on" in taken or (intro.deadline_words and not days.deadline_words and not days.due_on):
        taken["deadline_words"] = intro.deadline_words or phrases.get(intro.due_on) if intro.due_on else None
    merged = replace(days, **taken)
    merged = replace(
        merged, confidence=least_sure(days.confidence, intro.confidence), doubts=(*days.doubts, *intro.doubts)
    )
    return merged.doubted("Beginn oder Frist stehen im Satz vor der Aufzählung: Gelten sie für diesen Auftrag?")
