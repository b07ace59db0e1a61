"""What the rules report of single tasks, and on which days it matters."""

import pytest

from geltung.corpus.corpus import Corpus
from geltung.model.dates import OPEN_END
from geltung.model.records import Task, TaskVersion
from geltung.model.units import Relation, Unit
from geltung.validity.kernel import solve
from tests.validity.acts import act, d, found, repeal, solved, task


def codes(*records: object) -> set[str]:
    return {item.diagnostic.code for item in solved(*records).reports}  # type: ignore[arg-type]


def test_t016_outlasting() -> None:
    solution = solved(act("A", "01.03.", "30.06.", tasks=(task(due_on=d("31.07.")),)))
    assert found(solution, "T016") == [(d("01.07."), d("31.07."), ("A",))]
    (report,) = [item.diagnostic for item in solution.reports]
    assert (report.file, report.line) == ("A.md", 20)
    assert "seit 01.07.2025" in report.message
    assert "31.07.2025" in report.message


DUE = task(due_on=d("31.07."))


@pytest.mark.parametrize(
    ("due", "day", "first", "last"),
    [
        ("31.07.", "01.07.", "01.03.", "30.06."),
        ("31.07.", "31.07.", "01.03.", "30.07."),  # on the day of the repeal the task has ended
        ("31.07.", "01.03.", None, None),  # never in force
    ],
)
def test_c023_a_repeal_before_the_deadline(due: str, day: str, first: str | None, last: str | None) -> None:
    target = act("A", "01.03.", issued="01.03.", tasks=(task(due_on=d(due)),))
    solution = solved(target, act("B", "01.02.", None, repeal("A", day), issued="02.01."))
    assert found(solution, "C023") == ([(d(first), d(last), ("A", "B"))] if first and last else [])


def test_c023_names_the_task_and_stands_at_the_repeal() -> None:
    solution = solved(act("A", tasks=(DUE,)), act("B", "01.07.", None, repeal("A")))
    (report,) = {item.diagnostic for item in solution.reports if item.diagnostic.code == "C023"}
    assert (report.file, report.task) == ("B.md", DUE.id)
    assert "endet mit der Aufhebung durch B zum 01.07.2025, seine Frist ist erst am 31.07.2025" in report.message


def test_c023_the_earlier_repeal_counts() -> None:
    others = (act("B", "01.06.", None, repeal("A", "01.06.", "2")), act("C", "01.07.", None, repeal("A")))
    solution = solved(act("A", tasks=(DUE,)), *others)
    assert {item.diagnostic.file for item in solution.reports if item.diagnostic.code == "C023"} == {"B.md"}


@pytest.mark.parametrize(
    ("one", "day"),
    [
        (DUE, "01.08."),  # done by then
        (task(due_on=d("31.03."), recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"), "01.07."),
        (task(), "01.07."),
        (task(due_on=d("31.07."), ends_on=d("30.06.")), "01.07."),  # ended before
    ],
)
def test_c023_not_where_nothing_is_cut_off(one: Task, day: str) -> None:
    assert "C023" not in codes(act("A", tasks=(one,)), act("B", "01.07.", None, repeal("A", day)))


def test_c023_not_for_a_lapsed_directive() -> None:
    """Rule 10: what has lapsed and is repealed later outlasts until then; the deadline is that of T016."""
    lapsed = act("A", "01.03.", "30.06.", tasks=(DUE,))
    assert codes(lapsed, act("B", "15.07.", None, repeal("A"))) == {"T016", "C023"}


STARTING = task(starts_on=d("01.07."))


@pytest.mark.parametrize(
    ("last", "expected"),
    [("30.06.", [(d("01.03."), d("30.06."), ("A",))]), ("01.07.", []), (None, [])],
)
def test_t020_begins_after_the_end(last: str | None, expected: list[object]) -> None:
    assert found(solved(act("A", "01.03.", last, tasks=(STARTING,))), "T020") == expected


@pytest.mark.parametrize(("day", "expected"), [("30.06.", True), ("01.07.", True), ("02.07.", False)])
@pytest.mark.parametrize("part", [(), ("2",)])
def test_c023_a_repeal_before_the_start(day: str, expected: bool, part: tuple[str, ...]) -> None:
    """On its first day the task has ended already if the repeal is of that day."""
    target = act("A", "01.03.", tasks=(STARTING,))
    solution = solved(target, act("B", "01.02.", None, repeal("A", day, *part)))
    assert bool(found(solution, "C023")) is expected
    assert found(solution, "T020") == []


def test_c023_not_for_a_task_repealed_before_its_directive_began() -> None:
    target = act("A", "01.03.", tasks=(STARTING,))
    assert "C023" not in codes(target, act("B", "01.02.", None, repeal("A", "01.03.", "2")))


CHANGING = (
    Unit("RD", "Regionaldirektion"),
    Unit("RD-N", "Regionaldirektion Nord", instance_of=(Relation("RD"),)),
    Unit("RD-S", "Regionaldirektion Süd", instance_of=(Relation("RD"),)),
    Unit("AA", "Agentur für Arbeit"),
    Unit("AA-K", "Agentur für Arbeit Kiel", instance_of=(Relation("AA"),), reports_to=(Relation("RD-N"),)),
    Unit("AA-B", "Agentur für Arbeit Buxheim", instance_of=(Relation("AA"),), end=d("30.06.")),
)


@pytest.mark.parametrize(
    ("addressed", "expected"),
    [
        (("AA",), []),
        (("AA-K",), []),
        (("AA-B",), [(d("01.07."), OPEN_END)]),
        (("AA-B", "AA-K"), []),
        (("Die Agenturen für Arbeit im Bezirk der Regionaldirektion Nord",), []),
        (
            ("Die Agenturen für Arbeit im Bezirk der Regionaldirektion Süd",),
            [(d("01.01."), d("30.06.")), (d("01.07."), OPEN_END)],
        ),
        (("Alle Dienststellen",), []),
        (("Unbekannte Stelle",), []),  # U001 says so
    ],
)
def test_u010_reaches_nobody(addressed: tuple[str, ...], expected: list[object]) -> None:
    """Reported for the days of one state each; here the deadline is on the unit's last day."""
    one = Task("t", "2.1", (TaskVersion("Text", 20, addressed=addressed, due_on=d("30.06.")),), 20)
    solution = solve(Corpus.build((act("A", tasks=(one,)),), CHANGING))
    assert [(first, last) for first, last, _ in found(solution, "U010")] == expected


def test_u010_an_upcoming_task_counts_as_of_its_start() -> None:
    one = Task("t", "2.1", (TaskVersion("Text", 20, addressed=("AA-B",), starts_on=d("01.07.")),), 20)
    solution = solve(Corpus.build((act("A", tasks=(one,)),), CHANGING))
    assert found(solution, "U010") == [(d("01.01."), d("30.06."), ("A",)), (d("01.07."), OPEN_END, ("A",))]
