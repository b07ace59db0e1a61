"""What applies on day X to unit Y: a lookup over the stored intervals."""

import json
import sqlite3
from bisect import bisect_left
from datetime import date as Day
from functools import partial
from typing import Any, Final

from geltung.model.dates import OPEN_END_ISO
from geltung.model.terms import (
    AREAS,
    IN_FORCE,
    MARK_INFORMATION,
    MARK_OVERLAP,
    MARK_RECOMMENDATION,
    MARK_SCOPE_UNKNOWN,
    MARKS,
    NOT_CONCERNED,
    STATES,
)
from geltung.questions import statements
from geltung.questions.answer import Answer, DirectiveFound, Lazy, NotAssessed, Reported, TaskFound
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.lookup import UnitFound, find_area, find_day, find_unit
from geltung.questions.statements import DUE_OF_PLACE, STATE_OF_PLACE, TASK_OF_PLACE
from geltung.questions.today import today
from geltung.store.database import reading

CONFLICTS: Final = frozenset(("C004", "C005", "C009", "C015"))
"""Codes of the reports that an answer lists as conflicts; all others are problems."""
OVERLAP: Final = "C015"
"""The conflict that also marks its directives."""


@surviving_damage
def applies(
    collection: Collection,
    date: Day | str | None = None,
    unit: str | None = None,
    area: str | None = None,
    known_on: Day | str | None = None,
    include_parts: bool = False,
) -> Answer:
    """What applies on a day to a unit, with reasons; without a unit, what is in force at all.

    ``date`` and ``known_on`` are days or texts as people type them; without a date it is today in Germany. ``unit`` is
    an id or any name. ``area`` keeps directives that concern a legal area (rule 18). ``known_on`` answers from what
    was issued by then (rule 2). ``include_parts`` adds tasks of single members and of parts (rule 14).
    Raises a QuestionError for an unknown or ambiguous unit, an unknown area or an impossible day.
    """
    day = _day(date) if date is not None else today()
    found_area = find_area(area) if area is not None else None
    known = _day(known_on) if known_on is not None else None
    if known is not None:
        collection = collection.known_on(known)
    with reading(collection.connection):
        found_unit = find_unit(collection.connection, unit) if unit is not None else None
        question = _Question(collection.connection, day.isoformat(), found_unit, found_area, include_parts)
        return question.answer(known.isoformat() if known else None)


def _day(value: Day | str) -> Day:
    return find_day(value) if isinstance(value, str) else value


def _decode(shown: bytes) -> Any:  # noqa: ANN401
    return json.loads(shown.decode())


def _next_date(rule_text: str, begins_on: str, day: str) -> str | None:
    from geltung.validity.recurrence import parse_rule  # imports dateutil

    rule = parse_rule(rule_text, Day.fromisoformat(begins_on))
    found = rule.next_on_or_after(Day.fromisoformat(day)) if rule else None
    return found.isoformat() if found else None


def marks_of_scope(scope: tuple[str | None, ...], asked: tuple[str, ...]) -> list[str]:
    """With what force a directive of a scope applies to the areas asked for (rule 18)."""
    values = [value for area, value in zip(AREAS, scope, strict=True) if area in asked]
    marks = [MARK_SCOPE_UNKNOWN] if None in values else []
    binding = [value for value in values if value not in (None, NOT_CONCERNED)]
    if binding and "Weisung" not in binding:
        marks.append(MARK_RECOMMENDATION if "Empfehlung" in binding else MARK_INFORMATION)
    return marks


class _TaskBuilder:
    """Puts the tasks of an answer together from their rows."""

    def __init__(self, standings: dict[int, tuple[str, bytes]], ways: dict[int | None, tuple[list[str], str]]) -> None:
        self._stored = standings
        self._ways = ways
        self._standings: dict[int, tuple[str, str]] = {}

    def __call__(self, row: tuple[str, int, int | None, bytes]) -> TaskFound:
        place, span, way, shown = row
        if span not in self._standings:
            directive, standing = self._stored[span]
            self._standings[span] = (directive, _decode(standing)[-1])
        directive, because = self._standings[span]
        id_, state, due = place[TASK_OF_PLACE], STATES[int(place[STATE_OF_PLACE])], place[DUE_OF_PLACE]
        due_on = None if due == OPEN_END_ISO else due
        return TaskFound(id_, directive, state, due_on, because, *self._ways[way], *_decode(shown))


