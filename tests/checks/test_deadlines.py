"""T012: relative deadlines computed right."""

import pytest

from tests.checks.collection import A_FILE, document, found, line_of, messages, tasks

WORDS = 'deadline_words="bis 2 Wochen vor dem Termin"'


def with_task(text: str, attributes: str) -> str:
    return document(body=tasks(f"- {text}\n  {{: #x .task {attributes} }}"))


@pytest.mark.parametrize(
    "attributes",
    [
        f"due_on=2025-06-17 anchor=2025-07-01 {WORDS}",
        "due_on=2025-06-17 anchor=2025-07-01",
        WORDS,
        f"due_on=2025-06-20 {WORDS}",
    ],
)
def test_computed_right_or_not_computable(attributes: str) -> None:
    assert found(with_task("stellen bis 2 Wochen vor dem Termin um.", attributes)) == []


@pytest.mark.parametrize("attributes", [f"anchor=2025-07-01 {WORDS}", "anchor=2025-07-01"])
@pytest.mark.parametrize(("due", "quoted"), [(" due_on=2025-06-18", "ist due_on 2025-06-18"), ("", "fehlt due_on")])
def test_computed_wrong_or_missing(attributes: str, due: str, quoted: str) -> None:
    text = with_task("stellen bis 2 Wochen vor dem Termin um.", attributes + due)
    assert found(text) == [(A_FILE, line_of(text, "- stellen"), "T012")]
    assert quoted in messages(text, "T012")[0]
    assert "mit 01.07.2025 (anchor) den 17.06.2025" in messages(text, "T012")[0]
    assert messages(text, "T012")[0].endswith("Vorschlag: due_on=2025-06-17.")


def test_the_words_themselves_give_the_anchor() -> None:
    words = 'deadline_words="eine Woche nach dem 01.07.2025" other_dates=2025-07-01'
    text = with_task("stellen eine Woche nach dem 01.07.2025 um.", words)
    assert found(text) == [(A_FILE, line_of(text, "- stellen"), "T012")]
    assert "mit 01.07.2025 (im Wortlaut) den 08.07.2025" in messages(text, "T012")[0]
    assert messages(text, "T012")[0].endswith("Vorschlag: due_on=2025-07-08 anchor=2025-07-01.")
    assert found(with_task("stellen eine Woche nach dem 01.07.2025 um.", f"due_on=2025-07-08 {words}")) == []


def test_working_days_are_not_computed() -> None:
    assert (
        found(
            with_task(
                "melden sie 3 Arbeitstage nach Eingang.",
                'anchor=2025-07-01 deadline_words="3 Arbeitstage nach Eingang"',
            )
        )
        == []
    )


def test_only_the_words_of_the_deadline_count() -> None:
    text = "planen eine Woche nach dem Start und stellen bis 2 Wochen vor dem Termin um."
    assert [item[2] for item in found(with_task(text, f"due_on=2025-07-08 anchor=2025-07-01 {WORDS}"))] == ["T012"]


def test_one_of_several_deadlines_in_the_text_is_enough() -> None:
    text = "planen eine Woche nach dem Start und stellen bis 2 Wochen vor dem Termin um."
    assert found(with_task(text, "due_on=2025-06-17 anchor=2025-07-01")) == []
    assert found(with_task(text, "starts_on=2025-07-08 due_on=2025-08-01 anchor=2025-07-01")) == []
    assert found(with_task(text, "ends_on=2025-07-08 anchor=2025-07-01")) == []


def test_the_anchor_in_the_words_stands_behind_the_deadline() -> None:
    words = "ab 01.06.2025, eine Woche nach dem 01.07.2025"
    attributes = f'starts_on=2025-06-01 other_dates=2025-07-01 deadline_words="{words}"'
    assert found(with_task(f"melden {words}.", f"{attributes} due_on=2025-07-08")) == []
    text = with_task(f"melden {words}.", f"{attributes} due_on=2025-06-08")
    assert "mit 01.07.2025" in messages(text, "T012")[0]


def test_a_month_is_no_anchor() -> None:
    words = 'deadline_words="eine Woche nach Ende Juni 2025" other_dates=2025-06-30'
    assert found(with_task("melden eine Woche nach Ende Juni 2025.", words)) == []


def test_words_of_the_text_alone_give_no_anchor() -> None:
    assert found(with_task("melden eine Woche nach dem 01.07.2025.", "due_on=2025-07-10 other_dates=2025-07-01")) == []


def test_beyond_the_calendar_nothing_is_computed() -> None:
    assert found(with_task("melden 999 Jahre nach Beginn.", "anchor=9999-07-01 due_on=2025-06-01")) == []


def test_recurring_deadlines_are_not_computed() -> None:
    rule = 'recurrence="FREQ=MONTHLY" due_on=2025-07-05'
    assert found(with_task("melden monatlich eine Woche nach dem Stichtag.", f"anchor=2025-07-01 {rule}")) == []
