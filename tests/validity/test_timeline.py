"""From the rules to intervals: directives, tasks and whom a directive applies to, at their edges."""

from datetime import date
from itertools import pairwise

import pytest

from geltung.corpus.corpus import Corpus
from geltung.model.dates import OPEN_END, day_before
from geltung.model.records import Change, Directive, ReferenceRecord
from geltung.model.terms import AMENDMENT
from geltung.model.units import Relation, Unit
from geltung.questions.applies import applies
from geltung.questions.collection import Collection
from geltung.validity.kernel import Solution, solve
from tests.validity.acts import UNITS, act, d, extension, repeal, solved, task


def phases(solution: Solution, id_: str = "A") -> list[tuple[str, date, date]]:
    """How a directive stands over time."""
    return [(item.phase, item.first, item.last) for item in solution.timelines.directives if item.directive == id_]


def states(solution: Solution, id_: str = "A", name: str = "t") -> list[tuple[str, date, date]]:
    """The listed states of a task over time, whatever becomes of the directive meanwhile."""
    found: list[tuple[str, date, date]] = []
    for item in solution.timelines.tasks:
        if (item.directive, item.task) != (id_, name):
            continue
        if found and found[-1][0] == item.state and found[-1][2] == day_before(item.first):
            found[-1] = (item.state, found[-1][1], item.last)
        else:
            found.append((item.state, item.first, item.last))
    return found


def reached_by(solution: Solution, id_: str) -> set[str]:
    """Audiences of a directive on any day."""
    return {item.audience.key for item in solution.timelines.applications if item.directive == id_}


def test_phases_from_issue_to_repeal() -> None:
    solution = solved(
        act("A", "01.03.", "30.06."), act("B", "01.02.", None, repeal("A", "01.06."), extension("A", None))
    )
    assert phases(solution) == [
        ("upcoming", d("01.01."), d("28.02.")),
        ("in force", d("01.03."), d("31.05.")),
        ("repealed", d("01.06."), OPEN_END),
    ]


def test_phases_around_a_gap() -> None:
    solution = solved(act("A", "01.03.", "30.06."), act("B", "01.08.", None, extension("A", "31.12.")))
    assert phases(solution) == [
        ("upcoming", d("01.01."), d("28.02.")),
        ("in force", d("01.03."), d("30.06.")),
        ("upcoming", d("01.07."), d("31.07.")),
        ("in force", d("01.08."), d("31.12.")),
        ("lapsed", d("2026-01-01"), OPEN_END),
    ]


def test_issued_late_is_marked_until_the_day_of_issue() -> None:
    solution = solved(act("A", "01.03.", None, issued="05.03."))
    assert phases(solution) == [("in force", d("01.03."), d("04.03.")), ("in force", d("05.03."), OPEN_END)]
    assert [item.issued_late for item in solution.timelines.directives] == [True, False]


@pytest.mark.parametrize("last", [None, "30.06."])
@pytest.mark.parametrize("issued", [None, "01.01."])
def test_unknown_first_day(last: str | None, issued: str | None) -> None:
    """A file without valid_from is an error, but no reason to answer nothing at all."""
    solution = solved(act("A", None, last, issued=issued), act("B", "01.03."))
    assert phases(solution) == []
    assert states(solution) == []
    assert reached_by(solution, "A") == set()
    assert phases(solution, "B") != []


def test_never_in_force() -> None:
    solution = solved(act("A", "01.03.", "28.02.", tasks=(task(due_on=d("31.12.")),)))
    assert phases(solution) == [("not yet", d("01.01."), d("28.02.")), ("lapsed", d("01.03."), OPEN_END)]
    assert states(solution) == []


