"""Recurring tasks (rule 19)."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geltung.model.dates import OPEN_END
from geltung.validity.recurrence import MOST_OCCURRENCES, parse_rule
from tests.validity.acts import act, d, solved, task

START = date(2025, 3, 31)


def dates(text: str, start: date, most: int) -> list[str]:
    """The first occurrences."""
    rule = parse_rule(text, start)
    assert rule is not None
    return [day.isoformat() for day in rule.days[:most]]


@pytest.mark.parametrize(
    ("text", "start", "expected"),
    [
        ("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", START, ["2025-03-31", "2026-03-31", "2027-03-31"]),
        ("FREQ=YEARLY", START, ["2025-03-31", "2026-03-31", "2027-03-31"]),
        ("FREQ=YEARLY", date(2024, 2, 29), ["2024-02-29", "2028-02-29", "2032-02-29"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", date(2023, 2, 28), ["2023-02-28", "2024-02-29", "2025-02-28"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", START, ["2025-03-31", "2025-05-31", "2025-07-31"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", START, ["2025-03-31", "2025-04-30", "2025-05-31"]),
        ("FREQ=MONTHLY;INTERVAL=3", date(2025, 1, 15), ["2025-01-15", "2025-04-15", "2025-07-15"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", START, ["2025-03-31", "2025-04-14", "2025-04-28"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", START, ["2025-03-31", "2025-04-30", "2025-05-30"]),
        ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=30", START, ["2025-09-30", "2026-03-30", "2026-09-30"]),
        ("FREQ=DAILY", date(2024, 2, 28), ["2024-02-28", "2024-02-29", "2024-03-01"]),
        ("RRULE:FREQ=YEARLY", START, ["2025-03-31", "2026-03-31", "2027-03-31"]),
        (" freq=yearly;bymonth=3 ", START, ["2025-03-31", "2026-03-31", "2027-03-31"]),
        ("FREQ=YEARLY;COUNT=2", START, ["2025-03-31", "2026-03-31"]),
        ("FREQ=YEARLY;UNTIL=20260331", START, ["2025-03-31", "2026-03-31"]),
        ("FREQ=YEARLY;UNTIL=20260330", START, ["2025-03-31"]),
        ("FREQ=YEARLY;UNTIL=20250330", START, []),
    ],
)
def test_occurrences(text: str, start: date, expected: list[str]) -> None:
    assert dates(text, start, 3) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "YEARLY", "FREQ=", "FREQ=HOURLY", "FREQ=SECONDLY", "FREQ=YEARLY;", "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=", "FREQ=YEARLY;COUNT=2;UNTIL=20260331", "FREQ=YEARLY;FREQ=DAILY",
        "FREQ=YEARLY;UNTIL=20260331T000000Z", "FREQ=YEARLY;UNTIL=2026", "FREQ=YEARLY;UNTIL=20269999",
        "FREQ=YEARLY;BYHOUR=3", "FREQ=YEARLY;BYEASTER=0", "FREQ=YEARLY;BYMONTH=MARCH", "FREQ=YEARLY;COUNT=x",
        "FREQ=YEARLY\nDTSTART:20250101", "DTSTART=20250101;FREQ=YEARLY", "BYMONTH=3;FREQ=YEARLY", "jährlich",
        "FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;BYMONTHDAY=32",
    ],
)  # fmt: skip
def test_what_is_no_rule(text: str) -> None:
    assert parse_rule(text, START) is None


@pytest.mark.parametrize("text", ["FREQ=YEARLY;INTERVAL=0", "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;COUNT=0"])
def test_rule_that_goes_nowhere_is_refused_or_ends(text: str) -> None:
    """It must not be counted for ever."""
    rule = parse_rule(text, START)
    assert rule is None or len(rule.days) <= 1


@pytest.mark.parametrize("text", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31"])
def test_impossible_day_never_comes(text: str) -> None:
    rule = parse_rule(text, START)
    assert rule is not None
    assert rule.next_on_or_after(START) is None
    assert rule.days == ()


def test_next_on_or_after() -> None:
    rule = parse_rule("FREQ=YEARLY", START)
    assert rule is not None
    assert rule.next_on_or_after(date(2020, 1, 1)) == START, "nothing before the first"
    assert rule.next_on_or_after(START) == START
    assert rule.next_on_or_after(START + timedelta(days=1)) == date(2026, 3, 31)
    assert rule.next_on_or_after(date(2999, 4, 1)) == date(3000, 3, 31)
    assert rule.next_on_or_after(OPEN_END) is None


def test_next_after_the_last() -> None:
    rule = parse_rule("FREQ=YEARLY;COUNT=2", START)
    assert rule is not None
    assert rule.next_on_or_after(date(2026, 3, 31)) == date(2026, 3, 31)
    assert rule.next_on_or_after(date(2026, 4, 1)) is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    text=st.sampled_from(
        ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;BYDAY=TU,FR", "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;COUNT=700",
         "FREQ=DAILY;COUNT=600", "FREQ=WEEKLY;UNTIL=20300101"]
    ),
    offset=st.integers(-40, 5_000),
)  # fmt: skip
def test_next_is_the_first_of_all_that_is_not_earlier(text: str, offset: int) -> None:
    rule = parse_rule(text, START)
    assert rule is not None
    day = START + timedelta(days=offset)
    everything = (moment.date() for moment in rule.raw)
    assert rule.next_on_or_after(day) == next((item for item in everything if item >= day), None)


def spans(text: str, **wording: object) -> list[tuple[str, date, date, date | None, bool]]:
    """State, days, deadline shown and whether it is open, of a recurring task of A (valid from 01.01.2025)."""
    solution = solved(act("A", tasks=(task(recurrence=text, **wording),)))
    return [(item.state, item.first, item.last, item.due_on, item.open_rule) for item in solution.timelines.tasks]


def test_each_date_has_its_days() -> None:
    assert spans("FREQ=YEARLY;COUNT=3", due_on=START) == [
        ("active", d("01.01."), START, START, False),
        ("active", date(2025, 4, 1), date(2026, 3, 31), date(2026, 3, 31), False),
        ("active", date(2026, 4, 1), date(2027, 3, 31), date(2027, 3, 31), False),
    ]


def test_dtstart_is_due_on_else_starts_on_else_valid_from() -> None:
    assert spans("FREQ=YEARLY;COUNT=1", due_on=START, starts_on=d("01.02."))[-1][3] == START
    assert spans("FREQ=YEARLY;COUNT=1", starts_on=d("01.02."))[-1][3] == d("01.02.")
    assert spans("FREQ=YEARLY;COUNT=1")[-1][3] == d("01.01.")


def test_task_without_further_date_has_ended() -> None:
    assert spans("FREQ=YEARLY;COUNT=2", due_on=START)[-1][2] == date(2026, 3, 31)
    assert spans("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", due_on=START) == []


def test_unreadable_rule_is_as_if_there_were_none() -> None:
    assert spans("jährlich", due_on=START) == [
        ("active", d("01.01."), START, START, False),
        ("past due", d("01.04."), OPEN_END, START, False),
    ]


def test_beyond_the_stored_dates_the_rule_is_open() -> None:
    found = spans("FREQ=WEEKLY", due_on=date(2025, 1, 6))
    assert [item[4] for item in found[:-1]] == [False] * (len(found) - 1)
    assert found[-1][4]
    assert found[-1][2] == OPEN_END
    assert len(found) == MOST_OCCURRENCES + 1


def test_a_recurring_task_takes_no_longer_than_it_must() -> None:
    """One yearly task must not take seconds: dateutil counts from the beginning whenever it is asked."""
    parse_rule.cache_clear()
    started = time.process_time()
    spans("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31", due_on=START)
    assert time.process_time() - started < 1.5


def test_the_end_of_the_calendar_is_no_error() -> None:
    rule = parse_rule("FREQ=WEEKLY", date(2025, 3, 30))
    assert rule is not None
    assert rule.next_on_or_after(date(9999, 12, 31)) is None
    late = parse_rule("FREQ=WEEKLY", date(9999, 12, 26))
    assert late is not None
    assert late.next_on_or_after(date(9999, 12, 30)) is None
