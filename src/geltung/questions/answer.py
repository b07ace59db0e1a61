"""The answer to "what applies": typed, and as the JSON object that the published schema describes."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeVar, overload

from geltung.model.terms import AREAS
from geltung.questions.lookup import UnitFound

Shown = TypeVar("Shown")


class Lazy(Sequence[Shown]):
    """Rows that were all read, each put together when it is looked at: of a long answer people look at little."""

    def __init__(self, rows: Sequence[Any], build: Callable[[Any], Shown]) -> None:
        self._rows = rows
        self._build = build

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Shown]:
        return map(self._build, self._rows)

    @overload
    def __getitem__(self, index: int) -> Shown: ...
    @overload
    def __getitem__(self, index: slice) -> "Lazy[Shown]": ...
    def __getitem__(self, index: int | slice) -> "Shown | Lazy[Shown]":
        found = self._rows[index]
        return Lazy(found, self._build) if isinstance(index, slice) else self._build(found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


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
    """A task of an answer. Days are ISO texts; ``via`` leads from the addressee to the unit."""

    id: str
    directive: str
    state: str
    due_on: str | None
    because_in_force: str
    via: list[str]
    because_reached: str
    text: str
    section: str
    addressees: list[str]
    starts_on: str | None
    recurrence: str | None
    because_worded: str
    path: str
    line: int

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
            "addressees": self.addressees,
            "via": self.via.copy(),
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
    directives: Sequence[DirectiveFound]
    upcoming_directives: Sequence[DirectiveFound]
    tasks: Sequence[TaskFound]
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
