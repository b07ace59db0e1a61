"""The days of a task: start, deadline, end, recurrence, and which days of a sentence are none of these."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from geltung.importing.acts import find_acts
from geltung.importing.days.clauses import in_bracket
from geltung.importing.days.day_mending import mended
from geltung.importing.days.day_roles import take_day
from geltung.importing.days.day_words import FOR_MONTH, is_month
from geltung.importing.days.limits import is_amount, widened, without_endless_rule
from geltung.importing.days.occasions import with_occasion
from geltung.importing.days.period_roles import take_period
from geltung.importing.days.periods import Period, find_period
from geltung.importing.days.ranges import reported, without_periods
from geltung.importing.days.recurring import Recurrence, read_recurrence
from geltung.importing.days.relative import Relative, read_relative
from geltung.importing.days.task_days import Context, Days
from geltung.importing.days.time_words import leaves_time, without
from geltung.importing.review_file import OPEN
from geltung.model.dates import german
from geltung.parse.wording import DatePhrase, find_dates

_TIME_LEFT: Final = "Der Auftrag nennt eine Zeit, die nicht als Tag gelesen ist: Ist sie eine Frist?"
_ODD_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)")
_MOST_WORDS: Final = 160
ONCE: Final = (
    "Diese Tage und Zahlen stehen im Text, der aus einer Texterkennung stammt, nur einmal: "
    "bitte jede Ziffer mit dem Original vergleichen."
)
"""One question for all tasks whose days nothing else in the document confirms."""


def read_days(text: str, context: Context) -> Days:
    """The days that the words of a task state."""
    mend = mended(text, context.damaged)
    text = mend.text
    phrases = find_dates(_without_citations(text))
    recurrence = read_recurrence(text, phrases)
    days = _recurring(recurrence, text)
    phrases = tuple(phrase for phrase in phrases if not recurrence or phrase not in recurrence.used)
    relative = read_relative(text, phrases, context.act, context.days, context.body)
    if recurrence and relative and " ".join(recurrence.words.split()) in relative.words:
        recurrence = replace(recurrence, words=relative.words, rule=None)  # "zehn Tage nach Ende eines jeden Quartals"
        days = _recurring(recurrence, text)
    if relative is not None:
        phrases = tuple(phrase for phrase in phrases if phrase not in relative.used)
        days = _with_relative(days, relative)
    period = None if recurrence and recurrence.months else find_period(text, context.base)
    if period is not None and _is_of_other_words(period, text, recurrence, relative):
        period = None
    if period is not None:
        phrases = tuple(phrase for phrase in phrases if not period.start < phrase.end <= period.end)
    days, phrases = without_periods(days, phrases, text, context)
    for phrase in sorted(phrases, key=lambda phrase: _turn(text, phrase)):
        days = take_day(days, phrase, text, context)
    if recurrence is not None and recurrence.rule is None:
        days = _with_longer_words(days, recurrence.words, relative, text)
        days = _ends_with_day(days, recurrence.words, phrases, text)
    if period is not None:
        days = take_period(
            days, period, text, context, again=bool(recurrence and (recurrence.rule or days.deadline_words))
        )
    days = with_occasion(days, text, context)
    if recurrence is not None:
        days = without_endless_rule(days, text, recurrence.words)
    days = _asked_for_rest(reported(days), text, recurrence, context)
    if mend.parted:
        days = days.doubted("In den Wörtern zur Frist fehlt wohl ein Leerzeichen: Ist sie richtig gelesen?")
    return _sure(days, text, mend.days, context)


def _turn(text: str, phrase: DatePhrase) -> tuple[bool, ...]:
    """When a day is taken: first those that state most by themselves."""
    of_object = is_month(phrase) and FOR_MONTH.search(text[: phrase.offset]) is not None
    return in_bracket(text, phrase.offset), "vor" in phrase.lead.split(), of_object


def _recurring(recurrence: Recurrence | None, text: str) -> Days:
    """The rule of what comes again, or its words; a day within them is merely named."""
    if recurrence is None:
        return Days()
    if recurrence.rule in (None, "FREQ=DAILY") and is_amount(text, recurrence.words):
        return Days().doubted(f"„{recurrence.words}“ sagt wohl, wie viel, nicht bis wann: Oder ist es eine Frist?")
    if recurrence.rule is None:
        words = " ".join(widened(recurrence.words, text).split())[:_MOST_WORDS]
        days = Days(deadline_words=words).doubted(
            f"„{words}“ nennt keinen Tag, aus dem eine Regel folgt; nur der Wortlaut ist übernommen."
        )
        for phrase in recurrence.used:
            days = days.also(phrase.date) if phrase.date else days
        return days
    days = Days(recurrence=recurrence.rule)
    return days if recurrence.sure else days.doubted(f"Kehrt die Frist wieder („{recurrence.words}“)?")


def _with_relative(days: Days, relative: Relative) -> Days:
    """The days with a deadline that is counted, or that has words only."""
    days = replace(days, deadline_words=days.deadline_words or relative.words[:_MOST_WORDS])
    if relative.due:
        days = replace(days, due_on=relative.due, anchor=relative.anchor)
    if relative.inferred and relative.due:
        days = replace(days, uncertain=("due_on",))
    return days.doubted(relative.question, relative.confidence) if relative.question else days


def _asked_for_rest(days: Days, text: str, recurrence: Recurrence | None, context: Context) -> Days:
    """The days with a question if they state a range half, or words on time are left."""
    if days.deadline_words == "ab sofort" and days.due_on and not days.starts_on and "spätestens" not in text:
        days = days.doubted(f"Ist der {german(days.due_on)} die Frist, oder endet der Auftrag damit?")
    if days.doubts:
        return days
    read = [days.deadline_words or "", days.start_words or "", *(phrase.words for phrase in find_dates(text))]
    read += [recurrence.words, recurrence.months] if recurrence else []
    left = without(text, read, recurring=bool(days.recurrence))
    asked = leaves_time(left, recurring=bool(days.recurrence), nothing_read=days == Days(), damaged=context.damaged)
    return days.doubted(_TIME_LEFT) if asked else days


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
        if beside and "bis" in phrase.lead.split() and _is_due(phrase, days) and days.ends_on is None:
            days = replace(days, due_on=None, ends_on=days.due_on)
            return days.doubted(f"Endet mit „{phrase.words}“ die wiederkehrende Frist?")
    return days


def _is_due(phrase: DatePhrase, days: Days) -> bool:
    """Whether a phrase states the deadline; a month states its last day."""
    if phrase.date is None or days.due_on is None:
        return False
    return phrase.date == days.due_on or (is_month(phrase) and phrase.date == days.due_on.replace(day=1))


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
