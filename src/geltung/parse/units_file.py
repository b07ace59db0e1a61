"""The units file → units, members of classes included, with the spellings that follow from the class."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from geltung.markdown.frontmatter import Mapping, Node, Scalar, Sequence, read
from geltung.model.dates import german
from geltung.model.diagnostics import Diagnostic
from geltung.model.terms import AREAS
from geltung.model.units import Relation, Unit
from geltung.parse.fields import UNITS_FILE
from geltung.parse.files import read_text, relative_name, tidy
from geltung.parse.header import report_yaml
from geltung.parse.report import Report, quote
from geltung.parse.shapes import Checker
from geltung.parse.values import choices, day, mapping, text, texts

_WRONG = "U003"
_FIRST_LINE = 1


def parse_units_file(path: Path, root: Path) -> tuple[tuple[Unit, ...], tuple[Diagnostic, ...]]:
    """Read and parse the units file of the collection in ``root``. Never raises."""
    content, problems = read_text(path, root)
    if content is None:
        return (), problems
    units, found = _parse(content, relative_name(path, root))
    return units, (*problems, *found)


def parse_units(content: str, file: str) -> tuple[tuple[Unit, ...], tuple[Diagnostic, ...]]:
    """All units of a units file in its order. A unit without a name goes by its id; that is reported."""
    tidied, problems = tidy(content, file)
    if tidied is None:
        return (), problems
    units, found = _parse(tidied, file)
    return units, (*problems, *found)


def _parse(content: str, file: str) -> tuple[tuple[Unit, ...], tuple[Diagnostic, ...]]:
    report = Report(file)
    tree, yaml_problems = read(content, _FIRST_LINE)
    report_yaml(yaml_problems, report, "Die Einheitendatei")
    if tree is None:
        return (), report.finish()
    Checker(report, _WRONG, _WRONG).check(tree, UNITS_FILE, "")
    units: dict[str, Unit] = {}
    for unit in (*_classes(tree, report), *_members(tree, report)):
        if unit.id in units:
            first = units[unit.id].line
            message = f"Eine Kennung muss einmalig sein; {quote(unit.id)} steht schon in Zeile {first}."
            report.add(unit.line, _WRONG, f"{message} Vorschlag: eine andere Kennung wählen.")
        else:
            units[unit.id] = unit
    return tuple(_with_derived_names(unit, units) for unit in units.values()), report.finish()


def _classes(tree: Mapping, report: Report) -> Iterator[Unit]:
    for id_, entry, line in _entries(tree.get("units")):
        yield _unit(id_, entry, line, report)


def _members(tree: Mapping, report: Report) -> Iterator[Unit]:
    for class_id, group in mapping(tree.get("members")).entries.items():
        for id_, entry, line in _entries(group):
            yield _unit(id_, entry, line, report, class_id)


def _entries(node: Node | None) -> Iterator[tuple[str, Mapping, int]]:
    """Id, fields and line of every unit; one of which nothing is said has no fields."""
    units = mapping(node)
    for id_, entry in units.entries.items():
        yield id_, mapping(entry), units.lines[id_]


def _unit(id_: str, entry: Mapping, line: int, report: Report, class_id: str | None = None) -> Unit:
    start, end = _period(entry, report)
    instance_of = _relations(entry.get("instance_of"), report)
    if class_id is not None and all(relation.unit != class_id for relation in instance_of):
        instance_of = (Relation(class_id), *instance_of)
    return Unit(
        id_,
        text(entry.get("name")) or id_,
        texts(entry.get("abbreviations")),
        texts(entry.get("variants")),
        instance_of,
        _relations(entry.get("part_of"), report),
        _relations(entry.get("reports_to"), report),
        choices(entry.get("areas"), AREAS),
        start,
        end,
        text(entry.get("note")),
        line,
    )


def _relations(node: Node | None, report: Report) -> tuple[Relation, ...]:
    """One relation or several: an id, or an id with days."""
    if isinstance(node, Sequence):
        return tuple(relation for item in node.items for relation in _relations(item, report))
    if isinstance(node, Mapping):
        unit = text(node.get("unit"))
        return (Relation(unit, *_period(node, report)),) if unit else ()
    unit = text(node) if isinstance(node, Scalar) else None
    return (Relation(unit),) if unit else ()


def _period(entry: Mapping, report: Report) -> tuple[date | None, date | None]:
    start, end = day(entry.get("from")), day(entry.get("until"))
    if start and end and end < start:
        report.add(
            entry.lines["until"],
            _WRONG,
            f"Der letzte Tag (until) darf nicht vor dem ersten (from) liegen; da stehen {german(start)} und "
            f"{german(end)}.",
        )
    return start, end


def _with_derived_names(unit: Unit, units: dict[str, Unit]) -> Unit:
    """The unit with the spellings that its class lends it: "Arbeitsagentur Halle", "AA Halle"."""
    abbreviations, variants = [*unit.abbreviations], [*unit.variants]
    for relation in unit.instance_of:
        whole = units.get(relation.unit)
        if whole is None or not unit.name.startswith(whole.name + " "):
            continue
        rest = unit.name[len(whole.name) :]
        abbreviations += [short + rest for short in whole.abbreviations[:1]]
        variants += [name + rest for name in (*whole.abbreviations[1:], *whole.variants)]
    if len(abbreviations) == len(unit.abbreviations) and len(variants) == len(unit.variants):
        return unit
    return replace(unit, abbreviations=tuple(dict.fromkeys(abbreviations)), variants=tuple(dict.fromkeys(variants)))
