"""Styles of a Word file: which paragraphs are headings, which are items of lists, how deep, and how far in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

from geltung.importing.readers.docx_numbers import Numbers, W, value, whole

_HEADING: Final = re.compile(r"(?:heading|überschrift)\s*([1-6])", re.I)
_TITLES: Final = ("title", "titel")
_LIST: Final = re.compile(
    r"(?:\b|_)(?:(?P<bullet>list bullet|aufz(?:ä|ae)hlung\w*|bullets?|spiegelstriche?)|"
    r"(?P<number>list number|listennummer\w*|nummerierung))(?:[ _-]*(?:ebene|level|stufe)?[ _-]*(?P<level>[1-9]))?\Z",
    re.IGNORECASE,
)
"""Names of list styles, of Word itself and as offices name their own: "List Bullet 2", "BA Aufzählung Ebene 2"."""
_STEP: Final = 340
"""A step of Word's indents in twentieths of a point: 0.63 cm, rounded in many ways."""
_SLACK: Final = 20
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: "heading 1" … or "title", its numbering, the depth of a list by its name, its left indent."""

    meaning: str | None = None
    numbering: Any = None
    listed: str | None = None
    depth: int = 0
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is: a heading, or an item with its ``sign`` and how many blanks it stands in, or neither."""

    style: str | None = None
    sign: str = ""
    indent: int = 0


class Styles:
    """The styles of a document; counts along with its numbered paragraphs."""

    def __init__(self, root: Any, numbers: Numbers) -> None:  # noqa: ANN401
        self._numbers = numbers
        self._styles: dict[str, Style] = {}
        parents: dict[str, str] = {}
        for style in () if root is None else root.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            parents[key] = value(style, "basedOn") or ""
            self._styles[key] = _stated(style)
            if style.get(f"{W}type") == "numbering":
                numbering = style.find(f"{W}pPr/{W}numPr")
                numbers.link(key, "" if numbering is None else value(numbering, "numId") or "")
        self._styles = {key: _inherited(key, self._styles, parents) for key in self._styles}

    def form(self, paragraph: Any) -> Form:  # noqa: ANN401
        """What a paragraph is; the number of a numbered one is counted on, so ask once for each in reading order."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return Form()
        key = value(properties, "pStyle") or ""
        style = self._styles.get(key, Style())
        level = value(properties, "outlineLvl")
        meaning = f"heading {whole(level) + 1}" if level is not None and whole(level, 9) < 6 else style.meaning
        own = properties.find(f"{W}numPr")
        number = value(own, "numId") if own is not None else None
        if number is None:
            number = value(style.numbering, "numId") if style.numbering is not None else None
        depth = self._depth(own, style, key, number)
        sign, bullet = self._numbers.sign(number, depth) if number else ("", False)
        if meaning is None and number is None and style.listed:
            sign, bullet = ("•", True) if style.listed == "bullet" else ("", False)
        elif not sign or not (bullet or meaning is None):
            return Form(meaning, f"{sign} " if sign else "")
        left = _left(properties)
        if left is None:
            level_left = self._numbers.left(number, depth) if number else None
            left = level_left if own is not None or style.left is None else style.left
        deep = min(max(depth, style.depth), _DEEPEST)
        return Form("list", _counted(sign) + " " if sign else "", 2 * deep + _blanks(left))

    def _depth(self, own: Any, style: Style, key: str, number: str | None) -> int:  # noqa: ANN401
        stated = value(own, "ilvl") if own is not None else None
        if stated is None and own is None and style.numbering is not None:
            stated = value(style.numbering, "ilvl")
            if stated is None and number:
                return self._numbers.depth_of(number, key)
        return whole(stated)


def _stated(style: Any) -> Style:  # noqa: ANN401
    name = (value(style, "name") or "").casefold()
    heading = _HEADING.match(name)
    meaning = f"heading {heading.group(1)}" if heading else "title" if name in _TITLES else None
    properties = style.find(f"{W}pPr")
    listed = _LIST.search(name)
    return Style(
        meaning,
        None if properties is None else properties.find(f"{W}numPr"),
        None if listed is None else "bullet" if listed["bullet"] else "number",
        int(listed["level"] or 1) - 1 if listed else 0,
        None if properties is None else _left(properties),
    )


def _inherited(key: str, styles: dict[str, Style], parents: dict[str, str]) -> Style:
    """What a style says itself, or those that it is based on."""
    found = Style()
    seen: set[str] = set()
    while key in styles and key not in seen:
        seen.add(key)
        style = styles[key]
        found = Style(
            found.meaning or style.meaning,
            style.numbering if found.numbering is None else found.numbering,
            found.listed or style.listed,
            found.depth if found.listed else style.depth,
            style.left if found.left is None else found.left,
        )
        key = parents[key]
    return found


def _left(properties: Any) -> int | None:  # noqa: ANN401
    indent = properties.find(f"{W}ind")
    stated = None if indent is None else indent.get(f"{W}left", indent.get(f"{W}start"))
    return None if stated is None else whole(stated)


def _blanks(left: int | None) -> int:
    return min(2 * (((left or 0) + _SLACK) // _STEP), 2 * _DEEPEST)


def _counted(sign: str) -> str:
    """The sign of an item as typed texts have it: "a." is "a)", for "a." may as well be an abbreviation."""
    return f"{sign[:-1]})" if re.fullmatch(r"[a-z]{1,4}\.", sign) else sign
