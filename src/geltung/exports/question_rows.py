"""The store's intervals as the rows of the page "Was gilt?": for each audience what its tasks are in, day by day.

The page selects rows whose first and last day contain the day asked about; whatever needs a decision is decided here.
Days are numbers (see days.py). Recurring tasks carry their dates, so that the page only takes the first one that is
not past.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import Any, Final, NamedTuple

from geltung.exports.days import number_of, optional_number
from geltung.model.dates import OPEN_END_ISO, day_after
from geltung.model.terms import IN_FORCE, UPCOMING
from geltung.questions.statements import DUE_OF_PLACE, STATE_OF_PLACE, TASK_OF_PLACE
from geltung.validity.recurrence import Rule, parse_rule

EVERYONE: Final = "*"
"""Key of the audience of a question without a unit: every directive, whomever it addresses."""


TaskRow = tuple[str, int, int, int, int, int | None, int | list[int] | None]
"""Task (without its directive), wording, state (position in terms.STATES), first, last, reach_on, due.

``due`` is a list for a recurring task: its dates, of which the first on or after the day counts; after the last one
the task is not listed.
"""
ApplicationRow = tuple[int, int, int | None]
"""First, last, reach_on."""


@dataclass
class Group:
    """What one audience has of one directive while it stands in one way (``span``, the scope's position).

    ``phase`` is 0 while the directive is in force, 1 while it is upcoming, 2 otherwise.
    """

    directive: str
    span: int
    scope: int
    phase: int
    applications: list[ApplicationRow] = field(default_factory=list)
    tasks: list[TaskRow] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.applications) + len(self.tasks)

    @property
    def days(self) -> tuple[int, int]:
        """The first and the last day on which any row counts."""
        firsts = [row[0] for row in self.applications] + [row[3] for row in self.tasks]
        lasts = [row[1] for row in self.applications] + [row[4] for row in self.tasks]
        return min(firsts), max(lasts)

    def to_json(self) -> list[Any]:
        """As the page reads it."""
        return [self.directive, self.span, self.scope, self.phase, self.applications, self.tasks]


@dataclass(frozen=True)
class Positions:
    """Short numbers in place of the store's ids, which depend on the order in which files were read."""

    spans: dict[int, tuple[str, int, int, int]]
    """Span → directive, its position there, the scope's position in ``scopes``, phase (see :class:`Group`)."""
    wordings: dict[int, int]
    scopes: tuple[tuple[str | None, ...], ...]


def read_positions(connection: sqlite3.Connection) -> Positions:
    """Number the spans and wordings within their directives, and the scopes."""
    scopes: dict[tuple[str | None, ...], int] = {}
    spans: dict[int, tuple[str, int, int, int]] = {}
    phases = {IN_FORCE: 0, UPCOMING: 1}
    statement = "SELECT directive, id, phase, sgb2, sgb3, famka FROM directive_span ORDER BY directive, first"
    for directive, rows in groupby(connection.execute(statement), key=lambda row: row[0]):
        for position, (_, id_, phase, *scope) in enumerate(rows):
            number = scopes.setdefault(tuple(scope), len(scopes))
            spans[id_] = (directive, position, number, phases.get(phase, 2))
    wordings: dict[int, int] = {}
    found = connection.execute("SELECT directive, id FROM wording ORDER BY directive, id")
    for _, rows in groupby(found, key=lambda row: row[0]):
        wordings.update({id_: position for position, (_, id_) in enumerate(rows)})
    return Positions(spans, wordings, tuple(scopes))


def read_groups(
    connection: sqlite3.Connection, positions: Positions, horizon: date
) -> Iterator[tuple[str, list[Group]]]:
    """Audience key → its groups, by key; first of all those of :data:`EVERYONE`, which hold no tasks.

    Rows that begin after ``horizon`` are left out, and dates of recurring tasks reach just beyond it.
    """
    yield EVERYONE, list(_of_everyone(connection, positions, horizon))
    groups: dict[int, dict[int, Group]] = {}
    statement = "SELECT audience, span, first, last, reach_on FROM application WHERE first <= ? ORDER BY span, first"
    for audience, span, first, last, reach_on in connection.execute(statement, (horizon.isoformat(),)):
        group = _group(groups, positions, audience, span)
        group.applications.append((number_of(first), number_of(last), optional_number(reach_on)))
    for audience, span, task in _task_rows(connection, positions, horizon):
        _group(groups, positions, audience, span).tasks.append(task)
    for key, id_ in connection.execute("SELECT key, id FROM audience ORDER BY key").fetchall():
        if id_ in groups:
            yield key, list(groups[id_].values())


def _group(groups: dict[int, dict[int, Group]], positions: Positions, audience: int, span: int) -> Group:
    of_audience = groups.setdefault(audience, {})
    if span not in of_audience:
        of_audience[span] = Group(*positions.spans[span])
    return of_audience[span]


def _of_everyone(connection: sqlite3.Connection, positions: Positions, horizon: date) -> Iterator[Group]:
    rows = connection.execute("SELECT id, first, last FROM directive_span WHERE first <= ?", (horizon.isoformat(),))
    for span, first, last in rows:
        group = Group(*positions.spans[span])
        if group.phase < 2:
            group.applications.append((number_of(first), number_of(last), None))
            yield group


_TASKS: Final = """
SELECT audience, span, wording, place, task_span.first, task_span.last, reach_on, open_rule, recurrence, begins_on
  FROM task_span JOIN wording ON wording.id = task_span.wording
 WHERE task_span.first <= ? ORDER BY task_span.directive, wording, audience, span, task_span.first"""


class _Row(NamedTuple):
    """A row of :data:`_TASKS`."""

    audience: int
    span: int
    wording: int
    place: str
    first: str
    last: str
    reach_on: str | None
    open_rule: bool
    recurrence: str | None
    begins_on: str | None

    @property
    def rule(self) -> Rule | None:
        """The valid rule of a recurring task."""
        if self.recurrence is None or self.begins_on is None:
            return None
        return parse_rule(self.recurrence, date.fromisoformat(self.begins_on))

    @property
    def due(self) -> str | None:
        """The deadline shown."""
        due = self.place[DUE_OF_PLACE]
        return None if due == OPEN_END_ISO else due

    @property
    def kind(self) -> tuple[object, ...]:
        """All but the days and the deadline."""
        return self.audience, self.span, self.wording, self.place[STATE_OF_PLACE], self.reach_on


def _task_rows(
    connection: sqlite3.Connection, positions: Positions, horizon: date
) -> Iterator[tuple[int, int, TaskRow]]:
    rows = map(_Row._make, connection.execute(_TASKS, (horizon.isoformat(),)))
    for run in _runs(rows):
        row = run[0]
        task = row.place[TASK_OF_PLACE].removeprefix(f"{positions.spans[row.span][0]}#")
        due = _dates(run, horizon) if row.rule else optional_number(row.due)
        days = number_of(row.first), number_of(run[-1].last)
        state, reach_on = int(row.place[STATE_OF_PLACE]), optional_number(row.reach_on)
        yield row.audience, row.span, (task, positions.wordings[row.wording], state, *days, reach_on, due)


def _runs(rows: Iterable[_Row]) -> Iterator[list[_Row]]:
    """Rows one by one; those of a recurring task, which differ in the date alone, joined while no day is missing."""
    held: list[_Row] = []
    for row in rows:
        if held and not (row.rule and row.kind == held[-1].kind and _next_day(held[-1].last) == row.first):
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _next_day(day: str) -> str:
    return day_after(date.fromisoformat(day)).isoformat()


def _dates(run: list[_Row], horizon: date) -> list[int]:
    """The dates of a recurring task over some rows, up to the first that is not before the last day."""
    found = {row.due for row in run if row.due}
    for row in run:
        if row.open_rule and row.rule and row.due:
            until = min(date.fromisoformat(row.last), horizon)
            day: date | None = date.fromisoformat(row.due)
            while day is not None and day < until:
                day = row.rule.next_on_or_after(day_after(day))
                if day is not None:
                    found.add(day.isoformat())
    return [number_of(day) for day in sorted(found)]
