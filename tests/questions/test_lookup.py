"""From what people type to units, areas and days, and what they are told when it is wrong."""

import sqlite3
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest

from geltung import applies, load
from geltung.corpus.registry import Registry
from geltung.model.units import Unit
from geltung.questions.collection import Collection
from geltung.questions.errors import InvalidDay, NoCollection, QuestionError, UnknownArea, UnknownUnit
from geltung.questions.lookup import UNIT_DAYS, day_asked, find_area, find_day, find_unit
from geltung.questions.today import today
from geltung.store.records import load_units
from tests.store.documents import write

AMBIGUOUS = """\
units:
  A1:
    name: Erste
    variants: [Doppelte]
  A2:
    name: Zweite
    variants: [Doppelter]
"""


@pytest.fixture(scope="module")
def connection(real_directives: Path) -> sqlite3.Connection:
    return load(real_directives).connection


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("EZ", "EZ"), ("ez", "EZ"), (" EZ ", "EZ"), ("Eingangszone", "EZ"), ("EINGANGSZONEN", "EZ"),
        ("Agentur für Arbeit", "AA"), ("Agentur fuer Arbeit", "AA"), ("agentur fur arbeit", "AA"),
        ("Die Agenturen für Arbeit", "AA"), ("AfA", "AA"), ("Arbeitsagentur", "AA"), ("Service Centern", "SC"),
        ("Operativen Services", "OS"), ("Jobcenter", "GE"), ("gE", "GE"), ("RD Bayern", "RD-BY"), ("RD N", "RD-N"),
        ("rdn", "RD"), ("Agentur für Arbeit Nuernberg", "AA-Nuernberg"), ("ALL", "ALL"),
        ("Arbeitsagentur Koeln", "AA-Koeln"), ("Alle Agenturen für Arbeit", "AA"), ("sämtlichen Service Centern", "SC"),
        ("alle Dienststellen der BA", "ALL"), ("Die Service Center SGB III", "SC"),
    ],
)  # fmt: skip
def test_unit(connection: sqlite3.Connection, text: str, unit: str) -> None:
    assert find_unit(connection, text).id == unit


def test_a_heading_with_a_part_in_brackets_names_both(connection: sqlite3.Connection) -> None:
    with pytest.raises(UnknownUnit, match=r"Gemeint sein kann: Agentur für Arbeit \(AA\), Eingangszone \(EZ\)"):
        find_unit(connection, "Die Agenturen für Arbeit (Eingangszonen)")


def test_unit_found_says_how_it_is_called(connection: sqlite3.Connection) -> None:
    found = find_unit(connection, "ez")
    assert (found.id, found.name) == ("EZ", "Eingangszone")


def test_store_finds_what_the_registry_finds(connection: sqlite3.Connection) -> None:
    """Questions and headings understand the same names."""
    units = load_units(connection)
    registry = Registry(units)
    texts = [name for unit in units for name in (unit.id, unit.name, *unit.abbreviations, *unit.variants)]
    for text in [
        *texts,
        *map(str.upper, texts),
        *map(str.lower, texts),
        *(f"{text}en" for text in texts),
        "",
        "x",
        "-",
    ]:
        ids = registry.find(text)
        if len(ids) == 1:
            assert find_unit(connection, text).id == ids[0], text
        else:
            with pytest.raises(UnknownUnit):
                find_unit(connection, text)


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Agentur für Arbiet", "Agentur für Arbeit (AA)"),
        ("Eingangszohne", "Eingangszone (EZ)"),
        ("Service Zenter", "Service Center (SC)"),
        ("Regionaldirektion Baiern", "Regionaldirektion Bayern (RD-BY)"),
        ("EZZ", "Eingangszone (EZ)"),
    ],
)
def test_unknown_unit_names_the_nearest(connection: sqlite3.Connection, text: str, near: str) -> None:
    with pytest.raises(UnknownUnit) as caught:
        find_unit(connection, text)
    assert str(caught.value).startswith(f"Keine Organisationseinheit heißt „{text}“. Ähnlich: ")
    assert near in str(caught.value)


@pytest.mark.parametrize("text", ["", " "])
def test_an_empty_unit_is_said_to_be_empty(connection: sqlite3.Connection, text: str) -> None:
    with pytest.raises(UnknownUnit, match="leer"):
        find_unit(connection, text)


@pytest.mark.parametrize("text", ["qqqqqqqqqq", "%", "'; DROP TABLE unit; --", "\udcff", "\x00", "x" * 10_000])
def test_unknown_unit_without_anything_near(connection: sqlite3.Connection, text: str) -> None:
    with pytest.raises(UnknownUnit, match="Keine Organisationseinheit heißt"):
        find_unit(connection, text)
    assert find_unit(connection, "EZ").id == "EZ"


