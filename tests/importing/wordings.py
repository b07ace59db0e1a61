"""Reads the days of one wording of a task, in a document that states a few events."""

from datetime import date
from typing import Any

from geltung.importing.days.deadlines import read_days
from geltung.importing.days.task_days import Context

ISSUED, VALID = date(2026, 4, 1), date(2026, 5, 1)
EVENTS = """\
Die Umstellung erfolgt zum Stichtag 01.04.2027.

Das Verfahren geht am 01.06.2027 in Betrieb (Inbetriebnahme). Umstellungstag ist der 01.10.2026.

Die Erprobung läuft vom 01.06.2026 bis zum 30.11.2026. Die Schulung findet am 15.06.2026 statt.

Die Einarbeitung beginnt am 01.06.2026 und dauert sechs Monate. Die Ausbildung beginnt am 01.09.2026.

Die erste Welle beginnt am 11.01.2027, die zweite Welle am 03.05.2027. Die Frist endet am 30.09.2026."""
NAMES = ("starts_on", "due_on", "ends_on", "recurrence", "deadline_words")


def read(task: str, *, damaged: bool = False) -> tuple[dict[str, Any], bool]:
    """What a wording states, without what it does not state, and whether it is certain."""
    body = f"{EVENTS}\n\n{task}"
    days = read_days(task, Context({"issued": ISSUED, "valid_from": VALID}, (date(2027, 4, 1),), body, damaged, body))
    found = {name: str(value) for name in NAMES if (value := getattr(days, name))}
    if days.other_dates:
        found["other_dates"] = " ".join(map(str, days.other_dates))
    return found, not days.doubts


def state(task: str, expected: dict[str, Any], sure: bool) -> None:
    """A wording states exactly this, and is certain or not; all the more so where the text may be damaged."""
    assert read(task) == (expected, sure)
    assert sure or not read(task, damaged=True)[1]
