"""Days of other subjects, of single cases, and of repetition that is limited or changes."""

from typing import Any

import pytest

from tests.importing.wordings import state


@pytest.mark.parametrize(
    ("task", "expected", "sure"),
    [
        (
            "führen die Akte elektronisch; die Papierakte endet mit Ablauf des 30.06.2026.",
            {"other_dates": "2026-06-30"},
            False,
        ),
        (
            "nutzen ab dem 01.07.2026 das neue Portal; das alte Portal wird zum 30.09.2026 abgeschaltet.",
            {"starts_on": "2026-07-01", "other_dates": "2026-09-30"},
            False,
        ),
        (
            "beantworten Anfragen über das Postfach; die Rufnummer entfällt ab dem 01.07.2026.",
            {"other_dates": "2026-07-01"},
            False,
        ),
        (
            "verwenden den neuen Vordruck, der alte verliert mit Ablauf des 31.08.2026 seine Gültigkeit.",
            {"other_dates": "2026-08-31"},
            False,
        ),
        (
            "vergeben Termine nur noch online. Die telefonische Vergabe läuft zum 31.08.2026 aus.",
            {"other_dates": "2026-08-31"},
            False,
        ),
        (
            "verlängern die Verträge; die bisherige Rahmenvereinbarung läuft am 31.12.2026 aus.",
            {"other_dates": "2026-12-31"},
            False,
        ),
        (
            "informieren die Kundschaft darüber, dass der Schalter ab dem 01.07.2026 geschlossen bleibt.",
            {"other_dates": "2026-07-01"},
            False,
        ),
        (
            "weisen die Arbeitgeber darauf hin, dass die Übergangsfrist am 30.09.2026 endet.",
            {"other_dates": "2026-09-30"},
            False,
        ),
        ("prüfen alle Fälle, in denen die Bewilligung mit dem 31.08.2026 endet.", {"other_dates": "2026-08-31"}, False),
        (
            "erteilen keine neuen Zusagen; bestehende Zusagen gelten bis zum 31.12.2026 fort.",
            {"other_dates": "2026-12-31"},
            False,
        ),
        (
            "dokumentieren Beratungen in dem Fachverfahren; die bisherigen Vermerke bleiben bis zum 31.12.2027 lesbar.",
            {"other_dates": "2027-12-31"},
            False,
        ),
        ("deaktivieren die Zugänge mit Ablauf des 31.10.2026.", {"due_on": "2026-10-31"}, False),
        ("schalten die Nebenstellen mit Ablauf des 30.09.2026 ab.", {"due_on": "2026-09-30"}, False),
        ("stellen die Ausgabe von Papieranträgen mit Ablauf des 30.09.2026 ein.", {"due_on": "2026-09-30"}, False),
        ("schließt den Standort mit Ablauf des 31.12.2026.", {"due_on": "2026-12-31"}, False),
        (
            "entziehen den ausgeschiedenen Kräften mit Ablauf des 31.12.2026 alle Rechte.",
            {"due_on": "2026-12-31"},
            False,
        ),
        ("wenden die Übergangsregelung bis zum Ablauf des 31.12.2026 an.", {"ends_on": "2026-12-31"}, False),
        ("betreiben die Hotline bis zum Ablauf des 31.12.2026.", {"ends_on": "2026-12-31"}, False),
        ("beenden die Erprobung mit Ablauf des 30.11.2026.", {"due_on": "2026-11-30"}, False),
        (
            "informieren Kundinnen und Kunden spätestens zwei Wochen vor der Schulung.",
            {"deadline_words": "spätestens zwei Wochen vor der Schulung"},
            False,
        ),
        (
            "prüfen neu eingestellte Fahrzeuge vor der Inbetriebnahme.",
            {"deadline_words": "vor der Inbetriebnahme"},
            False,
        ),
        (
            "unterweisen neue Beschäftigte vor der Inbetriebnahme ihres Arbeitsplatzes.",
            {"deadline_words": "vor der Inbetriebnahme"},
            False,
        ),
        (
            "laden Antragstellende spätestens drei Tage nach der Erprobung ein.",
            {"deadline_words": "spätestens drei Tage nach der Erprobung"},
            False,
        ),
        (
            "kontaktieren jeden Bewerber innerhalb von fünf Tagen nach der Schulung.",
            {"deadline_words": "innerhalb von fünf Tagen nach der Schulung"},
            False,
        ),
        (
            "veröffentlichen neue Stellenangebote binnen zwei Tagen nach der Freischaltung.",
            {"deadline_words": "binnen zwei Tagen nach der Freischaltung"},
            True,
        ),
        (
            "bieten Ratsuchenden zwei Wochen nach der Maßnahme ein Gespräch an.",
            {"deadline_words": "zwei Wochen nach der Maßnahme"},
            True,
        ),
        (
            "melden die Anwesenheit spätestens eine Woche nach der Umstellung am 01.10.2026.",
            {"due_on": "2026-10-08", "deadline_words": "spätestens eine Woche nach der Umstellung"},
            True,
        ),
        ("hören die betroffene Person vor der Entscheidung an.", {}, False),
        (
            "legen Widersprüche vor der Bekanntgabe des Bescheides der Teamleitung vor.",
            {"deadline_words": "vor der Bekanntgabe des Bescheides"},
            False,
        ),
        (
            "stimmen Pressemitteilungen vor der Veröffentlichung mit der Pressestelle ab.",
            {"deadline_words": "vor der Veröffentlichung"},
            False,
        ),
        ("beraten Schülerinnen und Schüler rechtzeitig vor dem Schulabschluss.", {}, False),
        (
            "rufen nach Eingang der Meldung binnen eines Arbeitstages zurück.",
            {"deadline_words": "binnen eines Arbeitstages"},
            True,
        ),
        (
            "entscheiden über Anträge innerhalb von drei Wochen nach Vorlage aller Unterlagen.",
            {"deadline_words": "innerhalb von drei Wochen nach Vorlage aller Unterlagen"},
            True,
        ),
        (
            "entscheiden spätestens einen Monat nach Ablauf der Anhörungsfrist.",
            {"deadline_words": "spätestens einen Monat nach Ablauf der Anhörungsfrist"},
            False,
        ),
        (
            "prüfen das Postfach wöchentlich, ab dem 01.09.2026 täglich.",
            {"deadline_words": "wöchentlich, ab dem 01.09.2026 täglich", "other_dates": "2026-09-01"},
            False,
        ),
        (
            "berichten monatlich, ab Januar 2027 vierteljährlich.",
            {"deadline_words": "monatlich, ab Januar 2027 vierteljährlich", "other_dates": "2027-01-01"},
            False,
        ),
        (
            "werten die Listen bis zum 30.06.2026 täglich, danach wöchentlich aus.",
            {"ends_on": "2026-06-30", "deadline_words": "täglich, danach wöchentlich"},
            False,
        ),
        (
            "sichern die Daten zunächst täglich, später wöchentlich.",
            {"deadline_words": "täglich, später wöchentlich"},
            False,
        ),
        (
            "melden ab dem 01.06.2026 wöchentlich die Rückstände.",
            {"starts_on": "2026-06-01", "deadline_words": "wöchentlich"},
            False,
        ),
        (
            "melden die Rückstände ab dem 01.06.2026 monatlich zum 10.",
            {"starts_on": "2026-06-01", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=10"},
            True,
        ),
        ("melden bis auf Weiteres täglich die Krankenstände.", {"recurrence": "FREQ=DAILY"}, True),
        (
            "ziehen bis einschließlich Dezember 2026 monatlich eine Stichprobe.",
            {"ends_on": "2026-12-31", "deadline_words": "monatlich"},
            False,
        ),
        (
            "ziehen monatlich bis einschließlich Dezember 2026 eine Stichprobe.",
            {"ends_on": "2026-12-31", "deadline_words": "monatlich"},
            False,
        ),
        (
            "berichten bis zum 31.12.2026 wöchentlich über den Stand.",
            {"ends_on": "2026-12-31", "deadline_words": "wöchentlich"},
            False,
        ),
        (
            "berichten bis Ende 2026 vierteljährlich über den Stand.",
            {"ends_on": "2026-12-31", "deadline_words": "vierteljährlich"},
            False,
        ),
        (
            "melden in den ersten vier Wochen täglich bis 14:00 Uhr Störungen.",
            {"deadline_words": "in den ersten vier Wochen täglich"},
            False,
        ),
        (
            "melden Störungen während der ersten zwei Monate täglich.",
            {"deadline_words": "während der ersten zwei Monate täglich"},
            False,
        ),
        (
            "melden während der Erprobung täglich die Ausfälle.",
            {"starts_on": "2026-06-01", "ends_on": "2026-11-30", "recurrence": "FREQ=DAILY"},
            False,
        ),
        (
            "kontrollieren im ersten Monat nach der Umstellung täglich die Protokolle.",
            {"deadline_words": "im ersten Monat nach der Umstellung täglich"},
            False,
        ),
        (
            "führen während der Sommerferien täglich eine Sprechstunde durch.",
            {"deadline_words": "während der Sommerferien täglich"},
            False,
        ),
        (
            "sichten in der Anlaufphase jeden Freitag die Fehlerliste.",
            {"deadline_words": "in der Anlaufphase jeden Freitag"},
            False,
        ),
        (
            "erstellen vom 01.06.2026 bis zum 30.11.2026 monatlich einen Bericht.",
            {"starts_on": "2026-06-01", "ends_on": "2026-11-30", "deadline_words": "monatlich"},
            False,
        ),
        (
            "erfassen vom 01.06.2026 bis zum 30.06.2026 täglich die Wartezeiten.",
            {"starts_on": "2026-06-01", "ends_on": "2026-06-30", "recurrence": "FREQ=DAILY"},
            True,
        ),
        (
            "erfassen für die Dauer von drei Monaten wöchentlich die Wartezeiten.",
            {"deadline_words": "wöchentlich"},
            False,
        ),
        (
            "melden im Monat Juni 2026 täglich die Wartezeiten.",
            {"starts_on": "2026-06-01", "ends_on": "2026-06-30", "recurrence": "FREQ=DAILY"},
            False,
        ),
        (
            "melden bis zur Umstellung täglich die offenen Fälle.",
            {"deadline_words": "bis zur Umstellung täglich"},
            False,
        ),
        (
            "erproben das Verfahren vom 01.06.2026 bis zum 30.09.2026 und berichten bis zum 15.10.2026.",
            {"starts_on": "2026-06-01", "due_on": "2026-10-15", "other_dates": "2026-09-30"},
            False,
        ),
        (
            "führen die Befragung vom 01.06.2026 bis 30.06.2026 durch und übersenden die Ergebnisse bis zum 31.07.2026.",
            {"starts_on": "2026-06-01", "due_on": "2026-07-31", "other_dates": "2026-06-30"},
            False,
        ),
        (
            "testen die Anwendung bis zum 31.05.2026 und melden Fehler bis zum 12.06.2026.",
            {"due_on": "2026-06-12", "other_dates": "2026-05-31"},
            False,
        ),
        (
            "benennen bis zum 15.05.2026 zwei Personen, schulen diese bis zum 30.06.2026 und berichten bis zum 31.07.2026.",
            {"due_on": "2026-07-31", "other_dates": "2026-05-15 2026-06-30"},
            False,
        ),
        (
            "wenden das Verfahren ab dem 01.07.2026 an und bestätigen dies bis zum 15.07.2026.",
            {"starts_on": "2026-07-01", "due_on": "2026-07-15"},
            False,
        ),
        (
            "beginnen am 01.06.2026, schließen die Erfassung bis zum 31.08.2026 ab und melden den Vollzug bis zum 04.09.2026.",
            {"starts_on": "2026-06-01", "due_on": "2026-09-04", "other_dates": "2026-08-31"},
            False,
        ),
        (
            "bieten vom 01.06.2026 bis 31.08.2026 Sprechtage an; über die Inanspruchnahme berichten sie bis zum 30.09.2026.",
            {"starts_on": "2026-06-01", "due_on": "2026-09-30", "other_dates": "2026-08-31"},
            False,
        ),
        (
            "nehmen bis zum 31.08.2026 keine Anträge an und berichten bis zum 15.09.2026.",
            {"due_on": "2026-09-15", "other_dates": "2026-08-31"},
            False,
        ),
    ],
)
def test_wordings(task: str, expected: dict[str, Any], sure: bool) -> None:
    state(task, expected, sure)
