import pytest

from geltung.search.compounds import Splitter
from geltung.search.words import stem

SPLITTER = Splitter(["reaktivierung", "kunde"])


@pytest.mark.parametrize(
    ("compound", "parts"),
    [
        ("leistungspostfach", ["Leistung", "Postfach"]),
        ("kundenportal", ["Kunde", "Portal"]),
        ("eingliederungszuschuss", ["Eingliederung", "Zuschuss"]),
        ("gesprächsleitfaden", ["Gespräch", "Leitfaden"]),
        ("liegenschaftspostfächer", ["Liegenschaft", "Postfächer"]),
        ("maßnahmeträger", ["Maßnahme", "Träger"]),
        ("straßenverkehr", ["Straße", "Verkehr"]),
        ("eakte", ["Akte"]),
        ("veränderungsmitteilungen", ["Veränderung", "Mitteilung"]),
    ],
)
def test_compounds_of_known_words(compound: str, parts: list[str]) -> None:
    assert SPLITTER.parts(compound) == tuple(stem(part.lower()) for part in parts)


def test_words_of_the_collection_are_parts_too() -> None:
    assert SPLITTER.parts("reaktivierungskunde") == (stem("reaktivierung"), stem("kunde"))
    assert Splitter().parts("xyzzykunde") == ()


@pytest.mark.parametrize(
    "word", ["bearbeitung", "information", "verantwortlichen", "a", "", "x" * 5_000, "kunde2portal"]
)
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert SPLITTER.parts(word) == ()
