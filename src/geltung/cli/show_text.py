"""A directive or task as people read it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geltung.cli.paper import Paper
from geltung.corpus.corpus import covers, effective_day
from geltung.model.dates import day_after, german, german_iso
from geltung.model.records import Change, Directive, ReferenceRecord, Task, TaskVersion
from geltung.model.terms import AREAS, AUTHORITATIVE, EXTENSION, GERMAN
from geltung.questions.show import Shown

_UNCERTAIN: Final = {
    "addressees": "Adressat",
    "starts_on": "Beginn",
    "due_on": "Frist",
    "ends_on": "Ende",
    "recurrence": "Wiederholung",
    "text": "Wortlaut",
}


def lines(shown: Shown, paper: Paper, prefix: str) -> Iterator[str]:
    """The whole record; ``prefix`` stands before file names."""
    record = shown.record
    name = record.id if record.id.startswith(record.kind) else f"{record.kind} {record.id}"
    yield from paper.wrap(f"{name}{_issued(record.issued)} – {record.title}", "", "  ")
    if isinstance(record, ReferenceRecord):
        yield "Nur durch Zitat bekannt: Text und Geltung liegen nicht vor, nicht bewertet."
    else:
        if record.draft:
            yield paper.style("Entwurf: zählt in keiner Antwort.", "yellow")
        yield from _header(record, shown, paper)
    yield from _links("Zitiert in", shown.cited_by, paper)
    for author, change, day in shown.changes:
        yield from paper.wrap(f"{_change(change, day)}, durch {author}", "Geändert: ")
    if isinstance(record, Directive):
        yield from _body(record, shown, paper, prefix)
    yield f"Quelle: {prefix}{record.file}"
    yield from _origin(record, prefix)


def task_lines(shown: Shown, task: Task, paper: Paper, prefix: str) -> Iterator[str]:
    """One task with its wordings; ``prefix`` stands before file names."""
    yield paper.style(f"{shown.record.id}#{task.id}", "bold")
    yield from _task(task, shown, paper, prefix)
    for version in reversed(task.versions[:-1]):
        until = f"bis {german(version.until)}" if version.until else "früher"
        if version.present:
            yield from paper.wrap(f"Frühere Fassung ({until}): {version.text}", "    ")
        else:
            yield f"    Eingefügt: {until} gab es diesen Auftrag nicht."
    for version, before in zip(later := shown.later(task), (task.current, *later), strict=False):
        since = f" (ab {german(day_after(before.until))})" if before.until else ""
        yield from paper.wrap(f"Andere Fassung der Datei, sie gilt noch nicht{since}: {version.text}", "    ")
    yield paper.style(AUTHORITATIVE, "dim")


def _issued(day: date | None) -> str:
    return f" vom {german(day)}" if day else ""


def _header(directive: Directive, shown: Shown, paper: Paper) -> Iterator[str]:
    header = directive.header
    if directive.file_references:
        yield f"Geschäftszeichen: {directive.file_references}"
    yield f"Gültig ab: {german(header.valid_from) if header.valid_from else 'nicht angegeben'}"
    until = german(header.valid_until) if header.valid_until else directive.valid_until_words
    yield f"Gültig bis: {until or 'nicht angegeben'}"
    for first, last, ended_by in shown.intervals:
        end = f"bis {german_iso(last)}" if last else "ohne Ende"
        by = f", aufgehoben durch {ended_by}" if ended_by else ""
        yield f"In Kraft: {german_iso(first)} {end}{by}"
    if not shown.intervals:
        yield "In Kraft: nie" if not directive.draft else "In Kraft: nein, das ist ein Entwurf"
    for area, value in zip(AREAS, header.scope, strict=True):
        yield f"{area}: {value or 'nicht angegeben'}"
    for reference in directive.references:
        issued, title = shown.titles.get(reference.id, (None, None))
        dated = f" vom {german(date.fromisoformat(issued))}" if issued else ""
        yield from paper.wrap(f"{reference.id}{dated} – {title or 'nicht in der Sammlung'}", "Bezug: ")
    for change in directive.changes:
        day = effective_day(directive, change)
        yield from paper.wrap(_change(change, day, f" von {change.target}"), "Änderung: ")


def _change(change: Change, day: date | None, target: str = "") -> str:
    parts = f" (Teile: {', '.join(change.parts)})" if change.parts else ""
    text = f"{GERMAN[change.kind]}{target}{parts}, ab {german(day) if day else 'unbekanntem Tag'}"
    if change.kind != EXTENSION:
        return text
    return f"{text}, neues Gültig bis: {german(change.valid_until) if change.valid_until else 'unbegrenzt'}"


def _links(label: str, ids: tuple[str, ...], paper: Paper) -> Iterator[str]:
    if ids:
        yield from paper.wrap(f"{label}: {', '.join(ids)}", "", "  ")


def _body(directive: Directive, shown: Shown, paper: Paper, prefix: str) -> Iterator[str]:
    if directive.abstract:
        yield ""
        for paragraph in directive.abstract.split("\n\n"):
            yield from paper.wrap(paragraph)
    if directive.sections:
        yield ""
        for section in directive.sections:
            yield f"{section.number}  {section.title}"
    yield ""
    yield paper.style(f"Einzelaufträge ({len(directive.tasks)})", "bold")
    for task in directive.tasks:
        yield from _task(task, shown, paper, prefix)
    yield ""


def _task(task: Task, shown: Shown, paper: Paper, prefix: str) -> Iterator[str]:
    version = task.current
    yield from paper.wrap(version.text, "  • ")
    yield from paper.wrap(" · ".join([f"#{task.id}", f"Ziffer {task.section}", *_facts(version)]), "    ")
    for part, day, author in shown.repealed_parts:
        if covers(part, task):
            yield f"    aufgehoben ab {german_iso(day)} durch {author}"
    whom = ", ".join(_unit_names(version, shown))
    words = ", ".join(f"„{text}“" for text in version.addressed)
    place = f"({prefix}{shown.record.file}:{version.line})"
    yield from paper.wrap(f"Adressat: {words}, das ist {whom} {place}", "    ")


def _unit_names(version: TaskVersion, shown: Shown) -> Iterator[str]:
    for text in version.addressed:
        for item in shown.registry.addressees(text):
            yield f"{shown.registry.units[item.unit].name} ({item.unit})" if item.unit else f"„{item.text}“ (unbekannt)"


def _facts(version: TaskVersion) -> Iterator[str]:
    for label, day in (("ab", version.starts_on), ("Frist", version.due_on), ("endet", version.ends_on)):
        if day:
            yield f"{label} {german(day)}"
    if version.recurrence:
        yield f"wiederkehrend ({version.recurrence})"
    if version.deadline_words:
        yield f"„{version.deadline_words}“"
    if version.uncertain:
        yield f"unsicher: {', '.join(_UNCERTAIN.get(name, name) for name in version.uncertain)}"


def _origin(record: Directive | ReferenceRecord, prefix: str) -> Iterator[str]:
    if isinstance(record, Directive):
        if record.origin:
            yield f"Original: {prefix}{record.origin.file} (SHA-256 {record.origin.sha256})"
        yield AUTHORITATIVE