class _Question:
    """One question while it is being answered."""

    def __init__(
        self, connection: sqlite3.Connection, day: str, unit: UnitFound | None, area: str | None, parts: bool
    ) -> None:
        self.connection = connection
        self.unit = unit
        self.area = area
        self.day = day
        self.parameters = {"day": day, "unit": unit.id if unit else None, "parts": int(parts)}
        self.column = statements.AREA_COLUMNS[AREAS.index(area)] if area else None

    def answer(self, known_on: str | None) -> Answer:
        rows = self._rows(statements.DIRECTIVES_OF_UNIT if self.unit else statements.DIRECTIVES, statements.AREA_FILTER)
        standings = {span: (directive, shown) for _, directive, span, shown in rows}
        tasks = self._tasks(standings)
        reports = self._reports({directive for directive, _ in standings.values()}, tasks)
        overlapping = {id_ for item in reports if item.code == OVERLAP for id_ in item.directives}
        rows.sort()
        in_force = [row for row in rows if row[0] == IN_FORCE]
        upcoming = [row for row in rows if row[0] != IN_FORCE]
        return Answer(
            self.day,
            self.unit,
            self.area,
            known_on,
            Lazy(in_force, partial(self._directive, overlapping)),
            Lazy(upcoming, partial(self._directive, overlapping)),
            Lazy(tasks, _TaskBuilder(standings, self._ways())),
            self._not_assessed({row[1] for row in rows}),
            [item for item in reports if item.code in CONFLICTS],
            [item for item in reports if item.code not in CONFLICTS],
        )

    def _rows(self, statement: str, area_filter: str) -> list[Any]:
        kept = area_filter.format(column=self.column) if self.column else ""
        return self.connection.execute(statement + kept, self.parameters).fetchall()

    def _tasks(self, standings: dict[int, tuple[str, bytes]]) -> list[Any]:
        """The rows of the tasks in their order; ``standings`` are completed by those of directives that have lapsed."""
        rows = self._rows(statements.TASKS_OF_UNIT if self.unit else statements.TASKS, statements.TASK_AREA_FILTER)
        rows.sort()
        self._set_next_dates(rows)
        for span in {row[1] for row in rows} - standings.keys():
            standings[span] = self.connection.execute(statements.STANDING, (span,)).fetchone()
        return rows

    def _ways(self) -> dict[int | None, tuple[list[str], str]]:
        """The ways on which tasks reach the unit: the units from the addressee down, and the same in German."""
        if self.unit is None:
            return {None: ([], "")}
        rows = self.connection.execute(statements.WAYS, self.parameters)
        return {id_: (json.loads(via), because) for id_, via, because in rows}

    def _set_next_dates(self, rows: list[Any]) -> None:
        """Next dates of recurring tasks beyond those that have intervals of their own (rule 19), in sorted rows."""
        moved: list[Any] = []
        for place, text, begins_on in self.connection.execute(statements.OPEN_RULES, self.parameters):
            position = bisect_left(rows, (place,))
            if position < len(rows) and rows[position][0] == place:
                row = rows.pop(position)
                if following := _next_date(text, begins_on, self.day):
                    moved.append((f"{place[STATE_OF_PLACE]}{following}{place[TASK_OF_PLACE]}", *row[1:]))
        if moved:
            rows.extend(moved)
            rows.sort()

    def _directive(self, overlapping: set[str], row: tuple[str, str, int, bytes]) -> DirectiveFound:
        _, id_, _, shown = row
        title, first, last, ended_by, scope, stored, because = _decode(shown)
        values = tuple(scope)
        asked = (self.area,) if self.area else (self.unit.areas if self.unit else ()) or AREAS
        marks = [*stored, *marks_of_scope(values, asked), *([MARK_OVERLAP] if id_ in overlapping else [])]
        ordered = tuple(mark for mark in MARKS if mark in marks)
        return DirectiveFound(id_, title, first, last, ended_by, values, ordered, because)

    def _not_assessed(self, ids: set[str]) -> list[NotAssessed]:
        found: dict[str, tuple[str, list[str]]] = {}
        for id_, title, citing in self.connection.execute(statements.NOT_ASSESSED, self.parameters):
            if citing in ids:
                found.setdefault(id_, (title, []))[1].append(citing)
        return [NotAssessed(id_, title, tuple(citing)) for id_, (title, citing) in found.items()]

    def _reports(self, ids: set[str], tasks: list[Any]) -> list[Reported]:
        rows = self.connection.execute(statements.REPORTS, self.parameters).fetchall()
        listed = {row[0][TASK_OF_PLACE] for row in tasks} if any("#" in scope for *_, scope in rows) else set()
        found: dict[Reported, None] = {}
        for code, message, directives, scope in rows:
            item = Reported(code, message, tuple(json.loads(directives)))
            if scope in listed if "#" in scope else self._concerns(item, scope, ids):
                found[item] = None
        return list(found)

    def _concerns(self, item: Reported, scope: str, ids: set[str]) -> bool:
        if scope == "always" or not ids.isdisjoint(item.directives):
            return True
        if scope != "reach":
            return False
        return self.unit is None or any(self._ever_reaches(id_) for id_ in item.directives)

    def _ever_reaches(self, directive: str) -> bool:
        parameters = {**self.parameters, "directive": directive}
        return self.connection.execute(statements.EVER_REACHED, parameters).fetchone() is not None
