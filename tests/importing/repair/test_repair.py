"""The repair against the finished transcriptions, on clean text, and rule by rule."""

from pathlib import Path

import pytest

from geltung.importing.repair import APPLIED, Doubt, doubts, propose
from tests.importing.repair.measure import measure, source, transcription, vocabulary

RIGHT = (Path(__file__).parent / "right_words.txt").read_text(encoding="utf-8").split()
CLEAN = (Path(__file__).parent / "clean_sentences.txt").read_text(encoding="utf-8").splitlines()

NUMERALS = {"Il", "Ill", "|l", "1l", "[Il", "il", "||", "111"}

DAMAGED = (
    "Die Weiterentwicklung der Prozesse fiir die Agenturen fur Arbeit kann erst spater erfolgen.",
    "Zusatzlich miissen die Antrage gepruft und ubermittelt werden; dies erhoht die Qualitat.",
)
"""Sentences that say to the repair that umlauts were lost."""


def applied(*lines: str, words: set[str] | None = None) -> dict[str, str]:
    """Original → proposed of what is applied in these lines, after two damaged sentences."""
    found = propose([*DAMAGED, "", *lines], words or set())
    return {one.original: one.proposed for one in found if one.confidence >= APPLIED and one.line > len(DAMAGED) + 1}


@pytest.mark.parametrize("name", ["202505010", "202509011"])
def test_the_real_sources(name: str) -> None:
    result = measure(source(name), transcription(name), vocabulary(name))
    numerals = [miss for miss in result.missed if miss[0].rstrip(":") in NUMERALS]
    assert result.spoilt == []
    assert result.mended >= 0.93 * (result.wrong - len(numerals)), result.missed
    assert result.mended >= 0.80 * result.wrong


def test_no_word_of_clean_text_is_changed() -> None:
    assert [one for one in propose(CLEAN, set()) if one.confidence >= APPLIED] == []


@pytest.mark.parametrize("name", ["202505010", "202509011"])
def test_no_word_of_a_finished_directive_is_changed(name: str) -> None:
    assert propose([" ".join(transcription(name))], vocabulary(name)) == ()


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("flr", "für"), ("fir", "für"), ("liber", "über"), ("kénnen", "können"), ("persdnlichen", "persönlichen"),
        ("zurtickgefahren", "zurückgefahren"), ("MaBnahme", "Maßnahme"), ("MaRnahme", "Maßnahme"), ("groBen", "großen"),
        ("ausschlieBlich", "ausschließlich"), ("Geschiaftszeichen", "Geschäftszeichen"), ("Giltig", "Gültig"),
        ("zustéandigen", "zuständigen"), ("Darlber", "Darüber"), ("6ffentlich", "öffentlich"), ("mUssen", "müssen"),
        ("Datenschutzprufung", "Datenschutzprüfung"), ("Outlookpostfachern", "Outlookpostfächern"),
        ("wahrend", "während"), ("Schlie&ung", "Schließung"), ("ausgewdhlten", "ausgewählten"),
    ],
)  # fmt: skip
def test_confusions(read: str, printed: str) -> None:
    assert applied(f"Hier steht dann {read} in der Zeile.") == {read: printed}


@pytest.mark.parametrize(
    "line",
    [
        "Die Raten und Zahlen der Banken wurden genannt; das konnte man fordern.",
        "Im Auftrage der Zentrale und im Laufe des Jahres.",
        "Der Server liefert Tickets per Outlook an eService, KUSOS und VerBIS.",
        "Siehe https://intranet.example/uber/fur.html und fur@uber.example.",
        "Vordruck 3.001a, SGB Il, SGB3_SC-Region und EAKTE.",
    ],
)
def test_what_is_right_or_no_word_stays(line: str) -> None:
    assert applied(line) == {}


def test_the_capital_of_an_umlaut_follows_the_sentence() -> None:
    found = applied("Das wird Uber die Akte an die Ubersicht Ubermittelt. Ubersandte Unterlagen bleiben.")
    assert found == {"Uber": "über", "Ubersicht": "Übersicht", "Ubermittelt": "übermittelt", "Ubersandte": "Übersandte"}


def test_twins_are_told_by_their_place() -> None:
    assert applied("In vielen Fallen ist dies zu andern und zu starken.") == {
        "Fallen": "Fällen", "andern": "ändern", "starken": "stärken",
    }  # fmt: skip
    assert applied("Die andern fallen bei starken Schwankungen auf.") == {}


def test_singular_or_plural_is_decided_by_the_words_before_or_not_at_all() -> None:
    assert applied("Sie nutzen die aktualisierten Gesprachsleitfaden.") == {"Gesprachsleitfaden": "Gesprächsleitfäden"}
    assert applied("Sie nutzen im Gesprachsleitfaden die Regeln.") == {"Gesprachsleitfaden": "Gesprächsleitfaden"}
    assert applied("Gesprachsleitfaden") == {}


