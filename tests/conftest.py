"""What every test gets: a cache of its own, and none of the settings of whoever runs the tests."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SETTINGS = (
    *("GELTUNG_DIRECTORY", "GELTUNG_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"),
    *("PYTHONIOENCODING", "PYTHONUTF8", "XDG_CACHE_HOME"),
)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session", autouse=True)
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder for all stores of this run; the user's own cache is never touched."""
    folder = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GELTUNG_CACHE", str(folder))
        for name in SETTINGS:
            patch.delenv(name, raising=False)
        yield folder


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder for one test alone."""
    folder = tmp_path / "own-cache"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("GELTUNG_CACHE", str(folder))
    return folder


@pytest.fixture(scope="session")
def real_directives() -> Path:
    """The collection of the repository."""
    return ROOT / "directives"


@pytest.fixture
def geltung() -> Run:
    """Run the program as people do; its output is decoded as UTF-8, and anything else is a mistake."""

    def run(
        *arguments: str | bytes | Path,
        directory: Path | None = None,
        settings: dict[str, str] | None = None,
        cwd: Path = ROOT,
        answers: str = "",
    ) -> "subprocess.CompletedProcess[str]":
        where = ["--directory", str(directory)] if directory else []
        return subprocess.run(
            [sys.executable, "-m", "geltung", *where, *arguments],
            capture_output=True,
            encoding="utf-8",
            env=environment(settings),
            cwd=cwd,
            input=answers,
            timeout=60,
            check=False,
        )

    return run


def environment(settings: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a child process that finds the package of this repository."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), **(settings or {})}


@pytest.fixture
def python() -> Run:
    """Run a Python script in a process of its own."""

    def run(
        script: str, *arguments: str | Path, settings: dict[str, str] | None = None
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-c", script, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            env=environment(settings),
            cwd=ROOT,
            timeout=60,
            check=False,
        )

    return run
