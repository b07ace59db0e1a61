"""The units file → units."""

from datetime import date

import pytest

from geltung.model.units import Relation, Unit
from geltung.parse.units_file import parse_units

FILE = """\
units:
  AA:
    name: Agentur für Arbeit
    abbreviations: [AA, AfA]
    variants: [Arbeitsagentur]
    reports_to: RD
    areas: [SGB III]
  AMZ:
    name: Team Arbeitsmarktzulassung
    part_of: [{unit: ZAV, from: 2022-04-01}, OS]
    instance_of: {unit: X, until: 2030-01-01}
    from: 2000-01-01
    until: 2040-12-31
    note: Bemerkung
members:
  AA:
    AA-Halle:
      name: Agentur für Arbeit Halle
      abbreviations: [AA Halle, HAL]
      reports_to: RD-SAT
    AA-Alt:
      name: Arbeitsamt
      instance_of: [{unit: AA, until: 2010-12-31}]
"""


def test_units() -> None:
    units, found = parse_units(FILE, "units.yml")
    assert found == ()
    assert units == (
        Unit(
            "AA",
            "Agentur für Arbeit",
            ("AA", "AfA"),
            ("Arbeitsagentur",),
            reports_to=(Relation("RD"),),
            areas=("SGB III",),
            line=2,
        ),
        Unit(
            "AMZ",
            "Team Arbeitsmarktzulassung",
            instance_of=(Relation("X", None, date(2030, 1, 1)),),
            part_of=(Relation("ZAV", date(2022, 4, 1)), Relation("OS")),
            start=date(2000, 1, 1),
            end=date(2040, 12, 31),
            note="Bemerkung",
            line=8,
        ),
        Unit(
            "AA-Halle",
            "Agentur für Arbeit Halle",
            ("AA Halle", "HAL"),
            ("AfA Halle", "Arbeitsagentur Halle"),
            instance_of=(Relation("AA"),),
            reports_to=(Relation("RD-SAT"),),
            line=17,
        ),
        Unit("AA-Alt", "Arbeitsamt", instance_of=(Relation("AA", None, date(2010, 12, 31)),), line=21),
    )


@pytest.mark.parametrize(
    ("text", "code", "line", "words"),
    [
        ("units:\n  A:\n    abbreviations: [A]\n", "U003", 3, "„name“"),
        ("units:\n  A:\n", "U003", 2, "„name“"),
        ("units:\n  A: x\n", "U003", 2, "eingerückter Zeilen"),
        ("units: []\n", "U003", 1, "eine Liste"),
        ("members: {}\n", "U003", 1, "„units“"),
        ("units:\n  Ä B: {name: x}\n", "U003", 2, "ohne Umlaute"),
        ("units:\n  A: {name: x, areas: [SGB 3]}\n", "U003", 2, "Vorschlag: areas: SGB III."),
        ("units:\n  A: {name: x, areas: SGB III}\n", "U003", 2, "Vorschlag: areas: [SGB III]."),
        ("units:\n  A: {name: x, part_of: a b}\n", "U003", 2, "Kennung"),
        ("units:\n  A: {name: x, part_of: {from: 2025-01-01}}\n", "U003", 2, "„unit“"),
        ("units:\n  A: {name: x, from: 1.1.2025}\n", "U003", 2, "Vorschlag: from: 2025-01-01."),
        ("units:\n  A:\n    name: x\n    from: 2025-01-02\n    until: 2025-01-01\n", "U003", 5, "02.01.2025"),
        ("units:\n  A: {name: x}\nmembers:\n  A:\n    A: {name: y}\n", "U003", 5, "Zeile 2"),
        ("units:\n  A: {name: x, parts_of: B}\n", "F012", 2, "Vorschlag: part_of: …."),
        ("units:\n  A: {name: x}\n  A: {name: y}\n", "F011", 3, "Zeile 2"),
        ("units:\n  A: &a {name: x}\n", "F010", 2, "Anker"),
        ("units:\n  A: {name: x: y}\n", "F009", 2, "Die Einheitendatei muss gültiges YAML sein"),
        ("- a\n", "F009", 1, "„feld: wert“"),
        ("", "F007", 1, "leer"),
        ("units:\x00", "F003", 1, "U+0000"),
    ],
)
def test_problems(text: str, code: str, line: int, words: str) -> None:
    (found,) = parse_units(text, "units.yml")[1]
    assert (found.file, found.code, found.line) == ("units.yml", code, line)
    assert words in found.message


def test_a_unit_without_a_name_goes_by_its_id() -> None:
    (unit,) = parse_units("units:\n  A:\n", "units.yml")[0]
    assert (unit.id, unit.name) == ("A", "A")
