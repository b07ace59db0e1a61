"""Strategies that draw small but nasty collections: few directives, few units, and days that keep coinciding.

Every day comes from one small pool with a leap day and month ends, so that ends, beginnings and changes meet on the
same day far more often than they ever would in reality. Every case uses only some of the days, kinds of change and
forms of address (its *bias*), so that what it does use meets itself often.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from geltung.model.records import (
    Change,
    Directive,
    HeaderVersion,
    Record,
    Reference,
    ReferenceRecord,
    Section,
    Task,
    TaskVersion,
)
from geltung.model.terms import (
    ALL_UNITS,
    AMENDMENT,
    AREAS,
    CHANGE_KINDS,
    CORRECTION,
    EXTENSION,
    FORCES,
    PARTIAL_REPEAL,
    REPEAL,
)
from geltung.model.units import Relation, Unit

ONE_DAY = timedelta(days=1)
POOL = (
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2024, 3, 1),
    date(2024, 3, 2),
    date(2024, 3, 15),
    date(2024, 3, 30),
    date(2024, 3, 31),
    date(2024, 4, 1),
    date(2024, 4, 2),
    date(2024, 4, 30),
    date(2024, 5, 1),
)
LATER = (date(2025, 2, 28), date(2025, 3, 31))
"""Further days for deadlines and questions, where recurring tasks have their second date."""

DIRECTIVE_IDS = tuple(f"20240300{number}" for number in range(1, 7))
REFERENCE_IDS = ("202311001", "202311002")
UNKNOWN_ID = "202312999"
SECTIONS = ("2", "2.1", "2.1.1", "21")
TASK_IDS = ("a", "b", "c")
FORMS = ("plain", "all", "part", "district", "both", "text", "unknown")
HEADER_PARTS = ("title", "valid_from", "valid_until", "scope")
RECURRENCES = (
    "FREQ=YEARLY",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
    "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31;COUNT=2",
    "FREQ=YEARLY;UNTIL=20250301",
    "FREQ=MONTHLY;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20240430",
    "FREQ=MONTHLY;COUNT=2",
    "FREQ=WEEKLY;COUNT=3",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO",
)

forces = st.one_of(st.none(), st.sampled_from(FORCES))
scopes = st.one_of(st.just(("nicht betroffen", "Weisung", "nicht betroffen")), st.tuples(forces, forces, forces))


@dataclass(frozen=True)
class Question:
    """What is asked of ``applies``."""

    day: date
    unit: str | None
    area: str | None
    known_on: date | None
    include_parts: bool


@dataclass(frozen=True)
class Case:
    """A collection and some questions to it."""

    records: tuple[Record, ...]
    units: tuple[Unit, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Bias:
    """What a case is made of."""

    pool: tuple[date, ...]
    kinds: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def days(self) -> st.SearchStrategy[date]:
        """One of its days."""
        return st.sampled_from(self.pool)

    @property
    def early_days(self) -> st.SearchStrategy[date]:
        """One of its first days, or any."""
        return st.sampled_from((*self.pool, *self.pool[:3], *self.pool[:3]))


@st.composite
def biases(draw: st.DrawFn) -> Bias:
    """Some days, kinds of change and forms of address."""
    pool = draw(st.lists(st.sampled_from(POOL), min_size=3, max_size=7, unique=True))
    kinds = draw(st.lists(st.sampled_from(CHANGE_KINDS), min_size=1, max_size=3, unique=True))
    forms = draw(st.lists(st.sampled_from(FORMS), max_size=2, unique=True))
    return Bias(tuple(sorted(pool)), tuple(kinds), ("plain", *forms))


# Units


@st.composite
def relations(draw: st.DrawFn, bias: Bias, targets: tuple[str, ...], most: int) -> tuple[Relation, ...]:
    """Relations to some of the targets, mostly undated."""
    found = []
    for target in draw(st.lists(st.sampled_from(targets), max_size=most, unique=True)) if targets else ():
        start, end = draw(spans(bias))
        found.append(Relation(target, start, end))
    return tuple(found)


@st.composite
def spans(draw: st.DrawFn, bias: Bias) -> tuple[date | None, date | None]:
    """Mostly open, sometimes dated on one side or both."""
    kind = draw(st.sampled_from(("open", "open", "open", "from", "until", "both")))
    first = draw(bias.days) if kind in ("from", "both") else None
    last = draw(bias.days) if kind in ("until", "both") else None
    if first and last and last < first:
        first, last = last, first
    return first, last


@st.composite
def known_units(draw: st.DrawFn, bias: Bias) -> tuple[Unit, ...]:
    """The BA's own shape: classes, members, parts, districts; some relations and members with dates."""
    move = draw(bias.days)
    start, end = draw(spans(bias))
    return (
        Unit(ALL_UNITS, "Alle Dienststellen", areas=AREAS),
        Unit("RD", "Regionaldirektion", areas=("SGB II", "SGB III")),
        Unit("RD-BY", "Regionaldirektion Bayern", instance_of=(Relation("RD"),)),
        Unit("RD-SAT", "Regionaldirektion Sachsen-Anhalt-Thüringen", instance_of=(Relation("RD"),)),
        Unit("AA", "Agentur für Arbeit", reports_to=(Relation("RD"),), areas=("SGB III",)),
        Unit("AA-G", "Große Agentur für Arbeit", instance_of=(Relation("AA"),)),
        Unit(
            "AA-N",
            "Agentur für Arbeit Nürnberg",
            instance_of=(Relation(draw(st.sampled_from(("AA", "AA-G")))),),
            reports_to=(Relation("RD-BY"),),
        ),
        Unit(
            "AA-H",
            "Agentur für Arbeit Halle",
            instance_of=(Relation("AA"),),
            reports_to=(Relation("RD-SAT", None, move), Relation("RD-BY", move + ONE_DAY, None)),
            start=start,
            end=end,
        ),
        Unit("EZ", "Eingangszone", part_of=(Relation("AA"),)),
        Unit("EZ-T", "Team der Eingangszone", part_of=(Relation("EZ", *draw(spans(bias))),)),
        Unit("EZ-N", "Eingangszone Nürnberg", instance_of=(Relation("EZ"),), part_of=(Relation("AA-N"),)),
        Unit("AV", "Arbeitsvermittlung", part_of=(Relation("AA", *draw(spans(bias))),), areas=draw(own_areas())),
        Unit("GE", "gemeinsame Einrichtung", areas=("SGB II",)),
        Unit("SC", "Service Center", part_of=(Relation("GE", None, move), Relation("RD", move + ONE_DAY, None))),
        Unit("OS", "Operativer Service"),
    )


