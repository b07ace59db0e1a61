"""A page as a file: front matter, headings in Markdown, finished HTML between them."""

import re
from collections.abc import Iterable
from typing import Final

from geltung.exports.addresses import source
from geltung.exports.generated import GeneratedFile
from geltung.pages import escape

_BOXES: Final = (
    "address|article|aside|blockquote|button|caption|dd|desc|details|div|dl|dt|figcaption|figure|form|h[1-6]|hr|label|"
    "legend|li|nav|ol|option|p|pre|section|select|summary|svg|table|tbody|td|text|tfoot|th|thead|title|tr|ul"
)
"""Elements whose words are not those of their neighbours, though no white space may stand between them."""
_TOUCHING: Final = re.compile(
    rf"(</(?:{_BOXES}|a(?=><a\b))>|<br>)(?=[^\s<]|<\w)"  # the end of a box, and text or an element behind it
    rf"|(</\w+>|[^\s<>])(?=<(?:{_BOXES})[\s>])"  # text or an element, and a box behind it
)


def page(address: str, title: str, parts: Iterable[str], description: str = "", *, wide: bool = False) -> GeneratedFile:
    """The file of a page. ``title`` and ``description`` are plain text, ``parts`` come from the functions below.

    A ``wide`` page has no table of contents beside it, so that its tables have the room.
    """
    head = [f"title: {escape.front_matter(title)}"]
    if description:
        head.append(f"description: {escape.front_matter(description)}")
    if wide:
        head.append("hide: [toc]")
    content = "\n\n".join(part for part in parts if part)
    return GeneratedFile(source(address), "---\n" + "\n".join(head) + f"\n---\n\n{content}\n")


def heading(level: int, title: str, anchor: str = "") -> str:
    """A heading with an anchor (of our own making); its title is plain text."""
    named = f" {{: #{anchor} }}" if anchor else ""
    return f"{'#' * level} {escape.heading(title) or '&#8211;'}{named}"


def block(html: str, kind: str = "") -> str:
    """Finished HTML as one block, which no Markdown processor looks into."""
    if not html:
        return ""
    named = f' class="{kind}"' if kind else ""
    return f"<div{named}>{_without_blank_lines(_apart(html))}</div>"


def _apart(html: str) -> str:
    """White space between boxes: who reads the text alone, as a search does, must not find words glued together."""
    return _TOUCHING.sub(r"\g<0> ", html)


def _without_blank_lines(html: str) -> str:
    """A blank line, as code may have, would end the block for some processors."""
    return html.replace("\n\n", "\n&#10;") if "\n\n" in html else html


def field(label: str, html: str, kind: str = "") -> str:
    """A row of a list of fields (``<dl class="g-felder">``); ``label`` is ours."""
    named = f' class="{kind}"' if kind else ""
    return f"<div{named}><dt>{label}</dt><dd>{html}</dd></div>"
