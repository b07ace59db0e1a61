"""The only module that knows Whoosh: schema, opening, writing, and reading postings.

It uses nothing beyond the API that Whoosh 2.7.4, Whoosh-Reloaded and whoosh3 share, so that the choice stays free.
Whoosh keeps the inverted index; ranking is ours (ranking.py), because a question becomes dozens of weighted terms and
Whoosh's trees of matchers take several times as long to add them up. Index files contain pickles: the index is a local
cache beside the store and is never opened from a place that others can write to (see store/location.py).
"""

import shutil
import warnings
from array import array
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias

from geltung.search.weights import FIELDS, LEAD_WORDS

with warnings.catch_warnings():  # the original Whoosh has string escapes that newer Pythons complain about
    warnings.simplefilter("ignore")
    from whoosh import fields, formats
    from whoosh.columns import VarBytesColumn
    from whoosh.index import FileIndex, create_in, open_dir

Term = tuple[str, float]
"""A term and its weight: 1 for a word itself, less for a part of it."""
Analysis = Callable[[str], Iterable[tuple[int, tuple[Term, ...]]]]
"""Text → (position, terms at that position)."""

Postings: TypeAlias = "tuple[array[int], array[float]]"
"""Documents in order, and a number for each."""

_WRITER_MEMORY_MB: Final = 256
_WAIT_SECONDS: Final = 60


class _Text(fields.FieldType):  # type: ignore[misc]
    """A text field with our analysis. What is pickled into the index is nothing of it: it is set when opening."""

    def __init__(self, analysis: Analysis | None = None, lead: float = 1.0) -> None:
        """The first words of the text count ``lead`` times."""
        super().__init__(formats.Positions(), None, scorable=True)
        self.analysis = analysis
        self.lead = lead

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "analysis": None}

    def index(self, value: str, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:  # noqa: ANN401
        """Each term of a text once: as bytes, how often, with what weight in all, and its positions.

        A part of a word counts by its weight, but makes the text no longer.
        """
        assert self.analysis is not None
        positions: dict[str, list[int]] = {}
        weights: dict[str, float] = {}
        for position, terms in self.analysis(value):
            times = self.lead if position < LEAD_WORDS else 1.0
            for term, weight in terms:
                if term in weights:
                    weights[term] += weight * times
                else:
                    weights[term] = weight * times
                    positions[term] = []
                if weight == 1.0:  # no phrase is made of parts, and positions take time and place
                    positions[term].append(position)
        for term, found in positions.items():
            yield term.encode(), len(found), weights[term], self.format.encode(found) if found else self.nowhere

    @cached_property
    def nowhere(self) -> bytes:
        """No positions, as the index keeps them."""
        encoded: bytes = self.format.encode([])
        return encoded


def _schema(analysis: Analysis | None) -> fields.Schema:
    text = {name: _Text(analysis, field.lead) for name, field in FIELDS.items()}
    return fields.Schema(path=fields.ID, place=fields.COLUMN(VarBytesColumn()), passage=fields.STORED, **text)


class Engine:
    """An index on disk, or the lack of one. ``folder`` belongs to it alone."""

    def __init__(self, folder: Path, analysis: Analysis | None = None) -> None:
        """Without an analysis it can be read, but not written."""
        self.folder = folder
        self.analysis = analysis

    def open(self) -> FileIndex | None:
        """The index; None if there is none or it is damaged."""
        with suppress(Exception):  # whatever a damaged pickle raises: the index is then made anew
            if self.folder.is_dir():
                return open_dir(str(self.folder), schema=_schema(self.analysis))
        return None

    def rebuild(self, documents: Iterable[dict[str, Any]]) -> FileIndex:
        """Throw away what there is and index all documents.

        A document has the texts of weights.FIELDS, ``path`` (its file), ``place`` (bytes that are quickly read for
        every hit) and ``passage`` (what is shown of it).
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        index = create_in(str(self.folder), _schema(self.analysis))
        self._write(index, (), documents)
        return index

    def update(self, index: FileIndex, gone: Iterable[str], documents: Iterable[dict[str, Any]]) -> None:
        """Replace the documents of some files."""
        self._write(index, gone, documents)

    @staticmethod
    def _write(index: FileIndex, gone: Iterable[str], documents: Iterable[dict[str, Any]]) -> None:
        writer = index.writer(timeout=_WAIT_SECONDS, limitmb=_WRITER_MEMORY_MB)
        try:
            for path in gone:
                writer.delete_by_term("path", path)
            for document in documents:
                writer.add_document(**document)
        except BaseException:
            writer.cancel()
            raise
        writer.commit()


class Reader:
    """Reads one state of an index. Documents are numbered from 0; some numbers may stand for deleted ones."""

    def __init__(self, index: FileIndex) -> None:
        self._reader = index.reader()
        self.documents: int = self._reader.doc_count()
        self.numbers: int = self._reader.doc_count_all()
        self._places: Any = self._reader.column_reader("place") if self.numbers else ()  # an empty index has no columns

    def everything(self) -> Iterator[int]:
        """All documents that are not deleted."""
        yield from self._reader.all_doc_ids()

    def postings(self, field: str, term: str) -> Postings:
        """The documents with a term in a field, in order, and the term's weight in each."""
        documents, weights = array("q"), array("d")
        if (field, term) in self._reader:
            matcher = self._reader.postings(field, term)
            while matcher.is_active():
                documents.append(matcher.id())
                weights.append(matcher.weight())
                matcher.next()
        return documents, weights

    def positions(self, field: str, term: str, among: Iterable[int]) -> dict[int, list[int]]:
        """Where a term stands in those of some documents (in order) that have it."""
        found: dict[int, list[int]] = {}
        if (field, term) in self._reader:
            matcher = self._reader.postings(field, term)
            for document in among:
                if matcher.is_active() and matcher.id() < document:
                    matcher.skip_to(document)
                if not matcher.is_active():
                    break
                if matcher.id() == document:
                    found[document] = matcher.value_as("positions")
        return found

    def lengths(self, field: str) -> list[float]:
        """How long a field is in each document, beside the average of those that have it."""
        length = self._reader.doc_field_length
        found = [length(number, field) or 0 for number in range(self.numbers)]
        having = sum(1 for item in found if item) or 1
        average = sum(found) / having or 1.0
        return [item / average for item in found]

    def starting_with(self, field: str, start: str) -> list[str]:
        """The terms of a field that start so."""
        found = self._reader.expand_prefix(field, start)
        return [item.decode() if isinstance(item, bytes) else item for item in found]

    def place(self, document: int) -> bytes:
        """What was stored for quick reading."""
        found: bytes = self._places[document]
        return found

    def passage(self, document: int) -> dict[str, Any]:
        """What is shown of a document."""
        found: dict[str, Any] = self._reader.stored_fields(document)["passage"]
        return found
