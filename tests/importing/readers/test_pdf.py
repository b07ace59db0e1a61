"""PDF with a text layer: order, pages, links, tables, and hostile files."""

from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from geltung.importing.readers import read
from geltung.importing.source import Link, Unreadable
from tests.importing.made import A_DIRECTIVE, make_pdf, make_text_pdf


def test_a_directive_reads_line_by_line(tmp_path: Path) -> None:
    found = read(make_text_pdf(tmp_path / "a.pdf", A_DIRECTIVE))
    assert found.kind == "pdf"
    assert not found.damaged
    assert [line.text for line in found.lines] == A_DIRECTIVE.splitlines()


def test_header_and_footer_stand_where_the_page_has_them(tmp_path: Path) -> None:
    found = read(make_pdf(tmp_path / "a.pdf", ["Erste Seite", "\f", "Zweite Seite"], "Bundesagentur", "Seite"))
    assert [(line.page, line.text) for line in found.lines if line.text] == [
        (1, "Bundesagentur"), (1, "Erste Seite"), (1, "Seite 1"),
        (2, "Bundesagentur"), (2, "Zweite Seite"), (2, "Seite 2"),
    ]  # fmt: skip


def test_links_keep_the_words_that_they_lie_on(tmp_path: Path) -> None:
    path = make_pdf(
        tmp_path / "a.pdf", ['Siehe <a href="https://intranet.example/ez">Gesprächsleitfäden EZ</a> und mehr.']
    )
    line = read(path).lines[0]
    assert line.text == "Siehe Gesprächsleitfäden EZ und mehr."
    assert line.links == (Link("Gesprächsleitfäden EZ", "https://intranet.example/ez"),)


def test_tables_have_cells(tmp_path: Path) -> None:
    from reportlab.platypus import SimpleDocTemplate, Table

    path = tmp_path / "a.pdf"
    SimpleDocTemplate(str(path)).build(
        [Table([["Dienststelle", "Frist"], ["Zentrale", "01.07.2025"]], colWidths=[150, 100])]
    )
    rows = [line for line in read(path).lines if line.text]
    assert [line.cells for line in rows] == [("Dienststelle", "Frist"), ("Zentrale", "01.07.2025")]
    assert {line.style for line in rows} == {"table row"}


def make_columns(path: Path, left: str, right: str) -> Path:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

    document = BaseDocTemplate(str(path))
    frames = [
        Frame(50, 650, 500, 120, id="head"),
        Frame(50, 50, 240, 590, id="left"),
        Frame(310, 50, 240, 590, id="right"),
    ]
    document.addPageTemplates(PageTemplate(frames=frames))
    style = getSampleStyleSheet()["Normal"]
    parts = (Paragraph("Gültig ab: 01.07.2025", style), FrameBreak(), Paragraph(left, style), FrameBreak())
    document.build([*parts, Paragraph(right, style)])
    return path


def test_two_columns_of_text_are_read_one_after_the_other(tmp_path: Path) -> None:
    left, right = (
        ("Die Agenturen bearbeiten alle Vorgänge. " * 12).strip(),
        ("Die Zentrale prüft die Berichte. " * 12).strip(),
    )
    found = read(make_columns(tmp_path / "a.pdf", left, right))
    assert " ".join(line.text for line in found.lines if line.text) == f"Gültig ab: 01.07.2025 {left} {right}"


def test_a_word_divided_at_a_line_end_stays_on_both_lines(tmp_path: Path) -> None:
    text = "stellen dies sicher, empfohlen sind entsprechende Outlook-\nRegeln und die Arbeits-\nhilfe zur E-Mail."
    assert [line.text for line in read(make_text_pdf(tmp_path / "a.pdf", text)).lines] == text.split("\n")


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(tmp_path: Path, turn: int) -> None:
    writer = PdfWriter(clone_from=make_text_pdf(tmp_path / "a.pdf", "erste Zeile\nzweite Zeile"))
    writer.pages[0].rotate(turn)
    writer.pages[0].transfer_rotation_to_content()
    writer.pages[0].rotate(360 - turn)
    writer.write(tmp_path / "b.pdf")
    assert [line.text for line in read(tmp_path / "b.pdf").lines if line.text] == ["erste Zeile", "zweite Zeile"]


def test_a_wrong_ending_is_read_by_content(tmp_path: Path) -> None:
    path = make_text_pdf(tmp_path / "a.txt", "Größe")
    assert read(path).kind == "pdf"


def encrypted(path: Path, made: Path) -> None:
    writer = PdfWriter(clone_from=made)
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(path)


def test_a_password_is_named(tmp_path: Path) -> None:
    encrypted(tmp_path / "b.pdf", make_text_pdf(tmp_path / "a.pdf", "Größe"))
    with pytest.raises(Unreadable, match="Kennwort"):
        read(tmp_path / "b.pdf")


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_truncated_file_is_never_read_in_part(tmp_path: Path, share: float) -> None:
    whole = make_text_pdf(tmp_path / "a.pdf", A_DIRECTIVE).read_bytes()
    (tmp_path / "b.pdf").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Unreadable, match=r"unvollständig|beschädigt"):
        read(tmp_path / "b.pdf")


def test_a_broken_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n" + b"kaputt " * 200 + b"\n%%EOF")
    with pytest.raises(Unreadable, match="beschädigt"):
        read(tmp_path / "a.pdf")


def test_too_many_pages(tmp_path: Path) -> None:
    writer = PdfWriter()
    page = PdfReader(make_text_pdf(tmp_path / "a.pdf", "eins")).pages[0]
    for _ in range(1001):
        writer.add_page(page)
    writer.write(tmp_path / "b.pdf")
    with pytest.raises(Unreadable, match="1001 Seiten"):
        read(tmp_path / "b.pdf")


def test_more_than_the_limit_of_bytes(tmp_path: Path) -> None:
    with (tmp_path / "a.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(101 * 1024 * 1024)
    with pytest.raises(Unreadable, match="zu groß"):
        read(tmp_path / "a.pdf")


def test_a_pdf_without_anything(tmp_path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(tmp_path / "a.pdf")
    with pytest.raises(Unreadable, match="keinen Text"):
        read(tmp_path / "a.pdf")


def test_cells_of_a_pdf_over_several_lines(tmp_path: Path) -> None:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["Normal"]
    texts = [
        ["Wer", "Auftrag", "Frist"],
        ["Die Service Center", "melden den Stand an die zuständige Stelle", "30.09.2026"],
        ["", "helfen", ""],
        ["Die Zentrale", "führt Buch", "sofort"],
    ]
    table = Table([[Paragraph(text, style) for text in row] for row in texts], colWidths=[120, 130, 100])
    path = tmp_path / "a.pdf"
    SimpleDocTemplate(str(path)).build([table, Paragraph("Ein Satz, der nicht mehr zur Tabelle gehört.", style)])
    assert [line.cells for line in read(path).lines if line.text] == [
        ("Wer", "Auftrag", "Frist"),
        ("", "melden den Stand an die", ""),
        ("Die Service Center", "zuständige Stelle", "30.09.2026"),
        ("", "helfen", ""),
        ("Die Zentrale", "führt Buch", "sofort"),
        (),
    ]
