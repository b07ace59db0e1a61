"""The days of a task against each other and the validity: T008, T009, T010, T013, T015, T019."""

import pytest

from tests.checks.collection import A_FILE, B_FILE, B, change, document, found, line_of, messages, tasks


def with_task(attributes: str, valid_until: str = "2025-12-31") -> str:
    return document(valid_until=valid_until, body=tasks(f"- melden sie.\n  {{: #x .task {attributes} }}"))


@pytest.mark.parametrize(
    ("attributes", "code", "quoted"),
    [
        ("due_on=2025-01-31", "T008", "due_on=2025-01-31"),
        ("due_on=2026-01-01", "T009", "due_on=2026-01-01"),
        ("due_on=2025-05-31 starts_on=2025-06-01", "T010", "starts_on=2025-06-01"),
        (
            "starts_on=2025-06-01 ends_on=2025-05-31",
            "T015",
            "ends_on=2025-05-31, er beginnt aber am 01.06.2025 (starts_on=2025-06-01)",
        ),
        ("ends_on=2025-01-31", "T015", "valid_from: 2025-02-01"),
        ('due_on=2025-05-31 uncertain="due_on"', "T013", "die Frist (due_on=2025-05-31)"),
        ('uncertain="addressees text"', "T013", "die Adressaten („Die Agenturen für Arbeit“) und der Text. Maß"),
        ('uncertain="starts_on"', "T013", "der Beginn. Maß"),
    ],
)
def test_reported(attributes: str, code: str, quoted: str) -> None:
    text = with_task(attributes)
    assert found(text) == [(A_FILE, line_of(text, "- melden"), code)]
    assert quoted in messages(text, code)[0]


@pytest.mark.parametrize(
    "attributes",
    [
        "due_on=2025-02-01",
        "due_on=2025-12-31",
        "due_on=2025-06-01 starts_on=2025-06-01",
        "starts_on=2025-06-01 ends_on=2025-06-01",
        "ends_on=2025-02-01",
        "",
    ],
)
def test_not_reported(attributes: str) -> None:
    assert found(with_task(attributes)) == []


def test_deadline_in_a_directive_without_end() -> None:
    assert found(with_task("due_on=2026-01-01", valid_until="unbegrenzt")) == []


@pytest.mark.parametrize(("until", "codes"), [("2026-06-30", []), ("2026-03-31", ["T009"]), ("unbegrenzt", [])])
def test_deadline_after_an_extension(until: str, codes: list[str]) -> None:
    author = document(B, issued="2025-02-20", extra=change("extension", effective="2025-06-01", valid_until=until))
    late = author.replace("valid_from: 2025-02-01", "valid_from: 2025-03-01")
    assert [item[2] for item in found({A_FILE: with_task("due_on=2026-06-30"), B_FILE: late})] == codes


def test_extension_of_a_directive_without_end() -> None:
    author = document(
        B, issued="2025-02-20", valid_from="2025-03-01", extra=change("extension", valid_until="2026-01-31")
    )
    assert found({A_FILE: with_task("due_on=2026-06-30", "unbegrenzt"), B_FILE: author}) == []


def test_days_in_a_directive_whose_first_day_is_missing() -> None:
    text = with_task("due_on=2025-01-31 ends_on=2025-01-31").replace("valid_from: 2025-02-01\n", "")
    assert found(text, parser_says=("H001",)) == []


def test_an_earlier_wording_is_compared_with_the_header_of_its_time() -> None:
    body = tasks(
        "- melden sie.\n  {: #x .task due_on=2025-12-31 }\n\n"
        "    > melden sie bald.\n    > {: .earlier until=2025-04-30 due_on=2025-07-31 }"
    )
    earlier = "earlier:\n  - until: 2025-04-30\n    valid_until: 2025-06-30\n"
    text = document(valid_until="2025-12-31", extra=earlier, body=body)
    author = document(B, issued="2025-02-20", valid_from="2025-05-01", extra=change("amendment"))
    assert found({A_FILE: text, B_FILE: author}) == [(A_FILE, line_of(text, "> melden"), "T009")]
    in_time = text.replace("due_on=2025-07-31", "due_on=2025-06-30")
    assert found({A_FILE: in_time, B_FILE: author}) == []


def test_a_recommendation_is_no_task() -> None:
    text = with_task("").replace("melden sie.", "wird empfohlen, ebenso zu verfahren.")
    assert [item[2] for item in found(text)] == ["T019"]
