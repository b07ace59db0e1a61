"""Points of the review list before they have their numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from geltung.importing.review_file import (
    Confidence,
    Place,
)
from geltung.importing.text import Line, shortened


@dataclass(frozen=True, slots=True)
class Draught:
    """A point before it has its number. ``key`` makes equal questions one point."""

    about: str
    value: str | None
    confidence: Confidence
    places: tuple[Place, ...]
    question: str | None = None
    alternatives: tuple[str, ...] = ()
    key: str | None = None


def places_of(lines: Sequence[Line], draft_line: int | None, now: str | None) -> tuple[Place, ...]:
    """A place for each source line; what an edit replaces is named at the first."""
    return tuple(
        Place(line.number, line.page, shortened(line.original), draft_line, None, now if index == 0 else None)
        for index, line in enumerate(lines)
    )
