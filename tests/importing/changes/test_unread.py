"""No sentence that may change another directive is passed over in silence, and none that only cites one is asked."""

from datetime import date

import pytest

from geltung.importing.acts import find_acts
from geltung.importing.changes.change_days import Situation
from geltung.importing.changes.change_sentences import read_run
from geltung.importing.changes.changes import sentences
from tests.importing.records import Outcome, imported

A, B = "202412015", "202408001"
SITUATION = Situation("202603011", date(2026, 3, 23), date(2026, 4, 1), (), {A, B}, True, {})

NOT_SILENT = (
    "In der Weisung 202412015 vom 18.12.2024 wird Abschnitt 2.1 ab dem 01.05.2026 wie folgtgefasst: „Neu.“",
    "Abschnitt 2.1 der Weisung 202412015 wirdaufgehoben.",
    "Die Weisung 202412015 vom 18.12.2024 wird mit Ablauf des 30.06.2026 auf gehoben.",
    "Die Weisung 202412015 tritt mit Ablauf des 30.06.2026 auBerKraft.",
    "Die Weisung 202412015 ist gegenstandslos.",
    "Die Weisung 202412015 hat sich erledigt.",
    "Die HEGA 05/2014 – 07 hat sich zum 30.06.2026 erledigt.",
    "Die Weisung 202412015 gilt im Rechtskreis SGB II ab dem 01.05.2026 entsprechend.",
    "Die Weisung 202412015 findet ab 01.05.2026 auf Bestandsfälle keine Anwendung.",
    "Die Laufzeit der Weisung 202412015 verlangertsich um ein Jahr.",
    "Für die Weisung 202412015 gilt: Ziffer 2.3 ist bis zum 30.06.2026 nicht zu beachten.",
    "Einzelauftrag 3 der Weisung 202412015 ruht.",
    "Die Weisung202412015 vom 18.12.2024 ist obsolet.",
    "Nach Ziffer 2.3 der Weisung 202412015 wird ab dem 01.05.2026 die Ziffer 2.4 angefügt.",
    "An Stelle der Ziffer 2.3 der HEGA 05/2014 – 07 gilt ab 01.05.2026 Ziffer 2 dieser Weisung.",
    "Die Regelungen der Weisung 202412015 sind ab dem 01.05.2026 obsolet.",
    "Weisung 202412015 entfalltersatzlos.",
)
ONLY_CITED = (
    "Nach Ziffer 3.2 der Weisung 202412015 vom 18.12.2024 sind Nachweise aufzubewahren.",
    "Näheres regelt die Weisung 202412015 vom 18.12.2024.",
    "Die Weisung 202412015 vom 18.12.2024 beschreibt das Verfahren.",
    "Gemäß Weisung 202412015 sind Termine zu vereinbaren.",
    "Das Verfahren nach der Weisung 202412015 hat sich bewährt.",
    "Im Übrigen gilt die Weisung 202412015 unverändert fort.",
    "Die Weisung 202412015 – Änderung der Öffnungszeiten ab 01.05.2026 – bleibt unberührt.",
    "Die Anwendung der Weisung 202412015 obliegt den Teams.",
)


@pytest.mark.parametrize("text", NOT_SILENT)
def test_what_may_change_a_directive_is_read_or_asked(text: str) -> None:
    assert read_run(sentences(text, ()), SITUATION)


@pytest.mark.parametrize("text", ONLY_CITED)
def test_what_only_cites_one_is_not_asked(text: str) -> None:
    assert read_run(sentences(text, ()), SITUATION) == []


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("202503005vom 07.03.2025 – Titel", "2025-03-07"),
        ("Weisung202503005 vom 07.03.2025", "2025-03-07"),
        ("Weisung Nr.202503005vom07.03.2025", "2025-03-07"),
    ],
)
def test_a_number_without_its_blanks_is_a_number(text: str, issued: str) -> None:
    (act,) = find_acts(text)
    assert (act.id, act.issued) == ("202503005", issued)


HEAD = """\
Weisung 202605031 vom 04.05.2026 – Öffnungszeiten

Laufende Nummer: 202605031
Geschäftszeichen: AB1 – 1234
Gültig ab: 11.05.2026
Gültig bis: 31.12.2028
SGB II: Weisung
SGB III: Weisung
Familienkasse: nicht betroffen

Bezug: Weisung 202411009 vom 21.11.2024 – Titel

1. Ausgangssituation

Die Öffnungszeiten werden angepasst. {}

3. Einzelaufträge

Die Agenturen für Arbeit

• melden die Zeiten bis zum 01.06.2026.
"""


def read(sentence: str) -> Outcome:
    return imported(HEAD.format(sentence), "kopf.txt", damaged=False)


@pytest.mark.parametrize(
    ("sentence", "field"),
    [
        ("Diese Weisung tritt am 30.06.2028 außer Kraft.", "valid_until"),
        ("Diese Weisung ist bis zum 31.12.2027 befristet.", "valid_until"),
        ("Diese Weisung gilt bis zum 31.12.2027.", "valid_until"),
        ("Diese Weisung tritt am 01.06.2026 in Kraft und mit Ablauf des 31.12.2028 außer Kraft.", "valid_from"),
        ("Diese Weisung tritt am 11.05.2026 in Kraft und am 30.06.2028 außer Kraft.", "valid_until"),
        ("Diese Weisung ersetzt nichts. Sie gilt ab dem 01.07.2026.", "valid_from"),
    ],
)
def test_a_day_of_its_own_that_contradicts_the_header_is_asked(sentence: str, field: str) -> None:
    done = read(sentence)
    other = {"valid_from": "valid_until", "valid_until": "valid_from"}[field]
    assert not done.certain(field)
    assert done.certain(other)
    (point,) = [point for point in done.review.open_points if point.about == field]
    assert point.alternatives and "Im Text steht" in (point.question or "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Diese Weisung tritt mit Ablauf des 31.12.2028 außer Kraft.",
        "Diese Weisung tritt am 01.01.2029 außer Kraft.",
        "Diese Weisung gilt ab dem 11.05.2026.",
        "Diese Weisung ersetzt die bisherige Praxis; Anträge bis zum 30.06.2026 bleiben unberührt.",
        "Die Weisung 202411009 tritt am 30.06.2027 außer Kraft.",
    ],
)
def test_a_day_that_agrees_or_means_something_else_is_not_asked(sentence: str) -> None:
    done = read(sentence)
    assert done.certain("valid_from") and done.certain("valid_until")


def test_a_table_that_repeals_outside_the_list_is_asked() -> None:
    table = HEAD.format(
        "Folgende Weisungen sind betroffen:\n\nWeisung      Folge\n202411009    aufgehoben zum 30.06.2026\n"
    )
    done = imported(table, "tabelle.txt", damaged=False)
    asked = [item.text for item in done.found.unread] + [change.target for change in done.found.changes]
    assert any("202411009" in words for words in asked)
