"""All directives: by year, by legal area, by state. A list that would grow too long is split by year."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.model.dates import german_iso
from geltung.model.terms import AREAS, IN_FORCE, LAPSED, NOT_CONCERNED, REPEALED, UPCOMING
from geltung.pages import escape
from geltung.pages.days import stand
from geltung.pages.overviews import by_day, frame, places
from geltung.pages.overviews.facts import Entry, Facts
from geltung.pages.overviews.frame import Page

MOST_ROWS: Final = 250
"""Up to so many directives a list is one page; longer ones have a page for each year."""

STATES: Final = {
    IN_FORCE: "Weisungen in Kraft",
    UPCOMING: "Weisungen, die kommen",
    REPEALED: "Aufgehobene Weisungen",
    LAPSED: "Abgelaufene Weisungen",
}
"""The states that have a list of their own, and its title."""

_HEADS: Final = ("Nummer", "Titel", "Vom", "In Kraft", "Rechtskreise", "Stand")
_NONE_TODAY: Final = "Zurzeit ist keine Weisung in diesem Stand."
_NOTHING: Final = "<p>Keine Weisung der Sammlung gehört hierher.</p>"


def pages(facts: Facts) -> Iterator[GeneratedFile]:
    """All lists of directives."""
    entries = facts.directives()
    for year, group in _by_year(entries):
        yield _year_page(facts, year, group)
        for area in AREAS:
            yield _year_page(facts, year, [entry for entry in group if concerns(entry, area)], area)
    for area in AREAS:
        found = [entry for entry in entries if concerns(entry, area)]
        lead = f"Weisungen, die den Rechtskreis {area} betreffen; nicht angegeben zählt mit. Die neuesten stehen oben."
        yield from _list(facts, found, f"Weisungen im Rechtskreis {area}", lead, _Addresses(places.area_of, area))
    for phase in STATES:
        yield from _state_pages(facts, entries, phase)


def concerns(entry: Entry, area: str) -> bool:
    """Whether a directive concerns a legal area; unknown counts (rule 18)."""
    directive = entry.directive
    return directive is not None and directive.header.scope[AREAS.index(area)] != NOT_CONCERNED


def years(entries: Sequence[Entry]) -> list[int | None]:
    """The years of issue, the latest first; None at the end for directives without a day of issue."""
    return sorted({entry.year for entry in entries}, key=lambda year: year or 0, reverse=True)


class _Addresses:
    """The addresses of a list: of the whole, and of its parts by year."""

    def __init__(self, place: Callable[..., str], key: str) -> None:
        self.place, self.key = place, key

    def whole(self) -> str:
        return self.place(self.key)

    def part(self, year: int | None) -> str:
        return self.place(self.key, year)


def _year_page(facts: Facts, year: int | None, entries: Sequence[Entry], area: str | None = None) -> GeneratedFile:
    title = f"Weisungen {year_name(year)}" + (f", {area}" if area else "")
    page = Page(places.year(year, area), title, as_of(facts.today))
    choices = [(None, "alle Rechtskreise"), *((name, name) for name in AREAS)]
    page.html(
        frame.links(
            "Rechtskreis wählen",
            (page.choice(places.year(year, name), words, name == area) for name, words in choices),
        )
    )
    page.html(
        frame.links(
            "Jahr wählen",
            (
                page.choice(places.year(other, area), year_name(other), other == year)
                for other in years(facts.directives())
            ),
        )
    )
    page.html(directives_table(page, facts, entries, title) if entries else _NOTHING)
    return page.file()


def _state_pages(facts: Facts, entries: Sequence[Entry], phase: str) -> Iterator[GeneratedFile]:
    """A state's list holds all that is or will be in that state; what is not on the reader's day is hidden."""
    found = [
        entry
        for entry in entries
        if any(last >= facts.today.isoformat() for _, last in by_day.times(entry.phases, phase))
    ]
    yield from _list(facts, found, STATES[phase], as_of(facts.today), _Addresses(places.state, phase), phase)


def _list(
    facts: Facts, entries: Sequence[Entry], title: str, lead: str, addresses: _Addresses, phase: str | None = None
) -> Iterator[GeneratedFile]:
    page = Page(addresses.whole(), title, lead)
    if phase:
        page.html(
            frame.links(
                "Stand wählen",
                (page.choice(places.state(other), STATES[other], other == phase) for other in STATES),
            )
        )
    if len(entries) <= MOST_ROWS:
        page.html(directives_table(page, facts, entries, title, phase) if entries else _NOTHING)
        yield page.file()
        return
    groups = _by_year(entries)
    page.html(
        "<ul>"
        + "".join(
            f"<li>{page.link(addresses.part(year), f'{title} {year_name(year)}')}"
            + ("" if phase else f" ({frame.count(len(group), 'Weisung', 'Weisungen')})")
            + "</li>"
            for year, group in groups
        )
        + "</ul>"
    )
    yield page.file()
    for year, group in groups:
        part = Page(addresses.part(year), f"{title} {year_name(year)}", lead)
        part.html(
            frame.links(
                "Jahr wählen",
                [
                    part.link(addresses.whole(), "alle Jahre"),
                    *(part.choice(addresses.part(other), year_name(other), other == year) for other, _ in groups),
                ],
            )
        )
        part.html(directives_table(part, facts, group, f"{title} {year_name(year)}", phase))
        yield part.file()


def directives_table(page: Page, facts: Facts, entries: Sequence[Entry], caption: str, phase: str | None = None) -> str:
    """A table of directives. With ``phase`` a row shows only on the days on which its directive is in that phase."""
    rows = (_row(page, facts, entry) for entry in entries)
    if phase:
        shown = zip(rows, entries, strict=True)
        rows = (by_day.rows(cells, entry.phases, phase, facts.today) for cells, entry in shown)
    empty = by_day.nothing((entry.phases for entry in entries), phase, _NONE_TODAY, facts.today) if phase else ""
    return empty + frame.table(caption, _HEADS, rows, "g-weisungen")


def _row(page: Page, facts: Facts, entry: Entry) -> str:
    return frame.row(
        (
            page.directive(entry.id),
            escape.text(entry.record.title),
            frame.day(entry.record.issued),
            _in_force(entry),
            escape.text(scope_words(entry)),
            by_day.state(entry.phases, facts.today),
        )
    )


def _in_force(entry: Entry) -> str:
    """All times in force, with their days."""
    intervals = dict.fromkeys((item.in_force_from, item.in_force_until) for item in entry.phases if item.in_force_from)
    return "<br>".join(
        f"{german_iso(first)} bis {german_iso(last)}" if last else f"ab&nbsp;{german_iso(first)}"
        for first, last in intervals
        if first
    )


def scope_words(entry: Entry) -> str:
    """The legal areas that a directive concerns, with their force: "SGB II: Information; SGB III: Weisung"."""
    directive = entry.directive
    if directive is None:
        return "nicht bewertet"
    values = zip(AREAS, directive.header.scope, strict=True)
    found = [f"{area}: {value or 'nicht angegeben'}" for area, value in values if value != NOT_CONCERNED]
    return "; ".join(found) or "keiner betroffen"


def as_of(today: date) -> str:
    """The sentence about the day of the build."""
    return stand(today)


def year_name(year: int | None) -> str:
    """A year in words."""
    return "ohne Datum" if year is None else str(year)


def _by_year(entries: Sequence[Entry]) -> list[tuple[int | None, list[Entry]]]:
    return [(year, list(group)) for year, group in groupby(entries, lambda entry: entry.year)]
