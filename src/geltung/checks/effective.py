"""Checks of the words of a change against its days: "mit Ablauf des 31.08.2025" is effective on 01.09. (rule 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from geltung.checks.change_words import is_day_of_change, is_report, names_no_day, unquoted
from geltung.checks.changes import changes
from geltung.checks.days import impossible_days, is_exact, is_slip, nearest_day
from geltung.checks.phrases import enumerated, quote
from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.dates import day_after, german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Change, Directive
from geltung.model.terms import EXTENSION, GERMAN, OPEN_ENDED, PARTIAL_REPEAL, REPEAL
from geltung.parse.wording import START, DatePhrase, find_dates

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
    words = unquoted(change.words)
    found = [
        reading
        for phrase in find_dates(words)
        if is_exact(phrase) and (day := _resolve(phrase, directive, change))
        if (reading := _read(words, phrase, day, change))
    ]
    return tuple(reading for reading in found if reading.strong) or tuple(found)


def _read(words: str, phrase: DatePhrase, day: date, change: Change) -> Reading | None:
    lead = set(phrase.lead.split())
    last_day = bool(lead & {"bis", "spätestens"})
    if last_day and change.kind not in _REPEALS:
        return None
    if "ablauf" in lead:
        return Reading(phrase.words, day_after(day))
    if "zum" in lead and not last_day:
        return _within_month(phrase, day, strong="wirkung" in lead)
    if "wirkung" in lead:
        return Reading(phrase.words, day)
    if is_day_of_change(words, phrase):
        return _within_month(phrase, day, strong=True) if change.kind in _REPEALS else Reading(phrase.words, day)
    if last_day:
        return Reading(phrase.words, day_after(day), strong=False)
    return Reading(phrase.words, day, strong=False) if phrase.role == START else None


def _within_month(phrase: DatePhrase, day: date, *, strong: bool) -> Reading:
    """ "Zum D", "am D": clear on the first of a month; else both readings occur, at its end mostly the day after."""
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
    """C013: the words of a change give the day that effective states; without a day they mean valid_from."""
    for directive, change in _making(corpus):
        found = readings(directive, change)
        if not found:
            yield from _no_day(directive, change)
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


def _no_day(directive: Directive, change: Change) -> Iterator[Diagnostic]:
    first = directive.header.valid_from
    if first and change.effective not in (None, first) and names_no_day(change):
        yield _found(
            directive,
            change,
            "C013",
            f"effective muss der Tag des Wortlauts sein: {quote(change.words or '')} nennt keinen, dann zählt "
            f"valid_from der Weisung, {german(first)}; effective ist {change.effective}. Vorschlag: effective "
            "weglassen oder, wenn das Original den Tag an anderer Stelle nennt, auch diese Stelle unter words "
            "abschreiben.",
        )


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


def reported(corpus: Corpus) -> Iterator[Diagnostic]:
    """C021: the report of an earlier repeal repeals nothing (rule 4)."""
    for directive, change in changes(corpus):
        if _is_report(directive, change):
            yield _found(
                directive,
                change,
                "C021",
                f"Unter changes darf nur stehen, was diese Weisung selbst tut: {quote(change.words or '')} berichtet "
                f"von einer früheren Aufhebung und hebt {change.target} nicht auf. Vorschlag: diesen Eintrag (ab "
                f"„- kind: {change.kind}“) streichen; „references“ darf {change.target} nennen.",
            )


def possible_day(corpus: Corpus) -> Iterator[Diagnostic]:
    """C022: the days in the words of a change exist, or are kept as slips of the original."""
    for directive, change in _making(corpus):
        for written in impossible_days(unquoted(change.words or "")):
            if not is_slip(directive, written):
                yield _found(
                    directive,
                    change,
                    "C022",
                    f"Ein Tag im Wortlaut muss im Kalender stehen; „{written}“ in der {GERMAN[change.kind]} von "
                    f"{change.target} gibt es nicht. Vorschlag: mit dem Original vergleichen; steht er so dort, im "
                    "Kopf unter source als Versehen (slips) aufführen.",
                )


def _is_report(directive: Directive, change: Change) -> bool:
    found = readings(directive, change)
    return is_report(directive, change, found[0].day if found else None)


def _making(corpus: Corpus) -> Iterator[tuple[Directive, Change]]:
    """The changes, without reports of what others did: their days need not fit."""
    return ((directive, change) for directive, change in changes(corpus) if not _is_report(directive, change))


def confirmed_zum(corpus: Corpus) -> Iterator[Diagnostic]:
    """C014: "zum D" (and "am D") at the end or within a month can mean D or the day after; an editor confirms it."""
    for directive, change in _making(corpus):
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
    for directive, change in _making(corpus):
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
