"""Ids made from words: the one rule for tasks that get theirs from the import, a repair or a review."""

import re
from collections.abc import Collection
from typing import Final

from geltung.model.terms import UMLAUTS_SPELT_OUT

_NOUN: Final = re.compile(r"(?<![.!?] )(?<!\A)\b[A-ZÄÖÜ][a-zäöüß]{3,}(?:-[A-ZÄÖÜ][\wäöüß]+)*")
_COMMON: Final = frozenset(
    [
        "agenturen",
        "agentur",
        "arbeit",
        "regionaldirektionen",
        "regionaldirektion",
        "weisung",
        "service",
        "center",
        "rahmen",
        "einsatz",
        "januar",
        "februar",
        "april",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "dezember",
        "montag",
        "freitag",
        "ziffer",
        "abschnitt",
        "anlage",
        "woche",
        "wochen",
        "tage",
    ]
)
"""Nouns that tell no task from another."""
_LONGEST: Final = 40


def slug(text: str) -> str:
    """The first words of a text in the letters that an id may have."""
    folded = re.sub(r"[^a-z0-9]+", "-", text[:60].translate(UMLAUTS_SPELT_OUT).lower()).strip("-")
    return "-".join(folded.split("-")[:4]) or "kennung"


def task_id(text: str, taken: Collection[str] = ()) -> str:
    """An id for a task that no other has: its first noun that says something, else its first two words."""
    nouns = [noun for noun in _NOUN.findall(text) if noun.lower() not in _COMMON]
    words = nouns[:1] or re.findall(r"[^\W\d_]{4,}", text)[:2] or ["auftrag"]
    base = slug("-".join(words))[:_LONGEST].strip("-")
    numbered = (f"{base}-{count}" if count > 1 else base for count in range(1, len(taken) + 2))
    return next(name for name in numbered if name not in taken)
