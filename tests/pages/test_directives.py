"""Directive pages say what the records and the stored intervals say, for every day."""

import re
from datetime import date
from itertools import pairwise

import pytest

from tests.pages.site_pages import pages, parsed, seen
from tests.store.documents import A, B, C, R, changes, directive, reference, tasks

REPEAL = f'kind: repeal, target: "{A}", effective: 2025-09-01'


def page(folder, documents, id_=A, **options):
    return pages(folder, documents, **options)[f"weisungen/{id_}.md"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2025-02-01", "gilt ab 01.03.2025 Gilt ab 01.03.2025. Wird zum 01.09.2025 durch 202502001 aufgehoben"),
        (
            "2025-08-31",
            "Gilt seit 01.03.2025. Wird zum 01.09.2025 durch 202502001 aufgehoben (letzter Tag: 31.08.2025).",
        ),
        ("2025-09-01", "aufgehoben Aufgehoben zum 01.09.2025 durch 202502001. Sie galt bis 31.08.2025."),
    ],
)
def test_the_state_is_that_of_the_readers_day(tmp_path, day, words):
    made = page(tmp_path, {A: directive(), B: directive(B, head=changes(REPEAL))})
    assert words in seen(made, day)


def test_a_directive_that_ends_by_time(tmp_path):
    made = page(tmp_path, {A: directive(valid_until="2025-06-30")})
    assert "gilt Gilt seit 01.03.2025 bis 30.06.2025." in seen(made, "2025-06-30")
    assert "abgelaufen Galt bis 30.06.2025." in seen(made, "2025-07-01")


def test_a_directive_in_force_again_after_a_gap(tmp_path):
    extension = f'kind: extension, target: "{A}", effective: 2025-07-15, valid_until: 2025-12-31'
    made = page(
        tmp_path,
        {A: directive(valid_until="2025-06-30"), B: directive(B, valid_from="2025-07-15", head=changes(extension))},
    )
    assert "Gilt wieder seit 15.07.2025 bis 31.12.2025." in seen(made, "2025-07-15")
    assert "In Kraft 01.03.2025 bis 30.06.2025 15.07.2025 bis 31.12.2025" in seen(made)


def test_exactly_one_state_is_shown_on_every_day(tmp_path):
    made = page(tmp_path, {A: directive(valid_until="2025-06-30"), B: directive(B, head=changes(REPEAL))})
    for day in (
        "0001-01-01",
        "2025-01-09",
        "2025-01-10",
        "2025-02-28",
        "2025-03-01",
        "2025-06-30",
        "2025-07-01",
        "9999-12-31",
    ):
        head = made.split("g-klein")[0].split("g-lage")[1]
        shown = re.findall(
            r"<span(?: data-von=\"([\d-]+)\")?(?: data-bis=\"([\d-]+)\")?(?: hidden)?><span class=\"g-zustand", head
        )
        assert sum((begin or "") <= day <= (end or "9999-12-31") for begin, end in shown) == 1, day


def test_without_a_script_the_day_of_the_build_is_shown(tmp_path):
    made = page(tmp_path, {A: directive(valid_until="2025-06-30")})
    assert '<span data-von="2025-07-01"><span class="g-zustand g-zustand--beendet">abgelaufen' in made
    assert "Stand: 15.07.2025" in seen(made)


def test_header_fields_and_department(tmp_path):
    made = seen(page(tmp_path, {A: directive(head="file_references: KPI4 – 6801.4\n")}))
    for words in (
        "Geschäftszeichen KPI4 – 6801.4",
        "Zuständig KPI4",
        "Gültig bis unbegrenzt",
        "SGB II: nicht betroffen",
    ):
        assert words in made


@pytest.mark.parametrize("printed", ["6801.4/1680", "II-1234", ""])
def test_no_department_is_guessed(tmp_path, printed):
    head = f'file_references: "{printed}"\n' if printed else ""
    assert "Zuständig" not in seen(page(tmp_path, {A: directive(head=head)}))


def test_connections_go_both_ways(tmp_path):
    documents = {
        A: directive(head=f'references:\n  - id: "{R}"\n    text: Weisung {R} vom 10.01.2024 – Alt\n'),
        B: directive(B, head=changes(REPEAL)),
        R: reference(),
    }
    made = pages(tmp_path, documents)
    assert "Bezug Weisung 202401001 vom 10.01.2024 – Alt" in seen(made[f"weisungen/{A}.md"])
    assert f"{R}.html" in parsed(made[f"weisungen/{A}.md"]).links
    assert "Geändert durch Aufhebung zum 01.09.2025: 202502001" in seen(made[f"weisungen/{A}.md"])
    assert "Ändert Aufhebung zum 01.09.2025: 202501001" in seen(made[f"weisungen/{B}.md"])
    assert f"Zitiert in {A} vom 10.01.2025" in seen(made[f"weisungen/{R}.md"])
    assert "nicht bewertet" in seen(made[f"weisungen/{R}.md"])


