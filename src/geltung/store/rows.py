"""From a solution to table rows. Pure: nothing here touches a database."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from geltung.checks.addressees import clashes
from geltung.corpus.corpus import Corpus, is_draft
from geltung.model.dates import OPEN_END
from geltung.model.diagnostics import ERROR, Diagnostic
from geltung.model.records import Directive, Record
from geltung.model.terms import IN_FORCE, MARK_ISSUED_LATE, MARK_NO_TASKS, MARK_SEVERAL_PERIODS, STATES, UPCOMING
from geltung.store import reasons
from geltung.validity.kernel import Solution
from geltung.validity.reach import Audience, UnitGraph, reaches
from geltung.validity.reports import CONFLICT_CODES, Report
from geltung.validity.timeline import DirectiveSpan, TaskSpan

Row = tuple[object, ...]
Rows = dict[str, list[Row]]

ALWAYS = "always"
IF_DIRECTIVE = "directive"
IF_REACHED = "reach"

_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_DRAFT_CODE = "D001"
_ALWAYS_CODES = frozenset(("U001", "U002", _DRAFT_CODE))
"""A task whose addressee is unknown may be meant for whoever asks, and so may a draft: every answer says so."""
_TASK_CODES = frozenset(("T008", "T009", "T010", "T011", "T012", "T015", "T017", "U009"))
"""Warnings that an answer repeats when it lists the task."""


@dataclass
class RowBuilder:
    """Collects rows. ``next_span`` and ``next_wording`` are the first free ids, ``audiences`` the known ones by key."""

    next_span: int = 1
    next_wording: int = 1
    audiences: dict[str, int] = field(default_factory=dict)
    rows: Rows = field(default_factory=dict)
    new_audiences: dict[str, Audience] = field(default_factory=dict)
    _ids: dict[Audience, int] = field(default_factory=dict)

    def add(self, table: str, *values: object) -> None:
        """Add one row, values in the order of statements.COLUMNS."""
        self.rows.setdefault(table, []).append(values)

    def audience(self, audience: Audience) -> int:
        """The id of an audience, a new one if its key is new."""
        if audience not in self._ids:
            key = audience.key
            if key not in self.audiences:
                self.audiences[key] = len(self.audiences) + 1
                self.new_audiences[key] = audience
                self.add("audience", self.audiences[key], key)
            self._ids[audience] = self.audiences[key]
        return self._ids[audience]

    def solution(self, corpus: Corpus, solution: Solution) -> None:
        """All rows of a solved corpus, without those of units."""
        spans = self._directive_spans(corpus, solution)
        self._task_spans(corpus, solution, spans)
        for row in solution.timelines.applications:
            span = spans[row.directive, row.within]
            audience = self.audience(row.audience)
            self.add("application", row.directive, audience, *_days(row.first, row.last), _iso(row.reach_on), span)
        for target, repeals in solution.effects.repeals.items():
            for effect in repeals:
                self.add("repeal", target, effect.day.isoformat(), effect.key.author, "")
        for target, standing in solution.effects.standings.items():
            for effect in standing.partial_repeals:
                for part in effect.change.parts:
                    self.add("repeal", target, effect.day.isoformat(), effect.key.author, part)
        for record in corpus.records.values():
            self.record(record)
        for report in solution.reports:
            self.report(report)
        self.clashes(corpus, solution.timelines.directives)

    def record(self, record: Record) -> None:
        """A record's own rows: itself, what it cites, what it changes."""
        issued = _iso(record.issued)
        is_reference = not isinstance(record, Directive)
        self.add("directive", record.id, record.file, is_reference, record.title, issued, 1, is_draft(record))
        if isinstance(record, Directive):
            for target in dict.fromkeys(item.id for item in record.references):
                self.add("citation", record.id, target)
            for target in dict.fromkeys(item.target for item in record.changes):
                self.add("edge", record.id, target)

    def report(self, report: Report) -> None:
        """A report of the rules; it belongs to the directive whose file it points to."""
        found = report.diagnostic
        scope = IF_REACHED if found.code in CONFLICT_CODES else _scope(found)
        self._report(found, _days(report.first, report.last), scope, found.directives[-1] if found.directives else "")

    def clashes(self, corpus: Corpus, spans: Iterable[DirectiveSpan]) -> None:
        """Addressees out of scope, on the days on which the scope is so; drafts have no such days."""
        of_directive: dict[str, list[DirectiveSpan]] = {}
        for span in spans:
            of_directive.setdefault(span.directive, []).append(span)
        for clash in clashes(corpus):
            for span in of_directive.get(clash.directive, ()):
                if clash.holds(span.scope):
                    self._report(clash.found, _days(span.first, span.last), _scope(clash.found), clash.directive)

    def diagnostics(self, corpus: Corpus, found: Iterable[Diagnostic]) -> None:
        """Findings of the checks that an answer must repeat; of a draft only that it is one."""
        drafts = {record.id for record in corpus.records.values() if is_draft(record)}
        for item in found:
            if not drafts.isdisjoint(item.directives[:1]) and item.code != _DRAFT_CODE:
                continue
            if item.code in _ALWAYS_CODES:
                self._report(item, _days(date.min, OPEN_END), ALWAYS, "".join(item.directives[:1]))
            elif item.code in _TASK_CODES:
                self._report(item, _days(date.min, OPEN_END), _scope(item), "".join(item.directives[:1]))

    def file_errors(self, path: str, found: Iterable[Diagnostic]) -> None:
        """Errors of one file: a broken file never shortens an answer silently."""
        for item in found:
            if item.severity == ERROR:
                self._report(item, _days(date.min, OPEN_END), ALWAYS, f"file:{path}")

    def _report(self, found: Diagnostic, days: tuple[str, str], scope: str, origin: str) -> None:
        message = f"{found.message} ({found.file}:{found.line})"
        self.add("report", origin, *days, found.code, message, json.dumps(found.directives), scope)

    def _directive_spans(self, corpus: Corpus, solution: Solution) -> dict[tuple[str, date], int]:
        ids: dict[tuple[str, date], int] = {}
        several = _with_several_periods(solution.timelines.directives)
        for span in solution.timelines.directives:
            directive = corpus.directive(span.directive)
            assert directive is not None
            ids[span.directive, span.first] = self.next_span
            self.add("directive_span", self.next_span, *_span_values(directive, span, span.directive in several))
            self.next_span += 1
        return ids

    def _task_spans(self, corpus: Corpus, solution: Solution, spans: Mapping[tuple[str, date], int]) -> None:
        wordings: dict[tuple[str, str, int], int] = {}
        for span in solution.timelines.tasks:
            key = (span.directive, span.task, span.version)
            if key not in wordings:
                wordings[key] = self.next_wording
                self.next_wording += 1
                self.add("wording", wordings[key], *_wording_values(corpus, span))
            place = f"{STATES.index(span.state)}{span.due_on or OPEN_END}{span.directive}#{span.task}"
            self.add(
                "task_span", span.directive, self.audience(span.audience), *_days(span.first, span.last),
                _iso(span.reach_on), place, span.open_rule, wordings[key], spans[span.directive, span.within],
            )  # fmt: skip

    def reach(self, corpus: Corpus, audiences: Mapping[str, Audience]) -> None:
        """Who is reached by some audiences, over the corpus's units."""
        units = UnitGraph(corpus.registry.units.values())
        for key, audience in audiences.items():
            for item in reaches(audience, units):
                because = reasons.of_path(item.via, corpus.registry, audience.areas)
                via = _json(item.via)
                days = _days(item.first, item.last)
                self.add("reach", item.unit, item.on_request, self.audiences[key], *days, via, because)


