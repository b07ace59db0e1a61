"""Deadlines by month, with the state of each task on the reader's day."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from geltung.exports.addresses import task_address
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import OPEN_END, day_before
from geltung.model.terms import ACTIVE, GERMAN, OUTLASTING, PAST_DUE, STATES, UPCOMING
from geltung.pages import escape
from geltung.pages.days import ByDay, choice, complete
from geltung.pages.months import MONTHS, month_name
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.frame import Page
from geltung.pages.overviews.lists import as_of
from geltung.pages.standing import badge
from geltung.questions.collection import Collection
from geltung.questions.statements import DUE_OF_PLACE, STATE_OF_PLACE, TASK_OF_PLACE

MONTHS_BACK: Final = 12
MONTHS_AHEAD: Final = 24
"""Dates of recurring tasks are listed from so many months before the day of the build to so many after it."""

_STATEMENT: Final = """
SELECT task_span.place, task_span.first, task_span.last, wording.shown
  FROM task_span JOIN wording ON wording.id = task_span.wording
 ORDER BY substr(task_span.place, 2), task_span.first"""
_TEXT: Final = 220
_KINDS: Final = {ACTIVE: "gilt", UPCOMING: "kommt", PAST_DUE: "frist", OUTLASTING: "nachwirkend"}
_HEADS: Final = ("Frist", "Auftrag", "Weisung", "Adressat", "Stand")
_NOTE: Final = (
    "<p>„Entfallen“ heißt: Der Auftrag ist vor dieser Frist beendet oder seine Frist geändert worden. "
    "Ob ein Auftrag erledigt ist, weiß diese Seite nicht.</p>"
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day on which a task is or would have been due. ``holds`` is False if the task ends or changes before it."""

    due_on: date
    task: str
    text: str
    addressees: tuple[str, ...]
    recurring: bool
    holds: bool
    states: tuple[ByDay, ...]


def read(collection: Collection, today: date) -> list[Deadline]:
    """All deadlines in the order of their days; of recurring tasks those near the day of the build."""
    rows = collection.connection.execute(_STATEMENT)
    first, last = _window(today)
    found: list[Deadline] = []
    for (due, task), group in groupby(rows, lambda row: (row[0][DUE_OF_PLACE], row[0][TASK_OF_PLACE])):
        spans = list(group)
        text, _, addressees, _, recurrence, *_ = json.loads(_wording(spans, due))
        day = date.fromisoformat(due)
        if day == OPEN_END or (recurrence and not first <= day <= last):
            continue
        holds = any(begin <= due <= end for _, begin, end, _ in spans)
        states = tuple(_states(spans, holds))
        found.append(Deadline(day, task, text, tuple(addressees), recurrence is not None, holds, states))
    return found


def _wording(spans: Sequence[tuple[str, str, str, str]], due: str) -> str:
    """What is shown of the wording that counts on the day it is due, or of the last one that was due then."""
    return next((shown for _, first, last, shown in spans if first <= due <= last), spans[-1][3])


def _window(today: date) -> tuple[date, date]:
    return _months_from(today, -MONTHS_BACK), day_before(_months_from(today, MONTHS_AHEAD + 1))


def _months_from(day: date, months: int) -> date:
    index = day.year * 12 + day.month - 1 + months
    return date(min(max(index // 12, 1), 9999), index % 12 + 1, 1)


def _states(spans: Sequence[tuple[str, str, str, str]], holds: bool) -> Iterator[ByDay]:
    """The state of the task as long as this is its deadline, and what holds before, between and after."""
    items = []
    for place, first, last, _ in spans:
        state = STATES[int(place[STATE_OF_PLACE])]
        items.append(ByDay(first, last, badge(_KINDS[state], GERMAN[state])))
    return complete(items, badge("kommt", "kommt"), badge("beendet", "vorbei" if holds else "entfallen"))


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The calendar of all months with deadlines, and a page for each of these months."""
    found = read(collection, today)
    months = [(month, list(group)) for month, group in groupby(found, lambda item: item.due_on.replace(day=1))]
    yield _calendar(months, today)
    names = {unit.id: unit.name for unit in collection.corpus().registry.units.values()}
    for position, (month, deadlines) in enumerate(months):
        page = Page(places.month(month), f"Fristen im {month_name(month)}", as_of(today))
        neighbours = [page.link(places.DEADLINES, "alle Monate")]
        neighbours += [
            page.link(places.month(months[near][0]), month_name(months[near][0]))
            for near in (position - 1, position + 1)
            if 0 <= near < len(months)
        ]
        page.html(frame.links("Monat wählen", neighbours))
        rows = (_row(page, item, names, today) for item in deadlines)
        page.html(frame.table(f"Fristen im {month_name(month)}", _HEADS, rows, "g-fristen"))
        page.html(_NOTE)
        yield page.file()


def _row(page: Page, item: Deadline, names: dict[str, str], today: date) -> str:
    directive = item.task.rpartition("#")[0]
    units = ", ".join(page.unit(unit, names.get(unit, unit)) for unit in item.addressees) or "nicht bekannt"
    return frame.row(
        (
            frame.day(item.due_on) + ("<br>(wiederkehrend)" if item.recurring else ""),
            page.link(task_address(item.task), escape.excerpt(item.text, _TEXT)),
            page.directive(directive),
            units,
            choice(item.states, today),
        )
    )


def _calendar(months: Sequence[tuple[date, list[Deadline]]], today: date) -> GeneratedFile:
    """Years × months, each cell the number of deadlines and a link to them."""
    page = Page(places.DEADLINES, "Fristen nach Monaten", "Jede Zahl führt zu den Fristen dieses Monats.")
    counts = {month: len(deadlines) for month, deadlines in months}
    rows = (_year_row(page, year, counts) for year in sorted({month.year for month in counts}, reverse=True))
    heads = ("Jahr", *(name if len(name) < 5 else f"{name[:3]}." for name in MONTHS))
    page.html(
        frame.table("Zahl der Fristen je Monat", heads, rows)
        if counts
        else "<p>Kein Auftrag hat eine Frist mit festem Tag.</p>"
    )
    first, last = _window(today)
    page.html(
        f"<p>Termine wiederkehrender Aufträge sind von {month_name(first)} bis {month_name(last)} aufgeführt. "
        "Aufträge mit Fristen ohne festen Tag („unverzüglich“) stehen nur bei ihrer Weisung.</p>"
    )
    return page.file()


def _year_row(page: Page, year: int, counts: dict[date, int]) -> str:
    cells = [str(year)]
    for number in range(1, 13):
        month = date(year, number, 1)
        many = counts.get(month)
        name = f"{month_name(month)}: {frame.count(many or 0, 'Frist', 'Fristen')}"
        cells.append(
            f'<a href="{page.to(places.month(month))}" aria-label="{name}">{many}</a>'
            if many
            else '<span class="g-leer">–</span>'
        )
    return frame.row(cells)
