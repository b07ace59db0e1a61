"""Splitting German compounds into their parts.

A word is split only where every part is a known word: one of our own list of parts, or one that the collection itself
uses on its own. The best split has the fewest and then the most even parts; linking letters (-s-, -n-, -en-, -es-,
-er-) belong to the part before them.
"""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Final

from geltung.search.words import plain, stem

LINKS: Final = ("", "s", "n", "en", "es", "er", "e")
"""What may stand between the parts of a compound."""
_ENDING_IN: Final = {"s": ("s", "es"), "n": ("n", "en"), "r": ("er",), "e": ("e",)}
"""The linking letters by the last of them."""
_SHORTEST: Final = 3
_ELECTRONIC: Final = "e"
"""eAkte, eService: the one part of a single letter."""
_SHORTEST_WORD: Final = 7
_LONGEST_WORD: Final = 60


class Splitter:
    """Knows the words that compounds are made of."""

    def __init__(self, vocabulary: Iterable[str] = ()) -> None:
        self._known = shipped() | {plain(word) for word in vocabulary if len(word) >= 4 and word.isalpha()}
        self.parts = lru_cache(maxsize=200_000)(self._parts)

    def _parts(self, word: str) -> tuple[str, ...]:
        """Terms of the parts of a lower-case word; empty if it is no compound of known words."""
        flat = plain(word)
        if flat[:1] == _ELECTRONIC and flat[1:] in self._known:
            return (stem(flat[1:]),)
        if not _SHORTEST_WORD <= len(flat) <= _LONGEST_WORD or not flat.isalpha():
            return ()
        found = self._best(flat)
        return tuple(dict.fromkeys(stem(part) for part in found)) if len(found) > 1 else ()

    def _best(self, word: str) -> tuple[str, ...]:
        """The best split of the whole word, from the back: at each place the split with the fewest parts."""
        length = len(word)
        best: list[tuple[str, ...] | None] = [None] * (length + 1)
        best[length] = ()
        for start in range(length - _SHORTEST, -1, -1):
            best[start] = self._best_from(word, start, best)
        return best[0] or ()

    def _best_from(self, word: str, start: int, best: list[tuple[str, ...] | None]) -> tuple[str, ...] | None:
        chosen: tuple[str, ...] | None = None
        for end in range(start + _SHORTEST, len(word) + 1):
            if start == 0 and end == len(word):
                continue
            rest = best[end]
            part = self._known_part(word[start:end], last=end == len(word)) if rest is not None else None
            if part is None or rest is None:
                continue
            candidate = (part, *rest)
            if chosen is None or _cost(candidate) < _cost(chosen):
                chosen = candidate
        return chosen

    def _known_part(self, piece: str, last: bool) -> str | None:
        """The word a piece is: itself, or without a linking letter (not at the end, where it would be an ending)."""
        if last:
            return piece if piece in self._known or stem(piece) in _stems(piece[:_SHORTEST]) else None
        if piece in self._known:
            return piece
        for link in _ENDING_IN.get(piece[-1], ()):
            core = piece[: -len(link)]
            if len(core) >= _SHORTEST and piece.endswith(link) and core in self._known:
                return core
        return None


def _cost(parts: tuple[str, ...]) -> tuple[int, int]:
    return len(parts), -min(len(part) for part in parts)


@lru_cache(maxsize=1)
def shipped() -> frozenset[str]:
    """Our own list of words that occur in compounds, without umlauts."""
    text = (files("geltung.search") / "german_words.txt").read_text(encoding="utf-8")
    return frozenset(plain(line.strip()) for line in text.splitlines() if line and not line.startswith("#"))


@lru_cache(maxsize=4096)
def _stems(start: str) -> frozenset[str]:
    """The stems of our own words that start so (stemming all of them would take longer than most searches)."""
    return frozenset(map(stem, _by_start().get(start, ())))


@lru_cache(maxsize=1)
def _by_start() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in shipped():
        found.setdefault(word[:_SHORTEST], []).append(word)
    return found
