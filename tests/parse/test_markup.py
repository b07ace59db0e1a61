"""Headings of the title and HTML in the body: H011, H012."""

import pytest

from tests.parse.documents import BODY, HEAD, parsed, reported

FIRST = len(HEAD.splitlines()) + 3
"""The first line of a body."""


@pytest.mark.parametrize("text", ["# Titel\n", "Titel\n=====\n", "> # Zitat\n"])
def test_heading_of_the_title(text: str) -> None:
    assert reported(HEAD, text) == [("H011", FIRST)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Text <b>fett</b>.\n", 0),
        ("Text\nmit <br> Umbruch.\n", 1),
        ("<script>alert(1)</script>\n", 0),
        ("Text.\n\n<!-- Bemerkung -->\n", 2),
        ("Text <!-- Bemerkung --> Text.\n", 0),
        ("- Punkt <img src=x>\n", 0),
        ("Guten Tag <Name>,\n", 0),
        ("`<b>` ist kein <i>Zeichen</i>.\n", 0),
    ],
)
def test_html(text: str, line: int) -> None:
    assert reported(HEAD, text) == [("H012", FIRST + line)]


@pytest.mark.parametrize(
    "text",
    [
        "## 5. Titel\n",
        "Ein Wert < 5 und > 3, a <b und c.\n",
        "Siehe <https://www.example.org/> und <a.b@example.org>.\n",
        "Guten Tag \\<Name>,\n",
        "Das Zeichen `<b>` und ``<i> ` ``.\n",
        "```\n<b>fest</b>\n```\n",
    ],
)
def test_what_is_neither(text: str) -> None:
    parsed(body=BODY + "\n" + text)
