"""The web of citations and changes: a picture for each year, and one for the neighbourhood of a directive.

One picture of everything stops being readable at a few dozen directives. So the overview is split by year: the year's
directives stand in columns by month, and every other year is one box at the side that leads to that year's picture.
Each directive's own neighbourhood (what it cites and changes, what cites and changes it) goes on its own page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from geltung.exports.addresses import directive_page
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import german
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL
from geltung.pages import escape, svg
from geltung.pages.months import MONTHS
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.facts import CITATION, Facts, Link
from geltung.pages.overviews.frame import Page
from geltung.pages.overviews.lists import year_name
from geltung.pages.web_picture import (
    CENTRE,
    CHANGES,
    CITED_ONLY,
    CITES,
    DIRECTIVE,
    MANY,
    MISSING,
    REPEALS,
    Column,
    Edge,
    Measures,
    Node,
    web,
)  # fmt: skip

MOST_NEIGHBOURS: Final = 40
"""So many boxes at each side of a neighbourhood; the table below the picture has all of them."""
MOST_IN_ONE_PICTURE: Final = 60
"""Up to so many connected directives the whole web is one picture, in columns by year."""

_ACTS: Final = {
    REPEAL: ("hebt auf", "aufgehoben durch"),
    PARTIAL_REPEAL: ("hebt teilweise auf", "teilweise aufgehoben durch"),
    EXTENSION: ("verlängert", "verlängert durch"),
    AMENDMENT: ("ändert", "geändert durch"),
    CORRECTION: ("berichtigt", "berichtigt durch"),
    CITATION: ("zitiert", "zitiert in"),
}
_WIDE: Final = Measures(box=230, between=70)
_ALL_YEARS: Final = Measures(box=92, between=70)
_LEAD: Final = (
    "Ein Pfeil führt von der Weisung, die zitiert oder ändert, zu der anderen. Ein Zitat („Bezug“) hebt nichts auf. "
    "Unter dem Bild steht dasselbe als Tabelle."
)


def pages(facts: Facts) -> Iterator[GeneratedFile]:
    """The overview of the web, and the picture of each year."""
    years = _years(facts)
    yield _index(facts, years)
    if len(_connected(facts)) > MOST_IN_ONE_PICTURE:
        for year in years:
            yield _year_page(facts, year, years)


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


def _connected(facts: Facts) -> list[str]:
    """Ids that have at least one link."""
    return list(dict.fromkeys(id_ for link in facts.links for id_ in (link.source, link.target)))


def _years(facts: Facts) -> list[int | None]:
    found = {_year(facts, id_) for id_ in _connected(facts)}
    return sorted(found, key=lambda year: year or 0)


def _year(facts: Facts, id_: str) -> int | None:
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


def _index(facts: Facts, years: Sequence[int | None]) -> GeneratedFile:
    page = Page(places.WEB, "Zitate und Aufhebungen", _LEAD)
    connected = _connected(facts)
    if not connected:
        page.html("<p>Keine Weisung der Sammlung zitiert oder ändert eine andere.</p>")
    elif len(connected) <= MOST_IN_ONE_PICTURE:
        columns = [
            Column(
                year_name(year), tuple(node(facts, id_, page) for id_ in sorted(connected) if _year(facts, id_) == year)
            )
            for year in years
        ]
        names = ("netz", "Zitate und Aufhebungen aller Jahre", f"{len(connected)} Weisungen, in Spalten nach Jahren.")
        page.html(web(columns, _edges(facts.links), names, _ALL_YEARS))
        page.html(_table(page, facts, facts.links, "Alle Zitate und Änderungen"))
    else:
        page.html(_table_of_years(page, facts, years))
    return page.file()


def _table_of_years(page: Page, facts: Facts, years: Sequence[int | None]) -> str:
    acting = Counter((_year(facts, link.source), edge_kind(link)) for link in facts.links)
    rows = (
        frame.row(
            (
                page.link(places.web_of(year), f"Bild für {year_name(year)}"),
                *(str(acting[year, kind]) for kind in (REPEALS, CHANGES, CITES)),
            )
        )
        for year in reversed(years)
    )
    heads = ("Jahr", "Aufhebungen", "andere Änderungen", "Zitate")
    return frame.table("Was die Weisungen eines Jahres mit anderen tun", heads, rows)


def _year_page(facts: Facts, year: int | None, years: Sequence[int | None]) -> GeneratedFile:
    page = Page(places.web_of(year), f"Zitate und Aufhebungen {year_name(year)}", _LEAD)
    position = years.index(year)
    near = [page.link(places.WEB, "alle Jahre")]
    near += [
        page.link(places.web_of(years[other]), year_name(years[other]))
        for other in (position - 1, position + 1)
        if 0 <= other < len(years)
    ]
    page.html(frame.links("Jahr wählen", near))
    links = [link for link in facts.links if year in (_year(facts, link.source), _year(facts, link.target))]
    names = (
        "netz",
        f"Zitate und Aufhebungen {year_name(year)}",
        "Die Weisungen des Jahres in Spalten nach Monaten; andere Jahre sind je ein Kasten am Rand.",
    )
    page.html(web(_year_columns(facts, page, year, links), _edges(_folded(facts, year, links)), names))
    page.html(_table(page, facts, links, f"Zitate und Änderungen {year_name(year)}"))
    return page.file()


def _year_columns(facts: Facts, page: Page, year: int | None, links: Sequence[Link]) -> list[Column]:
    """Earlier years, the months of this one, later years."""
    ids = {id_ for link in links for id_ in (link.source, link.target)}
    own = sorted((id_ for id_ in ids if _year(facts, id_) == year), key=lambda id_: (_month(facts, id_), id_))
    others = sorted({_year(facts, id_) for id_ in ids} - {year}, key=lambda other: other or 0)
    counted = Counter(_year(facts, id_) for id_ in ids)
    boxes = [
        Node(_year_key(other), (year_name(other), frame.count(counted[other], "Weisung", "Weisungen")),
             f"{year_name(other)}: {counted[other]} verbundene Weisungen, zum Bild dieses Jahres",
             page.address_of(places.web_of(other)), MANY)
        for other in others
    ]  # fmt: skip
    before = sum((other or 0) < (year or 0) for other in others)
    columns = [Column("früher", tuple(boxes[:before]))] if before else []
    for month, group in groupby(own, lambda id_: _month(facts, id_)):
        columns.append(
            Column(MONTHS[month - 1] if month else "ohne Tag", tuple(node(facts, id_, page) for id_ in group))
        )
    return [*columns, Column("später", tuple(boxes[before:]))] if boxes[before:] else columns


def _folded(facts: Facts, year: int | None, links: Iterable[Link]) -> Iterator[Link]:
    """The links with everything of other years put into one box for each of these years."""
    for link in links:
        source, target = (
            id_ if _year(facts, id_) == year else _year_key(_year(facts, id_)) for id_ in (link.source, link.target)
        )
        yield Link(source, target, link.kind, link.effective, link.works)


def _year_key(year: int | None) -> str:
    return f"year {year_name(year)}"


def _month(facts: Facts, id_: str) -> int:
    entry = facts.entries.get(id_)
    issued = entry.record.issued if entry else None
    return issued.month if issued else 0


def _edges(links: Iterable[Link]) -> Iterator[Edge]:
    return (Edge(link.source, link.target, edge_kind(link)) for link in links)


def _table(page: Page, facts: Facts, links: Iterable[Link], caption: str) -> str:
    """The text alternative: every line of the picture as a row, also those that it folds."""
    order = {id_: place for place, id_ in enumerate(facts.entries)}
    ordered = sorted(links, key=lambda link: (order[link.source], link.target, link.kind))
    rows = (
        frame.row((_named(page, facts, link.source), escape.text(act(link)), _named(page, facts, link.target)))
        for link in ordered
    )
    return frame.table(caption, ("Weisung", "tut was", "womit"), rows)


def _named(page: Page, facts: Facts, id_: str) -> str:
    entry = facts.entries.get(id_)
    if entry is None:
        return f"{escape.text(id_)} (nicht in der Sammlung)"
    remark = "" if entry.directive else " (nur durch Zitat bekannt, nicht bewertet)"
    return f"{page.directive(id_)} {escape.text(svg.shortened(entry.record.title, 80))}{remark}"


class Neighbourhoods:
    """The picture for a directive's own page: what it cites and changes, and what cites and changes it."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._out: dict[str, list[Link]] = {}
        self._in: dict[str, list[Link]] = {}
        for link in facts.links:
            self._out.setdefault(link.source, []).append(link)
            self._in.setdefault(link.target, []).append(link)

    def picture(self, id_: str) -> str:
        """The picture, for the page of this record; empty where nothing is connected with it."""
        outgoing, incoming = self._out.get(id_, []), self._in.get(id_, [])
        if not outgoing and not incoming:
            return ""
        page = Page(directive_page(id_), "")
        left = self._side(page, outgoing, lambda link: link.target, False)
        right = self._side(page, incoming, lambda link: link.source, True)
        centre = node(self.facts, id_, page, ("diese Weisung",), CENTRE)
        both = {item.key for item in left}
        columns = [
            Column("Worauf sie wirkt", left),
            Column("", (Node(id_, centre.lines, centre.name, None, CENTRE),)),
            Column("Was auf sie wirkt", tuple(item for item in right if item.key not in both)),
        ]
        links = [*outgoing, *incoming]
        description = f"{len(links)} Verbindungen mit anderen Weisungen; jeder Kasten führt zu seiner Weisung."
        names = ("nachbarn", f"Verbindungen von {id_}", description)
        return web([column for column in columns if column.nodes], _edges(links), names, _WIDE)

    def _side(self, page: Page, links: Sequence[Link], other: Callable[[Link], str], passive: bool) -> tuple[Node, ...]:
        acts: dict[str, list[str]] = {}
        for link in links:
            acts.setdefault(other(link), []).append(act(link, passive))
        return tuple(
            node(self.facts, id_, page, tuple(dict.fromkeys(notes))[:4])
            for id_, notes in sorted(acts.items())[:MOST_NEIGHBOURS]
        )
