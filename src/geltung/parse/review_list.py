"""How many points of a review list are open. The list itself belongs to the import; the check only counts."""

from pathlib import Path
from typing import Final

from geltung.markdown.frontmatter import Mapping, Sequence, read
from geltung.parse.files import read_text
from geltung.parse.values import records, text

UNDECIDED: Final = ("open", "skipped")
"""States of a point that an editor has still to decide, now or later."""


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
    return sum(text(point.get("state")) in UNDECIDED for point in records(points))
