"""Days in tasks that are no deadline: never certain, and the likely reading stands in the draft."""

import pytest

from tests.importing.probe import probe
from tests.importing.records import days_of


@pytest.mark.parametrize(
    ("task", "name", "value"),
    [
        ("melden die Zahlen des Zeitraums vom 01.01.2026 bis 31.03.2026.", "other_dates", ["2026-01-01", "2026-03-31"]),
        ("melden die Zahlen vom 01.01.2026 bis 31.03.2026.", "other_dates", ["2026-01-01", "2026-03-31"]),
        ("melden die Fälle vom 01.07.2026 bis 30.09.2026 bis zum 15.10.2026.", "due_on", "2026-10-15"),
        ("führen die Erhebung vom 01.06.2026 bis 31.07.2026 durch.", "ends_on", "2026-07-31"),
        ("wenden bis zum 30.06.2026 das alte Verfahren an.", "ends_on", "2026-06-30"),
        ("bewahren die Unterlagen bis zum 30.06.2026 auf.", "ends_on", "2026-06-30"),
        ("melden bis zum 30.06.2026 nicht.", "ends_on", "2026-06-30"),
        ("nehmen bis zum 30.06.2026 keine Anträge an.", "ends_on", "2026-06-30"),
        ("beginnen nicht vor dem 01.07.2026 mit der Meldung.", "starts_on", "2026-07-01"),
    ],
)
def test_the_likely_reading_is_asked(task: str, name: str, value: object) -> None:
    done = probe(f"Die Agenturen für Arbeit\n• {task}")
    (record,) = done.record.tasks
    days = days_of(record.current)
    assert days[name] == value
    assert {key for key, day in days.items() if day} <= {name, "starts_on" if name == "ends_on" else "other_dates"}
    assert not done.certain(f"task:{record.id}")


@pytest.mark.parametrize(
    ("task", "name", "value"),
    [
        ("melden bis zum 30.06.2026 die Zahlen.", "due_on", "2026-06-30"),
        ("melden die nicht erledigten Fälle bis zum 30.06.2026.", "due_on", "2026-06-30"),
        ("nutzen vom 01.06.2026 bis 31.07.2026 das Formular.", "ends_on", "2026-07-31"),
        ("nutzen vom 01.06.2026 an bis zum 31.07.2026 das Formular.", "ends_on", "2026-07-31"),
    ],
)
def test_plain_deadlines_stay_certain(task: str, name: str, value: str) -> None:
    done = probe(f"Die Agenturen für Arbeit\n• {task}")
    (record,) = done.record.tasks
    assert days_of(record.current)[name] == value
    assert done.certain(f"task:{record.id}")


@pytest.mark.parametrize(
    ("task", "rule"),
    [
        ("schließen die Maßnahme zum Quartalsende ab.", None),
        ("schließen die Maßnahme zum Ende des Quartals ab.", None),
        ("melden jeweils zum Quartalsende die Zahlen.", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
        ("melden zum Ende eines jeden Quartals die Zahlen.", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"),
    ],
)
def test_the_end_of_a_quarter_recurs_only_if_the_words_say_so(task: str, rule: str | None) -> None:
    done = probe(f"Die Agenturen für Arbeit\n• {task}")
    (record,) = done.record.tasks
    assert record.current.recurrence == rule
    assert done.certain(f"task:{record.id}") is (rule is not None)
