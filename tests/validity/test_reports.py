"""What the rules report, and on which days it matters."""

from dataclasses import replace

import pytest

from geltung import applies
from geltung.model.dates import OPEN_END
from geltung.model.records import Change, ReferenceRecord
from geltung.model.terms import AMENDMENT, CORRECTION
from geltung.questions.collection import Collection
from tests.validity.acts import UNITS, act, d, extension, found, repeal, solved


def codes(*records: object) -> set[str]:
    return {item.diagnostic.code for item in solved(*records).reports}  # type: ignore[arg-type]


def test_nothing_to_report() -> None:
    assert codes(act("A"), act("B", "01.07.", None, repeal("A"))) == set()


def test_c001_unresolved() -> None:
    solution = solved(act("B", "01.07.", None, repeal("X"), extension("Y", None, "01.08.")))
    assert found(solution, "C001") == [(d("01.07."), OPEN_END, ("B",)), (d("01.08."), OPEN_END, ("B",))]
    assert codes(act("B", "01.07.", None, repeal("R")), ReferenceRecord("R", "Weisung", None, "r", "R.md")) == set()


def test_c001_is_silent_about_what_is_not_known_yet() -> None:
    from geltung.corpus.corpus import Corpus
    from geltung.validity.kernel import solve

    corpus = Corpus.build((act("A", issued="01.06."), act("B", "01.07.", None, repeal("A"))), ())
    assert [item.diagnostic.code for item in solve(corpus.known_on(d("01.05."))).reports] == []


def test_c004_circle() -> None:
    solution = solved(act("A", "01.03.", None, repeal("B")), act("B", "01.05.", None, repeal("A"), issued="02.01."))
    assert found(solution, "C004") == [(d("01.03."), OPEN_END, ("A", "B"))]
    (report,) = [item.diagnostic for item in solution.reports if item.diagnostic.code == "C004"]
    assert (report.file, report.line) == ("B.md", 9)
    assert "die zuletzt erlassene B gilt" in report.message


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("01.09.", "01.12.", [(d("01.09."), d("30.11."), ("A", "B", "C"))]),
        ("01.12.", "01.09.", [(d("01.09."), d("30.11."), ("A", "C", "B"))]),
        ("01.09.", "02.09.", [(d("01.09."), d("01.09."), ("A", "B", "C"))]),
        ("01.09.", "01.09.", []),
    ],
)
def test_c005_contradiction_between_the_two_days(one: str, other: str, expected: list[object]) -> None:
    solution = solved(
        act("A"),
        act("B", "01.02.", None, repeal("A", one), issued="02.01."),
        act("C", "01.02.", None, repeal("A", other), issued="03.01."),
    )
    assert found(solution, "C005") == expected


def test_c005_not_if_one_of_them_failed() -> None:
    solution = solved(
        act("A"), act("B", "01.02.", None, repeal("A", "01.09.")), act("C", "01.02.", "30.11.", repeal("A", "01.12."))
    )
    assert found(solution, "C005") == []
    assert found(solution, "C007") == [(d("01.12."), OPEN_END, ("A", "C"))]


def test_c007_failed() -> None:
    solution = solved(act("A"), act("B", "01.07.", "31.08.", repeal("A", "01.09."), extension("A", None, "01.10.")))
    assert found(solution, "C007") == [(d("01.09."), OPEN_END, ("A", "B")), (d("01.10."), OPEN_END, ("A", "B"))]
    (first, _) = [item.diagnostic for item in solution.reports if item.diagnostic.code == "C007"]
    assert (first.file, first.line) == ("B.md", 10)


@pytest.mark.parametrize(("day", "reported"), [("30.06.", False), ("01.07.", True), ("02.07.", True)])
def test_c008_extension_of_a_repealed_directive(day: str, reported: bool) -> None:
    solution = solved(
        act("A", "01.01.", "30.09."),
        act("B", "01.07.", None, repeal("A")),
        act("C", "01.02.", None, extension("A", "31.12.", day)),
    )
    assert found(solution, "C008") == ([(d(day), OPEN_END, ("A", "C"))] if reported else [])


def test_c009_gap() -> None:
    acts = act("A", "01.03.", "30.06.")
    solution = solved(acts, act("B", "15.07.", None, extension("A", "31.12.")))
    assert found(solution, "C009") == [(d("01.07."), d("31.12."), ("A",))]
    (report,) = [item.diagnostic for item in solution.reports if item.diagnostic.code == "C009"]
    assert (report.file, report.line) == ("A.md", 7)
    assert "vom 01.07.2025 bis 14.07.2025" in report.message
    assert found(solved(acts, act("B", "01.07.", None, extension("A", "31.12."))), "C009") == []


