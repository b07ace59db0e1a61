"""Words on time that lost a blank in text recognition: read where they can be, and never certain."""

from typing import Any

import pytest

from tests.importing.wordings import read


@pytest.mark.parametrize(
    ("task", "expected"),
    [
        (
            "antworten innerhalb von zweiWochen nach Eingang.",
            {"deadline_words": "innerhalb von zwei Wochen nach Eingang"},
        ),
        ("leiten die Post unverzuglichan die Zentrale.", {}),
        ("informieren umgehendund vollstandig.", {}),
        ("melden monatlichzum 15. die Zahlen.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"}),
        ("melden jedenFreitag die Zahlen.", {"recurrence": "FREQ=WEEKLY;BYDAY=FR"}),
        ("melden den Bestand an jedemersten Montag im Monat.", {"recurrence": "FREQ=MONTHLY;BYDAY=1MO"}),
        (
            "stellen die Verträge spätestens 6 Wochenvor Ausbildungsbeginn zu.",
            {"due_on": "2026-07-21", "deadline_words": "spätestens 6 Wochen vor Ausbildungsbeginn"},
        ),
        ("melden die Zahlen bis zum 30.062026.", {}),
        ("nutzen das Verfahren ab 01.07.2026fortlaufend.", {"starts_on": "2026-07-01"}),
        ("melden biszum 30.06.2026 die Zahlen.", {"due_on": "2026-06-30"}),
        ("melden spätestensam 30.06.2026 die Zahlen.", {"due_on": "2026-06-30"}),
        ("melden bis 30. Juni2026 die Zahlen.", {"due_on": "2026-06-30"}),
        (
            "melden im zweitenQuartal 2026 die Zahlen.",
            {"due_on": "2026-06-30", "deadline_words": "im zweiten Quartal 2026"},
        ),
        ("leiten die Meldungen abInbetriebnahme weiter.", {"starts_on": "2027-06-01"}),
        ("melden un verzüglich die Zahlen.", {}),
        ("melden innerhalb von l4 Tagen die Zahlen.", {}),
        ("melden bis zum 1 5. des Folgemonats die Zahlen.", {}),
    ],
)
def test_what_runs_together_is_asked(task: str, expected: dict[str, Any]) -> None:
    assert read(task, damaged=True) == (expected, False)


@pytest.mark.parametrize(
    "task",
    [
        "prüfen die Sofortmeldungen.",
        "prüfen die Verträge der Beauftragten.",
        "zahlen Beträge bis zur Höhe von 100 Euro aus.",
        "beachten Ziffer 2.1 und § 3 Abs. 2.",
        "werden unterstützt, jede Anfrage zu beantworten.",
    ],
)
def test_other_words_are_no_time(task: str) -> None:
    assert read(task) == ({}, True)
    assert read(task, damaged=True) == ({}, True)
