"""Stretches of the calendar that stand for a day: "bis zum Ende des 2. Quartals 2026", "ab KW 23/2026"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_ORDINALS: Final = {"ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL: Final = r"[1-4]|[IV]{1,3}|ersten|zweiten|dritten|vierten"
_LEAD: Final = (
    r"(?P<lead>(?:bis\s+)?(?:spätestens\s+)?(?:zum\s+|im\s+|in\s+der\s+|bis\s+zur\s+)?|ab\s+(?:dem\s+|der\s+)?|"
    r"seit\s+(?:dem\s+|der\s+)?)(?:(?:Ende|Ablauf|Abschluss)\s+(?:des\s+|der\s+)?)?"
)
_PERIOD = re.compile(
    rf"\b{_LEAD}(?:"
    rf"(?P<quarter>{_ORDINAL})\.?\s+(?:Quartals?|Kalendervierteljahr(?:es)?)\s+(?P<of_quarter>20\d\d)|"
    rf"(?P<half>[12]|ersten|zweiten)\.?\s+(?:Kalender)?(?:Halbjahr(?:es)?)\s+(?P<of_half>20\d\d)|"
    r"(?:Jahresende|(?<=Ende des )(?:Kalender)?Jahres|(?<=Ablauf des )(?:Kalender)?Jahres)\s+(?P<year>20\d\d)|"
    r"(?:KW|Kalenderwoche)\s+(?P<week>\d{1,2})(?:\s*/\s*|\s+)(?P<of_week>20\d\d)|"
    r"(?P<counted>\d{1,2})\.\s*(?:KW|Kalenderwoche)\s+(?P<of_counted>20\d\d)"
    r")\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its words, its first and last day, and whether something begins with it."""

    words: str
    first: date
    last: date
    begins: bool


def find_period(text: str) -> Period | None:
    """The first stretch that a text names with its year; something that falls into a week has no day."""
    match = _PERIOD.search(text)
    days = _days(match) if match else None
    if match is None or days is None:
        return None
    if (match["week"] or match["counted"]) and not re.match(r"ab\b|seit\b|bis\b|spätestens\b", match["lead"], re.I):
        return None  # something in a week: neither its start nor a deadline
    begins = match["lead"].lower().startswith(("ab", "seit"))
    return Period(" ".join(match[0].split()), *days, begins)


def _days(match: re.Match[str]) -> tuple[date, date] | None:
    if match["of_quarter"]:
        return _months(int(match["of_quarter"]), 3, _number(match["quarter"]))
    if match["of_half"]:
        return _months(int(match["of_half"]), 6, _number(match["half"]))
    if match["year"]:
        return _months(int(match["year"]), 12, 1)
    week, year = match["week"] or match["counted"], match["of_week"] or match["of_counted"]
    try:
        monday = date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return None
    return monday, monday + timedelta(days=6)


def _months(year: int, length: int, position: int) -> tuple[date, date] | None:
    last = length * position
    if not 1 <= last <= 12:
        return None
    return date(year, last - length + 1, 1), date(year, last, monthrange(year, last)[1])


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _ORDINALS.get(word.lower(), 0)
