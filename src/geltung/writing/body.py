"""The layout of the text: blank lines, list signs, blanks at line ends, attribute lists. Words stay as they are."""

import re
from collections.abc import Sequence
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from geltung.markdown.attributes import AttributeList, from_line
from geltung.markdown.rows import in_row, list_in_row
from geltung.model.dates import parse_iso
from geltung.parse.tasks import ADDED_ON, UNTIL, WORDING_ATTRIBUTES

_VERBATIM: Final = frozenset(("fence", "code_block", "html_block"))
_ORDER: Final = (UNTIL, *WORDING_ATTRIBUTES, ADDED_ON)
_LIST_LINE: Final = re.compile(r"([ >]*)(\{:?[^{]*\})[ ]*\Z")
_BULLET: Final = re.compile(r"([ ]*)[-*+]([ ]+)(?=\S)")
_NUMBER: Final = re.compile(r"([ ]*\d{1,9})[.)]([ ]+)(?=\S)")
_HARD_BREAK: Final = "  "


def format_body(body: str) -> str:
    """The text below the head in its usual layout; ends with one line end unless it is empty."""
    lines = body.split("\n")
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    page = _Page(lines)
    for position, token in enumerate(tokens):
        if token.map is not None:
            page.take(token, tokens[position + 1 :])
    return page.text()


class _Page:
    """The lines, and what is known of each."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.verbatim: set[int] = set()
        self.headings: set[int] = set()
        self.breaks: set[int] = set()

    def take(self, token: Token, following: Sequence[Token]) -> None:
        """Lay out what a token covers."""
        assert token.map is not None
        first, last = token.map
        if token.type in _VERBATIM:
            self.verbatim.update(range(first, last))
        elif token.type == "heading_open" and token.level == 0 and token.markup.startswith("#"):
            self.headings.add(first)
            self.lines[first] = f"{token.markup} {following[0].content}".rstrip()
        elif token.type == "list_item_open":
            self._item(first, token.markup, following)
        elif token.type == "tr_open":
            self._row(first)
        elif token.type == "inline":
            self._paragraph(first, last)

    def _item(self, first: int, sign: str, following: Sequence[Token]) -> None:
        if sign in "-*+":
            self.lines[first] = _BULLET.sub(r"\1-\2", self.lines[first], count=1)
        else:
            self.lines[first] = _NUMBER.sub(r"\1.\2", self.lines[first], count=1)
        kinds = [token.type for token in following[:4]]
        if kinds == ["paragraph_open", "inline", "paragraph_close", "list_item_close"]:
            self._move_left(first, following[0])

    def _move_left(self, first: int, paragraph: Token) -> None:
        """One blank behind the sign of an item that is one paragraph, its other lines below its first word."""
        match = _BULLET.match(self.lines[first]) or _NUMBER.match(self.lines[first])
        if match is None or paragraph.map is None:
            return
        sign = match[0].rstrip()
        self.lines[first] = f"{sign} {self.lines[first][match.end() :]}"
        for number in range(first + 1, paragraph.map[1]):
            self.lines[number] = " " * (len(sign) + 1) + self.lines[number].lstrip(" ")

    def _row(self, number: int) -> None:
        found = list_in_row(self.lines[number])
        if found is not None and not found[2].problems:
            self.lines[number] = with_list(self.lines[number], found[2])

    def _paragraph(self, first: int, last: int) -> None:
        for number in range(first, last):
            line = self.lines[number]
            match = _LIST_LINE.match(line)
            attributes = from_line(match[2], 1) if match else None
            if match and attributes is not None and not attributes.problems and number == last - 1:
                self.lines[number] = match[1] + written(attributes)
                self.breaks.discard(number - 1)
            elif line.endswith(_HARD_BREAK) and number < last - 1:
                self.breaks.add(number)

    def text(self) -> str:
        """The lines put together, with one blank line where there were several, and around headings."""
        found: list[str] = []
        for number, line in enumerate(self.lines):
            if number in self.verbatim:
                found.append(line)
                continue
            line = line.rstrip(" \t") + (_HARD_BREAK if number in self.breaks else "")
            after_heading = number - 1 in self.headings
            if (number in self.headings or after_heading) and found and found[-1]:
                found.append("")
            if line or (found and found[-1]):
                found.append(line)
        text = "\n".join(found).rstrip()
        return f"{text}\n" if text else ""


def with_list(line: str, attributes: AttributeList) -> str:
    """The line of a file that holds an attribute list, its own or a row's, with another list in its place."""
    if (found := list_in_row(line)) is not None and line.lstrip(" >").startswith("|"):
        return line[: found[0]] + in_row(written(attributes)) + line[found[1] :]
    match = _LIST_LINE.match(line)
    return match[1] + written(attributes) if match else line


def written(attributes: AttributeList) -> str:
    """An attribute list as it is written: id, classes, then what it states in the order of the format."""
    words = [f"#{attributes.identifier}"] if attributes.identifier else []
    words += [f".{name}" for name in attributes.classes]
    places = {name: place for place, name in enumerate(_ORDER)}
    for name in sorted(attributes.values, key=lambda name: places.get(name, len(places))):
        words.append(f"{name}={_value(name, attributes.values[name])}")
    return f"{{: {' '.join(words)} }}"


def _value(name: str, value: str) -> str:
    if name != "other_dates" and parse_iso(value) is not None:
        return value
    return f"'{value}'" if '"' in value else f'"{value}"'
