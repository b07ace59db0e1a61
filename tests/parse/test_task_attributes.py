"""Attribute lists → tasks and their wordings."""

from datetime import date

import pytest

from geltung.model.records import EarlierText, TaskVersion, Words
from tests.parse.documents import HEAD, body_line, broken, message, parsed, reported, versions

CHAPTER = "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n"


def item(attributes: str, text: str = "melden die Zahlen.") -> str:
    return f"{CHAPTER}- {text}\n  {{: {attributes} }}\n"


def task(attributes: str, text: str = "melden die Zahlen.") -> TaskVersion:
    (version,) = versions(item(attributes, text))
    return version


def test_all_attributes() -> None:
    text = "melden bis spätestens 2 Wochen vor dem Termin ab 01.03.2025 die Zahlen vom 31.12.2024 bis 31.12.2026."
    found = task(
        '#zahlen .task addressee="RD; AA (EZ)" starts_on=2025-03-01 due_on=2025-06-17 ends_on=2026-12-31 '
        'recurrence="FREQ=YEARLY" deadline_words="bis spätestens 2 Wochen vor dem Termin" anchor=2025-07-01 '
        'other_dates="2024-12-31, 2025-01-01" uncertain="due_on addressees"',
        text,
    )
    assert found == TaskVersion(
        text,
        12,
        ("RD", "AA (EZ)"),
        date(2025, 3, 1),
        date(2025, 6, 17),
        date(2026, 12, 31),
        "FREQ=YEARLY",
        "bis spätestens 2 Wochen vor dem Termin",
        date(2025, 7, 1),
        (date(2024, 12, 31), date(2025, 1, 1)),
        ("due_on", "addressees"),
        (
            ("starts_on", Words("ab 01.03.2025", 12)),
            ("due_on", Words("bis spätestens 2 Wochen vor dem Termin", 12)),
            ("ends_on", Words("bis 31.12.2026", 12)),
        ),
    )


def test_the_heading_is_the_addressee_unless_the_task_names_its_own() -> None:
    assert task("#a .task").addressed == ("Die Agenturen für Arbeit",)
    assert task('#a .task addressee="EZ und SC"').addressed == ("EZ und SC",)


def test_only_headings_of_the_same_section_count() -> None:
    body = (
        "## 1. A\n\n### Die Agenturen\n\nText\n{: #a .task }\n\n### 1.1 B\n\nText\n{: #b .task }\n\n"
        "## 2. C\n\n### Die RD\n\n### Die SC\n\nText\n{: #c .task }\n"
    )
    directive, found = broken(body=body)
    assert [(task.id, task.section, task.current.addressed) for task in directive.tasks] == [
        ("a", "1", ("Die Agenturen",)),
        ("b", "1.1", ()),
        ("c", "2", ("Die SC",)),
    ]
    assert [(item.code, item.line) for item in found] == [("T004", body_line(body, "{: #b"))]


@pytest.mark.parametrize(
    ("text", "attributes", "words"),
    [
        ("wenden ab 01.07.2025 an", "starts_on=2025-07-01", "ab 01.07.2025"),
        ("melden bis zum\n  30. Juni 2025 die Zahlen", "due_on=2025-06-30", "bis zum 30. Juni 2025"),
        ("melden jährlich zum 31.03. die Zahlen", "due_on=2026-03-31", "zum 31.03."),
        ("melden **bis 30.06.2025** die Zahlen", "due_on=2025-06-30", "bis 30.06.2025"),
        ("Was bis 30.06.2025 kam, ab 30.06.2025 melden", "starts_on=2025-06-30", "ab 30.06.2025"),
        ("Sperrung wird zum 01.07.2025 vorgenommen", "starts_on=2025-07-01", "zum 01.07.2025"),
    ],
)
def test_words_of_a_date(text: str, attributes: str, words: str) -> None:
    ((_, found),) = task(f"#a .task {attributes}", text).words
    assert found == Words(words, 12)


def test_words_on_a_later_line() -> None:
    version = task(
        "#a .task due_on=2025-06-30", "melden die Zahlen, und zwar\n  spätestens\n  zum 30.06.2025\n  der RD."
    )
    assert version.words == (("due_on", Words("spätestens zum 30.06.2025", 13)),)
    version = task("#a .task due_on=2025-06-30", "melden die Zahlen [hier](x)\n  [spätestens](y)\n  zum 30.06.2025.")
    assert version.words == (("due_on", Words("spätestens zum 30.06.2025", 14)),)


def test_words_outside_the_task() -> None:
    body = (
        CHAPTER
        + "Ab dem\n01.07.2025 gilt:\n\n"
        + '- SC meldet.\n  {: #a .task starts_on=2025-07-01 start_words="Ab dem 01.07.2025" }\n'
    )
    (version,) = versions(body)
    assert version.words == (("starts_on", Words("Ab dem 01.07.2025", body_line(body, "Ab dem"))),)


