"""What the site's search knows of a page beside its text: filters, how each passage stands over time, hidden words.

It is carried by attributes of one empty element per page, which Pagefind reads when it makes its index: nobody sees or
hears it, and no page grows by it in a reader's eyes. The search script picks from it by the reader's day and decides
nothing itself.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from geltung.corpus.registry import Registry
from geltung.exports.addresses import directive_page, section_anchor, source, task_anchor, unit_page
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import OPEN_END_ISO, german, german_iso
from geltung.model.glossary import GlossaryEntry
from geltung.model.records import Directive, Record, ReferenceRecord
from geltung.model.terms import AREAS, ENDED, GERMAN, IN_FORCE, LAPSED, NOT_CONCERNED, REPEALED, UPCOMING
from geltung.model.units import Unit
from geltung.pages import escape
from geltung.pages.vocabulary import vocabulary
from geltung.questions.collection import Collection
from geltung.questions.courses import Phase, RepealOf, TaskPhase, phases, repeals, task_phases
from geltung.questions.glossary import glossary
from geltung.search.beside import WordsBeside
from geltung.search.passages import passages
from geltung.search.thesaurus import Thesaurus, groups_of

CHOICES: Final = "suche/auswahl.json"
"""The values that the search can be narrowed to, in the order in which they are offered."""
ENDED_FOR_GOOD: Final = "ended"
REFERENCE: Final = "reference"
"""Known by citation only: its page names what others say of it, and comes after the directives that say it."""
UNIT, SINGLE_UNIT = "Einheit", "Einzelne Einheit"
"""Kinds of pages of units: classes and whatever belongs to none, and the members of a class."""

Course = list[tuple[str, str, str, bool]]
"""First day, last day, German words, whether it has ended."""


def findable(files: Iterable[GeneratedFile], collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The same files; the pages of records with what the search needs, and the values for its filters."""
    corpus = collection.corpus()
    facts = _Facts.read(collection)
    by_path = {source(directive_page(id_)): record for id_, record in corpus.records.items()}
    units = {source(unit_page(unit.id)): unit for unit in corpus.registry.units.values()}
    texts = {id_: _text(record, collection) for id_, record in corpus.records.items()}
    entries = glossary(collection)
    beside = WordsBeside(texts.values(), Thesaurus(groups_of(entries, corpus.registry.units.values())))
    for file in files:
        if (record := by_path.get(file.path)) is not None:
            yield _with(file, _of_record(record, facts, corpus.registry, beside.of(texts[record.id]), today))
        elif (unit := units.get(file.path)) is not None:
            yield _with(file, _of_unit(unit))
        else:
            yield file
    yield GeneratedFile(CHOICES, escape.data(_choices(corpus.records.values(), facts)))
    names = (name for unit in units.values() for name in (unit.name, *unit.abbreviations, *unit.variants))
    yield from vocabulary((*texts.values(), *names, *(_said(entry) for entry in entries)))


@dataclass(frozen=True)
class _Facts:
    phases: Mapping[str, tuple[Phase, ...]]
    tasks: Mapping[str, tuple[TaskPhase, ...]]
    repeals: Mapping[str, tuple[RepealOf, ...]]
    areas: Mapping[str, list[str]]
    units: Mapping[str, list[str]]
    names: Mapping[str, str]

    @classmethod
    def read(cls, collection: Collection) -> "_Facts":
        """Everything that the pages need from the store, read once."""
        registry = collection.corpus().registry
        kinds = {unit.id: unit.name for unit in registry.units.values() if not unit.instance_of}
        units: dict[str, list[str]] = {}
        for directive, unit in collection.connection.execute(_REACHED):
            if unit in kinds:
                units.setdefault(directive, []).append(unit)
        areas: dict[str, list[str]] = {}
        for directive, *values in collection.connection.execute(_CONCERNED):
            areas[directive] = [area for area, concerned in zip(AREAS, values, strict=True) if concerned]
        return cls(phases(collection), task_phases(collection), repeals(collection), areas, units, kinds)


_REACHED: Final = """
SELECT DISTINCT application.directive, reach.unit FROM application JOIN reach ON reach.audience = application.audience
 WHERE reach.on_request = 0 ORDER BY application.directive, reach.unit"""
_IS_CONCERNED: Final = f"max(coalesce({{}}, '') != '{NOT_CONCERNED}')"
_CONCERNED: Final = (
    f"SELECT directive, {', '.join(map(_IS_CONCERNED.format, ('sgb2', 'sgb3', 'famka')))} "
    "FROM directive_span GROUP BY directive"
)
"""Areas with any value but "nicht betroffen" at some time; unknown is kept (rule 18)."""


def _text(record: Record, collection: Collection) -> str:
    found = passages(record, collection.corpus().registry)
    return "\n".join((record.title, *(f"{passage.heading}\n{passage.text}" for passage in found)))


def _said(entry: GlossaryEntry) -> str:
    return " ".join((entry.term, entry.long or "", *entry.synonyms))


def _with(file: GeneratedFile, element: str) -> GeneratedFile:
    """A page with the element behind its text."""
    return GeneratedFile(file.path, f"{str(file.content).rstrip()}\n\n{element}\n")


