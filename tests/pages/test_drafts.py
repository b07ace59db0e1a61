"""A draft never looks like something in force: nothing on the site or in its exports knows of it."""

import json
from pathlib import Path

import pytest

from geltung.pages import build
from geltung.questions.collection import load
from tests.pages.site_pages import TODAY, pages, seen
from tests.store.documents import A, B, C, R, changes, directive, reference, write

DRAFT = "draft: true\n"
AMENDED = """\
## 2. Verfahren

Neuer Satz des Verfahrens.

> Alter Satz des Verfahrens.
{: .earlier until=2025-05-31 }

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- machen das Neue.
  {: #umsetzung .task due_on=2025-12-01 }

  > machen das Alte.
  {: .earlier until=2025-05-31 due_on=2025-11-01 }

- machen das Eingefügte.
  {: #neu .task added_on=2025-06-01 }
"""
AMENDS = changes(f'kind: amendment, target: "{A}", effective: 2025-06-01')
EARLIER = """\
earlier:
  - until: 2025-05-31
    title: Alter Titel
    valid_from: 2025-03-01
    valid_until: unbegrenzt
    scope: {SGB II: nicht betroffen, SGB III: Weisung, Familienkasse: nicht betroffen}
"""


def everything(folder: Path, documents: dict[str, str]) -> dict[str, str]:
    """Path → content of all files."""
    collection = load(write(folder, documents))
    try:
        made = {item.path: item.content for item in build(collection, TODAY)}
        return {path: content for path, content in made.items() if isinstance(content, str)}
    finally:
        collection.close()


def amending(*, draft: bool, untouched: bool = False) -> dict[str, str]:
    """A directive amended in header, section and tasks by another act."""
    body = AMENDED
    return {
        A: directive(head=EARLIER, title="Neuer Titel", body=body),
        B: directive(B, head=AMENDS + (DRAFT if draft else ""), title="Zweite"),
    }


@pytest.fixture
def plain(tmp_path):
    documents = {A: directive(), R: reference()}
    return everything(tmp_path / "plain", documents)


def test_nothing_but_the_report_knows_of_a_draft(tmp_path, plain):
    """A draft that cites, repeals, has a task with a deadline: every file is as if it were not there."""
    repeal = changes(f'kind: repeal, target: "{A}", effective: 2025-06-01')
    cites = f'references:\n  - {{id: "{R}"}}\n'
    body = "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n- machen es.\n  {: #es .task due_on=2025-07-20 }\n"
    draft = directive(B, head=DRAFT + repeal + cites, body=body)
    found = everything(tmp_path / "drafts", {A: directive(), R: reference(), B: draft})
    data = {path for path in found if path.startswith("was-gilt")}
    assert found.keys() == plain.keys()
    differing = {path for path in found if found[path] != plain[path]}
    assert differing <= data, "only the data of „Was gilt?“ may differ: answers report that there is a draft"
    assert [path for path in differing if B in found[path]], "the report is there"


def test_the_report_has_no_link_into_nowhere(tmp_path):
    found = everything(tmp_path / "a", {A: directive(), B: directive(B, head=DRAFT)})
    core = next(text for path, text in found.items() if path.endswith("kern.js"))
    assert f'"without_page":["{B}"]' in core


def test_what_a_draft_would_amend_stands_as_before(tmp_path):
    page = pages(tmp_path, amending(draft=True))[f"weisungen/{A}.md"]
    said = seen(page)
    assert "machen das Alte." in said
    assert "01.11.2025" in said
    for words in ("machen das Neue", "machen das Eingefügte", "Neuer Titel", "01.12.2025"):
        assert words not in page
    assert "Alter Titel" in page
    assert "Die folgende Fassung gilt weiter; der Text darunter gilt noch nicht." in said


def test_what_is_amended_stands_in_its_new_wording(tmp_path):
    """The same without the draft mark: the test above can fail."""
    page = pages(tmp_path, amending(draft=False))[f"weisungen/{A}.md"]
    for words in ("machen das Neue", "machen das Eingefügte", "Neuer Titel"):
        assert words in page
    assert "der Text darunter gilt noch nicht" not in page


def test_exports_carry_the_wording_that_counts(tmp_path):
    found = everything(tmp_path / "a", amending(draft=True))
    for path, text in found.items():
        for words in ("das Neue", "das Eingefügte", "Neuer Titel"):
            assert words not in text, (path, words)
    tasks = json.loads(found["api/tasks.json"])["tasks"]
    assert [(item["id"], item["due_on"]) for item in tasks] == [(f"{A}#umsetzung", "2025-11-01")]


def test_a_preview_has_pages_of_drafts_apart(tmp_path):
    documents = {A: directive(), B: directive(B, head=DRAFT + AMENDS), C: directive(C, head=DRAFT)}
    collection = load(write(tmp_path / "directives", documents))
    try:
        made = {item.path: item.content for item in build(collection, TODAY, with_drafts=True)}
        plain = {item.path: item.content for item in build(collection, TODAY)}
    finally:
        collection.close()
    extra = made.keys() - plain.keys()
    assert extra == {f"entwuerfe/{name}.md" for name in ("index", B, C)}
    assert all(made[path] == plain[path] for path in plain)
    page = made[f"entwuerfe/{B}.md"]
    assert isinstance(page, str)
    assert "Entwurf – zählt in keiner Antwort" in seen(page)
    assert "g-zustand--gilt" not in page
    assert "g-zustand--kommt" not in page
    overview = made["entwuerfe/index.md"]
    assert isinstance(overview, str)
    assert f'href="{B}.html"' in overview
    assert f'href="{C}.html"' in overview
    assert f"../weisungen/{A}.html" in page
