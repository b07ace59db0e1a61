"""Lists of Word and HTML files: where items begin and end, and which lie within others."""

from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.word import AGENCIES, asked, document, from_html, item, numbering, outline, saved, style

BULLETS = (("bullet", "•", 357), ("bullet", "o", 714), ("bullet", "▪", 1071))
OTHER_SIGN = "Das Aufzählungszeichen ist ein anderes als davor"


def test_a_line_break_begins_no_item(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    made.add_paragraph("melden die Zahlen\nbis zum 30.06.2026.", style="List Bullet")
    made.add_paragraph("prüfen die Akten\nund\nListen.", style="List Bullet")
    found = saved(made, tmp_path)
    assert outline(found)[1:] == ["T melden die Zahlen bis zum 30.06.2026.", "T prüfen die Akten und Listen."]
    assert str(found.record.tasks[0].current.due_on) == "2026-06-30"


def test_a_paragraph_behind_a_list_stands_apart_and_is_asked_about(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    made.add_paragraph("melden die Zahlen bis zum 30.06.2026.", style="List Bullet")
    made.add_paragraph("Die Vordrucke sind im Intranet hinterlegt.")
    found = saved(made, tmp_path)
    assert outline(found)[1] == "T melden die Zahlen bis zum 30.06.2026."
    assert any("Gehört das Folgende noch zum Auftrag?" in question for question in asked(found))


def test_typed_signs_behind_a_line_break_are_within_the_item(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    item(made, "melden die Zahlen:\n- Kunden,\n- Betriebe.", numbering(made, *BULLETS))
    assert outline(saved(made, tmp_path))[1:] == ["T melden die Zahlen:", "- Kunden,", "- Betriebe."]


def test_levels_by_number_style_and_indent(tmp_path: Path) -> None:
    wanted = ["T stellen sicher, dass", "- die Zahlen stimmen,", "- die Listen stimmen.", "T berichten."]
    texts = [line.removeprefix("T ").removeprefix("- ") for line in wanted]
    for kind in ("number", "English style", "German style", "two lists", "indent"):
        made = document()
        made.add_paragraph(AGENCIES)
        outer = numbering(made, *BULLETS)
        inner = numbering(made, ("bullet", "-", 720), number=51)
        own = [style(made, "Aufzählungszeichen"), style(made, "BA Aufzählung Ebene 2")]
        for line, text in zip(wanted, texts, strict=True):
            deep = int(line.startswith("- "))
            if kind == "number":
                item(made, text, outer, deep)
            elif kind == "two lists":
                item(made, text, inner if deep else outer)
            elif kind == "indent":
                item(made, text, outer, 0, 720 if deep else None)
            else:
                made.add_paragraph(text, own[deep] if kind[0] == "G" else ("List Bullet", "List Bullet 2")[deep])
        assert outline(saved(made, tmp_path))[1:] == wanted, kind


def test_numbers_behind_bullets_of_one_level_are_items_of_their_own_and_asked(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    made.add_paragraph("melden die Zahlen.", style="List Bullet")
    made.add_paragraph("prüfen die Listen.", style="List Number")
    made.add_heading("Die Regionaldirektionen", 2)
    made.add_paragraph("berichten.", style="List Number 2")
    found = saved(made, tmp_path)
    assert outline(found) == [
        "# Die Agenturen für Arbeit", "T melden die Zahlen.", "T prüfen die Listen.",
        "# Die Regionaldirektionen", "T berichten.",
    ]  # fmt: skip
    assert any(question.startswith(OTHER_SIGN) for question in asked(found))


def test_numbers_within_bullets_stay_within(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    number = numbering(made, ("bullet", "•", 357), ("lowerLetter", "%2.", 714))
    for text, depth in (("gehen so vor.", 0), ("prüfen die Akten.", 1), ("melden sie.", 1), ("berichten.", 0)):
        item(made, text, number, depth)
    wanted = ["T gehen so vor.", "- a) prüfen die Akten.", "- b) melden sie.", "T berichten."]
    assert outline(saved(made, tmp_path))[1:] == wanted


def test_a_heading_ends_the_item_above(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    made.add_paragraph("prüfen die Akten", style="List Bullet")
    made.add_heading("An die Operativen\nServices", 2)
    made.add_paragraph("berichten.", style="List Bullet")
    assert outline(saved(made, tmp_path))[1:] == ["T prüfen die Akten", "# An die Operativen Services", "T berichten."]


def test_chapters_that_are_items_of_a_numbered_list(tmp_path: Path) -> None:
    made = document()
    number = numbering(made, ("decimal", "%1.", 357))
    for paragraph in [one for one in made.paragraphs if one.style.name == "Heading 1"]:
        paragraph.style = made.styles["Normal"]
        paragraph.text = paragraph.text[3:]
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')
        )
    made.add_paragraph(AGENCIES)
    made.add_paragraph("berichten.", style="List Bullet")
    found = saved(made, tmp_path)
    assert [section.number for section in found.record.sections] == ["1", "2", "3"]
    assert outline(found) == ["# Die Agenturen für Arbeit", "T berichten."]


def test_what_is_struck_is_left_out_and_asked_about(tmp_path: Path) -> None:
    made = document()
    made.add_paragraph(AGENCIES)
    one = made.add_paragraph("löschen die ", style="List Bullet")
    one.add_run("alten ").font.strike = True
    one.add_run("Listen.")
    two = made.add_paragraph("berichten bis zum ", style="List Bullet")
    for tag, words in (("del", "15.06.2026"), ("ins", "30.06.2026")):
        text = "delText" if tag == "del" else "t"
        two._p.append(parse_xml(f"<w:{tag} {nsdecls('w')}><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>"))
    table = made.add_table(rows=1, cols=2)
    table.cell(0, 0).paragraphs[0].add_run("weg").font.strike = True
    found = saved(made, tmp_path)
    assert outline(found)[1:] == ["T löschen die Listen.", "T berichten bis zum 30.06.2026"]
    quoted = {
        point.value: [place.quote for place in point.places]
        for point in found.review.open_points
        if point.value in ("gestrichen", "eingefügt")
    }
    assert quoted == {"gestrichen": ["alten", "15.06.2026", "weg"], "eingefügt": ["30.06.2026"]}


def test_items_of_html(tmp_path: Path) -> None:
    found = from_html(
        f"<p><b>{AGENCIES}</b></p><ul><li>melden die Zahlen<br>bis zum 30.06.2026.</li>"
        "<li><p>stellen sicher, dass</p><ol type=a start=2><li>die Zahlen stimmen,<li>die Listen stimmen.</ol></li>"
        "<li><p>prüfen die Akten.</p><p>Das gilt für alle.</p></li>"
        "<li>löschen am <del>15.07.2026</del> <ins>31.07.2026</ins> <span style='display:none'>nichts</span>alles.</li></ul>",
        tmp_path,
    )
    assert outline(found)[1:] == [
        "T melden die Zahlen bis zum 30.06.2026.",
        "T stellen sicher, dass", "- b) die Zahlen stimmen,", "- c) die Listen stimmen.",
        "T prüfen die Akten. Das gilt für alle.",
        "T löschen am 31.07.2026 alles.",
    ]  # fmt: skip
    assert sum("Gelten sie" in question for question in asked(found)) == 2
