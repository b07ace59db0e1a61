"""Small documents for the tests of the store and of the questions."""

import os
import time
from pathlib import Path

A, B, C, D = "202501001", "202502001", "202503001", "202504001"
R = "202401001"

UNITS = """\
units:
  ALL:
    name: Alle Dienststellen
    areas: [SGB II, SGB III, Familienkasse]
  RD:
    name: Regionaldirektion
    abbreviations: [RD]
    areas: [SGB II, SGB III]
  AA:
    name: Agentur für Arbeit
    abbreviations: [AA]
    reports_to: RD
    areas: [SGB III]
  EZ:
    name: Eingangszone
    abbreviations: [EZ]
    part_of: AA
  SC:
    name: Service Center
    abbreviations: [SC]
    areas: [SGB III]
  GE:
    name: gemeinsame Einrichtung
    abbreviations: [gE]
    areas: [SGB II]
members:
  RD:
    RD-BY:
      name: Regionaldirektion Bayern
  AA:
    AA-Nuernberg:
      name: Agentur für Arbeit Nürnberg
      reports_to: RD-BY
"""

TASKS = """\
## 3. Einzelaufträge

### Die Agenturen für Arbeit

- stellen die Umsetzung sicher.
  {: #umsetzung .task }
"""


def directive(
    id_: str = A,
    *,
    issued: str | None = None,
    valid_from: str = "2025-03-01",
    valid_until: str = "unbegrenzt",
    title: str | None = None,
    head: str = "",
    scope: str = "{SGB II: nicht betroffen, SGB III: Weisung, Familienkasse: nicht betroffen}",
    body: str = TASKS,
) -> str:
    """The text of a directive, issued on the 10th of the month of its number unless said."""
    return (
        f'---\nid: "{id_}"\ntitle: {title or f"Titel von {id_}"}\nissued: {issued or f"{id_[:4]}-{id_[4:6]}-10"}\n'
        f"valid_from: {valid_from}\nvalid_until: {valid_until}\nscope: {scope}\n{head}---\n\nKurzfassung.\n\n{body}"
    )


def reference(id_: str = R, issued: str = "2024-01-10") -> str:
    """The text of a reference record."""
    return f'---\nid: "{id_}"\nrecord: reference\ntitle: Titel von {id_}\nissued: {issued}\n---\n'


def changes(*entries: str) -> str:
    """The front matter of changes, one flow mapping each."""
    return "changes:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def tasks(*attributes: str, heading: str = "Die Agenturen für Arbeit") -> str:
    """A chapter 3 with one task ``#t1``, ``#t2`` … for each attribute list."""
    items = (
        f"- stellen Nummer {position} sicher.\n  {{: #t{position} .task {words} }}\n"
        for position, words in enumerate(attributes, start=1)
    )
    return f"## 3. Einzelaufträge\n\n### {heading}\n\n" + "".join(items)


def write(folder: Path, documents: dict[str, str], units: str | None = UNITS) -> Path:
    """Write documents by their ids (or file names) and the units file into a folder."""
    folder.mkdir(exist_ok=True)
    if units is not None:
        (folder / "units.yml").write_text(units, encoding="utf-8")
    for name, text in documents.items():
        (folder / (name if "." in name else f"{name}.md")).write_text(text, encoding="utf-8")
    return folder


def warm(folder: Path, documents: dict[str, str], units: str | None = UNITS) -> Path:
    """The same with a store, so that a process that asks need not import what fills one."""
    from geltung import load

    load(write(folder, documents, units)).close()
    return folder


def settle() -> None:
    """Wait until the time stamps of files just written are old enough to be trusted."""
    time.sleep(0.06)


def swap_unseen(path: Path, old: str, new: str) -> None:
    """Change a file so that neither its size nor its time stamp tells."""
    before = path.stat()
    content = path.read_text(encoding="utf-8")
    assert old in content
    assert len(old.encode()) == len(new.encode())
    path.write_text(content.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    after = path.stat()
    assert (after.st_size, after.st_mtime_ns) == (before.st_size, before.st_mtime_ns)
