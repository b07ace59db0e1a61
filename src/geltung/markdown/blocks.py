"""Markdown text → a flat tuple of blocks in document order, each with its line, its parent and its plain text.

Only the block structure is always parsed; the inline parser runs on the paragraphs that contain inline syntax at all,
which is a third of the work of a full parse. Plain text has links reduced to their words, emphasis and raw HTML tags
dropped, ``==marked=={: … }`` reduced to what is marked, and white space collapsed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from geltung.markdown.attributes import AttributeList, from_heading, from_line, inline_at
from geltung.markdown.quoting import shorten
from geltung.markdown.rows import counts_rows, row_attributes, row_text

HEADING: Final = "heading"
PARAGRAPH: Final = "paragraph"
LIST: Final = "list"
ITEM: Final = "item"
QUOTE: Final = "quote"
TABLE: Final = "table"
ROW: Final = "row"
CODE: Final = "code"
HTML: Final = "html"
Kind = Literal["heading", "paragraph", "list", "item", "quote", "table", "row", "code", "html"]

_CONTAINERS: Final[dict[str, Kind]] = {
    "bullet_list_open": LIST,
    "ordered_list_open": LIST,
    "list_item_open": ITEM,
    "blockquote_open": QUOTE,
    "table_open": TABLE,
}
_CONTAINER_ENDS: Final = frozenset(name.replace("_open", "_close") for name in _CONTAINERS)
_OPENERS: Final = frozenset(("paragraph_open", "heading_open", "tr_open"))
_LEAVES: Final[dict[str, Kind]] = {"fence": CODE, "code_block": CODE, "html_block": HTML}
_LONGEST_PARAGRAPH: Final = 20_000
"""Characters of a paragraph up to which inline syntax is looked for: no text is longer, and an attack would be."""
_EXCERPT: Final = 80
_MOST_STRAYS: Final = 20

_INLINE_SYNTAX = re.compile(r"[\\`*_\[<&]")
_SIMPLE_LINK = re.compile(r"!?\[([^\[\]\\`*_<&]*)\]\((?:https?://)?[^\s()<>\\:`]*\)")
"""A link that needs no parser: if nothing else in a paragraph is inline syntax, it can only be a link."""
_BOLD_MARK = re.compile(r"==(?=[^\s=])([^=\n]*[^\s=])==")
_AFTER_INLINE = re.compile(r"(?<=[)\]*_`>])\{:[^{}\n]*\}")
_STRAY_LIST = re.compile(r"\{:|\{ ?[#.][A-Za-z]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words highlighted as ``==words=={: … }``: the plain words, the attribute list, and their line."""

    text: str
    attributes: AttributeList
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """One block. ``parent`` is the index of the enclosing block, -1 at the top; descendants follow directly.

    ``level`` is the level of a heading and the depth of nesting of anything else. ``raw`` is the text as written,
    without indentation of the block and quote signs; containers have neither ``raw`` nor ``text``. ``attributes`` is
    the attribute list on the block's own last line (at the end of a heading), which is not part of ``text``; a
    paragraph that is nothing but an attribute list has an empty ``text``. ``strays`` are lines and words of attribute
    lists that stand where they have no effect. The rows of a table are blocks in it, the first is its head; ``cells``
    are a row's plain texts, and its attribute list stands at the end of its last cell that holds anything.
    """

    kind: Kind
    level: int
    text: str
    raw: str
    line: int
    parent: int
    attributes: AttributeList | None = None
    marks: tuple[Mark, ...] = ()
    strays: tuple[tuple[int, str], ...] = ()
    cells: tuple[str, ...] = ()


class _Parser(MarkdownIt):
    """CommonMark with tables. Link addresses stay as written: only the words of a link are ever used."""

    def normalizeLink(self, url: str) -> str:
        return url


@cache
def _parser() -> MarkdownIt:
    return _Parser("commonmark").enable("table")


def parse_blocks(text: str, first_line: int = 1) -> tuple[Block, ...]:
    """The blocks of a Markdown text (line ends ``\\n``) whose first line is ``first_line`` of its file."""
    return _Walker(first_line).walk(text)


def descendants(blocks: Sequence[Block], index: int) -> Iterator[int]:
    """Indices of all blocks inside a block, at any depth, in document order."""
    for position in range(index + 1, len(blocks)):
        if blocks[position].parent < index:
            return
        yield position


