"""Safe repairs of a directive file: missing task ids, dates that the words state plainly, order. Never a word."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from geltung.checks.plain_dates import plain_dates
from geltung.checks.wordings import wordings
from geltung.corpus.corpus import Corpus
from geltung.markdown.attributes import AttributeList
from geltung.markdown.blocks import Block, parse_blocks
from geltung.markdown.frontmatter import split
from geltung.model.diagnostics import ERROR
from geltung.parse.directive import parse_text
from geltung.parse.files import tidy
from geltung.parse.identifiers import task_id
from geltung.parse.tasks import TASK_CLASS
from geltung.writing.body import with_list
from geltung.writing.layout import format_text


def repair_text(content: str, file: str, *, keep_lines: bool = False) -> str:
    """The text with the safe repairs made; ``keep_lines`` leaves the layout alone, so that every line keeps its number.

    If the repairs would change a word or make anything worse, the text stays as it is.
    """
    tidied, _ = tidy(content, file)
    if tidied is None or split(tidied).head is None:
        return content
    text = _with_attributes(_with_ids(tidied), file)
    if not _is_better(tidied, text, file):
        text = tidied
    return text if keep_lines else format_text(text, file)


def _with_ids(text: str) -> str:
    """Tasks without an id get one made from their words."""
    known = {block.attributes.identifier or "" for block in _blocks(text) if block.attributes}
    changed: dict[int, AttributeList] = {}
    for block, attributes in _task_lists(text):
        if attributes.identifier is None:
            identifier = task_id(block.text, known)
            known.add(identifier)
            changed[attributes.line] = replace(attributes, identifier=identifier)
    return _rewritten(text, changed)


def _with_attributes(text: str, file: str) -> str:
    """Tasks whose words state a date plainly get the attribute for it."""
    record, _ = parse_text(text, file)
    if record is None:
        return text
    lists = {attributes.identifier: attributes for _, attributes in _task_lists(text)}
    changed: dict[int, AttributeList] = {}
    for wording in wordings(Corpus.build([record], ())):
        attributes = lists.get(wording.task.id)
        if attributes is None or wording.version.until is not None:
            continue
        days = {name: day.isoformat() for name, day in plain_dates(wording).items()}
        if days and days.keys().isdisjoint(attributes.values):
            changed[attributes.line] = replace(attributes, values={**attributes.values, **days})
    return _rewritten(text, changed)


def _rewritten(text: str, changed: dict[int, AttributeList]) -> str:
    lines = text.split("\n")
    for number, attributes in changed.items():
        lines[number - 1] = with_list(lines[number - 1], attributes)
    return "\n".join(lines)


def _task_lists(text: str) -> Iterator[tuple[Block, AttributeList]]:
    for block in _blocks(text):
        found = block.attributes
        if found is not None and block.text and TASK_CLASS in found.classes and not found.problems:
            yield block, found


def _blocks(text: str) -> tuple[Block, ...]:
    document = split(text)
    return parse_blocks(document.body, document.body_line)


def _is_better(before: str, after: str, file: str) -> bool:
    """Whether every word is still there and no error is new."""
    if [block.text for block in _blocks(before)] != [block.text for block in _blocks(after)]:
        return False
    return not _errors(after, file) - _errors(before, file)


def _errors(text: str, file: str) -> Counter[str]:
    return Counter(item.code for item in parse_text(text, file)[1] if item.severity == ERROR)
