"""The browser, the sites it visits and the pages it opens. Each site is built once per run."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.site.browser import ARGUMENTS, HINT, executable
from tests.site.building import ROOT, build_site
from tests.site.server import STRICT_POLICY, serve
from tests.site.visiting import Site, Witness, german, on_day

TODAY = "2025-07-15"
Publish = Callable[..., Site]
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Where it is missing the tests fail, in CI and elsewhere: what was not tried does not count as good."""
    program = executable()
    if program is None:
        pytest.fail(HINT, pytrace=False)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def publish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Publish]:
    """Build a collection's folder as of a day and serve it under a policy; the same again costs nothing."""
    built: dict[tuple[Path, str], tuple[Path, str]] = {}
    served: dict[tuple[Path, str], Site] = {}
    with ExitStack() as servers:

        def made(directory: Path, *, today: str = TODAY, policy: str = STRICT_POLICY) -> Site:
            key = (directory.resolve(), today)
            if key not in built:
                folder = tmp_path_factory.mktemp("site") / "site"
                built[key] = folder, build_site(directory, folder, today)
            folder, printed = built[key]
            if (folder, policy) not in served:
                url = servers.enter_context(serve(folder, policy))
                served[folder, policy] = Site(folder, url, printed)
            return served[folder, policy]

        yield made


@pytest.fixture(scope="session")
def site(publish: Publish) -> Site:
    """The repository's own collection on 15 July 2025, served under the strict policy."""
    return publish(ROOT / "directives")


@pytest.fixture
def witness() -> Witness:
    """Sees what the pages of this test do."""
    return Witness()


@pytest.fixture
def open_context(browser: Browser, witness: Witness) -> Iterator[Callable[..., BrowserContext]]:
    """Open a browser context: German, in Berlin, on a desktop unless said otherwise (Playwright's own settings)."""
    with ExitStack() as contexts:

        def made(**settings: Any) -> BrowserContext:
            context = german(browser, **settings)
            contexts.callback(context.close)
            witness.watch(context)
            return context

        yield made


@pytest.fixture
def open_page(open_context: Callable[..., BrowserContext]) -> OpenPage:
    """Open an empty page; ``today`` sets the reader's day at noon in Berlin ("2025-07-15"; None: the machine's)."""

    def made(*, today: str | None = TODAY, **settings: Any) -> Page:
        page = open_context(**settings).new_page()
        return on_day(page, today) if today else page

    return made


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A desktop page on the day of the build."""
    return open_page()
