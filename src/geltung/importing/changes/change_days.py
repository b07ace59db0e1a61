"""What a change is as it is found, and its days: the first day of the new state, the new end of an extension."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from geltung.checks.change_words import BY_THIS
from geltung.checks.effective import readings
from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_words import (
    OPEN_END,
    UNLIMITED,
)
from geltung.importing.found import Value
from geltung.importing.review_file import LIKELY, OPEN
from geltung.importing.text import Line, seen_days
from geltung.model.dates import day_after, german
from geltung.model.records import Change, Directive, HeaderVersion
from geltung.model.terms import OPEN_ENDED, PARTIAL_REPEAL, REPEAL
from geltung.parse.wording import MONTHS, DatePhrase, find_dates


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its lines. ``listed``: an entry of Aufhebung that may be a bare name.

    ``clause``: it goes on behind a semicolon. ``background``: it stands in the chapter that describes the situation.
    ``announced``: it stands where the directive says that it repeals ("Aufhebung: siehe Ziffer 2.3").
    ``shared``: the words of a day that stands once behind several entries. ``task``: it orders something.
    """

    text: str
    lines: tuple[Line, ...]
    listed: bool = False
    clause: bool = False
    background: bool = False
    announced: bool = False
    shared: str = ""
    task: bool = False


@dataclass(frozen=True, slots=True)
class Situation:
    """What reading depends on: the directive's own id, days, its Bezug, and the ids (and parts) of the collection."""

    own: str | None
    issued: date | None
    valid_from: date | None
    references: tuple[str, ...]
    known: Collection[str]
    damaged: bool
    task_ids: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class ChangeFound:
    """A change as the draft states it, and the value for the review list.

    ``reported``: the sentence may only tell what happens without this directive.
    """

    kind: str
    target: str
    parts: tuple[str, ...]
    effective: date | None
    valid_until: str | None
    words: str | None
    value: Value
    act: Act | None = None
    reported: bool = False


def effective_day(
    kind: str, target: str, words: str | None, value: Value, situation: Situation
) -> tuple[date | None, Value]:
    """The first day of the new state as the words give it (rule 3); two readings are a question."""
    if not words:
        return None, value
    header = HeaderVersion("", situation.valid_from, None, (None, None, None))
    directive = Directive("", "", situation.issued, (header,), "")
    found = readings(directive, Change(kind, target, 1, words=words))
    damaged = [seen for seen in seen_days(words) if not seen.clean]
    if damaged:
        value = value.doubted(f"Der Tag „{damaged[0].written}“ ist beschädigt gelesen.", OPEN, (damaged[0].value,))
    if not found:
        own = _without_acts(words)
        if kind in (REPEAL, PARTIAL_REPEAL) and (period := _PERIOD_END.search(own)):
            return _after_period(period, value)
        if re.search(r"\d\s?[.,]\s?\d{1,2}[.,]|\d{4}", own) and not find_dates(own) and not damaged:
            return None, value.doubted("Den Tag der Änderung gibt es nicht; bitte mit dem Original vergleichen.", OPEN)
        if kind in (REPEAL, PARTIAL_REPEAL) and (named := [item for item in find_dates(own) if item.date]):
            return _on_a_day(named[0], value)
        if (
            re.search(r"\bmit\s+(?:Ablauf|Wirkung)\b|\bInkrafttreten\b|\bEnde\b|(?:jahres|monats|quartals)ende", own)
            and not BY_THIS.search(words)
            and not damaged
        ):
            value = value.doubted("Der Tag der Änderung ist nicht sicher gelesen.", LIKELY)
        return None, value
    if unsure := re.search(r"\b(?:spätestens|frühestens|voraussichtlich|vorbehaltlich)\b", words):
        value = value.doubted(f"„{unsure[0]}“ lässt den Tag der Änderung offen: Ist es dieser?", OPEN)
    days = list(dict.fromkeys(reading.day for reading in found))
    first = found[0]
    if first.other is not None:
        question = (
            f"„{first.words}“ kann {german(first.day)} oder {german(first.other)} als ersten Tag des "
            f"neuen Zustands meinen; "
            f"eingetragen ist der {german(first.day)}."
        )
        value = value.doubted(question, OPEN, (first.other.isoformat(),))
    if len(days) > 1:
        others = tuple(day.isoformat() for day in days[1:])
        value = value.doubted("Der Satz nennt mehrere Tage.", OPEN, others)
    if situation.damaged and not first.other:
        value = value.doubted(f"Ist der Tag „{first.words}“ richtig aus der Texterkennung gelesen?", LIKELY)
    return first.day, value


_PERIOD_END = re.compile(
    rf"(?:(?:Ablauf|Ende)\s+(?:des\s+)?(?:Kalender)?Jahres\s+|Jahresende\s+|\bEnde\s+)(?P<year>20\d\d)|"
    rf"(?:Ablauf|Ende)\s+(?:des\s+)?Monats\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<of>20\d\d)",
    re.IGNORECASE,
)


def _after_period(match: re.Match[str], value: Value) -> tuple[date, Value]:
    """ "mit Ablauf des Jahres 2026", "zum Jahresende 2026": the day after the period is the first of the new state."""
    if match["year"]:
        day = date(int(match["year"]) + 1, 1, 1)
    else:
        month, year = MONTHS[match["month"].lower()], int(match["of"])
        day = date(year + month // 12, month % 12 + 1, 1)
    return day, value.doubted(f"Ist der {german(day)} der erste Tag des neuen Zustands („{match[0]}“)?")


def _without_acts(words: str) -> str:
    """The words without the names of acts: the day in "Weisung … vom 03.04.2024" is part of a name."""
    for act in find_acts(words):
        words = words[: act.start] + " " * (act.end - act.start) + words[act.end :]
    return words


def _on_a_day(phrase: DatePhrase, value: Value) -> tuple[date | None, Value]:
    """ "tritt am 31.12.2025 außer Kraft": the day itself or the day after is the first of the new state; a question."""
    if phrase.date is None:
        return None, value
    day, following = phrase.date, day_after(phrase.date)
    first, second = (following, day) if following.day == 1 else (day, following)
    question = (
        f"Ist der {german(first)} oder der {german(second)} der erste Tag des neuen Zustands („{phrase.words}“)? "
        f"Eingetragen ist der {german(first)}."
    )
    return first, value.doubted(question, OPEN, (second.isoformat(),))


def extended_until(text: str, words: str | None, value: Value) -> tuple[str | None, Value]:
    """The new Gültig bis that the words of an extension state, and the value with what is doubtful about it."""
    said = words or text
    until = [phrase for phrase in find_dates(said) if "bis" in phrase.lead.split() and phrase.date]
    if until and until[-1].date:
        if len({phrase.date for phrase in until}) > 1:
            value = value.doubted("Der Satz nennt mehrere Tage; gilt der letzte?", OPEN)
        return until[-1].date.isoformat(), value
    for key, ending in OPEN_END:
        if key in said.lower():
            return ending, value
    if UNLIMITED.search(text):
        return OPEN_ENDED[0], value
    named = [phrase for phrase in find_dates(said) if phrase.date]
    if named and named[-1].date:
        return named[-1].date.isoformat(), value.doubted(f"Ist „{named[-1].words}“ das neue Gültig bis?", OPEN)
    return None, value.doubted("Das neue Gültig bis der Verlängerung ist nicht gefunden.", OPEN)
