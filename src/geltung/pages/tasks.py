"""Tasks as cards: the words, the state on every day, addressee, start, deadline, earlier wordings, and a link to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from geltung.corpus.corpus import covers
from geltung.corpus.registry import Registry
from geltung.exports.addresses import task_anchor
from geltung.model.dates import german, german_iso
from geltung.model.records import Directive, Task, TaskVersion
from geltung.model.terms import ACTIVE, GERMAN, OUTLASTING, PAST_DUE, UPCOMING
from geltung.pages import escape, wordings
from geltung.pages.days import FIRST, LAST, ByDay, choice, complete
from geltung.pages.links import Links
from geltung.pages.standing import badge
from geltung.pages.wordings import Wording
from geltung.questions.courses import RepealOf, TaskPhase

KINDS: Final = {ACTIVE: "gilt", UPCOMING: "kommt", PAST_DUE: "frist", OUTLASTING: "nachwirkend"}
"""State → class of its badge."""
_FREQUENCIES: Final = {"YEARLY": "jährlich", "MONTHLY": "monatlich", "WEEKLY": "wöchentlich", "DAILY": "täglich"}
_HORIZON: Final = timedelta(days=800)
"""How far ahead the dates of a recurring task stand in the page; from then on its rule does."""


@dataclass(frozen=True)
class Cards:
    """Makes the cards of one directive's tasks."""

    directive: Directive
    registry: Registry
    links: Links
    repeals: Sequence[RepealOf]
    today: date

    def card(self, task: Task, phases: Sequence[TaskPhase], text: str) -> str:
        """The card of a task around its text (HTML); the element around it carries the anchor.

        A wording that begins after the day of the build has an alternative of its own, shown from its first day on.
        """
        course = wordings.course(task, phases)
        later = [item for item in course if item.last >= self.today.isoformat()] or course[-1:]
        shown = (ByDay(item.first, item.last, self._wording(task, item, course, phases, text)) for item in later)
        return wordings.by_day(list(shown), self.today)

    def _wording(
        self, task: Task, item: Wording, course: Sequence[Wording], phases: Sequence[TaskPhase], text: str
    ) -> str:
        version = item.version
        if version.line != task.line:  # the wording in the text is another one
            text = f"<p>{escape.text(version.text)}</p>"
        facts = "".join(self._facts(version))
        before = badge("beendet", "noch nicht erlassen")
        if inserted := wordings.inserted_on(task, version):
            before = badge("kommt", f"kommt zum {german(inserted)}")
        state = "".join(choice(_states(phases, version, self.today, before), self.today))
        anchor = escape.text(task_anchor(task.id))
        link = f'<a class="g-link" href="#{anchor}">#{escape.text(task.id)}</a>'
        marks = "".join((*self._repealed(task), *wordings.days_of(item, task)))
        others = "".join(self._others(task, item, course))
        head = f'<p class="g-auftrag__zeile">{state} {link}</p>'
        return f'{text}{others}<div class="g-auftrag__karte">{head}{marks}<dl class="g-felder">{facts}</dl></div>'

    def _facts(self, version: TaskVersion) -> Iterator[str]:
        yield self._fact("Adressat", self.addressees(version), "addressees", version)
        if version.starts_on:
            yield self._fact("Beginn", german(version.starts_on), "starts_on", version)
        if version.due_on or version.deadline_words:
            yield self._fact("Frist", _deadline(version), "due_on", version)
        if version.ends_on:
            yield self._fact("Ende", german(version.ends_on), "ends_on", version)
        if version.recurrence:
            yield self._fact("Wiederholung", _recurrence(version.recurrence), "recurrence", version)
        if "text" in version.uncertain:
            yield self._fact("Wortlaut", "", "text", version)

    def _fact(self, label: str, html: str, name: str, version: TaskVersion) -> str:
        doubt = ' <span class="g-merkmal">unsicher</span>' if name in version.uncertain else ""
        return f"<div><dt>{label}</dt><dd>{html}{doubt}</dd></div>"

    def addressees(self, version: TaskVersion) -> str:
        """Whom a wording addresses: the units with their pages, else the words as they stand."""
        found = (item for text in version.addressed for item in self.registry.addressees(text))
        named = dict.fromkeys(self._addressee(item.unit, item.text) for item in found)
        return ", ".join(named) or "nicht angegeben"

    def _addressee(self, unit: str | None, text: str) -> str:
        if unit is None:
            return f"„{escape.text(text)}“ (keine bekannte Einheit)"
        name = self.registry.units[unit].name
        said = f" („{escape.text(text)}“)" if text.casefold() not in (name.casefold(), unit.casefold()) else ""
        return f"{self.links.unit(unit, name)}{said}"

    def _repealed(self, task: Task) -> Iterator[str]:
        for repeal in self.repeals:
            if repeal.part and covers(repeal.part, task):
                yield repealed(repeal, self.links, self.today)

    def _others(self, task: Task, shown: Wording, course: Sequence[Wording]) -> Iterator[str]:
        """The other wordings of a task, the newest first, folded up."""
        counting = {item.version.line: item for item in course}
        for version in reversed(task.versions):
            if version is not shown.version and version.present:
                facts = "".join(self._facts(version))
                text = f'<p>{escape.text(version.text)}</p><dl class="g-felder">{facts}</dl>'
                yield wordings.folded(text, wordings.named(counting.get(version.line), shown))


