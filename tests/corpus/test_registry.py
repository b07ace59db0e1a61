"""From words to units: the grammar of addressees, and the names of the real units file."""

from pathlib import Path

import pytest

from geltung.corpus.registry import Registry
from geltung.model.units import Addressee, Relation, Unit
from geltung.parse.units_file import parse_units_file

UNITS = (
    Unit("ALL", "Alle Dienststellen"),
    Unit("RD", "Regionaldirektion", ("RD",)),
    Unit("RD-BY", "Regionaldirektion Bayern", ("RD BY",), instance_of=(Relation("RD"),)),
    Unit("AA", "Agentur für Arbeit", ("AA", "AfA"), ("Arbeitsagentur",)),
    Unit("AA-N", "Agentur für Arbeit Nürnberg", instance_of=(Relation("AA"),), reports_to=(Relation("RD-BY"),)),
    Unit("EZ", "Eingangszone", ("EZ",), part_of=(Relation("AA"),)),
    Unit("TEAM", "Team der Eingangszone", part_of=(Relation("EZ"),)),
    Unit("AV", "Arbeitsvermittlung", ("AV",), ("Arbeitsvermittlung und Beratung",), part_of=(Relation("AA"),)),
    Unit("SC", "Service Center", ("SC",)),
    Unit("GE", "gemeinsame Einrichtung (Jobcenter)", ("gE",), ("gemeinsame Einrichtung", "Jobcenter")),
    Unit("IAB", "Institut für Arbeitsmarkt- und Berufsforschung", ("IAB",)),
    Unit("X1", "Doppelt"),
    Unit("X2", "Doppelte"),
    Unit("LOOP", "Im Kreis", part_of=(Relation("LOOP"), Relation("NIRGENDS"))),
)
REGISTRY = Registry(UNITS)

Named = tuple[str | None, tuple[str, ...], str | None]


def named(text: str) -> list[Named]:
    """What the words name: unit, parts and district of each addressee."""
    return [(item.unit, item.parts, item.district) for item in REGISTRY.addressees(text)]


@pytest.mark.parametrize(
    ("text", "unit", "parts", "district"),
    [
        ("Die Agenturen für Arbeit", "AA", (), None),
        ("AA", "AA", (), None),
        ("Alle Dienststellen", "ALL", (), None),
        ("ALL", "ALL", (), None),
        # rule 15: a part restricts, an abbreviation is dropped, anything else is text
        ("Die Agenturen für Arbeit (Eingangszonen)", "AA", ("EZ",), None),
        ("Die Agenturen für Arbeit (EZ)", "AA", ("EZ",), None),
        ("AA (EZ)", "AA", ("EZ",), None),
        ("Agentur für Arbeit Nürnberg (Eingangszone)", "AA-N", (), None),
        ("Die Agenturen für Arbeit (Team der Eingangszone)", "AA", ("TEAM",), None),
        ("Die Agenturen für Arbeit (AA)", "AA", (), None),
        ("Die Agenturen für Arbeit (AfA)", "AA", (), None),
        ("Die Agenturen für Arbeit (Identity)", "AA", (), None),
        ("Die Agenturen für Arbeit (Service Center)", "AA", (), None),
        ("Die Eingangszonen (Agenturen für Arbeit)", "EZ", (), None),
        ("gemeinsame Einrichtung (Jobcenter)", "GE", (), None),
        ("Die gemeinsamen Einrichtungen (gE)", "GE", (), None),
        ("Die Agenturen für Arbeit (EZ) (Identity)", "AA", (), None),
        # rule 16
        ("Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayern", "AA", (), "RD-BY"),
        ("AA im Bezirk RD-BY", "AA", (), "RD-BY"),
        ("Agenturen für Arbeit IM BEZIRK DER RD BY", "AA", (), "RD-BY"),
        ("Die Agenturen für Arbeit (Eingangszonen) im Bezirk der Regionaldirektion Bayern", "AA", ("EZ",), "RD-BY"),
        ("AA (EZ) im Bezirk RD-BY", "AA", ("EZ",), "RD-BY"),
        # names that contain words with which lists are made
        ("Institut für Arbeitsmarkt- und Berufsforschung", "IAB", (), None),
        ("Arbeitsvermittlung und Beratung", "AV", (), None),
    ],
)
def test_one_addressee(text: str, unit: str, parts: tuple[str, ...], district: str | None) -> None:
    assert REGISTRY.addressees(text) == (Addressee(text, unit, parts, district),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Agenturen für Arbeit und die Service Center", ["AA", "SC"]),
        ("Die Agenturen für Arbeit sowie die Service Center", ["AA", "SC"]),
        ("Die Agenturen für Arbeit, die Service Center", ["AA", "SC"]),
        ("AA; SC", ["AA", "SC"]),
        ("AA/SC", ["AA", "SC"]),
        ("AA / SC / gE", ["AA", "SC", "GE"]),
        ("AA, SC und gE", ["AA", "SC", "GE"]),
        ("IAB und SC", ["IAB", "SC"]),
        ("SC und Institut für Arbeitsmarkt- und Berufsforschung", ["SC", "IAB"]),
        ("Arbeitsvermittlung und Beratung und Eingangszone", ["AV", "EZ"]),
        ("Die Service Center und die Bundesbank", ["SC", None]),
        ("AA; ; SC", ["AA", "SC"]),
    ],
)
def test_several_addressees(text: str, expected: list[str | None]) -> None:
    assert [unit for unit, _, _ in named(text)] == expected