def own_areas() -> st.SearchStrategy[tuple[str, ...]]:
    """No areas of its own, or some."""
    return st.one_of(st.just(()), st.lists(st.sampled_from(AREAS), min_size=1, unique=True).map(tuple))


@st.composite
def strange_units(draw: st.DrawFn, bias: Bias) -> tuple[Unit, ...]:
    """Any relations without a circle: every unit only points to units before it."""
    units = [Unit(ALL_UNITS, "Alle Dienststellen", areas=AREAS)]
    for number in range(1, draw(st.integers(3, 8)) + 1):
        before = tuple(f"U{other}" for other in range(1, number))
        start, end = draw(spans(bias)) if draw(st.integers(0, 4)) == 0 else (None, None)
        units.append(
            Unit(
                f"U{number}",
                f"Einheit {number}",
                instance_of=draw(relations(bias, before, 2)),
                part_of=draw(relations(bias, before, 2)),
                reports_to=draw(relations(bias, before, 2)),
                areas=draw(own_areas()),
                start=start,
                end=end,
            )
        )
    return tuple(units)


def parts_of(whole: str, units: tuple[Unit, ...]) -> list[str]:
    """What is ever a part of a unit, over any number of steps."""
    direct = [unit.id for unit in units if any(relation.unit == whole for relation in unit.part_of)]
    return sorted({*direct, *(part for unit in direct for part in parts_of(unit, units))})


@st.composite
def addressees(draw: st.DrawFn, bias: Bias, units: tuple[Unit, ...]) -> str:
    """One addressee in the form with ids."""
    unit = draw(st.sampled_from(units))
    parts = parts_of(unit.id, units)
    districts = sorted({relation.unit for other in units for relation in other.reports_to})
    # "AA-N (EZ)" is left out: the readings do not say what the part of a single member is.
    form = draw(st.sampled_from(bias.forms))
    if form == "all":
        return ALL_UNITS
    if form == "text":
        return f"{unit.id} (Identity)"
    if form == "unknown":
        return "XYZ"
    words = unit.id
    if unit.id != ALL_UNITS and form in ("part", "both") and parts:
        words += f" ({draw(st.sampled_from(parts))})"
    if unit.id != ALL_UNITS and form in ("district", "both") and districts:
        words += f" im Bezirk {draw(st.sampled_from(districts))}"
    return words


@st.composite
def addressed(draw: st.DrawFn, bias: Bias, units: tuple[Unit, ...]) -> tuple[str, ...]:
    """Addressees as a file states them: several entries, or several joined in one."""
    words = draw(st.lists(addressees(bias, units), min_size=1, max_size=2, unique=True))
    return ("; ".join(words),) if draw(st.booleans()) else tuple(words)


