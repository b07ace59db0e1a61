"""Every number that ranking depends on, in one place.

They were chosen on the 60 questions of benchmarks/search/questions.yml, which were written before any of them;
``python -m benchmarks.search`` reports the figures for each.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Field:
    """How much a hit in a field counts, and how much the field's length matters (BM25's b)."""

    weight: float
    length_share: float


FIELDS: Final = {
    "text": Field(1.0, 0.6),
    "heading": Field(0.9, 0.4),
    "title": Field(0.35, 0.3),
    "identifiers": Field(3.0, 0.1),
}
K1: Final = 1.2

PART: Final = 0.3
"""A part of a compound, or a variant of a stem, beside the word itself."""
QUERY_PART: Final = 0.6
"""A part of a compound in the question."""
JOINED: Final = 0.9
"""Neighbouring words of the question written as one ("Leistungs Postfach")."""
SYNONYM: Final = 0.7
PREFIX: Final = 0.35
DAMAGED: Final = 0.5
"""A word that differs only as OCR confuses letters."""
TYPO: Final = 0.5
EXACT: Final = 40.0
"""The number of a directive, or a Geschäftszeichen, as it stands."""
ENDED: Final = 0.8
"""What has ended, beside what is in force; only with --also-ended."""
KINDS: Final = {"task": 1.25, "section": 1.0, "abstract": 0.95, "header": 0.8}
"""A tie-break: of two places that say the same, the duty comes first."""
