"""T007: dates in the words of a task that no attribute accounts for, and what is proposed."""

import pytest

from tests.checks.collection import (
    A_FILE,
    B_FILE,
    SOURCE,
    B,
    change,
    document,
    found,
    line_of,
    messages,
    tasks,
)

NO_DEADLINE = " oder, wenn das keine Frist ist, other_dates="
NO_START = " oder, wenn das kein Beginn ist, other_dates="
NO_END = " oder, wenn das kein Ende ist, other_dates="
YEARLY_ELSE = (
    ' (Jahr am Original prüfen); kehrt der Tag jährlich wieder: recurrence="FREQ=YEARLY;BYMONTH=%s;BYMONTHDAY=30"'
)
NO_SUCH_DAY = "Den Tag gibt es nicht; steht er so im Original, im Kopf unter source als Versehen (slips) aufführen"


def with_task(text: str, attributes: str = "") -> str:
    return document(body=tasks(f"- {text}\n  {{: #x .task {attributes} }}"))


@pytest.mark.parametrize(
    ("text", "attributes"),
    [
        ("melden bis zum 30.06.2025.", "due_on=2025-06-30"),
        ("wenden ab 01.07.2025 die Leitfäden an.", "starts_on=2025-07-01"),
        ("führen die Liste bis zum 31.12.2025 fort.", "ends_on=2025-12-31"),
        ("führen die Liste mit Ablauf des 31.12.2025 nicht mehr.", "ends_on=2025-12-31"),
        ("stellen mit Ablauf des 30.06.2025 um.", "starts_on=2025-07-01"),
        ("melden vor dem 01.07.2025.", "due_on=2025-06-30"),
        ("melden nach dem 30.06.2025 neu.", "starts_on=2025-07-01"),
        ("melden eine Woche vor dem 01.07.2025.", "due_on=2025-06-24 anchor=2025-07-01"),
        ("melden Vorgänge bis zum 31.03.2025 bis zum 30.06.2025.", "due_on=2025-06-30 other_dates=2025-03-31"),
        ("melden am 1. und 2. Juli 2025, spätestens 03.07.2025.", 'due_on=2025-07-03 other_dates="2025-07-02"'),
        ("melden bis Ende Juni 2025.", "due_on=2025-06-30"),
        ("melden bis Mitte Juni 2025.", "due_on=2025-06-13"),
        ("melden bis Ende Juni.", "due_on=2025-06-27"),
        ("melden bis Mitte 2025.", "due_on=2025-05-30"),
        ("melden montags, auch am 01.02.2027.", 'recurrence="FREQ=WEEKLY;BYDAY=MO"'),
        ("melden bis Ende 2025.", "due_on=2025-12-19"),
        ("melden bis zum 30.06.", "due_on=2025-06-30"),
        ("melden jährlich zum 31.03.", 'due_on=2026-03-31 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'),
        ("melden jährlich zum 31.03.", 'recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'),
        (
            "melden zum 31.03., 30.06., 30.09. und 31.12.",
            'recurrence="FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"',
        ),
        ("melden jährlich, zuletzt zum 31.03.2027.", 'recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'),
        ("melden wöchentlich bis zum 02.02.2075.", 'recurrence="FREQ=WEEKLY"'),
        ("melden jährlich, erstmals Ende Juni 2025.", 'recurrence="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=13"'),
        ("beachten die Weisung 202404002 vom 03.04.2024.", ""),
        ("beachten Abschnitt 2.1 und Version 1.2.", ""),
    ],
)
def test_accounted_for(text: str, attributes: str) -> None:
    assert found(with_task(text, attributes)) == []


