"""A calendar of deadlines for each unit, to which Outlook and others can subscribe."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache, cached_property
from typing import Final

from geltung.exports import addresses, icalendar
from geltung.exports.deadlines import Deadline, deadlines, reached
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import OPEN_END
from geltung.questions.collection import Collection
from geltung.questions.wordings import Titles
from geltung.store.database import reading
from geltung.validity.recurrence import parse_rule

YEARS_AHEAD: Final = 3
"""How far the dates of a recurring task reach that cannot be told as a rule."""
_SHORT: Final = 90

_SIMPLE_RULES: Final = tuple(
    re.compile(pattern + r"\Z")
    for pattern in (
        r"FREQ=DAILY(;INTERVAL=\d+)?",
        r"FREQ=WEEKLY(;INTERVAL=\d+)?(;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*)?",
        r"FREQ=MONTHLY(;INTERVAL=\d+)?;(BYMONTHDAY=([1-9]|1\d|2[0-8])|BYDAY=\+?[1-4](MO|TU|WE|TH|FR|SA|SU))",
        r"FREQ=YEARLY(;INTERVAL=\d+)?;BYMONTH=\d+;(BYMONTHDAY=([1-9]|1\d|2[0-8])|BYDAY=\+?[1-4](MO|TU|WE|TH|FR|SA|SU))",
    )
)
"""Rules that all calendars understand alike. Of others, such as the 31st of each month, each date is an event."""
_ORDER: Final = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY")


MOST_PAST: Final = 100
"""Past deadlines that a calendar keeps, the newest: nobody subscribes to what was due long ago."""


def calendars(collection: Collection, today: date, base: str = "") -> Iterator[GeneratedFile]:
    """One calendar per unit. ``base`` is the site's address, for links back; without one events carry no link."""
    connection = collection.connection
    with reading(connection):
        names: dict[str, str] = dict(connection.execute("SELECT id, name FROM unit"))
        of_audience: dict[int, list[_Events]] = {}
        titles = Titles.read(collection)
        for listed in deadlines(connection):
            item = replace(listed, title=titles.on(listed.directive, _day_of(listed, today)))
            of_audience.setdefault(item.audience, []).append(_Events(item, today, base))
        units = reached(connection)

    @cache
    def entries(audience: int, first: str, last: str) -> list[_Entry]:
        return _kept([entry for events in of_audience.get(audience, ()) for entry in events.within(first, last)], today)

    for unit, reach in units.items():
        found = [entry for audience, first, last in reach for entry in entries(audience, first, last)]
        title = f"Fristen: {names[unit]} ({unit})"
        about = f"Fristen der Aufträge, die {names[unit]} erreichen. Maßgeblich ist der Originaltext."
        kept = (events.text(day) for _, day, _, events in _kept(found, today))
        yield GeneratedFile(addresses.calendar(unit), icalendar.calendar(title, about, kept))


def _day_of(deadline: Deadline, today: date) -> str:
    """The day whose title an event bears: that on which it is due, of a series today."""
    return min(max(today.isoformat(), deadline.days[0]), deadline.days[-1])


_Entry = tuple[str, str, str, "_Events"]
"""Last day, first day, key and where the event comes from."""


def _kept(found: list[_Entry], today: date) -> list[_Entry]:
    ordered = sorted(found, key=lambda entry: entry[:3])
    past = sum(1 for last, *_ in ordered if last < today.isoformat())
    return ordered[max(0, past - MOST_PAST) :]


class _Events:
    """The events of one deadline, written once for all units that it reaches."""

    def __init__(self, deadline: Deadline, today: date, base: str) -> None:
        self.deadline = deadline
        self.today = today
        self.base = base
        self._texts: dict[str, str] = {}

    def within(self, first: str, last: str) -> list[_Entry]:
        """Those of the days on which the unit is reached. A series is one entry, whose first day is given as ""."""
        item = self.deadline
        if self.rule is not None:
            end = item.open_until or item.days[-1]
            if first <= item.days[0] and end <= last:
                return [(end, "", item.key, self)]
        return [(day, day, item.key, self) for day in self._days if first <= day <= last]

    @cached_property
    def rule(self) -> str | None:
        """The rule that tells all days."""
        return series_rule(self.deadline)

    @cached_property
    def _days(self) -> tuple[str, ...]:
        if self.deadline.open_until is None:
            return self.deadline.days
        return self.deadline.days_until(date(self.today.year + YEARS_AHEAD, 12, 31))

    def text(self, day: str) -> str:
        """The event of a day; for "" that of the series."""
        if day not in self._texts:
            item = self.deadline
            alone = not day or item.recurrence is None
            self._texts[day] = self._event(
                item.key if alone else f"{item.key}/{day}", day or item.days[0], "" if day else self.rule or ""
            )
        return self._texts[day]

    def _event(self, name: str, day: str, rule: str) -> str:
        item = self.deadline
        section = f", Ziffer {item.section}" if item.section else ""
        origin = f"Weisung {item.directive}: {item.title}{section}"
        description = f"{item.text}\n\n{origin}\n{item.because}\nMaßgeblich ist der Originaltext."
        url = f"{self.base}{addresses.task_address(item.task)}" if self.base else ""
        summary = f"Frist: {shortened(item.text)} ({item.directive})"
        return icalendar.event(name, day, summary, description, item.stamp, item.changes, rule, url)


def shortened(text: str) -> str:
    """A text in at most some ninety characters, cut between words."""
    if len(text) <= _SHORT:
        return text
    return f"{text[:_SHORT].rsplit(' ', 1)[0]} …"


def series_rule(item: Deadline) -> str | None:
    """The RRULE that tells all days of a deadline, beginning with the first; None if only single events do.

    The days are what counts: a rule that a repeal interrupts, or that calendars read differently, is not used.
    """
    if item.recurrence is None or (len(item.days) == 1 and not item.open_until):
        return None
    parts = dict(part.split("=", 1) for part in item.recurrence.strip().upper().removeprefix("RRULE:").split(";"))
    ends = {"COUNT", "UNTIL"} & parts.keys()
    plain = ";".join(f"{name}={parts[name]}" for name in _ORDER if name in parts)
    if (item.open_until and ends) or parts.keys() - {*_ORDER, "COUNT", "UNTIL"}:
        return None
    if not any(pattern.match(plain) for pattern in _SIMPLE_RULES):
        return None
    rule = parse_rule(plain, date.fromisoformat(item.days[0]))
    told = rule.days_until(date.fromisoformat(item.days[-1])) if rule else ()
    compared = item.days[: len(told)] if item.open_until else item.days  # of an open rule, as many as it tells at once
    if not told or tuple(day.isoformat() for day in told) != compared:
        return None
    until = item.open_until or item.days[-1]
    return plain if until == OPEN_END.isoformat() else f"{plain};UNTIL={until.replace('-', '')}"
