"""What the chapter of tasks lists without marking it as a task (T018): it would be missing in every answer."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from geltung.markdown.blocks import CODE, HEADING, ITEM, LIST, PARAGRAPH, TABLE, Block
from geltung.parse.columns import column, lists_duties
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
_PARAGRAPH: Final = (
    "Ein Absatz unter „Einzelaufträge“, der wie ein Auftrag beginnt, muss als Auftrag gekennzeichnet sein; {words} hat "
    "keine Attributliste mit .task. Vorschlag: darunter „{{: #kennung .task }}“ ergänzen."
)
_ROW: Final = (
    "Eine Tabellenzeile unter „Einzelaufträge“, die einen Auftrag nennt, muss als Auftrag gekennzeichnet sein; {words} "
    "hat keine Attributliste mit .task. Vorschlag: am Ende der letzten Zelle „{{: #kennung .task }}“ ergänzen."
)
_NONE: Final = (
    "Unter der Überschrift {heading} im Kapitel „Einzelaufträge“ muss ein Auftrag stehen; {words} hat keine "
    "Attributliste mit .task. Vorschlag: darunter „{{: #kennung .task }}“ ergänzen."
)
_NUMBERED: Final = re.compile(r"\d")


def is_task_chapter(title: str) -> bool:
    """Whether a chapter of this title holds the tasks."""
    return bool(_TASK_CHAPTER.match(title))


def report_unmarked(outline: Outline, marked: Collection[int], tops: Sequence[int], report: Report) -> None:
    """Report what stands in the chapter of tasks like a task and is neither one nor part of one.

    ``marked`` are the blocks that are tasks, ``tops`` the blocks at the top of the chapter.
    """
    for heading, below in _stretches(outline, tops):
        said = False
        for index in below:
            for line, words, text in _unmarked(outline, marked, index):
                if not (says_no_tasks(words) or force(words) == "recommendation"):
                    report.add(line, "T018", text.format(words=quote(words)))
                    said = True
        if not said and heading != -1 and not _NUMBERED.match(outline.blocks[heading].text):
            _report_none(outline, marked, heading, below, report)


def _report_none(outline: Outline, marked: Collection[int], heading: int, below: Sequence[int], report: Report) -> None:
    """Report an addressee below whom there are words but no task."""
    if any(index in marked or any(inner in marked for inner in outline.inside(index)) for index in below):
        return
    texts = [(index, words) for index in below if (words := outline.text(index).strip())]
    if texts and not all(says_no_tasks(words) or force(words) == "recommendation" for _, words in texts):
        index, words = texts[0]
        text = _NONE.format(heading=quote(outline.blocks[heading].text), words=quote(words))
        report.add(outline.blocks[index].line, "T018", text)


def _stretches(outline: Outline, tops: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Each heading (-1: the chapter's own) with the blocks below it, up to the next heading."""
    found: list[tuple[int, list[int]]] = [(-1, [])]
    for index in tops:
        if outline.blocks[index].kind == HEADING:
            found.append((index, []))
        else:
            found[-1][1].append(index)
    yield from found


def _unmarked(outline: Outline, marked: Collection[int], index: int) -> Iterator[tuple[int, str, str]]:
    """Line and words of what looks like a task in a block at the top, with the message."""
    block = outline.blocks[index]
    if block.kind == LIST:
        for item in _items(outline, marked, index):
            yield outline.blocks[item].line, outline.text(item), _UNMARKED
    elif block.kind == TABLE:
        for row in _rows(outline, marked, index):
            yield outline.blocks[row].line, outline.blocks[row].text, _ROW
    elif index not in marked and (found := _listed(block)):
        yield *found, _CODE if block.kind == CODE else _WORDS
    elif index not in marked and block.kind == PARAGRAPH and block.text[:1].islower():
        yield block.line, block.text, _PARAGRAPH


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


def _rows(outline: Outline, marked: Collection[int], index: int) -> Iterator[int]:
    """The rows of a table that are no tasks and name a duty; in a table without a column for it those beside tasks that
    have more than one cell filled."""
    head, *rows = outline.inside(index)
    heads = outline.blocks[head].cells
    duty = column(heads, "duty") if lists_duties(heads) else None
    if duty is None and not any(row in marked for row in rows):
        return
    for row in rows:
        cells = outline.blocks[row].cells
        if row in marked or outline.is_earlier_row(row):
            continue
        if duty is None:
            said = sum(map(bool, cells)) > 1
        else:
            said = bool(cells[duty]) and not (says_no_tasks(cells[duty]) or force(cells[duty]) == "recommendation")
        if said:
            yield row


def _listed(block: Block) -> tuple[int, str] | None:
    """Line and words of the first line of a code block or paragraph that looks like an item of a list."""
    if block.kind not in (CODE, PARAGRAPH):
        return None
    sign = _SIGN if block.kind == CODE else _FOREIGN_SIGN
    for number, line in enumerate(block.raw.split("\n")):
        if sign.match(line):
            return block.line + number, " ".join(line.split())
    return None
