"""The whole way from a source to what its draft says: a pipeline of pure functions, each in its own module."""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geltung.corpus.registry import Registry
from geltung.importing.body import Node
from geltung.importing.changes.all_changes import all_changes
from geltung.importing.changes.change_days import ChangeFound, Situation
from geltung.importing.changes.change_sentences import read_run
from geltung.importing.changes.changes import sentences
from geltung.importing.changes.unread import Unread
from geltung.importing.changes.unsaid import unsaid
from geltung.importing.days.task_days import Context
from geltung.importing.drafting.links import Linked, with_links
from geltung.importing.head import labels
from geltung.importing.head.abstract import split_abstract, stands_below
from geltung.importing.head.head_values import Head, is_known, read_head
from geltung.importing.head.header import FieldText, HeaderText, split_header
from geltung.importing.head.references import (
    Cited,
    Entry,
    entries,
    is_nothing,
    read_references,
)
from geltung.importing.head.stated_days import with_stated_days
from geltung.importing.mending import Mended, mend
from geltung.importing.source import Source
from geltung.importing.spoilt import Numerals, with_numerals
from geltung.importing.structure.annexes import Annex, split_annexes
from geltung.importing.structure.chapters import Counted, blocks_of, in_arabic
from geltung.importing.structure.pages import Paged, paged
from geltung.importing.tasks.addressees import Units
from geltung.importing.tasks.orders import verb_first
from geltung.importing.tasks.overlooked import Asked, lists, marked, several
from geltung.importing.tasks.suggestions import Suggestion, suggestions
from geltung.importing.tasks.tasks import TaskReader
from geltung.importing.text import Line
from geltung.model.dates import parse_iso
from geltung.model.records import Directive
from geltung.parse.wording import find_dates

_WHOLE_PARAGRAPHS: Final = ("docx", "html")
"""Kinds of sources of which each line is a paragraph of its own."""


_AMENDS: Final = re.compile(r"Änderung\b.*", re.IGNORECASE)
"""A label below which directives are amended, not repealed."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the collection knows: its units, its ids, its words, and for each directive its tasks by addressee."""

    units: Units
    ids: frozenset[str]
    words: Set[str]
    task_ids: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Everything that was read from a source. ``listed`` says whether the source has the label Aufhebung at all."""

    source: Source
    head: Head
    references: tuple[Cited, ...]
    changes: tuple[ChangeFound, ...]
    listed: bool
    unread: tuple[Unread, ...]
    abstract: tuple[Node, ...]
    body: tuple[Node, ...]
    annexes: tuple[Annex, ...]
    linked: Linked
    mended: Mended
    numerals: Numerals
    suggested: tuple[Suggestion, ...]
    left_out: tuple[Line, ...]
    overlooked: tuple[Asked, ...] = ()
    counted_otherwise: tuple[Line, ...] = ()

    @property
    def nodes(self) -> tuple[Node, ...]:
        """The nodes of abstract and body, in the order of the draft."""
        return self.linked.nodes


class NoDirective(Exception):
    """The text has no header of a directive; the message is German, for the editor."""


def known_from(units: Registry, directives: Sequence[Directive], ids: Set[str], words: Set[str]) -> Known:
    """What recognition asks the collection for."""
    tasks = {
        directive.id: {" ".join(task.current.addressed): task.id for task in directive.tasks if task.current.addressed}
        for directive in directives
    }
    return Known(Units(units), frozenset(ids), words, tasks)


def recognise(source: Source, known: Known) -> Recognised:
    """Read a source. Raises NoDirective where nothing of a directive's header is recognised."""
    pages = paged(source)
    mended = mend(pages.lines, known.words) if source.damaged else Mended(pages.lines, (), ())
    counted = in_arabic(mended.lines)
    mended = replace(mended, lines=counted.lines)
    first = split_header(mended.lines)
    whole = "\n".join(line.text for line in mended.lines)
    scope = {
        value.about.removeprefix("scope: "): value.value for value in read_head(first, source.damaged, whole, ()).scope
    }
    numerals = with_numerals(mended.lines, scope)
    header = split_header(numerals.lines)
    head = read_head(header, source.damaged, whole, known.ids)
    if not is_known(head):
        raise NoDirective(
            "Der Text hat keinen Kopf einer Weisung (Titel, Laufende Nummer, Gültig ab, Rechtskreise). "
            "Ist es die richtige Datei? „geltung new“ legt eine Weisung von Hand an."
        )
    return _read(source, known, pages, mended, numerals, header, head, whole, counted)


