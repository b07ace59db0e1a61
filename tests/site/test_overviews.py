"""Abbreviations and pictures in the browser: with pointer, keyboard and touch."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.visiting import DESKTOP, PHONE, settled

DIRECTIVE = "weisungen/202505010.html"


@pytest.fixture
def directive(site, open_page) -> Page:
    return settled(open_page(viewport=DESKTOP), site.address(DIRECTIVE))


def first(page: Page, written: str):
    return page.locator("a.g-abk", has_text=written).first


def test_the_keyboard_shows_a_meaning_and_esc_closes_it(directive) -> None:
    word, meaning = first(directive, "EZ"), directive.get_by_role("tooltip")
    word.focus()
    expect(meaning).to_contain_text("Eingangszone")
    expect(word).to_have_attribute("aria-describedby", "g-bedeutung")
    directive.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    expect(word).to_be_focused()
    directive.keyboard.press("Tab")
    directive.keyboard.press("Shift+Tab")
    expect(meaning).to_be_visible()


def test_a_meaning_stays_while_the_pointer_is_on_it(directive) -> None:
    meaning = directive.get_by_role("tooltip")
    first(directive, "EZ").hover()
    expect(meaning).to_be_visible()
    place = meaning.bounding_box()
    directive.mouse.move(place["x"] + 8, place["y"] + 8, steps=6)
    directive.wait_for_timeout(500)
    expect(meaning).to_be_visible()
    directive.mouse.move(2, 2)
    expect(meaning).to_be_hidden()


def test_a_later_place_shows_its_meaning_without_being_a_stop(directive) -> None:
    later = directive.locator("abbr:not(a abbr)", has_text="SGB III").first
    later.hover()
    expect(directive.get_by_role("tooltip")).to_contain_text("Drittes Buch Sozialgesetzbuch")


def test_the_first_tap_shows_the_meaning_and_the_second_leads_to_the_glossary(site, browser) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="de-DE")
    page = settled(context.new_page(), site.address(DIRECTIVE))
    word = first(page, "SGB III")
    word.scroll_into_view_if_needed()
    word.tap()
    expect(page.get_by_role("tooltip")).to_be_visible()
    assert page.url.endswith(DIRECTIVE)
    word.tap()
    page.wait_for_url("**/glossar.html#*")
    assert page.locator(":target").inner_text().startswith("SGB III")
    context.close()


def test_a_meaning_never_leaves_the_window(site, browser) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
    page = settled(context.new_page(), site.address(DIRECTIVE))
    for number in range(page.locator("a.g-abk").count()):
        page.locator("a.g-abk").nth(number).focus()
        place = page.get_by_role("tooltip").bounding_box()
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= PHONE["width"]
    context.close()


def test_without_a_script_an_abbreviation_still_says_what_it_means(site, open_page) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(site.address(DIRECTIVE))
    assert "Eingangszone" in (first(page, "EZ").locator("abbr").get_attribute("title") or "")
    first(page, "EZ").click()
    assert page.url.endswith("glossar.html#wort-EZ")


def test_the_boxes_of_the_web_are_links_for_pointer_and_keyboard(site, open_page) -> None:
    page = settled(open_page(viewport=DESKTOP), site.address("netz/index.html"))
    box = page.get_by_role("link", name="202505010: Herunterfahren").first
    box.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{DIRECTIVE}")
    page.locator(".g-bild a", has_text="202408001").click()
    page.wait_for_url("**/weisungen/202408001.html")


LEAST_CONTRAST = {"text": 4.5, "rect.node": 3, "path.edge": 3, "path.edge-head": 3, "path.mark": 3, ".today-line": 3}
CONTRAST = """(selector) => {
  const numbers = (colour) => colour.match(/[0-9.]+/g).map(Number);
  const light = (rgb) => rgb.map((part) => part / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ground = numbers(getComputedStyle(document.body).backgroundColor).slice(0, 3);
  const ratios = [...document.querySelectorAll(`.g-bild ${selector}`)].map((item) => {
    const style = getComputedStyle(item);
    const [r, g, b, a = 1] = numbers(selector === 'text' || style.stroke === 'none' ? style.fill : style.stroke);
    const both = [light([r, g, b].map((v, i) => v * a + ground[i] * (1 - a))), light(ground)].sort((x, y) => y - x);
    return (both[0] + .05) / (both[1] + .05);
  });
  return ratios.length ? Math.min(...ratios) : null;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_have_contrast(site, open_page, scheme) -> None:
    """axe does not judge what is inside an SVG."""
    seen = set()
    for path in ("netz/index.html", "einheiten/AA.html", DIRECTIVE):
        page = settled(open_page(color_scheme=scheme), site.address(path))
        for selector, least in LEAST_CONTRAST.items():
            found = page.evaluate(CONTRAST, selector)
            if found is not None:
                seen.add(selector)
                assert found >= least, f"{path}: {selector}"
    assert seen == set(LEAST_CONTRAST)


def test_a_deadline_of_the_timeline_leads_to_its_task(site, open_page) -> None:
    page = settled(open_page(viewport=DESKTOP), site.address("einheiten/AA.html"))
    page.locator(".g-zeitstrahl svg a").first.click()
    page.wait_for_url("**/weisungen/*.html#auftrag-*")


def test_single_keys_do_not_turn_pages(site, open_page) -> None:
    page = settled(open_page(viewport=DESKTOP), site.address("handbuch/format.html"))
    for key in ("n", "p", ".", ","):
        page.keyboard.press(key)
        page.wait_for_timeout(200)
        assert page.url.endswith("handbuch/format.html"), key
