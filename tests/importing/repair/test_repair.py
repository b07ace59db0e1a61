"""The repair against the finished transcriptions, on clean text, and rule by rule."""

from pathlib import Path

import pytest

from geltung.importing.repair import APPLIED, Doubt, doubts, law_signs, propose
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


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("istliber", "ist über"), ("wurdevon", "wurde von"), ("sindnur", "sind nur"), ("mitden", "mit den"),
        ("folgtgefasst", "folgt gefasst"), ("bisspatestens", "bis spätestens"), ("dieAgentur", "die Agentur"),
    ],
)  # fmt: skip
def test_a_lost_blank_is_put_back(read: str, printed: str) -> None:
    assert applied(f"Hier steht dann {read} in der Zeile.") == {read: printed}


@pytest.mark.parametrize("read", ["Weisunglegt", "Zusammenarbeitmit", "Anforderungennicht", "Bundesamtftir"])
def test_a_noun_and_what_follows_it_are_divided(read: str) -> None:
    assert " " in applied(f"Hier steht die {read} in der Zeile.")[read]


@pytest.mark.parametrize("word", ["entsorgenden", "ebendiesem", "Denmark", "vornüber", "Sekundarstufe", "nachdem"])
def test_words_that_look_like_two_stay(word: str) -> None:
    assert applied(f"Hier steht dann {word} in der Zeile.", words={"und", "die", "den"}) == {}


def test_a_known_word_before_a_long_adjective_is_not_changed() -> None:
    found = propose([*DAMAGED, "", "für die Ansprachebeschaftigungspflichtiger Arbeitgeber"], set())
    (one,) = [one for one in found if one.line == len(DAMAGED) + 2]
    assert (one.proposed, one.confidence < APPLIED) == ("Ansprache beschäftigungspflichtiger", True)


def test_a_suspended_hyphen_at_the_line_end_is_no_divided_word() -> None:
    assert applied("Das gilt für Tastfeld-", "oder Mausbedienung.") == {}


def test_cases_are_told_from_traps() -> None:
    assert applied("Sie entscheiden ausgesteuerte Falle innerhalb der Frist.") == {"Falle": "Fälle"}
    assert applied("Alle Bestandsfalle werden geprüft.") == {"Bestandsfalle": "Bestandsfälle"}
    assert applied("Im vorliegenden Falle und in diesem Falle tappt niemand in die Falle.") == {}


def test_nominalised_verbs_are_no_plurals() -> None:
    assert applied("Beim Eintragen hilft das Nachtragen; zum Auftragen gehört Vorschlagen.") == {}
    assert applied("Sie arbeiten mit Auftragen und Neuantragen.") == {
        "Auftragen": "Aufträgen", "Neuantragen": "Neuanträgen",
    }  # fmt: skip


def test_what_is_no_word_is_always_listed_in_a_damaged_text() -> None:
    found = propose([*DAMAGED, "", "Die Xyrzantuk und Abschlisse und alle anderen Worte."], set())
    listed = {one.original: one.proposed for one in found if one.line == len(DAMAGED) + 2}
    assert listed == {"Xyrzantuk": "Xyrzantuk", "Abschlisse": "Abschlüsse"}
    assert propose(["Die Xyrzantuk und alle anderen Worte."], set()) == ()


@pytest.mark.parametrize(
    ("line", "likely"),
    [
        ("nach $ 163 Absatz 3 SGB IX", ["§ 163"]), ("statt „8 75 SGB III“ richtig „s 75a SGB III“", ["§ 75", "§ 75a"]),
        ("S 88 SGB III", ["§ 88"]), ("nach $$ 44 und 45 SGB III", ["§§ 44"]), ("Phase | (Vorphase)", ["Phase I"]),
        ("siehe S. 88 und § 8 SGB III, Phase II, Phase 1", []), ("um 8 20 Uhr für $ 100 Mio", []),
    ],
)  # fmt: skip
def test_damaged_signs_of_law_are_doubts(line: str, likely: list[str]) -> None:
    assert [one.likely for one in law_signs([line])] == likely
    assert propose([line], set()) == ()
