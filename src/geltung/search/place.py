"""What a search finds, as the index keeps it. Apart from passages.py, since a question needs none of the records."""

from typing import Final, NamedTuple

_BETWEEN: Final = "\x1f"


class Place(NamedTuple):
    """What decides whether a passage is shown and where: kept apart from its text, since it is read for every hit.

    ``kind`` is header, abstract, section or task; ``units`` are those a task addresses, separated by blanks.
    """

    kind: str
    directive: str
    id: str
    section: str
    heading: str
    units: str

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

    @property
    def place(self) -> Place:
        """The passage without its text."""
        return Place(self.kind, self.directive, self.id, self.section, self.heading, " ".join(self.units))
