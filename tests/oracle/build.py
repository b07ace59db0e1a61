"""Short ways to write records by hand; days are written as in the table of worked cases, the year is 2026."""

from datetime import date

from geltung.model.records import (
    Change,
    Directive,
    HeaderVersion,
    Reference,
    Section,
    Task,
    TaskVersion,
)
from geltung.model.units import Relation, Unit

A, B, C, R = "202602001", "202606001", "202607001", "202501001"
SGB3 = ("nicht betroffen", "Weisung", "nicht betroffen")

UNITS = (
    Unit("ALL", "Alle Dienststellen", areas=("SGB II", "SGB III", "Familienkasse")),
    Unit("RD", "Regionaldirektion", areas=("SGB II", "SGB III")),
    Unit("RD-BY", "Regionaldirektion Bayern", instance_of=(Relation("RD"),)),
    Unit("RD-SAT", "Regionaldirektion Sachsen-Anhalt-Thüringen", instance_of=(Relation("RD"),)),
    Unit("AA", "Agentur für Arbeit", reports_to=(Relation("RD"),), areas=("SGB III",)),
    Unit("AA-Halle", "Agentur Halle", instance_of=(Relation("AA"),), reports_to=(Relation("RD-SAT"),)),
    Unit("AA-Nuernberg", "Agentur Nürnberg", instance_of=(Relation("AA"),), reports_to=(Relation("RD-BY"),)),
    Unit("EZ", "Eingangszone", part_of=(Relation("AA"),)),
    Unit("EZ-AA-Nuernberg", "EZ Nürnberg", instance_of=(Relation("EZ"),), part_of=(Relation("AA-Nuernberg"),)),
    Unit("AV", "Arbeitsvermittlung", part_of=(Relation("AA"),)),
    Unit("SC", "Service Center", areas=("SGB III",)),
    Unit("GE", "gemeinsame Einrichtung", areas=("SGB II",)),
)


def day(text: str, year: int = 2026) -> date:
    """ "15.07." or "15.07.2025" as a date."""
    parts = text.strip(".").split(".")
    return date(int(parts[2]) if len(parts) == 3 else year, int(parts[1]), int(parts[0]))


def task(
    name: str = "t",
    addressed: str = "AA",
    section: str = "3",
    starts_on: str | None = None,
    due_on: str | None = None,
    recurrence: str | None = None,
) -> Task:
    """A task with one wording."""
    starts = day(starts_on) if starts_on else None
    due = day(due_on) if due_on else None
    version = TaskVersion("Text.", 1, (addressed,), starts_on=starts, due_on=due, recurrence=recurrence)
    return Task(name, section, (version,), 1)


def directive(
    id_: str = A,
    valid_from: str = "01.03.",
    valid_until: str | None = None,
    changes: tuple[Change, ...] = (),
    tasks: tuple[Task, ...] = (task(),),
    issued: str | None = None,
    scope: tuple[str | None, str | None, str | None] = SGB3,
    references: tuple[Reference, ...] = (),
) -> Directive:
    """A directive; issued in the month of its number unless said."""
    header = HeaderVersion(f"Titel {id_}", day(valid_from), day(valid_until) if valid_until else None, scope)
    first = day(issued) if issued else date(int(id_[:4]), int(id_[4:6]), 10)
    sections = tuple(Section(number, "Titel", 1) for number in ("1", "2", "2.1", "3"))
    return Directive(
        id_, "Weisung", first, (header,), f"{id_}.md", references=references, changes=changes,
        sections=sections, tasks=tasks,
    )  # fmt: skip


def change(kind: str, target: str, effective: str | None = None, parts: str = "", until: str | None = None) -> Change:
    """A change; parts separated by blanks."""
    return Change(
        kind, target, 1, tuple(parts.split()), day(effective) if effective else None, day(until) if until else None
    )
