"""What a question imports decides how long it takes: the slow libraries stay out of its way."""

import subprocess
from pathlib import Path

import pytest

from geltung import load
from tests.conftest import Run
from tests.store.documents import A, B, directive, settle, tasks, write

SCRIPT = """
import sys
sys.argv = ["geltung", "--directory", *sys.argv[1:]]
from geltung.cli import app
code = app._run()
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""
FOR_TABLES = {"sqlmodel", "sqlalchemy", "pydantic", "pydantic_core"}
FOR_READING = {"yaml", "markdown_it"}
FOR_RECURRENCE = {"dateutil"}
RECURRING = tasks('due_on=2025-03-31 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"')

QUESTIONS = (
    ["applies", "--date", "2025-07-01", "--unit", "Eingangszonen"],
    ["applies", "--date", "2025-07-01", "--unit", "EZ", "--area", "SGB III", "--include-parts", "--format", "json"],
    ["applies", "--date", "2025-07-01"],
    ["applies"],
    ["list", "--in-force-on", "2025-07-01", "--unit", "AA"],
    ["show", A],
    ["units", "--tree"],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with a warm store."""
    found = write(tmp_path_factory.mktemp("imports"), {A: directive(A), B: directive(B, body=RECURRING)})
    settle()
    load(found).close()
    settle()
    load(found).close()
    return found


def imported(result: "subprocess.CompletedProcess[str]") -> set[str]:
    """The top-level packages that a process imported."""
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
    return set(result.stderr.split())


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_warm_question(question: list[str], folder: Path, python: Run) -> None:
    found = imported(python(SCRIPT, folder, *question))
    assert {"typer", "sqlite3"} <= found
    assert not found & (FOR_TABLES | FOR_READING | FOR_RECURRENCE)


def test_cold_load_imports_all_of_them(folder: Path, tmp_path: Path, python: Run) -> None:
    """So the names above are the right ones."""
    settings = {"GELTUNG_CACHE": str(tmp_path / "cold")}
    found = imported(python(SCRIPT, folder, "applies", "--date", "2025-07-01", settings=settings))
    assert found >= FOR_TABLES | FOR_READING | FOR_RECURRENCE


def test_update_imports_nothing_for_tables(tmp_path: Path, python: Run) -> None:
    own = write(tmp_path / "collection", {A: directive(A)})
    load(own).close()
    write(own, {A: directive(A, title="Neuer Titel")}, None)
    result = python(SCRIPT, own, "applies", "--date", "2025-07-01")
    found = imported(result)
    assert "Neuer Titel" in result.stdout
    assert found >= FOR_READING
    assert not found & FOR_TABLES


def test_known_on_imports_nothing_for_tables(folder: Path, python: Run) -> None:
    found = imported(python(SCRIPT, folder, "applies", "--date", "2025-07-01", "--known-on", "2025-01-31"))
    assert not found & (FOR_TABLES | FOR_READING)


def test_importing_the_package_imports_nothing(python: Run) -> None:
    code = "import sys; before = set(sys.modules); import geltung; print(*sorted(set(sys.modules) - before))"
    found = python(code).stdout.split()
    assert [name for name in found if name.startswith("geltung")] == ["geltung"]
    assert not {"sqlite3", "typer", "json"} & set(found)
