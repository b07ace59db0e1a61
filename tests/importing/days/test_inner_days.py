"""Days in the items below a task, and in a sentence before all tasks: asked, and never those of the next chapter."""

from typing import Any

import pytest

from tests.importing.probe import probe
from tests.importing.records import days_of


def days(tasks: str) -> list[tuple[dict[str, Any], bool]]:
    done = probe(tasks)
    stated = [{name: day for name, day in days_of(task.current).items() if day} for task in done.record.tasks]
    return [(item, done.certain(f"task:{task.id}")) for item, task in zip(stated, done.record.tasks, strict=True)]


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        ("berichten wie folgt:\n  - monatlich bis zum 5.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=5"}),
        ("melden:\n  - bis zum 30.06.2026 die Zahlen,\n  - die Namen.", {"due_on": "2026-06-30"}),
        (
            "melden:\n  - bis zum 30.06.2026 die Zahlen,\n  - bis zum 31.08.2026 die Namen.",
            {"due_on": "2026-08-31", "other_dates": ["2026-06-30"]},
        ),
        ("prüfen nur Verträge, die\n  - spätestens am 31.12.2028 enden.", {"other_dates": ["2028-12-31"]}),
        (
            "legen bis zum 30.04.2026 eine Liste vor:\n  - sofern sie bis zum 15.04.2026 vorliegt.",
            {"due_on": "2026-04-30", "other_dates": ["2026-04-15"]},
        ),
        (
            "stellen sie frei, und zwar\n  - vom 05.10.2026 bis zum 23.10.2026,\n  - vom 08.02.2027 bis zum 26.02.2027.",
            {"starts_on": "2026-10-05", "ends_on": "2027-02-26", "other_dates": ["2026-10-23", "2027-02-08"]},
        ),
    ],
)
def test_items_below(task: str, expected: dict[str, Any]) -> None:
    assert days(f"Die Agenturen für Arbeit\n\n• {task}") == [(expected, False)]


def test_the_next_chapter_is_no_item() -> None:
    chapter = "4. Info\n\nDie Schulung findet am 15.06.2026 statt."
    assert days(f"Die Agenturen für Arbeit\n\n• melden die Zahlen.\n\n{chapter}") == [({}, True)]
    assert days(f"Die Agenturen für Arbeit\n\n• melden die Zahlen bis zum 15.\n\n{chapter}") == [({}, False)]


def test_a_sentence_before_all_tasks() -> None:
    lead = "Die folgenden Aufträge sind bis zum 30.06.2026 umzusetzen."
    found = days(
        f"{lead}\n\nDie Agenturen für Arbeit\n\n• melden die Zahlen.\n• prüfen ab dem 01.06.2026 die Fälle.\n\n"
        "Die Regionaldirektionen\n\n• berichten."
    )
    taken = {"due_on": "2026-06-30", "deadline_words": "bis zum 30.06.2026"}
    assert found == [(taken, False), ({"starts_on": "2026-06-01"}, True), (taken, False)]
