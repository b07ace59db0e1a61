"""The deadlines of a unit as a picture: a row for each, or a bar for each month where they are many.

Pure: dated tasks in, an accessible figure out, with the same deadlines as a table. The figure decides nothing: the
caller passes the deadlines it wants shown and the day that the picture is made for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from geltung.model.dates import german
from geltung.pages import svg
from geltung.pages.escape import excerpt
from geltung.pages.escape import text as escape
from geltung.pages.months import MONTHS, month_after, month_name

MOST_ROWS: Final = 30
"""Up to so many deadlines each has a row of its own; more are counted by month."""

_LABELS: Final = 170
_AXIS: Final = 420
_MARGIN: Final = 90
_ROW: Final = 26
_HEAD: Final = 44
_LETTERS: Final = 25
_HEADINGS: Final = "".join(f'<th scope="col">{name}</th>' for name in ("Frist", "Beginn", "Auftrag", "Weisung"))


@dataclass(frozen=True, slots=True)
class Dated:
    """One deadline. ``label`` is short ("202505010, Ziffer 3"), ``text`` the task's words, ``href`` where it stands.

    ``starts_on`` lets a bar lead to the deadline. ``uncertain`` says that the source leaves the day in doubt.
    """

    due_on: date
    label: str
    text: str
    href: str
    starts_on: date | None = None
    uncertain: bool = False


def timeline(dated: Sequence[Dated], today: date, ident: str = "zeitstrahl") -> str:
    """A ``<figure>`` with the deadlines in order, a line for ``today`` and a table; without deadlines a sentence.

    ``ident`` begins every id in it, so that a page can hold several.
    """
    if not dated:
        return '<p class="g-nichts">In diesem Zeitraum gibt es keine Fristen mit festem Tag.</p>'
    ordered = sorted(dated, key=lambda item: (item.due_on, item.label, item.href))
    axis = _Axis.over(ordered, today)
    drawn = _rows(ordered, axis, ident) if len(ordered) <= MOST_ROWS else _months(ordered, axis, ident)
    return (
        f'<figure class="g-zeitstrahl">{drawn}<figcaption>Fristen von {german(ordered[0].due_on)} bis '
        f"{german(ordered[-1].due_on)}, Stand {german(today)}.</figcaption>"
        f"{_table(ordered, ident)}</figure>"
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Whole months from ``first`` on to the one before ``end``; ``today`` lies among them."""

    first: date
    end: date
    today: date

    @classmethod
    def over(cls, ordered: Sequence[Dated], today: date) -> "_Axis":
        days = [*(item.due_on for item in ordered), today]
        return cls(min(days).replace(day=1), month_after(max(days)), today)

    def x(self, day: date) -> float:
        share = (day - self.first).days / max(1, (self.end - self.first).days)
        return round(_LABELS + share * _AXIS, 1)

    def months(self) -> list[date]:
        found = [self.first]
        while (following := month_after(found[-1])) < self.end:
            found.append(following)
        return found

    def draw(self, bottom: float) -> str:
        """Month lines with names (as many as find room), years, and the line of today."""
        months = self.months()
        every = next(step for step in (1, 3, 6, 12, 12 * len(months)) if len(months) / step <= _AXIS / 44)
        parts: list[str] = []
        for position, month in enumerate(months):
            if position % every == 0:
                parts.append(svg.line(self.x(month), _HEAD - 8, self.x(month), bottom, "month-line"))
                parts.append(svg.words(self.x(month) + 3, _HEAD - 12, MONTHS[month.month - 1][:3], "axis-label"))
            if position == 0 or (month.month == 1 and self.x(month) - _LABELS > 40):
                parts.append(svg.words(self.x(month) + 3, _HEAD - 28, str(month.year), "axis-label year"))
        parts.append(svg.line(self.x(self.today), _HEAD - 8, self.x(self.today), bottom, "today-line"))
        return "".join(parts)


