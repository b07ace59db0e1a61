"""Nothing is passed over in silence: lists of duties outside the Einzelaufträge, and a second directive."""

import pytest

from geltung.importing.tasks.overlooked import SEVERAL
from tests.importing.probe import probe
from tests.importing.records import Outcome

TASKS = "Die Agenturen für Arbeit\n\n• prüfen die Akten."
SECOND = "Laufende Nummer: 202605004\nGültig ab: 05.05.2026\n\n1. Ausgangssituation\n\nNoch ein Text."


def lists_of(outcome: Outcome) -> list[list[str]]:
    """The quotes of lists that are asked about as lists of duties."""
    points = [
        one for one in outcome.review.open_points if "außerhalb der Einzelaufträge eine Liste" in (one.question or "")
    ]
    assert all(point.confidence == "open" for point in points)
    return [[place.quote for place in point.places] for point in points]


@pytest.mark.parametrize(
    "lead",
    [
        "Die Agenturen für Arbeit",
        "Die Agenturen für Arbeit:",
        "2.1 Agenturen für Arbeit",
        "Die Agenturen für Arbeit haben",
    ],
)
def test_a_list_under_an_addressee_outside_the_tasks(lead: str) -> None:
    found = probe(TASKS, goal=f"Das ist neu.\n\n{lead}\n\n• melden die Zahlen bis zum 30.06.2026.\n• berichten.")
    assert lists_of(found) == [["melden die Zahlen bis zum 30.06.2026.", "berichten."]]
    assert len(found.record.tasks) == 1


def test_infinitives_in_such_a_list() -> None:
    found = probe(TASKS, goal="Die Agenturen für Arbeit haben\n\n• die Akten zu prüfen,\n• den Fall abzuschließen.")
    assert lists_of(found) == [["die Akten zu prüfen,", "den Fall abzuschließen."]]


@pytest.mark.parametrize(
    "goal",
    [
        "Beteiligt waren:\n\n• Agenturen für Arbeit\n• Regionaldirektionen",
        "Die Agenturen für Arbeit können nutzen:\n\n• drucken lassen\n• anrufen",
        "Die Agenturen für Arbeit\n\n• Halle\n• Kiel",
    ],
)
def test_other_lists_are_not_asked_about(goal: str) -> None:
    assert lists_of(probe(TASKS, goal=goal)) == []


def test_a_list_in_a_text_without_chapters() -> None:
    text = probe(TASKS).found.source
    head = "\n".join(line.text for line in text.lines).split("1. Ausgangssituation")[0]
    from tests.importing.records import imported

    assert lists_of(imported(f"{head}{TASKS}\n", "a.txt", damaged=False)) == [["prüfen die Akten."]]


@pytest.mark.parametrize("begins", [f"Weisung 202605004 vom 05.05.2026 – Andere\n\n{SECOND}", SECOND])
def test_a_second_directive_in_the_file(begins: str) -> None:
    found = probe(f"{TASKS}\n\n4. Info\n\nEntfällt\n\ngez.\nUnterschrift\n\n{begins}")
    (point,) = [point for point in found.review.open_points if point.question == SEVERAL]
    assert point.confidence == "open"
    assert point.places[0].quote == begins.split("\n")[0]


def test_a_directive_that_is_only_named_is_no_second_one() -> None:
    goal = "Es gilt auch:\n\nWeisung 202303004 vom 20.03.2023 – Altes Verfahren\n\nDie Geschäftszeichen bleiben."
    assert not [point for point in probe(TASKS, goal=goal).review.open_points if point.question == SEVERAL]
