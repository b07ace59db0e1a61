"""The same directive as text, Word and HTML file, through the whole command: one draft, and labels keep their addresses."""

import shutil
from html import escape
from pathlib import Path

import pytest
from docx import Document

from tests.conftest import Run
from tests.importing.made import add_link

COLLECTION = Path(__file__).parents[2] / "directives"
TITLE = "Weisung 202510004 vom 13.10.2025 – Sicherer Versand von Kontoauszügen"
FIELDS = (
    ("Laufende Nummer:", "202510004"),
    ("Geschäftszeichen:", "GR 21 – 5390/1937"),
    ("Gültig ab:", "20.10.2025"),
    ("Gültig bis:", "31.12.2026"),
    ("SGB II:", "nicht betroffen"),
    ("SGB III:", "Weisung"),
    ("Familienkasse:", "nicht betroffen"),
    ("Bezug:", "Weisung 202411009 vom 21.11.2024 – Automatischer Import von Veränderungsmitteilungen"),
    ("Aufhebung von Regelungen:", "entfällt"),
)
ADDRESS = "https://www.baintranet.de/011/Seiten/Arbeitshilfe_Versand.aspx?a=1&b=2"
MANUAL = "https://www.baintranet.de/012/Handbuch.pdf"
TASKS = (("nutzen die ", "Arbeitshilfe Versand", ADDRESS, " bis zum 30.11.2025,"), ("prüfen die Vorgänge.", "", "", ""))


def as_text(path: Path) -> None:
    head = [TITLE, "", *(f"{label} {value}" for label, value in FIELDS), ""]
    body = ["1. Ausgangssituation", "", "Näheres steht im Handbuch Versand.", "", "3. Einzelaufträge", ""]
    items = [f"• {before}{label}{after}" for before, label, _, after in TASKS]
    path.write_text("\n".join([*head, *body, "Die Agenturen für Arbeit", "", *items, ""]), encoding="utf-8")


def as_word(path: Path) -> None:
    document = Document()
    document.add_heading(TITLE, 0)
    table = document.add_table(rows=len(FIELDS), cols=2)
    for row, pair in zip(table.rows, FIELDS, strict=True):
        for cell, words in zip(row.cells, pair, strict=True):
            cell.text = words
    document.add_heading("1. Ausgangssituation", 1)
    paragraph = document.add_paragraph("Näheres steht im ")
    add_link(paragraph, "Handbuch Versand", MANUAL)
    paragraph.add_run(".")
    document.add_heading("3. Einzelaufträge", 1)
    document.add_paragraph("Die Agenturen für Arbeit")
    for before, label, address, after in TASKS:
        item = document.add_paragraph(before, style="List Bullet")
        if label:
            add_link(item, label, address)
            item.add_run(after)
    document.save(str(path))


def as_html(path: Path) -> None:
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in FIELDS)
    items = "".join(
        f"<li>{before}" + (f'<a href="{escape(address)}">{label}</a>{after}' if label else "") + "</li>"
        for before, label, address, after in TASKS
    )
    path.write_text(
        f"<html><head><meta charset='utf-8'><title>Intranet</title></head><body><h1>{TITLE}</h1><table>{rows}</table>"
        f"<h2>1. Ausgangssituation</h2><p>Näheres steht im <a href='{MANUAL}'>Handbuch Versand</a>.</p>"
        f"<h2>3. Einzelaufträge</h2><p>Die Agenturen für Arbeit</p><ul>{items}</ul></body></html>",
        encoding="utf-8",
    )


MAKERS = {"txt": as_text, "docx": as_word, "html": as_html}


@pytest.mark.parametrize("ending", MAKERS)
def test_one_draft_from_every_format(ending: str, tmp_path: Path, geltung: Run) -> None:
    shutil.copy(COLLECTION / "units.yml", tmp_path)
    MAKERS[ending](tmp_path / f"original.{ending}")
    done = geltung("--directory", str(tmp_path), "import", str(tmp_path / f"original.{ending}"))
    assert done.returncode == 0, done.stderr
    draft = (tmp_path / "202510004.md").read_text(encoding="utf-8")
    plain = draft.replace(f"[Arbeitshilfe Versand]({ADDRESS})", "Arbeitshilfe Versand")
    plain = plain.replace(f"[Handbuch Versand]({MANUAL})", "Handbuch Versand")
    head, body = plain.split("\nsource:\n")[0], plain.split("---\n", 2)[2]
    assert head == HEAD
    assert body == BODY
    assert (draft != plain) == (ending != "txt")
    assert draft.count("](") == (0 if ending == "txt" else 2)


HEAD = """\
---
draft: true
id: "202510004"
kind: Weisung
title: Sicherer Versand von Kontoauszügen
issued: 2025-10-13
file_references: GR 21 – 5390/1937
valid_from: 2025-10-20
valid_until: 2026-12-31
scope:
  SGB II: nicht betroffen
  SGB III: Weisung
  Familienkasse: nicht betroffen
references:
  - id: "202411009"
    text: Weisung 202411009 vom 21.11.2024 – Automatischer Import von Veränderungsmitteilungen
changes: []"""
BODY = """
## 1. Ausgangssituation

Näheres steht im Handbuch Versand.

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- nutzen die Arbeitshilfe Versand bis zum 30.11.2025,
  {: #arbeitshilfe .task ends_on=2025-11-30 }
- prüfen die Vorgänge.
  {: #vorgaenge .task }
"""
