"""What the overviews know of every record: who it is, how it stands over time, whom it cites and changes. Read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from geltung.corpus.corpus import effective_day
from geltung.model.records import Directive, Record
from geltung.model.terms import CHANGE_KINDS, REPEAL
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, phases, repeals
from geltung.questions.wordings import as_of

CITATION: Final = "citation"


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the overviews show it: as it reads on the day of the build.

    A reference record has no phases: it is not assessed.
    """

    record: Record
    phases: tuple[Phase, ...]

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
    entries = {id_: _entry(record, known.get(id_, ()), today) for id_, record in sorted(corpus.records.items())}
    effective = {
        (item.author, target) for target, items in repeals(collection).items() for item in items if not item.part
    }
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


def _entry(record: Record, found: tuple[Phase, ...], today: date) -> Entry:
    if isinstance(record, Directive):
        record = as_of(record, found, {}, today.isoformat())
    return Entry(record, found)
