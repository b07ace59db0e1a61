"""Where the words of a review list stand in a draft that was edited by hand or restored since the list was written."""

from dataclasses import replace
from typing import Final

from geltung.importing.review_file import ACCEPTED, CERTAIN, EDITED, OPEN, Place, Point, Review
from geltung.markdown.attributes import AttributeList, from_line
from geltung.markdown.rows import list_in_row
from geltung.writing.body import written

_FIELDS: Final = ("id", "kind", "title", "issued", "file_references", "valid_from", "valid_until")
_SCOPE: Final = "scope: "


def reopened(text: str, review: Review) -> Review:
    """The list with each answered question open again whose answer no longer stands in the draft."""
    lines = text.split("\n")
    return replace(review, points=tuple(_asked_again(point, lines) for point in review.points))


def _asked_again(point: Point, lines: list[str]) -> Point:
    answered = point.confidence != CERTAIN and point.state in (ACCEPTED, EDITED)
    lost = _field_lost(point, lines) or any(_lost(point, place, lines) for place in point.places)
    return replace(point, state=OPEN) if answered and lost else point


def _field_lost(point: Point, lines: list[str]) -> bool:
    """Whether a field of the head does not hold what an editor wrote into it."""
    in_scope = point.about.startswith(_SCOPE)
    if point.state != EDITED or not point.value or not (in_scope or point.about in _FIELDS):
        return False
    number = _field(f"  {point.about[len(_SCOPE) :]}" if in_scope else point.about, lines)
    return number is None or point.value not in lines[number - 1]


def _lost(point: Point, place: Place, lines: list[str]) -> bool:
    if not place.now or not place.draft_line:
        return False
    if point.about in _FIELDS:
        number = _field(point.about, lines)
        return number is None or _plain(place.now) not in lines[number - 1]
    return _only_line(place.now, place.draft_line, lines) is None


def relocated(text: str, review: Review) -> Review:
    """The list with each place at the line where its words stand now; what is not found for sure keeps its line."""
    lines = text.split("\n")
    points = (
        replace(point, places=tuple(_moved(point, place, lines) for place in point.places)) for point in review.points
    )
    return replace(review, points=tuple(points))


def stands(place: Place, lines: list[str]) -> bool:
    """Whether the words of a place stand in the line that it names, as far as it says which they are."""
    number = place.draft_line or 0
    return 1 <= number <= len(lines) and (not place.now or _plain(place.now) in lines[number - 1])


def _moved(point: Point, place: Place, lines: list[str]) -> Place:
    if not place.draft_line:
        return place
    number: int | None
    if point.about in _FIELDS:
        number = _field(point.about, lines)
    elif place.now and point.about.startswith("task:") and (mark := from_line(place.now, 1)):
        return _of_task(place, mark, lines)
    elif place.now:
        number = _only_line(place.now, place.draft_line, lines)
    else:
        number = _only_line(place.quote, place.draft_line, lines)
    return replace(place, draft_line=number) if number else place


def _of_task(place: Place, mark: AttributeList, lines: list[str]) -> Place:
    """The list that bears the task's id, as it stands there now."""
    found = []
    for number, line in enumerate(lines, start=1):
        in_row = list_in_row(line) if line.lstrip(" >").startswith("|") else None
        attributes = in_row[2] if in_row else from_line(line, 1)
        if attributes is None or attributes.identifier != mark.identifier or "earlier" in attributes.classes:
            continue
        found.append((number, line[in_row[0] : in_row[1]] if in_row else line.strip()))
    if len(found) != 1:
        return place
    number, words = found[0]
    same = place.now == words or (place.now or "") in words or written(mark) == words
    return replace(place, draft_line=number, now=place.now if same else words)


def _only_line(words: str, number: int, lines: list[str]) -> int | None:
    """The line with words: the one that is named, or the only one."""
    plain = _plain(words)
    if 1 <= number <= len(lines) and plain in lines[number - 1]:
        return number
    found = [position for position, line in enumerate(lines, start=1) if plain and plain in line]
    return found[0] if len(found) == 1 else None


def _field(name: str, lines: list[str]) -> int | None:
    return next((number for number, line in enumerate(lines, start=1) if line.startswith(f"{name}:")), None)


def _plain(words: str) -> str:
    plain = words.strip()
    return plain[1:-1] if len(plain) > 1 and plain[0] in "'\"" and plain[-1] == plain[0] else plain
