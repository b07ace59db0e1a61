"""The days of a task: start, deadline, end, recurrence, and which days of a sentence are none of these."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from geltung.importing.acts import find_acts
from geltung.importing.clauses import in_bracket
from geltung.importing.day_roles import take_day
from geltung.importing.occasions import with_occasion
from geltung.importing.period_roles import take_period
from geltung.importing.periods import Period, find_period
from geltung.importing.ranges import without_periods
from geltung.importing.recurring import Recurrence, read_recurrence
from geltung.importing.relative import Relative, read_relative
from geltung.importing.review_file import OPEN
from geltung.importing.task_days import Context, Days
from geltung.importing.text import seen_days
from geltung.importing.time_words import leaves_time, without
from geltung.model.dates import german
from geltung.parse.wording import MONTHS, DatePhrase, find_dates

_TIME_LEFT: Final = "Der Auftrag nennt eine Zeit, die nicht als Tag gelesen ist: Ist sie eine Frist?"
_RUN_TOGETHER = re.compile(
    r"\b((?:Arbeits|Werk)?[Tt]agen?(?=(?:vor|nach)\b)|Wochen?(?=(?:vor|nach)\b)|Monate?n?(?=(?:vor|nach)\b)|"
    r"jede[nmrs](?=(?:ersten|zweiten|dritten|letzten|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)\b)|"
    r"(?:ein|zwei|drei|vier|fünf|sechs|acht|zehn|\d{1,2})(?=(?:Wochen|Monaten|Tagen|Arbeitstagen|Werktagen)\b)|"
    r"(?:jährlich|halbjährlich|vierteljährlich|monatlich|wöchentlich|quartalsweise)(?=(?:zum|bis|am)\b))"
)
"""Words on time that lost the blank between them: "6 Wochenvor", "jedenFreitag"."""
_NAMED_RANGE = re.compile(
    rf"\b(?:vom|von)\s+(?P<day>\d{{1,2}})\.\s*bis\s+(?:zum\s+)?(?P<last>\d{{1,2}}\.\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>20\d\d))\b",
    re.IGNORECASE,
)
_BARE_RANGE = re.compile(
    r"(?P<lead>\b(?:vom|von|ab|zum|am|bis|zwischen)\s+(?:dem\s+)?)?(?<![\d.])(?P<first>\d{1,2}\.\s?\d{1,2}\.(?:\s?20\d\d)?)"
    r"(?:\s*[–—-]\s*|(?<=\d{4})\s+bis\s+(?:zum\s+)?)(?P<last>\d{1,2}\.\s?\d{1,2}\.\s?20\d\d)(?!\d)"
)
"""A range without "vom" or with a dash: "02.11.2026–22.01.2027", "im Zeitraum 02.11.2026 bis 22.01.2027"."""
_SHORT_RANGE = re.compile(
    r"\b(?:vom|"
    r"von)\s+(?P<day>\d{1,2})\.(?:(?P<month>\d{1,2})\.)?\s*bis\s+(?:zum\s+)?(?P<last>\d{1,2})\.(?P<rest>\d{1,2}\.\d{4})"
)
_ODD_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)")
_MOST_WORDS: Final = 160
ONCE: Final = (
    "Diese Tage und Zahlen stehen im Text, der aus einer Texterkennung stammt, nur einmal: "
    "bitte jede Ziffer mit dem Original vergleichen."
)
"""One question for all tasks whose days nothing else in the document confirms."""


def read_days(text: str, context: Context) -> Days:
    """The days that the words of a task state."""
    text, damaged_days = _mended(text)
    parted = _RUN_TOGETHER.sub(r"\1 ", text) if context.damaged else text
    joined, text = parted != text, parted
    phrases = find_dates(_without_citations(text))
    days = Days()
    recurrence = read_recurrence(text, phrases)
    if recurrence is not None:
        days = replace(days, recurrence=recurrence.rule)
        if recurrence.rule is None:
            days = replace(days, deadline_words=recurrence.words)
            days = days.doubted(
                f"„{recurrence.words}“ nennt keinen Tag, aus dem eine Regel folgt; nur der Wortlaut ist übernommen."
            )
        elif not recurrence.sure:
            days = days.doubted(f"Kehrt die Frist wieder („{recurrence.words}“)?")
        phrases = tuple(phrase for phrase in phrases if phrase not in recurrence.used)
    relative = read_relative(text, phrases, context.act, context.days, context.body)
    if relative is not None:
        phrases = tuple(phrase for phrase in phrases if phrase not in relative.used)
        days = replace(days, deadline_words=days.deadline_words or relative.words[:_MOST_WORDS])
        if relative.due:
            days = replace(days, due_on=relative.due, anchor=relative.anchor)
        if relative.inferred and relative.due:
            days = replace(days, uncertain=("due_on",))
        if relative.question:
            days = days.doubted(relative.question, relative.confidence)
    period = None if recurrence and recurrence.months else find_period(text, context.base)
    if period is not None and _is_of_other_words(period, text, recurrence, relative):
        period = None
    if period is not None:
        phrases = tuple(phrase for phrase in phrases if not period.start < phrase.end <= period.end)
    days, phrases = without_periods(days, phrases, text, context)
    for phrase in sorted(phrases, key=lambda phrase: (in_bracket(text, phrase.offset), "vor" in phrase.lead.split())):
        days = take_day(days, phrase, text, context)
    if recurrence is not None and recurrence.rule is None:
        days = _with_longer_words(days, recurrence.words, relative, text)
        days = _ends_with_day(days, recurrence.words, phrases, text)
    if period is not None:
        days = take_period(days, period, text, context)
    days = with_occasion(days, text, context)
    if not days.doubts:
        read = [days.deadline_words or "", days.start_words or "", *(phrase.words for phrase in find_dates(text))]
        read += [recurrence.words, recurrence.months] if recurrence else []
        left = without(text, read, recurring=bool(days.recurrence))
        if leaves_time(left, recurring=bool(days.recurrence), nothing_read=days == Days(), damaged=context.damaged):
            days = days.doubted(_TIME_LEFT)
    if joined:
        days = days.doubted("In den Wörtern zur Frist fehlt wohl ein Leerzeichen: Ist sie richtig gelesen?")
    return _sure(days, text, damaged_days, context)


_EACH = re.compile(r"\bjeweils\b|\bjede[nmrs]?\b|\beines\s+(?:jeden\s+)?Jahres\b")


def _is_of_other_words(period: Period, text: str, recurrence: Recurrence | None, relative: Relative | None) -> bool:
    """Whether a stretch of the calendar belongs to what was read already: "drei Jahre nach Ende des Kalenderjahres", or
    comes again, so that no year can be concluded."""
    if relative is not None and relative.start < period.end and period.start < relative.end:
        return True
    again = (recurrence is not None and recurrence.rule is None) or _EACH.search(text)
    return period.inferred and bool(again)


def _with_longer_words(days: Days, adverb: str, relative: Relative | None, text: str) -> Days:
    """ "monatlich bis zum 5. Arbeitstag": the words of the deadline with the adverb before them."""
    if relative is None or days.deadline_words != adverb or relative.due:
        return days
    start, end = text.find(adverb), relative.end
    between = text[start + len(adverb) : relative.start] if start != -1 else None
    beside = between is not None and start < relative.start and not between.strip(" ,")
    words = text[start:end] if beside else relative.words
    return replace(days, deadline_words=" ".join(words.split())[:_MOST_WORDS])


def _ends_with_day(days: Days, adverb: str, phrases: Sequence[DatePhrase], text: str) -> Days:
    """ "melden bis zum 31.12.2027 monatlich": what comes again without a rule ends with the day beside the adverb."""
    if adverb.lower().endswith("jährlich") and adverb.lower() != "vierteljährlich":
        return days  # "jährlich bis zum 31.03.2027" is rather the first deadline
    for phrase in phrases:
        beside = text[phrase.end :].lstrip().startswith(adverb) or text[: phrase.offset].rstrip(" ,").endswith(adverb)
        if beside and "bis" in phrase.lead.split() and phrase.date == days.due_on and days.ends_on is None:
            days = replace(days, due_on=None, ends_on=days.due_on)
            return days.doubted(f"Endet mit „{phrase.words}“ die wiederkehrende Frist?")
    return days


def _mended(text: str) -> tuple[str, tuple[date, ...]]:
    """The text with damaged days written out as they look, and those days."""
    found: list[date] = []
    for seen in reversed(seen_days(text)):
        if not seen.clean or not find_dates(seen.written):
            day = date.fromisoformat(seen.value)
            found.append(day)
            text = f"{text[: seen.start]}{german(day)}{text[seen.end :]}"
    text = _BARE_RANGE.sub(_led_out, _NAMED_RANGE.sub(_named_out, text))
    return _SHORT_RANGE.sub(_written_out, text), tuple(found)


def _led_out(match: re.Match[str]) -> str:
    """A range with the words that mark it as one; one that another word leads stays as it is."""
    if match["lead"] and match["lead"].split()[0] not in ("vom", "von"):
        return match[0]
    return f"vom {match['first']} bis zum {match['last']}"


def _named_out(match: re.Match[str]) -> str:
    """ "vom 1. bis 15. Juli 2026" with the first day written out."""
    month = MONTHS[match["month"].lower()]
    return f"vom {int(match['day']):02}.{month:02}.{match['year']} bis zum {match['last']}"


def _written_out(match: re.Match[str]) -> str:
    """ "vom 1. bis zum 30.11.2026" with the first day written out; "vom 01.11. bis zum 15.01.2027" begins in 2026."""
    month, year = (int(part) for part in match["rest"].split("."))
    first = int(match["month"] or month), int(match["day"])
    began = year - 1 if first > (month, int(match["last"])) else year
    return f"vom {first[1]:02}.{first[0]:02}.{began} bis zum {match['last']}.{match['rest']}"


def _without_citations(text: str) -> str:
    """The text with the names of other acts blanked out: the day in "Weisung … vom 03.04.2024" is part of the name."""
    for act in find_acts(text):
        text = text[: act.start] + "_" * (act.end - act.start) + text[act.end :]
    return text


def _sure(days: Days, text: str, damaged_days: Sequence[date], context: Context) -> Days:
    """In a damaged text a day is sure only where it stands twice; one that was mended is never."""
    stated = {day for day in (days.starts_on, days.due_on, days.ends_on, days.anchor, *days.other_dates) if day}
    if (odd := _ODD_DAY.search(text)) and not find_dates(odd[0]) and not days.doubts:
        days = days.doubted(f"Den Tag „{odd[0]}“ gibt es nicht; bitte mit dem Original vergleichen.", OPEN)
    if mended := sorted(stated & set(damaged_days)):
        names = ", ".join(german(day) for day in mended)
        days = days.doubted(f"Der Tag ist beschädigt gelesen; wahrscheinlich heißt er {names}.", OPEN)
    if context.damaged:
        read = stated - {days.due_on} if days.anchor else stated
        counted = re.search(r"\d", f"{days.deadline_words or ''}") or (
            days.recurrence and re.search(r"\d{1,2}\.", text)
        )
        if counted or any(context.text.count(german(day)) < 2 for day in read if day):
            days = days.doubted(ONCE)
    return days
