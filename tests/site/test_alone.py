"""The site keeps to itself: no request to another host, no cookies, nothing stored, and a strict policy is kept."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.building import ROOT
from tests.site.pages import PAGE_TYPES
from tests.site.server import STRICT_POLICY
from tests.site.visiting import settled


def stored(page: Page) -> list[str]:
    """What the site keeps in the browser, apart from the colours, which Material notes on the first page already."""
    keys = page.evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))")
    return [key for key in keys if not key.endswith(".__palette")]


@pytest.mark.parametrize("path", PAGE_TYPES)
def test_a_page_asks_nobody_else_stores_nothing_and_keeps_the_policy(site, page, witness, path) -> None:
    settled(page, site.address(path))
    page.mouse.wheel(0, 20_000)
    page.wait_for_load_state("networkidle")  # what a page asks for later counts too
    assert witness.foreign(site.url) == []
    assert witness.missing == []
    assert witness.errors == []
    assert page.context.cookies() == []
    assert stored(page) == []


def test_searching_keeps_to_itself_too(site, page, witness) -> None:
    settled(page, site.url)
    page.keyboard.press("/")
    page.get_by_text("Eingrenzen").click()
    page.locator(".g-suche__feld").fill("Kundenportal")
    expect(page.locator(".g-treffer").first).to_be_visible()
    assert witness.foreign(site.url) == []
    assert witness.missing == [] and witness.errors == []
    assert page.context.cookies() == []
    assert stored(page) == []


def test_only_the_chosen_colours_are_remembered(site, page) -> None:
    settled(page, site.url)
    page.locator(".md-header__option label:visible").click()
    kept = page.evaluate("Object.keys(localStorage)")
    assert len(kept) == 1 and kept[0].endswith(".__palette")
    before = page.evaluate("document.body.getAttribute('data-md-color-media')")
    settled(page, site.address("glossar.html"))
    assert page.evaluate("document.body.getAttribute('data-md-color-media')") == before


def test_links_to_the_outside_send_no_address(site, page) -> None:
    settled(page, site.address("weisungen/202505010.html"))
    outside = page.locator("article a[href^='http']")
    assert outside.count() > 0
    for relation in outside.evaluate_all("links => links.map(link => link.rel)"):
        assert "noreferrer" in relation


@pytest.mark.parametrize("path", ["index.html", "weisungen/202505010.html", "glossar.html", "einheiten/EZ.html"])
def test_pages_work_from_a_folder(site, page, witness, path) -> None:
    settled(page, (site.folder / path).as_uri())
    expect(page.locator("h1")).to_be_visible()
    assert witness.errors == []
    broken = [url for url in witness.requests if not url.startswith(("file:", "data:", "blob:"))]
    assert broken == []


def test_the_handbook_documents_the_policy_of_these_tests() -> None:
    words = " ".join((ROOT / "site" / "handbuch" / "betrieb.md").read_text(encoding="utf-8").split())
    assert f"Content-Security-Policy: {STRICT_POLICY}" in words
    assert "unsafe-inline" not in STRICT_POLICY and "'unsafe-eval'" not in STRICT_POLICY
