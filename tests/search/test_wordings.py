"""What was amended is found as it read on the day asked about."""

from datetime import date
from pathlib import Path

import pytest

from geltung import load
from geltung.search.search import Filters, Found, Hit, search
from tests.search.collection import collection, write

BEFORE, ON, AFTER = date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 15)
AMENDED = """## 1. Lage

> Die Unterlagen kommen mit der Kutsche.
> {: .earlier until=2025-01-31 }

> Die Unterlagen kommen mit dem Telegramm.
> {: .earlier until=2025-02-28 }

Die Unterlagen kommen mit der Drohne.

## 2. Einzelaufträge

### Die Eingangszonen

- zählen die Pinguine bis zum 30.06.2025.
  {: #zaehlung .task due_on=2025-06-30 }

    > zählen die Walrosse bis zum 31.05.2025.
    > {: .earlier until=2025-02-28 due_on=2025-05-31 }

- melden die Eisbären.
  {: #neu .task added_on=2025-03-01 }
"""
CHANGE = """changes:
  - {kind: amendment, target: "202501003", parts: ["1"], effective: 2025-02-01}
  - {kind: amendment, target: "202501003", parts: ["1", "#zaehlung", "#neu"], effective: 2025-03-01}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path / "cache"))
    folder = collection(tmp_path / "directives")
    write(folder, "202501003", "Tierzählung", AMENDED)
    write(folder, "202501004", "Änderung", "## 1. Lage\n\nNeues.\n")
    change(folder, "source:", f"{CHANGE}source:")
    return folder


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "202501004.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def ask(folder: Path, text: str, day: date, **options: object) -> Found:
    return search(load(folder), text, Filters(day, **options))  # type: ignore[arg-type]


def found(folder: Path, text: str, day: date, **options: object) -> list[tuple[str, bool | None]]:
    hits = ask(folder, text, day, **options).hits
    return [(hit.passage.id, hit.in_force) for hit in hits if hit.passage.directive == "202501003"]


def counting(found: Found) -> Hit:
    """The only hit on the task that was amended."""
    (hit,) = (hit for hit in found.hits if hit.passage.id == "202501003#zaehlung")
    return hit


@pytest.mark.parametrize(
    ("word", "days"),
    [
        ("Kutsche", ()),
        ("Telegramm", (BEFORE,)),
        ("Drohne", (ON, AFTER)),
        ("Walrosse", (BEFORE,)),
        ("Pinguine", (ON, AFTER)),
        ("Eisbären", (ON, AFTER)),
    ],
)
def test_the_wording_of_the_day_is_found(folder: Path, word: str, days: tuple[date, ...]) -> None:
    assert tuple(day for day in (BEFORE, ON, AFTER) if found(folder, word, day)) == days
    assert all(state for day in days for _, state in found(folder, word, day))


def test_each_amendment_begins_on_its_day(folder: Path) -> None:
    shown = {day: ask(folder, "Unterlagen", date.fromisoformat(day)).hits for day in ("2025-01-31", "2025-02-01")}
    assert ["Kutsche" in hit.snippet for hit in shown["2025-01-31"]] == [True]
    assert ["Telegramm" in hit.snippet for hit in shown["2025-02-01"]] == [True]


def test_a_place_is_one_hit_with_text_line_and_deadline_of_the_day(folder: Path) -> None:
    before, after = (counting(ask(folder, "zählen", day)) for day in (BEFORE, AFTER))
    assert ("Walrosse" in before.snippet, before.passage.due_on) == (True, "2025-05-31")
    assert ("Pinguine" in after.snippet, after.passage.due_on) == (True, "2025-06-30")
    lines = (folder / "202501003.md").read_text(encoding="utf-8").splitlines()
    assert [("Walrosse" in lines[hit.passage.line - 1]) for hit in (before, after)] == [True, False]


def test_earlier_wordings_are_found_on_request_and_not_as_current(folder: Path) -> None:
    assert found(folder, "Telegramm", AFTER, also_ended=True) == [("202501003#1", False)]
    assert found(folder, "Walrosse", AFTER, also_ended=True) == [("202501003#zaehlung", False)]
    assert ("202501003#1", True) in found(folder, "Unterlagen Telegramm", AFTER, also_ended=True)


def test_the_earlier_wording_of_a_task_goes_on_if_the_amendment_is_a_draft(folder: Path) -> None:
    change(folder, "title:", "draft: true\ntitle:")
    assert found(folder, "Walrosse", AFTER) == [("202501003#zaehlung", True)]
    assert found(folder, "Pinguine", AFTER) == []


def test_what_has_ended_is_found_as_it_read_last(folder: Path) -> None:
    change(folder, "changes:\n", 'changes:\n  - {kind: repeal, target: "202501003", effective: 2025-04-01}\n')
    assert found(folder, "Pinguine", date(2025, 5, 1)) == []
    assert found(folder, "Pinguine", date(2025, 5, 1), also_ended=True) == [("202501003#zaehlung", False)]
    assert "Pinguine" in counting(ask(folder, "zählen", date(2025, 5, 1), also_ended=True)).snippet


def test_of_a_row_only_the_wording_that_counts_is_found(folder: Path) -> None:
    rows = (
        "| SC | füttern Kamele | sofort {: #zaehlung .task } |\n"
        "| SC | füttern Lamas | laufend {: .earlier until=2025-02-28 } |\n"
        "| SC | füttern Esel | sofort {: #neu .task added_on=2025-03-01 } |\n"
    )
    body = f"## 1. Lage\n\nNeues.\n\n## 2. Einzelaufträge\n\n| Wer | Was | Wann |\n|---|---|---|\n{rows}"
    write(folder, "202501003", "Tierfütterung", body)
    assert [hit.passage.id for hit in ask(folder, "Lamas", BEFORE).hits] == ["202501003#zaehlung"]
    assert not ask(folder, "Kamele", BEFORE).hits
    assert [hit.passage.id for hit in ask(folder, "Kamele", AFTER).hits] == ["202501003#zaehlung"]
    assert not ask(folder, "Lamas", AFTER).hits
