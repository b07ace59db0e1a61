"""The fields of the header with what belongs to them: nothing of Bezug and Aufhebung is lost, no contradiction certain."""

import pytest

from tests.importing.records import Outcome, changes_of, imported

HEAD = """\
Weisung 202604001 vom 01.04.2026 – Probe

Laufende Nummer: 202604001
Geschäftszeichen: PROBE1 – 1000/1001
{valid}
SGB II: nicht betroffen
SGB III: Weisung
Familienkasse: nicht betroffen
Bezug: {cited}
Aufhebung von Regelungen: {listed}

Diese Weisung ist ausgedacht.

1. Ausgangssituation
Die Zahlen werden neu erhoben.

3. Einzelaufträge
Entfällt
"""
VALID = "Gültig ab: 01.05.2026\nGültig bis: unbegrenzt"


def header(listed: str = "keine", *, cited: str = "", valid: str = VALID, damaged: bool = False) -> Outcome:
    return imported(HEAD.format(listed=listed, cited=cited, valid=valid), "kopf.txt", damaged=damaged)


def changes(done: Outcome) -> list[tuple[str, str, list[str], str | None]]:
    return [
        (change["kind"], change["target"], change["parts"], change["valid_until"] or change["effective"])
        for change in changes_of(done.record)
    ]


ALL, PART = "repeal", "partial repeal"


@pytest.mark.parametrize(
    ("listed", "found", "certain"),
    [
        (
            "Weisung 202301001 und Ziffer 2.3 der Weisung 202405002",
            [(ALL, "202301001", [], None), (PART, "202405002", ["2.3"], None)],
            True,
        ),
        (
            "Ziffer 2.3 der Weisung 202405002 und Weisung 202301001",
            [(PART, "202405002", ["2.3"], None), (ALL, "202301001", [], None)],
            True,
        ),
        (
            "Weisung 202301001 vom 09.01.2023 – Altes, Abschnitt 2.1 der Weisung 202405002",
            [(ALL, "202301001", [], None), (PART, "202405002", ["2.1"], None)],
            False,
        ),
        (
            "\n- Weisung 202502003 vom 03.02.2025 – Altes, Ziffern 2.1 und 2.4 ab 01.12.2026",
            [(PART, "202502003", ["2.1", "2.4"], "2026-12-01")],
            True,
        ),
        (
            "\n- Weisung 202511018 vom 24.11.2025 – Zielsteuerung 2026 zum 31.12.2026",
            [(ALL, "202511018", [], "2027-01-01")],
            False,
        ),
        (
            "\nWeisung 202211006 vom 14.11.2022 – Übergang, aufgehoben mit Wirkung\nvom 01.02.2027",
            [(ALL, "202211006", [], "2027-02-01")],
            True,
        ),
        (
            "\nZiffer 3 der Weisung 202501008 wird zum 01.10.2026 aufgehoben; im Übrigen gilt die Weisung\n"
            "202501008 bis zum 31.03.2027 fort.",
            [(PART, "202501008", ["3"], "2026-10-01"), ("extension", "202501008", [], "2027-03-31")],
            False,
        ),
        (
            "\nWeisung 202006005 vom 15.06.2020 – Passwörter\nWeisung 202103011 vom 22.03.2021 – Meldeweg\n"
            "(beide mit Ablauf des 31.12.2026)",
            [(ALL, "202006005", [], "2027-01-01"), (ALL, "202103011", [], "2027-01-01")],
            False,
        ),
        (
            "Weisungen 202201013 und 202303004 (jeweils mit Ablauf des 30.06.2026)",
            [(ALL, "202201013", [], "2026-07-01"), (ALL, "202303004", [], "2026-07-01")],
            False,
        ),
        (
            "\nWeisung 202208017 vom 22.08.2022 – Profiling: Gültigkeit verlängert bis 30.09.2027",
            [("extension", "202208017", [], "2027-09-30")],
            True,
        ),
        ("Auftrag 4 der Weisung 202206016 entfällt ab sofort.", [(PART, "202206016", [], None)], False),
        (
            "keine\nÄnderung von Regelungen: Weisung 202503003, Ziffer 2.1",
            [("amendment", "202503003", ["2.1"], None)],
            False,
        ),
        (
            "Die Weisung 202404002 wird spätestens zum 31.12.2026 aufgehoben.",
            [(ALL, "202404002", [], "2027-01-01")],
            False,
        ),
    ],
)
def test_every_act_gets_its_own_parts_and_days(
    listed: str, found: list[tuple[str, str, list[str], str | None]], certain: bool
) -> None:
    done = header(listed)
    assert changes(done) == found
    assert all(done.certain(f"change:{number}") for number in range(1, len(found) + 1)) is certain


