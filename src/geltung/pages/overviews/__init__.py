"""The overview pages: directives by year, area and state, deadlines, the web, glossary, units, A–Z."""

from collections.abc import Iterator
from datetime import date

from geltung.exports.generated import GeneratedFile
from geltung.pages.overviews import cited_only, deadlines, facts, glossary, index, lists, register, units, web
from geltung.questions.collection import Collection


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """All overview pages. ``today`` is the day of the build."""
    known = facts.read(collection, today)
    yield from index.pages(known)
    yield from lists.pages(known)
    yield from deadlines.pages(collection, today)
    yield from web.pages(known)
    yield from cited_only.pages(known)
    yield from glossary.pages(collection, today)
    yield from units.pages(collection, today)
    yield from register.pages(known)
