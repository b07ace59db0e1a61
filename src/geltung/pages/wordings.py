"""Which wording of a task or header counts on which days, and how the others are folded up beside it."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from geltung.model.dates import day_after, day_before, german, german_iso
from geltung.model.records import Task, TaskVersion
from geltung.pages.days import FIRST, LAST, ByDay, attributes, choice, joined
from geltung.questions.courses import TaskPhase

NOT_EFFECTIVE: Final = "Fassung, die nicht wirksam geworden ist"


class Wording(NamedTuple):
    """A wording of a task with the days on which it counts (ISO)."""

    first: str
    last: str
    version: TaskVersion


def course(task: Task, phases: Sequence[TaskPhase]) -> list[Wording]:
    """The wordings that ever count, in order of time; together they cover all days."""
    found: list[Wording] = []
    for phase in phases:
        version = task.at_line(phase.line)
        if not found:
            found.append(Wording(FIRST, LAST, version))
        elif found[-1].version is not version:
            before = day_before(date.fromisoformat(phase.first)).isoformat()
            found[-1] = found[-1]._replace(last=before)
            found.append(Wording(phase.first, LAST, version))
    return found or [Wording(FIRST, LAST, task.current)]


def days_of(item: Wording, task: Task) -> Iterator[str]:
    """Since when and until when a wording counts, where there is another one, or since when there is the task."""
    said = []
    if inserted := inserted_on(task, item.version):
        said.append(f"Auftrag eingefügt zum {german(inserted)}.")
    elif item.first != FIRST:
        said.append(f"Diese Fassung gilt seit {german_iso(item.first)}.")
    if item.last != LAST:
        said.append(f"Diese Fassung gilt noch bis {german_iso(item.last)}.")
    if said:
        yield f"<p>{' '.join(said)}</p>"


def inserted_on(task: Task, version: TaskVersion) -> date | None:
    """The first day of a task that an amendment inserts with this wording."""
    before = next((earlier for earlier, later in pairwise(task.versions) if later is version), None)
    return day_after(before.until) if before and before.until and not before.present else None


def named(other: Wording | None, shown: Wording) -> str:
    """What a wording is called beside the one that is shown; None is one that never counts."""
    if other is None:
        return NOT_EFFECTIVE
    if other.first > shown.last:
        return f"Künftige Fassung (gilt ab {german_iso(other.first)})"
    return f"Frühere Fassung (galt bis {german_iso(other.last)})"


def folded(html: str, summary: str, *, is_open: bool = False) -> str:
    """A wording that the reader can open."""
    mark = " open" if is_open else ""
    return f'<details class="g-frueher"{mark}><summary>{summary}</summary><div>{html}</div></details>'


def by_day(items: Sequence[ByDay], today: date) -> str:
    """What is shown of a task, in an element for each alternative if there are several."""
    shown = joined(items)
    if len(shown) == 1:
        return shown[0].html
    shown[0] = shown[0]._replace(first=FIRST)
    return "".join(f"<div {attributes(item.first, item.last, today)}>{item.html}</div>" for item in shown)


def earlier(html: str, until: date | None, today: date) -> str:
    """An earlier wording of a section; ``until`` is its last day, None where it still counts.

    As long as it counts it is open, and a sentence says that the text beside it does not count yet.
    """
    if until is None:
        note = '<p class="g-aufgehoben">Die folgende Fassung gilt weiter; der Text darunter gilt noch nicht.</p>'
        return note + folded(html, "Fassung, die weiter gilt", is_open=True)
    last, day = german(until), day_after(until)
    note = f"Bis {last} gilt hier die folgende Fassung; der Text darunter gilt erst ab {german(day)}."
    notes = (ByDay(FIRST, until.isoformat(), note), ByDay(day.isoformat(), LAST, ""))
    summaries = (
        ByDay(FIRST, until.isoformat(), f"Fassung, die noch bis {last} gilt"),
        ByDay(day.isoformat(), LAST, f"Frühere Fassung (galt bis {last})"),
    )
    counts = today <= until
    hint = choice(notes, today, "p") if counts else ""
    return hint + folded(html, choice(summaries, today), is_open=counts)
