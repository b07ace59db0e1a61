"""Abbreviations in a directive's text: their meaning on hover, by keyboard and by touch, and a link to the glossary.

The first place of an abbreviation in a piece of text is a link to its glossary entry: reachable by keyboard and by
touch, useful without JavaScript, and not so many stops that a reader drowns in them. Further places are plain
``<abbr>``. ``tooltips.js`` shows the meaning beside either of them as WCAG 1.4.13 asks: it stays while the pointer is
on it, and Esc closes it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from typing import Final

from geltung.model.glossary import GlossaryEntry
from geltung.model.units import Unit
from geltung.pages.escape import text as escape
from geltung.pages.slugs import glossary_anchor

UNKNOWN_MEANING: Final = "Bedeutung nicht belegt"

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)[^>]*>")
"""A tag of our own HTML: whatever came from the collection is escaped, so no attribute holds a ">"."""
_CLOSED: Final = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "summary", "title", "a", "abbr", "button"),
        *("code", "pre", "script", "style", "svg", "template", "textarea"),
    )
)
"""Elements in which nothing is marked: links hold no links, and headings are read by the table of contents."""
_PIECE: Final = re.compile(r"[\s-]")
_LONGEST_SHORT_TERM: Final = 3


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation as written, what it means, and its anchor on the glossary page."""

    written: str
    meaning: str
    anchor: str


def terms(entries: Iterable[GlossaryEntry], units: Iterable[Unit] = ()) -> tuple[Term, ...]:
    """The abbreviations among glossary entries, and those of units that the glossary leaves out.

    Everyday words ("Empfang") are no abbreviations: they help the search and would only disturb in a text.
    """
    found: dict[str, Term] = {}
    for entry in entries:
        meaning = meaning_of(entry)
        if meaning and (entry.unknown or is_abbreviation(entry.term)):
            found.setdefault(entry.term, Term(entry.term, meaning, glossary_anchor(entry.term)))
    for unit in units:
        for written in unit.abbreviations:
            if " " not in written and is_abbreviation(written):
                found.setdefault(written, Term(written, unit.name, glossary_anchor(written)))
    return tuple(found.values())


def meaning_of(entry: GlossaryEntry) -> str:
    """What a tooltip says: the long form and the explanation; nothing is guessed where the sources say nothing."""
    long = UNKNOWN_MEANING if entry.unknown else entry.long
    return ". ".join(part.rstrip(".") for part in (long, entry.explanation) if part)


def is_abbreviation(written: str) -> bool:
    """Whether a term looks like one: two capitals at its beginning ("AG-S", "VerBIS"), or very short ("Asu", "gE")."""
    first = _PIECE.split(written, maxsplit=1)[0]
    capitals = sum(char.isupper() for char in first)
    return capitals > 1 or (written.isalpha() and capitals == 1 and len(written) <= _LONGEST_SHORT_TERM)


class Tooltips:
    """Marks abbreviations in HTML. ``glossary`` is the address of the glossary page, seen from the page marked."""

    def __init__(self, known: Iterable[Term], glossary: str) -> None:
        self._terms = {term.written: term for term in known}
        self._glossary = glossary
        longest_first = sorted(self._terms, key=lambda written: (-len(written), written))
        choice = "|".join(map(re.escape, longest_first))
        self._written = re.compile(rf"(?<![\w])(?:{choice})(?![\w])") if choice else None

    def mark(self, html: str) -> str:
        """The HTML with every abbreviation in its text marked; the first of each is a link to the glossary.

        ``html`` is one piece of a page (a section, a task), well-formed. Headings, links and code stay as they are.
        """
        if self._written is None or not self._written.search(unescape(html)):
            return html
        seen: set[str] = set()
        parts: list[str] = []
        closed: list[str] = []
        position = 0
        for tag in _TAG.finditer(html):
            parts.append(self._mark_text(html[position : tag.start()], seen, not closed))
            parts.append(tag.group())
            position = tag.end()
            name = tag.group(2).lower()
            if name in _CLOSED and not tag.group().endswith("/>"):
                if not tag.group(1):
                    closed.append(name)
                elif name in closed:
                    del closed[len(closed) - 1 - closed[::-1].index(name) :]
        parts.append(self._mark_text(html[position:], seen, not closed))
        return "".join(parts)

    def _mark_text(self, text: str, seen: set[str], wanted: bool) -> str:
        if not wanted or not text or self._written is None:
            return text
        plain = unescape(text)
        parts: list[str] = []
        position = 0
        for found in self._written.finditer(plain):
            parts.append(escape(plain[position : found.start()]))
            parts.append(self._marked(self._terms[found.group()], found.group() in seen))
            seen.add(found.group())
            position = found.end()
        return text if not parts else "".join((*parts, escape(plain[position:])))

    def _marked(self, term: Term, again: bool) -> str:
        inner = f'<abbr title="{escape(term.meaning)}">{escape(term.written)}</abbr>'
        if again:
            return inner
        return f'<a class="g-abk" href="{escape(self._glossary)}#{term.anchor}">{inner}</a>'
