"""The parts that overview pages are made of: a page, tables, lists of links."""

from collections.abc import Iterable, Sequence
from datetime import date

from geltung.exports.addresses import directive_page, relative, unit_page
from geltung.exports.generated import GeneratedFile
from geltung.model.dates import german
from geltung.pages import escape
from geltung.pages.page import block, heading, page


class Page:
    """An overview page under construction. ``address`` is where it will stand ("uebersichten/index.html")."""

    def __init__(self, address: str, title: str, lead: str = "") -> None:
        self.address = address
        self._title = title
        self._parts = [heading(1, title)]
        self._has_chapters = False
        self.html(f"<p>{lead}</p>" if lead else "")

    def heading(self, words: str, anchor: str) -> None:
        """A chapter of the page, which the table of contents names."""
        self._has_chapters = True
        self._parts.append(heading(2, words, anchor))

    def html(self, content: str) -> None:
        """Finished HTML."""
        self._parts.append(block(content, "g-uebersicht"))

    def address_of(self, target: str) -> str:
        """The address of a page of the site (with or without anchor) as this page must write it."""
        return relative(target, self.address)

    def to(self, target: str) -> str:
        """The same, escaped for an attribute."""
        return escape.text(self.address_of(target))

    def link(self, target: str, words: str) -> str:
        """A link to a page of the site."""
        return f'<a href="{self.to(target)}">{escape.text(words)}</a>'

    def choice(self, target: str, words: str, current: bool) -> str:
        """A link of a filter; the one that leads to what is shown says so."""
        here = ' aria-current="page"' if current else ""
        return f'<a href="{self.to(target)}"{here}>{escape.text(words)}</a>'

    def directive(self, id_: str, words: str | None = None) -> str:
        """A link to a record's page; its words are its id unless said."""
        return self.link(directive_page(id_), words or id_)

    def unit(self, id_: str, words: str) -> str:
        """A link to a unit's page."""
        return self.link(unit_page(id_), words)

    def file(self) -> GeneratedFile:
        """The finished page."""
        return page(self.address, self._title, self._parts, wide=not self._has_chapters)


def table(caption: str, heads: Sequence[str], rows: Iterable[str], kind: str = "") -> str:
    """A table with a caption, in a box of its own that scrolls. ``rows`` are finished; ``kind`` is a further class.

    Its roles are spelled out: some kinds are laid out as lists on a phone, and a browser may then take them for such.
    """
    kind = f" {kind}" if kind else ""
    cells = "".join(f'<th scope="col" role="columnheader">{escape.text(head)}</th>' for head in heads)
    name = escape.text(caption)
    return (
        f'<div class="g-tabelle" role="region" tabindex="0" aria-label="{name}, verschiebbar">'
        f'<table class="g-uebersichtstabelle{kind}" role="table"><caption>{name}</caption>'
        f'<thead role="rowgroup"><tr role="row">{cells}</tr></thead>'
        f'<tbody role="rowgroup">{"".join(rows)}</tbody></table></div>'
    )


def row(cells: Sequence[str]) -> str:
    """A row of finished cells; the first is the row's heading."""
    first, *rest = cells
    inner = "".join(f'<td role="cell">{cell}</td>' for cell in rest)
    return f'<tr role="row"><th scope="row" role="rowheader">{first}</th>{inner}</tr>'


def links(label: str, items: Iterable[str]) -> str:
    """A list of finished links beside each other, with a name: the filters of an overview are such plain links."""
    entries = "".join(f"<li>{item}</li>" for item in items)
    return f'<nav class="g-auswahl" aria-label="{escape.text(label)}"><ul>{entries}</ul></nav>'


def count(number: int, one: str, many: str) -> str:
    """``1 Weisung``, ``1.234 Weisungen``."""
    return f"{number:,} {one if number == 1 else many}".replace(",", ".")


def day(value: date | None) -> str:
    """A day in German, with the ISO day for machines; a dash where there is none."""
    return f'<time datetime="{value.isoformat()}">{german(value)}</time>' if value else "–"