def _read(
    source: Source,
    known: Known,
    pages: Paged,
    mended: Mended,
    numerals: Numerals,
    header: HeaderText,
    head: Head,
    whole: str,
    counted: Counted,
) -> Recognised:
    damaged = source.damaged
    cited, listed, abstract_entries, said = _fields(header, damaged, source.kind in _WHOLE_PARAGRAPHS)
    references = read_references(cited, known.ids, damaged)
    blocks, annexes = split_annexes(blocks_of(header.body, damaged, known.units.names_unit), header)
    act = {name: parse_iso(head.get(name) or "") for name in ("issued", "valid_from")}
    text = "\n\n".join((*(entry.text for entry in abstract_entries), *(block.text for block in blocks)))
    context = Context(act, _future_days(text, act), whole, damaged, text)
    reader = TaskReader(known.units, context, damaged)
    body = reader.nodes(blocks)
    abstract = tuple(
        Node("item" if entry.listed else "paragraph", entry.text, entry.lines) for entry in abstract_entries
    )
    situation = _situation(head, references, known, damaged, act)
    stated = all_changes(listed, (*abstract, *body), situation)
    left = unsaid(listed, stated.changes, references, (*_nodes((*said, *stated.kept)), *abstract, *body))
    abstract = _in_order(abstract, said, (*stated.kept, *left))
    linked = with_links((*abstract, *body), pages.links)
    return Recognised(
        source,
        with_stated_days(head, (*abstract, *body)),
        references,
        stated.changes,
        bool(header.of(labels.REPEALS)),
        stated.asked,
        abstract,
        body,
        annexes,
        linked,
        mended,
        numerals,
        suggestions(body, _lead(known.units), known.units.names_unit, _changes(situation)),
        pages.left_out,
        (*several(mended.lines, head.get("id")), *lists(linked.nodes, known.units), *marked(source, mended.lines)),
        counted.headings,
    )


def _fields(
    header: HeaderText, damaged: bool, whole: bool
) -> tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries of Bezug, those of Aufhebung, the paragraphs of the abstract, and what else is wording."""
    said: list[Entry] = []
    cited: list[Entry] = []
    listed: list[Entry] = []
    amended: list[Entry] = []
    abstract: list[Entry] = []
    for field in header.fields:
        if field.field == labels.REFERENCES:
            own, rest = split_abstract(entries(field, damaged, whole), False, _label_line(field), whole)
            cited += own
            abstract += rest
        elif field.field == labels.REPEALS:
            own, rest = split_abstract(entries(field, damaged, whole), True, _label_line(field), whole)
            said += [entry for entry in own if stands_below(entry, _label_line(field))]
            if any(not is_nothing(entry) for entry in own) and (amends := _AMENDS.match(field.label.words)):
                amended += [Entry(f"{amends[0]}:", own[0].lines, False), *own]
            else:
                listed += own
            abstract += rest
        elif field.field == labels.ABSTRACT:
            abstract += entries(field, damaged, whole)
    return (
        tuple(entry for entry in cited if not is_nothing(entry)),
        (*listed, *amended),
        tuple(abstract),
        tuple(said),
    )


def _in_order(abstract: Sequence[Node], said: Sequence[Entry], left: Sequence[Unread | Entry]) -> tuple[Node, ...]:
    """The abstract with the sentences of the field Aufhebung where the source has them, and behind it what is left."""
    there = sorted((*_nodes(said), *abstract), key=lambda node: node.lines[0].number)
    numbers = {line.number for entry in said for line in entry.lines}
    return (*there, *_nodes([item for item in left if item.lines[0].number not in numbers]))


def _nodes(items: Sequence[Unread | Entry]) -> tuple[Node, ...]:
    return tuple(Node("paragraph", item.text, item.lines) for item in items)


def _label_line(field: FieldText) -> Line | None:
    return field.lines[0] if field.lines else None


def _lead(units: Units) -> Callable[[str], str | None]:
    def said(sentence: str) -> str | None:
        found = units.leading(sentence)
        return found[1] if found else verb_first(sentence, units)

    return said


def _changes(situation: Situation) -> Callable[[str], bool]:
    return lambda sentence: bool(read_run(sentences(sentence, ()), situation))


def _future_days(text: str, act: Mapping[str, date | None]) -> tuple[date, ...]:
    """The days after the issue that the document names, each once: an anchor can only be concluded if there is one."""
    since = act.get("issued") or act.get("valid_from")
    days = [phrase.date for phrase in find_dates(text) if phrase.date and phrase.written[:1].isdigit()]
    future = [day for day in days if since is None or day > since]
    return tuple(dict.fromkeys(future))


def _situation(
    head: Head, references: Sequence[Cited], known: Known, damaged: bool, act: Mapping[str, date | None]
) -> Situation:
    ids = tuple(cited.id for cited in references if cited.act is not None)
    return Situation(head.get("id"), act.get("issued"), act.get("valid_from"), ids, known.ids, damaged, known.task_ids)