class TestStates:
    """The table of states, line by line, on the days at its edges."""

    def test_line_1_not_listed_before_issue(self) -> None:
        assert states(solved(act("A", "01.03.", issued="15.02."))) == [
            ("upcoming", d("15.02."), d("28.02.")), ("active", d("01.03."), OPEN_END),
        ]  # fmt: skip
        late = solved(act("A", "01.03.", issued="15.03."))
        assert states(late) == [("active", d("01.03."), OPEN_END)]

    def test_line_2_ends_on_counts_itself(self) -> None:
        solution = solved(act("A", "01.03.", tasks=(task(ends_on=d("30.06.")),)))
        assert states(solution)[-1] == ("active", d("01.03."), d("30.06."))

    def test_line_2_and_4_on_the_first_day_that_is_the_last(self) -> None:
        for wording in ({"ends_on": d("30.06.")}, {"due_on": d("30.06.")}):
            found = states(solved(act("A", "01.03.", tasks=(task(starts_on=d("30.06."), **wording),))))
            assert found[1] == ("active", d("30.06."), d("30.06."))
            assert [state for state, _, _ in found[2:]] == (["past due"] if "due_on" in wording else [])

    def test_line_2_repealed_task(self) -> None:
        for part in ("#t", "2.1", "2"):
            solution = solved(act("A", "01.03."), act("B", "01.05.", None, repeal("A", "01.07.", part)))
            assert states(solution)[-1] == ("active", d("01.03."), d("30.06.")), part
            assert phases(solution)[-1] == ("in force", d("01.03."), OPEN_END)
        for part in ("#other", "3", "2.1.1", "21"):
            solution = solved(act("A", "01.03."), act("B", "01.05.", None, repeal("A", "01.07.", part)))
            assert states(solution)[-1] == ("active", d("01.03."), OPEN_END), part

    def test_line_3_outlasting(self) -> None:
        solution = solved(act("A", "01.03.", "30.06.", tasks=(task(due_on=d("31.07.")),)))
        assert states(solution)[1:] == [
            ("active", d("01.03."), d("30.06.")), ("outlasting", d("01.07."), d("31.07.")),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "wording",
        [
            {},  # no deadline to outlast anything
            {"due_on": "31.07.", "starts_on": "01.07."},  # had not started
            {"due_on": "30.06."},
            {"due_on": "31.07.", "ends_on": "30.06."},
            {"due_on": "31.07.", "recurrence": "FREQ=YEARLY"},
        ],
    )
    def test_line_3_otherwise_ended(self, wording: dict[str, str]) -> None:
        values = {name: text if name == "recurrence" else d(text) for name, text in wording.items()}
        solution = solved(act("A", "01.03.", "30.06.", tasks=(task(**values),)))
        assert max((last for _, _, last in states(solution)), default=d("30.06.")) <= d("30.06.")

    def test_line_3_started_on_the_very_last_day(self) -> None:
        wording = {"due_on": d("31.07."), "starts_on": d("30.06.")}
        solution = solved(act("A", "01.03.", "30.06.", tasks=(task(**wording),)))
        assert states(solution)[-2:] == [
            ("active", d("30.06."), d("30.06.")), ("outlasting", d("01.07."), d("31.07.")),
        ]  # fmt: skip

    def test_line_3_in_a_gap_and_after_it(self) -> None:
        solution = solved(
            act("A", "01.03.", "30.06.", tasks=(task(due_on=d("15.07.")),)),
            act("B", "01.08.", None, extension("A", "31.12.")),
        )
        assert states(solution)[1:] == [
            ("active", d("01.03."), d("30.06.")), ("outlasting", d("01.07."), d("15.07.")),
            ("past due", d("01.08."), d("31.12.")),
        ]  # fmt: skip

    def test_line_3_repealed_does_not_outlast(self) -> None:
        solution = solved(
            act("A", "01.03.", "30.06.", tasks=(task(due_on=d("31.07.")),)), act("B", "01.07.", None, repeal("A"))
        )
        assert states(solution)[-1] == ("active", d("01.03."), d("30.06."))

    def test_line_4_past_due(self) -> None:
        solution = solved(act("A", "01.03.", tasks=(task(due_on=d("15.05.")),)))
        assert states(solution)[1:] == [("active", d("01.03."), d("15.05.")), ("past due", d("16.05."), OPEN_END)]

    def test_line_4_comes_before_line_5(self) -> None:
        solution = solved(act("A", "01.03.", tasks=(task(due_on=d("17.06."), starts_on=d("01.07.")),)))
        assert states(solution) == [("upcoming", d("01.01."), d("17.06.")), ("past due", d("18.06."), OPEN_END)]

    def test_line_5_upcoming_until_its_start(self) -> None:
        solution = solved(act("A", "01.03.", tasks=(task(starts_on=d("01.05.")),)))
        assert states(solution) == [("upcoming", d("01.01."), d("30.04.")), ("active", d("01.05."), OPEN_END)]
        assert {(item.state, item.reach_on) for item in solution.timelines.tasks} == {
            ("upcoming", d("01.05.")), ("active", None),
        }  # fmt: skip

    def test_line_5_starts_after_the_end(self) -> None:
        assert states(solved(act("A", "01.03.", "30.06.", tasks=(task(starts_on=d("01.07.")),)))) == []
        assert states(solved(act("A", "01.03.", "30.06.", tasks=(task(starts_on=d("30.06.")),))))[-1][0] == "active"

    def test_line_5_repealed_before_its_start(self) -> None:
        target = act("A", "01.03.", tasks=(task(starts_on=d("01.05.")),))
        for day, expected in (("01.05.", []), ("30.04.", []), ("02.05.", ["upcoming", "active"])):
            for change in (repeal("A", day), repeal("A", day, "#t")):
                found = states(solved(target, act("B", "01.02.", None, change)))
                assert [state for state, _, _ in found] == expected, (day, change)

    def test_line_5_with_a_future_change_nothing_has_happened_yet(self) -> None:
        target = act("A", "01.03.", tasks=(task(starts_on=d("01.05.")),))
        found = states(solved(target, act("B", "01.02.", None, repeal("A", "02.05."))))
        assert found == [("upcoming", d("01.01."), d("30.04.")), ("active", d("01.05."), d("01.05."))]


