"""Addresses back to the words they label: those the format gives, and link lists at page ends where that is plain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote

from geltung.corpus.names import fold
from geltung.importing.body import Node
from geltung.importing.structure.pages import PageLink
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
_MOST_WORDS: Final = 8


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
    literal = {link: fit for link in loose if (fit := _literal(link, loose, nodes)) is not None}
    placed += literal.values()
    loose = [link for link in loose if link not in literal]
    return Linked(_applied(nodes, placed), tuple(placed), tuple(loose))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a page: its node, and where it stands in the node's text."""

    node: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Fit:
    """A place that an address speaks of: the position of its first word among the page's, and the words.

    ``first`` says that the words stand nowhere before in the node, for a link is put on the first of them.
    """

    position: int
    node: int
    words: str
    first: bool


def _of_page(nodes: Sequence[Node], links: Sequence[PageLink], page: int) -> tuple[list[Placed], list[PageLink]]:
    """Match the addresses of a page with its words: each must fit one place only, and the places follow in order.

    Where several places fit, the one that alone lies between the places of the addresses before and behind is taken.
    """
    words = list(_words_of_page(nodes, page))
    fits = [_places(link.address, words, nodes) for link in links]
    twins = [sum(other.address == link.address for other in links) > 1 for link in links]
    fits = [() if twin else found for found, twin in zip(fits, twins, strict=True)]
    plain = [found[0].position for found in fits if len(found) == 1]
    if plain != sorted(plain) or len(set(plain)) != len(plain):
        return [], list(links)
    placed: list[Placed] = []
    loose: list[PageLink] = []
    for index, link in enumerate(links):
        within = _between(fits, index)
        if len(within) == 1 and within[0].first:
            placed.append(Placed(within[0].node, within[0].words, link.address, link.line, False))
        else:
            loose.append(link)
    return placed, loose


def _literal(link: PageLink, loose: Sequence[PageLink], nodes: Sequence[Node]) -> Placed | None:
    """The one place in the whole text where several words stand just as the file is called: "FAQ Videotermin"."""
    pieces = [fold(piece) for piece in _PIECES.findall(_file_name(link.address))]
    if len(pieces) < 2 or sum(other.address == link.address for other in loose) > 1:
        return None
    found: list[Placed] = []
    for index, node in enumerate(nodes):
        words = list(_PIECES.finditer(node.text)) if node.kind not in ("chapter", "table") else []
        for first, last in zip(words, words[len(pieces) - 1 :], strict=False):
            label = node.text[first.start() : last.end()]
            if [fold(piece) for piece in _PIECES.findall(label)] == pieces and re.fullmatch(r"[\w\s-]+", label):
                found.append(Placed(index, label, link.address, link.line, False))
    return found[0] if len(found) == 1 else None


def _file_name(address: str) -> str:
    tail = unquote(address.split("?")[0].rstrip("/").rsplit("/", 1)[-1])
    return re.sub(r"\.(?:aspx?|pdf|html?|docx?|xlsx?)\Z", "", tail, flags=re.IGNORECASE)


def _between(fits: Sequence[tuple[_Fit, ...]], index: int) -> tuple[_Fit, ...]:
    """The places that fit an address and lie between those of the nearest addresses that fit one place only."""
    if len(fits[index]) < 2:
        return fits[index]
    before = max((found[0].position for found in fits[:index] if len(found) == 1), default=None)
    behind = min((found[0].position for found in fits[index + 1 :] if len(found) == 1), default=None)
    if before is None or behind is None or any(len(found) > 1 for found in (*fits[:index], *fits[index + 1 :])):
        return fits[index]
    return tuple(fit for fit in fits[index] if before < fit.position < behind)


def _words_of_page(nodes: Sequence[Node], page: int) -> Iterator[_Word]:
    for index, node in enumerate(nodes):
        if node.kind in ("chapter", "table") or not any(line.page == page for line in node.lines):
            continue
        for word in _WORD.finditer(node.text):
            yield _Word(index, word[0], word.start(), word.end())


def _places(address: str, words: Sequence[_Word], nodes: Sequence[Node]) -> tuple[_Fit, ...]:
    """The words of a page that an address speaks of. What fits most of the address wins."""
    pieces = [fold(piece) for piece in _PIECES.findall(_file_name(address))]
    wanted = [piece for piece in pieces if len(piece) >= _SHORTEST and piece not in _IDLE]
    if not wanted:
        return ()
    scored: list[tuple[int, _Fit]] = []
    for position, word in enumerate(words):
        if not _names(word, wanted):
            continue
        near = words[position : position + 5]
        score = sum(any(_alike(part, piece) for other in near for part in _parts(other)) for piece in wanted)
        label = _label(words, position, pieces, nodes)
        first = nodes[word.node].text.find(label) == word.start
        scored.append((score, _Fit(position, word.node, label, first)))
    best = max((score for score, _ in scored), default=0)
    return tuple(fit for score, fit in scored if score == best) if best else ()


def _label(words: Sequence[_Word], position: int, pieces: Sequence[str], nodes: Sequence[Node]) -> str:
    """The words that a link lies on: from the first as far as the address names each of them."""
    first = last = words[position]
    for other in words[position + 1 : position + _MOST_WORDS]:
        text = nodes[first.node].text
        if other.node != first.node or text[last.end : other.start] != " " or not _names(other, pieces):
            break
        last = other
    return nodes[first.node].text[first.start : last.end]


def _parts(word: _Word) -> list[str]:
    return [fold(part) for part in re.split("[-.]", word.text)]


def _names(word: _Word, pieces: Sequence[str]) -> bool:
    return any(_alike(part, piece) for part in _parts(word) for piece in pieces)


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
