"""Which passages a search may show, and which are in force: answered by the stored intervals, not by copies of them."""

import json
import sqlite3
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from geltung.corpus.names import fold
from geltung.corpus.sections import within_section
from geltung.model.terms import AREAS, IN_FORCE
from geltung.questions import statements
from geltung.questions.lookup import UnitFound, find_area, find_unit
from geltung.search.place import Place
from geltung.search.weights import ENDED, KINDS


class Filters(NamedTuple):
    """What is searched: on which day, also what has ended, for whom, in which legal area and section."""

    day: date
    also_ended: bool = False
    unit: str | None = None
    area: str | None = None
    section: str | None = None


class Scope:
    """The filters of one search, with what they need from the store: each asked once, and only if it is needed."""

    def __init__(self, connection: sqlite3.Connection, filters: Filters, addressee: str | None = None) -> None:
        """``addressee`` restricts tasks to a unit that they address. Raises a QuestionError for what is unknown."""
        self.connection = connection
        self.filters = filters
        self.day = filters.day.isoformat()
        self.parameters: dict[str, Any] = {"day": self.day, "unit": None, "parts": 0}
        self._wordings: dict[str, dict[str, str]] = {}
        self.area = None if filters.area is None else find_area(filters.area)
        self.unit = self._unit(filters.unit)
        self.addressee = self._unit(addressee)

    def _unit(self, text: str | None) -> UnitFound | None:
        return None if text is None else find_unit(self.connection, text)

    @cached_property
    def _standing(self) -> dict[str, bool]:
        """Directives that are in force (True) or coming."""
        rows = self.connection.execute(statements.DIRECTIVES, self.parameters)
        return {directive: phase == IN_FORCE for phase, directive, *_ in rows}

    @cached_property
    def _references(self) -> set[str]:
        """Reference records that there were on the day (rule 12)."""
        statement = "SELECT id FROM directive WHERE is_reference = TRUE AND coalesce(issued, '') <= :day"
        return {row[0] for row in self.connection.execute(statement, self.parameters)}

    @cached_property
    def _listed(self) -> set[str]:
        """Tasks that have not ended."""
        return {row[0] for row in self.connection.execute(statements.LISTED, self.parameters)}

    @cached_property
    def _reached(self) -> tuple[set[str], set[str]]:
        """Directives and tasks that reach the unit: on the day, or ever with --also-ended."""
        assert self.unit is not None
        parameters = {**self.parameters, "unit": self.unit.id}
        directives = {row[1] for row in self.connection.execute(statements.DIRECTIVES_OF_UNIT, parameters)}
        found = self.connection.execute(statements.TASKS_OF_UNIT, parameters)
        tasks = {row[0][statements.TASK_OF_PLACE] for row in found}
        if self.filters.also_ended:
            rows = self.connection.execute(statements.EVER_REACHING, parameters).fetchall()
            directives |= {row[0] for row in rows}
            tasks |= {row[1] for row in rows}
        return directives, tasks

    @cached_property
    def _in_area(self) -> set[str]:
        """Directives with a value other than "nicht betroffen" for the area, known or not (rule 18)."""
        assert self.area is not None
        column = statements.AREA_COLUMNS[AREAS.index(self.area)]
        statement = f"SELECT directive FROM directive_span WHERE {column} IS NULL OR {column} != 'nicht betroffen'"
        return {row[0] for row in self.connection.execute(statement)}

    @cached_property
    def _repealed_parts(self) -> dict[str, list[str]]:
        """Directive → its sections and tasks that are repealed on the day."""
        found: dict[str, list[str]] = {}
        statement = "SELECT target, part FROM repeal WHERE part != '' AND day <= :day"
        for target, part in self.connection.execute(statement, self.parameters):
            found.setdefault(target, []).append(part)
        return found

    def in_force(self, place: Place) -> bool | None:
        """Whether a passage is in force on the day: its directive is, and it has not ended on its own.

        None for a reference record, whose validity nobody here knows.
        """
        if place.directive in self._references:
            return None
        return self._standing.get(place.directive, False) and not self._has_ended(place)

    def is_coming(self, place: Place) -> bool:
        """Whether the directive of a passage is issued and not in force yet."""
        return self._standing.get(place.directive) is False

    def factor(self, place: Place) -> float | None:
        """What a passage's score is multiplied with to break ties; None if the filters do not admit it."""
        known = place.directive in self._references
        ended = not known and (place.directive not in self._standing or self._has_ended(place))
        if ended and not self.filters.also_ended:
            return None
        if not (self._reaches(place) and self._in_section(place)):
            return None
        coming = not known and not ended and not self._standing[place.directive]
        return KINDS[place.kind] * (ENDED if ended or coming else 1.0)

    def counts(self, place: Place) -> bool:
        """Whether the wording of a passage is the one of the day; of what has ended, the last."""
        if not place.line:
            return place.first <= self.day <= place.last
        if place.directive not in self._wordings:
            self._wordings[place.directive] = self._lines_of_tasks(place.directive)
        return self._wordings[place.directive].get(place.id, place.line) == place.line

    def _lines_of_tasks(self, directive: str) -> dict[str, str]:
        """Task → the line of its wording on the day."""
        rows = self.connection.execute(statements.WORDINGS_OF_DIRECTIVE, {"directive": directive}).fetchall()
        found: dict[str, str] = {}
        for task, first, shown in rows:
            if task not in found or first <= self.day:
                found[task] = shown
        return {task: str(json.loads(shown)[-1]) for task, shown in found.items()}

    def _has_ended(self, place: Place) -> bool:
        if not self.counts(place):
            return True
        if place.kind == "task":
            return place.id not in self._listed
        parts = self._repealed_parts.get(place.directive, ()) if place.section else ()
        return any(within_section(place.section, part) for part in parts)

    def _reaches(self, place: Place) -> bool:
        if self.unit is not None:
            directives, tasks = self._reached
            if not (place.id in tasks if place.kind == "task" else place.directive in directives):
                return False
        if self.addressee is not None and self.addressee.id not in place.units.split():
            return False
        return self.area is None or place.directive in self._in_area

    def _in_section(self, place: Place) -> bool:
        wanted = self.filters.section
        if wanted is None:
            return True
        words = fold(wanted)
        return place.section == wanted.strip().rstrip(".") or (words != "" and words in fold(place.heading))
