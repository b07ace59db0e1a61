"""Tasks as cards: the words, the state on every day, addressee, start, deadline, earlier wordings, and a link to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from geltung.corpus.corpus import covers
from geltung.corpus.registry import Registry
from geltung.exports.addresses import task_anchor
from geltung.model.dates import day_after, german, german_iso
from geltung.model.records import Directive, Task, TaskVersion
from geltung.model.terms import ACTIVE, GERMAN, OUTLASTING, PAST_DUE, UPCOMING
from geltung.pages import escape
from geltung.pages.days import FIRST, LAST, ByDay, choice, complete
from geltung.pages.links import Links
from geltung.pages.standing import badge
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
        """The card of a task around its text (HTML); the element around it carries the anchor."""
        version = task.current
        if version.line != task.line:  # the wording in the text is that of a draft
            text = f"<p>{escape.text(version.text)}</p>"
        facts = "".join(self._facts(version))
        state = "".join(choice(_states(phases, version, self.today), self.today))
        anchor = escape.text(task_anchor(task.id))
        link = f'<a class="g-link" href="#{anchor}">#{escape.text(task.id)}</a>'
        marks = "".join((*self._repealed(task), *self._begun(task, phases)))
        earlier = "".join(self._earlier(task, phases))
        head = f'<p class="g-auftrag__zeile">{state} {link}</p>'
        return f'{text}{earlier}<div class="g-auftrag__karte">{head}{marks}<dl class="g-felder">{facts}</dl></div>'

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

    def _begun(self, task: Task, phases: Sequence[TaskPhase]) -> Iterator[str]:
        """Since when the wording that stands in the text counts, where there was another one or none before."""
        if len(task.versions) == 1:
            return
        until = task.versions[-2].until
        if until is None:
            return
        inserted = not task.versions[-2].present
        if phases and not any(item.line == task.current.line for item in phases):
            yield "<p>Diese Fassung ist nicht wirksam geworden.</p>"
            return
        day = day_after(until)
        what = "Auftrag eingefügt" if inserted else "Diese Fassung gilt"
        later = f"{what} zum {german(day)}" if inserted else f"{what} erst ab {german(day)}"
        since = f"{what} zum {german(day)}" if inserted else f"{what} seit {german(day)}"
        items = (ByDay(FIRST, until.isoformat(), f"{later}."), ByDay(day.isoformat(), LAST, f"{since}."))
        yield f"<p>{choice(items, self.today)}</p>"

    def _earlier(self, task: Task, phases: Sequence[TaskPhase]) -> Iterator[str]:
        for version in reversed(task.versions[:-1]):
            if version.present and version.until:
                facts = "".join(self._facts(version))
                text = f'<p>{escape.text(version.text)}</p><dl class="g-felder">{facts}</dl>'
                failed = phases and not any(item.line == task.current.line for item in phases)
                yield earlier(text, None if failed else version.until, self.today)


def earlier(html: str, until: date | None, today: date) -> str:
    """An earlier wording that the reader can open; ``until`` is its last day, None where it still counts."""
    if until is None:
        said = "Andere Fassung, sie gilt weiter"
    else:
        last, day = german(until), day_after(until).isoformat()
        items = (
            ByDay(FIRST, until.isoformat(), f"Fassung, die noch bis {last} gilt"),
            ByDay(day, LAST, f"Frühere Fassung (galt bis {last})"),
        )
        said = choice(items, today)
    return f'<details class="g-frueher"><summary>{said}</summary><div>{html}</div></details>'


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


def _states(phases: Iterable[TaskPhase], version: TaskVersion, today: date) -> Iterator[ByDay]:
    """The badge of a task on every day. Far dates of a recurring task are left to its rule."""
    first, last = (today - _HORIZON).isoformat(), (today + _HORIZON).isoformat()
    items: list[ByDay] = []
    for phase in phases:
        far = version.recurrence is not None and not (first <= phase.last and phase.first <= last)
        items.append(ByDay(phase.first, phase.last, state_badge(phase.state, None if far else phase.due_on)))
    return complete(items, badge("beendet", "noch nicht erlassen"), badge("beendet", "beendet"))


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
