"""What the pages say of everything that can happen to a directive, in a real browser on 15 July 2025."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.site import rich
from tests.site.rich import AMENDED, AMENDER, CITED, ENDING, LAPSED, LATER, REPEALED, REPEALER, TABLED
from tests.site.visiting import DESKTOP, PHONE, settled


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return rich.collection(tmp_path_factory.mktemp("rich"))


@pytest.fixture
def site(folder, publish):
    return publish(folder)


def opened(page: Page, site, id_: str) -> Page:
    return settled(page, site.address(f"weisungen/{id_}.html"))


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        (REPEALED, f"Aufgehoben zum 01.03.2025 durch {REPEALER}."),
        (ENDING, f"Wird zum 01.09.2025 durch {REPEALER} aufgehoben (letzter Tag: 31.08.2025)."),
        (AMENDED, "Gilt seit 10.03.2024 bis 31.12.2026."),
        (LAPSED, "Galt bis 31.05.2025."),
        (LATER, "Gilt ab 01.10.2025"),
        (CITED, "nicht bewertet"),
    ],
)
def test_the_head_says_how_it_stands(site, page, id_, said) -> None:
    expect(opened(page, site, id_).locator(".g-lage")).to_contain_text(said)


def test_the_head_names_changes_of_both_sides_with_their_days(site, page) -> None:
    head = opened(page, site, AMENDED).locator(".g-kopf")
    expect(head).to_contain_text(f"Änderung (Abschnitt 2, Auftrag #zahlen) zum 01.05.2025: {AMENDER}")
    expect(head).to_contain_text(f"Verlängerung zum 01.05.2025: {AMENDER}, neues Gültig bis: 31.12.2026")
    expect(head).to_contain_text(f"Teilaufhebung (Abschnitt 4, Auftrag #bestand) zum 01.06.2025: {REPEALER}")
    head = opened(page, site, REPEALER).locator(".g-kopf")
    expect(head).to_contain_text(f"Aufhebung zum 01.09.2025: {ENDING}")
    expect(opened(page, site, CITED).locator(".g-kopf")).to_contain_text(f"Zitiert in {ENDING}")


def test_repealed_parts_are_marked_where_they_stand(site, page) -> None:
    opened(page, site, AMENDED)
    said = f"Aufgehoben zum 01.06.2025 durch {REPEALER}."
    expect(page.locator("#auftrag-bestand .g-aufgehoben")).to_contain_text(said)
    expect(page.locator("#auftrag-bestand .g-aufgehoben span:visible a")).to_have_attribute("href", f"{REPEALER}.html")
    expect(page.locator("#abschnitt-4 + .g-text .g-aufgehoben")).to_contain_text(said)
    expect(page.locator("#auftrag-zahlen .g-aufgehoben")).to_have_count(0)


def test_earlier_wordings_can_be_read(site, page) -> None:
    opened(page, site, AMENDED)
    for place in ("#auftrag-zahlen", "#abschnitt-2 + .g-text"):
        earlier = page.locator(f"{place} details.g-frueher")
        expect(earlier.locator("summary")).to_contain_text("Frühere Fassung (galt bis 30.04.2025)")
        earlier.locator("summary").click()
    expect(page.get_by_text("melden die Zahlen bis zum 31.05.2025.")).to_be_visible()
    expect(page.get_by_text("Alter Satz des Verfahrens.")).to_be_visible()


def test_cards_tasks_and_annexes(site, page) -> None:
    opened(page, site, AMENDED)
    expect(page.locator("#auftrag-zahlen .g-auftrag__zeile")).to_contain_text("gilt, Frist 30.09.2025")
    expect(page.locator("#auftrag-bericht")).to_contain_text("monatlich")
    expect(opened(page, site, ENDING).locator("article")).to_contain_text("Muster (Datei liegt nicht vor)")


def test_a_units_page_has_now_later_and_the_past(site, page) -> None:
    settled(page, site.address("einheiten/AA.html"))

    def chapter(anchor: str) -> str:
        return page.locator(f"#{anchor} ~ .g-einheit").first.inner_text()

    now, later, past = (chapter(name) for name in ("gilt", "kommt", "frueher"))
    assert AMENDED in now and ENDING in now and REPEALED not in now
    assert LATER in later
    assert REPEALED in past and LAPSED in past and ENDING not in past
    assert "bestand" not in now and "prüfen den Bestand" not in now
    assert "prüfen den Bestand" in past, "a repealed task of a directive in force"


def test_start_and_overviews(site, page) -> None:
    settled(page, site.url)
    expect(page.locator("#bald-zu-ende ~ .g-einheit").first).to_contain_text(f"{ENDING}")
    settled(page, site.address("nur-zitiert.html"))
    expect(page.locator("table")).to_contain_text(CITED)
    for state, there in (("aufgehoben", REPEALED), ("abgelaufen", LAPSED), ("kommt", LATER), ("in-kraft", AMENDED)):
        settled(page, site.address(f"uebersichten/stand-{state}.html"))
        expect(page.locator("tbody tr:visible", has_text=there).first).to_be_visible()


def test_a_row_of_a_table_is_a_task_with_its_state(site, page) -> None:
    opened_page = opened(page, site, TABLED)
    row = opened_page.locator("#auftrag-stand")
    expect(row).to_contain_text("melden den Stand")
    expect(opened_page.locator("table")).to_contain_text("gilt, Frist 30.09.2025")
    expect(opened_page.locator("table")).to_contain_text("gilt, Frist 31.03.2026")


@pytest.mark.parametrize("screen", [DESKTOP, PHONE])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_table_of_tasks(site, open_page, scheme, screen) -> None:
    shown = settled(open_page(viewport=screen, color_scheme=scheme), site.address(f"weisungen/{TABLED}.html"))
    found = Axe().run(shown, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(rule["id"], [node["target"] for node in rule["nodes"]]) for rule in found] == []
    assert shown.evaluate("document.documentElement.scrollWidth") <= screen["width"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2025-02-28", "Nichts gefunden: Aufbaustab (STAB) gibt es erst ab dem 01.03.2025."),
        ("2025-03-01", "Nichts gefunden: An diesem Tag gilt hier keine Weisung der Sammlung."),
        ("2025-06-30", "Nichts gefunden: An diesem Tag gilt hier keine Weisung der Sammlung."),
        ("2025-07-01", "Nichts gefunden: Aufbaustab (STAB) gab es nur bis zum 30.06.2025."),
    ],
)
def test_asking_for_a_unit_that_there_is_not_on_the_day(site, page, day, said) -> None:
    opened_page = settled(page, site.address(f"was-gilt.html?datum={day}&einheit=STAB"))
    expect(opened_page.locator(".was-gilt-answer")).to_contain_text(said)