@pytest.mark.parametrize("kind", [AMENDMENT, CORRECTION])
@pytest.mark.parametrize(
    ("gone", "parts", "reported"),
    [
        (repeal("A", "01.06."), (), 1),
        (repeal("A", "01.06."), ("2.1", "3"), 2),
        (repeal("A", "01.07."), (), 1),
        (repeal("A", "02.07."), (), 0),
        (repeal("A", "01.06.", "2"), ("2",), 1),
        (repeal("A", "01.06.", "2"), ("2.1",), 1),
        (repeal("A", "01.06.", "2"), ("#t",), 1),
        (repeal("A", "01.06.", "#t"), ("#t", "2.1"), 1),
        (repeal("A", "01.06.", "2.1"), ("2",), 0),
        (repeal("A", "01.06.", "2"), ("3",), 0),
        (repeal("A", "01.06.", "2"), (), 0),
        (repeal("A", "02.07.", "2"), ("2",), 0),
    ],
)
def test_c010_amendment_of_what_is_repealed(kind: str, gone: Change, parts: tuple[str, ...], reported: int) -> None:
    amendment = Change(kind, "A", 12, parts, d("01.07."))
    solution = solved(act("A"), act("B", "01.02.", None, gone), act("C", "01.02.", None, amendment))
    assert found(solution, "C010") == [(d("01.07."), OPEN_END, ("A", "C"))] * reported


def test_c015_old_and_new_side_by_side() -> None:
    solution = solved(act("A"), act("B", "01.07.", None, repeal("A", "01.09.")))
    assert found(solution, "C015") == [(d("01.07."), d("31.08."), ("A", "B"))]


@pytest.mark.parametrize(
    ("target", "author"),
    [
        (act("A"), act("B", "01.09.", None, repeal("A", "01.09."))),
        (act("A"), act("B", "20.09.", None, repeal("A", "01.09."))),
        (act("A", "01.01.", "30.06."), act("B", "01.07.", None, repeal("A", "01.09."))),
        (act("A"), act("B", "01.07.", "31.07.", repeal("A", "01.09."))),  # failed
        (act("A"), act("B", "01.07.", None, repeal("A", "01.09.", "2"))),  # only a part
    ],
)
def test_c015_not_where_they_do_not_meet(target: object, author: object) -> None:
    assert "C015" not in codes(target, author)


def test_c015_overlap_of_one_day() -> None:
    solution = solved(act("A"), act("B", "31.08.", None, repeal("A", "01.09.")))
    assert found(solution, "C015") == [(d("31.08."), d("31.08."), ("A", "B"))]


def test_every_report_has_a_window_that_is_not_empty() -> None:
    solution = solved(
        act("A", "01.03.", "30.06."),
        act("B", "01.05.", None, repeal("A", "01.06."), extension("A", "31.12."), repeal("X")),
        act("C", "01.05.", "02.05.", repeal("A", "01.07."), repeal("B", "01.04.")),
    )
    assert len(solution.reports) >= 4
    for report in solution.reports:
        assert report.first <= report.last
        assert report.diagnostic.directives


def test_c020_extension_that_shortens() -> None:
    shortened = solved(act("A", "01.03.", "31.12."), act("B", "01.05.", None, extension("A", "30.06.")))
    assert found(shortened, "C020") == [(d("01.05."), OPEN_END, ("A", "B"))]
    assert "C020" not in codes(act("A", "01.03.", "30.06."), act("B", "01.05.", None, extension("A", "31.12.")))


def test_the_reason_names_who_extended_and_that_it_had_lapsed() -> None:
    records = [act("A", "01.03.", "30.06."), act("B", "01.07.", None, extension("A", "31.12.", "15.07."))]
    answer = applies(Collection.from_records(records, UNITS), date=d("20.07."))
    (because,) = [item.because for item in answer.directives if item.id == "A"]
    assert because.startswith("abgelaufen am 30.06.2025; wieder in Kraft seit 15.07.2025")
    assert because.endswith("bis 31.12.2025, verlängert durch B")


@pytest.mark.parametrize("day", ["10.04.", "20.05."])
@pytest.mark.parametrize(("kind", "done"), [(AMENDMENT, "geändert"), (CORRECTION, "berichtigt")])
def test_the_reason_names_who_set_the_end_also_before_it_takes_effect(kind: str, done: str, day: str) -> None:
    """The last day is known in advance, and so must be whose act makes it the last (rule 10)."""
    shorter = act("A", "01.03.", "30.06.")
    before = replace(shorter.header, until=d("30.04."), valid_until=d("31.12."))
    changed = replace(shorter, headers=(before, shorter.header))
    author = act("B", "01.01.", None, Change(kind, "A", 11, ("valid_until",), d("01.05.")))
    answer = applies(Collection.from_records([changed, author], UNITS), date=d(day))
    (because,) = [item.because for item in answer.directives if item.id == "A"]
    assert because.endswith(f"bis 30.06.2025, {done} durch B")
