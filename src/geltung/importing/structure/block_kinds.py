"""What a block of the body is, and what its words say about its kind."""

import re
from dataclasses import dataclass
from typing import Literal

from geltung.importing.text import Line, folded

Kind = Literal["chapter", "heading", "paragraph", "item", "numbered", "table"]

_CLOSING = re.compile(
    r"gez\.?(?:\s|\Z)|(?:im|in)\s+(?:auftrag|vertretung)\s*\Z|unterschrift\s*\Z|mit freundlichen gr", re.I
)
_ANNEX = re.compile(
    r"anlagen?\b(?:\s*(?:nr\.?\s*)?\d{1,2}\b|\s+[A-Z]\b)?\s*(?:[:–—-]|\Z)|"
    r"anlage\s+\d{1,2}\s+(?-i:[A-ZÄÖÜ])[^.]*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``number`` and ``printed`` belong to chapters and numbered items; ``level`` counts nesting of items.

    ``rows`` are those of a table, ``row_lines`` the lines of each, if it is one of tasks. ``sure`` is False where the
    form itself was guessed. ``gap`` says that a blank line stands above, ``other_sign`` that an item has another sign
    than its list and is no part of the one before, ``tasks`` that a chapter holds tasks.
    """

    kind: Kind
    text: str
    lines: tuple[Line, ...]
    number: str = ""
    printed: str = ""
    level: int = 0
    sort: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    row_lines: tuple[tuple[Line, ...], ...] = ()
    sure: bool = True
    gap: bool = False
    other_sign: bool = False
    tasks: bool = False


def is_task_chapter(title: str) -> bool:
    """Whether a chapter holds the Einzelaufträge, also misread."""
    key = folded(title).replace(" ", "")
    return key.startswith(("einzelauftr", "einzelautr", "einze1auftr", "einzelauflr")) or key in (
        "auftrage",
        "arbeitsauftrage",
    )


def is_closing(block: Block) -> bool:
    """Whether a paragraph begins the closing formula ("gez. Unterschrift")."""
    return block.kind == "paragraph" and is_closing_text(block.text)


def is_closing_text(text: str) -> bool:
    """Whether a line begins the closing formula."""
    return bool(_CLOSING.match(text))


def is_annex(text: str) -> bool:
    """Whether a line names an annex."""
    return bool(_ANNEX.match(text))
