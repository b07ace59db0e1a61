"""Which items are tasks and which belong to one: each addressee begins a new list, whatever signs stood above."""

import pytest

from tests.importing.probe import left_of, probe, tasks_of

TWO = [(["SC"], "melden die Zahlen."), (["SC"], "prüfen die Reste.")]


@pytest.mark.parametrize("above", ["Die Service Center", "Die Service Center:", "An die Service Center"])
@pytest.mark.parametrize(
    ("first", "second"), [("•", "-"), ("–", "•"), ("1.", "a)"), ("a)", "-"), ("-", "1."), ("o", "-")]
)
@pytest.mark.parametrize("gap", ["", "\n"])
def test_the_second_sign_may_be_the_first_under_the_next_addressee(
    above: str, first: str, second: str, gap: str
) -> None:
    inner = {"a)": "b)", "1.": "2."}.get(second, second)
    done = probe(
        f"Die Agenturen für Arbeit\n{first} melden die Zahlen:\n{second} Zahl A\n{inner} Zahl B\n{gap}{above}\n"
        f"{second} melden die Zahlen.\n{inner} prüfen die Reste."
    )
    whole = tasks_of(done)
    texts = [(who, text.removeprefix(f"{second} ").removeprefix(f"{inner} ")) for who, text in whole[1:]]
    assert whole[0][0] == ["AA"] and "Zahl A" in whole[0][1] and "Zahl B" in whole[0][1]
    assert texts == TWO
    assert left_of(done) == [] and not any("T018" in code for code in done.codes)


@pytest.mark.parametrize("heading", ["Das Referat XY", "Referat XY"])
def test_an_unknown_addressee_begins_a_new_list_too(heading: str) -> None:
    done = probe(f"Die Agenturen für Arbeit\n• melden:\n- Zahl A.\n{heading}\n- melden die Zahlen.\n- prüfen.")
    assert [text for _, text in tasks_of(done)] == ["melden: Zahl A.", "melden die Zahlen.", "prüfen."]


@pytest.mark.parametrize(
    "tasks",
    [
        "a) Die Agenturen für Arbeit\naa) melden bis 01.06.2026.\nbb) prüfen.\nb) Die Service Center\naa) melden.",
        "• Die Agenturen für Arbeit\n  - melden bis 01.06.2026.\n  - prüfen.\n• Die Service Center:\n  - melden.",
        "1. Die Agenturen für Arbeit:\n• melden bis 01.06.2026.\n• prüfen.\n2. Die Service Center:\n• melden.",
        "(1) Die Agenturen für Arbeit\ni) melden bis 01.06.2026.\nii) prüfen.\n(2) Die Service Center\ni) melden.",
        "• Die Agenturen für Arbeit\n• melden bis 01.06.2026.\n• prüfen.\n• Die Service Center\n• melden.",
    ],
)
def test_an_item_that_is_an_addressee_heads_a_list(tasks: str) -> None:
    done = probe(tasks)
    texts = [(who, text.split(") ")[-1]) for who, text in tasks_of(done)]
    assert texts == [(["AA"], "melden bis 01.06.2026."), (["AA"], "prüfen."), (["SC"], "melden.")]
    assert "a) bb)" not in done.draft.text


def test_units_that_an_item_lists_are_no_addressees() -> None:
    done = probe("Die Agenturen für Arbeit\n• informieren folgende Stellen:\n- Die Service Center\n• melden.")
    assert {tuple(who) for who, _ in tasks_of(done)} == {("AA",)}


@pytest.mark.parametrize(("lost", "kept"), [("bb) prüfen die Reste.", "bb)"), ("prüfen die Reste.", "")])
def test_no_sign_is_invented(lost: str, kept: str) -> None:
    done = probe(f"Die Agenturen für Arbeit\na) melden die Zahlen.\n{lost}")
    assert f"a) {kept}".strip() + " prüfen" not in done.draft.text
    assert f"- {kept}".strip() + " prüfen die Reste." in done.draft.text


@pytest.mark.parametrize("gap", ["", "\n"])
def test_another_sign_behind_a_complete_task_begins_a_task(gap: str) -> None:
    done = probe(f"Die Service Center\n• prüfen die Reste in den\nTabellen ab.\n{gap}- löschen die Tabellen.")
    assert [text for _, text in tasks_of(done)] == ["prüfen die Reste in den Tabellen ab.", "löschen die Tabellen."]
    assert [done.certain(f"task:{task.id}") for task in done.record.tasks] == [True, False]


@pytest.mark.parametrize("inner", ["  - Zahl A.", "- Zahl A.", "- die Zahl A."])
def test_another_sign_may_still_be_nested(inner: str) -> None:
    done = probe(f"Die Service Center\n• melden die Zahlen:\n{inner}")
    assert len(done.record.tasks) == 1


def test_indents_settle_what_a_colon_announces() -> None:
    done = probe("Die Service Center\n• melden Folgendes:\n    o Zahl A,\n    o Zahl B.\n• prüfen die Reste.")
    assert [done.certain(f"task:{task.id}") for task in done.record.tasks] == [False, True]


@pytest.mark.parametrize(
    "tasks",
    [
        "» schlieBen nur Vertrage, die\n» eine Kontrolle vorsehen,\n» Ende 2028 enden und\n» eine Frist enthalten.",
        "« stellen Personal frei, und zwar\n  » im Mai (Grundlagen),\n  » im Juni (Recht).",
        "» stellen sicher, dass\no die Zahlen stimmen,\no die Listen vollstandig sind.",
        "* melden\ne die Zahlen.",
    ],
)
def test_an_unfinished_item_is_carried_on_without_indents(tasks: str) -> None:
    done = probe(f"Die Service Center\n• benennen jemanden.\n{tasks}\n¢ prüfen die Reste.", damaged=True)
    assert [done.certain(f"task:{task.id}") for task in done.record.tasks] == [True, False, True]


@pytest.mark.parametrize("second", ["und stimmen sie ab.", "oder verwerfen sie."])
def test_an_item_that_begins_with_and_is_asked_and_the_one_before(second: str) -> None:
    done = probe(f"Die Service Center\n• melden die Zahlen\n• {second}")
    assert [done.certain(f"task:{task.id}") for task in done.record.tasks] == [False, False]
