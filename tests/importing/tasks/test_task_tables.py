"""Tables of tasks: rows, wrapped cells, addressees and days, and what stays a plain table."""

from datetime import date

import pytest

from geltung.importing.review_file import CERTAIN, LIKELY
from geltung.importing.tasks.task_rows import ROWS_ARE_TASKS
from tests.importing.probe import left_of, probe, tasks_of
from tests.importing.records import Outcome, days_of

WHO = "Wer                         Was                                    Bis wann\n"


def row(who: str, what: str, when: str = "") -> str:
    return f"{who:<28}{what:<39}{when}".rstrip() + "\n"


def days(outcome: Outcome, index: int = 0) -> dict[str, object]:
    return {name: value for name, value in days_of(outcome.record.tasks[index].current).items() if value}


def questions(outcome: Outcome) -> list[str]:
    return [point.question or "" for point in outcome.review.open_points if point.about.startswith("task:")]


def test_one_question_for_a_table_without_doubt() -> None:
    done = probe(
        WHO + row("Die Agenturen für Arbeit", "melden den Stand", "30.09.2026") + row("", "benennen jemanden", "sofort")
    )
    assert tasks_of(done) == [(["AA"], "melden den Stand – 30.09.2026"), (["AA"], "benennen jemanden – sofort")]
    assert questions(done) == [ROWS_ARE_TASKS]
    assert all(not point.about.startswith("task:") or point.confidence == LIKELY for point in done.review.points)
    assert not left_of(done)
    assert not done.codes


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("30.09.2026", {"due_on": "2026-09-30"}),
        ("bis 30.09.2026", {"due_on": "2026-09-30"}),
        ("spätestens zum 30.09.2026", {"due_on": "2026-09-30"}),
        ("30. September 2026", {"due_on": "2026-09-30"}),
        ("ab 01.06.2026", {"starts_on": "2026-06-01"}),
        ("sofort", {"deadline_words": "sofort"}),
        ("unverzüglich", {"deadline_words": "unverzüglich"}),
        ("laufend", {"deadline_words": "laufend"}),
        ("jährlich zum 31.03.", {"recurrence": "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"}),
        ("monatlich zum 15.", {"recurrence": "FREQ=MONTHLY;BYMONTHDAY=15"}),
        ("01.06.2026 – 30.06.2026", {"starts_on": "2026-06-01", "ends_on": "2026-06-30"}),
        ("2 Wochen nach Erhalt", {"deadline_words": "2 Wochen nach Erhalt"}),
        ("sofort, spätestens 31.07.2026", {"due_on": "2026-07-31", "deadline_words": "sofort"}),
        ("jeweils zum Quartalsende", {"recurrence": "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"}),
        ("entfällt", {}),
        ("–", {}),
        ("", {}),
    ],
)
def test_the_column_for_the_deadline(cell: str, expected: dict[str, str]) -> None:
    done = probe(WHO + row("Die Service Center", "legen den Bogen aus", cell))
    assert days(done) == expected
    assert not [code for code in done.codes if code.startswith("T007")]


def test_words_that_name_no_day_are_kept_and_asked_about() -> None:
    done = probe(WHO + row("Die Service Center", "legen den Bogen aus", "nach Lieferung"))
    assert days(done) == {"deadline_words": "nach Lieferung"}
    assert "„nach Lieferung“" in questions(done)[0]


@pytest.mark.parametrize(
    ("cell", "day", "asked"),
    [
        ("2. Quartal 2026", "2026-06-30", "„2. Quartal 2026“ ist als Frist"),
        ("KW 40/2026", "2026-10-04", "„KW 40/2026“ ist als Frist"),
        ("30.09.", "2026-09-30", "nennt kein Jahr"),
        ("30.09.2026, danach laufend", "2026-09-30", "mehr als ein Tag"),
    ],
)
def test_a_day_that_is_concluded_is_asked_about(cell: str, day: str, asked: str) -> None:
    done = probe(WHO + row("Die Service Center", "legen den Bogen aus", cell))
    assert days(done)["due_on"] == day
    assert asked in " ".join(questions(done))


def test_columns_for_beginning_and_end() -> None:
    done = probe(
        "Die Service Center\n\n"
        "Auftrag                  ab            Ende\n"
        "legen den Bogen aus      01.06.2026    31.12.2026\n"
    )
    assert days(done) == {"starts_on": "2026-06-01", "ends_on": "2026-12-31"}
    assert tasks_of(done)[0][0] == ["SC"]


def test_a_deadline_in_the_words_beside_that_of_the_column_is_asked_about() -> None:
    done = probe(WHO + row("Die Service Center", "melden bis zum 31.08.2026 alles", "30.09.2026"))
    assert days(done) == {"due_on": "2026-09-30", "other_dates": ["2026-08-31"]}
    assert "Welcher ist die Frist?" in questions(done)[0]


