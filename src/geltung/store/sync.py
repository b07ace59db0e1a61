"""Keeping the store in step with the folder: read what changed, recompute what hangs together with it.

Directives hang together by the changes they make to each other; nothing else in an answer depends on another file but
the units, and when those change everything is computed again (from the records in the store, without reading files).
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Record, ReferenceRecord
from geltung.model.units import Unit
from geltung.store import codec
from geltung.store.database import create_tables, is_current, writing
from geltung.store.records import DIRECTIVE, REFERENCE, UNITS
from geltung.store.scan import UNITS_FILE, Seen, digest, scan, settled
from geltung.store.statements import replace

Progress = Callable[[int, int], None]
"""Called with (files read, files to read)."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file freshly read."""

    path: str
    record: Record | None
    units: tuple[Unit, ...] | None
    diagnostics: tuple[Diagnostic, ...]
    stat: str
    digest: str


def sync(connection: sqlite3.Connection, directory: Path, progress: Progress | None = None) -> bool:
    """Bring the store up to date with a folder. True if anything had changed."""
    seen = scan(directory)
    if is_current(connection) and _known_stats(connection) == {name: item.stat for name, item in seen.items()}:
        return False
    with writing(connection):
        if not is_current(connection):
            create_tables(connection)
        return _update(connection, directory, seen, progress)


def _known_stats(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT path, stat FROM file"))


def _update(
    connection: sqlite3.Connection, directory: Path, seen: Mapping[str, Seen], progress: Progress | None
) -> bool:
    known = {path: (stat, hashed) for path, stat, hashed in connection.execute("SELECT path, stat, digest FROM file")}
    gone = [path for path in known if path not in seen]
    changed = [path for path, item in seen.items() if known.get(path, ("", ""))[0] != item.stat or not item.stat]
    reads: list[Read] = []
    now = time.time_ns()
    for position, path in enumerate(sorted(changed)):
        hashed = digest(directory / path)
        stat = settled(seen[path], now)
        if hashed and path in known and known[path][1] == hashed:
            connection.execute("UPDATE file SET stat = ? WHERE path = ?", (stat, path))
            continue
        if progress is not None and position % 50 == 0:
            progress(position, len(changed))
        reads.append(_read(directory, path, stat, hashed))
    if progress is not None and reads:
        progress(len(changed), len(changed))
    if UNITS_FILE not in seen and (not known or UNITS_FILE in gone):
        reads.append(_no_units())
    if not reads and not gone:
        return False
    _store(connection, reads, gone)
    return True


def _read(directory: Path, path: str, stat: str, hashed: str) -> Read:
    from geltung.parse.directive import parse_file
    from geltung.parse.units_file import parse_units_file

    if path == UNITS_FILE:
        units, diagnostics = parse_units_file(directory / path, directory)
        return Read(path, None, units, diagnostics, stat, hashed)
    record, diagnostics = parse_file(directory / path, directory)
    return Read(path, record, None, diagnostics, stat, hashed)


def _no_units() -> Read:
    message = f"In der Sammlung fehlt die Einheitendatei „{UNITS_FILE}“: ohne sie erreicht kein Auftrag eine Einheit"
    return Read(UNITS_FILE, None, (), (finding(UNITS_FILE, 1, "U008", message),), "", "")


def _store(connection: sqlite3.Connection, reads: list[Read], gone: list[str]) -> None:
    paths = [*gone, *(item.path for item in reads)]
    before = _ids_of(connection, paths)
    _write_files(connection, reads, gone)
    touched = before | {item.record.id for item in reads if item.record}
    from geltung.store.update import recompute  # imports the kernel

    recompute(connection, touched, everything=UNITS_FILE in paths)


def _ids_of(connection: sqlite3.Connection, paths: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        row = connection.execute("SELECT record_id FROM file WHERE path = ?", (path,)).fetchone()
        if row and row[0]:
            found.add(row[0])
    return found


def _write_files(connection: sqlite3.Connection, reads: list[Read], gone: list[str]) -> None:
    for path in gone:
        connection.execute("DELETE FROM file WHERE path = ?", (path,))
    rows = []
    for item in reads:
        record = codec.dumps(item.record if item.units is None else item.units) if item.record or item.units else None
        kind = UNITS if item.units is not None else DIRECTIVE
        if isinstance(item.record, ReferenceRecord):
            kind = REFERENCE
        record_id = item.record.id if item.record else None
        rows.append((item.path, item.stat, item.digest, record_id, kind, record, codec.dumps(item.diagnostics)))
    connection.executemany(replace("file"), rows)
