"""Addressees: U001, U002, U007."""

import pytest

from geltung.model.units import Relation, Unit
from tests.checks.collection import A_FILE, SCOPE, UNITS, document, found, line_of, messages

AMBIGUOUS = (
    Unit("GS-A", "Geschäftsstelle", areas=("SGB III",), line=30),
    Unit("GS-B", "Geschäftsstelle der Träger", variants=("Geschäftsstelle",), areas=("SGB III",), line=33),
)


def addressed(words: str, scope: dict[str, str] = SCOPE) -> str:
    body = f"## 3. Einzelaufträge\n\n### {words}\n\n- melden sie.\n  {{: #x .task }}\n- melden es.\n  {{: #y .task }}\n"
    return document(scope=scope, body=body)


@pytest.mark.parametrize(
    "words",
    [
        "Die Agenturen für Arbeit",
        "Die Arbeitsagenturen und die Regionaldirektionen",
        "Die Agenturen für Arbeit (Eingangszonen)",
        "Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayern",
        "AA (EZ)",
        "Alle Dienststellen",
    ],
)
def test_known_addressees(words: str) -> None:
    assert found(addressed(words)) == []


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("Die Agentur für Arbait", "„Die Agentur für Arbait“"),
        ("Die Regionaldirektionen und die Eingangszohnen", "„die Eingangszohnen“"),
        ("Die Agenturen für Arbeit im Bezirk der Regionaldirektion Bayrn", "„Regionaldirektion Bayrn“"),
        ("Die Eingangszohnen (Identity im Sinne der Anlage)", "„Die Eingangszohnen (Identity im Sinne der Anlage)“"),
    ],
)
def test_unknown_addressee_is_reported_once_with_the_nearest(words: str, quoted: str) -> None:
    text = addressed(words)
    assert found(text) == [(A_FILE, line_of(text, "- melden sie"), "U001")]
    (message,) = messages(text, "U001")
    assert quoted in message
    assert "Gemeint ist vielleicht" in message


def test_unknown_addressee_with_nothing_near() -> None:
    assert "Gemeint" not in messages(addressed("Das Zollamt"), "U001")[0]


@pytest.mark.parametrize("words", ["Die Geschäftsstellen", "Die Geschäftsstellen (Identity)"])
def test_ambiguous_addressee(words: str) -> None:
    text = addressed(words)
    units = (*UNITS, *AMBIGUOUS)
    result = found(text, units)
    assert (A_FILE, line_of(text, "- melden sie"), "U002") in result
    assert "U001" not in {code for _, _, code in result}
    (message,) = messages(text, "U002", units)
    assert "Geschäftsstelle (GS-A) oder Geschäftsstelle der Träger (GS-B)" in message
    assert message.endswith('etwa addressee="GS-A".')


def test_addressee_in_an_area_not_concerned() -> None:
    text = addressed("Die gemeinsamen Einrichtungen")
    assert found(text) == [(A_FILE, line_of(text, "- melden sie"), "U007")]
    assert "gemeinsame Einrichtung (GE) mit „SGB II“" in messages(text, "U007")[0]


@pytest.mark.parametrize("value", ["Information", None])
def test_addressee_in_an_area_concerned_or_unknown(value: str | None) -> None:
    scope = {**SCOPE, "SGB II": value or ""}
    kept = {area: force for area, force in scope.items() if force}
    codes = {code for _, _, code in found(addressed("Die gemeinsamen Einrichtungen", kept))}
    assert "U007" not in codes


@pytest.mark.parametrize(("areas", "codes"), [("SGB II", ["U007"]), ("SGB III", [])])
def test_areas_of_the_whole_count_for_the_part(areas: str, codes: list[str]) -> None:
    units = (Unit("W", "Ganzes", areas=(areas,), line=1), Unit("T", "Teil", part_of=(Relation("W"),), line=2))
    assert [code for _, _, code in found(addressed("T"), units)] == codes


def test_unit_without_any_area_is_concerned() -> None:
    assert found(addressed("Stelle"), (Unit("S", "Stelle", part_of=(Relation("S"),), line=1),)) == [
        ("units.yml", 1, "U005")
    ]


def test_everyone_is_never_outside_the_scope() -> None:
    nobody = dict.fromkeys(SCOPE, "nicht betroffen")
    assert found(addressed("Alle Dienststellen", nobody)) == []


def test_unknown_addressee_is_never_outside_the_scope() -> None:
    nobody = dict.fromkeys(SCOPE, "nicht betroffen")
    assert [code for _, _, code in found(addressed("Das Zollamt", nobody))] == ["U001"]


@pytest.mark.parametrize(
    ("heading", "bracket"),
    [
        ("Die Agenturen für Arbeit (ohne Eingangszonen)", "(ohne Eingangszonen)"),
        ("Die Agenturen für Arbeit (außer Eingangszonen)", "(außer Eingangszonen)"),
        ("Die Agenturen für Arbeit (mit Ausnahme der Eingangszonen)", "(mit Ausnahme der Eingangszonen)"),
        ("Die Agenturen für Arbeit (Eingangszonen)", None),
        ("Das Regionale Infrastrukturmanagement (Identity)", None),
    ],
)
def test_exceptions_are_not_passed_over(heading: str, bracket: str | None) -> None:
    said = messages(addressed(heading), "U009")
    assert [f"„{bracket}“" in message for message in said] == ([True, True] if bracket else [])
