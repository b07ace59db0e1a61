"""The answer to "what applies": typed, and as the JSON object that the published schema describes."""

import json
from typing import Any, NamedTuple

from geltung.model.terms import AREAS, STATES
from geltung.questions.lookup import UnitFound


class DirectiveFound(NamedTuple):
    """A directive of an answer. Days are ISO texts; ``scope`` follows terms.AREAS; ``marks`` come from terms.MARKS."""

    id: str
    title: str
    in_force_from: str | None
    in_force_until: str | None
    ended_by: str | None
    scope: tuple[str | None, ...]
    marks: tuple[str, ...]
    because: str

    def to_json(self) -> dict[str, Any]:
        """The object of the schema."""
        return {
            "id": self.id,
            "title": self.title,
            "in_force_from": self.in_force_from,
            "in_force_until": self.in_force_until,
            "ended_by": self.ended_by,
            "scope": dict(zip(AREAS, self.scope, strict=True)),
            "marks": list(self.marks),
        }


class TaskFound(NamedTuple):
    """A task of an answer, in the order of the columns that the question selects; read it through the properties."""

    rank: int
    due: str
    id: str
    directive: str
    text: str
    section: str
    addressees_json: str
    via_json: str
    starts_on: str | None
    recurrence: str | None
    because_in_force: str
    because_reached: str
    because_worded: str
    path: str
    line: int

    @property
    def state(self) -> str:
        """One of terms.STATES."""
        return STATES[self.rank]

    @property
    def due_on(self) -> str | None:
        """The deadline as ISO text, None if there is none."""
        return None if self.due == "9999-12-31" else self.due

    @property
    def because(self) -> str:
        """Why the task is in the answer, in German."""
        parts = (self.because_in_force, self.because_reached, self.because_worded)
        return "; ".join(part for part in parts if part)

    def to_json(self) -> dict[str, Any]:
        """The object of the schema."""
        return {
            "id": self.id,
            "directive": self.directive,
            "state": self.state,
            "text": self.text,
            "section": self.section,
            "addressees": json.loads(self.addressees_json),
            "via": json.loads(self.via_json),
            "starts_on": self.starts_on,
            "due_on": self.due_on,
            "recurrence": self.recurrence,
            "because": self.because,
            "source": {"file": self.path, "line": self.line},
        }


class NotAssessed(NamedTuple):
    """A reference record whose validity nobody here knows (rule 12)."""

    id: str
    title: str
    cited_by: tuple[str, ...]


class Reported(NamedTuple):
    """A conflict or problem that the reader of the answer must know of."""

    code: str
    message: str
    directives: tuple[str, ...]


class Answer(NamedTuple):
    """What applies on a day. Lists are in the order in which they are shown."""

    date: str
    unit: UnitFound | None
    area: str | None
    known_on: str | None
    directives: list[DirectiveFound]
    upcoming_directives: list[DirectiveFound]
    tasks: list[TaskFound]
    not_assessed: list[NotAssessed]
    conflicts: list[Reported]
    problems: list[Reported]

    def to_json(self) -> dict[str, Any]:
        """The object that schemas/applies.schema.json describes."""
        return {
            "date": self.date,
            "unit": {"id": self.unit.id, "name": self.unit.name} if self.unit else None,
            "area": self.area,
            "known_on": self.known_on,
            "directives": [item.to_json() for item in self.directives],
            "upcoming_directives": [item.to_json() for item in self.upcoming_directives],
            "tasks": [item.to_json() for item in self.tasks],
            "not_assessed": [item._asdict() | {"cited_by": list(item.cited_by)} for item in self.not_assessed],
            "conflicts": [item._asdict() | {"directives": list(item.directives)} for item in self.conflicts],
            "problems": [item._asdict() | {"directives": list(item.directives)} for item in self.problems],
        }
