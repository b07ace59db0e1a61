"""Markdown → blocks with lines, parents and plain text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from geltung.markdown.blocks import Block, descendants, parse_blocks

TASK = """\
Vorspann über
zwei Zeilen.

## 3. Einzelaufträge

### Die Agenturen für Arbeit {: #aa }

- wenden ab 01.07.2025 *die* [Leitfäden](https://x.de/a_b_c) an.
  {: #leitfaeden .task starts_on=2025-07-01 }

    > alt
    > {: .earlier until=2025-04-30 }
- zweiter

Absatz mit `Code`.
{: #absatz .task }
"""


def shape(text: str) -> list[tuple[str, int, int, str]]:
    return [(block.kind, block.line, block.parent, block.text) for block in parse_blocks(text)]


def only(text: str) -> Block:
    (block,) = parse_blocks(text)
    return block


def test_blocks_in_document_order() -> None:
    assert shape(TASK) == [
        ("paragraph", 1, -1, "Vorspann über zwei Zeilen."),
        ("heading", 4, -1, "3. Einzelaufträge"),
        ("heading", 6, -1, "Die Agenturen für Arbeit"),
        ("list", 8, -1, ""),
        ("item", 8, 3, ""),
        ("paragraph", 8, 4, "wenden ab 01.07.2025 die Leitfäden an."),
        ("quote", 11, 4, ""),
        ("paragraph", 11, 6, "alt"),
        ("item", 13, 3, ""),
        ("paragraph", 13, 8, "zweiter"),
        ("paragraph", 15, -1, "Absatz mit Code."),
    ]


def test_attribute_lists_belong_to_their_block() -> None:
    found = {block.line: block.attributes for block in parse_blocks(TASK, 10) if block.attributes}
    assert [(line, item.line, item.identifier) for line, item in found.items()] == [
        (15, 15, "aa"),
        (17, 18, "leitfaeden"),
        (20, 21, None),
        (24, 25, "absatz"),
    ]
    assert found[20].classes == ("earlier",)


def test_descendants() -> None:
    blocks = parse_blocks(TASK)
    assert list(descendants(blocks, 4)) == [5, 6, 7]
    assert list(descendants(blocks, 3)) == [4, 5, 6, 7, 8, 9]
    assert list(descendants(blocks, 10)) == []


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("*a* **b** _c_ ***d***", "a b c d"),
        ("[Wort](https://x.de) und <https://y.de>", "Wort und https://y.de"),
        ("[Wort][ref]\n\n[ref]: https://x.de", "Wort"),
        ("[ein](https://x.de/a_b%28c%29?d=e&f) und ![zwei](y)!", "ein und zwei!"),
        ("[nicht](javascript:x)", "[nicht](javascript:x)"),
        ("a &amp; b \\* c", "a & b * c"),
        ("a<br>b <b>c</b>", "a b c"),
        ("![Bild](x.png)", "Bild"),
        ("_BA-Zentrale-VCC-SGB3_SC-Region", "_BA-Zentrale-VCC-SGB3_SC-Region"),
        ("a  b\u00a0c\nd", "a b c d"),
        ("==a b== und a == b", "a b und a == b"),
        ("[Wort](x){: target=_blank } mehr", "Wort mehr"),
        ("a {nicht} b", "a {nicht} b"),
        ("((Kundin/Kunde (Rasu, Asu)", "((Kundin/Kunde (Rasu, Asu)"),
    ],
)
def test_plain_text(text: str, plain: str) -> None:
    assert only(text).text == plain


def test_marks() -> None:
    block = only('Erste Zeile\n((Status ==Rasu=={: .uncertain reason="nicht sicher" }, ==*Asu*=={: .b }) Ende')
    assert block.text == "Erste Zeile ((Status Rasu, Asu) Ende"
    assert [(mark.text, mark.line, mark.attributes.classes) for mark in block.marks] == [
        ("Rasu", 2, ("uncertain",)),
        ("Asu", 2, ("b",)),
    ]
    assert block.marks[0].attributes.values == {"reason": "nicht sicher"}


def test_mark_inside_a_link() -> None:
    block = only('[==Leitfäden=={: .uncertain reason="Mehrzahl" } SC](https://x.de)')
    assert block.text == "Leitfäden SC"
    assert len(block.marks) == 1


def test_mark_over_two_lines_is_a_stray_list() -> None:
    block = only("a ==b\nc=={: .uncertain } d")
    assert block.marks == ()
    assert [line for line, _ in block.strays] == [2]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Text {: #x .task }", 1),
        ("Text\n{: #x .task }\nText", 2),
        ("Text\n{: #x\n.task }", 2),
        ("Text\n{: #x .task", 2),
        ("Text {#x .task} mehr", 1),
        ("a\n\n      {: #x .task }", 3),
    ],
)
def test_stray_lists(text: str, line: int) -> None:
    assert [found for block in parse_blocks(text) for found, _ in block.strays] == [line]


def test_list_alone_is_a_paragraph_without_text() -> None:
    block = only("{: #x .task }")
    assert (block.kind, block.text) == ("paragraph", "")
    assert block.attributes is not None


def test_table_code_and_html() -> None:
    blocks = parse_blocks("| a | *b* |\n|---|---|\n| c | d |\n\n```\nx  y\n```\n\n<!-- Kommentar -->\n")
    assert [(block.kind, block.line, block.text) for block in blocks] == [
        ("table", 1, ""),
        ("row", 1, "a – b"),
        ("row", 3, "c – d"),
        ("code", 5, "x y"),
        ("html", 9, ""),
    ]


LINKS = ["[a b](x)", "[b](https://x.de/a_b?c&d*)", "![c](y#z)", "[](x)", "[d](javascript:x)", "[e\nf](x.de)"]
SYNTAX = st.sampled_from([*"*_`[]()<>!&\\#-+>|=~{}:.1 \n\tax", "==", "{: ", " }", "\n\n", "    ", "](", "- ", *LINKS])


@given(st.lists(SYNTAX, max_size=60).map("".join))
def test_text_is_that_of_a_full_parse(text: str) -> None:
    """Paragraphs without attribute lists and marks read as markdown-it reads them in one go."""
    if "{" in text or "==" in text or "|" in text:
        return
    expected = []
    for token in MarkdownIt("commonmark").parse(text):
        if token.type == "inline":
            words = "".join(" " if child.type.endswith("break") else child.content for child in token.children or ())
            expected.append(" ".join(words.split()))
    found = [block.text for block in parse_blocks(text) if block.kind in ("paragraph", "heading")]
    if "<" not in text:
        assert found == expected


@given(st.one_of(st.text(max_size=300), st.lists(SYNTAX, max_size=100).map("".join)))
def test_never_raises_and_is_well_formed(text: str) -> None:
    blocks = parse_blocks(text)
    lines = text.count("\n") + 1
    for index, block in enumerate(blocks):
        assert -1 <= block.parent < index
        assert 1 <= block.line <= lines


@pytest.mark.parametrize(
    "text",
    [
        *(piece * 20_000 for piece in ("[", "*", "_a ", "> ", "- ", "=={", "==a=={: x}", "`", "<", "&", "\\", "{:")),
        *(piece * 20_000 for piece in ("[a](", "![a](", "[[a](b", "a\n{: #x }\n", "|a", "[a]: x\n", "<!--", "a{ #x\n")),
    ],
    ids=repr,
)
def test_time_is_bounded(text: str) -> None:
    begun = time.perf_counter()
    parse_blocks(text)
    assert time.perf_counter() - begun < 5
