"""Days that German words leave open: "zum 31.03." has no year, "Mitte Juni 2025" no day."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from geltung.model.dates import OPEN_END, parse_german
from geltung.model.records import Directive
from geltung.parse.wording import DatePhrase, find_dates

_LEAP_YEAR: Final = 2000
_LEAP_CYCLE: Final = 9
"""So many years hold a 29 February, also around 2100."""
_NUMERALS: Final = re.compile(r"(?<![\w.])\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\w)")


def is_yearless(phrase: DatePhrase) -> bool:
    """Whether the words state day and month only, and such a day exists."""
    try:
        return phrase.date is None and phrase.states(date(_LEAP_YEAR, phrase.month, phrase.day))
    except ValueError:
        return False


def is_exact(phrase: DatePhrase) -> bool:
    """Whether the words state one day: "30.06.2025", not "Ende Juni 2025" and not "Juni 2025"."""
    return phrase.written[:1].isdigit()


def is_slip(directive: Directive, written: str) -> bool:
    """Whether a day is recorded as a slip of the original, as "31.06.2025" has to be."""
    return any(note.kind == "slip" and written in note.text for note in directive.notes)


def impossible_days(text: str) -> Iterator[str]:
    """The days in a text that no calendar has, as printed; "45.13.2025" too, which is no date to anybody else."""
    for phrase in find_dates(text):
        if phrase.date is None and not is_yearless(phrase):
            yield phrase.written
    for written in _NUMERALS.findall(text):
        if parse_german(written) is None and not any(written == phrase.written for phrase in find_dates(text)):
            yield written


def nearest_day(phrase: DatePhrase, near: date) -> date | None:
    """The day of a phrase without a year that lies nearest to ``near``."""
    return min(_such_days(phrase, near), key=lambda day: abs((day - near).days), default=None)


def next_day(phrase: DatePhrase, start: date) -> date | None:
    """The first day of a phrase without a year on or after ``start``."""
    return min((day for day in _such_days(phrase, start) if day >= start), default=None)


def _such_days(phrase: DatePhrase, near: date) -> Iterable[date]:
    if not is_yearless(phrase):
        return
    for year in range(max(near.year - _LEAP_CYCLE, 1), min(near.year + _LEAP_CYCLE, OPEN_END.year) + 1):
        try:
            yield date(year, phrase.month, phrase.day)
        except ValueError:  # 29 February
            continue
