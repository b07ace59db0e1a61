"""Writing iCalendar (RFC 5545): escaping, folding, and the one kind of event that we need.

The icalendar library reads our files back in the tests. It does not write them: it takes ten times as long for an
event, and thousands of deadlines would take a third of what the whole build may take.
"""

import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from geltung.model.dates import day_after

PRODUCT: Final = "-//Geltung//Fristen//DE"
REFRESH: Final = "PT12H"
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, "urn:geltung")
_ESCAPED: Final = (("\r\n", "\n"), ("\r", "\n"), ("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n"))
_CONTROL: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
_LONGEST: Final = 75

_PLACEHOLDER: Final = (
    "BEGIN:VTIMEZONE", "TZID:Etc/UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE",
)  # fmt: skip
"""A calendar must hold a component; this one says nothing."""


def uid(name: str) -> str:
    """A stable identifier for a name (RFC 7986 asks for a UUID)."""
    return str(uuid.uuid5(_NAMESPACE, name))


def text(value: str) -> str:
    """A text as a property value."""
    for plain, escaped in _ESCAPED:  # several times as fast as translate
        value = value.replace(plain, escaped)
    return _CONTROL.sub(" ", value)


def folded(line: str) -> str:
    """A line with its end, broken where it is longer than 75 bytes, never inside a character."""
    data = line.encode()
    if len(data) <= _LONGEST:
        return f"{line}\r\n"
    pieces: list[bytes] = []
    start, room = 0, _LONGEST
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # a byte inside a character
            end -= 1
        pieces.append(data[start:end])
        start, room = end, _LONGEST - 1  # the next line begins with a blank
    pieces.append(data[start:])
    return b"\r\n ".join(pieces).decode() + "\r\n"


def event(
    name: str, day: str, summary: str, description: str, stamp: str, sequence: int, rule: str = "", url: str = ""
) -> str:
    """An all-day event; days are ISO texts. ``name`` makes the identifier, ``rule`` is an RRULE."""
    after = day_after(date.fromisoformat(day)).isoformat()
    lines = [
        "BEGIN:VEVENT",
        f"UID:{uid(name)}",
        f"DTSTAMP:{_basic(stamp)}T000000Z",
        f"SEQUENCE:{sequence}",
        f"DTSTART;VALUE=DATE:{_basic(day)}",
        f"DTEND;VALUE=DATE:{_basic(after)}",
        *([f"RRULE:{rule}"] if rule else []),
        f"SUMMARY:{text(summary)}",
        f"DESCRIPTION:{text(description)}",
        *([f"URL:{url}"] if url else []),
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "END:VEVENT",
    ]
    return "".join(map(folded, lines))


def _basic(day: str) -> str:
    return day.replace("-", "")


def calendar(name: str, description: str, events: Iterable[str]) -> str:
    """A calendar to subscribe to, of events made by :func:`event`."""
    found = list(events)
    return "".join((*map(folded, _head(name, description)), *(found or map(folded, _PLACEHOLDER)), "END:VCALENDAR\r\n"))


def _head(name: str, description: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH")
    yield from (f"NAME:{text(name)}", f"X-WR-CALNAME:{text(name)}")
    yield from (f"DESCRIPTION:{text(description)}", f"X-WR-CALDESC:{text(description)}")
    yield from (f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH}", f"X-PUBLISHED-TTL:{REFRESH}")
