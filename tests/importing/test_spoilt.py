"""What was read for "SGB III": the likely numeral, its ground, and how sure it is."""

import pytest

from geltung.importing.review_file import LIKELY, OPEN
from geltung.importing.spoilt import with_numerals
from geltung.importing.text import Line

BOTH = {"SGB II": "Weisung", "SGB III": "Weisung"}


def read(*texts: str, scope: dict[str, str | None] | None = None) -> tuple[list[str], str]:
    """The numerals that the draft has, and how sure they are."""
    found = with_numerals([Line(number, None, text, text) for number, text in enumerate(texts, start=1)], scope or BOTH)
    return [one.now for one in found.found], found.confidence


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("der Eingliederungszuschuss nach $ 88 SGB il", "SGB III"), ("nach § 16e SGB Ill", "SGB II"),
        ("nach § 136 Absatz 1 SGB Il", "SGB III"), ("im Jobcenter, Rechtskreis SGB Il", "SGB II"),
        ("beim Arbeitslosengeld (SGB Il)", "SGB III"),
    ],
)  # fmt: skip
def test_sections_and_words_nearby_are_grounds(text: str, now: str) -> None:
    assert read(text) == ([now], LIKELY)


def test_strokes_alone_leave_it_open() -> None:
    assert read("im SGB Il gilt") == (["SGB II"], OPEN)


def test_the_header_goes_before_everything() -> None:
    scope: dict[str, str | None] = {"SGB II": "nicht betroffen", "SGB III": "Weisung"}
    assert read("im Jobcenter, SGB Il", scope=scope) == (["SGB III"], LIKELY)
