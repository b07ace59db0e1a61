"""Reading records, units and findings back from the store."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.glossary import GlossaryEntry
from geltung.model.records import Directive, Record, ReferenceRecord
from geltung.model.units import Unit
from geltung.store import codec

DIRECTIVE: Final = "directive"
REFERENCE: Final = "reference"
UNITS: Final = "units"
GLOSSARY: Final = "glossary"


def load_records(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> list[Record]:
    """The stored records, all or some, ordered by file; of two with one id the one named like it."""
    statement = "SELECT kind, record, record_id FROM file WHERE record_id IS NOT NULL"
    if ids is None:
        rows = connection.execute(f"{statement} ORDER BY path != record_id || '.md', path").fetchall()
    else:
        one = f"{statement} AND record_id = ? ORDER BY path != record_id || '.md', path LIMIT 1"
        rows = [row for id_ in sorted(ids) for row in connection.execute(one, (id_,))]
    found: dict[str, Record] = {}
    for kind, text, id_ in rows:
        if id_ not in found:
            found[id_] = codec.loads(ReferenceRecord if kind == REFERENCE else Directive, text)
    return list(found.values())


def load_units(connection: sqlite3.Connection) -> tuple[Unit, ...]:
    """The stored units, in the order of the units file."""
    row = connection.execute("SELECT record FROM file WHERE kind = ?", (UNITS,)).fetchone()
    units: tuple[Unit, ...] = codec.loads(tuple[Unit, ...], row[0]) if row and row[0] else ()
    return units


def load_glossary(connection: sqlite3.Connection) -> tuple[GlossaryEntry, ...]:
    """The stored glossary, in the order of its file."""
    row = connection.execute("SELECT record FROM file WHERE kind = ?", (GLOSSARY,)).fetchone()
    entries: tuple[GlossaryEntry, ...] = codec.loads(tuple[GlossaryEntry, ...], row[0]) if row and row[0] else ()
    return entries


def load_diagnostics(connection: sqlite3.Connection) -> list[Diagnostic]:
    """What the parser found in all files, and numbers given twice."""
    found: list[Diagnostic] = []
    for (text,) in connection.execute("SELECT diagnostics FROM file WHERE diagnostics != '[]' ORDER BY path"):
        found.extend(codec.loads(tuple[Diagnostic, ...], text))
    return [*found, *duplicates(connection)]


def duplicates(connection: sqlite3.Connection) -> list[Diagnostic]:
    """Numbers that two files claim (H007): the first file counts, the others are reported."""
    statement = (
        "SELECT record_id, group_concat(path, '/') FROM file WHERE record_id IS NOT NULL "
        "GROUP BY record_id HAVING count(*) > 1"
    )
    found: list[Diagnostic] = []
    for id_, joined in connection.execute(statement):
        first, *others = sorted(joined.split("/"), key=lambda path: (path != f"{id_}.md", path))
        for other in others:
            message = f"Die Nummer {id_} steht schon in {first}; jede Nummer darf nur einmal vorkommen, {first} zählt"
            found.append(finding(other, 1, "H007", message, (id_,)))
    return found


def file_reports(connection: sqlite3.Connection) -> list[tuple[str, tuple[Diagnostic, ...]]]:
    """Path and findings of every file in which the parser found something."""
    rows = connection.execute("SELECT path, diagnostics FROM file WHERE diagnostics != '[]'").fetchall()
    return [(path, codec.loads(tuple[Diagnostic, ...], text)) for path, text in rows]
