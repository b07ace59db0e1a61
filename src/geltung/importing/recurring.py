"""Recurring deadlines in German words → rules after RFC 5545, in the form that the handbook teaches."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geltung.checks.days import is_exact
from geltung.parse.wording import DatePhrase

_YEARLY = re.compile(
    r"\b(?:all)?jährlich\b|\bjedes (?:kalender)?jahr\b|\b(?:eines )?jeden (?:kalender)?jahres\b|"
    r"\bjedes (?:kalender)?jahres\b|\beines (?:jeden )?(?:kalender)?jahres\b|\bim jährlichen turnus\b",
    re.I,
)
_SEVERAL = re.compile(
    r"\bhalbjährlich\b|\bvierteljährlich\b|\bquartalsweise\b|\bquartalsmäßig\b|\bzweimal (?:jährlich|"
    r"im jahr)\b|\bviermal (?:jährlich|im jahr)\b|\bjeweils\b",
    re.I,
)
_QUARTER = re.compile(
    r"\b(?:quartals|vierteljahres)ende\b|"
    r"\bletzten (?:kalender)?tag (?:des|eines|jedes) (?:\w+ )?(?:quartals|(?:kalender)?vierteljahres)\b|"
    r"\bende (?:eines |des |jedes |jeden |eines jeden )(?:jeweiligen )?(?:quartals|(?:kalender)?vierteljahres)\b",
    re.I,
)
_MONTHLY = re.compile(
    r"\bmonatlich\b|\b(?:eines |des )?(?:jeden|jedes|jeweiligen) (?:kalender)?monats\b|"
    r"\beines (?:kalender)?monats\b|\bdes (?:jeweiligen )?folgemonats\b|\bjeden monat\b",
    re.I,
)
_MONTH_END = re.compile(
    r"\bmonatsende\b|\bmonatsletzten\b|\bende (?:eines |des |jedes |jeden |"
    r"eines jeden )(?:jeweiligen )?(?:kalender)?monats\b|\bletzten (?:kalender)?tag (?:des|eines|jedes)",
    re.I,
)
_YEARS: Final = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_EVERY_YEARS = re.compile(rf"\balle (?P<count>{'|'.join(_YEARS)}) jahre\b", re.I)
_MONTH_FIRST = re.compile(
    r"\bmonatsersten\b|\bersten (?:kalender)?tag (?:des|eines|jedes) (?:\w+ )?(?:kalender)?monats|\bmonatsanfang\b",
    re.I,
)
_DAILY = re.compile(r"(?<!-)\b(?:kalender)?täglich\b(?![-\w])|\bjeden (?:kalender)?tag\b", re.I)
_MONTH_DAY = re.compile(
    r"(?:zum|am|bis zum|ab dem|den|jeden)\s+(?:jeweils\s+)?(?P<day>\d{1,2})\.(?!\s?\d|\s?(?:werk|arbeits|"
    r"januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|kalenderwoche|"
    r"quartal))",
    re.I,
)
_WEEKDAYS: Final = {
    "montag": "MO",
    "dienstag": "TU",
    "mittwoch": "WE",
    "donnerstag": "TH",
    "freitag": "FR",
    "samstag": "SA",
    "sonntag": "SU",
}
_DAY_NAMES: Final = "|".join(_WEEKDAYS)
_WEEKLY = re.compile(
    rf"\b(?:jede[nrs]\s+(?P<each>{_DAY_NAMES})\b|"
    rf"(?:wöchentlich\w*\s+)?(?:jeweils\s+)?(?P<often>{_DAY_NAMES})s\b|"
    rf"wöchentlich\b[^.;]{{0,30}}?\b(?P<week>{_DAY_NAMES})\b)",
    re.I,
)
_ADVERB = re.compile(
    r"\b(?:arbeitstäglich|werktäglich|täglich|wöchentlich|14-tägig|vierzehntägig|zweiwöchentlich|"
    r"monatlich|vierteljährlich|quartalsweise|halbjährlich|alljährlich|jährlich|alle (?:zwei|drei|vier|"
    r"fünf|sechs|acht|zehn|zwölf|\d{1,2}) (?:tage|wochen|monate|jahre)|(?:ein|zwei|drei|vier)mal (?:im|pro|je|in der) "
    r"(?:woche|monat|quartal|halbjahr|jahr)|jede[ns]? (?:woche|quartal|halbjahr)|(?:je|pro) (?:woche|monat|quartal))"
    r"\b(?![-\w])",
    re.I,
)
_EACH = re.compile(r"\bjeweils\b|\bjede[ns]\b|\beines jeden\b", re.I)
"""Words without which "zum Quartalsende" is one day."""
_WORKING = re.compile(r"(?:arbeits|werk)tag", re.I)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurring deadline. ``rule`` None: the words give no rule; ``first`` is the day named as the first one.

    ``used`` are the date phrases it was read from.
    """

    words: str
    rule: str | None
    sure: bool
    used: tuple[DatePhrase, ...] = ()


