"""Words that look alike to a text recognition: "Giltig", "Giiltig" and "gültig".

Where two words of the collection look alike, both also carry a common mark, so that the right spelling finds the
damaged one. Words that no other word looks like carry none and cost nothing.
"""

import re
from collections.abc import Iterable
from typing import Final

from geltung.search.words import plain

_SHORTEST: Final = 5
_ALIKE: Final = str.maketrans({"u": "i", "l": "i", "1": "i", "|": "i", "d": "o", "0": "o", "e": "o"})
_RUNS = re.compile(r"i{2,}")


def look(word: str) -> str:
    """What a word looks like: letters that OCR confuses are one."""
    return _RUNS.sub("i", plain(word.casefold().replace("ß", "b")).translate(_ALIKE))


class Damage:
    """Knows which words of a collection look alike."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        seen: dict[str, str] = {}
        self._shared: set[str] = set()
        for word in vocabulary:
            if len(word) < _SHORTEST or not word.isalpha():
                continue
            shape = look(word)
            if seen.setdefault(shape, plain(word)) != plain(word):
                self._shared.add(shape)

    def mark(self, word: str) -> str | None:
        """The mark that a word shares with those that look like it; None if none does."""
        if len(word) < _SHORTEST:
            return None
        shape = look(word)
        return f"~{shape}" if shape in self._shared else None
