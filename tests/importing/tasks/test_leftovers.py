"""Nothing in the chapter Einzelaufträge is lost silently: what is no task is an open point."""

import pytest

from tests.importing.probe import left_of, probe, tasks_of


@pytest.mark.parametrize(
    ("tasks", "left"),
    [
        ("Das Verfahren gilt auch für Altfälle, wie es in der Anlage steht.", ["Das Verfahren gilt auch für Altfälle"]),
        ("Die Service Center\n• melden.\n\nStand der Liste: heute.\nDie Liste wird nachgereicht.\n\nEntfällt", []),
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


def test_a_recommendation_stays_text_and_is_asked() -> None:
    done = probe("Die Agenturen für Arbeit\n• melden.\n• wird empfohlen, ebenso zu verfahren.")
    assert tasks_of(done) == [(["AA"], "melden.")]
    assert left_of(done) == ["wird empfohlen, ebenso zu verfahren."]
    assert done.codes == []


def test_a_recommended_paragraph_is_no_task() -> None:
    done = probe("Die Agenturen für Arbeit melden die Zahlen.\n\nDen gemeinsamen Einrichtungen wird das empfohlen.")
    assert [text for _, text in tasks_of(done)] == ["Die Agenturen für Arbeit melden die Zahlen."]
    assert left_of(done) == ["Den gemeinsamen Einrichtungen wird das empfohlen."]


@pytest.mark.parametrize(
    "words", ["melden und es wird empfohlen, die Liste zu nutzen.", "dürfen das alte Formular nutzen."]
)
def test_what_may_be_no_order_is_asked(words: str) -> None:
    done = probe(f"Die Agenturen für Arbeit\n• {words}")
    (task,) = done.record.tasks
    assert not done.certain(f"task:{task.id}")


def test_a_table_in_the_chapter_is_asked() -> None:
    done = probe("Stelle   Vorgänge   Kosten\nEZ   12   300\nSC   15   400")
    assert any("Stehen in der Tabelle Aufträge?" in (point.question or "") for point in done.review.open_points)
