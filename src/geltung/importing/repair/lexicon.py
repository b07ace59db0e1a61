"""The words that a repair may propose: a German word list with frequencies, our own list of parts, the collection's.

The large list comes from pyspellchecker (MIT licence): 340 000 German word forms with umlauts as they are written and
with their counts, which tell "während" from "wahrend". It knows few compounds; those are made of parts here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Set
from functools import lru_cache
from importlib.resources import files
from typing import Final

from spellchecker import SpellChecker

from geltung.importing.repair.confusion import cost, skeleton, skeletons

_OWN_COUNT: Final = 2_000
"""The count of a word that the collection itself uses."""
_PART_COUNT: Final = 1_000
"""The count of a word on our own list of parts of compounds."""
_ENDINGS: Final = ("n", "en", "e", "s", "es")
_SHORTEST_PART: Final = 4
_TOTAL: Final = math.log(8_000_000)
NO_PARTS: Final = frozenset({
    "der", "die", "das", "den", "dem", "des", "eine", "einen", "einer", "einem", "eines", "keine", "keinen", "keiner",
    "und", "oder", "sowie", "dass", "wenn", "weil", "sich", "diese", "dieser", "diesem", "diesen", "dieses", "jede",
    "jeder", "jeden", "jedem", "für", "von", "ist", "sind", "wird", "wurde", "wurden", "hat", "kann", "muss", "darf",
    "gilt", "gelten", "folgt", "erfolgt", "erfolgen", "legt", "steht", "bleibt", "welche", "welcher",
})  # fmt: skip
"""Words that are no part of a compound, wherever they stand in it."""
_STEMS: Final = frozenset({
    "lösch", "prüf", "förder", "erklär", "ausfüll", "einführ", "ergänz", "aufklär", "anhör", "überführ", "bestätig",
    "erhöh", "änderungs", "höchst",
})  # fmt: skip
"""Stems of verbs and the like with which administration begins its compounds: "Löschkonzept"."""
NO_ENDS: Final = frozenset({
    "zum", "zur", "vom", "beim", "mit", "bei", "bis", "nur", "noch", "auch", "nicht", "als", "wie", "ihr", "ihre",
    "ihren", "ihrer", "sowohl", "bereits", "allen", "werden", "worden", "können", "sollen", "müssen", "nach", "gegen",
    "durch", "unter", "über", "sofort",
})  # fmt: skip
"""Words that no compound ends with, unless it is known as a whole: "danach"."""


class Lexicon:
    """Known words (lower case) with their weight, found exactly or by what they look like."""

    def __init__(self, vocabulary: Set[str]) -> None:
        self._counts, self._index, self._parts = _shipped()
        self._own = {word.lower() for word in vocabulary if len(word) > 1 and word.isalpha()}
        self._own_index = _index(self._own)

    def weight(self, word: str) -> float | None:
        """The logarithm of a word's probability; None for an unknown word."""
        count = self._counts.get(word, 0)
        if word in self._own:
            count += _OWN_COUNT
        elif self._is_form_of_part(word):
            count += _PART_COUNT
        return math.log(count) - _TOTAL if count and word in self else None

    def _is_form_of_part(self, word: str) -> bool:
        """Whether a word is on our own list of parts, as it stands or with an ending: administration's own words."""
        if word in self._parts:
            return True
        return any(word.endswith(end) and word[: -len(end)] in self._parts for end in _ENDINGS)

    def is_part(self, word: str) -> bool:
        """Whether a compound may have this word as a part."""
        if word in NO_PARTS:
            return False
        return word in self._parts or word in self._own or (len(word) >= _SHORTEST_PART and word in self)

    def is_own(self, word: str) -> bool:
        """Whether the collection itself uses the word."""
        return word in self._own

    def __contains__(self, word: str) -> bool:
        return word in self._counts or word in self._parts or word in self._own

    def alike(self, read: str, *, rare: bool = False) -> Iterable[tuple[str, float]]:
        """The known words that may have been read as `read`, each with its cost (0 for the word itself)."""
        seen: set[str] = set()
        for key in skeletons(read, rare=rare):
            for index in (self._index, self._own_index):
                for word in index.get(key, "").split():
                    if word not in seen:
                        seen.add(word)
                        price = cost(read, word)
                        if price is not None:
                            yield word, price


@lru_cache(maxsize=1)
def _shipped() -> tuple[dict[str, int], dict[str, str], frozenset[str]]:
    """Counts, the index by skeleton, and our own parts of compounds."""
    listed = SpellChecker(language="de").word_frequency.dictionary
    counts = {word: count for word, count in listed.items() if len(word) > 1 and word.isalpha()}
    text = (files("geltung.search") / "german_words.txt").read_text(encoding="utf-8")
    parts = frozenset(line.strip() for line in text.splitlines() if line and not line.startswith("#"))
    parts |= _STEMS
    return counts, _index(counts.keys() | parts), parts


def _index(words: Set[str]) -> dict[str, str]:
    """Skeleton → the words that share it, divided by spaces; all folded in one go, which is ten times faster."""
    if not words:
        return {}
    listed = sorted(words)
    found: dict[str, str] = {}
    for key, word in zip(skeleton("\n".join(listed)).split("\n"), listed, strict=True):
        found[key] = f"{found[key]} {word}" if key in found else word
    return found
