"""A heading that names nobody the units file has, without a blank line above: never part of the bullet before it."""

import pytest

from geltung.importing.structure.blocks import read_blocks
from geltung.importing.text import Line


def blocks(*lines: str) -> list[tuple[str, str]]:
    made = [Line(number, 1, text, text) for number, text in enumerate(lines, start=1)]
    return [(block.kind, block.text) for block in read_blocks(made, False, lambda text: text == "Die Zentrale")]


@pytest.mark.parametrize("heading", ["Das Referat XY", "Referat XY", "Alle Außenstellen im Land", "Die Zentrale"])
@pytest.mark.parametrize("bullet", ["- melden die Zahlen.", "- setzen das Verfahren um"])
def test_a_heading_of_its_own(heading: str, bullet: str) -> None:
    if heading == "Referat XY" and not bullet.endswith("."):
        return
    full = "Hier steht ein Satz, der so lang ist wie die Zeilen der Weisung, damit ihre Breite bekannt ist."
    found = blocks(full, "3. Einzelaufträge", "Die Zentrale", bullet, heading, "- prüfen.")
    assert found[-3:] == [("item", bullet[2:]), ("paragraph", heading), ("item", "prüfen.")]


@pytest.mark.parametrize("line", ["Die Leitung informiert die Teams", "Beides geht ein.", "und die Listen"])
def test_what_goes_on(line: str) -> None:
    found = blocks("3. Einzelaufträge", "Die Zentrale", "- melden die Zahlen.", line, "- prüfen.")
    assert ("paragraph", line) not in found
