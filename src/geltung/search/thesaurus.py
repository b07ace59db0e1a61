"""Words that mean the same: the glossary's abbreviations, long forms and synonyms, and the names of units."""

from collections.abc import Iterable, Mapping

from geltung.model.glossary import GlossaryEntry
from geltung.model.units import Unit
from geltung.search.words import words

Form = tuple[str, ...]
"""A spelling as the terms it consists of."""


class Thesaurus:
    """From a form to the other forms of the same thing."""

    def __init__(self, entries: Iterable[GlossaryEntry], units: Iterable[Unit]) -> None:
        groups = [(entry.term, *([entry.long] if entry.long else []), *entry.synonyms) for entry in entries]
        groups += [(unit.name, *unit.abbreviations, *unit.variants) for unit in units if not unit.instance_of]
        found: dict[Form, dict[Form, None]] = {}
        for group in groups:
            forms = [form for form in dict.fromkeys(map(form_of, group)) if form]
            for form in forms:
                found.setdefault(form, {}).update({other: None for other in forms if other != form})
        self.others: Mapping[Form, tuple[Form, ...]] = {form: tuple(others) for form, others in found.items()}
        self.longest = max((len(form) for form in self.others), default=1)


def form_of(text: str) -> Form:
    """The terms of a spelling, stop words left out unless there is nothing else."""
    found = list(words(text))
    kept = [word.term for word in found if not word.is_stopword]
    return tuple(kept or [word.term for word in found])
