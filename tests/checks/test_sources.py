"""Faithfulness: S001 to S004."""

import hashlib
from pathlib import Path

import pytest

from geltung.checks import check_sources
from tests.checks.collection import A_FILE, SOURCE, corpus_of, document, found, line_of, messages

CONTENT = b"Weisung"
DIGEST = hashlib.sha256(CONTENT).hexdigest()
TASK = "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n"


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    collection = tmp_path / "directives"
    (collection / "sources").mkdir(parents=True)
    (collection / "sources" / "a.txt").write_bytes(CONTENT)
    (tmp_path / "outside.txt").write_bytes(CONTENT)
    return collection


def source(file: str = "sources/a.txt", digest: str = DIGEST) -> str:
    return f"source:\n  file: {file}\n  sha256: {digest}\n"


def codes(directory: Path, text: str, *parser_says: str) -> list[tuple[str, int, str]]:
    found_ = check_sources(corpus_of(text, parser_says=parser_says), directory)
    return [(item.file, item.line, item.code) for item in found_]


@pytest.mark.parametrize("digest", [DIGEST, DIGEST.upper()])
def test_original_with_its_checksum(directory: Path, digest: str) -> None:
    assert codes(directory, document(source=source(digest=digest))) == []


def test_original_that_changed(directory: Path) -> None:
    (directory / "sources" / "a.txt").write_bytes(b"Weisung.")
    text = document(source=source())
    assert codes(directory, text) == [(A_FILE, line_of(text, "source:"), "S002")]
    (diagnostic,) = check_sources(corpus_of(text), directory)
    assert DIGEST in diagnostic.message
    assert hashlib.sha256(b"Weisung.").hexdigest() in diagnostic.message


@pytest.mark.parametrize("file", ["sources/b.txt", "sources", "sources/link.txt"])
def test_original_that_is_not_in_the_collection(directory: Path, file: str) -> None:
    (directory / "sources" / "link.txt").symlink_to(directory.parent / "outside.txt")
    text = document(source=source(file))
    assert codes(directory, text) == [(A_FILE, line_of(text, "source:"), "S001")]
    (diagnostic,) = check_sources(corpus_of(text), directory)
    assert f"„{file}“" in diagnostic.message


def test_path_out_of_the_collection(directory: Path) -> None:
    text = document(source=source("../outside.txt"))
    assert codes(directory, text, "H002") == [(A_FILE, line_of(text, "source:"), "S001")]


def test_link_within_the_collection(directory: Path) -> None:
    (directory / "sources" / "link.txt").symlink_to(directory / "sources" / "a.txt")
    assert codes(directory, document(source=source("sources/link.txt"))) == []


def test_no_original_is_no_missing_file(directory: Path) -> None:
    assert codes(directory, document(source="", extra="annexes:\n  - title: Auf Papier\n")) == []


def test_annexes(directory: Path) -> None:
    annexes = "annexes:\n  - title: Da\n    file: sources/a.txt\n  - title: Fort\n    file: sources/fort.pdf\n"
    text = document(extra=annexes, source=source())
    assert codes(directory, text) == [(A_FILE, line_of(text, "- title: Fort"), "S001")]


def test_doubtful_reading_is_listed_where_it_stands() -> None:
    text = document(body=TASK + '- melden ==Rasu=={: .uncertain reason="Lesart unklar" }.\n  {: #x .task }\n')
    assert found(text) == [(A_FILE, line_of(text, "==Rasu=="), "S003")]
    assert "„Rasu“ – Lesart unklar." in messages(text, "S003")[0]


def test_quotes_within_quotes() -> None:
    body = TASK + '- nutzen ==„Mail,=={: .uncertain reason="Schluss fehlt" } immer.\n  {: #x .task }\n'
    assert "„‚Mail,“ – Schluss fehlt." in messages(document(body=body), "S003")[0]


def test_slip_is_listed() -> None:
    slips = "  slips:\n    - text: eine Ablauf\n      reason: Muss „einen“ heißen.\n"
    text = document(source=SOURCE + slips, body=TASK + "- sichern eine Ablauf.\n  {: #x .task }\n")
    assert [code for _, _, code in found(text)] == ["S004"]
    assert "„eine Ablauf“ – Muss „einen“ heißen." in messages(text, "S004")[0]


def test_slip_without_a_reason() -> None:
    slips = "  slips:\n    - text: eine Ablauf\n"
    text = document(source=SOURCE + slips, body=TASK + "- sichern eine Ablauf.\n  {: #x .task }\n")
    assert messages(text, "S004") == ["Versehen des Originals, unverändert übernommen: „eine Ablauf“."]


def test_text_without_doubts() -> None:
    assert found(document()) == []
