import pytest
from hypothesis import given
from hypothesis import strategies as st

from geltung.search.words import stem, words


def terms(text: str) -> list[str]:
    return [word.term for word in words(text)]


@pytest.mark.parametrize("spelling", ["Überprüfung", "Ueberpruefung", "ueberprüfung", "Uberprufung", "ÜBERPRÜFUNGEN"])
def test_umlaut_spellings_are_one_term(spelling: str) -> None:
    assert terms(spelling) == terms("Überprüfung")


@pytest.mark.parametrize("spelling", ["E-Akte", "eAkte", "EAKTE", "e‑Akte", "E-Akten"])
def test_hyphen_variants_are_one_term(spelling: str) -> None:
    assert terms(spelling) == terms("eakte")


@pytest.mark.parametrize("spelling", ["SGB III", "SGB 3", "sgb iii"])
def test_numerals_of_law_books(spelling: str) -> None:
    assert terms(spelling) == ["sgb", "3"]


@pytest.mark.parametrize("spelling", ["SGBIII", "SGB3", "SGB-III"])
def test_numerals_written_together(spelling: str) -> None:
    (word,) = words(spelling)
    assert (word.term, word.pieces) == ("sgb", ("3",))


def test_sharp_s() -> None:
    assert terms("Straße") == terms("Strasse") == terms("STRASSE")


def test_identifiers_stay_whole_and_have_pieces() -> None:
    (word,) = words("6801.4/6901.4")
    assert word.term == "6801.4/6901.4"
    assert {"6801.4", "6901.4"} <= set(word.pieces)
    assert terms("3.001a") == ["3.001a"]


@given(st.text())
def test_any_text_has_words_within_it(text: str) -> None:
    for word in words(text):
        assert 0 <= word.start < word.end <= len(text)
        assert word.term
        assert stem(word.term) is not None
