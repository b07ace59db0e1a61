"""Checks of recurrence rules: readable, and met by the deadline (rule 19)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geltung.checks.wordings import Wording, wordings
from geltung.corpus.corpus import Corpus
from geltung.model.dates import german
from geltung.model.diagnostics import Diagnostic
from geltung.validity.recurrence import parse_rule

_SOME_DAY: Final = date(2000, 1, 1)
"""Where a rule is read from when nothing states a first day: whether it is readable does not depend on it."""


def readable(corpus: Corpus) -> Iterator[Diagnostic]:
    """T011: the rule is an RFC 5545 RRULE on whole days."""
    for wording in wordings(corpus):
        text = wording.version.recurrence
        if text is not None and parse_rule(text, wording.first_day or _SOME_DAY) is None:
            yield wording.found(
                "T011",
                "Eine Wiederholung muss eine Regel nach RFC 5545 in ganzen Tagen sein (FREQ=DAILY, WEEKLY, MONTHLY "
                f'oder YEARLY, ohne DTSTART): Im {wording.label} steht recurrence="{text}". Vorschlag: '
                f"{_example(wording)}.",
            )


def met_by_deadline(corpus: Corpus) -> Iterator[Diagnostic]:
    """T017: due_on is the first of the rule's days, and the rule has one."""
    for wording in wordings(corpus):
        text, first = wording.version.recurrence, wording.first_day
        rule = parse_rule(text, first) if text is not None and first is not None else None
        if rule is None or first is None:
            continue
        day = rule.next_on_or_after(first)
        if day is None:
            yield wording.found(
                "T017",
                f"Eine Wiederholungsregel muss wenigstens einen Tag treffen: Im {wording.label} steht "
                f'recurrence="{text}", das ab {german(first)} keinen Tag trifft. Vorschlag: {_example(wording)}.',
            )
        elif wording.version.due_on is not None and day != first:
            yield wording.found(
                "T017",
                f"due_on muss der erste Tag der Wiederholung sein: Im {wording.label} steht due_on={first} "
                f'({german(first)}), recurrence="{text}" trifft aber erst den {german(day)}. '
                f"Vorschlag: due_on={day} oder die Regel an den Wortlaut anpassen.",
            )


def _example(wording: Wording) -> str:
    """A rule for every year on the day that the wording gives."""
    day = wording.first_day or date(_SOME_DAY.year, 3, 31)
    return f'recurrence="FREQ=YEARLY;BYMONTH={day.month};BYMONTHDAY={day.day}"'
