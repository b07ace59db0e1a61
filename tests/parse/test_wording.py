"""Dates in German wording."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geltung.parse.wording import find_dates


@pytest.mark.parametrize(
    ("text", "day", "role", "words", "lead"),
    [
        ("wenden ab 01.07.2025 die", date(2025, 7, 1), "start", "ab 01.07.2025", "ab"),
        ("Ab dem 1.7.2025 gilt", date(2025, 7, 1), "start", "Ab dem 1.7.2025", "ab dem"),
        ("ab 1.7.25 an", date(2025, 7, 1), "start", "ab 1.7.25", "ab"),
        ("ab dem 1. Juli 2025", date(2025, 7, 1), "start", "ab dem 1. Juli 2025", "ab dem"),
        ("mit Wirkung vom 01.07.2025", date(2025, 7, 1), "start", "mit Wirkung vom 01.07.2025", "mit wirkung vom"),
        ("mit Wirkung zum 01.07.2025", date(2025, 7, 1), "start", "mit Wirkung zum 01.07.2025", "mit wirkung zum"),
        ("vom 01.07.2025 an.", date(2025, 7, 1), "start", "vom 01.07.2025", "vom"),
        ("spätestens zum 01.07.2025 ver", date(2025, 7, 1), "due", "spätestens zum 01.07.2025", "spätestens zum"),
        ("bis zum 06.10.2025 sicher", date(2025, 10, 6), "due", "bis zum 06.10.2025", "bis zum"),
        ("bis 30. Juni 2025", date(2025, 6, 30), "due", "bis 30. Juni 2025", "bis"),
        ("bis Ende Juni 2025", date(2025, 6, 30), "due", "bis Ende Juni 2025", "bis"),
        ("bis Ende Februar 2024", date(2024, 2, 29), "due", "bis Ende Februar 2024", "bis"),
        ("bis Anfang März 2025", date(2025, 3, 1), "due", "bis Anfang März 2025", "bis"),
        ("bis Mitte Mai 2025", date(2025, 5, 15), "due", "bis Mitte Mai 2025", "bis"),
        ("bis Ende 2025", date(2025, 12, 31), "due", "bis Ende 2025", "bis"),
        (
            "bis zum Ablauf des 30.06.2025",
            date(2025, 6, 30),
            "due",
            "bis zum Ablauf des 30.06.2025",
            "bis zum ablauf des",
        ),
        ("vor dem 01.07.2025", date(2025, 7, 1), "due", "vor dem 01.07.2025", "vor dem"),
        ("jährlich zum 31.03.2026", date(2026, 3, 31), "due", "zum 31.03.2026", "zum"),
        ("mit Ablauf des 31.08.2025 auf", date(2025, 8, 31), "end", "mit Ablauf des 31.08.2025", "mit ablauf des"),
        ("befristet bis 31.12.2025", date(2025, 12, 31), "end", "befristet bis 31.12.2025", "befristet bis"),
        (
            "längstens bis zum 31.12.2025",
            date(2025, 12, 31),
            "end",
            "längstens bis zum 31.12.2025",
            "längstens bis zum",
        ),
        ("Weisung 202404002 vom 03.04.2024 – x", date(2024, 4, 3), None, "vom 03.04.2024", "vom"),
        ("am Montag, den 30.06.2025", date(2025, 6, 30), None, "am Montag, den 30.06.2025", "am montag, den"),
        ("Stand: 01. 07. 2025", date(2025, 7, 1), None, "01. 07. 2025", ""),
        ("(2025-07-01)", date(2025, 7, 1), None, "2025-07-01", ""),
        ("ab Juli 2025", date(2025, 7, 1), "start", "ab Juli 2025", "ab"),
    ],
)
def test_one_date(text: str, day: date, role: str | None, words: str, lead: str) -> None:
    (phrase,) = find_dates(text)
    assert (phrase.date, phrase.role, phrase.words, phrase.lead) == (day, role, words, lead)
    assert text[phrase.offset : phrase.end] == words
    assert phrase.states(day)
    assert not phrase.states(date(1999, 1, 2))


def test_without_a_year_day_and_month_decide() -> None:
    first, second = find_dates("Vorgänge, die bis zum 31.03. eingegangen sind, bis zum 30.06. melden")
    assert (first.date, first.day, first.month, first.role) == (None, 31, 3, "due")
    assert (second.date, second.day, second.month) == (None, 30, 6)
    assert second.states(date(2031, 6, 30))


def test_a_day_that_does_not_exist_has_no_date() -> None:
    (phrase,) = find_dates("bis zum 31.02.2025")
    assert (phrase.date, phrase.day, phrase.month) == (None, 31, 2)
    assert not phrase.states(date(2025, 3, 31))


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("vom 01.07. bis zum 31.12.2025", (date(2025, 7, 1), date(2025, 12, 31))),
        ("vom 01.12. bis 15.01.2026", (date(2025, 12, 1), date(2026, 1, 15))),
        ("zwischen dem 01.07.2025 und dem 15.08.2025", (date(2025, 7, 1), date(2025, 8, 15))),
        ("ab 01.07.2025 bis 31.12.2025", (date(2025, 7, 1), date(2025, 12, 31))),
    ],
)
def test_ranges(text: str, days: tuple[date, date]) -> None:
    first, second = find_dates(text)
    assert (first.date, second.date) == days
    assert (first.role, second.role) == ("start", "end")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ohne Datum",
        "siehe 2.1. und Abschnitt 10.10. sowie 3.000, 1.001; 3.001a",
        "KPI4 – 6801.4/6901.4/1680/1542.2",
        "§ 367 Abs. 2.1. SGB III",
        "Version 1.2.25",
        "nach 2.1. gilt",
        "Mai, Juli und August",
        "am 45.13.2025",
    ],
)
def test_no_dates(text: str) -> None:
    assert find_dates(text) == ()


@given(
    st.lists(st.sampled_from(["bis", "zum", "01.", "7.", "07.2025", "Juli", "Ende", "vom", "2025", "1.7.", ",", "("]))
)
def test_words_stand_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for phrase in find_dates(text):
        assert text[phrase.offset : phrase.end] == phrase.words
        assert phrase.words.endswith(phrase.written)
        assert phrase.offset >= end
        end = phrase.end


@given(st.text(max_size=300))
def test_never_raises(text: str) -> None:
    find_dates(text)


@pytest.mark.parametrize("piece", ["1.", "01.01.", "Ende ", "1. ", "bis ", "1", "bis zum 01.07.2025 ", "Juli "])
def test_time_grows_linearly(piece: str) -> None:
    begun = time.perf_counter()
    find_dates(piece * 20_000)
    assert time.perf_counter() - begun < 3
