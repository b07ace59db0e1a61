"""Addresses back to the words they label: those the format gives, and link lists at page ends where that is plain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from geltung.corpus.names import fold
from geltung.importing.body import Node
from geltung.importing.pages import PageLink
from geltung.importing.text import distance

_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*")
_PIECES = re.compile(r"[^\W\d_]+|\d+[a-z]?")
_IDLE: Final = frozenset(
    [
        "seiten",
        "documents",
        "dokumente",
        "sitepages",
        "aspx",
        "pdf",
        "html",
        "docx",
        "www",
        "http",
        "https",
        "zentral",
        "freigegebene",
        "inkl",
        "web",
    ]
)
_SHORTEST: Final = 5


@dataclass(frozen=True, slots=True)
class Placed:
    """A link that was put on its words: the node's index, the words, the address, the source line of the address."""

    node: int
    words: str
    address: str
    line: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """The nodes with their links, what was placed, and the addresses whose words are not known."""

    nodes: tuple[Node, ...]
    placed: tuple[Placed, ...]
    loose: tuple[PageLink, ...]


def with_links(nodes: Sequence[Node], listed: Sequence[PageLink]) -> Linked:
    """Put every link on its words where those are plain; the others stay loose."""
    placed: list[Placed] = []
    loose: list[PageLink] = []
    for index, node in enumerate(nodes):
        for line in node.lines:
            for link in line.links:
                label = " ".join(link.label.split())
                if not re.match(r"https?://|www\.|mailto:", link.address, re.IGNORECASE):
                    continue
                if label and node.text.count(label) == 1 and label != link.address:
                    placed.append(Placed(index, label, link.address, line.number, True))
                elif link.address not in node.text:
                    loose.append(PageLink(link.address, line.number, line.page or 1))
    for page in sorted({link.page for link in listed}):
        found, rest = _of_page(nodes, [link for link in listed if link.page == page], page)
        placed += found
        loose += rest
    return Linked(_applied(nodes, placed), tuple(placed), tuple(loose))


def _of_page(nodes: Sequence[Node], links: Sequence[PageLink], page: int) -> tuple[list[Placed], list[PageLink]]:
    """Match the addresses of a page with its words: each must fit one place only, and the places follow in order."""
    words = list(_words_of_page(nodes, page))
    matched: list[tuple[PageLink, tuple[int, str, int]]] = []
    loose: list[PageLink] = []
    for link in links:
        places = _places(link.address, words)
        twin = sum(other.address == link.address for other in links) > 1
        if len(places) == 1 and not twin:
            matched.append((link, places[0]))
        else:
            loose.append(link)
    order = [position for _, (_, _, position) in matched]
    if order != sorted(order) or len(set(order)) != len(order):
        return [], list(links)
    return [Placed(node, text, link.address, link.line, False) for link, (node, text, _) in matched], loose


def _words_of_page(nodes: Sequence[Node], page: int) -> Iterator[tuple[int, str]]:
    for index, node in enumerate(nodes):
        if node.kind in ("chapter", "table") or not any(line.page == page for line in node.lines):
            continue
        for word in _WORD.finditer(node.text):
            yield index, word[0]


def _places(address: str, words: Sequence[tuple[int, str]]) -> list[tuple[int, str, int]]:
    """The words of a page that an address speaks of: node, word, position. What fits most of the address wins."""
    tail = unquote(address.split("?")[0].rstrip("/").rsplit("/", 1)[-1])
    tail = re.sub(r"\.(?:aspx?|pdf|html?|docx?|xlsx?)\Z", "", tail, flags=re.IGNORECASE)
    pieces = [fold(piece) for piece in _PIECES.findall(tail)]
    wanted = [piece for piece in pieces if len(piece) >= _SHORTEST and piece not in _IDLE]
    if not wanted:
        return []
    scored: list[tuple[int, tuple[int, str, int]]] = []
    for position, (node, word) in enumerate(words):
        parts = [fold(part) for part in re.split("[-.]", word)]
        near = [fold(other) for _, other in words[position : position + 5]]
        if not any(_alike(part, piece) for part in parts for piece in wanted):
            continue
        score = sum(any(_alike(part, piece) for other in near for part in other.split("-")) for piece in wanted)
        scored.append((score, (node, word, position)))
    best = max((score for score, _ in scored), default=0)
    return [place for score, place in scored if score == best] if best else []


def _alike(first: str, second: str) -> bool:
    if len(first) < _SHORTEST:
        return first == second
    return distance(first, second, 2) <= (1 if len(second) < 9 else 2)


def _applied(nodes: Sequence[Node], placed: Sequence[Placed]) -> tuple[Node, ...]:
    found = list(nodes)
    for link in placed:
        node = found[link.node]
        found[link.node] = replace(node, links=(*node.links, (link.words, link.address)))
    return tuple(found)
