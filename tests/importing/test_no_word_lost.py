"""No word of a source is missing from its draft, and the sentences behind the header stand in the wording."""

import re

import pytest

from geltung.importing.head import labels
from geltung.importing.head.header import split_header
from geltung.importing.head.references import Entry, is_nothing
from geltung.importing.sentences import split_sentences
from geltung.importing.text import Line, join
from geltung.model.dates import german, parse_iso
from tests.importing.records import DOCUMENTS, Outcome, imported

NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))
HEAD = """Weisung 202603011 vom 23.03.2026 – Probe

Laufende Nummer: 202603011
Geschäftszeichen: KPI4 – 6801.4
Gültig ab: 01.04.2026
Gültig bis: unbegrenzt
SGB II: Weisung
SGB III: Weisung
Familienkasse: Weisung
"""
BODY = """

1. Ausgangssituation

Es wird geprobt.

3. Einzelaufträge

Die Agenturen für Arbeit

• beachten die Probe.
"""
REPEALS = "Mit dieser Weisung wird die Weisung 202411001 aufgehoben."
MORE = "Sie zeigt, wie aus einem Text eine Datei wird."
LISTED = "• Weisung 202412015 vom 18.12.2024 – Alt"
EMPTY = "Bezug:\nAufhebung von Regelungen:"
BESIDE = "Änderung von Regelungen:        Weisung 202412015 vom 18.12.2024, Ziffer 3.3"
FORMS = {
    "empty label, blank line": f"{EMPTY}\n\n{REPEALS} {MORE}",
    "empty label": f"{EMPTY}\n{REPEALS} {MORE}",
    "empty label, a day": f"{EMPTY}\nDie Weisung 202411001 wird zum 01.05.2026 aufgehoben. {MORE}",
    "empty label, out of force": f"{EMPTY}\nDie Weisung 202411001 tritt zum 01.05.2026 außer Kraft.\n\n{MORE}",
    "below Bezug": f"Bezug:\n\n{REPEALS} {MORE}",
    "below Bezug, a day": f"Bezug:\n\nDie Weisung 202411001 wird zum 01.05.2026 aufgehoben. {MORE}",
    "a row above": f"{BESIDE}\n\nMit dieser Weisung wird die Weisung 202412015 geändert. Die Frist wird verlängert.",
    "a row above, no blank line": f"{BESIDE}\nMit dieser Weisung wird die Weisung 202412015 geändert. {MORE}",
    "an entry above": f"{EMPTY}\n{LISTED}\n\n{REPEALS} {MORE}",
    "an entry above, no blank line": f"{EMPTY}\n{LISTED}\n{REPEALS} {MORE}",
    "an entry below": f"{EMPTY}\n\n{REPEALS}\n{LISTED}\n\n{MORE}",
    "this directive": f"{EMPTY}\n\nDiese Weisung ersetzt die Weisung 202411001. {MORE}",
    "nothing, and why": f"Aufhebung von Regelungen: keine (die Weisung 202411001 ist außer Kraft getreten)\n\n{MORE}",
}


WORD = re.compile(r"\d[\d.]*\d|\w+")
WORDED = (labels.REFERENCES, labels.REPEALS, labels.ABSTRACT)
"""The labels whose values are words, not days and numbers of which the draft has the value."""
NO_WORDING = ("keine", "Keine", "entfällt", "Anlage", "Anlagen", "Farnilienkassen", "RegionaIes")
"""Values that say that there is nothing, labels behind the text, and misread names of units, which are mended."""


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def document(name: str) -> Outcome:
    text = (DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8")
    return imported(text, f"{name}.txt", damaged=name == "gelesen_schlecht" or name.startswith("ocr_"))


def lines_of(done: Outcome) -> tuple[Line, ...]:
    """The lines of the source as they were repaired, without page headers."""
    return done.found.numerals.lines


def valued(done: Outcome) -> list[str]:
    """The texts of the source behind letterhead and title: the values of its labels, then every line below the header."""
    header = split_header(lines_of(done))
    values = [
        field.text for field in header.fields if field.field in WORDED and not is_nothing(Entry(field.text, (), False))
    ]
    return [*values, *(line.text for line in header.body)]


def drafted(done: Outcome) -> str:
    """The words of the draft; the days of its front matter also as the source writes them."""
    days = [parse_iso(day) for day in re.findall(r"\b\d{4}-\d\d-\d\d\b", done.draft.text)]
    return " ".join((done.draft.text, *(german(day) for day in days if day)))


def lost(done: Outcome) -> list[str]:
    said = squeezed(drafted(done))
    return [word for text in valued(done) for word in WORD.findall(text) if squeezed(word) not in said]


@pytest.mark.parametrize("name", NAMES)
def test_no_word_of_a_document_is_lost(name: str) -> None:
    assert [word for word in lost(document(name)) if word not in NO_WORDING] == []


@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_a_form_is_lost(form: str) -> None:
    assert lost(imported(f"{HEAD}{FORMS[form]}{BODY}", "probe.txt", damaged=False)) == []


@pytest.mark.parametrize("form", FORMS)
def test_sentences_behind_the_header_stay_in_the_wording(form: str) -> None:
    done = imported(f"{HEAD}{FORMS[form]}{BODY}", "probe.txt", damaged=False)
    wording = squeezed(done.draft.text.split("\n---\n", 1)[1])
    if form == "nothing, and why":
        assert squeezed(FORMS[form].split("\n")[0]) in wording
        return
    below = FORMS[form].split("Regelungen:", 1)[-1].replace("Bezug:", "").replace(LISTED, "")
    below = below.replace(BESIDE.split("Regelungen:")[1], "")
    assert [said for said in split_sentences(join(below.split("\n"))) if squeezed(said) not in wording] == []


@pytest.mark.parametrize("form", [form for form in FORMS if form != "nothing, and why"])
def test_the_change_is_read_all_the_same(form: str) -> None:
    done = imported(f"{HEAD}{FORMS[form]}{BODY}", "probe.txt", damaged=False)
    wanted = set(re.findall(r"\b20241\d{4}\b", FORMS[form]))
    assert {change.target for change in done.record.changes} == wanted