def repealed(repeal: RepealOf, links: Links, today: date, what: str = "") -> str:
    """The mark of a repealed section or task; ``what`` names the part that was repealed, if it is a larger one."""
    day = german_iso(repeal.day)
    last = (date.fromisoformat(repeal.day) - timedelta(days=1)).isoformat()
    by = f"durch {links.directive(repeal.author)}"
    items = (
        ByDay(FIRST, last, f"Wird zum {day} {by} aufgehoben{what}."),
        ByDay(repeal.day, LAST, f"Aufgehoben zum {day} {by}{what}."),
    )
    return f'<p class="g-aufgehoben">{choice(items, today)}</p>'


def _states(phases: Iterable[TaskPhase], version: TaskVersion, today: date, before: str) -> Iterator[ByDay]:
    """The badge of a task on every day. Far dates of a recurring task are left to its rule."""
    first, last = (today - _HORIZON).isoformat(), (today + _HORIZON).isoformat()
    items: list[ByDay] = []
    for phase in phases:
        far = version.recurrence is not None and not (first <= phase.last and phase.first <= last)
        items.append(ByDay(phase.first, phase.last, state_badge(phase.state, None if far else phase.due_on)))
    return complete(items, before, badge("beendet", "beendet"))


def state_badge(state: str, due_on: str | None) -> str:
    """The state of a task, with the deadline that counts in it."""
    words = {ACTIVE: "gilt", UPCOMING: "kommt", PAST_DUE: "Frist abgelaufen", OUTLASTING: GERMAN[OUTLASTING]}[state]
    due = f", Frist {german_iso(due_on)}" if due_on and state != PAST_DUE else ""
    since = f" am {german_iso(due_on)}" if due_on and state == PAST_DUE else ""
    return badge(KINDS[state], f"{words}{due}{since}")


def _deadline(version: TaskVersion) -> str:
    first = "erstmals " if version.recurrence and version.due_on else ""
    day = f"{first}{german(version.due_on)}" if version.due_on else ""
    if not version.deadline_words:
        return day
    words = f"„{escape.text(version.deadline_words)}“"
    if not day:
        return f"{words} (ohne festen Tag)"
    anchor = f", gerechnet vom {german(version.anchor)}" if version.anchor else ""
    return f"{day} ({words}{anchor})"


def _recurrence(rule: str) -> str:
    """A rule in a word where that says it all about the rhythm, and the rule itself."""
    parts = dict(part.partition("=")[::2] for part in rule.upper().split(";"))
    word = _FREQUENCIES.get(parts.get("FREQ", "")) if parts.get("INTERVAL", "1") == "1" else None
    several = "," in "".join(parts.get(name, "") for name in ("BYMONTH", "BYMONTHDAY", "BYDAY"))
    if word == "monatlich" and "BYMONTH" in parts:
        word = "mehrmals im Jahr" if several else "jährlich"
    written = f"<code>{escape.text(rule)}</code>"
    return f"{word}, {written}" if word else written
