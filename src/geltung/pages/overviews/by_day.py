"""What of the overviews depends on the reader's day: a directive's badge, and rows that show only in one phase."""

from collections.abc import Iterable, Sequence
from datetime import date

from geltung.pages.days import ByDay, attributes, choice, complete
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


def nothing(all_phases: Iterable[Sequence[Phase]], phase: str, words: str, today: date) -> str:
    """A sentence for the days on which none of several directives is in a phase."""
    covered: list[ByDay] = []
    for first, last in sorted(time for phases in all_phases for time in times(phases, phase)):
        if covered and first <= covered[-1].last:
            covered[-1] = ByDay(covered[-1].first, max(covered[-1].last, last), "")
        else:
            covered.append(ByDay(first, last, ""))
    return choice(complete(covered, words, words), today, "p")


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
