"""Unit pages list what reaches the unit, on every day what the stored intervals say."""

from datetime import date

import pytest

from geltung import applies, load
from geltung.pages import shares, units
from tests.pages.site_pages import pages, parsed, seen
from tests.store.documents import A, B, C, changes, directive, tasks

REPEAL = f'kind: repeal, target: "{A}", effective: 2025-09-01'


def page(folder, documents, unit="AA", **options):
    return pages(folder, documents, **options)[f"einheiten/{unit}.md"]


def parts(text):
    """What stands under the three headings."""
    _, _, rest = text.partition("## Was jetzt gilt")
    now, _, rest = rest.partition("## Was kommt")
    upcoming, _, rest = rest.partition("## Fristen")
    past = rest.partition("## Was früher galt")[2]
    return now, upcoming, past


def shown(made, day):
    return [seen(part.partition("}")[2], day) for part in parts(made)]


def test_now_upcoming_and_past(tmp_path):
    made = page(tmp_path, {A: directive(body=tasks("due_on=2025-06-30")), B: directive(B, head=changes(REPEAL))})
    now, upcoming, past = shown(made, "2025-02-15")
    assert now == "Stand: 15.07.2025 Zurzeit gilt hier nichts."
    assert f"{A} Titel von {A} (ab 01.03.2025 bis 31.08.2025)" in upcoming
    assert past == "Bisher ist nichts beendet."
    now, upcoming, past = shown(made, "2025-07-15")
    assert f"{A} Titel von {A} (seit 01.03.2025 bis 31.08.2025)" in now
    assert "Frist abgelaufen am 30.06.2025 stellen Nummer 1 sicher." in now
    assert upcoming == "Zurzeit ist nichts angekündigt."
    now, upcoming, past = shown(made, "2025-09-01")
    assert A not in now
    assert f"{A} Titel von {A} (bis 31.08.2025)" in past


def test_outlasting_tasks_are_shown_without_their_directive(tmp_path):
    made = page(tmp_path, {A: directive(valid_until="2025-06-30", body=tasks("due_on=2025-07-31"))})
    now, _, past = shown(made, "2025-07-15")
    assert "nachwirkend, Frist 31.07.2025 stellen Nummer 1 sicher." in now
    assert A in past
    assert "nachwirkend" not in shown(made, "2025-08-01")[0]


def test_relations_are_shown_both_ways(tmp_path):
    made = pages(tmp_path, {A: directive()})
    nuremberg = seen(made["einheiten/AA-Nuernberg.md"])
    assert "Zählt zu Agentur für Arbeit" in nuremberg
    assert "Berichtet an Regionaldirektion Bayern" in nuremberg
    assert "Teile wie jede ihrer Art Eingangszone" in nuremberg
    assert "An sie berichten Agentur für Arbeit Nürnberg" in seen(made["einheiten/RD-BY.md"])
    assert "Teile Eingangszone" in seen(made["einheiten/AA.md"])
    assert "../was-gilt.html?einheit=AA" in parsed(made["einheiten/AA.md"]).links


@pytest.mark.parametrize("day", ["2025-02-28", "2025-03-01", "2025-05-01", "2025-07-15", "2025-08-31", "2025-09-01"])
def test_the_page_lists_what_applies_answers(tmp_path, day):
    documents = {
        A: directive(body=tasks("starts_on=2025-05-01", "due_on=2025-07-14", "ends_on=2025-08-15")),
        B: directive(B, head=changes(REPEAL), body=tasks("", heading="Die Eingangszonen")),
        C: directive(C, body=tasks("", heading="Die Service Center")),
    }
    made = pages(tmp_path, documents)
    for unit in ("AA", "EZ", "SC", "AA-Nuernberg", "RD", "GE"):
        answer = applies(load(tmp_path / "directives"), date.fromisoformat(day), unit)
        now, upcoming, _ = shown(made[f"einheiten/{unit}.md"], day)
        assert [item.id for item in answer.directives] == [id_ for id_ in (A, B, C) if f"{id_} Titel" in now]
        assert [item.id for item in answer.upcoming_directives] == [
            id_ for id_ in (A, B, C) if f"{id_} Titel" in upcoming
        ]
        listed = [number for number in (1, 2, 3) if f"Nummer {number} sicher" in now]
        directives = {item.id for item in answer.directives}
        expected = {int(item.id[-1]) for item in answer.tasks if item.directive in directives}
        assert set(listed) == expected, (unit, day)


