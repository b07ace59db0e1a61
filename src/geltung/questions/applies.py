"""What applies on day X to unit Y: a lookup over the stored intervals."""

import json
import sqlite3
from datetime import date as Day
from typing import Any, Final

from geltung.model.terms import (
    AREAS,
    IN_FORCE,
    MARK_INFORMATION,
    MARK_OVERLAP,
    MARK_RECOMMENDATION,
    MARK_SCOPE_UNKNOWN,
    MARKS,
    NOT_CONCERNED,
)
from geltung.questions import statements
from geltung.questions.answer import Answer, DirectiveFound, NotAssessed, Reported, TaskFound
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.lookup import UnitFound, find_area, find_day, find_unit
from geltung.questions.today import today

_CONFLICTS: Final = frozenset(("C004", "C005", "C009", "C015"))
_OVERLAP: Final = "C015"


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
    found_unit = find_unit(collection.connection, unit) if unit is not None else None
    question = _Question(collection.connection, day.isoformat(), found_unit, found_area, include_parts)
    return question.answer(known.isoformat() if known else None)


def _day(value: Day | str) -> Day:
    return find_day(value) if isinstance(value, str) else value


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
        column = statements.AREA_COLUMNS[AREAS.index(area)] if area else None
        self.filter = statements.AREA_FILTER.format(column=column) if column else ""

    def answer(self, known_on: str | None) -> Answer:
        tasks = self._tasks()
        rows = self._rows(statements.DIRECTIVES_OF_UNIT if self.unit else statements.DIRECTIVES)
        reports = self._reports({row[1] for row in rows} | {task.directive for task in tasks})
        overlapping = {id_ for item in reports if item.code == _OVERLAP for id_ in item.directives}
        found = sorted((row[0], self._directive(row, overlapping)) for row in rows)
        in_force = [item for phase, item in found if phase == IN_FORCE]
        upcoming = [item for phase, item in found if phase != IN_FORCE]
        return Answer(
            self.day,
            self.unit,
            self.area,
            known_on,
            in_force,
            upcoming,
            tasks,
            self._not_assessed({item.id for _, item in found}),
            [item for item in reports if item.code in _CONFLICTS],
            [item for item in reports if item.code not in _CONFLICTS],
        )

    def _rows(self, statement: str) -> list[Any]:
        return self.connection.execute(statement + self.filter, self.parameters).fetchall()

    def _tasks(self) -> list[TaskFound]:
        rows = self._rows(statements.TASKS_OF_UNIT if self.unit else statements.TASKS)
        dates = self._next_dates({row[2] for row in rows})
        if dates:
            dated = (row if row[2] not in dates else (row[0], dates[row[2]], *row[2:]) for row in rows)
            rows = [row for row in dated if row[1] is not None]
        rows.sort()
        return list(map(TaskFound._make, rows))

    def _next_dates(self, tasks: set[str]) -> dict[str, str | None]:
        """Next dates of recurring tasks beyond those that have intervals of their own (rule 19); None: no further."""
        found_rules = self.connection.execute(statements.OPEN_RULES, self.parameters)
        rows = [row for row in found_rules if row[0] in tasks]
        if not rows:
            return {}
        from geltung.validity.recurrence import parse_rule

        found: dict[str, str | None] = {}
        for task, text, begins_on in rows:
            rule = parse_rule(text, Day.fromisoformat(begins_on))
            following = rule.next_on_or_after(Day.fromisoformat(self.day)) if rule else None
            found[task] = following.isoformat() if following else None
        return found

    def _directive(self, row: tuple[Any, ...], overlapping: set[str]) -> DirectiveFound:
        _, id_, title, first, last, ended_by, sgb2, sgb3, famka, marks, because = row
        scope = (sgb2, sgb3, famka)
        held = {*json.loads(marks), *self._marks_of(scope), *([MARK_OVERLAP] if id_ in overlapping else [])}
        ordered = tuple(mark for mark in MARKS if mark in held)
        return DirectiveFound(id_, title, first, last, ended_by, scope, ordered, because)

    def _marks_of(self, scope: tuple[str | None, ...]) -> list[str]:
        """With what force the directive applies (rule 18): to the area asked for, else to the unit's areas."""
        asked = (self.area,) if self.area else (self.unit.areas if self.unit else ()) or AREAS
        values = [value for area, value in zip(AREAS, scope, strict=True) if area in asked]
        marks = [MARK_SCOPE_UNKNOWN] if None in values else []
        binding = [value for value in values if value not in (None, NOT_CONCERNED)]
        if binding and "Weisung" not in binding:
            marks.append(MARK_RECOMMENDATION if "Empfehlung" in binding else MARK_INFORMATION)
        return marks

    def _not_assessed(self, ids: set[str]) -> list[NotAssessed]:
        found: dict[str, tuple[str, list[str]]] = {}
        for id_, title, citing in self.connection.execute(statements.NOT_ASSESSED, self.parameters):
            if citing in ids:
                found.setdefault(id_, (title, []))[1].append(citing)
        return [NotAssessed(id_, title, tuple(citing)) for id_, (title, citing) in found.items()]

    def _reports(self, ids: set[str]) -> list[Reported]:
        found: dict[Reported, None] = {}
        for code, message, directives, scope in self.connection.execute(statements.REPORTS, self.parameters):
            item = Reported(code, message, tuple(json.loads(directives)))
            if self._concerns(item, scope, ids):
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
