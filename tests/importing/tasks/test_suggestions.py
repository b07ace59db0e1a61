"""Which sentences outside the Einzelaufträge are suggested as duties."""

import pytest

from geltung.importing.body import Node
from geltung.importing.tasks.prose import is_no_duty
from geltung.importing.tasks.suggestions import suggestions
from tests.importing.probe import probe


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


@pytest.mark.parametrize(
    ("goal", "suggested"),
    [
        ("Die Regionaldirektionen berichten jährlich zum 31.03., erstmals zum 31.03.2027, über den Stand.", True),
        ("Die Agenturen für Arbeit melden die Zahlen bis zum 30.06.2026.", True),
        ("Die Service Center wenden das Verfahren ab dem 01.06.2026 an.", True),
        ("Die Agenturen für Arbeit unterrichten die Zentrale unverzüglich.", True),
        ("Die Agenturen für Arbeit haben das Verfahren seit dem 01.06.2025 erprobt.", False),
        ("Die Agenturen für Arbeit meldeten die Zahlen zum 30.06.2025.", False),
        ("Die Agenturen für Arbeit kennen das Verfahren.", False),
        ("Den Service Centern wird empfohlen, bis zum 30.06.2026 zu melden.", False),
        ("Die Weisung gilt ab dem 01.06.2026.", False),
    ],
)
def test_what_a_unit_does_by_a_day(goal: str, suggested: bool) -> None:
    points = [point for point in probe("Entfällt", goal=goal).review.open_points if point.about == "suggested task"]
    assert bool(points) is suggested


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("Bis zum 30.06.2026 bestellen die Agenturen für Arbeit die Geräte.", ["Bis zum 30.06.2026 bestellen"]),
        ("Die Agenturen werden gebeten zu melden, eine Ausweitung wird empfohlen.", ["Die Agenturen werden gebeten"]),
        ("Um Meldung bis zum 30.06.2026 wird gebeten.", ["Um Meldung bis zum"]),
        ("Papieranträge dürfen nicht mehr ausgegeben werden.", ["Papieranträge dürfen nicht"]),
        ("Die Agenturen für Arbeit\n• prüfen die Listen.\n• melden.", ["prüfen die Listen.", "melden."]),
        ("Die Nutzung wird empfohlen.", []),
        ("Die Agenturen für Arbeit sind gut aufgestellt.", []),
    ],
)
def test_duties_in_other_words(goal: str, words: list[str]) -> None:
    points = [point for point in probe("Entfällt", goal=goal).review.open_points if point.about == "suggested task"]
    quotes = [place.quote for point in points for place in point.places]
    assert len(quotes) == len(words) and all(map(str.startswith, quotes, words))


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Vordrucke werden zum 01.02.2026 angepasst.",
        "Der Leitfaden KiZ-Digital wird zum 01.10.2026 aktualisiert.",
        "Ziel ist es, ab dem 01.10.2025 mindestens 60 Prozent der Anträge abschließend zu entscheiden.",
        "Viele Arbeitgeber sind bereit, Geflüchtete zu beschäftigen.",
        "Bisher müssen Eltern den Nachweis in Papierform vorlegen.",
        "Rückfragen sind an das Postfach _BA-Zentrale-BI4 zu richten.",
        "Die Bundesregierung hat mit den Verbänden eine Selbstverpflichtung zu Testangeboten abgestimmt.",
    ],
)
def test_what_describes_is_no_suggested_duty(sentence: str) -> None:
    assert suggestions([Node("paragraph", sentence, ())]) == ()


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Vordrucke sind bis zum 01.02.2026 anzupassen.",
        "Die Vordrucke werden zum 01.02.2026 durch die Teams aktualisiert.",
        "Die Liste ist von den Agenturen für Arbeit zu prüfen.",
    ],
)
def test_what_is_to_be_done_stays_a_suggested_duty(sentence: str) -> None:
    assert suggestions([Node("paragraph", sentence, ())])


def test_what_is_read_as_a_change_is_no_suggested_duty() -> None:
    node = Node("paragraph", "Die Anlage der Weisung 202401012 muss entfernt werden.", ())
    assert suggestions([node])
    assert suggestions([node], changes=lambda sentence: "202401012" in sentence) == ()


def test_tasks_that_hold_for_others_as_advice_are_no_duty() -> None:
    assert is_no_duty(
        "Für die gemeinsamen Einrichtungen gelten die Aufträge an die Agenturen für Arbeit als Empfehlung."
    )
    assert not is_no_duty("Für die gemeinsamen Einrichtungen gelten die Aufträge entsprechend.")
