"""The page that leads to all overviews."""

from collections.abc import Iterator

from geltung.exports.generated import GeneratedFile
from geltung.model.terms import AREAS
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.facts import Facts
from geltung.pages.overviews.frame import Page
from geltung.pages.overviews.lists import STATES, concerns, year_name, years


def pages(facts: Facts) -> Iterator[GeneratedFile]:
    """The one page."""
    entries = facts.directives()
    cited = len(facts.entries) - len(entries)
    lead = f"{frame.count(len(entries), 'Weisung', 'Weisungen')} in der Sammlung"
    page = Page(
        places.INDEX,
        "Übersichten",
        f"{lead}; {frame.count(cited, 'weitere ist', 'weitere sind')} nur durch Zitat bekannt.",
    )
    page.heading("Weisungen nach Jahr und Rechtskreis", "jahre")
    heads = ("Jahr", "alle", *AREAS)
    rows = []
    for year in years(entries):
        group = [entry for entry in entries if entry.year == year]
        cells = [page.link(places.year(year), str(len(group)))]
        for area in AREAS:
            number = sum(concerns(entry, area) for entry in group)
            cells.append(page.link(places.year(year, area), str(number)))
        rows.append(frame.row((year_name(year), *cells)))
    page.html(frame.table("Zahl der Weisungen je Jahr und Rechtskreis", heads, rows))
    page.heading("Weisungen nach Rechtskreis", "rechtskreise")
    page.html(_list(page.link(places.area_of(area), area) for area in AREAS))
    page.heading("Weisungen nach Stand", "stand")
    page.html(_list(page.link(places.state(phase), title) for phase, title in STATES.items()))
    page.heading("Weitere Übersichten", "weitere")
    page.html(
        _list(
            (
                page.link(places.DEADLINES, "Fristen nach Monaten"),
                page.link(places.WEB, "Zitate und Aufhebungen als Bild"),
                page.link(places.CITED_ONLY, "Nur durch Zitat bekannt"),
                page.link(places.UNITS, "Organisationseinheiten"),
                page.link(places.GLOSSARY, "Glossar"),
                page.link(places.REGISTER, "A–Z"),
            )
        )
    )
    yield page.file()


def _list(items: Iterator[str] | tuple[str, ...]) -> str:
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"