def test_words_that_stand_nowhere() -> None:
    body = item('#a .task due_on=2025-07-01 deadline_words="bis Ende der Woche" start_words="ab sofort"')
    assert reported(body=body) == [("S005", 13), ("S005", 13)]
    assert broken(body=body)[0].tasks[0].current.words == ()


def test_dates_without_words_in_the_text() -> None:
    assert task("#a .task due_on=2025-06-30").words == ()


@pytest.mark.parametrize(
    ("attributes", "code", "words"),
    [
        (".task", "T001", "Vorschlag: {: #zahlen .task … }."),
        ("#Zahlen_Größe .task", "T003", "Vorschlag: #zahlen-groesse."),
        ("#-a .task", "T003", "Vorschlag: #a."),
        ("#a .task due=2025-01-01", "T005", "Vorschlag: due_on=2025-01-01."),
        ("#a .task farbe=rot", "T005", "Erlaubt sind addressee, starts_on"),
        ("#a .task until=2025-01-01", "T005", "„until“"),
        ("#a .task due_on=01.07.2025", "T006", "Vorschlag: due_on=2025-07-01."),
        ("#a .task due_on=2025-02-30", "T006", "da steht „2025-02-30“"),
        ("#a .task anchor=morgen", "T006", "anchor muss ein Tag"),
        ("#a .task added_on=1.5.2025", "T006", "Vorschlag: added_on=2025-05-01."),
        ('#a .task other_dates="2025-01-01 31.3.2025"', "T006", "2025-03-31"),
        ("#a .task uncertain=due", "T006", "Vorschlag: due_on."),
        ("#a .task uncertain=addressee", "T006", "Vorschlag: addressees."),
        ('#a .task addressee=" ; "', "T006", "addressee muss eine Einheit nennen"),
        ("#a .task addressee=„EZ“", "T006", "geraden Anführungszeichen"),
    ],
)
def test_wrong_attributes(attributes: str, code: str, words: str) -> None:
    assert reported(body=item(attributes)) == [(code, 13)]
    assert words in message(body=item(attributes))


def test_a_wrong_date_is_none_and_the_task_is_kept() -> None:
    (found,) = broken(body=item("#a .task due_on=01.07.2025 starts_on=2025-01-01"))[0].tasks
    assert (found.current.due_on, found.current.starts_on) == (None, date(2025, 1, 1))


def test_duplicate_ids_keep_the_first() -> None:
    body = item("#a .task") + "- anderes\n  {: #a .task }\n"
    directive, found = broken(body=body)
    assert [task.current.text for task in directive.tasks] == ["melden die Zahlen."]
    assert [(item.code, item.line) for item in found] == [("T002", 15)]


EARLIER = """\
- melden bis 30.06.2025.
  {: #zahlen .task due_on=2025-06-30 recurrence="FREQ=YEARLY" }

    > meldeten bis 31.05.2025.
    > {: .earlier until=2025-04-30 due_on=2025-05-31 addressee="EZ" uncertain="due_on" }

    > taten nichts.
    >
    > Gar nichts.
    > {: .earlier until=2025-01-31 }
"""


def test_earlier_wordings() -> None:
    oldest, older, current = versions(CHAPTER + EARLIER)
    assert (oldest.text, oldest.until, oldest.line) == ("taten nichts. Gar nichts.", date(2025, 1, 31), 18)
    assert (oldest.due_on, oldest.recurrence, oldest.addressed) == (None, None, ("Die Agenturen für Arbeit",))
    assert (older.text, older.until, older.line) == ("meldeten bis 31.05.2025.", date(2025, 4, 30), 15)
    assert (older.due_on, older.addressed, older.uncertain) == (date(2025, 5, 31), ("EZ",), ("due_on",))
    assert older.words == (("due_on", Words("bis 31.05.2025", 15)),)
    assert (current.text, current.until, current.present) == ("melden bis 30.06.2025.", None, True)


def test_earlier_wording_of_a_paragraph() -> None:
    body = CHAPTER + "Neu.\n{: #a .task }\n\n> Alt.\n> {: .earlier until=2025-04-30 }\n\nText.\n"
    assert [version.text for version in versions(body)] == ["Alt.", "Neu."]
    assert parsed(body=body).sections[0].text == "Die Agenturen für Arbeit\n\nNeu.\n\nText."


def test_inserted_task() -> None:
    absent, current = versions(item("#a .task added_on=2025-05-01"))
    assert (absent.present, absent.until, absent.text) == (False, date(2025, 4, 30), "")
    assert current.present


