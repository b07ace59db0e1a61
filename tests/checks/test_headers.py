"""Header checks: H003 to H009."""

from tests.checks.collection import A_FILE, SCOPE, A, B, document, found, line_of, messages

REFERENCE = '---\nrecord: reference\nid: "202404002"\ntitle: Früher\nissued: 2024-04-03\n---\n'


def test_a_directive_without_problems() -> None:
    assert found(document()) == []


def test_nine_digit_number_differs_from_file_name() -> None:
    text = document(A)
    assert found({"202501010.md": text}) == [("202501010.md", line_of(text, "id:"), "H003")]
    (message,) = messages({"202501010.md": text}, "H003")
    assert "„202501010.md“" in message
    assert f"„{A}.md“ umbenennen" in message
    assert 'id: "202501010" schreiben' in message


def test_nine_digit_number_in_a_file_with_another_name() -> None:
    (message,) = messages({"weisung.md": document(A)}, "H003")
    assert message.endswith(f"Vorschlag: die Datei in „{A}.md“ umbenennen.")


def test_mistyped_number_in_a_file_with_a_nine_digit_name() -> None:
    text = document("20250101")
    assert found(text, parser_says=("H002",)) == [(A_FILE, line_of(text, "id:"), "H003")]
    assert messages(text, "H003", parser_says=("H002",))[0].endswith('Vorschlag: id: "202501001" schreiben.')


def test_other_kinds_of_act_may_have_any_file_name() -> None:
    assert found({"hega-05-2014-07.md": document("HEGA 05/2014 – 07", issued="2014-05-20")}) == []


def test_reference_record_under_a_wrong_name() -> None:
    assert found({"202404003.md": REFERENCE}) == [("202404003.md", 1, "H003")]
    assert found({"202404002.md": REFERENCE}) == []


def test_number_and_month_of_issue_differ() -> None:
    text = document(issued="2025-02-01")
    assert found(text) == [(A_FILE, line_of(text, "issued:"), "H004")]
    assert "nennt 01/2025, issued" in messages(text, "H004")[0]
    assert "202502" in messages(text, "H004")[0]


def test_number_and_month_of_issue_agree_on_the_last_day() -> None:
    assert found(document(issued="2025-01-31")) == []


def test_number_and_month_of_a_reference_record() -> None:
    wrong = REFERENCE.replace("2024-04-03", "2024-05-03")
    assert found({"202404002.md": wrong}) == [("202404002.md", 1, "H004")]


def test_valid_until_before_valid_from() -> None:
    text = document(valid_until="2025-01-31")
    assert found(text) == [(A_FILE, line_of(text, "valid_until:"), "H005")]


def test_valid_for_one_day() -> None:
    assert found(document(valid_until="2025-02-01")) == []


def test_an_earlier_header_that_ended_before_it_began() -> None:
    earlier = "earlier:\n  - until: 2025-03-31\n    valid_until: 2025-01-20\n"
    author = document(
        B,
        issued="2025-02-20",
        valid_from="2025-04-01",
        extra=f'changes:\n  - kind: amendment\n    target: "{A}"\n    parts: [valid_until]\n',
    )
    text = document(extra=earlier)
    assert found({A_FILE: text, f"{B}.md": author}) == [(A_FILE, line_of(text, "- until:"), "H005")]
    assert "(Fassung bis 31.03.2025)" in messages({A_FILE: text, f"{B}.md": author}, "H005")[0]


def test_the_same_wrong_period_is_told_once() -> None:
    earlier = "earlier:\n  - until: 2025-03-31\n    title: Früher\n"
    change = f'changes:\n  - kind: amendment\n    target: "{A}"\n    parts: [title]\n'
    author = document(B, issued="2025-02-20", valid_from="2025-04-01", extra=change)
    text = document(valid_until="2025-01-31", extra=earlier)
    assert found({A_FILE: text, f"{B}.md": author}) == [(A_FILE, line_of(text, "valid_until:"), "H005")]


def test_days_that_are_missing_are_not_compared() -> None:
    text = document(valid_until="2025-01-31")
    assert found(text.replace("valid_from: 2025-02-01\n", ""), parser_says=("H001",)) == []
    assert found(document().replace("issued: 2025-01-15\n", ""), parser_says=("H001",)) == []


def test_missing_scope_line() -> None:
    text = document(scope={"SGB III": "Weisung", "Familienkasse": "nicht betroffen"})
    assert found(text) == [(A_FILE, line_of(text, "scope:"), "H006")]
    assert "es fehlt: SGB II." in messages(text, "H006")[0]


def test_all_scope_lines_are_there() -> None:
    assert found(document(scope={**SCOPE, "SGB II": "Information"})) == []


def test_issued_late() -> None:
    text = document(issued="2025-01-15", valid_from="2025-01-14")
    assert found(text) == [(A_FILE, line_of(text, "issued:"), "H008")]


def test_issued_on_the_first_day() -> None:
    assert found(document(issued="2025-01-15", valid_from="2025-01-15")) == []


def test_no_original() -> None:
    text = document(source="")
    assert found(text) == [(A_FILE, 1, "H009")]
    assert f"sources/{A}.pdf" in messages(text, "H009")[0]


def test_the_proposed_original_has_a_name_that_a_file_can_have() -> None:
    text = document("HEGA 05/2014 – 07", source="")
    assert "„file: sources/hega.pdf“" in messages({"hega.md": text}, "H009")[0]
