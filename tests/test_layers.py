"""Imports go one way through the house; this is what keeps it so."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "geltung"

ALLOWED = {
    "model": set(),
    "markdown": {"model"},
    "parse": {"model", "markdown"},
    "corpus": {"model"},
    "validity": {"model", "corpus"},
    "checks": {"model", "corpus", "parse", "validity"},
    "store": {"model", "parse", "corpus", "checks", "validity"},
    "questions": {"model", "corpus", "checks", "validity", "store"},
    "search": {"model", "corpus", "store", "questions"},
    "importing": {"model", "markdown", "parse", "corpus", "checks", "questions", "search"},
    "schemas": {"model", "parse"},
    "writing": {"model", "markdown", "parse", "corpus", "checks", "importing"},
    "explain": {"model"},
    "exports": {"model", "corpus", "validity", "store", "questions", "schemas"},
    "pages": {"model", "markdown", "corpus", "parse", "store", "questions", "search", "exports"},
    "mkdocs_plugin": {"model", "questions", "exports", "pages"},
    "cli": {
        "explain",
        "model",
        "parse",
        "corpus",
        "store",
        "questions",
        "search",
        "importing",
        "writing",
        "exports",
        "pages",
    },
}
"""Package → the packages it may import. Data flows from left to right in ARCHITECTURE.md, imports go back along it."""


def imported(path: Path) -> set[str]:
    """The packages of geltung that a module imports anywhere, also inside functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            head, *rest = name.split(".")
            if head == "geltung" and rest:
                found.add(rest[0])
    return found


MODULES = sorted(path for path in ROOT.glob("*/**/*.py"))


def test_every_package_is_listed() -> None:
    packages = {path.name for path in ROOT.iterdir() if (path / "__init__.py").exists()}
    assert packages == ALLOWED.keys()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    back = imported(path) - ALLOWED[package] - {package, "__version__"}
    assert not back, f"{package} must not import {sorted(back)}"


def test_a_backward_import_would_be_seen(tmp_path: Path) -> None:
    module = tmp_path / "bad.py"
    module.write_text("def f():\n    from geltung.cli import app\n", encoding="utf-8")
    assert imported(module) == {"cli"}
