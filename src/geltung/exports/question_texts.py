"""What the page "Was gilt?" shows of a directive, of a unit and of the whole collection."""

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

from geltung.exports.addresses import calendar, directive_page, feed, slug, task_anchor, unit_page
from geltung.exports.days import number_of
from geltung.exports.question_rows import Positions
from geltung.model.dates import FIRST_DAY_ISO, OPEN_END_ISO
from geltung.model.terms import AREA_NAMES, AREAS, GERMAN, MARK_OVERLAP, MARKS, NOT_CONCERNED, STATES
from geltung.questions.applies import CONFLICTS, OVERLAP, marks_of_scope
from geltung.questions.lookup import UNIT_DAYS

Json = dict[str, Any]

_OPEN: Final = number_of(OPEN_END_ISO)
_REACHED: Final = "reach"


def directive_texts(connection: sqlite3.Connection, positions: Positions) -> Iterator[tuple[str, Json]]:
    """Directive → its address, what is shown of it in each span, and its tasks' wordings; see store/tables.py.

    A wording carries the anchor of its task at the end.
    """
    spans: dict[str, list[Any]] = {}
    rows = connection.execute("SELECT directive, shown FROM directive_span ORDER BY directive, first")
    for directive, group in groupby(rows, key=lambda row: row[0]):
        spans[directive] = [json.loads(shown) for _, shown in group]
    wordings: dict[str, dict[int, Any]] = {}
    for directive, id_, task, shown in connection.execute("SELECT directive, id, task, shown FROM wording"):
        anchor = task_anchor(task.removeprefix(f"{directive}#"))
        wordings.setdefault(directive, {})[positions.wordings[id_]] = [*json.loads(shown), anchor]
    for directive, found in spans.items():
        of_directive = wordings.get(directive, {})
        ordered = [of_directive[number] for number in sorted(of_directive)]
        yield directive, {"address": directive_page(directive), "spans": found, "wordings": ordered}


def unit_rows(
    connection: sqlite3.Connection, audiences: dict[str, int], reports: list[list[Any]]
) -> Iterator[tuple[str, Json]]:
    """Unit → who reaches it ([audience, on request, first, last, via, because]) and which reports ever concern it.

    ``reports`` of the unit are two lists of positions: always, and only with parts.
    """
    rows = connection.execute(
        "SELECT unit, key, on_request, first, last, via, because FROM reach JOIN audience ON audience.id = audience"
        " ORDER BY unit, key, first, on_request"
    ).fetchall()
    found: dict[str, list[Any]] = {id_: [] for (id_,) in connection.execute("SELECT id FROM unit ORDER BY position")}
    for unit, key, on_request, first, last, via, because in rows:
        if key in audiences:
            days = number_of(first), number_of(last)
            found.setdefault(unit, []).append([audiences[key], on_request, *days, json.loads(via), because])
    concerning = _concerning(connection, reports)
    for unit, reach in found.items():
        yield unit, {"reach": reach, "reports": concerning.get(unit, [[], []])}


def _concerning(connection: sqlite3.Connection, reports: list[list[Any]]) -> dict[str, list[list[int]]]:
    """Unit → reports that concern it because one of their directives ever reaches it (see questions/applies.py)."""
    of_directive: dict[str, list[int]] = {}
    for position, (_, _, directives, scope, *_) in enumerate(reports):
        for directive in directives if scope == _REACHED else ():
            of_directive.setdefault(directive, []).append(position)
    statement = (
        "SELECT reach.unit, min(on_request) FROM application JOIN reach ON reach.audience = application.audience"
        " WHERE application.directive = ? GROUP BY reach.unit"
    )
    found: dict[str, tuple[set[int], set[int]]] = {}
    for directive, positions in of_directive.items():
        for unit, on_request in connection.execute(statement, (directive,)):
            found.setdefault(unit, (set(), set()))[on_request].update(positions)
    return {unit: [sorted(always), sorted(asked - always)] for unit, (always, asked) in found.items()}


