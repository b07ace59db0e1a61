"""Recurring tasks: RFC 5545 rules on whole days (rule 19).

python-dateutil expands the rules; it is imported only where a rule occurs, because importing it costs a third of a
start-up.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, Final

MOST_OCCURRENCES: Final = 120
"""Occurrences of a recurring task that get intervals of their own; beyond, the next date is computed when asked."""

_MOST_KEPT: Final = 20_000
"""Occurrences that a rule remembers: fifty years of days."""

_ALLOWED = re.compile(r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[0-9A-Z,+-]+)*\Z")
_ENDING = re.compile("COUNT=|UNTIL=")
_PARTS: Final = frozenset(
    (
        *("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH"),
        *("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"),
    )
)


@dataclass(frozen=True)
class Rule:
    """A recurrence rule with its first day. ``raw`` is dateutil's object; days are expanded only as far as asked."""

    text: str
    start: date
    raw: Any
    _coming: Iterator[datetime] = field(repr=False, compare=False)
    _known: list[date] = field(default_factory=list, repr=False, compare=False)

    @property
    def days(self) -> tuple[date, ...]:
        """The first occurrences, at most :data:`MOST_OCCURRENCES`."""
        return self.days_until(date.max)

    def days_until(self, last: date) -> tuple[date, ...]:
        """Those of the first occurrences that are not after ``last``."""
        self._expand(last, MOST_OCCURRENCES)
        return tuple(self._known[: min(MOST_OCCURRENCES, bisect_right(self._known, last))])

    @cached_property
    def last_day(self) -> date | None:
        """The last occurrence; None if there are more than :data:`MOST_OCCURRENCES` or the rule has no end."""
        if not _ENDING.search(self.text) or len(self.days) == MOST_OCCURRENCES:
            return None
        return self._known[-1] if self._known else date.min

    def next_on_or_after(self, day: date) -> date | None:
        """The first occurrence on or after ``day``; None if there is none."""
        self._expand(day, _MOST_KEPT)
        position = bisect_left(self._known, day)
        if position < len(self._known):
            return self._known[position]
        if len(self._known) < _MOST_KEPT:
            return None
        with suppress(ValueError, OverflowError):  # dateutil steps over the end of the calendar
            found: datetime | None = self.raw.after(datetime(day.year, day.month, day.day), inc=True)
            return found.date() if found else None
        return None

    def _expand(self, last: date, most: int) -> None:
        """Take over occurrences up to the first on or after a day, at most so many."""
        while len(self._known) < most and (not self._known or self._known[-1] < last):
            try:
                self._known.append(next(self._coming).date())
            except (StopIteration, ValueError, OverflowError):  # also where dateutil steps over the end of the calendar
                return


@lru_cache(maxsize=4096)
def parse_rule(text: str, start: date) -> Rule | None:
    """Read an RRULE (without DTSTART) that begins on ``start``; None if it is not a valid rule on whole days.

    Only DAILY to YEARLY frequencies are read: a duty by the hour is not what a directive states.
    """
    cleaned = text.strip().upper().removeprefix("RRULE:")
    if not _ALLOWED.match(cleaned) or not _sensible(cleaned):
        return None
    from dateutil.rrule import rrulestr

    try:
        raw = rrulestr(cleaned, dtstart=datetime(start.year, start.month, start.day))
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return Rule(cleaned, start, raw, iter(raw))


def _sensible(rule: str) -> bool:
    """Known parts only, each once, not both COUNT and UNTIL, and an UNTIL on whole days."""
    names = [part.partition("=")[0] for part in rule.split(";")]
    until = re.search(r"UNTIL=([^;]*)", rule)
    bounded = all(_in_range(part) for part in rule.split(";"))
    return (
        bounded
        and len(set(names)) == len(names)
        and set(names) <= _PARTS
        and not {"COUNT", "UNTIL"} <= set(names)
        and (until is None or re.fullmatch(r"\d{8}", until.group(1)) is not None)
    )


_RANGES: Final = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366, "BYWEEKNO": 53, "BYSETPOS": 366}


def _in_range(part: str) -> bool:
    """Whether the numbers of one part can occur at all; dateutil takes a thirteenth month and an interval of none."""
    name, _, value = part.partition("=")
    if name == "INTERVAL":
        return value.isdigit() and 1 <= int(value) <= 1_000
    if name not in _RANGES:
        return True
    numbers = [re.fullmatch(r"[+-]?(\d{1,3})", item) for item in value.split(",")]
    return all(match is not None and 1 <= int(match.group(1)) <= _RANGES[name] for match in numbers)
