"""What the columns of a table are for, by their head: who, what, by when. Used where tasks stand in its rows.

The words of a head only choose the column; what stands in its cells is read by others.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

Purpose = Literal["addressee", "duty", "due", "start", "end", "other"]

_WORDS: Final[tuple[tuple[Purpose, str], ...]] = (
    (
        "start",
        r"beginnt?|start|ab(?:\s+wann)?\Z|anfang|gültig ab|umsetzung ab|umzusetzen ab|zu beginnen",
    ),
    ("end", r"ende|endet|gültig bis|befristet|befristung"),
    (
        "due",
        r"(?:umsetzungs|erledigungs|melde|abgabe|vorlage|end)?(?:frist|termin)|bis(?:\s+(?:wann|zum|spätestens))?\Z|"
        r"bis\s+wann|wann|fällig(?:keit)?|(?:zu )?(?:erledig\w*|umsetz\w*|umzusetzen|melden|vorzulegen) bis|"
        r"spätestens|datum|zeitpunkt|zieldatum|stichtag",
    ),
    (
        "addressee",
        r"wer|an wen|adressat(?:in)?|organisationseinheit|organisationseinheit/?dienststelle|oe|dienststelle|"
        r"(?:zuständige?r?|verantwortliche?r?|ausführende|beauftragte|betroffene)\b.*|zuständigkeit|"
        r"verantwortlichkeit|verantwortung|empfänger(?:in)?|einheit|stelle|federführung|auftragnehmer(?:in)?",
    ),
    (
        "duty",
        r"was|(?:einzel|arbeits)?auftrag|(?:einzel|arbeits)?aufträge|aufgabe|maßnahme|tätigkeit|pflicht|to[- ]?do|"
        r"zu erledigen|zu veranlassen|handlungsbedarf|arbeitsschritt|schritt|auszuführen\w*|anweisung|veranlassung",
    ),
)
"""The words that a head begins with; the first that fits decides."""
_HEADS: Final = tuple((name, re.compile(rf"(?:{words})(?:n|en|s)?\b", re.IGNORECASE)) for name, words in _WORDS)


def purpose(head: str) -> Purpose:
    """What the column under these words is for."""
    words = " ".join(head.split()).strip(" :.?*_")
    return next((name for name, pattern in _HEADS if pattern.match(words)), "other")


def column(heads: Sequence[str], wanted: Purpose) -> int | None:
    """The first column for something; None if no head says so."""
    return next((position for position, head in enumerate(heads) if purpose(head) == wanted), None)


def addressee_in(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str | None:
    """Whom the last of the rows addresses: its cell in the column for that; an empty cell means that of the row above.

    None if the table has no such column, or nothing stands in it so far.
    """
    place = column(heads, "addressee")
    if place is None:
        return None
    return next((row[place] for row in reversed(rows) if place < len(row) and row[place]), None)
