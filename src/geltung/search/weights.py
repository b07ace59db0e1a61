"""Every number that ranking depends on, in one place.

They were chosen on the 60 questions of benchmarks/search/questions.yml, which were written before any of them, and on
6,081 sections of German manuals (heading sought in bodies, one half of the headings; the other half is what
ARCHITECTURE.md reports). MRR@10 there, plain Snowball in Whoosh .446, compounds apart .289:

    parts in texts .3, in questions .6                            .445  .463
    in questions 1.0                                              .449  .475
    words set apart by hyphens count fully                        .456  .499
    neighbours also as one word, weight .3 / .9 for each          .455  .485 / .451  .497
    look-alikes (OCR) at .5 / .1 instead of 0                     .452  .498 / .454  .503 (0: .454  .503)
    single letters in words with hyphens ("X-Server")             .455  .481 instead of .453  .480
    the first 15 words count 1.5 / 2 times                        .463  .488 / .468  .491 instead of .454  .478
    the first 30 words count twice                                .461  .493

Tried and left out, since they gained nothing: nearness of words (.450 to .452), rarity plus one as in Whoosh (.451),
stop words in questions (.449), each part counted once a text (.448), k1 from .9 to 1.6.
"""

from typing import Final, NamedTuple


class Field(NamedTuple):
    """How much a hit in a field counts, and how much the field's length matters (BM25's b).

    The first words of the field count ``lead`` times: a paragraph says first what it is about.
    """

    weight: float
    length_share: float
    lead: float = 1.0


FIELDS: Final = {
    "text": Field(1.0, 0.75, 1.5),
    "heading": Field(0.9, 0.4),
    "title": Field(0.35, 0.3),
    "identifiers": Field(3.0, 0.1),
}
K1: Final = 1.2
PROSE: Final = ("text", "heading", "title")
"""The fields that words of a language are looked up in; identifiers are none."""

PART: Final = 0.4
"""A part of a compound, or a variant of a stem, beside the word itself."""
PIECE: Final = 1.0
"""A part that the writer set apart with a hyphen, beside the word itself; in texts and in questions."""
QUERY_PART: Final = 0.8
"""A part of a compound in the question."""
JOINED: Final = 0.9
"""Neighbouring words of the question written as one ("Leistungs Postfach")."""
LEAD_WORDS: Final = 15
SYNONYM: Final = 1.0
PREFIX: Final = 0.35
DAMAGED: Final = 0.1
"""A word that differs only as OCR confuses letters."""
TYPO: Final = 0.5
EXACT: Final = 40.0
"""The number of a directive, or a Geschäftszeichen, as it stands."""
ENDED: Final = 0.8
"""What has ended, beside what is in force; only with --also-ended."""
KINDS: Final = {"task": 1.25, "section": 1.0, "abstract": 0.95, "header": 0.8}
"""A tie-break: of two places that say the same, the duty comes first."""
