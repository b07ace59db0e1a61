"""Imports a chapter of Einzelaufträge under a plain header: for tests of one thing."""

from tests.importing.records import Outcome, addressed, imported

HEAD = """\
Weisung 202604001 vom 01.04.2026 – Probe

Laufende Nummer: 202604001
Geschäftszeichen: PROBE1 – 1000/1001
Gültig ab: 01.05.2026
Gültig bis: unbegrenzt
SGB II: nicht betroffen
SGB III: Weisung
Familienkasse: nicht betroffen
Bezug:
Aufhebung von Regelungen:

Diese Weisung ist ausgedacht.

1. Ausgangssituation
Die Zahlen werden neu erhoben.

2. Auftrag und Ziel
{goal}

3. Einzelaufträge
{tasks}
"""


def probe(tasks: str, *, goal: str = "Das Verfahren ist neu.", damaged: bool = False) -> Outcome:
    """The import of a directive whose chapter Einzelaufträge is ``tasks``."""
    return imported(HEAD.format(goal=goal, tasks=tasks), "probe.txt", damaged=damaged)


def tasks_of(outcome: Outcome) -> list[tuple[list[str], str]]:
    """Whom each task addresses, and its text."""
    return [(addressed(task.current), task.current.text) for task in outcome.record.tasks]


def left_of(outcome: Outcome) -> list[str]:
    """The words that the review list asks about because no task has them."""
    points = [point for point in outcome.review.open_points if point.question and "gehört zu keinem" in point.question]
    return [place.quote for point in points for place in point.places]
