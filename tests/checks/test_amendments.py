"""Amendments and the earlier wordings they need: C011, C012."""

import pytest

from tests.checks.collection import A_FILE, B_FILE, A, B, change, document, found, line_of, messages, tasks

NUMBERS = """\
- melden die Zahlen bis zum 30.06.2025.
  {: #zahlen .task due_on=2025-06-30 }
"""
EARLIER = (
    NUMBERS
    + """
    > melden die Zahlen bis zum 31.05.2025.
    > {: .earlier until=2025-04-30 due_on=2025-05-31 }
"""
)
SECTION = "## 2. Ziel\n\n> Es soll anders werden.\n> {: .earlier until=2025-04-30 }\n\nEs soll so werden.\n"


def amended(body: str, extra: str = "", *, effective: str = "2025-05-01", **fields: str) -> dict[str, str]:
    author = document(
        B, issued="2025-02-20", valid_from="2025-03-01", extra=change("amendment", effective=effective, **fields)
    )
    return {A_FILE: document(extra=extra, body=body), B_FILE: author}


@pytest.mark.parametrize("parts", ['["#zahlen"]', '["3"]', "[]"])
def test_task_with_its_earlier_wording(parts: str) -> None:
    assert found(amended(tasks(EARLIER), parts=parts)) == []


def test_task_without_earlier_wording() -> None:
    documents = amended(tasks(NUMBERS), parts='["#zahlen"]')
    assert found(documents) == [(B_FILE, line_of(documents[B_FILE], "- kind:"), "C011")]
    assert "{: .earlier until=2025-04-30 }" in messages(documents, "C011")[0]


def test_nothing_earlier_at_all() -> None:
    documents = amended(tasks(NUMBERS))
    assert found(documents) == [(B_FILE, line_of(documents[B_FILE], "- kind:"), "C011")]
    (message,) = messages(documents, "C011")
    assert "hat keine frühere Fassung bis 30.04.2025" in message
    assert "{: .earlier until=2025-04-30 }" in message


def test_earlier_wording_that_ended_on_another_day_fits_neither_way() -> None:
    documents = amended(tasks(EARLIER), parts='["#zahlen"]', effective="2025-05-02")
    assert found(documents) == [
        (A_FILE, line_of(documents[A_FILE], "> melden"), "C012"),
        (B_FILE, line_of(documents[B_FILE], "- kind:"), "C011"),
    ]
    (message,) = messages(documents, "C012")
    assert f"Bekannte Änderungen: {B} ab 02.05.2025" in message
    assert "„effective: 2025-05-01“" in message
    assert "dass die frühere Fassung des Auftrags „#zahlen“ am 30.04.2025 endet;" in message


def test_only_the_part_without_earlier_wording_is_named() -> None:
    documents = amended(tasks(EARLIER, NUMBERS.replace("#zahlen", "#fehlt")), parts='["#zahlen", "#fehlt"]')
    (message,) = messages(documents, "C011")
    assert "„#fehlt“" in message
    assert "„#zahlen“" not in message


@pytest.mark.parametrize("parts", ['["2"]', "[]"])
def test_section_with_its_earlier_wording(parts: str) -> None:
    assert found(amended(SECTION, parts=parts)) == []


def test_amendment_of_another_section() -> None:
    documents = amended("## 1. Lage\n\nEs ist so.\n\n" + SECTION, parts='["1"]')
    assert found(documents) == [
        (A_FILE, line_of(documents[A_FILE], "> Es soll anders"), "C012"),
        (B_FILE, line_of(documents[B_FILE], "- kind:"), "C011"),
    ]


def test_a_repeal_explains_no_earlier_wording() -> None:
    documents = amended("## 1. Lage\n\nEs ist so.\n\n" + SECTION, parts='["1"]')
    documents[B_FILE] = documents[B_FILE].replace("kind: amendment", "kind: partial repeal").replace('["1"]', '["2"]')
    assert found(documents) == [(A_FILE, line_of(documents[A_FILE], "> Es soll anders"), "C012")]


