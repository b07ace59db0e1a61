"""How a directive stands, in German, for every day: the sentence at the head of its page and its badge in lists."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from geltung.model.dates import day_after, german, german_iso
from geltung.model.terms import GERMAN, IN_FORCE, LAPSED, NOT_YET, REPEALED, UPCOMING
from geltung.pages import escape
from geltung.pages.days import FIRST, LAST, ByDay, complete
from geltung.pages.links import Links
from geltung.questions.courses import Phase, RepealOf

NOT_ASSESSED: Final = "nicht bewertet"
_BADGES: Final = {
    IN_FORCE: ("gilt", "gilt"),
    UPCOMING: ("kommt", "gilt ab {}"),
    LAPSED: ("beendet", "abgelaufen"),
    REPEALED: ("beendet", "aufgehoben"),
    NOT_YET: ("beendet", "nicht in Kraft"),
}
"""Phase → class of the badge and its words."""


def badge(kind: str, words: str) -> str:
    """A state in a few words: ``kind`` is gilt, kommt, frist, nachwirkend, beendet or unbewertet."""
    return f'<span class="g-zustand g-zustand--{kind}">{escape.text(words)}</span>'


def unassessed() -> str:
    """The badge of a reference record (rule 12)."""
    return badge("unbewertet", NOT_ASSESSED)


def badges(phases: Sequence[Phase]) -> Iterator[ByDay]:
    """The badge of a directive on every day."""
    items = (ByDay(phase.first, phase.last, _badge(phase)) for phase in phases)
    first = phases[0].in_force_from if phases else None
    before = badge("kommt", f"gilt ab {german_iso(first)}") if first else badge("unbewertet", "Geltung unbekannt")
    return complete(items, before, badge("beendet", "beendet"))


def _badge(phase: Phase) -> str:
    kind, words = _BADGES[phase.phase]
    return badge(kind, words.format(german_iso(phase.in_force_from) if phase.in_force_from else ""))


def sentences(phases: Sequence[Phase], repeals: Sequence[RepealOf], links: Links, open_words: str) -> Iterator[ByDay]:
    """Badge and sentence on every day. ``open_words`` say that there is no end ("unbegrenzt")."""
    whole = next((item for item in repeals if not item.part), None)
    found: list[ByDay] = []
    before: Phase | None = None
    for phase in phases:
        text = _sentence(phase, before, whole, links, open_words)
        found.append(ByDay(phase.first, phase.last, f"{_badge(phase)} {text}{_marks(phase)}"))
        if phase.phase == IN_FORCE:
            before = phase
    if not phases:
        text = "Wann diese Weisung gilt, lässt sich nicht bestimmen: „Gültig ab“ fehlt oder liegt nach ihrem Ende."
        return iter((ByDay(FIRST, LAST, f"{badge('unbewertet', 'Geltung unbekannt')} {text}"),))
    start = phases[0].in_force_from
    text = f"{badge('kommt', 'kommt')} Gilt ab {german_iso(start)}." if start else ""
    return complete(found, text, badge("beendet", "beendet"))


def _sentence(phase: Phase, before: Phase | None, repeal: RepealOf | None, links: Links, open_words: str) -> str:
    again = " wieder" if before and before.in_force_from != phase.in_force_from else ""
    if phase.phase == REPEALED and repeal:
        earlier = f" Sie galt bis {german_iso(before.in_force_until)}." if before and before.in_force_until else ""
        return f"Aufgehoben zum {german_iso(repeal.day)} durch {links.directive(repeal.author)}.{earlier}"
    if phase.phase == LAPSED:
        return (
            f"Galt bis {german_iso(before.in_force_until)}." if before and before.in_force_until else "Gilt nicht mehr."
        )
    if phase.in_force_from is None:
        return "Nach ihren Angaben kommt sie nicht in Kraft."
    since = german_iso(phase.in_force_from)
    begin = f"Gilt{again} ab {since}" if phase.phase == UPCOMING else f"Gilt{again} seit {since}"
    if phase.in_force_until is None:
        return f"{begin}, {escape.text(open_words)}."
    if phase.ended_by is None:
        return f"{begin} bis {german_iso(phase.in_force_until)}."
    day = german(day_after(date.fromisoformat(phase.in_force_until)))
    last = german_iso(phase.in_force_until)
    return f"{begin}. Wird zum {day} durch {links.directive(phase.ended_by)} aufgehoben (letzter Tag: {last})."


def _marks(phase: Phase) -> str:
    return "".join(f' <span class="g-merkmal">{escape.text(GERMAN.get(mark, mark))}</span>' for mark in phase.marks)
