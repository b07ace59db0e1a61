"""Which changes take effect (rules 3, 6 and 8)."""

import pytest

from geltung.model.dates import OPEN_END
from geltung.model.records import Change
from geltung.model.terms import AMENDMENT
from tests.validity.acts import act, d, extension, in_force, outcomes, repeal, solved


def test_without_a_day_the_authors_first_day_counts() -> None:
    solution = solved(act("A"), act("B", "01.07.", None, repeal("A")))
    assert in_force(solution) == [(d("01.01."), d("30.06."), "B")]


def test_without_any_day_it_is_undecided() -> None:
    solution = solved(act("A"), act("B", None, None, repeal("A")))
    assert outcomes(solution) == {"B>A": "no day"}
    assert in_force(solution) == [(d("01.01."), OPEN_END, None)]


def test_author_of_unknown_validity_counts_if_the_day_is_stated() -> None:
    solution = solved(act("A"), act("B", None, None, repeal("A", "01.07.")))
    assert outcomes(solution) == {"B>A": "effective"}
    repealed = solved(act("A"), act("B", None, None, repeal("A", "01.07.")), act("C", "01.06.", None, repeal("B")))
    assert outcomes(repealed) == {"B>A": "failed", "C>B": "effective"}


@pytest.mark.parametrize(
    ("last", "effective", "outcome"),
    [
        ("31.08.", "01.09.", "failed"),
        ("01.09.", "01.09.", "effective"),
        ("02.09.", "01.09.", "effective"),
        (None, "01.09.", "effective"),
        ("30.06.", "01.06.", "failed"),  # its own first day, 01.07., is later than its end
        ("01.07.", "01.06.", "effective"),  # retroactive: decided on the first day of the author
        ("01.07.", None, "effective"),
    ],
)
def test_author_must_be_in_force_when_it_matters(last: str | None, effective: str | None, outcome: str) -> None:
    solution = solved(act("A"), act("B", "01.07.", last, repeal("A", effective)))
    assert outcomes(solution) == {"B>A": outcome}
    assert (in_force(solution)[0][1] == OPEN_END) is (outcome == "failed")


def test_retroactive_repeal_is_effective_on_its_stated_day() -> None:
    solution = solved(act("A"), act("B", "20.07.", None, repeal("A", "01.07.")))
    assert in_force(solution) == [(d("01.01."), d("30.06."), "B")]


@pytest.mark.parametrize(("day", "outcome"), [("01.08.", "failed"), ("01.09.", "failed"), ("02.09.", "effective")])
def test_repealed_author(day: str, outcome: str) -> None:
    """B repeals A from 01.09.; C repeals B from a day."""
    solution = solved(
        act("A"), act("B", "01.07.", None, repeal("A", "01.09.")), act("C", "01.02.", None, repeal("B", day))
    )
    assert outcomes(solution) == {"B>A": outcome, "C>B": "effective"}


def test_nothing_revives() -> None:
    solution = solved(act("A"), act("B", "01.07.", None, repeal("A")), act("C", "01.08.", None, repeal("B")))
    assert in_force(solution) == [(d("01.01."), d("30.06."), "B")]
    lapsed = solved(act("A"), act("B", "01.07.", "31.07.", repeal("A")))
    assert in_force(lapsed) == [(d("01.01."), d("30.06."), "B")]


def test_chain_of_failures() -> None:
    """D ends C before it can end B, so B ends A."""
    solution = solved(
        act("A"),
        act("B", "01.02.", None, repeal("A", "01.09.")),
        act("C", "01.02.", None, repeal("B", "01.08.")),
        act("D", "01.02.", None, repeal("C", "01.07.")),
    )
    assert outcomes(solution) == {"B>A": "effective", "C>B": "failed", "D>C": "effective"}


def test_author_that_an_extension_brings_back() -> None:
    acts = (act("A"), act("B", "01.02.", "30.06.", repeal("A", "01.09.")))
    assert outcomes(solved(*acts))["B>A"] == "failed"
    for effective, outcome in (("01.09.", "effective"), ("02.09.", "failed"), (None, "effective")):
        extended = solved(*acts, act("C", "01.03.", None, extension("B", "31.12.", effective)))
        assert outcomes(extended) == {"B>A": outcome, "C>B": "effective"}, effective


def test_change_in_the_authors_gap_fails() -> None:
    solution = solved(
        act("A"),
        act("B", "01.02.", "30.06.", repeal("A", "15.07.")),
        act("C", "01.08.", None, extension("B", "31.12.")),
    )
    assert outcomes(solution) == {"B>A": "failed", "C>B": "effective"}


