"""The points of the text: repairs, forms, tables, links, and what is no task though it may be one."""

from collections.abc import Iterator, Sequence
from typing import Final

from geltung.importing.body import Node
from geltung.importing.drafting.draft import Draft
from geltung.importing.drafting.draughts import Draught, places_of
from geltung.importing.recognise import Recognised
from geltung.importing.review_file import (
    CERTAIN,
    LIKELY,
    OPEN,
    Confidence,
    Place,
)
from geltung.importing.tasks.leftovers import in_task_chapter, leftovers
from geltung.importing.text import shortened
from geltung.parse.columns import lists_duties

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
_COUNTED: Final = (
    "Die Kapitel sind im Original mit römischen Zahlen oder Buchstaben gezählt; im Entwurf stehen arabische Zahlen wie "
    "in der Sammlung: Sind es diese Kapitel?"
)


def node_lines(found: Recognised, draft: Draft) -> dict[int, int]:
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


def forms(found: Recognised, draft: Draft) -> Iterator[Draught]:
    """Pieces of the text whose form was concluded."""
    left = set(leftovers(found.nodes))
    in_tasks = in_task_chapter(found.nodes)
    unknown = {node.task.addressed for node in found.nodes if node.task is not None and node.task.confidence == OPEN}
    for index, node in enumerate(found.nodes):
        if not node.sure and node.task is None and node.text not in unknown and index not in left:
            question = "Form aus dem Zusammenhang erschlossen (Überschrift, Punkt oder Absatz): Stimmt sie?"
            yield Draught(
                "text",
                shortened(node.text, 80),
                LIKELY,
                places_of(node.lines[:1], draft.nodes.get(index), None),
                question,
                key="form",
            )
        elif node.kind == "table" and not _has_rows(found.nodes, index):
            question = "Ist die Tabelle richtig gelesen?"
            if in_tasks[index]:
                question = _TASKS_IN_TABLE
            elif lists_duties(node.rows[0]):
                question = _TASKS_ELSEWHERE
            yield Draught(
                "text", "Tabelle", LIKELY, places_of(node.lines, draft.nodes.get(index), None), question, key=question
            )


def _has_rows(nodes: Sequence[Node], index: int) -> bool:
    """Whether the rows of a table are pieces of their own, and tasks: they are asked about as tasks."""
    return index + 1 < len(nodes) and nodes[index + 1].kind == "row"


def links(found: Recognised, draft: Draft) -> Iterator[Draught]:
    """Links with and without the words that they lie on."""
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
        yield Draught("link", "zugeordnet", sure, (place,), question, key=f"link {sure}")
    for number, loose in enumerate(found.linked.loose, start=1):
        place = Place(loose.line, loose.page, shortened(loose.address), draft.places.get(f"link:{number}"))
        question = "Zu welchen Wörtern gehören diese Verweise? Sie stehen am Ende des Entwurfs."
        yield Draught("link", "nicht zugeordnet", OPEN, (place,), question, key="loose links")


def left(found: Recognised, draft: Draft) -> Iterator[Draught]:
    """What stands in the chapter Einzelaufträge without being a task: never passed over in silence."""
    for index in leftovers(found.nodes):
        node = found.nodes[index]
        line = node.lines[0]
        place = Place(line.number, line.page, shortened(node.text or line.original), draft.nodes.get(index))
        yield Draught("suggested task", "kein Auftrag", OPEN, (place,), _LEFT, key="left")


def suggested(found: Recognised, draft: Draft) -> Iterator[Draught]:
    """Sentences outside the Einzelaufträge that may be duties, and that there are no tasks."""
    offset = len(found.abstract)
    listed = {
        asked.node + index for asked in found.overlooked if asked.node is not None for index in range(len(asked.lines))
    }
    for item in found.suggested:
        if item.node + offset in listed:
            continue  # asked about as a whole list
        node = found.body[item.node]
        line = node.lines[0]
        place = Place(line.number, line.page, item.words, draft.nodes.get(item.node + offset))
        question = "Diese Sätze außerhalb der Einzelaufträge lesen sich wie Pflichten: Sollen sie Aufträge werden?"
        yield Draught("suggested task", "kein Auftrag", LIKELY, (place,), question, key="suggested")
    if (nothing := _no_tasks(found.nodes)) is not None:
        yield Draught("tasks", None, LIKELY, (), nothing)


def overlooked(found: Recognised, draft: Draft) -> Iterator[Draught]:
    """What the draft has not taken as what it may be; each question by itself, for it says what it is about."""
    for asked in found.overlooked:
        places = tuple(
            Place(
                line.number,
                line.page,
                shortened(words),
                None if asked.node is None else draft.nodes.get(asked.node + index),
            )
            for index, (line, words) in enumerate(asked.lines)
        )
        yield Draught(asked.about, asked.value, asked.confidence, places, asked.question)
    if found.counted_otherwise:
        places = tuple(Place(line.number, line.page, shortened(line.original)) for line in found.counted_otherwise)
        yield Draught("text", "Kapitel", LIKELY, places, _COUNTED)


def _no_tasks(nodes: Sequence[Node]) -> str | None:
    """What is asked where there are no tasks and nothing says so."""
    if any(node.task is not None for node in nodes):
        return None
    if not any(node.tasks for node in nodes):
        return "Es ist kein Kapitel „Einzelaufträge“ gefunden: Hat die Weisung keine Aufträge?"
    if any(in_task_chapter(nodes)):
        return None
    return "Das Kapitel „Einzelaufträge“ ist leer: Hat die Weisung keine Aufträge?"
