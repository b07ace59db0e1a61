"""Attribute list → wording of a task. Everything an attribute may be is checked here, with its line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geltung.markdown.attributes import AttributeList
from geltung.model.dates import day_before, parse_iso
from geltung.model.records import Task, TaskVersion, Words
from geltung.parse.identifiers import slug, task_id
from geltung.parse.report import Report, one_of, proposal, quote
from geltung.parse.shapes import about_day, iso_proposal
from geltung.parse.wording import DUE, END, START, DatePhrase, find_dates

TASK_CLASS: Final = "task"
EARLIER_CLASS: Final = "earlier"
UNTIL: Final = "until"
ADDED_ON: Final = "added_on"
ADDRESSEE: Final = "addressee"
WORDING_ATTRIBUTES: Final = (
    ADDRESSEE,
    "starts_on",
    "due_on",
    "ends_on",
    "recurrence",
    "deadline_words",
    "start_words",
    "anchor",
    "other_dates",
    "uncertain",
)
"""What every wording of a task may state."""
TASK_ATTRIBUTES: Final = (*WORDING_ATTRIBUTES, ADDED_ON)
UNCERTAIN_NAMES: Final = ("addressees", "starts_on", "due_on", "ends_on", "recurrence", "text")

_ROLES: Final = (("starts_on", START, "start_words"), ("due_on", DUE, "deadline_words"), ("ends_on", END, ""))
_IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\Z")
_SEPARATORS = re.compile(r"[\s,;]+")

_NO_ADDRESSEE: Final = (
    "Ein Auftrag muss einen Adressaten haben; über ihm steht im selben Abschnitt keine Überschrift ohne "
    'Nummer, die ihn nennt. Vorschlag: addressee="AA" (Kennung oder Name der Einheit) ergänzen.'
)
_NO_EARLIER_ADDRESSEE: Final = (
    "Auch die frühere Fassung (.earlier) eines Auftrags muss einen Adressaten haben: Keine Überschrift nennt ihn, und "
    "das addressee der heutigen Fassung gilt nicht für sie; bis zu ihrem letzten Tag erreicht der Auftrag niemanden. "
    'Vorschlag: auch hier addressee="…" ergänzen, mit der Einheit, die damals gemeint war.'
)

Locate = Callable[[str], int | None]


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch of the file that words a task: its plain text, line, attributes, and the heading it stands under.

    ``near`` finds the line of words in this stretch, ``far`` anywhere in the file.
    """

    text: str
    line: int
    attributes: AttributeList
    heading: str | None
    near: Locate
    far: Locate


def read_task(current: Wording, earlier: tuple[Wording, ...], section: str, report: Report) -> Task:
    """The task with all its wordings. Without an id (that is reported) it bears its line: a directive must not seem to
    have no tasks, for then it would apply to everyone.
    """
    attributes = current.attributes
    version = read_version(current, report, TASK_ATTRIBUTES)
    identifier = attributes.identifier
    if not identifier:
        report.add(
            attributes.line,
            "T001",
            f"Ein Auftrag muss eine Kennung haben; der Attributliste von {quote(current.text)} fehlt sie. "
            f"Vorschlag: {{: #{task_id(current.text)} .task … }}.",
        )
        identifier = f"ohne-kennung-{current.line}"
    elif not _IDENTIFIER.match(identifier):
        report.add(
            attributes.line,
            "T003",
            "Eine Auftragskennung muss aus Kleinbuchstaben a bis z, Ziffern und Bindestrichen bestehen; da steht "
            f"{quote('#' + identifier)}.{proposal('#' + slug(identifier))}",
        )
    added_on = _day(attributes, ADDED_ON, report) if ADDED_ON in attributes.values else None
    versions = [*_earlier_versions(earlier, added_on, report), version]
    if added_on is not None:
        versions.insert(0, TaskVersion("", current.line, until=day_before(added_on), present=False))
    return Task(identifier, section, tuple(versions), current.line)


def _earlier_versions(earlier: tuple[Wording, ...], added_on: date | None, report: Report) -> list[TaskVersion]:
    """The earlier wordings, oldest first."""
    found: dict[date, TaskVersion] = {}
    for wording in earlier:
        version = read_version(wording, report, (*WORDING_ATTRIBUTES, UNTIL))
        until = read_until(wording.attributes, report)
        line = wording.attributes.line
        if until is None:
            continue
        if until in found:
            text = f"Zwei frühere Fassungen dürfen nicht am selben Tag enden; da steht zweimal until={until}."
            report.add(line, "T006", text)
        elif added_on is not None and until < added_on:
            text = f"Eine frühere Fassung darf nicht vor dem Tag enden, an dem der Auftrag eingefügt wurde ({added_on})"
            report.add(line, "T006", f"{text}; da steht until={until}.")
        else:
            found[until] = replace(version, until=until)
    return [found[until] for until in sorted(found)]


def read_until(attributes: AttributeList, report: Report) -> date | None:
    """The last day of an earlier wording; that it is missing or malformed is reported."""
    if UNTIL not in attributes.values:
        report.add(
            attributes.line,
            "T006",
            "Eine frühere Fassung muss ihren letzten Tag nennen; until fehlt. "
            "Vorschlag: {: .earlier until=JJJJ-MM-TT … }.",
        )
        return None
    return _day(attributes, UNTIL, report)