def test_target_need_not_be_in_force() -> None:
    solution = solved(act("A", "01.03.", "31.03."), act("B", "01.07.", None, repeal("A")))
    assert outcomes(solution) == {"B>A": "effective"}
    assert in_force(solution) == [(d("01.03."), d("31.03."), None)]


def test_change_of_itself_does_nothing() -> None:
    solution = solved(act("A", "01.01.", None, repeal("A", "01.07.")))
    assert outcomes(solution) == {}
    assert in_force(solution) == [(d("01.01."), OPEN_END, None)]


class TestCircles:
    """In a circle the later issued prevails, then the higher number."""

    def test_two_of_one_day(self) -> None:
        solution = solved(act("A", "01.03.", None, repeal("B")), act("B", "01.03.", None, repeal("A")))
        assert outcomes(solution) == {"A>B": "void", "B>A": "effective"}
        assert solution.effects.circles == (("A", "B"),)
        assert in_force(solution, "A") == []
        assert in_force(solution, "B") == [(d("01.03."), OPEN_END, None)]

    def test_the_later_issued_prevails_even_against_the_higher_number(self) -> None:
        solution = solved(
            act("A", "01.03.", None, repeal("B"), issued="02.01."),
            act("B", "01.03.", None, repeal("A"), issued="01.01."),
        )
        assert outcomes(solution) == {"A>B": "effective", "B>A": "void"}

    def test_three_in_a_ring(self) -> None:
        solution = solved(
            act("A", "01.03.", None, repeal("B")),
            act("B", "01.03.", None, repeal("C")),
            act("C", "01.03.", None, repeal("A")),
        )
        assert outcomes(solution) == {"A>B": "failed", "B>C": "void", "C>A": "effective"}
        assert in_force(solution, "B") == [(d("01.03."), OPEN_END, None)]

    def test_what_is_left_after_one_circle_may_be_another(self) -> None:
        """A–B, B–C, C–A both ways: against C nothing counts, then against B nothing of A."""
        solution = solved(
            act("A", "01.03.", None, repeal("B"), repeal("C")),
            act("B", "01.03.", None, repeal("A"), repeal("C")),
            act("C", "01.03.", None, repeal("A"), repeal("B")),
        )
        assert outcomes(solution) == {
            "A>B": "void", "A>C": "void", "B>A": "failed", "B>C": "void", "C>A": "effective", "C>B": "effective",
        }  # fmt: skip
        assert solution.effects.circles == (("A", "B", "C"), ("A", "B"))

    def test_partial_repeals_make_no_circle(self) -> None:
        solution = solved(act("A", "01.03.", None, repeal("B", None, "2")), act("B", "01.03.", None, repeal("A")))
        assert outcomes(solution) == {"A>B": "failed", "B>A": "effective"}
        assert solution.effects.circles == ()

    def test_repeals_from_outside_still_count(self) -> None:
        solution = solved(
            act("A", "01.03.", None, repeal("B")),
            act("B", "01.03.", None, repeal("A")),
            act("C", "01.05.", None, repeal("B")),
        )
        assert outcomes(solution)["C>B"] == "effective"
        assert in_force(solution, "B") == [(d("01.03."), d("30.04."), "C")]

    def test_circle_over_an_extension(self) -> None:
        """B lives only by C's extension, C would be repealed by B: nothing counts against the later issued."""
        solution = solved(
            act("B", "01.02.", "31.03.", repeal("C", "01.04."), issued="01.01."),
            act("C", "01.03.", None, extension("B", "31.12.", "01.04."), issued="02.01."),
        )
        assert outcomes(solution) == {"B>C": "void", "C>B": "effective"}

    def test_days_do_not_break_a_circle(self) -> None:
        solution = solved(
            act("A", "01.03.", None, repeal("B", "01.09.")), act("B", "01.03.", None, repeal("A", "01.04."))
        )
        assert outcomes(solution) == {"A>B": "void", "B>A": "effective"}


def test_long_chain_of_repeals() -> None:
    """Each act repeals the one before it and has no tasks: nothing recurses along the chain."""
    length = 1_100
    acts = [act("00000")]
    for number in range(1, length):
        acts.append(act(f"{number:05}", "01.03.", None, repeal(f"{number - 1:05}", "01.03."), tasks=()))
    found = outcomes(solved(*acts))
    assert found[f"{length - 1:05}>{length - 2:05}"] == "effective"
    assert found[f"{length - 2:05}>{length - 3:05}"] == "failed"
    assert list(found.values()).count("effective") == length // 2


def test_amendments_of_the_same_day_need_no_order() -> None:
    solution = solved(
        act("A"),
        act("B", "01.05.", None, Change(AMENDMENT, "A", 1)),
        act("C", "01.05.", None, Change(AMENDMENT, "A", 1)),
    )
    assert set(outcomes(solution).values()) == {"effective"}
