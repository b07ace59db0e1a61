"""Chapters with headings other than usual: counted in Roman numbers or letters, or not called Einzelaufträge."""

import pytest

from geltung.importing.tasks.task_making import UNUSUAL_CHAPTER
from tests.importing.probe import HEAD
from tests.importing.records import Outcome, addressed, imported

TASKS = "Die Agenturen für Arbeit\n\n• melden die Zahlen bis zum 30.06.2026.\n• prüfen die Akten."
HEADER = HEAD.split("1. Ausgangssituation")[0]


def directive(*headings: str, tasks: str = TASKS, damaged: bool = False) -> Outcome:
    """A directive with these four headings; the tasks lie under the third."""
    first, second, third, last = headings
    body = f"{first}\n\nEs ist so.\n\n{second}\n\nDas ist neu.\n\n{third}\n\n{tasks}\n\n{last}\n\nEntfällt\n"
    return imported(HEADER + body, "a.txt", damaged=damaged)


def found_in(outcome: Outcome) -> list[str]:
    return [f"{' '.join(addressed(task.current))}: {task.current.text}" for task in outcome.record.tasks]


WANTED = ["AA: melden die Zahlen bis zum 30.06.2026.", "AA: prüfen die Akten."]
SURE_TITLES = ("3. Aufträge", "3. Arbeitsaufträge", "3 Einzelaufträge", "3. EINZELAUFTRÄGE", "Einzelaufträge:",
               "Kapitel 3: Einzelaufträge", "3) Einzelaufträge", "3 – Einzelaufträge", "5. Einzelaufträge")  # fmt: skip


@pytest.mark.parametrize("title", SURE_TITLES)
def test_titles_of_the_chapter(title: str) -> None:
    found = directive("1. Ausgangssituation", "2. Auftrag und Ziel", title, "6. Info")
    assert found_in(found) == WANTED
    assert all(found.certain(f"task:{task.id}") for task in found.record.tasks)


@pytest.mark.parametrize(
    "title", ["3. Umsetzung", "3. Maßnahmen", "3. Weisung", "3. Aufgaben der Dienststellen", "3. Agenturen für Arbeit"]
)
def test_a_chapter_that_is_not_called_so_is_asked_about_once(title: str) -> None:
    found = directive("1. Ausgangssituation", "2. Auftrag und Ziel", title, "4. Info")
    assert found_in(found) == WANTED
    assert [point.question for point in found.review.open_points].count(UNUSUAL_CHAPTER) == 1
    assert not any(found.certain(f"task:{task.id}") for task in found.record.tasks)


def test_beside_einzelauftraege_no_other_chapter_holds_tasks() -> None:
    found = directive("1. Ausgangssituation", "2. Einzelaufträge", "3. Umsetzung", "4. Info")
    assert found_in(found) == []


@pytest.mark.parametrize(
    "headings",
    [
        ("I. Ausgangssituation", "II. Auftrag und Ziel", "III. Einzelaufträge", "IV. Info"),
        ("I Ausgangssituation", "II Auftrag und Ziel", "III Einzelaufträge", "IV Info"),
        ("A. Ausgangssituation", "B. Auftrag und Ziel", "C. Einzelaufträge", "D. Info"),
        ("A) Ausgangssituation", "B) Auftrag und Ziel", "C) Einzelaufträge", "D) Info"),
    ],
)
def test_roman_numbers_and_letters(headings: tuple[str, str, str, str]) -> None:
    found = directive(*headings)
    assert found_in(found) == WANTED
    assert [section.number for section in found.record.sections] == ["1", "2", "3", "4"]
    (point,) = [point for point in found.review.open_points if point.value == "Kapitel"]
    assert [place.quote for place in point.places] == list(headings)


def test_damaged_roman_numbers() -> None:
    found = directive("|. Ausgangssituation", "Il. Auftrag und Ziel", "Ill. Einzelauftrage", "IV. Info", damaged=True)
    assert found_in(found) == WANTED


def test_roman_numbers_of_addressees_are_no_chapters() -> None:
    tasks = "I. Agenturen für Arbeit\n\n• prüfen die Akten.\n\nII. Regionaldirektionen\n\n• berichten."
    found = directive("1. Ausgangssituation", "2. Auftrag und Ziel", "3. Einzelaufträge", "4. Info", tasks=tasks)
    assert found_in(found) == ["AA: prüfen die Akten.", "RD: berichten."]
    assert [section.number for section in found.record.sections] == ["1", "2", "3", "4"]


def test_arabic_numbers_within_roman_ones_are_no_chapters() -> None:
    found = directive("I. Ausgangssituation", "II. Auftrag und Ziel\n\n1. Verfahren", "III. Einzelaufträge", "IV. Info")
    assert found_in(found) == WANTED
