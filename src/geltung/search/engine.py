"""The only module that knows Whoosh: schema, opening, writing, and reading postings.

It uses nothing beyond the API that Whoosh 2.7.4, Whoosh-Reloaded and whoosh3 share, so that the choice stays free.
Whoosh keeps the inverted index; ranking is ours (ranking.py), because a question becomes dozens of weighted terms and
Whoosh's trees of matchers take several times as long to add them up. Index files contain pickles: the index is a local
cache beside the store and is never opened from a place that others can write to (see store/location.py).
"""

import shutil
import warnings
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Final, TypeAlias

from geltung.search.order import NOTHING, Analysed, Written, analysed, holds, length, stamp
from geltung.search.spared import standing_in
from geltung.search.weights import FIELDS

with (
    warnings.catch_warnings(),  # the original Whoosh has string escapes that newer Pythons complain about
    standing_in("urllib.request", urlretrieve=None),
    standing_in("cached_property", cached_property=cached_property),
):
    warnings.simplefilter("ignore")
    import whoosh.reading  # noqa: F401  (would be imported on opening an index, without the stand-ins)
    from whoosh import fields, formats
    from whoosh.columns import VarBytesColumn
    from whoosh.index import FileIndex, create_in, open_dir

Analysis = Callable[[str], Sequence[Written]]
"""Text → its words."""

Index: TypeAlias = FileIndex
"""An open index in one state."""
Postings: TypeAlias = "tuple[array[int], array[float]]"
"""Documents in order, and a number for each."""

_WRITER_MEMORY_MB: Final = 256
_WAIT_SECONDS: Final = 60


class _Text(fields.FieldType):  # type: ignore[misc]
    """A text that has been analysed. Postings hold weights and no positions: phrases are looked up in the order column.

    Lengths are no business of Whoosh's either, which keeps them to some per cent only.
    """

    def __init__(self) -> None:
        super().__init__(formats.Existence(), None, scorable=False)

    def index(self, value: Analysed, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:  # noqa: ANN401
        """Each term of a text once: as bytes, how often (not used), with what weight in all, and no positions."""
        for term, weight in value.weights.items():
            yield term.encode(), 1, weight, b""


def _order(field: str) -> str:
    """The column with the order of a field's words."""
    return f"{field}_order"


_SCHEMA: Final = fields.Schema(
    path=fields.ID,
    place=fields.COLUMN(VarBytesColumn()),
    passage=fields.STORED,
    **{name: _Text() for name in FIELDS},
    **{_order(name): fields.COLUMN(VarBytesColumn()) for name in FIELDS},
)


class Engine:
    """An index on disk, or the lack of one. ``folder`` belongs to it alone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def open(self) -> Index | None:
        """The index; None if there is none or it is damaged."""
        with suppress(Exception):  # whatever a damaged pickle raises: the index is then made anew
            if self.folder.is_dir():
                return open_dir(str(self.folder), schema=_SCHEMA)
        return None

    def rebuild(self, analysis: Analysis, documents: Iterable[dict[str, Any]]) -> Index:
        """Throw away what there is and index all documents.

        A document has the texts of weights.FIELDS, ``path`` (its file), ``place`` (bytes that are quickly read for
        every hit) and ``passage`` (what is shown of it).
        """
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        index = create_in(str(self.folder), _SCHEMA)
        return update(index, analysis, (), documents)


def update(index: Index, analysis: Analysis, gone: Iterable[str], documents: Iterable[dict[str, Any]]) -> Index:
    """Replace the documents of some files. Gives the index as it then is."""
    from whoosh.codec import default_codec  # a question needs it only if it opens an index

    codec = default_codec()
    codec.length_stats = False  # it would look for the lengths that we do not give, once a posting
    writer = index.writer(timeout=_WAIT_SECONDS, limitmb=_WRITER_MEMORY_MB, codec=codec)
    try:
        for path in gone:
            writer.delete_by_term("path", path)
        for document in documents:
            writer.add_document(**_ready(document, analysis))
    except BaseException:
        writer.cancel()
        raise
    writer.commit()
    return index.refresh()


def _ready(document: dict[str, Any], analysis: Analysis) -> dict[str, Any]:
    """A document with its texts analysed. Each has all order columns: Whoosh misreads one that a segment lacks."""
    found = dict(document)
    for name, field in FIELDS.items():
        text = document.get(name)
        found[name] = analysed(analysis(text), field.lead) if text else NOTHING
        found[_order(name)] = found[name].order
    return found


class Reader:
    """Reads one state of an index. Documents are numbered from 0; some numbers may stand for deleted ones."""

    def __init__(self, index: Index) -> None:
        self._reader = index.reader()
        self.documents: int = self._reader.doc_count()
        self.numbers: int = self._reader.doc_count_all()
        self._columns: dict[str, Any] = {}
        self._places = self._column("place")

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

    def following(self, field: str, terms: Sequence[str], among: Iterable[int]) -> Iterator[int]:
        """Those of some documents in a field of which the terms follow each other."""
        orders, phrase = self._orders(field), stamp(*terms)
        return (document for document in among if holds(orders[document], phrase))

    def lengths(self, field: str) -> list[float]:
        """How long a field is in each document, beside the average of those that have it."""
        orders = self._orders(field)
        found = [length(orders[number]) for number in range(self.numbers)]
        having = sum(1 for item in found if item) or 1
        average = sum(found) / having or 1.0
        return [item / average for item in found]

    def _column(self, name: str) -> Any:  # noqa: ANN401
        return self._reader.column_reader(name) if self.numbers else ()  # an empty index has no columns

    def _orders(self, field: str) -> Any:  # noqa: ANN401
        """Document → its words in order."""
        if field not in self._columns:
            self._columns[field] = self._column(_order(field))
        return self._columns[field]

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
