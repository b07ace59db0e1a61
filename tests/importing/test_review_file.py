"""The review list survives writing and reading, and says in German what is wrong with it."""

from pathlib import Path

import pytest

from geltung.importing.review_file import (
    ACCEPTED,
    CERTAIN,
    LIKELY,
    OPEN,
    Place,
    Point,
    Review,
    UnreadableReview,
    load_review,
    read_review,
    review_path,
    write_review,
)

REVIEW = Review(
    "202509011.md",
    "sources/202509011.ocr.txt",
    "ab" * 32,
    (
        Point(1, "valid_from", "2025-09-01", CERTAIN, ACCEPTED, (Place(12, 1, "Gültig ab: 01.09.2025", 7),)),
        Point(
            2,
            "text",
            "SGB III",
            LIKELY,
            OPEN,
            (Place(3, None, 'im "Portal": SGB Il # – {x}', 9, "SGB Il", "SGB III"), Place(40, 2, "ja", 41)),
            "Steht hier „SGB III“?",
            ("SGB II", "- nein", "2025-01-01"),
        ),
        Point(3, "valid_until", None, OPEN, OPEN, (), "Gültig bis fehlt."),
    ),
)


def test_what_is_written_reads_back() -> None:
    assert read_review(write_review(REVIEW), "x") == REVIEW


def test_a_place_stands_on_one_line() -> None:
    lines = write_review(REVIEW).splitlines()
    assert sum(1 for line in lines if "{line:" in line) == 3
    assert lines[0].startswith("# Prüfliste zu 202509011.md")


def test_only_undecided_points_are_open() -> None:
    assert [point.id for point in REVIEW.open_points] == [2, 3]
    assert REVIEW.points[1].decided("edited", "SGB II").value == "SGB II"


def test_it_lies_beside_the_draft() -> None:
    assert review_path(Path("a/202509011.md")) == Path("a/202509011.review.yml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "feld: Wert"),
        ("- 1", "feld: Wert"),
        ("draft: [", "kein gültiges YAML"),
        ("draft: x\nsource: {file: a, sha256: b}\npoints: 3", "points muss eine Liste"),
        ("draft: x\nsource: {file: a}\npoints: []", "sha256 fehlt"),
        (
            "draft: x\nsource: {file: a, sha256: b}\npoints: [{id: eins, about: t, confidence: open, state: open}]",
            "id muss eine Zahl",
        ),
        (
            "draft: x\nsource: {file: a, sha256: b}\npoints: [{id: 1, about: t, confidence: sure, state: open}]",
            "da steht „sure“",
        ),
        ("[" * 5000, "kein gültiges YAML"),
    ],
)
def test_a_broken_list_is_explained(text: str, words: str) -> None:
    with pytest.raises(UnreadableReview, match=words):
        read_review(text, "x.review.yml")


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    with pytest.raises(UnreadableReview, match="nicht lesbar"):
        load_review(tmp_path / "fehlt.review.yml")
