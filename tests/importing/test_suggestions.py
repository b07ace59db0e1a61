"""Which sentences outside the Einzelaufträge are suggested as duties."""

import pytest

from geltung.importing.body import Node
from geltung.importing.suggestions import suggestions


@pytest.mark.parametrize(
    ("sentence", "suggested"),
    [
        ("Die Postfächer der Eingangszonen sind bis spätestens 15.01.2026 zu bereinigen.", True),
        ("Die Führungskräfte haben die Liste bis zum 15. Januar 2026 zu führen.", True),
        ("Das Verfahren ist durch die Eingangszonen bekannt zu machen.", True),
        ("Die Zahlen sind aus der Liste vom 15.01.2026 zu entnehmen.", False),
        ("Das Verfahren ist neu. Es war nötig, es zu erproben.", False),
    ],
)
def test_duties(sentence: str, suggested: bool) -> None:
    assert bool(suggestions([Node("paragraph", sentence, ())])) is suggested
