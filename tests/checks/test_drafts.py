"""Drafts: said to be one, with the number of points that are open in their review list."""

from pathlib import Path

import pytest

from geltung.checks import check_review_lists
from geltung.corpus.corpus import Corpus
from geltung.parse.directive import parse_text
from tests.checks.collection import A_FILE, UNITS, A, document, found, messages

DRAFT = document().replace("---\n", "---\ndraft: true\n", 1)


def corpus(text: str = DRAFT) -> Corpus:
    record, _ = parse_text(text, A_FILE)
    assert record is not None
    return Corpus.build([record], UNITS)


def listed(folder: Path, content: str, text: str = DRAFT) -> list[tuple[str, int, str]]:
    (folder / f"{A}.review.yml").write_text(content, encoding="utf-8")
    return [(item.code, item.line, item.message) for item in check_review_lists(corpus(text), folder)]


def points(*states: str) -> str:
    entries = "".join(f"  - id: {number}\n    state: {state}\n" for number, state in enumerate(states, start=1))
    return f"draft: {A_FILE}\npoints:\n{entries}"


def test_a_draft_is_a_notice() -> None:
    assert found(DRAFT) == [(A_FILE, 2, "D001")]
    assert messages(DRAFT, "D001") == [
        f"{A} ist ein Entwurf und zählt in keiner Antwort. Vorschlag: prüfen, dann „geltung review {A}.md“; "
        "ohne Prüfliste die Zeile „draft: true“ streichen."
    ]


def test_false_is_no_draft() -> None:
    assert found(DRAFT.replace("draft: true", "draft: false")) == []


def test_a_misspelt_value_publishes_nothing() -> None:
    text = DRAFT.replace("draft: true", "draft: ja")
    assert found(text, parser_says=("H002",)) == [(A_FILE, 2, "D001")]


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (("open", "accepted", "edited", "skipped"), "hat noch 2 offene Punkte"),
        (("open",), "hat noch 1 offenen Punkt."),
    ],
)
def test_open_points_are_counted(states: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ((code, line, message),) = listed(tmp_path, points(*states))
    assert (code, line) == ("D002", 2)
    assert said in message
    assert f"geltung review {A_FILE}" in message


def test_nothing_open(tmp_path: Path) -> None:
    assert listed(tmp_path, points("accepted", "edited")) == []


def test_open_points_beside_what_is_no_draft(tmp_path: Path) -> None:
    ((code, _, message),) = listed(tmp_path, points("accepted", "open"), document())
    assert code == "D004"
    assert "hat noch 1 offenen Punkt; die Weisung ist aber kein Entwurf" in message
    ((code, _, _),) = listed(tmp_path, "points:\n- {id: 1, state: skipped}\n", document())
    assert code == "D004"
    assert listed(tmp_path, points("accepted", "edited"), document()) == []


@pytest.mark.parametrize("text", [DRAFT, document()])
def test_an_unknown_state(text: str, tmp_path: Path) -> None:
    ((code, _, message),) = listed(tmp_path, points("accepted", "acepted"), text)
    assert code == "D003"
    assert "da steht „acepted“" in message


def test_a_list_without_its_directive(tmp_path: Path) -> None:
    (tmp_path / "202511009.review.yml").write_text(points("open"), encoding="utf-8")
    (item,) = check_review_lists(corpus(), tmp_path)
    assert (item.file, item.code) == ("202511009.review.yml", "D003")
    assert "„202511009.md“ geben" in item.message
    (tmp_path / "202511009.md").write_text("unlesbar", encoding="utf-8")
    assert list(check_review_lists(corpus(), tmp_path)) == []


@pytest.mark.parametrize("content", ["", "points: [", "- a\n", "draft: x\n", "points: 7\n", "\x00"])
def test_an_unreadable_list_is_reported(content: str, tmp_path: Path) -> None:
    ((code, _, message),) = listed(tmp_path, content)
    assert code == "D003"
    assert f"„{A}.review.yml“ ist nicht lesbar: " in message
