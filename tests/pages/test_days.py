"""Alternatives by day cover every day exactly once."""

from datetime import date

from geltung.pages.days import FIRST, LAST, ByDay, attributes, choice, complete

TODAY = date(2025, 7, 15)


def test_gaps_are_filled():
    items = [ByDay("2025-01-01", "2025-01-31", "a"), ByDay("2025-03-01", LAST, "b")]
    assert list(complete(items, "vorher", "dazwischen")) == [
        ByDay(FIRST, "2024-12-31", "vorher"),
        items[0],
        ByDay("2025-02-01", "2025-02-28", "dazwischen"),
        items[1],
    ]


def test_neighbours_with_the_same_words_are_one():
    items = [ByDay(FIRST, "2025-01-31", "a"), ByDay("2025-02-01", LAST, "a")]
    assert choice(items, TODAY) == "<span>a</span>"


def test_only_the_day_of_the_build_is_shown():
    assert attributes("2025-07-15", "2025-07-15", TODAY) == 'data-von="2025-07-15" data-bis="2025-07-15"'
    assert attributes("2025-07-16", LAST, TODAY) == 'data-von="2025-07-16" hidden'
    assert attributes(FIRST, "2025-07-14", TODAY) == 'data-bis="2025-07-14" hidden'
