"""Checks of changes: C001 to C003, C006, C019."""

import pytest

from tests.checks.collection import A_FILE, B_FILE, A, B, change, document, found, line_of, messages


def author(*changes: str, issued: str = "2025-02-20", valid_from: str = "2025-04-01") -> str:
    first, *others = changes
    extra = first + "".join(item.removeprefix("changes:\n") for item in others)
    return document(B, issued=issued, valid_from=valid_from, extra=extra)


def test_unknown_target_proposes_the_nearest_number() -> None:
    text = author(change("repeal", "202501010"))
    documents = {A_FILE: document(), B_FILE: text}
    assert found(documents) == [(B_FILE, line_of(text, "- kind:"), "C001")]
    assert f"Gemeint ist vielleicht „{A}“" in messages(documents, "C001")[0]


def test_target_known_as_a_reference_record_only() -> None:
    record = f'---\nrecord: reference\nid: "{A}"\ntitle: Früher\nissued: 2025-01-03\n---\n'
    assert found({A_FILE: record, B_FILE: author(change("partial repeal", parts='["2.1"]'))}) == []


@pytest.mark.parametrize(
    "made",
    [
        change("repeal", B, effective="2024-01-01"),
        change("partial repeal", B, parts='["9"]'),
        change("amendment", B, effective="2025-05-01"),
    ],
)
def test_change_of_itself(made: str) -> None:
    text = author(made)
    assert found({B_FILE: text}) == [(B_FILE, line_of(text, "- kind:"), "C002")]


@pytest.mark.parametrize("part", ["2.1", "2", "#umsetzung"])
def test_part_that_is_there(part: str) -> None:
    assert found({A_FILE: document(), B_FILE: author(change("partial repeal", parts=f'["{part}"]'))}) == []


@pytest.mark.parametrize(
    ("part", "proposal"),
    [
        ("2.2", "„1“, „2“, „2.1“ und „3“"),
        ("#umsetzng", "„#umsetzung“"),
        (
            "valid_until",
            "Kopffelder kann nur eine Änderung oder Berichtigung betreffen; einen Abschnitt oder Auftrag nennen",
        ),
    ],
)
def test_part_that_is_not_there(part: str, proposal: str) -> None:
    text = author(change("partial repeal", parts=f'["{part}"]'))
    documents = {A_FILE: document(), B_FILE: text}
    assert found(documents) == [(B_FILE, line_of(text, "- kind:"), "C003")]
    assert f"„{part}“" in messages(documents, "C003")[0]
    assert messages(documents, "C003")[0].endswith(f"{proposal}.")


def test_task_named_in_a_directive_without_tasks() -> None:
    documents = {
        A_FILE: document(body="## 1. Ziel\n\nEs ist so.\n"),
        B_FILE: author(change("partial repeal", parts='["#x"]')),
    }
    assert messages(documents, "C003")[0].endswith("Vorschlag: einen Abschnitt nennen.")


@pytest.mark.parametrize(
    ("kind", "part", "proposal"),
    [
        ("partial repeal", "2.1.", '"2.1" schreiben'),
        ("partial repeal", "umsetzung", '"#umsetzung" schreiben'),
        ("amendment", "file_references", "scope, title, valid_from und valid_until"),
    ],
)
def test_malformed_part_for_which_there_is_a_better_proposal(kind: str, part: str, proposal: str) -> None:
    documents = {A_FILE: document(), B_FILE: author(change(kind, parts=f'["{part}"]'))}
    assert proposal in messages(documents, "C003", parser_says=("H002",))[0]


def test_repeal_effective_before_the_target_was_issued() -> None:
    text = author(change("repeal", effective="2025-01-14"))
    documents = {A_FILE: document(), B_FILE: text}
    assert found(documents) == [(B_FILE, line_of(text, "- kind:"), "C006")]


@pytest.mark.parametrize(
    ("effective", "valid_from", "quoted"),
    [
        ({"effective": "2025-01-14"}, "2025-04-01", "effective ist 2025-01-14,"),
        ({}, "2025-01-14", "ohne effective gilt valid_from 2025-01-14,"),
    ],
)
def test_where_the_day_of_the_repeal_comes_from(effective: dict[str, str], valid_from: str, quoted: str) -> None:
    documents = {A_FILE: document(), B_FILE: author(change("repeal", **effective), valid_from=valid_from)}
    assert quoted in messages(documents, "C006")[0]


def test_repeal_on_an_unknown_day_or_of_something_issued_on_one() -> None:
    text = author(change("repeal")).replace("valid_from: 2025-04-01\n", "")
    assert found({A_FILE: document(), B_FILE: text}, parser_says=("H001",)) == []
    record = f'---\nrecord: reference\nid: "{A}"\ntitle: Früher\n---\n'
    assert messages({A_FILE: record, B_FILE: author(change("repeal"))}, "C006", parser_says=("H001",)) == []


def test_retroactive_repeal_from_the_day_of_issue() -> None:
    assert found({A_FILE: document(), B_FILE: author(change("repeal", effective="2025-01-15"))}) == []


@pytest.mark.parametrize("kind", ["repeal", "extension"])
def test_act_issued_before_what_it_changes(kind: str) -> None:
    fields = {"valid_until": "2025-12-31"} if kind == "extension" else {}
    target = document(issued="2025-01-31", valid_until="2025-06-30")
    text = change(kind, effective="2025-04-01", **fields)
    early = document("202501000", issued="2025-01-30", extra=text)
    same_day = document("202501000", issued="2025-01-31", extra=text)
    line = line_of(early, "- kind:")
    assert found({A_FILE: target, "202501000.md": early}) == [("202501000.md", line, "C006")]
    assert found({A_FILE: target, "202501000.md": same_day}) == []


def test_retroactive_extension() -> None:
    target = document(issued="2025-01-15", valid_from="2025-01-15", valid_until="2025-01-20")
    text = author(change("extension", effective="2025-01-10", valid_until="2025-12-31"))
    assert found({A_FILE: target, B_FILE: text}) == []


def test_same_change_twice() -> None:
    text = author(change("repeal"), change("repeal", effective="2025-05-01"))
    documents = {A_FILE: document(), B_FILE: text}
    assert found(documents) == [(B_FILE, line_of(text, "- kind:", 2), "C019")]
    (message,) = messages(documents, "C019")
    assert f"die Aufhebung von {A} steht schon in Zeile {line_of(text, '- kind:')}." in message


def test_same_part_in_two_changes_or_twice_in_one() -> None:
    twice = author(change("partial repeal", parts='["1", "2.1"]'), change("partial repeal", parts='["2.1", "3"]'))
    assert found({A_FILE: document(), B_FILE: twice}) == [(B_FILE, line_of(twice, "- kind:", 2), "C019")]
    (message,) = messages({A_FILE: document(), B_FILE: twice}, "C019")
    assert f"die Teilaufhebung von „2.1“ in {A} steht schon" in message
    once = author(change("partial repeal", parts='["1", "1"]'))
    assert found({A_FILE: document(), B_FILE: once}) == [(B_FILE, line_of(once, "- kind:"), "C019")]


def test_different_changes_to_one_target() -> None:
    target = document(valid_until="2025-06-30")
    different = author(
        change("partial repeal", parts='["1"]'),
        change("partial repeal", parts='["2.1"]'),
        change("extension", effective="2025-05-01", valid_until="2025-12-31"),
        change("extension", effective="2025-10-01", valid_until="2026-12-31"),
    )
    assert found({A_FILE: target, B_FILE: different}) == []