def read_recurrence(text: str, phrases: Sequence[DatePhrase]) -> Recurrence | None:
    """The recurring deadline that a text states, None if it states none."""
    yearless = [phrase for phrase in phrases if phrase.date is None and is_exact(phrase) and _exists(phrase)]
    yearly, several = _YEARLY.search(text), _SEVERAL.search(text)
    if yearless and (yearly or several):
        rule = _of_year(yearless)
        plain = bool(yearly) or len(yearless) > 1
        return Recurrence((yearly or several or [""])[0], rule, plain and rule is not None, tuple(yearless))
    if quarter := _QUARTER.search(text):
        regular = _SEVERAL.search(text) or _EACH.search(text)
        rule = "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"
        return Recurrence(quarter[0], rule, True) if regular else None
    every = _EVERY_YEARS.search(text)
    if yearless and every and (yearly_rule := _of_year(yearless)) and yearly_rule.startswith("FREQ=YEARLY"):
        count = _YEARS[every["count"].lower()]
        return Recurrence(
            every[0], yearly_rule.replace("FREQ=YEARLY", f"FREQ=YEARLY;INTERVAL={count}"), False, tuple(yearless)
        )
    if month_end := _MONTH_END.search(text):
        regular = _MONTHLY.search(text) or _EACH.search(text)
        often = _SEVERAL.search(text)
        if (
            often and often[0].lower() != "jeweils"
        ):  # "vierteljährlich … zum Monatsende": the words contradict a month's rule
            return Recurrence(f"{often[0]}", None, False)
        return Recurrence(month_end[0], "FREQ=MONTHLY;BYMONTHDAY=-1", bool(regular)) if regular else None
    monthly = _MONTHLY.search(text)
    if monthly and not _WORKING.search(text):
        days = {int(match["day"]) for match in _MONTH_DAY.finditer(text) if 1 <= int(match["day"]) <= 31}
        if len(days) == 1:
            return Recurrence(monthly[0], f"FREQ=MONTHLY;BYMONTHDAY={days.pop()}", True)
    if first := _MONTH_FIRST.search(text):
        regular = monthly or re.search(r"\bjeweils\b|\bjede[ns]\b", text, re.I)
        return Recurrence(first[0], "FREQ=MONTHLY;BYMONTHDAY=1", bool(regular))
    if daily := _DAILY.search(text):
        return Recurrence(daily[0], "FREQ=DAILY", True)
    if weekly := _WEEKLY.search(text):
        name = (weekly["each"] or weekly["often"] or weekly["week"]).lower()
        return Recurrence(weekly[0], f"FREQ=WEEKLY;BYDAY={_WEEKDAYS[name]}", True)
    adverb = _ADVERB.search(text)
    return Recurrence(adverb[0], None, False) if adverb else None


def _exists(phrase: DatePhrase) -> bool:
    return phrase.day <= monthrange(2000, phrase.month)[1]


def _of_year(phrases: Sequence[DatePhrase]) -> str | None:
    days = {(phrase.month, phrase.day) for phrase in phrases}
    months = sorted({month for month, _ in days})
    if len(days) == 1:
        month, day = days.pop()
        return f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}"
    numbers = {day for _, day in days}
    listed = ",".join(map(str, months))
    if all(day == monthrange(2025, month)[1] for month, day in days):
        return f"FREQ=MONTHLY;BYMONTH={listed};BYMONTHDAY=-1"
    if len(numbers) == 1:
        return f"FREQ=MONTHLY;BYMONTH={listed};BYMONTHDAY={numbers.pop()}"
    return None
