"""Collections written by hand, each for one rule that random ones meet too rarely; asked on every day for every unit."""

from dataclasses import replace

from geltung.model.records import Directive, HeaderVersion, Record, Task, TaskVersion
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL
from geltung.model.units import Relation, Unit
from tests.oracle.build import SGB3, UNITS, A, B, C, change, day, directive, task

D = "202608001"
RESTRICTED = "AA (EZ)"
IN_BAVARIA = "AA im Bezirk RD-BY"


def with_header(directive: Directive, until: str, **earlier: object) -> Directive:
    """The directive with an earlier header version that ended on a day."""
    old: HeaderVersion = replace(directive.header, until=day(until), **earlier)  # type: ignore[arg-type]
    return replace(directive, headers=(old, *directive.headers))


def dated(unit: Unit, **relations: Relation) -> tuple[Unit, ...]:
    """The units with some relations of one of them replaced."""
    changed = replace(unit, **{name: (relation,) for name, relation in relations.items()})  # type: ignore[arg-type]
    return tuple(changed if other.id == unit.id else other for other in UNITS)


HALLE = next(unit for unit in UNITS if unit.id == "AA-Halle")
MAY = {"start": day("01.05."), "end": day("31.05.")}
IN_SECTIONS = tuple(task(name, section=number) for name, number in (("a", "2"), ("b", "2.1"), ("c", "21"), ("d", "3")))
REWORDED = Task(
    "t",
    "3",
    (TaskVersion("alt", 1, ("AA",), until=day("30.04.")), TaskVersion("neu", 1, ("RD",), starts_on=day("01.06."))),
    1,
)
LAPSING = directive(valid_until="30.04.")

