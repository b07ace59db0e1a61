"""The layout of files: usual, stable, and never a word different."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geltung.parse.directive import parse_text
from geltung.writing.layout import format_text, same_content
from tests.conftest import ROOT, Run
from tests.store.documents import A, B, directive, write

HANDBOOK = (ROOT / "site" / "handbuch" / "format.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"<!-- beispiel: (\S+\.md) -->\s*```markdown\n(.*?)```", HANDBOOK, re.DOTALL))
REAL = {path.name: path.read_text(encoding="utf-8") for path in sorted((ROOT / "directives").glob("*.md"))}
TIDY = {**REAL, **EXAMPLES}
NAME = "202505010.md"


@pytest.mark.parametrize("name", TIDY)
def test_files_of_the_repository_and_of_the_handbook_are_laid_out(name: str) -> None:
    assert format_text(TIDY[name], name) == TIDY[name]


def untidy(body: str = "", head: str = "") -> str:
    return f'---\nid: "202505010"\ntitle: x\n{head}---\n\n{body}'


HEADS = {
    "order": (
        "title: x\nvalid_from: 2025-01-01\nid: '202505010'\n",
        'id: "202505010"\ntitle: x\nvalid_from: 2025-01-01\n',
    ),
    "number without quotes": ("id: 202505010\n", 'id: "202505010"\n'),
    "needless quotes": ('id: "202505010"\ntitle: "Umbau"\n', 'id: "202505010"\ntitle: Umbau\n'),
    "needful quotes": ("id: \"202505010\"\ntitle: 'Umbau: Teil 2'\n", 'id: "202505010"\ntitle: "Umbau: Teil 2"\n'),
    "quotes in quotes": ('id: "202505010"\ntitle: \'"1001: Alg"\'\n', 'id: "202505010"\ntitle: \'"1001: Alg"\'\n'),
    "quoted day": ('id: "202505010"\nissued: "2025-05-26"\n', 'id: "202505010"\nissued: 2025-05-26\n'),
    "a title that is a day": ('id: "202505010"\ntitle: "2025-05-26"\n', 'id: "202505010"\ntitle: "2025-05-26"\n'),
    "blank lines and blanks": ('id: "202505010"   \n\n\ntitle:    x\n', 'id: "202505010"\ntitle: x\n'),
    "a long value on two lines": ('id: "202505010"\ntitle: eins\n  zwei\n', 'id: "202505010"\ntitle: eins zwei\n'),
    "a list that is not indented": (
        'id: "202505010"\nreferences:\n- text: Bezug\n  id: 202404002\n- 202404003\n',
        'id: "202505010"\nreferences:\n  - id: "202404002"\n    text: Bezug\n  - "202404003"\n',
    ),
    "brackets stay": (
        'id: "202505010"\nscope: {SGB III: Weisung,   SGB II: "nicht betroffen"}\nchanges: [ ]\n',
        'id: "202505010"\nscope: {SGB II: nicht betroffen, SGB III: Weisung}\nchanges: []\n',
    ),
    "comments move along": (
        "# yaml-language-server: $schema=x\n# Zum Titel\ntitle: x   # am Titel\n# Zur Nummer\nid: '202505010'\n# Ende\n",
        '# yaml-language-server: $schema=x\n# Zur Nummer\nid: "202505010"\n# Zum Titel\ntitle: x  # am Titel\n# Ende\n',
    ),
    "a comment in a list": (
        'id: "202505010"\nchanges:\n    # erst\n    - target: "202404002"\n      # dann\n      kind: repeal\n',
        'id: "202505010"\nchanges:\n  # erst\n  # dann\n  - kind: repeal\n    target: "202404002"\n',
    ),
    "unknown fields last": ('farbe: rot\nid: "202505010"\n', 'id: "202505010"\nfarbe: rot\n'),
    "a number sign that is no comment": ('title: "a # b"\nid: "202505010"\n', 'id: "202505010"\ntitle: "a # b"\n'),
}


@pytest.mark.parametrize(("head", "expected"), HEADS.values(), ids=HEADS)
def test_head(head: str, expected: str) -> None:
    assert format_text(f"---\n{head}---\n", NAME) == f"---\n{expected}---\n"


LEFT = {
    "an alias": "id: &a '202505010'\ntitle: *a\n",
    "a key twice": "title: x\ntitle: y\nid: '1'\n",
    "a tag": "title: !!str x\nid: '1'\n",
    "no YAML": "title: [\nid: '1'\n",
    "a comment in brackets": "title: x\nscope: {\n  # warum\n  SGB II: Weisung}\nid: '202505010'\n",
}


@pytest.mark.parametrize("head", LEFT.values(), ids=LEFT)
def test_heads_that_are_left_as_they_stand(head: str) -> None:
    text = f"---\n{head}---\n"
    assert format_text(text, NAME) == text


BODIES = {
    "blank lines": ("Eins.\n\n\n\nZwei.\n\n\n", "Eins.\n\nZwei.\n"),
    "headings": ("Eins.\n##   2.  Ziel ##\nZwei.\n", "Eins.\n\n## 2.  Ziel\n\nZwei.\n"),
    "signs": ("* eins\n* zwei\n", "- eins\n- zwei\n"),
    "numbers": ("1) eins\n2) zwei\n", "1. eins\n2. zwei\n"),
    "blanks behind signs": ("-   eins\n    zwei\n", "- eins\n  zwei\n"),
    "blanks at line ends": ("Eins.   \n\nZwei.\t\n", "Eins.\n\nZwei.\n"),
    "a line break stays": ("Eins.    \nZwei.\n", "Eins.  \nZwei.\n"),
    "attribute lists": (
        "### AA\n\n- tun dies.  \n     {:due_on='2025-07-01' addressee=EZ .task #t   }\n",
        '### AA\n\n- tun dies.\n  {: #t .task addressee="EZ" due_on=2025-07-01 }\n',
    ),
    "attribute lists of rows": (
        "| Wer | Was |\n|---|---|\n| AA | tun \\| dies {:due_on='2025-07-01'  .task #t deadline_words='a \\| b' } |  \n",
        '| Wer | Was |\n|---|---|\n| AA | tun \\| dies {: #t .task due_on=2025-07-01 deadline_words="a \\| b" } |\n',
    ),
    "earlier wordings of rows": (
        "| Wer | Was |\n|---|---|\n| AA | a {: #t .task } |\n| AA | b {:until=2025-01-01 .earlier} |\n",
        "| Wer | Was |\n|---|---|\n| AA | a {: #t .task } |\n| AA | b {: .earlier until=2025-01-01 } |\n",
    ),
    "a row with cells too many stays": (
        "| Wer | Was |\n|---|---|\n| AA | a | {:.task #t } |\n",
        "| Wer | Was |\n|---|---|\n| AA | a | {:.task #t } |\n",
    ),
    "quotes keep their sign": (
        "- neu.\n  {: #t .task }\n\n    > alt.\n    > {:until=2025-01-01 .earlier}\n",
        "- neu.\n  {: #t .task }\n\n    > alt.\n    > {: .earlier until=2025-01-01 }\n",
    ),
    "code stays": ("```\n* a   \n\n\n* b\n```\n", "```\n* a   \n\n\n* b\n```\n"),
    "two lists stay two": ("- a\n\n* b\n", "- a\n\n* b\n"),
    "a broken attribute list stays": (
        '- a.\n  {: #t .task   due_on= 2025-01-01 }\n',
        '- a.\n  {: #t .task   due_on= 2025-01-01 }\n',
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), BODIES.values(), ids=BODIES)
def test_body(body: str, expected: str) -> None:
    assert format_text(untidy(body), NAME) == untidy(expected)


def test_windows_line_ends_and_the_byte_order_mark_go() -> None:
    tidy = untidy("Eins.\n")
    assert format_text("\ufeff" + tidy.replace("\n", "\r\n"), NAME) == tidy


@pytest.mark.parametrize("content", ["", "Kein Kopf.\n", "---\nid: 1\n", "\x00", "---\n---\n"])
def test_what_is_no_directive_stays(content: str) -> None:
    assert format_text(content, NAME) == content


def test_a_different_text_would_be_seen() -> None:
    text = REAL[NAME]
    assert same_content(text, text.replace("\n## ", "\n\n## "), NAME)
    for old, new in (
        ("begleiten die", "begleiten  alle"),
        ("due_on=2025-07-01", "due_on=2025-07-02"),
        ("SGB II: nicht", "SGB II: Weisung # nicht"),
        ("reason: Komma vor „etc.“", "reason: Komma"),
        ("[Regelungen Kundenportal]", "Regelungen Kundenportal ["),
    ):
        assert old in text
        assert not same_content(text, text.replace(old, new, 1), NAME), old


# The property: whatever the mess, the words stay, and once laid out is enough.


def swapped_fields(text: str, number: int) -> str:
    _, head, body = re.split(r"^---\s*\n", text, maxsplit=2, flags=re.MULTILINE)
    head = head.rstrip("\n")
    fields = re.split(r"\n(?=[a-z#])", head)
    position = number % len(fields)
    return "---\n" + "\n".join(fields[position:] + fields[:position]) + "\n---\n" + body


def blank_lines(text: str, number: int) -> str:
    lines = text.split("\n")
    places = [place for place, line in enumerate(lines) if not line and place > 3]
    place = places[number % len(places)] if places else 0
    return "\n".join([*lines[:place], *([""] * (number % 3) if places else []), *lines[place:]])


def trailing(text: str, number: int) -> str:
    lines = text.split("\n")
    lines[1 + number % (len(lines) - 1)] += " " * (number % 4) + "\t" * (number % 2)
    return "\n".join(lines)


def stars(text: str, number: int) -> str:
    return re.sub(r"^- ", "* " if number % 2 else "+   ", text, flags=re.MULTILINE)


def odd_lists(text: str, number: int) -> str:
    return re.sub(r"\{: (#[\w-]+) (\.task)", r"{:   \2 \1" if number % 2 else r"{\1   \2", text)


def quotes(text: str, number: int) -> str:
    return re.sub(r'^(\w+: )(?=[A-Z0-9])([^"\'\n]*)$', r"\1'\2'", text, count=number % 5, flags=re.MULTILINE)


MESSES: tuple[Callable[[str, int], str], ...] = (swapped_fields, blank_lines, trailing, stars, odd_lists, quotes)
SLOW = [HealthCheck.too_slow]


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(
    name=st.sampled_from(sorted(TIDY)),
    messes=st.lists(st.tuples(st.sampled_from(MESSES), st.integers(0, 400)), max_size=5),
)
def test_layout_never_changes_what_a_file_says(name: str, messes: list[tuple[Callable[[str, int], str], int]]) -> None:
    text = TIDY[name]
    for mess, number in messes:
        text = mess(text, number)
    once = format_text(text, name)
    assert same_content(text, once, name)
    assert format_text(once, name) == once


@pytest.mark.parametrize("mess", [swapped_fields, blank_lines, odd_lists], ids=lambda mess: mess.__name__)
def test_a_mess_is_put_right(mess: Callable[[str, int], str]) -> None:
    """So that the property above is not kept by doing nothing."""
    messy = mess(REAL[NAME], 5)
    assert messy != REAL[NAME]
    formatted = format_text(messy, NAME)
    assert formatted.replace("# yaml-language-server: $schema=../src/geltung/schemas/directive.schema.json\n", "") == (
        REAL[NAME].replace("# yaml-language-server: $schema=../src/geltung/schemas/directive.schema.json\n", "")
    )


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.text(alphabet="ab -*+>#{}:.=\n\t'\"`1)|[](", max_size=80), st.text(alphabet="ab: -[]{}#'\"\n&*!|>1", max_size=50)
)
def test_layout_of_anything(body: str, head: str) -> None:
    text = untidy(body, head)
    once = format_text(text, NAME)
    assert same_content(text, once, NAME)
    assert format_text(once, NAME) == once
    assert parse_text(once, NAME)


class TestCommand:
    def test_writes_and_is_then_content(self, tmp_path: Path, geltung: Run) -> None:
        folder = write(tmp_path / "c", {A: directive(A).replace("- ", "* "), B: format_text(directive(B), f"{B}.md")})
        checked = geltung("format", "--check", directory=folder)
        assert (checked.returncode, checked.stdout) == (1, f"{folder}/{A}.md: muss anders aussehen\n")
        assert "* stellen" in (folder / f"{A}.md").read_text(encoding="utf-8")
        done = geltung("format", directory=folder)
        assert (done.returncode, done.stdout) == (0, f"{folder}/{A}.md: neu gesetzt\n")
        assert "- stellen" in (folder / f"{A}.md").read_text(encoding="utf-8")
        again = geltung("format", "--check", f"{folder}/{A}.md", f"{folder}")
        assert (again.returncode, again.stdout) == (0, "")

    def test_a_draft_under_review_is_not_touched(self, tmp_path: Path, geltung: Run) -> None:
        text = directive(A).replace("- ", "* ").replace("---\n", "---\ndraft: true\n", 1)
        folder = write(tmp_path / "c", {A: text, f"{A}.review.yml": "points: []\n"})
        assert "nicht angefasst" in geltung("format", directory=folder).stdout
        assert (folder / f"{A}.md").read_text(encoding="utf-8") == text
        write(folder, {A: text.replace("draft: true", "draft: false")}, None)
        assert "neu gesetzt" in geltung("format", directory=folder).stdout, "the review is over"

    def test_what_is_no_directive_is_refused(self, tmp_path: Path, geltung: Run) -> None:
        for wrong in ("nowhere.md", "directives/units.yml"):
            found = geltung("format", wrong)
            assert (found.returncode, found.stdout) == (2, "")
            assert "ist keine Weisungsdatei" in found.stderr
        folder = write(tmp_path / "c", {})
        (folder / "x.md").write_bytes(b"\xff")
        found = geltung("format", directory=folder)
        assert found.returncode == 2
        assert "UTF-8" in found.stderr
