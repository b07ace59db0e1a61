"""The oracle against the table of worked cases, so that it is proven before it judges anything else.

A, B, C are directives as in the table; A is valid from 01.03. without end unless said. The year is 2026.
"""

import pytest

from geltung.model.records import Record, Reference, ReferenceRecord, Task, TaskVersion
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL
from tests.oracle import Answer, oracle
from tests.oracle.build import UNITS, A, B, C, R, change, day, directive, task


def ask(
    records: list[Record],
    on: str,
    unit: str | None = "AA",
    known_on: str | None = None,
    include_parts: bool = False,
) -> Answer:
    """The oracle's answer."""
    return oracle(records, UNITS, day(on), unit, None, day(known_on) if known_on else None, include_parts)


def state(answer: Answer, name: str = "t", of: str = A) -> tuple[str, str | None] | None:
    """State and due day of one task in an answer, None if it isn't listed."""
    return {id_: (state, due) for id_, state, due in answer["tasks"]}.get(f"{of}#{name}")


def test_case_01() -> None:
    assert ask([directive()], "28.02.")["directives"] == set()
    assert ask([directive()], "28.02.")["upcoming"] == {A}
    assert ask([directive()], "01.03.")["directives"] == {A}


def test_case_02() -> None:
    records: list[Record] = [directive(valid_until="30.06.")]
    assert ask(records, "30.06.")["directives"] == {A}
    assert ask(records, "30.06.")["validity"][A] == {
        "in_force_from": "2026-03-01", "in_force_until": "2026-06-30", "ended_by": set(),
    }  # fmt: skip
    assert ask(records, "01.07.")["directives"] == set()


def test_case_03() -> None:
    records: list[Record] = [directive(), directive(B, "01.07.", changes=(change(REPEAL, A),))]
    assert ask(records, "30.06.")["directives"] == {A}
    assert ask(records, "30.06.")["validity"][A] == {
        "in_force_from": "2026-03-01", "in_force_until": "2026-06-30", "ended_by": {B},
    }  # fmt: skip
    assert ask(records, "01.07.")["directives"] == {B}


def test_case_04() -> None:
    records: list[Record] = [directive(), directive(B, "01.07.", changes=(change(REPEAL, A, "01.09."),))]
    assert ask(records, "15.08.")["directives"] == {A, B}
    assert ask(records, "01.09.")["directives"] == {B}


def test_case_05() -> None:
    records: list[Record] = [
        directive(),
        directive(B, "01.07.", changes=(change(REPEAL, A, "01.09."),)),
        directive(C, "01.08.", changes=(change(REPEAL, B),)),
    ]
    assert ask(records, "01.09.")["directives"] == {A, C}


def test_case_06() -> None:
    records: list[Record] = [
        directive(),
        directive(B, "01.07.", changes=(change(REPEAL, A),)),
        directive(C, "01.08.", changes=(change(REPEAL, B),)),
    ]
    assert ask(records, "15.08.")["directives"] == {C}


def test_case_07() -> None:
    records: list[Record] = [directive(), directive(B, "20.07.", changes=(change(REPEAL, A, "01.07."),))]
    assert ask(records, "10.07.")["directives"] == set()
    assert ask(records, "10.07.")["upcoming"] == {B}


def test_case_08_and_09() -> None:
    def records(extended_from: str) -> list[Record]:
        extension = change(EXTENSION, A, until="31.12.")
        return [directive(valid_until="30.06."), directive(B, extended_from, changes=(extension,))]

    assert A in ask(records("20.06."), "01.07.")["directives"]
    assert ask(records("20.06."), "01.07.")["validity"][A]["in_force_from"] == "2026-03-01"
    assert A not in ask(records("15.07."), "10.07.")["directives"]
    assert A in ask(records("15.07."), "15.07.")["directives"]
    assert ask(records("15.07."), "15.07.")["validity"][A]["in_force_from"] == "2026-07-15"


def test_case_10() -> None:
    records: list[Record] = [
        directive(),
        directive(B, "01.07.", changes=(change(REPEAL, A, "01.09."),)),
        directive(C, "01.08.", changes=(change(REPEAL, A, "01.12."),)),
    ]
    assert ask(records, "01.10.")["directives"] == {B, C}
    assert ask(records, "31.08.")["validity"][A]["ended_by"] == {B}


def test_case_11() -> None:
    records: list[Record] = [
        directive(tasks=(task("in-2-1", section="2.1"), task("in-3"))),
        directive(B, "01.07.", changes=(change(PARTIAL_REPEAL, A, parts="2"),)),
    ]
    assert A in ask(records, "01.07.")["directives"]
    assert state(ask(records, "30.06."), "in-2-1") == ("active", None)
    assert state(ask(records, "01.07."), "in-2-1") is None
    assert state(ask(records, "01.07."), "in-3") == ("active", None)


def test_case_12() -> None:
    records: list[Record] = [directive(tasks=(task(due_on="17.06.", starts_on="01.07."),))]
    assert state(ask(records, "16.06.")) == ("upcoming", "2026-06-17")
    assert state(ask(records, "20.06.")) == ("past due", "2026-06-17")


def test_case_13() -> None:
    records: list[Record] = [directive(tasks=(task(starts_on="01.05."),))]
    assert state(ask(records, "30.04.")) == ("upcoming", None)
    assert state(ask(records, "01.05.")) == ("active", None)


def test_case_14() -> None:
    records: list[Record] = [directive(tasks=(task(due_on="15.05."),))]
    assert state(ask(records, "15.05.")) == ("active", "2026-05-15")
    assert state(ask(records, "16.05.")) == ("past due", "2026-05-15")


