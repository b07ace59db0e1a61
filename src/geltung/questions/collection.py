"""A collection opened for questions."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

from geltung.questions.errors import NoCollection
from geltung.store.database import connect, copy_tables, discard, open_store
from geltung.store.location import store_path
from geltung.store.sync import Progress, sync

if TYPE_CHECKING:
    from geltung.corpus.corpus import Corpus
    from geltung.model.records import Record
    from geltung.model.units import Unit

Asked = ParamSpec("Asked")
Answered = TypeVar("Answered")

DEFAULT_DIRECTORY: Final = "directives"
DIRECTORY_VARIABLE: Final = "GELTUNG_DIRECTORY"


class Collection:
    """A collection with an up-to-date store. Open one with :func:`load`, or :meth:`from_records` in memory."""

    def __init__(self, connection: sqlite3.Connection, directory: Path | None, corpus: "Corpus | None" = None) -> None:
        self.connection = connection
        self.directory = directory
        self._corpus = corpus
        self._earlier: dict[date, Collection] = {}
        self._published_only = False
        self.left_out: Mapping[str, frozenset[int]] = {}
        """Of a published collection: id → lines of the tasks that only a draft inserts."""
        self.kept: dict[str, Any] = {}
        """What one question leaves open for the next, each under its own name: the index of the search."""

    @classmethod
    def from_records(cls, records: "Iterable[Record]", units: "Iterable[Unit]") -> "Collection":
        """A collection in memory, made of records instead of files."""
        from geltung.corpus.corpus import Corpus
        from geltung.store.database import create_tables
        from geltung.store.update import fill

        connection = connect(None)
        create_tables(connection)
        corpus = Corpus.build(records, units)
        fill(connection, corpus)
        return cls(connection, None, corpus)

    def corpus(self) -> "Corpus":
        """All records, resolved, for what no stored interval answers. Read once per opened collection."""
        if self._corpus is None:
            from geltung.corpus.corpus import Corpus
            from geltung.store.records import load_diagnostics, load_records, load_units

            records, units = load_records(self.connection), load_units(self.connection)
            self._corpus = Corpus.build(records, units, load_diagnostics(self.connection))
            if self._published_only:
                self._settle(self._corpus)
        return self._corpus

    def published(self) -> "Collection":
        """The same collection for those who must not see drafts: its corpus has none. Shares the store."""
        found = Collection(self.connection, self.directory)
        found._published_only = True
        found._settle(self.corpus())
        return found

    def _settle(self, corpus: "Corpus") -> None:
        from geltung.corpus.settled import settled

        found = settled(corpus)
        self._corpus, self.left_out = found.corpus, found.left_out

    def known_on(self, day: date) -> "Collection":
        """The smaller collection of what was issued on or before a day (rule 2), solved anew in memory."""
        if day not in self._earlier:
            from geltung.store.update import copy_file_reports, fill

            connection = connect(None)
            copy_tables(self.connection, connection)
            corpus = self.corpus().known_on(day)
            fill(connection, corpus)
            copy_file_reports(self.connection, connection)
            self._earlier[day] = Collection(connection, self.directory, corpus)
        return self._earlier[day]

    def recover(self) -> None:
        """Throw a damaged store away and fill a new one from the files. Raises NoCollection without files."""
        if self.directory is None:
            raise NoCollection("Der Zwischenspeicher ist beschädigt, und die Sammlung hat keine Dateien")
        self.connection.close()
        path = store_path(self.directory)
        self.connection = connect(path if path is None or discard(path) else None)
        sync(self.connection, self.directory)
        self._corpus, self._earlier = None, {}
        self.kept.clear()

    def close(self) -> None:
        """Close the store."""
        self.connection.close()


def load(directory: str | os.PathLike[str] | None = None, progress: Progress | None = None) -> Collection:
    """Open a collection and bring its store up to date: changed, new and deleted files are noticed, others not read.

    Without a directory GELTUNG_DIRECTORY counts, else ``directives``. Raises NoCollection if there is no such folder.
    """
    folder = Path(directory or os.environ.get(DIRECTORY_VARIABLE) or DEFAULT_DIRECTORY)
    if not folder.is_dir():
        raise NoCollection(f"Es gibt keinen Ordner „{folder}“ mit Weisungen")
    path = store_path(folder)
    connection = open_store(path)
    try:
        sync(connection, folder, progress)
    except sqlite3.DatabaseError as error:
        connection.close()
        connection = _start_over(path, error)
        sync(connection, folder, progress)
    return Collection(connection, folder)


def _start_over(path: Path | None, error: sqlite3.DatabaseError) -> sqlite3.Connection:
    """A damaged store is thrown away; one that cannot be written is replaced by one in memory."""
    if path is not None and "readonly" not in str(error) and "locked" not in str(error):
        return open_store(path if discard(path) else None)
    return connect(None)


def surviving_damage(
    question: Callable[Concatenate[Collection, Asked], Answered],
) -> Callable[Concatenate[Collection, Asked], Answered]:
    """A question that finds the store damaged is asked once more of a new one: the store is only a cache."""

    @wraps(question)
    def asked(collection: Collection, /, *args: Asked.args, **options: Asked.kwargs) -> Answered:
        try:
            return question(collection, *args, **options)
        except sqlite3.DatabaseError:
            collection.recover()
            return question(collection, *args, **options)

    return asked
