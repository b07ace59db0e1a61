"""What depends on today: every alternative is written into the page with its days, and the reader's browser shows one.

Without JavaScript the alternative of the day of the build is shown, with that day beside it. The script
(assets/javascripts/tag.js) only compares days.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from geltung.model.dates import FIRST_DAY_ISO, OPEN_END_ISO, day_after, day_before, german

FIRST: Final = FIRST_DAY_ISO
LAST: Final = OPEN_END_ISO


class ByDay(NamedTuple):
    """Finished HTML that is shown from ``first`` to ``last`` (ISO days, both included)."""

    first: str
    last: str
    html: str


def complete(items: Iterable[ByDay], before: str, after: str) -> Iterator[ByDay]:
    """Alternatives in order of time with the days between them filled: ``before`` the first, ``after`` from then on."""
    following = FIRST
    filler = before
    for item in items:
        if item.first > following:
            yield ByDay(following, day_before(date.fromisoformat(item.first)).isoformat(), filler)
        yield item
        if item.last == LAST:
            return
        following, filler = day_after(date.fromisoformat(item.last)).isoformat(), after
    yield ByDay(following, LAST, filler)


def joined(items: Iterable[ByDay]) -> list[ByDay]:
    """Neighbours with the same HTML as one."""
    found: list[ByDay] = []
    for item in items:
        if found and found[-1].html == item.html:
            found[-1] = ByDay(found[-1].first, item.last, item.html)
        else:
            found.append(item)
    return found


def choice(items: Iterable[ByDay], today: date, tag: str = "span") -> str:
    """Alternatives as elements of which one is shown. Those without text take no place."""
    shown = joined(items)
    if len(shown) == 1:
        return f"<{tag}>{shown[0].html}</{tag}>" if shown[0].html else ""
    return "".join(
        f"<{tag} {attributes(item.first, item.last, today)}>{item.html}</{tag}>" for item in shown if item.html
    )


def attributes(first: str, last: str, today: date) -> str:
    """The attributes of an element that is shown from ``first`` to ``last``."""
    begin = "" if first == FIRST else f' data-von="{first}"'
    end = "" if last == LAST else f' data-bis="{last}"'
    hidden = "" if first <= today.isoformat() <= last else " hidden"
    return f"{begin}{end}{hidden}".lstrip()


def stand(today: date) -> str:
    """The day that everything on the page is shown for."""
    return f'<span class="g-stand" data-stand>Stand: {german(today)}</span>'
