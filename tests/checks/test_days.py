"""Days that words leave open."""

import pytest

from geltung.checks.days import is_exact, is_yearless, nearest_day, next_day
from geltung.parse.wording import DatePhrase, find_dates
from tests.checks.collection import day


def phrase(words: str) -> DatePhrase:
    (only,) = find_dates(words)
    return only


@pytest.mark.parametrize(
    ("words", "near", "nearest", "following"),
    [
        ("zum 31.12.", "2026-01-01", "2025-12-31", "2026-12-31"),
        ("zum 31.12.", "2025-12-31", "2025-12-31", "2025-12-31"),
        ("zum 01.01.", "2025-12-31", "2026-01-01", "2026-01-01"),
        ("bis 29.02.", "2025-03-01", "2024-02-29", "2028-02-29"),
        ("bis 29.02.", "1896-03-01", "1896-02-29", "1904-02-29"),
        ("bis 29.02.", "2104-02-28", "2104-02-29", "2104-02-29"),
        ("zum 31.12.", "9999-12-30", "9999-12-31", "9999-12-31"),
        ("zum 01.01.", "9999-12-31", "9999-01-01", None),
        ("zum 01.01.", "0001-01-01", "0001-01-01", "0001-01-01"),
    ],
)
def test_days_without_year(words: str, near: str, nearest: str, following: str | None) -> None:
    assert is_yearless(phrase(words))
    assert nearest_day(phrase(words), day(near)) == day(nearest)
    assert next_day(phrase(words), day(near)) == (day(following) if following else None)


@pytest.mark.parametrize("words", ["zum 31.12.2025", "bis 30.02.", "bis 31.06.", "bis 30.02.2025"])
def test_days_with_year_or_that_do_not_exist(words: str) -> None:
    assert not is_yearless(phrase(words))
    assert nearest_day(phrase(words), day("2025-01-01")) is None
    assert next_day(phrase(words), day("2025-01-01")) is None


@pytest.mark.parametrize(
    ("words", "exact"), [("30.06.2025", True), ("1. Juli", True), ("Ende Juni 2025", False), ("Juni 2025", False)]
)
def test_exact(words: str, exact: bool) -> None:
    assert is_exact(phrase(f"bis {words}")) is exact
