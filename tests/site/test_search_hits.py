"""Which results the search on the site shows, and in which order: none without the words, and what was meant."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.test_search import ask, directive
from tests.site.visiting import settled

CITED, CITING, ENDED = "202403002", "202501001", "202501002"
FILES = {
    "units.yml": """
units:
  AA: {name: Agentur für Arbeit, areas: [SGB III]}
  EZ: {name: Eingangszone, part_of: AA, areas: [SGB III], abbreviations: [EZ]}
  IR: {name: Interne Revision, variants: [Revision SGB III]}
members:
  AA:
    AA-Hof: {name: Agentur für Arbeit Hof}
    AA-Ulm: {name: Agentur für Arbeit Ulm}
  EZ:
    EZ-Hof: {name: Eingangszone der Agentur für Arbeit Hof, part_of: AA-Hof}
    EZ-Ulm: {name: Eingangszone der Agentur für Arbeit Ulm, part_of: AA-Ulm}
""",
    "glossary.yml": "Asu:\n  long: arbeitsuchend\n",
    f"{CITED}.md": f"""
---
id: "{CITED}"
record: reference
kind: Weisung
title: Vom alten Weg
issued: 2024-03-01
---
""",
    f"{CITING}.md": directive(
        CITING,
        "Vom Kundenportal im Zuge der neuen Strategie",
        "Die Akten der Musik und das Kundenportal bleiben nach SGB III, § 77, außen vor.",
        file_references="KPI4 – 6801.4",
        references=f'[{{id: "{CITED}"}}]',
    ),
    f"{ENDED}.md": directive(ENDED, "Vom Ende", "Das Zwischenlager.", valid_until="2025-03-31"),
}


@pytest.fixture(scope="module")
def hits(tmp_path_factory: pytest.TempPathFactory, publish):
    made: Path = tmp_path_factory.mktemp("hits")
    for name, content in FILES.items():
        (made / name).write_text(content.lstrip().replace("references: []\n", "", "references: [{" in content), "utf-8")
    return publish(made)


@pytest.fixture
def asking(hits, page) -> Page:
    return settled(page, hits.url)


def told(page: Page) -> str:
    return page.locator("#g-suche [role=status]").inner_text()


@pytest.mark.parametrize(
    "words",
    [
        "KPI4 – 6801.4",
        "KPI4",
        "zuständig KPI4",
        "6801.4",
        "§ 77",
        CITING,
        CITING[:7],
        "Akte",
        "Musiken",
        "kundenportale",
    ],
)
def test_words_of_the_head_and_other_forms_are_found(asking, words) -> None:
    assert "Vom Kundenportal im Zuge der neuen Strategie" in ask(asking, words)


@pytest.mark.parametrize(
    "words",
    [
        "§ 38",
        "KPI5",
        "T0077",
        "U0015",
        "25010",
        "2025010019",
        "Musikxyz",
        "gibt es nicht xyz",
        "Kundenportal xyz",
        "Rochen",
    ],
)
def test_nothing_is_shown_that_lacks_a_word(asking, words) -> None:
    assert ask(asking, words) == []
    assert told(asking).startswith(f"Keine Treffer für „{words}“.")
    assert "gefunden" not in told(asking)


@pytest.mark.parametrize("words", ["SGB II", "SGB 2"])
def test_a_numeral_is_not_the_beginning_of_another(asking, words) -> None:
    titles = ask(asking, words)
    assert "Vom Kundenportal im Zuge der neuen Strategie" in titles  # its line of areas says "SGB II: nicht betroffen"
    assert "Interne Revision" not in titles


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Kundenportall", "Kundenportal"), ("Kudnenportal", "Kundenportal"), ("Kunden-Portall Musik", None)],
)
def test_a_word_like_it_is_offered_and_can_be_chosen(asking, typed, meant) -> None:
    assert ask(asking, typed) == []
    if meant is None:
        assert told(asking) == f"Keine Treffer für „{typed}“."
        return
    expect(asking.locator("#g-suche [role=status]")).to_have_text(f"Keine Treffer für „{typed}“. Meinten Sie {meant}?")
    asking.get_by_role("button", name=meant, exact=True).click()
    expect(asking.locator(".g-treffer__titel").first).to_have_text("Vom Kundenportal im Zuge der neuen Strategie")
    expect(asking.locator(".g-suche__feld")).to_have_value(meant)
    expect(asking.locator(".g-suche__feld")).to_be_focused()


def test_only_what_would_be_found_is_offered(asking) -> None:
    assert ask(asking, "Zwischenlage") == []
    asking.wait_for_load_state("networkidle")
    assert told(asking) == "Keine Treffer für „Zwischenlage“."
    assert ask(asking, "Zwischenlagre") == []
    asking.wait_for_load_state("networkidle")
    assert "Meinten" not in told(asking)
    asking.get_by_label("auch Beendetes").check()
    expect(asking.locator("#g-suche [role=status]")).to_contain_text("Meinten Sie Zwischenlager?")


def test_the_words_of_the_collection_lie_in_small_files_by_letter(hits) -> None:
    folder = hits.folder / "suche" / "woerter"
    assert sorted(path.stem for path in folder.iterdir()) == list("abcdefghijklmnopqrstuvwxyz")
    assert json.loads((folder / "k.json").read_text("utf-8")) == ["Kundenportal"]
    assert "Revision" in json.loads((folder / "r.json").read_text("utf-8"))
    assert json.loads((folder / "x.json").read_text("utf-8")) == []


def test_directives_stand_before_what_is_known_by_citation(asking) -> None:
    found = ["Vom Kundenportal im Zuge der neuen Strategie", "Vom alten Weg"]
    for words in ("Kundenportal", '"neuen Strategie"', "„neuen Strategie“"):
        assert ask(asking, words)[:2] == found
    assert ask(asking, "Strategie neuen")[:2] == found


def test_a_number_finds_its_own_page_first(asking) -> None:
    assert ask(asking, CITED) == ["Vom alten Weg", "Vom Kundenportal im Zuge der neuen Strategie"]
    assert ask(asking, f"Weisung {CITED}")[0] == "Vom alten Weg"


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("EZ", "Eingangszone"),
        ("Hof Eingangszone", "Eingangszone der Agentur für Arbeit Hof"),
        ("Agentur Hof", "Agentur für Arbeit Hof"),
        ("Agentur für Arbeit", "Agentur für Arbeit"),
        ("Interne Revision", "Interne Revision"),
        ("Revision SGB 3", "Interne Revision"),
        ("SGB 3", "Vom Kundenportal im Zuge der neuen Strategie"),
    ],
)
def test_a_unit_comes_first_if_it_is_called_so(asking, words, first) -> None:
    assert ask(asking, words)[0] == first


@pytest.mark.parametrize("words", ["T007", "t007", "U001", "C005"])
def test_the_code_of_a_message_finds_its_page(asking, words) -> None:
    titles = ask(asking, words)
    assert titles[0].startswith(words.upper())
    assert all(not title[1:4].isdigit() for title in titles[1:])  # no other message
