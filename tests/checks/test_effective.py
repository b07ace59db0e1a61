"""The words of a change against its days: C013, C014, C018."""

import pytest

from tests.checks.collection import A_FILE, B_FILE, B, change, document, found, line_of, messages


def codes(words: str, effective: str | None, *, kind: str = "repeal", **fields: str) -> list[str]:
    """Codes found for a change with these words, all of them at the line of the change."""
    documents = changed(words, effective, kind=kind, **fields)
    line = line_of(documents[B_FILE], "- kind:")
    result = found(documents)
    assert {item[:2] for item in result} <= {(B_FILE, line)}
    return [item[2] for item in result]


def changed(words: str, effective: str | None, *, kind: str = "repeal", **fields: str) -> dict[str, str]:
    stated = {"effective": effective} if effective else {}
    extra = change(kind, words=f"'{words}'", **stated, **fields)
    target = document(valid_until="2025-08-31")
    return {A_FILE: target, B_FILE: document(B, issued="2025-02-20", valid_from="2025-07-01", extra=extra)}


@pytest.mark.parametrize(
    ("words", "effective"),
    [
        ("wird mit Ablauf des 31.08.2025 aufgehoben", "2025-09-01"),
        ("tritt mit Ablauf des 15. August 2025 außer Kraft", "2025-08-16"),
        ("wird mit Wirkung vom 15.08.2025 aufgehoben", "2025-08-15"),
        ("wird ab dem 15.08.2025 ersetzt", "2025-08-15"),
        ("wird ab 15.08.2025 ersetzt", "2025-08-15"),
        ("wird zum 01.09.2025 aufgehoben", "2025-09-01"),
        ("Die Weisung 202501001 vom 15.01.2025 wird mit Ablauf des 31.08.2025 aufgehoben", "2025-09-01"),
        ("gilt noch bis zum 31.08.2025", "2025-09-01"),
        ("wird mit Ablauf des 31.12. aufgehoben", "2026-01-01"),
        ("wird mit Ablauf des 31.08.25 aufgehoben", "2025-09-01"),
        ("wird am 1.9.2025 aufgehoben", "2025-09-01"),
        ("wird aufgehoben", "2025-07-01"),
        ("wird mit Inkrafttreten dieser Weisung aufgehoben", "2025-07-01"),
        ("wird sechs Wochen nach der Umstellung aufgehoben", "2025-09-01"),
        ("wird mit Ablauf des Quartals aufgehoben", "2025-10-01"),
        ("wird Ende August 2025 aufgehoben", "2025-09-01"),
        ("siehe Punkt 4", "2025-09-01"),
        ("Die am 15.01.2025 erlassene Weisung wird aufgehoben", "2025-07-01"),
        ("Die Frist ab 01.10.2025 wird mit Wirkung vom 15.08.2025 aufgehoben", "2025-08-15"),
    ],
)
def test_words_that_give_the_day(words: str, effective: str) -> None:
    assert codes(words, effective) == []


@pytest.mark.parametrize(
    ("words", "effective", "proposal"),
    [
        ("wird mit Ablauf des 31.08.2025 aufgehoben", "2025-08-31", "2025-09-01"),
        ("wird mit Wirkung vom 15.08.2025 aufgehoben", "2025-08-16", "2025-08-15"),
        ("wird ab dem 15.08.2025 ersetzt", "2025-09-15", "2025-08-15"),
        ("wird zum 01.09.2025 aufgehoben", "2025-09-02", "2025-09-01"),
        ("wird mit Ablauf des 31.08. aufgehoben", "2025-08-31", "2025-09-01"),
        ("gilt noch bis zum 31.08.2025", "2025-08-31", "2025-09-01"),
        ("wird am 1.9.2025 aufgehoben", "2025-09-02", "2025-09-01"),
        ("wird mit Ablauf des 31.08.25 aufgehoben", "2025-08-31", "2025-09-01"),
        ("gilt ab 01.03.2025 und tritt am 01.09.2025 außer Kraft", "2025-03-01", "2025-09-01"),
        ("galt ab 01.10.2025, wird mit Wirkung vom 15.08.2025 aufgehoben", "2025-10-01", "2025-08-15"),
        ("gilt bis zum 31.10.2025, wird mit Wirkung vom 15.08.2025 aufgehoben", "2025-11-01", "2025-08-15"),
        ("gilt bis zum 31.10.2025, wird mit Wirkung zum 01.09.2025 aufgehoben", "2025-11-01", "2025-09-01"),
    ],
)
def test_words_that_give_another_day(words: str, effective: str, proposal: str) -> None:
    assert codes(words, effective) == ["C013"]
    assert f"Vorschlag: effective: {proposal}." in messages(changed(words, effective), "C013")[0]


