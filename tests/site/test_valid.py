"""Every page parses without an error, ids are unique, and every link and anchor inside the site leads somewhere.

html5lib follows the parsing rules of the HTML standard and reports each breach of them; it is plain Python from PyPI
and runs without internet. What it does not judge (roles, names, order of headings) axe does.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

HOME = "http://site.example/"
ADDRESSES = {
    "a": "href",
    "link": "href",
    "script": "src",
    "img": "src",
    "area": "href",
    "image": "href",
    "form": "action",
}
REFERENCES = ("aria-labelledby", "aria-describedby", "aria-controls", "for", "list")
NEWER = {"unknown-element"}


@cache
def parsed(path: Path) -> tuple[Element, tuple[str, ...]]:
    """A page, and what the parser found wrong with it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(path.read_bytes(), transport_encoding="utf-8")
    faults = tuple(f"{position}: {code} {values}" for position, code, values in parser.errors)
    return tree, faults


def pages(folder: Path) -> Iterator[Path]:
    """All pages of a site."""
    yield from sorted(path for path in folder.rglob("*.html") if "pagefind" not in path.parts)


def ids(tree: Element) -> list[str]:
    """All ids of a page, in order."""
    return [item.attrib["id"] for item in tree.iter() if "id" in item.attrib]


def faults_of(folder: Path) -> list[str]:
    """What is not HTML as the standard has it, page by page."""
    found = []
    for page in pages(folder):
        tree, faults = parsed(page)
        name = page.relative_to(folder)
        found += [f"{name}: {fault}" for fault in faults]
        known = ids(tree)
        found += [f"{name}: id {id_} {count} times" for id_, count in Counter(known).items() if count > 1]
        for item in tree.iter():
            for attribute in REFERENCES:
                found += [f"{name}: {attribute} {id_}" for id_ in item.get(attribute, "").split() if id_ not in known]
        if tree.get("lang") != "de":
            found.append(f"{name}: not in German")
        levels = [int(item.tag[1]) for item in tree.iter() if item.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        if levels.count(1) != 1:
            found.append(f"{name}: {levels.count(1)} main headings")
    return found


def dead_links(folder: Path) -> list[str]:
    """Links and anchors that lead nowhere."""
    anchors = {page.relative_to(folder).as_posix(): set(ids(parsed(page)[0])) for page in pages(folder)}
    found = []
    for page in pages(folder):
        name = page.relative_to(folder).as_posix()
        for item in parsed(page)[0].iter():
            address = item.get(ADDRESSES.get(str(item.tag), ""), "")
            if item.tag == "a" and "{http://www.w3.org/1999/xlink}href" in item.attrib:
                address = item.attrib["{http://www.w3.org/1999/xlink}href"]
            if not address:
                continue
            target = urlsplit(urljoin(HOME + name, address))
            if not target.geturl().startswith(HOME):
                continue
            path = unquote(target.path).lstrip("/") or "index.html"
            if not (folder / path).is_file():
                found.append(f"{name}: {address}")
            elif target.fragment and path in anchors and unquote(target.fragment) not in anchors[path] | {"__top"}:
                found.append(f"{name}: {address} (anchor)")
    return found


def test_every_page_is_valid(site) -> None:
    assert faults_of(site.folder) == []


def test_every_link_leads_somewhere(site) -> None:
    assert dead_links(site.folder) == []


def test_there_are_many_pages_to_look_at(site) -> None:
    assert len(list(pages(site.folder))) > 50


@pytest.mark.parametrize(
    "body",
    [
        "<p id=a></p><p id=a></p>",
        "<div><p></div></p>",
        "<p title='a' title='b'></p>",
        "<input aria-labelledby='x'>",
        "<b><p></b>",
    ],
)
def test_a_fault_would_be_seen(tmp_path: Path, body: str) -> None:
    (tmp_path / "a.html").write_text(f"<!doctype html><html lang=de><title>a</title><h1>a</h1>{body}", encoding="utf-8")
    assert faults_of(tmp_path)


@pytest.mark.parametrize("link", ["b.html", "a.html#nowhere", "#nowhere", "/x.css"])
def test_a_dead_link_would_be_seen(tmp_path: Path, link: str) -> None:
    (tmp_path / "a.html").write_text(
        f"<!doctype html><title>a</title><h1 id=h>a</h1><a href='{link}'>x</a>", encoding="utf-8"
    )
    assert dead_links(tmp_path) == [f"a.html: {link}" + (" (anchor)" if "nowhere" in link else "")]


def test_the_build_of_the_real_collection_is_clean(real_directives: Path, tmp_path: Path) -> None:
    from tests.site.building import build_site

    assert "WARNING" not in build_site(real_directives, tmp_path / "site", "2025-07-15", strict=True)
