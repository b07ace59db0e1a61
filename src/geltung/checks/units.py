"""Checks of the units file: relations lead somewhere and not in a circle, and no name means two units."""

from collections.abc import Iterator, Mapping
from datetime import date
from graphlib import CycleError, TopologicalSorter
from typing import Final

from geltung.checks.phrases import enumerated
from geltung.corpus.corpus import Corpus
from geltung.corpus.names import keys, literal_key
from geltung.corpus.registry import Registry
from geltung.model.codes import finding
from geltung.model.dates import OPEN_END, german
from geltung.model.diagnostics import Diagnostic
from geltung.model.units import Relation, Unit

UNITS_FILE: Final = "units.yml"
_RELATIONS: Final = ("instance_of", "part_of", "reports_to")
_GRAPHS: Final = (*((relation,) for relation in _RELATIONS), ("instance_of", "part_of"))
"""What must be free of circles: each relation, and the two that pass tasks down together."""

_LITERAL: Final = literal_key("")
_SHORT: Final = 3

Edge = tuple[str, str, date, date]


def known_relations(corpus: Corpus) -> Iterator[Diagnostic]:
    """U004: every relation leads to a unit of the file."""
    for unit in corpus.registry.units.values():
        for name in _RELATIONS:
            for relation in _relations(unit, name):
                if relation.unit not in corpus.registry.units:
                    yield finding(UNITS_FILE, unit.line, "U004", _unknown(corpus.registry, unit, name, relation.unit))


def _relations(unit: Unit, name: str) -> tuple[Relation, ...]:
    relations: tuple[Relation, ...] = getattr(unit, name)
    return relations


def _unknown(registry: Registry, unit: Unit, relation: str, wanted: str) -> str:
    by_name = [f"{registry.units[id_].name} ({id_})" for id_ in registry.find(wanted)]
    near = by_name or list(registry.nearest(wanted))
    hint = f" Gemeint ist vielleicht {enumerated(near, 'oder')}." if near else ""
    return (
        f"Eine Beziehung muss die Kennung einer Einheit nennen: Bei {unit.id} steht {relation}: „{wanted}“, diese "
        f"Einheit gibt es nicht.{hint} Vorschlag: die Kennung berichtigen oder die Einheit „{wanted}“ anlegen."
    )


def circles(corpus: Corpus) -> Iterator[Diagnostic]:
    """U005: no unit is, over any number of steps, above itself on any day."""
    units = corpus.registry.units
    reported: set[tuple[frozenset[str], bool]] = set()
    for relations in _GRAPHS:
        edges = [edge for unit in units.values() for edge in _edges(units, unit, relations)]
        for circle, day in _circles(edges):
            key = (frozenset(circle), relations == ("reports_to",))
            if key not in reported:
                reported.add(key)
                yield _circle(units, relations, circle, day)


def _edges(units: Mapping[str, Unit], unit: Unit, relations: tuple[str, ...]) -> Iterator[Edge]:
    """The dated edges upwards, as far as both units exist."""
    for name in relations:
        for relation in _relations(unit, name):
            above = units.get(relation.unit)
            if above is not None:
                starts = (relation.start, unit.start, above.start)
                ends = (relation.end, unit.end, above.end)
                first = max(start or date.min for start in starts)
                last = min(end or OPEN_END for end in ends)
                if first <= last:
                    yield unit.id, above.id, first, last


def _circles(edges: list[Edge]) -> Iterator[tuple[tuple[str, ...], date]]:
    """Circles, each with a day on which it exists. One that exists on any day exists when its last edge begins."""
    if next(_circles_on(edges, None), None) is None:
        return
    for day in sorted({first for _, _, first, _ in edges}):
        for circle in _circles_on(edges, day):
            yield circle, day


def _circles_on(edges: list[Edge], day: date | None) -> Iterator[tuple[str, ...]]:
    """Circles on a day (None: on any), one after the other, each time with one edge of the last one taken out."""
    graph: dict[str, set[str]] = {}
    for below, above, first, last in edges:
        if day is None or first <= day <= last:
            graph.setdefault(below, set()).add(above)
    while True:
        try:
            TopologicalSorter(graph).prepare()
            return
        except CycleError as error:
            path = tuple(reversed(error.args[1]))
            yield path[1:]
            graph[path[0]].discard(path[1])


def _circle(units: Mapping[str, Unit], relations: tuple[str, ...], circle: tuple[str, ...], day: date) -> Diagnostic:
    last = max(circle, key=lambda id_: units[id_].line)
    turn = circle.index(last)
    ordered = (*circle[turn:], *circle[:turn], last)
    since = "" if day == date.min else f" (am {german(day)})"
    return finding(
        UNITS_FILE,
        units[last].line,
        "U005",
        f"Einheiten dürfen nicht im Kreis voneinander abhängen: {' → '.join(ordered)} über "
        f"{enumerated(relations)}{since}. Vorschlag: die falsche Angabe {enumerated(relations, 'oder')} streichen, bei "
        f"{last} oder einer anderen Einheit des Kreises.",
    )


def shared_names(corpus: Corpus) -> Iterator[Diagnostic]:
    """U006: no name, abbreviation or spelling means two units.

    Short keys are compared as written: "RDn" and "RD N" are told apart, and any other way to write them is refused as
    ambiguous. Longer ones also when folded, because a plural of one could silently be taken for the other.
    """
    groups: dict[tuple[str, ...], set[str]] = {}
    for key, ids in corpus.registry.index.items():
        if len(ids) > 1 and (key.startswith(_LITERAL) or len(key) > _SHORT):
            groups.setdefault(ids, set()).add(key)
    for ids, shared in groups.items():
        units = [corpus.registry.units[id_] for id_ in ids]
        spellings = [f"{unit.name} ({unit.id}) als {_spellings(unit, shared)}" for unit in units]
        yield finding(
            UNITS_FILE,
            max(unit.line for unit in units),
            "U006",
            f"Ein Name muss genau eine Einheit meinen: Gleich lauten {enumerated(spellings)}. (Groß- und "
            "Kleinschreibung, Umlaute, Bindestriche, Leerzeichen und Beugungsendungen unterscheiden nicht.) Vorschlag: "
            "den Namen nur bei der Einheit stehen lassen, die gemeint ist.",
        )


def _spellings(unit: Unit, shared: set[str]) -> str:
    names = (unit.name, *unit.abbreviations, *unit.variants, unit.id)
    return enumerated([f"„{name}“" for name in dict.fromkeys(names) if shared.intersection(keys(name))])
