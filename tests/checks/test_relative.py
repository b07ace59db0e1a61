"""Relative deadlines in words."""

import pytest

from geltung.checks.relative import find_relative
from tests.checks.collection import day


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("bis spätestens 2 Wochen vor dem Umstellungstermin", "2025-07-01", "2025-06-17"),
        ("zwei Wochen nach Beginn", "2025-07-01", "2025-07-15"),
        ("innerhalb einer Woche nach Zugang", "2025-07-01", "2025-07-08"),
        ("binnen eines Monats nach Zugang", "2025-01-31", "2025-02-28"),
        ("drei Monate vor Ablauf", "2025-05-31", "2025-02-28"),
        ("12 Monate nach dem Start", "2024-02-29", "2025-02-28"),
        ("ein Jahr nach dem Start", "2025-07-01", "2026-07-01"),
        ("14 Tage vor dem Termin", "2025-07-01", "2025-06-17"),
        ("vierzehn Kalendertagen vorher", "2025-07-01", "2025-06-17"),
        ("bis 2 Wochen vor", "2025-07-01", "2025-06-17"),
        ("ab 2025, eine Woche nach", "2025-07-01", "2025-07-08"),
        ("bis einen Tag danach", "2025-12-31", "2026-01-01"),
    ],
)
def test_counted(words: str, anchor: str, expected: str) -> None:
    (relative,) = find_relative(words)
    assert relative.counted_from(day(anchor)) == day(expected)


@pytest.mark.parametrize(
    ("number", "days"),
    [
        ("ein", 1),
        ("einer", 1),
        ("zwei", 2),
        ("drei", 3),
        ("vier", 4),
        ("fünf", 5),
        ("fuenf", 5),
        ("sechs", 6),
        ("sieben", 7),
        ("acht", 8),
        ("neun", 9),
        ("zehn", 10),
        ("elf", 11),
        ("zwölf", 12),
        ("zwoelf", 12),
        ("Vierzehn", 14),
        ("fünfzehn", 15),
        ("zwanzig", 20),
        ("dreißig", 30),
        ("sechzig", 60),
        ("neunzig", 90),
        ("hundert", 100),
        ("zweier", 2),
        ("365", 365),
    ],
)
def test_numbers(number: str, days: int) -> None:
    assert [item.days for item in find_relative(f"binnen {number} Tagen nach Zugang")] == [days]


@pytest.mark.parametrize(
    "words",
    [
        "innerhalb von drei Arbeitstagen nach Eingang",
        "5 Werktage vor dem Termin",
        "zwei bis drei Wochen vor dem Termin",
        "2-3 Wochen vor dem Termin",
        "2–3 Wochen vor dem Termin",
        "2 oder 3 Wochen vor dem Termin",
        "1,5 Jahre nach dem Termin",
        "unverzüglich nach Eingang",
        "2 Wochen vorbereitet",
        "am 3. Tag nach Eingang",
        "alle 2 Wochen",
    ],
)
def test_not_counted(words: str) -> None:
    assert list(find_relative(words)) == []


def test_beyond_the_calendar() -> None:
    (relative,) = find_relative("999 Jahre vor")
    assert relative.counted_from(day("0500-01-01")) is None
