"""Whatever lies in the folder: a clear message, the rest of the answer, and never a traceback."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from geltung import applies, load
from tests.conftest import Run
from tests.store.documents import UNITS, A, B, directive, tasks, write

GOOD, BAD = A, B
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


def text(content: str) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content.encode("utf-8"))  # type: ignore[func-returns-value]


def raw(content: bytes) -> Callable[[Path], None]:
    return lambda path: path.write_bytes(content)  # type: ignore[func-returns-value]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_link_out(path: Path) -> None:
    outside = path.parent.parent / "outside.md"
    outside.write_text(directive(BAD), encoding="utf-8")
    path.symlink_to(outside)


def a_link_to_nowhere(path: Path) -> None:
    path.symlink_to(path.parent / "nowhere.md")


def a_link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def a_pipe(path: Path) -> None:
    os.mkfifo(path)


def fifty_megabytes(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(50_000_000)


BAD_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (text(""), "F007"),
    "only blanks": (text(" \n\n\t\n"), "F007"),
    "no front matter": (text("# Weisung\n\nText.\n"), "F008"),
    "front matter without end": (text('---\nid: "202502001"\n'), "F008"),
    "front matter without anything": (text("---\n---\n"), "H001"),
    "no YAML": (text("---\nid: [\n---\n"), "F009"),
    "YAML bomb": (text(f"---\n{BOMB}---\n"), "F010"),
    "alias": (text(directive(BAD).replace("title: ", "title: &t ")), "F010"),
    "deep YAML": (text(f"---\nid: {'[' * 5000}{']' * 5000}\n---\n"), "F009"),
    "tag": (text("---\nid: !!python/object/apply:os.system ['true']\n---\n"), ""),
    "list for a header": (text("---\n- id\n---\n"), ""),
    "wrong types": (text(directive(BAD).replace("issued: 2025-02-10", "issued: [a, {b: c}]")), "H002"),
    "more wrong types": (text("---\nid: {a: b}\ntitle: [x]\nchanges: 7\nreferences: {a: b}\nscope: x\n---\n"), "H00"),
    "no first day": (text(directive(BAD).replace("valid_from: 2025-03-01\n", "")), "H001"),
    "no days at all": (text(f'---\nid: "{BAD}"\ntitle: x\n---\n\nText.\n'), "H001"),
    "key twice": (text(directive(BAD).replace("title: ", "title: x\ntitle: ")), "F011"),
    "CRLF": (text(directive(BAD).replace("\n", "\r\n")), "F013"),
    "BOM": (text("\ufeff" + directive(BAD)), "F013"),
    "Latin-1": (raw(directive(BAD).encode("latin-1")), "F002"),
    "UTF-16": (raw(directive(BAD).encode("utf-16")), "F002"),
    "NUL": (text(directive(BAD) + "\x00"), "F003"),
    "random bytes": (raw(bytes(range(256)) * 40), "F00"),
    "50 MB": (fifty_megabytes, "F004"),
    "one long line": (text(directive(BAD) + "\n" + "wort " * 400_000 + "\n"), ""),
    "many brackets": (text(directive(BAD) + "\n" + "> " * 2_000 + "[" * 20_000 + "\n"), ""),
    "link out of the folder": (a_link_out, "F005"),
    "link to nowhere": (a_link_to_nowhere, "F001"),
    "link to itself": (a_link_to_itself, "F001"),
    "folder": (a_folder, "F006"),
    "pipe": (a_pipe, "F001"),
    "number of another file": (text(directive(GOOD)), "H007"),
    "rule that never gets on": (text(directive(BAD, body=tasks('recurrence="FREQ=DAILY;INTERVAL=0"'))), "T011"),
    "attribute list of nothing": (text(directive(BAD) + "\n{: #x .task }\n"), "T0"),
    "task twice": (text(directive(BAD, body=tasks("", "").replace("#t2", "#t1"))), "T002"),
    "repeal of itself": (text(directive(BAD, head=f'changes:\n  - {{kind: repeal, target: "{BAD}"}}\n')), "C002"),
}
NOT_WRONG_ENOUGH = {"CRLF", "BOM", "one long line", "many brackets"}
"""Files that are read all the same; ``check`` ends with 0."""
NO_MATTER_FOR_ANSWERS = {*NOT_WRONG_ENOUGH, "repeal of itself"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with one good directive."""
    return write(tmp_path_factory.mktemp("bad") / "collection", {GOOD: directive(GOOD)})