@pytest.mark.parametrize(
    ("text", "attributes", "quoted", "proposal"),
    [
        ("melden bis zum 30.06.2025.", "", "„bis zum 30.06.2025“", f"due_on=2025-06-30{NO_DEADLINE}2025-06-30"),
        (
            "melden spätestens zum 1. Juli 2025.",
            "",
            "„spätestens zum 1. Juli 2025“",
            f"due_on=2025-07-01{NO_DEADLINE}2025-07-01",
        ),
        ("wenden ab 01.07.2025 an.", "", "„ab 01.07.2025“", f"starts_on=2025-07-01{NO_START}2025-07-01"),
        (
            "führen mit Ablauf des 31.12.2025 nichts.",
            "",
            "„mit Ablauf des 31.12.2025“",
            f"ends_on=2025-12-31{NO_END}2025-12-31",
        ),
        ("melden vor dem 01.07.2025.", "", "„vor dem 01.07.2025“", f"due_on=2025-06-30{NO_DEADLINE}2025-07-01"),
        ("melden nach dem 30.06.2025 neu.", "", "„nach dem 30.06.2025“", f"starts_on=2025-07-01{NO_START}2025-06-30"),
        (
            "melden nach Ablauf des 30.06.2025 neu.",
            "",
            "„nach Ablauf des 30.06.2025“",
            f"starts_on=2025-07-01{NO_START}2025-06-30",
        ),
        (
            "melden letztmals vor dem 01.07.2025.",
            "",
            "„letztmals vor dem 01.07.2025“",
            f"ends_on=2025-06-30{NO_END}2025-07-01",
        ),
        ("beachten das Gesetz vom 03.04.2024.", "", "„vom 03.04.2024“", "other_dates=2024-04-03"),
        (
            "melden die Zahlen des Zeitraums vom 01.01.2025 bis 31.03.2025.",
            "other_dates=2025-01-01",
            "„bis 31.03.2025“",
            'other_dates="2025-01-01 2025-03-31"',
        ),
        (
            "melden ab 01.07.2025 die Zahlen vom 01.01.2025 bis 31.03.2025.",
            "starts_on=2025-07-01 other_dates=2025-01-01",
            "„bis 31.03.2025“",
            'other_dates="2025-01-01 2025-03-31"',
        ),
        (
            "melden bis zum 30.06.2025.",
            "due_on=2025-07-30",
            "„bis zum 30.06.2025“",
            "due_on=2025-06-30 statt due_on=2025-07-30 oder, wenn das ein anderer Tag ist, other_dates=2025-06-30",
        ),
        (
            "melden bis zum 30.06.2025.",
            'due_on=2025-07-30 other_dates="2025-03-31"',
            "„bis zum 30.06.2025“",
            "due_on=2025-06-30 statt due_on=2025-07-30 oder, wenn das ein anderer Tag ist, "
            'other_dates="2025-03-31 2025-06-30"',
        ),
        (
            "melden zwei Wochen vor dem 01.07.2025.",
            "",
            "„vor dem 01.07.2025“",
            'due_on=2025-06-17 deadline_words="zwei Wochen vor dem 01.07.2025" anchor=2025-07-01 '
            "(von 01.07.2025 aus gerechnet)",
        ),
        (
            "melden zwei Wochen vor dem 01.07.2025.",
            'due_on=2025-06-17 deadline_words="zwei Wochen vor dem"',
            "„vor dem 01.07.2025“",
            "anchor=2025-07-01 (von 01.07.2025 aus gerechnet)",
        ),
        (
            "planen zwei Wochen vor Beginn. Sie melden vor dem 01.07.2025.",
            "",
            "„vor dem 01.07.2025“",
            f"due_on=2025-06-30{NO_DEADLINE}2025-07-01",
        ),
        (
            "melden bis zum 01.07.2025, zwei Wochen vor Beginn.",
            "",
            "„bis zum 01.07.2025“",
            f"due_on=2025-07-01{NO_DEADLINE}2025-07-01",
        ),
        (
            "planen zwei Wochen vor Beginn der gemeinsamen Erprobung in allen beteiligten Dienststellen ab 01.07.2025.",
            "",
            "„ab 01.07.2025“",
            f"starts_on=2025-07-01{NO_START}2025-07-01",
        ),
        ("melden bis zum 30.06.", "", "„bis zum 30.06.“", f"due_on=2025-06-30{NO_DEADLINE}2025-06-30{YEARLY_ELSE % 6}"),
        ("melden bis zum 30.01.", "", "„bis zum 30.01.“", f"due_on=2026-01-30{NO_DEADLINE}2026-01-30{YEARLY_ELSE % 1}"),
        (
            "melden bis zum 30.06.",
            "starts_on=2025-07-01",
            "„bis zum 30.06.“",
            f"due_on=2026-06-30{NO_DEADLINE}2026-06-30{YEARLY_ELSE % 6}",
        ),
        (
            "melden jährlich zum 31.03.",
            "",
            "„zum 31.03.“",
            'recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"; gilt der Tag nur einmal: due_on=2025-03-31'
            f"{NO_DEADLINE}2025-03-31",
        ),
        (
            "melden jährlich zum 30.04.",
            'recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"',
            "„zum 30.04.“",
            f"die Wiederholungsregel recurrence berichtigen oder due_on=2025-04-30{NO_DEADLINE}2025-04-30",
        ),
        ("melden bis zum 31.06.2025.", "", "„bis zum 31.06.2025“", NO_SUCH_DAY),
        (
            "melden bis Ende Juni 2025.",
            "due_on=2025-07-01",
            "„bis Ende Juni 2025“",
            "due_on=2025-06-30 statt due_on=2025-07-01 oder, wenn das ein anderer Tag ist, other_dates=2025-06-30",
        ),
        (
            "melden bis Ende 2025.",
            "due_on=2026-12-31",
            "„bis Ende 2025“",
            "due_on=2025-12-31 statt due_on=2026-12-31 oder, wenn das ein anderer Tag ist, other_dates=2025-12-31",
        ),
        (
            "melden bis zum 30.06.2025.",
            "due_on=2025-06-29",
            "„bis zum 30.06.2025“",
            "due_on=2025-06-30 statt due_on=2025-06-29 oder, wenn das ein anderer Tag ist, other_dates=2025-06-30",
        ),
        (
            "melden bis zum 01.07.2025.",
            "due_on=2025-06-30",
            "„bis zum 01.07.2025“",
            "due_on=2025-07-01 statt due_on=2025-06-30 oder, wenn das ein anderer Tag ist, other_dates=2025-07-01",
        ),
        (
            "melden bis Ende Juni etwas.",
            "due_on=2025-07-30",
            "„bis Ende Juni“",
            "due_on=2025-06-30 statt due_on=2025-07-30 oder, wenn das ein anderer Tag ist, other_dates=2025-06-30"
            f"{YEARLY_ELSE % 6}",
        ),
        (
            "melden wöchentlich bis zum 31.12.9999.",
            'recurrence="FREQ=WEEKLY"',
            "„bis zum 31.12.9999“",
            f"due_on=9999-12-31{NO_DEADLINE}9999-12-31",
        ),
        (
            "wenden bis zum 30.06.2025 das alte Verfahren an.",
            "",
            "„bis zum 30.06.2025“",
            "ends_on=2025-06-30 oder, wenn das kein Ende ist, due_on=2025-06-30 oder other_dates=2025-06-30",
        ),
        (
            "beginnen nicht vor dem 01.07.2025.",
            "",
            "„vor dem 01.07.2025“",
            f"starts_on=2025-07-01{NO_START}2025-07-01",
        ),
        (
            "beachten 202404002 ab 03.04.2025.",
            "",
            "„ab 03.04.2025“",
            f"starts_on=2025-04-03{NO_START}2025-04-03",
        ),
    ],
)
def test_not_accounted_for(text: str, attributes: str, quoted: str, proposal: str) -> None:
    document_ = with_task(text, attributes)
    assert found(document_) == [(A_FILE, line_of(document_, f"- {text}"), "T007")]
    (message,) = messages(document_, "T007")
    assert "„#x“" in message
    assert quoted in message
    assert message.partition("Vorschlag: ")[2] == f"{proposal}."


