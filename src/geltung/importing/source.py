"""What a reader hands on: the lines of a foreign document with all that its format says about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

LIST_TEXT: Final = "list text"
"""The style of a further line of a list's item: a line break within it, or a paragraph that belongs to it."""
INDENTED: Final = "indented"
"""The style of a line that begins an item only because of where it stands: nothing marks it."""
Kind = Literal["text", "pdf", "scan", "docx", "html"]


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink the format itself gives (docx, html, a PDF annotation).

    `label` is the text it lies on, as far as the format tells ("" if not); `address` is the target as written there.
    """

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line in the reading order of the document.

    `number` is 1-based over the whole document, `page` is 1-based or None where the format has no pages; `text` is the
    line as it reads, without line end. `style` is "title", "heading 1" … "heading 6", "list", "list text", "indented",
    "table row", "page header" or "page footer" where the format says so, else None (unknown). `cells` are those of a
    table row.
    `struck` are words that the format shows as deleted, here or just before; they are not in `text`. `inserted` are
    words in `text` that it marks as a change nobody has accepted yet.
    """

    number: int
    page: int | None
    text: str
    style: str | None = None
    cells: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    struck: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A whole foreign document: its file `name`, the `kind` it was read as and the hash of the file's bytes.

    `damaged` says that the text may carry damage from optical recognition: a scan, or a text with its signs.
    """

    name: str
    kind: Kind
    sha256: str
    lines: tuple[SourceLine, ...]
    damaged: bool


class Unreadable(Exception):
    """A file that cannot be read; the message is German, for the editor, and says what to do."""
