"""Whole courses say for every day what the questions say for one."""

from datetime import date, timedelta

from geltung import applies, load
from geltung.model.dates import OPEN_END_ISO
from geltung.questions.courses import directives_of_unit, phases, repeals, task_phases, tasks_of_unit
from tests.store.documents import UNITS, A, B, changes, directive, tasks, write

REPEAL = f'kind: repeal, target: "{A}", effective: 2025-09-01'
PARTIAL = f'kind: partial repeal, target: "{A}", parts: ["#t1"], effective: 2025-08-01'
MOVED = UNITS.replace(
    "    part_of: AA\n", "    part_of: [{unit: AA, until: 2025-06-30}, {unit: SC, from: 2025-08-01}]\n"
)


def opened(folder, documents, units=UNITS):
    return load(write(folder / "directives", documents, units))


def days(first="2025-01-01", count=300):
    return (date.fromisoformat(first) + timedelta(days=number) for number in range(0, count, 3))


def test_phases_and_repeals(tmp_path):
    collection = opened(tmp_path, {A: directive(), B: directive(B, head=changes(PARTIAL, REPEAL))})
    assert [item[:6] for item in phases(collection)[A]] == [
        ("2025-01-10", "2025-02-28", "upcoming", "2025-03-01", "2025-08-31", B),
        ("2025-03-01", "2025-08-31", "in force", "2025-03-01", "2025-08-31", B),
        ("2025-09-01", OPEN_END_ISO, "repealed", None, None, None),
    ]
    assert [tuple(item) for item in repeals(collection)[A]] == [("2025-08-01", B, "#t1"), ("2025-09-01", B, "")]


def test_a_task_in_its_states(tmp_path):
    collection = opened(tmp_path, {A: directive(body=tasks("due_on=2025-06-30"))})
    assert [item[:4] for item in task_phases(collection)[f"{A}#t1"]] == [
        ("2025-01-10", "2025-02-28", "upcoming", "2025-06-30"),
        ("2025-03-01", "2025-06-30", "active", "2025-06-30"),
        ("2025-07-01", OPEN_END_ISO, "past due", "2025-06-30"),
    ]


def test_a_units_share_is_what_applies_answers_day_by_day_also_when_units_move(tmp_path):
    documents = {
        A: directive(body=tasks("starts_on=2025-05-01", "due_on=2025-07-14")),
        B: directive(B, valid_from="2025-04-01", head=changes(REPEAL), body=tasks("", heading="Die Service Center")),
    }
    collection = opened(tmp_path, documents, MOVED)
    for unit in ("AA", "EZ", "SC", "RD"):
        shares, duties = directives_of_unit(collection, unit), tasks_of_unit(collection, unit)
        for day in days():
            answer = applies(collection, day, unit)
            on = [item for item in shares if item.first <= str(day) <= item.last]
            assert sorted(item.id for item in on if item.state == "in force") == [item.id for item in answer.directives]
            found = sorted((item.id, item.state) for item in duties if item.first <= str(day) <= item.last)
            assert found == sorted((item.id, item.state) for item in answer.tasks), (unit, day)


def test_apart_from_a_class(tmp_path):
    documents = {A: directive(), B: directive(B, body=tasks("", heading="Die Agentur für Arbeit Nürnberg"))}
    collection = opened(tmp_path, documents)
    both = {item.id for item in directives_of_unit(collection, "AA-Nuernberg")}
    own = {item.id for item in directives_of_unit(collection, "AA-Nuernberg", apart_from="AA")}
    assert (both, own) == ({A, B}, {B})
    assert {item.directive for item in tasks_of_unit(collection, "AA-Nuernberg", apart_from="AA")} == {B}
