"""HTML files: headings, paragraphs, lists, tables and links; no script is run and nothing is fetched."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Final

from lxml import html

from geltung.importing.readers.inline import WIDEST, Inline, table_rows
from geltung.importing.readers.lines import RawLine
from geltung.importing.readers.plain import decode
from geltung.importing.source import Unreadable

_SKIPPED: Final = frozenset({
    "script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math", "select", "textarea",
})  # fmt: skip
_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "main", "nav", "p",
    "pre", "section", "summary",
})  # fmt: skip
_HEADINGS: Final = frozenset(f"h{level}" for level in range(1, 7))
_CHARSET: Final = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.I)
_CHARSET_WITHIN: Final = 2048
_XML_DECLARATION: Final = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(path: Path) -> dict[str, Any]:
    """The lines of the file."""
    text = _XML_DECLARATION.sub("", _decoded(path.read_bytes()))
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = html.document_fromstring(text, parser=parser)
    except (ValueError, html.etree.LxmlError):
        raise Unreadable("Die HTML-Datei ist beschädigt oder leer.") from None
    return {"lines": _Walk().run(root)}


def _decoded(data: bytes) -> str:
    """By the declared charset where it fits, else as a text file."""
    declared = _CHARSET.search(data[:_CHARSET_WITHIN])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared.group(1).decode("ascii").lower()
        try:
            return data.decode("cp1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name)
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


class _Walk:
    """One way through the tree; `_inline` gathers the paragraph that is open."""

    def __init__(self) -> None:
        self._lines: list[RawLine] = []
        self._inline = Inline()
        self._sign = ""
        self._style: str | None = None
        self._lists: list[list[Any]] = []

    def run(self, root: Any) -> list[RawLine]:  # noqa: ANN401
        self._element(root)
        self._flush()
        return self._lines

    def _flush(self) -> None:
        found = self._inline.lines(self._sign, self._style)
        if found:
            self._sign, self._style = "", (self._style if self._style == "list" else None)
        self._lines.extend(found)

    def _element(self, element: Any) -> None:  # noqa: ANN401
        name = element.tag if isinstance(element.tag, str) else ""
        if not name or name in _SKIPPED or "hidden" in element.attrib:
            return
        if name in _HEADINGS:
            self._block(element, f"heading {name[1]}")
        elif name in ("ul", "ol"):
            self._list(element, name)
        elif name == "li":
            self._item(element)
        elif name == "table":
            self._table(element)
        elif name == "br":
            self._inline.break_line()
        elif name == "pre":
            self._preformatted(element)
        elif name in _BLOCKS:
            self._block(element, self._style)
        elif name == "a" and element.get("href"):
            self._inline.open_link(element.get("href"))
            self._children(element)
            self._inline.close_link()
        else:
            self._children(element)

    def _children(self, element: Any) -> None:  # noqa: ANN401
        self._inline.write(element.text or "")
        for child in element:
            self._element(child)
            self._inline.write(child.tail or "")

    def _block(self, element: Any, style: str | None) -> None:  # noqa: ANN401
        self._flush()
        before, self._style = self._style, style
        self._children(element)
        self._flush()
        self._style = before

    def _preformatted(self, element: Any) -> None:  # noqa: ANN401
        self._flush()
        for line in element.text_content().splitlines():
            self._inline.write(line)
            self._flush()

    def _list(self, element: Any, name: str) -> None:  # noqa: ANN401
        self._flush()
        start = element.get("start", "1")
        self._lists.append([name, int(start) if start.isdecimal() and len(start) < 6 else 1])
        self._children(element)
        self._flush()
        self._lists.pop()

    def _item(self, element: Any) -> None:  # noqa: ANN401
        self._flush()
        sign = "• "
        if self._lists and self._lists[-1][0] == "ol":
            sign = f"{self._lists[-1][1]}. "
            self._lists[-1][1] += 1
        self._sign, before = "  " * (len(self._lists) - 1) + sign, self._style
        self._style = "list"
        self._children(element)
        self._flush()
        self._sign, self._style = "", before

    def _table(self, element: Any) -> None:  # noqa: ANN401
        self._flush()
        rows: list[list[list[RawLine]]] = []
        below: dict[int, int] = {}  # column → rows that a cell above still covers
        for row in element.iter("tr"):
            if next(row.iterancestors("table"), None) is not element:
                continue
            cells: list[list[RawLine]] = []
            own = [cell for cell in row if cell.tag in ("td", "th")]
            for cell in own:
                while below.get(len(cells)):
                    below[len(cells)] -= 1
                    cells.append([])
                down = _span(cell, "rowspan") - 1
                for place in range(_span(cell, "colspan") if len(own) > 1 or below else 1):
                    below[len(cells)] = down
                    cells.append(_Walk().run(_as_block(cell)) if place == 0 else [])
            while below.get(len(cells)):
                below[len(cells)] -= 1
                cells.append([])
            rows.append(cells)
        self._lines.extend(table_rows(rows))


def _span(cell: Any, name: str) -> int:  # noqa: ANN401
    """Over how many rows or columns a cell runs."""
    written = cell.get(name, "1").strip()
    return min(int(written), WIDEST) if written.isdecimal() and written.isascii() and int(written) else 1


def _as_block(cell: Any) -> Any:  # noqa: ANN401
    """The cell as a block of its own, without what follows it in the row."""
    cell.tag, cell.tail = "div", None
    return cell
