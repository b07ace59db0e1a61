"""Opening a store: created when missing, rebuilt when damaged or of another version."""

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Final

BUSY_SECONDS: Final = 60
_CODE: Final = ("model", "markdown", "parse", "corpus", "checks", "validity", "store")


@cache
def version(also: tuple[str, ...] = ()) -> int:
    """A number that changes with the code that fills the store, so that no store outlives the rules it was made by.

    ``also`` names further packages whose code counts.
    """
    root = Path(__file__).parent.parent
    stats = (path.stat() for name in (*_CODE, *also) for path in sorted((root / name).glob("*.*")))
    text = ";".join(f"{stat.st_size},{stat.st_mtime_ns}" for stat in stats)
    return zlib.crc32(text.encode()) & 0x7FFFFFFF or 1


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection in autocommit mode; without a path a store in memory."""
    connection = sqlite3.connect(path or ":memory:", timeout=BUSY_SECONDS, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("PRAGMA synchronous = OFF")  # a cache: after a power cut it is rebuilt
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA mmap_size = 1073741824")
    return connection


def open_store(path: Path | None) -> sqlite3.Connection:
    """Open a store; one that is damaged is deleted, so that it is filled anew."""
    connection: sqlite3.Connection | None = None
    try:
        connection = connect(path)
        connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if connection is not None:
            connection.close()
        if path is None or _is_busy(error):
            raise
        return connect(path if discard(path) else None)
    return connection


def discard(path: Path) -> bool:
    """Delete a store with its journal files. False if something is in its place that no store is, such as a folder."""
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):
            path.with_name(path.name + suffix).unlink()
    return not os.path.lexists(path)


def is_current(connection: sqlite3.Connection) -> bool:
    """Whether the store was made by this very code."""
    return bool(connection.execute("PRAGMA user_version").fetchone()[0] == version())


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One write transaction: all or nothing, and one process at a time."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def reading(connection: sqlite3.Connection) -> Iterator[None]:
    """One read transaction: everything read in it is of one state, whatever another process writes meanwhile."""
    connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def create_tables(connection: sqlite3.Connection) -> None:
    """Drop whatever is there and create the tables of tables.py (inside a transaction)."""
    kinds = connection.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'").fetchall()
    for kind, name in kinds:
        if kind == "table":
            connection.execute(f'DROP TABLE IF EXISTS "{name}"')
    for statement in _ddl():
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version()}")


def copy_tables(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Create the tables of one store in another, without importing SQLModel."""
    rows = source.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    for (statement,) in rows.fetchall():
        target.execute(statement)
    target.execute(f"PRAGMA user_version = {version()}")


@cache
def _ddl() -> tuple[str, ...]:
    from sqlalchemy.dialects import sqlite
    from sqlalchemy.schema import CreateIndex, CreateTable
    from sqlmodel import SQLModel

    import geltung.store.tables  # noqa: F401  (registers the tables)

    dialect = sqlite.dialect()
    statements: list[str] = []
    for table in SQLModel.metadata.sorted_tables:
        statements.append(str(CreateTable(table).compile(dialect=dialect)))
        for index in sorted(table.indexes, key=lambda item: str(item.name)):
            statements.append(str(CreateIndex(index).compile(dialect=dialect)))
    return tuple(statements)


def _is_busy(error: sqlite3.DatabaseError) -> bool:
    return isinstance(error, sqlite3.OperationalError) and "locked" in str(error)
