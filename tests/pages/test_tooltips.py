"""Abbreviations in finished HTML."""

import pytest

from geltung.model.glossary import GlossaryEntry
from geltung.model.units import Unit
from geltung.pages.tooltips import UNKNOWN_MEANING, Term, Tooltips, is_abbreviation, meaning_of, terms


def entry(
    term: str, long: str | None = None, *, unknown: bool = False, explanation: str | None = None
) -> GlossaryEntry:
    return GlossaryEntry(term, long, (), explanation, unknown, 1)


def mark(html: str, *words: str) -> str:
    return Tooltips([Term(word, f"lang {word}", f"wort-{word}") for word in words], "../glossar.html").mark(html)


def link(word: str) -> str:
    return f'<a class="g-abk" href="../glossar.html#wort-{word}"><abbr title="lang {word}">{word}</abbr></a>'


def again(word: str) -> str:
    return f'<abbr title="lang {word}">{word}</abbr>'


def test_the_first_is_a_link_and_the_others_are_not() -> None:
    assert mark("<p>EZ und EZ</p><p>EZ</p>", "EZ") == f"<p>{link('EZ')} und {again('EZ')}</p><p>{again('EZ')}</p>"


def test_only_whole_words_in_this_spelling() -> None:
    assert mark("<p>EZB, ez, KEZ, EZ2</p>", "EZ") == "<p>EZB, ez, KEZ, EZ2</p>"
    assert mark("<p>EZ-Leitung (EZ)</p>", "EZ") == f"<p>{link('EZ')}-Leitung ({again('EZ')})</p>"
    assert mark("<p>ÄEZ EZß</p>", "EZ") == "<p>ÄEZ EZß</p>"


def test_the_longer_term_wins() -> None:
    assert mark("<p>AG-S</p>", "AG", "AG-S") == f"<p>{link('AG-S')}</p>"
    assert mark("<p>SGB III</p>", "SGB", "SGB III", "SGB II").count("<abbr") == 1
    assert "wort-SGB III" in mark("<p>SGB III</p>", "SGB", "SGB III", "SGB II")


@pytest.mark.parametrize("element", ["a", "code", "h3", "abbr", "pre", "svg", "summary"])
def test_links_headings_and_code_stay_as_they_are(element: str) -> None:
    html = f"<{element}>EZ <em>EZ</em></{element}>"
    assert mark(html, "EZ") == html
    assert mark(f"{html}<p>EZ</p>", "EZ") == f"{html}<p>{link('EZ')}</p>"


def test_attributes_are_no_text() -> None:
    html = '<p title="EZ" data-von="EZ"><img alt="EZ"/></p>'
    assert mark(html, "EZ") == html


def test_what_was_escaped_stays_escaped() -> None:
    html = "<p>&lt;script&gt;EZ&lt;/script&gt; &amp; &quot;</p>"
    marked = mark(html, "EZ")
    assert "<script" not in marked
    assert marked == f"<p>&lt;script&gt;{link('EZ')}&lt;/script&gt; &amp; &quot;</p>"


def test_a_term_with_signs_is_found_and_never_becomes_markup() -> None:
    marked = Tooltips([Term("F&E", '"><b onclick=x>', "wort-x")], "glossar.html").mark("<p>F&amp;E</p>")
    assert "<b " not in marked
    assert "F&amp;E</abbr>" in marked


def test_without_terms_nothing_happens() -> None:
    assert Tooltips([], "glossar.html").mark("<p>EZ</p>") == "<p>EZ</p>"


def test_everyday_words_are_no_abbreviations() -> None:
    entries = [
        entry("EZ", "Eingangszone"),
        entry("Chef", "Führungskraft"),
        entry("Budget", "Haushalt"),
        entry("Asu", "arbeitsuchend"),
    ]
    assert [term.written for term in terms(entries)] == ["EZ", "Asu"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [("EZ", True), ("AG-S", True), ("VerBIS", True), ("gE", True), ("KPI4", True), ("Asu", True), ("SGB III", True),
     ("Empfang", False), ("Mail", False), ("weiterleiten", False), ("Merkblatt 1", False), ("", False)],
)  # fmt: skip
def test_what_looks_like_an_abbreviation(written: str, expected: bool) -> None:
    assert is_abbreviation(written) is expected


def test_meaning_says_what_is_known_and_that_nothing_is() -> None:
    assert (
        meaning_of(entry("EZ", "Eingangszone", explanation="Erste Anlaufstelle.")) == "Eingangszone. Erste Anlaufstelle"
    )
    assert (
        meaning_of(entry("VCC", unknown=True, explanation="Steht in 202505010."))
        == f"{UNKNOWN_MEANING}. Steht in 202505010"
    )
    assert meaning_of(entry("XY")) == ""
    assert terms([entry("XY")]) == ()


def test_abbreviations_of_units_count_unless_the_glossary_has_them() -> None:
    units = [Unit("IAB", "Institut", ("IAB", "AA Halle")), Unit("EZ", "Zone", ("EZ",))]
    found = {term.written: term.meaning for term in terms([entry("EZ", "Eingangszone")], units)}
    assert found == {"EZ": "Eingangszone", "IAB": "Institut"}
