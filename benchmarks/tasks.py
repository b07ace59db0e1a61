"""The tasks of one synthetic directive: addressees, words, dates and the attributes that account for them."""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from benchmarks import wording
from benchmarks.plan import Act

SGB2, SGB3, FAMILY = "SGB II", "SGB III", "Familienkasse"
_ADDRESSEES: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    SGB3: (
        ("Die Agenturen für Arbeit", 40), ("Die Service Center", 9), ("Die Regionaldirektionen", 9),
        ("Die Eingangszonen", 6), ("Der Operative Service", 6), ("Die Agenturen für Arbeit (Eingangszonen)", 3),
        ("Die Agenturen für Arbeit und die Service Center", 3), ("Die Regionalleitungen Service Center", 3),
        ("Der Interne Service", 3), ("Das Regionale Infrastrukturmanagement (Identity)", 2), ("Die Berufsberatung", 3),
        ("Der Arbeitgeber-Service", 3), ("DISTRICT", 4), ("AGENCY", 2), ("Alle Dienststellen", 2), ("Die Zentrale", 2),
    ),
    SGB2: (("Die gemeinsamen Einrichtungen (Jobcenter)", 80), ("Die Regionaldirektionen", 20)),
    FAMILY: (("Die Familienkassen", 60), ("Die Regionalen Familienkassen", 30), ("Die Direktion der Familienkasse", 9)),
}  # fmt: skip
_DISTRICTS: Final = (
    "Nord", "Niedersachsen-Bremen", "Nordrhein-Westfalen", "Hessen", "Rheinland-Pfalz-Saarland", "Baden-Württemberg",
    "Bayern", "Berlin-Brandenburg", "Sachsen-Anhalt-Thüringen", "Sachsen",
)  # fmt: skip
_SINGULAR: Final = ("Der ", "Das ", "Die Zentrale", "Die Berufsberatung", "Die Direktion", "Die Agentur ")
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True)
class Wording:
    """One wording of a task: its text and the attributes behind the id, in the order written."""

    text: str
    attributes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Duty:
    """A task: id, the heading it stands under, its current wording and an earlier one, or none."""

    id: str
    heading: str
    wording: Wording
    earlier: Wording | None = None
    earlier_until: date | None = None
    added_on: date | None = None


def heading(rng: random.Random, areas: tuple[str, ...], agencies: list[str]) -> str:
    """A heading that names an addressee whom one of the areas concerns."""
    names = _ADDRESSEES[rng.choice(areas)]
    name = rng.choices([name for name, _ in names], [weight for _, weight in names])[0]
    if name == "DISTRICT":
        return f"Die Agenturen für Arbeit im Bezirk der Regionaldirektion {rng.choice(_DISTRICTS)}"
    return f"Die {rng.choice(agencies)}" if name == "AGENCY" else name


def duty(rng: random.Random, act: Act, under: str, number: int) -> Duty:
    """A task of an act with or without dates."""
    plural = not under.startswith(_SINGULAR)
    when, more, attributes = _dates(rng, act)
    text, word = wording.duty(rng, plural, when)
    return Duty(f"{word}-{number}", under, Wording(f"{text} {more}".strip(), attributes))


def amended(rng: random.Random, item: Duty, day: date) -> Duty:
    """The task with the wording that it had before ``day``, or as one that was inserted on that day."""
    if rng.random() < 0.15:
        return replace(item, added_on=day)
    text, _ = wording.duty(rng, plural=True, when="")
    return replace(item, earlier=Wording(text, ()), earlier_until=day - _ONE_DAY)


def _dates(rng: random.Random, act: Act) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Words before the object, a further sentence, and attributes."""
    room = (min(act.last_day, act.valid_from + timedelta(days=400)) - act.valid_from).days
    due = act.valid_from + timedelta(days=rng.randint(min(10, room), room))
    start = act.valid_from + timedelta(days=rng.randint(0, max((due - act.valid_from).days, 0)))
    chance = rng.random()
    if chance < 0.28:
        words = rng.choice(("bis zum", "spätestens zum", "bis spätestens"))
        return f"{words} {due:%d.%m.%Y}", "", (("due_on", str(due)),)
    if chance < 0.4:
        return f"{rng.choice(('ab', 'ab dem'))} {start:%d.%m.%Y}", "", (("starts_on", str(start)),)
    if chance < 0.42:
        words = f"ab dem {start:%d.%m.%Y} und bis zum {due:%d.%m.%Y}"
        return words, "", (("starts_on", str(start)), ("due_on", str(due)))
    if chance < 0.44:
        return f"letztmalig am {due:%d.%m.%Y}", "", (("ends_on", str(due)),)
    if chance < 0.46:
        other = start - timedelta(days=30)
        more = f"Maßgeblich ist der Bestand am {other:%d.%m.%Y}."
        return f"bis zum {due:%d.%m.%Y}", more, (("due_on", str(due)), ("other_dates", str(other)))
    if chance < 0.465:
        return "unverzüglich", "", (("deadline_words", "unverzüglich"),)
    if chance < 0.48:
        return _relative(due, rng)
    return _recurring(due, rng) if chance < 0.485 else ("", "", ())


def _relative(due: date, rng: random.Random) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    weeks = rng.randint(2, 6)
    words = f"bis spätestens {weeks} Wochen vor dem Umstellungstermin"
    anchor = due + timedelta(weeks=weeks)
    stated = (("due_on", str(due)), ("deadline_words", words), ("anchor", str(anchor)), ("uncertain", "due_on"))
    return "", f"Dies ist {words} abzuschließen.", stated


def _recurring(due: date, rng: random.Random) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    due = due.replace(day=min(due.day, 28))
    if rng.random() < 0.7:
        rule = f"FREQ=YEARLY;BYMONTH={due.month};BYMONTHDAY={due.day}"
        return f"jährlich zum {due:%d.%m.}", "", (("due_on", str(due)), ("recurrence", rule))
    return "monatlich", "", (("due_on", str(due)), ("recurrence", f"FREQ=MONTHLY;BYMONTHDAY={due.day}"))