def test_ambiguous_unit_names_all_that_it_can_be(tmp_path: Path) -> None:
    connection = load(write(tmp_path / "collection", {}, AMBIGUOUS)).connection
    with pytest.raises(UnknownUnit) as caught:
        find_unit(connection, "Doppelten")
    assert str(caught.value) == "„Doppelten“ ist mehrdeutig. Gemeint sein kann: Erste (A1), Zweite (A2)"
    assert find_unit(connection, "Doppelte").id == "A1", "as it is written there, it is not ambiguous"


def test_without_units_file_that_is_said(tmp_path: Path) -> None:
    connection = load(write(tmp_path / "collection", {}, None)).connection
    with pytest.raises(UnknownUnit, match=r"Einheitendatei „units\.yml“ fehlt"):
        find_unit(connection, "AA")


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("SGB II", "SGB II"), ("SGB III", "SGB III"), ("sgb iii", "SGB III"), ("SGBIII", "SGB III"),
        ("sgb3", "SGB III"),
        ("SGB 2", "SGB II"), ("III", "SGB III"), ("2", "SGB II"), ("Familienkasse", "Familienkasse"),
        ("FAMKA", "Familienkasse"), (" FamKa ", "Familienkasse"), ("fk", "Familienkasse"),
    ],
)  # fmt: skip
def test_area(text: str, area: str) -> None:
    assert find_area(text) == area


@pytest.mark.parametrize("text", ["", "SGB", "SGB IV", "SGB IIII", "1", "nicht betroffen", "\udcff"])
def test_unknown_area(text: str) -> None:
    with pytest.raises(UnknownArea) as caught:
        find_area(text)
    assert str(caught.value) == f"„{text}“ ist kein Rechtskreis. Möglich sind: SGB II, SGB III, Familienkasse"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-07-15", date(2025, 7, 15)), ("2025-7-15", date(2025, 7, 15)), ("15.07.2025", date(2025, 7, 15)), ("1.7.2025", date(2025, 7, 1)),
        ("15. 07. 2025", date(2025, 7, 15)), (" 2024-02-29 ", date(2024, 2, 29)), ("29.02.2024", date(2024, 2, 29)),
        ("0001-01-01", date.min), ("9999-12-31", date.max),
    ],
)  # fmt: skip
def test_day(text: str, day: date) -> None:
    assert find_day(text) == day


@pytest.mark.parametrize(
    "text",
    ["", "heute", "2025-02-29", "30.02.2025", "15.07.25", "15/07/2025", "2025-07-15T00:00", "20250715",
     "2025-13-01", "0000-01-01", "1.7.2025 bis", "2025-07-15\n2025-07-16"],
)  # fmt: skip
def test_no_day(text: str) -> None:
    with pytest.raises(InvalidDay, match="ist kein Tag"):
        find_day(text)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", date.min, date.max])
def test_first_and_last_day_of_all_are_answered(day: date | str, real_directives: Path) -> None:
    answer = applies(load(real_directives), day, "AA")
    assert (answer.directives == []) is (str(day) == "0001-01-01")


def test_wrong_questions_are_all_of_one_kind(real_directives: Path, tmp_path: Path) -> None:
    collection = load(real_directives)
    for wrong in ({"unit": "xyz"}, {"area": "xyz"}, {"date": "xyz"}, {"known_on": "xyz"}):
        with pytest.raises(QuestionError):
            applies(collection, **wrong)
    with pytest.raises(NoCollection, match="Es gibt keinen Ordner"):
        load(tmp_path / "nowhere")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(NoCollection):
        load(tmp_path / "file")


def test_unit_that_was_not_known_yet_is_still_a_unit(real_directives: Path) -> None:
    """known_on leaves out directives, not units."""
    answer = applies(load(real_directives), "2025-07-15", "EZ", known_on="2020-01-01")
    assert answer.unit is not None
    assert answer.directives == []


def test_directory_from_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, real_directives: Path) -> None:
    folder = write(tmp_path / "collection", {}, AMBIGUOUS)
    monkeypatch.setenv("GELTUNG_DIRECTORY", str(folder))
    assert [unit.id for unit in load_units(load().connection)] == ["A1", "A2"]
    assert len(load_units(load(real_directives).connection)) > 2, "what is said counts more"
    monkeypatch.delenv("GELTUNG_DIRECTORY")
    monkeypatch.chdir(real_directives.parent)
    assert isinstance(load(), Collection)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoCollection, match="„directives“"):
        load()


def test_days_as_people_type_them() -> None:
    assert find_day("2025-7-5") == find_day("5.7.2025") == day_asked("05.07.2025") == date(2025, 7, 5)
    assert day_asked(None) == day_asked("heute") == day_asked(" Heute ") == today()
    with pytest.raises(InvalidDay):
        day_asked("morgen")


def test_the_days_of_a_stored_unit() -> None:
    assert [field.name for field in fields(Unit)][UNIT_DAYS] == ["start", "end"]
