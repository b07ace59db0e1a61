"""How many points of a review list are open. The list itself belongs to the import; the check only counts."""

import re
from pathlib import Path
from typing import Final

from geltung.markdown.frontmatter import Mapping, Sequence, read
from geltung.parse.files import read_text
from geltung.parse.values import records, text

UNDECIDED: Final = ("open", "skipped")
"""States of a point that an editor has still to decide, now or later."""


DECIDED: Final = ("accepted", "edited")
_STATE: Final = re.compile(r"^[ -]*(?:\{.*?\b)?state:[ ]*[\"']?([^\s\"',}]*)", re.MULTILINE)


class Unreadable(Exception):
    """The list cannot be read; the message is a German sentence that says why."""


def open_points(path: Path, root: Path) -> int:
    """The number of points that nobody has decided yet. Raises Unreadable."""
    content, problems = read_text(path, root)
    if content is None:
        raise Unreadable(problems[-1].message)
    tree, faults = read(content, 1)
    if tree is None or faults:
        raise Unreadable(f"Zeile {faults[0].line}: {faults[0].message}." if faults else "Es ist kein YAML.")
    points = tree.get("points")
    if not isinstance(tree, Mapping) or not isinstance(points, Sequence):
        raise Unreadable("Unter „points“ muss eine Liste stehen.")
    states = [text(point.get("state")) for point in records(points)]
    for state in states:
        if state not in (*UNDECIDED, *DECIDED):
            known = ", ".join((*UNDECIDED, *DECIDED))
            raise Unreadable(f"„state“ muss eines von {known} sein, da steht „{state or ''}“.")
    return sum(state in UNDECIDED for state in states)


def all_decided(path: Path, root: Path) -> bool:
    """Whether a list plainly names decided points only. Much quicker than reading it, for there are many old ones."""
    content, _ = read_text(path, root)
    return content is not None and all(state in DECIDED for state in _STATE.findall(content))
