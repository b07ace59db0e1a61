"""Titles and days of issue: parts and days behind a number are no title, and a misread "vom" is none of its words."""

import pytest

from geltung.importing.acts import find_acts
from geltung.importing.drafting.keeping import act_title
from tests.importing.records import imported
from tests.importing.test_no_word_lost import BODY, HEAD


@pytest.mark.parametrize(
    ("tail", "title"),
    [
        (", Ziffer 3.1 ab 01.02.2027", None),
        (" – Ziffer 3.1", None),
        (" (Nr. 3.4 und Nr. 4.1 Satz 2)", None),
        (", ab 01.02.2027", None),
        (" mit Ablauf des 31.12.2026", None),
        (" – wird aufgehoben", None),
        (" – Vordrucke", "Vordrucke"),
        (" – Vordrucke, Ziffer 3.1 ab 01.02.2027", "Vordrucke"),
        (" – Vordrucke zum 1. Februar 2027", "Vordrucke"),
        (" – Beratung ab 50", "Beratung ab 50"),
        (" – Anlagen der Akte", "Anlagen der Akte"),
    ],
)
def test_parts_and_days_are_no_title(tail: str, title: str | None) -> None:
    assert act_title(find_acts(f"Weisung 202611004 vom 16.11.2026{tail}")[0]) == title


@pytest.mark.parametrize("word", ["vorn", "v0m", "yom", "vam"])
@pytest.mark.parametrize("damaged", [False, True])
def test_a_misread_from_belongs_to_the_day_not_to_the_title(word: str, damaged: bool) -> None:
    done = imported(HEAD.replace(" vom ", f" {word} ") + BODY, "probe.txt", damaged=damaged)
    assert (done.record.header.title, str(done.record.issued)) == ("Probe", "2026-03-23")
    assert not done.certain("issued")


def test_from_as_it_is_written_is_certain() -> None:
    assert imported(HEAD + BODY, "probe.txt", damaged=False).certain("issued")
