"""The A–Z list: every title, heading and significant word of them, so that people find without JavaScript.

Titles stand under their first letter with their chapters below; every noun of a title or of a heading that the form
does not prescribe stands in the register of words. A letter with too many entries is split by its second letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final, TypeVar

from geltung.exports.addresses import directive_page, section_address
from geltung.exports.generated import GeneratedFile
from geltung.model.records import Directive
from geltung.pages import escape
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.collation import plain, sort_key
from geltung.pages.overviews.facts import Entry, Facts
from geltung.pages.overviews.frame import Page

Item = TypeVar("Item")

MOST_PLACES: Final = 1500
"""Up to so many links a letter is one page."""

_FORM: Final = frozenset(("ausgangssituation", "auftrag und ziel", "einzelauftrage", "info", "haushalt", "beteiligung"))
"""Headings that every directive has; they stand below their title only."""
_WORD = re.compile(r"[^\W\d_](?:[\w]|[-/&.](?=\w))*")
_SHORTEST: Final = 3
_LEAD: Final = (
    "Alle Weisungen nach ihrem Titel, mit allen Kapiteln, und die Wörter aus Titeln und Überschriften. Diese Liste "
    "ersetzt die Suche, wenn JavaScript abgeschaltet ist."
)
_COMMON: Final = frozenset(
    ("alle", "bei", "das", "der", "die", "ein", "eine", "für", "und", "von", "vom", "zum", "zur")
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word leads: an address of the site and the words of the link."""

    address: str
    words: str


def pages(facts: Facts) -> Iterator[GeneratedFile]:
    """The page of all letters, and a page for each of them."""
    titles = _by_letter([(entry.record.title or entry.id, entry) for entry in facts.entries.values()])
    words = _by_letter(list(_register(facts).items()))
    index = Page(places.REGISTER, "A–Z", _LEAD)
    letters = sorted(titles.keys() | words.keys())
    index.html(
        frame.links("Anfangsbuchstabe", (index.link(places.register(letter), name(letter)) for letter in letters))
    )
    known = len(facts.directives())
    cited = len(facts.entries) - known
    more = f", {cited} weitere nur durch Zitat bekannt" if cited else ""
    index.html(f"<p>{frame.count(known, 'Weisung', 'Weisungen')} in der Sammlung{more}.</p>")
    yield index.file()
    for letter in letters:
        yield from _letter(letter, letters, titles.get(letter, []), words.get(letter, []))


def name(letters: str) -> str:
    """Letters as they are shown: "a" → "A", "sch" → "Sch", "0" → "0–9"."""
    return "0–9" if letters == "0" else letters.capitalize()


def _letter(
    letter: str, letters: Sequence[str], titles: Sequence[tuple[str, Entry]], words: Sequence[tuple[str, list[Place]]]
) -> Iterator[GeneratedFile]:
    many = sum(len(_chapters(entry)) + 1 for _, entry in titles) + sum(len(found) for _, found in words)
    if many <= MOST_PLACES:
        yield _page(letter, letters, titles, words)
        return
    parts = sorted({_begin(word, 2) for word, _ in (*titles, *words)})
    page = Page(places.register(letter), f"A–Z: {name(letter)}")
    page.html(frame.links("Anfangsbuchstabe", _choices(page, letters, letter)))
    page.html(frame.links("Anfangsbuchstaben", _choices(page, parts, "")))
    yield page.file()
    for part in parts:
        own_titles = [item for item in titles if _begin(item[0], 2) == part]
        yield _page(part, parts, own_titles, [item for item in words if _begin(item[0], 2) == part], letter)


def _page(
    letters: str,
    others: Sequence[str],
    titles: Sequence[tuple[str, Entry]],
    words: Sequence[tuple[str, list[Place]]],
    above: str = "",
) -> GeneratedFile:
    page = Page(places.register(letters), f"A–Z: {name(letters)}")
    back = [page.link(places.register(above), f"alle mit {name(above)}")] if above else []
    page.html(
        frame.links("Anfangsbuchstabe", [page.link(places.REGISTER, "A–Z"), *back, *_choices(page, others, letters)])
    )
    if titles:
        page.heading("Weisungen", "weisungen")
        page.html(f"<ul>{''.join(_title(page, entry) for _, entry in titles)}</ul>")
    if words:
        page.heading("Wörter aus Titeln und Überschriften", "woerter")
        page.html(f'<dl class="g-register">{"".join(_word(page, word, found) for word, found in words)}</dl>')
    return page.file()


def _choices(page: Page, letters: Iterable[str], current: str) -> Iterator[str]:
    for letter in letters:
        here = ' aria-current="page"' if letter == current else ""
        yield f'<a href="{page.to(places.register(letter))}"{here}>{name(letter)}</a>'


def _title(page: Page, entry: Entry) -> str:
    chapters = "".join(
        f"<li>{page.link(section_address(entry.id, number), f'{number} {title}')}</li>"
        for number, title in _chapters(entry)
    )
    remark = "" if entry.directive else " – nur durch Zitat bekannt, nicht bewertet"
    below = f"<ul>{chapters}</ul>" if chapters else ""
    return (
        f"<li>{page.directive(entry.id, entry.record.title or entry.id)} ({escape.text(entry.id)}){remark}{below}</li>"
    )


def _word(page: Page, word: str, found: Sequence[Place]) -> str:
    rows = "".join(f"<dd>{page.link(place.address, place.words)}</dd>" for place in found)
    return f"<div><dt>{escape.text(word)}</dt>{rows}</div>"


def _chapters(entry: Entry) -> list[tuple[str, str]]:
    directive = entry.directive
    return [(section.number, section.title) for section in directive.sections] if directive else []


def _register(facts: Facts) -> Mapping[str, list[Place]]:
    """Word → its places. Of spellings that differ only in case the first one stands for all."""
    spelling: dict[str, str] = {}
    found: dict[str, dict[str, Place]] = {}
    for entry in facts.entries.values():
        for words, place in _places(entry):
            for word in _significant(words):
                shown = spelling.setdefault(plain(word), word)
                found.setdefault(shown, {}).setdefault(place.address, place)
    return {word: list(places_.values()) for word, places_ in found.items()}


def _places(entry: Entry) -> Iterator[tuple[str, Place]]:
    yield entry.record.title, Place(directive_page(entry.id), f"{entry.record.title} ({entry.id})")
    if isinstance(entry.record, Directive):
        for section in entry.record.sections:
            if plain(section.title) not in _FORM:
                label = f"{section.number} {section.title} ({entry.id})"
                yield section.title, Place(section_address(entry.id, section.number), label)


def _significant(words: str) -> Iterator[str]:
    """Nouns and abbreviations: what begins with a capital, is not too short and no common word."""
    for word in dict.fromkeys(_WORD.findall(words)):
        if any(char.isupper() for char in word) and len(word) >= _SHORTEST and word.lower() not in _COMMON:
            yield word


def _by_letter(items: Sequence[tuple[str, Item]]) -> dict[str, list[tuple[str, Item]]]:
    ordered = sorted(items, key=lambda item: sort_key(item[0]))
    return {letter: list(group) for letter, group in groupby(ordered, lambda item: _begin(item[0], 1))}


def _begin(word: str, length: int) -> str:
    begin = plain(word).replace(" ", "")[:length]
    return begin if begin[:1].isalpha() else "0"
