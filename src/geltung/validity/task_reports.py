"""What the rules report of single tasks: outlasting, ended before their deadline, reaching nobody."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.dates import OPEN_END, day_before, german
from geltung.model.terms import ACTIVE, OUTLASTING, UPCOMING
from geltung.validity.reach import UnitGraph
from geltung.validity.reports import Report, at_change
from geltung.validity.standing import earliest
from geltung.validity.states import TaskCourse
from geltung.validity.timeline import TaskSpan, Timeline

_NOBODY: Final = (
    "In units.yml besteht die Einheit dann nicht, oder im genannten Bezirk liegt keine solche Einheit (reports_to)."
)


def outlasting(corpus: Corpus, spans: tuple[TaskSpan, ...]) -> Iterator[Report]:
    """Tasks whose deadline outlives their directive (line 3 of the table)."""
    for span in spans:
        directive = corpus.directive(span.directive)
        if span.state == OUTLASTING and directive is not None:
            task = directive.task(span.task)
            due = german(span.due_on) if span.due_on else "später"
            message = (
                f"Auftrag #{span.task} wirkt nach: {span.directive} ist seit {german(span.first)} abgelaufen, "
                f"seine Frist ist erst am {due}"
            )
            found = finding(directive.file, task.line, "T016", message, (span.directive,), task.id)
            yield Report(found, span.first, span.last)


def cut_off(corpus: Corpus, timeline: Timeline, spans: tuple[TaskSpan, ...]) -> Iterator[Report]:
    """Tasks that a known repeal ends on or before their deadline (rule 21), on the days before it."""
    for span in spans:
        standing = timeline.courses[span.directive].standing
        effect = earliest((span.repeal, standing.repeal_by(OPEN_END)))
        if effect is None or span.due_on is None or span.state not in (ACTIVE, UPCOMING):
            continue
        version = standing.directive.task(span.task).versions[span.version]
        if version.recurrence or (version.ends_on or OPEN_END) < effect.day or span.due_on < effect.day:
            continue
        message = (
            f"Auftrag #{span.task} von {span.directive} endet mit der Aufhebung durch {effect.key.author} zum "
            f"{german(effect.day)}, seine Frist ist erst am {german(span.due_on)}"
        )
        found = at_change(corpus, effect, "C023", message, span.directive, effect.key.author)
        yield Report(replace(found, task=span.task), span.first, span.last)


def never_begun(corpus: Corpus, timeline: Timeline, spans: tuple[TaskSpan, ...]) -> Iterator[Report]:
    """Tasks that begin when their directive, or they themselves, have ended: no answer ever lists them (line 5)."""
    listed = {(span.directive, span.task) for span in spans}
    for id_, course in timeline.courses.items():
        directive = course.standing.directive
        for task in directive.tasks if course.intervals else ():
            if (id_, task.id) in listed:
                continue
            item = TaskCourse(course, task)
            version = item.version_on(course.last_day)
            if not version.present or version.ends_on is not None or course.first_day is None:
                continue
            start = item.start_of(version)
            effect = earliest((item.repeal, course.standing.repeal_by(start)))
            begins = f"Auftrag #{task.id} von {id_} kommt nie zum Tragen: Er beginnt am {german(start)}"
            if effect is not None and course.first_day < effect.day <= start:
                message = f"{begins}, endet aber mit der Aufhebung durch {effect.key.author} zum {german(effect.day)}"
                found = at_change(corpus, effect, "C023", message, id_, effect.key.author)
                yield Report(replace(found, task=task.id), course.first_day, day_before(effect.day))
            elif start > course.last_day:
                message = f"{begins}, die Weisung gilt aber nur bis {german(course.last_day)}"
                found = finding(directive.file, version.line, "T020", message, (id_,), task.id)
                yield Report(found, course.first_day, course.last_day)


def reaching_nobody(corpus: Corpus, spans: tuple[TaskSpan, ...]) -> Iterator[Report]:
    """Tasks whose addressees are known but reach no unit on some days: ended units, districts without members."""
    units = UnitGraph(corpus.registry.units.values())
    for span in spans:
        days = units.days_between(span.reach_on or span.first, span.reach_on or span.last)
        if any(units.reaches_someone(item, day) for day in days for item in span.audience.addressees):
            continue
        named = [item for item in span.audience.addressees if item.unit]
        if not named:  # U001 says so
            continue
        directive = corpus.directive(span.directive)
        assert directive is not None
        version = directive.task(span.task).versions[span.version]
        words = ", ".join(f"„{item.text}“" for item in named)
        days_named = f"ab {german(span.reach_on or span.first)}"
        if span.last != OPEN_END and span.reach_on is None:
            days_named += f" bis {german(span.last)}"
        message = f"Auftrag #{span.task} von {span.directive} erreicht {days_named} niemanden: {words}"
        found = finding(directive.file, version.line, "U010", f"{message}. {_NOBODY}", (span.directive,), span.task)
        yield Report(found, span.first, span.last)
