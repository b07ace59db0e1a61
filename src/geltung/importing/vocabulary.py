"""What the collection knows that helps to recognise: its ids, units and tasks, and the words it uses."""

import re
from collections.abc import Iterable, Iterator

from geltung.corpus.corpus import Corpus
from geltung.importing.recognise import Known, known_from
from geltung.model.records import Directive
from geltung.model.units import Unit

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def known_of(corpus: Corpus) -> Known:
    """What recognition asks a collection for; drafts lend no words, for nobody has checked them."""
    directives = [directive for directive in corpus.directives() if not directive.draft]
    words = frozenset(word for text in _texts(corpus, directives) for word in _WORD.findall(text))
    return known_from(corpus.registry, directives, frozenset(corpus.records), words)


def unit_words(units: Iterable[Unit]) -> frozenset[str]:
    """The words of unit names."""
    names = (name for unit in units for name in (unit.name, *unit.abbreviations, *unit.variants))
    return frozenset(word for name in names for word in _WORD.findall(name))


def _texts(corpus: Corpus, directives: Iterable[Directive]) -> Iterator[str]:
    for record in corpus.records.values():
        yield record.title
    for directive in directives:
        yield directive.abstract
        for section in directive.sections:
            yield section.title
            yield section.text
    for unit in corpus.registry.units.values():
        yield from (unit.name, *unit.abbreviations, *unit.variants)
