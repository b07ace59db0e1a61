"""From what people type to ids: units, areas and days."""

import json
import re
import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from geltung.corpus.names import keys
from geltung.model.dates import parse_day
from geltung.model.terms import AREAS, area_named
from geltung.questions.errors import InvalidDay, UnknownArea, UnknownUnit
from geltung.questions.today import today

if TYPE_CHECKING:
    from geltung.corpus.registry import Registry

UNIT_DAYS: Final = slice(8, 10)
"""Where a stored unit has its first and last day; a test holds it to the record, whose import would take time."""


class UnitFound(NamedTuple):
    """A unit as an answer names it. ``areas`` are its legal areas (its own, or those of its class or whole).

    ``first`` and ``last`` are the days from and until which there is the unit, None if open.
    """

    id: str
    name: str
    areas: tuple[str, ...]
    first: str | None = None
    last: str | None = None


def find_unit(connection: sqlite3.Connection, text: str) -> UnitFound:
    """The unit that goes by an id, name, abbreviation or any folded form of them; UnknownUnit otherwise."""
    if not text.strip():
        raise UnknownUnit("Die Angabe der Einheit ist leer. „geltung units“ zeigt alle.")
    for ids in _candidates(connection, text):
        if ids:
            return _the_one(connection, text, ids)
    registry = _registry(connection)
    if ids := registry.find(text):  # the words of a heading: "Alle Agenturen", "Die Service Center SGB III"
        return _the_one(connection, text, ids)
    raise UnknownUnit(f"Keine Organisationseinheit heißt „{text}“.{_nearest(connection, registry, text)}")


def _the_one(connection: sqlite3.Connection, text: str, ids: tuple[str, ...]) -> UnitFound:
    if len(ids) > 1:
        raise UnknownUnit(f"„{text}“ ist mehrdeutig. Gemeint sein kann: {', '.join(_labels(connection, ids))}")
    row = connection.execute("SELECT id, name, areas, record FROM unit WHERE id = ?", ids).fetchone()
    return UnitFound(row[0], row[1], tuple(json.loads(row[2])), *json.loads(row[3])[UNIT_DAYS])


def _registry(connection: sqlite3.Connection) -> "Registry":
    """The grammar of addressees over the stored units; only wanted when no key of the store is the name."""
    from geltung.corpus.registry import Registry
    from geltung.store.records import load_units

    return Registry(load_units(connection))


def _candidates(connection: sqlite3.Connection, text: str) -> list[tuple[str, ...]]:
    stripped = text.strip().encode(errors="replace").decode()  # a terminal may pass on bytes that are no Unicode
    exact = connection.execute("SELECT id FROM unit WHERE id = ?", (stripped,)).fetchone()
    if exact:
        return [exact]
    statement = "SELECT DISTINCT unit FROM unit_key WHERE key = ? ORDER BY unit"
    return [tuple(row[0] for row in connection.execute(statement, (key,))) for key in keys(stripped)]


def _labels(connection: sqlite3.Connection, ids: tuple[str, ...]) -> list[str]:
    found = [connection.execute("SELECT name, id FROM unit WHERE id = ?", (id_,)).fetchone() for id_ in ids]
    return [f"{name} ({id_})" for name, id_ in found]


def _nearest(connection: sqlite3.Connection, registry: "Registry", text: str) -> str:
    from geltung.corpus.registry import nearest_names

    units = registry.units.values()
    if not units:
        return " Die Einheitendatei „units.yml“ fehlt oder ist nicht lesbar; „geltung check“ sagt, warum."
    apart = [ids for piece in re.split(r"[()]", text) if len(ids := registry.find(piece.strip())) == 1]
    if len(apart) > 1:  # a heading of the text: the whole and, in brackets, its part
        return f" Gemeint sein kann: {', '.join(_labels(connection, tuple(dict.fromkeys(id_ for (id_,) in apart))))}"
    found = nearest_names(text, ((unit.id, unit.name, (*unit.abbreviations, *unit.variants)) for unit in units))
    return f" Ähnlich: {', '.join(found)}" if found else " „geltung units“ zeigt alle."


def find_area(text: str) -> str:
    """The legal area that goes by a name such as "SGB III", "sgb3" or "FamKa"; UnknownArea otherwise."""
    found = area_named(text)
    if found is None:
        raise UnknownArea(f"„{text}“ ist kein Rechtskreis. Möglich sind: {', '.join(AREAS)}")
    return found


def day_asked(text: str | None) -> date:
    """The day that a text names; nothing, and "heute", mean today in Germany. Raises InvalidDay."""
    return today() if text is None or text.strip().casefold() == "heute" else find_day(text)


def find_day(text: str) -> date:
    """The day that an ISO or German date names; InvalidDay otherwise."""
    found = parse_day(text)
    if found is None:
        raise InvalidDay(f"„{text}“ ist kein Tag. Möglich sind Angaben wie 2025-07-15 oder 15.07.2025")
    return found
