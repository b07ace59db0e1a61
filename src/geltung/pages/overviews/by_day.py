"""Words and rows of the overviews that depend on the reader's day."""

from collections.abc import Iterable, Sequence
from datetime import date

from geltung.pages import escape
from geltung.pages.days import ByDay, attributes, choice, complete
from geltung.pages.overviews.facts import NOT_YET, PHASES, Period


def words(periods: Iterable[Period], today: date, before: str = PHASES[NOT_YET]) -> str:
    """What the periods say of each day; ``before`` stands for the time before the first."""
    items = (ByDay(item.first.isoformat(), item.last.isoformat(), escape.text(item.words)) for item in periods)
    return choice(complete(items, before, ""), today)


def rows(cells: str, periods: Sequence[Period], phase: str, today: date) -> str:
    """A finished row for each period of a phase that has not passed; only that of the reader's day is shown."""
    return "".join(
        cells.replace("<tr", f"<tr {attributes(item.first.isoformat(), item.last.isoformat(), today)}", 1)
        for item in periods
        if item.phase == phase and item.last >= today
    )
