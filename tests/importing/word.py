"""Makes Word and HTML files of a directive's Einzelaufträge, and imports them: for tests of lists."""

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from geltung.importing.drafting.draft import write_draft
from geltung.importing.drafting.points import review_of
from geltung.importing.readers import read
from geltung.importing.recognise import recognise
from geltung.parse.directive import parse_text
from tests.importing.probe import HEAD
from tests.importing.records import Outcome, known

AGENCIES = "Die Agenturen für Arbeit"
BEFORE, AFTER = HEAD.format(goal="Das Verfahren ist neu.", tasks="|").split("|")


def document():
    """A Word document up to the heading of the Einzelaufträge."""
    made = Document()
    for line in BEFORE.split("\n"):
        if line[:2] in ("1.", "2.", "3."):
            made.add_heading(line, 1)
        elif line:
            made.add_paragraph(line)
    return made


def numbering(made, *levels: tuple[str, str, int], number: int = 50) -> int:
    """A list of its own: for each level its form, sign and left indent (twentieths of a point)."""
    parts = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="357"/></w:pPr></w:lvl>'
        for depth, (form, sign, left) in enumerate(levels)
    )
    root = made.part.numbering_part.element
    root.find(qn("w:num")).addprevious(
        parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{parts}</w:abstractNum>')
    )
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))
    return number


def item(made, text: str, number: int, depth: int = 0, left: int | None = None):
    """An item of a list, by its number and level, perhaps with an indent of its own."""
    paragraph = made.add_paragraph(text)
    properties = paragraph._p.get_or_add_pPr()
    properties.append(
        parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
    )
    if left is not None:
        properties.append(parse_xml(f'<w:ind {nsdecls("w")} w:left="{left}"/>'))
    return paragraph


def style(made, name: str) -> str:
    """A paragraph style with this name and nothing else."""
    made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    return name


def imported_file(path: Path) -> Outcome:
    """The import of a file, read back by the parser."""
    found = recognise(read(path), known())
    draft = write_draft(found, f"sources/{path.name}", with_schema=False)
    review = review_of(found, draft, "202604001.md", f"sources/{path.name}")
    record, diagnostics = parse_text(draft.text, "202604001.md")
    return Outcome(found, draft, review, record, [f"{one.code} {one.message}" for one in diagnostics])


def saved(made, path: Path) -> Outcome:
    """The import of a Word document."""
    made.save(str(path / "a.docx"))
    return imported_file(path / "a.docx")


def from_html(tasks: str, path: Path) -> Outcome:
    """The import of an HTML file with these Einzelaufträge."""
    lines = (f"<h2>{line}</h2>" if line[:2] in ("1.", "2.", "3.") else f"<p>{line}</p>" for line in BEFORE.split("\n"))
    (path / "a.html").write_text(f"<html><body>{''.join(lines)}{tasks}</body></html>", encoding="utf-8")
    return imported_file(path / "a.html")


def outline(outcome: Outcome) -> list[str]:
    """What the Einzelaufträge consist of: headings, tasks ("T …") and what lies within them ("- …")."""
    found: list[str] = []
    for node in outcome.found.nodes:
        if node.section.startswith("3") and node.kind != "chapter":
            mark = "T " if node.task else "# " if node.kind == "heading" else "- " if node.level else ""
            found.append(f"{mark}{node.text}")
    return found


def asked(outcome: Outcome) -> list[str]:
    """All questions of the review list."""
    return [point.question for point in outcome.review.open_points if point.question]
