"""From records to pages: Markdown files whose text is finished, escaped HTML. Knows no MkDocs."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.exports.offers import offers
from geltung.pages import directives, drafts, overviews, start, units, what_applies
from geltung.pages.findable import findable
from geltung.questions.collection import Collection

PageMaker = Callable[[Collection, date], Iterator[GeneratedFile]]
"""Makes files from a collection for the day of the build, which is what is shown without JavaScript."""

MAKERS: Final[tuple[PageMaker, ...]] = (
    directives.pages,
    units.pages,
    start.pages,
    overviews.pages,
    what_applies.pages,
)
"""Everything that makes files. Two makers must not make the same path."""


def build(collection: Collection, today: date, base: str = "", *, with_drafts: bool = False) -> Iterator[GeneratedFile]:
    """Every generated file. ``today`` is the day of the build, ``base`` the site's own address, if it is known.

    Pages link to each other relatively; only calendars and feeds, which are read elsewhere, need the address. Nothing
    knows of drafts but their own pages, which are made for editors (``with_drafts``).
    """
    published = collection.published()
    made = (file for maker in MAKERS for file in maker(published, today))
    yield from findable(made, published, today)
    yield from offers(published, today, base)
    if with_drafts:
        yield from drafts.pages(collection, today)
