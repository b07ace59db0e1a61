"""What a search finds, as the index keeps it. Apart from passages.py, since a question needs none of the records."""

from typing import Final, NamedTuple

from geltung.model.dates import OPEN_END_ISO

_BETWEEN: Final = "\x1f"


class Place(NamedTuple):
    """What decides whether a passage is shown and where: kept apart from its text, since it is read for every hit.

    ``kind`` is header, abstract, section or task; ``units`` are those a task addresses, separated by blanks. A section
    that was amended has a passage for each wording, which counts from ``first`` to ``last`` (ISO days, ``first`` may be
    empty); so has a task, of whose wordings the store says which counts: ``line`` tells them apart, empty for the only.
    """

    kind: str
    directive: str
    id: str
    section: str
    heading: str
    units: str
    first: str = ""
    last: str = OPEN_END_ISO
    line: str = ""

    def to_bytes(self) -> bytes:
        """As the index keeps it."""
        return _BETWEEN.join(part.replace(_BETWEEN, " ") for part in self).encode()

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Place":
        """As the index kept it."""
        return cls._make(stored.decode().split(_BETWEEN))


class Passage(NamedTuple):
    """One findable place. ``id`` names it in answers; ``kind`` is header, abstract, section or task.

    ``units`` are the addressees of a task, ``section`` its number. ``identifiers`` are searched as they stand.
    ``first`` and ``last`` are the days on which the wording of a section counts; ``amended`` is a task with several.
    """

    id: str
    kind: str
    directive: str
    title: str
    heading: str
    text: str
    identifiers: str
    units: tuple[str, ...]
    section: str
    path: str
    line: int
    due_on: str | None = None
    first: str = ""
    last: str = OPEN_END_ISO
    amended: bool = False

    @property
    def place(self) -> Place:
        """The passage without its text."""
        line = str(self.line) if self.amended else ""
        return Place(
            self.kind, self.directive, self.id, self.section, self.heading, " ".join(self.units), self.first, self.last,
            line,
        )  # fmt: skip
