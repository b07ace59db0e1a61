"""Where the overview pages stand on the site."""

from datetime import date
from typing import Final

from geltung.model.terms import IN_FORCE, LAPSED, REPEALED, UPCOMING

INDEX: Final = "uebersichten/index.html"
DEADLINES: Final = "fristen/index.html"
WEB: Final = "netz/index.html"
GLOSSARY: Final = "glossar.html"
CITED_ONLY: Final = "nur-zitiert.html"
UNITS: Final = "einheiten/index.html"
REGISTER: Final = "a-z/index.html"

_STATES: Final = {IN_FORCE: "in-kraft", UPCOMING: "kommt", REPEALED: "aufgehoben", LAPSED: "abgelaufen"}


def year(number: int | None, area: str | None = None) -> str:
    """The directives of a year, all or those of a legal area; None for those without a day of issue."""
    return f"uebersichten/jahr-{_year(number)}{f'-{_area(area)}' if area else ''}.html"


def area_of(area: str, number: int | str | None = "") -> str:
    """The directives of a legal area; with a year, the part of a long list."""
    return f"uebersichten/rechtskreis-{_area(area)}{_part(number)}.html"


def state(phase: str, number: int | str | None = "") -> str:
    """The directives in a phase (terms.IN_FORCE and the like); with a year, the part of a long list."""
    return f"uebersichten/stand-{_STATES[phase]}{_part(number)}.html"


def month(day: date) -> str:
    """The deadlines of a month."""
    return f"fristen/{day:%Y-%m}.html"


def web_of(number: int | None, month: int | None = None) -> str:
    """The web of a year or of a month in it (1 to 12, 0 for those without a day)."""
    return f"netz/{_year(number)}{'' if month is None else f'-{month:02}'}.html"


def register(letters: str) -> str:
    """The part of the A–Z list that begins with one or two letters ("a", "sch")."""
    return f"a-z/{letters}.html"


def _year(number: int | None) -> str:
    return "ohne-datum" if number is None else f"{number:04}"


def _part(number: int | str | None) -> str:
    return "" if isinstance(number, str) else f"-{_year(number)}"


def _area(area: str) -> str:
    return area.lower().replace(" ", "-")
