"""What the words around a day say it is: neither a deadline nor a life of the task where something else is meant."""

import pytest

from geltung.checks.day_uses import follows_noun, goes_on, names_period
from geltung.parse.wording import find_dates


@pytest.mark.parametrize(
    ("words", "lasts"),
    [
        ("wenden bis zum 30.06.2026 das alte Verfahren an.", True),
        ("wenden, soweit möglich, bis zum 30.06.2026 das alte Verfahren an.", True),
        ("bewahren die Unterlagen bis zum 30.06.2026 auf.", True),
        ("halten die Listen bis zum 30.06.2026 fest.", True),
        ("führen die alte Liste bis zum 30.06.2026 fort.", True),
        ("melden bis zum 30.06.2026 nicht.", True),
        ("nehmen bis zum 30.06.2026 keine Anträge an.", True),
        ("dürfen bis zum 30.06.2026 das alte Formular nutzen.", True),
        ("nutzen bis zum 30.06.2026 das alte Formular.", True),
        ("Die alte Fassung gilt bis zum 30.06.2026.", True),
        ("melden bis zum 30.06.2026 die Zahlen.", False),
        ("melden die nicht erledigten Fälle bis zum 30.06.2026.", False),
        ("melden bis zum 30.06.2026, sofern kein Grund entgegensteht.", False),
        ("melden bis zum 30.06.2026 alle Fälle, in denen Kunden das Formular nutzen.", False),
        ("wenden sich bis zum 30.06.2026 an die Zentrale.", False),
        ("setzen das Verfahren bis zum 30.06.2026 um.", False),
        ("führen die Prüfung bis zum 30.06.2026 durch.", False),
        ("führen keine Doppelmeldungen mehr durch und schließen Vorgänge bis zum 30.06.2026 ab.", False),
        ("wenden das alte Verfahren spätestens am 30.06.2026 an.", False),
        ("Das Verfahren gilt. Sie melden bis zum 30.06.2026 die Zahlen.", False),
    ],
)
def test_what_goes_on(words: str, lasts: bool) -> None:
    assert goes_on(words, find_dates(words)[0]) is lasts


@pytest.mark.parametrize(
    ("words", "period", "noun"),
    [
        ("melden die Zahlen des Zeitraums vom 01.01.2026 bis 31.03.2026.", True, True),
        ("melden die Zahlen für das Quartal vom 01.01.2026 bis 31.03.2026.", True, True),
        ("melden die Zahlen aus dem Berichtszeitraum vom 01.01.2026 bis 31.03.2026.", True, True),
        ("melden die Zahlen vom 01.01.2026 bis 31.03.2026.", False, True),
        ("prüfen in der Zeit vom 01.01.2026 bis 31.03.2026 alle Akten.", False, False),
        ("melden die Fälle in der Zeit vom 01.01.2026 bis 31.03.2026.", False, True),
        ("nutzen vom 01.01.2026 bis 31.03.2026 das Formular.", False, False),
        ("erproben es vom 01.01.2026 bis 31.03.2026.", False, False),
    ],
)
def test_periods_of_nouns(words: str, period: bool, noun: bool) -> None:
    first = find_dates(words)[0]
    assert names_period(words, first) is period
    assert follows_noun(words, first) is noun
