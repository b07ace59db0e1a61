"""The deadlines of a collection: which task is due when, and for whom. What the calendars show."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from geltung.model.dates import OPEN_END_ISO, day_after
from geltung.validity.recurrence import parse_rule

NEVER_ISSUED: Final = "1970-01-01"
"""Stands for the day of issue of a directive that states none."""


@dataclass(frozen=True)
class Deadline:
    """One wording of a task, as it reaches one audience, with the days on which it is due while it is listed.

    ``days`` are ISO texts in order. ``open_until`` is the last day up to which further dates follow where a rule has
    more than are listed; None where ``days`` are all. ``begins_on`` is where the rule begins. ``number`` counts the
    task's wordings that have a deadline.
    ``stamp`` is the day of issue of the directive, or of the newest of the ``changes`` acts that change it.
    """

    task: str
    directive: str
    title: str
    text: str
    section: str
    because: str
    audience: int
    number: int
    days: tuple[str, ...]
    recurrence: str | None
    begins_on: str | None
    open_until: str | None
    stamp: str
    changes: int

    @property
    def key(self) -> str:
        """A text that stays the same as long as the deadline is the same one, also if its day is corrected."""
        return f"{self.task}/{self.number}"

    def days_until(self, last: date) -> tuple[str, ...]:
        """All days up to ``last``, those of an open rule expanded."""
        found = [day for day in self.days if day <= last.isoformat()]
        if self.recurrence and self.begins_on and self.open_until:
            rule = parse_rule(self.recurrence, date.fromisoformat(self.begins_on))
            end = min(last, date.fromisoformat(self.open_until))
            day = rule.next_on_or_after(day_after(date.fromisoformat(self.days[-1]))) if rule else None
            while rule and day is not None and day <= end:
                found.append(day.isoformat())
                day = rule.next_on_or_after(day_after(day))
        return tuple(found)


@dataclass
class _Course:
    """The rows of one wording for one audience."""

    days: set[str] = field(default_factory=set)
    open_until: str | None = None


_ROWS: Final = """
SELECT wording, audience, substr(place, 2, 10) AS due, first, last, open_rule
  FROM task_span WHERE due != ? AND (open_rule OR due BETWEEN first AND last) ORDER BY wording, audience, first"""
_WORDINGS: Final = """
SELECT wording.id, wording.task, wording.directive, wording.recurrence, wording.begins_on, wording.shown,
       directive.title, coalesce(max(directive.issued, coalesce(changed.issued, '')), ?), coalesce(changed.acts, 0)
  FROM wording JOIN directive ON directive.id = wording.directive
  LEFT JOIN (SELECT edge.target, max(author.issued) AS issued, count(*) AS acts
               FROM edge JOIN directive AS author ON author.id = edge.author AND NOT author.is_draft
              GROUP BY edge.target) AS changed
    ON changed.target = directive.id
 ORDER BY wording.directive, wording.id"""


def deadlines(connection: sqlite3.Connection) -> Iterator[Deadline]:
    """All deadlines, ordered by directive and task. One that a correction or a repeal overtook is none."""
    courses = _courses(connection)
    numbers: dict[str, int] = {}
    rows: Iterator[tuple[Any, ...]] = connection.execute(_WORDINGS, (NEVER_ISSUED,))
    for id_, task, directive, recurrence, begins_on, shown, title, stamp, changes in rows:
        if id_ not in courses:
            continue
        number = numbers.get(task, 0)
        numbers[task] = number + 1
        text, section, _, _, _, because, *_ = json.loads(shown)
        for audience, course in courses[id_].items():
            days = tuple(sorted(course.days))
            yield Deadline(
                task, directive, title, text, section, because, audience, number, days, recurrence, begins_on,
                course.open_until, stamp, changes,
            )  # fmt: skip


def _courses(connection: sqlite3.Connection) -> dict[int, dict[int, _Course]]:
    found: dict[int, dict[int, _Course]] = {}
    for wording, audience, due, first, last, open_rule in connection.execute(_ROWS, (OPEN_END_ISO,)):
        course = found.setdefault(wording, {}).setdefault(audience, _Course())
        if first <= due <= last:
            course.days.add(due)
        if open_rule:
            course.open_until = last
    kept = {id_: {key: item for key, item in of_wording.items() if item.days} for id_, of_wording in found.items()}
    return {id_: of_wording for id_, of_wording in kept.items() if of_wording}


def reached(connection: sqlite3.Connection) -> dict[str, list[tuple[int, str, str]]]:
    """Unit → (audience, first, last): who reaches it without being asked for parts, in the order of the units file."""
    found: dict[str, list[tuple[int, str, str]]] = {
        id_: [] for (id_,) in connection.execute("SELECT id FROM unit ORDER BY position")
    }
    rows = connection.execute(
        "SELECT unit, audience, first, last FROM reach WHERE NOT on_request ORDER BY audience, first"
    )
    for unit, audience, first, last in rows:
        found.setdefault(unit, []).append((audience, first, last))
    return found
