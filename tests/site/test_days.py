"""In a real browser the pages show the state of the reader's day, whatever day they were built on."""

import pytest

from tests.store.documents import A, B, changes, directive, tasks, write


@pytest.fixture(scope="module")
def published(publish, tmp_path_factory):
    repeal = f'kind: repeal, target: "{A}", effective: 2025-09-01'
    folder = tmp_path_factory.mktemp("days") / "directives"
    documents = {A: directive(body=tasks("due_on=2025-07-31")), B: directive(B, head=changes(repeal))}
    return publish(write(folder, documents))


@pytest.mark.parametrize(
    ("day", "state", "task"),
    [
        ("2025-02-28", "gilt ab 01.03.2025", "kommt, Frist 31.07.2025"),
        ("2025-03-01", "gilt", "gilt, Frist 31.07.2025"),
        ("2025-08-01", "gilt", "Frist abgelaufen am 31.07.2025"),
        ("2025-08-31", "gilt", "Frist abgelaufen am 31.07.2025"),
        ("2025-09-01", "aufgehoben", "beendet"),
    ],
)
def test_a_directive_on_the_readers_day(published, open_page, day, state, task):
    page = open_page(today=day)
    page.goto(f"{published.url}weisungen/{A}.html")
    assert page.locator(".g-lage .g-zustand:visible").all_inner_texts() == [state]
    assert page.locator("#auftrag-t1 .g-zustand:visible").all_inner_texts() == [task]
    assert page.locator("[data-stand]").inner_text() == f"Stand: heute, {day[8:]}.{day[5:7]}.{day[:4]}"


def test_midnight_is_that_of_berlin(published, open_page):
    for moment, state in (("2025-08-31T23:59:59+02:00", "gilt"), ("2025-09-01T00:00:01+02:00", "aufgehoben")):
        page = open_page(today=None, timezone_id="America/New_York")
        page.clock.set_fixed_time(moment)
        page.goto(f"{published.url}weisungen/{A}.html")
        assert page.locator(".g-lage .g-zustand:visible").all_inner_texts() == [state]


def test_without_a_script_the_day_of_the_build_stands_there(published, open_page):
    page = open_page(today="2025-09-01", java_script_enabled=False)
    page.goto(f"{published.url}weisungen/{A}.html")
    assert page.locator(".g-lage .g-zustand:visible").all_inner_texts() == ["gilt"]
    assert page.locator("[data-stand]").inner_text() == "Stand: 15.07.2025"
    assert page.locator("[data-drucken]").is_hidden()


def test_a_unit_on_the_readers_day(published, open_page):
    page = open_page(today="2025-09-01")
    page.goto(f"{published.url}einheiten/AA.html")
    visible = page.locator(".g-einheit > ul > li:visible")
    assert [text.split()[0] for text in visible.all_inner_texts() if text.startswith(A)] == [A]
    assert "(bis 31.08.2025)" in visible.filter(has_text=f"Titel von {A}").inner_text()


def test_pages_work_from_the_disk(published, open_page):
    page = open_page(today="2025-09-01")
    page.goto((published.folder / "weisungen" / f"{A}.html").as_uri())
    assert page.locator(".g-lage .g-zustand:visible").all_inner_texts() == ["aufgehoben"]
    page.get_by_role("link", name=B).first.click()
    assert page.locator("h1").inner_text().startswith(f"Titel von {B}")
    page.get_by_role("link", name="Agentur für Arbeit", exact=True).first.click()
    assert page.locator("h1").inner_text().startswith("Agentur für Arbeit")


def test_printing_opens_what_is_folded_up_and_leaves_the_frame_out(published, open_page):
    page = open_page()
    page.goto(f"{published.url}weisungen/{A}.html")
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    page.emulate_media(media="screen")
    page.evaluate("window.print = () => { window.gedruckt = true; }")
    page.locator("[data-drucken]").click()
    assert page.evaluate("window.gedruckt")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".md-content details:not([open])").count() == 0