def test_a_word_divided_at_the_line_end_is_judged_as_a_whole() -> None:
    assert applied("Das betrifft die Verande-", "rungsmitteilungen der Kunden.") == {"Verande": "Verände"}


def test_a_name_is_never_changed_without_asking() -> None:
    assert applied("Es antwortet Frau Muller.") == {}


def test_no_right_word_is_changed_in_a_damaged_text() -> None:
    lines = source("202505010")
    before = len(lines) + 1
    for form in ("Im Text steht das Wort {} als Beispiel.", "{} gilt ab sofort.", "Sie wurde {} und geprüft."):
        found = propose([*lines, "", *map(form.format, RIGHT)], vocabulary("202505010"))
        changed = [one for one in found if one.confidence >= APPLIED and one.line > before]
        assert [one.original for one in changed if one.original in RIGHT[one.line - before - 1]] == []


def test_no_right_word_is_changed_beside_little_damage() -> None:
    for word in RIGHT:
        assert word not in applied(f"Im Text steht das Wort {word} als Beispiel.")


def test_a_rare_confusion_counts_if_it_is_seen_in_other_words() -> None:
    line = "Das ist am giinstigsten und wird unterstdtzt."
    assert "Zielpostkdrbe" not in applied("Die Zielpostkdrbe gelten.")
    others = ("Das ist mdglich und persdnlich.", "Die Mdglichkeit besteht; gewdhnlich wird das ausgeldst.")
    assert applied(*others, "Die Zielpostkdrbe gelten.")["Zielpostkdrbe"] == "Zielpostkörbe"
    assert applied(line)["giinstigsten"] == "günstigsten"


def test_what_was_a_small_l_stays_small() -> None:
    assert applied("Sie Iegen die Akten vor.") in ({"Iegen": "legen"}, {})


def test_the_words_of_the_collection_count() -> None:
    assert applied("Die Zabelstucke gelten.") == {}
    assert applied("Die Zabelstucke gelten.", words={"Zabelstücke"}) == {"Zabelstucke": "Zabelstücke"}


HEADER = ("SGB Il: nicht betroffen", "SGB Ill: Weisung", "Familienkasse: nicht betroffen", "")


def test_scope_lines_are_doubts_by_their_order() -> None:
    assert [(one.line, one.original, one.likely) for one in doubts(HEADER)] == [(1, "Il", "II"), (2, "Ill", "III")]


@pytest.mark.parametrize("numeral", ["Il", "|l", "1l", "ll", "[Il", "||", "lll"])
def test_a_legal_reference_is_a_doubt_with_the_likely_answer(numeral: str) -> None:
    (doubt,) = [one for one in doubts([*HEADER, f"Service Center SGB {numeral} (SC)"]) if one.line == 5]
    assert (doubt.original, doubt.likely) == (numeral, "III")
    assert "SGB II nicht betroffen" in doubt.reason


def test_a_reference_over_two_lines() -> None:
    found = doubts([*HEADER, "Gesprächsleitfaden SC SGB", "", "111 1.000, 1.001"])
    assert (found[-1].line, found[-1].original, found[-1].likely) == (7, "111", "III")


def test_both_books_concerned_leaves_it_open() -> None:
    (doubt,) = doubts(["SGB II: Weisung", "SGB III: Weisung", "", "im SGB Il gilt"])
    assert "nicht erkennen" in doubt.reason


def test_dates_and_numbers_with_letters_are_doubts() -> None:
    assert doubts(["ab dem O1.07.2O25 nach Weisung 2O2505010"]) == (
        Doubt(1, 7, "O1.07.2O25", "01.07.2025", "Sieht aus wie ein Datum, enthält aber Buchstaben."),
        Doubt(1, 31, "2O2505010", "202505010", "Sieht aus wie die Nummer einer Weisung, enthält aber Buchstaben."),
    )
    assert propose(["ab dem O1.07.2O25 nach Weisung 2O2505010"], set()) == ()


def test_clean_references_are_no_doubts() -> None:
    assert doubts(["SGB II: Weisung", "SGB III: nicht betroffen", "im SGB II, SGB IX, SGB X und § 16 SGB III"]) == ()


def test_an_abbreviation_that_was_read_as_a_number() -> None:
    assert applied("Die 0.g. Vorgänge bleiben.") == {"0": "o"}
    assert [(one.original, one.likely) for one in doubts(["die 0.9. Vorgänge"])] == [("0.9.", "o.g.")]
    assert doubts(["der Faktor ist 0.9.", "um 10.9. Uhr"]) == ()
