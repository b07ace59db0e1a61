"""Items of the chapter Einzelaufträge: whom each addresses, and which are no tasks."""

import pytest

from tests.importing.probe import left_of, probe, tasks_of


@pytest.mark.parametrize(
    ("item", "unit"),
    [
        ("Die RD Bayern: meldet die Zahlen.", "RD-BY"),
        ("AA: prüfen die Listen.", "AA"),
        ("Zentrale – Bereitstellung der Listen", "ZENTRALE"),
        ("Die Zahlen werden gemeldet (verantwortlich: Operative Services).", "OS"),
        ("Die Listen sind zu prüfen (Agenturen für Arbeit).", "AA"),
        ("Bis zum 01.06.2026 melden die Agenturen für Arbeit die Zahlen.", "AA"),
        ("Die Vordrucke sind von den Agenturen für Arbeit zu vernichten.", "AA"),
    ],
)
def test_an_item_may_name_its_addressee_itself(item: str, unit: str) -> None:
    assert tasks_of(probe(f"• {item}")) == [([unit], item)]


def test_who_is_responsible_counts_more_than_the_heading_but_is_asked() -> None:
    done = probe("Die Service Center\n• Die Zahlen sind zu melden (verantwortlich: Operative Services).\n• prüfen.")
    assert [who for who, _ in tasks_of(done)] == [["OS"], ["SC"]]
    assert [done.certain(f"task:{task.id}") for task in done.record.tasks] == [False, True]


@pytest.mark.parametrize(
    "above",
    [
        "Ich bitte die Agenturen für Arbeit,",
        "Aufgaben der Agenturen für Arbeit:",
        "Auftrag an die Agenturen für Arbeit",
        "Für die Agenturen für Arbeit gilt:",
        "II. Agenturen für Arbeit",
        "Die Agenturen für Arbeit.",
    ],
)
def test_what_stands_above_a_list(above: str) -> None:
    done = probe(f"Die Service Center\n• prüfen.\n\n{above}\n• die Liste zu prüfen.")
    assert tasks_of(done) == [(["SC"], "prüfen."), (["AA"], "die Liste zu prüfen.")]


def test_a_day_above_a_list_keeps_the_addressee() -> None:
    done = probe("Die Agenturen für Arbeit\nBis zum 01.06.2026:\n• melden.\nAb dem 01.07.2026:\n• informieren.")
    assert tasks_of(done) == [(["AA"], "melden."), (["AA"], "informieren.")]
    assert [str(task.current.due_on or task.current.starts_on) for task in done.record.tasks] == [
        "2026-06-01",
        "2026-07-01",
    ]


def test_a_bracket_at_the_start_may_limit_the_addressee() -> None:
    done = probe("Die Agenturen für Arbeit\n• (nur Eingangszonen) melden die Zahlen.")
    assert not done.certain(f"task:{done.record.tasks[0].id}")


def test_a_note_is_no_task() -> None:
    done = probe("Die Agenturen für Arbeit\n• melden.\n• Hinweis: Die Meldung erfolgt über das Portal.")
    assert [text for _, text in tasks_of(done)] == ["melden."] and len(left_of(done)) == 1


def test_a_day_for_all_tasks_is_asked_at_each_that_has_none() -> None:
    done = probe(
        "Die folgenden Aufträge sind bis zum 30.06.2026 umzusetzen.\n\n"
        "Die Agenturen für Arbeit\n• melden.\n• prüfen bis zum 01.05.2026.\n\nDie Service Center\n• lesen."
    )
    assert [done.certain(f"task:{task.id}") for task in done.record.tasks] == [False, True, False]


def test_a_bullet_alone_on_its_line_belongs_to_the_text_below() -> None:
    done = probe("Die Agenturen für Arbeit\n•\nmelden die Zahlen.\n•\nprüfen die Listen.")
    assert [text for _, text in tasks_of(done)] == ["melden die Zahlen.", "prüfen die Listen."]


@pytest.mark.parametrize("line", ["Regionaldirektionen", "Die Zentrale"])
def test_a_wrapped_line_is_no_addressee(line: str) -> None:
    first = "• stimmen die Planung der Maßnahmen und der Budgets für das kommende Jahr ab mit den"
    done = probe(f"Die Agenturen für Arbeit\n{first}\n{line}\n• prüfen die Listen.")
    assert [who for who, _ in tasks_of(done)] == [["AA"], ["AA"]]


@pytest.mark.parametrize(
    ("above", "units"),
    [
        ("Die Agenturen für Arbeit in den Bezirken der Regionaldirektionen Nord und Sachsen", ["AA@RD-N", "AA@RD-S"]),
        ("Die Operativen Servicesund die Agenturen für Arbeit", ["OS", "AA"]),
    ],
)
def test_districts_and_lost_blanks(above: str, units: list[str]) -> None:
    assert tasks_of(probe(f"{above}\n• melden die Zahlen.")) == [(units, "melden die Zahlen.")]
