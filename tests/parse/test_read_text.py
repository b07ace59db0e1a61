"""Reading files that are not what they should be."""

import os
import time
from pathlib import Path

import pytest

from geltung.parse.files import MAX_BYTES, read_text, tidy
from geltung.parse.units_file import parse_units_file


def codes(path: Path, root: Path) -> list[tuple[str, int]]:
    content, found = read_text(path, root)
    assert (content is None) == any(item.severity == "error" for item in found)
    assert all(item.file == path.name for item in found)
    return [(item.code, item.line) for item in found]


def test_a_good_file(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes("Größe\n".encode())
    assert read_text(tmp_path / "x.md", tmp_path) == ("Größe\n", ())


@pytest.mark.parametrize(
    ("content", "expected", "text"),
    [
        (b"", [("F007", 1)], None),
        (b" \n\n", [("F007", 1)], None),
        (b"\xef\xbb\xbf", [("F013", 1), ("F007", 1)], None),
        (b"a\nb\x00c\n", [("F003", 2)], None),
        (b"a\n\n\x1b[31m", [("F003", 3)], None),
        ("a\n\x85".encode(), [("F003", 2)], None),
        ("a\nb\nf\xfcr".encode("latin-1"), [("F002", 3)], None),
        ("a\nb".encode("utf-16"), [("F002", 1)], None),
        (b"\xef\xbb\xbfa\n", [("F013", 1)], "a\n"),
        (b"a\nb\r\nc\rd", [("F013", 2)], "a\nb\nc\nd"),
        (b"\xef\xbb\xbfa\r\n", [("F013", 1), ("F013", 1)], "a\n"),
        (b"a\tb\n", [], "a\tb\n"),
    ],
)
def test_bytes(tmp_path: Path, content: bytes, expected: list[tuple[str, int]], text: str | None) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(content)
    assert codes(path, tmp_path) == expected
    assert read_text(path, tmp_path)[0] == text


def test_latin_1_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_bytes("Die Agenturen für Arbeit".encode("latin-1"))
    message = read_text(tmp_path / "x.md", tmp_path)[1][0].message
    assert "0xFC" in message
    assert "„Die Agenturen für Arbeit“" in message


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    begun = time.perf_counter()
    assert codes(path, tmp_path) == [("F004", 1)]
    assert time.perf_counter() - begun < 0.1
    assert "50,0 MB" in read_text(path, tmp_path)[1][0].message


def test_the_largest_file(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"a" * MAX_BYTES)
    assert codes(path, tmp_path) == []


def test_missing_file_and_directory(tmp_path: Path) -> None:
    (tmp_path / "dir.md").mkdir()
    assert codes(tmp_path / "dir.md", tmp_path) == [("F006", 1)]
    assert codes(tmp_path / "none.md", tmp_path) == [("F001", 1)]
    assert codes(tmp_path / "a\x00.md", tmp_path) == [("F001", 1)]


def test_symlinks(tmp_path: Path) -> None:
    outside = tmp_path / "secret.txt"
    outside.write_text("geheim")
    root = tmp_path / "directives"
    root.mkdir()
    (root / "real.md").write_text("Text")
    (root / "dir").mkdir()
    for name, target in (
        ("out.md", outside),
        ("dangling_out.md", tmp_path / "none"),
        ("in.md", root / "real.md"),
        ("dangling.md", root / "none"),
        ("loop.md", root / "loop.md"),
        ("dir.md", root / "dir"),
    ):
        (root / name).symlink_to(target)
    assert codes(root / "out.md", root) == [("F005", 1)]
    assert codes(root / "dangling_out.md", root) == [("F005", 1)]
    assert codes(root / "in.md", root) == []
    assert codes(root / "dangling.md", root) == [("F001", 1)]
    assert codes(root / "loop.md", root) == [("F001", 1)]
    assert codes(root / "dir.md", root) == [("F006", 1)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.md")
    assert codes(tmp_path / "x.md", tmp_path) == [("F001", 1)]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("Text")
    (tmp_path / "x.md").chmod(0)
    assert codes(tmp_path / "x.md", tmp_path) == [("F001", 1)]


def test_units_file_that_cannot_be_read(tmp_path: Path) -> None:
    units, found = parse_units_file(tmp_path / "units.yml", tmp_path)
    assert units == ()
    assert [item.code for item in found] == ["F001"]


@pytest.mark.parametrize(("ends", "kind"), [("\r\n", "Windows-Art (CRLF)"), ("\r", "alter Mac-Art (CR)")])
def test_line_ends_are_called_what_they_are(ends: str, kind: str) -> None:
    (found,) = tidy(f"a{ends}b{ends}", "a.md")[1]
    assert f"Die Zeilen enden nach {kind}." in found.message
