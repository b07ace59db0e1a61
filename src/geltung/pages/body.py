"""The text of a directive: its Markdown → pieces of a page. Tasks, earlier wordings and repeals are put in by others.

The text is cut at its headings, which stay Markdown so that every generator makes its table of contents from them;
what stands between two headings is one piece of finished HTML.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from markdown_it.token import Token

from geltung.markdown.attributes import AttributeList, from_heading, from_line
from geltung.markdown.rows import row_attributes
from geltung.model.terms import BETWEEN_CELLS
from geltung.pages import escape
from geltung.pages.inline import Inline, doubt_anchor, parser

_CONTAINERS: Final = {
    "bullet_list_open": "<ul>",
    "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>",
    "blockquote_open": "<blockquote>",
    "blockquote_close": "</blockquote>",
    "thead_open": "<thead>",
    "thead_close": "</thead>",
    "tbody_open": "<tbody>",
    "tbody_close": "</tbody>",
    "table_open": '<div class="g-tabelle"><table>',
    "table_close": "</table></div>",
    "hr": "<hr>",
}
Card = Callable[[str], str]
"""Text of a task (HTML) → the task's card, without the element around it."""


@dataclass(frozen=True)
class Marks:
    """What the records say of lines of the file: where tasks, sections and earlier wordings begin.

    ``tasks`` maps a line to the anchor and the card of the task; one without an anchor is left out of the text.
    ``sections`` maps to the anchor of a section, ``earlier`` are the lines of the quotes and rows that are shown
    elsewhere, ``amended`` those of the tasks that have several wordings.
    """

    tasks: Mapping[int, tuple[str, Card]]
    sections: Mapping[int, str]
    earlier: frozenset[int]
    amended: frozenset[int] = frozenset()


@dataclass
class Piece:
    """A heading with what stands below it. The text before the first heading has level 0."""

    level: int = 0
    title: str = ""
    anchor: str = ""
    line: int = 0
    html: list[str] = field(default_factory=list)


def read(text: str, first_line: int, marks: Marks, inline: Inline) -> list[Piece]:
    """The pieces of a text whose first line is ``first_line`` of its file."""
    tokens: list[Token] = []
    md = parser()
    md.block.parse(text, md, {}, tokens)
    return _Writer(first_line, marks, inline).write(tokens)


