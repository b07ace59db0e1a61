"""PDF files with a text layer, in the order in which a person reads them, with the links that lie on the words."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from geltung.importing.readers.grids import grids, with_grids
from geltung.importing.readers.layout import Word, rows
from geltung.importing.readers.limits import MOST_PAGES
from geltung.importing.readers.lines import RawLine, tidy
from geltung.importing.readers.marks import Mark, borders, drawn, with_marks
from geltung.importing.readers.placed import Placed, listed
from geltung.importing.readers.symbols import sign_for
from geltung.importing.source import Link, Unreadable

_END_WITHIN: Final = 2048
_SCANNED_SHARE: Final = 0.6
"""An image that covers more of a page than this is the page: a scan."""
_FEWEST_LETTERS: Final = 5
"""A page with an image and less text than this has no text layer."""
_MOST_ADDRESS: Final = 4096
_HYPHENS: Final = (0x02, 0xFFFE)
"""What the engine gives for a hyphen that may divide a word at the end of a line."""
_TOUCHING: Final = 1.0
"""Points between two letters of a word at most."""
_BROKEN: Final = "Die PDF-Datei ist beschädigt. Bitte das Original noch einmal besorgen."
_CUT: Final = "Die PDF-Datei ist unvollständig (ihr Ende fehlt). Bitte das Original noch einmal besorgen."
_LOCKED: Final = (
    "Die PDF-Datei ist mit einem Kennwort geschützt. Bitte eine Fassung ohne Kennwort besorgen "
    "(öffnen und als neue PDF-Datei drucken)."
)


_Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Area:
    left: float
    bottom: float
    right: float
    top: float
    address: str

    def holds(self, word: Word) -> bool:
        x, y = (word.left + word.right) / 2, (word.bottom + word.top) / 2
        return self.left <= x <= self.right and self.bottom <= y <= self.top


def read(path: Path) -> dict[str, Any]:
    """The lines; the pages that are an image without text ("unread"), and those that are one with text ("scanned")."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_WITHIN))
        if b"%%EOF" not in file.read():
            raise Unreadable(_CUT)
    document = _open(path)
    if len(document) > MOST_PAGES:
        raise Unreadable(f"Die PDF-Datei hat {len(document)} Seiten; gelesen werden höchstens {MOST_PAGES}.")
    said: dict[str, Any] = {"unread": [], "scanned": [], "pages": len(document)}
    placed: list[Placed] = []
    for number in range(len(document)):
        try:
            placed += _page(document, number, said)
        except pdfium.PdfiumError:
            raise Unreadable(f"{_BROKEN} (Seite {number + 1} ist nicht lesbar.)") from None
    lines = [one.line for one in placed] if said["scanned"] else listed(placed)
    return {**said, "lines": lines}


def _open(path: Path) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        locked = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Unreadable(_LOCKED if locked else _BROKEN) from None
    if len(document) == 0:
        raise Unreadable("Die PDF-Datei hat keine Seiten.")
    return document


def _page(document: pdfium.PdfDocument, number: int, said: dict[str, Any]) -> list[Placed]:
    """The lines of a page; its number is noted in `said` if it is an image."""
    page = document[number]
    text = page.get_textpage()
    found = list(_words(text, page.get_rotation()))
    if sum(len(word.text) for word in found) < _FEWEST_LETTERS:
        if next(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), None) is not None:
            said["unread"].append(number + 1)
            return []
    elif _is_image(page):
        said["scanned"].append(number + 1)
    areas = list(_areas(document, page))
    found = with_marks(found, list(_marks(page)))
    placed: list[Placed] = []
    tables, others = grids(found, [_turned(box, page.get_rotation()) for box in borders(page)])
    for row in with_grids(rows(others), tables):
        links = tuple(_links(areas, row.words)) if areas else ()
        line = RawLine(row.text, number + 1, "table row" if row.cells else None, row.cells, links)
        placed.append(Placed(line, row.words))
    text.close()
    page.close()
    return placed


def _marks(page: pdfium.PdfPage) -> Iterator[Mark]:
    """The bullets that may be drawn on a page, as it is seen."""
    rotation = page.get_rotation()
    for mark in drawn(page):
        yield Mark(mark.sign, *_turned((mark.left, mark.bottom, mark.right, mark.top), rotation))


def _is_image(page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = item.get_bounds()
        if (right - left) * (top - bottom) > _SCANNED_SHARE * width * height:
            return True
    return False


def _words(text: pdfium.PdfTextPage, rotation: int) -> Iterator[Word]:
    """The words of a page in the order of the file, each with its box as the page is seen."""
    letters: list[str] = []
    boxes: list[_Box] = []
    divided = False
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        char = _char(code)
        box = None if char.isspace() else text.get_charbox(index, loose=True)
        if letters and (box is None or (divided and _apart(boxes[-1], box))):
            yield _word(_letters(text, letters, index - 1), boxes, rotation)
            letters, boxes = [], []
        if box is not None:
            letters.append(char)
            boxes.append(box)
        divided = code in _HYPHENS
    if letters:
        yield _word(_letters(text, letters, text.count_chars() - 1), boxes, rotation)


def _letters(text: pdfium.PdfTextPage, letters: list[str], last: int) -> list[str]:
    """The letters of a word that ends with character `last`; one that stands alone may be a sign of a symbol font."""
    return [sign_for(text, last, letters[0])] if len(letters) == 1 else letters


def _char(code: int) -> str:
    """A character of the text; the engine's sign for a hyphen at a line end is a hyphen, what has no letter a space."""
    if code in _HYPHENS:
        return "-"
    if code == 0:
        return " "
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _apart(hyphen: _Box, box: _Box) -> bool:
    """Whether a letter does not stand right behind a hyphen: the engine gives words divided at a line end as one."""
    across = max(box[0] - hyphen[2], hyphen[0] - box[2])
    along = max(box[1] - hyphen[3], hyphen[1] - box[3])
    return max(across, along) > _TOUCHING


def _word(letters: list[str], boxes: list[_Box], rotation: int) -> Word:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Word(tidy("".join(letters)), *_turned((min(lefts), min(bottoms), max(rights), max(tops)), rotation))


def _turned(box: _Box, rotation: int) -> _Box:
    """A box as the page is seen when it is turned clockwise by these degrees."""
    left, bottom, right, top = box
    if rotation == 90:
        return bottom, -right, top, -left
    if rotation == 180:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if rotation == 270 else box


def _areas(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Iterator[_Area]:
    """The areas of a page that link to an address."""
    position = ctypes.c_int(0)
    link = raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, position, link):
        action = raw.FPDFLink_GetAction(link)
        rectangle = raw.FS_RECTF()
        if not action or not raw.FPDFLink_GetAnnotRect(link, rectangle):
            continue
        size = raw.FPDFAction_GetURIPath(document, action, None, 0)
        if not 1 < size <= _MOST_ADDRESS:
            continue
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(document, action, buffer, size)
        address = buffer.value.decode("utf-8", "replace")
        box = rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
        yield _Area(*_turned(box, page.get_rotation()), address)


def _links(areas: list[_Area], words: tuple[Word, ...]) -> Iterator[Link]:
    for area in areas:
        label = " ".join(word.text for word in words if area.holds(word))
        if label:
            yield Link(label, area.address)
