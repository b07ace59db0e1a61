"""Nothing in the chapter Einzelaufträge is lost silently: what is no task is an open point."""

import pytest

from geltung.importing.leftovers import says_no_tasks
from tests.importing.probe import left_of, probe, tasks_of


@pytest.mark.parametrize(
    ("tasks", "left"),
    [
        ("Das Verfahren gilt auch für Altfälle, wie es in der Anlage steht.", ["Das Verfahren gilt auch für Altfälle"]),
        ("Die Service Center\n• melden.\n\nStand der Liste: heute.\nDie Liste wird nachgereicht.\n\nEntfällt", []),
        ("Stelle   Auftrag   Frist\nEZ   Liste melden   01.06.2026\nSC   Zahlen melden   01.07.2026", ["Stelle"]),
        ("Entfällt", []),
        ("Es bestehen keine Einzelaufträge.", []),
        ("Es gibt keine Einzelaufträge an die Service Center.", ["Es gibt keine Einzelaufträge an"]),
        ("Die Agenturen für Arbeit\n• Es gibt keine weiteren Einzelaufträge an andere.", ["Es gibt keine weiteren"]),
    ],
)
def test_what_is_no_task_is_asked(tasks: str, left: list[str]) -> None:
    found = left_of(probe(tasks))
    assert len(found) == len(left) and all(one.startswith(two) for one, two in zip(found, left, strict=True))


def test_what_begins_with_no_is_a_task() -> None:
    done = probe("Die Service Center\n- keine neuen Maßnahmen bewilligen.\n- melden.")
    assert tasks_of(done) == [(["SC"], "keine neuen Maßnahmen bewilligen."), (["SC"], "melden.")]


def test_an_empty_chapter_is_asked() -> None:
    (point,) = [point for point in probe("").review.open_points if point.about == "tasks"]
    assert point.question and "leer" in point.question


@pytest.mark.parametrize(
    ("words", "none"),
    [
        ("Entfällt.", True),
        ("entfallt", True),
        ("-", True),
        ("Keine", True),
        ("Keine gesonderten Einzelaufträge.", True),
        ("Es werden keine Einzelaufträge erteilt.", True),
        ("keine Vorschüsse mehr zahlen.", False),
        ("- melden", False),
        ("Entfällt ab 01.06.2026 für die Service Center.", False),
    ],
)
def test_the_words_for_no_tasks(words: str, none: bool) -> None:
    assert says_no_tasks(words) is none
