"""Running text: Markdown inside a paragraph → HTML. Raw HTML shows as text, and links lead only to safe addresses.

The syntax is the one that the parser of the collection reads (markdown/blocks.py), so that a page shows the words that
a search finds. Nothing is ever embedded: a picture becomes a link to it.
"""

import re
from functools import cache
from typing import Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from geltung.markdown.attributes import inline_at
from geltung.pages import escape

_LONGEST: Final = 20_000
_SYNTAX = re.compile(r"[\\`*_\[<&]")
_BOLD_MARK = re.compile(r"==(?=[^\s=])([^=\n]*[^\s=])==")
_AFTER_INLINE = re.compile(r"(?<=[)\]*_`>])\{:[^{}\n]*\}")
_OPEN, _END, _CLOSE = "\ue000", "\ue001", "\ue002"
_OWN = re.compile("[\ue000-\ue002]")
_MARKED = re.compile(f"{_OPEN}(\\d*){_END}([^{_CLOSE}]*){_CLOSE}")
_SIGNS_IN_ADDRESS = re.compile("%EE%80%80\\d*%EE%80%81|%EE%80%82")
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_TAGS: Final = {
    "em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>",
    "softbreak": "\n", "hardbreak": "<br>",
}  # fmt: skip


class Doubt(NamedTuple):
    """A doubtful reading: its number on the page, its words and the reason (plain text)."""

    number: int
    words: str
    reason: str


@cache
def parser() -> MarkdownIt:
    """The parser of pages: the same syntax as that of the collection's parser."""
    return MarkdownIt("commonmark").enable("table")


def doubt_anchor(number: int) -> str:
    """Where a doubt is explained."""
    return f"zweifel-{number}"


class Inline:
    """Renders the paragraphs of one page and collects the doubtful readings in them."""

    def __init__(self) -> None:
        self.doubts: list[Doubt] = []

    def html(self, content: str) -> str:
        """A paragraph's text as HTML."""
        content = _OWN.sub("\ufffd", content)
        if "{" in content:
            content = _AFTER_INLINE.sub("", self._take_marks(content))
        if "==" in content:
            content = _BOLD_MARK.sub(f"{_OPEN}{_END}\\1{_CLOSE}", content)
        html = self._syntax(content) if _SYNTAX.search(content) and len(content) <= _LONGEST else escape.text(content)
        return _with_marks(html) if _OPEN in html else html

    def plain(self, content: str) -> str:
        """A heading's text without syntax, unescaped."""
        html = self.html(content)
        return escape.plain(html)

    def doubt(self, words: str, reason: str) -> int:
        """Note a doubtful reading; its number."""
        self.doubts.append(Doubt(len(self.doubts) + 1, " ".join(words.split()), " ".join(reason.split())))
        return len(self.doubts)

    def _take_marks(self, content: str) -> str:
        """Every ``==words=={: .uncertain reason="…" }`` as its words between signs of our own."""
        pieces: list[str] = []
        done = 0
        closing = content.find("=={")
        while closing != -1:
            start = content.rfind("==", max(done, content.rfind("\n", 0, closing) + 1), closing)
            found = inline_at(content, closing + 2, 1) if -1 < start < closing - 2 else None
            if found is not None:
                attributes, end = found
                words = content[start + 2 : closing]
                doubtful = "uncertain" in attributes.classes
                number = self.doubt(_words(words), attributes.values.get("reason", "")) if doubtful else ""
                pieces += (content[done:start], f"{_OPEN}{number}{_END}{words}{_CLOSE}")
                done = end
            closing = content.find("=={", max(done, closing + 2))
        return "".join((*pieces, content[done:]))

    def _syntax(self, content: str) -> str:
        tokens: list[Token] = []
        parser().inline.parse(content, parser(), {}, tokens)
        pieces: list[str] = []
        links: list[bool] = []
        for token in tokens:
            kind = token.type
            if kind == "link_open":
                address = escape.address(_restored(str(token.attrs.get("href", ""))))
                links.append(address is not None)
                pieces.append(f'<a href="{address}" rel="noreferrer">' if address is not None else "")
            elif kind == "link_close":
                pieces.append("</a>" if links.pop() else "")
            else:
                pieces.append(_element(token, in_link=any(links)))
        return "".join(pieces)


def _element(token: Token, *, in_link: bool) -> str:
    kind = token.type
    if kind in _TAGS:
        return _TAGS[kind]
    if kind == "code_inline":
        return f"<code>{escape.text(token.content)}</code>"
    if kind == "image":
        words = escape.text(token.content or "Bild")
        address = escape.address(_restored(str(token.attrs.get("src", ""))))
        return words if in_link or address is None else f'<a href="{address}" rel="noreferrer">{words}</a>'
    return escape.text(token.content)


def _words(content: str) -> str:
    """Marked words without syntax."""
    return escape.plain(Inline().html(content))


def _restored(address: str) -> str:
    """An address in which "==" was taken for a mark."""
    return _SIGNS_IN_ADDRESS.sub("==", address)


def _balanced(html: str) -> bool:
    """Whether every element that begins in a piece of our own HTML ends in it."""
    held: list[str] = []
    for closing, name in _TAG.findall(html):
        if not closing:
            held += [name] if name != "br" else []
        elif not held or held.pop() != name:
            return False
    return not held


def _with_marks(html: str) -> str:
    """Our own signs as elements. The number of a doubt is a link, unless it stands in a link."""

    def element(match: re.Match[str]) -> str:
        number, words = match.groups()
        if "<" in words and not _balanced(words):
            return words
        if not number:
            return f"<mark>{words}</mark>"
        return f'<mark class="g-unsicher">{words}</mark>{_note(number, html, match.start())}'

    return _MARKED.sub(element, html).translate(dict.fromkeys(map(ord, (_OPEN, _END, _CLOSE))))


def _note(number: str, html: str, position: int) -> str:
    label = f"unsichere Lesart {number}"
    if html.rfind("<a ", 0, position) > html.rfind("</a>", 0, position):
        return f'<sup class="g-zweifel" title="{label}">?{number}</sup>'
    return f'<sup class="g-zweifel"><a href="#{doubt_anchor(int(number))}" aria-label="{label}">?{number}</a></sup>'
