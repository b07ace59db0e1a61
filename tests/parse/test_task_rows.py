"""A row of a table can be a task: its attribute list ends its last cell, its own column names the addressee."""

from datetime import date

import pytest

from geltung.parse.columns import lists_duties, purpose
from tests.parse.documents import body_line, broken, parsed, reported

TOP = "## 3. Einzelaufträge\n\n"
HEAD = "| Nr. | Wer | Was | Bis wann |\n|---|---|---|---|\n"


def table(*rows: str) -> str:
    return TOP + HEAD + "".join(f"{row}\n" for row in rows)


def test_rows_are_tasks_and_an_empty_addressee_is_that_of_the_row_above() -> None:
    body = table(
        "| 1. | Die Agenturen für Arbeit | melden den Stand | 30.09.2026 {: #melden .task due_on=2026-09-30 } |",
        '| 2. | | benennen a \\| b | unverzüglich {: #benennen .task deadline_words="unverzüglich" } |',
        "| 3. | Die Service Center | legen *alles* aus | {: #auslegen .task } |",
        '| 4. | Die Service Center | prüfen | {: #pruefen .task addressee="Die Familienkassen" } |',
    )
    tasks = parsed(body=body).tasks
    assert [(task.id, task.current.text, task.current.addressed) for task in tasks] == [
        ("melden", "melden den Stand – 30.09.2026", ("Die Agenturen für Arbeit",)),
        ("benennen", "benennen a | b – unverzüglich", ("Die Agenturen für Arbeit",)),
        ("auslegen", "legen alles aus", ("Die Service Center",)),
        ("pruefen", "Die Service Center – prüfen", ("Die Familienkassen",)),
    ]
    first = tasks[0]
    assert (first.line, first.section, first.current.due_on) == (body_line(body, "| 1."), "3", date(2026, 9, 30))
    assert [(name, words.line) for name, words in first.current.words] == [("due_on", first.line)]


def test_an_attribute_counts_for_the_empty_cells_below_too() -> None:
    body = table(
        '| 1 | Die Fachbereiche | prüfen | {: #pruefen .task addressee="Die Service Center" } |',
        "| 2 | | melden | {: #melden .task } |",
    )
    pruefen, melden = parsed(body=body).tasks
    assert (pruefen.current.text, pruefen.current.addressed) == ("Die Fachbereiche – prüfen", ("Die Service Center",))
    assert (melden.current.text, melden.current.addressed) == ("melden", ("Die Service Center",))


def test_without_a_column_for_it_the_heading_is_the_addressee() -> None:
    body = f"{TOP}### Die Service Center\n\n| Auftrag | Termin |\n|---|---|\n| melden | sofort {{: #melden .task }} |\n"
    assert parsed(body=body).tasks[0].current.addressed == ("Die Service Center",)


def test_a_row_outside_the_chapter_of_tasks() -> None:
    body = "## 2. Ziel\n\n| Wer | Was |\n|---|---|\n| SC | melden {: #melden .task } |\n| AA | helfen |\n"
    assert [task.current.addressed for task in parsed(body=body).tasks] == [("SC",)]


def test_an_earlier_wording_is_the_row_below() -> None:
    body = table(
        "| 1 | AA | melden | 30.09.2026 {: #melden .task due_on=2026-09-30 } |",
        "| 1 | SC | melden neu | 31.08.2026 {: .earlier until=2026-01-31 due_on=2026-08-31 } |",
        "| 2 | | helfen | {: #helfen .task } |",
    )
    melden, helfen = parsed(body=body).tasks
    assert [(item.text, item.addressed, item.until) for item in melden.versions] == [
        ("melden neu – 31.08.2026", ("SC",), date(2026, 1, 31)),
        ("melden – 30.09.2026", ("AA",), None),
    ]
    assert helfen.current.addressed == ("AA",)
    assert "melden neu" not in parsed(body=body).sections[-1].text


