"""How a directive stands on the days at its edges (rules 1 to 9)."""

from datetime import date

import pytest

from geltung.corpus.corpus import ChangeKey, Corpus
from geltung.model.dates import OPEN_END
from geltung.model.records import Change, HeaderVersion, TaskVersion
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION
from geltung.validity.effects import decide
from geltung.validity.standing import Effect, Outcome, Standing, Until
from tests.validity.acts import SCOPE, act, d, extension, in_force, repeal, solved, task

ORDER_B, ORDER_C = (d("01.02."), "B"), (d("01.03."), "C")


def repealed(day: str, author: str = "B", order: tuple[date, str] = ORDER_B) -> Effect:
    return Effect(ChangeKey(author, 0), repeal("A"), d(day), Outcome.EFFECTIVE, order)


def days_in_force(standing: Standing, *days: str) -> list[bool]:
    return [standing.in_force_on(d(day)) for day in days]


def test_first_and_last_day_both_count() -> None:
    standing = Standing(act("A", "01.03.", "30.06."))
    assert days_in_force(standing, "28.02.", "01.03.", "30.06.", "01.07.") == [False, True, True, False]
    assert [(item.first, item.last) for item in standing.intervals()] == [(d("01.03."), d("30.06."))]


def test_one_single_day() -> None:
    standing = Standing(act("A", "01.03.", "01.03."))
    assert days_in_force(standing, "28.02.", "01.03.", "02.03.") == [False, True, False]
    assert [(item.first, item.last) for item in standing.intervals()] == [(d("01.03."), d("01.03."))]


def test_without_end_and_without_beginning() -> None:
    assert [(item.first, item.last) for item in Standing(act("A", "01.03.")).intervals()] == [(d("01.03."), OPEN_END)]
    assert Standing(act("A", "01.03.")).in_force_on(OPEN_END)
    unknown = Standing(act("A", None, "30.06."))
    assert unknown.intervals() == ()
    assert days_in_force(unknown, "01.01.", "30.06.") == [False, False]


def test_end_before_beginning_is_never_in_force() -> None:
    assert Standing(act("A", "01.07.", "30.06.")).intervals() == ()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("01.04.", [(d("01.03."), d("31.03."), "B")]),
        ("02.03.", [(d("01.03."), d("01.03."), "B")]),
        ("01.03.", []),
        ("01.01.", []),
        ("30.06.", [(d("01.03."), d("29.06."), "B")]),
        ("01.07.", [(d("01.03."), d("30.06."), "B")]),
        ("02.07.", [(d("01.03."), d("30.06."), None)]),
    ],
)
def test_repeal_takes_the_day_itself(day: str, expected: list[tuple[date, date, str | None]]) -> None:
    standing = Standing(act("A", "01.03.", "30.06."), repeals=[repealed(day)])
    assert [(item.first, item.last, item.ended_by) for item in standing.intervals()] == expected


def test_of_two_repeals_the_earlier_day_counts_and_on_one_day_the_earlier_issued() -> None:
    both = [repealed("01.06.", "C", ORDER_C), repealed("01.05.")]
    standing = Standing(act("A"), repeals=both)
    assert standing.repeal_by(d("30.04.")) is None
    assert [standing.repeal_by(d(day)).key.author for day in ("01.05.", "01.06.")] == ["B", "B"]  # type: ignore[union-attr]
    assert standing.intervals()[0].ended_by == "B"
    same_day = Standing(act("A"), repeals=[repealed("01.05.", "C", ORDER_C), repealed("01.05.")])
    assert same_day.intervals()[0].ended_by == "B"


def test_until_counts_from_its_day_and_the_later_issued_wins() -> None:
    untils = [Until(d("01.05."), ORDER_C, d("30.09."), EXTENSION), Until(d("01.06."), ORDER_B, d("31.12."), EXTENSION)]
    standing = Standing(act("A", "01.03.", "30.06."), untils=untils)
    assert standing.valid_until_on(d("30.04.")) == d("30.06.")
    assert standing.valid_until_on(d("01.05.")) == d("30.09.")
    assert standing.valid_until_on(d("01.06.")) == d("30.09."), "C was issued later than B"


def test_until_of_one_author_on_a_later_day_wins() -> None:
    untils = [Until(d("01.06."), ORDER_B, d("31.12."), EXTENSION), Until(d("01.05."), ORDER_B, d("30.09."), EXTENSION)]
    standing = Standing(act("A", "01.03.", "30.06."), untils=untils)
    assert standing.valid_until_on(d("31.05.")) == d("30.09.")
    assert standing.valid_until_on(d("01.06.")) == d("31.12.")


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        ("20.06.", [(d("01.03."), d("31.12."), None)]),
        ("30.06.", [(d("01.03."), d("31.12."), None)]),
        ("01.07.", [(d("01.03."), d("31.12."), None)]),
        ("02.07.", [(d("01.03."), d("30.06."), None), (d("02.07."), d("31.12."), None)]),
        ("15.07.", [(d("01.03."), d("30.06."), None), (d("15.07."), d("31.12."), None)]),
        ("31.12.", [(d("01.03."), d("30.06."), None), (d("31.12."), d("31.12."), None)]),
        ("2026-01-01", [(d("01.03."), d("30.06."), None)]),
    ],
)
def test_extension_with_and_without_a_gap(begins: str, expected: list[tuple[date, date, str | None]]) -> None:
    solution = solved(act("A", "01.03.", "30.06."), act("B", begins, None, extension("A", "31.12.")))
    assert in_force(solution) == expected


