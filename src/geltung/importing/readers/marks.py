"""Bullets that a page draws as small shapes or images: browsers print those of a list so, and the text has none."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from geltung.importing.readers.layout import Word

_SMALLEST: Final = 1.2
_LARGEST: Final = 14.0
"""Points that a bullet is wide and high."""
_THIN: Final = 2.5
"""Points that a border of a table is thick at most, and longer than that."""
_LEAST: Final = 0.15
_MOST: Final = 0.7
"""Heights of its line that a bullet is high; a box to tick is higher."""
_SQUARE: Final = 1.5
"""Times that a bullet is at most wider than high, or higher than wide."""
_MIDDLE: Final = (0.15, 0.8)
"""Share of the line's height at which the middle of a bullet lies: not that of an underline."""
_NEAR: Final = 3.5
"""Heights of the line from a bullet to its text at most."""
_FREE: Final = 1.2
"""Heights of the line that are free on the left of a bullet: it stands before a line, not between two words."""
_MOST_OBJECTS: Final = 50_000
"""Objects of a page that are looked at; a drawing may have more."""
_MOST_MARKS: Final = 500
"""A page with more small shapes than this is a drawing."""
_DEEPEST: Final = 8
_MOST_SEGMENTS: Final = 200
_NUMBER = re.compile(r"\(?\d+(?:\.\d+)*[.)]\Z")
"""A word that counts a line by itself: what stands before it is no bullet."""

Item = Any
"""An object of a page as the engine holds it."""
Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Mark:
    """A small shape: the bullet that it looks like, and its box in points of the page."""

    sign: str
    left: float
    bottom: float
    right: float
    top: float


def drawn(page: pdfium.PdfPage) -> list[Mark]:
    """The small, about round or square shapes of a page, also those within forms; none of a page that is a drawing."""
    found: list[Mark] = []
    for item, matrix in _objects(page):
        kind = raw.FPDFPageObj_GetType(item)
        if kind not in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING):
            continue
        left, bottom, right, top = _box(item, matrix)
        width, height = right - left, top - bottom
        if not (_SMALLEST <= width <= _LARGEST and _SMALLEST <= height <= _LARGEST):
            continue
        if not 1 / _SQUARE <= width / height <= _SQUARE:
            continue
        sign = _sign(item) if kind == raw.FPDF_PAGEOBJ_PATH else "•"
        if sign:
            found.append(Mark(sign, left, bottom, right, top))
        if len(found) > _MOST_MARKS:
            return []
    return found


def borders(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    """The boxes (left, bottom, right, top) of the thin shapes of a page, which may be the borders of tables."""
    found = []
    for item, matrix in _objects(page):
        if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH:
            box = _box(item, matrix)
            if min(box[2] - box[0], box[3] - box[1]) <= _THIN < max(box[2] - box[0], box[3] - box[1]):
                found.append(box)
    return found


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Item, Matrix]]:
    """The objects of a page that are no forms, each with the matrix that leads to the page."""
    count = raw.FPDFPage_CountObjects(page)
    open_forms = [_each(raw.FPDFPage_GetObject, page, count, _PLAIN)]
    for _ in range(_MOST_OBJECTS):
        item, matrix = next(open_forms[-1], (None, _PLAIN))
        if item is None:
            open_forms.pop()
            if not open_forms:
                return
        elif raw.FPDFPageObj_GetType(item) != raw.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif len(open_forms) < _DEEPEST:
            count = raw.FPDFFormObj_CountObjects(item)
            open_forms.append(_each(raw.FPDFFormObj_GetObject, item, count, _times(_matrix(item), matrix)))


def _each(
    get: Callable[[object, int], Item], holder: object, count: int, matrix: Matrix
) -> Iterator[tuple[Item, Matrix]]:
    return ((get(holder, index), matrix) for index in range(count))


def _matrix(item: Item) -> Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(item, found):
        return _PLAIN
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    x, y = _point(e, f, outer)
    o, p, q, r = outer[:4]
    return a * o + b * q, a * p + b * r, c * o + d * q, c * p + d * r, x, y


def _point(x: float, y: float, matrix: Matrix) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _box(item: Item, matrix: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    if matrix == _PLAIN:
        return left.value, bottom.value, right.value, top.value
    xs, ys = zip(*(_point(x.value, y.value, matrix) for x in (left, right) for y in (bottom, top)), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _sign(path: Item) -> str:
    """The bullet that a path looks like: round or with corners, filled or only an outline; none if it is not seen."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    count = raw.FPDFPath_CountSegments(path)
    if count > _MOST_SEGMENTS or not raw.FPDFPath_GetDrawMode(path, fill, stroke):
        return ""
    if not fill.value and not stroke.value:
        return ""
    kinds = [raw.FPDFPathSegment_GetType(raw.FPDFPath_GetPathSegment(path, index)) for index in range(count)]
    lines, curves = kinds.count(raw.FPDF_SEGMENT_LINETO), kinds.count(raw.FPDF_SEGMENT_BEZIERTO)
    if not curves and lines < (2 if fill.value else 3):
        return ""  # a stroke, or the tick in a box
    hollow = not fill.value or kinds.count(raw.FPDF_SEGMENT_MOVETO) > 1
    if curves:
        return "◦" if hollow else "•"
    return "□" if hollow else "▪"


def with_marks(words: Sequence[Word], marks: Sequence[Mark]) -> list[Word]:
    """The words, and before each line that begins with a drawn bullet this bullet as a word of its line."""
    found = list(words)
    placed = [(mark, word) for mark in marks if (word := _text_of(mark, words)) is not None]
    for mark, word in placed:
        others = (other for other, its in placed if other is not mark and its is word)
        if not any(_differ(mark, other) for other in others) and not _NUMBER.match(word.text):
            found.append(replace(word, text=mark.sign, left=mark.left, right=mark.right))
    return list(dict.fromkeys(found))


def _differ(first: Mark, second: Mark) -> bool:
    """Whether two shapes stand beside each other; one upon the other are one bullet."""
    return abs(first.left + first.right - second.left - second.right) > first.right - first.left


def _text_of(mark: Mark, words: Sequence[Word]) -> Word | None:
    """The first word of the line that a shape is the bullet of, if it is one."""
    middle, ends = (mark.bottom + mark.top) / 2, mark.right - (mark.right - mark.left) / 4
    beside = [word for word in words if word.bottom < middle < word.top]
    text = min((word for word in beside if word.left >= ends), key=lambda word: word.left, default=None)
    if text is None:
        return None
    height = text.top - text.bottom
    if any(word.left < ends and word.right > mark.left - _FREE * height for word in beside):
        return None
    fits = _LEAST * height <= mark.top - mark.bottom <= _MOST * height
    inside = _MIDDLE[0] <= (middle - text.bottom) / height <= _MIDDLE[1]
    return text if fits and inside and text.left - mark.right <= _NEAR * height else None
