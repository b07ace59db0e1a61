"""Where the field Aufhebung ends: no word of the text is lost, and a change is asked about once."""

import pytest

from tests.importing.records import Outcome, changes_of, imported, source_of

HEAD = """Weisung 202603011 vom 23.03.2026 – Probe

Laufende Nummer: 202603011
Geschäftszeichen: KPI4 – 6801.4
Gültig ab: 01.04.2026
Gültig bis: unbegrenzt
SGB II: Weisung
SGB III: Weisung
Familienkasse: Weisung
Bezug: Weisung 202408001 vom 05.08.2024 – Vordrucke
Aufhebung von Regelungen:"""
BODY = """

1. Ausgangssituation

{situation}

2. Auftrag und Ziel

2.1 Vorgehen

{text}

3. Einzelaufträge

Die Agenturen für Arbeit

• beachten die Probe.
"""


def read(field: str, situation: str = "Es wird geprobt.", text: str = "Es wird geprobt.") -> Outcome:
    body = BODY.format(situation=situation, text=text)
    return imported(f"{HEAD}{field}{body}", "probe.txt", damaged=False)


def questions(done: Outcome) -> list[str]:
    return [point.question or "" for point in done.review.open_points if "change" in point.about]


ABSTRACTS = [
    "Das Verfahren wird um digitale Formate ergänzt.",
    "Die Formulare werden durch Online-Formulare ersetzt und die Fristen verlängert.",
    "Die Gültigkeit der Ausweise wird verlängert. Altes entfällt.",
    "Die Regelung verliert damit ihre\nGültigkeit zum 30.06.2026.",
    "Die Regelung verliert damit ihre\nGültigkeit.\n\nEin neuer Absatz mit Wörtern.",
]


@pytest.mark.parametrize("text", ABSTRACTS)
@pytest.mark.parametrize(
    "entry", [" keine", "\n• Weisung 202412015 vom 18.12.2024 – Alt", " Die Weisung 202412015 wird aufgehoben."]
)
def test_an_abstract_with_a_verb_of_change_stays(entry: str, text: str) -> None:
    done = read(f"{entry}\n\n{text}")
    assert " ".join(text.split()) in " ".join(done.draft.text.split())
    assert [change["target"] for change in changes_of(done.record)] == ([] if entry == " keine" else ["202412015"])
    assert str(done.record.header.valid_from) == "2026-04-01"
    assert questions(done) == []


NO_BLANK_LINE = [
    (" Die Weisung 202412015 wird mit Wirkung vom 01.05.2026\naufgehoben.", "Die Anwendung wird in Wellen abgelöst."),
    ("\n• Weisung 202412015 vom 18.12.2024 – Alt", "Die Erfahrungen sind gut. Teile werden aufgehoben, andere nicht."),
    (
        " keine (die Weisung 202412015 ist durch Zeitablauf außer Kraft\ngetreten)",
        "Zum Schluss des Jahres sind die Bücher zu prüfen.",
    ),
]


@pytest.mark.parametrize(("entry", "text"), NO_BLANK_LINE)
def test_an_abstract_without_a_blank_line_above(entry: str, text: str) -> None:
    done = read(f"{entry}\n{text}")
    assert text in done.draft.text
    assert questions(done) == []


def test_a_paragraph_of_a_word_file_is_one() -> None:
    from geltung.importing.head.header import split_header
    from geltung.importing.head.references import entries
    from geltung.importing.structure.pages import paged

    lines = paged(
        source_of(f"{HEAD}\nWeisung 202412015 – Alt\nZweiter Absatz.\nund noch etwas", "p.docx", damaged=False)
    ).lines
    (field,) = split_header(lines).of("repeals")
    assert [entry.text for entry in entries(field, False, True)] == [
        "Weisung 202412015 – Alt",
        "Zweiter Absatz. und noch etwas",
    ]


def test_a_line_with_the_next_title_words_stays_in_the_entry() -> None:
    done = read("\nWeisung 202412015 vom 18.12.2024 – Umsetzung des Gesetzes zur\nStärkung der Familien")
    assert "Umsetzung des Gesetzes zur Stärkung der Familien" in done.draft.text
    assert changes_of(done.record)[0]["target"] == "202412015"


def test_what_the_situation_reports_is_asked_about() -> None:
    done = read(" keine", situation="Die Weisung 202412015 tritt mit Ablauf des 30.06.2026 außer Kraft.")
    assert not done.certain("change:1")
    assert len(questions(done)) == 1


def test_a_report_of_an_end_beside_an_extension_is_no_repeal() -> None:
    done = read(
        " keine",
        situation="Die Weisung 202412015 tritt mit Ablauf des 30.06.2026 außer Kraft.",
        text="Die Weisung 202412015 gilt über den 30.06.2026 hinaus bis zum 31.12.2026 fort.",
    )
    assert [change["kind"] for change in changes_of(done.record)] == ["extension"]
    assert len(questions(done)) == 1


def test_a_repeal_and_an_extension_of_one_act_are_asked_about() -> None:
    done = read(
        "\n• Weisung 202412015 vom 18.12.2024",
        text="Die Weisung 202412015 wird bis zum 31.12.2026 verlängert.",
    )
    assert not done.certain("change:1")
    assert not done.certain("change:2")


def test_the_section_that_the_field_points_to_needs_no_question() -> None:
    sentence = "Die Weisung 202412015 tritt mit Ablauf des 30.06.2026 außer Kraft."
    assert read(" siehe Ziffer 2.1", text=sentence).certain("change:1")
    assert not read(" keine", text=sentence).certain("change:1")


def test_equal_questions_are_one() -> None:
    text = "Die Weisung 202412015 ist damit überholt. Es ist geplant, die Weisung 202408001 aufzuheben."
    assert len(questions(read(" keine", text=text))) == 1


def test_an_entry_that_is_not_understood_stays_in_the_draft() -> None:
    done = read("\nDie Weisung 202412015 ist sinngemäß zu beachten.\n\nEin Abriss.")
    assert "Die Weisung 202412015 ist sinngemäß zu beachten." in done.draft.text
    assert len(questions(done)) == 1