def test_extension_that_shortens() -> None:
    solution = solved(act("A", "01.03.", "30.06."), act("B", "01.04.", None, extension("A", "31.05.")))
    assert in_force(solution) == [(d("01.03."), d("31.05."), None)]


def test_extension_to_the_past_ends_it_at_once() -> None:
    """From its effective day on the directive has an end that is over; the days before stay as they were."""
    solution = solved(act("A", "01.03.", "30.06."), act("B", "01.05.", None, extension("A", "31.03.")))
    assert in_force(solution) == [(d("01.03."), d("30.04."), None)]


def test_extension_without_end() -> None:
    solution = solved(act("A", "01.03.", "30.06."), act("B", "01.04.", None, extension("A", None)))
    assert in_force(solution) == [(d("01.03."), OPEN_END, None)]


def test_repeal_in_a_gap_leaves_the_first_interval_as_ended_by_time() -> None:
    solution = solved(
        act("A", "01.03.", "30.06."),
        act("B", "01.08.", None, extension("A", "31.12.")),
        act("C", "15.07.", None, repeal("A")),
    )
    assert in_force(solution) == [(d("01.03."), d("30.06."), None)]


class TestVersions:
    """Rule 7: header and wordings as of a day."""

    old = HeaderVersion("Alt", d("01.01."), d("30.06."), ("Weisung", None, None), until=d("30.04."))

    def standing(self, *changes: Change) -> Standing:
        target = act("A", "01.02.", "30.09.", headers=(self.old,))
        return decide(Corpus.build((target, act("B", "01.05.", None, *changes)), ())).standings["A"]

    def test_header_changes_on_the_day_after(self) -> None:
        standing = self.standing(Change(AMENDMENT, "A", 1))
        assert standing.header_on(d("30.04.")).title == "Alt"
        assert standing.header_on(d("01.05.")).title == "Titel A"
        assert standing.header_on(d("30.04.")).scope == ("Weisung", None, None)
        assert standing.header_on(d("01.05.")).scope == SCOPE
        assert standing.valid_until_on(d("30.04.")) == d("30.06.")
        assert standing.valid_until_on(d("01.05.")) == d("30.09.")
        assert [(item.first, item.last) for item in standing.intervals()] == [(d("01.01."), d("30.09."))]

    def test_header_stays_if_its_change_failed(self) -> None:
        target = act("A", "01.02.", "30.09.", headers=(self.old,))
        failed = act("B", "01.05.", "01.04.", Change(AMENDMENT, "A", 1))
        standing = decide(Corpus.build((target, failed), ())).standings["A"]
        assert standing.header_on(d("01.09.")).title == "Alt"
        assert [(item.first, item.last) for item in standing.intervals()] == [(d("01.01."), d("30.06."))]

    def test_header_changes_by_itself_if_nobody_explains_it(self) -> None:
        standing = self.standing()
        assert standing.header_on(d("01.05.")).title == "Titel A"

    def test_extension_issued_later_beats_the_header(self) -> None:
        target = act("A", "01.02.", "30.09.", headers=(self.old,))
        amender = act("B", "01.05.", None, Change(AMENDMENT, "A", 1), issued="02.01.")
        later = act("C", "01.05.", None, extension("A", "31.12."), issued="03.01.")
        earlier = act("C", "01.05.", None, extension("A", "31.12."), issued="01.01.")
        for author, last in ((later, "31.12."), (earlier, "30.09.")):
            standing = decide(Corpus.build((target, amender, author), ())).standings["A"]
            assert standing.intervals()[-1].last == d(last)

    def test_wording_changes_on_the_day_after(self) -> None:
        wordings = (
            TaskVersion("erste", 1, until=d("30.04.")),
            TaskVersion("zweite", 1, until=d("31.05.")),
            TaskVersion("dritte", 1),
        )
        some = task()
        target = act("A", tasks=(type(some)("t", "2.1", wordings, 1),))
        changes = (Change(AMENDMENT, "A", 1), Change(CORRECTION, "A", 1, effective=d("01.06.")))
        standing = decide(Corpus.build((target, act("B", "01.05.", None, *changes)), ())).standings["A"]
        days = ("30.04.", "01.05.", "31.05.", "01.06.")
        assert [standing.wording_on("t", d(day)) for day in days] == [0, 1, 1, 2]
        assert standing.wording_on("other", d("01.06.")) == 0
