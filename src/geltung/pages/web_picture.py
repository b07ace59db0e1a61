"""Citations and changes between directives as a picture: columns of boxes, lines between them, every box a link.

Where a box stands is decided here, by column and place in it; nothing is laid out in the reader's browser. Kinds of
lines differ by their stroke, not only by colour.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.pages import svg

CITES: Final = "cites"
CHANGES: Final = "changes"
REPEALS: Final = "repeals"
LINE_NAMES: Final = {REPEALS: "hebt auf", CHANGES: "ändert, verlängert oder hebt teilweise auf", CITES: "zitiert"}
"""Kinds of lines, the weightiest first, and what the legend calls them."""

DIRECTIVE: Final = "directive"
CITED_ONLY: Final = "cited-only"
MISSING: Final = "missing"
MANY: Final = "many"
CENTRE: Final = "centre"

_LINE: Final = 16
_PADDING: Final = 6
_GAP: Final = 12
_HEAD: Final = 30
_LEGEND: Final = 30


@dataclass(frozen=True, slots=True)
class Node:
    """A box: ``lines`` are its words (the first is bold), ``name`` what a screen reader says, ``href`` where it leads.

    ``kind`` is one of the constants above; a box without ``href`` cannot be clicked.
    """

    key: str
    lines: tuple[str, ...]
    name: str
    href: str | None
    kind: str = DIRECTIVE


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from the directive that acts (cites, changes, repeals) to the one it acts on, both by key."""

    source: str
    target: str
    kind: str


@dataclass(frozen=True, slots=True)
class Column:
    """Boxes one below the other under a heading."""

    label: str
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Measures:
    """Width of a box and of the space between columns, in CSS pixels; whether columns stand level by their middles."""

    box: int = 92
    between: int = 70
    centred: bool = False


def web(
    columns: Sequence[Column],
    edges: Iterable[Edge],
    names: tuple[str, str, str],
    measures: Measures = Measures(),
) -> str:
    """The picture. ``names`` are the begin of its ids, its title and its description.

    Of several lines between two boxes the weightiest is drawn. Lines to boxes that are not there are left out.
    """
    places = _places(columns, measures)
    width = 2 * _GAP + len(columns) * (measures.box + measures.between) - measures.between
    bottom = max((place.y + place.height for place in places.values()), default=_HEAD) + _GAP
    weightiest: dict[tuple[str, str], str] = {}
    order = list(LINE_NAMES)
    for edge in edges:
        if edge.source in places and edge.target in places and edge.source != edge.target:
            pair = (edge.source, edge.target)
            weightiest[pair] = min(weightiest.get(pair, CITES), edge.kind, key=order.index)
    parts = [
        svg.words(_GAP + position * (measures.box + measures.between), 18, column.label, "axis-label")
        for position, column in enumerate(columns)
    ]
    parts += [_line(places[source], places[target], kind) for (source, target), kind in sorted(weightiest.items())]
    parts += [_box(node, places[node.key], measures) for column in columns for node in column.nodes]
    parts.append(_legend(bottom, sorted(set(weightiest.values()), key=order.index)))
    ident, title, description = names
    return svg.picture(ident, title, description, (max(width, 620), bottom + _LEGEND), "".join(parts))


@dataclass(frozen=True, slots=True)
class _Place:
    column: int
    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def _places(columns: Sequence[Column], measures: Measures) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    heights = [sum(_height(node) + _GAP for node in column.nodes) for column in columns]
    for position, column in enumerate(columns):
        x = _GAP + position * (measures.box + measures.between)
        y = _HEAD + ((max(heights) - heights[position]) // 2 if measures.centred else 0)
        for node in column.nodes:
            found[node.key] = _Place(position, x, y, measures.box, _height(node))
            y += _height(node) + _GAP
    return found


def _height(node: Node) -> int:
    return len(node.lines) * _LINE + 2 * _PADDING


def _box(node: Node, place: _Place, measures: Measures) -> str:
    letters = int((measures.box - 2 * _PADDING) / 7)
    body = svg.box(place.x, place.y, place.width, place.height, f"node {node.kind}") + "".join(
        svg.words(
            place.x + _PADDING,
            place.y + _PADDING + 12 + index * _LINE,
            svg.shortened(content, letters),
            "node-label" if index == 0 else "node-note",
        )
        for index, content in enumerate(node.lines)
    )
    return svg.link(node.href, node.name, body) if node.href else f"<g>{body}</g>"


def _line(source: _Place, target: _Place, kind: str) -> str:
    """A curve from the side of one box to the nearer side of the other; within a column a bow on the right."""
    if source.column == target.column:
        right = source.x + source.width
        bow = right + min(36, 10 + abs(source.middle - target.middle) / 8)
        course = _curve((right, source.middle), bow, bow, (right + 5, target.middle))
        return svg.path(course, f"edge {kind}") + _head(right, target.middle, -1, kind)
    forward = target.column > source.column
    begin = source.x + source.width if forward else source.x
    end = target.x if forward else target.x + target.width
    way = 1 if forward else -1
    bend = way * max(20.0, abs(end - begin) / 2)
    tip = end - 5 * way
    course = _curve((begin, source.middle), begin + bend, tip - bend, (tip, target.middle))
    return svg.path(course, f"edge {kind}") + _head(end, target.middle, way, kind)


def _curve(begin: tuple[float, float], first_bend: float, last_bend: float, end: tuple[float, float]) -> str:
    """A curve that leaves and arrives level."""
    (x1, y1), (x2, y2) = begin, end
    return f"M{x1:g} {y1:g}C{first_bend:g} {y1:g} {last_bend:g} {y2:g} {x2:g} {y2:g}"


def _head(x: float, y: float, way: int, kind: str) -> str:
    """The arrow's head at (x, y), pointing right for ``way`` 1 and left for -1."""
    return svg.path(f"M{x:g} {y:g}l{-7 * way} -4v8z", f"edge-head {kind}")


def _legend(top: float, kinds: Sequence[str]) -> str:
    parts: list[str] = []
    x = float(_GAP)
    for kind in kinds:
        parts.append(svg.line(x, top + 12, x + 34, top + 12, f"edge {kind}") + _head(x + 40, top + 12, 1, kind))
        parts.append(svg.words(x + 46, top + 16, LINE_NAMES[kind], "axis-label"))
        x += 60 + 7 * len(LINE_NAMES[kind])
    return "".join(parts)
