"""Months in German words."""

from datetime import date
from typing import Final

MONTHS: Final = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)


def month_name(day: date) -> str:
    """``Oktober 2025``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def month_after(day: date) -> date:
    """The first day of the following month; that of the last month there is stays where it is."""
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
