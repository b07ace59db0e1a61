"""Word files (.docx): headings, lists with their numbers, tables, links, footnotes, headers and footers.

The parts are read with zipfile and lxml: libraries for .docx leave out text in tracked changes, content controls and
automatic numbers, and a directive must not lose words.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from lxml import etree

from geltung.importing.readers.docx_numbers import Numbers, W, value, whole
from geltung.importing.readers.inline import WIDEST, Inline, table_rows
from geltung.importing.readers.limits import MOST_PARTS, MOST_UNPACKED, MOST_XML
from geltung.importing.readers.lines import RawLine, check_count
from geltung.importing.source import Unreadable

_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED: Final = frozenset(
    {f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr")} | {_FALLBACK}
)
_HEADING: Final = re.compile(r"(?:heading|überschrift)\s*([1-6])", re.I)
_FIELD_LINK: Final = re.compile(r'^\s*HYPERLINK\s+(?:\\\w\s+)*"([^"]+)"', re.I)
_BROKEN: Final = "Die Word-Datei ist beschädigt oder unvollständig. Bitte das Original noch einmal besorgen."
_FOREIGN: Final = "Die Word-Datei enthält eine Dokumenttyp-Angabe, wie sie Word nie schreibt; sie wird nicht gelesen."
_TOO_LARGE: Final = "Die Word-Datei ist ausgepackt zu groß; sie ist beschädigt oder absichtlich so gebaut."


def read(path: Path) -> dict[str, Any]:
    """The lines of the file."""
    try:
        with zipfile.ZipFile(path) as packed:
            _check(packed)
            return {"lines": _Document(packed).lines()}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, KeyError, etree.LxmlError, OSError, zlib.error):
        raise Unreadable(_BROKEN) from None
    except RuntimeError:
        raise Unreadable("Die Word-Datei ist mit einem Kennwort geschützt. Bitte ohne Kennwort speichern.") from None


def _check(packed: zipfile.ZipFile) -> None:
    """Hold the sizes against the limits before anything is unpacked; zipfile never unpacks more than is declared."""
    parts = packed.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(_TOO_LARGE)
    if any(part.file_size > MOST_XML for part in parts if part.filename.endswith((".xml", ".rels"))):
        raise Unreadable(_TOO_LARGE)


class _Document:
    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._names = set(packed.namelist())
        self._styles = self._read_styles()
        self._numbers = Numbers(self._xml("word/numbering.xml"))

    def lines(self) -> list[RawLine]:
        """Headers, body, footnotes, footers."""
        main = "word/document.xml"
        body = _Part(self, self._xml(main), self._links(main)).lines()
        return [
            *self._around("header", "page header"),
            *body,
            *self._notes("footnotes"),
            *self._notes("endnotes"),
            *self._around("footer", "page footer"),
        ]

    def style(self, paragraph: Any) -> tuple[str | None, Any]:  # noqa: ANN401
        """What the style of a paragraph makes of it, and the numbering that it brings."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None, None
        name, numbering = self._styles.get(value(properties, "pStyle") or "", (None, None))
        level = value(properties, "outlineLvl")
        if level is not None and whole(level, 9) < 6:
            name = f"heading {whole(level) + 1}"
        own = properties.find(f"{W}numPr")
        return name, numbering if own is None else own

    def number(self, numbering: Any) -> tuple[str, bool, int]:  # noqa: ANN401
        """The sign of a numbered paragraph, whether it is a bullet, and its depth."""
        depth = whole(value(numbering, "ilvl"))
        return *self._numbers.sign(value(numbering, "numId") or "", depth), depth

    def _around(self, kind: str, style: str) -> list[RawLine]:
        found: dict[str, RawLine] = {}
        for name in sorted(part for part in self._names if re.fullmatch(rf"word/{kind}\d*\.xml", part)):
            for line in _Part(self, self._xml(name), self._links(name)).lines():
                found.setdefault(line.text, RawLine(line.text, None, style, line.cells, line.links))
        return list(found.values())

    def _notes(self, kind: str) -> list[RawLine]:
        name = f"word/{kind}.xml"
        root = self._xml(name)
        found: list[RawLine] = []
        for note in () if root is None else root:
            if note.get(f"{W}type") in (None, "normal"):
                lines = _Part(self, note, self._links(name)).lines()
                sign = f"[{note.get(f'{W}id', '')}] "
                found += [
                    RawLine((sign if not index else "") + line.text, links=line.links)
                    for index, line in enumerate(lines)
                ]
        return found

    def _read_styles(self) -> dict[str, tuple[str | None, Any]]:
        root = self._xml("word/styles.xml")
        found: dict[str, tuple[str | None, Any]] = {}
        parents: dict[str, str] = {}
        for style in () if root is None else root.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            parents[key] = value(style, "basedOn") or ""
            name = (value(style, "name") or "").casefold()
            heading = _HEADING.match(name)
            meaning = f"heading {heading.group(1)}" if heading else "title" if name in ("title", "titel") else None
            numbering = style.find(f"{W}pPr/{W}numPr")
            found[key] = (meaning, numbering)
        return {key: _inherited(key, found, parents) for key in found}

    def _links(self, part: str) -> dict[str, str]:
        folder, name = posixpath.split(part)
        root = self._xml(f"{folder}/_rels/{name}.rels")
        return (
            {}
            if root is None
            else {item.get("Id", ""): item.get("Target", "") for item in root if item.get("TargetMode") == "External"}
        )

    def _xml(self, name: str) -> Any:  # noqa: ANN401
        """The root of a part; None if the file has no such part."""
        if name not in self._names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        root = etree.fromstring(self._packed.read(name), parser)
        if root.getroottree().docinfo.doctype:
            raise Unreadable(_FOREIGN)
        return root