def read_version(wording: Wording, report: Report, allowed: tuple[str, ...]) -> TaskVersion:
    """One wording of a task."""
    attributes = wording.attributes
    values = attributes.values
    report_list(attributes, report, allowed)
    days = {name: _day(attributes, name, report) for name, _, _ in _ROLES if name in values}
    return TaskVersion(
        wording.text,
        wording.line,
        _addressed(wording, report),
        days.get("starts_on"),
        days.get("due_on"),
        days.get("ends_on"),
        _text(values, "recurrence"),
        _text(values, "deadline_words"),
        _day(attributes, "anchor", report) if "anchor" in values else None,
        _other_dates(attributes, report),
        _uncertain(attributes, report),
        _words(wording, days, report),
    )


def report_list(attributes: AttributeList, report: Report, allowed: tuple[str, ...]) -> None:
    """Report what cannot be read in an attribute list, and attributes that have no meaning there."""
    for problem in attributes.problems:
        report.add(attributes.line, "T006", f"{problem}.")
    for name in attributes.values:
        if name not in allowed:
            hint = report.nearest(name, allowed)
            known = "" if hint else f" Erlaubt sind {', '.join(allowed)}."
            text = f"Das Attribut {quote(name)} ist hier nicht vorgesehen und bleibt ohne Wirkung."
            report.add(attributes.line, "T005", text + known + proposal(hint and f"{hint}={attributes.values[name]}"))


def _addressed(wording: Wording, report: Report) -> tuple[str, ...]:
    stated = wording.attributes.values.get(ADDRESSEE)
    if stated is None:
        if wording.heading is not None:
            return (wording.heading,)
        earlier = EARLIER_CLASS in wording.attributes.classes
        report.add(wording.attributes.line, "T004", _NO_EARLIER_ADDRESSEE if earlier else _NO_ADDRESSEE)
        return ()
    parts = tuple(part for piece in stated.split(";") if (part := " ".join(piece.split())))
    if not parts:
        text = 'addressee muss eine Einheit nennen; da steht „“. Vorschlag: addressee="AA".'
        report.add(wording.attributes.line, "T006", text)
    return parts


def _day(attributes: AttributeList, name: str, report: Report) -> date | None:
    written = attributes.values[name]
    day = parse_iso(written)
    if day is None:
        _report_day(attributes.line, name, written, report)
    return day


def _report_day(line: int, name: str, written: str, report: Report) -> None:
    must, stands = about_day(written)
    hint = iso_proposal(written)
    report.add(line, "T006", f"{name} muss {must} sein; {stands}.{proposal(hint and f'{name}={hint}')}")


def _other_dates(attributes: AttributeList, report: Report) -> tuple[date, ...]:
    found: list[date] = []
    for written in filter(None, _SEPARATORS.split(attributes.values.get("other_dates", ""))):
        day = parse_iso(written)
        if day is None:
            _report_day(attributes.line, "Jeder Tag in other_dates", written, report)
        else:
            found.append(day)
    return tuple(found)


def _uncertain(attributes: AttributeList, report: Report) -> tuple[str, ...]:
    found: list[str] = []
    for name in filter(None, _SEPARATORS.split(attributes.values.get("uncertain", ""))):
        if name in UNCERTAIN_NAMES:
            found.append(name)
        else:
            hint = report.nearest(name, UNCERTAIN_NAMES)
            text = f"uncertain muss aus {one_of(UNCERTAIN_NAMES)} bestehen; da steht {quote(name)}."
            report.add(attributes.line, "T006", text + proposal(hint))
    return tuple(dict.fromkeys(found))


def _text(values: dict[str, str], name: str) -> str | None:
    return " ".join(values[name].split()) or None if name in values else None


def _words(wording: Wording, days: dict[str, date | None], report: Report) -> tuple[tuple[str, Words], ...]:
    """The words from which each date attribute was read: those the attribute names, else those of the text."""
    values = wording.attributes.values
    phrases: tuple[DatePhrase, ...] | None = None
    found: list[tuple[str, Words]] = []
    for name, role, words_name in _ROLES:
        stated = _text(values, words_name)
        day = days.get(name)
        if stated is not None:
            line = wording.near(stated) or wording.far(stated)
            if line is None:
                _report_words(wording, words_name, stated, report)
            elif day is not None:
                found.append((name, Words(stated, line)))
        elif day is not None:
            phrases = find_dates(wording.text) if phrases is None else phrases
            phrase = _phrase(phrases, day, role)
            if phrase is not None:
                line = wording.near(phrase.words) or wording.near(phrase.written) or wording.line
                found.append((name, Words(phrase.words, line)))
    return tuple(found)


def _phrase(phrases: tuple[DatePhrase, ...], day: date, role: str) -> DatePhrase | None:
    stating = [phrase for phrase in phrases if phrase.states(day)]
    return next((phrase for phrase in stating if phrase.role == role), stating[0] if stating else None)


def _report_words(wording: Wording, name: str, words: str, report: Report) -> None:
    report.add(
        wording.attributes.line,
        "S005",
        f"{name} muss wörtlich im Text stehen; {quote(words)} steht dort nicht. "
        "Vorschlag: die Worte genau wie im Text schreiben.",
    )
