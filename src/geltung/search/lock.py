"""One process at a time on an index: building one under another that reads it would take its files away."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

_WAIT_SECONDS: Final = 600


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process builds the index in ``folder``, and keep others waiting meanwhile.

    SQLite's lock of a file beside the folder: it works on every system, and ends with the process that holds it.
    """
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = folder.with_name(f"{folder.name}.lock")
    with closing(sqlite3.connect(beside, timeout=_WAIT_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