@pytest.mark.parametrize(
    "listed",
    [
        "s. Bezug",
        "Entgegenstehende Weisungen",
        "alle bisherigen Regelungen zu diesem Thema",
        "Fachliche Weisung zu § 44 SGB III, Stand 01.01.2024",
        "Keine. Die Weisung 202201013 bleibt in Kraft.",
    ],
)
def test_what_stands_beside_the_label_is_asked_and_never_opens_the_abstract(listed: str) -> None:
    done = header(listed)
    assert [point.about for point in done.review.open_points] == ["change"]
    assert done.record.abstract.startswith("Diese Weisung ist ausgedacht.")
    assert listed.split()[-1] in done.draft.text


def test_a_comma_read_for_a_full_stop_is_no_second_section() -> None:
    done = header("Ziffer 2,1 der Weisung 202404002 wird aufgehoben.", damaged=True)
    assert changes(done) == [(PART, "202404002", ["2.1"], None)] and not done.certain("change:1")


@pytest.mark.parametrize("listed", ["Weisung 202404002vom 03.04.2024", "Die Weisung202404002 wird aufgehoben."])
def test_a_lost_blank_loses_no_change_in_silence(listed: str) -> None:
    points = header(listed, damaged=True).review.open_points
    assert any(point.about.startswith("change") for point in points)


def test_a_repeal_under_bezug_is_asked() -> None:
    done = header(cited="Weisung 202501001 vom 13.01.2025 – Altes, wird hiermit aufgehoben")
    assert [point.about for point in done.review.open_points] == ["reference:1"]


@pytest.mark.parametrize("words", ["sofort", "mit Veröffentlichung", "Tag der Bekanntgabe"])
def test_the_day_of_issue_is_proposed(words: str) -> None:
    done = header(valid=f"Gültig ab: {words}\nGültig bis: unbegrenzt")
    (point,) = done.review.open_points
    assert (point.about, point.value, point.confidence) == ("valid_from", "2026-04-01", "open")


@pytest.mark.parametrize(
    ("until", "confidence"),
    [("31.12.2025", "open"), ("31.12.2028, längstens jedoch bis zum Inkrafttreten des Gesetzes", "likely")],
)
def test_an_end_that_cannot_be_right_or_depends_is_asked(until: str, confidence: str) -> None:
    (point,) = header(valid=f"Gültig ab: 01.05.2026\nGültig bis: {until}").review.open_points
    assert (point.about, point.confidence) == ("valid_until", confidence)


def test_a_header_that_cites_and_changes_nothing_is_asked() -> None:
    text = HEAD.format(listed="", cited="", valid=VALID).replace("Bezug: \nAufhebung von Regelungen: \n", "")
    points = imported(text, "kopf.txt", damaged=False).review.open_points
    assert [point.about for point in points] == ["changes"]


def test_chapters_may_have_roman_numbers() -> None:
    text = HEAD.format(listed="keine", cited="", valid=VALID).replace("1. Aus", "I. Aus").replace("3. Ein", "II. Ein")
    done = imported(text, "kopf.txt", damaged=False)
    assert [section.number for section in done.record.sections] == ["1", "2"]
