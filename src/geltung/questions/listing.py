"""Lists: the directives and reference records of a collection, and its units."""

import json
from datetime import date
from typing import Any, NamedTuple

from geltung.model.terms import AREAS, NOT_CONCERNED
from geltung.model.units import Relation, Unit
from geltung.questions import statements
from geltung.questions.collection import Collection, surviving_damage
from geltung.questions.lookup import UnitFound, find_unit
from geltung.store.records import load_units


class Listed(NamedTuple):
    """A line of the list. ``title`` is that of the days shown, ``scope`` follows terms.AREAS.

    A reference record or draft has no validity and no scope.
    """

    id: str
    title: str
    issued: str | None
    is_reference: bool
    in_force_from: str | None
    in_force_until: str | None
    ended_by: str | None
    scope: tuple[str | None, ...]
    draft: bool = False

    def to_json(self) -> dict[str, Any]:
        """A JSON object; the days are those of the last interval in force, or of the one on the day asked about."""
        mark = {"draft": True} if self.draft else {}
        return {
            "id": self.id,
            "title": self.title,
            "issued": self.issued,
            "reference_record": self.is_reference,
            "in_force_from": self.in_force_from,
            "in_force_until": self.in_force_until,
            "ended_by": self.ended_by,
            "scope": dict(zip(AREAS, self.scope, strict=True)),
            **mark,
        }


_ALL = """
SELECT directive.id, directive.title, span.shown, directive.issued, directive.is_reference, directive.is_draft,
       span.in_force_from, span.in_force_until, span.ended_by,
       span.sgb2, span.sgb3, span.famka
  FROM directive
  LEFT JOIN directive_span AS span ON span.id = (
       SELECT newest.id FROM directive_span AS newest
        WHERE newest.directive = directive.id AND newest.phase IN ('in force', 'upcoming')
        ORDER BY newest.first DESC LIMIT 1)
 ORDER BY directive.id"""

_IN_FORCE = """
SELECT directive.id, directive.title, span.shown, directive.issued, directive.is_reference, directive.is_draft,
       span.in_force_from, span.in_force_until, span.ended_by,
       span.sgb2, span.sgb3, span.famka
  FROM directive_span AS span JOIN directive ON directive.id = span.directive
 WHERE span.phase = 'in force' AND span.last >= :day AND span.first <= :day
 ORDER BY directive.id"""


@surviving_damage
def list_directives(
    collection: Collection, in_force_on: date | None = None, area: str | None = None, unit: str | None = None
) -> list[Listed]:
    """Directives and reference records by id; with a day, those in force on it.

    ``area`` keeps what concerns the legal area (unknown counts, rule 18), ``unit`` what ever reaches the unit, or
    reaches it on the day asked about. Every filter leaves out reference records, whose validity is
    not known, and drafts.
    """
    day = in_force_on.isoformat() if in_force_on else None
    rows = collection.connection.execute(_IN_FORCE if day else _ALL, {"day": day})
    found = [_listed(row) for row in rows]
    if area is not None:
        position = AREAS.index(area)
        kept = (item for item in found if not item.is_reference and not item.draft)
        found = [item for item in kept if item.scope[position] != NOT_CONCERNED]
    if unit is not None:
        reached = _reached(collection, find_unit(collection.connection, unit), day)
        found = [item for item in found if item.id in reached]
    return found


def _listed(row: tuple[Any, ...]) -> Listed:
    id_, title, shown, issued, is_reference, is_draft, first, last, ended_by, *scope = row
    title = json.loads(shown)[0] if shown else title
    return Listed(id_, title, issued, bool(is_reference), first, last, ended_by, tuple(scope), bool(is_draft))


def _reached(collection: Collection, unit: UnitFound, day: str | None) -> set[str]:
    if day is not None:
        parameters = {"day": day, "unit": unit.id, "parts": 0}
        rows = collection.connection.execute(statements.DIRECTIVES_OF_UNIT, parameters)
        return {directive for phase, directive, *_ in rows if phase == "in force"}
    statement = (
        "SELECT DISTINCT application.directive FROM reach JOIN application ON application.audience = reach.audience "
        "WHERE reach.unit = ? AND reach.on_request = 0"
    )
    return {row[0] for row in collection.connection.execute(statement, (unit.id,))}


@surviving_damage
def list_units(collection: Collection) -> tuple[Unit, ...]:
    """All units in the order of the units file."""
    return load_units(collection.connection)


def unit_json(unit: Unit) -> dict[str, Any]:
    """A unit as a JSON object: its names and its three relations, each with the days on which it holds."""
    return {
        "id": unit.id,
        "name": unit.name,
        "abbreviations": list(unit.abbreviations),
        "variants": list(unit.variants),
        "instance_of": [_relation_json(item) for item in unit.instance_of],
        "part_of": [_relation_json(item) for item in unit.part_of],
        "reports_to": [_relation_json(item) for item in unit.reports_to],
        "areas": list(unit.areas),
        "from": unit.start.isoformat() if unit.start else None,
        "until": unit.end.isoformat() if unit.end else None,
    }


def _relation_json(relation: Relation) -> dict[str, Any]:
    start, end = relation.start, relation.end
    return {
        "unit": relation.unit,
        "from": start.isoformat() if start else None,
        "until": end.isoformat() if end else None,
    }
