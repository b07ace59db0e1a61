"""Word and HTML files: structure, links, tables, and hostile files."""

import zipfile
from pathlib import Path

import pytest

from geltung.importing.readers import read
from geltung.importing.source import Link, Source, Unreadable
from tests.importing.made import make_docx

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def shown(source: Source) -> list[tuple[str | None, str]]:
    return [(line.style, line.text) for line in source.lines if line.text]


def packed(path: Path, body: str, **others: str) -> Path:
    """A Word file of bare parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        for name, content in others.items():
            file.writestr(f"word/{name}.xml", content)
    return path


def test_a_word_file_as_word_writes_it(tmp_path: Path) -> None:
    found = read(make_docx(tmp_path / "a.docx"))
    assert found.kind == "docx"
    assert shown(found) == [
        ("page header", "Bundesagentur für Arbeit"),
        ("title", "Weisung 202505010 – Größe und Übung"),
        (None, "Gültig ab: 26.05.2025"),
        ("heading 1", "Einzelaufträge"),
        ("list", "• prüfen die Maßnahmen."),
        ("list", "1. ändern die Regeln."),
        ("list", "2. melden dies."),
        (None, "Siehe Gesprächsleitfäden EZ"),
        ("table row", "Stelle Frist"),
        ("table row", "Zentrale 01.07.2025"),
        ("page footer", "Seite 1"),
    ]
    (linked,) = [line for line in found.lines if line.links]
    assert linked.links == (Link("Gesprächsleitfäden EZ", "https://intranet.example/leitfaden"),)
    assert [line.cells for line in found.lines if line.cells] == [("Stelle", "Frist"), ("Zentrale", "01.07.2025")]


def test_no_words_are_lost_in_changes_fields_and_controls(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>alt </w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>neu</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>geheim</w:t></w:r></w:p>"
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>im Steuerelement</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://x.example/"</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>Verweis</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
        "<w:p><w:r><w:t>erste Zeile</w:t><w:br/><w:t>zweite Zeile</w:t></w:r></w:p>"
    )
    found = read(packed(tmp_path / "a.docx", body))
    assert [line.text for line in found.lines] == [
        "alt neu",
        "im Steuerelement",
        "Verweis",
        "erste Zeile",
        "zweite Zeile",
    ]
    assert found.lines[2].links == (Link("Verweis", "https://x.example/"),)


def test_numbered_headings_show_their_numbers(tmp_path: Path) -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    styles = f'<w:styles xmlns:w="{W}"><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>'

    def heading(depth: int, text: str) -> str:
        number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
        return f'<w:p><w:pPr><w:pStyle w:val="H1"/>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'

    body = heading(0, "Info") + heading(0, "Auftrag") + heading(1, "Ziel") + heading(1, "Weg") + heading(0, "Ende")
    found = read(packed(tmp_path / "a.docx", body, numbering=numbering, styles=styles))
    assert [line.text for line in found.lines] == ["1. Info", "2. Auftrag", "2.1 Ziel", "2.2 Weg", "3. Ende"]
    assert {line.style for line in found.lines} == {"heading 1"}


def test_a_layout_table_keeps_its_lines(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>eins</w:t></w:r></w:p><w:p><w:r><w:t>zwei</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    assert [line.text for line in read(packed(tmp_path / "a.docx", body)).lines] == ["eins", "zwei"]


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.docx", "<w:p/>")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/media/bombe.bin", bytes(150 * 1024 * 1024))
    assert path.stat().st_size < 1024 * 1024
    with pytest.raises(Unreadable, match="ausgepackt zu groß"):
        read(path)


def test_entities_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    bomb = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", f'{bomb}<w:document xmlns:w="{W}"><w:body>&b;</w:body></w:document>')
    with pytest.raises(Unreadable, match="Dokumenttyp"):
        read(path)


@pytest.mark.parametrize("share", [0.2, 0.8])
def test_a_truncated_word_file(tmp_path: Path, share: float) -> None:
    whole = make_docx(tmp_path / "a.docx").read_bytes()
    (tmp_path / "b.docx").write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(Unreadable, match="beschädigt oder unvollständig"):
        read(tmp_path / "b.docx")


def test_other_archives_are_named(tmp_path: Path) -> None:
    for inside, said in (("xl/workbook.xml", "Excel"), ("bild.png", "Archiv")):
        path = tmp_path / "a.docx"
        with zipfile.ZipFile(path, "w") as file:
            file.writestr(inside, "x")
        with pytest.raises(Unreadable, match=said):
            read(path)


PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>kein Text</title></head><body>
<h1>Weisung Größe</h1><p>Die <a href="https://x.example/a">Leitfäden
EZ</a> gelten<br>ab sofort.<ol start=3><li>eins<li>zwei <ul><li>drei</ul></ol>
<table><tr><th>Stelle<th>Frist<tr><td>Zentrale<td>01.07.2025</table><script>alert("nein")</script>Ende</body></html>"""


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "utf-8"), ("iso-8859-1", "cp1252")])
def test_html(tmp_path: Path, charset: str, encoding: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(PAGE.format(charset=charset).encode(encoding))
    found = read(path)
    assert found.kind == "html"
    assert shown(found) == [
        ("heading 1", "Weisung Größe"),
        (None, "Die Leitfäden EZ gelten"),
        (None, "ab sofort."),
        ("list", "3. eins"),
        ("list", "4. zwei"),
        ("list", "  • drei"),
        ("table row", "Stelle Frist"),
        ("table row", "Zentrale 01.07.2025"),
        (None, "Ende"),
    ]
    assert found.lines[1].links == (Link("Leitfäden EZ", "https://x.example/a"),)


def test_html_under_another_ending_is_read_by_content(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("<html><body><p>Größe</p></body></html>", encoding="utf-8")
    assert read(path).kind == "html"


def test_deeply_nested_html_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body>" + "<div><ul><li>" * 60_000 + "Text", encoding="utf-8")
    try:
        assert read(path).kind == "html"
    except Unreadable as refused:
        assert str(refused)


def test_html_entities_do_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        '<!DOCTYPE html [<!ENTITY a "ha">]><html><body><p>&a; &uuml;ber</p></body></html>', encoding="utf-8"
    )
    assert "über" in read(path).lines[-1].text


def test_joined_cells_of_a_table_of_tasks(tmp_path: Path) -> None:
    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    rows = (
        cell("Wer") + cell("Auftrag") + cell("Frist"),
        cell("SC", '<w:vMerge w:val="restart"/>') + cell("melden") + cell("sofort"),
        cell("", "<w:vMerge/>") + cell("helfen") + cell(""),
        cell("Die Zentrale", '<w:gridSpan w:val="3"/>'),
        cell("RD") + cell("führen sofort Buch", '<w:gridSpan w:val="2"/>'),
    )
    found = read(packed(tmp_path / "a.docx", f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"))
    assert [line.cells or line.text for line in found.lines] == [
        ("Wer", "Auftrag", "Frist"),
        ("SC", "melden", "sofort"),
        ("", "helfen", ""),
        "Die Zentrale",
        ("RD", "führen sofort Buch", ""),
    ]


def test_joined_cells_of_html(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><body><table><tr><th>Wer<th>Auftrag<th>Frist</tr>"
        "<tr><td rowspan=2>SC<td>melden<td>sofort</tr><tr><td>helfen<td rowspan='2'>bald</tr>"
        "<tr><td colspan='2'>RD: führen Buch</tr><tr><td rowspan=99999999>AA<td>a<td>b</tr></table></body></html>",
        encoding="utf-8",
    )
    assert [line.cells for line in read(path).lines if line.cells] == [
        ("Wer", "Auftrag", "Frist"),
        ("SC", "melden", "sofort"),
        ("", "helfen", "bald"),
        ("RD: führen Buch", "", ""),
        ("AA", "a", "b"),
    ]