def test_every_date_is_reported() -> None:
    text = with_task("melden ab 01.06.2025 bis zum 30.06.2025.")
    assert [item[2] for item in found(text)] == ["T007", "T007"]


def test_an_impossible_day_that_is_listed_as_a_slip() -> None:
    slips = "  slips:\n    - text: bis zum 31.06.2025\n      reason: Der Juni hat 30 Tage.\n"
    text = document(source=SOURCE + slips, body=tasks("- melden bis zum 31.06.2025.\n  {: #x .task }"))
    assert [item[2] for item in found(text)] == ["S004"]


def test_only_a_slip_with_that_date_excuses_it() -> None:
    slips = "  slips:\n    - text: der Meldun\n      reason: n fehlt.\n"
    text = document(source=SOURCE + slips, body=tasks("- dienen der Meldun bis zum 30.06.2025.\n  {: #x .task }"))
    assert [item[2] for item in found(text)] == ["S004", "T007"]


def test_a_doubtful_date_is_a_date() -> None:
    mark = '==30.06.2025=={: .uncertain reason="Tag unklar" }'
    assert [item[2] for item in found(with_task(f"melden bis zum {mark}."))] == ["S003", "T007"]


def test_earlier_wordings_are_read_with_their_own_attributes() -> None:
    body = tasks(
        "- melden bis zum 30.06.2025.\n  {: #x .task due_on=2025-06-30 }\n\n"
        "    > melden bis zum 31.05.2025.\n    > {: .earlier until=2025-04-30 due_on=2025-06-30 }"
    )
    author = document(B, issued="2025-02-20", valid_from="2025-05-01", extra=change("amendment", parts='["#x"]'))
    text = document(body=body)
    assert found({A_FILE: text, B_FILE: author}) == [(A_FILE, line_of(text, "> melden"), "T007")]
    assert "(Fassung bis 30.04.2025)" in messages({A_FILE: text, B_FILE: author}, "T007")[0]
    right = text.replace("until=2025-04-30 due_on=2025-06-30", "until=2025-04-30 due_on=2025-05-31")
    assert found({A_FILE: right, B_FILE: author}) == []


