"""The state of a task on a day: the table of the semantics, line by line, and the tasks' timelines."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from geltung.corpus.corpus import covers
from geltung.model.dates import OPEN_END, day_after, day_before
from geltung.model.records import Task, TaskVersion
from geltung.model.terms import ACTIVE, ENDED, OUTLASTING, PAST_DUE, UPCOMING
from geltung.validity.recurrence import Rule, parse_rule
from geltung.validity.standing import Effect, Interval, Standing, earliest


@dataclass(frozen=True)
class Course:
    """A directive's standing with its intervals in force, computed once for all its tasks."""

    standing: Standing

    @cached_property
    def intervals(self) -> tuple[Interval, ...]:
        """Intervals in force, in order of time."""
        return self.standing.intervals()

    @cached_property
    def first_day(self) -> date | None:
        """First day in force; without any, the valid_from that the header states."""
        return self.intervals[0].first if self.intervals else self.standing.directive.header.valid_from

    @cached_property
    def last_day(self) -> date:
        """Last day in force; the first possible day if it never is."""
        return self.intervals[-1].last if self.intervals else date.min

    @cached_property
    def repealed_from(self) -> date:
        """First day on which the directive is repealed; the open end if it never is."""
        repeal = self.standing.repeal_by(OPEN_END)
        return repeal.day if repeal else OPEN_END

    def interval_on(self, day: date) -> Interval | None:
        """The interval in force that a day lies in."""
        return next((item for item in self.intervals if item.first <= day <= item.last), None)

    def last_day_before(self, day: date) -> date | None:
        """The last day in force before a day."""
        ends = [min(item.last, day_before(day)) for item in self.intervals if item.first < day]
        return max(ends, default=None)

    def next_interval(self, day: date) -> Interval | None:
        """The first interval that starts after a day."""
        return next((item for item in self.intervals if item.first > day), None)


@dataclass(frozen=True)
class TaskCourse:
    """One task of a directive, able to say its state on any day."""

    course: Course
    task: Task

    @cached_property
    def repeal(self) -> Effect | None:
        """The earliest partial repeal of the task, of two on one day the earlier issued; None without any (rule 5)."""
        repeals = self.course.standing.partial_repeals
        return earliest(item for item in repeals if any(covers(part, self.task) for part in item.change.parts))

    @cached_property
    def repealed_from(self) -> date:
        """First day on which the task is repealed by a partial repeal; the open end if it never is."""
        return self.repeal.day if self.repeal else OPEN_END

    @cached_property
    def repealed_while_in_force(self) -> Effect | None:
        """The partial repeal that ends the task, if nothing has ended its directive by then (rule 10)."""
        return self.repeal if self.repealed_from <= self.course.last_day else None

    def version_on(self, day: date) -> TaskVersion:
        """The wording valid on a day (rule 7)."""
        return self.task.versions[self.course.standing.wording_on(self.task.id, day)]

    def start_of(self, version: TaskVersion) -> date:
        """The later of starts_on and the directive's first day in force."""
        return max(version.starts_on or date.min, self.course.first_day or date.min)

    def rule_of(self, version: TaskVersion) -> Rule | None:
        """The recurrence of a wording, beginning on due_on, starts_on or valid_from; None without a valid rule."""
        if version.recurrence is None:
            return None
        begin = version.due_on or version.starts_on or self.course.standing.directive.header.valid_from
        return parse_rule(version.recurrence, begin) if begin else None

    def due_on(self, day: date) -> date | None:
        """The deadline on a day; for a recurring task the next one on or after it (rule 19)."""
        version = self.version_on(day)
        rule = self.rule_of(version)
        return rule.next_on_or_after(day) if rule else version.due_on

    def is_repealed(self, day: date) -> bool:
        """Whether the task or its directive is repealed on a day."""
        return self.repealed_from <= day or self.course.repealed_from <= day

    def state_on(self, day: date) -> str | None:
        """The state on a day: the first line of the table that fits; None where the task is not listed at all."""
        version = self.version_on(day)
        standing = self.course.standing
        valid_from = standing.header_on(day).valid_from
        if not version.present or valid_from is None:
            return None
        issued = standing.directive.issued
        if day < valid_from and (issued is None or day < issued):  # line 1
            return None
        rule = self.rule_of(version)
        if self.is_repealed(day) or (version.ends_on and version.ends_on < day):  # line 2
            return ENDED
        if rule is not None and rule.next_on_or_after(day) is None:
            return ENDED
        if day >= valid_from and not standing.in_force_on(day):  # line 3: lapsed by time
            return OUTLASTING if self._outlasts(version, rule, day) else ENDED
        if rule is None and version.due_on is not None and version.due_on < day:  # line 4
            return PAST_DUE
        start = self.start_of(version)
        if day < start:  # line 5
            return UPCOMING if standing.in_force_on(start) and not self.repealed_from <= start else ENDED
        return ACTIVE

    def _outlasts(self, version: TaskVersion, rule: Rule | None, day: date) -> bool:
        """Had started while the directive was in force, does not recur, and its deadline has not passed."""
        last = self.course.last_day_before(day)
        started = last is not None and self.start_of(version) <= last
        return started and rule is None and version.due_on is not None and day <= version.due_on

    def is_upcoming(self, day: date) -> bool:
        """Whether the state on a day is "upcoming"; the table is read only where the day lies before the start."""
        return day < self.start_of(self.version_on(day)) and self.state_on(day) == UPCOMING

    def entry_days(self) -> Iterator[date]:
        """Those of the turning days on which it can change whom the task reaches: after its start none but repeals."""
        latest = max(self.start_of(version) for version in self.task.versions)
        yield self.repealed_from
        yield from (day for day, _ in self.course.standing.task_days.get(self.task.id, ()))
        yield from (day for day in self.turning_days() if day <= latest)

    def turning_days(self) -> Iterator[date]:
        """Every day on which the state or the wording can change."""
        yield self.repealed_from
        yield from (day for day, _ in self.course.standing.task_days.get(self.task.id, ()))
        for version in self.task.versions:
            yield self.start_of(version)
            rule = self.rule_of(version)
            for last in (version.due_on, version.ends_on, rule.last_day if rule else None):
                if last is not None:
                    yield day_after(last)

    def date_days(self) -> Iterator[date]:
        """The further days on which the deadline shown changes: after each date of a recurring task."""
        for version in self.task.versions:
            rule = self.rule_of(version)
            if rule is not None:
                yield from (day_after(day) for day in rule.days_until(self.course.last_day))
