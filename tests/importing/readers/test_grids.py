"""Tables of a PDF whose borders are drawn."""

from pathlib import Path

from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from geltung.importing.readers import read

TEXTS = [
    ["Wer", "Auftrag", "Frist"],
    ["Die Service Center", "melden den Stand an die zuständige Stelle und helfen", "30.09.2026"],
    ["Die Zentrale", "führt Buch und sagt es allen anderen in der Runde weiter", "sofort"],
]


def make(path: Path, texts: list[list[str]], widths: list[float], *, borders: bool = True) -> Path:
    style = getSampleStyleSheet()["Normal"]
    table = Table([[Paragraph(text, style) for text in row] for row in texts], colWidths=widths)
    table.setStyle([("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *([("GRID", (0, 0), (-1, -1), 0.5, "black")] * borders)])
    around = Paragraph("Vorher steht ein Satz.", style), Paragraph("Danach steht ein Satz.", style)
    SimpleDocTemplate(str(path)).build([around[0], table, around[1]])
    return path


def test_centred_cells_are_whole(tmp_path: Path) -> None:
    found = [line for line in read(make(tmp_path / "a.pdf", TEXTS, [120, 130, 100])).lines if line.text]
    assert [line.cells for line in found] == [(), *map(tuple, TEXTS), ()]
    assert [found[0].text, found[-1].text] == ["Vorher steht ein Satz.", "Danach steht ein Satz."]


def test_an_empty_cell_keeps_its_place(tmp_path: Path) -> None:
    texts = [*TEXTS, ["", "berichten", "sofort"]]
    found = [line.cells for line in read(make(tmp_path / "a.pdf", texts, [120, 130, 100])).lines if line.text]
    assert found[-2] == ("", "berichten", "sofort")


def test_a_cell_over_two_rows_is_one(tmp_path: Path) -> None:
    style = getSampleStyleSheet()["Normal"]
    who = Paragraph("Die Service Center und alle, die ihnen helfen", style)
    table = Table(
        [["Wer", "Auftrag", "Frist"], [who, "melden", "bald"], ["", "prüfen", "sofort"]], colWidths=[90, 90, 90]
    )
    table.setStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (0, 1), (0, 2)), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    )
    SimpleDocTemplate(str(tmp_path / "a.pdf")).build([table])
    assert [line.cells for line in read(tmp_path / "a.pdf").lines if line.text][1:] == [
        ("Die Service Center und alle, die ihnen helfen", "melden", "bald"), ("", "prüfen", "sofort"),
    ]  # fmt: skip


def test_a_word_divided_in_a_cell_is_whole(tmp_path: Path) -> None:
    texts = [["Wer", "Auftrag"], ["Die Zentrale", "nutzt die Arbeits-<br/>hilfe"]]
    found = [line.cells for line in read(make(tmp_path / "a.pdf", texts, [120, 130])).lines if line.text]
    assert found[2] == ("Die Zentrale", "nutzt die Arbeitshilfe")


def test_labels_and_their_values_in_a_table_keep_their_lines(tmp_path: Path) -> None:
    texts = [["Gültig ab:", "01.07.2026"], ["Bezug:", "• Weisung 202404002<br/>• Weisung 202404003"]]
    found = [line.text.strip() for line in read(make(tmp_path / "a.pdf", texts, [120, 130])).lines if line.text]
    assert found[1:-1] == ["Gültig ab: 01.07.2026", "Bezug:", "• Weisung 202404002", "• Weisung 202404003"]


def test_a_frame_around_text_is_no_table(tmp_path: Path) -> None:
    found = read(make(tmp_path / "a.pdf", [["Ein Hinweis, der in einem Rahmen steht."]], [300])).lines
    assert all(line.style is None for line in found)
