"""Ranges of days ("vom … bis …") that only say which period a noun means."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from geltung.checks.day_uses import follows_noun, is_during, names_period
from geltung.importing.days.task_days import Context, Days
from geltung.parse.wording import DUE, END, START, DatePhrase

_PERIOD: Final = (
    "Die Spanne „von … bis …“ sagt wohl nur, welcher Zeitraum gemeint ist, und ist als bloß genannt gelesen "
    "(other_dates): Oder beginnt und endet damit der Auftrag?"
)
_RANGE: Final = (
    "Die Spanne „von … bis …“ steht hinter einem Hauptwort: Beginnt und endet damit der Auftrag, oder nennt sie nur "
    "einen Zeitraum (other_dates)?"
)


def without_periods(
    days: Days, phrases: Sequence[DatePhrase], text: str, context: Context
) -> tuple[Days, tuple[DatePhrase, ...]]:
    """Ranges that only say which period a noun means are named days; whether others do is asked."""
    kept = list(phrases)
    for first, last in pairwise(phrases):
        if first.role != START or last.role != END or text[first.end : last.offset].strip(" ,") not in ("", "an"):
            continue
        over = last.date is not None and context.base is not None and last.date < context.base
        due = any(phrase.role == DUE and phrase.offset > last.offset for phrase in phrases)
        if names_period(text, first) or (follows_noun(text, first) and (over or due) and not is_during(text, first)):
            kept = [phrase for phrase in kept if phrase not in (first, last)]
            for day in (first.date, last.date):
                days = days.also(day) if day else days
            days = days.doubted(_PERIOD)
        elif follows_noun(text, first):
            days = days.doubted(_RANGE)
    return days, tuple(kept)
