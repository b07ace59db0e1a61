"""Body → abstract, sections, doubtful readings."""

import pytest

from geltung.model.records import Section, SourceNote
from tests.parse.documents import body_line, broken, parsed, reported

BODY = """\
Erster Absatz mit [Link](https://x.de).

Zweiter Absatz.

## 1. Ausgangssituation

Text *eins*.

### Prozesse

- Punkt a
- Punkt b

### 1.1 Ohne Schlusspunkt

### 1.2. Mit Schlusspunkt

| a | b |
|---|---|
| c | d |

## 10 Ohne Punkt

## 11.

Entfällt
"""


def test_abstract_and_sections() -> None:
    directive = parsed(body=BODY)
    assert directive.abstract == "Erster Absatz mit Link.\n\nZweiter Absatz."
    line = {section.number: section.line for section in directive.sections}
    assert directive.sections == (
        Section("1", "Ausgangssituation", line["1"], "Text eins.\n\nProzesse\n\nPunkt a\n\nPunkt b"),
        Section("1.1", "Ohne Schlusspunkt", line["1.1"], ""),
        Section("1.2", "Mit Schlusspunkt", line["1.2"], "a – b\n\nc – d"),
        Section("10", "Ohne Punkt", line["10"], ""),
        Section("11", "", line["11"], "Entfällt"),
    )
    assert line["1"] == body_line(BODY, "## 1. Aus")
    assert line["1.2"] == body_line(BODY, "### 1.2.")


@pytest.mark.parametrize("heading", ["2025 war ein Jahr", "1a. Titel", "Kapitel 1", "1.001a Leitfaden"])
def test_headings_without_a_number(heading: str) -> None:
    directive = parsed(body=f"## 7. A\n\n### {heading}\n\nText\n")
    assert [section.number for section in directive.sections] == ["7"]
    assert directive.sections[0].text == f"{heading}\n\nText"


def test_repeated_numbers() -> None:
    body = "## 1. A\n\n## 2. B\n\n## 1. C\n"
    assert reported(body=body) == [("H010", body_line(body, "## 1. C"))]


def test_no_body() -> None:
    directive = parsed(body="")
    assert (directive.abstract, directive.sections, directive.tasks) == ("", (), ())


def test_doubtful_readings_stand_where_they_are() -> None:
    body = 'Text\nüber ==Rasu=={: .uncertain reason="Lesart  unsicher" } und ==Asu==.\n\n## 1. ==A=={: .uncertain }\n'
    directive = parsed(body=body)
    assert directive.abstract == "Text über Rasu und Asu."
    assert directive.sections[0].title == "A"
    line = body_line(body, "über")
    assert directive.notes == (
        SourceNote("uncertain", "Rasu", "Lesart unsicher", line),
        SourceNote("uncertain", "A", "", line + 2),
    )


def test_a_whole_paragraph_can_be_doubtful() -> None:
    directive = parsed(body='Unleserlich.\n{: .uncertain reason="Fleck" }\n')
    assert [(note.text, note.reason) for note in directive.notes] == [("Unleserlich.", "Fleck")]


def test_doubtful_readings_in_earlier_wordings() -> None:
    body = '## 1. A\n\n> ==Alt=={: .uncertain reason="x" }\n> {: .earlier until=2025-01-31 }\n'
    assert [note.text for note in parsed(body=body).notes] == ["Alt"]


def test_odd_attributes_of_a_mark() -> None:
    body = "==a=={: .uncertain reason=„b“ }\n"
    assert reported(body=body) == [("T006", 8)]


def test_comments_are_no_text() -> None:
    directive, problems = broken(body="<!-- Notiz -->\n\nText <!-- Notiz -->\n")
    assert directive.abstract == "Text"
    assert {item.code for item in problems} == {"H012"}, "the site would show them"
