"""Scope lines whose value is no force: named as they stand, never reported as missing."""

import pytest

from tests.importing.probe import HEAD
from tests.importing.records import imported


@pytest.mark.parametrize(("line", "quoted"), [("Rechtskreis SGB III: -", "„-“"), ("SGB III: betroffen", "„betroffen“")])
def test_what_stands_there_is_asked(line: str, quoted: str) -> None:
    text = HEAD.format(goal="Ziel.", tasks="Entfällt").replace("SGB III: Weisung", line)
    done = imported(text, "x.txt", damaged=False)
    (point,) = [point for point in done.review.open_points if point.about == "scope: SGB III"]
    assert point.question and quoted in point.question
    assert done.record.header.scope == ("nicht betroffen", None, "nicht betroffen")
    assert line not in done.draft.text
