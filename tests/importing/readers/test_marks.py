"""Bullets that a PDF draws instead of writing them."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from geltung.importing.readers import read

STEP = 16


def disc(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x, y + 3.5, 1.6, stroke=0, fill=1)


def ring(canvas: Canvas, x: float, y: float) -> None:
    canvas.circle(x, y + 3.5, 2.0, stroke=1, fill=0)


def square(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(x - 1.5, y + 2, 3, 3, stroke=0, fill=1)


def box(canvas: Canvas, x: float, y: float) -> None:
    canvas.roundRect(x - 5, y - 1, 10.5, 10.5, 2, stroke=1, fill=0)


def page(path: Path, lines: list[tuple[object, float, str]]) -> Path:
    """A page of lines, each with what draws its mark (or nothing), its distance from the margin, and its text."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    for number, (mark, indent, text) in enumerate(lines):
        y = 780 - number * STEP
        if mark is not None:
            mark(canvas, 60 + indent - 9, y)  # type: ignore[operator]
        canvas.drawString(60 + indent, y, text)
    canvas.save()
    return path


def texts(path: Path) -> list[str]:
    return [line.text for line in read(path).lines if line.text]


LIST = [
    (None, 0, "Die Agenturen für Arbeit"),
    (disc, 30, "melden die Zahlen, die zum Stichtag in den"),
    (None, 30, "Listen stehen, und zwar:"),
    (ring, 60, "Zahlen der Kunden,"),
    (square, 90, "nach Alter,"),
    (ring, 60, "Zahlen der Betriebe."),
    (disc, 30, "berichten."),
]


def test_drawn_bullets_are_read(tmp_path: Path) -> None:
    assert [line.strip() for line in texts(page(tmp_path / "a.pdf", LIST))] == [
        "Die Agenturen für Arbeit", "• melden die Zahlen, die zum Stichtag in den", "Listen stehen, und zwar:",
        "◦ Zahlen der Kunden,", "▪ nach Alter,", "◦ Zahlen der Betriebe.", "• berichten.",
    ]  # fmt: skip


def test_an_image_and_two_shapes_upon_each_other_are_one_bullet(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (12, 12), (0, 0, 120)).save(tmp_path / "dot.png")

    def image(canvas: Canvas, x: float, y: float) -> None:
        canvas.drawImage(str(tmp_path / "dot.png"), x - 2, y + 2, 4, 4)

    def both(canvas: Canvas, x: float, y: float) -> None:
        disc(canvas, x, y)
        disc(canvas, x, y)

    assert texts(page(tmp_path / "a.pdf", [(image, 30, "melden"), (both, 30, "prüfen")])) == ["• melden", "• prüfen"]


def test_other_drawings_are_no_bullets(tmp_path: Path) -> None:
    def underline(canvas: Canvas, x: float, y: float) -> None:
        canvas.rect(x + 9, y - 2, 80, 0.7, stroke=0, fill=1)

    def rule(canvas: Canvas, x: float, y: float) -> None:
        canvas.line(x - 20, y + 3, x + 5, y + 3)

    def leaders(canvas: Canvas, x: float, y: float) -> None:
        for place in range(5):
            disc(canvas, x - 6 * place, y)

    def below(canvas: Canvas, x: float, y: float) -> None:
        disc(canvas, x, y - 8)

    def far(canvas: Canvas, x: float, y: float) -> None:
        disc(canvas, x - 45, y)

    marks = (underline, rule, leaders, below, far, box)
    lines = [(mark, 60.0, "geprüft und gemeldet") for mark in marks]
    assert texts(page(tmp_path / "a.pdf", [*lines, (disc, 30, "3. Einzelaufträge")])) == [
        *["geprüft und gemeldet"] * len(marks), "3. Einzelaufträge",
    ]  # fmt: skip


def test_a_mark_between_two_words_is_no_bullet(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 700, "Zentrale")
    disc(canvas, 115, 700)
    canvas.drawString(122, 700, "Nürnberg")
    canvas.save()
    assert texts(tmp_path / "a.pdf") == ["Zentrale Nürnberg"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_bullets_of_a_turned_page(tmp_path: Path, turn: int) -> None:
    writer = PdfWriter(clone_from=page(tmp_path / "a.pdf", LIST))
    writer.pages[0].rotate(turn)
    writer.pages[0].transfer_rotation_to_content()
    writer.pages[0].rotate(360 - turn)
    writer.write(tmp_path / "b.pdf")
    assert texts(tmp_path / "b.pdf") == texts(tmp_path / "a.pdf")


def test_bullets_within_a_form(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.beginForm("inner")
    disc(canvas, 0, 0)
    canvas.endForm()
    canvas.beginForm("outer")
    canvas.translate(10, 20)
    canvas.scale(0.5, 0.5)
    canvas.doForm("inner")
    canvas.endForm()
    canvas.setFont("Helvetica", 11)
    for y in (700, 684):
        canvas.saveState()
        canvas.translate(41, y - 40)
        canvas.scale(2, 2)
        canvas.doForm("outer")
        canvas.restoreState()
        canvas.drawString(70, y, "melden")
    canvas.save()
    assert PdfReader(tmp_path / "a.pdf").pages[0]["/Resources"]["/XObject"]
    assert texts(tmp_path / "a.pdf") == ["• melden", "• melden"]


def test_a_page_full_of_shapes_has_no_bullets(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    for number in range(600):
        disc(canvas, 20 + number % 50 * 10, 20 + number // 50 * 10)
    canvas.drawString(600, 700, "Karte")
    canvas.drawString(60, 780, "Die Orte")
    canvas.save()
    assert texts(tmp_path / "a.pdf") == ["Die Orte", "Karte"]
