"""T012: a relative deadline ("2 Wochen vor dem Umstellungstermin") is computed right from its anchor (rule 20)."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from geltung.checks.days import is_exact
from geltung.checks.relative import RelativeDeadline, find_relative
from geltung.checks.wordings import Wording, wordings
from geltung.corpus.corpus import Corpus
from geltung.model.dates import german
from geltung.model.diagnostics import Diagnostic
from geltung.parse.wording import find_dates

_MOST: Final = 5


def relative_deadlines(corpus: Corpus) -> Iterator[Diagnostic]:
    """T012: due_on (or another day of the task) is what the words give for the anchor."""
    for wording in wordings(corpus):
        version = wording.version
        if version.recurrence is not None or (version.deadline_words is None and version.anchor is None):
            continue
        computed = list(islice(_computed(wording), _MOST))
        stated = (version.due_on, version.starts_on, version.ends_on)
        if computed and all(day not in stated for _, _, day in computed):
            yield wording.found("T012", _message(wording, *computed[0]))


def _computed(wording: Wording) -> Iterator[tuple[RelativeDeadline, date, date]]:
    """Every relative deadline in the words with its anchor and the day it gives."""
    version = wording.version
    text = version.deadline_words or version.text
    for relative in find_relative(text):
        anchor = version.anchor or _anchor_in(text, relative.end)
        day = relative.counted_from(anchor) if anchor else None
        if anchor and day:
            yield relative, anchor, day


def _anchor_in(words: str, start: int) -> date | None:
    """The first day that the words state behind a relative deadline."""
    return next((phrase.date for phrase in find_dates(words) if phrase.end > start and is_exact(phrase)), None)


def _message(wording: Wording, relative: RelativeDeadline, anchor: date, day: date) -> str:
    version = wording.version
    stated = f"ist due_on {version.due_on}" if version.due_on else "fehlt due_on"
    source = "anchor" if version.anchor else "im Wortlaut"
    proposal = f"due_on={day}" + ("" if version.anchor else f" anchor={anchor}")
    return (
        f"Die Frist muss zu ihrem Bezugstag passen: „{relative.words}“ ergibt mit {german(anchor)} ({source}) den "
        f"{german(day)}; im {wording.label} {stated}. Vorschlag: {proposal}."
    )
