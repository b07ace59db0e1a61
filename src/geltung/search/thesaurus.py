"""Words that mean the same: the glossary's abbreviations, long forms and synonyms, and the names of units."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from geltung.search.words import words

if TYPE_CHECKING:
    from geltung.model.glossary import GlossaryEntry
    from geltung.model.units import Unit

Form = tuple[str, ...]
"""A spelling as the terms it consists of."""


class Thesaurus:
    """From a form to the other forms of the same thing."""

    def __init__(self, groups: Iterable[Iterable[Form]]) -> None:
        """Each group holds the forms of one thing."""
        found: dict[Form, dict[Form, None]] = {}
        for group in groups:
            forms = list(dict.fromkeys(group))
            for form in forms:
                found.setdefault(form, {}).update({other: None for other in forms if other != form})
        self.others: Mapping[Form, tuple[Form, ...]] = {form: tuple(others) for form, others in found.items()}
        self.longest = max((len(form) for form in self.others), default=1)


def groups_of(entries: "Iterable[GlossaryEntry]", units: "Iterable[Unit]") -> Iterator[tuple[Form, ...]]:
    """The forms of everything in the glossary and of the units that are no mere instances."""
    for entry in entries:
        yield _forms((entry.term, *([entry.long] if entry.long else []), *entry.synonyms))
    for unit in units:
        if not unit.instance_of:
            yield _forms((unit.name, *unit.abbreviations, *unit.variants))


def _forms(spellings: Iterable[str]) -> tuple[Form, ...]:
    return tuple(form for form in map(form_of, spellings) if form)


def form_of(text: str) -> Form:
    """The terms of a spelling, stop words left out unless there is nothing else."""
    found = list(words(text))
    kept = [word.term for word in found if not word.is_stopword]
    return tuple(kept or [word.term for word in found])
