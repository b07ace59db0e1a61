"""Puts the examples of the explanations into collections that are faultless without them."""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

from geltung.explain.explanation import Explanation, Frame

MAIN, OLDER, SECOND = "202501001", "202412001", "202501002"
ORIGINAL = "Original\n"
SUM = hashlib.sha256(ORIGINAL.encode()).hexdigest()
UNITS = """\
units:
  ALL:
    name: Alle Dienststellen
    areas: [SGB II, SGB III, Familienkasse]
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
    abbreviations: [gE]
    areas: [SGB II]
"""
TASKS = "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n"
MAIN_BODY = f"Kurz gesagt.\n\n## 1. Ausgangssituation\n\nEs ist so.\n\n{TASKS}"
OLDER_BODY = f"Kurz gesagt.\n\n## 2. Ziel\n\n### 2.1 Fax\n\nEs gibt ein Fax.\n\n{TASKS}"
TASK = "- stellen die Umsetzung sicher.\n  {: #umsetzung .task }\n"


def head(id_: str, issued: str, first: str, last: str) -> dict[str, str]:
    return {
        "id": f'id: "{id_}"',
        "title": f"title: Titel der {id_}",
        "issued": f"issued: {issued}",
        "valid_from": f"valid_from: {first}",
        "valid_until": f"valid_until: {last}",
        "scope": "scope:\n  SGB II: nicht betroffen\n  SGB III: Weisung\n  Familienkasse: nicht betroffen",
        "source": f"source:\n  file: sources/{MAIN}.txt\n  sha256: SUMME",
    }


def with_fields(fields: dict[str, str], text: str) -> None:
    """Put top-level fields in the place of those of the same name; a field that stands there twice stays twice."""
    found: dict[str, str] = {}
    for block in re.split(r"\n(?=\S)", text.strip("\n")):
        name = block.split(":", 1)[0]
        found[name] = f"{found[name]}\n{block}" if name in found else block
    fields.update(found)


def collection(item: Explanation, *, right: bool) -> dict[str, str]:
    """File name → text of the collection in which an example stands."""
    heads = {
        MAIN: head(MAIN, "2025-01-15", "2025-02-01", "unbegrenzt"),
        OLDER: head(OLDER, "2024-12-10", "2025-01-01", "2026-12-31"),
        SECOND: head(SECOND, "2025-01-15", "2025-02-01", "unbegrenzt"),
    }
    bodies = {MAIN: MAIN_BODY + TASK, OLDER: OLDER_BODY + TASK, SECOND: MAIN_BODY + TASK}
    others = {"units.yml": UNITS}
    whole = ""
    if not right:
        for name in item.without:
            del heads[MAIN][name]
    frame: Frame = (item.right_frame or item.frame) if right else item.frame
    for where, text in (*item.given, (frame, item.right if right else item.wrong)):
        if where == "head":
            with_fields(heads[MAIN], text)
        elif where == "older head":
            with_fields(heads[OLDER], text)
        elif where == "second head":
            with_fields(heads[SECOND], text)
        elif where == "task":
            bodies[MAIN] += text
        elif where == "older task":
            bodies[OLDER] += text
        elif where == "body":
            bodies[MAIN] = text
        elif where == "units":
            others["units.yml"] = UNITS + text
        elif where == "glossary":
            others["glossary.yml"] = text
        elif where == "file":
            whole = text
    files = {f"{id_}.md": "---\n" + "\n".join(heads[id_].values()) + f"\n---\n\n{bodies[id_]}" for id_ in heads}
    if whole:
        files[f"{MAIN}.md"] = whole
    return {name: text.replace("SUMME", SUM) for name, text in {**files, **others}.items()}


def put(folder: Path, files: dict[str, str]) -> None:
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    (folder / "sources" / f"{MAIN}.txt").write_text(ORIGINAL, encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def main_file(folder: Path) -> Path:
    return folder / f"{MAIN}.md"


def to_nowhere(folder: Path) -> None:
    main_file(folder).unlink()
    main_file(folder).symlink_to(folder / "nowhere.md")


def windows_1252(folder: Path) -> None:
    main_file(folder).write_bytes(main_file(folder).read_text(encoding="utf-8").encode("cp1252"))


def control_character(folder: Path) -> None:
    text = main_file(folder).read_text(encoding="utf-8")
    main_file(folder).write_text(text.replace("Kurz gesagt", "Kurz\x07gesagt"), encoding="utf-8")


def six_megabytes(folder: Path) -> None:
    with main_file(folder).open("ab") as stream:
        stream.truncate(6_000_000)


def outside(folder: Path) -> None:
    target = folder.parent / "outside.md"
    main_file(folder).rename(target)
    main_file(folder).symlink_to(target)


def a_folder(folder: Path) -> None:
    main_file(folder).unlink()
    main_file(folder).mkdir()


def blank(folder: Path) -> None:
    main_file(folder).write_text("\n\n", encoding="utf-8")


def crlf(folder: Path) -> None:
    main_file(folder).write_bytes(main_file(folder).read_bytes().replace(b"\n", b"\r\n"))


def a_copy(folder: Path) -> None:
    (folder / "kopie.md").write_bytes(main_file(folder).read_bytes())


def a_draft(folder: Path, points: str) -> None:
    text = main_file(folder).read_text(encoding="utf-8")
    main_file(folder).write_text(text.replace("---\n", "---\ndraft: true\n", 1), encoding="utf-8")
    (folder / f"{MAIN}.review.yml").write_text(points, encoding="utf-8")


def a_published_list(folder: Path) -> None:
    (folder / f"{MAIN}.review.yml").write_text("points:\n  - {id: 1, state: open}\n", encoding="utf-8")


def in_a_subfolder(folder: Path) -> None:
    (folder / "2025").mkdir()
    (folder / "2025" / "202501009.md").write_text("kaputt", encoding="utf-8")


SPECIAL: dict[str, Callable[[Path], None]] = {
    "F001": to_nowhere,
    "F002": windows_1252,
    "F003": control_character,
    "F004": six_megabytes,
    "F005": outside,
    "F006": a_folder,
    "F007": blank,
    "F013": crlf,
    "F014": in_a_subfolder,
    "H007": a_copy,
    "D002": lambda folder: a_draft(folder, "points:\n  - {id: 1, state: open}\n"),
    "D003": lambda folder: a_draft(folder, "points: nichts\n"),
    "D004": a_published_list,
    "U008": lambda folder: (folder / "units.yml").unlink(),
}
"""What examples in words describe."""