def test_several_addressees_each_with_its_own_restriction() -> None:
    assert named("AA (EZ); SC; AA im Bezirk RD-BY") == [("AA", ("EZ",), None), ("SC", (), None), ("AA", (), "RD-BY")]


@pytest.mark.parametrize(
    "text",
    ["Die Bundesbank", "XYZ", "Doppelten", "AA im Bezirk der Bundesbank", "Bundesbank im Bezirk RD-BY", "", "und", ";"],
)
def test_unknown_and_ambiguous_words_are_kept_as_text(text: str) -> None:
    """Words that name no unit, or more than one, are never dropped."""
    assert REGISTRY.addressees(text) == (Addressee(text, None),)


def test_unknown_words_in_a_list_keep_their_text() -> None:
    assert [item.text for item in REGISTRY.addressees("SC, die Bundesbank und AA")] == ["SC", "die Bundesbank", "AA"]


def test_a_sentence_is_no_list() -> None:
    """A heading of many pieces is looked at as a whole, so that no text makes the search long."""
    text = " und ".join(["die Bundesbank"] * 40)
    assert REGISTRY.addressees(text) == (Addressee(text, None),)


def test_exact_id_wins_over_names() -> None:
    registry = Registry((Unit("EZ", "Eingangszone"), Unit("B", "ez", ("EZ",))))
    assert registry.find("EZ") == ("EZ",)
    assert registry.find("ez") == ("EZ", "B")


def test_literal_spelling_wins_over_folded() -> None:
    registry = Registry((Unit("R", "Regionaldirektion", ("RDn",)), Unit("N", "Nord", ("RD N",))))
    assert registry.find("RDn") == registry.find("rdn") == ("R",)
    assert registry.find("RD N") == registry.find("rd n") == ("N",)
    assert registry.find("RD-N") == ("R", "N")


def test_nearest() -> None:
    assert REGISTRY.nearest("Agentur für Arbiet")[0] == "Agentur für Arbeit (AA)"
    assert REGISTRY.nearest("Eingangszohne")[0] == "Eingangszone (EZ)"
    assert REGISTRY.nearest("Qqqqqqqq") == ()
    assert len(REGISTRY.nearest("Agentur für Arbeit Nürnbreg", most=1)) == 1


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [("EZ", "AA", True), ("TEAM", "AA", True), ("AA", "EZ", False), ("AA-N", "AA", False), ("AA", "AA", False),
     ("LOOP", "AA", False), ("LOOP", "LOOP", True), ("nobody", "AA", False)],
)  # fmt: skip
def test_is_part(part: str, whole: str, expected: bool) -> None:
    assert REGISTRY.is_part(part, whole) is expected


@pytest.fixture(scope="module")
def real(real_directives: Path) -> Registry:
    """The units of the repository's own collection."""
    units, diagnostics = parse_units_file(real_directives / "units.yml", real_directives)
    assert diagnostics == ()
    return Registry(units)