def test_inserted_task_with_an_earlier_wording() -> None:
    added = EARLIER.replace(".task", ".task added_on=2024-12-01")
    assert [version.present for version in versions(CHAPTER + added)] == [False, True, True, True]
    late = EARLIER.replace(".task", ".task added_on=2025-03-01")
    assert reported(body=CHAPTER + late) == [("T006", 21)]


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ("until=2025-01-31", "", "T006", 21),
        ("until=2025-01-31", "until=31.01.2025", "T006", 21),
        ("until=2025-01-31", "until=2025-04-30", "T006", 21),
        ("until=2025-01-31", "until=2025-01-31 added_on=2025-01-01", "T005", 21),
        ("    > taten", "> taten", "T014", 21),
        ("    > taten nichts.\n    >\n    > Gar nichts.\n    > {", "    taten nichts.\n    {", "T014", 19),
        ("    > Gar nichts.\n", "    > Gar nichts.\n    >\n", "T014", 22),
    ],
)
def test_wrong_earlier_wordings(old: str, new: str, code: str, line: int) -> None:
    assert reported(body=CHAPTER + EARLIER.replace(old, new)) == [(code, line)]


def test_earlier_text_of_a_section() -> None:
    body = "## 1. A\n\n> Alt eins.\n>\n> Alt zwei.\n> {: .earlier until=2025-04-30 }\n\nNeu.\n\n> Zitat.\n"
    (section,) = parsed(body=body).sections
    assert section.text == "Neu.\n\nZitat."
    assert section.earlier == (EarlierText("Alt eins.\n\nAlt zwei.", date(2025, 4, 30), body_line(body, "> Alt eins")),)


def test_earlier_text_needs_a_section() -> None:
    assert reported(body="Neu.\n\n> Alt.\n> {: .earlier until=2025-04-30 }\n") == [("T014", 11)]


def test_earlier_text_of_a_section_states_nothing_but_its_end() -> None:
    body = "## 1. A\n\nNeu.\n\n> Alt.\n> {: .earlier until=2025-04-30 due_on=2025-01-01 }\n"
    assert reported(body=body) == [("T014", 13)]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("- a\n\n  {: #a .task }\n", "T014", 14),
        ("- a {: #a .task }\n", "T014", 12),
        ("- a\n  {: #a .task\n", "T014", 13),
        ("- a\n  {: #a\n  .task }\n", "T014", 13),
        ("- a\n  {: #a due_on=2025-01-01 }\n", "T014", 13),
        ("- a\n  {: #a .tasks }\n", "T014", 13),
        ("> a\n> {: #a .task }\n", "T014", 13),
        ("> - a\n>   {: #a .task }\n", "T014", 13),
        ("- a\n  {: #a .task }\n\n    b\n    {: #b .task }\n", "T014", 16),
        ("#### Die SC {: #a .task }\n", "T014", 12),
        ("- a\n  {: .earlier until=2025-01-01 }\n", "T014", 13),
    ],
)
def test_lists_without_effect(body: str, code: str, line: int) -> None:
    assert (code, line) in reported(body=CHAPTER + body)
    assert {found for found, _ in reported(body=CHAPTER + body)} <= {code, "T018"}


def test_other_attribute_lists_are_none_of_our_business() -> None:
    body = 'Text\n{: .hinweis #anker title="x" }\n\n## 1. Titel {: #eins }\n\nText\n'
    directive = parsed(body=body)
    assert directive.sections[0].title == "Titel"
    assert directive.tasks == ()


def test_a_whole_list_item_is_the_task() -> None:
    body = CHAPTER + "- melden:\n  {: #a .task }\n\n    - dies\n    - das\n\n    Und mehr.\n"
    assert versions(body)[0].text == "melden: dies das Und mehr."


def test_tasks_in_a_nested_list() -> None:
    body = CHAPTER + "- Die SC\n    - melden.\n      {: #a .task }\n    - prüfen.\n      {: #b .task }\n"
    assert [(task.id, task.line, task.current.text) for task in parsed(body=body).tasks] == [
        ("a", 13, "melden."),
        ("b", 15, "prüfen."),
    ]


def test_unmarked_items_in_the_chapter_of_tasks() -> None:
    body = (
        CHAPTER
        + "- melden.\n  {: #a .task }\n- prüfen.\n- Die SC\n    - tun.\n      {: #b .task }\n\n## 4. Info\n\n- a\n"
    )
    assert reported(body=body) == [("T018", 14)]
    assert "„prüfen.“" in message(body=body)


def test_file_lines_follow_the_head() -> None:
    more = HEAD + "kind: Weisung\n"
    assert parsed(more, item("#a .task")).tasks[0].line == 13
