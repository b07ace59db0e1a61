"""axe-core on every page type, light and dark, on a desktop and a phone; and what axe cannot see: zoom, spacing, focus, keys."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.site.conftest import TODAY
from tests.site.pages import PAGE_TYPES
from tests.site.visiting import DESKTOP, NARROW, PHONE, Site, german, on_day, settled, still

AXE = Axe()
SCREENS = {"desktop": DESKTOP, "phone": PHONE}


def found_by_axe(page: Page) -> list[str]:
    """axe's findings, rule and place. axe stays in a page, so that it is loaded once for all its looks."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations)")
    return [f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


@pytest.fixture(scope="module", params=PAGE_TYPES)
def opened(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Page]:
    """One page of each type, opened once: the tests look at it in turn, in windows of different sizes."""
    context = german(browser)
    yield settled(on_day(context.new_page(), TODAY), site.address(request.param))
    context.close()


def test_axe_finds_nothing(opened) -> None:
    plain = opened.locator("body[data-md-color-scheme]").count() == 0  # 404: no colours of ours
    for scheme, shown in {"light": "default", "dark": "slate"}.items():
        opened.emulate_media(color_scheme=scheme)
        if not plain:
            expect(opened.locator("body")).to_have_attribute("data-md-color-scheme", shown)
        for name, size in SCREENS.items():
            opened.set_viewport_size(size)
            assert found_by_axe(still(opened)) == [], f"{scheme}, {name}"
    opened.emulate_media(color_scheme="light")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_search(site, open_page, scheme, screen) -> None:
    page = settled(open_page(viewport=SCREENS[screen], color_scheme=scheme), site.url)
    page.keyboard.press("/")
    page.keyboard.type("Kundenportal")
    expect(page.locator(".g-treffer").first).to_be_visible()
    page.get_by_text("Eingrenzen").click()
    assert found_by_axe(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_open_details_and_navigation(site, open_page, scheme) -> None:
    page = settled(open_page(viewport=PHONE, color_scheme=scheme), site.address("weisungen/202505010.html"))
    page.evaluate("document.querySelectorAll('details').forEach(found => { found.open = true })")
    assert found_by_axe(page) == []
    page.get_by_role("button", name="Navigation").click()
    assert found_by_axe(still(page)) == []


def test_zoom_to_400_percent_keeps_everything_without_sideways_scrolling(opened) -> None:
    opened.set_viewport_size(NARROW)
    still(opened)
    assert opened.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    lost = opened.evaluate(
        """() => [...document.querySelectorAll('article h1, article h2, article p, article li, article dd')]
        .filter((item) => item.offsetParent && item.textContent.trim() && !item.closest('table, svg, [hidden]'))
        .filter((item) => item.getBoundingClientRect().right > innerWidth + 1)
        .map((item) => item.textContent.slice(0, 60))"""
    )
    assert not lost


FOCUSED = """() => {
  let item = document.activeElement;
  if (!item || item === document.body) return null;
  if (item.matches('.md-option')) item = [...document.querySelectorAll('.md-header__option label')].find((label) => label.offsetParent);
  const box = item.getBoundingClientRect(), name = item.outerHTML.slice(0, 120);
  const marked = [item, ...item.querySelectorAll('rect')].some((part) => {
    const style = getComputedStyle(part);
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    return outlined || style.boxShadow !== 'none' || (style.stroke !== 'none' && parseFloat(style.strokeWidth) >= 2);
  });
  return {name, visible: marked, inside: box.width > 0 && box.right > 0 && box.left < innerWidth};
}"""


def test_wider_spacing_of_text_cuts_nothing_off(opened) -> None:
    """The distances of WCAG 1.4.12."""
    opened.set_viewport_size(DESKTOP)
    opened.evaluate(
        """() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
          p { margin-bottom: 2em !important }`);
        document.adoptedStyleSheets = [sheet];
        }"""
    )
    cut = still(opened).evaluate(
        """() => [...document.querySelectorAll('article *')]
        .filter((item) => item.offsetParent && ['hidden', 'clip'].includes(getComputedStyle(item).overflowY))
        .filter((item) => item.clientWidth > 1)  // what is only meant for screen readers is one pixel wide
        .filter((item) => item.scrollHeight > item.clientHeight + 2 || item.scrollWidth > item.clientWidth + 2)
        .map((item) => item.outerHTML.slice(0, 100))"""
    )
    assert not cut
    assert opened.evaluate("document.documentElement.scrollWidth") <= DESKTOP["width"]
    opened.evaluate("document.adoptedStyleSheets = []")


FIRST = """() => {
  const places = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')];
  return document.activeElement === places.find((item) => item.checkVisibility() && !item.disabled && item.tabIndex >= 0);
}"""
FROM_THE_TOP = """() => {
  scrollTo(0, 0);
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute('tabindex');
}"""


@pytest.mark.parametrize("screen", SCREENS)
def test_the_focus_is_seen_wherever_the_tab_key_leads(opened, screen) -> None:
    opened.set_viewport_size(SCREENS[screen])
    still(opened).evaluate(FROM_THE_TOP)
    unseen = []
    for step in range(40):
        opened.keyboard.press("Tab")
        focused = opened.evaluate(FOCUSED)
        assert step or focused is None or opened.evaluate(FIRST), "the way begins at the top"
        if focused is None:
            break
        if not (focused["visible"] and focused["inside"]):
            unseen.append(focused["name"])
    assert not unseen


@pytest.mark.parametrize("path", ["weisungen/202505010.html", "handbuch/meldungen/C005.html", "netz/index.html"])
def test_no_phone_scrolls_sideways_wherever_lines_break(site, open_page, path) -> None:
    page = settled(open_page(viewport=PHONE), site.address(path))
    for width in range(320, 440, 5):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_navigation_opens_and_closes_by_keyboard_on_a_phone(site, open_page) -> None:
    page = settled(open_page(viewport=PHONE), site.url)
    menu = page.get_by_role("button", name="Navigation")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
