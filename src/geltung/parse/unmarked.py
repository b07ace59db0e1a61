"""What the chapter of tasks lists without marking it as a task (T018): it would be missing in every answer."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from geltung.markdown.blocks import CODE, ITEM, LIST, PARAGRAPH, Block
from geltung.parse.duties import force, says_no_tasks
from geltung.parse.outline import Outline
from geltung.parse.report import Report, quote

_TASK_CHAPTER: Final = re.compile(r"einzelauftr[aä]g|(?:arbeits)?aufträge\Z", re.IGNORECASE)
_SIGN: Final = re.compile(r"[ \t]*(?:[-*+–—•·∙●▪■◦○□‣➢]|\d{1,3}[.)]|[a-z]\))[ \t]+\S")
_FOREIGN_SIGN: Final = re.compile(r"[ \t]*[•·∙●▪■◦○□‣➢][ \t]+\S|[ \t]{4,}[-*+][ \t]+\S")
"""Signs that Markdown reads as words: those of other programs, and its own where they stand too far in."""

_UNMARKED: Final = (
    "Ein Listenpunkt unter „Einzelaufträge“ muss als Auftrag gekennzeichnet sein; {words} hat keine Attributliste mit "
    ".task. Vorschlag: darunter „{{: #kennung .task }}“ ergänzen."
)
_CODE: Final = (
    "Eine Liste unter „Einzelaufträge“ muss am Zeilenanfang beginnen; {words} ist so weit eingerückt, dass Markdown es "
    "als Programmtext liest und kein Auftrag daraus wird. Vorschlag: die Leerzeichen davor streichen und darunter "
    "„{{: #kennung .task }}“ ergänzen."
)
_WORDS: Final = (
    "Ein Listenpunkt muss mit „- “ am Zeilenanfang beginnen; {words} liest Markdown als Text eines Absatzes, und kein "
    "Auftrag wird daraus. Vorschlag: davor eine Leerzeile lassen, „- “ schreiben und darunter „{{: #kennung .task }}“ "
    "ergänzen."
)


def is_task_chapter(title: str) -> bool:
    """Whether a chapter of this title holds the tasks."""
    return bool(_TASK_CHAPTER.match(title))


def report_unmarked(outline: Outline, marked: Collection[int], tops: Sequence[int], report: Report) -> None:
    """Report what is listed in the chapter of tasks and is neither a task nor part of one.

    ``marked`` are the blocks that are tasks, ``tops`` the blocks at the top of the chapter.
    """
    for index in tops:
        block = outline.blocks[index]
        if block.kind == LIST:
            for item in _items(outline, marked, index):
                text = outline.text(item)
                if not says_no_tasks(text) and force(text) != "recommendation":
                    report.add(outline.blocks[item].line, "T018", _UNMARKED.format(words=quote(text)))
        elif index not in marked and (found := _listed(block)):
            text = _CODE if block.kind == CODE else _WORDS
            report.add(found[0], "T018", text.format(words=quote(found[1])))


def _items(outline: Outline, marked: Collection[int], index: int) -> Iterator[int]:
    """The items of a list that are no tasks and contain none; those of a task belong to it."""
    children = [position for position in outline.inside(index) if outline.blocks[position].parent == index]
    for position in children:
        if position in marked:
            continue
        if not any(inner in marked for inner in outline.inside(position)):
            if outline.blocks[position].kind == ITEM:
                yield position
        else:
            yield from _items(outline, marked, position)


def _listed(block: Block) -> tuple[int, str] | None:
    """Line and words of the first line of a code block or paragraph that looks like an item of a list."""
    if block.kind not in (CODE, PARAGRAPH):
        return None
    sign = _SIGN if block.kind == CODE else _FOREIGN_SIGN
    for number, line in enumerate(block.raw.split("\n")):
        if sign.match(line):
            return block.line + number, " ".join(line.split())
    return None
