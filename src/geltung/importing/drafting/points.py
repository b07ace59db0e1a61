"""What was recognised → the review list: every header field and task with its source; equal questions are one point."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.changes.change_days import ChangeFound
from geltung.importing.changes.change_words import NUMBER_ONCE
from geltung.importing.days.deadlines import ONCE
from geltung.importing.drafting.draft import Draft
from geltung.importing.drafting.draughts import Draught, places_of
from geltung.importing.drafting.letters import Letters, letters
from geltung.importing.drafting.text_points import forms, left, links, node_lines, overlooked, suggested
from geltung.importing.found import Value, least_sure
from geltung.importing.head.head_days import DAMAGED
from geltung.importing.recognise import Recognised
from geltung.importing.review_file import (
    ACCEPTED,
    CERTAIN,
    LIKELY,
    OPEN,
    Confidence,
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
    first: dict[str, int] = {}
    found: list[Draught] = []
    for draught in draughts:
        if draught.key is None or draught.key not in first:
            if draught.key is not None:
                first[draught.key] = len(found)
            found.append(draught)
            continue
        index = first[draught.key]
        other = found[index]
        found[index] = replace(
            other,
            about=f"{other.about}, {draught.about}" if draught.about not in other.about.split(", ") else other.about,
            value=other.value if other.value == draught.value else f"{other.value}; {draught.value}",
            places=(*other.places, *draught.places),
            confidence=least_sure(other.confidence, draught.confidence),
            alternatives=(*other.alternatives, *draught.alternatives),
        )
    return iter(found)


def _header(found: Recognised, draft: Draft) -> Iterator[Draught]:
    for value in (*found.head.values, *found.head.scope):
        draught = _of_value(value, draft, value.about)
        ordered = draught.confidence == LIKELY and value.about.startswith("scope")
        yield replace(draught, key="header once" if draught.question == DAMAGED else "scope" if ordered else None)
    for cited in found.references:
        draught = _of_value(cited.value, draft, cited.value.about)
        yield replace(draught, key=_key("reference", draught.question))
    for change in found.changes:
        yield _of_change(change, draft)
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
    """What makes equal questions one point; a number that stands only once is asked for once, wherever it stands."""
    return question and (question if question == NUMBER_ONCE else f"{what} {question}")


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
    """A point for each task; what is asked of several is asked once for all of them."""
    once = sum(node.task is not None and ONCE in node.task.days.doubts for node in found.nodes)
    for node in found.nodes:
        task = node.task
        if task is None:
            continue
        about = f"task:{task.id}"
        written = draft.written.get(about, "")
        places = places_of(node.lines[:1], draft.places.get(about), written)
        doubts = (*task.doubts, *task.days.doubts)
        confidence = least_sure(task.confidence, task.days.confidence)
        if not node.sure or _breaks_off(node.lines):
            confidence = least_sure(confidence, LIKELY)
        named = task.addressed or None
        alone = len(doubts) > 1 and once == 1
        likely = [doubt for doubt in doubts if doubt in OF_PARAGRAPHS or (doubt == ONCE and not alone)]
        shared = [*(doubt for doubt in doubts if doubt.endswith(UNKNOWN_UNIT)), *likely]
        for doubt in shared:
            sure: Confidence = LIKELY if doubt in likely else OPEN
            yield Draught(about, named, sure, places, doubt, () if doubt in likely else task.alternatives, doubt)
        own = [doubt for doubt in doubts if doubt not in shared]
        if own or not doubts:
            question = " ".join(own) or (None if confidence == CERTAIN else "Ist der Auftrag richtig abgegrenzt?")
            key = f"task {question}" if question else None
            if question is None and (misread := list(of_letters.of_task(about, node))):
                yield from misread
                continue
            yield Draught(about, named, confidence, places, question, task.alternatives, key)


def _breaks_off(lines: Sequence[Line]) -> bool:
    """Whether a line within a task is much shorter than the others, as where the next sign of a list was lost."""
    widest = max((len(line.text) for line in lines), default=0)
    return any(len(line.text) < _SHORT * widest for line in lines[:-1])