def _scope(found: Diagnostic) -> str:
    """The answers that repeat a finding: those that list its task, or its directive if it is about no single task."""
    return f"{found.directives[0]}#{found.task}" if found.task else IF_DIRECTIVE


def _with_several_periods(spans: Iterable[DirectiveSpan]) -> set[str]:
    found: dict[str, set[date]] = {}
    for span in spans:
        if span.interval is not None:
            found.setdefault(span.directive, set()).add(span.interval.first)
    return {id_ for id_, firsts in found.items() if len(firsts) > 1}


def _span_values(directive: Directive, span: DirectiveSpan, several: bool) -> Iterator[object]:
    yield from (span.directive, *_days(span.first, span.last), span.phase)
    interval = span.interval if span.phase in (IN_FORCE, UPCOMING) else None
    first = interval.first.isoformat() if interval else None
    last = interval.last.isoformat() if interval and interval.last != OPEN_END else None
    ended_by = interval.ended_by if interval else None
    yield from (first, last, ended_by, *span.scope, span.header.line)
    no_tasks = not directive.tasks
    marks = ((span.issued_late, MARK_ISSUED_LATE), (no_tasks, MARK_NO_TASKS), (several, MARK_SEVERAL_PERIODS))
    held = [mark for holds, mark in marks if holds]
    yield _json((span.header.title, first, last, ended_by, span.scope, held, reasons.of_span(directive, span)))


def _wording_values(corpus: Corpus, span: TaskSpan) -> Iterator[object]:
    id_ = span.directive
    directive = corpus.directive(id_)
    assert directive is not None
    task = directive.task(span.task)
    version = task.versions[span.version]
    named = [item for text in version.addressed for item in corpus.registry.addressees(text)]
    begins_on = version.due_on or version.starts_on or directive.header.valid_from
    yield from (f"{id_}#{task.id}", id_, version.recurrence, _iso(begins_on), version.line)
    addressees = list(dict.fromkeys(item.unit for item in named if item.unit))
    shown = (version.text, task.section, addressees, _iso(version.starts_on), version.recurrence)
    yield _json((*shown, reasons.of_wording(directive, version, span.repeal), directive.file, version.line))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _days(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
