"""The words of a text in their order, as few bytes: what phrases are looked up in, and what a text's length is.

Each word is four bytes, the CRC of its term, so the words of a phrase follow each other where their bytes do. Two
words of the same CRC would be taken for each other; one in four thousand millions is.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import islice
from typing import Final, NamedTuple
from zlib import crc32

from geltung.search.weights import LEAD_WORDS

_WIDTH: Final = 4

Term = tuple[str, float]
"""A term and its weight: 1 for a word itself, less for a part of it."""


def stamp(*terms: str) -> bytes:
    """The bytes of words that follow each other."""
    return b"".join(crc32(term.encode()).to_bytes(_WIDTH, "little") for term in terms)


class Written:
    """A word as it is written: the terms it is found by (a stop word has none) and its bytes.

    ``apart`` are the bytes of its pieces if it is written with hyphens. A word is one object wherever it stands, and
    equal to no other, so that counting words takes no look into them.
    """

    __slots__ = ("apart", "stamp", "terms")

    def __init__(self, terms: tuple[Term, ...], stamp: bytes, apart: bytes = b"") -> None:
        self.terms = terms
        self.stamp = stamp
        self.apart = apart


class Analysed(NamedTuple):
    """What is indexed of a text: its terms with the sum of their weights, and its words in order."""

    weights: dict[str, float]
    order: bytes


NOTHING: Final = Analysed({}, b"")


def analysed(words: Sequence[Written], lead: float) -> Analysed:
    """The first words of a text count ``lead`` times."""
    times: dict[Written, float] = dict(Counter(words))
    for word in islice(words, LEAD_WORDS):
        times[word] += lead - 1
    weights: dict[str, float] = {}
    for word, count in times.items():
        for term, weight in word.terms:
            weights[term] = weights.get(term, 0.0) + count * weight
    return Analysed(weights, _order(words, hyphens=any(word.apart for word in times)))


def _order(words: Sequence[Written], hyphens: bool) -> bytes:
    """How many words there are, and their bytes; once more with hyphenated words apart, if there are such."""
    pieces = [len(words).to_bytes(_WIDTH, "little"), *[word.stamp for word in words]]
    if hyphens:
        pieces += [bytes(_WIDTH), *[word.apart or word.stamp for word in words]]
    return b"".join(pieces)


def length(order: bytes) -> int:
    """How many words a text has."""
    return int.from_bytes(order[:_WIDTH], "little")


def holds(order: bytes, phrase: bytes) -> bool:
    """Whether the words of a phrase follow each other in a text."""
    at = order.find(phrase, _WIDTH)
    while at > 0 and at % _WIDTH:
        at = order.find(phrase, at + 1)
    return at > 0