class _Writer:
    def __init__(self, first_line: int, marks: Marks, inline: Inline) -> None:
        self.first_line = first_line
        self.marks = marks
        self.inline = inline
        self.pieces = [Piece()]
        self.waiting = dict(marks.tasks)
        self.ends: list[str] = []

    def write(self, tokens: list[Token]) -> list[Piece]:
        position = 0
        while position < len(tokens):
            position = self._take(tokens, position)
        for anchor, card in self.waiting.values():  # no task may be missing, whatever its text is
            if anchor:
                self._put(f'<div class="g-auftrag" id="{anchor}">{card("")}</div>')
        return self.pieces

    def _put(self, html: str) -> None:
        self.pieces[-1].html.append(html)

    def _line(self, token: Token) -> int:
        return self.first_line + (token.map[0] if token.map else 0)

    def _take(self, tokens: list[Token], position: int) -> int:
        """Write a token, and what belongs to it; the position behind it."""
        token = tokens[position]
        kind = token.type
        if kind == "heading_open":
            self._heading(token, tokens[position + 1].content)
            return position + 3
        if kind == "paragraph_open":
            self._paragraph(token, tokens[position + 1].content)
            return position + 3
        if kind == "list_item_open":
            return self._item(tokens, position)
        if kind in ("blockquote_open", "tr_open") and self._line(token) in self.marks.earlier:
            return _end(tokens, position) + 1
        if kind == "tr_open":
            return self._row(tokens, position)
        if kind == "ordered_list_open":
            start = int(token.attrs.get("start", 1))
            self._put("<ol>" if start == 1 else f'<ol start="{start}">')
        elif kind in _CONTAINERS:
            self._put(_CONTAINERS[kind])
        elif kind in ("fence", "code_block"):
            self._put(f"<pre><code>{escape.text(token.content)}</code></pre>")
        elif kind == "html_block":
            self._put(f"<p>{escape.text(token.content.strip())}</p>")
        return position + 1

    def _heading(self, token: Token, raw: str) -> None:
        title, _ = from_heading(raw, 1)
        plain = self.inline.plain(title)
        if token.level:
            self._put(f"<p><strong>{escape.text(plain)}</strong></p>")
            return
        level = min(max(int(token.tag[1]), 2), max(self.pieces[-1].level, 1) + 1)
        line = self._line(token)
        anchor = self.marks.sections.get(line, f"ueberschrift-{len(self.pieces)}")
        self.pieces.append(Piece(level, plain, anchor, line))

    def _paragraph(self, token: Token, raw: str) -> None:
        content, attributes = _without_list(raw)
        task = self.waiting.pop(self._line(token), None)
        html = self._text(content, attributes)
        if task is not None:
            anchor, card = task
            if anchor:
                self._put(f'<div class="g-auftrag" id="{anchor}">{card(f"<p>{html}</p>" if html else "")}</div>')
        elif html:
            self._put(f"<p>{html}</p>")

    def _text(self, content: str, attributes: AttributeList | None) -> str:
        return self._doubtful(self.inline.html(content.strip()), attributes)

    def _doubtful(self, html: str, attributes: AttributeList | None) -> str:
        """A text as a doubtful reading, if its attribute list says so."""
        if attributes is not None and "uncertain" in attributes.classes and html:
            number = self.inline.doubt(escape.plain(html), attributes.values.get("reason", ""))
            label = f"unsichere Lesart {number}"
            return (
                f'<mark class="g-unsicher">{html}</mark>'
                f'<sup class="g-zweifel"><a href="#{doubt_anchor(number)}" aria-label="{label}">?{number}</a></sup>'
            )
        return html

    def _row(self, tokens: list[Token], position: int) -> int:
        """A row of a table; that of a task is followed by its card. The position behind it.

        Of several wordings of a task the one that counts is shown as one text, for each is cut into cells otherwise.
        """
        end, line = _end(tokens, position), self._line(tokens[position])
        inner = tokens[position + 1 : end]
        contents, attributes = row_attributes([token.content for token in inner if token.type == "inline"], line)
        cells = [self.inline.html(content.strip()) for content in contents]
        filled = max((place for place, cell in enumerate(cells) if cell), default=0)
        cells[filled] = self._doubtful(cells[filled], attributes)
        task = self.waiting.pop(line, None)
        tag = "th" if inner[0].type == "th_open" else "td"
        row = "".join(f"<{tag}>{cell}</{tag}>" for cell in cells)
        if task is None:
            self._put(f"<tr>{row}</tr>")
        elif task[0]:
            anchor, card = task
            wide = f'<td colspan="{len(cells)}">'
            if line in self.marks.amended:
                text = BETWEEN_CELLS.join(filter(None, cells))
                self._put(f'<tr class="g-auftrag" id="{anchor}">{wide}{card(f"<p>{text}</p>")}</td></tr>')
            else:
                self._put(f'<tr class="g-auftrag" id="{anchor}">{row}</tr>')
                self._put(f'<tr class="g-auftrag__zu">{wide}{card("")}</td></tr>')
        return end + 1

    def _item(self, tokens: list[Token], position: int) -> int:
        """A list item: one paragraph stands in it as it is, several as paragraphs."""
        end = _end(tokens, position)
        inner = range(position + 1, end)
        level = tokens[position].level + 1
        nested = any(
            tokens[index].type == "list_item_open" and self._line(tokens[index]) == self._line(tokens[position])
            for index in inner
        )
        task = None if nested else self.waiting.pop(self._line(tokens[position]), None)
        paragraphs = sum(tokens[index].type == "paragraph_open" and tokens[index].level == level for index in inner)
        piece = self.pieces[-1]
        held, piece.html = piece.html, []
        index = position + 1
        while index < end:
            token = tokens[index]
            if token.type == "paragraph_open" and token.level == level and paragraphs == 1:
                self._put(self._text(*_without_list(tokens[index + 1].content)))
                index += 3
            else:
                index = self._take(tokens, index)
        content = "".join(piece.html)
        piece.html = held
        if task is None:
            self._put(f"<li>{content}</li>")
        elif task[0]:
            anchor, card = task
            self._put(f'<li class="g-auftrag" id="{anchor}">{card(content)}</li>')
        return end + 1


def _end(tokens: list[Token], position: int) -> int:
    """The position of the token that closes a container."""
    level = tokens[position].level
    kind = tokens[position].type.replace("_open", "_close")
    return next(
        index
        for index in range(position + 1, len(tokens))
        if tokens[index].level == level and tokens[index].type == kind
    )


def _without_list(raw: str) -> tuple[str, AttributeList | None]:
    """A paragraph without the attribute list on its last line, and that list."""
    if not raw.endswith("}"):
        return raw, None
    start = raw.rfind("\n") + 1
    attributes = from_line(raw[start:], 1)
    return (raw, None) if attributes is None else (raw[:start], attributes)
