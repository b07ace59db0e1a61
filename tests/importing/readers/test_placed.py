"""Lists of a PDF: signs of symbol fonts, levels, and the lines that carry an item on."""

from pathlib import Path

import pytest
from pypdf import PdfWriter
from pypdf.generic import NameObject
from pypdfium2 import PdfDocument
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from geltung.importing.readers import read
from geltung.importing.readers.layout import Word
from geltung.importing.readers.lines import RawLine
from geltung.importing.readers.placed import Placed, listed
from geltung.importing.readers.symbols import sign_for
from tests.importing.readers.test_marks import LIST, page


def words(text: str, *lefts: float, y: float = 700.0, page: int = 1) -> Placed:
    """A line whose words begin at these places; the last one stands for all further words."""
    parts = text.split(maxsplit=len(lefts) - 1)
    boxes = tuple(Word(part, left, y, left + 4, y + 12) for part, left in zip(parts, lefts, strict=True))
    return Placed(RawLine(text, page), boxes)


def shape(lines: list[Placed]) -> list[tuple[str | None, int]]:
    """Style and indentation of each line."""
    return [(line.style, len(line.text) - len(line.text.lstrip())) for line in listed(lines)]


EMPTY = Placed(RawLine("", 1), ())


def test_levels_and_further_lines(tmp_path: Path) -> None:
    found = [line for line in read(page(tmp_path / "a.pdf", LIST)).lines if line.text]
    assert [(line.style, len(line.text) - len(line.text.lstrip())) for line in found] == [
        (None, 0), ("list", 3), ("list text", 5), ("list", 8), ("list", 13), ("list", 8), ("list", 3),
    ]  # fmt: skip


def test_a_line_further_left_or_behind_a_gap_carries_no_item_on() -> None:
    item = words("• melden die", 78, 96)
    assert shape([words("Die", 60), item, words("Zahlen", 96), words("Die", 60), words("RD", 96)]) == [
        (None, 0), ("list", 3), ("list text", 6), (None, 0), (None, 0),
    ]  # fmt: skip
    assert shape([words("Die", 60), item, EMPTY, words("Zahlen", 96)])[3] == (None, 6)


def test_behind_items_within_it_an_item_is_carried_on_by_no_style() -> None:
    lines = [words("• melden", 60, 78), words("– Zahlen", 78, 96), words("und", 78)]
    assert shape(lines) == [("list", 0), ("list", 3), (None, 3)]


def test_a_dash_in_running_text_is_no_item() -> None:
    assert shape([words("– und nicht", 60, 67)]) == [(None, 0)]
    assert shape([words("o melden", 60, 78)]) == [("list", 0)]


def test_numbers_are_indented_but_not_styled() -> None:
    assert shape([words("Die", 60), words("1. melden", 78, 96), words("a) Zahlen", 96, 114)]) == [
        (None, 0), (None, 3), (None, 6),
    ]  # fmt: skip


def test_the_second_column_counts_from_its_own_edge() -> None:
    left = [words("Die", 60, y=700), words("• melden", 78, 96, y=680)]
    right = [words("• prüfen", 338, 356, y=700), words("Die", 320, y=680), words("• berichten", 338, 356, y=660)]
    assert shape([*left, *right]) == [(None, 0), ("list", 3), ("list", 3), (None, 0), ("list", 3)]


def with_signs(path: Path, sign: str) -> Path:
    canvas = Canvas(str(path), pagesize=A4)
    for y in (700, 684):
        canvas.setFont("Times-Roman", 11)
        canvas.drawString(60, y, sign)
        canvas.setFont("Helvetica", 11)
        canvas.drawString(78, y, "melden")
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("letter", "font", "sign"),
    [("§", "Wingdings-Regular", "▪"), ("Ø", "Wingdings", "➢"), ("ü", "Wingdings", "✓")],
)
def test_letters_of_symbol_fonts_are_bullets(tmp_path: Path, letter: str, font: str, sign: str) -> None:
    writer = PdfWriter(clone_from=with_signs(tmp_path / "a.pdf", letter))
    for used in writer.pages[0]["/Resources"]["/Font"].values():
        if used["/BaseFont"] == "/Times-Roman":
            used.get_object()[NameObject("/BaseFont")] = NameObject(f"/ABCDEF+{font}")
    writer.write(tmp_path / "b.pdf")
    assert [line.text for line in read(tmp_path / "b.pdf").lines if line.text] == [f"{sign} melden"] * 2


@pytest.mark.parametrize(("letter", "sign"), [("\uf0b7", "•"), ("\uf0a7", "▪"), ("\uf0d8", "➢"), ("\uf076", "◆")])
def test_signs_without_letters_of_their_own(tmp_path: Path, letter: str, sign: str) -> None:
    assert sign_for(PdfDocument(with_signs(tmp_path / "a.pdf", "•"))[0].get_textpage(), 0, letter) == sign


def test_the_same_letters_in_a_font_of_text_stay(tmp_path: Path) -> None:
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=A4)
    canvas.setFont("Helvetica", 11)
    canvas.drawString(60, 700, "§ 38 gilt")
    canvas.save()
    assert read(tmp_path / "a.pdf").lines[0].text == "§ 38 gilt"
