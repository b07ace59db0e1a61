"""Deadlines that come again: the rule that follows from the words, and what no rule follows from."""

from typing import Any

import pytest

from tests.importing.wordings import state


@pytest.mark.parametrize(
    ("task", "expected", "sure"),
    [
        ("aktualisiert die Liste jährlich im Juli.", {"recurrence": "FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=-1"}, False),
        ("berichten jährlich bis zum 31.03.", {"recurrence": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"}, True),
        (
            "legen halbjährlich zum 30.06. und 31.12. eine Übersicht vor.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1"},
            True,
        ),
        (
            "legen den Bericht erstmals zum 31.03.2027 und danach vierteljährlich vor.",
            {"due_on": "2027-03-31", "recurrence": "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"},
            False,
        ),
        (
            "melden Auffälligkeiten wöchentlich, erstmals am 06.11.2026.",
            {"due_on": "2026-11-06", "recurrence": "FREQ=WEEKLY;BYDAY=FR"},
            False,
        ),
        ("melden jeden Montag die Zahlen.", {"recurrence": "FREQ=WEEKLY;BYDAY=MO"}, True),
        (
            "melden an jedem ersten Werktag des Monats die Zahlen.",
            {"deadline_words": "an jedem ersten Werktag des Monats"},
            True,
        ),
        ("melden die Zahlen monatlich bis zum 5. des Folgemonats.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=5"}, True),
        (
            "melden die Zahlen quartalsweise bis zum 15. des Folgemonats.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"},
            False,
        ),
        ("melden die Zahlen zum 15. eines jeden Monats.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"}, True),
        ("überprüfen die Zugänge alle zwei Jahre.", {"deadline_words": "alle zwei Jahre"}, False),
        ("melden alle 14 Tage den Stand.", {"deadline_words": "alle 14 Tage"}, False),
        (
            "melden die Zahlen monatlich zum 10., letztmalig am 10.12.2026.",
            {"ends_on": "2026-12-10", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=10"},
            True,
        ),
        (
            "melden bis zum 31.12.2027 monatlich die Zahlen.",
            {"due_on": "2027-12-31", "deadline_words": "monatlich"},
            False,
        ),
        (
            "melden bis zum 31.12.2027 monatlich zum 5. die Zahlen.",
            {"ends_on": "2027-12-31", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=5"},
            False,
        ),
        (
            "berichten während der Sommermonate jeden Montag über die Erreichbarkeit,",
            {"recurrence": "FREQ=WEEKLY;BYDAY=MO"},
            False,
        ),
        (
            "benennen innerhalb eines Monats nach Gültigkeitsbeginn eine Person.",
            {"due_on": "2026-06-01", "deadline_words": "innerhalb eines Monats nach Gültigkeitsbeginn"},
            False,
        ),
        (
            "melden jährlich bis zum 31.01. des Folgejahres die Zahlen.",
            {"recurrence": "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31"},
            True,
        ),
        (
            "schließen bis zur Inbetriebnahme am 01.06.2027 alle offenen Vorgänge in den bisherigen Tabellen ab.",
            {"due_on": "2027-06-01"},
            False,
        ),
        (
            "legen den Bericht bis zum 10. Werktag des Folgemonats vor.",
            {"deadline_words": "bis zum 10. Werktag des Folgemonats"},
            True,
        ),
        ("melden die Zahlen montags und donnerstags.", {"recurrence": "FREQ=WEEKLY;BYDAY=MO,TH"}, True),
        (
            "besetzen die Hotline montags bis freitags von 8 bis 18 Uhr.",
            {"deadline_words": "montags bis freitags"},
            False,
        ),
        ("melden jeden zweiten Montag die Zahlen.", {}, False),
        ("melden jeden ersten Montag im Monat die Zahlen.", {"recurrence": "FREQ=MONTHLY;BYDAY=1MO"}, True),
        ("melden am letzten Freitag jedes Monats die Zahlen.", {"recurrence": "FREQ=MONTHLY;BYDAY=-1FR"}, True),
        (
            "berichten vierteljährlich jeweils zum 15. des auf das Quartal folgenden Monats.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"},
            False,
        ),
        (
            "berichten vierteljährlich zum 15.01., 15.04., 15.07. und 15.10.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"},
            True,
        ),
        (
            "berichten jeweils zum 1. Februar und 1. August.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=2,8;BYMONTHDAY=1"},
            True,
        ),
        ("berichten jährlich bis Ende März.", {"recurrence": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=-1"}, False),
        ("berichten halbjährlich im Januar und Juli.", {"recurrence": "FREQ=MONTHLY;BYMONTH=1,7;BYMONTHDAY=-1"}, False),
        (
            "berichten alle 14 Tage, erstmals am 04.05.2026.",
            {"due_on": "2026-05-04", "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"},
            False,
        ),
        (
            "berichten alle zwei Jahre, erstmals zum 31.12.2027.",
            {"due_on": "2027-12-31", "recurrence": "FREQ=YEARLY;INTERVAL=2;BYMONTH=12;BYMONTHDAY=31"},
            False,
        ),
        (
            "berichten monatlich, erstmals zum 15.06.2026.",
            {"due_on": "2026-06-15", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"},
            False,
        ),
        (
            "berichten monatlich bis zum 15. für den Vormonat, letztmalig im Dezember 2026.",
            {"ends_on": "2026-12-31", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"},
            False,
        ),
        ("berichten halbjährlich, erstmals im Juli 2026.", {"deadline_words": "halbjährlich"}, False),
        (
            "berichten ab Juli 2026 monatlich zum 10.",
            {"starts_on": "2026-07-01", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=10"},
            False,
        ),
        ("berichten ab 01.07.2026 monatlich.", {"starts_on": "2026-07-01", "deadline_words": "monatlich"}, False),
        (
            "berichten vom 01.07.2026 bis zum 31.12.2026 monatlich zum 5. des Folgemonats.",
            {"starts_on": "2026-07-01", "ends_on": "2026-12-31", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=5"},
            True,
        ),
        ("melden täglich bis 10:00 Uhr die Zahlen.", {"recurrence": "FREQ=DAILY"}, True),
        (
            "prüfen ab 01.06.2026 alle Fälle und schließen die Prüfung bis zum 31.08.2026 ab.",
            {"starts_on": "2026-06-01", "due_on": "2026-08-31"},
            True,
        ),
        ("übermitteln die Liste zum Monatsende.", {}, False),
        ("übermitteln die Liste jeweils zum Monatsende.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=-1"}, True),
        ("melden die Zahlen des zweiten Quartals 2026 bis zum 15.07.2026.", {"due_on": "2026-07-15"}, True),
        (
            "legen die Unterlagen spätestens drei Arbeitstage vor dem Termin vor.",
            {"deadline_words": "spätestens drei Arbeitstage vor dem Termin"},
            True,
        ),
        ("sind ab 2027 verpflichtet, jährlich zu berichten.", {"deadline_words": "jährlich"}, False),
        (
            "melden die Zahlen zum 15. und 30. eines jeden Monats.",
            {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15,30"},
            True,
        ),
        ("melden alle 14 Tage freitags die Zahlen.", {"recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"}, False),
        (
            "melden ab dem 01.06.2026 alle zwei Wochen montags die Zahlen.",
            {"starts_on": "2026-06-01", "recurrence": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"},
            False,
        ),
        (
            "berichten täglich, ab dem 01.07.2026 nur noch wöchentlich.",
            {"starts_on": "2026-07-01", "deadline_words": "täglich"},
            False,
        ),
        (
            "melden in den ersten fünf Werktagen eines Monats die Zahlen.",
            {"deadline_words": "in den ersten fünf Werktagen eines Monats"},
            True,
        ),
        (
            "melden jeweils am ersten Werktag des Quartals die Zahlen.",
            {"deadline_words": "jeweils am ersten Werktag des Quartals"},
            True,
        ),
        (
            "melden jeweils am letzten Arbeitstag eines Monats die Zahlen.",
            {"deadline_words": "jeweils am letzten Arbeitstag eines Monats"},
            True,
        ),
        ("melden die Zahlen zum 15.und 30. eines Monats.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15,30"}, True),
        (
            "melden zum 1. und 15. jeden Monats, erstmals am 15.06.2026.",
            {"due_on": "2026-06-15", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=1,15"},
            True,
        ),
        ("melden jeden Montag und jeden Donnerstag.", {"recurrence": "FREQ=WEEKLY;BYDAY=MO,TH"}, True),
        (
            "berichten vierteljährlich jeweils zum 15. nach Quartalsende.",
            {"recurrence": "FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=15"},
            False,
        ),
        (
            "berichten jährlich zum 31.03., letztmals 2028.",
            {"recurrence": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"},
            False,
        ),
        ("berichten ein Jahr lang monatlich zum 15.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"}, False),
        ("berichten monatlich zum 15. (außer August).", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"}, False),
        ("berichten an jedem zweiten Freitag.", {}, False),
        ("berichten zum Monatsultimo.", {}, False),
        ("berichten zum nächsten Quartalsbeginn.", {}, False),
        ("berichten jeweils bis zum 5.", {}, False),
        (
            "berichtet bis zum 15. eines jeden Quartalsmonats an die Zentrale.",
            {"deadline_words": "bis zum 15. eines jeden Quartalsmonats"},
            False,
        ),
        ("melden die Zahlen monatlich zum 15., im Dezember zum 10.", {"deadline_words": "monatlich"}, False),
    ],
)
def test_wordings(task: str, expected: dict[str, Any], sure: bool) -> None:
    state(task, expected, sure)
