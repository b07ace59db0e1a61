"""Hostile texts in titles, text, links, units, glossary and front matter: nothing runs, and the words still show."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.site.payloads import payloads
from tests.site.server import serve
from tests.site.test_search import ask
from tests.site.test_valid import dead_links, faults_of, pages
from tests.site.visiting import Site, Witness, settled

PAYLOADS = payloads()
ALL = list(PAYLOADS.values())
PER_DIRECTIVE = 8


def quoted(text: str) -> str:
    """A text as a YAML value: JSON strings are YAML."""
    return json.dumps(text)


def line(text: str) -> str:
    return " ".join(text.split())


def directive(number: int, texts: list[str]) -> str:
    """A directive that carries each text in its body, and the first few everywhere else."""
    first, second, third = (texts * 3)[:3]
    paragraphs = "\n\n".join(texts)
    bullets = "\n\n".join(f"- {line(text)}\n{{: .task #auftrag{place} }}" for place, text in enumerate(texts))
    return f"""---
id: "2025010{number:02d}"
kind: Weisung
title: {quoted(first)}
issued: 2025-01-01
file_references: {quoted(second)}
valid_from: 2025-01-01
valid_until: unbegrenzt
scope: {{SGB II: nicht betroffen, SGB III: Weisung, Familienkasse: nicht betroffen}}
references:
  - id: "202401001"
    text: {quoted(third)}
abstract: {quoted(second)}
---

## 1. {line(first)}

{paragraphs}

## 2. Einzelaufträge

### {line(second)}

{bullets}
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, publish: Callable[..., Site]) -> Site:
    """A site of nothing but hostile texts."""
    folder = tmp_path_factory.mktemp("hostile")
    for number in range(0, len(ALL), PER_DIRECTIVE):
        made = directive(number // PER_DIRECTIVE, ALL[number : number + PER_DIRECTIVE])
        (folder / f"2025010{number // PER_DIRECTIVE:02d}.md").write_text(made, encoding="utf-8")
    reference = (
        f"---\nrecord: reference\nid: '202401001'\nkind: Weisung\ntitle: {quoted(ALL[0])}\nissued: 2024-01-01\n---\n"
    )
    (folder / "202401001.md").write_text(reference, encoding="utf-8")
    units = "".join(
        f"  U{place}: {{name: {quoted(line(text))}, abbreviations: [{quoted(line(text[:30]))}], areas: [SGB III], note: {quoted(text)}}}\n"
        for place, text in enumerate(ALL[::3])
    )
    (folder / "units.yml").write_text(f"units:\n{units}", encoding="utf-8")
    names = [line(text)[:100] for text in ALL]  # no term may be longer
    glossary = "".join(
        f"{quoted(name)}:\n  long: {quoted(name)}\n  synonyms: [{quoted(name)}]\n  explanation: {quoted(name)}\n"
        for name in names
    )
    (folder / "glossary.yml").write_text(glossary, encoding="utf-8")
    return publish(folder, policy="")


@pytest.fixture
def armed(open_page: Callable[..., Page], witness) -> Page:
    """A page in which a payload that runs is noticed, without any policy that would save it."""
    page = open_page()
    page.context.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1 }")
    return page


LOOK = """() => {
  document.querySelectorAll('details').forEach((item) => { item.open = true });
  const dangerous = ({name, value}) =>
    name.startsWith('on') || /^\\s*(javascript|vbscript|data):/i.test(value) && name !== 'content';
  return {
    hits: window.hits,
    handlers: [...document.querySelectorAll('*')].flatMap((item) => [...item.attributes].filter(dangerous)
      .map((found) => `${item.tagName} ${found.name}=${found.value.slice(0, 60)}`)),
    scripts: [...document.scripts].filter((item) => item.type !== 'application/json' && !item.src).length,
  };
}"""


def harmless(page: Page, site: Site, witness) -> None:
    """Nothing has run, nothing was asked elsewhere, nothing stands in the page that could run."""
    assert page.evaluate(LOOK) == {"hits": 0, "handlers": [], "scripts": 0}, page.url
    assert witness.dialogs == []
    assert witness.foreign(site.url) == []
    assert page.url.startswith(site.url)


