"""The search on the site, in the browser: what is found, how it is shown, and that hands on the keyboard suffice."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from geltung.search.words import ROMAN
from tests.site.visiting import PHONE, settled

UNITS = """
units:
  AA: {name: Agentur für Arbeit, areas: [SGB III]}
  EZ: {name: Eingangszone, part_of: AA, areas: [SGB III]}
  JC: {name: Jobcenter, areas: [SGB II]}
members:
  EZ:
    EZ-Hof: {name: Eingangszone Hof, abbreviations: [EZ Hof, EZ]}
    EZ-Ulm: {name: Eingangszone Ulm, abbreviations: [EZ Ulm, EZ]}
"""
GLOSSARY = """
AlgII:
  long: Bürgergeld
  synonyms: [Hartz]
"""


def directive(id_: str, title: str, text: str, **header: str) -> str:
    """A directive with one section and one task."""
    fields = {"valid_from": "2025-01-01", "valid_until": "unbegrenzt", **header}
    lines = "\n".join(f"{name}: {value}" for name, value in fields.items())
    return f"""---
id: "{id_}"
kind: Weisung
title: {title}
issued: 2025-01-01
{lines}
scope: {{SGB II: nicht betroffen, SGB III: Weisung, Familienkasse: nicht betroffen}}
references: []
---

## 1. Regelung

{text}

## 2. Einzelaufträge

### Die Eingangszonen