def test_a_change_names_its_parts_with_links(tmp_path):
    change = f'kind: partial repeal, target: "{A}", parts: ["3", "#t1"], effective: 2025-08-01'
    made = pages(tmp_path, {A: directive(body=tasks("")), B: directive(B, head=changes(change))})[f"weisungen/{B}.md"]
    assert "Teilaufhebung (Abschnitt 3, Auftrag #t1) zum 01.08.2025" in seen(made)
    assert {f"{A}.html#abschnitt-3", f"{A}.html#auftrag-t1"} <= set(parsed(made).links)


def test_tasks_are_cards_with_anchor_addressee_dates_and_state(tmp_path):
    made = page(tmp_path, {A: directive(body=tasks('starts_on=2025-05-01 due_on=2025-07-15 uncertain="due_on"'))})
    assert 'id="auftrag-t1"' in made
    assert "#auftrag-t1" in parsed(made).links
    assert "../einheiten/AA.html" in parsed(made).links
    shown = seen(made)
    for words in (
        "gilt, Frist 15.07.2025",
        "Agentur für Arbeit („Die Agenturen für Arbeit“)",
        "Beginn 01.05.2025",
        "Frist 15.07.2025 unsicher",
    ):
        assert words in shown
    assert "Frist abgelaufen am 15.07.2025" in seen(made, "2025-07-16")
    assert "kommt, Frist 15.07.2025" in seen(made, "2025-04-30")


def test_every_task_has_a_card_whatever_its_form(tmp_path):
    body = (
        "## 2. Auftrag\n\nIst zu melden.\n{: #a .task addressee=AA }\n\n1. Eins.\n   {: #b .task addressee=AA }\n\n"
        "   Noch ein Absatz.\n\n- - tief\n    {: #c .task addressee=AA }\n"
    )
    made = page(tmp_path, {A: directive(body=body)})
    assert [id_ for id_ in parsed(made).ids if id_.startswith("auftrag-")] == ["auftrag-a", "auftrag-b", "auftrag-c"]
    assert made.count("g-auftrag__karte") == 3


def test_a_repealed_section_and_its_tasks_are_marked_where_they_stand(tmp_path):
    body = "## 2. Auftrag\n\n### 2.1 Teil\n\nText.\n{: #t1 .task addressee=AA }\n\n## 3. Rest\n\nBleibt.\n"
    change = f'kind: partial repeal, target: "{A}", parts: ["2"], effective: 2025-08-01'
    made = page(tmp_path, {A: directive(body=body), B: directive(B, head=changes(change))})
    before, after = seen(made, "2025-07-31"), seen(made, "2025-08-01")
    assert before.count("Wird zum 01.08.2025 durch 202502001 aufgehoben") == 3
    assert after.count("Aufgehoben zum 01.08.2025 durch 202502001") == 3
    assert after.count("als Teil von Abschnitt 2.") == 1
    assert "Aufgehoben" not in after.split("Rest")[1]


def test_earlier_wordings_can_be_read(tmp_path):
    body = (
        "## 2. Auftrag\n\n> Alt im Abschnitt.\n> {: .earlier until=2025-07-31 }\n\nNeu im Abschnitt.\n\n"
        "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n- melden bis 30.09.2025.\n  {: #t1 .task due_on=2025-09-30 }\n\n"
        "    > melden bis 31.08.2025.\n    > {: .earlier until=2025-07-31 due_on=2025-08-31 }\n"
    )
    change = f'kind: amendment, target: "{A}", parts: ["2", "#t1"], effective: 2025-08-01'
    made = page(tmp_path, {A: directive(body=body), B: directive(B, head=changes(change))})
    before, after = seen(made, "2025-07-31"), seen(made, "2025-08-01")
    assert "Bis 31.07.2025 gilt hier die folgende Fassung; der Text darunter gilt erst ab 01.08.2025." in before
    assert "Fassung, die noch bis 31.07.2025 gilt Alt im Abschnitt. Neu im Abschnitt." in before
    assert made.count('<details class="g-frueher" open>') == 1
    old, new = before.index("melden bis 31.08.2025."), before.index("melden bis 30.09.2025.")
    assert old < before.index("Künftige Fassung (gilt ab 01.08.2025)") < new < before.index("gilt, Frist 31.08.2025")
    assert "Diese Fassung gilt noch bis 31.07.2025." in before
    assert after.count("Frühere Fassung (galt bis 31.07.2025)") == 2
    assert "gilt erst ab" not in after
    old, new = after.index("melden bis 31.08.2025."), after.index("melden bis 30.09.2025.")
    assert (
        new < after.index("Frühere Fassung (galt bis 31.07.2025) melden") < old < after.index("gilt, Frist 30.09.2025")
    )
    assert "Diese Fassung gilt seit 01.08.2025." in after
    assert made.count("<blockquote>") == 0


