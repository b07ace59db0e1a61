"""A paragraph or item in which several units are told what to do: nothing of one goes to the other unasked."""

import pytest

from tests.importing.probe import probe, tasks_of
from tests.importing.records import days_of

BOTH = (
    "Die Agenturen für Arbeit melden bis zum 15.05.2026 die Zahlen. "
    "Die Service Center wenden das Verfahren ab 01.06.2026 an."
)


def test_a_paragraph_is_divided_before_each_addressee() -> None:
    done = probe(BOTH + " Dabei beginnen sie in Halle.")
    first, second = BOTH.split(" Die ")
    assert tasks_of(done) == [(["AA"], first), (["SC"], f"Die {second} Dabei beginnen sie in Halle.")]
    days = [days_of(task.current) for task in done.record.tasks]
    assert (days[0]["due_on"], days[0]["starts_on"]) == ("2026-05-15", None)
    assert (days[1]["due_on"], days[1]["starts_on"]) == (None, "2026-06-01")
    assert not any(done.certain(f"task:{task.id}") for task in done.record.tasks)


def test_an_item_takes_only_the_days_of_its_own_addressee() -> None:
    done = probe(f"Die Agenturen für Arbeit\n• {BOTH.removeprefix('Die Agenturen für Arbeit ')}")
    (task,) = done.record.tasks
    days = days_of(task.current)
    assert (days["due_on"], days["starts_on"], days["other_dates"]) == ("2026-05-15", None, ["2026-06-01"])
    (point,) = [point for point in done.review.open_points if point.about.startswith("task:")]
    assert point.question and "Die Service Center" in point.question


def test_a_sentence_before_a_list_is_no_introduction_if_it_orders_something_itself() -> None:
    done = probe("Die Agenturen für Arbeit melden bis zum 15.05.2026 die Zahlen.\n\n• prüfen die Listen.")
    assert [text for _, text in tasks_of(done)] == [BOTH.split(" Die ")[0], "prüfen die Listen."]


def test_a_start_behind_the_deadline_is_open() -> None:
    done = probe("Die Agenturen für Arbeit\n• melden ab 01.06.2026 bis zum 15.05.2026 die Zahlen.")
    (task,) = done.record.tasks
    assert not done.certain(f"task:{task.id}")


@pytest.mark.parametrize("text", ["melden die Zahlen. Die Service Center sind informiert.", "melden die Zahlen."])
def test_nothing_is_lost(text: str) -> None:
    assert text in probe(f"Die Agenturen für Arbeit\n• {text}").draft.text