class _Walker:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.parser = _parser()
        self.env: dict[str, object] = {}
        self.blocks: list[Block] = []
        self.parents = [-1]
        self.source: list[str] = []
        self.counted = False

    def walk(self, text: str) -> tuple[Block, ...]:
        tokens: list[Token] = []
        self.parser.block.parse(text, self.parser, self.env, tokens)
        if not tokens:
            return ()
        if "|" in text:
            self.source = text.split("\n")
        opener, cells = tokens[0], list[str]()
        for token in tokens:
            kind = token.type
            if kind == "inline":
                if opener.type == "tr_open":
                    cells.append(token.content)
                else:
                    self._add_text(opener, token)
            elif kind in _OPENERS:
                opener = token
            elif kind in _CONTAINERS:
                self.blocks.append(Block(_CONTAINERS[kind], token.level, "", "", self._line(token), self.parents[-1]))
                self.parents.append(len(self.blocks) - 1)
            elif kind in _CONTAINER_ENDS:
                self.parents.pop()
            elif kind in _LEAVES:
                self._add_leaf(_LEAVES[kind], token, token.content)
            elif kind == "tr_close":
                self._add_row(opener, cells)
                cells.clear()
        return tuple(self.blocks)

    def _line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def _add_leaf(self, kind: Kind, token: Token, raw: str) -> None:
        line = self._line(token)
        strays = _strays(raw, line) if "{" in raw and token.type == "code_block" else ()
        text = "" if kind == HTML else " ".join(raw.split())
        self.blocks.append(Block(kind, token.level, text, raw, line, self.parents[-1], strays=strays))

    def _add_row(self, token: Token, cells: list[str]) -> None:
        """A row of a table. What Markdown drops of it, cells too many, may hold an attribute list: a stray then."""
        line, table = self._line(token), self.parents[-1]
        raw = " | ".join(cells)
        cells, attributes = row_attributes(cells, line)
        marks: tuple[Mark, ...] = ()
        strays: tuple[tuple[int, str], ...] = ()
        for position, content in enumerate(cells):
            if "{" in content:
                content, found = self._take_marks(content, line)
                cells[position] = _AFTER_INLINE.sub("", content)
                marks += found
                strays += () if "`" in content else _strays(cells[position], line)
        if "{" not in raw and "`" not in (source := self.source[line - self.first_line]):
            strays = _strays(source, line)
        plain = tuple(map(self._plain, cells))
        if self.blocks[-1].kind == TABLE:
            self.counted = counts_rows(plain)
        text = row_text(plain, counted=self.counted)
        self.blocks.append(Block(ROW, token.level, text, raw, line, table, attributes, marks, strays, plain))

    def _add_text(self, opener: Token, token: Token) -> None:
        line, raw = self._line(opener), token.content
        content, attributes = raw, None
        heading = opener.type == "heading_open"
        if raw.endswith("}"):
            if heading:
                content, attributes = from_heading(raw, line)
            else:
                start = raw.rfind("\n") + 1
                attributes = from_line(raw[start:], line + raw.count("\n", 0, start))
                content = raw if attributes is None else raw[:start]
        marks: tuple[Mark, ...] = ()
        strays: tuple[tuple[int, str], ...] = ()
        if "{" in content:
            content, marks = self._take_marks(content, line)
            content = _AFTER_INLINE.sub("", content)
            strays = () if "`" in content else _strays(content, line)
        kind: Kind = HEADING if heading else PARAGRAPH
        level = int(opener.tag[1]) if heading else opener.level
        text = self._plain(content)
        self.blocks.append(Block(kind, level, text, raw, line, self.parents[-1], attributes, marks, strays))

    def _take_marks(self, content: str, line: int) -> tuple[str, tuple[Mark, ...]]:
        """The content with every ``==words=={: … }`` reduced to its words, and these marks."""
        marks: list[Mark] = []
        pieces: list[str] = []
        done = line_start = 0
        closing = content.find("=={")
        while closing != -1:
            line += content.count("\n", line_start, closing)
            line_start = max(line_start, content.rfind("\n", line_start, closing) + 1)
            start = content.rfind("==", max(done, line_start), closing)
            found = inline_at(content, closing + 2, line) if -1 < start < closing - 2 else None
            if found is not None:
                words = content[start + 2 : closing]
                marks.append(Mark(self._plain(words), found[0], line))
                pieces += (content[done:start], words)
                done = found[1]
            closing = content.find("=={", max(done, closing + 2))
        if not marks:
            return content, ()
        return "".join((*pieces, content[done:])), tuple(marks)

    def _plain(self, content: str) -> str:
        if "==" in content:
            content = _BOLD_MARK.sub(r"\1", content)
        if _INLINE_SYNTAX.search(content):
            content = self._without_syntax(content)
        return " ".join(content.split())

    def _without_syntax(self, content: str) -> str:
        if len(content) > _LONGEST_PARAGRAPH:
            return content
        simple = _SIMPLE_LINK.sub(r"\1", content)
        if not _INLINE_SYNTAX.search(simple):
            return simple
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, tokens)
        return "".join(map(_words, tokens))


def _words(token: Token) -> str:
    kind = token.type
    if kind in ("softbreak", "hardbreak") or (kind == "html_inline" and token.content.startswith("<br")):
        return " "
    return "" if kind == "html_inline" else token.content


def _strays(content: str, line: int) -> tuple[tuple[int, str], ...]:
    """Lines and words of attribute lists that stand inside a text instead of on its last line."""
    found: list[tuple[int, str]] = []
    counted = 0
    for match in _STRAY_LIST.finditer(content):
        start = match.start()
        line += content.count("\n", counted, start)
        counted = start
        found.append((line, shorten(content[start : start + _EXCERPT].split("\n", 1)[0])))
    return tuple(found[:_MOST_STRAYS])
