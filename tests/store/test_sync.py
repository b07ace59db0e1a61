"""The store follows the folder: it notices every change, and reads again only what changed."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from geltung import applies, load
from geltung.questions.collection import Collection
from geltung.store import scan
from geltung.store.sync import sync
from tests.store.documents import UNITS, A, B, C, changes, directive, reference, settle, swap_unseen, write

Reads = list[str]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """The names of all files that are parsed from now on, in order."""
    from geltung.parse import directive as parser
    from geltung.parse import glossary_file, units_file

    names: Reads = []

    def counted(parse: Callable[[Path, Path], object]) -> Callable[[Path, Path], object]:
        def count(path: Path, root: Path) -> object:
            names.append(path.name)
            return parse(path, root)

        return count

    monkeypatch.setattr(parser, "parse_file", counted(parser.parse_file))
    monkeypatch.setattr(units_file, "parse_units_file", counted(units_file.parse_units_file))
    monkeypatch.setattr(glossary_file, "parse_glossary_file", counted(glossary_file.parse_glossary_file))
    return names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection of two directives and a reference record."""
    found = write(tmp_path / "collection", {A: directive(A), B: directive(B), "202401001": reference()})
    settle()
    return found


def titles(collection: Collection) -> dict[str, str]:
    """Id → title of all directives in force in summer 2025."""
    return {item.id: item.title for item in applies(collection, "2025-07-01").directives}


def test_first_load_reads_every_file_once(folder: Path, reads: Reads) -> None:
    load(folder)
    assert sorted(reads) == ["202401001.md", f"{A}.md", f"{B}.md", "units.yml"]


def test_second_load_reads_nothing_and_writes_nothing(folder: Path, reads: Reads) -> None:
    load(folder)
    reads.clear()
    collection = load(folder)
    executed: list[str] = []
    collection.connection.set_trace_callback(executed.append)
    assert sync(collection.connection, folder) is False
    assert reads == []
    assert executed
    assert all(statement.startswith(("SELECT", "PRAGMA user_version")) for statement in executed), executed


def test_changed_file_is_read_again_and_no_other(folder: Path, reads: Reads) -> None:
    load(folder)
    reads.clear()
    write(folder, {A: directive(A, title="Neuer Titel")}, units=None)
    assert titles(load(folder)) == {A: "Neuer Titel", B: f"Titel von {B}"}
    assert reads == [f"{A}.md"]


def test_change_with_same_size_and_time_is_seen(folder: Path, reads: Reads) -> None:
    load(folder)
    settle()
    load(folder)
    reads.clear()
    swap_unseen(folder / f"{A}.md", "Titel von", "Namen von")
    assert titles(load(folder))[A] == f"Namen von {A}"
    assert reads == [f"{A}.md"]


def test_changes_in_quick_succession_are_all_seen(folder: Path, reads: Reads) -> None:
    """Within one tick of the file system's clock only the content tells."""
    for number in range(10, 40):
        write(folder, {A: directive(A, title=f"Titel {number}")}, units=None)
        assert titles(load(folder))[A] == f"Titel {number}"
    assert reads.count(f"{A}.md") == 30
    assert reads.count(f"{B}.md") == 1


