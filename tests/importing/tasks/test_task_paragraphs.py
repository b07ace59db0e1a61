"""Paragraphs of the chapter Einzelaufträge: headings above sentences, orders without a sign, several in one paragraph."""

import pytest

from tests.importing.probe import left_of, probe, tasks_of

PROSE = """\
Die Agenturen für Arbeit melden Großverfahren unverzüglich der Regionaldirektion. Sie
benennen bis zum 14.08.2026 eine Ansprechperson. Anträge, die vor dem 01.08.2026
gestellt wurden, bearbeiten sie bis zum 30.09.2026 nach bisherigem Verfahren. Das betrifft
auch Teilanträge."""


@pytest.mark.parametrize("above", ["", "3.1. Agenturen für Arbeit\n\n"])
def test_each_order_of_a_paragraph_is_a_task(above: str) -> None:
    done = probe(above + PROSE)
    assert [(who, text.split()[0]) for who, text in tasks_of(done)] == [
        (["AA"], "Die"),
        (["AA"], "Sie"),
        (["AA"], "Anträge,"),
    ]
    assert " ".join(text for _, text in tasks_of(done)) == " ".join(PROSE.split())
    asked = [point for point in done.review.open_points if point.question and "ist vor jedem geteilt" in point.question]
    assert len(asked) == 1 and len(asked[0].places) == 3 and asked[0].confidence == "likely"


@pytest.mark.parametrize(
    ("below", "texts"),
    [
        ("stellen sicher, dass die Daten stimmen.", ["stellen sicher, dass die Daten stimmen."]),
        ("Die Teams melden die Zahlen.", ["Die Teams melden die Zahlen."]),
        (
            "Die Zahlen sind zu melden. Die Listen sind zu prüfen.",
            ["Die Zahlen sind zu melden.", "Die Listen sind zu prüfen."],
        ),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_sentence_below_an_addressee(below: str, texts: list[str], gap: str) -> None:
    done = probe(f"Die Agenturen für Arbeit{gap}{below}")
    assert tasks_of(done) == [(["AA"], text) for text in texts]
    assert left_of(done) == [] and not any(done.certain(f"task:{task.id}") for task in done.record.tasks)


@pytest.mark.parametrize("second", ["im Bezirk der Regionaldirektion Bayern", "und gemeinsame Einrichtungen"])
def test_an_addressee_over_two_lines(second: str) -> None:
    done = probe(f"Die Agenturen für Arbeit\n{second}\n• melden die Zahlen.")
    assert len(done.record.tasks) == 1 and second.split()[-1] in done.record.tasks[0].current.addressed[-1]


def test_numbered_paragraphs_are_tasks() -> None:
    done = probe(
        "3.1 Agenturen für Arbeit\n\n3.1.1 Die Agenturen für Arbeit melden die Zahlen.\n\n3.1.2 Sie prüfen die Listen.\n\n"
        "3.2 Service Center\n\n3.2.1 Sie melden die Reste."
    )
    assert [(who, text[:5]) for who, text in tasks_of(done)] == [
        (["AA"], "3.1.1"),
        (["AA"], "3.1.2"),
        (["SC"], "3.2.1"),
    ]


@pytest.mark.parametrize("line", ["------------------", "=================="])
def test_a_heading_may_be_underlined(line: str) -> None:
    done = probe(f"Die Agenturen für Arbeit\n• melden.\nRegionaldirektionen\n{line}\n• überwachen die Zahlen.")
    assert tasks_of(done) == [(["AA"], "melden."), (["RD"], "überwachen die Zahlen.")]


@pytest.mark.parametrize(
    ("tasks", "found"),
    [
        (
            "Agenturen für Arbeit\n\nMeldung der Zahlen bis zum 01.06.2026.",
            [(["AA"], "Meldung der Zahlen bis zum 01.06.2026.")],
        ),
        ("Zu 2.1: Die Service Center melden.", [(["SC"], "Zu 2.1: Die Service Center melden.")]),
        ("Ich bitte die Regionaldirektionen, zu melden.", [(["RD"], "Ich bitte die Regionaldirektionen, zu melden.")]),
        ("Die Teamleitungen\n\nstellen sicher, dass es gelingt.", [(["?"], "stellen sicher, dass es gelingt.")]),
        ("Die Zahl der Fälle steigt.", []),
    ],
)
def test_paragraphs_without_a_sign(tasks: str, found: list[tuple[list[str], str]]) -> None:
    done = probe(tasks)
    assert tasks_of(done) == found
    assert not any(done.certain(f"task:{task.id}") for task in done.record.tasks)


def test_a_subsection_keeps_the_addressee_of_its_section() -> None:
    done = probe(
        "3.1 Agenturen für Arbeit\n3.1.1 Meldung\nDie Zahlen sind zu melden.\n3.1.2 Prüfung\nDie Listen sind zu prüfen.\n"
        "3.2 Regionaldirektionen\nDie Umsetzung ist zu überwachen."
    )
    assert [who for who, _ in tasks_of(done)] == [["AA"], ["AA"], ["RD"]]
