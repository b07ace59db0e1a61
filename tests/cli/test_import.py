"""geltung import: what it writes, what it leaves alone, and its exit codes."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from geltung.importing.review_file import load_review
from geltung.writing.layout import format_text
from tests.conftest import Run

DOCUMENTS = Path(__file__).parents[1] / "importing" / "documents"
INCOMPLETE = (
    "abschlusspruefungen",
    "beauftragte",
    "brueckentage",
    "datenschutz",
    "emailinfo",
    "hega_alt",
    "hega_einschaltung",
    "integrationsfachdienste",
    "krisenstab",
    "ocr_aerztlicher_dienst",
    "ocr_arbeitsmarktzulassung",
    "ocr_einkauf",
    "ocr_inkasso",
    "ocr_insolvenzgeld",
    "ocr_intro",
    "ocr_korrektur",
    "ocr_kundenreaktion",
    "ocr_ohne_nummer",
    "ocr_punkte",
    "ocr_verlaengert",
    "sgb2",
    "verfahrensinfo",
    "volljaehrige_kinder",
    "zwei",
)
"""Originals that lack a field, name a unit that nobody knows, or repeal a part that only a person can name: an open point of the draft, and an error of check."""
COLLECTION = Path(__file__).parents[2] / "directives"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection with units and nothing else."""
    target = tmp_path / "sammlung"
    target.mkdir()
    shutil.copy(COLLECTION / "units.yml", target)
    return target


def test_a_draft_with_list_and_original(folder: Path, geltung: Run) -> None:
    file = DOCUMENTS / "mehrere_adressaten.txt"
    found = geltung("--directory", str(folder), "import", str(file))
    assert found.returncode == 0, found.stderr
    draft = (folder / "202601007.md").read_text(encoding="utf-8")
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    assert "draft: true" in draft
    assert f"sha256: {digest}" in draft
    assert (folder / "sources" / file.name).read_bytes() == file.read_bytes()
    review = load_review(folder / "202601007.review.yml")
    assert review.draft == "202601007.md"
    assert review.sha256 == digest
    lines = draft.splitlines()
    for point in review.points:
        for place in point.places:
            if place.draft_line is not None and place.now is not None:
                assert place.now in lines[place.draft_line - 1], (point.about, place)
    checked = geltung("--directory", str(folder), "check")
    assert checked.returncode == 0, checked.stdout


def test_nothing_is_overwritten(folder: Path, geltung: Run) -> None:
    file = str(DOCUMENTS / "prosa.txt")
    assert geltung("--directory", str(folder), "import", file).returncode == 0
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    again = geltung("--directory", str(folder), "import", file)
    assert again.returncode == 2
    assert "gibt es schon" in again.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_bad_file_does_not_stop_the_rest(folder: Path, tmp_path: Path, geltung: Run) -> None:
    bad = tmp_path / "leer.txt"
    bad.write_text("nur ein Satz ohne Kopf", encoding="utf-8")
    missing = tmp_path / "fehlt.txt"
    files = [str(bad), str(missing), str(DOCUMENTS / "prosa.txt")]
    found = geltung("--directory", str(folder), "import", *files, "--format", "json")
    assert found.returncode == 0
    document = json.loads(found.stdout)
    assert [item["id"] for item in document["drafts"]] == ["202605004"]
    assert [item["file"] for item in document["failed"]] == files[:2]
    assert sorted(path.name for path in folder.iterdir()) == [
        "202605004.md",
        "202605004.review.yml",
        "sources",
        "units.yml",
    ]


def test_no_draft_is_exit_code_2_and_writes_nothing(folder: Path, tmp_path: Path, geltung: Run) -> None:
    bad = tmp_path / "brief.txt"
    bad.write_text("Sehr geehrte Damen und Herren,\nvielen Dank.\n", encoding="utf-8")
    found = geltung("--directory", str(folder), "import", str(bad))
    assert found.returncode == 2
    assert "keinen Kopf einer Weisung" in found.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["units.yml"]


def test_to_another_folder(folder: Path, tmp_path: Path, geltung: Run) -> None:
    target = tmp_path / "entwürfe"
    file = str(DOCUMENTS / "hega.txt")
    found = geltung("--directory", str(folder), "import", file, "--to", str(target))
    assert found.returncode == 0, found.stderr
    assert sorted(path.name for path in target.iterdir()) == [
        "HEGA-06-2013-12.md",
        "HEGA-06-2013-12.review.yml",
        "sources",
    ]
    assert sorted(path.name for path in folder.iterdir()) == ["units.yml"]


def test_references_on_request(folder: Path, geltung: Run) -> None:
    file = str(DOCUMENTS / "mehrere_adressaten.txt")
    assert geltung("--directory", str(folder), "import", file, "--references").returncode == 0
    record = (folder / "202404002.md").read_text(encoding="utf-8")
    assert "record: reference" in record
    assert "issued: 2024-04-03" in record
    assert (folder / "202408001.md").exists()
    assert geltung("--directory", str(folder), "check").returncode == 0


def test_a_draft_does_not_count(folder: Path, geltung: Run) -> None:
    assert geltung("--directory", str(folder), "import", str(DOCUMENTS / "prosa.txt")).returncode == 0
    answer = geltung("--directory", str(folder), "applies", "--date", "2026-07-01", "--format", "json")
    assert json.loads(answer.stdout)["directives"] == []


def test_every_draft_passes_check_and_keeps_its_layout(folder: Path, geltung: Run) -> None:
    files = sorted(str(file) for file in DOCUMENTS.glob("*.txt") if file.stem not in INCOMPLETE)
    done = geltung("--directory", str(folder), "import", *files, "--format", "json")
    drafts = [Path(item["draft"]) for item in json.loads(done.stdout)["drafts"]]
    assert len(drafts) == len(files)
    checked = geltung("--directory", str(folder), "check")
    assert checked.returncode == 0, checked.stdout
    for draft in drafts:
        text = draft.read_text(encoding="utf-8")
        assert format_text(text, draft.name) == text


def test_without_a_collection_that_is_said_once(tmp_path: Path, geltung: Run) -> None:
    file = str(DOCUMENTS / "mehrere_adressaten.txt")
    found = geltung("--directory", str(tmp_path / "directives"), "import", file, "--to", str(tmp_path / "dr"))
    assert found.returncode == 0, found.stderr
    assert found.stderr.count("keine units.yml") == 1
    assert "--directory" in found.stderr
    (review,) = (tmp_path / "dr").glob("*.review.yml")
    assert "ist keine bekannte Organisationseinheit" not in review.read_text(encoding="utf-8")
