"""The answer to "what applies on day X to unit U", in sets that a test can compare.

Part of the oracle: written from the semantics alone, deliberately naive, sharing only the records with the product.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypedDict

from dateutil.rrule import rrulestr

from geltung.model.records import Directive, Record, Task, TaskVersion
from geltung.model.terms import ACTIVE, AREAS, ENDED, NOT_CONCERNED, OUTLASTING, PAST_DUE, UPCOMING
from geltung.model.units import Unit
from tests.oracle.changes import first_valid_day
from tests.oracle.reach import Units
from tests.oracle.world import World


class Validity(TypedDict):
    """Of the stretch of validity on the day (or the next one). ``ended_by``: whoever may be named as the repealer."""

    in_force_from: str
    in_force_until: str | None
    ended_by: set[str]


class Answer(TypedDict):
    """What the product must answer, in ids and ISO dates."""

    directives: set[str]
    upcoming: set[str]
    tasks: set[tuple[str, str, str | None]]
    not_assessed: set[tuple[str, tuple[str, ...]]]
    validity: dict[str, Validity]


def oracle(
    records: Iterable[Record],
    units: Iterable[Unit],
    day: date,
    unit: str | None = None,
    area: str | None = None,
    known_on: date | None = None,
    include_parts: bool = False,
) -> Answer:
    """What applies, by trying everything."""
    return Oracle(records, units).answer(day, unit, area, known_on, include_parts)


class Oracle:
    """Answers several questions to one collection; what is known on a day is worked out once."""

    def __init__(self, records: Iterable[Record], units: Iterable[Unit]) -> None:
        self._records = list(records)
        self._units = Units(units)
        self._worlds: dict[date | None, World] = {}

    def answer(
        self,
        day: date,
        unit: str | None = None,
        area: str | None = None,
        known_on: date | None = None,
        include_parts: bool = False,
    ) -> Answer:
        """What applies, by trying everything."""
        if known_on not in self._worlds:
            self._worlds[known_on] = World(self._records, known_on)
        question = Question(self._worlds[known_on], self._units, day, unit, area, include_parts)
        directives = question.world.directives
        listed = {directive.id for directive in directives if question.applies(directive)}
        upcoming = {directive.id for directive in directives if question.is_upcoming(directive)}
        return {
            "directives": listed,
            "upcoming": upcoming,
            "tasks": question.tasks(),
            "not_assessed": question.not_assessed(listed | upcoming),
            "validity": {id_: question.validity(question.world.by_id[id_]) for id_ in listed | upcoming},
        }


@dataclass
class Question:
    """One question, with everything it is asked about."""

    world: World
    units: Units
    day: date
    unit: str | None
    area: str | None
    include_parts: bool

    # Directives

    def applies(self, directive: Directive) -> bool:
        """In force on X, in the area asked for, and a task of it that is not repealed reaches U (or it has none)."""
        if not self.world.in_force(directive, self.day) or not self._in_area(directive):
            return False
        if self.unit is None:
            return True
        if not directive.tasks:
            return self._reaches_without_tasks(directive, self.day)
        return any(
            not self.world.task_repealed_on(directive, task, self.day) and self._task_reaches(directive, task)
            for task in directive.tasks
        )

    def is_upcoming(self, directive: Directive) -> bool:
        """Issued, not in force, but to come into force again or for the first time, and then reaching U."""
        start = self._upcoming_from(directive)
        if start is None or not self._in_area(directive):
            return False
        if self.unit is None:
            return True
        if not directive.tasks:
            return self._reaches_without_tasks(directive, start)
        for task in directive.tasks:
            wording = self.world.wording_on(directive, task, self.day)
            if wording is None or self.world.task_repealed_on(directive, task, start):
                continue
            if self._wording_reaches(directive, wording, max(wording.starts_on or start, start), start):
                return True
        return False

    def _upcoming_from(self, directive: Directive) -> date | None:
        issued = directive.issued is not None and directive.issued <= self.day
        return self.world.next_start(directive, self.day) if issued else None

    def _in_area(self, directive: Directive) -> bool:
        """The value for the area on X, or when it will be in force; unknown stays in."""
        if self.area is None:
            return True
        header = self.world.header_on(directive, self._upcoming_from(directive) or self.day)
        return header.scope[AREAS.index(self.area)] != NOT_CONCERNED

    def _reaches_without_tasks(self, directive: Directive, day: date) -> bool:
        """Reaches whom the directives it changes reach; if it changes none, every unit with an area concerned.

        Those without tasks stand in turn for the directives that they change; a circle of them counts as changing none.
        """
        assert self.unit is not None
        found = self._stands_for(directive, set()) or [directive]
        for target in found:
            if not target.tasks and self.units.concerned(self.unit, self.world.header_on(target, day).scope, day):
                return True
            for task in target.tasks:
                wording = self.world.wording_on(target, task, day)
                if wording is not None and self._wording_reaches(target, wording, day, day):
                    return True
        return False

    def _stands_for(self, directive: Directive, seen: set[str]) -> list[Directive]:
        """The directives with tasks that it changes, directly or over others without; itself if it changes none."""
        if directive.id in seen:
            return []
        seen.add(directive.id)
        changed = {change.target for change in directive.changes} - {directive.id}
        targets = [self.world.by_id[target] for target in sorted(changed) if target in self.world.by_id]
        if directive.tasks or not targets:
            return [directive]
        return [found for target in targets for found in self._stands_for(target, seen)]

    def validity(self, directive: Directive) -> Validity:
        """The stretch of days in force that X lies in, or else the next one."""
        first, last = min(
            (first, last) for first, last in self.world.runs(directive) if last is None or last >= self.day
        )
        return {
            "in_force_from": first.isoformat(),
            "in_force_until": None if last is None else last.isoformat(),
            "ended_by": self.world.enders(directive, last),
        }

    # Tasks

    def tasks(self) -> set[tuple[str, str, str | None]]:
        """Every task that is in a state to be listed and reaches U."""
        found = set()
        for directive in self.world.directives:
            for task in directive.tasks:
                state = self._state(directive, task)
                if state in (None, ENDED) or not self._in_area(directive):
                    continue
                if self.unit is None or self._task_reaches(directive, task):
                    due = self._due_on(directive, task)
                    found.add((f"{directive.id}#{task.id}", str(state), due.isoformat() if due else None))
        return found

    def _task_reaches(self, directive: Directive, task: Task) -> bool:
        """With the relations of X, for an upcoming task with those of its start."""
        wording = self.world.wording_on(directive, task, self.day)
        if wording is None:
            return False
        upcoming = self._state(directive, task) == UPCOMING
        return self._wording_reaches(
            directive, wording, self._start(directive, wording) if upcoming else self.day, self.day
        )

    def _wording_reaches(self, directive: Directive, wording: TaskVersion, day: date, scope_day: date) -> bool:
        assert self.unit is not None
        scope = self.world.header_on(directive, scope_day).scope
        for named in self.units.read(wording.addressed):
            if self.units.reaches(named, self.unit, day, scope):
                return True
            if self.include_parts and self.units.reaches_below(named, self.unit, day):
                return True
        return False

    def _start(self, directive: Directive, wording: TaskVersion) -> date:
        first = self.world.first_day_in_force(directive)
        return max(wording.starts_on or first, first)

    def _next_date(self, directive: Directive, wording: TaskVersion) -> date | None:
        """The first date of a recurring task on or after X."""
        assert wording.recurrence is not None
        first = wording.due_on or wording.starts_on or first_valid_day(directive)
        rule = rrulestr(wording.recurrence, dtstart=datetime(first.year, first.month, first.day))
        found = rule.after(datetime(self.day.year, self.day.month, self.day.day), inc=True)
        return None if found is None else found.date()

    def _due_on(self, directive: Directive, task: Task) -> date | None:
        wording = self.world.wording_on(directive, task, self.day)
        assert wording is not None
        return self._next_date(directive, wording) if wording.recurrence else wording.due_on

    def _state(self, directive: Directive, task: Task) -> str | None:
        """The state table, line by line; None where the task is not listed."""
        world, day = self.world, self.day
        wording = world.wording_on(directive, task, day)
        if wording is None:
            return None
        recurring = wording.recurrence is not None
        start = self._start(directive, wording)
        # 1
        if day < world.valid_from_on(directive, day) and directive.issued is not None and day < directive.issued:
            return None
        # 2
        if world.repealed_on(directive.id, day) or world.task_repealed_on(directive, task, day):
            return ENDED
        if wording.ends_on is not None and wording.ends_on < day:
            return ENDED
        if recurring and self._next_date(directive, wording) is None:
            return ENDED
        # 3
        if world.lapsed(directive, day):
            last = world.last_day_in_force_before(directive, day)
            had_started = last is not None and start <= last
            in_time = not recurring and wording.due_on is not None and day <= wording.due_on
            return OUTLASTING if had_started and in_time else ENDED
        # 4
        if not recurring and wording.due_on is not None and wording.due_on < day:
            return PAST_DUE
        # 5
        if day < start:
            will_be = world.in_force(directive, start) and not world.task_repealed_on(directive, task, start)
            return UPCOMING if will_be else ENDED
        # 6
        return ACTIVE

    # What is not assessed

    def not_assessed(self, answered: set[str]) -> set[tuple[str, tuple[str, ...]]]:
        """Reference records that exist on X, are not repealed and are cited by a directive of the answer."""
        found = set()
        for record in self.world.reference_records:
            cited_by = tuple(
                sorted(
                    directive.id
                    for directive in self.world.directives
                    if directive.id in answered and any(ref.id == record.id for ref in directive.references)
                )
            )
            exists = record.issued is None or record.issued <= self.day
            if cited_by and exists and not self.world.repealed_on(record.id, self.day):
                found.add((record.id, cited_by))
        return found