def test_words_outside_tasks_need_no_attribute() -> None:
    assert found(document(body="## 1. Ziel\n\nSeit 08.01.2025 steht die Funktion bereit.\n")) == []


def test_a_day_without_year_in_a_directive_without_days() -> None:
    text = with_task("melden bis zum 30.06.").replace("issued: 2025-01-15\nvalid_from: 2025-02-01\n", "")
    (message,) = messages(text, "T007", parser_says=("H001", "H001"))
    assert message.endswith('Vorschlag: recurrence="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30".')


def test_a_day_without_year_follows_the_issue_if_nothing_else_is_known() -> None:
    text = with_task("melden bis zum 30.01.").replace("valid_from: 2025-02-01\n", "")
    (message,) = messages(text, "T007", parser_says=("H001",))
    assert "Vorschlag: due_on=2025-01-30 " in message


NESTED = """\
- berichten bis zum 30.06.2025:
  {: #bericht .task %s}

    - melden bis zum 01.07.2025 die Zahlen.
      {: #zahlen .task %s}
"""


def test_a_date_of_a_subordinate_task_is_accounted_for_there() -> None:
    def codes(outer: str, inner: str) -> list[tuple[str, int, str]]:
        return found(document(body=tasks(NESTED % (outer, inner))))

    first = line_of(document(body=tasks(NESTED)), "- berichten")
    assert codes("due_on=2025-06-30 ", "due_on=2025-07-01 ") == []
    assert codes("due_on=2025-06-30 ", "") == [(A_FILE, first + 3, "T007")]
    assert codes("", "due_on=2025-07-01 ") == [(A_FILE, first, "T007")]


def test_a_date_of_a_subordinate_item_that_is_no_task_belongs_to_the_task() -> None:
    text = NESTED.replace("      {: #zahlen .task %s}\n", "") % "due_on=2025-06-30 "
    assert [item[2] for item in found(document(body=tasks(text)))] == ["T007"]
