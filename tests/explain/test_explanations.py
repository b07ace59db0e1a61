"""Every code is explained, every wrong example is wrong in just that way, and its repair is none."""

from pathlib import Path

import pytest

from geltung import load
from geltung.explain.pages import EXPLANATIONS, FOLDER, THEMES, pages
from geltung.model.codes import CODES
from geltung.questions.check import check
from tests.conftest import ROOT, Run
from tests.explain.cases import SPECIAL, collection, put


def test_every_code_is_explained() -> None:
    assert EXPLANATIONS.keys() == CODES.keys()
    assert {code[0] for code in CODES} == THEMES.keys()
    assert {code for code, item in EXPLANATIONS.items() if item.frame == "words"} == SPECIAL.keys()


def test_only_few_codes_come_along_with_others() -> None:
    assert {code for code, item in EXPLANATIONS.items() if item.along} <= {
        "D002",
        "D003",
        "T009",
        "T014",
        "T016",
        "U002",
        "U008",
    }


def codes(folder: Path) -> set[str]:
    return {item.code for item in check(load(folder))}


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_the_wrong_example_is_wrong_in_just_that_way(code: str, tmp_path: Path) -> None:
    item = EXPLANATIONS[code]
    folder = tmp_path / "collection"
    put(folder, collection(item, right=False))
    if item.frame == "words":
        SPECIAL[code](folder)
    assert codes(folder) == {code, *item.along}


@pytest.mark.parametrize("code", EXPLANATIONS)
def test_the_right_example_is_right(code: str, tmp_path: Path) -> None:
    item = EXPLANATIONS[code]
    folder = tmp_path / "collection"
    put(folder, collection(item, right=True))
    assert codes(folder) <= set(item.along)


def test_a_collection_without_an_example_has_no_fault(tmp_path: Path) -> None:
    folder = tmp_path / "collection"
    put(folder, collection(EXPLANATIONS["F001"], right=True))
    assert codes(folder) == set()


def test_the_pages_of_the_handbook_are_those_of_the_code() -> None:
    folder = ROOT / "site" / FOLDER
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    assert found == pages(), "python -m geltung.explain writes them anew"


@pytest.mark.parametrize("code", ["T007", "c016"])
def test_command(code: str, geltung: Run) -> None:
    done = geltung("explain", code)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{code.upper()} · {CODES[code.upper()][1]}")
    for part in ("Was ist falsch?", "Warum ist das wichtig?", "Falsch", "Richtig"):
        assert part in done.stdout


def test_unknown_code(geltung: Run) -> None:
    done = geltung("explain", "T077")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Keine Meldung heißt „T077“. Ähnlich: T0" in done.stderr
