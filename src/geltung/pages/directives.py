"""The pages of directives: head, text with its tasks, annexes, and what is to be said of the transcription."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from geltung.corpus.corpus import Corpus
from geltung.corpus.sections import within_section
from geltung.corpus.settled import STILL_COUNTS
from geltung.exports.addresses import directive_page, relative, section_anchor, task_anchor
from geltung.exports.generated import GeneratedFile
from geltung.markdown.frontmatter import split
from geltung.model.dates import german
from geltung.model.records import Directive, Record, ReferenceRecord, Section
from geltung.pages import body, escape, head
from geltung.pages.annexes import annexes, transcription
from geltung.pages.inline import Inline
from geltung.pages.links import Links
from geltung.pages.overviews import facts
from geltung.pages.overviews.connections import Neighbourhoods
from geltung.pages.overviews.places import GLOSSARY
from geltung.pages.page import block, heading, page
from geltung.pages.sources import Sources
from geltung.pages.tasks import Cards, repealed
from geltung.pages.tooltips import Term, Tooltips, terms
from geltung.pages.wordings import earlier
from geltung.parse.files import read_text
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, RepealOf, TaskPhase, phases, repeals, task_phases
from geltung.questions.glossary import glossary
from geltung.questions.wordings import Titles


@dataclass(frozen=True)
class Known:
    """Everything that the pages of directives are made from, read once."""

    corpus: Corpus
    directory: Path
    today: date
    sources: Sources
    phases: Mapping[str, tuple[Phase, ...]]
    tasks: Mapping[str, tuple[TaskPhase, ...]]
    repeals: Mapping[str, tuple[RepealOf, ...]]
    neighbourhoods: Neighbourhoods
    terms: tuple[Term, ...]
    left_out: Mapping[str, frozenset[int]]
    """Id → lines of tasks that only a draft inserts."""

    @classmethod
    def read(cls, collection: Collection, today: date) -> "Known":
        """What a collection says, published or with its drafts."""
        corpus = collection.corpus()
        return cls(
            corpus,
            collection.directory or Path(),
            today,
            Sources(collection.directory),
            phases(collection),
            task_phases(collection),
            repeals(collection),
            Neighbourhoods(facts.read(collection, today)),
            terms(glossary(collection), corpus.registry.units.values()),
            collection.left_out,
        )

    @property
    def titles(self) -> Titles:
        """What the records are called on each day."""
        return Titles(self.corpus.records, self.phases)

    def links(self, address: str) -> Links:
        """Links as a page must write them."""
        return Links(address, self.corpus.records, self.corpus.registry.units)


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """One page for every directive and reference record, and the originals and annexes that they offer."""
    known = Known.read(collection, today)
    for _, record in sorted(known.corpus.records.items()):
        yield _page(record, known)
    yield from known.sources.files()


def _page(record: Record, known: Known) -> GeneratedFile:
    address = directive_page(record.id)
    links = known.links(address)
    title = known.titles.on(record.id, known.today.isoformat())
    parts = [heading(1, title)]
    if isinstance(record, ReferenceRecord):
        parts.append(block(head.of_reference(record, known.corpus, links, known.today), "g-kopf"))
        description = f"{record.kind} {record.id}, nur durch Zitat bekannt"
    else:
        found = known.phases.get(record.id, ()), known.repeals.get(record.id, ())
        original = known.sources.address(record.origin.file) if record.origin else None
        parts.append(block(head.of_directive(record, *found, known.corpus, links, original, known.today), "g-kopf"))
        parts += text(record, known, links)
        description = f"{record.kind} {record.id}{dated(record)}"
    if connections := known.neighbourhoods.picture(record.id):
        parts += [heading(2, "Verbindungen", "verbindungen"), block(connections)]
    return page(address, f"{record.id} – {title}", parts, description)


def dated(directive: Directive) -> str:
    """ " vom 1. Mai 2025", or nothing."""
    return f" vom {german(directive.issued)}" if directive.issued else ""


def text(directive: Directive, known: Known, links: Links) -> Iterator[str]:
    """Headings and text, annexes, transcription."""
    inline = Inline()
    tips = Tooltips(known.terms, relative(GLOSSARY, links.page))
    found = known.repeals.get(directive.id, ())
    cards = Cards(directive, known.corpus.registry, links, found, known.today)
    pieces = body.read(*_source(directive, known.directory), _marks(directive, known, cards), inline)
    sections = {section_anchor(section.number): section for section in directive.sections}
    for piece in pieces:
        section = sections.get(piece.anchor)
        notes = "".join(_notes(section, found, links, known.today)) if section else ""
        if piece.level:
            yield heading(piece.level, piece.title, piece.anchor)
        elif piece.html:
            yield heading(2, "Zusammenfassung", "zusammenfassung")
        yield block(tips.mark(notes + "".join(piece.html)), "g-text")
    yield from annexes(directive, known.sources, links)
    yield from transcription(directive, inline.doubts, known.sources, links)


def _source(directive: Directive, directory: Path) -> tuple[str, int]:
    """The text below the front matter and the line on which it begins."""
    content, _ = read_text(directory / directive.file, directory)
    document = split(content or "")
    return document.body, document.body_line


def _marks(directive: Directive, known: Known, cards: Cards) -> body.Marks:
    tasks: dict[int, tuple[str, body.Card]] = {}
    quotes = {item.line for section in directive.sections for item in section.earlier}
    for task in directive.tasks:
        states = known.tasks.get(f"{directive.id}#{task.id}", ())
        tasks[task.line] = (escape.text(task_anchor(task.id)), partial(cards.card, task, states))
        quotes.update(version.line for version in task.versions if version.line != task.line)
    tasks |= dict.fromkeys(known.left_out.get(directive.id, ()), ("", _nothing))
    sections: dict[int, str] = {}
    for section in directive.sections:
        anchor = section_anchor(section.number)
        if anchor not in sections.values():
            sections[section.line] = anchor
    amended = frozenset(task.line for task in directive.tasks if sum(item.present for item in task.versions) > 1)
    return body.Marks(tasks, sections, frozenset(quotes), amended)


def _nothing(_: str) -> str:
    """The card of a task that only a draft inserts."""
    return ""


def _notes(section: Section, found: tuple[RepealOf, ...], links: Links, today: date) -> Iterator[str]:
    """Repeals of a section, also as part of a larger one, and its earlier wordings."""
    for repeal in found:
        if repeal.part and within_section(section.number, repeal.part):
            whole = "" if repeal.part == section.number else f", als Teil von Abschnitt {escape.text(repeal.part)}"
            yield repealed(repeal, links, today, whole)
    for wording in sorted(section.earlier, key=lambda item: item.until, reverse=True):
        paragraphs = "".join(f"<p>{escape.text(text)}</p>" for text in wording.text.split("\n\n"))
        yield earlier(paragraphs, None if wording.until == STILL_COUNTS else wording.until, today)
