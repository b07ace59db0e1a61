"""The answer to "applies" as people read it."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geltung.cli.paper import Paper
from geltung.model.dates import german_iso
from geltung.model.terms import (
    ACTIVE,
    ALL_UNITS,
    AREAS,
    AUTHORITATIVE,
    GERMAN,
    MARK_INFORMATION,
    MARK_RECOMMENDATION,
    NOT_CONCERNED,
    OUTLASTING,
    PAST_DUE,
    STATES,
    UPCOMING,
)
from geltung.questions.answer import Answer, DirectiveFound, TaskFound

_COLOURS: Final = {ACTIVE: "green", UPCOMING: "blue", PAST_DUE: "yellow", OUTLASTING: "yellow"}


def lines(answer: Answer, paper: Paper, prefix: str) -> Iterator[str]:
    """The answer line by line; ``prefix`` stands before file names."""
    yield paper.style(_headline(answer), "bold")
    groups = _grouped(answer)
    known = {item.id: item for item in (*answer.directives, *answer.upcoming_directives)}
    for id_ in _ordered(answer, groups):
        yield ""
        yield from _directive(id_, known.get(id_), groups.get(id_, []), answer, paper, prefix)
    if not groups and not known:
        yield ""
        yield from _nothing(answer)
    yield from _closing(answer, paper)


def _nothing(answer: Answer) -> Iterator[str]:
    """Why there is nothing, as far as that can be said."""
    unit = answer.unit
    if unit and unit.first and answer.date < unit.first:
        yield f"Nichts gefunden: {unit.name} ({unit.id}) gibt es erst ab dem {german_iso(unit.first)}."
    elif unit and unit.last and answer.date > unit.last:
        yield f"Nichts gefunden: {unit.name} ({unit.id}) gab es nur bis zum {german_iso(unit.last)}."
    elif unit and unit.id == ALL_UNITS:
        yield f"Nichts gefunden: „{unit.name}“ ist keine wirkliche Einheit. Fragen Sie nach einer bestimmten."
    else:
        yield "Nichts gefunden: An diesem Tag gilt hier keine Weisung der Sammlung."
    if answer.problems:
        yield "Die Antwort kann unvollständig sein: Die Sammlung hat Probleme, siehe unten."


def _headline(answer: Answer) -> str:
    whom = f" für {answer.unit.name} ({answer.unit.id})" if answer.unit else " überhaupt"
    area = f", Rechtskreis {answer.area}" if answer.area else ""
    known = f", nach dem Stand vom {german_iso(answer.known_on)}" if answer.known_on else ""
    return f"Was gilt am {german_iso(answer.date)}{whom}{area}{known}?"


def _grouped(answer: Answer) -> dict[str, list[TaskFound]]:
    groups: dict[str, list[TaskFound]] = {}
    for task in answer.tasks:
        groups.setdefault(task.directive, []).append(task)
    return groups


def _ordered(answer: Answer, groups: dict[str, list[TaskFound]]) -> list[str]:
    """Directives in the order of their first task (active first, then by deadline), those without tasks last."""
    ids = [*groups, *(item.id for item in (*answer.directives, *answer.upcoming_directives))]
    return list(dict.fromkeys(ids))


def _directive(
    id_: str, found: DirectiveFound | None, tasks: list[TaskFound], answer: Answer, paper: Paper, prefix: str
) -> Iterator[str]:
    if found is None:
        yield paper.style(id_, "bold")
        yield from paper.wrap(tasks[0].because_in_force, "  ")
    else:
        yield from paper.wrap(f"{id_}  {found.title}", "", "  ")
        yield from paper.wrap("; ".join(_standing(found)), "  ")
    for state in STATES:
        chosen = [task for task in tasks if task.state == state]
        if chosen:
            yield f"  {paper.style(GERMAN[state], 'bold', _COLOURS[state])}"
        for task in chosen:
            yield from _task(task, answer, paper, prefix)


def _standing(found: DirectiveFound) -> Iterator[str]:
    yield found.because
    values = [f"{area}: {value or 'nicht angegeben'}" for area, value in zip(AREAS, found.scope, strict=True)]
    yield ", ".join(item for item in values if not item.endswith(NOT_CONCERNED))
    marks = [GERMAN[mark] for mark in found.marks if mark not in (MARK_INFORMATION, MARK_RECOMMENDATION)]
    if marks:
        yield f"Vermerke: {', '.join(marks)}"


def _task(task: TaskFound, answer: Answer, paper: Paper, prefix: str) -> Iterator[str]:
    yield from paper.wrap(task.text, "  • ")
    facts = [f"Ziffer {task.section}", *_dates(task, answer)] if task.section else list(_dates(task, answer))
    yield from paper.wrap(" · ".join([*facts, f"#{task.id.partition('#')[2]}"]), "    ")
    reasons = "; ".join(part for part in (task.because_reached, task.because_worded) if part)
    reason = f"{reasons} ({prefix}{task.path}:{task.line})"
    for line in paper.wrap(reason, "    Warum: ", "    "):
        yield paper.style(line, "dim")


def _dates(task: TaskFound, answer: Answer) -> Iterator[str]:
    if task.state == UPCOMING and task.starts_on:
        yield f"ab {german_iso(task.starts_on)}"
    if task.due_on:
        yield f"Frist {german_iso(task.due_on)} ({_days_left(answer.date, task.due_on)})"
    if task.recurrence:
        yield "wiederkehrend"


def _days_left(day: str, due: str) -> str:
    days = (date.fromisoformat(due) - date.fromisoformat(day)).days
    if days == 0:
        return "letzter Tag"
    if days > 0:
        return f"noch {days} {'Tag' if days == 1 else 'Tage'}"
    return f"seit {-days} {'Tag' if days == -1 else 'Tagen'} vorbei"


def _closing(answer: Answer, paper: Paper) -> Iterator[str]:
    if answer.not_assessed:
        yield ""
        yield paper.style("Nicht bewertet (nur durch Zitat bekannt)", "bold")
        for item in answer.not_assessed:
            yield from paper.wrap(f"{item.id}  {item.title}, zitiert in {', '.join(item.cited_by)}", "  • ")
    for label, reports in (("Widersprüche", answer.conflicts), ("Probleme der Sammlung", answer.problems)):
        if reports:
            yield ""
            yield paper.style(label, "bold", "yellow")
            for report in reports:
                yield from paper.wrap(f"{report.code} {report.message}", "  ! ")
    yield ""
    yield paper.style(AUTHORITATIVE, "dim")
