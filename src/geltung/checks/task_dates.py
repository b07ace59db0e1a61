"""T007: every date in the words of a task is accounted for by an attribute, which the message proposes.

A date in a sentence is not always the deadline (rule 21), so nothing is concluded here: the editor states what it is.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from geltung.checks.day_uses import goes_on, names_period
from geltung.checks.days import is_exact, is_slip, is_yearless, next_day
from geltung.checks.relative import find_relative
from geltung.checks.wordings import Wording, wordings
from geltung.corpus.corpus import Corpus
from geltung.model.dates import day_after, day_before, german
from geltung.model.diagnostics import Diagnostic
from geltung.parse.wording import DUE, END, START, DatePhrase, find_dates
from geltung.validity.recurrence import Rule, parse_rule

_CITATION: Final = re.compile(r"[0-9]{9}\s+\Z")
_REPEATED: Final = re.compile(r"\b(?:jährlich\w*|alljährlich|jedes Jahr\w*|jeden Jahres|jeweils)\b", re.IGNORECASE)
_ATTRIBUTE: Final = {START: "starts_on", DUE: "due_on", END: "ends_on"}
_NOT_BEFORE: Final = re.compile(r"\b(?:nicht|frühestens)\s*\Z", re.IGNORECASE)
_MOST_YEARS: Final = 50
"""So far from its first day a rule is followed: what is asked about "31.12.9999" would take long."""
_ANCHOR_REACH: Final = 60
_YEAR_PARTS: Final = re.compile(r"(?:anfang|mitte|ende)\s(?:des\s\w+\s)?\d{4}\Z", re.IGNORECASE)


def dates_in_words(corpus: Corpus) -> Iterator[Diagnostic]:
    """T007 for every wording, also the earlier ones."""
    for wording in wordings(corpus):
        for phrase in unaccounted(wording):
            yield wording.found("T007", _message(wording, phrase))


def unaccounted(wording: Wording) -> Iterator[DatePhrase]:
    """The dates in the words of a task that no attribute gives."""
    phrases = find_dates(wording.version.text)
    if not phrases:
        return
    accounted = _accounted(wording)
    rule = _rule(wording)
    for phrase in phrases:
        known = _is_citation(wording, phrase) or is_slip(wording.directive, phrase.written)
        if not (known or _is_accounted(phrase, accounted, rule) or _is_of_inner_task(wording, phrase)):
            yield phrase


def _is_of_inner_task(wording: Wording, phrase: DatePhrase) -> bool:
    """Whether the date stands in a subordinate item that is a task itself: it is checked, and accounted for, there."""
    text = wording.version.text
    for task in wording.directive.tasks if wording.version.until is None else ():
        words = task.current.text
        if task.line > wording.task.line and len(words) < len(text):
            start = text.find(words)
            if start != -1 and start < phrase.end <= start + len(words):
                return True
    return False


def _accounted(wording: Wording) -> frozenset[date]:
    version = wording.version
    days = (version.starts_on, version.due_on, version.ends_on, version.anchor, *version.other_dates)
    return frozenset(day for day in days if day is not None)


def _rule(wording: Wording) -> Rule | None:
    first = wording.first_day
    return parse_rule(wording.version.recurrence, first) if wording.version.recurrence and first else None


def _is_accounted(phrase: DatePhrase, accounted: frozenset[date], rule: Rule | None) -> bool:
    lead = set(phrase.lead.split())
    shifted = set(accounted)
    if lead & {"ablauf", "nach"}:
        shifted |= {day_before(day) for day in accounted}
    if "vor" in lead:
        shifted |= {day_after(day) for day in accounted}
    if any(_states(phrase, day) for day in shifted):
        return True
    if rule is None:
        return False
    if phrase.date is not None and is_exact(phrase):
        near = abs(phrase.date.year - rule.start.year) <= _MOST_YEARS
        return near and rule.next_on_or_after(phrase.date) == phrase.date
    return any(_states(phrase, day) for day in rule.days)


def _states(phrase: DatePhrase, day: date) -> bool:
    """Whether an attribute's day is what the words state; for a month or year, any day in it."""
    if is_exact(phrase):
        return phrase.states(day)
    if phrase.date is None:
        return phrase.month == day.month
    if phrase.date.year != day.year:
        return False
    return bool(_YEAR_PARTS.match(phrase.written)) or phrase.month == day.month


def _is_citation(wording: Wording, phrase: DatePhrase) -> bool:
    """The day in "Weisung 202404002 vom 03.04.2024" is part of the other act's name."""
    return phrase.lead == "vom" and bool(_CITATION.search(wording.version.text[: phrase.offset]))


