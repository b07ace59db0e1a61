"""Words under which a text should be found although it does not contain them: for search engines that know no German.

The site's search looks words up as they are written. So each page carries, unseen, the parts of its compounds
("Kundenportal" → "portal") and the other forms of what it names ("Agentur für Arbeit" → "Arbeitsamt").
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from geltung.search.analysis import GermanAnalysis
from geltung.search.compounds import Splitter
from geltung.search.damage import Damage
from geltung.search.thesaurus import Form, Thesaurus
from geltung.search.words import Word, words

_TOKEN: Final = re.compile(r"\w+(?:[-‐‑–./]\w+)*")


class WordsBeside:
    """Finds the words that belong beside a text. ``texts`` are all texts: their words are what compounds consist of."""

    def __init__(self, texts: Iterable[str], thesaurus: Thesaurus) -> None:
        known = frozenset(token.casefold() for text in texts for token in _TOKEN.findall(text))
        self._analysis = GermanAnalysis(Splitter(known), Damage(()))
        self._others = thesaurus.others
        self._starts = _by_first_term(thesaurus.others)
        self._parts = lru_cache(maxsize=200_000)(self._parts_of)

    def of(self, text: str) -> tuple[str, ...]:
        """Terms to be found beside a text, in alphabetical order, without those that are in it."""
        tokens = dict.fromkeys(_TOKEN.findall(text))
        found = {part for token in tokens for part in self._parts(token)}
        terms = [word.term for token in _TOKEN.findall(text) if (word := _word(token)) and not word.is_stopword]
        for form in self._forms_in(terms):
            found.update(term for other in self._others[form] for term in other)
        return tuple(sorted(found.difference(terms)))

    def _parts_of(self, token: str) -> tuple[str, ...]:
        word = _word(token)
        return self._analysis.parts(token, word) if word else ()

    def _forms_in(self, terms: list[str]) -> Iterable[Form]:
        present = self._starts.keys() & set(terms)
        if not present:
            return
        for position, term in enumerate(terms):
            if term in present:
                yield from (form for form in self._starts[term] if terms[position : position + len(form)] == list(form))


@lru_cache(maxsize=200_000)
def _word(token: str) -> Word | None:
    return next(iter(words(token)), None)


def _by_first_term(forms: Iterable[Form]) -> Mapping[str, list[Form]]:
    found: dict[str, list[Form]] = {}
    for form in forms:
        found.setdefault(form[0], []).append(form)
    return found