# Directives


@dataclass(frozen=True)
class Draft:
    """A directive before its wordings are drawn: those depend on the changes of all others."""

    id: str
    issued: date
    valid_from: date
    changes: tuple[Change, ...]


@st.composite
def changes(draw: st.DrawFn, bias: Bias, author: str, ids: tuple[str, ...]) -> Change:
    """A change to another directive of the collection, rarely to something else."""
    others = [other for other in ids if other != author] or [UNKNOWN_ID]
    targets = [*others * 5, *REFERENCE_IDS, UNKNOWN_ID]
    kind = draw(st.sampled_from(bias.kinds))
    target = author if kind == REPEAL and draw(st.integers(0, 11)) == 0 else draw(st.sampled_from(targets))
    effective = draw(st.one_of(st.none(), bias.days))
    if kind == EXTENSION:
        until = draw(st.one_of(st.none(), bias.days))
        return Change(kind, target, 1, effective=effective, valid_until=until, open_ended=until is None)
    some_parts = st.sampled_from((*SECTIONS, *(f"#{task}" for task in TASK_IDS)))
    if kind == PARTIAL_REPEAL:
        return Change(
            kind, target, 1, tuple(draw(st.lists(some_parts, min_size=1, max_size=2, unique=True))), effective
        )
    if kind in (AMENDMENT, CORRECTION):
        any_part = st.one_of(some_parts, st.sampled_from(HEADER_PARTS))
        return Change(kind, target, 1, tuple(draw(st.lists(any_part, max_size=2, unique=True))), effective)
    return Change(kind, target, 1, effective=effective)


@st.composite
def rings(draw: st.DrawFn, ids: tuple[str, ...]) -> list[tuple[str, str]]:
    """Sometimes a circle of directives, each of which is to repeal the next one."""
    if len(ids) < 2 or draw(st.integers(0, 3)) != 0:
        return []
    members = draw(st.lists(st.sampled_from(ids), min_size=2, max_size=4, unique=True))
    return list(zip(members, [*members[1:], members[0]], strict=True))


@st.composite
def repeals(draw: st.DrawFn, bias: Bias, target: str) -> Change:
    """A repeal of the whole."""
    return Change(REPEAL, target, 1, effective=draw(st.one_of(st.none(), bias.days)))


@st.composite
def drafts(draw: st.DrawFn, bias: Bias, ids: tuple[str, ...]) -> list[Draft]:
    """Issue, beginning and changes of every directive; at most one change of valid_until per author, target and day."""
    found = []
    ring = draw(rings(ids))
    for id_ in ids:
        issued, valid_from = draw(bias.days), draw(bias.early_days)
        number_of_changes = draw(st.sampled_from((0, 1, 1, 2, 2, 3)))
        drawn = [draw(changes(bias, id_, ids)) for _ in range(number_of_changes)]
        drawn += [draw(repeals(bias, target)) for author, target in ring if author == id_]
        kept: dict[object, Change] = {}
        for number, change in enumerate(drawn):
            sets_end = change.kind in (EXTENSION, AMENDMENT, CORRECTION)
            kept[(change.target, change.effective or valid_from) if sets_end else number] = change
        found.append(Draft(id_, issued, valid_from, tuple(kept.values())))
    return found


def turning_days(target: str, everyone: list[Draft]) -> list[date]:
    """The days on which amendments and corrections of a directive are effective."""
    return sorted(
        {
            change.effective or draft.valid_from
            for draft in everyone
            for change in draft.changes
            if change.target == target and change.kind in (AMENDMENT, CORRECTION) and draft.id != target
        }
    )


@st.composite
def untils(draw: st.DrawFn, bias: Bias, turns: list[date]) -> list[date]:
    """Last days of earlier wordings: mostly before a change, rarely before none."""
    if draw(st.integers(0, 9)) == 0:
        turns = [*turns, draw(bias.days)]
    picked = draw(st.lists(st.sampled_from(turns), min_size=draw(st.integers(0, 1)), max_size=3)) if turns else []
    return sorted(day - ONE_DAY for day in set(picked))


@st.composite
def headers(draw: st.DrawFn, bias: Bias, draft: Draft, turns: list[date]) -> tuple[HeaderVersion, ...]:
    """Header versions, oldest first; the current one begins on the day of the draft."""
    versions = []
    for number, until in enumerate([*draw(untils(bias, turns)), None]):
        begins = draft.valid_from if until is None or draw(st.integers(0, 3)) else draw(bias.days)
        ends = draw(st.one_of(st.none(), bias.days))
        if ends and ends < begins and draw(st.integers(0, 9)):
            begins_and_ends = sorted((begins, ends))
            ends = begins_and_ends[1]
        versions.append(HeaderVersion(f"Fassung {number}", begins, ends, draw(scopes), until))
    return tuple(versions)


