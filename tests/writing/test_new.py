"""New files: from options, from answers, valid, and never over an old one."""

import hashlib
from pathlib import Path

import pytest

from geltung.parse.directive import parse_text
from geltung.writing.template import file_name
from tests.conftest import Run
from tests.store.documents import A, B, directive, write

OPTIONS = [
    *("--id", B, "--title", "Umbau: Teil 2", "--issued", "10.02.2025", "--file-references", "KPI4 – 1/2"),
    *("--valid-from", "2025-03-01", "--valid-until", "unbegrenzt"),
    *("--sgb-ii", "nicht betroffen", "--sgb-iii", "weisung", "--familienkasse", "nicht betroffen"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "c", {A: directive()})


def test_from_options(folder: Path, geltung: Run, tmp_path: Path) -> None:
    original = tmp_path / "weisung.txt"
    original.write_text("Original", encoding="utf-8")
    done = geltung("new", *OPTIONS, "--source", original, directory=folder)
    assert (done.returncode, done.stdout) == (0, f"{folder}/{B}.md\n")
    text = (folder / f"{B}.md").read_text(encoding="utf-8")
    assert text.startswith(
        f'---\ndraft: true\nid: "{B}"\ntitle: "Umbau: Teil 2"\nissued: 2025-02-10\nfile_references: KPI4 – 1/2\n'
        "valid_from: 2025-03-01\nvalid_until: unbegrenzt\nscope:\n  SGB II: nicht betroffen\n  SGB III: Weisung\n"
    )
    assert hashlib.sha256(b"Original").hexdigest() in text
    assert (folder / "sources" / "weisung.txt").read_text(encoding="utf-8") == "Original"
    assert parse_text(text, f"{B}.md")[1] == ()
    checked = geltung("check", f"{B}.md", directory=folder)
    assert (checked.returncode, checked.stderr) == (0, "0 Fehler, 0 Warnungen, 1 Hinweis\n")
    assert geltung("format", "--check", f"{folder}/{B}.md").returncode == 0


def test_from_answers_asked_again_until_they_fit(folder: Path, geltung: Run) -> None:
    answers = "2025\n202502001\n\nTitel\n30.02.2025\n10.02.2025\n\n01.03.2025\n\nunbegrenzt\n\nWeisung\nquatsch\n\n"
    done = geltung("new", directory=folder, answers=answers)
    assert done.returncode == 0, done.stderr
    for said in ("neun Ziffern", "Die Angabe ist nötig.", "„30.02.2025“ ist kein Tag", "„quatsch“ ist keine Angabe"):
        assert said in done.stderr
    record, found = parse_text((folder / f"{B}.md").read_text(encoding="utf-8"), f"{B}.md")
    assert found == ()
    assert record is not None
    assert record.header.scope == (None, "Weisung", None)
    assert record.valid_until_words == "unbegrenzt"


def test_nothing_is_overwritten(folder: Path, geltung: Run) -> None:
    before = (folder / f"{A}.md").read_bytes()
    done = geltung("new", "--id", A, directory=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert "gibt es schon" in done.stderr
    assert (folder / f"{A}.md").read_bytes() == before


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("--issued", "bald"), "„bald“ ist kein Tag"),
        (("--sgb-iii", "egal"), "„egal“ ist keine Angabe für einen Rechtskreis"),
        (("--title", ""), "Die Angabe fehlt"),
        (("--id", "12345"), "neun Ziffern"),
        (("--id", "../x"), "kein Pfad"),
        (("--id", "/etc/x"), "kein Pfad"),
        (("--valid-until", "2025-02-28"), "Gültig bis"),
        (("--source", "nowhere.pdf"), "„nowhere.pdf“ ist keine Datei"),
    ],
)
def test_what_does_not_fit_is_refused(change: tuple[str, str], said: str, folder: Path, geltung: Run) -> None:
    done = geltung("new", *OPTIONS, *change, directory=folder)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert not (folder / f"{B}.md").exists()


def test_a_scope_that_nobody_states_stays_unknown(folder: Path, geltung: Run) -> None:
    done = geltung("new", *OPTIONS[:12], directory=folder)
    assert done.returncode == 0, done.stderr
    text = (folder / f"{B}.md").read_text(encoding="utf-8")
    assert "scope: {}" in text and "nicht betroffen" not in text
    assert "H006" in geltung("check", f"{B}.md", directory=folder).stdout


def test_missing_answers_write_nothing(folder: Path, geltung: Run) -> None:
    done = geltung("new", "--id", B, directory=folder)
    assert done.returncode == 2
    assert "Titel (ohne „Weisung … vom … –“): Die Angabe fehlt. Nichts geschrieben" in done.stderr
    assert not (folder / f"{B}.md").exists()


def test_file_names() -> None:
    assert file_name("202502001") == "202502001.md"
    assert file_name("HEGA 05/2014 – 07") == "HEGA-05-2014-07.md"