def test_what_counts_on_the_day_of_the_build_is_what_is_read_without_a_script(tmp_path):
    body = tasks("until=2025-07-31").replace("  {: #t1 .task until=2025-07-31", "  {: #t1 .task")
    body += "\n    > melden das Alte.\n    > {: .earlier until=2025-07-31 }\n"
    change = f'kind: amendment, target: "{A}", parts: ["#t1"], effective: 2025-08-01'
    made = page(tmp_path, {A: directive(body=body), B: directive(B, head=changes(change))})
    card = made.split('id="auftrag-t1">')[1]
    first, _, second = card.partition('<div data-von="2025-08-01" hidden>')
    assert first.startswith('<div data-bis="2025-07-31"><p>melden das Alte.</p>')
    assert second.startswith("stellen Nummer 1 sicher.")


def test_an_amendment_that_failed_is_not_shown_as_the_wording(tmp_path):
    body = (
        "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n- melden bis 30.09.2025.\n  {: #t1 .task due_on=2025-09-30 }\n\n"
        "    > melden bis 31.08.2025.\n    > {: .earlier until=2025-07-31 due_on=2025-08-31 }\n"
    )
    change = f'kind: amendment, target: "{A}", parts: ["#t1"], effective: 2025-08-01'
    ended = f'kind: repeal, target: "{B}", effective: 2025-07-01'
    documents = {A: directive(body=body), B: directive(B, head=changes(change)), C: directive(C, head=changes(ended))}
    shown = seen(page(tmp_path, documents), "2025-08-15")
    assert "melden bis 31.08.2025. Fassung, die nicht wirksam geworden ist melden bis 30.09.2025." in shown


def test_an_inserted_task_says_since_when(tmp_path):
    change = f'kind: amendment, target: "{A}", parts: ["#t1"], effective: 2025-08-01'
    made = page(tmp_path, {A: directive(body=tasks("added_on=2025-08-01")), B: directive(B, head=changes(change))})
    assert "kommt zum 01.08.2025 #t1 Auftrag eingefügt zum 01.08.2025." in seen(made)
    assert "gilt #t1" in seen(made, "2025-08-01")


def test_earlier_header_values(tmp_path):
    change = f'kind: amendment, target: "{A}", parts: [title], effective: 2025-07-01'
    head = "earlier:\n  - until: 2025-06-30\n    title: Alter Titel\n"
    made = seen(page(tmp_path, {A: directive(head=head), B: directive(B, head=changes(change))}))
    assert "Früherer Kopf der Weisung (galt bis 30.06.2025) Titel Alter Titel" in made


def test_a_title_is_that_of_the_day_of_the_build(tmp_path):
    change = f'kind: amendment, target: "{A}", parts: [title], effective: 2025-08-01'
    head = "earlier:\n  - until: 2025-07-31\n    title: Alter Titel\n    valid_until: 2026-12-31\n"
    documents = {A: directive(head=head, title="Neuer Titel"), B: directive(B, head=changes(change))}
    for today, title, until in (
        ("2025-07-31", "Alter Titel", "31.12.2026"),
        ("2025-08-01", "Neuer Titel", "unbegrenzt"),
    ):
        found = pages(tmp_path / today, documents, date.fromisoformat(today))
        made = seen(found[f"weisungen/{A}.md"], today)
        assert f"# {title}" in made
        assert f"Gültig bis {until}" in made
        assert title in seen(found["uebersichten/jahr-2025.md"], today)
        assert f"{A} {title}" in seen(found["einheiten/AA.md"], today)
    made = pages(tmp_path / "before", documents)[f"weisungen/{A}.md"]
    assert "Künftiger Kopf der Weisung (gilt ab 01.08.2025) Titel Neuer Titel" in seen(made)
    assert "Dieser Kopf der Weisung gilt seit 01.08.2025 Titel Neuer Titel" in seen(made, "2025-08-01")


