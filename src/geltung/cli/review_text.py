"""The points of a review list as people read them."""

from collections.abc import Iterator, Sequence
from typing import Final

from geltung.cli.paper import Paper
from geltung.importing.review_file import ACCEPTED, CERTAIN, EDITED, LIKELY, OPEN, SKIPPED, Place, Point
from geltung.writing.places import stands

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
    "annex": "Anlage",
    "task": "Auftrag",
    "tasks": "Aufträge",
    "change": "Änderung",
    "reference": "Bezug",
    "scope": "Rechtskreis",
    "suggested task": "Auftrag außerhalb der Einzelaufträge?",
}
_MOST_PLACES: Final = 5
_HOW_TASK: Final = "Soll einer ein Auftrag werden: „b 1: EZ“ (Nummer und Adressat). Annehmen: die übrigen bleiben Text."
_HOW_EDITED: Final = "Ändern: Adressat mit „b EZ“, eine Angabe mit „b due_on=2026-03-01“; sonst „b kein Auftrag“."
_HOW_SEVERAL: Final = (
    "Ändern: davor die Nummer oder „alle“, etwa „b 2: EZ“ (Adressat), „b alle: due_on=2026-03-01“ (eine Angabe), "
    "„b 2: kein Auftrag“."
)
_HOW_ONE_TASK: Final = "Soll er ein Auftrag werden: „b EZ“ (Adressat). Annehmen: Er bleibt Text."


def about(point: Point) -> str:
    """What a point is about, in German: "Auftrag meldung"; of several: "Auftrag meldung, Auftrag liste"."""
    return ", ".join(_about(item) for item in point.about.split(", "))


def _about(item: str) -> str:
    name, _, rest = item.partition(":")
    return " ".join(part for part in (_ABOUT.get(name.strip(), name.strip()), rest.strip()) if part)


def point_lines(point: Point, lines: Sequence[str], paper: Paper) -> Iterator[str]:
    """One point with the words of the original and of the draft; ``lines`` are those of the draft."""
    yield paper.style(f"{about(point)} · Lesart {_SURE[point.confidence]} · {_STATES[point.state]}", "bold")
    if point.question:
        yield from paper.wrap(point.question, "  ")
    if point.about == "suggested task":
        yield from _suggested(point, lines, paper)
    elif sum(place.original is not None for place in point.places) > 1:
        yield from _replacements(point, paper)
    else:
        yield from _places(point, lines, paper)
    if not any(place.draft_line for place in point.places):
        yield f"  Im Entwurf: {point.value or 'nichts'}"
    elif is_of_tasks(point):
        yield from paper.wrap(_HOW_SEVERAL if len(_task_lines(point)) > 1 else _HOW_EDITED, "  ")
    for number, alternative in enumerate(point.alternatives, start=1):
        yield from paper.wrap(f"{number}) {alternative}", "  ", "     ")


def is_of_tasks(point: Point) -> bool:
    """Whether a point asks about tasks whose marks stand in the draft."""
    return point.about.startswith("task:") and any((place.now or "").startswith("{") for place in point.places)


def _task_lines(point: Point) -> list[int]:
    """The lines of the draft that mark the tasks of a point, in the order in which an answer counts them."""
    found = {place.now: place.draft_line for place in point.places if place.now and place.draft_line}
    return list(found.values()) if point.about.startswith("task:") else []


def _places(point: Point, lines: Sequence[str], paper: Paper) -> Iterator[str]:
    """The words of the original, and below them the lines of the draft that came of them."""
    for place in point.places[:_MOST_PLACES]:
        where = f"Seite {place.page}, Zeile {place.line}" if place.page else f"Zeile {place.line}"
        yield from paper.wrap(f"„{place.quote}“", f"  Original, {where}: ", "    ")
    if len(point.places) > _MOST_PLACES:
        yield f"  … und {len(point.places) - _MOST_PLACES} weitere Stellen"
    tasks = _task_lines(point)
    numbers = [place.draft_line for place in (point.places if tasks else point.places[:_MOST_PLACES])]
    for place in point.places:
        if place.draft_line and not stands(place, list(lines)):
            gone = f"Im Entwurf nicht mehr zu finden: „{place.now or place.quote}“ (früher Zeile {place.draft_line})"
            yield from paper.wrap(gone, "  ", "    ")
    for number in dict.fromkeys(tasks or numbers):
        if number and number <= len(lines):
            carried = lines[number - 1].strip()
            if carried.startswith("{:") and number > 1:  # the words that the attribute list belongs to
                carried = f"{lines[number - 2].strip()} {carried}"
            position = f"{tasks.index(number) + 1}: " if len(tasks) > 1 else ""
            yield from paper.wrap(carried, f"  {position}Entwurf, Zeile {number}: ", "    ")


def _replacements(point: Point, paper: Paper) -> Iterator[str]:
    """Words of the original and what the draft has for them, equal pairs together."""
    pairs: dict[tuple[str, str], list[Place]] = {}
    for place in point.places:
        pairs.setdefault((place.original or place.quote, place.now or ""), []).append(place)
    for (original, now), places in pairs.items():
        numbers = ", ".join(str(place.draft_line) for place in places if place.draft_line)
        shown = f"„{original}“ → „{now}“" if original != now else f"„{now}“: {places[0].quote}"
        where = f"Entwurf, Zeile {numbers}" if numbers else f"nur im Original, Zeile {places[0].line}"
        yield from paper.wrap(f"{shown} ({where})", "  ", "    ")


def _suggested(point: Point, lines: Sequence[str], paper: Paper) -> Iterator[str]:
    """Every duty with its number, to be chosen by it."""
    numbers = [place.draft_line for place in point.places if place.draft_line and place.draft_line <= len(lines)]
    for position, number in enumerate(numbers, start=1):
        yield from paper.wrap(f"{lines[number - 1].strip()} (Entwurf, Zeile {number})", f"  {position}: ", "     ")
    yield from paper.wrap(_HOW_TASK if len(numbers) > 1 else _HOW_ONE_TASK, "  ")


def summary(points: Sequence[Point]) -> str:
    """How many points there are in each state."""
    counts = ((sum(point.state == state for point in points), word) for state, word in _STATES.items())
    return ", ".join(f"{count} {word}" for count, word in counts)