def test_cells_over_several_lines() -> None:
    done = probe(
        WHO
        + row("Die Agenturen für", "melden den Stand der Umstellung an", "30.09.2026")
        + row("Arbeit", "die Regionaldirektionen und führen")
        + row("", "eine Liste.")
        + row("Die Agenturen für Arbeit", "benennen jemanden.", "sofort")
    )
    assert [text for _, text in tasks_of(done)] == [
        "melden den Stand der Umstellung an die Regionaldirektionen und führen eine Liste. – 30.09.2026",
        "benennen jemanden. – sofort",
    ]
    first = next(point for point in done.review.points if "task:" in point.about).places[0]
    assert "Die Agenturen für" in first.quote
    assert "melden den Stand" in done.draft.text.splitlines()[(first.draft_line or 0) - 1]


@pytest.mark.parametrize("mark", ["\n", "-" * 70 + "\n"])
def test_rows_with_a_gap_between(mark: str) -> None:
    done = probe(
        WHO
        + mark
        + row("Die Service Center", "melden alles an die Stelle, die es", "30.09.2026")
        + row("", "braucht")
        + mark
        + row("", "führen Buch")
        + mark
        + "\nEs folgt ein Satz, der nicht mehr zur Tabelle gehört.\n"
    )
    assert tasks_of(done) == [
        (["SC"], "melden alles an die Stelle, die es braucht – 30.09.2026"),
        (["SC"], "führen Buch"),
    ]
    assert left_of(done) == ["Es folgt ein Satz, der nicht mehr zur Tabelle gehört."]


@pytest.mark.parametrize(
    "table",
    [
        "| Frist | Wer | Aufgabe |\n|---|---|---|\n| 30.09.2026 | SC | melden |\n",
        "Frist\tWer\tAufgabe\n30.09.2026\tSC\tmelden\n",
        "Frist        Wer   Aufgabe\n30.09.2026   SC    melden\n",
        "Frist        Organisations-   Aufgabe\n             einheit\n30.09.2026   SC               melden\n",
        "+------------+-----+---------+\n| Frist      | Wer | Aufgabe |\n+============+=====+=========+\n"
        "| 30.09.2026 | SC  | melden  |\n+------------+-----+---------+\n",
    ],
)
def test_forms_of_tables_and_any_order_of_columns(table: str) -> None:
    done = probe(table)
    assert tasks_of(done) == [(["SC"], "30.09.2026 – melden")]
    assert done.record.tasks[0].current.due_on == date(2026, 9, 30)
    assert not left_of(done)


def test_a_row_that_is_an_addressee_counts_for_those_below() -> None:
    done = probe(WHO + "Die Service Center\n" + row("", "melden", "sofort") + row("", "helfen", "laufend"))
    assert tasks_of(done) == [(["SC"], "melden – sofort"), (["SC"], "helfen – laufend")]


def test_an_unknown_addressee_is_open() -> None:
    done = probe(WHO + row("Die Fachbereiche", "melden den Stand", "30.09.2026"))
    assert "„Die Fachbereiche“ ist keine bekannte Organisationseinheit." in questions(done)


def test_what_is_only_recommended_is_no_task() -> None:
    done = probe(
        WHO + row("Die Service Center", "melden alles", "sofort") + row("", "Den Stellen wird empfohlen, zu üben.")
    )
    assert [text for _, text in tasks_of(done)] == ["melden alles – sofort"]


@pytest.mark.parametrize(
    "table",
    ["Jahr   Fälle   Kosten\n2024   12      400\n2025   15      500\n", "Wer    Telefon\nEZ     1234\nSC     5678\n"],
)
def test_a_table_without_duties_is_asked_about_as_before(table: str) -> None:
    done = probe(table)
    assert not done.record.tasks
    assert any("Stehen in der Tabelle Aufträge?" in (point.question or "") for point in done.review.open_points)


def test_outside_the_chapter_it_stays_a_table_and_is_asked_about() -> None:
    done = probe("Entfällt", goal=WHO + row("Die Service Center", "melden", "30.09.2026"))
    assert not done.record.tasks
    assert any("liest sich wie eine mit Aufträgen" in (point.question or "") for point in done.review.open_points)


@pytest.mark.parametrize("gap", ["   ", "\t"])
def test_what_only_looks_like_columns(gap: str) -> None:
    done = probe(
        f"Die Service Center\n\n•{gap}Aufgaben verteilen sie sofort,\n•{gap}melden dies bis zum 30.06.2026.\n",
        goal=f"2.1{gap}Auftrag und Frist\nDas Verfahren ist neu.\n\n2.2{gap}Verfahren\nEs beginnt.",
    )
    assert [text for _, text in tasks_of(done)] == [
        "Aufgaben verteilen sie sofort,",
        "melden dies bis zum 30.06.2026.",
    ]
    assert [section.number for section in done.record.sections] == ["1", "2", "2.1", "2.2", "3"]


def test_signs_of_the_format_in_cells() -> None:
    done = probe("| Wer | Was | Bis wann |\n| SC | melden a*b* und {: #x } [c] | sofort |\n")
    assert tasks_of(done) == [(["SC"], "melden a*b* und {: #x } [c] – sofort")]


def test_in_a_damaged_text_days_are_asked_about() -> None:
    done = probe(WHO + row("Die Service Center", "melden", "30.09.2026"), damaged=True)
    assert days(done) == {"due_on": "2026-09-30"}
    assert done.review.open_points
    assert not any(point.confidence == CERTAIN and "task:" in point.about for point in done.review.points)
