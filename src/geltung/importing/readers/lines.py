"""Lines as every reader hands them on: composed umlauts, plain spaces, no control characters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from geltung.importing.readers.limits import MOST_LINES
from geltung.importing.source import Link, SourceLine, Unreadable

_SPACES: Final = re.compile(r"[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_DROPPED: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HYPHENS: Final = re.compile("[\u00ad\u2010\u2011\ufffe]")
_LIGATURES: Final = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"})
_LINE_ENDS: Final = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85")


@dataclass(frozen=True, slots=True)
class RawLine:
    """A line before it is numbered."""

    text: str
    page: int | None = None
    style: str | None = None
    cells: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    struck: tuple[str, ...] = ()
    inserted: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """The text with composed letters, plain spaces and hyphens, without what has no glyph; no spaces at the end."""
    if text.isascii() and text.isprintable():
        return text.rstrip()
    text = unicodedata.normalize("NFC", text).translate(_LIGATURES)
    return _DROPPED.sub("", _HYPHENS.sub("-", _SPACES.sub(" ", text))).rstrip()


def split(text: str, page: int | None = None) -> Iterator[RawLine]:
    """The lines of a text as it stands, each tidied."""
    parts = _LINE_ENDS.split(text)
    if parts and not parts[-1].strip():
        parts.pop()
    for part in parts:
        yield RawLine(tidy(part), page)


def check_count(lines: int) -> None:
    """Raise `Unreadable` for more lines than the limit."""
    if lines > MOST_LINES:
        raise Unreadable(f"Die Datei hat mehr als {MOST_LINES} Zeilen; so lang ist keine Weisung.")


def numbered(lines: Iterable[RawLine]) -> tuple[SourceLine, ...]:
    """The lines with their numbers; raises `Unreadable` if nothing is written in them or there are too many."""
    found: list[SourceLine] = []
    for number, line in enumerate(lines, start=1):
        check_count(number)
        marks = line.struck, line.inserted
        found.append(SourceLine(number, line.page, line.text, line.style, line.cells, line.links, *marks))
    if not any(line.text.strip() for line in found):
        raise Unreadable("Die Datei enthält keinen Text.")
    return tuple(found)
