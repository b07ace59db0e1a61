"""Text files: UTF-8, UTF-16 with its mark, else the Western code page of Windows; a form feed begins a page."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Final

from geltung.importing.readers.lines import RawLine, split
from geltung.importing.source import Unreadable

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """The text of these bytes; raises `Unreadable` if no encoding fits."""
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text and not _has_controls(text):
            return text
    raise Unreadable(
        "Die Zeichenkodierung der Textdatei ist nicht zu erkennen, oder die Datei ist kein Text. "
        "Bitte im Editor öffnen und als UTF-8 speichern."
    )


def _has_controls(text: str) -> bool:
    """Whether the text holds control characters that no text file has: then it was read in a wrong encoding."""
    return any(not char.isprintable() and char <= "\x9f" and char not in "\t\n\r\f\x0b\x1a\x85" for char in set(text))


def lines(text: str) -> Iterator[RawLine]:
    """The lines of a text; pages are counted if it has form feeds."""
    pages = text.rstrip("\x1a").split("\f")
    if pages and not pages[-1].strip():
        pages.pop()
    for number, page in enumerate(pages, start=1):
        yield from split(page.removeprefix("\n") if number > 1 else page, number if len(pages) > 1 else None)
