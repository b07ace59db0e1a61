"""What of the overviews depends on the reader's day: a directive's badge, and rows that show only in one phase."""

from collections.abc import Sequence
from datetime import date

from geltung.pages.days import attributes, choice
from geltung.pages.standing import badges
from geltung.questions.courses import Phase


def state(phases: Sequence[Phase], today: date) -> str:
    """The badge of a directive on every day."""
    return choice(badges(phases), today)


def rows(row: str, phases: Sequence[Phase], phase: str, today: date) -> str:
    """A finished row once for each time in a phase that has not passed; only that of the reader's day is shown."""
    return "".join(
        row.replace("<tr", f"<tr {attributes(first, last, today)}", 1)
        for first, last in times(phases, phase)
        if last >= today.isoformat()
    )


def times(phases: Sequence[Phase], phase: str) -> list[tuple[str, str]]:
    """First and last days (ISO) of the times in a phase, without breaks between neighbours."""
    found: list[tuple[str, str]] = []
    open_end = False
    for item in phases:
        if item.phase != phase:
            open_end = False
        elif open_end:
            found[-1] = (found[-1][0], item.last)
        else:
            found.append((item.first, item.last))
            open_end = True
    return found
