"""The only module that knows Whoosh: schema, opening, writing, and running a query.

It uses nothing beyond the API that Whoosh 2.7.4, Whoosh-Reloaded and whoosh3 share, so that the choice stays free.
Index files contain pickles: the index is a local cache beside the store and is never opened from a place that others
can write to (see store/location.py).
"""

import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from geltung.search.weights import FIELDS, K1

with warnings.catch_warnings():  # the original Whoosh has string escapes that newer Pythons complain about
    warnings.simplefilter("ignore")
    from whoosh import fields, formats, query, scoring
    from whoosh.analysis import Analyzer, Token
    from whoosh.index import FileIndex, create_in, open_dir

Term = tuple[str, float]
"""A term and its weight: 1 for a word itself, less for a part of it."""
Analysis = Callable[[str], Iterable[tuple[int, tuple[Term, ...]]]]
"""Text → (position, terms at that position)."""
Query = Any
"""A query of Whoosh; built and consumed here, passed through elsewhere."""

_WRITER_MEMORY_MB: Final = 256
_WAIT_SECONDS: Final = 60


class _Weighted(Analyzer):  # type: ignore[misc]
    """Whoosh's view of our analysis. What it pickles into the index is nothing: the analysis is set when opening."""

    def __init__(self, analysis: Analysis | None = None) -> None:
        self.analysis = analysis

    def __getstate__(self) -> dict[str, Any]:
        return {"analysis": None}

    def __call__(self, value: str, **options: Any) -> Iterator[Token]:  # noqa: ANN401
        assert self.analysis is not None
        token = Token(positions=True, removestops=False, mode=options.get("mode", ""))
        for position, terms in self.analysis(value):
            token.pos = position
            for text, weight in terms:
                token.text = token.original = text
                token.boost = weight
                yield token


def _schema(analysis: Analysis | None) -> fields.Schema:
    analyzer = _Weighted(analysis)
    text = {name: fields.FieldType(formats.Positions(), analyzer, scorable=True) for name in FIELDS}
    return fields.Schema(key=fields.ID(stored=True), path=fields.ID(stored=True), passage=fields.STORED, **text)


class Engine:
    """An index on disk, or the lack of one. ``folder`` belongs to it alone."""

    def __init__(self, folder: Path, analysis: Analysis) -> None:
        self.folder = folder
        self.analysis = analysis

    def open(self) -> FileIndex | None:
        """The index; None if there is none or it is damaged."""
        with suppress(Exception):  # whatever a damaged pickle raises: the index is then made anew
            if self.folder.is_dir():
                return open_dir(str(self.folder), schema=_schema(self.analysis))
        return None

    def rebuild(self, documents: Iterable[dict[str, Any]]) -> FileIndex:
        """Throw away what there is and index all documents."""
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


def searcher(index: FileIndex) -> Any:  # noqa: ANN401
    """A searcher with our weights (a context manager)."""
    lengths = {f"{name}_B": field.length_share for name, field in FIELDS.items()}
    return index.searcher(weighting=scoring.BM25F(K1=K1, **lengths))


def term(text: str, weight: float, names: Iterable[str] = FIELDS) -> Query:
    """Documents with a term in any of the fields; a hit in several fields counts in each."""
    found = [query.Term(name, text, boost=FIELDS[name].weight * weight) for name in names]
    return found[0] if len(found) == 1 else query.Or(found)


def phrase(terms: list[str], weight: float = 1.0, names: Iterable[str] = FIELDS) -> Query:
    """Documents in which terms follow each other."""
    if len(terms) == 1:
        return term(terms[0], weight, names)
    return query.Or([query.Phrase(name, terms, boost=FIELDS[name].weight * weight) for name in names])


def any_of(found: list[Query]) -> Query:
    """Several ways to say the same, each with the weight it was given.

    Not DisjunctionMax: Whoosh's takes the best score of any of its parts, also of one that stands on another document.
    """
    return found[0] if len(found) == 1 else query.Or(found)


def all_of(found: list[Query]) -> Query:
    """Documents that match everything."""
    return found[0] if len(found) == 1 else query.And(found)


def some_of(found: list[Query]) -> Query:
    """Documents that match something; the more the better."""
    return found[0] if len(found) == 1 else query.Or(found)


def excluding(wanted: Query | None, unwanted: Query) -> Query:
    """Documents that match one thing and not the other."""
    return query.AndNot(wanted if wanted is not None else query.Every(), unwanted)