- setzen die Bescheidvordrucke um.
{{: .task #umsetzen}}
"""


FILES = {
    "units.yml": UNITS,
    "glossary.yml": GLOSSARY,
    "202501001.md": directive("202501001", "Vom Kundenportal", "Die Ergebnisüberprüfung geschieht monatlich."),
    "202501002.md": directive("202501002", "Vom Ende", "Der Sonderfall Quittung.", valid_until="2025-03-31"),
    "202501003.md": directive("202501003", "Vom nahen Ende", "Der Sonderfall Quittung.", valid_until="2025-07-31"),
    "202501004.md": directive(
        "202501004", "Vom Anfang", "Der Sonderfall Bürgergeld nach SGB III.", valid_from="2025-09-01"
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("search")
    for name, content in FILES.items():
        (made / name).write_text(content.lstrip(), encoding="utf-8")
    return made


@pytest.fixture
def small(folder, publish):
    """A collection of four directives."""
    return publish(folder)


def ask(page: Page, words: str) -> list[str]:
    """Type words into the search and wait for its answer; the titles found."""
    page.locator(".g-suche__feld").fill("")
    expect(page.locator("#g-suche [role=status]")).to_have_text("")
    page.locator(".g-suche__feld").fill(words)
    expect(page.locator("#g-suche [role=status]")).not_to_have_text("")
    return page.locator(".g-treffer__titel").all_inner_texts()


@pytest.mark.parametrize(
    "words",
    [
        "Kundenportal",
        "Portal",
        "portale",
        "Überprüfung",
        "Ueberpruefung",
        "Uberprufung",
        "Ergebnisüberprüfung",
        "202501001",
    ],
)
def test_compounds_umlauts_and_numbers_are_found(small, page, words) -> None:
    settled(page, small.url)
    assert ask(page, words)[0] == "Vom Kundenportal"


@pytest.mark.parametrize("words", ["SGB III", "SGB 3", "SGBIII", "sgb3", "SGB-III"])
def test_every_spelling_of_a_book_of_the_code_finds_it(small, page, words) -> None:
    settled(page, small.url)
    assert "Vom Anfang" in ask(page, words)
    expect(page.locator(".g-treffer", has_text="Vom Anfang").locator("mark", has_text="III").first).to_be_visible()


def test_the_numerals_are_those_of_the_search_on_the_command_line(small, page) -> None:
    settled(page, small.url)
    held = json.loads(page.locator("#g-suche").get_attribute("data-schreibweisen") or "")
    assert held == {number: roman.upper() for roman, number in ROMAN.items()}


@pytest.mark.parametrize("words", ["Hartz", "AlgII"])
def test_synonyms_and_abbreviations_are_found(small, page, words) -> None:
    settled(page, small.url)
    assert set(ask(page, words)) == {"Vom Anfang", "Glossar"}


def test_hidden_words_are_neither_seen_nor_heard(small, page) -> None:
    settled(page, small.address("weisungen/202501004.html"))
    assert "hartz" in page.content().lower()
    assert "hartz" not in page.locator("body").inner_text().lower()
    assert "hartz" not in page.locator("article").aria_snapshot().lower()


@pytest.mark.parametrize("words", ["Eingangszone", "EZ"])
def test_a_unit_is_found_by_its_names_before_the_directives(small, page, words) -> None:
    settled(page, small.url)
    titles = ask(page, words)
    assert titles[0] == "Eingangszone"
    assert "Jobcenter" not in titles


def test_a_result_leads_to_its_passage(small, page) -> None:
    settled(page, small.url)
    ask(page, "Bescheidvordrucke")
    place = page.locator(".g-treffer__stelle").first
    expect(place).to_contain_text("Auftrag")
    expect(place.locator("mark")).to_contain_text("Bescheidvordrucke")
    place.click()
    page.wait_for_url("**#auftrag-umsetzen")


def test_ended_directives_come_only_on_request(small, page) -> None:
    settled(page, small.url)
    assert ask(page, "Quittung") == ["Vom nahen Ende"]
    page.get_by_label("auch Beendetes").check()
    expect(page.locator(".g-treffer__titel")).to_have_count(2)
    expect(page.locator(".g-treffer", has_text="Vom Ende").locator(".g-treffer__zeile")).to_contain_text("abgelaufen")


def test_the_readers_day_decides_not_that_of_the_build(small, open_page) -> None:
    page = settled(open_page(today="2025-08-01"), small.url)
    page.locator(".g-suche__feld").fill("Quittung")
    expect(page.locator("#g-suche [role=status]")).to_contain_text("Keine Treffer")
    assert "Vom Anfang" in ask(page, "Bürgergeld")
    found = page.locator(".g-treffer", has_text="Vom Anfang").locator(".g-treffer__zeile")
    expect(found).to_contain_text("gilt ab 01.09.2025")
    page = settled(open_page(today="2025-09-01"), small.url)
    ask(page, "Bürgergeld")
    found = page.locator(".g-treffer", has_text="Vom Anfang").locator(".g-treffer__zeile")
    expect(found.locator(".g-treffer__stand")).to_have_text("gilt")


def test_area_year_and_unit_narrow_the_search(small, page) -> None:
    settled(page, small.url)
    ask(page, "Bescheidvordrucke")
    expect(page.locator(".g-treffer")).to_have_count(3)
    page.get_by_text("Eingrenzen").click()
    for name, there in (("Rechtskreis", "SGB III"), ("Jahr", "2025"), ("Einheit", "Eingangszone")):
        page.locator("#g-suche").get_by_label(name).select_option(label=there)
        expect(page.locator(".g-treffer")).to_have_count(3)
    offered = page.locator("#g-suche").get_by_label("Rechtskreis").locator("option").all_inner_texts()
    assert offered == ["alle", "SGB III"]
    units = page.locator("#g-suche").get_by_label("Einheit").locator("option").all_inner_texts()
    assert "Eingangszone" in units and "Jobcenter" not in units


def test_the_keyboard_suffices(small, page) -> None:
    settled(page, small.url)
    field = page.locator(".g-suche__feld")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("Bescheidvordrucke")
    expect(page.locator(".g-treffer")).to_have_count(3)
    page.keyboard.press("ArrowDown")
    expect(page.locator(".g-treffer a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".g-treffer a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".g-suche__blatt")).to_be_hidden()
    page.keyboard.press("s")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/weisungen/*")


def test_enter_in_the_field_opens_the_first_result(small, page) -> None:
    settled(page, small.url)
    ask(page, "202501003")
    page.keyboard.press("Enter")
    page.wait_for_url("**/weisungen/202501003.html")


def test_single_keys_can_be_switched_off(small, page) -> None:
    settled(page, small.url)
    page.keyboard.press("f")
    page.get_by_text("Eingrenzen").click()
    page.get_by_label("öffnen die Suche").uncheck()
    settled(page, small.url)
    page.keyboard.press("f")
    expect(page.locator(".g-suche__blatt")).to_be_hidden()


def test_the_number_of_results_is_announced(small, page) -> None:
    settled(page, small.url)
    status = page.locator("#g-suche").get_by_role("status")
    page.locator(".g-suche__feld").fill("Quittung")
    expect(status).to_have_text("1 Seite gefunden.")
    page.locator(".g-suche__feld").fill("Xylophon")
    expect(status).to_have_text("Keine Treffer für „Xylophon“.")


def test_the_start_page_opens_the_search_and_gets_the_focus_back(small, page) -> None:
    settled(page, small.url)
    button = page.get_by_role("button", name="Weisungen durchsuchen", exact=True)
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".g-suche__feld")).to_be_focused()
    page.keyboard.type("Kundenportal")
    expect(page.locator(".g-treffer").first).to_contain_text("Vom Kundenportal")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()


def test_headings_are_named_by_their_words(small, page) -> None:
    settled(page, small.address("weisungen/202501001.html"))
    expect(page.get_by_role("heading", name="1. Regelung", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Link auf diesen Abschnitt").first).to_have_attribute("href", re.compile("^#"))


def test_leaving_the_search_closes_it_and_a_phone_gets_a_button(small, open_page) -> None:
    page = settled(open_page(viewport=PHONE), small.url)
    expect(page.locator(".g-suche__feld")).to_be_hidden()
    page.get_by_role("button", name="Suche öffnen").click()
    expect(page.locator(".g-suche__feld")).to_be_focused()
    page.get_by_role("button", name="Suche schließen").click()
    expect(page.locator(".g-suche__feld")).to_be_hidden()
    expect(page.get_by_role("button", name="Suche öffnen")).to_be_focused()


def test_nothing_of_the_search_is_fetched_before_somebody_searches(small, page, witness) -> None:
    settled(page, small.address("weisungen/202501001.html"))
    assert not [url for url in witness.requests if "pagefind" in url]


def test_a_folder_says_that_the_search_needs_a_server(small, page) -> None:
    settled(page, (small.folder / "weisungen" / "202501001.html").as_uri())
    page.keyboard.press("/")
    expect(page.locator("#g-suche [role=status]")).to_contain_text("braucht einen Webserver")


def test_without_javascript_a_list_takes_its_place(small, open_page) -> None:
    page = open_page(today=None, java_script_enabled=False)
    page.goto(small.url)
    expect(page.get_by_role("link", name="A–Z")).to_be_visible()
    expect(page.get_by_role("link", name="Alle von A bis Z")).to_be_visible()
    expect(page.locator("[data-g-suche-oeffnen]")).to_be_hidden()
    expect(page.locator(".g-suche__feld")).to_be_hidden()
