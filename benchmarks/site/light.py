""" "Light": what opening a page and a first search transfer, and when its first result is there."""

import gzip
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Request, TimeoutError, sync_playwright

from benchmarks.timing import Result, ms

PAGE_BYTES: Final = 350_000
SEARCH_BYTES: Final = 400_000
SHARE_OF_MATERIAL: Final = 0.25
PATIENCE: Final = 120
"""Seconds that a search is waited for. Material's own may take longer where a word stands in thousands of passages."""
QUESTIONS: Final = ("Kundenportal", "Frist", "Eingangszone", "Überprüfung Akte", "Antrag")
_IMAGES: Final = (".png", ".svg", ".jpg", ".ico")
_COMPRESSED: Final = (".pagefind", ".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter")


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # as every web server does; else each answer may wait 40 ms for the reader's system

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()


def _transferred(folder: Path, urls: list[str]) -> int:
    """Bytes that a web server sends for these addresses with gzip, without pictures. Pagefind compresses its own."""
    total = 0
    for url in urls:
        path = folder / unquote(urlsplit(url).path).lstrip("/")
        path = path / "index.html" if path.is_dir() else path
        if path.is_file() and path.suffix not in _IMAGES:
            content = path.read_bytes()
            total += len(content) if path.suffix in _COMPRESSED else len(gzip.compress(content, 6))
    return total


def _largest(folder: Path) -> dict[str, Path]:
    """The largest page of each kind, a kind being a folder or a page at the root."""
    found: dict[str, Path] = {}
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder)
        kind = name.parts[0]
        if kind != "pagefind" and (kind not in found or path.stat().st_size > (folder / found[kind]).stat().st_size):
            found[kind] = name
    return found


def measure(ours: Path, material: Path, browser_path: str) -> Iterator[Result]:
    """The rows of "light"."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        with _served(ours) as url, _served(material) as peer:
            yield _pages(browser, ours, url)
            yield from _searches(browser, ours, url, peer)
        browser.close()


def _pages(browser: Browser, ours: Path, url: str) -> Result:
    costs: dict[str, int] = {}
    for kind, page in sorted(_largest(ours).items()):
        asked: list[str] = []
        context = browser.new_context(locale="de-DE")
        opened = context.new_page()
        opened.on("request", partial(_note, asked))
        opened.goto(url + page.as_posix(), wait_until="networkidle")
        costs[kind] = _transferred(ours, asked)
        context.close()
    kind, most = max(costs.items(), key=lambda item: item[1])
    subject = ", ".join(f"{name} {size / 1000:.0f}" for name, size in costs.items())
    return Result(
        f"light: KB to open the largest page of each kind ({kind} most)", subject, "350 KB", most / PAGE_BYTES, 1, "1"
    )


def _note(asked: list[str], request: Request) -> None:
    asked.append(request.url)


def _searches(browser: Browser, ours: Path, url: str, peer: str) -> Iterator[Result]:
    mine: list[float] = []
    theirs: list[float] = []
    sizes = []
    for question in QUESTIONS:
        asked: list[str] = []
        mine.append(_first_result(browser, url + "index.html", question, _OURS, asked))
        sizes.append(_transferred(ours, [item for item in asked if "/pagefind/" in item or "/suche/" in item]))
        theirs.append(_first_result(browser, peer + "start.html", question, _MATERIAL, []))
    times = str(len(QUESTIONS))
    shown = ", ".join(f"{question} {size / 1000:.0f}" for question, size in zip(QUESTIONS, sizes, strict=True))
    yield Result("light: KB of a first search", shown, "400 KB", max(sizes) / SEARCH_BYTES, 1, times)
    peers = f"Material's own search: {_seconds(theirs)}"
    ratio = statistics.median(mine) / statistics.median(theirs)
    yield Result(
        "light: from opening a page to the first result", _seconds(mine), peers, ratio, SHARE_OF_MATERIAL, times
    )


def _seconds(taken: list[float]) -> str:
    """Times in the order of the questions. A search without a result by then took at least that long."""
    return ", ".join(f"> {PATIENCE} s" if seconds >= PATIENCE else ms(seconds) for seconds in taken)


_OURS: Final[dict[str, str]] = {"field": ".g-suche__feld", "result": ".g-treffer a"}
_MATERIAL: Final[dict[str, str]] = {"field": ".md-search__input", "result": ".md-search-result__link"}


def _first_result(browser: Browser, address: str, question: str, places: dict[str, str], asked: list[str]) -> float:
    """Seconds from asking for a page, in a browser that knows nothing yet, to the first result of a search on it.

    If there is none within ``PATIENCE`` the time is that: too short for whoever is measured, never too long.
    """
    context: Any = browser.new_context(locale="de-DE")
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.on("request", partial(_note, asked))
    start = time.perf_counter()
    try:
        page.goto(address, wait_until="load")
        page.locator(places["field"]).click()
        page.locator(places["field"]).fill(question)
        left = PATIENCE - (time.perf_counter() - start)
        page.locator(places["result"]).first.wait_for(state="attached", timeout=max(1, left * 1000))
        taken = time.perf_counter() - start
        page.wait_for_load_state("networkidle")
    except TimeoutError:
        taken = float(PATIENCE)
    finally:
        context.close()
    return min(taken, PATIENCE)
