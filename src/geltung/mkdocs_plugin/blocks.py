"""Finished HTML goes around MkDocs' Markdown, not through it.

MkDocs would parse every block of HTML twice, only to hand it on unchanged: two thirds of the time of a build. So the
blocks of generated pages are taken out before and put back after.
"""

import re
from typing import Final

_PLACE: Final = "<!--geltung:{}-->"
_PLACES = re.compile(r"<!--geltung:(\d+)-->")
_BEGINS: Final = "<div"


def taken_out(markdown: str) -> tuple[str, list[str]]:
    """A generated page with a comment in place of each block of HTML, and these blocks (see pages/page.py)."""
    blocks: list[str] = []
    parts = markdown.split("\n\n")
    for position, part in enumerate(parts):
        if part.startswith(_BEGINS):
            parts[position] = _PLACE.format(len(blocks))
            blocks.append(part)
    return "\n\n".join(parts), blocks


def put_back(html: str, blocks: list[str]) -> str:
    """The rendered page with its blocks. Text never contains such a comment: its "<" is always escaped."""
    return _PLACES.sub(lambda match: blocks[int(match[1])], html)
