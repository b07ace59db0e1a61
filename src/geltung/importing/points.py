"""What was recognised → the review list: every header field and task with its source; equal questions are one point."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.body import Node
from geltung.importing.change_days import ChangeFound
from geltung.importing.change_words import NUMBER_ONCE
from geltung.importing.deadlines import ONCE
from geltung.importing.draft import Draft
from geltung.importing.found import Value, least_sure
from geltung.importing.head_days import DAMAGED
from geltung.importing.leftovers import in_task_chapter, leftovers
from geltung.importing.recognise import Recognised
from geltung.importing.review_file import (
    ACCEPTED,
    CERTAIN,
    LIKELY,
    OPEN,
    Confidence,
    Place,
    Point,
    Review,
    State,
)
from geltung.importing.task_making import OF_PARAGRAPHS, UNKNOWN_UNIT
from geltung.importing.text import Line, shortened
from geltung.parse.columns import lists_duties

_MOST_PLACES: Final = 400
_SHORT: Final = 0.6
_LEFT: Final = (
    "Das steht im Kapitel „Einzelaufträge“, ist im Entwurf aber kein Auftrag und gehört zu keinem (was nur empfohlen "
    "oder freigegeben wird, ist keiner): Soll etwas davon ein Auftrag werden?"
)
_TASKS_IN_TABLE: Final = (
    "Stehen in der Tabelle Aufträge? Dann gehört an das Ende der letzten Zelle jeder Zeile, die ein Auftrag ist, "
    "„{: #kennung .task }“."
)
_TASKS_ELSEWHERE: Final = (
    "Diese Tabelle außerhalb der Einzelaufträge liest sich wie eine mit Aufträgen: Sollen ihre Zeilen Aufträge werden? "
    "Dann gehört an das Ende der letzten Zelle „{: #kennung .task }“."
)
_UNREAD_LISTED: Final = (
    "Aus diesem Eintrag unter „Aufhebung“ ist keine Änderung gelesen: Was geschieht mit welcher Weisung?"
)
_UNREAD: Final = (
    "Dieser Satz nennt eine andere Weisung und ein Wort der Änderung, aber es ist keine Änderung daraus gelesen: "
    "Ändert diese Weisung die genannte, und wie?"
)

_NEITHER: Final = "Im Kopf ist weder ein Bezug noch eine Aufhebung gelesen: Nennt und ändert die Weisung keine andere?"


@dataclass(frozen=True, slots=True)
class _Draught:
    """A point before it has its number. ``key`` makes equal questions one point."""

    about: str
    value: str | None
    confidence: Confidence
    places: tuple[Place, ...]
    question: str | None = None
    alternatives: tuple[str, ...] = ()
    key: str | None = None


def review_of(found: Recognised, draft: Draft, draft_file: str, source_file: str) -> Review:
    """The review list of a draft."""
    draughts = [
        *_header(found, draft),
        *_tasks(found, draft),
        *_text(found, draft),
        *_links(found, draft),
        *_left(found, draft),
        *_suggested(found, draft),
    ]
    points = tuple(_point(number, draught) for number, draught in enumerate(_grouped(draughts), start=1))
    return Review(draft_file, source_file, found.source.sha256, points)


def _point(number: int, draught: _Draught) -> Point:
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


def _grouped(draughts: Sequence[_Draught]) -> Iterator[_Draught]:
    """Draughts with the same key become one, at the place of the first."""
    first: dict[str, int] = {}
    found: list[_Draught] = []
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


def _places(lines: Sequence[Line], draft_line: int | None, now: str | None) -> tuple[Place, ...]:
    """A place for each source line; what an edit replaces is named at the first."""
    return tuple(
        Place(line.number, line.page, shortened(line.original), draft_line, None, now if index == 0 else None)
        for index, line in enumerate(lines)
    )


def _header(found: Recognised, draft: Draft) -> Iterator[_Draught]:
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
        places = _places(item.lines[:1] if not item.listed else item.lines, None, None)
        yield _Draught("change", None, OPEN, places, question, key=f"unread change {item.listed}")
    if not (found.listed or found.references or found.changes):
        yield _Draught("changes", None, LIKELY, (), _NEITHER)
    for number, annex in enumerate(found.annexes, start=1):
        about = f"annex:{number}"
        yield _Draught(
            about,
            annex.title,
            LIKELY,
            _places((annex.line,), draft.places.get(about), None),
            "Sind das die Anlagen?",
            key="annex",
        )


def _key(what: str, question: str | None) -> str | None:
    """What makes equal questions one point; a number that stands only once is asked for once, wherever it stands."""
    return question and (question if question == NUMBER_ONCE else f"{what} {question}")


def _of_value(value: Value, draft: Draft, about: str) -> _Draught:
    places = _places(value.lines, draft.places.get(about), draft.written.get(about))
    return _Draught(about, value.value, value.confidence, places, value.question, value.alternatives)


def _of_change(change: ChangeFound, draft: Draft) -> _Draught:
    about = change.value.about
    asked = "effective" if change.effective and change.value.alternatives else "target"
    place = f"{about}:{asked}"
    places = _places(change.value.lines, draft.places.get(place), draft.written.get(place))
    key = None
    if change.value.question and not change.value.alternatives:
        key = _key("change", change.value.question)
    return _Draught(
        about,
        change.value.value,
        change.value.confidence,
        places,
        change.value.question,
        change.value.alternatives,
        key,
    )


def _tasks(found: Recognised, draft: Draft) -> Iterator[_Draught]:
    """A point for each task; what is asked of several is asked once for all of them."""
    once = sum(node.task is not None and ONCE in node.task.days.doubts for node in found.nodes)
    for node in found.nodes:
        task = node.task
        if task is None:
            continue
        about = f"task:{task.id}"
        written = draft.written.get(about, "")
        places = _places(node.lines[:1], draft.places.get(about), written)
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
            yield _Draught(about, named, sure, places, doubt, () if doubt in likely else task.alternatives, doubt)
        own = [doubt for doubt in doubts if doubt not in shared]
        if own or not doubts:
            question = " ".join(own) or (None if confidence == CERTAIN else "Ist der Auftrag richtig abgegrenzt?")
            key = f"task {question}" if question else None
            yield _Draught(about, named, confidence, places, question, task.alternatives, key)


def _breaks_off(lines: Sequence[Line]) -> bool:
    """Whether a line within a task is much shorter than the others, as where the next sign of a list was lost."""
    widest = max((len(line.text) for line in lines), default=0)
    return any(len(line.text) < _SHORT * widest for line in lines[:-1])


def _node_lines(found: Recognised, draft: Draft) -> dict[int, int]:
    """Source line → line of the draft that carries it."""
    lines: dict[int, int] = {}
    for index, node in enumerate(found.nodes):
        for line in node.lines:
            lines.setdefault(line.number, draft.nodes.get(index, 0))
    for value in (*found.head.values, *found.head.scope):
        for line in value.lines:
            if value.about in draft.places:
                lines.setdefault(line.number, draft.places[value.about])
    for number, cited in enumerate(found.references, start=1):
        for line in cited.value.lines:
            lines.setdefault(line.number, draft.places[f"reference:{number}:text"])
    for value in found.head.values:
        if value.about == "title":
            lines.update({line.number: draft.places["title"] for line in value.lines})
    return lines


def _text(found: Recognised, draft: Draft) -> Iterator[_Draught]:
    at = _node_lines(found, draft)
    source = {line.number: line for line in found.mended.lines}
    numerals = found.numerals
    if numerals.found:
        places = tuple(
            Place(
                item.line,
                source[item.line].page,
                shortened(source[item.line].original),
                at.get(item.line),
                item.original,
                item.now,
            )
            for item in numerals.found
        )
        read = ", ".join(f"„{word}“" for word in dict.fromkeys(item.original for item in numerals.found))
        said = f"Gelesen ist {read}; im Entwurf steht „{numerals.found[0].now}“."
        question = f"{said} {numerals.reason} Stimmt das an allen Stellen?"
        other = "SGB II" if numerals.found[0].now.endswith("III") else "SGB III"
        yield _Draught("text", numerals.found[0].now, numerals.confidence, places, question, (other,))
    for repairs, question, applied in (
        (found.mended.applied, "Diese Wörter sind berichtigt; bitte überfliegen.", True),
        (
            found.mended.proposed,
            "Diese Wörter sind vielleicht verlesen und stehen unverändert im Entwurf; der Vorschlag steht dabei.",
            False,
        ),
    ):
        places = tuple(
            Place(
                repair.line,
                source[repair.line].page,
                shortened(source[repair.line].original),
                at.get(repair.line),
                repair.original,
                repair.proposed if applied else repair.original,
            )
            for repair in repairs
        )
        if places:
            value = f"{len(places)} Wörter" if len(places) > 1 else "1 Wort"
            alternatives = () if applied else tuple(f"{item.original} → {item.proposed}" for item in repairs[:20])
            yield _Draught("text", value, LIKELY, places, question, alternatives)
    left = set(leftovers(found.nodes))
    in_tasks = in_task_chapter(found.nodes)
    unknown = {node.task.addressed for node in found.nodes if node.task is not None and node.task.confidence == OPEN}
    for index, node in enumerate(found.nodes):
        if not node.sure and node.task is None and node.text not in unknown and index not in left:
            question = "Form aus dem Zusammenhang erschlossen (Überschrift, Punkt oder Absatz): Stimmt sie?"
            yield _Draught(
                "text",
                shortened(node.text, 80),
                LIKELY,
                _places(node.lines[:1], draft.nodes.get(index), None),
                question,
                key="form",
            )
        elif node.kind == "table" and not _has_rows(found.nodes, index):
            question = "Ist die Tabelle richtig gelesen?"
            if in_tasks[index]:
                question = _TASKS_IN_TABLE
            elif lists_duties(node.rows[0]):
                question = _TASKS_ELSEWHERE
            yield _Draught(
                "text", "Tabelle", LIKELY, _places(node.lines, draft.nodes.get(index), None), question, key=question
            )


def _has_rows(nodes: Sequence[Node], index: int) -> bool:
    """Whether the rows of a table are pieces of their own, and tasks: they are asked about as tasks."""
    return index + 1 < len(nodes) and nodes[index + 1].kind == "row"


def _links(found: Recognised, draft: Draft) -> Iterator[_Draught]:
    by_number = {line.number: line for line in found.mended.lines}
    for link in found.linked.placed:
        line = by_number.get(link.line)
        place = Place(
            link.line,
            line.page if line else None,
            shortened(link.address),
            draft.nodes.get(link.node),
            link.words,
            link.words,
        )
        sure: Confidence = CERTAIN if link.sure else LIKELY
        question = None if link.sure else "Liegt jeder Verweis auf den richtigen Wörtern?"
        yield _Draught("link", "zugeordnet", sure, (place,), question, key=f"link {sure}")
    for number, loose in enumerate(found.linked.loose, start=1):
        place = Place(loose.line, loose.page, shortened(loose.address), draft.places.get(f"link:{number}"))
        question = "Zu welchen Wörtern gehören diese Verweise? Sie stehen am Ende des Entwurfs."
        yield _Draught("link", "nicht zugeordnet", OPEN, (place,), question, key="loose links")


def _left(found: Recognised, draft: Draft) -> Iterator[_Draught]:
    """What stands in the chapter Einzelaufträge without being a task: never passed over in silence."""
    for index in leftovers(found.nodes):
        node = found.nodes[index]
        line = node.lines[0]
        place = Place(line.number, line.page, shortened(node.text or line.original), draft.nodes.get(index))
        yield _Draught("suggested task", "kein Auftrag", OPEN, (place,), _LEFT, key="left")


def _suggested(found: Recognised, draft: Draft) -> Iterator[_Draught]:
    offset = len(found.abstract)
    for item in found.suggested:
        node = found.body[item.node]
        line = node.lines[0]
        place = Place(line.number, line.page, item.words, draft.nodes.get(item.node + offset))
        question = "Diese Sätze außerhalb der Einzelaufträge lesen sich wie Pflichten: Sollen sie Aufträge werden?"
        yield _Draught("suggested task", "kein Auftrag", LIKELY, (place,), question, key="suggested")
    if (nothing := _no_tasks(found.nodes)) is not None:
        yield _Draught("tasks", None, LIKELY, (), nothing)


def _no_tasks(nodes: Sequence[Node]) -> str | None:
    """What is asked where there are no tasks and nothing says so."""
    if any(node.task is not None for node in nodes):
        return None
    if not any(node.kind == "chapter" and "inzelauf" in node.text for node in nodes):
        return "Es ist kein Kapitel „Einzelaufträge“ gefunden: Hat die Weisung keine Aufträge?"
    if any(in_task_chapter(nodes)):
        return None
    return "Das Kapitel „Einzelaufträge“ ist leer: Hat die Weisung keine Aufträge?"