def test_there_are_at_least_a_hundred_payloads() -> None:
    assert len(PAYLOADS) >= 100


def test_a_payload_that_runs_would_be_noticed(tmp_path, armed, witness) -> None:
    for number, text in enumerate(ALL[:40]):
        (tmp_path / f"{number}.html").write_text(f"<!doctype html><body>{text}", encoding="utf-8")
    (tmp_path / "link.html").write_text("<a href='javascript:hit()'>x</a>", encoding="utf-8")
    with serve(tmp_path, "") as url:
        ran = 0
        for number in range(40):
            armed.goto(f"{url}{number}.html", wait_until="load")
            ran += bool(armed.evaluate("window.hits"))
        assert ran >= 20
        assert witness.foreign(url)
        armed.goto(f"{url}link.html")
        with pytest.raises(AssertionError):
            harmless(armed, Site(tmp_path, url, ""), Witness())


def test_the_hostile_files_are_read_as_directives(hostile) -> None:
    assert len(list((hostile.folder / "weisungen").glob("2025010*.html"))) == -(-len(ALL) // PER_DIRECTIVE)
    assert "glossary.yml" not in hostile.printed and "units.yml" not in hostile.printed, hostile.printed


def test_nothing_runs_on_any_page(hostile, armed, witness) -> None:
    for path in pages(hostile.folder):
        address = hostile.address(path.relative_to(hostile.folder).as_posix())
        armed.goto(address, wait_until="load")
        harmless(armed, hostile, witness)


def test_the_words_are_shown_as_they_were_written(hostile, armed) -> None:
    for number in range(0, len(ALL), PER_DIRECTIVE):
        armed.goto(hostile.address(f"weisungen/2025010{number // PER_DIRECTIVE:02d}.html"))
        shown = armed.locator("article").inner_text()
        for word, text in list(PAYLOADS.items())[number : number + PER_DIRECTIVE]:
            assert shown.count(word) >= 2, text
    assert "<script>hit()</script>" in armed.goto(hostile.address("weisungen/202501000.html")).text().replace(
        "&lt;", "<"
    ).replace("&gt;", ">")


def test_pointing_clicking_and_tabbing_run_nothing(hostile, armed, witness) -> None:
    for number in range(len(ALL) // PER_DIRECTIVE + 1):
        armed.goto(hostile.address(f"weisungen/2025010{number:02d}.html"))
        armed.evaluate(
            """() => document.querySelectorAll('article *').forEach((item) => {
              for (const kind of ['mouseover', 'pointerover', 'focus', 'click'])
                item.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true }));
            })"""
        )
        assert armed.evaluate("window.hits") == 0
        assert witness.dialogs == []


def test_the_search_shows_the_words_and_runs_nothing(hostile, armed, witness) -> None:
    settled(armed, hostile.url)
    for word in list(PAYLOADS)[::4]:
        assert ask(armed, word), word
        expect(armed.locator(".g-suche__treffer")).to_contain_text(word)
    armed.get_by_text("Eingrenzen").click()
    expect(armed.locator("#g-suche select[name=year] option")).not_to_have_count(1)
    harmless(armed, hostile, witness)


def test_a_hostile_question_runs_nothing(hostile, armed, witness) -> None:
    settled(armed, hostile.url)
    for text in ALL[::5]:
        armed.locator(".g-suche__feld").fill(line(text))
        expect(armed.locator("#g-suche [role=status]")).not_to_have_text("")
    harmless(armed, hostile, witness)


def test_what_applies_shows_the_words_and_runs_nothing(hostile, armed, witness) -> None:
    settled(armed, hostile.address("was-gilt.html?datum=2025-07-15"))
    expect(armed.locator("main")).to_contain_text("boese0x")
    harmless(armed, hostile, witness)
    settled(
        armed,
        hostile.address(
            f"was-gilt.html?datum=%22%3E%3Cscript%3Ehit()%3C/script%3E&einheit={'%3Cimg%20src=x%20onerror=hit()%3E'}"
        ),
    )
    harmless(armed, hostile, witness)


def test_hostile_pages_are_valid_and_lead_somewhere(hostile) -> None:
    assert faults_of(hostile.folder) == []
    assert dead_links(hostile.folder) == []
