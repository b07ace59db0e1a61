"""Checks of the words of a change against its days: "mit Ablauf des 31.08.2025" is effective on 01.09. (rule 3)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from geltung.checks.changes import changes
from geltung.checks.days import is_exact, nearest_day
from geltung.checks.phrases import enumerated
from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.dates import day_after, german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Change, Directive
from geltung.model.terms import EXTENSION, OPEN_ENDED, PARTIAL_REPEAL, REPEAL
from geltung.parse.wording import START, DatePhrase, find_dates

_QUOTED: Final = re.compile('[„»][^“”«]*[“”«]|"[^"]*"')
_REPEALS: Final = (REPEAL, PARTIAL_REPEAL)


@dataclass(frozen=True, slots=True)
class Reading:
    """A first day of the new state as words give it. ``other`` is the second possible reading of "zum D"."""

    words: str
    day: date
    other: date | None = None
    strong: bool = True

    def fits(self, change: Change) -> bool:
        """Whether the change states this day; a confirmed "zum D" may be read either way."""
        return change.effective == self.day or (change.confirmed and change.effective == self.other is not None)


def readings(directive: Directive, change: Change) -> tuple[Reading, ...]:
    """What the words of a change say about its effective day; plain phrases count only if no explicit one is there."""
    if not change.words:
        return ()
    unquoted = _QUOTED.sub(lambda match: " " * len(match.group()), change.words)
    found = [
        reading
        for phrase in find_dates(unquoted)
        if is_exact(phrase) and (day := _resolve(phrase, directive, change))
        if (reading := _read(phrase, day, change))
    ]
    return tuple(reading for reading in found if reading.strong) or tuple(found)


def _read(phrase: DatePhrase, day: date, change: Change) -> Reading | None:
    lead = set(phrase.lead.split())
    last_day = bool(lead & {"bis", "spätestens"})
    if last_day and change.kind not in _REPEALS:
        return None
    if "ablauf" in lead:
        return Reading(phrase.words, day_after(day))
    if "zum" in lead and not last_day:
        return _zum(phrase, day)
    if "wirkung" in lead:
        return Reading(phrase.words, day)
    if last_day:
        return Reading(phrase.words, day_after(day), strong=False)
    return Reading(phrase.words, day, strong=False) if phrase.role == START else None


def _zum(phrase: DatePhrase, day: date) -> Reading:
    """On the first of a month the words are clear; else both readings occur, at a month's end mostly the day after."""
    strong = "wirkung" in phrase.lead
    if day.day == 1:
        return Reading(phrase.words, day, strong=strong)
    following = day_after(day)
    first, second = (following, day) if following.day == 1 else (day, following)
    return Reading(phrase.words, first, second, strong)


def _resolve(phrase: DatePhrase, directive: Directive, change: Change) -> date | None:
    """The day of a phrase; where the year is missing, that of the effective day or of the act's first day."""
    if phrase.date is not None:
        return phrase.date
    near = change.effective or directive.header.valid_from or directive.issued
    return nearest_day(phrase, near) if near else None


def words_and_day(corpus: Corpus) -> Iterator[Diagnostic]:
    """C013: the words of a change give the day that effective states."""
    for directive, change in changes(corpus):
        found = readings(directive, change)
        if change.effective and found and not any(reading.fits(change) for reading in found):
            said = enumerated([f"„{reading.words}“ ({german(reading.day)})" for reading in found])
            yield _found(
                directive,
                change,
                "C013",
                f"effective muss der erste Tag des neuen Zustands sein: Der Wortlaut sagt {said}, effective ist "
                f"{change.effective} ({german(change.effective)}). Vorschlag: effective: {found[0].day}.",
            )
        yield from _extended_until(directive, change)


def _extended_until(directive: Directive, change: Change) -> Iterator[Diagnostic]:
    stated = OPEN_ENDED[0] if change.open_ended else change.valid_until
    if change.kind != EXTENSION or stated is None or not change.words:
        return
    until = [phrase for phrase in find_dates(change.words) if "bis" in phrase.lead.split() and phrase.date]
    if until and all(phrase.date != stated for phrase in until):
        yield _found(
            directive,
            change,
            "C013",
            f"valid_until der Verlängerung muss der Tag des Wortlauts sein: Der Wortlaut sagt „{until[0].words}“, "
            f"valid_until ist {stated}. Vorschlag: valid_until: {until[0].date}.",
        )


def confirmed_zum(corpus: Corpus) -> Iterator[Diagnostic]:
    """C014: "zum D" at the end or in the middle of a month can mean D or the day after; an editor confirms it."""
    for directive, change in changes(corpus):
        if change.confirmed:
            continue
        for reading in readings(directive, change):
            if reading.other is not None:
                yield _found(
                    directive,
                    change,
                    "C014",
                    f"„{reading.words}“ kann {german(reading.day)} oder {german(reading.other)} als ersten Tag des "
                    f"neuen Zustands meinen; gelesen wird {german(reading.day)}. Vorschlag: „effective: {reading.day}“ "
                    f"(oder {reading.other}) und „confirmed: true“ schreiben.",
                )


def stated_day(corpus: Corpus) -> Iterator[Diagnostic]:
    """C018: a day in the words of a change stands under effective too; without it valid_from would decide."""
    for directive, change in changes(corpus):
        found = readings(directive, change)
        if change.effective is None and found:
            default = directive.header.valid_from
            instead = f" Ohne effective gilt valid_from der Weisung, {german(default)}." if default else ""
            yield _found(
                directive,
                change,
                "C018",
                f"Ein Tag im Wortlaut muss auch unter effective stehen: Der Wortlaut sagt „{found[0].words}“, "
                f"effective fehlt.{instead} Vorschlag: effective: {found[0].day}.",
            )


def _found(directive: Directive, change: Change, code: str, message: str) -> Diagnostic:
    return finding(directive.file, change.line, code, message, (directive.id, change.target))
