"""The points of a review list as people read them."""

from collections.abc import Iterator, Sequence
from typing import Final

from geltung.cli.paper import Paper
from geltung.importing.review_file import ACCEPTED, CERTAIN, EDITED, LIKELY, OPEN, SKIPPED, Place, Point

_STATES: Final = {OPEN: "offen", ACCEPTED: "angenommen", EDITED: "bearbeitet", SKIPPED: "zurückgestellt"}
_SURE: Final = {CERTAIN: "sicher", LIKELY: "wahrscheinlich", OPEN: "offen"}
_ABOUT: Final = {
    "id": "Laufende Nummer",
    "kind": "Art des Akts",
    "title": "Titel",
    "issued": "Erlassen am",
    "file_references": "Geschäftszeichen",
    "valid_from": "Gültig ab",
    "valid_until": "Gültig bis",
    "text": "Wortlaut",
    "link": "Verweis",
    "task": "Auftrag",
    "change": "Änderung",
    "reference": "Bezug",
    "scope": "Rechtskreis",
    "suggested task": "Auftrag außerhalb der Einzelaufträge?",
}
_MOST_PLACES: Final = 5


def about(point: Point) -> str:
    """What a point is about, in German: "Auftrag 3.001"."""
    name, _, rest = point.about.partition(":")
    return " ".join(part for part in (_ABOUT.get(name.strip(), name.strip()), rest.strip()) if part)


def point_lines(point: Point, lines: Sequence[str], paper: Paper) -> Iterator[str]:
    """One point with the words of the original and of the draft; ``lines`` are those of the draft."""
    yield paper.style(f"{about(point)} · Lesart {_SURE[point.confidence]} · {_STATES[point.state]}", "bold")
    if point.question:
        yield from paper.wrap(point.question, "  ")
    for place in point.places[:_MOST_PLACES]:
        yield from _place_lines(place, lines, paper)
    if len(point.places) > _MOST_PLACES:
        yield f"  … und {len(point.places) - _MOST_PLACES} weitere Stellen"
    if not any(place.draft_line for place in point.places):
        yield f"  Im Entwurf: {point.value or 'nichts'}"
    for number, alternative in enumerate(point.alternatives, start=1):
        yield from paper.wrap(f"{number}) {alternative}", "  ", "     ")


def _place_lines(place: Place, lines: Sequence[str], paper: Paper) -> Iterator[str]:
    where = f"Seite {place.page}, Zeile {place.line}" if place.page else f"Zeile {place.line}"
    yield from paper.wrap(f"„{place.quote}“", f"  Original, {where}: ", "    ")
    number = place.draft_line
    if number and number <= len(lines):
        now = place.now
        line = lines[number - 1].strip()
        shown = f"… {now} …" if now and now in line and len(line) > paper.width else line
        yield from paper.wrap(shown, f"  Entwurf, Zeile {number}: ", "    ")


def summary(points: Sequence[Point]) -> str:
    """How many points there are in each state."""
    counts = ((sum(point.state == state for point in points), word) for state, word in _STATES.items())
    return ", ".join(f"{count} {word}" for count, word in counts)
