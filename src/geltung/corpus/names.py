"""Folding of unit names, so that people find a unit however they write it.

Folded away: case, umlaut spelling (für, fuer, fur), ß/ss, hyphens and blanks, a leading article, and plural and
genitive endings. OCR confusions are not folded here; they belong to the import.
"""

import re
import unicodedata
from functools import cache
from typing import Final

_ARTICLES: Final = frozenset(("der", "die", "das", "den", "dem", "des"))
_ENDINGS: Final = ("en", "er", "em", "es", "e", "n", "s")
_SHORTEST_STEM: Final = 4
_ALL = re.compile(r"\A\s*(?:all|sämtlich)(?:e|en|er)\s+(?:(?:der|die|den)\s+)?", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without umlauts, accents and sharp s: "Führungs-Akademie" → "fuhrungs-akademie"."""
    lowered = text.casefold()
    if not lowered.isascii():
        decomposed = unicodedata.normalize("NFKD", lowered)
        lowered = "".join(char for char in decomposed if not unicodedata.combining(char))
    return lowered.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _stem(word: str, shortest: int = _SHORTEST_STEM) -> str:
    """Strip plural and genitive endings as long as a stem of at least four letters stays."""
    while True:
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= shortest:
                word = word[: -len(ending)]
                break
        else:
            return word


def without_all(name: str) -> str:
    """A name without the word for all in front: "Alle Agenturen für Arbeit" are the Agenturen für Arbeit."""
    return _ALL.sub("", name)


def literal_key(name: str) -> str:
    """The key of a spelling itself, only case and blanks folded: it keeps "RD N" apart from "RDn"."""
    return "=" + " ".join(name.casefold().split())


@cache
def keys(name: str) -> tuple[str, ...]:
    """The keys under which a name is filed and looked up, the most literal first.

    Two spellings mean the same unit if they share a key: "Service Centern" and "Servicecenter" share "servicecent".
    """
    words = _WORDS.findall(fold(name))
    if len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    joined = "".join(words)
    above = len(joined) - len(words[-1]) if words else 0  # else "Agentur für Arbeit Essen" is an "Agentur für Arbeit"
    found = (joined, _stem(joined, above + _SHORTEST_STEM), "".join(_stem(word) for word in words))
    return (literal_key(name), *dict.fromkeys(key for key in found if key))
