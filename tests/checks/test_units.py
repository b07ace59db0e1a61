"""The units file: U004, U005, U006."""

import pytest

from geltung.checks import run_checks
from geltung.corpus.corpus import Corpus
from geltung.model.units import Relation, Unit
from tests.checks.collection import UNITS, day


def found(*units: Unit) -> list[tuple[str, int, str]]:
    return [(item.file, item.line, item.code) for item in run_checks(Corpus.build((), units))]


def message(*units: Unit) -> str:
    (only,) = run_checks(Corpus.build((), units))
    return only.message


def test_units_without_problems() -> None:
    assert found(*UNITS) == []


@pytest.mark.parametrize("relation", ["instance_of", "part_of", "reports_to"])
def test_relation_to_an_unknown_unit(relation: str) -> None:
    unit = Unit("X", "Stelle", line=40, **{relation: (Relation("RD-BAY"),)})  # type: ignore[arg-type]
    assert found(*UNITS, unit) == [("units.yml", 40, "U004")]
    assert f"{relation}: „RD-BAY“" in message(*UNITS, unit)


def test_relation_to_something_unlike_any_unit() -> None:
    assert "Gemeint" not in message(*UNITS, Unit("X", "Stelle", part_of=(Relation("QQQQQQ"),)))


def test_relation_by_another_name() -> None:
    units = Unit("Y", "Zoll", variants=("Amt",)), Unit("X", "Stelle", part_of=(Relation("Amt"),))
    assert "Gemeint ist vielleicht Zoll (Y)." in message(*UNITS, *units)


def test_relation_by_name_instead_of_id() -> None:
    assert "Agentur für Arbeit (AA)" in message(*UNITS, Unit("X", "Stelle", part_of=(Relation("Arbeitsagentur"),)))


@pytest.mark.parametrize("relation", ["instance_of", "part_of", "reports_to"])
def test_circle_in_one_relation(relation: str) -> None:
    units = [
        Unit(id_, name, line=line, **{relation: (Relation(above),)})  # type: ignore[arg-type]
        for id_, name, above, line in (("P", "Paula", "Q", 1), ("Q", "Quelle", "R", 4), ("R", "Rosa", "P", 7))
    ]
    assert found(*units) == [("units.yml", 7, "U005")]
    assert f"R → P → Q → R über {relation}. " in message(*units)


def test_unit_above_itself() -> None:
    assert found(Unit("P", "Paula", part_of=(Relation("P"),), line=5)) == [("units.yml", 5, "U005")]


def test_circle_over_class_and_whole_together() -> None:
    units = (
        Unit("P", "Paula", instance_of=(Relation("Q"),), line=1),
        Unit("Q", "Quelle", part_of=(Relation("P"),), line=4),
    )
    assert found(*units) == [("units.yml", 4, "U005")]
    assert "Q → P → Q über instance_of und part_of" in message(*units)


def test_reporting_the_other_way_round_is_no_circle() -> None:
    assert found(Unit("P", "Paula", part_of=(Relation("Q"),)), Unit("Q", "Quelle", reports_to=(Relation("P"),))) == []


def test_two_circles_are_both_reported() -> None:
    pairs = [("P", "Paula", "Q"), ("Q", "Quelle", "P"), ("R", "Rosa", "S"), ("S", "Sonne", "R")]
    units = [Unit(id_, name, part_of=(Relation(above),)) for id_, name, above in pairs]
    assert [code for _, _, code in found(*units)] == ["U005", "U005"]


@pytest.mark.parametrize(
    ("start", "codes"),
    [("2025-01-01", []), ("2024-12-31", ["U005"])],
)
def test_relations_that_follow_each_other_are_no_circle(start: str, codes: list[str]) -> None:
    units = (
        Unit("P", "Paula", part_of=(Relation("Q", None, day("2024-12-31")),)),
        Unit("Q", "Quelle", part_of=(Relation("P", day(start)),)),
    )
    assert [code for _, _, code in found(*units)] == codes


def test_circle_of_one_day_is_dated() -> None:
    eve = day("2024-12-31")
    units = (
        Unit("P", "Paula", part_of=(Relation("Q", eve, eve),)),
        Unit("Q", "Quelle", part_of=(Relation("P", None, eve),)),
    )
    assert "über part_of (am 31.12.2024)." in message(*units)


def test_units_that_follow_each_other_are_no_circle() -> None:
    units = (
        Unit("P", "Paula", part_of=(Relation("Q"),), end=day("2024-12-31")),
        Unit("Q", "Quelle", part_of=(Relation("P"),), start=day("2025-01-01")),
    )
    assert found(*units) == []


@pytest.mark.parametrize(
    "other",
    [
        Unit("X", "Agenturen fuer Arbeit", line=50),
        Unit("X", "Stelle", ("aa",), line=50),
        Unit("X", "Stelle", variants=("Arbeits-Agentur",), line=50),
        Unit("aa", "Stelle", line=50),
    ],
)
def test_name_that_two_units_share(other: Unit) -> None:
    assert found(*UNITS, other) == [("units.yml", 50, "U006")]
    assert "Agentur für Arbeit (AA) als" in message(*UNITS, other)


def test_spellings_that_clash_are_quoted() -> None:
    text = message(*UNITS, Unit("X", "Stelle", ("Arbeits Agentur",), line=50))
    assert "Agentur für Arbeit (AA) als „Arbeitsagentur“ und Stelle (X) als „Arbeits Agentur“" in text


def test_short_abbreviations_are_told_apart_as_written() -> None:
    members = Unit("RD-N", "Regionaldirektion Nord", ("RD N",)), Unit("X", "Stelle", ("RDn",))
    assert found(*UNITS, *members) == []


def test_longer_abbreviations_are_not() -> None:
    units = Unit("X", "Stelle", ("AG-SX",), line=40), Unit("Y", "Zoll", ("AGSX",), line=44)
    assert found(*UNITS, *units) == [("units.yml", 44, "U006")]


def test_one_unit_may_have_a_name_in_several_spellings() -> None:
    assert found(*UNITS, Unit("X", "Stelle", ("St", "ST"), ("Stellen", "Die Stelle"))) == []