class TestRealUnits:
    """Every name in directives/units.yml means exactly its unit."""

    def test_every_name_finds_its_unit_and_no_other(self, real: Registry) -> None:
        wrong = []
        count = 0
        for unit in real.units.values():
            for name in (unit.id, unit.name, *unit.abbreviations, *unit.variants):
                for spelling in (name, name.upper(), name.lower(), name.swapcase(), f" {name} ", _ascii(name)):
                    count += 1
                    if real.find(spelling) != (unit.id,):
                        wrong.append((spelling, unit.id, real.find(spelling)))
        assert wrong == []
        assert count > 400

    def test_every_name_is_an_addressee(self, real: Registry) -> None:
        for unit in real.units.values():
            for name in (unit.id, unit.name, *unit.abbreviations, *unit.variants):
                assert [item.unit for item in real.addressees(name)] == [unit.id], name

    @pytest.mark.parametrize(
        ("text", "unit"),
        [
            ("Service Centern", "SC"),
            ("Servicecenter", "SC"),
            ("der Agenturen für Arbeit", "AA"),
            ("Agenturen fuer Arbeit", "AA"),
            ("agentur fur arbeit", "AA"),
            ("Operativen Services", "OS"),
            ("Internen Services", "IS"),
            ("Regionaldirektionen", "RD"),
            ("Die Regionalleitungen Service Center", "RSC"),
            ("Das Regionale Infrastrukturmanagement", "RIM"),
            ("Eingangszonen", "EZ"),
            ("Jobcentern", "GE"),
            ("gemeinsamen Einrichtungen", "GE"),
            ("Familienkassen", "FAMKA"),
            ("RD Sachsen", "RD-S"),
            ("Arbeitsagentur Halle", "AA-Halle"),
            ("AA Nuernberg", "AA-Nuernberg"),
            ("Arbeitsagenturen", "AA"),
            ("Arbeitgeberservice", "AG-S"),
        ],
    )
    def test_spellings_of_everyday(self, real: Registry, text: str, unit: str) -> None:
        assert real.find(text) == (unit,)

    def test_headings_of_the_two_directives(self, real: Registry) -> None:
        assert [item.unit for item in real.addressees("Das Regionale Infrastrukturmanagement (Identity)")] == ["RIM"]
        (found,) = real.addressees("Die Agenturen für Arbeit (Eingangszonen)")
        assert (found.unit, found.parts) == ("AA", ("EZ",))


def _ascii(name: str) -> str:
    for umlaut, letters in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "AE"), ("Ö", "OE"), ("Ü", "UE"), ("ß", "ss")):
        name = name.replace(umlaut, letters)
    return name


def test_bracket_with_several_parts_restricts_to_all_of_them() -> None:
    units = (
        Unit("AA", "Agentur für Arbeit"),
        Unit("EZ", "Eingangszone", part_of=(Relation("AA"),)),
        Unit("AV", "Arbeitsvermittlung", part_of=(Relation("AA"),)),
    )
    registry = Registry(units)
    (found,) = registry.addressees("Die Agenturen für Arbeit (Eingangszonen und Arbeitsvermittlung)")
    assert (found.unit, found.parts) == ("AA", ("EZ", "AV"))
    (other,) = registry.addressees("Die Agenturen für Arbeit (Eingangszonen und Sonstige)")
    assert (other.unit, other.parts) == ("AA", ())


def test_several_districts() -> None:
    units = (
        Unit("AA", "Agentur für Arbeit"),
        Unit("SC", "Service Center"),
        Unit("RD", "Regionaldirektion"),
        Unit("RD-BY", "Regionaldirektion Bayern", instance_of=(Relation("RD"),)),
        Unit("RD-N", "Regionaldirektion Nord", instance_of=(Relation("RD"),)),
    )
    registry = Registry(units)
    text = "Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayern und der Regionaldirektion Nord"
    assert [(item.unit, item.district) for item in registry.addressees(text)] == [("AA", "RD-BY"), ("AA", "RD-N")]
    text = "Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayern und die Service Center"
    assert [(item.unit, item.district) for item in registry.addressees(text)] == [("AA", "RD-BY"), ("SC", None)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Die Service Center SGB III", ("SC",)),
        ("Service Center im Rechtskreis SGB III", ("SC",)),
        ("Die Service Center SGB II", ()),
        ("Alle Service Center", ("SC",)),
        ("SGB III", ()),
    ],
)
def test_all_of_them_and_the_area_behind_a_name(words: str, found: tuple[str, ...]) -> None:
    assert Registry([Unit("SC", "Service Center", areas=("SGB III",))]).find(words) == found