def test_intervals_of_a_task_never_overlap_and_are_maximal() -> None:
    solution = solved(
        act("A", "01.03.", "30.06.", tasks=(task(due_on=d("15.05."), starts_on=d("01.04.")),)),
        act("B", "01.08.", None, extension("A", "31.12.")),
    )
    spans = [item for item in solution.timelines.tasks if item.directive == "A"]
    for one, other in pairwise(spans):
        assert one.last < other.first
        if day_before(other.first) == one.last and one.within == other.within:
            assert one.state != other.state


class TestWithoutTasks:
    """A directive without tasks applies to the units that the directives it changes reach, else to everyone."""

    everyone = "ALL()@[SGB III]"

    @staticmethod
    def changing(id_: str, *targets: str) -> Directive:
        changes = tuple(Change(AMENDMENT, target, 1, ("9",)) for target in targets)
        return act(id_, "01.01.", None, *changes, tasks=())

    def test_changes_nothing(self) -> None:
        assert reached_by(solved(self.changing("A")), "A") == {self.everyone}

    def test_changes_what_is_unknown_or_only_cited(self) -> None:
        record = ReferenceRecord("R", "Weisung", None, "r", "R.md")
        assert reached_by(solved(self.changing("A", "X", "R", "A"), record), "A") == {self.everyone}

    def test_reaches_what_its_targets_reach(self) -> None:
        solution = solved(self.changing("A", "D", "X"), act("D"))
        assert reached_by(solution, "A") == {"AA()@[]"}

    def test_repealed_tasks_of_a_target_count(self) -> None:
        solution = solved(act("B", "01.07.", None, repeal("D"), tasks=()), act("D"))
        assert reached_by(solution, "B") == {"AA()@[]"}

    def test_over_others_without_tasks(self) -> None:
        solution = solved(self.changing("A", "B"), self.changing("B", "C"), self.changing("C", "D"), act("D"))
        assert reached_by(solution, "A") == {"AA()@[]"}

    def test_two_ways_to_one_target(self) -> None:
        solution = solved(self.changing("A", "B", "C"), self.changing("B", "D"), self.changing("C", "D"), act("D"))
        assert reached_by(solution, "A") == {"AA()@[]"}

    def test_one_that_changes_nothing_among_them_reaches_everyone(self) -> None:
        solution = solved(self.changing("A", "B", "D"), self.changing("B"), act("D"))
        assert reached_by(solution, "A") == {"AA()@[]", self.everyone}

    def test_circle(self) -> None:
        solution = solved(self.changing("A", "B"), self.changing("B", "A"))
        assert reached_by(solution, "A") == reached_by(solution, "B") == {self.everyone}

    def test_circle_with_a_way_out(self) -> None:
        solution = solved(self.changing("A", "B"), self.changing("B", "A", "D"), act("D"))
        assert reached_by(solution, "A") == reached_by(solution, "B") == {"AA()@[]"}


def test_upcoming_task_is_reached_as_of_its_start() -> None:
    """The unit joins on 01.04.; the task starts then; before, the question already shows it as coming."""
    joined = Unit("P", "Neuer Teil", part_of=(Relation("AA", d("01.04.")),))
    collection = Collection.from_records([act("A", "01.02.", tasks=(task(starts_on=d("01.04.")),))], [*UNITS, joined])
    assert [item.state for item in applies(collection, d("15.03."), "P").tasks] == ["upcoming"]
    assert [item.state for item in applies(collection, d("01.04."), "P").tasks] == ["active"]
    others = Collection.from_records([act("A", "01.02.", tasks=(task(),))], [*UNITS, joined])
    assert applies(others, d("31.03."), "P").tasks == []
    assert len(applies(others, d("01.04."), "P").tasks) == 1


def test_kernel_is_pure() -> None:
    """The same corpus twice gives the same, and the order of files does not matter."""
    acts = [act("A", "01.03.", "30.06."), act("B", "01.05.", None, repeal("A", "01.06."), extension("A", "31.12."))]
    one, other = (solve(Corpus.build(records, UNITS)) for records in (acts, acts[::-1]))
    assert sorted(one.timelines.tasks, key=repr) == sorted(other.timelines.tasks, key=repr)
    assert sorted(one.reports, key=repr) == sorted(other.reports, key=repr)
