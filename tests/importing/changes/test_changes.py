"""What sentences do to other directives: every wording right or asked, in the field Aufhebung and in the text."""

from collections.abc import Callable
from datetime import date

import pytest

from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_sentences import read_run
from geltung.importing.changes.changes import sentences
from geltung.importing.changes.listed_changes import read_listed
from geltung.importing.changes.unread import Unread, to_ask
from geltung.importing.review_file import CERTAIN

A, B = "202412015", "202408001"
SITUATION = Situation("202603011", date(2026, 3, 23), date(2026, 4, 1), (), {A, B}, False, {})
Found = tuple[str, tuple[str, ...], str | None, str | None]


def of_text(text: str) -> list[ChangeFound | Unread]:
    return read_run(sentences(text, ()), SITUATION)


def of_entry(text: str) -> list[ChangeFound | Unread]:
    return list(read_listed([Sentence(text, (), True)], SITUATION))


def changes(found: list[ChangeFound | Unread]) -> list[ChangeFound]:
    return [item for item in found if isinstance(item, ChangeFound)]


def stated(change: ChangeFound) -> Found:
    return (change.kind, change.parts, str(change.effective) if change.effective else None, change.valid_until)


CERTAIN_IN_TEXT: list[tuple[str, Found]] = [
    ("Die Weisung 202412015 wird hiermit aufgehoben.", ("repeal", (), None, None)),
    (
        "Die Weisung 202412015 vom 18.12.2024 wird mit Ablauf des 30. April 2026 aufgehoben.",
        ("repeal", (), "2026-05-01", None),
    ),
    (
        "Mit Ablauf des 30. April 2026 wird die Weisung 202412015 aufgehoben.",
        ("repeal", (), "2026-05-01", None),
    ),
    (
        "Die Weisung 202412015 (vgl. Nr. 2.1) wird mit Wirkung vom 1. Mai 2026 aufgehoben.",
        ("repeal", (), "2026-05-01", None),
    ),
    (
        "Mit Inkrafttreten dieser Weisung verliert auch die Weisung 202412015 ihre Gültigkeit.",
        ("repeal", (), None, None),
    ),
    ("Diese Weisung ersetzt die Weisung 202412015 vom 18.12.2024.", ("repeal", (), None, None)),
    ("Diese Weisung tritt an die Stelle der Weisung 202412015.", ("repeal", (), None, None)),
    (
        "Ziffer 2.3 der Weisung 202412015 wird ab dem 1. Juli 2026 nicht mehr angewendet.",
        ("partial repeal", ("2.3",), "2026-07-01", None),
    ),
    (
        "In der Weisung 202412015 wird Abschnitt 2.3 zum 01.07.2026 aufgehoben; im Übrigen gilt sie fort.",
        ("partial repeal", ("2.3",), "2026-07-01", None),
    ),
    ("Ziffern 2.1 und 2.2 der Weisung 202412015 entfallen.", ("partial repeal", ("2.1", "2.2"), None, None)),
    (
        "Die Weisung 202412015 gilt über den 30.06.2026 hinaus bis zum 31. Dezember 2026 fort.",
        ("extension", (), None, "2026-12-31"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), CERTAIN_IN_TEXT)
def test_sentences_of_which_every_word_is_understood(text: str, wanted: Found) -> None:
    (change,) = changes(of_text(text))
    assert (stated(change), change.value.confidence) == (wanted, CERTAIN)


ASKED_IN_TEXT: list[tuple[str, Found]] = [
    ("Diese Weisung ersetzt teilweise die Weisung 202412015.", ("partial repeal", (), None, None)),
    ("Die Weisung 202412015 wird vorbehaltlich der Zustimmung des HPR aufgehoben.", ("repeal", (), None, None)),
    ("Die Weisung 202412015 wird aufgehoben, sobald der Umbau beendet ist.", ("repeal", (), None, None)),
    ("Die Weisung 202412015 wird aufgehoben. Ausgenommen ist Ziffer 2.3.", ("repeal", (), None, None)),
    ("Die Weisung 202412015 wird aufgehoben. Dies gilt nicht für laufende Fälle.", ("repeal", (), None, None)),
    ("Die Weisung 202412015 wird für die Familienkasse aufgehoben.", ("partial repeal", (), None, None)),
    ("Die Weisung 202412015 wird bis zum 30.06.2026 außer Kraft gesetzt.", ("repeal", (), "2026-07-01", None)),
    ("Die Weisung 202412015, zuletzt geändert durch Weisung 202408001, wird aufgehoben.", ("repeal", (), None, None)),
    ("Die Weisung 202412015 tritt mit Ablauf des 31.05.2026 außer Kraft.", ("repeal", (), "2026-06-01", None)),
    ("Die Befristung der Weisung 202412015 wird aufgehoben.", ("extension", (), None, "unbegrenzt")),
    ("Die Weisung 202412015 wird entfristet.", ("extension", (), None, "unbegrenzt")),
    ("Die Weisung 202412015 gilt nur noch bis zum 30. Juni 2026.", ("amendment", ("valid_until",), None, None)),
    ("Die Weisung 202412015 wird auf den 30.06.2026 befristet.", ("amendment", ("valid_until",), None, None)),
    (
        "Die Frist in Ziffer 3 der Weisung 202412015 wird vom 30.04.2026 auf den 30.06.2026 verschoben.",
        ("amendment", ("3",), None, None),
    ),
    ("Die Fristen der Ziffer 3 der Weisung 202412015 werden verlängert.", ("amendment", ("3",), None, None)),
    (
        "In der Weisung 202412015 muss es in Ziffer 3 statt „30.04.“ richtig „30.05.“ heißen.",
        ("correction", ("3",), None, None),
    ),
    (
        "In der Weisung 202412015 wird in Ziffer 2.1 das Wort „Team“ durch „Bereich. Neu“ ersetzt.",
        ("amendment", ("2.1",), None, None),
    ),
    ("Die Weisung 202412015 wird in Ziffer 3.1 geändert (siehe Ziffer 2.2).", ("amendment", ("3.1",), None, None)),
    ("An die Stelle der Weisung 202412015 tritt diese Weisung.", ("repeal", (), None, None)),
]


@pytest.mark.parametrize(("text", "wanted"), ASKED_IN_TEXT)
def test_sentences_with_words_that_nobody_understood(text: str, wanted: Found) -> None:
    (change,) = changes(of_text(text))
    assert stated(change) == wanted
    assert change.value.confidence != CERTAIN
    assert change.value.question


UNREAD_IN_TEXT = [
    "Die Weisung 202412015 wird durch die Weisung 202408001 ersetzt.",
    "Die Weisung 202408001 ersetzt die Weisung 202412015.",
    "Diese Weisung wird durch die Weisung 202412015 ersetzt.",
    "Die Weisung 202412015 wird dann aufgehoben werden.",
    "Es ist geplant, die Weisung 202412015 im Herbst aufzuheben.",
    "Soweit die Weisung 202412015 entgegensteht, geht diese Weisung vor.",
    "Die Weisung 202412015 ist damit überholt.",
    "Ziffer 2 der Weisung 202412015 wird aufgehoben, Ziffer 3 bleibt unberührt.",
    "Die Weisung 202412015 gilt jetzt nur für Neufälle.",
]


@pytest.mark.parametrize("text", UNREAD_IN_TEXT)
def test_what_names_a_directive_and_a_word_of_change_is_never_lost(text: str) -> None:
    (item,) = of_text(text)
    assert isinstance(item, Unread)
    assert item.asked


SILENT = [
    "Die Weisung 202412015 bleibt unberührt.",
    "Die Weisung 202412015 bleibt weiterhin giltig.",
    "Die Weisung 202412015 vom 18.12.2024 gilt unverändert fort.",
    "Die Weisung 202412015 wurde bereits mit Ablauf des 31.12.2025 aufgehoben.",
    "Die Weisung 202412015 ist zum 31.12.2025 außer Kraft getreten.",
    "Diese Weisung ersetzt nicht die Weisung 202412015.",
    "Diese Weisung ersetzt die Weisung 202412015 vom 18.12.2024 nicht.",
    "Die Hinweise der Weisung 202412015 sind zu beachten.",
    "Nach Aufhebung der Weisung 202412015 gilt das neue Verfahren.",
]


@pytest.mark.parametrize("text", SILENT)
def test_reports_and_what_remains_are_no_changes(text: str) -> None:
    assert of_text(text) == []


LISTED: list[tuple[str, list[Found], bool]] = [
    ("Weisung 202412015 vom 18.12.2024 – Umgang mit Postfächern", [("repeal", (), None, None)], True),
    ("Weisung 202412015 zum 30. Juni 2026", [("repeal", (), "2026-07-01", None)], False),
    ("Weisung 202412015 vom 18.12.2024 ab 01.05.2026", [("repeal", (), "2026-05-01", None)], True),
    ("Weisung 202412015 vom 18.12.2024, gültig bis 30.04.2026", [("repeal", (), "2026-05-01", None)], False),
    ("Weisung 202412015 mit Ausnahme von Ziffer 3", [("partial repeal", (), None, None)], False),
    ("Weisung 202412015 (Anlage 2)", [("partial repeal", (), None, None)], False),
    ("Weisung 202412015 ab Ziffer 4", [("partial repeal", ("4",), None, None)], False),
    ("Weisung 202412015, Ziffern 2 und 3", [("partial repeal", ("2", "3"), None, None)], True),
    (
        "Weisung 202412015, Ziffer 2.1 zum 01.05.2026, Ziffer 3 zum 01.06.2026",
        [("partial repeal", ("2.1",), "2026-05-01", None), ("partial repeal", ("3",), "2026-06-01", None)],
        False,
    ),
    (
        "Weisung 202412015 vom 18.12.2024 – Datenqualität, soweit sie die Ziffern 2.1 bis 2.3 betrifft",
        [("partial repeal", ("2.1", "2.2", "2.3"), None, None)],
        False,
    ),
    ("Weisung 202412015 vom 18.12.2024: aufgehoben zum 1. Mai 2026", [("repeal", (), "2026-05-01", None)], True),
    (
        "Weisung 202412015 vom 18.12.2024 – Kundenportal – gilt weiter bis 31.12.2027",
        [("extension", (), None, "2027-12-31")],
        True,
    ),
    (
        "In der Weisung 202412015 wird Abschnitt 2.3 zum 01.07.2026 aufgehoben; in Abschnitt 3 wird die Angabe „Mai“ "
        "durch die Angabe „Juli“ ersetzt.",
        [("partial repeal", ("2.3",), "2026-07-01", None), ("amendment", ("3",), None, None)],
        False,
    ),
    ("Weisung 202412015 vom 18.12.2024 ist zu beachten", [], False),
    ("Die Weisung 202412015 wird voraussichtlich im Herbst aufgehoben.", [], False),
    ("Die Weisung 202412015 bleibt unberührt.", [], False),
]


@pytest.mark.parametrize(("text", "wanted", "sure"), LISTED)
def test_entries_of_the_field(text: str, wanted: list[Found], sure: bool) -> None:
    found = of_entry(text)
    assert [stated(change) for change in changes(found)] == wanted
    assert all(change.value.confidence == CERTAIN for change in changes(found)) == (sure or not wanted)
    assert wanted or any(isinstance(item, Unread) and item.asked for item in found)


def test_the_words_of_an_entry_keep_its_title() -> None:
    (change,) = changes(of_entry("Weisung 202412015 vom 18.12.2024 – Umgang mit Postfächern"))
    assert change.words == "Weisung 202412015 vom 18.12.2024 – Umgang mit Postfächern"


def test_a_sentence_of_an_entry_that_changes_nothing_is_kept() -> None:
    found = of_entry("Die Weisung 202412015 wird zum 01.05.2026 aufgehoben. Die Vordrucke sind zu vernichten.")
    (kept,) = [item for item in found if isinstance(item, Unread)]
    assert (kept.text, kept.asked) == ("Die Vordrucke sind zu vernichten.", False)


def test_a_sentence_that_repeats_a_repeal_is_not_asked_about() -> None:
    repeal = changes(of_entry("Weisung 202412015 vom 18.12.2024"))
    again = [
        item for item in of_text("Es ist geplant, dass die Weisung 202412015 entfällt.") if isinstance(item, Unread)
    ]
    other = [
        item for item in of_text("Es ist geplant, dass die Weisung 202408001 entfällt.") if isinstance(item, Unread)
    ]
    assert to_ask([*again, *other], repeal) == tuple(other)


MISREAD = (
    str.maketrans("üöäÜÖÄß", "uoaUOAB"),
    str.maketrans({"ü": "ii", "ß": "ss", "ä": "a", "ö": "6"}),
    str.maketrans({"ü": "ti", "ß": "R", "ä": "4"}),
    str.maketrans({"ü": "i", "ß": "fs", "ä": "ai"}),
)


@pytest.mark.parametrize(
    "text", [text for text, _ in CERTAIN_IN_TEXT] + [text for text, _ in ASKED_IN_TEXT] + UNREAD_IN_TEXT + SILENT
)
@pytest.mark.parametrize("read", [of_text, of_entry])
def test_damaged_letters_lose_nothing_and_make_nothing_certain(
    read: Callable[[str], list[ChangeFound | Unread]], text: str
) -> None:
    clean = read(text)
    right = [stated(change) for change in changes(clean)]
    for table in MISREAD:
        found = read(text.translate(table))
        assert found or not clean
        assert all(stated(change) in right for change in changes(found) if change.value.confidence == CERTAIN)