@pytest.mark.parametrize(
    ("row", "codes", "said"),
    [
        ("| 1 | AA | x | {: #x .task |", ["T014", "T018"], "schließender Klammer"),
        ("| 1 | AA | x | y | {: #x .task } |", ["T014", "T018"], "nicht mehr Zellen"),
        ("| 1 | AA | a | b | c {: #x .task } |", ["T014", "T018"], "„\\|“"),
        ("| 1 | AA | x | y | {: #x .task }", ["T014", "T018"], "vor dem letzten „|“"),
        ("| 1 | AA | x {: #x .task } | y |", ["T014", "T018"], "letzten Zelle"),
        ("| 1 | AA | x | y |\n{: #x .task }", ["T018", "T014"], "in einer eigenen Zeile"),
        ("| 1 | AA | x | y |\n\n{: #x .task }", ["T018", "T014"], "in einer eigenen Zeile"),
        ("| 1 | AA | x | y {: .earlier until=2025-01-31 } |", ["T014"], "direkt unter der Zeile"),
        ("| 1 | AA | x | y {: #x due_on=2026-01-01 } |", ["T014", "T018"], "ihr fehlt .task"),
        ("| 1 | AA | x | y {: .task } |", ["T001"], "Kennung"),
        ("| 1 | | x | y {: #x .task } |", ["T004"], "Adressaten"),
        ("| 1 | AA | x | y {: #x .task due_on=30.09.2026 } |", ["T006"], "due_on=2026-09-30"),
        ("| 1 | AA | x | y {: #x .task } |\n\n> alt\n> {: .earlier until=2025-01-31 }", ["T014"], "selbst eine Zeile"),
    ],
)
def test_what_is_wrong_is_said(row: str, codes: list[str], said: str) -> None:
    found = broken(body=table(row))[1]
    assert [item.code for item in found] == codes
    assert any(said in item.message for item in found)


def test_the_head_is_no_task() -> None:
    found = broken(body=TOP + "| Wer | Was {: #x .task } |\n|---|---|\n| AA | melden {: #y .task } |\n")[1]
    assert [item.code for item in found] == ["T014"]


@pytest.mark.parametrize(
    ("body", "codes"),
    [
        (table("| 1 | AA | melden | |"), ["T018"]),
        (table("| 1 | AA | melden | {: #x .task } |", "| 2 | AA | helfen | |"), ["T018"]),
        (table("| 1 | AA | melden | {: #x .task } |", "| | SC | | |", "| | SC | entfällt | |"), []),
        (TOP + "| Jahr | Fälle |\n|---|---|\n| 2024 | 12 |\n", []),
        ("## 2. Ziel\n\n| Wer | Was |\n|---|---|\n| AA | melden |\n", []),
    ],
)
def test_rows_without_mark(body: str, codes: list[str]) -> None:
    assert [code for code, _ in reported(body=body)] == codes


def test_doubtful_words_in_a_cell() -> None:
    body = table('| 1 | AA | ==Asu=={: .uncertain reason="Lesart" } | ==x=={: .uncertain reason="y" } {: #x .task } |')
    assert [(note.text, note.reason) for note in parsed(body=body).notes] == [("Asu", "Lesart"), ("x", "y")]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("Wer|Was|Bis wann", "addressee duty due"),
        ("Organisationseinheit|Auftrag|Termin", "addressee duty due"),
        ("Nr.|Zuständige Stelle|Aufgaben|Frist/Termin", "other addressee duty due"),
        ("Maßnahme|Beginn|Ende|Bemerkung", "duty start end other"),
        ("Was ist zu tun?|ab wann|zu erledigen bis", "duty start due"),
        ("Wert|Bisher|Abschnitt|Auftragsnummer|Werktage", "other other other other other"),
    ],
)
def test_what_columns_are_for(heads: str, expected: str) -> None:
    assert [purpose(head) for head in heads.split("|")] == expected.split()


NO_HEADS = (
    "Was|Bemerkung",
    "Wer|Telefon",
    "Auftrag",
    "|Was",
    "2.|Auftrag und Ziel",
    "•|Aufgaben übernehmen",
    "a)|Aufgaben übernehmen",
    "Auftrag:|Die Service Center melden",
    "Wer|melden die Aufgaben, die im Abschnitt 2 beschrieben sind, an die Stelle",
)


def test_which_tables_list_duties() -> None:
    assert all(lists_duties(heads.split("|")) for heads in ("Wer|Was", "Nr.|Was", "Auftrag|Bemerkung", "Was|Frist"))
    assert not any(lists_duties(heads.split("|")) for heads in NO_HEADS)
