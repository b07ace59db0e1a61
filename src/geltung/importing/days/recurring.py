"""Recurring deadlines in German words → rules after RFC 5545, in the form that the handbook teaches."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geltung.checks.days import is_exact
from geltung.importing.days.day_words import THEN
from geltung.importing.days.limits import changing
from geltung.importing.days.series import of_first, of_months
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
_MORE_DAYS = re.compile(
    r"\s*(?:,|und|sowie)\s*(?:bis\s+)?(?:zum\s+|am\s+)?(?P<day>\d{1,2})\.(?!\s?\d|\s?(?:werk|arbeits|januar|februar|märz|"
    r"april|mai|juni|juli|august|september|oktober|november|dezember))",
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
_AND: Final = rf"(?:(?:,\s*|\s+und\s+)(?:jeden\s+)?(?:{_DAY_NAMES})s?)*"
_WEEKLY = re.compile(
    rf"\b(?:jede[nrs]\s+(?P<each>(?:{_DAY_NAMES}){_AND})\b|"
    rf"(?:wöchentlich\w*\s+)?(?:jeweils\s+)?(?P<often>(?:{_DAY_NAMES})s{_AND})\b|"
    rf"wöchentlich\b[^.;]{{0,30}}?\b(?P<week>(?:{_DAY_NAMES}){_AND})\b)",
    re.I,
)
_SECOND_WEEK = re.compile(
    r"\balle\s+(?:14|vierzehn)\s+Tage\b|\balle\s+(?:2|zwei)\s+Wochen\b|\b14-tägig|\bvierzehntägig|\bzweiwöchentlich|"
    r"\bjede\s+zweite\s+Woche\b",
    re.I,
)
_OF_QUARTER = re.compile(
    r"\b(?:bis\s+)?(?:spätestens\s+)?(?:zum|am|bis|zu)\s+(?:jeweils\s+)?(?:\d{1,2}\.|Beginn|Anfang)\s+(?:(?:Tag\s+)?(?:des|eines|jedes|jeden)\s+)"
    r"(?:jeden\s+|jeweiligen\s+|ersten\s+|zweiten\s+|dritten\s+|letzten\s+|Monats\s+|im\s+|des\s+|eines\s+)*Quartals(?:monats)?\b",
    re.I,
)
"""Days of a quarter from which no rule follows."""
_OPEN_HOURS = re.compile(rf"\b(?:{_DAY_NAMES})s?\s+bis\s+(?:{_DAY_NAMES})s?", re.I)
_WEEKDAY_OF_MONTH = re.compile(
    rf"\b(?:am|an\s+jedem|jede[nmrs]|zum|bis\s+zum)\s+(?:jeweils\s+)?(?P<which>ersten|zweiten|dritten|vierten|letzten|[1-4]\.)\s+"
    rf"(?P<name>{_DAY_NAMES})\s+(?:im|in\s+jedem|des|eines(?:\s+jeden)?|jeden|jedes)\s+(?:jeweiligen\s+)?(?:kalender)?monate?s?\b",
    re.I,
)
_WHICH: Final = {
    "ersten": 1,
    "zweiten": 2,
    "dritten": 3,
    "vierten": 4,
    "letzten": -1,
    "1.": 1,
    "2.": 2,
    "3.": 3,
    "4.": 4,
}
_OFTEN_MONTHS: Final = {
    **dict.fromkeys(("vierteljährlich", "quartalsweise", "quartal"), "1,4,7,10"),
    **dict.fromkeys(("halbjährlich", "halbjahr"), "1,7"),
}
"""The months after each quarter and each half year."""
_AFTER_PERIOD = re.compile(
    r"\b(?:des\s+(?:jeweiligen\s+)?folgemonats|des\s+(?:auf\s+\w+\s+\w+\s+)?folgenden\s+monats|"
    r"nach\s+(?:dem\s+)?(?:quartals|halbjahres)ende|nach\s+(?:ende|ablauf)\s+(?:des|eines)\s+(?:jeden\s+)?(?:quartals|halbjahres))\b",
    re.I,
)
_ADVERB = re.compile(
    r"\b(?:arbeitstäglich|werktäglich|werktags|täglich|wöchentlich|14-tägig|vierzehntägig|zweiwöchentlich|"
    r"monatlich|vierteljährlich|quartalsweise|halbjährlich|alljährlich|jährlich|alle (?:zwei|drei|vier|"
    r"fünf|sechs|acht|zehn|zwölf|\d{1,2}) (?:tage|wochen|monate|jahre)|(?:ein|zwei|drei|vier)mal (?:im|pro|je|in der) "
    r"(?:woche|monat|quartal|halbjahr|jahr)|jede[ns]? (?:woche|quartal|halbjahr)|(?:je|pro) (?:woche|monat|quartal))"
    r"\b(?![-\w])",
    re.I,
)
_FREQUENCY = re.compile(
    r"(?<!-)\b(?:(?:arbeits|werk)?täglich|wöchentlich|monatlich|vierteljährlich|quartalsweise|halbjährlich|jährlich)\b(?![-\w])",
    re.I,
)
_EACH = re.compile(r"\bjeweils\b|\bjede[nms]\b|\beines jeden\b", re.I)
"""Words without which "zum Quartalsende" is one day."""
_WORKING = re.compile(r"(?:arbeits|werk)tag", re.I)
_FIRST = re.compile(r"\berst(?:mals|malig)\b|\bbeginnend\b", re.I)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A recurring deadline. ``rule`` None: the words give no rule; ``first`` is the day named as the first one.

    ``used`` are the date phrases it was read from, ``months`` the words of months.
    """

    words: str
    rule: str | None
    sure: bool
    used: tuple[DatePhrase, ...] = ()
    months: str = ""


