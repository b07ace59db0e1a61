"""A task in which a sentence begins small: the sign of a list may be lost there."""

import pytest

from tests.importing.probe import probe

ASKED = "Hinter einem Punkt geht es klein weiter"


def asks(text: str) -> bool:
    found = probe(f"Die Agenturen für Arbeit\n\n• {text}")
    return any(ASKED in (point.question or "") for point in found.review.open_points)


def test_a_small_letter_behind_a_full_stop_is_asked_about() -> None:
    assert asks("melden die Zahlen bis zum 30.06.2026 im Portal. stellen sicher, dass sie stimmen.")


@pytest.mark.parametrize(
    "text",
    [
        "melden die Zahlen. Sie prüfen sie.",
        "melden die Zahlen inkl. geprüften Listen.",
        "melden die Zahlen ggf. erneut.",
    ],
)
def test_others_are_not(text: str) -> None:
    assert not asks(text)
