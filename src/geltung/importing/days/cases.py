"""Whether an event is one of the directive, or one that each single case has: "vor der Veröffentlichung"."""

import re
from typing import Final

from geltung.corpus.names import fold

_ARTICLES: Final = (
    "die",
    "der",
    "das",
    "den",
    "dem",
    "des",
    "zum",
    "zur",
    "im",
    "vom",
    "beim",
    "am",
    "ein",
    "eine",
    "einen",
)
_COMING_IN: Final = re.compile(
    r"\bneu\s+[a-zäöüß]+(?:te|ten|ter|tes|ene|enen|ende|enden)\s+[A-ZÄÖÜ]|"
    rf"{''.join(f'(?<!{word} )' for word in _ARTICLES)}\bneue[rn]?\s+[A-ZÄÖÜ]\w*(?:te|ten|en|e|er)\b"
)
"""Words of what comes in again and again: "neu gemeldete Stellen"."""
_EACH: Final = re.compile(
    r"\bjede[nmrs]?\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ]|\bjeweilig|\bim\s+Einzelfall\b|"
    r"\b(?:Kund(?:in|en?\b)|Antragstell|Bewerber|Ratsuchend|Arbeitsuchend|Arbeitslose|Schülerinnen|Teilnehm|Leistungsberechtigt|"
    r"Leistungsbezieh|Versicherte|Berechtigte|(?:betroffene|betreffende)\w*\s+Person)"
)
"""Single cases, and people of whom each has an own day of what is named."""
_COMMON: Final = re.compile(
    r"umstell|umgestel|einfuhr|inbetrieb|produktiv|rollout|go-?live|migration|stichtag|abschalt|freischalt|inkraft|"
    r"in kraft|geltungsbeginn|weisung"
)
"""Events that the whole authority has on one day."""


def is_per_case(text: str, anchor: str) -> bool:
    """Whether each single case that a text speaks of has its own day of the anchor: no day of the document counts."""
    if _COMING_IN.search(text):
        return True
    return bool(_EACH.search(text)) and not _COMMON.search(fold(anchor))