def read_recurrence(text: str, phrases: Sequence[DatePhrase]) -> Recurrence | None:
    """The recurring deadline that a text states, None if it states none."""
    if change := changing(text):
        inside = tuple(phrase for phrase in phrases if change.start() <= phrase.offset < change.end())
        return Recurrence(change[0], None, False, inside)
    found = _read(text, phrases)
    often = {word.lower() for word in _FREQUENCY.findall(text)}
    if found is not None and len(often) > 1 and found.rule and found.sure:
        return Recurrence(found.words, None, False)
    if found is None or found.rule is not None:
        return found
    first = [
        phrase
        for phrase in phrases
        if phrase.date and is_exact(phrase) and (_FIRST.search(phrase.lead) or THEN.match(text, phrase.end))
    ]
    if first and first[0].date and (rule := of_first(found.words, first[0].date)):
        return Recurrence(found.words, rule, False)
    return found


def _read(text: str, phrases: Sequence[DatePhrase]) -> Recurrence | None:
    yearless = [phrase for phrase in phrases if phrase.date is None and is_exact(phrase) and _exists(phrase)]
    yearly, several = _YEARLY.search(text), _SEVERAL.search(text)
    if yearless and (yearly or several):
        rule = _of_year(yearless)
        plain = bool(yearly) or len(yearless) > 1 or _is_first(yearless[0], phrases)
        return Recurrence((yearly or several or [""])[0], rule, plain and rule is not None, tuple(yearless))
    if found := _after_period(text) or _in_months(text, phrases):
        return found
    if of_quarter := _OF_QUARTER.search(text):
        return Recurrence(of_quarter[0], None, False)
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
    if of_month := _WEEKDAY_OF_MONTH.search(text):
        number, name = _WHICH[of_month["which"].lower()], _WEEKDAYS[of_month["name"].lower()]
        return Recurrence(
            of_month[0], f"FREQ=MONTHLY;BYDAY={number}{name}", bool(_EACH.search(text) or _MONTHLY.search(text))
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
    if monthly and not _WORKING.search(text) and (days := _days_of_month(text)):
        return Recurrence(monthly[0], f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, days))}", True)
    if first := _MONTH_FIRST.search(text):
        regular = monthly or re.search(r"\bjeweils\b|\bjede[ns]\b", text, re.I)
        return Recurrence(first[0], "FREQ=MONTHLY;BYMONTHDAY=1", bool(regular))
    if daily := _DAILY.search(text):
        return Recurrence(daily[0], "FREQ=DAILY", True)
    if weekly := _WEEKLY.search(text):
        if hours := _OPEN_HOURS.search(text):
            return Recurrence(hours[0], None, False)
        names = re.findall(_DAY_NAMES, (weekly["each"] or weekly["often"] or weekly["week"]).lower())
        listed = ",".join(code for name, code in _WEEKDAYS.items() if name in names)
        if second := _SECOND_WEEK.search(text):
            return Recurrence(second[0], f"FREQ=WEEKLY;INTERVAL=2;BYDAY={listed}", False)
        return Recurrence(weekly[0], f"FREQ=WEEKLY;BYDAY={listed}", True)
    adverb = _ADVERB.search(text)
    return Recurrence(adverb[0], None, False) if adverb else None


def _after_period(text: str) -> Recurrence | None:
    """ "quartalsweise bis zum 15. des Folgemonats": the month after each quarter."""
    often, behind = re.search(rf"\b(?:{'|'.join(_OFTEN_MONTHS)})\b", text, re.I), _AFTER_PERIOD.search(text)
    days = _days_of_month(text)
    if often is None or behind is None or len(days) != 1 or re.search(r"\bmonatlich\b", text, re.I):
        return None
    rule = f"FREQ=MONTHLY;BYMONTH={_OFTEN_MONTHS[often[0].lower()]};BYMONTHDAY={days[0]}"
    return Recurrence(often[0], rule, False)


def _days_of_month(text: str) -> tuple[int, ...]:
    """The days of each month that a text lists, none if in several places: "zum 15., im Dezember zum 10."."""
    found: list[tuple[int, ...]] = []
    end = 0
    for match in _MONTH_DAY.finditer(text):
        if match.start() < end:
            continue
        days, end = [int(match["day"])], match.end()
        while more := _MORE_DAYS.match(text, end):
            days.append(int(more["day"]))
            end = more.end()
        found.append(tuple(sorted(set(days))))
    one = found[0] if len(set(found)) == 1 else ()
    return one if all(1 <= day <= 31 for day in one) else ()


def _in_months(text: str, phrases: Sequence[DatePhrase]) -> Recurrence | None:
    """ "jährlich im Juli", "halbjährlich im Januar und Juli": due with the last day of each month."""
    often = _YEARLY.search(text) or _SEVERAL.search(text)
    months = of_months(text) if often else None
    if often is None or months is None or _WORKING.search(text):
        return None
    used = tuple(phrase for phrase in phrases if phrase.date is None and not is_exact(phrase))
    return Recurrence(often[0], months[1], False, used, months[0])


def _exists(phrase: DatePhrase) -> bool:
    return phrase.day <= monthrange(2000, phrase.month)[1]


def _is_first(phrase: DatePhrase, phrases: Sequence[DatePhrase]) -> bool:
    """Whether the first year of a day is stated beside: "jeweils zum 31. März, erstmals zum 31.03.2027"."""
    same = [other for other in phrases if (other.month, other.day) == (phrase.month, phrase.day) and other.date]
    return any(_FIRST.search(other.lead) for other in same)


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
