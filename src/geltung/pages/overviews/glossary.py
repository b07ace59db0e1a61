"""The glossary page: what tooltips lead to, and what the search treats as the same."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from geltung.exports.generated import GeneratedFile
from geltung.model.glossary import GlossaryEntry
from geltung.model.units import Unit
from geltung.pages import escape
from geltung.pages.overviews import frame, places
from geltung.pages.overviews.collation import first_letter, sort_key
from geltung.pages.overviews.frame import Page
from geltung.pages.slugs import glossary_anchor
from geltung.pages.tooltips import UNKNOWN_MEANING, is_abbreviation
from geltung.questions.collection import Collection
from geltung.questions.glossary import glossary

_LEAD = (
    "Abkürzungen, Namen und Alltagswörter. Die Suche behandelt ein Wort, seine lange Form und was unter „auch“ "
    "steht, als gleichbedeutend. Wo die Quellen eine Bedeutung nicht belegen, steht das da; geraten ist nichts."
)


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """The one page."""
    entries = sorted(glossary(collection), key=lambda entry: sort_key(entry.term))
    page = Page(places.GLOSSARY, "Glossar", _LEAD)
    groups = [(letter, list(group)) for letter, group in groupby(entries, lambda entry: first_letter(entry.term))]
    rows = _units(page, collection.corpus().registry.units.values(), {entry.term for entry in entries})
    jumps = [f'<a href="#buchstabe-{letter}">{letter.upper()}</a>' for letter, _ in groups]
    jumps += ['<a href="#einheiten">Einheiten</a>'] if rows else []
    page.html(frame.links("Anfangsbuchstabe", jumps) if jumps else "<p>Die Sammlung hat noch kein Glossar.</p>")
    for letter, group in groups:
        page.heading(letter.upper() if letter != "0" else "0–9", f"buchstabe-{letter}")
        page.html(f'<dl class="g-glossar">{"".join(_entry(entry) for entry in group)}</dl>')
    if rows:
        caption = "Abkürzungen der Organisationseinheiten"
        page.heading(caption, "einheiten")
        page.html(frame.table(caption, ("Abkürzung", "Einheit"), rows))
    yield page.file()


def _entry(entry: GlossaryEntry) -> str:
    long = escape.text(entry.long) if entry.long else f"<em>{UNKNOWN_MEANING}</em>" if entry.unknown else ""
    synonyms = f"auch: {escape.text(', '.join(entry.synonyms))}" if entry.synonyms else ""
    explanation = escape.text(entry.explanation or "")
    said = "".join(f"<dd>{part}</dd>" for part in (long, synonyms, explanation) if part)
    return f'<div id="{glossary_anchor(entry.term)}"><dt>{escape.text(entry.term)}</dt>{said or "<dd>–</dd>"}</div>'


def _units(page: Page, units: Iterable[Unit], known: set[str]) -> list[str]:
    """A row for every unit that has an abbreviation."""
    rows: list[str] = []
    written: set[str] = set(known)
    for unit in sorted(units, key=lambda unit: sort_key(unit.name)):
        short = [item for item in dict.fromkeys(unit.abbreviations) if " " not in item]
        anchors = [item for item in short if is_abbreviation(item) and item not in written]
        written.update(anchors)
        if short:
            cells = ", ".join(
                f'<span id="{glossary_anchor(item)}">{escape.text(item)}</span>'
                if item in anchors
                else escape.text(item)
                for item in short
            )
            rows.append(frame.row((cells, page.unit(unit.id, unit.name))))
    return rows
