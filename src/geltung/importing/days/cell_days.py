"""The days of a row: what stands in its columns for beginning, deadline and end, and what its words state beside."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from geltung.importing.days.deadlines import read_days
from geltung.importing.days.task_days import Context, Days
from geltung.importing.found import least_sure
from geltung.importing.review_file import LIKELY
from geltung.importing.tasks.task_state import in_order
from geltung.parse.columns import purpose
from geltung.parse.wording import find_dates

_NOTHING: Final = re.compile(r"[-–—./\s]*|entfällt|keine?|k\.\s?A\.|n\.\s?v\.", re.IGNORECASE)
_WITHOUT_DAY: Final = re.compile(
    r"(?:ab\s+)?(?:sofort|unverzüglich|umgehend|alsbald|schnellstmöglich|laufend|fortlaufend|ständig|dauerhaft|dauernd|"
    r"regelmäßig|anlassbezogen|bei\s+bedarf|im\s+bedarfsfall|täglich|wöchentlich|monatlich|vierteljährlich|"
    r"halbjährlich|jährlich)[.!]?",
    re.IGNORECASE,
)
"""Words of a deadline without a day that say all there is to say."""
_BETWEEN: Final = re.compile(r"\s*(?:bis(?:\s+zum)?|[-–—])\s*", re.IGNORECASE)
_LEAD: Final = {"due": "bis zum ", "start": "ab dem ", "end": "endet am "}
_ONLY_WORDS: Final = (
    "In der Spalte für die Frist steht „{words}“, und das nennt keinen Tag; nur der Wortlaut ist übernommen."
)
_AND_THEN: Final = re.compile(r"\b(?:danach|anschließend|sodann|dann|im Anschluss|ansonsten)\b", re.IGNORECASE)
_MORE: Final = "In der Zelle steht mehr als ein Tag („{words}“): Ist sie richtig gelesen?"
_TWO_DEADLINES: Final = (
    "Frist steht in der Spalte und im Text der Zeile, mit verschiedenen Tagen: Welcher ist die Frist?"
)
_MOST_WORDS: Final = 160


def is_whole(cell: str) -> bool:
    """Whether a cell of a column for days says when by itself, so that it is no rest of the cell above."""
    return bool(find_dates(cell) or _WITHOUT_DAY.fullmatch(cell))


def days_of_row(head: tuple[str, ...], cells: tuple[str, ...], stated: Days, context: Context) -> Days:
    """The days of a row; ``stated`` are those of its duty. The columns go before the words, and no day gets lost."""
    days = stated
    asked = stated.doubts
    for name, cell in _cells(head, cells):
        if name in _LEAD:
            days = _with_column(days, _of_cell(name, cell, context))
        elif name == "other":
            for phrase in find_dates(cell):
                days = days.also(phrase.date) if phrase.date else days
    if days.due_on and stated.doubts and not stated.stated:
        asked = tuple(doubt for doubt in days.doubts if doubt not in stated.doubts)  # the column has what was missed
        days = replace(days, doubts=asked)
    return in_order(replace(days, doubts=tuple(dict.fromkeys(days.doubts))))


def _cells(head: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for words, cell in zip(head, cells, strict=False):
        if cell and not _NOTHING.fullmatch(cell):
            yield purpose(words), cell


def _of_cell(name: str, cell: str, context: Context) -> Days:
    """The days of a cell in a column for days."""
    if _WITHOUT_DAY.fullmatch(cell):
        words = cell.rstrip(".!")
        return Days(deadline_words=words)
    days = _as_printed(_read(name, cell, context), cell, _LEAD[name])
    if days.stated and _AND_THEN.search(cell):
        days = days.doubted(_MORE.format(words=cell[:_MOST_WORDS]))
    if name != "due" or days.stated or days.deadline_words:
        return days
    words = cell[:_MOST_WORDS]
    return replace(days, deadline_words=words).doubted(_ONLY_WORDS.format(words=words))


def _as_printed(days: Days, cell: str, lead: str) -> Days:
    """The days without the words that were put before the cell to read it."""
    words, start = (text and text.removeprefix(lead) for text in (days.deadline_words, days.start_words))
    return replace(
        days,
        deadline_words=words if words and words in cell else None,
        start_words=start if start and start in cell else None,
        doubts=tuple(doubt.replace(f"„{lead}", "„") for doubt in days.doubts),
    )


def _read(name: str, cell: str, context: Context) -> Days:
    """What a cell states. A bare day gets the words that its column's head stands for."""
    phrases = find_dates(cell)
    if (
        len(phrases) == 2
        and not phrases[0].offset
        and _BETWEEN.fullmatch(cell[phrases[0].end : phrases[1].end - len(phrases[1].written)])
    ):
        first, last = phrases[0].written, phrases[1].written
        return read_days(f"vom {first} bis zum {last}{cell[phrases[1].end :]}", context)
    if phrases and not phrases[0].offset and not phrases[0].lead:
        if name == "end" and len(phrases) == 1 and phrases[0].date:
            return replace(read_days(f"bis zum {cell}", context), due_on=None, ends_on=phrases[0].date)
        return read_days(_LEAD[name] + cell, context)
    days = read_days(cell, context)
    if days.stated or days.deadline_words:
        return days
    with_lead = read_days(_LEAD[name] + cell, context)
    return with_lead if with_lead.stated else days


def _with_column(days: Days, read: Days) -> Days:
    """Days with those of a column, which go before those of the words; a day that loses its place stays beside."""
    lost: list[date] = []
    if read.due_on and days.due_on and read.due_on != days.due_on:
        lost.append(days.due_on)
    if read.starts_on and days.starts_on and read.starts_on != days.starts_on:
        lost.append(days.starts_on)
    kept = replace(
        days,
        starts_on=read.starts_on or days.starts_on,
        due_on=read.due_on or days.due_on,
        ends_on=read.ends_on or days.ends_on,
        recurrence=read.recurrence or days.recurrence,
        deadline_words=read.deadline_words or days.deadline_words,
        start_words=read.start_words or days.start_words,
        anchor=read.anchor or (None if read.due_on else days.anchor),
        uncertain=tuple(dict.fromkeys((*days.uncertain, *read.uncertain))),
        doubts=(*days.doubts, *read.doubts),
        confidence=least_sure(days.confidence, read.confidence),
    )
    for day in (*read.other_dates, *lost):
        kept = kept.also(day)
    return kept.doubted(_TWO_DEADLINES, LIKELY) if lost else kept
