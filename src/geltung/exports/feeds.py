"""Atom feeds (RFC 4287): one of everything and one per unit, telling what is new, changed or ending.

Written here and not by a library: an entry is seven elements, is made once and stands in the feeds of many units; the
libraries make it anew in each. The tests read the feeds back with feedparser.
"""

import re
import uuid
from collections.abc import Iterator
from datetime import date
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from geltung.exports import addresses
from geltung.exports.events import News, news
from geltung.exports.generated import GeneratedFile
from geltung.questions.collection import Collection

MOST_ENTRIES: Final = 50
"""Entries of a feed, the newest."""
_EMPTY_SINCE: Final = "1970-01-01"
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:geltung")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LABELS: Final = {"new": "Neu", "changed": "Geändert", "ending": "Endet"}


def feeds(collection: Collection, today: date, base: str = "") -> Iterator[GeneratedFile]:
    """The feeds. ``base`` is the site's address with a slash at its end; without one links are relative."""
    told = news(collection, today)
    entries = {item.name: _entry(item, base) for item in told}
    yield _feed("alle", "Weisungen: neu, geändert, endend", addresses.FEED_OF_ALL, told, entries, base)
    names: dict[str, str] = dict(collection.connection.execute("SELECT id, name FROM unit ORDER BY position"))
    for unit, of_unit in _by_unit(collection, told, list(names)).items():
        title = f"Weisungen für {names[unit]} ({unit}): neu, geändert, endend"
        yield _feed(f"unit/{unit}", title, addresses.feed(unit), of_unit, entries, base)


def _by_unit(collection: Collection, told: list[News], units: list[str]) -> dict[str, list[News]]:
    """The news of the directives that ever reach a unit without being asked for parts, as many as a feed takes."""
    audiences: dict[str, list[int]] = {}
    rows = collection.connection.execute("SELECT DISTINCT directive, audience FROM application ORDER BY 1, 2")
    for directive, audience in rows:
        audiences.setdefault(directive, []).append(audience)
    reached: dict[int, list[str]] = {}
    for audience, unit in collection.connection.execute(
        "SELECT DISTINCT audience, unit FROM reach WHERE NOT on_request"
    ):
        reached.setdefault(audience, []).append(unit)
    found: dict[str, list[News]] = {unit: [] for unit in units}
    for item in told:
        concerned = {unit for audience in audiences.get(item.directive, ()) for unit in reached.get(audience, ())}
        for unit in concerned:
            if len(found[unit]) < MOST_ENTRIES:
                found[unit].append(item)
    return found


def identifier(name: str) -> str:
    """A stable identifier for a name, whatever the site's address is."""
    return f"urn:uuid:{uuid.uuid5(_NAMESPACE, name)}"


def _entry(item: News, base: str) -> str:
    page = addresses.directive_page(item.directive)
    link = f"{base}{page}" if base else addresses.relative(page, addresses.FEED_OF_ALL)
    return (
        f"<entry><id>{identifier(item.name)}</id><title>{_text(item.title)}</title>"
        f'<link rel="alternate" type="text/html" href={quoteattr(link)}/>'
        f"<updated>{item.day}T00:00:00Z</updated>"
        f'<category term="{item.kind}" label="{_LABELS[item.kind]}"/><summary>{_text(item.text)}</summary></entry>\n'
    )


def _feed(name: str, title: str, path: str, told: list[News], entries: dict[str, str], base: str) -> GeneratedFile:
    kept = told[:MOST_ENTRIES]
    updated = max((item.day for item in kept), default=_EMPTY_SINCE)
    itself = f'<link rel="self" type="application/atom+xml" href={quoteattr(base + path)}/>\n' if base else ""
    start = base + addresses.START if base else addresses.relative(addresses.START, path)
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">\n'
        f"<id>{identifier(f'feed/{name}')}</id>\n<title>{_text(title)}</title>\n<updated>{updated}T00:00:00Z</updated>\n"
        f'<author><name>Geltung</name></author>\n<link rel="alternate" type="text/html" href={quoteattr(start)}/>\n'
        f"{itself}<rights>Maßgeblich ist der Originaltext.</rights>\n"
    )
    return GeneratedFile(path, "".join((head, *(entries[item.name] for item in kept), "</feed>\n")))


def _text(value: str) -> str:
    return escape(_FORBIDDEN.sub(" ", value))
