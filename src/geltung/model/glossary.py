"""The glossary: abbreviations and terms, as glossary.yml states them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term as staff write it. ``unknown`` says that the sources do not give its meaning; nothing is guessed."""

    term: str
    long: str | None
    synonyms: tuple[str, ...]
    explanation: str | None
    unknown: bool
    line: int
