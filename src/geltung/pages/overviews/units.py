"""All units: the parts of each, the members of each class, and the districts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from geltung.exports.generated import GeneratedFile
from geltung.model.dates import german
from geltung.model.units import Relation, Unit
from geltung.pages import escape
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.collation import sort_key
from geltung.pages.overviews.frame import Page
from geltung.questions.collection import Collection

_LEAD = (
    "Aufträge an eine Klasse („Agentur für Arbeit“) gelten für ihre Mitglieder, Aufträge an das Ganze für seine "
    "Teile, nie umgekehrt. „Berichtet an“ gibt keine Aufträge weiter."
)

Below = Mapping[str, Sequence[tuple[Unit, Relation]]]
"""Unit id → the units that name it in one relation, in alphabetical order."""


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The one page."""
    units = collection.corpus().registry.units
    ordered = sorted(units.values(), key=lambda unit: sort_key(unit.name))
    parts = _below(ordered, lambda unit: unit.part_of)
    members = _below(ordered, lambda unit: unit.instance_of)
    reporting = _below(ordered, lambda unit: unit.reports_to)
    page = Page(places.UNITS, "Organisationseinheiten", _LEAD)
    page.heading("Einheiten und ihre Teile", "teile")
    instances = {unit.id for unit in ordered if unit.instance_of}
    roots = [unit for unit in ordered if not unit.part_of and (unit.id not in instances or unit.id in parts)]
    page.html(_tree(page, [(unit, None) for unit in roots], parts, frozenset()))
    classes = sorted((id_ for id_ in members if id_ in units), key=lambda id_: sort_key(units[id_].name))
    if classes:
        page.heading("Klassen und ihre Mitglieder", "mitglieder")
    for id_ in classes:
        page.html(_members(page, units[id_], members[id_], units))
    if not reporting.keys().isdisjoint(units):
        page.heading("Bezirke", "bezirke")
        page.html("<p>Wer an wen berichtet. Danach richten sich Aufträge „im Bezirk der Regionaldirektion …“.</p>")
        page.html(_districts(page, units, reporting))
    yield page.file()


def _below(units: Sequence[Unit], relations: Callable[[Unit], Sequence[Relation]]) -> Below:
    found: dict[str, list[tuple[Unit, Relation]]] = {}
    for unit in units:
        for relation in relations(unit):
            found.setdefault(relation.unit, []).append((unit, relation))
    return found


def _tree(page: Page, items: Sequence[tuple[Unit, Relation | None]], parts: Below, above: frozenset[str]) -> str:
    """Nested lists. A unit that is, by mistake, a part of itself is shown once on the way down."""
    entries: list[str] = []
    for unit, relation in items:
        inside = above | {unit.id}
        below = [item for item in parts.get(unit.id, ()) if item[0].id not in inside]
        nested = _tree(page, below, parts, inside) if below else ""
        entries.append(f"<li>{_named(page, unit, relation)}{nested}</li>")
    return f'<ul class="g-baum">{"".join(entries)}</ul>'


def _members(page: Page, of_class: Unit, members: Sequence[tuple[Unit, Relation]], units: Mapping[str, Unit]) -> str:
    rows = (
        frame.row(
            (_named(page, unit, relation), _targets(page, unit.part_of, units), _targets(page, unit.reports_to, units))
        )
        for unit, relation in members
    )
    caption = f"{of_class.name}: {frame.count(len(members), 'Mitglied', 'Mitglieder')} in der Sammlung"
    return frame.table(caption, ("Mitglied", "Teil von", "berichtet an"), rows)


def _districts(page: Page, units: Mapping[str, Unit], reporting: Below) -> str:
    rows = (
        frame.row(
            (
                page.unit(unit.id, unit.name),
                ", ".join(_named(page, item, relation) for item, relation in reporting[unit.id]),
            )
        )
        for unit in units.values()
        if unit.id in reporting
    )
    return frame.table("Wer an wen berichtet", ("Einheit", "An sie berichten"), rows)


def _named(page: Page, unit: Unit, relation: Relation | None) -> str:
    short = (
        f" ({escape.text(unit.abbreviations[0])})" if unit.abbreviations and unit.abbreviations[0] != unit.name else ""
    )
    areas = f" – {escape.text(', '.join(unit.areas))}" if unit.areas else ""
    return (
        page.unit(unit.id, unit.name)
        + short
        + areas
        + _days(unit.start, unit.end)
        + (_days(relation.start, relation.end) if relation else "")
    )


def _targets(page: Page, relations: Sequence[Relation], units: Mapping[str, Unit]) -> str:
    return (
        ", ".join(
            (page.unit(item.unit, units[item.unit].name) if item.unit in units else escape.text(item.unit))
            + _days(item.start, item.end)
            for item in relations
        )
        or "–"
    )


def _days(start: date | None, end: date | None) -> str:
    if start and end:
        return f" [{german(start)} bis {german(end)}]"
    return f" [seit {german(start)}]" if start else f" [bis {german(end)}]" if end else ""
