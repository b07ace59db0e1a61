"""Ranges of days ("vom … bis …") that only say which period a noun means."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from geltung.checks.day_uses import follows_noun, is_during, names_period
from geltung.importing.days.day_words import ATTRIBUTIVE, DELIVERS
from geltung.importing.days.task_days import Context, Days
from geltung.model.dates import german
from geltung.parse.wording import DUE, END, START, DatePhrase

_PERIOD: Final = (
    "Die Spanne „von … bis …“ sagt wohl nur, welcher Zeitraum gemeint ist, und ist als bloß genannt gelesen "
    "(other_dates): Oder beginnt und endet damit der Auftrag?"
)
_RANGE: Final = (
    "Die Spanne „von … bis …“ steht hinter einem Hauptwort: Beginnt und endet damit der Auftrag, oder nennt sie nur "
    "einen Zeitraum (other_dates)?"
)

_REPORTED: Final = (
    "Der Auftrag geht bis zum {end} und nennt eine spätere Frist, den {due}; nur sie ist als Frist gelesen. Sind es "
    "zwei Aufträge?"
)
_ATTRIBUTE_BEFORE: Final = re.compile(
    r"\b(?:die|der|das|den|dem|des|alle[rn]?|sämtliche[rn]?)\s+(?:(?:im|in\s+der|innerhalb\s+des)\s+\w+\s+)?\Z",
    re.IGNORECASE,
)
"""Before a range that describes the noun behind it: "die im Zeitraum vom … bis … entstandenen Kosten"."""
_THEN_DELIVERS: Final = re.compile(rf"[^.;]*?(?:\bund\b|,|;)\s[^.]*?{DELIVERS.pattern}", re.IGNORECASE)


def without_periods(
    days: Days, phrases: Sequence[DatePhrase], text: str, context: Context
) -> tuple[Days, tuple[DatePhrase, ...]]:
    """Ranges that only say which period a noun means are named days; whether others do is asked."""
    kept = list(phrases)
    for first, last in pairwise(phrases):
        if first.role != START or last.role != END or text[first.end : last.offset].strip(" ,") not in ("", "an"):
            continue
        if _ATTRIBUTE_BEFORE.search(text[: first.offset]) and ATTRIBUTIVE.match(text, last.end):
            kept, days = _named(kept, days, first, last)
            continue
        over = last.date is not None and context.base is not None and last.date < context.base
        due = any(phrase.role == DUE and phrase.offset > last.offset for phrase in phrases)
        due = due and not _is_reported(text, first, last)
        if names_period(text, first) or (follows_noun(text, first) and (over or due) and not is_during(text, first)):
            kept, days = _named(kept, days, first, last)
        elif follows_noun(text, first):
            days = days.doubted(_RANGE)
    return days, tuple(kept)


def reported(days: Days) -> Days:
    """The days without an end before the deadline: "erproben vom … bis … und berichten bis …" ends with the report."""
    named, due = days.ends_on, days.due_on
    if days.recurrence or days.deadline_words or named is None or due is None or named >= due:
        return days
    days = replace(days, ends_on=None, uncertain=tuple(name for name in days.uncertain if name != "ends_on")).also(
        named
    )
    return days.doubted(_REPORTED.format(end=german(named), due=german(due)))


def _named(kept: list[DatePhrase], days: Days, first: DatePhrase, last: DatePhrase) -> tuple[list[DatePhrase], Days]:
    """A range as two days that are merely named."""
    for day in (first.date, last.date):
        days = days.also(day) if day else days
    return [phrase for phrase in kept if phrase not in (first, last)], days.doubted(_PERIOD)


def _is_reported(text: str, first: DatePhrase, last: DatePhrase) -> bool:
    """Whether a duty with a range is followed by one that delivers its result: "erproben vom … und berichten bis …"."""
    return bool(_THEN_DELIVERS.match(text, last.end)) and not DELIVERS.search(text[: first.offset])
