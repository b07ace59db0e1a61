"""A visit to the site: a page of the real browser, and a witness of everything it does beside showing."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 256}
"""1280 × 1024 at 400 % zoom, as WCAG 1.4.10 counts it."""


@dataclass
class Witness:
    """What pages of one context asked for and complained about."""

    requests: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Note requests, answers that are errors, errors and policy violations on the console, and dialogs."""
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("response", lambda answer: answer.status >= 400 and self.missing.append(answer.url))
        context.on(
            "console",
            lambda said: said.type == "error" and self.errors.append(f"{said.text} ({said.page and said.page.url})"),
        )
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("dialog", self._dialog)

    def _dialog(self, dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def foreign(self, home: str) -> list[str]:
        """Requests to any other host than that of ``home``."""
        host = urlsplit(home).netloc
        inside = ("data:", "blob:", "about:")
        return [url for url in self.requests if not url.startswith(inside) and urlsplit(url).netloc != host]


@dataclass(frozen=True)
class Site:
    """A built site that is being served. ``url`` ends with a slash."""

    folder: Path
    url: str
    printed: str

    def address(self, path: str) -> str:
        """The address of a page of the site."""
        return self.url + path


_STILL = """async () => {
  if (typeof geltung !== 'undefined') await geltung.ready;
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  do { await frame(); } while (document.querySelector('[aria-busy=true]'));
  await frame();
  for (const found of document.getAnimations()) found.finish();
  await frame();
}"""


def still(page: Page) -> Page:
    """Wait until a page has drawn what it shows, with its answer if it was asked; what moves is brought to its end."""
    page.evaluate(_STILL)
    return page


def settled(page: Page, address: str) -> Page:
    """Open an address and wait until the page has done what it does by itself."""
    page.goto(address)
    return still(page)


def german(browser: Browser, **settings: Any) -> BrowserContext:
    """A browser context: German, in Berlin, on a desktop unless said otherwise (Playwright's own settings)."""
    chosen = {"locale": "de-DE", "timezone_id": "Europe/Berlin", "viewport": DESKTOP, **settings}
    context = browser.new_context(**chosen)
    context.set_default_timeout(15_000)
    return context


def on_day(page: Page, today: str) -> Page:
    """Set the reader's day, at noon in Berlin ("2025-07-15")."""
    page.clock.set_fixed_time(f"{today}T12:00:00+02:00")
    return page