def _rows(ordered: Sequence[Dated], axis: _Axis, ident: str) -> str:
    height = _HEAD + len(ordered) * _ROW + 26
    parts = [axis.draw(height - 22)]
    for position, item in enumerate(ordered):
        middle = _HEAD + position * _ROW + _ROW / 2
        begin = max(item.starts_on, axis.first) if item.starts_on and item.starts_on < item.due_on else item.due_on
        mark = f"M{axis.x(item.due_on):g} {middle - 6:g}l6 6l-6 6l-6 -6z"
        body = (
            svg.box(0, middle - _ROW / 2 + 1, _LABELS + _AXIS + _MARGIN, _ROW - 2, "row")
            + svg.words(4, middle + 4, svg.shortened(item.label, _LETTERS), "row-label")
            + svg.line(axis.x(begin), middle, axis.x(item.due_on), middle, "span-line")
            + svg.path(mark, "mark uncertain" if item.uncertain else "mark")
            + svg.words(axis.x(item.due_on) + 10, middle + 4, german(item.due_on), "mark-label")
        )
        parts.append(svg.link(item.href, _spoken(item), body))
    parts.append(svg.words(axis.x(axis.today) - 30, height - 6, f"Stand {german(axis.today)}", "today-label"))
    description = f"{len(ordered)} Fristen, die früheste oben; jede Zeile führt zum Auftrag."
    return svg.picture(
        ident, "Fristen als Zeitstrahl", description, (_LABELS + _AXIS + _MARGIN, height), "".join(parts)
    )


def _months(ordered: Sequence[Dated], axis: _Axis, ident: str) -> str:
    """Counts by month as horizontal bars, each a link to that month in the table below."""
    counted = [(month, len(list(group))) for month, group in groupby(ordered, lambda item: item.due_on.replace(day=1))]
    most = max(count for _, count in counted)
    height = len(counted) * _ROW + 8
    parts: list[str] = []
    for position, (month, count) in enumerate(counted):
        middle = 4 + position * _ROW + _ROW / 2
        length = max(2, round(count / most * (_AXIS - 60)))
        current = " current" if month == axis.today.replace(day=1) else ""
        body = (
            svg.box(0, middle - _ROW / 2 + 1, _LABELS + _AXIS, _ROW - 2, "row")
            + svg.words(4, middle + 4, month_name(month) + (" (Stand)" if current else ""), "row-label")
            + svg.box(_LABELS, middle - 8, length, 16, f"bar{current}")
            + svg.words(_LABELS + length + 6, middle + 4, str(count), "mark-label")
        )
        parts.append(svg.link(f"#{ident}-{month:%Y-%m}", _counted(month, count), body))
    description = f"{len(ordered)} Fristen, nach Monaten gezählt; jeder Balken führt zur Tabelle seines Monats."
    return svg.picture(ident, "Fristen nach Monaten", description, (_LABELS + _AXIS, height), "".join(parts))


def _spoken(item: Dated) -> str:
    doubt = " (unsicher)" if item.uncertain else ""
    begin = f", ab {german(item.starts_on)}" if item.starts_on and item.starts_on < item.due_on else ""
    return f"Frist {german(item.due_on)}{doubt}{begin}: {excerpt(item.text, 120)} ({item.label})"


def _table(ordered: Sequence[Dated], ident: str) -> str:
    """The same deadlines as a table; where the picture only counts, a table for each month, which its bar leads to."""
    if len(ordered) <= MOST_ROWS:
        return _folded("Dieselben Fristen als Tabelle", ordered, f"{ident}-tabelle")
    months = [(month, list(group)) for month, group in groupby(ordered, lambda item: item.due_on.replace(day=1))]
    return "".join(_folded(_counted(month, len(items)), items, f"{ident}-{month:%Y-%m}") for month, items in months)


def _counted(month: date, count: int) -> str:
    return f"{month_name(month)}: {count} {'Frist' if count == 1 else 'Fristen'}"


def _folded(name: str, items: Sequence[Dated], ident: str) -> str:
    return (
        f'<details id="{ident}"><summary>{name}</summary>'
        f'<div class="g-tabelle" role="region" tabindex="0" aria-label="{name}, verschiebbar">'
        f'<table class="g-uebersichtstabelle"><thead><tr>{_HEADINGS}</tr></thead>'
        f"<tbody>{''.join(map(_table_row, items))}</tbody></table></div></details>"
    )


def _table_row(item: Dated) -> str:
    doubt = " (unsicher)" if item.uncertain else ""
    begin = german(item.starts_on) if item.starts_on else "–"
    place = f'<a href="{escape(item.href)}">{escape(item.label)}</a>'
    text = escape(excerpt(item.text, 200))
    return f"<tr><td>{german(item.due_on)}{doubt}</td><td>{begin}</td><td>{text}</td><td>{place}</td></tr>"
