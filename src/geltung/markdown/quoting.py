"""Quoting what stands in a file, for messages: on one line, printable, not too long."""

from typing import Final

_LONGEST: Final = 60


def shorten(text: str) -> str:
    """The text on one line, cut to about 60 characters, what cannot be printed replaced by "�"."""
    collapsed = " ".join(text[: 4 * _LONGEST].split())
    if not collapsed.isprintable():
        collapsed = "".join(char if char.isprintable() else "�" for char in collapsed)
    return collapsed if len(collapsed) <= _LONGEST else collapsed[: _LONGEST - 1] + "…"
