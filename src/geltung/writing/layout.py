"""A whole file in its usual layout, and the proof that nothing but the layout changed.

Before a new layout is taken, the file is parsed as it was and as it would be: the record, the blocks of the text and
the codes of everything that is wrong with it must be the same, or the old layout stays.
"""

from collections import Counter
from dataclasses import fields, is_dataclass

from geltung.markdown.blocks import parse_blocks
from geltung.markdown.frontmatter import Document, split
from geltung.parse.directive import parse_text
from geltung.parse.files import tidy
from geltung.writing.body import format_body
from geltung.writing.head import CannotFormat, format_head

_OF_LAYOUT = ("line", "raw", "field_lines")
"""Fields of records and blocks that say where something stands, not what."""
_REPAIRED = ("F013",)
_MOST_ROUNDS = 4


def format_text(content: str, file: str) -> str:
    """The text of a directive file in its usual layout; unchanged where that is not possible without loss."""
    tidied, _ = tidy(content, file)
    if tidied is None or split(tidied).head is None:
        return content
    text = tidied
    for _ in range(_MOST_ROUNDS):
        newer = _once(text, file)
        if newer == text:
            break
        text = newer
    return text


def _once(text: str, file: str) -> str:
    document = split(text)
    assert document.head is not None
    try:
        head = format_head(document.head)
    except CannotFormat:
        head = document.head
    body = format_body(document.body)
    for candidate in (_joined(head, body), _joined(head, document.body), _joined(document.head, body)):
        if candidate == text or same_content(text, candidate, file):
            return candidate
    return text


def _joined(head: str, body: str) -> str:
    blank = "\n" if body.strip() and not body.startswith("\n") else ""
    return f"---\n{head}---\n{blank}{body}"


def same_content(before: str, after: str, file: str) -> bool:
    """Whether two texts of a file say the same and have the same faults, wherever in the file it stands."""
    return _content(before, file) == _content(after, file)


def _content(text: str, file: str) -> object:
    record, found = parse_text(text, file)
    document: Document = split(text)
    codes = Counter(item.code for item in found if item.code not in _REPAIRED)
    return without_places(record), without_places(parse_blocks(document.body)), codes


def without_places(value: object) -> object:
    """A record as nested tuples without lines; notes, which stand in the order of their lines, sorted."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = (item.name for item in fields(value) if item.name not in _OF_LAYOUT)
        return tuple((name, _field(name, getattr(value, name))) for name in kept)
    if isinstance(value, tuple):
        return tuple(without_places(item) for item in value)
    return value


def _field(name: str, value: object) -> object:
    if name == "strays" and isinstance(value, tuple):
        return tuple(words for _, words in value)
    plain = without_places(value)
    return tuple(sorted(plain, key=str)) if name == "notes" and isinstance(plain, tuple) else plain
