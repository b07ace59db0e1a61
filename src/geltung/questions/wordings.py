"""What a directive says on a day: its title, its header and the words of its tasks, each of which can be amended."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from geltung.model.dates import FIRST_DAY_ISO, OPEN_END_ISO, day_before
from geltung.model.records import Directive, HeaderVersion, Record, TaskVersion
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, TaskPhase, phases

Version = TypeVar("Version", HeaderVersion, TaskVersion)


def line_on(phases: Sequence[Phase] | Sequence[TaskPhase], day: str) -> int | None:
    """The line of the wording that counts on a day; before the first one the first, None where there is none."""
    found: int | None = None
    for phase in phases:
        if found is None or phase.first <= day:
            found = phase.header if isinstance(phase, Phase) else phase.line
    return found


def as_of(
    directive: Directive, phases: Sequence[Phase], tasks: Mapping[str, Sequence[TaskPhase]], day: str
) -> Directive:
    """A directive as its header and its tasks read on a day: the wording that counts then is the last of each."""
    if len(directive.headers) == 1 and all(len(task.versions) == 1 for task in directive.tasks):
        return directive
    headers = _up_to(directive.headers, line_on(phases, day))
    read = (
        replace(task, versions=_up_to(task.versions, line_on(tasks.get(f"{directive.id}#{task.id}", ()), day)))
        for task in directive.tasks
    )
    return replace(directive, headers=headers, tasks=tuple(read))


class Titles:
    """What directives are called on a day: a title can be amended."""

    def __init__(self, records: Mapping[str, Record], found: Mapping[str, Sequence[Phase]]) -> None:
        self.records = records
        self.phases = found

    @classmethod
    def read(cls, collection: Collection) -> "Titles":
        """The titles of a collection on all days."""
        return cls(collection.corpus().records, phases(collection))

    def on(self, id_: str, day: str) -> str:
        """The title of a record on a day; empty if there is no such record."""
        record = self.records.get(id_)
        if isinstance(record, Directive) and len(record.headers) > 1:
            return _up_to(record.headers, line_on(self.phases.get(id_, ()), day))[-1].title
        return record.title if record else ""

    def from_to(self, id_: str) -> list[tuple[str, str, str]]:
        """First day, last day and title: one entry as long as it stays the same, the first from the beginning on."""
        found = [(FIRST_DAY_ISO, OPEN_END_ISO, self.on(id_, FIRST_DAY_ISO))]
        record = self.records.get(id_)
        if not isinstance(record, Directive) or len(record.headers) == 1:
            return found
        for phase in self.phases.get(id_, ())[1:]:
            title = self.on(id_, phase.first)
            if title != found[-1][2]:
                found[-1] = (found[-1][0], day_before(date.fromisoformat(phase.first)).isoformat(), found[-1][2])
                found.append((phase.first, OPEN_END_ISO, title))
        return found


def _up_to(versions: tuple[Version, ...], line: int | None) -> tuple[Version, ...]:
    """A task has no words of its own before it is inserted: there the line is that of the wording that follows."""
    position = max((index for index, item in enumerate(versions) if item.line == line), default=len(versions))
    return versions[: position + 1]