@pytest.fixture
def place(folder: Path) -> Iterator[Path]:
    """Where the bad file goes; whatever is there afterwards is taken away."""
    path = folder / f"{BAD}.md"
    yield path
    if path.is_dir() and not path.is_symlink():
        path.rmdir()
    else:
        path.unlink()


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_file(name: str, folder: Path, place: Path, geltung: Run) -> None:
    make, code = BAD_FILES[name]
    if make is a_pipe and not hasattr(os, "mkfifo"):
        pytest.skip("no pipes here")
    make(place)
    checked = geltung("check", directory=folder)
    assert_civil(checked.stderr, checked.stdout)
    mine = [line for line in checked.stdout.splitlines() if line.startswith(f"{place}:")]
    assert any(f": {code}" in line for line in mine), checked.stdout
    assert checked.returncode == (0 if name in NOT_WRONG_ENOUGH else 1)
    answer = applies(load(folder), "2025-07-01", "EZ")
    assert GOOD in {item.id for item in answer.directives}
    said = any(f"({BAD}.md:" in item.message for item in answer.problems)
    assert said is (name not in NO_MATTER_FOR_ANSWERS), "no answer is shortened silently"


def assert_civil(stderr: str, stdout: str) -> None:
    """Neither a traceback nor an apology."""
    assert "Traceback" not in stderr + stdout
    assert "Interner Fehler" not in stderr


def test_all_at_once(tmp_path: Path, geltung: Run) -> None:
    folder = write(tmp_path / "collection", {GOOD: directive(GOOD)})
    for number, (make, _) in enumerate(BAD_FILES.values()):
        make(folder / f"{number:02}.md")
    checked = geltung("check", directory=folder)
    assert checked.returncode == 1
    assert_civil(checked.stderr, checked.stdout)
    answered = geltung("applies", "--date", "2025-07-01", "--unit", "EZ", directory=folder)
    assert answered.returncode == 0
    assert_civil(answered.stderr, answered.stdout)
    assert f"{GOOD}  Titel von {GOOD}" in answered.stdout


BAD_UNITS: dict[str, tuple[Callable[[Path], None], str]] = {
    "empty": (text(""), "F007"),
    "no YAML": (text("units: ["), "F009"),
    "YAML bomb": (text(BOMB), "F010"),
    "list": (text("- AA\n"), "F009"),
    "text": (text("AA\n"), "F009"),
    "wrong types": (text("units: [AA]\nmembers: 7\n"), "U003"),
    "unit of nothing": (text("units:\n  AA:\n"), "U003"),
    "Latin-1": (raw(UNITS.encode("latin-1")), "F002"),
    "folder": (a_folder, "F006"),
    "link out of the folder": (a_link_out, "F005"),
    "circle": (text("units:\n  AA:\n    name: a\n    part_of: EZ\n  EZ:\n    name: e\n    part_of: AA\n"), "U005"),
}


@pytest.mark.parametrize("name", BAD_UNITS)
def test_bad_units_file(name: str, folder: Path, geltung: Run) -> None:
    make, code = BAD_UNITS[name]
    path = folder / "units.yml"
    path.unlink()
    try:
        make(path)
        checked = geltung("check", directory=folder)
        assert checked.returncode == 1
        assert_civil(checked.stderr, checked.stdout)
        assert any(line.startswith(f"{path}:") and f": {code} " in line for line in checked.stdout.splitlines())
        answer = applies(load(folder), "2025-07-01")
        assert [item.id for item in answer.directives] == [GOOD]
        assert any("(units.yml:" in item.message for item in answer.problems) is (name != "circle")
    finally:
        path.rmdir() if path.is_dir() else path.unlink()
        path.write_text(UNITS, encoding="utf-8")


@pytest.mark.parametrize("name", [b"\xff.md", b"a\nb.md", "ü ö.md".encode(), b"'\".md", b"%s.md", b"-.md"])
def test_strange_file_names(name: bytes, folder: Path, geltung: Run) -> None:
    path = folder / os.fsdecode(name)
    try:
        path.write_text(directive(GOOD), encoding="utf-8")
    except OSError:
        pytest.skip("this file system knows only Unicode")
    try:
        checked = geltung("check", directory=folder)
        assert checked.returncode == 1
        assert_civil(checked.stderr, checked.stdout)
        assert (" F001 " if b"\xff" in name else " H007 ") in checked.stdout
        answer = applies(load(folder), "2025-07-01", "EZ")
        assert [item.id for item in answer.directives] == [GOOD]
        assert len(answer.problems) == 1
    finally:
        path.unlink()
