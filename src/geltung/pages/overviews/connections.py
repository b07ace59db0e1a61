"""How directives hang together: what a link is called and how it is drawn, and the neighbourhood of a directive."""

from collections.abc import Callable, Sequence
from typing import Final

from geltung.exports.addresses import directive_page
from geltung.model.dates import german
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL
from geltung.pages.overviews.facts import CITATION, Facts, Link
from geltung.pages.overviews.frame import Page
from geltung.pages.web_picture import (
    CENTRE,
    CHANGES,
    CITED_ONLY,
    CITES,
    DIRECTIVE,
    MISSING,
    REPEALS,
    Column,
    Edge,
    Measures,
    Node,
    web,
)  # fmt: skip

MOST_AT_A_SIDE: Final = 40
"""Up to so many boxes at each side of a picture."""
MOST_NOTES: Final = 6
"""Up to so many lines of a box say what happens between two directives; the head of the page says all."""

_ACTS: Final = {
    REPEAL: ("hebt auf", "aufgehoben durch"),
    PARTIAL_REPEAL: ("hebt teilweise auf", "teilweise aufgehoben durch"),
    EXTENSION: ("verlängert", "verlängert durch"),
    AMENDMENT: ("ändert", "geändert durch"),
    CORRECTION: ("berichtigt", "berichtigt durch"),
    CITATION: ("zitiert", "zitiert in"),
}
_WIDE: Final = Measures(box=176, between=66, centred=True)


def edge_kind(link: Link) -> str:
    """How a link is drawn. A repeal without effect is drawn as a citation: it changes nothing."""
    if link.kind == CITATION or not link.works:
        return CITES
    return REPEALS if link.kind == REPEAL else CHANGES


def act(link: Link, passive: bool = False) -> str:
    """What a link does, in words: "hebt auf, ab 01.07.2025"; passive "aufgehoben durch"."""
    words = _ACTS[link.kind][passive]
    since = f", ab {german(link.effective)}" if link.effective else ""
    return words + since + ("" if link.works else " (ohne Wirkung)")


def year_of(facts: Facts, id_: str) -> int | None:
    """The year of issue; that of an unknown act is read from its number, if that looks like one."""
    entry = facts.entries.get(id_)
    if entry:
        return entry.year
    return int(id_[:4]) if len(id_) == 9 and id_.isdigit() and "1950" < id_[:4] < "2100" else None


def node(facts: Facts, id_: str, page: Page, notes: Sequence[str] = (), kind: str = "") -> Node:
    """The box of a record. One that nobody knows more of than its number leads nowhere."""
    entry = facts.entries.get(id_)
    of_kind = MISSING if entry is None else CITED_ONLY if entry.directive is None else DIRECTIVE
    remark = {MISSING: " (nicht in der Sammlung)", CITED_ONLY: " (nur durch Zitat bekannt)"}.get(of_kind, "")
    said = "".join(f"; {note}" for note in notes)
    name = f"{id_}: {facts.title(id_)}{remark}{said}" if entry else f"{id_}{remark}{said}"
    href = page.address_of(directive_page(id_)) if entry else None
    return Node(id_, (id_, *notes), name, href, kind or of_kind)


class Neighbourhoods:
    """The picture for a directive's own page: what it cites and changes, and what cites and changes it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._out: dict[str, list[Link]] = {}
        self._in: dict[str, list[Link]] = {}
        for link in facts.links:
            self._out.setdefault(link.source, []).append(link)
            self._in.setdefault(link.target, []).append(link)

    def outgoing(self, id_: str) -> list[Link]:
        """What a directive cites and changes."""
        return self._out.get(id_, [])

    def incoming(self, id_: str) -> list[Link]:
        """What cites and changes a record."""
        return self._in.get(id_, [])

    def picture(self, id_: str) -> str:
        """The picture, for the page of this record; empty where nothing is connected with it."""
        outgoing, incoming = self.outgoing(id_), self.incoming(id_)
        if not outgoing and not incoming:
            return ""
        page = Page(directive_page(id_), "")
        left = self._side(page, outgoing, lambda link: link.target, False)
        right = self._side(page, incoming, lambda link: link.source, True)
        centre = node(self.facts, id_, page, ("diese Weisung",), CENTRE)
        both = {item.key for item in left}
        columns = [
            Column("zitiert oder geändert", left),
            Column("", (Node(id_, centre.lines, centre.name, None, CENTRE),)),
            Column("zitieren oder ändern sie", tuple(item for item in right if item.key not in both)),
        ]
        links = [*outgoing, *incoming]
        many = "1 Verbindung" if len(links) == 1 else f"{len(links)} Verbindungen"
        description = f"{many} mit anderen Weisungen; jeder Kasten führt zu seiner Weisung."
        names = ("nachbarn", f"Verbindungen von {id_}", description)
        return web(
            [column for column in columns if column.nodes],
            [Edge(link.source, link.target, edge_kind(link)) for link in links],
            names,
            _WIDE,
        )

    def _side(self, page: Page, links: Sequence[Link], other: Callable[[Link], str], passive: bool) -> tuple[Node, ...]:
        acts: dict[str, list[str]] = {}
        for link in links:
            acts.setdefault(other(link), []).extend(act(link, passive).split(", "))
        return tuple(
            node(self.facts, id_, page, tuple(notes)[:MOST_NOTES])
            for id_, notes in sorted(acts.items())[:MOST_AT_A_SIDE]
        )
