"""A page as a file: front matter, headings in Markdown, finished HTML between them."""

from collections.abc import Iterable

from geltung.exports.addresses import source
from geltung.exports.generated import GeneratedFile
from geltung.pages import escape


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
    return f"<div{named}>{_without_blank_lines(html)}</div>"


def _without_blank_lines(html: str) -> str:
    """A blank line, as code may have, would end the block for some processors."""
    return html.replace("\n\n", "\n&#10;") if "\n\n" in html else html


def field(label: str, html: str) -> str:
    """A row of a list of fields (``<dl class="g-felder">``); ``label`` is ours."""
    return f"<div><dt>{label}</dt><dd>{html}</dd></div>"
