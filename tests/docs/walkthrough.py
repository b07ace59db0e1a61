"""Does what the editors' page says, command by command, in a collection of its own."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "site" / "handbuch" / "redaktion.md"
DIRECTIVE = "directives/202511003.md"
COLUMNS = "92"
_STEP = re.compile(
    r"<!-- (?P<mark>beispiel|einfügen nach|antworten|endwert): (?P<value>.*?) -->"
    r"|```(?P<kind>\w+)\n(?P<text>.*?)```"
    r"|!\[[^\]]*\]\(bilder/(?P<picture>\w+)\.svg\)",
    re.DOTALL,
)


@dataclass(frozen=True)
class Ran:
    """A command that was run, what was typed, and what came of it. ``picture`` names the picture that shows it."""

    command: str
    expected: int
    code: int
    output: str
    picture: str | None = None


def prepare(folder: Path) -> None:
    """A clone of a small repository with the collection, as an editor has one."""
    shutil.copytree(ROOT / "directives", folder / "directives")
    (folder / ".gitignore").write_text(".geltung/\neingang/\n", encoding="utf-8")
    origin = folder.parent / "origin.git"
    git = ["git", "-c", "init.defaultBranch=main"]
    for arguments in (
        ["init", "--quiet", "--bare", str(origin)],
        ["init", "--quiet", str(folder)],
        ["-C", str(folder), "add", "."],
        ["-C", str(folder), "commit", "--quiet", "--message", "Anfang"],
        ["-C", str(folder), "remote", "add", "origin", str(origin)],
    ):
        subprocess.run([*git, *arguments], check=True, env=environment(folder), capture_output=True)


def environment(folder: Path) -> dict[str, str]:
    person = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (
        ("NAME", "Redaktion"), ("EMAIL", "redaktion@example.org"))}  # fmt: skip
    ours = {"PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1", "COLUMNS": COLUMNS}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GELTUNG_", "NO_COLOR"))}
    return {**kept, **person, **ours, "GELTUNG_CACHE": str(folder.parent / "cache"), "GIT_CONFIG_GLOBAL": os.devnull}


def walk(folder: Path, *, as_terminal: bool = False) -> Iterator[Ran]:
    """Run everything; with ``as_terminal`` the commands write to a terminal, in colour."""
    marks: dict[str, str] = {}
    last: Ran | None = None
    for step in _STEP.finditer(PAGE.read_text(encoding="utf-8")):
        if step["mark"]:
            marks[step["mark"]] = step["value"]
        elif step["picture"]:
            assert last is not None
            yield Ran(last.command, last.expected, last.code, last.output, step["picture"])
            last = None
        elif step["kind"] == "sh":
            for command in step["text"].strip().splitlines():
                if last is not None:
                    yield last
                last = _ran(command, folder, marks, as_terminal)
            marks.clear()
        elif "beispiel" in marks:
            path = folder / marks.pop("beispiel")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
        elif "einfügen nach" in marks:
            _insert(folder / DIRECTIVE, marks.pop("einfügen nach"), step["text"])
    if last is not None:
        yield last


def _insert(path: Path, words: str, text: str) -> None:
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if words in line)
    path.write_text("".join([*lines[: place + 1], text, *lines[place + 1 :]]), encoding="utf-8")


def _ran(command: str, folder: Path, marks: dict[str, str], as_terminal: bool) -> Ran:
    program, *arguments = shlex.split(command)
    assert program in ("geltung", "git"), command
    line = [sys.executable, "-m", "geltung", *arguments] if program == "geltung" else [program, *arguments]
    answers = "".join(f"{answer.strip()}\n" for answer in marks.get("antworten", "").split(",") if answer.strip())
    run = _on_terminal if as_terminal and program == "geltung" else _in_pipes
    code, output = run(line, folder, answers)
    return Ran(command, int(marks.get("endwert", "0")), code, output)


def _in_pipes(line: list[str], folder: Path, answers: str) -> tuple[int, str]:
    done = subprocess.run(
        line,
        cwd=folder,
        env=environment(folder),
        input=answers,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout


def _on_terminal(line: list[str], folder: Path, answers: str) -> tuple[int, str]:
    """Run with a terminal for stdout and stderr, so that colour shows; answers come through a pipe."""
    import pty

    master, slave = pty.openpty()
    child = subprocess.Popen(
        line, cwd=folder, env=environment(folder), stdin=subprocess.PIPE, stdout=slave, stderr=slave
    )
    os.close(slave)
    assert child.stdin is not None
    child.stdin.write(answers.encode())
    child.stdin.close()
    pieces = []
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:  # the other end is closed: on Linux that is an error
            break
        if not piece:
            break
        pieces.append(piece)
    os.close(master)
    return child.wait(), b"".join(pieces).decode().replace("\r\n", "\n")
