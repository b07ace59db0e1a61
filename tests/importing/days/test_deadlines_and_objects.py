"""Plain deadlines in many orders of words, and days of what is dealt with: only these are asked about."""

from typing import Any

import pytest

from tests.importing.wordings import state


@pytest.mark.parametrize(
    ("task", "expected", "sure"),
    [
        ("richten bis zum 17.04.2026 ein Postfach für Rückfragen ein.", {"due_on": "2026-04-17"}, True),
        ("richten ein Postfach für Rückfragen bis zum 17.07.2026 ein.", {"due_on": "2026-07-17"}, True),
        ("richten für die Beschäftigten bis zum 17.07.2026 einen Ruheraum ein.", {"due_on": "2026-07-17"}, True),
        (
            "benennen der Regionaldirektion bis zum 12.06.2026 eine Ansprechperson für die Umstellung.",
            {"due_on": "2026-06-12"},
            True,
        ),
        (
            "teilen die Namen der Beauftragten der Zentrale bis spätestens 12.06.2026 schriftlich mit.",
            {"due_on": "2026-06-12"},
            True,
        ),
        (
            "legen ihrer Regionaldirektion ein Konzept zur Raumplanung bis zum 31.07.2026 vor.",
            {"due_on": "2026-07-31"},
            True,
        ),
        ("stellen die Ausstattung mit Kopfhörern bis zum 30.06.2026 sicher.", {"due_on": "2026-06-30"}, True),
        ("schließen die Arbeiten an den Aushängen bis zum 30.06.2026 ab.", {"due_on": "2026-06-30"}, True),
        ("führen mit allen Teamleitungen bis zum 30.06.2026 ein Gespräch.", {"due_on": "2026-06-30"}, True),
        (
            "unterrichten die Personalvertretungen bis zum 29.05.2026 über die Änderungen.",
            {"due_on": "2026-05-29"},
            True,
        ),
        ("haben bis zum 29.05.2026 alle Zugangsberechtigungen zu prüfen.", {"due_on": "2026-05-29"}, True),
        ("Bis zum 29.05.2026 sind alle Zugangsberechtigungen zu prüfen.", {"due_on": "2026-05-29"}, True),
        (
            "Alle Zugangsberechtigungen sind von den Geschäftsführungen bis zum 29.05.2026 zu prüfen.",
            {"due_on": "2026-05-29"},
            True,
        ),
        ("sorgen dafür, dass alle Beschäftigten bis zum 30.06.2026 unterwiesen sind.", {"due_on": "2026-06-30"}, True),
        (
            "stellen sicher, dass die Aushänge bis spätestens 30.06.2026 ausgetauscht werden.",
            {"due_on": "2026-06-30"},
            True,
        ),
        (
            "bestätigen die Umsetzung per E-Mail an das Postfach Zentrale.GR bis 05.06.2026.",
            {"due_on": "2026-06-05"},
            True,
        ),
        (
            "weisen die Teams auf die Schulungsangebote hin und melden den Bedarf bis zum 05.06.2026.",
            {"due_on": "2026-06-05"},
            True,
        ),
        ("melden bis zum 05.06.2026, ob weitere Lizenzen benötigt werden.", {"due_on": "2026-06-05"}, True),
        ("melden, ob weitere Lizenzen benötigt werden, bis zum 05.06.2026.", {"due_on": "2026-06-05"}, True),
        ("räumen die Archive spätestens bis Freitag, 31.07.2026.", {"due_on": "2026-07-31"}, True),
        ("reichen die Nachweise der Zentrale bis zum 15. September 2026 nach.", {"due_on": "2026-09-15"}, True),
        ("löschen die Altdaten aus den Listen bis zum 15.09.2026.", {"due_on": "2026-09-15"}, True),
        ("rechnen die Reisekosten des Jahres 2025 bis zum 30.06.2026 ab.", {"due_on": "2026-06-30"}, True),
        (
            "beantragen die Mittel für das Jahr 2027 bis zum 30.09.2026 bei der Zentrale.",
            {"due_on": "2026-09-30"},
            False,
        ),
        (
            "berichten einmal jährlich im ersten Quartal über die Prüfungen.",
            {"deadline_words": "einmal jährlich im ersten Quartal"},
            False,
        ),
        (
            "prüfen jährlich im zweiten Halbjahr die Feuerlöscher.",
            {"deadline_words": "jährlich im zweiten Halbjahr"},
            False,
        ),
        ("führen einmal jährlich eine Räumungsübung durch.", {"deadline_words": "einmal jährlich"}, False),
        (
            "führen mindestens zweimal im Jahr eine Dienstbesprechung durch.",
            {"deadline_words": "mindestens zweimal im Jahr"},
            False,
        ),
        (
            "legen jährlich bis zum 31.03. einen Bericht vor.",
            {"recurrence": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"},
            True,
        ),
        (
            "legen bis zum 31. März eines jeden Jahres einen Bericht vor.",
            {"recurrence": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"},
            True,
        ),
        (
            "legen jeweils zum 30. Juni und zum 31. Dezember einen Bericht vor.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1"},
            True,
        ),
        (
            "melden jeweils bis zum 5. eines Monats die Zahlen des Vormonats.",
            {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=5"},
            True,
        ),
        (
            "melden monatlich bis zum 5. Arbeitstag die Zahlen des Vormonats.",
            {"deadline_words": "monatlich bis zum 5. Arbeitstag"},
            False,
        ),
        ("besprechen die Ergebnisse jeden Montag in der Leitungsrunde.", {"recurrence": "FREQ=WEEKLY;BYDAY=MO"}, True),
        ("überprüfen die Vollmachten alle zwei Jahre.", {"deadline_words": "alle zwei Jahre"}, False),
        (
            "überprüfen die Vollmachten erstmals zum 31.01.2027 und danach jährlich.",
            {"due_on": "2027-01-31", "recurrence": "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"},
            False,
        ),
        ("prüfen den Zahllauf für Januar 2027.", {}, False),
        ("bereiten die Abrechnung Dezember 2026 vor.", {"other_dates": "2026-12-01"}, False),
        ("erstellen die Statistik für das Jahr 2026.", {}, False),
        ("versenden die Einladungen zur Fachtagung.", {}, True),
        ("versenden die Einladungen bis zum 10.06.2026.", {"due_on": "2026-06-10"}, True),
        ("buchen die Rechnungen aus Dezember 2026 bis zum 15.01.2027.", {"due_on": "2027-01-15"}, True),
        (
            "stellen die Dienstpläne für Juli und August 2026 bis zum 12.06.2026 auf.",
            {"due_on": "2026-06-12", "other_dates": "2026-08-01"},
            False,
        ),
        ("melden den Bedarf für das erste Halbjahr 2027 bis zum 15.11.2026.", {"due_on": "2026-11-15"}, True),
        ("werten die Befragung vom Herbst 2025 aus.", {}, False),
        ("übernehmen die Planwerte des Haushaltsjahres 2027.", {}, False),
        ("zahlen das Kindergeld für Juli 2026 vorzeitig aus.", {}, False),
        ("gleichen die Bestände mit der Liste vom 15.03.2026 ab.", {"other_dates": "2026-03-15"}, True),
        ("erstellen eine Übersicht der im Jahr 2025 abgeschlossenen Verträge.", {}, False),
        ("bieten mindestens vier Videotermine je Woche an.", {}, False),
        ("prüfen mindestens zehn Vorgänge pro Monat.", {}, False),
        ("stellen höchstens zwei Plätze pro Tag bereit.", {}, False),
        ("halten je Woche zehn Stunden für die Beratung frei.", {}, False),
        ("planen für jede Beratung eine Dauer von 45 Minuten ein.", {}, True),
        ("zahlen einen Zuschuss von 50 Euro je Monat.", {}, False),
        ("berücksichtigen eine tägliche Arbeitszeit von acht Stunden.", {}, False),
        ("bewilligen Fahrkosten für höchstens zwei Fahrten monatlich.", {}, False),
        (
            "stimmen die Planung spätestens zum nächsten Fachausschusstermin ab.",
            {"deadline_words": "spätestens zum nächsten Fachausschusstermin"},
            False,
        ),
        (
            "legen den Entwurf zur nächsten Sitzung des Verwaltungsausschusses vor.",
            {"deadline_words": "zur nächsten Sitzung des Verwaltungsausschusses"},
            False,
        ),
        (
            "berichten spätestens in der nächsten Dienstbesprechung.",
            {"deadline_words": "spätestens in der nächsten Dienstbesprechung"},
            False,
        ),
        (
            "setzen die Vorgaben zum nächstmöglichen Zeitpunkt um.",
            {"deadline_words": "zum nächstmöglichen Zeitpunkt"},
            True,
        ),
        (
            "setzen dies schnellstmöglich, spätestens jedoch bis zum 30.06.2026, um.",
            {"due_on": "2026-06-30", "deadline_words": "schnellstmöglich"},
            True,
        ),
        ("leiten Hinweise ohne Verzögerung an die Innenrevision weiter.", {"deadline_words": "ohne Verzögerung"}, True),
        ("bearbeiten Eilanträge am selben Tag.", {"deadline_words": "am selben Tag"}, True),
        (
            "antworten auf Presseanfragen innerhalb von vier Stunden.",
            {"deadline_words": "innerhalb von vier Stunden"},
            True,
        ),
        ("wenden ab 01.07.2026 ausschließlich das neue Formular an.", {"starts_on": "2026-07-01"}, True),
        (
            "verwenden für Neufälle mit Wirkung vom 01.07.2026 den neuen Textbaustein.",
            {"starts_on": "2026-07-01"},
            False,
        ),
        ("erheben ab dem 1. Juli 2026 keine Gebühren mehr.", {"starts_on": "2026-07-01"}, True),
        ("dürfen ab dem 01.07.2026 keine Papierakten mehr anlegen.", {"starts_on": "2026-07-01"}, True),
        ("nehmen ab sofort Anträge auch per Fax entgegen.", {"deadline_words": "ab sofort"}, True),
        ("buchen ab Beginn des Haushaltsjahres 2027 auf das neue Konto.", {}, False),
        (
            "prüfen Anträge, die vor dem 01.07.2026 eingegangen sind, nach altem Recht.",
            {"other_dates": "2026-07-01"},
            False,
        ),
        (
            "prüfen bei Anträgen, die nach dem 30.06.2026 gestellt werden, die neue Grenze.",
            {"other_dates": "2026-06-30"},
            False,
        ),
        (
            "fordern, sofern bis zum 30.06.2026 kein Nachweis vorliegt, die Leistung zurück.",
            {"other_dates": "2026-06-30"},
            False,
        ),
        ("verlängern die Zusage, wenn der Antrag bis zum 30.06.2026 eingeht.", {"other_dates": "2026-06-30"}, False),
        (
            "melden Fälle, deren Bewilligung am 31.12.2026 endet, bis zum 30.09.2026.",
            {"due_on": "2026-09-30", "other_dates": "2026-12-31"},
            False,
        ),
        (
            "nehmen die bis zum 31.12.2025 geschlossenen Verträge in die Liste auf.",
            {"other_dates": "2025-12-31"},
            False,
        ),
        (
            "übersenden die Akten, sobald der Umzug am 15.07.2026 abgeschlossen ist.",
            {"other_dates": "2026-07-15"},
            False,
        ),
        (
            "schulen alle Beschäftigten, bevor das Verfahren am 01.10.2026 startet.",
            {"other_dates": "2026-10-01"},
            False,
        ),
        (
            "tauschen bis zum 30.06.2026 alle Geräte aus, die vor dem 01.01.2020 beschafft wurden.",
            {"due_on": "2026-06-30", "other_dates": "2020-01-01"},
            False,
        ),
        (
            "veranlassen die Löschung der bis 31.12.2020 gespeicherten Daten bis zum 31.07.2026.",
            {"due_on": "2026-07-31", "other_dates": "2020-12-31"},
            False,
        ),
        ("halten die alte Rufnummer bis zum 31.12.2026 erreichbar.", {"ends_on": "2026-12-31"}, False),
        ("bewahren die Belege bis zum 31.12.2036 auf.", {"ends_on": "2036-12-31"}, False),
        ("gewährleisten bis zum 30.09.2026 die Besetzung der Hotline.", {"ends_on": "2026-09-30"}, False),
        ("lassen bis zum 30.09.2026 beide Anmeldewege zu.", {"ends_on": "2026-09-30"}, False),
        ("unterstützen die Agenturen bis zum 30.09.2026 bei der Einarbeitung.", {"ends_on": "2026-09-30"}, False),
        ("setzen die Zuweisungen bis zum 30.09.2026 aus.", {"ends_on": "2026-09-30"}, False),
        ("sehen bis zum 30.09.2026 von Rückforderungen ab.", {"ends_on": "2026-09-30"}, False),
        ("stellen bis zum 30.09.2026 den Parallelbetrieb sicher.", {"ends_on": "2026-09-30"}, False),
        (
            "schulen die Beschäftigten bis vier Wochen vor der Inbetriebnahme.",
            {"due_on": "2027-05-04", "deadline_words": "bis vier Wochen vor der Inbetriebnahme"},
            False,
        ),
        (
            "prüfen zwei Wochen vor dem Umstellungstag die Datenqualität.",
            {"due_on": "2026-09-17", "deadline_words": "zwei Wochen vor dem Umstellungstag"},
            False,
        ),
        (
            "berichten vier Wochen nach Ende der Erprobung.",
            {"due_on": "2026-12-28", "deadline_words": "vier Wochen nach Ende der Erprobung"},
            False,
        ),
        (
            "bestellen die Hardware spätestens sechs Wochen vor dem 01.10.2026.",
            {"due_on": "2026-08-20", "deadline_words": "spätestens sechs Wochen vor dem 01.10.2026"},
            True,
        ),
        (
            "melden spätestens zwei Wochen nach Inkrafttreten dieser Weisung eine Ansprechperson.",
            {"due_on": "2026-05-15", "deadline_words": "spätestens zwei Wochen nach Inkrafttreten dieser Weisung"},
            False,
        ),
        (
            "führen zwischen dem 01.06. und dem 30.06.2026 die Unterweisung durch.",
            {"starts_on": "2026-06-01", "ends_on": "2026-06-30"},
            True,
        ),
        (
            "bieten in der Zeit vom 15.06.2026 bis 26.06.2026 Sondersprechstunden an.",
            {"starts_on": "2026-06-15", "ends_on": "2026-06-26"},
            True,
        ),
        (
            "melden die im Zeitraum vom 01.01.2026 bis 30.04.2026 entstandenen Kosten.",
            {"other_dates": "2026-01-01 2026-04-30"},
            False,
        ),
        (
            "melden die Kosten für den Zeitraum 01.01.2026 bis 30.04.2026 bis zum 31.05.2026.",
            {"due_on": "2026-05-31", "other_dates": "2026-01-01 2026-04-30"},
            False,
        ),
        (
            "führen die Inventur in der Woche vom 07.12.2026 bis 11.12.2026 durch.",
            {"starts_on": "2026-12-07", "ends_on": "2026-12-11"},
            False,
        ),
    ],
)
def test_wordings(task: str, expected: dict[str, Any], sure: bool) -> None:
    state(task, expected, sure)
