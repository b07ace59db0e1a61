"""The pages of drafts, for those who work on them. They stand apart: nothing else on the site knows of a draft.

Their folder is not indexed for the search, and no overview, list, export or answer leads there.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from geltung.corpus.corpus import is_draft
from geltung.exports.addresses import slug
from geltung.exports.generated import GeneratedFile
from geltung.model.records import Directive
from geltung.pages import directives, escape, head
from geltung.pages.links import Links
from geltung.pages.overviews import frame
from geltung.pages.page import block, heading, page
from geltung.questions.collection import Collection

OVERVIEW: Final = "entwuerfe/index.html"
COUNTS_NOWHERE: Final = "Entwurf – zählt in keiner Antwort"
_LEAD: Final = (
    "Diese Weisungen sind noch nicht veröffentlicht. Sie zählen in keiner Antwort und stehen in keiner anderen Liste; "
    "auch die Suche findet sie nicht."
)
_HEADS: Final = ("Nummer", "Titel", "Datei")


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The overview, and a page for each draft. ``collection`` is the whole one."""
    known = directives.Known.read(collection, today)
    drafts = [record for _, record in sorted(known.corpus.records.items()) if is_draft(record)]
    found = [record for record in drafts if isinstance(record, Directive)]
    yield _overview(found)
    published = collection.published().corpus().records
    for directive in found:
        links = Links(address(directive.id), published, known.corpus.registry.units)
        yield _page(directive, known, links)
    yield from known.sources.files()


def address(id_: str) -> str:
    """Where the page of a draft stands, apart from those of directives."""
    return f"entwuerfe/{slug(id_)}.html"


def _overview(drafts: Iterable[Directive]) -> GeneratedFile:
    result = frame.Page(OVERVIEW, "Entwürfe", _LEAD)
    rows = [
        frame.row(
            (
                result.link(address(item.id), item.id),
                escape.text(item.title),
                f"<code>{escape.text(item.file)}</code>",
            )
        )
        for item in drafts
    ]
    result.html(frame.table("Entwürfe", _HEADS, rows) if rows else "<p>Es gibt keinen Entwurf.</p>")
    return result.file()


def _page(directive: Directive, known: directives.Known, links: Links) -> GeneratedFile:
    warning = (
        f'<p class="g-entwurf"><strong>{COUNTS_NOWHERE}.</strong> Was hier steht, ist weder erlassen noch geprüft; '
        f"Änderungen an anderen Weisungen wirken noch nicht. Datei: <code>{escape.text(directive.file)}</code></p>"
    )
    facts = head.of_draft(directive, known.corpus, links, known.today)
    parts = [heading(1, f"Entwurf: {directive.title}"), block(warning), block(facts, "g-kopf")]
    parts += directives.text(directive, known, links)
    name = f"Entwurf: {directive.id} – {directive.title}"
    return page(links.page, name, parts, f"{COUNTS_NOWHERE}: {directive.kind} {directive.id}")
