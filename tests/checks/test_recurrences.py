"""Recurrence rules: T011, T017."""

import pytest

from tests.checks.collection import A_FILE, document, found, line_of, messages, tasks

YEARLY = "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"


def with_task(attributes: str) -> str:
    return document(body=tasks(f"- melden sie.\n  {{: #x .task {attributes} }}"))


@pytest.mark.parametrize("rule", ["jährlich", "FREQ=HOURLY", "BYMONTH=3"])
def test_unreadable_rule(rule: str) -> None:
    text = with_task(f'due_on=2026-03-31 recurrence="{rule}"')
    assert found(text) == [(A_FILE, line_of(text, "- melden"), "T011")]
    (message,) = messages(text, "T011")
    assert f'recurrence="{rule}"' in message
    assert f'Vorschlag: recurrence="{YEARLY}"' in message


@pytest.mark.parametrize(
    "attributes",
    [f'recurrence="{YEARLY}"', f'due_on=2026-03-31 recurrence="{YEARLY}"', 'recurrence="FREQ=WEEKLY;BYDAY=MO"'],
)
def test_rule_that_is_met(attributes: str) -> None:
    assert found(with_task(attributes)) == []


def test_deadline_that_the_rule_misses() -> None:
    text = with_task(f'due_on=2026-03-30 recurrence="{YEARLY}"')
    assert found(text) == [(A_FILE, line_of(text, "- melden"), "T017")]
    assert "Vorschlag: due_on=2026-03-31" in messages(text, "T017")[0]


def test_rule_begins_with_starts_on_if_there_is_no_deadline() -> None:
    until = f'recurrence="{YEARLY};UNTIL=20260331"'
    assert [item[2] for item in found(with_task(f"starts_on=2026-04-01 {until}"))] == ["T017"]
    assert found(with_task(f"starts_on=2026-03-31 {until}")) == []


@pytest.mark.parametrize("attributes", ["due_on=2026-03-30 ", ""])
def test_rule_without_any_day(attributes: str) -> None:
    text = with_task(f'{attributes}recurrence="FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"')
    assert found(text) == [(A_FILE, line_of(text, "- melden"), "T017")]


def test_example_in_a_directive_without_days() -> None:
    text = with_task('recurrence="jährlich"').replace("valid_from: 2025-02-01\n", "")
    assert messages(text, "T011", parser_says=("H001",))[0].endswith(f'Vorschlag: recurrence="{YEARLY}".')
    met = with_task(f'recurrence="{YEARLY}"').replace("valid_from: 2025-02-01\n", "")
    assert found(met, parser_says=("H001",)) == []