@st.composite
def wordings(draw: st.DrawFn, bias: Bias, units: tuple[Unit, ...], until: date | None) -> TaskVersion:
    """One wording of a task, with dates that need not fit each other."""
    some_day = st.one_of(st.none(), st.none(), st.sampled_from((*bias.pool, *bias.pool, *LATER)))
    return TaskVersion(
        text=f"Wortlaut bis {until}",
        line=1,
        addressed=draw(addressed(bias, units)),
        starts_on=draw(some_day),
        due_on=draw(some_day),
        ends_on=draw(st.one_of(st.none(), some_day)),
        recurrence=draw(st.one_of(st.none(), st.none(), st.sampled_from(RECURRENCES))),
        until=until,
    )


@st.composite
def tasks(draw: st.DrawFn, bias: Bias, id_: str, units: tuple[Unit, ...], turns: list[date]) -> Task:
    """A task with its wordings, oldest first, sometimes inserted later on."""
    ends: list[date | None] = [*draw(untils(bias, turns)), None]
    versions = [draw(wordings(bias, units, until)) for until in ends]
    if len(versions) > 1 and draw(st.booleans()):
        versions[0] = TaskVersion("", 1, until=versions[0].until, present=False)
    return Task(id_, draw(st.sampled_from(SECTIONS)), tuple(versions), 1)


@st.composite
def directives(draw: st.DrawFn, bias: Bias, draft: Draft, everyone: list[Draft], units: tuple[Unit, ...]) -> Directive:
    """A directive around its draft."""
    turns = turning_days(draft.id, everyone)
    cited = draw(st.lists(st.sampled_from((*REFERENCE_IDS, UNKNOWN_ID)), max_size=2, unique=True))
    task_ids = TASK_IDS[: draw(st.sampled_from((0, 1, 1, 2, 2, 3)))]
    return Directive(
        id=draft.id,
        kind="Weisung",
        issued=draft.issued,
        headers=draw(headers(bias, draft, turns)),
        file=f"{draft.id}.md",
        references=tuple(Reference(id_, 1) for id_ in cited),
        changes=draft.changes,
        sections=tuple(Section(number, f"Abschnitt {number}", 1) for number in SECTIONS),
        tasks=tuple(draw(tasks(bias, id_, units, turns)) for id_ in task_ids),
        draft=draw(st.sampled_from((False,) * 7 + (True,))),
    )


@st.composite
def reference_records(draw: st.DrawFn, bias: Bias, id_: str) -> ReferenceRecord:
    """A reference record, sometimes without a day of issue."""
    return ReferenceRecord(id_, "Weisung", draw(st.one_of(st.none(), bias.days)), f"Titel {id_}", f"{id_}.md")


# Questions and cases


@st.composite
def questions(draw: st.DrawFn, bias: Bias, units: tuple[Unit, ...]) -> list[Question]:
    """Some days around those of the case, each asked for some units and for none, with and without their parts."""
    around = [day + number * ONE_DAY for day in bias.pool for number in (-1, 0, 1)]
    asked_days = draw(st.lists(st.sampled_from([*around, *around, *LATER]), min_size=2, max_size=5, unique=True))
    asked_units = draw(st.lists(st.sampled_from([unit.id for unit in units]), min_size=1, max_size=5, unique=True))
    area = draw(st.one_of(st.none(), st.none(), st.sampled_from(AREAS)))
    known_on = draw(st.one_of(st.none(), st.none(), bias.days))
    found = []
    for day in asked_days:
        found.append(Question(day, None, area, known_on, False))
        for unit in asked_units:
            found.append(Question(day, unit, area, known_on, False))
            found.append(Question(day, unit, area, known_on, True))
    return found


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A collection with some questions."""
    bias = draw(biases())
    units = draw(st.one_of(known_units(bias), strange_units(bias)))
    ids = DIRECTIVE_IDS[: draw(st.sampled_from((1, 2, 2, 3, 3, 4, 6)))]
    everyone = draw(drafts(bias, ids))
    records: list[Record] = [draw(directives(bias, draft, everyone, units)) for draft in everyone]
    records += [draw(reference_records(bias, id_)) for id_ in REFERENCE_IDS[: draw(st.integers(0, 2))]]
    return Case(tuple(records), units, tuple(draw(questions(bias, units))))
