"""Checks of Bezug: R001 to R004."""

import pytest

from tests.checks.collection import A_FILE, B_FILE, A, B, document, found, line_of, messages

RECORD = f'---\nrecord: reference\nid: "{B}"\ntitle: Aufgaben im Portal – Teil „eins“\nissued: 2025-02-03\n---\n'


def citing(*entries: str) -> str:
    return document(extra="references:\n" + "".join(f"  - {entry}\n" for entry in entries))


def with_text(text: str) -> dict[str, str]:
    return {A_FILE: citing(f'id: "{B}"\n    text: {text}'), B_FILE: RECORD}


def test_unknown_reference_proposes_the_nearest_number() -> None:
    text = citing('"202502010"')
    assert found({A_FILE: text, B_FILE: RECORD}) == [(A_FILE, line_of(text, "202502010"), "R001")]
    assert "„202502010“" in messages({A_FILE: text, B_FILE: RECORD}, "R001")[0]
    assert f"Gemeint ist vielleicht „{B}“" in messages({A_FILE: text, B_FILE: RECORD}, "R001")[0]


def test_unknown_reference_with_nothing_near() -> None:
    assert "Gemeint" not in messages(citing('"199911222"'), "R001")[0]


def test_known_reference() -> None:
    assert found({A_FILE: citing(f'"{B}"'), B_FILE: RECORD}) == []


def test_reference_to_itself() -> None:
    text = citing(f'id: "{A}"')
    assert found(text) == [(A_FILE, line_of(text, "- id:"), "R002")]


def test_same_reference_twice() -> None:
    text = citing(f'"{B}"', f'"{B}"')
    assert found({A_FILE: text, B_FILE: RECORD}) == [(A_FILE, line_of(text, f'- "{B}"', 2), "R004")]
    assert f"Zeile {line_of(text, B)}" in messages({A_FILE: text, B_FILE: RECORD}, "R004")[0]


@pytest.mark.parametrize(
    "printed",
    [
        f"Weisung {B} vom 03.02.2025 – Aufgaben im Portal – Teil „eins“",
        f"Weisung {B} vom 3.2.2025 — Aufgaben im  Portal - Teil „eins“.",
        f"Weisung {B} vom 03. 02. 2025 – Aufgaben im Portal–Teil “eins”",
        f"Weisung {B} vom 03.02.2025 – Aufgaben im Portal – Teil „eins“ (im Folgenden „Teil 1“)",
        f"Weisung {B} vom 03.02.2025",
        f"Weisung {B}",
        "Aufgaben im Portal",
    ],
)
def test_printed_as_recorded(printed: str) -> None:
    assert found(with_text(printed)) == []


@pytest.mark.parametrize(
    ("printed", "quoted"),
    [
        ("Weisung 202502011 vom 03.02.2025 – Aufgaben im Portal – Teil „eins“", "„202502011“"),
        (f"Weisung {B} vom 04.02.2025 – Aufgaben im Portal – Teil „eins“", "„vom 04.02.2025“"),
        (f"Weisung {B} vom 03.02.2025 – Aufgaben im Portal – Teil zwei", "Teil zwei“"),
        (f"Weisung {B} vom 03.02.2025 – Aufgaben im Portal – Teil „eins“ (alt)", "(alt)“"),
    ],
)
def test_printed_otherwise_than_recorded(printed: str, quoted: str) -> None:
    documents = with_text(printed)
    assert found(documents) == [(A_FILE, line_of(documents[A_FILE], "- id:"), "R003")]
    assert quoted in messages(documents, "R003")[0]


def test_a_number_in_the_title_is_not_the_number() -> None:
    record = RECORD.replace("Aufgaben im Portal – Teil „eins“", "Ergänzung zu 202401001")
    assert found({**with_text("Weisung vom 03.02.2025 – Ergänzung zu 202401001"), B_FILE: record}) == []


def test_a_printed_day_that_does_not_exist() -> None:
    documents = with_text(f"Weisung {B} vom 31.02.2025")
    assert "steht „vom 31.02.2025“, in 202502001.md issued: 2025-02-03 (03.02.2025)." in messages(documents, "R003")[0]
    undated = {**documents, B_FILE: RECORD.replace("issued: 2025-02-03\n", "")}
    assert "in 202502001.md kein Erlassdatum." in messages(undated, "R003", parser_says=("H001",))[0]


def test_a_record_without_a_day_contradicts_no_day() -> None:
    documents = {**with_text(f"Weisung {B} vom 04.02.2025"), B_FILE: RECORD.replace("issued: 2025-02-03\n", "")}
    assert found(documents, parser_says=("H001",)) == []


def test_words_of_a_reference_to_itself_or_to_something_unknown_are_not_compared() -> None:
    text = citing(f'id: "{A}"\n    text: Weisung {A} vom 04.02.2025 – Anderes')
    assert [item[2] for item in found(text)] == ["R002"]
    text = citing(f'id: "{B}"\n    text: Weisung {A} vom 04.02.2025 – Anderes')
    assert [item[2] for item in found(text)] == ["R001"]


def test_every_difference_is_told() -> None:
    assert len(messages(with_text("Weisung 202502011 vom 04.02.2025 – Anderes"), "R003")) == 3


def test_a_title_that_an_amendment_changed_since() -> None:
    target = document(
        B,
        issued="2025-02-03",
        valid_from="2025-02-03",
        extra="earlier:\n  - until: 2025-03-31\n    title: Alter Titel\n",
    )
    author = document(
        "202503001",
        issued="2025-03-01",
        valid_from="2025-04-01",
        extra=f'changes:\n  - kind: amendment\n    target: "{B}"\n    parts: [title]\n',
    )
    documents = {B_FILE: target, "202503001.md": author}
    old = citing(f'id: "{B}"\n    text: Weisung {B} vom 03.02.2025 – Alter Titel')
    new = citing(f'id: "{B}"\n    text: Weisung {B} vom 03.02.2025 – Titel der {B}')
    assert [item[2] for item in found({A_FILE: old, **documents})] == []
    assert [item[2] for item in found({A_FILE: new, **documents})] == []