def test_changes_within_one_tick_of_a_coarse_clock_are_seen(
    folder: Path, reads: Reads, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file touched just now may change again without showing it, so its time stamp is not trusted yet."""
    monkeypatch.setattr(scan, "_seen", lambda entry: scan.Seen("the same", time.time_ns()))
    load(folder)
    for number in (1, 2, 3):
        write(folder, {A: directive(A, title=f"Titel {number}")}, units=None)
        assert titles(load(folder))[A] == f"Titel {number}"
    assert reads.count(f"{B}.md") == 1


def test_touched_but_equal_file_is_not_parsed(folder: Path, reads: Reads) -> None:
    load(folder)
    reads.clear()
    os.utime(folder / f"{A}.md", (1, 1))
    (folder / f"{B}.md").write_bytes((folder / f"{B}.md").read_bytes())
    assert titles(load(folder)) == {A: f"Titel von {A}", B: f"Titel von {B}"}
    assert reads == []


def test_touched_file_is_looked_at_only_once(folder: Path) -> None:
    collection = load(folder)
    os.utime(folder / f"{A}.md", (1, 1))
    settle()
    assert sync(collection.connection, folder) is False
    executed: list[str] = []
    collection.connection.set_trace_callback(executed.append)
    assert sync(collection.connection, folder) is False
    assert not [statement for statement in executed if statement.startswith(("UPDATE", "BEGIN"))]


def test_new_file(folder: Path, reads: Reads) -> None:
    load(folder)
    reads.clear()
    write(folder, {C: directive(C, head=changes(f'kind: repeal, target: "{A}"'), valid_from="2025-05-01")}, None)
    assert titles(load(folder)).keys() == {B, C}
    assert reads == [f"{C}.md"]


def test_deleted_file(folder: Path, reads: Reads) -> None:
    write(folder, {C: directive(C, head=changes(f'kind: repeal, target: "{A}"'), valid_from="2025-05-01")}, None)
    assert titles(load(folder)).keys() == {B, C}
    reads.clear()
    (folder / f"{C}.md").unlink()
    assert titles(load(folder)).keys() == {A, B}, "a repeal that is gone repeals nothing"
    assert reads == []


def test_renamed_file(folder: Path, reads: Reads) -> None:
    load(folder)
    reads.clear()
    (folder / f"{A}.md").rename(folder / "anders.md")
    collection = load(folder)
    assert titles(collection).keys() == {A, B}
    sources = {task.directive: task.path for task in applies(collection, "2025-07-01", "AA").tasks}
    assert sources == {A: "anders.md", B: f"{B}.md"}
    assert reads == ["anders.md"]


def test_swapped_names(folder: Path, reads: Reads) -> None:
    """Two files trade names: both are read again, and nothing of the old order is left."""
    load(folder)
    reads.clear()
    first, second = folder / f"{A}.md", folder / f"{B}.md"
    first.rename(folder / "between")
    second.rename(first)
    (folder / "between").rename(second)
    sources = {task.directive: task.path for task in applies(load(folder), "2025-07-01", "AA").tasks}
    assert sources == {A: f"{B}.md", B: f"{A}.md"}
    assert sorted(reads) == [f"{A}.md", f"{B}.md"]


def test_changed_id_in_a_file_leaves_nothing_of_the_old(folder: Path) -> None:
    load(folder)
    write(folder, {A: directive(C)}, None)
    collection = load(folder)
    assert titles(collection).keys() == {B, C}
    for table in ("directive", "directive_span", "task_span", "wording", "application"):
        column = "id" if table == "directive" else "directive"
        found = collection.connection.execute(f"SELECT count(*) FROM {table} WHERE {column} = ?", (A,)).fetchone()
        assert found == (0,), table


def test_changed_units_file_is_the_only_one_read(folder: Path, reads: Reads) -> None:
    assert {item.id for item in applies(load(folder), "2025-07-01", "EZ").directives} == {A, B}
    reads.clear()
    text = UNITS.replace("    part_of: AA\n", "    part_of: SC\n")
    (folder / "units.yml").write_text(text, encoding="utf-8")
    answer = applies(load(folder), "2025-07-01", "EZ")
    assert answer.directives == []
    assert reads == ["units.yml"]


def test_glossary_is_read_again_alone_and_changes_no_answer(folder: Path, reads: Reads) -> None:
    before = applies(load(folder), "2025-07-01", "EZ").to_json()
    reads.clear()
    for text in ("AA:\n  long: Agentur für Arbeit\n", "AA:\n  long: Agentur für Arbeit\n  synonyms: [Amt]\n"):
        (folder / "glossary.yml").write_text(text, encoding="utf-8")
        collection = load(folder)
        assert applies(collection, "2025-07-01", "EZ").to_json() == before
        stored = collection.connection.execute("SELECT record FROM file WHERE path = 'glossary.yml'").fetchone()
        assert ("Amt" in stored[0]) is ("Amt" in text)
    assert reads == ["glossary.yml"] * 2
    (folder / "glossary.yml").unlink()
    assert load(folder).connection.execute("SELECT 1 FROM file WHERE path = 'glossary.yml'").fetchone() is None


def test_missing_units_file_is_reported_and_comes_back(folder: Path, reads: Reads) -> None:
    (folder / "units.yml").rename(folder / "away")
    without = applies(load(folder), "2025-07-01")
    assert "U008" in {item.code for item in without.problems}
    assert {item.id for item in without.directives} == {A, B}
    assert "U008" in {item.code for item in applies(load(folder), "2025-07-01").problems}
    (folder / "away").rename(folder / "units.yml")
    back = applies(load(folder), "2025-07-01", "EZ")
    assert "U008" not in {item.code for item in back.problems}
    assert {item.id for item in back.directives} == {A, B}


def test_broken_file_and_its_repair(folder: Path) -> None:
    whole = (folder / f"{A}.md").read_text(encoding="utf-8")
    before = applies(load(folder), "2025-07-01").to_json()
    (folder / f"{A}.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    broken = applies(load(folder), "2025-07-01")
    assert {item.id for item in broken.directives} == {B}
    assert "F009" in {item.code for item in broken.problems}
    (folder / f"{A}.md").write_text(whole, encoding="utf-8")
    assert applies(load(folder), "2025-07-01").to_json() == before


def test_of_two_files_with_one_number_the_one_named_like_it_counts_and_another_takes_over(folder: Path) -> None:
    copies = {"a-copy.md": directive(A, title="Zweiter"), "0 Kopie.md": directive(A, title="Erster")}
    write(folder, copies, None)
    answer = applies(load(folder), "2025-07-01")
    assert {item.id: item.title for item in answer.directives}[A] == f"Titel von {A}"
    assert sorted(item.message.partition(" (")[2] for item in answer.problems) == ["0 Kopie.md:1)", "a-copy.md:1)"]
    (folder / f"{A}.md").unlink()
    answer = applies(load(folder), "2025-07-01")
    assert {item.id: item.title for item in answer.directives}[A] == "Erster"
    (folder / "0 Kopie.md").unlink()
    answer = applies(load(folder), "2025-07-01")
    assert {item.id: item.title for item in answer.directives}[A] == "Zweiter"
    assert "H007" not in {item.code for item in answer.problems}


def test_what_does_not_belong_to_the_collection_is_not_read(folder: Path, reads: Reads) -> None:
    write(folder, {"README.md": "# Lies mich", ".hidden.md": "x", "notes.txt": "x"}, None)
    (folder / "sources").mkdir()
    (folder / "sources" / "x.md").write_text("x", encoding="utf-8")
    collection = load(folder)
    assert sorted(reads) == ["202401001.md", f"{A}.md", f"{B}.md", "units.yml"]
    assert applies(collection, "2025-07-01").problems == []


def test_file_that_appears_while_the_collection_is_open_is_not_seen_before_the_next_load(folder: Path) -> None:
    collection = load(folder)
    write(folder, {C: directive(C)}, None)
    assert titles(collection).keys() == {A, B}
    assert titles(load(folder)).keys() == {A, B, C}


def test_progress_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "many", {f"2025010{number:02}": directive(f"2025010{number:02}") for number in range(60)})
    told: list[tuple[int, int]] = []
    load(folder, lambda done, total: told.append((done, total)))
    assert told == [(0, 61), (50, 61), (61, 61)]
    told.clear()
    load(folder, lambda done, total: told.append((done, total)))
    assert told == []


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_link_within_the_collection_follows_its_target(folder: Path) -> None:
    (folder / "sources").mkdir()
    target = folder / "sources" / "text"
    target.write_text(directive(C), encoding="utf-8")
    (folder / f"{C}.md").symlink_to(target)
    assert titles(load(folder))[C] == f"Titel von {C}"
    target.write_text(directive(C, title="Neuer Titel"), encoding="utf-8")
    assert titles(load(folder))[C] == "Neuer Titel"
