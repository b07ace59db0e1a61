"""How a directive stands on a day: its header as of that day, repealed or not, in force or not (rules 1 to 9)."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from itertools import pairwise

from geltung.corpus.corpus import ChangeKey, Transition
from geltung.model.dates import OPEN_END, day_after, day_before
from geltung.model.records import Change, Directive, HeaderVersion


class Outcome(Enum):
    """What became of a change."""

    EFFECTIVE = "effective"
    FAILED = "failed"  # its author had ended before it could take effect (rule 8)
    VOID = "void"  # overruled in a circle (rule 8)
    NO_DAY = "no day"  # neither an effective day nor a valid_from to take it from


@dataclass(frozen=True, slots=True)
class Effect:
    """A change with its effective day and what became of it. ``order`` sorts authors: later issued, higher number."""

    key: ChangeKey
    change: Change
    day: date
    outcome: Outcome
    order: tuple[date, str]


def earliest(effects: Iterable[Effect | None]) -> Effect | None:
    """The effect with the earliest day, of two on one day the earlier issued; None without any (rule 9)."""
    found = (effect for effect in effects if effect is not None)
    return min(found, key=lambda effect: (effect.day, effect.order), default=None)


@dataclass(frozen=True, slots=True)
class Until:
    """A value of valid_until that counts from ``day`` on, unless a later issued act says otherwise.

    ``kind`` is that of the change that set it: an extension, amendment or correction.
    """

    day: date
    order: tuple[date, str]
    value: date
    kind: str


@dataclass(frozen=True, slots=True)
class Interval:
    """Days in force, both ends included. ``ended_by`` is the repealing directive, None if time ends it or nothing."""

    first: date
    last: date
    ended_by: str | None = None


@dataclass
class Standing:
    """Everything that took effect on one directive. Filled while effects are decided, then only read."""

    directive: Directive
    repeals: list[Effect] = field(default_factory=list)
    partial_repeals: list[Effect] = field(default_factory=list)
    untils: list[Until] = field(default_factory=list)
    header_days: list[tuple[date, int]] = field(default_factory=list)
    task_days: dict[str, list[tuple[date, int]]] = field(default_factory=dict)

    def header_on(self, day: date) -> HeaderVersion:
        """The header as it reads on a day (rule 7)."""
        return self.directive.headers[_position(self.header_days, day)]

    def wording_on(self, task_id: str, day: date) -> int:
        """Position of a task's wording on a day (rule 7)."""
        return _position(self.task_days.get(task_id, ()), day)

    def valid_until_on(self, day: date) -> date:
        """Gültig bis as of a day: of what is effective by then, the later issued wins (rule 6)."""
        counting = self._until_on(day)
        return counting.value if counting else self.directive.headers[0].valid_until or OPEN_END

    def until_by(self, day: date) -> tuple[str, str] | None:
        """Kind and author of the change that set the Gültig bis of a day; None if it is the directive's own."""
        counting = self._until_on(day)
        return (counting.kind, counting.order[1]) if counting and counting.order[1] else None

    def _until_on(self, day: date) -> Until | None:
        known = [until for until in self.untils if until.day <= day] if self.untils else []
        return max(known, key=lambda until: (until.order, until.day)) if known else None

    def repeal_by(self, day: date) -> Effect | None:
        """The earliest repeal that is effective on or before a day (rule 9); of two on one day the earlier issued."""
        return earliest(effect for effect in self.repeals if effect.day <= day) if self.repeals else None

    def in_force_on(self, day: date) -> bool:
        """Whether the directive is in force on a day."""
        first = self.header_on(day).valid_from
        if first is None or not first <= day <= self.valid_until_on(day):
            return False
        return self.repeal_by(day) is None

    def apply(self, transition: Transition, order: tuple[date, str], kind: str) -> None:
        """Note that a wording ended. ``order`` is that of the act that ended it, ``kind`` that of its change."""
        if transition.task is not None:
            self.task_days.setdefault(transition.task, []).append((transition.day, transition.position + 1))
            return
        self.header_days.append((transition.day, transition.position + 1))
        old, new = self.directive.headers[transition.position : transition.position + 2]
        if old.valid_until != new.valid_until:
            self.untils.append(Until(transition.day, order, new.valid_until or OPEN_END, kind))

    def turning_days(self) -> set[date]:
        """Every day on which the directive's standing can change, and the day it was issued."""
        days = {effect.day for effect in self.repeals}
        days.update(day for day, _ in self.header_days)
        for header in self.directive.headers:
            days.add(header.valid_from or date.min)
            days.add(day_after(header.valid_until or OPEN_END))
        for until in self.untils:
            days.add(until.day)
            days.add(day_after(until.value))
        days.discard(date.min)
        days.discard(OPEN_END)
        return days

    def intervals(self) -> tuple[Interval, ...]:
        """The maximal intervals in force, in order of time (rules 1 to 9)."""
        days = sorted(self.turning_days())
        found: list[Interval] = []
        for first, following in pairwise([*days, OPEN_END]):
            if not self.in_force_on(first):
                continue
            last = OPEN_END if following == OPEN_END else day_before(following)
            start = first
            if found and day_after(found[-1].last) == first:
                start = found.pop().first
            repeal = self.repeal_by(following) if following != OPEN_END else None
            found.append(Interval(start, last, repeal.key.author if repeal else None))
        return tuple(found)


def _position(days: list[tuple[date, int]] | tuple[()], day: date) -> int:
    """Position after the latest transition on or before a day; 0 before the first."""
    if not days:
        return 0
    return max((entry for entry in days if entry[0] <= day), default=(day, 0))[1]