def test_original_checksum_annexes_and_notes(tmp_path):
    (tmp_path / "directives" / "sources").mkdir(parents=True)
    (tmp_path / "directives" / "sources" / "a.pdf").write_bytes(b"%PDF")
    head = (
        "annexes:\n  - {title: Anlage 1, file: sources/a.pdf}\n  - {title: Anlage 2}\n"
        "source:\n  file: sources/a.pdf\n  sha256: abc123\n  slips:\n    - {text: Kurzfassung, reason: Muss anders heißen}\n"
    )
    body = '## 1. Lage\n\nDer ==Wert=={: .uncertain reason="kaum lesbar" } steht da.\n'
    made = page(tmp_path, {A: directive(head=head, body=body)})
    shown = seen(made)
    for words in (
        "Maßgeblich ist der Originaltext.",
        "abc123",
        "Anlage 2 (Datei liegt nicht vor)",
        "Muss anders heißen",
        "Wert: kaum lesbar",
    ):
        assert words in shown
    assert "../originale/sources/a.pdf" in parsed(made).links
    assert "#zweifel-1" in parsed(made).links
    assert "zweifel-1" in parsed(made).ids


def test_originals_outside_the_collection_are_not_published(tmp_path):
    (tmp_path / "secret.txt").write_text("geheim")
    head = "source:\n  file: ../secret.txt\n  sha256: abc\n"
    found = pages(tmp_path, {A: directive(head=head)})
    assert not [path for path in found if "secret" in path]
    assert "Original herunterladen" not in found[f"weisungen/{A}.md"]


def test_sections_have_anchors_and_headings_never_skip_a_level(tmp_path):
    body = "## 1. Lage\n\n#### 1.1 Tief\n\nText\n\n# 2. Hoch\n\n##### Ohne Nummer\n"
    made = page(tmp_path, {A: directive(body=body)})
    levels = [len(line.split(" ")[0]) for line in made.splitlines() if line.startswith("#")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert levels.count(1) == 1
    for anchor in ("abschnitt-1", "abschnitt-1.1", "abschnitt-2"):
        assert f"{{: #{anchor} }}" in made


def test_recurring_tasks_name_their_next_date(tmp_path):
    rule = 'due_on=2025-03-31 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"'
    made = page(tmp_path, {A: directive(body=tasks(rule))})
    assert "gilt, Frist 31.03.2026" in seen(made)
    assert "gilt, Frist 31.03.2027" in seen(made, "2026-04-01")
    assert "gilt" in seen(made, "2060-01-01")
    assert "jährlich, FREQ=YEARLY" in seen(made)
    assert len(made) < 8000


def test_what_never_comes_into_force_says_so(tmp_path):
    """Gültig bis before Gültig ab: the days before it are a phase of their own."""
    page = pages(tmp_path, {A: directive(valid_from="2025-08-01", valid_until="2025-07-01")})[f"weisungen/{A}.md"]
    assert "nicht in Kraft" in seen(page, "2025-07-15")
    assert "Nach ihren Angaben kommt sie nicht in Kraft." in seen(page, "2025-07-15")
    assert "Gilt seit" not in page


TABLE = """\
## 3. Einzelaufträge

| Nr. | Wer | Was | Bis wann |
|---|---|---|---|
| 1 | Die Agenturen für Arbeit | melden *alles* | 30.09.2025 {: #melden .task due_on=2025-09-30 } |
| 2 | | helfen | sofort {: #helfen .task } |
| 2 | | halfen | später {: .earlier until=2025-08-31 } |
| | | und noch ==dies=={: .uncertain reason="verlesen" } | |
"""


def test_a_row_that_is_a_task_has_its_card_below(tmp_path):
    made = page(tmp_path, {A: directive(body=TABLE)})
    cells = "<td>1</td> <td>Die Agenturen für Arbeit</td> <td>melden <em>alles</em></td> <td>30.09.2025</td>"
    assert f'<tr class="g-auftrag" id="auftrag-melden">{cells}</tr>' in made.replace("</td><td>", "</td> <td>")
    assert '<td colspan="4"><div class="g-auftrag__karte">' in made
    assert "melden alles 30.09.2025 gilt, Frist 30.09.2025 #melden" in spaced(made, "2025-07-15")
    assert "Frist abgelaufen am 30.09.2025 #melden" in spaced(made, "2025-10-01")
    assert "unsichere Lesart 1" in made
    assert "{: #melden" not in made
    assert parsed(made).ids.count("auftrag-melden") == 1


def test_a_row_with_several_wordings_shows_the_one_that_counts(tmp_path):
    change = f'kind: amendment, target: "{A}", parts: ["#helfen"], effective: 2025-09-01'
    documents = {A: directive(body=TABLE), B: directive(B, head=changes(change))}
    made = page(tmp_path, documents)
    assert "halfen – später" in seen(made, "2025-08-31").split("Künftige Fassung")[0]
    assert "helfen – sofort" in seen(made, "2025-09-01").split("Frühere Fassung")[0]


def spaced(made, day):
    """What is seen, with a blank between the cells of a table."""
    return " ".join(seen(made.replace("</td>", " </td>"), day).split())
