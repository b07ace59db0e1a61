"""Reads a word as a compound of known parts, allowing for damage within each part."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geltung.importing.repair.lexicon import NO_ENDS, NO_PARTS, Lexicon

_UMLAUTS: Final = re.compile("[äöüß]")
_LINKS: Final = ("", "s", "n", "en", "es", "er", "e")
_SHORTEST: Final = 3
_SHORTEST_WORD: Final = 7
_LONGEST_WORD: Final = 45
_MOST_PARTS: Final = 4
_KEPT: Final = 4
_JOIN: Final = 3.0
"""What each further part costs: a compound is less certain than a word."""
_LINK_COST: Final = 0.7
_PART_DAMAGE: Final = 3.0
"""The most damage that one part may have: short words that look alike are too many."""
_RAREST: Final = -12.5
"""The least weight of a part: which words are frequent says little about what compounds are made of."""


_SHORTEST_HEAD: Final = 4
_SHORTEST_TAIL: Final = 7
_TAIL_COST: Final = 2.5
_UNKNOWN_HEAD: Final = -10.0
_ADJECTIVE: Final = re.compile(r"(.{3,}(?:lich|ig|isch|bar|sam|haft|los|voll|frei))((?:st|er)?(?:e|en|er|es|em))$")


@dataclass(frozen=True, slots=True)
class Reading:
    """A word that may have been printed: how likely it is, what damage it needs, of how many parts it is made."""

    word: str
    weight: float
    cost: float
    parts: int = 1

    @property
    def score(self) -> float:
        """Logarithm of likelihood times probability, up to a constant."""
        return self.weight - self.cost


class Compounds:
    """Finds readings of words; remembers what it found."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self.readings = lru_cache(maxsize=50_000)(self._readings)
        self._part = lru_cache(maxsize=200_000)(self._part_readings)

    def _readings(self, read: str) -> tuple[Reading, ...]:
        """All readings of a word, best first; compounds only if the word itself is not known or looks like none."""
        found = {}
        for word, price in self._lexicon.alike(read, rare=True):
            weight = self._lexicon.weight(word)
            if weight is not None:
                found[word] = Reading(word, weight, price)
        noun = read[0].isupper() or _UMLAUTS.search(read)
        if noun and found and all(reading.cost for reading in found.values()):
            found |= {reading.word: reading for reading in self._compounds(read) if reading.cost == 0}
        if not found and _SHORTEST_WORD <= len(read) <= _LONGEST_WORD:
            found = {reading.word: reading for reading in self._compounds(read) or self._tail(read)}
        return tuple(sorted(found.values(), key=lambda reading: -reading.score))

    def _compounds(self, read: str) -> list[Reading]:
        """The best compounds, from the back: at each place those with the highest score."""
        best: list[list[Reading]] = [[] for _ in range(len(read) + 1)]
        for start in range(len(read) - _SHORTEST, -1, -1):
            options: dict[str, Reading] = {}
            for end in range(start + _SHORTEST, len(read) + 1):
                last = end == len(read)
                if (start == 0 and last) or (not last and not best[end]):
                    continue
                for part in self._part(read[start:end], last):
                    for rest in best[end] if not last else (Reading("", 0.0, 0.0, 0),):
                        whole = _joined(part, rest)
                        known = options.get(whole.word)
                        if whole.parts <= _MOST_PARTS and (known is None or known.score < whole.score):
                            options[whole.word] = whole
            best[start] = sorted(options.values(), key=lambda reading: -reading.score)[:_KEPT]
        return best[0]

    def _tail(self, read: str) -> list[Reading]:
        """Readings of a word whose beginning nobody knows, by its end: "Outlookpostfachern"."""
        for start in range(_SHORTEST_HEAD, len(read) - _SHORTEST_TAIL + 1):
            tail = self.readings(read[start:])
            if tail and tail[0].cost == 0:
                return []
            if tail and tail[0].cost <= _TAIL_COST and _UMLAUTS.search(tail[0].word):
                head = read[:start].lower()
                return [Reading(head + end.word, end.weight + _UNKNOWN_HEAD, end.cost, end.parts + 1) for end in tail]
        return []

    def _part_readings(self, piece: str, last: bool) -> tuple[Reading, ...]:
        """What a piece of a word may be: a known word, before others also with a linking letter."""
        found: list[Reading] = []
        for link in _LINKS if not last else ("",):
            core = piece[: len(piece) - len(link)] if link else piece
            if not piece.endswith(link) or len(core) < _SHORTEST or core.lower() in NO_PARTS:
                continue
            if last and core.lower() in NO_ENDS:
                continue
            for word, price in self._lexicon.alike(core):
                weight = self._lexicon.weight(word)
                if price > _PART_DAMAGE or (price and len(core) <= _SHORTEST):
                    continue
                if weight is not None and self._lexicon.is_part(word) and not (last and word in NO_ENDS):
                    extra = _LINK_COST if link else 0.0
                    found.append(Reading(word + link, max(weight, _RAREST) - extra, price))
        if last and (adjective := _ADJECTIVE.match(piece)):
            for reading in self._part_readings(adjective.group(1), last):
                found.append(Reading(reading.word + adjective.group(2), reading.weight - 1.0, reading.cost))
        return tuple(sorted(found, key=lambda reading: -reading.score)[:_KEPT])


def _joined(part: Reading, rest: Reading) -> Reading:
    if not rest.parts:
        return part
    word = part.word + rest.word
    return Reading(word, part.weight + rest.weight - _JOIN, part.cost + rest.cost, part.parts + rest.parts)
