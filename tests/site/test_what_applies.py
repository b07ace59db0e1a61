"""The page "Was gilt?" for people: typing, keys, the address and the history, what is announced, and mistakes."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from geltung import load
from geltung.corpus.names import fold, keys
from geltung.model.terms import AREA_NAMES
from tests.site.visiting import PHONE, settled

UNIT = ".was-gilt #was-gilt-unit"
LIST = "#was-gilt-units"
AXE = Axe()


@pytest.fixture
def asking(site, page) -> Page:
    page.goto(site.address("was-gilt.html"))
    page.evaluate("geltung.ready")
    return page


def choose(page: Page, text: str) -> None:
    page.locator(UNIT).fill(text)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_the_day_is_today_and_nothing_is_asked_yet(asking, witness) -> None:
    assert asking.get_by_label("Tag", exact=True).input_value() == "2025-07-15"
    assert asking.locator(".was-gilt-answer").inner_text() == ""
    assert not any("/auftraege/" in url or "/weisungen/" in url for url in witness.requests)


def test_choosing_a_unit_by_keys_answers_at_once(asking) -> None:
    field = asking.locator(UNIT)
    field.fill("Eingang")
    expect(field).to_have_attribute("aria-expanded", "true")
    asking.keyboard.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert asking.locator(f"#{active}").get_attribute("aria-selected") == "true"
    asking.keyboard.press("Enter")
    expect(asking.locator("h2").filter(has_text="Was gilt am 15.07.2025 für Eingangszone (EZ)?")).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_be_focused()
    expect(asking.get_by_role("status").filter(has_text="1 Weisung gilt; 8 Aufträge")).to_have_count(1)
    assert asking.url.endswith("?datum=2025-07-15&einheit=EZ")
    assert "Was gilt am 15.07.2025 für Eingangszone (EZ)?" in asking.title()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("EZ", "Eingangszone"),
        ("eingangszonen", "Eingangszone"),
        ("Agenturen fuer Arbeit", "Agentur für Arbeit"),
        ("agentur fur arb", "Agentur für Arbeit"),
        ("AfA", "Agentur für Arbeit"),
        ("servicecenter", "Service Center"),
        ("jobcenter", "gemeinsame Einrichtung (Jobcenter)"),
        ("RD Bay", "Regionaldirektion Bayern"),
        ("zone", "Eingangszone"),
    ],
)
def test_units_are_proposed_however_they_are_written(asking, typed: str, first: str) -> None:
    asking.locator(UNIT).fill(typed)
    assert asking.locator(f"{LIST} [role=option]").first.inner_text().startswith(first)


def test_escape_closes_the_list_and_then_empties_the_field(asking) -> None:
    field = asking.locator(UNIT)
    field.fill("Agen")
    asking.keyboard.press("Escape")
    expect(asking.locator(LIST)).to_be_hidden()
    assert field.input_value() == "Agen"
    asking.keyboard.press("Escape")
    assert field.input_value() == ""


def test_arrows_go_round_and_a_click_chooses(asking) -> None:
    field = asking.locator(UNIT)
    field.fill("Region")
    count = asking.locator(f"{LIST} [role=option]").count()
    asking.keyboard.press("ArrowUp")
    assert field.get_attribute("aria-activedescendant") == f"was-gilt-units-{count - 1}"
    asking.keyboard.press("ArrowDown")
    assert field.get_attribute("aria-activedescendant") == "was-gilt-units-0"
    asking.locator(f"{LIST} [role=option]").filter(has_text="Regionaldirektion Bayern").click()
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("Regionaldirektion Bayern")


def test_back_and_forward_lead_through_the_questions(asking) -> None:
    choose(asking, "EZ")
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("(EZ)")
    choose(asking, "Service Center")
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("(SC)")
    asking.go_back()
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("(EZ)")
    expect(asking.locator(UNIT)).to_have_value("Eingangszone")
    asking.go_back()
    expect(asking.locator(".was-gilt-answer")).to_be_empty()
    asking.go_forward()
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("(EZ)")


def test_changing_the_day_or_the_area_answers_anew(asking) -> None:
    choose(asking, "EZ")
    asking.get_by_label("Tag", exact=True).fill("2025-10-01")
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("01.10.2025")
    expect(asking.locator("[data-directive]")).to_have_count(2)
    asking.get_by_label("Rechtskreis", exact=True).select_option("SGB II")
    expect(asking.locator(".was-gilt-answer")).to_contain_text("Nichts gefunden")
    asking.get_by_role("button", name="Heute").click()
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("15.07.2025")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("?einheit=Eingangszohne", "Keine Organisationseinheit heißt „Eingangszohne“."),
        ("?datum=2025-02-30&einheit=EZ", "„2025-02-30“ ist kein Tag."),
        ("?datum=2099-01-01&einheit=EZ", "Diese Seite antwortet für Tage bis 31.12.2035"),
        ("?rechtskreis=SGB%20IX", "„SGB IX“ ist kein Rechtskreis. Möglich sind: SGB II, SGB III, Familienkasse"),
        ("?date=2025-07-15&unit=EZ", "Die Adresse enthält „date“, „unit“; diese Seite versteht nur datum, einheit,"),
        ("?datum=2025-07-15&einheit=EZ&area=SGB%20II", "Die Adresse enthält „area“;"),
        ("?einheit=EZ&einheit=SC", "„einheit“ steht mehrmals in der Adresse"),
        ("?rechtskreis=SGB%20II&bereich=SGB%20III", "„rechtskreis“ steht mehrmals in der Adresse"),
        ("?einheit=EZ&teile=ja", "„ja“: „teile“ ist 1 oder fehlt."),
    ],
)
def test_a_question_that_makes_no_sense_says_what_is_wrong(site, page, words: str, message: str) -> None:
    page.goto(site.address(f"was-gilt.html{words}"))
    expect(page.locator(".was-gilt-status")).to_contain_text(message)
    expect(page.locator(".was-gilt-answer")).to_be_empty()
    expect(page.locator(".was-gilt-error:visible")).to_have_count(1)
    expect(page.locator(".was-gilt-error:visible")).to_contain_text(message)


def test_a_refused_address_stands_in_the_form_as_far_as_it_can(site, page) -> None:
    page.goto(site.address("was-gilt.html?datum=2025-10-01&einheit=xyz&rechtskreis=sgb3&teile=1"))
    expect(page.locator("#was-gilt-unit-error")).to_contain_text("xyz")
    assert page.get_by_label("Tag", exact=True).input_value() == "2025-10-01"
    expect(page.locator(UNIT)).to_have_value("xyz")
    expect(page.get_by_label("Rechtskreis", exact=True)).to_have_value("SGB III")
    expect(page.get_by_label("auch Teileinheiten")).to_be_checked()


def test_a_refused_question_stands_in_the_address_too(asking) -> None:
    choose(asking, "EZ")
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("(EZ)")
    asking.locator(UNIT).fill("xyz")
    asking.keyboard.press("Enter")
    expect(asking.locator("#was-gilt-unit-error")).to_contain_text("Keine Organisationseinheit heißt „xyz“.")
    assert asking.url.endswith("?datum=2025-07-15&einheit=xyz")
    asking.reload()
    expect(asking.locator("#was-gilt-unit-error")).to_contain_text("Keine Organisationseinheit heißt „xyz“.")
    expect(asking.locator(UNIT)).to_have_value("xyz")
    asking.go_back()
    expect(asking.locator(".was-gilt-answer h2")).to_contain_text("(EZ)")
    expect(asking.locator(UNIT)).to_have_value("Eingangszone")
    expect(asking.locator(".was-gilt-error:visible")).to_have_count(0)


@pytest.mark.parametrize("name", ["rechtskreis", "bereich"])
@pytest.mark.parametrize("words", ["SGB II", "sgb2", "2"])
def test_the_address_can_name_the_area(site, page, name: str, words: str) -> None:
    page.goto(site.address(f"was-gilt.html?datum=2025-07-15&einheit=EZ&{name}={words}"))
    expect(page.locator(".was-gilt-answer h2")).to_contain_text("Rechtskreis SGB II")
    expect(page.get_by_label("Rechtskreis", exact=True)).to_have_value("SGB II")


def test_every_name_of_an_area_means_the_same_here(asking) -> None:
    assert asking.evaluate("geltung.core().then((core) => core.terms.area_names)") == AREA_NAMES


@pytest.mark.parametrize("words", ["?datum=15.07.2025&einheit=eingangszonen", "?datum=2025-07-15&einheit=ez&bereich="])
def test_the_address_may_be_written_by_hand(site, page, words: str) -> None:
    page.goto(site.address(f"was-gilt.html{words}"))
    expect(page.locator(".was-gilt-answer h2")).to_have_text("Was gilt am 15.07.2025 für Eingangszone (EZ)?")


def test_links_lead_to_tasks_that_are_there(site, page) -> None:
    settled(page, site.address("was-gilt.html?datum=2025-07-15&einheit=EZ"))
    links = page.locator("[data-task] a").evaluate_all("(links) => links.map((link) => link.href)")
    assert len(links) == 8
    for link in links[:3]:
        page.goto(link)
        assert page.locator(f"[id='{link.partition('#')[2]}']").count() == 1


def test_without_javascript_the_page_says_where_to_look(site, open_page) -> None:
    page = open_page(today=None, java_script_enabled=False)
    page.goto(site.address("was-gilt.html"))
    assert "JavaScript" in page.locator("article, main").first.inner_text()
    expect(page.locator(".was-gilt-form")).to_be_hidden()


def test_names_are_folded_as_python_folds_them(asking, real_directives) -> None:
    units = load(real_directives).corpus().registry.units.values()
    names = {name for unit in units for name in (unit.id, unit.name, *unit.abbreviations, *unit.variants)}
    odd = (
        "Straße",
        "STRASSE",
        "Führungsakademien",
        "die  Agenturen",
        "Der",
        "é",
        "RD'en",
        "  a-b_c ",
        "Ämter",
        "1.2 x",
    )
    written = sorted(names | {f"{name}en" for name in names} | {name.upper() for name in names} | set(odd))
    found = asking.evaluate("(all) => all.map((name) => [geltung.names.fold(name), geltung.names.keys(name)])", written)
    assert [(fold(name), list(keys(name))) for name in written] == [tuple(item) for item in found]


def test_a_long_answer_is_shown_in_steps(publish, page, tmp_path) -> None:
    for number in range(1, 46):
        head = f'id: "202501{number:03}"\ntitle: T{number}\nissued: 2025-01-02\nvalid_from: 2025-01-02'
        body = "## 3. Einzelaufträge\n\n### Die Zentrale\n\n- tut etwas.\n  {: #t .task }\n"
        text = f"---\n{head}\nvalid_until: unbegrenzt\nscope:\n  SGB III: Weisung\n---\n\n{body}"
        (tmp_path / f"202501{number:03}.md").write_text(text, encoding="utf-8")
    (tmp_path / "units.yml").write_text("units:\n  Z:\n    name: Zentrale\n", encoding="utf-8")
    settled(page, publish(tmp_path).address("was-gilt.html?einheit=Z"))
    expect(page.locator("[data-directive]")).to_have_count(20)
    page.get_by_role("button", name="Weitere 20 von 45").click()
    expect(page.locator("[data-directive]")).to_have_count(40)
    expect(page.locator("[data-directive] h3 a").nth(20)).to_be_focused()
    page.get_by_role("button", name="Weitere 5 von 45").click()
    expect(page.locator("[data-directive]")).to_have_count(45)
    expect(page.get_by_role("button", name=re.compile("Weitere"))).to_have_count(0)


def test_nothing_is_refused_or_missing(site, page, witness) -> None:
    settled(page, site.address("was-gilt.html?datum=2025-07-15&einheit=EZ"))
    assert witness.errors == []
    assert witness.missing == []
    assert witness.foreign(site.url) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_list_or_a_mistake(site, open_page, scheme: str) -> None:
    page = settled(open_page(viewport=PHONE, color_scheme=scheme), site.address("was-gilt.html?einheit=Eingangszohne"))
    expect(page.locator("#was-gilt-unit-error")).to_contain_text("Keine Organisationseinheit")
    assert AXE.run(page).violations_count == 0
    page.locator(UNIT).fill("a")
    page.keyboard.press("ArrowDown")
    report = AXE.run(page)
    assert report.violations_count == 0, report.generate_report()
