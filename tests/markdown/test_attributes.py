"""Attribute lists, compared with what Python-Markdown makes of them."""

import time

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geltung.markdown.attributes import from_heading, from_line, inline_at


@pytest.mark.parametrize(
    ("line", "identifier", "classes", "values"),
    [
        ("{: #x .task starts_on=2025-07-01 }", "x", ("task",), {"starts_on": "2025-07-01"}),
        ("{:#x.y .task}", "x.y", ("task",), {}),
        ("{ #x .task .b }", "x", ("task", "b"), {}),
        ("{#x}", "x", (), {}),
        ('  {: k="a b" m=\'c "d"\' n="}" }  ', None, (), {"k": "a b", "m": 'c "d"', "n": "}"}),
        ('{: leer="" }', None, (), {"leer": ""}),
    ],
)
def test_reads(line: str, identifier: str | None, classes: tuple[str, ...], values: dict[str, str]) -> None:
    found = from_line(line, 7)
    assert found is not None
    assert (found.identifier, found.classes, found.values) == (identifier, classes, values)
    assert (found.line, found.problems) == (7, ())


@pytest.mark.parametrize("line", ["", "{}", "{ }", "Text {: #x }", "{: #x", "#x }", "{: #x }."])
def test_what_is_no_attribute_list(line: str) -> None:
    assert from_line(line, 1) is None


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{: addressee=„EZ“ }", "geraden Anführungszeichen"),
        ('{: addressee="EZ }', "geraden Anführungszeichen"),
        ("{: addressee = EZ }", "Gleichheitszeichen"),
        ("{: addressee= }", "Gleichheitszeichen"),
        ("{: a}b }", "Klammer"),
        ("{: task }", "#kennung, .klasse oder name=wert"),
        ("{: #a #b }", "nur eine Kennung"),
        ("{: a=1 a=2 }", "nur einmal"),
        ("{: #a\u00a0.task }", "einfache Leerzeichen"),
        ("{:\t#a }", "einfache Leerzeichen"),
    ],
)
def test_problems_are_reported(line: str, words: str) -> None:
    found = from_line(line, 1)
    assert found is not None
    assert words in " ".join(found.problems)


def test_what_is_odd_is_still_read_as_far_as_possible() -> None:
    found = from_line("{: #a\u00a0.task addressee=„EZ“ due_on=1 due_on=2 }", 1)
    assert found is not None
    assert (found.identifier, found.classes) == ("a", ("task",))
    assert found.values == {"addressee": "EZ", "due_on": "1"}


def test_heading() -> None:
    text, found = from_heading("Die Agenturen {x} {: #aa .b }", 3)
    assert text == "Die Agenturen {x}"
    assert found is not None
    assert (found.identifier, found.line) == ("aa", 3)
    assert from_heading("Die Agenturen", 3) == ("Die Agenturen", None)


def test_inline() -> None:
    found = inline_at('==Rasu=={: .uncertain reason="x y" }, Asu', 8, 4)
    assert found is not None
    assert found[0].values == {"reason": "x y"}
    assert found[1] == 36
    assert inline_at("==Rasu== {", 8, 4) is None


_WORDS = st.text(
    st.characters(codec="ascii", exclude_characters=" ={}\"'\\`*_<>&[]!|~^\x7f", min_codepoint=33), min_size=1
)
_VALUES = st.text(
    st.characters(codec="ascii", exclude_characters="\"\\`*_<>&[]!{}=~^|'\x7f", min_codepoint=32), max_size=9
)


@given(
    st.lists(
        st.one_of(
            st.from_regex(r"[#.][a-z][a-z0-9-]{0,5}", fullmatch=True),
            st.tuples(st.from_regex(r"[a-z]{1,4}(_[a-z]{1,3})?", fullmatch=True), _VALUES).map(
                lambda pair: f'{pair[0]}="{pair[1]}"'
            ),
            st.tuples(st.from_regex(r"[a-z]{1,4}(_[a-z]{1,3})?", fullmatch=True), _WORDS).map("=".join),
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda item: item.split("=")[0][:2] if item[0] in "#." else item.split("=")[0],
    )
)
def test_agrees_with_python_markdown(items: list[str]) -> None:
    if sum(item.startswith("#") for item in items) > 1 or any(item.startswith(("id=", "class=")) for item in items):
        return
    line = "{: " + " ".join(items) + " }"
    found = from_line(line, 1)
    html = markdown.markdown(f"Text\n{line}", extensions=["attr_list"])
    assert found is not None
    assert "{:" not in html
    if found.identifier is not None:
        assert f'id="{found.identifier}"' in html
    if found.classes:
        assert f'class="{" ".join(found.classes)}"' in html
    for name, value in found.values.items():
        assert f'{name}="{value}"' in html


@given(st.text(max_size=200))
def test_never_raises(text: str) -> None:
    from_line("{:" + text + "}", 1)
    from_heading(text, 1)
    inline_at("{" + text, 0, 1)


@pytest.mark.parametrize(
    "inner", ["a=" * 50_000, 'a="' * 50_000, "}" * 50_000, " " * 50_000, " {" * 50_000, "{:" * 50_000]
)
def test_time_grows_linearly(inner: str) -> None:
    begun = time.perf_counter()
    from_line("{: " + inner + "}", 1)
    from_heading("x {: " + inner + "}", 1)
    inline_at("{" + inner, 0, 1)
    assert time.perf_counter() - begun < 2
