"""What is in force on a day, and which wording of what: asked day by day (rules 1 to 11).

Part of the oracle: written from the semantics alone, deliberately naive, sharing only the records with the product.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from geltung.model.records import Directive, HeaderVersion, Record, ReferenceRecord, Task, TaskVersion
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL
from tests.oracle.changes import Authored, all_changes, first_valid_day, rank, void_changes

ONE_DAY = timedelta(days=1)


class World:
    """A collection as known on a day (or in full), asked about single days."""

    def __init__(self, records: Iterable[Record], known_on: date | None = None) -> None:
        everything = list(records)
        known = [r for r in everything if known_on is None or r.issued is None or r.issued <= known_on]
        known = [r for r in known if not (isinstance(r, Directive) and r.draft)]  # nobody has issued a draft
        self.directives = [r for r in known if isinstance(r, Directive)]
        self.reference_records = [r for r in known if isinstance(r, ReferenceRecord)]
        self.by_id = {directive.id: directive for directive in self.directives}
        self.changes = all_changes(self.directives)
        self.changes_in_full = all_changes(r for r in everything if isinstance(r, Directive))
        self._void = void_changes(self.directives)
        self._effect: dict[Authored, bool] = {}
        self._in_force: dict[tuple[str, date], bool] = {}
        self._runs: dict[str, list[tuple[date, date | None]]] = {}
        self._days = _days_around(_mentioned(self.directives))

    # Changes

    def took_effect(self, change: Authored) -> bool:
        """A change fails only if its author had ended before the later of effective day and own valid_from (rule 8)."""
        if change not in self._effect:
            self._effect[change] = (
                change in self.changes
                and change not in self._void
                and self.in_force(change.author, change.decisive_day)
            )
        return self._effect[change]

    def effective_by(self, day: date, target: str, kind: str) -> list[Authored]:
        """The changes of a kind to a target that took effect and are effective on or before a day."""
        return [
            change
            for change in self.changes
            if change.target == target and change.kind == kind and change.effective <= day and self.took_effect(change)
        ]

    def _happened(self, day: date, candidates: list[Authored]) -> bool:
        """A transition happens if a change that it belongs to took effect, or if it belongs to none at all."""
        return not candidates or any(self.took_effect(change) for change in candidates)

    def _amendments(self, target: str, day: date) -> list[Authored]:
        return [
            change
            for change in self.changes_in_full
            if change.target == target and change.kind in (AMENDMENT, CORRECTION) and change.effective == day
        ]

    # Header and validity

    def _header_candidates(self, directive: Directive, day: date) -> list[Authored]:
        return [change for change in self._amendments(directive.id, day) if change.touches_header]

    def header_on(self, directive: Directive, day: date) -> HeaderVersion:
        """The header version after the latest transition that happened by that day; the oldest if there was none."""
        header = directive.headers[0]
        for earlier, later in zip(directive.headers, directive.headers[1:], strict=False):
            assert earlier.until is not None
            turn = earlier.until + ONE_DAY
            if turn <= day and self._happened(turn, self._header_candidates(directive, turn)):
                header = later
        return header

    def valid_from_on(self, directive: Directive, day: date) -> date:
        valid_from = self.header_on(directive, day).valid_from
        assert valid_from is not None
        return valid_from

    def valid_until_on(self, directive: Directive, day: date) -> date | None:
        """Of all that set valid_until by that day, the later issued author wins, then the later effective day."""
        settings: list[tuple[tuple[date, str], date, date | None]] = [
            (rank(extension.author), extension.effective, extension.change.valid_until)
            for extension in self.effective_by(day, directive.id, EXTENSION)
        ]
        for earlier, later in zip(directive.headers, directive.headers[1:], strict=False):
            assert earlier.until is not None
            turn = earlier.until + ONE_DAY
            candidates = self._header_candidates(directive, turn)
            if earlier.valid_until != later.valid_until and turn <= day and self._happened(turn, candidates):
                ranks = [rank(change.author) for change in candidates if self.took_effect(change)]
                settings.append((max(ranks, default=(date.min, "")), turn, later.valid_until))
        if not settings:
            return directive.headers[0].valid_until
        return max(settings, key=lambda setting: setting[:2])[2]

    def repealed_on(self, target: str, day: date) -> bool:
        return bool(self.effective_by(day, target, REPEAL))

    def in_force(self, directive: Directive, day: date) -> bool:
        if (directive.id, day) not in self._in_force:
            self._in_force[directive.id, day] = self._is_in_force(directive, day)
        return self._in_force[directive.id, day]

    def _is_in_force(self, directive: Directive, day: date) -> bool:
        if day < self.valid_from_on(directive, day) or self.repealed_on(directive.id, day):
            return False
        until = self.valid_until_on(directive, day)
        return until is None or day <= until

    def lapsed(self, directive: Directive, day: date) -> bool:
        """Ended by time: begun, not repealed, and yet not in force."""
        return (
            day >= self.valid_from_on(directive, day)
            and not self.repealed_on(directive.id, day)
            and not self.in_force(directive, day)
        )

    def runs(self, directive: Directive) -> list[tuple[date, date | None]]:
        """The stretches of days in force, found by trying every day; None is no end."""
        if directive.id not in self._runs:
            found: list[tuple[date, date | None]] = []
            first: date | None = None
            for day in self._days:
                if self.in_force(directive, day):
                    first = first or day
                elif first is not None:
                    found.append((first, day - ONE_DAY))
                    first = None
            if first is not None:
                found.append((first, None))
            self._runs[directive.id] = found
        return self._runs[directive.id]

    def first_day_in_force(self, directive: Directive) -> date:
        runs = self.runs(directive)
        return runs[0][0] if runs else first_valid_day(directive)

    def last_day_in_force_before(self, directive: Directive, day: date) -> date | None:
        return max((d for d in self._days if d < day and self.in_force(directive, d)), default=None)

    def next_start(self, directive: Directive, day: date) -> date | None:
        """The next day on which it comes into force, if it isn't in force now."""
        if self.in_force(directive, day):
            return None
        return min((first for first, _ in self.runs(directive) if first > day), default=None)

    def enders(self, directive: Directive, last_day: date | None) -> set[str]:
        """The authors of repeals that make this its last day."""
        if last_day is None:
            return set()
        repeals = self.effective_by(last_day + ONE_DAY, directive.id, REPEAL)
        return {repeal.author.id for repeal in repeals}

    # Tasks

    def wording_on(self, directive: Directive, task: Task, day: date) -> TaskVersion | None:
        """The wording of that day; None before the task was inserted."""
        wording = task.versions[0]
        for earlier, later in zip(task.versions, task.versions[1:], strict=False):
            assert earlier.until is not None
            turn = earlier.until + ONE_DAY
            candidates = [
                change
                for change in self._amendments(directive.id, turn)
                if not change.change.parts or change.covers_task(task.section, task.id)
            ]
            if turn <= day and self._happened(turn, candidates):
                wording = later
        return wording if wording.present else None

    def task_repealed_on(self, directive: Directive, task: Task, day: date) -> bool:
        partial = self.effective_by(day, directive.id, PARTIAL_REPEAL)
        return any(change.covers_task(task.section, task.id) for change in partial)


def _mentioned(directives: list[Directive]) -> list[date]:
    """Every day that can begin or end a stretch of validity."""
    days: list[date | None] = []
    for directive in directives:
        for header in directive.headers:
            days += [header.valid_from, header.valid_until, header.until]
    for change in all_changes(directives):
        days += [change.effective, change.change.valid_until]
    return [day for day in days if day is not None]


def _days_around(days: list[date]) -> list[date]:
    """All days from a little before the first to a little after the last; outside of them nothing ever changes."""
    if not days:
        return []
    first, last = min(days) - 3 * ONE_DAY, max(days) + 3 * ONE_DAY
    return [first + number * ONE_DAY for number in range((last - first).days + 1)]
