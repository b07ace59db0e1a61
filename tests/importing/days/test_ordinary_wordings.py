"""Ordinary wordings with several days, subordinate clauses and amounts."""

from typing import Any

import pytest

from tests.importing.wordings import state


@pytest.mark.parametrize(
    ("task", "expected", "sure"),
    [
        ("nehmen Anträge für Kurse bis zum 30.06.2026 entgegen.", {"due_on": "2026-06-30"}, False),
        ("entscheiden über Zahlungen bis zum 30.06.2026 nach altem Recht.", {"due_on": "2026-06-30"}, False),
        ("prüfen Verträge mit Laufzeit bis zum 31.12.2026.", {"due_on": "2026-12-31"}, False),
        ("berücksichtigen Personen mit Aufenthaltserlaubnis bis zum 31.12.2026.", {"due_on": "2026-12-31"}, False),
        ("werten Gespräche mit Betrieben bis zum 30.06.2026 aus.", {"due_on": "2026-06-30"}, True),
        ("stimmen den Raumplan mit der Personalvertretung bis zum 30.06.2026 ab.", {"due_on": "2026-06-30"}, True),
        ("tauschen die Schilder an den Eingängen bis zum 30.06.2026 aus.", {"due_on": "2026-06-30"}, False),
        ("schulen die Fachkräfte in der Anwendung bis zum 30.06.2026.", {"due_on": "2026-06-30"}, True),
        ("erstellen einen Plan zur Vertretung bis zum 31.08.2026.", {"due_on": "2026-08-31"}, False),
        ("erfassen Rückmeldungen aus Betrieben bis zum 31.08.2026.", {"due_on": "2026-08-31"}, True),
        ("gewähren Zuschüsse für Fahrten bis zum 31.12.2026.", {"ends_on": "2026-12-31"}, False),
        ("stellen Mittel für Umzüge bis zum 31.12.2026 bereit.", {"due_on": "2026-12-31"}, False),
        (
            "führen die Gespräche mit den Betrieben fort, bis das neue Verfahren am 01.10.2026 startet.",
            {"other_dates": "2026-10-01"},
            False,
        ),
        (
            "übermitteln die Namen der Teilnehmenden an der Fortbildung bis spätestens zum 03.07.2026.",
            {"due_on": "2026-07-03"},
            True,
        ),
        (
            "veranlassen gegenüber dem Dienstleister bis zum 03.07.2026 die Rückgabe der Schlüssel.",
            {"due_on": "2026-07-03"},
            True,
        ),
        ("geben die Schlüssel an den Dienstleister bis zum 03.07.2026 zurück.", {"due_on": "2026-07-03"}, True),
        (
            "legen fest, wer die Vertretung übernimmt, und teilen dies bis zum 03.07.2026 mit.",
            {"due_on": "2026-07-03"},
            True,
        ),
        ("legen bis zum 03.07.2026 fest, wer die Vertretung übernimmt.", {"due_on": "2026-07-03"}, True),
        ("ist bis zum 03.07.2026 ein Bericht vorzulegen.", {"due_on": "2026-07-03"}, True),
        ("Der Bericht ist bis zum 03.07.2026 vorzulegen.", {"due_on": "2026-07-03"}, True),
        ("Spätestens am 03.07.2026 ist der Bericht vorzulegen.", {"due_on": "2026-07-03"}, True),
        ("Es ist bis zum 03.07.2026 zu berichten, welche Standorte betroffen sind.", {"due_on": "2026-07-03"}, True),
        (
            "berichten über die Erfahrungen mit dem Portal bis zum 03.07.2026 an die Zentrale.",
            {"due_on": "2026-07-03"},
            True,
        ),
        (
            "archivieren die Vorgänge des Jahres 2025 bis spätestens 30.09.2026 und bestätigen den Abschluss.",
            {"due_on": "2026-09-30"},
            True,
        ),
        ("haben sicherzustellen, dass der Nachweis bis zum 30.09.2026 vorliegt.", {"due_on": "2026-09-30"}, True),
        ("achten darauf, dass die Listen bis zum 30.09.2026 vollständig sind.", {"due_on": "2026-09-30"}, True),
        (
            "wirken darauf hin, dass die Träger bis zum 30.09.2026 ihre Kalkulation vorlegen.",
            {"due_on": "2026-09-30"},
            True,
        ),
        (
            "teilen den Trägern mit, dass neue Anträge ab dem 01.10.2026 nur noch online möglich sind.",
            {"other_dates": "2026-10-01"},
            False,
        ),
        (
            "klären die Beschäftigten darüber auf, dass die Passwörter am 30.09.2026 ablaufen.",
            {"other_dates": "2026-09-30"},
            False,
        ),
        (
            "informieren die Betriebe, dass die Frist am 30.09.2026 abläuft, bis zum 31.07.2026.",
            {"due_on": "2026-07-31", "other_dates": "2026-09-30"},
            False,
        ),
        (
            "weisen bis zum 31.07.2026 alle Betriebe darauf hin, dass die Frist am 30.09.2026 abläuft.",
            {"due_on": "2026-07-31", "other_dates": "2026-09-30"},
            False,
        ),
        (
            "nutzen die neue Anwendung. Die alte Anwendung steht nur noch bis zum 31.12.2026 zur Verfügung.",
            {"other_dates": "2026-12-31"},
            False,
        ),
        (
            "nutzen die neue Anwendung, da die alte Anwendung zum 31.12.2026 abgeschaltet wird.",
            {"other_dates": "2026-12-31"},
            False,
        ),
        (
            "erfassen alle Vorgänge neu, weil die Schnittstelle am 30.11.2026 entfällt.",
            {"other_dates": "2026-11-30"},
            False,
        ),
        (
            "stellen auf das neue Verfahren um, bevor das alte am 31.12.2026 ausläuft.",
            {"other_dates": "2026-12-31"},
            False,
        ),
        (
            "wechseln auf den neuen Vordruck; ab dem 01.09.2026 wird der alte nicht mehr angenommen.",
            {"starts_on": "2026-09-01"},
            False,
        ),
        (
            "rechnen Leistungen nach neuem Recht ab; für Altfälle gilt bis zum 31.12.2026 das bisherige Recht.",
            {"other_dates": "2026-12-31"},
            False,
        ),
        ("wenden den neuen Satz an; dieser gilt ab dem 01.07.2026.", {"starts_on": "2026-07-01"}, True),
        ("Die Frist zur Rückmeldung endet am 30.06.2026.", {"ends_on": "2026-06-30"}, False),
        ("Die Abgabefrist ist der 30.06.2026.", {"other_dates": "2026-06-30"}, False),
        ("Abgabetermin ist der 30.06.2026.", {"other_dates": "2026-06-30"}, False),
        ("reichen die Unterlagen fristgerecht (30.06.2026) ein.", {"other_dates": "2026-06-30"}, False),
        ("reichen die Unterlagen ein, und zwar bis zum 30.06.2026.", {"due_on": "2026-06-30"}, True),
        ("melden Bedarfe bis zum 15. des Monats.", {}, False),
        ("melden Bedarfe zum Monatsende.", {}, False),
        (
            "stellen den Betrieb am 24.12.2026 und am 31.12.2026 ein.",
            {"due_on": "2026-12-24", "other_dates": "2026-12-31"},
            False,
        ),
        ("schließen am 24.12.2026 um 12:00 Uhr.", {"due_on": "2026-12-24"}, False),
        ("bleiben am 24.12.2026 geschlossen.", {"due_on": "2026-12-24"}, False),
        ("nehmen ab dem 01.07.2026 bis auf Weiteres keine Barzahlungen an.", {"starts_on": "2026-07-01"}, True),
        (
            "führen ab Juli 2026 jeden ersten Montag im Monat eine Telefonkonferenz durch.",
            {"starts_on": "2026-07-01", "recurrence": "FREQ=MONTHLY;BYDAY=1MO"},
            False,
        ),
        (
            "melden ab dem 01.07.2026 und bis zum 31.12.2026 wöchentlich den Bestand.",
            {"starts_on": "2026-07-01", "ends_on": "2026-12-31", "deadline_words": "wöchentlich"},
            False,
        ),
        (
            "melden den Bestand täglich, längstens bis zum 31.12.2026.",
            {"ends_on": "2026-12-31", "recurrence": "FREQ=DAILY"},
            False,
        ),
        ("melden den Bestand letztmals zum 31.12.2026 und danach nicht mehr.", {"ends_on": "2026-12-31"}, True),
        (
            "werten halbjährlich, erstmals zum 31.12.2026, die Beschwerden aus.",
            {"due_on": "2026-12-31", "recurrence": "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1"},
            False,
        ),
        (
            "aktualisieren die Kontaktdaten bei jeder Änderung, mindestens jedoch jährlich.",
            {"deadline_words": "jährlich"},
            False,
        ),
        (
            "erheben in den ersten sechs Monaten wöchentlich, danach monatlich die Wartezeiten.",
            {"deadline_words": "wöchentlich, danach monatlich"},
            False,
        ),
        (
            "kontrollieren während der Umstellungsphase arbeitstäglich die Eingänge.",
            {"deadline_words": "arbeitstäglich"},
            False,
        ),
        ("prüfen zehn Fälle monatlich.", {}, False),
        ("vergeben maximal 20 Termine täglich.", {}, False),
        ("bieten täglich zwei offene Sprechstunden an.", {"recurrence": "FREQ=DAILY"}, True),
        ("gewähren je Kalendertag einen Zuschuss von 20 Euro.", {}, False),
        ("nehmen die Beträge von 300 Euro monatlich in den Bescheid auf.", {}, False),
        (
            "laden jede Kundin und jeden Kunden spätestens vier Wochen vor Ende der Maßnahme ein.",
            {"deadline_words": "spätestens vier Wochen vor Ende der Maßnahme"},
            True,
        ),
        (
            "weisen neue Beschäftigte spätestens zwei Wochen nach Beginn der Einarbeitung ein.",
            {"deadline_words": "spätestens zwei Wochen nach Beginn der Einarbeitung"},
            False,
        ),
        (
            "informieren alle Beschäftigten spätestens zwei Wochen vor der Inbetriebnahme.",
            {"due_on": "2027-05-18", "deadline_words": "spätestens zwei Wochen vor der Inbetriebnahme"},
            False,
        ),
        ("hören den Arbeitgeber vor Erlass des Bescheides an.", {}, True),
        (
            "geben Stellungnahmen vor der Bekanntgabe der Ergebnisse ab.",
            {"deadline_words": "vor der Bekanntgabe der Ergebnisse"},
            False,
        ),
        ("holen vor jeder Beauftragung die Zustimmung ein.", {}, False),
        (
            "bestätigen den Eingang binnen zwei Werktagen und entscheiden innerhalb von vier Wochen.",
            {"deadline_words": "binnen zwei Werktagen"},
            False,
        ),
        ("erledigen Rückfragen spätestens am Folgetag.", {}, False),
        ("stimmen sich in der nächsten Leitungsrunde ab.", {}, True),
        ("aktualisieren die Aushänge spätestens zum nächsten Quartalsbeginn.", {}, False),
        (
            "übernehmen die Daten zum kommenden Ausbildungsjahr.",
            {"deadline_words": "zum kommenden Ausbildungsjahr"},
            False,
        ),
        (
            "erproben das Modell vom 01.07.2026 bis 31.12.2026, werten es aus und legen bis zum 28.02.2027 einen Bericht vor.",
            {"starts_on": "2026-07-01", "due_on": "2027-02-28", "other_dates": "2026-12-31"},
            False,
        ),
        (
            "bieten die Beratung bis zum 31.12.2026 an und werten sie bis zum 31.01.2027 aus.",
            {"due_on": "2027-01-31", "other_dates": "2026-12-31"},
            False,
        ),
        (
            "halten die Leitungen bis zum 31.12.2026 frei und melden Störungen unverzüglich.",
            {"ends_on": "2026-12-31", "deadline_words": "unverzüglich"},
            False,
        ),
        (
            "sperren die Zugänge zum 30.09.2026 und löschen die Daten bis zum 31.12.2026.",
            {"due_on": "2026-12-31", "other_dates": "2026-09-30"},
            False,
        ),
        (
            "entfernen die Aushänge mit Ablauf des 30.06.2026 und melden dies bis zum 10.07.2026.",
            {"due_on": "2026-07-10", "other_dates": "2026-06-30"},
            False,
        ),
        ("kündigen die Verträge zum Ablauf des 31.12.2026.", {"due_on": "2026-12-31"}, False),
        ("wenden das Muster bis einschließlich 30.09.2026 an.", {"ends_on": "2026-09-30"}, False),
        ("führen die Liste bis zum 31.12.2026 weiter.", {"ends_on": "2026-12-31"}, False),
        ("begrenzen die Ausgabe bis zum 31.12.2026 auf zwei Stück.", {"ends_on": "2026-12-31"}, False),
        ("verzichten auf Stichproben bis zum 31.12.2026.", {"ends_on": "2026-12-31"}, False),
        ("vertreten die Nachbaragentur bis zum 31.12.2026.", {"ends_on": "2026-12-31"}, False),
        ("leisten bis zum 31.12.2026 Amtshilfe.", {"ends_on": "2026-12-31"}, False),
        ("besetzen die Anmeldung bis zum 31.12.2026 mit zwei Kräften.", {"ends_on": "2026-12-31"}, False),
        (
            "bieten bis zum 31.12.2026 samstags Beratung an.",
            {"ends_on": "2026-12-31", "recurrence": "FREQ=WEEKLY;BYDAY=SA"},
            False,
        ),
    ],
)
def test_wordings(task: str, expected: dict[str, Any], sure: bool) -> None:
    state(task, expected, sure)
