"""Findings as annotations of merge requests: GitHub workflow commands and GitLab Code Quality."""

import json
import re
from pathlib import Path

from tests.conftest import Run
from tests.store.documents import A, directive, write

TWO_ERRORS = "- a.\n  {: .task }\n\n- b, 100 %.\n  {: .task }\n"


def folder(tmp_path: Path, start: str = "") -> Path:
    body = f"## 3. Einzelaufträge\n\n{start}### Die Agenturen für Arbeit\n\n{TWO_ERRORS}"
    return write(tmp_path / "c", {A: directive(body=body)})


def test_github(tmp_path: Path, geltung: Run) -> None:
    found = geltung("check", "--format", "github", directory=folder(tmp_path))
    assert found.returncode == 1
    lines = found.stdout.splitlines()
    assert all(re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,title=[^,:]+::\S", line) for line in lines)
    assert len([line for line in lines if "T001 Auftrag ohne Kennung" in line and f"{A}.md,line=" in line]) == 2
    assert any("„b, 100 %25.“" in line for line in lines)


def test_gitlab(tmp_path: Path, geltung: Run) -> None:
    found = geltung("check", "--format", "gitlab", directory=folder(tmp_path))
    report = json.loads(found.stdout)
    errors = [entry for entry in report if entry["check_name"] == "T001"]
    assert [entry["severity"] for entry in errors] == ["major", "major"]
    assert all(entry["location"]["path"].endswith(f"{A}.md") for entry in errors)
    assert all(entry["location"]["lines"]["begin"] > 1 for entry in errors)
    prints = [entry["fingerprint"] for entry in report]
    assert len(set(prints)) == len(prints)
    moved = json.loads(geltung("check", "--format", "gitlab", directory=folder(tmp_path, "Mehr Text.\n\n")).stdout)
    assert [entry["fingerprint"] for entry in moved] == prints, "a finding that moved is not a new one"


def test_nothing_found_is_an_empty_report(geltung: Run) -> None:
    found = geltung("check", "directives/202404002.md", "--format", "gitlab")
    assert (found.returncode, json.loads(found.stdout)) == (0, [])
    assert geltung("check", "directives/202404002.md", "--format", "github").stdout == ""