def test_large_classes_are_not_repeated_on_their_members_pages(tmp_path, monkeypatch):
    documents = {A: directive(), B: directive(B, body=tasks("", heading="Die Agentur für Arbeit Nürnberg"))}
    assert A in page(tmp_path / "whole", documents, "AA-Nuernberg")
    monkeypatch.setattr(units, "MOST_DIRECTIVES", 0)
    made = page(tmp_path / "apart", documents, "AA-Nuernberg")
    assert A not in seen(made)
    assert B in seen(made)
    assert "Dazu gilt alles, was sich an jede Einheit der Art Agentur für Arbeit richtet." in seen(made)
    assert "AA.html#gilt" in parsed(made).links


def test_many_tasks_are_counted_not_listed(tmp_path, monkeypatch):
    monkeypatch.setattr(shares, "MOST_TASKS", 1)
    made = seen(page(tmp_path, {A: directive(body=tasks("", ""))}))
    assert "2 Aufträge" in made
    assert "Nummer 1" not in made


def test_a_row_bears_the_wording_and_the_title_of_its_day(tmp_path):
    body = tasks("") + "\n    > melden das Alte.\n    > {: .earlier until=2025-07-31 }\n"
    change = f'kind: amendment, target: "{A}", parts: [title, "#t1"], effective: 2025-08-01'
    head = "earlier:\n  - until: 2025-07-31\n    title: Alter Titel\n"
    documents = {A: directive(head=head, title="Neuer Titel", body=body), B: directive(B, head=changes(change))}
    made = page(tmp_path, documents)
    for day, words, others in (
        ("2025-07-31", ("Alter Titel", "melden das Alte."), ("Neuer Titel", "Nummer 1 sicher")),
        ("2025-08-01", ("Neuer Titel", "Nummer 1 sicher"), ("Alter Titel", "melden das Alte.")),
    ):
        now = shown(made, day)[0]
        assert all(item in now for item in words), day
        assert not any(item in now for item in others), day
        answer = applies(load(tmp_path / "directives"), date.fromisoformat(day), "AA")
        assert answer.directives[0].title in now
        assert all(task.text in now for task in answer.tasks)
    static = made.split("## Was kommt")[0]
    assert '<span data-bis="2025-07-31">Alter Titel</span><span data-von="2025-08-01" hidden>Neuer Titel' in static


def test_what_a_draft_amends_is_read_as_before(tmp_path):
    change = f'kind: amendment, target: "{A}", parts: [title], effective: 2025-07-01'
    head = "earlier:\n  - until: 2025-06-30\n    title: Alter Titel\n"
    documents = {A: directive(head=head, title="Neuer Titel"), B: directive(B, head="draft: true\n" + changes(change))}
    assert "Alter Titel" in page(tmp_path, documents)
    (found,) = applies(load(tmp_path / "directives"), date(2025, 7, 15), "AA").directives
    assert found.title == "Alter Titel"


def test_an_inserted_task_is_listed_with_its_words(tmp_path):
    change = f'kind: amendment, target: "{A}", parts: ["#t2"], effective: 2025-08-01'
    body = tasks("", "added_on=2025-08-01 due_on=2025-09-30")
    made = page(tmp_path, {A: directive(body=body), B: directive(B, head=changes(change), body="Text.")})
    assert "Nummer 2" not in shown(made, "2025-07-31")[0]
    assert "gilt, Frist 30.09.2025 stellen Nummer 2 sicher." in shown(made, "2025-08-01")[0]
    assert "stellen Nummer 2 sicher." in made.split("## Fristen")[1]
