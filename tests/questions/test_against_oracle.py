"""The product against the oracle: on any collection and any question, both must give the same answer.

``HYPOTHESIS_PROFILE=deep`` draws 5,000 collections instead of 300, other ones in every run.
"""

import os
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, note, settings

from geltung import applies
from geltung.questions.collection import Collection
from tests.oracle import Answer, Oracle
from tests.oracle.build import UNITS, directive, task
from tests.oracle.difficult import DIFFICULT
from tests.oracle.strategies import Case, Question, cases

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
PROFILES = {
    "ci": settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=SLOW),
    "deep": settings(max_examples=5_000, deadline=None, print_blob=True, suppress_health_check=SLOW),
}
PROFILE = PROFILES.get(os.environ.get("HYPOTHESIS_PROFILE", ""), PROFILES["ci"])


@PROFILE
@given(case=cases())
def test_every_answer_is_the_one_of_the_oracle(case: Case) -> None:
    """What is in force, what is upcoming, every task with its state and date, and what is not assessed."""
    collection = Collection.from_records(case.records, case.units)
    judge = Oracle(case.records, case.units)
    for question in case.questions:
        note(f"{question}")
        put(collection, judge, question)


@pytest.mark.parametrize("known_on", [None, date(2026, 6, 30)])
@pytest.mark.parametrize("name", DIFFICULT)
def test_difficult_collections_on_every_day(name: str, known_on: date | None) -> None:
    """Every day from before the first to after the last, for every unit and for none."""
    records, units = DIFFICULT[name]
    collection = Collection.from_records(records, units)
    judge = Oracle(records, units)
    for number in range(120):
        day = date(2026, 2, 25) + timedelta(days=number)
        put(collection, judge, Question(day, None, None, known_on, False))
        for unit in units:
            put(collection, judge, Question(day, unit.id, None, known_on, number % 2 == 0))
            put(collection, judge, Question(day, unit.id, "SGB III", known_on, number % 2 == 1))


def test_a_semicolon_after_a_district_begins_another_addressee() -> None:
    """The Regionaldirektion is addressed itself, beside the Agenturen of its district."""
    records, units = [directive(tasks=(task(addressed="AA im Bezirk RD-BY; RD-BY"),))], UNITS
    question = Question(date(2026, 4, 1), "RD-BY", None, None, False)
    put(Collection.from_records(records, units), Oracle(records, units), question)


def put(collection: Collection, judge: Oracle, question: Question) -> None:
    """Ask both, and compare."""
    found = applies(
        collection,
        date=question.day.isoformat(),
        unit=question.unit,
        area=question.area,
        known_on=question.known_on.isoformat() if question.known_on else None,
        include_parts=question.include_parts,
    ).to_json()
    compare(found, judge.answer(question.day, question.unit, question.area, question.known_on, question.include_parts))


def compare(found: dict[str, Any], answer: Answer) -> None:
    """Equal in all that the oracle knows; of several repealers on one day any may be named."""
    assert sorted(entry["id"] for entry in found["directives"]) == sorted(answer["directives"])
    assert sorted(entry["id"] for entry in found["upcoming_directives"]) == sorted(answer["upcoming"])
    tasks = [(task["id"], task["state"], task["due_on"]) for task in found["tasks"]]
    assert len(tasks) == len(set(tasks))
    assert set(tasks) == answer["tasks"]
    not_assessed = {(entry["id"], tuple(entry["cited_by"])) for entry in found["not_assessed"]}
    assert not_assessed == answer["not_assessed"]
    for entry in [*found["directives"], *found["upcoming_directives"]]:
        validity = answer["validity"][entry["id"]]
        assert entry["in_force_from"] == validity["in_force_from"], entry["id"]
        assert entry["in_force_until"] == validity["in_force_until"], entry["id"]
        assert entry["ended_by"] in (validity["ended_by"] or [None]), entry["id"]
