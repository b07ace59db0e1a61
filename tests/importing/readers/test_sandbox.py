"""The process that reads one file: what it may use, and what the editor is told when it dies."""

from pathlib import Path

import pytest

from geltung.importing.readers import sandbox
from geltung.importing.source import Unreadable
from tests.importing.made import make_docx


def test_a_child_that_runs_too_long_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "CHILD_SECONDS", 0.01)
    with pytest.raises(Unreadable, match="Aufwand"):
        sandbox.run("docx", make_docx(tmp_path / "a.docx"))


def test_a_child_that_dies_says_nothing_of_its_insides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "_WORKER", "geltung.importing.readers.no_such_module")
    with pytest.raises(Unreadable, match="Aufwand"):
        sandbox.run("docx", tmp_path / "a.docx")


def test_the_limits_hold_in_the_child(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    import subprocess
    import sys

    code = (
        "from geltung.importing.readers.worker import limit; limit()\n"
        "import resource; print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=sandbox._environment()
    ).stdout.split()
    assert resource.RLIM_INFINITY not in map(int, said)
