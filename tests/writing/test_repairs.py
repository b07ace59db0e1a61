"""Safe repairs: what is put right, what is left to a person, and that no word changes."""

from pathlib import Path

import pytest

from geltung.parse.directive import parse_text
from geltung.writing.repairs import repair_text
from tests.conftest import ROOT, Run
from tests.store.documents import A, directive, tasks, write

NAME = f"{A}.md"


def with_task(words: str, attributes: str = "#t .task") -> str:
    return directive(body=f"## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n- {words}\n  {{: {attributes} }}\n")


def attributes_of(text: str) -> str:
    line = next(line for line in repair_text(text, NAME).splitlines() if "{:" in line)
    return line.strip()[3:-2]


PLAIN = (
    ("melden die Zahlen bis zum 30.06.2025.", "#t .task due_on=2025-06-30"),
    ("melden die Zahlen spätestens zum 30. Juni 2025.", "#t .task due_on=2025-06-30"),
    ("wenden ab 01.07.2025 die Leitfäden an.", "#t .task starts_on=2025-07-01"),
    ("wenden ab dem 01.07.2025 die Leitfäden an, die im Intranet stehen.", "#t .task starts_on=2025-07-01"),
    ("erproben es vom 01.04.2026 bis zum 31.07.2026.", "#t .task starts_on=2026-04-01 ends_on=2026-07-31"),
)
DOUBTFUL = (
    "bearbeiten Vorgänge, die bis zum 31.03.2025 eingegangen sind.",
    "bearbeiten Vorgänge, die bis zum 31.03.2025 eingegangen sind, bis zum 30.06.2025.",
    "wenden die ab 01.07.2025 geltenden Leitfäden an.",
    "wenden die Leitfäden an, welche ab 01.07.2025 gelten.",
    "melden alle bis zum 31.03.2025 eingegangenen Anträge.",
    "melden die Zahlen bis zum 30.06.",
    "melden die Zahlen bis Ende Juni 2025.",
    "melden die Zahlen mit Ablauf des 30.06.2025.",
    "melden die Zahlen nach dem 30.06.2025.",
    "melden die Zahlen 2 Wochen vor dem 30.06.2025.",
    "beachten die Weisung 202404002 vom 03.04.2024.",
    "melden die Zahlen am 30.06.2025.",
    "löschen Daten, wenn sie bis zum 30.06.2025 nicht gebraucht werden.",
    "nutzen die Vorlage (Stand 01.07.2025).",
    "melden die Zahlen des Zeitraums vom 01.01.2026 bis 31.03.2026.",
    "melden die Zahlen vom 01.01.2026 bis 31.03.2026.",
    "wenden bis zum 30.06.2026 das alte Verfahren an.",
    "bewahren die Unterlagen bis zum 30.06.2026 auf.",
    "melden bis zum 30.06.2026 nicht.",
    "dürfen bis zum 30.06.2026 das alte Formular nutzen.",
    "beginnen nicht vor dem 01.07.2026.",
)


@pytest.mark.parametrize(("words", "expected"), PLAIN, ids=[words for words, _ in PLAIN])
def test_plain_dates_become_attributes(words: str, expected: str) -> None:
    assert attributes_of(with_task(words)) == expected


@pytest.mark.parametrize("words", DOUBTFUL)
def test_other_dates_are_left_to_a_person(words: str) -> None:
    assert attributes_of(with_task(words)) == "#t .task"


def test_what_is_stated_stays() -> None:
    words = "melden die Zahlen bis zum 30.06.2025."
    for attributes in ("#t .task due_on=2025-07-31", '#t .task other_dates="2025-06-30"', '#t .task due_on="bald"'):
        assert attributes_of(with_task(words, attributes)) == attributes


def test_missing_ids_are_made_from_the_words_and_are_unique() -> None:
    text = tasks("", "", "").replace("#t1 .task", ".task").replace("#t3 .task", ".task")
    repaired = repair_text(directive(body=text), NAME)
    record, found = parse_text(repaired, NAME)
    assert record is not None
    assert [item.code for item in found] == []
    ids = [task.id for task in record.tasks]
    assert ids == ["nummer", "t2", "nummer-2"]


def test_order_and_layout() -> None:
    text = directive().replace("title: ", "kind: Weisung\ntitle: ", 1)
    messy = text.replace("kind: Weisung\n", "").replace("---\n\nKurz", "kind: Weisung\n---\n\nKurz")
    assert messy != text
    assert repair_text(messy, NAME) == text


def test_lines_stay_where_a_review_list_names_them() -> None:
    text = with_task("melden die Zahlen bis zum 30.06.2025.").replace("\n\n## 3", "\n\n\n\n## 3")
    repaired = repair_text(text, NAME, keep_lines=True)
    assert repaired == text.replace("#t .task", "#t .task due_on=2025-06-30")


@pytest.mark.parametrize("path", sorted((ROOT / "directives").glob("*.md")), ids=lambda path: path.name)
def test_nothing_to_repair_in_the_repository(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert repair_text(text, path.name) == text


class TestCommand:
    def test_asks_shows_and_writes(self, tmp_path: Path, geltung: Run) -> None:
        text = with_task("melden die Zahlen bis zum 30.06.2025.")
        folder = write(tmp_path / "c", {A: text})
        path = folder / NAME
        for answer in ("", "n\n"):
            asked = geltung("check", "--fix", directory=folder, answers=answer)
            assert "+  {: #t .task due_on=2025-06-30 }" in asked.stdout
            assert "1 Datei so ändern? [j/N]" in asked.stderr
            assert "Nichts geändert." in asked.stderr
            assert "T007" in asked.stdout
            assert path.read_text(encoding="utf-8") == text
        done = geltung("check", "--fix", directory=folder, answers="j\n")
        assert "1 Datei geändert." in done.stderr
        assert "T007" not in done.stdout
        assert "due_on=2025-06-30" in path.read_text(encoding="utf-8")
        assert "Nichts, was sich sicher beheben lässt." in geltung("check", "--fix", "--yes", directory=folder).stderr

    def test_yes_alone_makes_no_sense(self, geltung: Run) -> None:
        found = geltung("check", "--yes")
        assert found.returncode == 2
        assert "nur zusammen mit --fix" in found.stderr

    def test_json_stays_json(self, tmp_path: Path, geltung: Run) -> None:
        folder = write(tmp_path / "c", {A: with_task("melden die Zahlen bis zum 30.06.2025.")})
        found = geltung("check", "--fix", "--yes", "--format", "json", directory=folder)
        assert found.stdout.startswith("{")
        assert "+  {: #t .task due_on=2025-06-30 }" in found.stderr


def test_rows_of_tables_are_repaired_in_their_cell() -> None:
    table = (
        "## 3. Einzelaufträge\n\n| Wer | Was |\n|---|---|\n| AA | melden die Zahlen bis zum 30.06.2025. {: .task } |\n"
    )
    assert "| AA | melden die Zahlen bis zum 30.06.2025. {: #zahlen .task due_on=2025-06-30 } |\n" in repair_text(
        directive(body=table), NAME
    )
