"""Makes real files from lines of text: PDF, scans of it, Word and HTML."""

import io
from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pypdfium2 as pdfium
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

A_DIRECTIVE = """\
Weisung 202505010 vom 26.05.2025 – Weiterentwicklung der Aufgaben

Laufende Nummer: 202505010

Geschäftszeichen: KPI4 – 6801.4/6901.4

Gültig ab: 26.05.2025
Gültig bis: unbegrenzt
SGB II: nicht betroffen
SGB III: Weisung
Familienkasse: nicht betroffen

1. Ausgangssituation

Es ist gemeinschaftliches und erklärtes Ziel der Bundesagentur für Arbeit, den
Online-Kanal als führenden Kommunikationskanal weiter auszubauen und zu stärken.
Größere Veränderungen sind ausschließlich über die zuständige Stelle möglich.

3. Einzelaufträge

Die Agenturen für Arbeit

• bearbeiten die Vorgänge bis zum 01.07.2025 innerhalb der Postfächer.
• überprüfen die Maßnahmen.
"""


def make_pdf(path: Path, lines: Sequence[str], header: str = "", footer: str = "") -> Path:
    """A PDF of these lines (in simple markup: <b>, <a href>); "\\f" begins a page."""
    style = getSampleStyleSheet()["Normal"]
    style.fontName, style.fontSize, style.leading = "Helvetica", 11, 14
    story = []
    for line in lines:
        if line == "\f":
            story.append(PageBreak())
        else:
            story.append(Paragraph(line, style) if line.strip() else Spacer(1, 14))

    def around(canvas, document) -> None:
        canvas.drawString(70, 810, header)
        canvas.drawString(270, 30, footer and f"{footer} {document.page}")

    SimpleDocTemplate(str(path), pagesize=A4, title="").build(story, onFirstPage=around, onLaterPages=around)
    return path


def make_text_pdf(path: Path, text: str) -> Path:
    """A PDF of this text, line by line as it stands."""
    return make_pdf(path, [escape(line) for line in text.splitlines()])


def page_images(pdf: Path, dpi: int = 200, turned: float = 0.0) -> list[Image.Image]:
    """The pages as a scanner sees them: grey, slightly turned."""
    document = pdfium.PdfDocument(pdf)
    images = [page.render(scale=dpi / 72, grayscale=True).to_pil() for page in document]
    return [image.rotate(turned, expand=False, fillcolor=255, resample=Image.Resampling.BICUBIC) for image in images]


def make_scan(path: Path, pdf: Path, dpi: int = 200, turned: float = 0.6) -> Path:
    """A PDF with nothing but the images of the pages."""
    first, *others = page_images(pdf, dpi, turned)
    first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others)
    return path


def make_scan_with_layer(path: Path, pdf: Path, layer: Sequence[str]) -> Path:
    """A one-page scan with an invisible text layer, as an earlier recognition left it."""
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    page_images(pdf)[0].save(held, "PNG")
    canvas = Canvas(str(path), pagesize=A4)
    canvas.drawImage(ImageReader(held), 0, 0, *A4)
    text = canvas.beginText(72, 760)
    text.setTextRenderMode(3)
    for line in layer:
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return path


def add_link(paragraph, label: str, address: str) -> None:
    """A hyperlink at the end of a Word paragraph."""
    key = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), key)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = label
    run.append(text)
    link.append(run)
    paragraph._p.append(link)


def make_docx(path: Path) -> Path:
    """A Word file with everything that a directive has."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Bundesagentur für Arbeit"
    document.sections[0].footer.paragraphs[0].text = "Seite 1"
    document.add_heading("Weisung 202505010 – Größe und Übung", 0)
    document.add_paragraph("Gültig ab:\t26.05.2025")
    document.add_heading("Einzelaufträge", 1)
    document.add_paragraph("prüfen die Maßnahmen.", style="List Bullet")
    document.add_paragraph("ändern die Regeln.", style="List Number")
    document.add_paragraph("melden dies.", style="List Number")
    paragraph = document.add_paragraph("Siehe ")
    add_link(paragraph, "Gesprächsleitfäden EZ", "https://intranet.example/leitfaden")
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Stelle", "Frist"), ("Zentrale", "01.07.2025")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(path))
    return path


def text_to_docx(path: Path, text: str) -> Path:
    """A Word file with a paragraph for each run of lines."""
    document = Document()
    for block in text.split("\n\n"):
        document.add_paragraph(block)
    document.save(str(path))
    return path
