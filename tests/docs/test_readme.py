"""Every command of the README runs, and the answer it shows is the real one."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
LINES = [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]
COMMANDS = [line.split("  #")[0].strip() for line in LINES if line.strip()]


def run(arguments: list[str], cache: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "GELTUNG_CACHE": str(cache), "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def elsewhere(arguments: list[str], folder: Path) -> list[str]:
    """The arguments with a folder for drafts of its own."""
    return [argument.replace("build/drafts", str(folder / "drafts")) for argument in arguments]


def test_the_readme_has_commands() -> None:
    assert len(COMMANDS) >= 10
    assert {"make answer", "make test"} <= set(COMMANDS)


@pytest.mark.parametrize("command", [line for line in COMMANDS if line.startswith("make ")])
def test_make_commands_are_run_by_ci(command: str) -> None:
    """CI runs both for real; here it is enough that nobody takes them out."""
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("command", [line for line in COMMANDS if not line.startswith("make ")])
def test_commands_run(command: str, tmp_path: Path) -> None:
    program, *arguments = shlex.split(command, comments=False)
    assert program == ".venv/bin/geltung"
    if "review" in arguments:
        (before,) = [line for line in COMMANDS if " import " in line]
        assert run(["-m", "geltung", *elsewhere(shlex.split(before)[1:], tmp_path)], tmp_path).returncode == 0
    done = run(["-m", "geltung", *elsewhere(arguments, tmp_path)], tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout or {"check", "format"} & set(arguments)


def test_the_python_example_runs(tmp_path: Path) -> None:
    (example,) = [block for kind, block in BLOCKS if kind == "python"]
    done = run(["-c", example], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "202505010#" in done.stdout


def test_the_answer_shown_is_the_real_one(tmp_path: Path) -> None:
    (shown,) = [block for kind, block in BLOCKS if kind == "text"]
    done = run(["-m", "geltung", "applies", "--date", "2025-06-16", "--unit", "RIM"], tmp_path)
    assert done.stdout.startswith(shown.removesuffix("…\n"))
