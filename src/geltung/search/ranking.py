"""What a question asks for, and how well each document answers it: BM25F over weighted terms.

BM25F (Robertson, Zaragoza): how often a term occurs is first added up over the fields of a document, each with its
weight and in proportion to its length, and only then damped and multiplied with the term's rarity.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterator
from math import log
from typing import Final, NamedTuple

from geltung.search.engine import Postings, Reader
from geltung.search.weights import FIELDS, K1

Scores = dict[int, float]
"""Document → score."""

_MOST_KEPT: Final = 4_000_000
"""So many postings are remembered for the next questions of the process (some 64 MB)."""


class Terms(NamedTuple):
    """Documents with any of some terms in some fields; (term, weight, fields) each, and the scores add up."""

    options: tuple[tuple[str, float, tuple[str, ...]], ...]


class Phrase(NamedTuple):
    """Documents in a field of which ``words`` follow each other; ``terms`` are those that are no stop words."""

    terms: tuple[str, ...]
    fields: tuple[str, ...]
    words: tuple[str, ...]


class Some(NamedTuple):
    """Documents that answer any of the parts; the scores add up."""

    parts: tuple["Query", ...]


class Every(NamedTuple):
    """Documents that answer all parts; the score is ``weight`` × their sum."""

    parts: tuple["Query", ...]
    weight: float = 1.0


class But(NamedTuple):
    """Documents that answer one thing (None: all there are) and not the other."""

    wanted: "Query | None"
    unwanted: "Query"


Query = Terms | Phrase | Some | Every | But


def terms_of(query: Query) -> Iterator[str]:
    """All terms that a question looks for."""
    if isinstance(query, Terms):
        yield from (term for term, _, _ in query.options)
    elif isinstance(query, Phrase):
        yield from query.terms
    elif isinstance(query, But):
        yield from terms_of(query.wanted) if query.wanted else ()
    else:
        for part in query.parts:
            yield from terms_of(part)


class Ranking:
    """Scores documents of one open index. Remembers what it read."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: dict[tuple[str, tuple[str, ...]], Postings] = {}
        self._size = 0
        self._norms: dict[str, list[float]] = {}

    def score(self, query: Query) -> Scores:
        """All documents that answer a question, with their scores."""
        if isinstance(query, Phrase):
            return self._phrase(query)
        if isinstance(query, Every):
            return self._every(query)
        if isinstance(query, But):
            return self._but(query)
        scores: Scores = {}
        self._add(query, scores)
        return scores

    def term(self, term: str, fields: tuple[str, ...]) -> Postings:
        """The documents with a term in any of some fields, and its score in each."""
        key = (term, fields)
        if key not in self._kept:
            found = self._read(term, fields)
            if self._size > _MOST_KEPT:
                self._kept.clear()
                self._size = 0
            self._kept[key] = found
            self._size += len(found[0])
        return self._kept[key]

    def knows(self, term: str, fields: tuple[str, ...]) -> bool:
        """Whether any document has a term."""
        return bool(self.term(term, fields)[0])

    def _read(self, term: str, fields: tuple[str, ...]) -> Postings:
        found = [(name, *self.reader.postings(name, term)) for name in fields]
        having = [(name, documents, weights) for name, documents, weights in found if documents]
        if not having:
            return array("q"), array("d")
        if len(having) == 1:
            name, documents, weights = having[0]
            counts = array("d", self._in_proportion(name, documents, weights))
        else:
            added: Scores = {}
            for name, documents, weights in having:
                for document, count in zip(documents, self._in_proportion(name, documents, weights), strict=True):
                    added[document] = added.get(document, 0.0) + count
            documents = array("q", sorted(added))
            counts = array("d", (added[document] for document in documents))
        rarity = log(1 + (self.reader.documents - len(documents) + 0.5) / (len(documents) + 0.5))
        factor = max(rarity, 0.0) * (K1 + 1)
        return documents, array("d", (factor * count / (count + K1) for count in counts))

    def _in_proportion(self, field: str, documents: "array[int]", weights: "array[float]") -> list[float]:
        """How often a term occurs in a field, by the field's weight and its length in the document."""
        if field not in self._norms:
            share = FIELDS[field].length_share
            self._norms[field] = [1 - share + share * length for length in self.reader.lengths(field)]
        norms, weight = self._norms[field], FIELDS[field].weight
        return [weight * count / norms[document] for document, count in zip(documents, weights, strict=True)]

    def _add(self, query: Query, scores: Scores) -> None:
        get = scores.get
        if isinstance(query, Terms):
            for term, weight, fields in query.options:
                for document, score in zip(*self.term(term, fields), strict=True):
                    scores[document] = get(document, 0.0) + weight * score
        elif isinstance(query, Some):
            for part in query.parts:
                self._add(part, scores)
        else:
            for document, score in self.score(query).items():
                scores[document] = get(document, 0.0) + score

    def _every(self, query: Every) -> Scores:
        found = [self.score(part) for part in query.parts]
        common = set.intersection(*(set(scores) for scores in found))
        return {document: query.weight * sum(scores[document] for scores in found) for document in common}

    def _but(self, query: But) -> Scores:
        unwanted = self.score(query.unwanted)
        if query.wanted is None:
            return {document: 1.0 for document in self.reader.everything() if document not in unwanted}
        return {document: score for document, score in self.score(query.wanted).items() if document not in unwanted}

    def _phrase(self, query: Phrase) -> Scores:
        scores: Scores = {}
        for field in query.fields:
            found = sorted((self.term(term, (field,)) for term in query.terms), key=lambda postings: len(postings[0]))
            common = set(found[0][0]).intersection(*(documents for documents, _ in found[1:]))
            for document in self.reader.following(field, query.words, sorted(common)):
                of_terms = sum(counted[bisect_left(documents, document)] for documents, counted in found)
                scores[document] = scores.get(document, 0.0) + of_terms
        return scores
