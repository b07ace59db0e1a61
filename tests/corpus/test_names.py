"""People find a unit however they write it."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geltung.corpus.names import fold, keys, literal_key

SAME = (
    ("Agentur für Arbeit", "Agentur fuer Arbeit"),
    ("Agentur für Arbeit", "Agentur fur Arbeit"),
    ("Agentur für Arbeit", "AGENTUR FÜR ARBEIT"),
    ("Agentur für Arbeit", "Agenturen für Arbeit"),
    ("Agentur für Arbeit", "Die Agenturen für Arbeit"),
    ("Agentur für Arbeit", "der Agenturen für Arbeit"),
    ("Agentur für Arbeit", "den Agenturen für Arbeit"),
    ("Agentur für Arbeit", "  Agentur   für\tArbeit "),
    ("Agentur für Arbeit", "Agentur fu\u0308r Arbeit"),  # ü of two characters, as macOS writes it
    ("Service Center", "Service Centern"),
    ("Service Center", "Servicecenter"),
    ("Service Center", "Service-Center"),
    ("Service Center", "SERVICE CENTERS"),
    ("Operativer Service", "Operativen Services"),
    ("Operativer Service", "die Operativen Services"),
    ("Operativer Service", "dem operativen Service"),
    ("Regionaldirektion", "Regionaldirektionen"),
    ("Regionaldirektion", "Die Regionaldirektionen"),
    ("Regionalleitung Service Center", "Regionalleitungen Service Center"),
    ("Regionales Infrastrukturmanagement", "Das Regionale Infrastrukturmanagement"),
    ("Regionales Infrastrukturmanagement", "dem Regionalen Infrastrukturmanagement"),
    ("Regionales Infrastrukturmanagement", "des regionalen Infrastrukturmanagements"),
    ("gemeinsame Einrichtung", "Die gemeinsamen Einrichtungen"),
    ("Eingangszone", "EINGANGSZONEN"),
    ("Straße", "Strasse"),
    ("Straße", "STRASSE"),
    ("Familienkasse", "Familienkassen"),
    ("Arbeitgeber-Service", "Arbeitgeberservice"),
    ("Hochschule der BA", "hochschule der ba"),
    ("AA", "aa"),
    ("gE", "GE"),
    ("IT-S", "IT S"),
)
DIFFERENT = (
    ("Regionaldirektion Sachsen", "Regionaldirektion Sachsen-Anhalt-Thüringen"),
    ("Regionaldirektion", "Regionalleitung Service Center"),
    ("Service Center", "Interner Service"),
    ("Operativer Service", "Interner Service"),
    ("Eingangszone", "Eingangszone der Agentur für Arbeit Nürnberg"),
    ("Agentur für Arbeit Halle", "Agentur für Arbeit Hannover"),
    ("IR", "IS"),
    ("AA", "AG-S"),
    ("Familienkasse", "Familie"),
    ("Der", "Die"),
)


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert set(keys(one)) & set(keys(other))


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_different(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


def test_most_literal_key_first() -> None:
    assert keys("RD N")[0] == literal_key("rd  n") == "=rd n"
    assert keys("RD N")[0] != keys("RDn")[0]
    assert "rdn" in keys("RD N")
    assert "rdn" in keys("RDn")


def test_short_words_keep_their_endings() -> None:
    """Of a short name too little would be left."""
    assert not set(keys("RSC")) & set(keys("RSCs")[0:1])
    assert set(keys("Amt")) & set(keys("Amts")) == set()
    assert set(keys("Kasse")) & set(keys("Kassen"))


@pytest.mark.parametrize("text", ["", " ", "-", "()", "–", "_"])
def test_nothing_has_no_key_but_itself(text: str) -> None:
    assert keys(text) == (literal_key(text),)


def test_an_article_alone_is_a_name() -> None:
    assert "die" in keys("Die")


def test_fold() -> None:
    assert fold("Führungs-Akademie") == "fuhrungs-akademie"
    assert fold("GROẞE ÄPFEL") == "grosse apfel"
    assert fold("Mueller") == fold("Müller") == fold("MULLER") == "muller"
    assert fold("é") == "e"


@settings(derandomize=True, deadline=None)
@given(text=st.text(alphabet=string.ascii_letters + "äöüßÄÖÜ -()1234567890", max_size=30))
def test_case_and_umlaut_spelling_never_matter(text: str) -> None:
    spelled = text
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"), ("ß", "ss")):
        spelled = spelled.replace(umlaut, letters)
    assert keys(text)[1:] == keys(spelled)[1:]
    assert keys(text) == keys(text.upper()) == keys(text.lower())
    assert keys(text) == keys(f"  {text} ".replace(" ", "\u00a0"))


@settings(derandomize=True, deadline=None)
@given(text=st.text(max_size=40))
def test_any_text_has_keys(text: str) -> None:
    found = keys(text)
    assert len(found) == len(set(found)) > 0
    assert all(found)