def _message(wording: Wording, phrase: DatePhrase) -> str:
    return (
        f"Zu jedem Datum im Wortlaut muss ein Attribut stehen; im {wording.label} steht „{phrase.words}“, "
        f"kein Attribut gibt diesen Tag an. Vorschlag: {_proposal(wording, phrase)}."
    )


def _proposal(wording: Wording, phrase: DatePhrase) -> str:
    if is_yearless(phrase):
        return _without_year(wording, phrase)
    if phrase.date is None:
        return "Den Tag gibt es nicht; steht er so im Original, im Kopf unter source als Versehen (slips) aufführen"
    relative = _relative_to(wording, phrase, phrase.date)
    if relative:
        return relative
    attribute, day = _attribute(wording, phrase, phrase.date)
    return _with_alternative(wording, phrase, attribute, day, phrase.date)


def _without_year(wording: Wording, phrase: DatePhrase) -> str:
    yearly = f'recurrence="FREQ=YEARLY;BYMONTH={phrase.month};BYMONTHDAY={phrase.day}"'
    base = wording.version.starts_on or wording.header.valid_from or wording.directive.issued
    day = next_day(phrase, base) if base else None
    if day is None:
        return yearly
    attribute, value = _attribute(wording, phrase, day)
    once = _with_alternative(wording, phrase, attribute, value, day)
    if wording.version.recurrence:
        return f"die Wiederholungsregel recurrence berichtigen oder {once}"
    if _REPEATED.search(wording.version.text):
        return f"{yearly}; gilt der Tag nur einmal: {once}"
    return f"{once} (Jahr am Original prüfen); kehrt der Tag jährlich wieder: {yearly}"


def _attribute(wording: Wording, phrase: DatePhrase, day: date) -> tuple[str, date]:
    """The attribute that the words suggest, and its value."""
    lead, text = phrase.lead.split(), wording.version.text
    if "nach" in lead:
        return "starts_on", day_after(day)
    if "vor" in lead and _NOT_BEFORE.search(text[: phrase.offset]):
        return "starts_on", day
    if names_period(text, _range_start(text, phrase)):
        return "other_dates", day
    attribute = "ends_on" if goes_on(text, phrase) else _ATTRIBUTE.get(phrase.role or "", "other_dates")
    value = day_before(day) if "vor" in lead else day
    start = wording.version.starts_on
    ended_before = attribute == "ends_on" and start is not None and value < start
    return ("other_dates", day) if ended_before else (attribute, value)


def _range_start(text: str, phrase: DatePhrase) -> DatePhrase:
    """The first day of the range that a phrase ends, the phrase itself if it ends none."""
    for first, last in pairwise(find_dates(text)):
        if last == phrase and first.role == START and last.role == END:
            return first
    return phrase


def _with_alternative(wording: Wording, phrase: DatePhrase, attribute: str, value: date, day: date) -> str:
    others = " ".join(map(str, sorted({*wording.version.other_dates, day})))
    other = f'other_dates="{others}"' if " " in others else f"other_dates={others}"
    if attribute == "other_dates":
        return other
    stated = getattr(wording.version, attribute)
    if stated is not None:
        return f"{attribute}={value} statt {attribute}={stated} oder, wenn das ein anderer Tag ist, {other}"
    if attribute == "ends_on" and goes_on(wording.version.text, phrase) and wording.version.due_on is None:
        other = f"due_on={value} oder {other}"
    meaning = {"starts_on": "kein Beginn", "due_on": "keine Frist", "ends_on": "kein Ende"}[attribute]
    return f"{attribute}={value} oder, wenn das {meaning} ist, {other}"


def _relative_to(wording: Wording, phrase: DatePhrase, anchor: date) -> str | None:
    """The proposal for a date that a relative deadline is counted from: "2 Wochen vor dem 01.07.2025"."""
    text = wording.version.text
    start = phrase.end - len(phrase.written)
    for relative in find_relative(text):
        day = relative.counted_from(anchor)
        if day is None or not relative.end <= start <= relative.end + _ANCHOR_REACH:
            continue
        if re.search(r"[.;:]\s", text[relative.end : start]):
            continue
        attributes = [f"anchor={anchor}"]
        if wording.version.deadline_words is None:
            attributes.insert(0, f'deadline_words="{text[relative.end - len(relative.words) : phrase.end]}"')
        if wording.version.due_on is None:
            attributes.insert(0, f"due_on={day}")
        return f"{' '.join(attributes)} (von {german(anchor)} aus gerechnet)"
    return None
