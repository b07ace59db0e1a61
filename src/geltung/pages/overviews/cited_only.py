"""Reference records: acts known only because a directive cites them. Their validity is not assessed (rule 12)."""

from collections.abc import Iterator
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.pages import escape
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.connections import act
from geltung.pages.overviews.facts import CITATION, Entry, Facts, Link
from geltung.pages.overviews.frame import Page

NOT_ASSESSED: Final = "nicht bewertet"

_LEAD: Final = (
    "Von diesen Weisungen kennt die Sammlung nur Nummer, Datum und Titel, weil andere sie zitieren. Ihr Text liegt "
    f"nicht vor. Ob sie gelten, ist <strong>{NOT_ASSESSED}</strong>."
)
_HEADS: Final = ("Nummer", "Titel", "vom", "Stand", "Zitiert in", "Geändert durch")


def pages(facts: Facts) -> Iterator[GeneratedFile]:
    """The one page; and on it what is cited or changed without being in the collection at all."""
    page = Page(places.CITED_ONLY, "Nur durch Zitat bekannt", _LEAD)
    incoming: dict[str, list[Link]] = {}
    for link in facts.links:
        incoming.setdefault(link.target, []).append(link)
    records = [entry for entry in facts.entries.values() if entry.directive is None]
    if records:
        rows = (_row(page, entry, incoming.get(entry.id, [])) for entry in records)
        page.html(frame.table("Nur durch Zitat bekannte Weisungen", _HEADS, rows))
    else:
        page.html("<p>In der Sammlung gibt es keine solchen Weisungen.</p>")
    missing = sorted({link.target for link in facts.links} - facts.entries.keys())
    if missing:
        page.heading("Nicht in der Sammlung", "nicht-in-der-sammlung")
        page.html("<p>Diese Nummern werden zitiert oder geändert, ohne dass es eine Datei zu ihnen gibt.</p>")
        rows = (frame.row((escape.text(id_), _acting(page, incoming[id_]))) for id_ in missing)
        page.html(frame.table("Nicht in der Sammlung", ("Nummer", "Genannt von"), rows))
    yield page.file()


def _row(page: Page, entry: Entry, incoming: list[Link]) -> str:
    return frame.row(
        (
            page.directive(entry.id),
            escape.text(entry.record.title),
            frame.day(entry.record.issued),
            NOT_ASSESSED,
            ", ".join(page.directive(link.source) for link in incoming if link.kind == CITATION) or "–",
            _acting(page, [link for link in incoming if link.kind != CITATION]),
        )
    )


def _acting(page: Page, links: list[Link]) -> str:
    return "; ".join(f"{page.directive(link.source)} ({escape.text(act(link))})" for link in links) or "–"
