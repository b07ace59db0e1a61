"""What a directive says on a day, and that a draft does not count."""

from datetime import date

from geltung import applies, load
from geltung.model.dates import OPEN_END_ISO
from geltung.questions.listing import list_directives
from geltung.questions.show import show, show_part
from geltung.questions.wordings import Titles
from tests.store.documents import A, B, C, changes, directive, tasks, write


def opened(folder, documents):
    return load(write(folder / "directives", documents))


AMENDED = tasks("") + "\n    > melden das Alte.\n    > {: .earlier until=2025-07-31 }\n"
CITING = directive(C, head=f'references:\n  - "{A}"\n')
AMENDS = f'kind: amendment, target: "{A}", parts: [title, "#t1"], effective: 2025-08-01'
TITLED = "earlier:\n  - until: 2025-07-31\n    title: Alter Titel\n"


def test_a_directive_as_it_reads_on_a_day(tmp_path):
    amended = directive(head=TITLED, title="Neuer Titel", body=AMENDED)
    collection = opened(tmp_path, {A: amended, B: directive(B, head=changes(AMENDS)), C: CITING})
    titles = Titles.read(collection)
    for day, title, text in (
        ("2024-01-01", "Alter Titel", "melden das Alte."),
        ("2025-07-31", "Alter Titel", "melden das Alte."),
        ("2025-08-01", "Neuer Titel", "stellen Nummer 1 sicher."),
    ):
        found = show(collection, A, date.fromisoformat(day)).to_json()
        assert (found["title"], found["tasks"][0]["text"]) == (title, text)
        assert titles.on(A, day) == title
        cited = show(collection, C, date.fromisoformat(day)).to_json()
        assert [item["title"] for item in cited["references"]] == [title]
    assert titles.from_to(A) == [
        ("0001-01-01", "2025-07-31", "Alter Titel"),
        ("2025-08-01", OPEN_END_ISO, "Neuer Titel"),
    ]
    assert [item.title for item in list_directives(collection, date(2025, 7, 31)) if item.id == A] == ["Alter Titel"]


def test_what_only_a_draft_amends_is_not_read(tmp_path):
    draft = directive(B, head="draft: true\n" + changes(AMENDS))
    collection = opened(tmp_path, {A: directive(head=TITLED, title="Neuer Titel", body=AMENDED), B: draft})
    shown, task = show_part(collection, A, "t1", date(2025, 9, 1))
    assert (shown.record.title, task.current.text) == ("Alter Titel", "melden das Alte.")
    assert [version.text for version in shown.later(task)] == ["stellen Nummer 1 sicher."]
    assert applies(collection, date(2025, 9, 1)).directives[0].title == "Alter Titel"
    assert [item.title for item in list_directives(collection) if item.id == A] == ["Alter Titel"]
