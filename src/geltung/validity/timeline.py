"""From a corpus to rows of closed intervals: the only place that turns "on day X" into "from … to …".

Every row is constant over its days: on each turning day the rules are asked once, and equal neighbours are merged.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import TypeVar

from geltung.corpus.corpus import Corpus
from geltung.model.dates import OPEN_END, day_after, day_before
from geltung.model.records import Directive, HeaderVersion, TaskVersion
from geltung.model.terms import ENDED, IN_FORCE, LAPSED, NOT_YET, REPEALED, UPCOMING
from geltung.validity.effects import Effects
from geltung.validity.reach import Audience, Scope, audience_of, everyone
from geltung.validity.standing import Effect, Interval
from geltung.validity.states import Course, TaskCourse


@dataclass(frozen=True, slots=True)
class DirectiveSpan:
    """How a directive stands from ``first`` to ``last``.

    ``phase`` is in force, upcoming, lapsed, repealed or not yet; ``interval`` the one that the days lie in, or for an
    upcoming directive the next. ``header`` is that of these days (for upcoming: of the first day in force).
    ``until_by`` is kind and author of the change that set the Gültig bis on which that interval ends, ``lapsed_on`` the
    last day in force before it.
    """

    directive: str
    first: date
    last: date
    phase: str
    interval: Interval | None
    header: HeaderVersion
    issued_late: bool
    until_by: tuple[str, str] | None = None
    lapsed_on: date | None = None

    @property
    def scope(self) -> Scope:
        """The scope of these days."""
        return self.header.scope


@dataclass(frozen=True, slots=True)
class TaskSpan:
    """A task in one state from ``first`` to ``last``.

    ``reach_on`` is the day whose unit relations count: None for each day's own, the start for an upcoming task.
    ``due_on`` is the deadline shown; ``open_rule`` says that the next date of a recurring task is computed when asked.
    ``within`` is the first day of the directive's span that these days lie in. ``repeal`` ends the task before its
    directive ends.
    """

    directive: str
    task: str
    version: int
    audience: Audience
    first: date
    last: date
    state: str
    reach_on: date | None
    due_on: date | None
    open_rule: bool
    within: date
    repeal: Effect | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """A directive applies, or is upcoming, for an audience from ``first`` to ``last`` (the semantics' main sentence).

    ``within`` is the first day of the directive's span that these days lie in.
    """

    directive: str
    audience: Audience
    first: date
    last: date
    phase: str
    reach_on: date | None
    within: date


TaskContent = tuple[int, Audience, str, date | None, date | None, bool, date]
"""A TaskSpan without whose it is and its days: version, audience, state, reach_on, due_on, open_rule, within."""
Content = TypeVar("Content")


@dataclass(frozen=True)
class Timelines:
    """All rows of a corpus."""

    directives: tuple[DirectiveSpan, ...]
    tasks: tuple[TaskSpan, ...]
    applications: tuple[Application, ...]


class Timeline:
    """Builds the rows of every directive of one corpus."""

    def __init__(self, corpus: Corpus, effects: Effects) -> None:
        self.corpus = corpus
        self.courses = {id_: Course(standing) for id_, standing in effects.standings.items()}
        self._audiences: dict[tuple[tuple[str, ...], Scope], Audience] = {}
        self._starts: dict[str, tuple[date, ...]] = {}

    def build(self, ids: Iterable[str] | None = None) -> Timelines:
        """The rows of some directives, or of all."""
        wanted = list(self.courses if ids is None else ids)
        return Timelines(
            tuple(chain.from_iterable(self.directive_spans(id_) for id_ in wanted)),
            tuple(chain.from_iterable(self.task_spans(id_) for id_ in wanted)),
            tuple(chain.from_iterable(self.applications(id_) for id_ in wanted)),
        )

    # -- directives ---------------------------------------------------------------------------------------------------

    def directive_spans(self, id_: str) -> Iterator[DirectiveSpan]:
        """How a directive stands, from its first mention to the open end."""
        course = self.courses[id_]
        spans = ((first, last, self._span(course, first)) for first, last in _segments(self._turning_days(course)))
        for first, last, content in _merge(spans):
            yield DirectiveSpan(id_, first, last, *content)

    def _turning_days(self, course: Course) -> set[date]:
        days = course.standing.turning_days()
        if course.standing.directive.issued:
            days.add(course.standing.directive.issued)
        return days

    def _span(
        self, course: Course, first: date
    ) -> tuple[str, Interval | None, HeaderVersion, bool, tuple[str, str] | None, date | None] | None:
        directive = course.standing.directive
        phase, interval = self._phase(course, first)
        header = course.standing.header_on(interval.first if phase == UPCOMING and interval else first)
        issued = directive.issued is not None and directive.issued <= first
        if phase == NOT_YET and not (issued and header.valid_from):  # its tasks aren't listed
            return None
        late = phase == IN_FORCE and directive.issued is not None and first < directive.issued
        until_by = course.standing.until_by(interval.last) if interval else None
        lapsed_on = course.last_day_before(interval.first) if interval else None
        return phase, interval, header, late, until_by, lapsed_on

    def _phase(self, course: Course, day: date) -> tuple[str, Interval | None]:
        issued = course.standing.directive.issued
        if interval := course.interval_on(day):
            return IN_FORCE, interval
        following = course.next_interval(day)
        if following and issued is not None and issued <= day:
            return UPCOMING, following
        if course.repealed_from <= day:
            return REPEALED, None
        valid_from = course.standing.header_on(day).valid_from
        return (LAPSED, None) if valid_from and day >= valid_from else (NOT_YET, None)

    # -- tasks --------------------------------------------------------------------------------------------------------

    def task_spans(self, id_: str) -> Iterator[TaskSpan]:
        """The listed states of a directive's tasks (ended ones are not listed)."""
        course = self.courses[id_]
        shared = self._turning_days(course)
        starts = self._span_starts(id_)
        for task in course.standing.directive.tasks:
            item = TaskCourse(course, task)
            days = _segments(shared.union(item.turning_days(), item.date_days()))
            for first, last, content in _merge((*days_, self._task_span(item, *days_, starts)) for days_ in days):
                version, audience, state, reach_on, due_on, open_rule, within = content
                yield TaskSpan(
                    id_, task.id, version, audience, first, last, state, reach_on, due_on, open_rule, within,
                    item.repealed_while_in_force,
                )  # fmt: skip

    def _span_starts(self, id_: str) -> tuple[date, ...]:
        if id_ not in self._starts:
            self._starts[id_] = tuple(span.first for span in self.directive_spans(id_))
        return self._starts[id_]

    def _task_span(self, item: TaskCourse, first: date, last: date, starts: tuple[date, ...]) -> TaskContent | None:
        state = item.state_on(first)
        if state is None or state == ENDED:
            return None
        standing = item.course.standing
        position = standing.wording_on(item.task.id, first)
        version = item.task.versions[position]
        start = item.start_of(version) if state == UPCOMING else None
        audience = self._audience(version, standing.header_on(first).scope)
        due = item.due_on(first)
        open_rule = version.recurrence is not None and item.rule_of(version) is not None
        open_rule = open_rule and due is not None and due < last
        return position, audience, state, start, due, open_rule, _latest(starts, first)

    def _audience(self, version: TaskVersion, scope: Scope) -> Audience:
        key = (version.addressed, scope)
        if key not in self._audiences:
            named = chain.from_iterable(self.corpus.registry.addressees(text) for text in version.addressed)
            self._audiences[key] = audience_of(named, scope)
        return self._audiences[key]

    # -- applies ------------------------------------------------------------------------------------------------------

    def applications(self, id_: str) -> Iterator[Application]:
        """Whom a directive applies to, and when (rules 13 to 18)."""
        course = self.courses[id_]
        items = [TaskCourse(course, task) for task in course.standing.directive.tasks]
        days = self._turning_days(course).union(*(item.entry_days() for item in items))
        if not items:
            days |= self._days_of_targets(course.standing.directive)
        rows: dict[tuple[Audience, date | None, str], list[tuple[date, date, date]]] = {}
        starts = self._span_starts(id_)
        for first, last in _segments(days):
            phase, interval = self._phase(course, first)
            if interval is None or phase not in (IN_FORCE, UPCOMING):
                continue
            within = _latest(starts, first)
            for audience, reach_on in self._audiences_on(course, items, first, phase, interval):
                rows.setdefault((audience, reach_on, phase), []).append((first, last, within))
        for (audience, reach_on, phase), group in rows.items():
            for first, last, within in _merge(iter(group)):
                yield Application(id_, audience, first, last, phase, reach_on, within)

    def _audiences_on(
        self, course: Course, items: list[TaskCourse], day: date, phase: str, interval: Interval
    ) -> set[tuple[Audience, date | None]]:
        upcoming = phase == UPCOMING
        if not items:
            entry = interval.first if upcoming else day
            audiences = self._indirect(course.standing.directive, entry)
            return {(audience, entry if upcoming else None) for audience in audiences}
        found: set[tuple[Audience, date | None]] = set()
        scope = course.standing.header_on(interval.first if upcoming else day).scope
        for item in items:
            version = item.version_on(day)
            if not version.present or item.is_repealed(interval.first if upcoming else day):
                continue
            reach_on = None
            if upcoming:
                reach_on = max(version.starts_on or date.min, interval.first)
            elif item.is_upcoming(day):
                reach_on = item.start_of(version)
            found.add((self._audience(version, scope), reach_on))
        return found

    def _indirect(self, directive: Directive, day: date) -> set[Audience]:
        """Whom a directive without tasks applies to: those whom the directives it changes reach, else everyone."""
        leaves = [item for item in self._changed_by(directive) if item.tasks or not self._targets(item)]
        found: set[Audience] = set()
        for leaf in leaves or [directive]:
            course = self.courses[leaf.id]
            scope = course.standing.header_on(day).scope
            if not leaf.tasks:
                found.add(everyone(scope))
            versions = (TaskCourse(course, task).version_on(day) for task in leaf.tasks)
            found.update(self._audience(version, scope) for version in versions if version.present)
        return found

    def _targets(self, directive: Directive) -> list[Directive]:
        """The directives of the collection that a directive changes, itself left out."""
        ids = dict.fromkeys(change.target for change in directive.changes if change.target != directive.id)
        return [target for id_ in ids if (target := self.corpus.directive(id_))]

    def _changed_by(self, directive: Directive) -> list[Directive]:
        """All directives that one without tasks changes, also over others without tasks; each once."""
        seen = {directive.id}
        found: list[Directive] = []
        for current in chain([directive], found):
            if current is directive or not current.tasks:
                for target in self._targets(current):
                    if target.id not in seen:
                        seen.add(target.id)
                        found.append(target)
        return found

    def _days_of_targets(self, directive: Directive) -> set[date]:
        """Turning days of everything that a directive without tasks draws its audience from."""
        days: set[date] = set()
        for target in self._changed_by(directive):
            standing = self.courses[target.id].standing
            days.update(day for day, _ in standing.header_days)
            days.update(day for entries in standing.task_days.values() for day, _ in entries)
        return days


def _segments(days: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The intervals between turning days, the last one open."""
    ordered = sorted(day for day in set(days) if date.min < day < OPEN_END)
    for first, following in pairwise([*ordered, OPEN_END]):
        yield first, (OPEN_END if following == OPEN_END else day_before(following))


def _merge(rows: Iterable[tuple[date, date, Content | None]]) -> Iterator[tuple[date, date, Content]]:
    """Join neighbours that differ in nothing but their days; days without content are left out."""
    begin = end = date.min
    held: Content | None = None
    for first, last, content in rows:
        if held is not None:
            if content == held and day_after(end) == first:
                end = last
                continue
            yield begin, end, held
        begin, end, held = first, last, content
    if held is not None:
        yield begin, end, held


def _latest(starts: tuple[date, ...], day: date) -> date:
    """The last of some ordered days that is not after a day; one must be, for what is listed has a directive's span."""
    position = bisect_right(starts, day)
    assert position, f"{day} lies before every span"
    return starts[position - 1]
