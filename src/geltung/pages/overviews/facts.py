"""What the overviews know of every record: who it is, how it stands over time, whom it cites and changes. Read once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from geltung.corpus.corpus import effective_day
from geltung.model.dates import day_before, german, parse_iso
from geltung.model.records import Directive, Record
from geltung.model.terms import CHANGE_KINDS, IN_FORCE, LAPSED, REPEAL, REPEALED, UPCOMING
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, phases, repeals

NOT_YET: Final = "not yet"
CITATION: Final = "citation"
PHASES: Final = {
    IN_FORCE: "in Kraft",
    UPCOMING: "kommt",
    REPEALED: "aufgehoben",
    LAPSED: "abgelaufen",
    NOT_YET: "noch nicht erlassen",
}
"""Phases of a directive and the words of the overviews."""


@dataclass(frozen=True, slots=True)
class Period:
    """How a directive stands from ``first`` to ``last``: its phase, and the words that say so."""

    first: date
    last: date
    phase: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the overviews show it. A reference record has neither periods nor scope (it is not assessed)."""

    record: Record
    periods: tuple[Period, ...]

    @property
    def id(self) -> str:
        """The record's id."""
        return self.record.id

    @property
    def year(self) -> int | None:
        """The year of issue."""
        return self.record.issued.year if self.record.issued else None

    @property
    def directive(self) -> Directive | None:
        """The directive; None for a reference record."""
        return self.record if isinstance(self.record, Directive) else None

    def phase_on(self, day: date) -> str:
        """The phase on a day."""
        return next((item.phase for item in self.periods if item.first <= day <= item.last), NOT_YET)


@dataclass(frozen=True, slots=True)
class Link:
    """``source`` cites or changes ``target``; ``kind`` is a kind of change or CITATION.

    ``effective`` is the first day of the new state. ``works`` is False for a repeal that has no effect.
    """

    source: str
    target: str
    kind: str
    effective: date | None = None
    works: bool = True


@dataclass(frozen=True, slots=True)
class Facts:
    """A collection as the overviews see it, for the day of the build."""

    today: date
    entries: Mapping[str, Entry]
    links: tuple[Link, ...]

    def directives(self) -> list[Entry]:
        """The directives proper, the latest first."""
        found = [entry for entry in self.entries.values() if entry.directive]
        return sorted(found, key=lambda entry: (entry.record.issued or date.min, entry.id), reverse=True)

    def title(self, id_: str) -> str:
        """A record's title, or that there is none."""
        entry = self.entries.get(id_)
        return entry.record.title if entry else "nicht in der Sammlung"


def read(collection: Collection, today: date) -> Facts:
    """Everything at once."""
    corpus = collection.corpus()
    known = phases(collection)
    entries = {
        id_: Entry(record, tuple(_periods(known.get(id_, ())))) for id_, record in sorted(corpus.records.items())
    }
    effective = {(item.author, target) for target, items in repeals(collection).items() for item in items if not item.part}
    links: list[Link] = []
    for directive in corpus.directives():
        cited = dict.fromkeys(reference.id for reference in directive.references)
        links += [Link(directive.id, target, CITATION) for target in cited if target != directive.id]
        for change in directive.changes:
            if change.target != directive.id and change.kind in CHANGE_KINDS:
                works = change.kind != REPEAL or (directive.id, change.target) in effective
                day = effective_day(directive, change)
                links.append(Link(directive.id, change.target, change.kind, day, works))
    return Facts(today, entries, tuple(links))


def _periods(phases: Iterable[Phase]) -> Iterator[Period]:
    ended_by: str | None = None
    for phase in phases:
        begins, ends = parse_iso(phase.in_force_from or ""), parse_iso(phase.in_force_until or "")
        first, last = date.fromisoformat(phase.first), date.fromisoformat(phase.last)
        if phase.phase == IN_FORCE:
            ended_by = phase.ended_by
        yield Period(first, last, phase.phase, _words(phase.phase, first, begins, ends, ended_by))


def _words(phase: str, first: date, begins: date | None, ends: date | None, ended_by: str | None) -> str:
    if phase == UPCOMING and begins:
        return f"kommt am {german(begins)}"
    if phase == IN_FORCE and ends is None:
        return "in Kraft"
    if phase == IN_FORCE and ends:
        return f"in Kraft bis {german(ends)}" + (f", dann aufgehoben durch {ended_by}" if ended_by else "")
    if phase == REPEALED:
        return f"aufgehoben zum {german(first)}" + (f" durch {ended_by}" if ended_by else "")
    return f"abgelaufen am {german(day_before(first))}" if phase == LAPSED else PHASES[phase]