def _of_unit(unit: Unit) -> str:
    names = "; ".join((*unit.abbreviations, *unit.variants))
    about = escape.data({"": (f"Organisationseinheit {unit.id}", [])})
    kind = SINGLE_UNIT if unit.instance_of else UNIT
    return _element((("kind", kind), ("standing", "open"), ("course", about)), names, unit.id)


def _of_record(record: Record, facts: _Facts, registry: Registry, words: Iterable[str], today: date) -> str:
    course = _course(facts.phases.get(record.id, ()))
    filters: list[tuple[str, str]] = [("kind", record.kind), ("standing", _standing(course, today))]
    if isinstance(record, ReferenceRecord):
        filters.append(("record", REFERENCE))
    if record.issued:
        filters.append(("year", str(record.issued.year)))
    filters += [("area", area) for area in facts.areas.get(record.id, ())]
    filters += [("unit", unit) for unit in facts.units.get(record.id, ())]
    filters.append(("course", escape.data({"": (_name(record), course), **_of_passages(record, facts, registry)})))
    return _element(filters, " ".join(filter(str.isalpha, words)), record.id)


def _element(filters: Iterable[tuple[str, str]], words: str, number: str) -> str:
    spans = "".join(
        f'<span data-pagefind-filter="{name}[data-v]" data-v="{escape.text(value)}"></span>' for name, value in filters
    )
    attributes = f'data-woerter="{escape.text(words)}" data-nummer="{escape.text(number)}"'
    searched = 'data-pagefind-meta="words[data-woerter], number[data-nummer]"'
    return f'<div class="g-findbar" {attributes} {searched}>{spans}</div>'


def _name(record: Record) -> str:
    issued = f" vom {german(record.issued)}" if record.issued else ""
    return f"{record.kind} {record.id}{issued}"


def _standing(course: Course, today: date) -> str:
    """Whether a directive can still be in force on any day from the build on; the script looks again on its day."""
    day = today.isoformat()
    return ENDED_FOR_GOOD if course and all(ended for _, last, _, ended in course if last >= day) else "open"


def _course(items: Iterable[Phase]) -> Course:
    """How a directive stands, in words. A directive that is not assessed has no days: always the same words."""
    found = [(item.first, item.last, _words(item), item.phase in (LAPSED, REPEALED)) for item in items]
    return _joined(found) or [("", OPEN_END_ISO, "nicht bewertet", False)]


def _words(item: Phase) -> str:
    if item.phase == IN_FORCE:
        until = item.in_force_until
        return f"gilt bis {german_iso(until)}" if until and until != OPEN_END_ISO else "gilt"
    if item.phase == UPCOMING and item.in_force_from:
        return f"gilt ab {german_iso(item.in_force_from)}"
    return GERMAN.get(item.phase, item.phase)


def _of_passages(record: Record, facts: _Facts, registry: Registry) -> dict[str, Any]:
    """Anchor → title and course of the passages that stand otherwise than their directive."""
    if not isinstance(record, Directive):
        return {}
    found: dict[str, Any] = {}
    headings = {passage.id: passage.heading for passage in passages(record, registry)}
    for task in record.tasks:
        id_ = f"{record.id}#{task.id}"
        found[task_anchor(task.id)] = (f"Auftrag {headings[id_]}", _task_course(facts.tasks.get(id_, ())))
    for repeal in facts.repeals.get(record.id, ()):
        for section in record.sections:
            if repeal.part and f"{section.number}.".startswith(f"{repeal.part}."):
                words = f"aufgehoben seit {german_iso(repeal.day)}"
                found.setdefault(section_anchor(section.number), ("", [(repeal.day, OPEN_END_ISO, words, True)]))
    return found


def _task_course(items: Iterable[TaskPhase]) -> Course:
    """Listed states in words; days between and after them are those on which the task has ended."""
    listed = _joined((item.first, item.last, GERMAN[item.state], False) for item in items)
    ends = [last for _, last, _, _ in listed]
    return [*listed, (ends[-1], OPEN_END_ISO, GERMAN[ENDED], True)] if listed and ends[-1] != OPEN_END_ISO else listed


def _joined(items: Iterable[tuple[str, str, str, bool]]) -> Course:
    found: Course = []
    for first, last, words, ended in items:
        if found and found[-1][2:] == (words, ended):
            found[-1] = (found[-1][0], last, words, ended)
        else:
            found.append((first, last, words, ended))
    return found


def _choices(records: Iterable[Record], facts: _Facts) -> dict[str, list[tuple[str, str]]]:
    """Filter → its values with their German words."""
    years = sorted({record.issued.year for record in records if record.issued}, reverse=True)
    used = {unit for units in facts.units.values() for unit in units}
    named = sorted(((unit, facts.names[unit]) for unit in used), key=lambda item: item[1].casefold())
    areas = {area for found in facts.areas.values() for area in found}
    return {
        "area": [(area, area) for area in AREAS if area in areas],
        "year": [(str(year), str(year)) for year in years],
        "unit": named,
    }
