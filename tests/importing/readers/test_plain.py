"""Text files: encodings, pages, line ends, and what is no text."""

import hashlib
import os
from pathlib import Path

import pytest

from geltung.importing.readers import read
from geltung.importing.source import Unreadable

TEXT = "Größe der Maßnahme\nÜbung – „Prüfung“\n"


def lines(path: Path) -> list[str]:
    return [line.text for line in read(path).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_recognised(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "weisung.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert lines(path) == ["Größe der Maßnahme", "Übung – „Prüfung“"]


def test_big_endian_with_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_bytes(b"\xfe\xff" + TEXT.encode("utf-16-be"))
    assert lines(path)[0] == "Größe der Maßnahme"


def test_latin_1_without_the_signs_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_bytes("Größe für alle".encode("latin-1"))
    assert lines(path) == ["Größe für alle"]


def test_decomposed_umlauts_are_composed(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_text("Gu\u0308ltig\u00a0ab: ﬁnal", encoding="utf-8")
    assert lines(path) == ["Gültig ab: final"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    path = tmp_path / "weisung.txt"
    path.write_bytes(end.join(["eins", "", "zwei", ""]).encode())
    assert lines(path) == ["eins", "", "zwei"]


def test_form_feeds_are_pages(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_text("eins\nzwei\n\fdrei\n\f", encoding="utf-8")
    found = read(path)
    assert [(line.number, line.page, line.text) for line in found.lines] == [
        (1, 1, "eins"),
        (2, 1, "zwei"),
        (3, 2, "drei"),
    ]


def test_without_form_feeds_there_are_no_pages(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_text("eins", encoding="utf-8")
    assert read(path).lines[0].page is None


def test_what_a_source_says_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_bytes(b"eins\n")
    found = read(path)
    assert (found.name, found.kind, found.damaged) == ("weisung.txt", "text", False)
    assert found.sha256 == hashlib.sha256(b"eins\n").hexdigest()


def test_signs_of_a_bad_recognition_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    path.write_text("Giiltig ab: 26.05.2025\nSGB Il\nEinfihrung flr Kunden", encoding="utf-8")
    assert read(path).damaged


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "leer"),
        (b" \n\t\n", "leer"),
        (b"Weisung\x00 202505010", "Nullbytes"),
        (bytes(range(256)) * 4, "Nullbytes"),
        (b"\x81\x8d\x8f\x90\x01\x02", "Zeichenkodierung"),
        (b"{\\rtf1 Weisung}", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "Kennwort"),
        (b"GIF89a\x01\x00", "GIF"),
        (b"x" * (11 * 1024 * 1024), "zu groß"),
    ],
    ids=["empty", "blank", "nul", "binary", "controls", "rtf", "doc", "gif", "11 MB"],
)
def test_what_is_no_text(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "weisung.txt"
    path.write_bytes(content)
    with pytest.raises(Unreadable, match=said):
        read(path)


def test_fifty_megabytes_are_refused_before_they_are_decoded(tmp_path: Path) -> None:
    path = tmp_path / "weisung.txt"
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"Weisung\n" * 131072)
    with pytest.raises(Unreadable, match="50 MB"):
        read(path)


def test_no_file_a_folder_and_a_pipe(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="gibt es nicht"):
        read(tmp_path / "fehlt.txt")
    with pytest.raises(Unreadable, match="Ordner"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Unreadable, match="keine gewöhnliche Datei"):
        read(tmp_path / "pipe.txt")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "weisung.txt"
    path.write_text("eins", encoding="utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(Unreadable, match="fehlende Rechte"):
        read(path)
