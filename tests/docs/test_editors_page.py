"""The editors' page: every command runs in the order of the page, and the pictures show what is printed today."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from geltung import applies, load
from geltung.cli.app import COMMANDS
from tests.docs.pictures import FOLDER, pictures
from tests.docs.walkthrough import DIRECTIVE, PAGE, Ran, prepare, walk

TEXT = PAGE.read_text(encoding="utf-8")
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git here")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Ran]]:
    folder = tmp_path_factory.mktemp("editor") / "sammlung"
    folder.mkdir()
    prepare(folder)
    return folder, list(walk(folder))


def test_every_command_ends_as_the_page_says(walked: tuple[Path, list[Ran]]) -> None:
    for ran in walked[1]:
        assert ran.code == ran.expected, f"{ran.command}\n{ran.output}"
        assert "Traceback" not in ran.output
    used = {ran.command.split()[1] for ran in walked[1] if ran.command.startswith("geltung")}
    assert used >= {"import", "review", "check", "explain", "format", "show", "applies"}


def test_the_directive_counts_in_the_end(walked: tuple[Path, list[Ran]]) -> None:
    folder, ran = walked
    text = (folder / DIRECTIVE).read_text(encoding="utf-8")
    assert "draft:" not in text
    assert "{: #beschaeftigten .task due_on=2026-01-30 }" in text
    answer = applies(load(folder / "directives"), "2025-12-01", "AA")
    assert {item.id for item in answer.tasks if item.directive == "202511003"} == {
        "202511003#zahlen",
        "202511003#beschaeftigten",
        "202511003#ansprechperson",
    }
    assert "202511003" in ran[-4].output + ran[-5].output


def test_what_the_page_names_exists() -> None:
    for name in re.findall(r"`geltung (\w+)", TEXT):
        assert name in COMMANDS
    assert {path.stem for path in FOLDER.glob("*.svg")} == set(re.findall(r"bilder/(\w+)\.svg", TEXT))


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_pictures_are_up_to_date(tmp_path: Path) -> None:
    """If this fails, run ``python -m tests.docs.pictures`` and look at the pictures."""
    for name, svg in pictures(tmp_path).items():
        assert (FOLDER / f"{name}.svg").read_text(encoding="utf-8") == svg, name
        assert "http" not in svg.replace("http://www.w3.org/2000/svg", ""), "no request to anywhere"
