"""The parser survives everything, stays fast, and always says something when it gives up."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geltung.model.codes import CODES
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive, Record
from geltung.parse.directive import parse_file, parse_text
from geltung.parse.units_file import parse_units
from tests.parse.documents import BODY, HEAD, document
from tests.parse.test_front_matter_fields import FULL
from tests.parse.test_task_attributes import CHAPTER, EARLIER

VALID = document(FULL, BODY + EARLIER + '\n==x=={: .uncertain reason="y" } mehr\n{: #z .task addressee="EZ" }\n')
PIECES = [
    *"\n -:>#*_`[]{}|<&\"'=.\\\t\r\x00\ufeffäß„“9",
    *("---\n", "  - ", "{: ", " }", ".task", "#x", "=={", "\n\n", "    ", "*a", "&a ", "!!x ", ": ", "[[", "{{", "> "),
    *(".earlier until=2025-01-01", "due_on=31.02.2025", "id: 1\n", "record: reference\n", "2025-02-30", "changes:\n"),
]


def well_formed(record: Record | None, found: tuple[Diagnostic, ...], text: str) -> None:
    """Whatever the input was: lines within the file, known codes, and an error where there is no record."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert record is not None or any(item.severity == "error" for item in found)
    for item in found:
        assert 1 <= item.line <= lines
        assert item.severity == CODES[item.code][0]
        assert item.message.endswith(".")
        assert "\n" not in item.message
    if isinstance(record, Directive):
        ids = [task.id for task in record.tasks]
        assert len(ids) == len(set(ids))
        for task in record.tasks:
            untils = [version.until for version in task.versions[:-1]]
            assert untils == sorted(set(untils))  # type: ignore[type-var]
            assert task.current.until is None
            assert all(1 <= words.line <= lines for version in task.versions for _, words in version.words)
        assert all(1 <= note.line <= lines for note in record.notes)


def parse(text: str) -> None:
    begun = time.perf_counter()
    record, found = parse_text(text, "x.md")
    assert time.perf_counter() - begun < 2
    well_formed(record, found, text)
    hash(record)


@given(st.text(max_size=500))
def test_any_text(text: str) -> None:
    parse(text)
    parse(f"---\n{text}\n---\n{BODY}")
    parse(document(body=text))


@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_bits_of_syntax(text: str) -> None:
    parse(document(HEAD + text))
    parse(document(body=CHAPTER + text))
    parse_units("units:\n" + text, "units.yml")


@settings(max_examples=200)
@given(st.data())
def test_mutated_documents(data: st.DataObject) -> None:
    text = VALID
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.sampled_from((0, 0, 1, 2, 5, 40))))
        text = text[:start] + data.draw(st.sampled_from(["", *PIECES])) + text[end:]
    parse(text)


@given(st.lists(st.integers(0, VALID.count("\n")), max_size=6))
def test_documents_with_lines_left_out(missing: list[int]) -> None:
    parse("".join(line for index, line in enumerate(VALID.splitlines(keepends=True)) if index not in missing))


@given(st.binary(max_size=300))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.getbasetemp()
    path = folder / "x.md"
    path.write_bytes(content)
    record, found = parse_file(path, folder)
    well_formed(record, found, content.decode("utf-8", "replace"))


BAD_INPUT = {
    "empty file": ("", ["F007"]),
    "no front matter": ("# Titel\n\nText\n", ["F008"]),
    "front matter without end": ("---\nid: 1\n", ["F008"]),
    "bomb": ("---\na: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nid: 202505010\n---\n", None),
    "alias of everything": ("---\nid: &a 202505010\ntitle: *a\n---\n", None),
    "wrong types": ("---\nid: [1]\ntitle: {a: b}\nscope: 3\nchanges: x\n---\n", None),
    "a list": ("---\n- a\n---\n", ["F009"]),
    "object tag": ("---\nid: !!python/object/apply:os.system [ls]\n---\n", None),
    "NUL": (document() + "\x00", ["F003"]),
    "surrogate": ("---\nid: \ud800\n---\n", ["F009"]),
}


@pytest.mark.parametrize("name", BAD_INPUT)
def test_bad_input(name: str) -> None:
    text, codes = BAD_INPUT[name]
    record, found = parse_text(text, "x.md")
    assert found
    if codes is not None:
        assert record is None
        assert [item.code for item in found] == codes
    well_formed(record, found, text)


@pytest.mark.parametrize(("old", "new"), [("\n", "\r\n"), ("\n", "\r"), ("---\nid", "\ufeff---\nid")])
def test_line_ends_and_bom_change_nothing(old: str, new: str) -> None:
    text = document()
    record, found = parse_text(text.replace(old, new), "x.md")
    assert record == parse_text(text, "x.md")[0]
    assert [item.code for item in found] == ["F013"]


@pytest.mark.parametrize(
    "body",
    [
        "- a\n  {: #x .task }\n" * 2_000,
        "> a\n> {: .earlier until=2025-01-01 }\n\n" * 2_000,
        "## 1. A\n" * 5_000,
        "> " * 5_000,
        "==a=={: .uncertain }" * 5_000,
        "a\n{: #b .task " * 5_000,
        "ab 01.07.2025 " * 5_000 + "\n{: #a .task due_on=2025-01-01 }\n",
        "- a\n" * 10_000,
    ],
    ids=lambda body: body[:12],
)
def test_long_bodies_stay_fast(body: str) -> None:
    begun = time.perf_counter()
    record, found = parse_text(document(body=CHAPTER + body), "x.md")
    assert time.perf_counter() - begun < 5
    well_formed(record, found, document(body=CHAPTER + body))


@pytest.mark.parametrize("head", ["x: 1\n", "  - a\n", "foo{}: bar\n"])
def test_long_heads_stay_fast(head: str) -> None:
    lines = "".join(head.replace("{}", str(number)) for number in range(20_000))
    begun = time.perf_counter()
    parse_text(document(HEAD + ("references:\n" if head.startswith(" ") else "") + lines), "x.md")
    assert time.perf_counter() - begun < 5


def test_the_files_of_this_collection_are_clean() -> None:
    folder = Path(__file__).parents[2] / "directives"
    for path in sorted(folder.glob("*.md")):
        record, found = parse_file(path, folder)
        assert found == ()
        assert record is not None
        assert record.id == path.stem
