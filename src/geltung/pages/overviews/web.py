"""The web of citations and changes: pictures by year or month, and one for the neighbourhood of a directive.

One picture of everything stops being readable at a few dozen directives. So up to MOST_IN_ONE_PICTURE connected
directives make one picture in columns by year; beyond that every year, and in a full year every month, has a picture of
its own: its directives in the middle, what they act on at the left, what acts on them at the right. A directive's own
neighbourhood (what it cites and changes, what cites and changes it) goes on its page. Below every picture its lines
stand as a table.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.pages import escape
from geltung.pages.months import MONTHS
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.connections import MOST_AT_A_SIDE, Neighbourhoods, act, edge_kind, node, year_of
from geltung.pages.overviews.facts import Facts, Link
from geltung.pages.overviews.frame import Page
from geltung.pages.overviews.lists import year_name
from geltung.pages.web_picture import (
    CHANGES,
    CITES,
    MANY,
    REPEALS,
    Column,
    Edge,
    Measures,
    Node,
    web,
)  # fmt: skip

MOST_IN_ONE_PICTURE: Final = 40
"""Up to so many directives share a picture (of all years, of a year)."""

_THREE_COLUMNS: Final = Measures(box=96, between=180, centred=True)
_COUNTED: Final = {REPEALS: "Aufhebungen", CHANGES: "andere Änderungen", CITES: "Zitate"}
_LEAD: Final = (
    "Ein Pfeil führt von der Weisung, die zitiert oder ändert, zu der anderen. Ein Zitat („Bezug“) hebt nichts auf. "
    "Unter dem Bild steht dasselbe als Tabelle."
)


def pages(facts: Facts) -> Iterator[GeneratedFile]:
    """The overview of the web, and a picture for each year, or each month of a year that is too full for one."""
    years = _years(facts)
    yield _index(facts, years)
    if len(_connected(facts)) > MOST_IN_ONE_PICTURE:
        neighbours = Neighbourhoods(facts)
        for year in years:
            yield from _year_pages(facts, neighbours, year, years)


def _connected(facts: Facts) -> list[str]:
    """Ids that have at least one link."""
    return list(dict.fromkeys(id_ for link in facts.links for id_ in (link.source, link.target)))


def _years(facts: Facts) -> list[int | None]:
    found = {year_of(facts, id_) for id_ in _connected(facts)}
    return sorted(found, key=lambda year: year or 0)


def _index(facts: Facts, years: Sequence[int | None]) -> GeneratedFile:
    page = Page(places.WEB, "Zitate und Aufhebungen", _LEAD)
    connected = sorted(_connected(facts), key=lambda id_: (year_of(facts, id_) or 0, id_))
    if not connected:
        page.html("<p>Keine Weisung der Sammlung zitiert oder ändert eine andere.</p>")
    elif len(connected) <= MOST_IN_ONE_PICTURE:
        columns = [
            Column(year_name(year), tuple(node(facts, id_, page) for id_ in ids))
            for year, ids in groupby(connected, lambda id_: year_of(facts, id_))
        ]
        names = ("netz", "Zitate und Aufhebungen aller Jahre", f"{len(connected)} Weisungen, in Spalten nach Jahren.")
        page.html(web(columns, _edges(facts.links), names))
        page.html(_table(page, facts, facts.links, "Alle Zitate und Änderungen"))
    else:
        page.html(_table_of_years(page, facts, years))
    return page.file()


def _table_of_years(page: Page, facts: Facts, years: Sequence[int | None]) -> str:
    acting = Counter((year_of(facts, link.source), edge_kind(link)) for link in facts.links)
    rows = (
        frame.row(
            (
                page.link(places.web_of(year), f"Bild für {year_name(year)}"),
                *(str(acting[year, kind]) for kind in _COUNTED),
            )
        )
        for year in reversed(years)
    )
    return frame.table("Was die Weisungen eines Jahres mit anderen tun", ("Jahr", *_COUNTED.values()), rows)


def _year_pages(
    facts: Facts, neighbours: Neighbourhoods, year: int | None, years: Sequence[int | None]
) -> Iterator[GeneratedFile]:
    own = sorted(
        (id_ for id_ in _connected(facts) if year_of(facts, id_) == year), key=lambda id_: (_month(facts, id_), id_)
    )
    page = Page(places.web_of(year), f"Zitate und Aufhebungen {year_name(year)}", _LEAD)
    page.html(_near(page, [(places.web_of(other), year_name(other)) for other in years], places.web_of(year)))
    if len(own) <= MOST_IN_ONE_PICTURE:
        _fill(facts, neighbours, page, own, year_name(year))
        yield page.file()
        return
    months = [(month, list(group)) for month, group in groupby(own, lambda id_: _month(facts, id_))]
    choices = [(places.web_of(year, month), _month_name(month, year)) for month, _ in months]
    page.html(_table_of_months(page, neighbours, months, choices))
    yield page.file()
    for (_, ids), (address, name) in zip(months, choices, strict=True):
        part = Page(address, f"Zitate und Aufhebungen {name}", _LEAD)
        part.html(_near(part, choices, address, (places.web_of(year), f"ganz {year_name(year)}")))
        _fill(facts, neighbours, part, ids, name)
        yield part.file()


def _near(
    page: Page, choices: Sequence[tuple[str, str]], current: str, above: tuple[str, str] = (places.WEB, "alle Jahre")
) -> str:
    """Links to the periods before and after, and to the one above."""
    position = [address for address, _ in choices].index(current)
    near = [choices[other] for other in (position - 1, position + 1) if 0 <= other < len(choices)]
    return frame.links("Zeitraum wählen", (page.link(*item) for item in (above, *near)))


def _table_of_months(
    page: Page,
    neighbours: Neighbourhoods,
    months: Sequence[tuple[int, Sequence[str]]],
    choices: Sequence[tuple[str, str]],
) -> str:
    rows: list[str] = []
    for (_, ids), (address, name) in zip(months, choices, strict=True):
        kinds = Counter(edge_kind(link) for id_ in ids for link in neighbours.outgoing(id_))
        rows.append(frame.row((page.link(address, f"Bild für {name}"), *(str(kinds[kind]) for kind in _COUNTED))))
    return frame.table("Was die Weisungen eines Monats mit anderen tun", ("Monat", *_COUNTED.values()), rows)


def _fill(facts: Facts, neighbours: Neighbourhoods, page: Page, own: Sequence[str], name: str) -> None:
    """The picture and the table of a period: its directives in the middle, what they act on left, who acts right."""
    links = [link for id_ in own for link in neighbours.outgoing(id_)]
    links += [link for id_ in own for link in neighbours.incoming(id_) if link.source not in own]
    rank = {id_: place for place, id_ in enumerate(own)}
    left = _ordered(rank, ((link.target, link.source) for link in links if link.target not in rank))
    right = _ordered(rank, ((link.source, link.target) for link in links if link.source not in rank))
    folded: dict[str, str] = {}
    columns = [
        Column("zitiert oder geändert", _boxes(facts, page, left, folded)),
        Column(name, tuple(node(facts, id_, page) for id_ in own)),
        Column("zitieren oder ändern sie", _boxes(facts, page, [id_ for id_ in right if id_ not in left], folded)),
    ]
    edges = [
        Edge(folded.get(link.source, link.source), folded.get(link.target, link.target), edge_kind(link))
        for link in links
    ]
    names = ("netz", f"Zitate und Aufhebungen {name}", f"{len(own)} Weisungen und {len(links)} Verbindungen.")
    page.html(web([column for column in columns if column.nodes], edges, names, _THREE_COLUMNS))
    page.html(_table(page, facts, links, f"Zitate und Änderungen {name}"))


def _ordered(rank: dict[str, int], pairs: Iterable[tuple[str, str]]) -> list[str]:
    """What stands at a side, beside that in the middle which it is connected with, so that few lines cross."""
    found: dict[str, list[int]] = {}
    for outside, inside in pairs:
        found.setdefault(outside, []).append(rank[inside])
    return sorted(found, key=lambda id_: (sum(found[id_]) / len(found[id_]), id_))


def _boxes(facts: Facts, page: Page, ids: Sequence[str], folded: dict[str, str]) -> tuple[Node, ...]:
    """The boxes of a side; of a side with too many, one for each year, and ``folded`` says what went into which."""
    if len(ids) <= MOST_AT_A_SIDE:
        return tuple(node(facts, id_, page) for id_ in ids)
    years = Counter(year_of(facts, id_) for id_ in ids)
    for id_ in ids:
        folded[id_] = f"side {page.address} {ids[0]} {year_name(year_of(facts, id_))}"
    return tuple(
        Node(
            f"side {page.address} {ids[0]} {year_name(year)}",
            (year_name(year), frame.count(number, "Weisung", "Weisungen")),
            f"{year_name(year)}: {frame.count(number, 'Weisung', 'Weisungen')}, zum Bild dieses Jahres",
            page.address_of(places.web_of(year)),
            MANY,
        )
        for year, number in sorted(years.items(), key=lambda item: item[0] or 0)
    )


def _month(facts: Facts, id_: str) -> int:
    entry = facts.entries.get(id_)
    issued = entry.record.issued if entry else None
    return issued.month if issued else 0


def _month_name(month: int, year: int | None) -> str:
    return f"{MONTHS[month - 1]} {year_name(year)}" if month else f"{year_name(year)}, ohne Tag"


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
    return frame.table(caption, ("Weisung", "Verbindung", "Andere Weisung"), rows)


def _named(page: Page, facts: Facts, id_: str) -> str:
    entry = facts.entries.get(id_)
    if entry is None:
        return f"{escape.text(id_)} (nicht in der Sammlung)"
    remark = "" if entry.directive else " (nur durch Zitat bekannt, nicht bewertet)"
    return f"{page.directive(id_)} {escape.text(escape.excerpt(entry.record.title, 80))}{remark}"