def read_reports(connection: sqlite3.Connection) -> list[list[Any]]:
    """Everything that an answer may have to report: [code, message, directives, scope, first, last]."""
    rows = connection.execute(
        "SELECT DISTINCT code, message, directives, scope, first, last FROM report"
        " ORDER BY code, message, directives, scope, first"
    )
    return [
        [code, message, json.loads(directives), scope, number_of(first), number_of(last)]
        for code, message, directives, scope, first, last in rows
    ]


def read_cited(connection: sqlite3.Connection) -> list[list[Any]]:
    """Reference records (rule 12): [id, title, first, last, cited by], from their issue until they are repealed."""
    rows = connection.execute(
        "SELECT directive.id, directive.title, directive.issued, citation.directive,"
        " (SELECT min(day) FROM repeal WHERE target = directive.id AND part = '')"
        " FROM directive JOIN citation ON citation.target = directive.id WHERE directive.is_reference"
        " ORDER BY directive.id, citation.directive"
    )
    found: list[list[Any]] = []
    for (id_, title, issued, repealed), group in groupby(rows, key=lambda row: (*row[:3], row[4])):
        first = number_of(issued or FIRST_DAY_ISO)
        last = number_of(repealed) - 1 if repealed else _OPEN
        found.append([id_, title, first, last, [row[3] for row in group]])
    return found


def scopes_json(positions: Positions, asked: list[tuple[str, ...]]) -> list[Json]:
    """For each scope: its values, which areas it concerns (rule 18), and its marks for each group of areas asked."""
    return [
        {
            "values": scope,
            "concerned": [value != NOT_CONCERNED for value in scope],
            "marks": [marks_of_scope(scope, areas) for areas in asked],
        }
        for scope in positions.scopes
    ]


def units_json(connection: sqlite3.Connection, asked: list[tuple[str, ...]]) -> list[list[Any]]:
    """The units: [id, name, other names, keys they are found under, position of their areas in ``asked``, slug,
    first day, last day]; a day is None where there is none.

    Areas that are not in ``asked`` yet are added to it.
    """
    keys: dict[str, list[str]] = {}
    for unit, key in connection.execute("SELECT unit, key FROM unit_key ORDER BY unit, key"):
        keys.setdefault(unit, []).append(key)
    found: list[list[Any]] = []
    for id_, name, areas, record in connection.execute("SELECT id, name, areas, record FROM unit ORDER BY position"):
        unit_areas = tuple(json.loads(areas)) or AREAS
        if unit_areas not in asked:
            asked.append(unit_areas)
        stored = json.loads(record)
        names = [*stored[2], *stored[3]]
        found.append([id_, name, names, keys.get(id_, []), asked.index(unit_areas), slug(id_), *stored[UNIT_DAYS]])
    return found


def terms_json() -> Json:
    """The vocabularies: the closed lists in their order, and their German words."""
    return {
        "areas": AREAS,
        "area_names": AREA_NAMES,
        "states": STATES,
        "marks": MARKS,
        "german": {term: GERMAN[term] for term in (*STATES, *MARKS)},
        "not_concerned": NOT_CONCERNED,
        "conflicts": sorted(CONFLICTS),
        "overlap": OVERLAP,
        "overlap_mark": MARK_OVERLAP,
    }


def addresses_json(connection: sqlite3.Connection) -> Json:
    """Where pages stand, with "{}" for the slug, the slugs of ids that are none themselves, and ids without a page.

    A report may name a draft, which has no page here, or what is not in the collection at all.
    """
    ids = [id_ for (id_,) in connection.execute("SELECT id FROM directive WHERE NOT is_draft ORDER BY id")]
    reports = connection.execute("SELECT DISTINCT directives FROM report")
    named = {id_ for (found,) in reports for id_ in json.loads(found)}
    patterns = {"directive": directive_page, "unit": unit_page, "calendar": calendar, "feed": feed}
    return {
        "addresses": {name: address("0").replace("0", "{}") for name, address in patterns.items()},
        "slugs": {id_: slug(id_) for id_ in ids if slug(id_) != id_},
        "without_page": sorted(named.difference(ids)),
    }
