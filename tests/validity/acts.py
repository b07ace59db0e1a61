"""Records for the tests of the rules, and short ways to ask what became of them."""

from datetime import date

from geltung.corpus.corpus import Corpus
from geltung.model.records import (
    Change,
    Directive,
    HeaderVersion,
    Record,
    Section,
    Task,
    TaskVersion,
)
from geltung.model.terms import EXTENSION, PARTIAL_REPEAL, REPEAL
from geltung.model.units import Relation, Unit
from geltung.validity.kernel import Solution, solve

SCOPE = ("nicht betroffen", "Weisung", "nicht betroffen")
UNITS = (
    Unit("AA", "Agentur für Arbeit", areas=("SGB III",)),
    Unit("EZ", "Eingangszone", part_of=(Relation("AA"),)),
)


def d(text: str) -> date:
    """A day of 2025 from "01.07.", or any from its ISO form."""
    return date(2025, int(text[3:5]), int(text[:2])) if text.endswith(".") else date.fromisoformat(text)


def act(
    id_: str,
    first: str | None = "01.01.",
    last: str | None = None,
    *changes: Change,
    issued: str | None = "01.01.",
    tasks: tuple[Task, ...] | None = None,
    headers: tuple[HeaderVersion, ...] = (),
) -> Directive:
    """A directive with one task of section 2.1, valid from ``first`` to ``last``."""
    header = HeaderVersion(f"Titel {id_}", first and d(first), last and d(last), SCOPE)  # type: ignore[arg-type]
    return Directive(
        id_,
        "Weisung",
        d(issued) if issued else None,
        (*headers, header),
        f"{id_}.md",
        changes=changes,
        sections=tuple(Section(number, number, 1) for number in ("1", "2", "2.1", "3")),
        tasks=(task(),) if tasks is None else tasks,
        field_lines=(("valid_until", 7), ("changes", 9)),
    )


def task(id_: str = "t", section: str = "2.1", **wording: object) -> Task:
    """A task with one wording."""
    return Task(id_, section, (TaskVersion("Text", 20, addressed=("AA",), **wording),), 20)  # type: ignore[arg-type]


def repeal(target: str, effective: str | None = None, *parts: str) -> Change:
    """A repeal, or a partial one if parts are named."""
    return Change(PARTIAL_REPEAL if parts else REPEAL, target, 10, parts, effective and d(effective))  # type: ignore[arg-type]


def extension(target: str, valid_until: str | None, effective: str | None = None) -> Change:
    """A new end; without one an open end."""
    until = d(valid_until) if valid_until else None
    return Change(EXTENSION, target, 11, (), effective and d(effective), until, until is None)  # type: ignore[arg-type]


def solved(*records: Record) -> Solution:
    """The rules applied to some records."""
    return solve(Corpus.build(records, UNITS))


def outcomes(solution: Solution) -> dict[str, str]:
    """Change, as "author>target", → what became of it."""
    return {
        f"{key.author}>{effect.change.target}": effect.outcome.value for key, effect in solution.effects.by_key.items()
    }


def in_force(solution: Solution, id_: str = "A") -> list[tuple[date, date, str | None]]:
    """The intervals in force of a directive: first day, last day, repealed by."""
    return [(item.first, item.last, item.ended_by) for item in solution.effects.standings[id_].intervals()]


def found(solution: Solution, code: str) -> list[tuple[date, date, tuple[str, ...]]]:
    """The reports with a code: first day, last day, directives."""
    return [
        (item.first, item.last, item.diagnostic.directives) for item in solution.reports if item.diagnostic.code == code
    ]
