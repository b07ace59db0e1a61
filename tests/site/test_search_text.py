"""The text of the pages as the search reads it: every word of it stands on the page, and none is two of them."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.site.rich import collection
from tests.site.test_valid import parsed
from tests.site.visiting import Site

RUNNING = {
    "a",
    "abbr",
    "b",
    "code",
    "del",
    "em",
    "i",
    "ins",
    "kbd",
    "mark",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
}
"""Elements inside a line: their words may go on behind them."""
WORD = re.compile(r"\w+")


def fragments(site: Site) -> Iterator[tuple[str, str]]:
    """Address and text of every page in the search index. Its files are compressed, with a short mark in front."""
    for path in sorted((site.folder / "pagefind" / "fragment").iterdir()):
        held = json.loads(gzip.decompress(path.read_bytes()).partition(b"pagefind_dcd")[2])
        yield held["url"], held["content"]


def text_of(element: Element) -> str:
    """The text of an element as eyes read it: boxes stand apart, and so do links beside each other."""
    parts = [element.text or ""]
    before = None
    for child in element:
        apart = child.tag not in RUNNING or (child.tag == "a" and before is not None and not before)
        space = " " if apart else ""
        parts += [space, text_of(child) if isinstance(child.tag, str) else "", space, child.tail or ""]
        before = child.tail or "" if child.tag == "a" else None
    return "".join(parts)


def words_of(page: Path) -> set[str]:
    """All words of a page."""
    return set(WORD.findall(text_of(parsed(page)[0])))


@pytest.fixture(scope="module", params=["real", "rich"])
def published(request, site, publish, tmp_path_factory) -> Site:
    return site if request.param == "real" else publish(collection(tmp_path_factory.mktemp("rich")))


def test_no_words_are_glued_together(published) -> None:
    glued = {}
    for address, text in fragments(published):
        new = set(WORD.findall(text)) - words_of(published.folder / address.lstrip("/"))
        if new:
            glued[address] = sorted(new)
    assert not glued


def test_directives_units_messages_and_handbook_can_be_found(published) -> None:
    addresses = {address for address, _ in fragments(published)}
    for folder in ("weisungen", "einheiten", "handbuch", "handbuch/meldungen"):
        pages = {f"/{folder}/{path.name}" for path in (published.folder / folder).glob("*.html")}
        assert pages - {"/einheiten/index.html", "/handbuch/meldungen/index.html"} <= addresses
    assert "/einheiten/index.html" not in addresses
    assert "/handbuch/meldungen/index.html" not in addresses
