"""The plan of a synthetic collection: which acts there are, from when to when, and who changes whom.

Acts come in lines: a main act, repealed by its successor and so on (up to ten), and between two of them sometimes a
small act that extends, amends, corrects or partly repeals the older one. Lines are not connected with each other, so
what hangs together by changes stays small, as in a real collection.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

FIRST_DAY: Final = date(2011, 1, 3)
LAST_DAY: Final = date(2025, 12, 19)
LONGEST_LINE: Final = 10
GAP: Final = 120
"""Days between a main act and its successor, at least."""

REPEAL, PARTIAL, EXTENSION, AMENDMENT, CORRECTION = "repeal", "partial repeal", "extension", "amendment", "correction"
_SIDE_KINDS: Final = (EXTENSION, AMENDMENT, AMENDMENT, AMENDMENT, CORRECTION, PARTIAL, PARTIAL)
_SUCCESSOR: Final = 0.6
_SIDE_ACT: Final = 0.35
_OPEN: Final = ("unbegrenzt", "unbegrenzt", "unbegrenzt", "bis auf Weiteres", "fortlaufend")
_ONE_DAY: Final = timedelta(days=1)


@dataclass
class Change:
    """A change that an act makes to another."""

    kind: str
    target: "Act"
    parts: list[str] = field(default_factory=list)
    effective: date | None = None
    valid_until: date | None = None
    words: str | None = None


@dataclass(eq=False)
class Act:
    """A directive while it is being planned. ``side`` marks a small act that only changes another.

    ``touched`` is the change of parts that a side act makes to this one; which parts, its text decides.
    """

    issued: date
    valid_from: date
    valid_until: date | str
    line: int
    side: bool = False
    id: str = ""
    tasks: int = 0
    changes: list[Change] = field(default_factory=list)
    references: "list[Act | Cited]" = field(default_factory=list)
    touched: Change | None = None

    @property
    def last_day(self) -> date:
        """The last day that the act itself states, or a day behind all others."""
        return self.valid_until if isinstance(self.valid_until, date) else date(2099, 12, 31)


@dataclass(eq=False)
class Cited:
    """A reference record: an act known only by citation."""

    id: str
    issued: date
    repealed_by: Act | None = None


@dataclass(frozen=True)
class Plan:
    """All acts in the order of their ids, and the reference records."""

    acts: list[Act]
    cited: list[Cited]


def plan(directives: int, tasks: int, seed: int) -> Plan:
    """Plan a collection; equal arguments give equal plans."""
    rng = random.Random(f"plan {seed}")
    acts = _acts(directives, rng)
    cited = _cited(round(directives * 0.03), rng)
    _number(acts)
    _share_out(acts, tasks, rng)
    _refer(acts, cited, rng)
    return Plan(acts, cited)


def _acts(count: int, rng: random.Random) -> list[Act]:
    acts: list[Act] = []
    line = 0
    while len(acts) < count:
        line += 1
        acts += _line(line, rng)
    for act in acts[count:]:  # the last line is cut short: what was cut off changes nothing
        for change in act.changes:
            change.target.touched = None
    return acts[:count]


def _line(line: int, rng: random.Random) -> list[Act]:
    length = 1
    while length < LONGEST_LINE and rng.random() < _SUCCESSOR:
        length += 1
    spread = (LAST_DAY - FIRST_DAY).days - GAP * length
    offsets = sorted(rng.randrange(spread) for _ in range(length))
    days = [FIRST_DAY + timedelta(days=offset + GAP * index) for index, offset in enumerate(offsets)]
    acts: list[Act] = []
    ending: list[Act] = []
    for index, day in enumerate(days):
        main = _main_act(line, _weekday(day), rng)
        main.changes = [_repeal(main, act, rng) for act in ending]
        room = ((days[index + 1] if index + 1 < length else LAST_DAY) - day).days
        ending = [main]
        if rng.random() < _SIDE_ACT and room >= GAP:
            ending.append(_side_act(main, rng.randint(40, room - 50), rng))
        acts += ending
    return acts


def _weekday(day: date) -> date:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _main_act(line: int, issued: date, rng: random.Random) -> Act:
    valid_from = issued
    chance = rng.random()
    if chance < 0.04:
        valid_from = issued - timedelta(days=rng.randint(1, 10))
    elif chance < 0.3:
        valid_from = issued + timedelta(days=rng.randint(1, 30))
    valid_until: date | str = rng.choice(_OPEN)
    if rng.random() < 0.35:
        valid_until = date(valid_from.year + rng.randint(1, 4), 12, 31)
    return Act(issued, valid_from, valid_until, line)


def _side_act(main: Act, after: int, rng: random.Random) -> Act:
    issued = _weekday(main.issued + timedelta(days=after))
    side = Act(issued, issued + timedelta(days=rng.choice((0, 0, 7, 14, 28))), rng.choice(_OPEN), main.line, side=True)
    kind = rng.choice(_SIDE_KINDS)
    change = Change(kind, main)
    if kind == EXTENSION:
        late = rng.random() < 0.1
        lead = timedelta(days=-rng.randint(10, 30) if late else rng.randint(5, 100))
        main.valid_until = max(side.valid_from + lead, main.valid_from + timedelta(days=20))
        change.valid_until = date(side.valid_from.year + rng.randint(1, 2), 12, 31)
        change.words = f"wird bis zum {change.valid_until:%d.%m.%Y} verlängert"
    else:
        change.effective = side.valid_from
        if isinstance(main.valid_until, date) and main.valid_until < side.valid_from + timedelta(days=60):
            main.valid_until = date(side.valid_from.year + 1, 12, 31)
        main.touched = change
    side.changes = [change]
    return side


def _repeal(author: Act, target: Act, rng: random.Random) -> Change:
    change = Change(REPEAL, target)
    chance = rng.random()
    if chance < 0.1:
        change.effective = author.valid_from + timedelta(days=rng.randint(20, 50))
        change.words = f"tritt mit Ablauf des {change.effective - _ONE_DAY:%d.%m.%Y} außer Kraft"
    elif chance < 0.3:
        change.effective = author.valid_from
        change.words = f"wird mit Wirkung vom {author.valid_from:%d.%m.%Y} aufgehoben"
    return change


def _cited(count: int, rng: random.Random) -> list[Cited]:
    found = []
    for index in range(count):
        month = index % 48
        issued = date(2007 + month // 12, month % 12 + 1, rng.randint(1, 28))
        found.append(Cited(f"{issued:%Y%m}{index // 48 + 1:03}", issued))
    return found


def _number(acts: list[Act]) -> None:
    acts.sort(key=lambda act: (act.issued, act.line, act.side))
    month, number = "", 0
    for act in acts:
        number = number + 1 if f"{act.issued:%Y%m}" == month else 1
        month = f"{act.issued:%Y%m}"
        act.id = f"{month}{number:03}"


def _share_out(acts: list[Act], tasks: int, rng: random.Random) -> None:
    """Give every act its number of tasks: none in every twentieth, few in small acts, about twelve in main acts."""
    weights = [_weight(act, rng) for act in acts]
    total = sum(weights) or 1.0
    done = 0.0
    given = 0
    for act, weight in zip(acts, weights, strict=True):
        done += weight
        act.tasks = round(tasks * done / total) - given
        given += act.tasks


def _weight(act: Act, rng: random.Random) -> float:
    if act.side:
        return rng.choice((0, 1, 2, 3))
    return 0 if rng.random() < 0.05 and act.touched is None else rng.uniform(5, 20)


def _refer(acts: list[Act], cited: list[Cited], rng: random.Random) -> None:
    """Bezug: what an act changes, one to three earlier acts, and now and then a reference record."""
    for index, act in enumerate(acts):
        found: dict[Act | Cited, None] = dict.fromkeys(change.target for change in act.changes)
        earlier = [acts[rng.randrange(index)] for _ in range(rng.randint(0, 3))] if index else []
        found.update(dict.fromkeys(earlier))
        act.references = list(found)
    for record in cited:
        for _ in range(rng.randint(1, 3)):
            act = rng.choice(acts)
            if record not in act.references:
                act.references.append(record)
        if rng.random() < 0.1:
            record.repealed_by = rng.choice(acts)


def superseded(plan_: Plan) -> Iterator[Act]:
    """The acts that another repeals."""
    yield from dict.fromkeys(change.target for act in plan_.acts for change in act.changes if change.kind == REPEAL)
