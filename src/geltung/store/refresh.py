"""Refreshing the store: read what changed, recompute what hangs together with it.

Directives hang together by the changes they make to each other; nothing else in an answer depends on another file but
the units, and when those change everything is computed again (from the records in the store, without reading files).
"""

import gc
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.glossary import GlossaryEntry
from geltung.model.records import Directive, Record, ReferenceRecord
from geltung.model.units import Unit
from geltung.store import codec
from geltung.store.database import create_tables, is_current, writing
from geltung.store.records import DIRECTIVE, GLOSSARY, REFERENCE, UNITS
from geltung.store.scan import GLOSSARY_FILE, MISSING, UNITS_FILE, Seen, digest, settled
from geltung.store.statements import replace
from geltung.store.sync import Progress


@dataclass(frozen=True, slots=True)
class Read:
    """A file freshly read: its kind and what it says, a record or the entries of a registry."""

    path: str
    kind: str
    content: Record | tuple[Unit, ...] | tuple[GlossaryEntry, ...] | None
    diagnostics: tuple[Diagnostic, ...]
    stat: str
    digest: str

    @property
    def record_id(self) -> str | None:
        """The id of the record, if it is one."""
        return self.content.id if isinstance(self.content, Directive | ReferenceRecord) else None


def refresh(
    connection: sqlite3.Connection, directory: Path, seen: Mapping[str, Seen], progress: Progress | None
) -> bool:
    """Read the files that are new or changed and compute what hangs together with them. True if there were any."""
    with writing(connection), _no_sweeping():
        if not is_current(connection):
            create_tables(connection)
        return _update(connection, directory, seen, progress)


@contextmanager
def _no_sweeping() -> Iterator[None]:
    """Without the collector of circular garbage: records have none, and it would walk through all of them often."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _update(
    connection: sqlite3.Connection, directory: Path, seen: Mapping[str, Seen], progress: Progress | None
) -> bool:
    known = {path: (stat, hashed) for path, stat, hashed in connection.execute("SELECT path, stat, digest FROM file")}
    gone = [path for path, (stat, _) in known.items() if path not in seen and stat != MISSING]
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
    if UNITS_FILE not in seen and known.get(UNITS_FILE, ("", ""))[0] != MISSING:
        reads.append(_no_units())
    if not reads and not gone:
        return False
    _store(connection, reads, gone, complete=seen.keys() <= {item.path for item in reads})
    return True


def _read(directory: Path, path: str, stat: str, hashed: str) -> Read:
    from geltung.parse.directive import parse_file
    from geltung.parse.glossary_file import parse_glossary_file
    from geltung.parse.units_file import parse_units_file

    if path == UNITS_FILE:
        return Read(path, UNITS, *parse_units_file(directory / path, directory), stat, hashed)
    if path == GLOSSARY_FILE:
        return Read(path, GLOSSARY, *parse_glossary_file(directory / path, directory), stat, hashed)
    record, diagnostics = parse_file(directory / path, directory)
    kind = REFERENCE if isinstance(record, ReferenceRecord) else DIRECTIVE
    return Read(path, kind, record, diagnostics, stat, hashed)


def _no_units() -> Read:
    message = f"In der Sammlung fehlt die Einheitendatei „{UNITS_FILE}“: ohne sie erreicht kein Auftrag eine Einheit"
    return Read(UNITS_FILE, UNITS, (), (finding(UNITS_FILE, 1, "U008", message),), MISSING, "")


def _store(connection: sqlite3.Connection, reads: list[Read], gone: list[str], complete: bool) -> None:
    """Write what was read and compute what hangs together with it; ``complete`` says that every file was read."""
    paths = [*gone, *(item.path for item in reads)]
    before = _ids_of(connection, paths)
    _write_files(connection, reads, gone)
    touched = before | {item.record_id for item in reads if item.record_id}
    from geltung.store.update import recompute  # imports the kernel

    read = [item.content for item in reads if isinstance(item.content, Directive | ReferenceRecord)]
    everything = UNITS_FILE in paths
    recompute(connection, touched, everything, read if everything and complete else None)


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
    connection.executemany(replace("file"), map(_file_row, reads))


def _file_row(item: Read) -> tuple[str | None, ...]:
    text = codec.dumps(item.content) if item.content else None
    return item.path, item.stat, item.digest, item.record_id, item.kind, text, codec.dumps(item.diagnostics)
