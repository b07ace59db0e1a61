"""All that is wrong in a collection, in one list."""

import os
from pathlib import Path

import pytest

from geltung import load
from geltung.model.codes import CODES
from geltung.model.diagnostics import ERROR, NOTICE, WARNING
from geltung.questions.check import check
from geltung.questions.errors import UnknownRecord
from tests.store.documents import A, B, changes, directive, tasks, write

SOURCE = "source:\n  file: sources/a.txt\n  sha256: 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881\n"
"""The checksum of "x"."""


def found(folder: Path, *paths: str) -> list[tuple[str, int, str]]:
    """File, line and code of every finding."""
    return [(item.file, item.line, item.code) for item in check(load(folder), [Path(path) for path in paths])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection with one finding of each kind: of the parser, the checks, the rules and the originals."""
    body = tasks("due_on=2025-07-31 colour=red")
    made = write(
        tmp_path / "collection",
        {
            A: directive(A, valid_until="2025-06-30", head=SOURCE, body=body),
            B: directive(B, head=changes('kind: repeal, target: "202001001"')),
        },
    )
    (made / "sources").mkdir()
    (made / "sources" / "a.txt").write_text("y", encoding="utf-8")
    return made


def test_findings_of_all_four(folder: Path) -> None:
    codes = {code for _, _, code in found(folder)}
    assert {"T005", "T009", "T016", "C001", "S002", "H009"} <= codes


def test_order_and_each_once(folder: Path) -> None:
    listed = found(folder)
    assert listed == sorted(listed)
    assert len(set(listed)) == len(listed)


def test_severity_is_that_of_the_code(folder: Path) -> None:
    for item in check(load(folder)):
        assert item.severity == CODES[item.code][0]
        assert item.message
        assert item.line >= 1


def test_some_files(folder: Path) -> None:
    everything = found(folder)
    only = found(folder, f"{A}.md")
    assert only == [item for item in everything if item[0] == f"{A}.md"]
    assert only
    assert found(folder, str(folder / f"{A}.md")) == only
    assert found(folder, f"{A}.md", f"{B}.md") == everything
    assert found(folder, "units.yml") == []


def test_a_number_and_a_review_list_mean_the_directive(folder: Path) -> None:
    (name,) = {file for file, _, _ in found(folder, f"{B}.md")}
    assert found(folder, B) == found(folder, f"{B}.md")
    assert found(folder, str(folder / f"{B}.review.yml")) == found(folder, f"{B}.md"), name


def test_the_folder_itself_means_everything(folder: Path) -> None:
    """ "geltung check directives" must not find nothing."""
    everything = found(folder)
    assert found(folder, str(folder)) == everything
    assert found(folder, ".") == everything
    assert found(folder, str(folder), f"{A}.md") == everything


def test_path_from_where_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert found(Path("collection"), f"collection/{A}.md") == found(folder, f"{A}.md")
    monkeypatch.chdir(folder)
    assert found(Path(), f"{A}.md") == found(folder, f"{A}.md")


@pytest.mark.parametrize("path", ["nowhere.md", "../outside.md", "/etc/hostname"])
def test_path_that_is_not_of_the_collection(folder: Path, path: str) -> None:
    (folder.parent / "outside.md").write_text("x", encoding="utf-8")
    with pytest.raises(UnknownRecord, match="ist keine Datei der Sammlung"):
        found(folder, path)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_link_is_a_file_of_the_collection_even_if_its_target_is_not(folder: Path) -> None:
    (folder.parent / "outside.md").write_text(directive(A), encoding="utf-8")
    (folder / "link.md").symlink_to(folder.parent / "outside.md")
    (folder / "broken.md").symlink_to(folder / "nowhere")
    assert found(folder, "link.md") == [("link.md", 1, "F005")]
    assert [code for _, _, code in found(folder, "broken.md")] == ["F001"]


def test_a_warning_goes_when_its_cause_goes(folder: Path) -> None:
    assert "S002" in {code for _, _, code in found(folder)}
    (folder / "sources" / "a.txt").write_text("x", encoding="utf-8")
    assert "S002" not in {code for _, _, code in found(folder)}, "originals are looked at each time"


def test_real_collection_has_no_errors(real_directives: Path) -> None:
    by_severity = {severity: [] for severity in (ERROR, WARNING, NOTICE)}
    for item in check(load(real_directives)):
        by_severity[item.severity].append(item)
    assert by_severity[ERROR] == []
    assert by_severity[WARNING] == []
    codes = {item.code for item in by_severity[NOTICE]}
    assert {"S003", "S004", "T013"} <= codes
    uncertain = [item.message for item in by_severity[NOTICE] if item.code == "S003"]
    assert any("Rasu" in message for message in uncertain)


def test_missing_first_day_is_an_error_and_no_crash(tmp_path: Path) -> None:
    text = directive(A).replace("valid_from: 2025-03-01\n", "")
    assert "H001" in {code for _, _, code in found(write(tmp_path / "collection", {A: text}))}
    text = text.replace("issued: 2025-01-10\n", "")
    assert "H001" in {code for _, _, code in found(write(tmp_path / "collection", {A: text}))}


@pytest.mark.parametrize("name", ["2026/202601004.md", "202601004.markdown", "202601004.md.txt", "README.md", "2026"])
def test_a_file_that_nobody_reads_is_no_faultless_file(folder: Path, name: str) -> None:
    (folder / "2026").mkdir()
    (folder / name).exists() or (folder / name).write_text("kaputt", encoding="utf-8")
    with pytest.raises(UnknownRecord, match="wird nicht gelesen"):
        found(folder, name)


def test_files_like_directives_that_nobody_reads(folder: Path) -> None:
    for name in ("2026", "2026/alt", ".git"):
        (folder / name).mkdir()
    for name in ("2026/202601004.md", "2026/alt/202601005.MD", "202601006.markdown", "202601007.md.txt"):
        (folder / name).write_text("kaputt", encoding="utf-8")
    for name in (".git/202601008.md", "2026/notiz.md", "2026/202601009.pdf", "sources/2026010091.md"):
        (folder / name).write_text("x", encoding="utf-8")
    assert {file for file, _, code in found(folder) if code == "F014"} == {
        "2026/202601004.md", "2026/alt/202601005.MD", "202601006.markdown", "202601007.md.txt",
    }  # fmt: skip


def test_an_original_named_like_a_directive_is_none(tmp_path: Path) -> None:
    made = write(tmp_path / "collection", {A: directive(A, head=SOURCE.replace("a.txt", f"{A}.md"))})
    (made / "sources").mkdir()
    (made / "sources" / f"{A}.md").write_text("x", encoding="utf-8")
    assert "F014" not in {code for _, _, code in found(made)}


def draft(id_: str, change: str) -> str:
    return directive(id_, head=f"draft: true\n{changes(change)}")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (f'kind: extension, target: "{A}", valid_until: 2025-04-30, effective: 2025-03-10', "C020"),
        (f'kind: repeal, target: "{A}", effective: 2025-05-01', "C005"),
        (f'kind: extension, target: "{A}", valid_until: 2027-12-31, effective: 2026-06-01', "C008"),
    ],
)
def test_what_a_draft_would_do_is_said_of_the_draft(tmp_path: Path, change: str, code: str) -> None:
    third = "202502003"
    documents = {
        A: directive(A, valid_until="2025-12-31"),
        third: directive(third, head=changes(f'kind: repeal, target: "{A}", effective: 2025-06-01')),
        B: draft(B, change),
    }
    made = write(tmp_path / "collection", documents)
    (item,) = [item for item in check(load(made), [Path(f"{B}.md")]) if item.code == code]
    assert item.line == documents[B].splitlines().index(next(x for x in documents[B].splitlines() if change in x)) + 1
    assert item.message.startswith("Sobald der Entwurf eine Weisung ist: ")
    (made / f"{B}.md").write_text(documents[B].replace("draft: true\n", ""), encoding="utf-8")
    published = [item for item in check(load(made)) if item.code == code]
    assert [item.message for item in published] == [item.message.removeprefix("Sobald der Entwurf eine Weisung ist: ")]


def test_a_draft_does_not_repeat_what_holds_without_it(tmp_path: Path) -> None:
    twice = {third: directive(third, head=changes(f'kind: repeal, target: "{A}", effective: {day}'))
             for third, day in (("202502003", "2025-06-01"), ("202502004", "2025-07-01"))}  # fmt: skip
    made = write(tmp_path / "collection", {A: directive(A), **twice, B: draft(B, f'kind: amendment, target: "{A}"')})
    assert [file for file, _, code in found(made) if code == "C005"] == ["202502004.md"]
