"""The query language: words, "phrases", AND/OR/NOT, prefix*, field:word. Every text is a question; none fails.

Words stand beside each other softly: what matches more of them comes first. UND (AND) makes both necessary, ODER (OR)
separates alternatives, NICHT (NOT) excludes what follows; in capitals, for people write "Zuständigkeit und Verfahren"
and "Termin nicht wahrgenommen". Of 334 headings with such a word MRR@10 is .569, and .451 if small ones are operators.
What a small "und" and "oder" ask for comes first anyhow; a small "nicht" excludes in a short question where a noun
follows it ("Postfach nicht Leistung").
"""

import re
from typing import Final, NamedTuple

AND: Final = "and"
OR: Final = "or"
NOT: Final = "not"
_OPERATORS: Final = {"AND": AND, "UND": AND, "OR": OR, "ODER": OR, "NOT": NOT, "NICHT": NOT}
FIELDS: Final = {
    "titel": ("title",),
    "title": ("title",),
    "überschrift": ("heading",),
    "ueberschrift": ("heading",),
    "text": ("text",),
    "az": ("identifiers",),
    "geschäftszeichen": ("identifiers",),
    "nummer": ("identifiers",),
}
"""Field names as staff type them → fields of the index. "einheit" is no field but a filter by addressee."""
UNIT_FIELD: Final = "einheit"

_PIECES = re.compile(r'(?:(\w+):)?(?:["„“”«»]([^"„“”«»]*)["„“”«»]?|([^\s"„“”«»()]+))')
_LONGEST: Final = 1_000
_MOST_PIECES: Final = 40
_SHORT: Final = 5
"""In a question of so few pieces a small "nicht" before a noun is meant as NICHT."""
_MOST_COSTLY: Final = 5
"""So many phrases and prefixes are looked up as such, for each may take as long as a question; later ones are words."""


class Piece(NamedTuple):
    """A word, phrase or prefix of a question. ``field`` is a key of :data:`FIELDS` or the unit field."""

    text: str
    kind: str
    field: str | None = None


class Alternative(NamedTuple):
    """What one side of an OR asks for. ``strict`` demands every piece (an AND was written)."""

    wanted: tuple[Piece, ...]
    unwanted: tuple[Piece, ...]
    strict: bool


def parse(text: str) -> tuple[Alternative, ...]:
    """The alternatives of a question; empty if nothing is asked for."""
    found: list[Alternative] = []
    wanted: list[Piece] = []
    unwanted: list[Piece] = []
    strict, negated = False, False
    pieces = _pieces(text[:_LONGEST])
    for number, piece in enumerate(pieces):
        operator = NOT if _is_small_not(pieces, number) else _operator(piece)
        if operator == OR:
            found.append(Alternative(tuple(wanted), tuple(unwanted), strict))
            wanted, unwanted, strict, negated = [], [], False, False
        elif operator == AND:
            strict = True
        elif operator == NOT:
            negated = True
        else:
            (unwanted if negated else wanted).append(piece)
            negated = False
    found.append(Alternative(tuple(wanted), tuple(unwanted), strict))
    return tuple(item for item in found if item.wanted or item.unwanted)


def _pieces(text: str) -> list[Piece]:
    found: list[Piece] = []
    for match in list(_PIECES.finditer(text))[:_MOST_PIECES]:
        name, quoted, bare = match.groups()
        field = name.casefold() if name else None
        if field is not None and field not in FIELDS and field != UNIT_FIELD:
            found.append(Piece(name, "word"))
            field = None
        if quoted is not None:
            found.append(Piece(quoted, "phrase", field))
        elif bare.endswith("*") and len(bare.rstrip("*")) >= 2:
            found.append(Piece(bare.rstrip("*"), "prefix", field))
        else:
            found.append(Piece(bare, "word", field))
    return _affordable([piece for piece in found if any(char.isalnum() for char in piece.text)])


def _affordable(pieces: list[Piece]) -> list[Piece]:
    costly = [number for number, piece in enumerate(pieces) if piece.kind != "word"]
    for number in costly[_MOST_COSTLY:]:
        pieces[number] = pieces[number]._replace(kind="word")
    return pieces


def _operator(piece: Piece) -> str | None:
    return _OPERATORS.get(piece.text) if piece.kind == "word" and piece.field is None else None


def _is_small_not(pieces: list[Piece], number: int) -> bool:
    if not 0 < number < len(pieces) - 1 or len(pieces) > _SHORT or pieces[number] != Piece("nicht", "word"):
        return False
    return pieces[number + 1].text[:1].isupper() and _operator(pieces[number + 1]) is None