def _inherited(key: str, found: dict[str, tuple[str | None, Any]], parents: dict[str, str]) -> tuple[str | None, Any]:
    """Meaning and numbering of a style, from itself or from those that it is based on."""
    meaning: str | None = None
    numbering: Any = None
    seen: set[str] = set()
    while key in found and key not in seen:
        seen.add(key)
        meaning = meaning or found[key][0]
        numbering = found[key][1] if numbering is None else numbering
        key = parents[key]
    return meaning, numbering


class _Part:
    """Walks one part; `lines` returns what it says."""

    def __init__(self, document: _Document, root: Any, links: dict[str, str]) -> None:  # noqa: ANN401
        self._document = document
        self._root = root
        self._addresses = links
        self._fields: list[str | None] = []

    def lines(self) -> list[RawLine]:
        return [] if self._root is None else self._blocks(self._root)

    def _blocks(self, parent: Any) -> list[RawLine]:  # noqa: ANN401
        found: list[RawLine] = []
        for child in parent:
            if child.tag in _SKIPPED or not isinstance(child.tag, str):
                continue
            if child.tag == f"{W}p":
                found += self._paragraph(child)
                check_count(len(found))
            elif child.tag == f"{W}tbl":
                found += self._table(child)
            else:
                found += self._blocks(child)
        return found

    def _table(self, table: Any) -> list[RawLine]:  # noqa: ANN401
        rows: list[list[list[RawLine]]] = []
        for row in _own(table, f"{W}tr", f"{W}tbl"):
            cells: list[list[RawLine]] = []
            own = list(_own(row, f"{W}tc", f"{W}tr"))
            for cell in own:
                cells.append(self._blocks(cell))
                if len(own) > 1:  # one cell over the whole row is no row of the table
                    cells += [[] for _ in range(_span(cell) - 1)]
            rows.append(cells)
        return table_rows(rows)

    def _paragraph(self, paragraph: Any) -> list[RawLine]:  # noqa: ANN401
        style, numbering = self._document.style(paragraph)
        sign, bullet, depth = self._document.number(numbering) if numbering is not None else ("", False, 0)
        inline = Inline()
        boxes: list[Any] = []
        self._inline(paragraph, inline, boxes)
        listed = bool(sign) and (bullet or style is None)
        lines = inline.lines(("  " * depth if listed else "") + sign + " " if sign else "", "list" if listed else style)
        return [*(lines or [RawLine("")]), *(line for box in boxes for line in self._blocks(box))]

    def _inline(self, parent: Any, inline: Inline, boxes: list[Any]) -> None:  # noqa: ANN401
        for child in parent:
            name = child.tag.removeprefix(W) if isinstance(child.tag, str) else ""
            if child.tag in _SKIPPED or (name == "r" and _hidden(child)):
                continue
            if name == "t":
                inline.write(child.text or "")
            elif name in ("tab", "ptab"):
                inline.write(" ")
            elif name in ("br", "cr"):
                inline.break_line()
            elif name in ("noBreakHyphen", "softHyphen"):
                inline.write("-" if name == "noBreakHyphen" else "")
            elif name in ("footnoteReference", "endnoteReference"):
                inline.write(f"[{child.get(f'{W}id', '')}]")
            elif name == "txbxContent":
                boxes.append(child)
            elif name in ("fldChar", "instrText"):
                self._field(name, child, inline)
            elif name == "hyperlink":
                inline.open_link(self._addresses.get(child.get(f"{_R}id", ""), ""))
                self._inline(child, inline, boxes)
                inline.close_link()
            else:
                self._inline(child, inline, boxes)

    def _field(self, name: str, element: Any, inline: Inline) -> None:  # noqa: ANN401
        """A field of Word: only links are of interest; the result of any field is ordinary text."""
        kind = element.get(f"{W}fldCharType")
        if name == "instrText":
            if self._fields and self._fields[-1] is not None:
                self._fields[-1] += element.text or ""
        elif kind == "begin":
            self._fields.append("")
        elif kind == "separate" and self._fields:
            link = _FIELD_LINK.match(self._fields[-1] or "")
            self._fields[-1] = None
            if link:
                inline.open_link(link.group(1))
        elif kind == "end" and self._fields:
            self._fields.pop()
            inline.close_link()


def _own(parent: Any, name: str, holder: str) -> Iterator[Any]:  # noqa: ANN401
    """The elements of a row or table that are its own, not those of a table within."""
    return (item for item in parent.iter(name) if next(item.iterancestors(holder), None) is parent)


def _span(cell: Any) -> int:  # noqa: ANN401
    """Over how many columns a cell runs."""
    mark = cell.find(f"{W}tcPr/{W}gridSpan")
    written = mark.get(f"{W}val", "1") if mark is not None else "1"
    return min(int(written), WIDEST) if written.isdecimal() and int(written) else 1


def _hidden(run: Any) -> bool:  # noqa: ANN401
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in ("0", "false")
