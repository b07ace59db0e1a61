"""The editors' handbook: its examples pass the check, and every format page tells the truth about the code."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from geltung import applies, load
from geltung.model.diagnostics import NOTICE
from geltung.questions.check import check

ROOT = Path(__file__).parents[2]
FORMAT = (ROOT / "site" / "handbuch" / "format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"<!-- beispiel: (\S+) -->\s*```\w*\n(.*?)```", FORMAT, re.DOTALL)


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "directives"
    folder.mkdir()
    shutil.copy(ROOT / "directives" / "units.yml", folder)
    for name, content in EXAMPLES:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(content, encoding="utf-8")
    return folder


def test_the_handbook_has_a_complete_example() -> None:
    assert len(EXAMPLES) >= 2


def test_the_examples_pass_the_check(collection: Path) -> None:
    found = [item for item in check(load(collection)) if item.severity != NOTICE]
    assert not found


def test_the_examples_are_answered(collection: Path) -> None:
    answer = applies(load(collection), date="2026-06-01")
    assert answer.tasks
    assert not answer.problems


SEARCHING = (ROOT / "site" / "handbuch" / "suche.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", SEARCHING, re.DOTALL) for line in block.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_handbook_run(command: str, tmp_path: Path) -> None:
    program, *arguments = shlex.split(command)
    assert program == "geltung"
    environment = {**os.environ, "GELTUNG_CACHE": str(tmp_path), "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "geltung", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Nichts gefunden" not in done.stdout