def test_case_15_and_16() -> None:
    lapsing = directive(valid_until="30.06.", tasks=(task(due_on="31.07."),))
    assert state(ask([lapsing], "30.06.")) == ("active", "2026-07-31")
    assert state(ask([lapsing], "15.07.")) == ("outlasting", "2026-07-31")
    assert ask([lapsing], "15.07.")["directives"] == set()
    assert state(ask([lapsing], "01.08.")) is None
    repealing = directive(B, "01.07.", changes=(change(REPEAL, A),))
    assert state(ask([lapsing, repealing], "15.07.")) is None


def test_case_17() -> None:
    yearly = task(due_on="31.03.", recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31")
    records: list[Record] = [directive(tasks=(yearly,))]
    assert state(ask(records, "01.04.2027")) == ("active", "2028-03-31")


def test_case_18() -> None:
    old = TaskVersion("alt", 1, ("AA",), due_on=day("31.05."), until=day("30.04."))
    new = TaskVersion("neu", 1, ("AA",), due_on=day("30.06."))
    records: list[Record] = [
        directive(tasks=(Task("t", "3", (old, new), 1),)),
        directive("202604001", "01.05.", changes=(change(CORRECTION, A, parts="#t"),), tasks=()),
    ]
    assert state(ask(records, "30.04.")) == ("active", "2026-05-31")
    assert state(ask(records, "10.06.")) == ("active", "2026-06-30")


@pytest.mark.parametrize(
    ("addressed", "unit", "reached", "with_parts"),
    [
        ("AA", "EZ", True, True),  # 19
        ("AA", "AA-Halle", True, True),
        ("AA", "EZ-AA-Nuernberg", True, True),
        ("AA", "RD", False, False),
        ("EZ", "AA", False, True),  # 20
        ("EZ", "AA-Halle", False, True),
        ("EZ-AA-Nuernberg", "AA-Halle", False, False),
        ("AA im Bezirk RD-BY", "AA-Nuernberg", True, True),  # 21
        ("AA im Bezirk RD-BY", "EZ-AA-Nuernberg", True, True),
        ("AA im Bezirk RD-BY", "AA-Halle", False, False),
        ("AA im Bezirk RD-BY", "AA", False, True),
        ("AA (EZ)", "EZ", True, True),  # rule 15
        ("AA (EZ)", "AA", True, True),
        ("AA (EZ)", "AA-Halle", True, True),
        ("AA (EZ)", "AV", False, False),
        ("AA (Identity)", "AV", True, True),
        ("AA (EZ) im Bezirk RD-BY", "EZ-AA-Nuernberg", True, True),
        ("AA (EZ) im Bezirk RD-BY", "EZ", False, False),
        ("ALL", "GE", False, False),  # rule 17
        ("ALL", "EZ", True, True),
        ("ALL", "ALL", True, True),
        ("RD; SC", "SC", True, True),
    ],
)
def test_cases_19_to_21(addressed: str, unit: str, reached: bool, with_parts: bool) -> None:
    records: list[Record] = [directive(tasks=(task(addressed=addressed),))]
    assert ask(records, "01.04.", unit)["directives"] == ({A} if reached else set())
    assert ask(records, "01.04.", unit, include_parts=True)["directives"] == ({A} if with_parts else set())


def test_case_22() -> None:
    records: list[Record] = [directive(issued="05.03.")]
    assert ask(records, "02.03.")["directives"] == {A}
    assert ask(records, "02.03.", known_on="02.03.")["directives"] == set()


def test_case_23() -> None:
    records: list[Record] = [
        directive(issued="01.01."),
        directive(B, "01.07.", issued="01.02.", changes=(change(REPEAL, A),)),
    ]
    assert ask(records, "15.07.")["directives"] == {B}
    assert ask(records, "15.07.", known_on="15.01.")["directives"] == {A}


def test_case_24() -> None:
    cited = ReferenceRecord(R, "Weisung", day("10.01.2025"), "Titel", f"{R}.md")
    records: list[Record] = [directive(references=(Reference(R, 1),)), cited]
    assert ask(records, "15.03.")["not_assessed"] == {(R, (A,))}
    assert ask(records, "15.03.", unit="RD")["not_assessed"] == set()


def test_case_25() -> None:
    records: list[Record] = [directive(tasks=(), scope=("Information", "nicht betroffen", "nicht betroffen"))]
    assert ask(records, "15.03.", unit="GE")["directives"] == {A}
    assert ask(records, "15.03.", unit="SC")["directives"] == set()


def test_of_two_that_repeal_each_other_the_later_issued_stays() -> None:
    records: list[Record] = [
        directive(changes=(change(REPEAL, B),)),
        directive(B, "01.07.", changes=(change(REPEAL, A),)),
    ]
    assert ask(records, "15.07.")["directives"] == {B}


def test_a_wording_whose_change_failed_does_not_begin() -> None:
    old = TaskVersion("alt", 1, ("AA",), due_on=day("31.05."), until=day("30.04."))
    new = TaskVersion("neu", 1, ("AA",), due_on=day("30.06."))
    changing = directive("202603001", "01.04.", "20.04.", changes=(change(AMENDMENT, A, "01.05.", "#t"),), tasks=())
    assert state(ask([directive(tasks=(Task("t", "3", (old, new), 1),)), changing], "10.05.")) == (
        "active", "2026-05-31",
    )  # fmt: skip
