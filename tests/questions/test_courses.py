"""Whole courses say for every day what the questions say for one."""

from datetime import date, timedelta

from geltung import applies, load
from geltung.model.dates import OPEN_END_ISO
from geltung.questions.courses import Titles, directives_of_unit, phases, repeals, task_phases, tasks_of_unit
from geltung.questions.listing import list_directives
from geltung.questions.show import show, show_task
from tests.store.documents import UNITS, A, B, C, changes, directive, tasks, write

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


AMENDED = tasks("") + "\n    > melden das Alte.\n    > {: .earlier until=2025-07-31 }\n"
CITING = directive(C, head=f'references:\n  - "{A}"\n')
AMENDS = f'kind: amendment, target: "{A}", parts: [title, "#t1"], effective: 2025-08-01'
TITLED = "earlier:\n  - until: 2025-07-31\n    title: Alter Titel\n"


def test_a_directive_as_it_reads_on_a_day(tmp_path):
    amended = directive(head=TITLED, title="Neuer Titel", body=AMENDED)
    collection = opened(tmp_path, {A: amended, B: directive(B, head=changes(AMENDS)), C: CITING})
    titles = Titles.read(collection)
    for day, title, text in (
        ("2024-01-01", "Alter Titel", "melden das Alte."),
        ("2025-07-31", "Alter Titel", "melden das Alte."),
        ("2025-08-01", "Neuer Titel", "stellen Nummer 1 sicher."),
    ):
        found = show(collection, A, date.fromisoformat(day)).to_json()
        assert (found["title"], found["tasks"][0]["text"]) == (title, text)
        assert titles.on(A, day) == title
        cited = show(collection, C, date.fromisoformat(day)).to_json()
        assert [item["title"] for item in cited["references"]] == [title]
    assert titles.from_to(A) == [
        ("0001-01-01", "2025-07-31", "Alter Titel"),
        ("2025-08-01", OPEN_END_ISO, "Neuer Titel"),
    ]
    assert [item.title for item in list_directives(collection, date(2025, 7, 31)) if item.id == A] == ["Alter Titel"]


def test_what_only_a_draft_amends_is_not_read(tmp_path):
    draft = directive(B, head="draft: true\n" + changes(AMENDS))
    collection = opened(tmp_path, {A: directive(head=TITLED, title="Neuer Titel", body=AMENDED), B: draft})
    shown, task = show_task(collection, A, "t1", date(2025, 9, 1))
    assert (shown.record.title, task.current.text) == ("Alter Titel", "melden das Alte.")
    assert [version.text for version in shown.later(task)] == ["stellen Nummer 1 sicher."]
    assert applies(collection, date(2025, 9, 1)).directives[0].title == "Alter Titel"
    assert [item.title for item in list_directives(collection) if item.id == A] == ["Alter Titel"]
