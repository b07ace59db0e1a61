"""Lists of a PDF without any sign: told by where lines begin, and asked."""

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from geltung.importing.readers import read
from geltung.importing.readers.placed import listed
from geltung.importing.recognise import recognise
from tests.importing.probe import HEAD
from tests.importing.readers.test_placed import EMPTY, Placed, words
from tests.importing.records import known

TEXT = [words("Die RD und viele andere", 60, 396, y=760), words("Der Rest", 60, 90, y=740)]


def styles(lines: list[Placed]) -> list[str | None]:
    return [line.style for line in listed(lines) if line.text]


def line(text: str, left: float, right: float, page: int = 1) -> Placed:
    """A line whose last word ends at `right`."""
    return words(text, *((left, right - 4) if " " in text else (left,)), page=page)


def test_items_end_where_the_next_word_had_room() -> None:
    lines = [*TEXT, line("melden die", 90, 400), line("Zahlen,", 90, 130), line("prüfen", 90, 400)]
    assert styles(lines)[2:] == ["indented", "list text", "indented"]


def test_items_end_with_a_semicolon_a_full_stop_or_a_gap() -> None:
    lines = [*TEXT, line("melden an;", 90, 400), line("prüfen dies", 90, 400), EMPTY, line("berichten zu", 90, 400)]
    assert styles(lines)[2:] == ["indented"] * 3
    lines = [
        *TEXT,
        line("melden an.", 90, 400),
        line("Das ist", 90, 400),
        line("neu jetzt.", 90, 400),
        line("prüfen", 90, 95),
    ]
    assert styles(lines)[2:] == ["indented", "list text", "list text", "indented"]


def test_hanging_lines_carry_on() -> None:
    lines = [
        *TEXT,
        line("melden die", 90, 400),
        line("Zahlen,", 100, 130),
        line("auch", 100, 130),
        line("prüfen", 90, 130),
    ]
    assert styles(lines)[2:] == ["indented", "list text", "list text", "indented"]


def test_a_list_runs_over_the_page() -> None:
    lines = [*TEXT, line("melden die", 90, 400), line("Zahlen zu", 90, 400, 2), line("prüfen", 90, 95, 2)]
    assert styles(lines)[2:] == ["indented", "list text", "list text"]


def test_titles_in_the_middle_and_single_lines_are_no_lists() -> None:
    assert styles([*TEXT, line("Bundesagentur für", 200, 400), line("Zentrale in", 200, 400)])[2:] == [None, None]
    assert styles([*TEXT, line("Bundesagentur für", 90, 400)])[2:] == [None]


def test_what_stands_under_the_text_of_a_bullet_begins_no_item() -> None:
    lines = [
        *TEXT,
        words("• melden", 72, 90),
        words("Die", 60, page=1),
        words("Zahlen", 90, page=2),
        words("an", 90, page=2),
    ]
    assert styles(lines)[4:] == [None, None]


def test_orders_told_by_indentation_are_asked(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    goal = "Das neue Verfahren gilt für alle Dienststellen, die Anträge von Kundinnen und Kunden bearbeiten"
    tasks = "Die Agenturen für Arbeit\n  melden die Zahlen bis zum 30.06.2026,\n  prüfen die Listen.\n4. Info\nentfällt"
    for number, text in enumerate(HEAD.format(goal=f"{goal}.", tasks=tasks).splitlines()):
        canvas.drawString(90 if text.startswith("  ") else 60, 800 - number * 16, text.strip())
    canvas.save()
    found = recognise(read(tmp_path / "a.pdf"), known())
    nodes = [node for node in found.nodes if node.task is not None]
    assert [node.text for node in nodes] == ["melden die Zahlen bis zum 30.06.2026,", "prüfen die Listen."]
    assert all(any("Aufzählungszeichen ist verloren" in doubt for doubt in node.task.doubts) for node in nodes)