@pytest.mark.parametrize(
    ("words", "effective", "other"),
    [
        ("wird zum 31.08.2025 aufgehoben", "2025-09-01", "2025-08-31"),
        ("wird zum 28.02.2026 aufgehoben", "2026-03-01", "2026-02-28"),
        ("wird zum 15.08.2025 aufgehoben", "2025-08-15", "2025-08-16"),
        ("tritt am 31.08.2025 außer Kraft", "2025-09-01", "2025-08-31"),
        ("Am 15.08.2025 tritt die Weisung außer Kraft", "2025-08-15", "2025-08-16"),
    ],
)
def test_zum_within_a_month_wants_confirmation(words: str, effective: str, other: str) -> None:
    assert codes(words, effective) == ["C014"]
    assert codes(words, effective, confirmed="true") == []
    assert codes(words, other) == ["C013", "C014"]
    assert codes(words, other, confirmed="true") == []
    assert codes(words, "2025-12-24", confirmed="true") == ["C013"]


@pytest.mark.parametrize("words", ["wird mit Ablauf des 31.08.2025 aufgehoben", "wird ab 01.07.2025 ersetzt"])
def test_day_in_the_words_alone(words: str) -> None:
    assert codes(words, None) == ["C018"]
    assert "Ohne effective gilt valid_from der Weisung, 01.07.2025." in messages(changed(words, None), "C018")[0]


def test_proposal_for_a_day_in_the_words_alone() -> None:
    (message,) = messages(changed("wird mit Ablauf des 31.08. aufgehoben", None), "C018")
    assert "Vorschlag: effective: 2025-09-01." in message


def test_day_without_year_or_other_days_to_compare() -> None:
    documents = changed("wird mit Ablauf des 31.08. aufgehoben", None)
    documents[B_FILE] = documents[B_FILE].replace("valid_from: 2025-07-01\n", "")
    (message,) = messages(documents, "C018", parser_says=("H001",))
    assert "effective fehlt. Vorschlag: effective: 2024-09-01." in message
    documents[B_FILE] = documents[B_FILE].replace("issued: 2025-02-20\n", "")
    assert messages(documents, "C018", parser_says=("H001", "H001")) == []


def test_no_day_anywhere() -> None:
    assert codes("wird aufgehoben", None) == []
    assert codes("Die Weisung 202501001 vom 15.01.2025 wird aufgehoben", None) == []


def test_extension() -> None:
    words = "wird mit Wirkung vom 01.08.2025 bis zum 31.12.2025 verlängert"
    assert codes(words, "2025-08-01", kind="extension", valid_until="2025-12-31") == []
    assert codes(words, "2025-08-01", kind="extension", valid_until="2026-12-31") == ["C013"]
    assert codes(words, "2025-08-01", kind="extension", valid_until="unbegrenzt") == ["C013"]
    assert codes(words, "2025-08-02", kind="extension", valid_until="2025-12-31") == ["C013"]
    (message,) = messages(changed(words, "2025-08-01", kind="extension", valid_until="2026-12-31"), "C013")
    assert "valid_until ist 2026-12-31. Vorschlag: valid_until: 2025-12-31." in message
    for said in ("wird bis 31.12.2025 verlängert", "gilt bis zum Ablauf des 31.12.2025", "wird verlängert"):
        assert codes(said, None, kind="extension", valid_until="2025-12-31") == []
    assert codes("gilt unbegrenzt", None, kind="extension", valid_until="unbegrenzt") == []


def test_words_of_an_extension_that_does_not_say_until_when() -> None:
    words = "wird mit Wirkung vom 01.08.2025 bis zum 31.12.2025 verlängert"
    assert messages(changed(words, "2025-08-01", kind="extension"), "C013", parser_says=("C017",)) == []


