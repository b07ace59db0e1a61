"""Keeping the store in step with the folder: is anything new? Only then the rest is imported and done."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from geltung.store.database import is_current
from geltung.store.scan import MISSING, scan

Progress = Callable[[int, int], None]
"""Called with (files read, files to read)."""


def sync(connection: sqlite3.Connection, directory: Path, progress: Progress | None = None) -> bool:
    """Bring the store up to date with a folder. True if anything had changed."""
    seen = scan(directory)
    if is_current(connection) and _known_stats(connection) == {name: item.stat for name, item in seen.items()}:
        return False
    from geltung.store.refresh import refresh  # imports the records, and the parser if a file is to be read

    return refresh(connection, directory, seen, progress)


def _known_stats(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT path, stat FROM file WHERE stat != ?", (MISSING,)))
