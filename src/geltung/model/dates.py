"""Days: reading and writing them, and the open end.

All intervals in the product are closed: the first and the last day both count. "Today" is never asked here;
it is resolved at the edge (CLI, Python API) and passed in.
"""

import re
from datetime import date, timedelta
from typing import Final

OPEN_END: Final = date.max
"""The last day of an interval without end, 9999-12-31."""
FIRST_DAY_ISO: Final = date.min.isoformat()
"""The first day of an interval without beginning, as exports and pages write it."""
OPEN_END_ISO: Final = OPEN_END.isoformat()
"""The same as stores and exports write it; a deadline that is none sorts as this."""

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z")
_SHORT_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\Z")
_GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\Z")
_ONE_DAY = timedelta(days=1)


def parse_iso(text: str) -> date | None:
    """The day that an ISO date such as ``2025-07-15`` names, or None if it is none (also 2025-02-30)."""
    return _build(_ISO.match(text), (1, 2, 3))


def parse_german(text: str) -> date | None:
    """The day that a German date such as ``15.07.2025`` or ``1.7.2025`` names, or None if it is none."""
    return _build(_GERMAN.match(text), (3, 2, 1))


def parse_day(text: str) -> date | None:
    """A day as people type it: ISO, also without its zeros (2025-7-15), or German."""
    match, order = _as_typed(text)
    return _build(match, order)


def is_impossible(text: str) -> bool:
    """Whether a text has the form of a day that no calendar has, such as 2025-02-30 or 31.06.2025."""
    match, order = _as_typed(text)
    return match is not None and _build(match, order) is None


def _as_typed(text: str) -> tuple[re.Match[str] | None, tuple[int, int, int]]:
    stripped = text.strip()
    iso = _SHORT_ISO.match(stripped)
    return (iso, (1, 2, 3)) if iso else (_GERMAN.match(stripped), (3, 2, 1))


def _build(match: re.Match[str] | None, order: tuple[int, int, int]) -> date | None:
    if match is None:
        return None
    try:
        return date(*(int(match.group(index)) for index in order))
    except ValueError:
        return None


def day_before(day: date) -> date:
    """The day before; the day before an open end stays open, and there is none before the first day."""
    return day if day in (OPEN_END, date.min) else day - _ONE_DAY


def day_after(day: date) -> date:
    """The day after; an open end stays open."""
    return day if day == OPEN_END else day + _ONE_DAY


def german(day: date) -> str:
    """``15.07.2025``."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def german_iso(text: str) -> str:
    """An ISO date string written the German way, without building a date (the answers' hot path)."""
    return f"{text[8:10]}.{text[5:7]}.{text[0:4]}"
