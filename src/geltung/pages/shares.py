"""A unit's share of the collection as lists of entries that come and go by day."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from geltung.corpus.corpus import Corpus
from geltung.model.dates import day_after, german_iso
from geltung.model.terms import IN_FORCE, OUTLASTING, UPCOMING
from geltung.pages import escape
from geltung.pages.days import FIRST, LAST, ByDay, attributes, choice, complete, joined
from geltung.pages.links import Links
from geltung.pages.named import Named
from geltung.pages.tasks import state_badge
from geltung.questions.courses import Phase, Share
from geltung.questions.wordings import Titles

MOST_TASKS: Final = 120
"""Up to this number of tasks a unit's page lists them; beyond it says how many there are (a page must stay light)."""
_LONGEST_TEXT: Final = 180


class Shares:
    """The entries of one unit's page."""

    def __init__(
        self,
        corpus: Corpus,
        phases: Mapping[str, Sequence[Phase]],
        links: Links,
        today: date,
        directives: Sequence[Share],
        tasks: Sequence[Share],
    ) -> None:
        self.corpus = corpus
        self.phases = phases
        self.links = links
        self.today = today
        self.named = Named(Titles(corpus.records, phases), links, today)
        self.directives = sorted(directives, key=lambda share: (share.id, share.first), reverse=True)
        self.tasks: dict[str, dict[str, list[Share]]] = {}
        for share in tasks:
            self.tasks.setdefault(share.directive, {}).setdefault(share.id, []).append(share)
        self.light = sum(map(len, self.tasks.values())) <= MOST_TASKS

    def now(self) -> Iterator[ByDay]:
        """Directives while they apply, and tasks that outlast theirs."""
        for share in self.directives:
            if share.state == IN_FORCE:
                yield ByDay(share.first, share.last, self._directive(share) + self._tasks(share))
        for tasks in self.tasks.values():
            for share in (item for spans in tasks.values() for item in spans if item.state == OUTLASTING):
                words = f"{state_badge(OUTLASTING, share.due_on)} {self._linked(share)}"
                yield ByDay(share.first, share.last, words)

    def upcoming(self) -> Iterator[ByDay]:
        """Directives before they apply."""
        for share in self.directives:
            if share.state == UPCOMING:
                yield ByDay(share.first, share.last, self._directive(share) + self._tasks(share))

    def past(self) -> Iterator[ByDay]:
        """Directives from the day after they last applied, with their tasks; other tasks that ended, by themselves."""
        last: dict[str, Share] = {}
        for share in self.directives:
            if share.state == IN_FORCE and (share.id not in last or last[share.id].last < share.last):
                last[share.id] = share
        for share in last.values():
            if share.last != LAST:
                tasks = "".join(f"<li>{self._linked(task)}</li>" for task in self._ended(share.id, share.last, True))
                listed = f"<ul>{tasks}</ul>" if tasks else ""
                yield self._since_then(share, f"{self._named(share)} (bis {german_iso(share.last)}){listed}")
        for id_ in self.tasks:
            for task in self._ended(id_, last[id_].last if id_ in last else FIRST, False):
                words = f"Auftrag: {self._linked(task)} (bis {german_iso(task.last)})"
                yield self._since_then(task, f"{words}, aus {self.links.directive(id_)}")

    def _since_then(self, share: Share, html: str) -> ByDay:
        return ByDay(day_after(date.fromisoformat(share.last)).isoformat(), LAST, html)

    def _ended(self, directive: str, last: str, with_it: bool) -> Iterator[Share]:
        """The last days of a directive's tasks: of those that ended with it on its ``last`` day, or of the others."""
        if not self.light:
            return
        for spans in self.tasks.get(directive, {}).values():
            end = max(spans, key=lambda share: share.last)
            if end.last != LAST and (end.last == last) == with_it:
                yield end

    def _linked(self, share: Share) -> str:
        return self.links.task(share.id, self._text(share))

    def _named(self, share: Share) -> str:
        return self.named.directive(share.id)

    def _directive(self, share: Share) -> str:
        phase = next((item for item in self.phases.get(share.id, ()) if item.first <= share.first <= item.last), None)
        return f"{self._named(share)}{_since(phase, share)}"

    def _tasks(self, share: Share) -> str:
        tasks = self.tasks.get(share.id, {})
        if not tasks:
            return ""
        if not self.light:
            return f' <span class="g-merkmal">{len(tasks)} {"Auftrag" if len(tasks) == 1 else "Aufträge"}</span>'
        near = (spans for spans in tasks.values() if spans[0].first <= share.last)
        items = "".join(self._task(spans) for spans in sorted(near, key=self._place))
        return f"<ul>{items}</ul>" if items else ""

    def _place(self, spans: Sequence[Share]) -> tuple[bool, str, str]:
        """By deadline; those without one next, those past due at the build last."""
        due = spans[-1].due_on or LAST
        return due < self.today.isoformat(), due, spans[0].id

    def _task(self, spans: Sequence[Share]) -> str:
        """A task while it is listed, with the badge of the day."""
        days = attributes(spans[0].first, spans[-1].last, self.today)
        states = complete(
            (ByDay(item.first, item.last, state_badge(item.state, item.due_on)) for item in spans), "", ""
        )
        return f"<li {days}>{choice(states, self.today)} {self._words(spans)}</li>"

    def _words(self, spans: Sequence[Share]) -> str:
        """The link to a task, with the wording of each day."""
        found = joined(ByDay(item.first, item.last, self._linked(item)) for item in spans)
        return found[0].html if len(found) == 1 else choice(found, self.today)

    def _text(self, share: Share) -> str:
        directive = self.corpus.directive(share.directive)
        wanted = share.id.removeprefix(f"{share.directive}#")
        tasks = directive.tasks if directive else ()
        version = next((task.at_line(share.line) for task in tasks if task.id == wanted), None)
        return escape.excerpt(version.text if version else wanted, _LONGEST_TEXT)


def _since(phase: Phase | None, share: Share) -> str:
    if phase is None or phase.in_force_from is None:
        return ""
    begin = f"{'ab' if share.state == UPCOMING else 'seit'} {german_iso(phase.in_force_from)}"
    until = f" bis {german_iso(phase.in_force_until)}" if phase.in_force_until else ""
    return f" ({begin}{until})"


def listed(entries: Iterable[ByDay], nothing: str, today: date) -> str:
    """Entries as a list, each shown on its days, and words for the days on which there is none."""
    found = list(entries)
    items = "".join(f"<li {attributes(item.first, item.last, today)}>{item.html}</li>" for item in found)
    empty = choice(_gaps(found, nothing), today, "p")
    return f'{empty}<ul class="g-eintraege">{items}</ul>' if items else empty


def _gaps(entries: Iterable[ByDay], nothing: str) -> Iterator[ByDay]:
    """The days without any entry."""
    covered: list[ByDay] = []
    for item in sorted(entries, key=lambda entry: entry.first):
        if covered and item.first <= _next(covered[-1].last):
            covered[-1] = ByDay(covered[-1].first, max(covered[-1].last, item.last), "")
        else:
            covered.append(ByDay(item.first, item.last, ""))
    return complete(covered, nothing, nothing) if covered else iter((ByDay(FIRST, LAST, nothing),))


def _next(day: str) -> str:
    return day_after(date.fromisoformat(day)).isoformat()
