"""What stands in the files of published directives without what only drafts would bring about.

An editor writes an amendment as a draft and the new wording into the file of the amended directive. Until the draft is
published the earlier wording goes on, and nobody but editors may take the new one for the text.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from geltung.corpus.corpus import Corpus, effective_day
from geltung.corpus.sections import within_section
from geltung.model.dates import OPEN_END, day_after
from geltung.model.records import Directive, HeaderVersion, Section, Task, TaskVersion
from geltung.model.terms import AMENDMENT, CORRECTION

Version = TypeVar("Version", HeaderVersion, TaskVersion)

STILL_COUNTS: Final = OPEN_END
"""The last day of an earlier wording of a section that only a draft would end."""


@dataclass(frozen=True)
class Settled:
    """``corpus`` has no drafts and no wording of theirs; ``left_out`` maps ids to the lines of tasks they insert."""

    corpus: Corpus
    left_out: Mapping[str, frozenset[int]]


def settled(corpus: Corpus) -> Settled:
    """The published corpus as readers must see it."""
    published = corpus.published()
    if published is corpus:
        return Settled(corpus, {})
    records = dict(published.records)
    left_out: dict[str, frozenset[int]] = {}
    for directive in published.directives():
        void = {(item.task, item.position) for item in published.transitions.get(directive.id, ()) if not item.causes}
        void -= {(item.task, item.position) for item in corpus.transitions.get(directive.id, ()) if item.unexplained}
        tasks = [_task(task, void) for task in directive.tasks]
        lines = frozenset(task.line for task in tasks if not any(version.present for version in task.versions))
        if lines:
            left_out[directive.id] = lines
        records[directive.id] = replace(
            directive,
            headers=_kept(directive.headers, (position for task, position in void if task is None)),
            tasks=tuple(task for task in tasks if task.line not in lines),
            sections=tuple(_sections(directive, corpus, published)),
        )
    return Settled(replace(published, records=records), left_out)


def _task(task: Task, void: Iterable[tuple[str | None, int]]) -> Task:
    return replace(task, versions=_kept(task.versions, (position for id_, position in void if id_ == task.id)))


def _kept(versions: Sequence[Version], void: Iterable[int]) -> tuple[Version, ...]:
    """The wordings without those that begin with a change that nobody has made; the one before goes on."""
    never = {position + 1 for position in void}
    found: list[Version] = []
    for position, version in enumerate(versions):
        if position in never:
            found[-1] = replace(found[-1], until=version.until)
        else:
            found.append(version)
    return tuple(found)


def _sections(directive: Directive, corpus: Corpus, published: Corpus) -> Iterator[Section]:
    for section in directive.sections:
        yield replace(
            section,
            earlier=tuple(
                replace(wording, until=STILL_COUNTS)
                if _amended(directive, section, wording.until, corpus)
                and not _amended(directive, section, wording.until, published)
                else wording
                for wording in section.earlier
            ),
        )


def _amended(directive: Directive, section: Section, until: date, corpus: Corpus) -> bool:
    """Whether any act of the corpus amends the section on the day after ``until``."""
    return any(
        change.kind in (AMENDMENT, CORRECTION)
        and (author := corpus.directive(key.author)) is not None
        and effective_day(author, change) == day_after(until)
        and (not change.parts or any(within_section(section.number, part) for part in change.parts))
        for key, change in corpus.changes_of.get(directive.id, ())
    )
