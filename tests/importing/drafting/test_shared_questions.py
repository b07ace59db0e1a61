"""Equal questions are one point with all its places, also where another question is joined to one of them."""

import pytest

from geltung.importing.drafting.shared_questions import COMPARE, pattern_of, together, without_comparing
from geltung.importing.review_file import OPEN
from geltung.parse.duties import permits
from tests.importing.records import DOCUMENTS, imported

HEAD = """\
Weisung 202605031 vom 04.05.2026 – Öffnungszeiten

Laufende Nummer: 202605031
Geschäftszeichen: AB1 – 1234
Gültig ab: 11.05.2026
Gültig bis: 31.12.2028
SGB II: Weisung
SGB III: Weisung
Familienkasse: nicht betroffen

1. Ausgangssituation

Die Öffnungszeiten werden angepasst.

3. Einzelaufträge

Die Agenturen für Arbeit (Teams 071 und 072)

• melden die Zeiten bis zum 01.06.2026.
• prüfen die Liste sommers, ab 01.07.2026 täglich, auf Fehler.
• prüfen die Vorgänge, die bis zum 31.03.2026 eingegangen sind, bis zum 30.06.2026.
"""


def test_a_question_joined_to_another_is_still_one_point() -> None:
    done = imported(HEAD, "teams.txt", damaged=False)
    asked = [
        point for point in done.review.open_points if "nennt keinen Teil der Einheit davor" in (point.question or "")
    ]
    (point,) = asked
    assert point.about.split(", ") == [f"task:{task.id}" for task in done.record.tasks]
    assert len(point.places) == 3 and point.confidence == OPEN
    assert (point.question or "").endswith("Wen meint es?")


def test_what_is_to_be_compared_is_one_point() -> None:
    done = imported(HEAD, "scan.txt", damaged=True)
    (point,) = [point for point in done.review.open_points if COMPARE in (point.question or "")]
    about = point.about.split(", ")
    assert {"title", "issued", "file_references"} <= set(about) and any(name.startswith("task:") for name in about)
    assert point.question == COMPARE and point.alternatives == ()


def test_a_question_besides_comparing_is_kept() -> None:
    assert without_comparing("Ist der Titel richtig aus der Texterkennung gelesen? Was noch?") == ("Was noch?", True)
    assert without_comparing("Gilt das?") == ("Gilt das?", False)


def test_questions_that_differ_in_what_they_quote_name_all_of_it() -> None:
    first, second = "Gehört „bis 01.06.“ zum Auftrag?", "Gehört „ab 01.07.“ zum Auftrag?"
    assert pattern_of(first) == pattern_of(second)
    assert together([first, second, first]) == "Gehört „bis 01.06.“ zum Auftrag? Ebenso: „ab 01.07.“."
    assert together([first]) == first


@pytest.mark.parametrize("name", sorted(path.stem for path in DOCUMENTS.glob("*.txt")))
def test_no_directive_has_more_than_twelve_questions(name: str) -> None:
    damaged = name.startswith("ocr_") or name == "gelesen_schlecht"
    done = imported((DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8"), f"{name}.txt", damaged=damaged)
    assert len(done.review.open_points) <= 12


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("dokumentieren sämtliche Prüfungen in FA-Online. Bis dahin können die Prüflisten verwendet werden.", False),
        ("richten die Teams ein und können dafür Mittel beantragen.", False),
        ("können die Mittel beantragen.", True),
        ("nutzen können die Teams auch die Liste.", True),
        ("dürfen die Liste verwenden. Sie melden die Zahlen.", True),
        ("zwischen den Terminen können sie die Liste verwenden.", True),
    ],
)
def test_what_is_allowed_beside_an_order_leaves_it_one(text: str, allowed: bool) -> None:
    assert permits(text) is allowed
