"""What the columns of a table are for, by their head: who, what, by when. Used where tasks stand in its rows.

The words of a head only choose the column; what stands in its cells is read by others.
"""

import re
from collections.abc import Sequence
from typing import Final, Literal

from geltung.markdown.rows import counts_rows

Purpose = Literal["addressee", "duty", "due", "start", "end", "other"]

_LONGEST_HEAD: Final = 45
_SIGN: Final = re.compile(r"\W*(?:[\d.]+|[A-Za-z])?\W*")
"""What stands before the words of a list's item or a heading: "•", "2.1", "a)"."""
_DUTIES: Final = (
    r"(?:einzel|arbeits)?auftrag|(?:einzel|arbeits)?aufträge|aufgabe|maßnahme|tätigkeit|to[- ]?do|zu erledigen|"
    r"zu veranlassen|handlungsbedarf|auszuführen\w*|veranlassung"
)
_PLAIN_DUTY: Final = re.compile(rf"(?:{_DUTIES})(?:n|en|s)?\b", re.IGNORECASE)
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
        rf"was|{_DUTIES}|pflicht|arbeitsschritt|schritt|anweisung|inhalt|gegenstand|beschreibung",
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


def lists_duties(heads: Sequence[str], *, alone: bool = True) -> bool:
    """Whether a table with this head lists duties: it names them, and beside them whom, by when or a running number.

    A plain word for a duty ("Auftrag") is enough if ``alone``.
    """
    duty = column(heads, "duty")
    if duty is None or len(heads) < 2 or not _may_be_heads(heads):
        return False
    named = {purpose(head) for head in heads} & {"addressee", "due", "start", "end"}
    counted = bool(heads[0]) and counts_rows(heads)
    return bool(named) or counted or (alone and bool(_PLAIN_DUTY.match(heads[duty])))


def _may_be_heads(heads: Sequence[str]) -> bool:
    """Whether the cells are short names: no sign or number with the words of an item, no label with its value."""
    said = [head for head in heads if head and not counts_rows((head,))]
    short = all(len(head) <= _LONGEST_HEAD and not head.endswith((",", ";")) for head in said)
    return short and not any(map(_SIGN.fullmatch, said)) and len({head.endswith(":") for head in said}) == 1
