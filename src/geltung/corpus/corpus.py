"""One collection, resolved: who cites whom, who changes whom, and which change ended which wording."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from geltung.corpus.registry import Registry
from geltung.corpus.sections import within_section
from geltung.model.dates import day_after
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Change, Directive, Record, ReferenceRecord, Task
from geltung.model.terms import AMENDMENT, CORRECTION
from geltung.model.units import Unit

HEADER_PARTS = frozenset(("title", "valid_from", "valid_until", "scope"))
"""Header fields that ``parts`` of an amendment may name."""


@dataclass(frozen=True, slots=True)
class ChangeKey:
    """A change, named by the act that makes it and its place in that act's list of changes."""

    author: str
    index: int


@dataclass(frozen=True, slots=True)
class Transition:
    """The end of an earlier wording: from ``day`` on the next one stands.

    ``task`` is None for the header. ``position`` is the version that ends. ``causes`` are the changes that bring it
    about; if there are none in the whole collection it happens unconditionally and the checks report it.
    """

    task: str | None
    position: int
    day: date
    causes: tuple[ChangeKey, ...]
    unexplained: bool


@dataclass(frozen=True)
class Corpus:
    """All records of one collection. Of two files with one id the one named like it counts, else the first."""

    records: Mapping[str, Record]
    registry: Registry
    diagnostics: tuple[Diagnostic, ...] = ()
    transitions: Mapping[str, tuple[Transition, ...]] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()
    """Ids that exist but do not count: issued too late to be known (see :meth:`known_on`), or drafts."""

    @classmethod
    def build(
        cls, records: Iterable[Record], units: Iterable[Unit] | Registry, diagnostics: Iterable[Diagnostic] = ()
    ) -> "Corpus":
        """Resolve records and units into a corpus."""
        by_id: dict[str, Record] = {}
        for record in sorted(records, key=lambda item: (item.file != f"{item.id}.md", item.file)):
            by_id.setdefault(record.id, record)
        registry = units if isinstance(units, Registry) else Registry(units)
        plain = cls(by_id, registry, tuple(diagnostics))
        found = {directive.id: tuple(_transitions(plain, directive)) for directive in plain.directives()}
        return replace(plain, transitions={key: value for key, value in found.items() if value})

    def directives(self) -> Iterator[Directive]:
        """The directives proper, without reference records."""
        return (record for record in self.records.values() if isinstance(record, Directive))

    def reference_records(self) -> Iterator[ReferenceRecord]:
        """Those known only by citation (rule 12)."""
        return (record for record in self.records.values() if isinstance(record, ReferenceRecord))

    def directive(self, id_: str) -> Directive | None:
        """The directive with this id; None for a reference record or an unknown id."""
        record = self.records.get(id_)
        return record if isinstance(record, Directive) else None

    def change(self, key: ChangeKey) -> Change | None:
        """The change that a key names; None if its author is not in the collection."""
        author = self.directive(key.author)
        return author.changes[key.index] if author else None

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[tuple[ChangeKey, Change], ...]]:
        """Target id → the changes made to it, self references left out (they are reported, and do nothing)."""
        found: dict[str, list[tuple[ChangeKey, Change]]] = {}
        for directive in self.directives():
            for index, change in enumerate(directive.changes):
                if change.target != directive.id:
                    found.setdefault(change.target, []).append((ChangeKey(directive.id, index), change))
        return {target: tuple(changes) for target, changes in found.items()}

    @cached_property
    def cited_by(self) -> Mapping[str, tuple[str, ...]]:
        """Id → ids of the directives that cite it under Bezug, sorted."""
        found: dict[str, set[str]] = {}
        for directive in self.directives():
            for reference in directive.references:
                found.setdefault(reference.id, set()).add(directive.id)
        return {target: tuple(sorted(ids)) for target, ids in found.items()}

    def known_on(self, day: date) -> "Corpus":
        """The smaller collection of what was issued on or before a day (rule 2)."""
        return self._keep(lambda record: record.issued is None or record.issued <= day)

    def published(self) -> "Corpus":
        """The collection without its drafts, which are like acts that nobody has issued yet."""
        return self._keep(lambda record: not is_draft(record))

    def foreseen(self) -> "Corpus":
        """The collection as it will be when its drafts are directives."""
        drafts = {
            id_: replace(record, draft=False)
            for id_, record in self.records.items()
            if isinstance(record, Directive) and record.draft
        }
        return replace(self, records={**self.records, **drafts}) if drafts else self

    def _keep(self, wanted: Callable[[Record], bool]) -> "Corpus":
        """Some of the records. A wording that a withheld act ended goes on: the act is not there to end it."""
        kept = {id_: record for id_, record in self.records.items() if wanted(record)}
        if len(kept) == len(self.records):
            return self
        transitions = {
            id_: tuple(replace(item, causes=tuple(key for key in item.causes if key.author in kept)) for item in items)
            for id_, items in self.transitions.items()
            if id_ in kept
        }
        withheld = self.withheld | (self.records.keys() - kept.keys())
        return replace(self, records=kept, transitions=transitions, withheld=withheld)


def is_draft(record: Record) -> bool:
    """Whether the record is a draft."""
    return isinstance(record, Directive) and record.draft


def effective_day(author: Directive, change: Change) -> date | None:
    """First day of the new state: as stated, else valid_from of the act that makes the change (rule 3)."""
    return change.effective or author.header.valid_from


def covers(part: str, task: Task) -> bool:
    """Whether a part of a change names the task itself, its section, or a chapter above that (rule 5)."""
    return part == f"#{task.id}" or within_section(task.section, part)


def _transitions(corpus: Corpus, directive: Directive) -> Iterator[Transition]:
    if len(directive.headers) == 1 and all(len(task.versions) == 1 for task in directive.tasks):
        return
    amendments = [
        (effective_day(author, change), key, change)
        for key, change in corpus.changes_of.get(directive.id, ())
        if change.kind in (AMENDMENT, CORRECTION) and (author := corpus.directive(key.author))
    ]
    for position, header in enumerate(directive.headers[:-1]):
        if header.until is not None:
            day = day_after(header.until)
            causes = tuple(key for on, key, change in amendments if on == day and _names_header(change))
            yield Transition(None, position, day, causes, not causes)
    for task in directive.tasks:
        for position, version in enumerate(task.versions[:-1]):
            if version.until is not None:
                day = day_after(version.until)
                causes = tuple(key for on, key, change in amendments if on == day and _names_task(change, task))
                yield Transition(task.id, position, day, causes, not causes)


def _names_header(change: Change) -> bool:
    return not change.parts or any(part in HEADER_PARTS for part in change.parts)


def _names_task(change: Change, task: Task) -> bool:
    return not change.parts or any(covers(part, task) for part in change.parts)