def test_first_date_of_the_words_is_not_always_the_end() -> None:
    words = "wird mit Wirkung vom 01.08.2025 bis zum 31.12.2025 verlängert"
    (message,) = messages(changed(words, "2025-08-01", kind="extension", valid_until="2025-08-01"), "C013")
    assert "„bis zum 31.12.2025“, valid_until ist 2025-08-01" in message
    (message,) = messages(changed(words, "2025-08-01", kind="extension", valid_until="unbegrenzt"), "C013")
    assert "valid_until ist unbegrenzt." in message


def test_quoted_words_of_the_target_give_no_day() -> None:
    assert codes("Die Wörter „ab dem 01.10.2025“ entfallen", "2025-07-01", parts='["1"]', kind="partial repeal") == []


@pytest.mark.parametrize("words", ["wird aufgehoben", "wird mit Inkrafttreten dieser Weisung aufgehoben"])
def test_words_without_a_day_mean_the_first_day_of_the_act(words: str) -> None:
    assert codes(words, "2025-12-01") == ["C013"]
    (message,) = messages(changed(words, "2025-12-01"), "C013")
    assert f"„{words}“ nennt keinen, dann zählt valid_from der Weisung, 01.07.2025; effective ist 2025-12-01" in message
    assert "Vorschlag: effective weglassen oder" in message


def test_words_without_a_day_of_other_changes() -> None:
    extended = {"kind": "extension", "valid_until": "2025-12-31"}
    assert codes("wird bis zum 31.12.2025 verlängert", "2025-08-01", **extended) == ["C013"]
    assert codes("wird bis zum 31.12.2025 verlängert", "2025-07-01", **extended) == []
    assert "C013" in codes("wird neu gefasst", "2025-08-01", kind="amendment", parts='["2.1"]')
    assert "C013" not in codes("wird berichtigt", "2025-03-01", kind="correction", parts='["2.1"]')


@pytest.mark.parametrize(
    ("words", "effective"),
    [
        ("ist bereits mit Ablauf des 31.12.2024 aufgehoben", "2025-07-01"),
        ("ist bereits mit Ablauf des 31.12.2024 aufgehoben", "2025-01-01"),
        ("ist bereits mit Ablauf des 31.12.2025 aufgehoben", "2026-01-01"),
        ("ist zum 01.02.2025 aufgehoben", None),
        ("Die Weisung wurde mit Weisung 202501009 aufgehoben", "2025-07-01"),
        ("Es wird darauf hingewiesen, dass sie schon außer Kraft getreten ist", None),
        ("ist seit 01.02.2025 durch Weisung 202501009 ersetzt", None),
    ],
)
def test_report_of_an_earlier_repeal(words: str, effective: str | None) -> None:
    assert codes(words, effective) == ["C021"]
    (message,) = messages(changed(words, effective), "C021")
    assert "Vorschlag: diesen Eintrag (ab „- kind: repeal“) streichen" in message


@pytest.mark.parametrize(
    "words",
    [
        "wird bereits mit Ablauf des 31.08.2025 aufgehoben",
        "Die bereits verlängerte Weisung tritt mit Ablauf des 31.08.2025 außer Kraft",
        "ist hiermit mit Ablauf des 31.08.2025 aufgehoben",
        "ist mit Ablauf des 31.08.2025 aufgehoben",
        "Diese Weisung ersetzt ab 01.09.2025 die bereits geltende",
        "Aufhebung mit Ablauf des 31.08.2025 der Weisung, die bereits verlängert wurde",
    ],
)
def test_words_that_repeal_are_no_report(words: str) -> None:
    assert codes(words, "2025-09-01") == []


def test_only_a_repeal_is_reported() -> None:
    found_codes = codes("wurde bereits mit Wirkung vom 01.07.2025 geändert", "2025-07-01", kind="amendment")
    assert "C021" not in found_codes


@pytest.mark.parametrize("written", ["30.02.2026", "31.06.2025", "31. Juni 2025", "32.08.2025", "12.13.2025", "31.06."])
def test_day_that_does_not_exist(written: str) -> None:
    documents = changed(f"wird mit Ablauf des {written} aufgehoben", "2025-07-01")
    assert codes(f"wird mit Ablauf des {written} aufgehoben", "2025-07-01") == ["C022"]
    assert f"„{written}“ in der Aufhebung von 202501001 gibt es nicht" in messages(documents, "C022")[0]
    slip = f"  slips:\n    - text: mit Ablauf des {written}\n"
    documents[B_FILE] = documents[B_FILE].replace("---\n\n", f"{slip}---\n\n", 1)
    assert messages(documents, "C022") == []
