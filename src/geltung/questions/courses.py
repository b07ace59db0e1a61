"""Stored intervals as whole courses: how a directive, a task or a unit's share of them stands over all days.

What the other questions look up for one day, a page shows for every day. Days are ISO texts, all intervals closed, an
open end is 9999-12-31.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

from geltung.model.dates import OPEN_END_ISO, day_after
from geltung.model.terms import STATES
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.statements import DUE_OF_PLACE, STATE_OF_PLACE, TASK_OF_PLACE


class Phase(NamedTuple):
    """How a directive stands from ``first`` to ``last``: in force, upcoming, lapsed or repealed.

    ``in_force_from``, ``in_force_until`` and ``ended_by`` are those of the interval that the days lie in or lead to.
    ``header`` is the line of the header that counts on these days, while upcoming of that on the first day in force.
    """

    first: str
    last: str
    phase: str
    in_force_from: str | None
    in_force_until: str | None
    ended_by: str | None
    header: int
    marks: tuple[str, ...]


class RepealOf(NamedTuple):
    """A repeal that took effect: its first day, its author, and the part repealed (empty for the whole)."""

    day: str
    author: str
    part: str


class TaskPhase(NamedTuple):
    """A task in one listed state from ``first`` to ``last``; ``line`` is that of the wording that counts then."""

    first: str
    last: str
    state: str
    due_on: str | None
    line: int


class Share(NamedTuple):
    """Days on which a directive applies to a unit (``state`` in force or upcoming), or a task is in a state for it.

    ``id`` is the directive's, or the whole id of the task. ``line`` is that of the wording of the task that counts on
    these days, 0 for a directive.
    """

    id: str
    directive: str
    state: str
    due_on: str | None
    line: int
    first: str
    last: str


@surviving_damage
def phases(collection: Collection, id_: str | None = None) -> dict[str, tuple[Phase, ...]]:
    """Directive → its phases in order of time, of all or of one. Days before the first are those before it is known."""
    found: dict[str, list[Phase]] = {}
    statement = (
        "SELECT directive, first, last, phase, in_force_from, in_force_until, ended_by, header, shown "
        f"FROM directive_span{_of('directive', id_)} ORDER BY directive, first"
    )
    for directive, *fields, shown in collection.connection.execute(statement, {"id": id_}):
        found.setdefault(directive, []).append(Phase._make((*fields, tuple(json.loads(shown)[5]))))
    return {id_: tuple(items) for id_, items in found.items()}


@surviving_damage
def repeals(collection: Collection) -> dict[str, tuple[RepealOf, ...]]:
    """Directive or reference record → the repeals of it and of its parts, in order of time."""
    found: dict[str, list[RepealOf]] = {}
    statement = "SELECT target, day, author, part FROM repeal ORDER BY target, day, author, part"
    for target, *fields in collection.connection.execute(statement):
        found.setdefault(target, []).append(RepealOf._make(fields))
    return {id_: tuple(items) for id_, items in found.items()}


@surviving_damage
def task_phases(collection: Collection, id_: str | None = None) -> dict[str, tuple[TaskPhase, ...]]:
    """Whole task id → its listed states in order of time, of all tasks or of those of one directive.

    Days in no state are those on which it is not listed.
    """
    found: dict[str, list[TaskPhase]] = {}
    statement = (
        "SELECT place, task_span.first, task_span.last, wording.line "
        "FROM task_span JOIN wording ON wording.id = task_span.wording"
        f"{_of('task_span.directive', id_)} ORDER BY task_span.directive, task_span.first"
    )
    for place, first, last, line in collection.connection.execute(statement, {"id": id_}):
        item = TaskPhase(first, last, STATES[int(place[STATE_OF_PLACE])], _due(place), line)
        found.setdefault(place[TASK_OF_PLACE], []).append(item)
    return {id_: tuple(items) for id_, items in found.items()}


def _of(column: str, id_: str | None) -> str:
    return f" WHERE {column} = :id" if id_ else ""


def _due(place: str) -> str | None:
    due = place[DUE_OF_PLACE]
    return None if due == OPEN_END_ISO else due


_WITHIN: Final = """
       CASE WHEN {row}.reach_on IS NULL THEN max({row}.first, reach.first) ELSE {row}.first END AS begins,
       CASE WHEN {row}.reach_on IS NULL THEN min({row}.last, reach.last) ELSE {row}.last END AS ends"""
_REACHED: Final = """
 WHERE reach.unit = :unit AND reach.on_request = 0 AND begins <= ends
   AND ({row}.reach_on IS NULL OR {row}.reach_on BETWEEN reach.first AND reach.last)"""
_APART: Final = """
   AND reach.audience NOT IN (SELECT audience FROM reach AS other WHERE other.unit = :apart AND other.on_request = 0)"""
_DIRECTIVES: Final = (
    "SELECT span.directive, span.directive, span.phase, NULL, 0,"
    + _WITHIN.format(row="application")
    + "\n  FROM reach CROSS JOIN application ON application.audience = reach.audience"
    + "\n  JOIN directive_span AS span ON span.id = application.span"
    + _REACHED.format(row="application")
)
_TASKS: Final = (
    "SELECT place, task_span.directive, NULL, NULL, wording.line,"
    + _WITHIN.format(row="task_span")
    + "\n  FROM reach CROSS JOIN task_span ON task_span.audience = reach.audience"
    + "\n  JOIN wording ON wording.id = task_span.wording"
    + _REACHED.format(row="task_span")
)


@surviving_damage
def directives_of_unit(collection: Collection, unit: str, apart_from: str | None = None) -> list[Share]:
    """When which directives apply to a unit or are upcoming for it, by id and day (main sentence of the semantics).

    ``apart_from`` leaves out what is addressed so that it reaches that other unit, too.
    """
    return _joined(map(Share._make, _rows(collection, _DIRECTIVES, unit, apart_from)))


@surviving_damage
def tasks_of_unit(collection: Collection, unit: str, apart_from: str | None = None) -> list[Share]:
    """When which tasks that reach a unit are in which state, by id and day."""
    return _joined(
        Share(place[TASK_OF_PLACE], directive, STATES[int(place[STATE_OF_PLACE])], _due(place), line, first, last)
        for place, directive, _, _, line, first, last in _rows(collection, _TASKS, unit, apart_from)
    )


def _rows(collection: Collection, statement: str, unit: str, apart_from: str | None) -> Iterable[tuple[Any, ...]]:
    apart = _APART if apart_from is not None else ""
    return collection.connection.execute(statement + apart, {"unit": unit, "apart": apart_from})


def _joined(rows: Iterable[Share]) -> list[Share]:
    """Rows that differ only in their days joined where they overlap or touch: a unit is reached on several ways."""
    found: list[Share] = []
    for row in sorted(rows, key=_place):
        before = found[-1] if found else None
        if before is not None and row[:5] == before[:5] and row.first <= _day_after(before.last):
            found[-1] = before._replace(last=max(before.last, row.last))
        else:
            found.append(row)
    return sorted(found, key=lambda item: (item.id, item.first))


def _place(share: Share) -> tuple[str, str, str, int, str, str]:
    return share.id, share.state, share.due_on or OPEN_END_ISO, share.line, share.first, share.last


def _day_after(day: str) -> str:
    return day_after(date.fromisoformat(day)).isoformat()
