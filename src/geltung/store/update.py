"""Recomputing intervals: of everything, or of what hangs together with the directives that changed."""

import json
import sqlite3
from collections.abc import Iterable

from geltung.checks import run_checks
from geltung.corpus.corpus import Corpus
from geltung.corpus.names import keys
from geltung.corpus.registry import Registry
from geltung.model.dates import OPEN_END
from geltung.model.records import Directive, Record
from geltung.store import codec
from geltung.store.records import duplicates, file_reports, load_records, load_units
from geltung.store.rows import RowBuilder, Rows
from geltung.store.statements import COLUMNS, OWNED, delete_owned, insert
from geltung.validity.kernel import solve
from geltung.validity.reach import UnitGraph


def recompute(
    connection: sqlite3.Connection, touched: set[str], everything: bool, records: Iterable[Record] | None = None
) -> None:
    """Recompute the rows of the touched directives and of all that hang together with them; or all rows.

    ``records`` are all records of the store, in the order of their files, if they are at hand.
    """
    registry = Registry(load_units(connection))
    if everything or _is_empty(connection):
        for table in COLUMNS.keys() - {"file"}:
            connection.execute(f"DELETE FROM {table}")
        fill(connection, Corpus.build(load_records(connection) if records is None else records, registry))
    else:
        directives = (item for item in load_records(connection, touched) if isinstance(item, Directive))
        linked = _linked(connection, touched, directives)
        for id_ in linked:
            _delete_directive(connection, id_)
        _write_solution(connection, Corpus.build(load_records(connection, linked), registry), _builder(connection))
    _file_reports(connection)


def fill(connection: sqlite3.Connection, corpus: Corpus) -> None:
    """Write all computed rows of a corpus into empty tables."""
    _units(connection, corpus.registry)
    _write_solution(connection, corpus, RowBuilder())


def _write_solution(connection: sqlite3.Connection, corpus: Corpus, builder: RowBuilder) -> None:
    builder.solution(corpus, solve(corpus))
    builder.diagnostics(corpus, run_checks(corpus))
    builder.reach(corpus, builder.new_audiences)
    _write_rows(connection, builder.rows)


def _file_reports(connection: sqlite3.Connection) -> None:
    """The errors of broken files; those of a draft concern no answer, which says that there is a draft."""
    connection.execute("DELETE FROM report WHERE origin LIKE 'file:%'")
    drafts = {path for (path,) in connection.execute("SELECT path FROM directive WHERE is_draft")}
    builder = RowBuilder()
    for path, found in file_reports(connection):
        if path not in drafts:
            builder.file_errors(path, found)
    for item in duplicates(connection):
        builder.file_errors(item.file, [item])
    _write_rows(connection, builder.rows)


def copy_file_reports(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Carry the reports on broken files over to a store in memory."""
    columns = ", ".join(COLUMNS["report"])
    rows = source.execute(f"SELECT {columns} FROM report WHERE origin LIKE 'file:%'").fetchall()
    _write_rows(target, {"report": rows})


def _delete_directive(connection: sqlite3.Connection, id_: str) -> None:
    for table in OWNED:
        connection.execute(delete_owned(table), (id_,))


def _write_rows(connection: sqlite3.Connection, rows: Rows) -> None:
    for table, values in rows.items():
        connection.executemany(insert(table), values)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM directive LIMIT 1").fetchone() is None


def _builder(connection: sqlite3.Connection) -> RowBuilder:
    audiences = {key: id_ for id_, key in connection.execute("SELECT id, key FROM audience")}
    span = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM directive_span").fetchone()[0]
    wording = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM wording").fetchone()[0]
    return RowBuilder(next_span=span, next_wording=wording, audiences=audiences)


def _linked(connection: sqlite3.Connection, touched: set[str], directives: Iterable[Directive]) -> set[str]:
    """The touched ids and everything connected to them by changes, as it was and as it is now."""
    found: set[str] = set()
    waiting = set(touched)
    for directive in directives:
        waiting.update(change.target for change in directive.changes)
    while waiting:
        id_ = waiting.pop()
        if id_ in found:
            continue
        found.add(id_)
        rows = connection.execute(
            "SELECT target FROM edge WHERE author = ? UNION SELECT author FROM edge WHERE target = ?", (id_, id_)
        )
        waiting.update(other for (other,) in rows if other not in found)
    return found


def _units(connection: sqlite3.Connection, registry: Registry) -> None:
    graph = UnitGraph(registry.units.values())
    rows: list[tuple[object, ...]] = [
        (unit.id, position, unit.name, json.dumps(graph.areas(unit.id, unit.end or OPEN_END)), codec.dumps(unit))
        for position, unit in enumerate(registry.units.values())
    ]
    found: set[tuple[object, ...]] = {
        (key, unit.id)
        for unit in registry.units.values()
        for name in (unit.id, unit.name, *unit.abbreviations, *unit.variants)
        for key in keys(name)
    }
    _write_rows(connection, {"unit": rows, "unit_key": sorted(found, key=str)})
