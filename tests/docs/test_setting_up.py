"""What the page on setting up shows works: hooks, CI snippets, VS Code settings."""

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

from geltung.parse.directive import parse_text
from geltung.schemas.export import FOLDER
from tests.conftest import ROOT, Run

PAGE = (ROOT / "site" / "handbuch" / "einrichten.md").read_text(encoding="utf-8")
SNIPPETS = {
    name: yaml.safe_load(text)
    for name, text in re.findall(r"<!-- datei: (\S+) -->\s*```yaml\n(.*?)```", PAGE, re.DOTALL)
}
OWN_UNITS = "weisungen/units.yml"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
LOCAL = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]


def vscode(name: str) -> dict[str, object]:
    found = json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def commands(document: object) -> list[str]:
    """Every command line of ours in a CI file."""
    if isinstance(document, str):
        return [document] if document.startswith(".venv/bin/geltung ") else []
    values = document.values() if isinstance(document, dict) else document if isinstance(document, list) else ()
    return [line for value in values for line in commands(value)]


CI = [line for name in (".gitlab-ci.yml", ".github/workflows/weisungen.yml") for line in commands(SNIPPETS[name])]


def test_the_page_has_all_snippets() -> None:
    ci = {".pre-commit-config.yaml", ".gitlab-ci.yml", ".github/workflows/weisungen.yml"}
    assert SNIPPETS.keys() == {OWN_UNITS, *ci}
    assert len(CI) == 3


@pytest.mark.parametrize("line", CI)
def test_commands_of_the_snippets_run(line: str, geltung: Run) -> None:
    arguments, _, report = line.removeprefix(".venv/bin/geltung ").partition(" > ")
    done = geltung(*shlex.split(arguments))
    assert done.returncode == 0, done.stderr
    if report:
        assert SNIPPETS[".gitlab-ci.yml"]["weisungen"]["artifacts"]["reports"]["codequality"] == report
        paths = {entry["location"]["path"] for entry in json.loads(done.stdout)}
        assert all((ROOT / path).is_file() for path in paths)
        assert paths


def test_a_collection_of_ones_own(geltung: Run, tmp_path: Path) -> None:
    (tmp_path / "weisungen").mkdir()
    (tmp_path / OWN_UNITS).write_text(yaml.safe_dump(SNIPPETS[OWN_UNITS]), encoding="utf-8")
    fields = ["--id=202601001", "--title=Zahlen", "--issued=02.01.2026", "--valid-from=15.01.2026"]
    fields += ["--valid-until=unbegrenzt", "--file-references=A 1", "--sgb-ii=Weisung"]
    for question in (
        ["check"], ["units", "--tree"], ["applies", "--unit", "Referate"], ["search", "Zahlen"], ["glossary"],
        ["new", *fields, "--sgb-iii=nicht betroffen", "--familienkasse=nicht betroffen"], ["check"], ["list"],
    ):  # fmt: skip
        found = geltung("--directory", "weisungen", *question, cwd=tmp_path)
        assert found.returncode == 0, (question, found.stderr)
    file = tmp_path / "weisungen" / "202601001.md"
    task = '\n- melden die Zahlen.\n  {: #zahlen .task addressee="Referat" }\n'
    file.write_text(file.read_text(encoding="utf-8").replace("draft: true\n", "") + task, encoding="utf-8")
    answer = geltung("--directory", "weisungen", "applies", "--unit", "REF", "--date", "15.01.2026", cwd=tmp_path)
    assert "#zahlen" in answer.stdout


def test_make_target_of_the_snippets_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "$(VENV)/run:" in makefile
    assert "VENV := .venv" in makefile


def test_hooks_of_the_page_exist() -> None:
    (repository,) = SNIPPETS[".pre-commit-config.yaml"]["repos"]
    assert {hook["id"] for hook in repository["hooks"]} == HOOKS.keys()


@pytest.mark.parametrize("name", HOOKS)
def test_hooks_run(name: str, geltung: Run) -> None:
    hook = HOOKS[name]
    files = [] if hook.get("pass_filenames") is False else ["directives/202505010.md"]
    assert all(re.search(hook["files"], path) for path in ("directives/202505010.md", *files))
    assert not re.search(hook["files"], "site/handbuch/format.md")
    done = geltung(*hook["entry"].split()[1:], *files)
    assert done.returncode == 0, done.stderr


def test_local_hooks_fetch_nothing_and_are_the_same() -> None:
    (local,) = LOCAL
    assert local["repo"] == "local"
    ours = {hook["id"]: hook["entry"] for hook in local["hooks"] if hook["id"].startswith("geltung")}
    assert ours == {name: f".venv/bin/{hook['entry']}" for name, hook in HOOKS.items()}


class TestVsCode:
    def test_schemas_exist(self) -> None:
        for schema, file in vscode("settings.json")["yaml.schemas"].items():  # type: ignore[attr-defined]
            assert (ROOT / schema).parent == FOLDER
            assert (ROOT / schema).is_file()
            assert (ROOT / file).is_file()

    def test_problems_are_recognised(self, geltung: Run) -> None:
        (check, _) = vscode("tasks.json")["tasks"]  # type: ignore[misc]
        pattern = check["problemMatcher"]["pattern"]  # type: ignore[index]
        lines = geltung("check").stdout.splitlines()
        assert lines
        for line in lines:
            match = re.match(pattern["regexp"], line)
            assert match, line
            assert (ROOT / match[pattern["file"]]).is_file()

    def test_snippets_are_named_on_the_page_and_make_directives(self) -> None:
        snippets = {item["prefix"]: item for item in vscode("geltung.code-snippets").values()}  # type: ignore[index]
        assert all(f"`{prefix}`" in PAGE for prefix in snippets)
        text = "\n".join(
            filled("\n".join(snippets[name]["body"])) for name in ("weisung", "auftrag-frist", "auftrag-beginn")
        )
        record, found = parse_text(text.replace("## 3. Einzelaufträge\n", "## 3. Einzelaufträge\n\n### AA\n"), "x.md")
        assert record is not None
        codes = [item.code for item in found]
        assert codes == ["T002"], "both tasks have the id that the snippet proposes"
        row = filled(snippets["auftrag-zeile"]["body"][0]).replace("#kennung", "#zeile")
        record, found = parse_text(f"{text}\n\n| Wer | Was | Bis wann |\n|---|---|---|\n{row}\n", "x.md")
        assert record is not None and record.tasks[-1].id == "zeile"


def filled(body: str) -> str:
    """A snippet with its proposals taken, of a choice the first."""
    body = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", body)
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", body).replace("$0", "Text.")
