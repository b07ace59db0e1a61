"""What was recognised → the review list: every header field and task with its source; equal questions are one point."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.body import Node, TaskFound
from geltung.importing.changes.change_days import ChangeFound
from geltung.importing.drafting.draft import Draft
from geltung.importing.drafting.draughts import Draught, places_of
from geltung.importing.drafting.letters import Letters, letters
from geltung.importing.drafting.shared_questions import (
    COMPARE,
    pattern_of,
    shared_patterns,
    together,
    without_comparing,
)
from geltung.importing.drafting.text_points import forms, left, links, node_lines, overlooked, suggested
from geltung.importing.found import Value, least_sure
from geltung.importing.recognise import Recognised
from geltung.importing.review_file import (
    ACCEPTED,
    CERTAIN,
    LIKELY,
    OPEN,
    Point,
    Review,
    State,
)
from geltung.importing.tasks.task_making import OF_PARAGRAPHS, UNKNOWN_UNIT
from geltung.importing.text import Line

_MOST_PLACES: Final = 400
_SHORT: Final = 0.6
_UNREAD_LISTED: Final = (
    "Aus diesem Eintrag unter „Aufhebung“ ist keine Änderung gelesen: Was geschieht mit welcher Weisung?"
)
_UNREAD: Final = (
    "Dieser Satz nennt eine andere Weisung und ein Wort der Änderung, aber es ist keine Änderung daraus gelesen: "
    "Ändert diese Weisung die genannte, und wie?"
)

_NEITHER: Final = "Im Kopf ist weder ein Bezug noch eine Aufhebung gelesen: Nennt und ändert die Weisung keine andere?"


def review_of(found: Recognised, draft: Draft, draft_file: str, source_file: str) -> Review:
    """The review list of a draft."""
    of_letters = letters(found, node_lines(found, draft))
    draughts = [
        *_header(found, draft),
        *of_letters.draughts,
        *_tasks(found, draft, of_letters),
        *forms(found, draft),
        *links(found, draft),
        *left(found, draft),
        *suggested(found, draft),
        *overlooked(found, draft),
    ]
    points = tuple(_point(number, draught) for number, draught in enumerate(_grouped(draughts), start=1))
    return Review(draft_file, source_file, found.source.sha256, points)


def _point(number: int, draught: Draught) -> Point:
    state: State = ACCEPTED if draught.confidence == CERTAIN else OPEN
    question = draught.question if draught.confidence != CERTAIN else None
    return Point(
        number,
        draught.about,
        draught.value,
        draught.confidence,
        state,
        draught.places[:_MOST_PLACES],
        question,
        tuple(dict.fromkeys(draught.alternatives)) if question else (),
    )


def _grouped(draughts: Sequence[Draught]) -> Iterator[Draught]:
    """Draughts with the same key become one, at the place of the first."""
    groups: dict[str, list[Draught]] = {}
    for number, draught in enumerate(draughts):
        groups.setdefault(draught.key or f"alone {number}", []).append(draught)
    return (_united(group) for group in groups.values())


def _united(group: Sequence[Draught]) -> Draught:
    first = group[0]
    abouts = dict.fromkeys(about for draught in group for about in draught.about.split(", "))
    values = dict.fromkeys(draught.value for draught in group)
    asked = [draught.question for draught in group if draught.question]
    return replace(
        first,
        about=", ".join(abouts),
        value=first.value if len(values) == 1 else "; ".join(str(value) for value in values if value),
        places=tuple(dict.fromkeys(place for draught in group for place in draught.places)),
        confidence=least_sure(*(draught.confidence for draught in group)),
        question=together(asked) if asked else None,
        alternatives=tuple(alternative for draught in group for alternative in draught.alternatives),
    )


def _parted(draught: Draught) -> Iterator[Draught]:
    """A draught, and what of it is to be compared with the original as a draught of its own: one point for all."""
    rest, compares = without_comparing(draught.question or "")
    if not compares:
        yield draught
        return
    yield replace(draught, question=COMPARE, alternatives=(), key=COMPARE)
    if rest:
        key = draught.key and draught.key.replace(draught.question or "", rest)
        yield replace(draught, question=rest, key=key)


def _header(found: Recognised, draft: Draft) -> Iterator[Draught]:
    for value in (*found.head.values, *found.head.scope):
        draught = _of_value(value, draft, value.about)
        ordered = draught.confidence == LIKELY and value.about.startswith("scope")
        yield from _parted(replace(draught, key="scope" if ordered else None))
    for cited in found.references:
        draught = _of_value(cited.value, draft, cited.value.about)
        yield from _parted(replace(draught, key=_key("reference", draught.question)))
    for change in found.changes:
        yield from _parted(_of_change(change, draft))
    for item in found.unread:
        question = _UNREAD_LISTED if item.listed else _UNREAD
        places = places_of(item.lines[:1] if not item.listed else item.lines, None, None)
        yield Draught("change", None, OPEN, places, question, key=f"unread change {item.listed}")
    if not (found.listed or found.references or found.changes):
        yield Draught("changes", None, LIKELY, (), _NEITHER)
    for number, annex in enumerate(found.annexes, start=1):
        about = f"annex:{number}"
        yield Draught(
            about,
            annex.title,
            LIKELY,
            places_of((annex.line,), draft.places.get(about), None),
            "Sind das die Anlagen?",
            key="annex",
        )


def _key(what: str, question: str | None) -> str | None:
    """What makes equal questions one point."""
    return question and f"{what} {question}"


def _of_value(value: Value, draft: Draft, about: str) -> Draught:
    places = places_of(value.lines, draft.places.get(about), draft.written.get(about))
    return Draught(about, value.value, value.confidence, places, value.question, value.alternatives)


def _of_change(change: ChangeFound, draft: Draft) -> Draught:
    about = change.value.about
    asked = "effective" if change.effective and change.value.alternatives else "target"
    place = f"{about}:{asked}"
    places = places_of(change.value.lines, draft.places.get(place), draft.written.get(place))
    key = None
    if change.value.question and not change.value.alternatives:
        key = _key("change", change.value.question)
    return Draught(
        about,
        change.value.value,
        change.value.confidence,
        places,
        change.value.question,
        change.value.alternatives,
        key,
    )


def _tasks(found: Recognised, draft: Draft, of_letters: Letters) -> Iterator[Draught]:
    """A point for each task; what is asked of several is asked once for all of them, whatever each quotes."""
    shared = shared_patterns([_doubts(node.task) for node in found.nodes if node.task is not None])
    for node in found.nodes:
        if node.task is not None:
            yield from _of_task(node, node.task, draft, shared, of_letters)


def _doubts(task: TaskFound) -> tuple[str, ...]:
    return (*task.doubts, *task.days.doubts)


def _of_task(
    node: Node, task: TaskFound, draft: Draft, shared: frozenset[str], of_letters: Letters
) -> Iterator[Draught]:
    about = f"task:{task.id}"
    places = places_of(node.lines[:1], draft.places.get(about), draft.written.get(about, ""))
    confidence = least_sure(task.confidence, task.days.confidence)
    if not node.sure or _breaks_off(node.lines):
        confidence = least_sure(confidence, LIKELY)
    named = task.addressed or None
    own: list[str] = []
    for doubt in _doubts(task):
        if without_comparing(doubt)[1]:
            yield Draught(about, named, LIKELY, places, COMPARE, key=COMPARE)
        elif doubt in OF_PARAGRAPHS:
            yield Draught(about, named, LIKELY, places, doubt, key=doubt)
        elif doubt.endswith(UNKNOWN_UNIT):
            yield Draught(about, named, OPEN, places, doubt, task.alternatives, doubt)
        elif pattern_of(doubt) in shared:
            yield Draught(about, named, confidence, places, doubt, key=f"task {pattern_of(doubt)}")
        else:
            own.append(doubt)
    if own or not _doubts(task):
        question = " ".join(own) or (None if confidence == CERTAIN else "Ist der Auftrag richtig abgegrenzt?")
        key = f"task {question}" if question else None
        if question is None and (misread := list(of_letters.of_task(about, node))):
            yield from misread
            return
        yield Draught(about, named, confidence, places, question, task.alternatives, key)


def _breaks_off(lines: Sequence[Line]) -> bool:
    """Whether a line within a task is much shorter than the others, as where the next sign of a list was lost."""
    widest = max((len(line.text) for line in lines), default=0)
    return any(len(line.text) < _SHORT * widest for line in lines[:-1])
