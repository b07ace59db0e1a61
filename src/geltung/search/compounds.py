"""Splitting German compounds into their parts.

A word is split only where every part is a known word: one of our own list of parts, or one that the collection itself
uses on its own. The best split has the fewest and then the most even parts; linking letters (-s-, -n-, -en-, -es-,
-er-) belong to the part before them.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

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
        self._starts = {word[:_SHORTEST] for word in self._known}
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
        best = {length: _Split((), length)}
        for start in range(length - _SHORTEST, -1, -1):
            if word[start : start + _SHORTEST] in self._starts:
                chosen = self._best_from(word, start, best)
                if chosen is not None:
                    best[start] = chosen
        return best[0].parts if 0 in best else ()

    def _best_from(self, word: str, start: int, best: dict[int, "_Split"]) -> "_Split | None":
        """``best`` holds the splits of the rest by the place where it begins, the last place first."""
        chosen: _Split | None = None
        for end, rest in reversed(best.items()):
            if end - start < _SHORTEST or end - start == len(word):
                continue
            part = self._known_part(word[start:end], last=end == len(word))
            if part is None:
                continue
            candidate = _Split((part, *rest.parts), min(rest.shortest, len(part)))
            if chosen is None or candidate.cost < chosen.cost:
                chosen = candidate
        return chosen

    def _known_part(self, piece: str, last: bool) -> str | None:
        """The word a piece is: itself, or without a linking letter (not at the end, where it would be an ending)."""
        if piece in self._known:
            return piece
        if last:
            return piece if stem(piece) in _stems(piece[:_SHORTEST]) else None
        for link in _ENDING_IN.get(piece[-1], ()):
            if piece.endswith(link) and len(core := piece[: -len(link)]) >= _SHORTEST and core in self._known:
                return core
        return None


class _Split(NamedTuple):
    """A split of the end of a word: the fewer parts the better, and then the longer the shortest of them."""

    parts: tuple[str, ...]
    shortest: int

    @property
    def cost(self) -> tuple[int, int]:
        """Of two splits the one that costs less is better."""
        return len(self.parts), -self.shortest


@lru_cache(maxsize=1)
def shipped() -> frozenset[str]:
    """Our own list of words that occur in compounds, without umlauts."""
    return frozenset(map(plain, shipped_spellings()))


def shipped_spellings() -> list[str]:
    """Our own list of words as they are written, in lower case."""
    text = Path(__file__).with_name("german_words.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line and not line.startswith("#")]


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
