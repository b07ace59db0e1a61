"""Times tied to an event, with its day where another sentence states it."""

from typing import Any

import pytest

from tests.importing.wordings import state


@pytest.mark.parametrize(
    ("task", "expected", "sure"),
    [
        ("benennen zum Schuljahresbeginn eine Ansprechperson.", {}, False),
        ("benennen zum Schuljahresbeginn 2026/2027 eine Ansprechperson.", {}, False),
        (
            "erfassen die Sprechzeiten ab Beginn des Schulhalbjahres, spätestens ab dem 01.02.2027, im Modul.",
            {"starts_on": "2027-02-01"},
            False,
        ),
        (
            "benennen binnen zwei Wochen nach Veröffentlichung dieser Weisung eine Person.",
            {"due_on": "2026-04-15", "deadline_words": "binnen zwei Wochen nach Veröffentlichung dieser Weisung"},
            False,
        ),
        (
            "benennen innerhalb von 4 Wochen nach Bekanntgabe dieser Weisung eine Person.",
            {"due_on": "2026-04-29", "deadline_words": "innerhalb von 4 Wochen nach Bekanntgabe dieser Weisung"},
            False,
        ),
        (
            "benennen innerhalb von vier Wochen nach Inkrafttreten eine Person.",
            {"due_on": "2026-05-29", "deadline_words": "innerhalb von vier Wochen nach Inkrafttreten"},
            False,
        ),
        (
            "benennen einen Monat nach Inkrafttreten eine Person.",
            {"due_on": "2026-06-01", "deadline_words": "einen Monat nach Inkrafttreten"},
            False,
        ),
        (
            "löschen die Tabellen vor dem Stichtag.",
            {"due_on": "2027-03-31", "deadline_words": "vor dem Stichtag"},
            False,
        ),
        ("löschen die Tabellen nach dem Stichtag.", {"starts_on": "2027-04-02"}, False),
        (
            "stellen die Anforderung der Nachweise zum Stichtag um.",
            {"due_on": "2027-04-01", "deadline_words": "zum Stichtag"},
            False,
        ),
        (
            "löschen die bisherigen Tabellen zwei Monate nach der Inbetriebnahme.",
            {"due_on": "2027-08-01", "deadline_words": "zwei Monate nach der Inbetriebnahme"},
            False,
        ),
        (
            "leiten Kundenreaktionen ab Inbetriebnahme ausschließlich über das neue Verfahren weiter.",
            {"starts_on": "2027-06-01"},
            False,
        ),
        ("nutzen ab Einführung das neue Formular.", {}, False),
        ("stellen die Umstellung bis spätestens zum 30.06.2026 sicher.", {"due_on": "2026-06-30"}, True),
        ("stellen bis zum Beginn der Pilotphase die Geräte bereit.", {}, False),
        (
            "schulen die Beschäftigten vor Beginn der Pilotphase.",
            {"deadline_words": "vor Beginn der Pilotphase"},
            False,
        ),
        (
            "melden unverzüglich nach Abschluss der Schulungen den Stand.",
            {"deadline_words": "unverzüglich nach Abschluss der Schulungen"},
            True,
        ),
        (
            "archivieren die Akten nach Ablauf der Aufbewahrungsfrist.",
            {"deadline_words": "nach Ablauf der Aufbewahrungsfrist"},
            False,
        ),
        ("berichten nach Ablauf von sechs Monaten.", {}, False),
        (
            "berichten sechs Monate nach Einführung.",
            {"due_on": "2027-10-01", "deadline_words": "sechs Monate nach Einführung"},
            False,
        ),
        (
            "berichten spätestens sechs Wochen nach Ende der Erprobung.",
            {"due_on": "2027-01-11", "deadline_words": "spätestens sechs Wochen nach Ende der Erprobung"},
            False,
        ),
        ("erproben das Verfahren bis zum Ende der Pilotphase.", {}, False),
        ("verwenden bis auf Weiteres den alten Vordruck.", {}, True),
        ("verwenden bis zur Bereitstellung der neuen Vordrucke die bisherigen weiter.", {}, False),
        ("verwenden ab Bereitstellung den neuen Vordruck.", {}, False),
        ("melden zum Stichtag 30.06.2026 die Fallzahlen.", {"other_dates": "2026-06-30"}, False),
        ("stellen die Konten mit Ablauf des 30.06.2026 ein.", {"due_on": "2026-06-30"}, False),
        ("wenden die Regelung erstmals für das Schuljahr 2026/2027 an.", {}, False),
        (
            "informieren die Träger mindestens zwei Wochen vor der Umstellung.",
            {"deadline_words": "mindestens zwei Wochen vor der Umstellung"},
            False,
        ),
        ("schulen die Beschäftigten vor dem ersten Einsatz.", {}, False),
        (
            "schulen die Beschäftigten während der Erprobung.",
            {"starts_on": "2026-06-01", "ends_on": "2026-11-30"},
            False,
        ),
        (
            "benennen innerhalb von vier Wochen ab Gültigkeit eine Person.",
            {"due_on": "2026-05-29", "deadline_words": "innerhalb von vier Wochen ab Gültigkeit"},
            False,
        ),
        ("unterlassen die Ausgabe bis zur Freigabe durch die Zentrale.", {}, False),
        (
            "nutzen ab Vorliegen des Vordrucks, voraussichtlich ab 01.07.2026, nur noch diesen.",
            {"starts_on": "2026-07-01"},
            False,
        ),
        (
            "informieren zwei Wochen vor und vier Wochen nach der Umstellung die Träger.",
            {"deadline_words": "zwei Wochen vor"},
            False,
        ),
        ("wenden das Verfahren ab dem Umstellungstag an.", {"starts_on": "2026-10-01"}, False),
        ("wenden das Verfahren ab Go-live an.", {}, False),
        (
            "berichten vier Wochen vor Ablauf der Gültigkeit dieser Weisung.",
            {"deadline_words": "vier Wochen vor Ablauf der Gültigkeit dieser Weisung"},
            False,
        ),
        (
            "berichten zwei Wochen nach Ende der Erprobung.",
            {"due_on": "2026-12-14", "deadline_words": "zwei Wochen nach Ende der Erprobung"},
            False,
        ),
        (
            "berichten spätestens eine Woche nach der Schulung.",
            {"due_on": "2026-06-22", "deadline_words": "spätestens eine Woche nach der Schulung"},
            False,
        ),
        (
            "berichten spätestens 14 Tage vor Fristablauf.",
            {"due_on": "2026-09-16", "deadline_words": "spätestens 14 Tage vor Fristablauf"},
            False,
        ),
        ("berichten zwei Wochen vor dem Umzug.", {"deadline_words": "zwei Wochen vor dem Umzug"}, False),
        (
            "berichten zwei Wochen vor Abschluss der Einarbeitung.",
            {"deadline_words": "zwei Wochen vor Abschluss der Einarbeitung"},
            False,
        ),
        (
            "stellen die Verträge spätestens 6 Wochen vor Ausbildungsbeginn zu.",
            {"due_on": "2026-07-21", "deadline_words": "spätestens 6 Wochen vor Ausbildungsbeginn"},
            False,
        ),
        (
            "melden spätestens 14 Tage vor dem Übergang.",
            {"deadline_words": "spätestens 14 Tage vor dem Übergang"},
            False,
        ),
        (
            "nehmen die Umstellung zum nächstmöglichen Zeitpunkt vor, spätestens jedoch bis zum 30.06.2026.",
            {"due_on": "2026-06-30", "deadline_words": "zum nächstmöglichen Zeitpunkt"},
            True,
        ),
        ("verwenden in der Übergangszeit bis zum 30.06.2026 beide Vordrucke.", {"ends_on": "2026-06-30"}, False),
        ("verwenden für eine Übergangszeit von drei Monaten beide Vordrucke.", {}, False),
        ("laden rechtzeitig vor Ablauf der Bewilligung ein.", {}, False),
        ("führen die Inventur zum Stichtag 31.12.2026 durch.", {"other_dates": "2026-12-31"}, False),
        ("setzen die Vorgaben bis zum Ablauf des 15.06.2026 um.", {"due_on": "2026-06-15"}, True),
        (
            "2 Tage vor dem Umstellungstag",
            {"due_on": "2026-09-29", "deadline_words": "2 Tage vor dem Umstellungstag"},
            False,
        ),
        ("stellen spätestens mit Ablauf des 30.06.2026 um.", {"ends_on": "2026-06-30"}, False),
        ("stellen zum Beginn des Schuljahres 2026/2027 um.", {}, False),
        ("stellen zum 01.08.2026 (Schuljahresbeginn) um.", {"due_on": "2026-08-01"}, False),
        ("stellen parallel zur Einführung um.", {}, False),
        ("stellen mit Beginn der Erprobung um.", {}, False),
        ("stellen während der gesamten Erprobung um.", {"starts_on": "2026-06-01", "ends_on": "2026-11-30"}, False),
        ("stellen nach Freigabe durch die Zentrale um.", {}, True),
        (
            "aktualisieren die Liste zu den Stichtagen 30.06. und 31.12.",
            {"other_dates": "2026-06-30 2026-12-31"},
            False,
        ),
        ("beenden die Erhebung mit Ablauf des 30.09.2026.", {"due_on": "2026-09-30"}, False),
    ],
)
def test_wordings(task: str, expected: dict[str, Any], sure: bool) -> None:
    state(task, expected, sure)