DIFFICULT: dict[str, tuple[list[Record], tuple[Unit, ...]]] = {
    "two repeal each other": (
        [directive(changes=(change(REPEAL, B),)), directive(B, "01.04.", changes=(change(REPEAL, A),))],
        UNITS,
    ),
    "two issued on one day repeal each other": (
        [
            directive(issued="01.02.", changes=(change(REPEAL, B),)),
            directive(B, "01.03.", issued="01.02.", changes=(change(REPEAL, A),)),
        ],
        UNITS,
    ),
    "three repeal each other in a ring": (
        [
            directive(changes=(change(REPEAL, B, "01.04."),)),
            directive(B, changes=(change(REPEAL, C, "15.04."),)),
            directive(C, changes=(change(REPEAL, A, "01.05."),)),
        ],
        UNITS,
    ),
    "two repeals of one": (
        [
            directive(),
            directive(B, changes=(change(REPEAL, A, "15.05."),)),
            directive(C, changes=(change(REPEAL, A, "15.04."),)),
        ],
        UNITS,
    ),
    "two extensions, the earlier issued takes effect later": (
        [
            LAPSING,
            directive(B, changes=(change(EXTENSION, A, "15.04.", until="10.05."),)),
            directive(C, changes=(change(EXTENSION, A, "01.04.", until="20.05."),)),
        ],
        UNITS,
    ),
    "an extension after a gap, then a repeal": (
        [
            LAPSING,
            directive(B, changes=(change(EXTENSION, A, "10.05.", until="31.12."),)),
            directive(C, changes=(change(REPEAL, A, "01.06."),)),
        ],
        UNITS,
    ),
    "an extension of a repealed one": (
        [
            LAPSING,
            directive(B, changes=(change(REPEAL, A, "15.04."),)),
            directive(C, changes=(change(EXTENSION, A, "20.04.", until="31.12."),)),
        ],
        UNITS,
    ),
    "an author that is extended before its repeal takes effect": (
        [
            directive(),
            directive(B, valid_until="30.04.", changes=(change(REPEAL, A, "15.05."),)),
            directive(C, changes=(change(EXTENSION, B, "01.05.", until="31.12."),)),
        ],
        UNITS,
    ),
    "sections are repealed with their subsections": (
        [
            directive(tasks=IN_SECTIONS),
            directive(B, changes=(change(PARTIAL_REPEAL, A, "01.05.", "2"), change(PARTIAL_REPEAL, A, "15.05.", "#d"))),
        ],
        UNITS,
    ),
    "a task is repealed before it starts": (
        [
            directive(tasks=(task(starts_on="15.05."), task("u", starts_on="15.04.", addressed="RD"))),
            directive(B, changes=(change(PARTIAL_REPEAL, A, "01.05.", "#t"),)),
        ],
        UNITS,
    ),
    "a task is repealed on the first day in force": (
        [
            directive(A, "15.04.", tasks=(task(), task("u", addressed="RD"))),
            directive(B, changes=(change(PARTIAL_REPEAL, A, "15.04.", "#t"),)),
        ],
        UNITS,
    ),
    "a wording with other addressees": (
        [directive(tasks=(REWORDED,)), directive(B, changes=(change(AMENDMENT, A, "01.05.", "3"),), tasks=())],
        UNITS,
    ),
    "a wording whose author is not known": ([directive(tasks=(REWORDED,))], UNITS),
    "a correction of the scope": (
        [
            with_header(directive(tasks=(task(addressed="ALL"),)), "30.04.", scope=("Weisung", None, None)),
            directive(B, changes=(change(CORRECTION, A, "01.05.", "scope"),), tasks=()),
        ],
        UNITS,
    ),
    "a correction of the scope before the first day in force": (
        [
            with_header(
                directive(A, "15.05.", tasks=(task(addressed="ALL"),)), "30.04.", scope=("Weisung", None, None)
            ),
            directive(B, changes=(change(CORRECTION, A, "01.05.", "scope"),)),
        ],
        UNITS,
    ),
    "a correction after which it was never in force": (
        [
            with_header(
                directive(valid_until="30.04.", scope=("Weisung", "nicht betroffen", None), issued="01.03."),
                "30.04.",
                valid_from=day("01.05."),
                valid_until=None,
                scope=SGB3,
            ),
            directive(B, changes=(change(CORRECTION, A, "01.05.", "valid_from valid_until scope"),)),
        ],
        UNITS,
    ),
    "a header that ends before it begins": (
        [directive(A, "15.05.", valid_until="30.04.", issued="15.03.", tasks=(task(due_on="01.05."), task("u")))],
        UNITS,
    ),
    "a header amendment against an extension": (
        [
            with_header(LAPSING, "14.04.", valid_until=day("20.05.")),
            directive(B, changes=(change(CORRECTION, A, "15.04.", "valid_until"),)),
            directive(C, changes=(change(EXTENSION, A, "10.04.", until="10.05."),)),
        ],
        UNITS,
    ),
    "no tasks, over two others without to one with": (
        [
            directive(tasks=(task(addressed=RESTRICTED),)),
            directive(B, tasks=(), changes=(change(REPEAL, A),)),
            directive(C, tasks=(), changes=(change(REPEAL, A),)),
            directive(D, tasks=(), changes=(change(REPEAL, B), change(REPEAL, C))),
        ],
        UNITS,
    ),
    "no tasks, and the one changed gets another wording": (
        [
            directive(tasks=(REWORDED,)),
            directive(B, tasks=(), changes=(change(AMENDMENT, A, "01.05.", "#t"),)),
        ],
        UNITS,
    ),
    "no tasks, all in a circle": (
        [
            directive(tasks=(), changes=(change(REPEAL, B, "01.12."),)),
            directive(B, tasks=(), changes=(change(REPEAL, A, "01.12."),)),
        ],
        UNITS,
    ),
    "past due before it is in force": (
        [directive(A, "15.05.", tasks=(task(due_on="01.05."),), issued="15.04.")],
        UNITS,
    ),
    "past due, but never in force": (
        [
            directive(A, "15.05.", tasks=(task(due_on="01.05."),), issued="15.04."),
            directive(B, "15.05.", tasks=(), changes=(change(REPEAL, A),)),
        ],
        UNITS,
    ),
    "outlasting, and started only on the last day or after it": (
        [
            directive(
                valid_until="30.04.",
                tasks=(task(starts_on="30.04.", due_on="10.05."), task("u", starts_on="01.05.", due_on="10.05.")),
            )
        ],
        UNITS,
    ),
    "an upcoming task and relations that begin with it": (
        [directive(tasks=(task(starts_on="01.05."),))],
        dated(HALLE, instance_of=Relation("AA", **MAY)),
    ),
    "an upcoming directive and relations that begin with its task": (
        [directive(A, "15.04.", tasks=(task(starts_on="01.05."),))],
        dated(HALLE, instance_of=Relation("AA", **MAY)),
    ),
    "a district that a member joins for a month": (
        [directive(tasks=(task(addressed=IN_BAVARIA), task("u", addressed=f"{RESTRICTED} im Bezirk RD-BY")))],
        dated(HALLE, reports_to=Relation("RD-BY", **MAY)),
    ),
    "a member of the class for a month, below its superior all the time": (
        [directive(tasks=(task(addressed=IN_BAVARIA), task("u", addressed=RESTRICTED)))],
        dated(
            HALLE,
            instance_of=Relation("AA", **MAY),
            part_of=Relation("RD-BY"),
            reports_to=Relation("RD-BY"),
        ),
    ),
    "a part of the whole that is an instance for a month": (
        [directive(tasks=(task(addressed=RESTRICTED),))],
        dated(HALLE, instance_of=Relation("AA", **MAY), part_of=Relation("AA")),
    ),
    "a unit that exists for a month": (
        [directive(tasks=(task(), task("u", addressed="AA-Halle"), task("v", addressed="ALL")))],
        tuple(replace(unit, **MAY) if unit.id == "AA-Halle" else unit for unit in UNITS),  # type: ignore[arg-type]
    ),
    "unknown and unconcerned areas": (
        [
            directive(tasks=(task(addressed="ALL"),), scope=(None, "nicht betroffen", "nicht betroffen")),
            directive(B, "01.04.", tasks=(), scope=SGB3),
        ],
        UNITS,
    ),
}
