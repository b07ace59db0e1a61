"""Links to what the site has a page for. What it has none for stays text."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from geltung.exports.addresses import directive_page, relative, section_address, task_address, unit_page
from geltung.pages import escape


@dataclass(frozen=True)
class Links:
    """Links as one page must write them. ``page`` is its own address, the others are the ids that have pages."""

    page: str
    records: Container[str]
    units: Container[str]

    def to(self, address: str, html: str) -> str:
        """A link to an address of the site around finished HTML."""
        return f'<a href="{escape.text(relative(address, self.page))}">{html}</a>'

    def directive(self, id_: str, words: str | None = None) -> str:
        """A directive or reference record, by its number or other words (plain text)."""
        html = escape.text(words or id_)
        return self.to(directive_page(id_), html) if id_ in self.records else html

    def section(self, directive: str, number: str, words: str) -> str:
        """A section of a directive."""
        return self.to(section_address(directive, number), escape.text(words))

    def task(self, id_: str, words: str) -> str:
        """A task, ``id_`` being its whole id."""
        return self.to(task_address(id_), escape.text(words))

    def unit(self, id_: str, name: str) -> str:
        """A unit by its name."""
        html = escape.text(name)
        return self.to(unit_page(id_), html) if id_ in self.units else html

    def directives(self, ids: Iterable[str]) -> str:
        """Several directives, separated by commas."""
        return ", ".join(self.directive(id_) for id_ in ids)
