"""Directives by number and title, the title being that of the reader's day."""

from dataclasses import dataclass
from datetime import date

from geltung.pages import escape
from geltung.pages.days import ByDay, choice
from geltung.pages.links import Links
from geltung.questions.wordings import Titles


@dataclass(frozen=True)
class Named:
    """Names directives on one page."""

    titles: Titles
    links: Links
    today: date

    def directive(self, id_: str) -> str:
        """A link with the number, and the title."""
        return f"{self.links.directive(id_)} {self.title(id_)}"

    def title(self, id_: str) -> str:
        """The title; where it is amended, on each day the one that counts then."""
        found = [ByDay(first, last, escape.text(title)) for first, last, title in self.titles.from_to(id_)]
        return found[0].html if len(found) == 1 else choice(found, self.today)
