"""Text from the collection never becomes anything but text."""

import json
import re

import pytest

from geltung.pages import escape
from geltung.pages.inline import Inline
from tests.pages.site_pages import pages, parsed
from tests.store.documents import UNITS, A, directive, tasks

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "<!-- --><iframe src=//evil.example>",
    "<!--geltung:0-->",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](//evil.example/x)",
    "![x](https://evil.example/x.png)",
    "![x](javascript:alert(1))",
    '<https://evil.example/"onmouseover=alert(1)>',
    "<javascript:alert(1)>",
    "{: onclick=alert(1) }",
    "x {: #a onclick=alert(1) }",
    "`<script>`",
    "&lt;script&gt;&#60;script&#62;",
    "{{ config }}{% raw %}",
    "\u202e\u2028\ue000\ue0011\ue002",
    '==<b>=={: .uncertain reason="<script>" }',
    "*==a* b==",
    "[==a](https://a.example) b==",
    "a | b\n--- | ---\n<i> | </td><script>",
    "</div></div><script>",
]
TAGS = """
div p span dl dt dd ul ol li a details summary code pre mark sup strong em br hr kbd blockquote button section nav h2 h3 form label
input
table thead tbody tr th td caption abbr figure figcaption svg title desc g rect text tspan line circle path polyline
polygon marker defs time col colgroup
"""
ATTRIBUTES = """
class id action method name for href rel download hidden type tabindex start aria-label title scope role colspan rowspan aria-labelledby
datetime aria-describedby aria-hidden aria-current focusable lang viewbox width height x y x1 x2 y1 y2 dx dy cx cy r rx ry d points
transform fill stroke text-anchor xmlns marker-end refx refy markerwidth markerheight orient preserveaspectratio
"""
ALLOWED_TAGS, ALLOWED_ATTRIBUTES = frozenset(TAGS.split()), frozenset(ATTRIBUTES.split())
HARMLESS = re.compile(r"(?:https?://|#|[\w.-]+(?:/[\w.%-]+)*(?:[?#].*)?\Z)")


def check(page: str) -> None:
    """Only elements and attributes of ours, closed in order, and links that lead somewhere harmless."""

    class Checked(type(parsed("", ""))):
        def handle_starttag(self, tag, attrs):
            assert tag in ALLOWED_TAGS, tag
            for name, _ in attrs:
                assert name in ALLOWED_ATTRIBUTES or name.startswith("data-"), name
            super().handle_starttag(tag, attrs)

        def handle_comment(self, data):
            raise AssertionError(data)

    reader = Checked("2025-07-15")
    reader.feed(page)
    reader.close()
    for link in reader.links:
        assert HARMLESS.match(link), link


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_everywhere_stays_text(tmp_path, payload):
    quoted = json.dumps(payload)
    head = (
        f"kind: {quoted}\nfile_references: {quoted}\nreferences:\n  - {{id: {quoted}, text: {quoted}}}\n"
        f"annexes:\n  - {{title: {quoted}, file: {quoted}}}\nsource:\n  file: {quoted}\n  sha256: {quoted}\n"
        f"  slips:\n    - {{text: {quoted}, reason: {quoted}}}\n  uncertain:\n    - {{field: title, reason: {quoted}}}\n"
    )
    body = f"{payload}\n\n## 1. {payload}\n\n> {payload}\n\n- {payload}\n\n" + tasks("", heading=payload)
    units = UNITS + f"  EZ:\n    HOSTILE:\n      name: {quoted}\n      note: {quoted}\n      variants: [{quoted}]\n"
    found = pages(tmp_path, {A: directive(head=head, body=body).replace(f"Titel von {A}", "X")}, units=units)
    assert {f"weisungen/{A}.md", "einheiten/HOSTILE.md", "index.md"} <= set(found)
    del found["was-gilt.md"]  # a form and its scripts, without a word of the collection
    for path, content in found.items():
        if not path.endswith(".md"):
            continue
        _, _, text = content.partition("\n---\n")
        check(text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_hostile_title_is_no_markdown_and_no_html(payload):
    line = escape.heading(payload)
    assert not set(line) & set("<>\"'`*_{}[]()|=\n")
    assert "<" not in escape.front_matter(payload)


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("a *b* **c** `d`", "a <em>b</em> <strong>c</strong> <code>d</code>"),
        (
            "[Wort](https://example.org/?a=1&b=2)",
            '<a href="https://example.org/?a=1&amp;b=2" rel="noreferrer">Wort</a>',
        ),
        ("[Wort](https://example.org/?a==b==c)", '<a href="https://example.org/?a==b==c" rel="noreferrer">Wort</a>'),
        ("[Wort](seite.html)", "Wort"),
        ("_BA-Zentrale_SC-Region", "_BA-Zentrale_SC-Region"),
        ("a & b < c", "a &amp; b &lt; c"),
        ("==wichtig==", "<mark>wichtig</mark>"),
        ("[x](https://a.example){: title=y }", '<a href="https://a.example" rel="noreferrer">x</a>'),
        ("![Plan](https://a.example/b.png)", '<a href="https://a.example/b.png" rel="noreferrer">Plan</a>'),
    ],
)
def test_running_text(written, html):
    assert Inline().html(written) == html


def test_a_doubt_is_numbered_and_kept():
    inline = Inline()
    html = inline.html('Status (==Rasu=={: .uncertain reason="nicht sicher" }) und ==x=={: .uncertain }')
    assert html.startswith('Status (<mark class="g-unsicher">Rasu</mark><sup class="g-zweifel"><a href="#zweifel-1"')
    assert [tuple(doubt) for doubt in inline.doubts] == [(1, "Rasu", "nicht sicher"), (2, "x", "")]


def test_a_doubt_in_a_link_makes_no_link_in_a_link():
    html = Inline().html('[==a=={: .uncertain reason="r" } b](https://a.example)')
    assert html.count("<a ") == 1
    assert "?1" in html


def test_data_cannot_end_its_element():
    assert "</script" not in escape.data({"a": "</script><!--"})
    assert json.loads(escape.data({"a": "</script>&"})) == {"a": "</script>&"}
