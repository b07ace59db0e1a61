"""Build a site from any collection with the repository's own mkdocs.yml."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

_SCRIPT = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
configuration, directory, target, today, strict = sys.argv[1:]
config = load_config(configuration, site_dir=target, strict=strict == "strict")
config.plugins["geltung"].config["directory"] = directory
config.plugins["geltung"].config["today"] = today
config.plugins.on_startup(command="build", dirty=False)
build(config)
"""


class BuildFailed(AssertionError):
    """The build ended with an error; the message is what it printed."""


def build_site(directory: Path, target: Path, today: str, *, strict: bool = False) -> str:
    """Build ``directory`` into ``target`` as of the day ``today`` ("2025-07-15"); returns what the build printed.

    A process of its own, as ``mkdocs build`` is one: it leaves no settings, loggers or memory behind.
    """
    mode = "strict" if strict else "lenient"
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT, ROOT / "mkdocs.yml", directory.resolve(), target.resolve(), today, mode],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        cwd=ROOT,
        timeout=600,
        check=False,
    )
    printed = done.stdout + done.stderr
    if done.returncode:
        raise BuildFailed(printed)
    return printed
