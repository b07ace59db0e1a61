"""A small collection for the search tests."""

from pathlib import Path

UNITS = """units:
  AA:
    name: Agentur für Arbeit
    abbreviations: [AA]
    areas: [SGB III]
  EZ:
    name: Eingangszone
    abbreviations: [EZ]
    part_of: AA
  GE:
    name: gemeinsame Einrichtung
    areas: [SGB II]
"""
GLOSSARY = """EZ:
  long: Eingangszone
  synonyms: [Empfang]
VCC:
  unknown: true
Mailbox:
  long: Postfach
"""
HEAD = """---
id: "{id}"
title: {title}
issued: {day}
valid_from: {day}
valid_until: {until}
file_references: KPI4 – 6801.4/6901.4
scope:
  SGB II: nicht betroffen
  SGB III: Weisung
  Familienkasse: nicht betroffen
source: {{file: sources/x.txt, sha256: "{zeros}"}}
---
"""


def write(folder: Path, id_: str, title: str, body: str, day: str = "2025-01-01", until: str = "unbegrenzt") -> None:
    head = HEAD.format(id=id_, title=title, day=day, until=until, zeros="0" * 64)
    (folder / f"{id_}.md").write_text(head + body, encoding="utf-8")


def collection(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "units.yml").write_text(UNITS, encoding="utf-8")
    (folder / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    write(
        folder,
        "202501001",
        "Umbau des Leistungspostfachs",
        "Kurz gesagt.\n\n## 1. Lage\n\nDas Leistungspostfach wird umgebaut. Überprüfung nach § 38 SGB III.\n\n"
        "## 2. Einzelaufträge\n\n### Die Eingangszonen\n\n- bearbeiten die eAkte (siehe 3.001a).\n"
        "  {: #akte .task due_on=2025-03-31 }\n",
    )
    write(folder, "202501002", "Altes Verfahren", "## 1. Lage\n\nDie Straßenkarte ist giltig.\n", until="2025-02-28")
    return folder
