"""Everything that the site offers to other programs: data, calendars and feeds."""

from collections.abc import Iterator
from datetime import date

from geltung.exports.api import api
from geltung.exports.calendars import calendars
from geltung.exports.feeds import feeds
from geltung.exports.generated import GeneratedFile
from geltung.questions.collection import Collection


def offers(collection: Collection, today: date, base: str = "") -> Iterator[GeneratedFile]:
    """All files. ``today`` is the day of the build, ``base`` the site's address with a slash at its end, if known."""
    base = f"{base.rstrip('/')}/" if base else ""
    yield from api(collection, today)
    yield from calendars(collection, today, base)
    yield from feeds(collection, today, base)