def test_section_whose_earlier_wording_nothing_ended() -> None:
    documents = amended(SECTION, parts='["2"]', effective="2025-06-01")
    assert found(documents) == [
        (A_FILE, line_of(documents[A_FILE], "> Es soll anders"), "C012"),
        (B_FILE, line_of(documents[B_FILE], "- kind:"), "C011"),
    ]


def test_header_field_with_its_earlier_value() -> None:
    earlier = "earlier:\n  - until: 2025-04-30\n    title: Früher\n"
    assert found(amended(tasks(NUMBERS), earlier, parts="[title]")) == []


def test_another_header_field_than_the_one_amended() -> None:
    earlier = "earlier:\n  - until: 2025-04-30\n    title: Früher\n"
    documents = amended(tasks(NUMBERS), earlier, parts="[valid_until]")
    assert found(documents) == [(B_FILE, line_of(documents[B_FILE], "- kind:"), "C011")]
    assert "„- until: 2025-04-30“" in messages(documents, "C011")[0]


def test_header_that_nothing_changed() -> None:
    text = document(extra="earlier:\n  - until: 2025-04-30\n    title: Früher\n")
    assert found(text) == [(A_FILE, line_of(text, "- until:"), "C012")]
    assert "„parts: [title]“" in messages(text, "C012")[0]
    assert "Bekannte Änderungen" not in messages(text, "C012")[0]


def test_inserted_task() -> None:
    body = tasks("- melden die Zahlen.\n  {: #zahlen .task added_on=2025-05-01 }\n")
    assert found(amended(body, parts='["#zahlen"]')) == []
    text = document(body=body)
    assert [item[2] for item in found(text)] == ["C012"]
    assert "am 01.05.2025 eingefügt" in messages(text, "C012")[0]
    assert f'„target: "{A}"“' in messages(text, "C012")[0]


def test_an_amendment_of_something_unknown_needs_no_wording() -> None:
    documents = amended(tasks(NUMBERS), parts='["#unbekannt"]')
    assert [item[2] for item in found(documents)] == ["C003"]


def test_a_task_wording_is_no_earlier_title() -> None:
    documents = amended(tasks(EARLIER), parts='["#zahlen", title]')
    (message,) = messages(documents, "C011")
    assert "Fassung von „title“ bis" in message
    assert "„- until: 2025-04-30“" in message


def test_task_and_title_both_without_earlier_wording() -> None:
    (message,) = messages(amended(tasks(NUMBERS), parts='["#zahlen", title]'), "C011")
    assert "Fassung von „#zahlen“ und „title“ bis" in message
    assert "{: .earlier until=2025-04-30 }" in message


TWO_CHANGES = """\
earlier:
  - until: 2025-04-30
    title: Früher
  - until: 2025-06-30
    valid_until: 2025-12-31
"""


def test_two_changes_of_the_header() -> None:
    documents = amended(tasks(NUMBERS), TWO_CHANGES, parts="[title]")
    second = f'  - kind: amendment\n    target: "{A}"\n    effective: 2025-07-01\n    parts: [valid_until]\n'
    explained = documents[B_FILE].replace("    parts: [title]\n", "    parts: [title]\n" + second)
    assert found({**documents, B_FILE: explained}) == []
    assert found(documents) == [(A_FILE, line_of(documents[A_FILE], "- until: 2025-06-30"), "C012")]
    assert "„parts: [valid_until]“" in messages(documents, "C012")[0]


def test_an_amendment_of_nothing_known_or_on_no_known_day_needs_no_wording() -> None:
    documents = amended(tasks(NUMBERS))
    assert [item[2] for item in found({B_FILE: documents[B_FILE]})] == ["C001"]
    nowhen = documents[B_FILE].replace("    effective: 2025-05-01\n", "").replace("valid_from: 2025-03-01\n", "")
    assert found({**documents, B_FILE: nowhen}, parser_says=("H001",)) == []
