"""Calendar weeks, months, quarters and years as a start, a deadline or the time in which something is done."""

from typing import Any

import pytest

from tests.importing.wordings import state


@pytest.mark.parametrize(
    ("task", "expected", "sure"),
    [
        (
            "führen in der 25. Kalenderwoche 2026 eine Dienstbesprechung durch.",
            {"starts_on": "2026-06-15", "ends_on": "2026-06-21"},
            False,
        ),
        ("melden die Zahlen in KW 25/2026.", {"due_on": "2026-06-21", "deadline_words": "in KW 25/2026"}, False),
        ("melden die Zahlen bis zur 25. KW.", {"due_on": "2026-06-21", "deadline_words": "bis zur 25. KW"}, False),
        ("melden die Zahlen bis zur 25. KW 2026.", {"due_on": "2026-06-21"}, False),
        ("wenden ab der 10. KW 2026 das neue Verfahren an.", {"starts_on": "2026-03-02"}, False),
        (
            "schließen die Umstellung bis Ende der 40. KW ab.",
            {"due_on": "2026-10-04", "deadline_words": "bis Ende der 40. KW"},
            False,
        ),
        ("schließen die Umstellung bis Ende der 40. Kalenderwoche 2026 ab.", {"due_on": "2026-10-04"}, False),
        ("berichten in der KW 12 und 24 des Jahres 2027.", {}, False),
        (
            "führen die Schulung in den Kalenderwochen 10 bis 12/2027 durch.",
            {"starts_on": "2027-03-08", "ends_on": "2027-03-28"},
            False,
        ),
        (
            "prüfen in den Monaten Februar bis April 2027 die Bestandsfälle.",
            {"starts_on": "2027-02-01", "ends_on": "2027-04-30"},
            False,
        ),
        (
            "prüfen von Februar bis April 2027 die Bestandsfälle.",
            {"starts_on": "2027-02-01", "ends_on": "2027-04-30"},
            False,
        ),
        ("berichten in den Monaten März und September 2027.", {}, False),
        (
            "führen im zweiten Quartal 2027 eine Qualitätssicherung durch.",
            {"starts_on": "2027-04-01", "ends_on": "2027-06-30"},
            False,
        ),
        (
            "führen im 2. Quartal 2027 eine Qualitätssicherung durch.",
            {"starts_on": "2027-04-01", "ends_on": "2027-06-30"},
            False,
        ),
        (
            "legen im IV. Quartal 2026 einen Bericht vor.",
            {"due_on": "2026-12-31", "deadline_words": "im IV. Quartal 2026"},
            False,
        ),
        ("schulen die Beschäftigten im Juli 2026.", {"starts_on": "2026-07-01", "ends_on": "2026-07-31"}, False),
        ("berichten im Juli 2026.", {"due_on": "2026-07-31", "deadline_words": "im Juli 2026"}, False),
        ("melden bis Ende August 2026 die Zahlen.", {"due_on": "2026-08-31"}, True),
        ("melden bis Mitte Mai 2026 die Zahlen.", {"due_on": "2026-05-15"}, False),
        ("wertet die Ergebnisse bis Mitte November 2026 aus.", {"due_on": "2026-11-15"}, False),
        ("melden Anfang Juli 2026 die Zahlen.", {"other_dates": "2026-07-01"}, False),
        ("melden Anfang Juli die Zahlen.", {"other_dates": "2026-07-01"}, False),
        ("melden bis Anfang Juli 2026 die Zahlen.", {"due_on": "2026-07-01"}, False),
        ("berichten zum Jahresende 2026.", {"due_on": "2026-12-31"}, False),
        ("berichten bis zum Jahresende.", {"due_on": "2026-12-31", "deadline_words": "bis zum Jahresende"}, False),
        ("berichten bis Jahresende 2026.", {"due_on": "2026-12-31"}, False),
        ("melden die Zahlen zum Quartalsende.", {}, False),
        (
            "schließen die Arbeiten im Laufe des Jahres 2027 ab.",
            {"due_on": "2027-12-31", "deadline_words": "im Laufe des Jahres 2027"},
            False,
        ),
        (
            "schließen die Arbeiten im ersten Halbjahr 2027 ab.",
            {"due_on": "2027-06-30", "deadline_words": "im ersten Halbjahr 2027"},
            False,
        ),
        ("erproben das Verfahren im 1. Halbjahr 2027.", {"starts_on": "2027-01-01", "ends_on": "2027-06-30"}, False),
        ("unterrichten die Beschäftigten noch im Mai.", {"starts_on": "2026-05-01", "ends_on": "2026-05-31"}, False),
        ("unterrichten die Beschäftigten im Mai.", {"starts_on": "2026-05-01", "ends_on": "2026-05-31"}, False),
        ("unterrichten die Beschäftigten bis Ende Mai.", {"due_on": "2026-05-31"}, False),
        ("unterrichten die Beschäftigten Mitte Mai 2026.", {"other_dates": "2026-05-15"}, False),
        ("unterrichten die Beschäftigten im Frühjahr 2027.", {}, False),
        (
            "prüfen die Fälle mit Leistungsbeginn vor dem 01.01.2025 bis Ende 2026.",
            {"due_on": "2026-12-31", "other_dates": "2025-01-01"},
            False,
        ),
        ("prüfen die Fälle bis Ende 2026.", {"due_on": "2026-12-31"}, True),
        ("prüfen die Fälle bis Mitte 2026.", {"due_on": "2026-06-30"}, False),
        ("prüfen die Fälle Anfang 2027.", {"other_dates": "2027-01-01"}, False),
        ("halten Auskünfte bis zum Jahresende 2026 aufrecht.", {"ends_on": "2026-12-31"}, False),
        ("prüfen die im Mai 2026 eingegangenen Anträge.", {}, False),
        ("prüfen die im Mai 2026 eingegangenen Anträge bis zum 15.06.2026.", {"due_on": "2026-06-15"}, False),
        ("übersenden die Abrechnung spätestens zum Quartalsende.", {}, False),
        ("verwenden ab Mitte Juli 2026 den neuen Vordruck.", {"starts_on": "2026-07-15"}, False),
        (
            "richten bis Ende KW 30 ein Postfach ein.",
            {"due_on": "2026-07-26", "deadline_words": "bis Ende KW 30"},
            False,
        ),
        ("KW 25/2026", {}, False),
        ("KW 25–27/2026", {}, False),
        ("II. Quartal 2026", {}, False),
        ("2. Quartal 2026", {}, False),
        (
            "melden die Zahlen in der 25. und 26. KW 2026.",
            {"due_on": "2026-06-28", "deadline_words": "in der 25. und 26. KW 2026"},
            False,
        ),
        ("melden die Zahlen in der 25. und 30. KW 2026.", {}, False),
        ("melden jeweils zum Ende eines Halbjahres die Zahlen.", {}, False),
        ("melden von Mai bis September jeweils montags die Zahlen.", {"recurrence": "FREQ=WEEKLY;BYDAY=MO"}, False),
        ("stellen vor dem Jahresende um.", {}, False),
        ("nehmen Bezug auf die E-Mail-Info vom 15.06.2026.", {}, True),
        ("aktualisieren die Liste jeweils im Frühjahr und im Herbst.", {}, False),
        ("nehmen die Anträge bis zum 31. Mai 2026 (Eingang bei der Agentur) entgegen.", {"due_on": "2026-05-31"}, True),
        (
            "sichten die Akten bis Ende Juni und melden das Ergebnis bis Mitte Juli 2026.",
            {"due_on": "2026-07-15", "other_dates": "2026-06-30"},
            False,
        ),
        ("starten im Juli 2026 mit der Erhebung.", {"starts_on": "2026-07-01", "ends_on": "2026-07-31"}, False),
    ],
)
def test_wordings(task: str, expected: dict[str, Any], sure: bool) -> None:
    state(task, expected, sure)
