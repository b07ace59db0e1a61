"""Blocks of the body → abstract, numbered sections, tasks with their earlier wordings, doubtful readings.

One pass in document order. Quotes marked ``.earlier`` are taken out of the running text and, at the end, handed to the
task or section that they stand directly below (wordings.py).
"""

import re
from dataclasses import dataclass
from typing import Final

from geltung.markdown.attributes import AttributeList
from geltung.markdown.blocks import HEADING, HTML, PARAGRAPH, QUOTE, ROW, Block
from geltung.model.records import Section, SourceNote, Task
from geltung.parse.header import UNCERTAIN
from geltung.parse.outline import Chapter, Earlier, Marked, Outline
from geltung.parse.places import Places
from geltung.parse.report import Report, quote
from geltung.parse.tasks import EARLIER_CLASS, TASK_ATTRIBUTES, TASK_CLASS
from geltung.parse.unmarked import is_task_chapter, report_unmarked
from geltung.parse.wordings import build_tasks, place_leftovers

_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,5})\.?(?:\s+|\Z)")

_ALONE: Final = (
    "Eine Attributliste muss ohne Leerzeile unter ihrem Text stehen; hier steht sie allein und bleibt ohne Wirkung. "
    "Vorschlag: die Leerzeile darüber entfernen."
)
_STRAY: Final = (
    "Eine Attributliste muss allein auf der letzten Zeile ihres Absatzes oder Listenpunkts stehen, ungeteilt und mit "
    "schließender Klammer; {words} bleibt ohne Wirkung."
)
_STRAY_IN_ROW: Final = (
    "Die Attributliste einer Tabellenzeile muss am Ende ihrer letzten Zelle stehen, vor dem letzten „|“, mit "
    "schließender Klammer, und die Zeile darf nicht mehr Zellen haben als der Kopf der Tabelle (ein „|“ im Text heißt "
    "„\\|“); {words} bleibt ohne Wirkung."
)
_ROW_ALONE: Final = (
    "Die Attributliste eines Auftrags in einer Tabelle muss am Ende der letzten Zelle seiner Zeile stehen; hier steht "
    "sie in einer eigenen Zeile und bleibt ohne Wirkung. Vorschlag: „| … | 30.09.2026 {: #kennung .task } |“."
)
_EARLIER_ROW: Final = (
    "Eine frühere Fassung (.earlier) in einer Tabelle muss direkt unter der Zeile stehen, die als Auftrag "
    "gekennzeichnet ist; hier gehört sie zu keinem Auftrag und bleibt ohne Wirkung."
)
_NO_QUOTE: Final = "Eine frühere Fassung (.earlier) muss ein Zitat sein. Vorschlag: „> “ vor jede ihrer Zeilen setzen."


@dataclass(frozen=True, slots=True)
class Body:
    """Everything that the text below the front matter says."""

    abstract: str
    sections: tuple[Section, ...]
    tasks: tuple[Task, ...]
    notes: tuple[SourceNote, ...]


def read_body(blocks: tuple[Block, ...], places: Places, report: Report) -> Body:
    """Read the body of a directive; ``places`` finds words in the same blocks."""
    reader = _Reader(Outline(blocks), report)
    reader.walk()
    tasks = build_tasks(reader.outline, reader.marked, reader.earlier, places, report)
    place_leftovers(reader.outline, reader.marked, reader.earlier, report)
    report_unmarked(reader.outline, reader.marked, reader.in_tasks, report)
    abstract, *chapters = reader.chapters
    sections = tuple(chapter.close() for chapter in chapters)
    return Body("\n\n".join(abstract.texts), sections, tasks, tuple(reader.notes))


class _Reader:
    """What has been read so far. ``above`` is the last block at the top that is no earlier wording."""

    def __init__(self, outline: Outline, report: Report) -> None:
        self.outline = outline
        self.report = report
        self.chapters = [Chapter()]
        self.numbers: dict[str, int] = {}
        self.heading: str | None = None
        self.above = -1
        self.marked: dict[int, Marked] = {}
        self.earlier: dict[int, list[Earlier]] = {}
        self.in_tasks: list[int] = []
        self.task_chapter = ""
        self.notes: list[SourceNote] = []

    def walk(self) -> None:
        """Take every block."""
        blocks = self.outline.blocks
        index = 0
        while index < len(blocks):
            block = blocks[index]
            attributes = self.outline.earlier_list(index) if block.kind == QUOTE else None
            if attributes is not None:
                index = self._take_earlier(index, attributes)
            else:
                if self.outline.is_earlier_row(index):
                    self._take_earlier_row(index)
                else:
                    self._take(index, block)
                index += 1

    def _take(self, index: int, block: Block) -> None:
        at_top = block.parent == -1
        if at_top:
            self.above = index
            if self.task_chapter:
                self.in_tasks.append(index)
        if block.marks or block.strays:
            self._take_marks(block)
        if at_top and block.kind == HEADING:
            self._take_heading(block)
        elif block.text and block.kind != HTML:
            self.chapters[-1].texts.append(block.text)
        if block.attributes is not None:
            self._take_attributes(index, block, block.attributes)

    def _take_heading(self, block: Block) -> None:
        number = _NUMBERED.match(block.text)
        if number is not None:
            self.heading = None
            self._report_repeated(number[1], block.line)
            self.chapters.append(Chapter(number[1], block.text[number.end() :], block.line))
            if not (self.task_chapter and number[1].startswith(f"{self.task_chapter}.")):
                self.task_chapter = number[1] if is_task_chapter(self.chapters[-1].title) else ""
        elif block.text:
            self.heading = block.text
            self.chapters[-1].texts.append(block.text)

    def _report_repeated(self, number: str, line: int) -> None:
        first = self.numbers.setdefault(number, line)
        if first != line:
            text = (
                f"Eine Abschnittsnummer muss in der Datei einmalig sein; {quote(number)} steht schon in Zeile {first}."
            )
            self.report.add(line, "H010", text)

    def _take_marks(self, block: Block) -> None:
        for mark in block.marks:
            self._report_problems(mark.attributes)
            self._take_doubt(mark.text, mark.attributes, mark.line)
        stray = _STRAY_IN_ROW if block.kind == ROW else _STRAY
        for line, words in block.strays:
            self.report.add(line, "T014", stray.format(words=quote(words)))

    def _take_doubt(self, text: str, attributes: AttributeList, line: int) -> None:
        if UNCERTAIN in attributes.classes:
            reason = " ".join(attributes.values.get("reason", "").split())
            self.notes.append(SourceNote(UNCERTAIN, text, reason, line))

    def _report_problems(self, attributes: AttributeList) -> None:
        for problem in attributes.problems:
            self.report.add(attributes.line, "T006", f"{problem}.")

    def _take_attributes(self, index: int, block: Block, attributes: AttributeList) -> None:
        self._take_doubt(block.text, attributes, block.line)
        owner = self.outline.owner(index)
        refusal = self._refusal(index, attributes, owner)
        if refusal:
            self.report.add(attributes.line, "T014", refusal)
        elif TASK_CLASS in attributes.classes:
            self.marked[owner] = Marked(attributes, self.chapters[-1], self.heading)
        else:
            self._report_problems(attributes)

    def _refusal(self, index: int, attributes: AttributeList, owner: int) -> str:
        """Why the list has no effect where it stands; empty if it has one, or if it means nothing to us."""
        block = self.outline.blocks[index]
        if not block.text and block.kind in (PARAGRAPH, ROW):
            below_row = ROW in (block.kind, self.outline.blocks[index - 1].kind)
            return _ROW_ALONE if below_row else _ALONE
        if EARLIER_CLASS in attributes.classes:
            return _NO_QUOTE
        if TASK_CLASS in attributes.classes:
            return self._task_refusal(block, owner)
        stated = [name for name in attributes.values if name in TASK_ATTRIBUTES]
        near = self.report.nearest(attributes.classes[0], (TASK_CLASS,)) if attributes.classes else None
        if not stated and near is None:
            return ""
        names = ", ".join(stated) or f".{attributes.classes[0]}"
        return (
            f"Eine Attributliste mit {names} muss zu einem Auftrag gehören, ihr fehlt .task. Vorschlag: .task ergänzen."
        )

    def _task_refusal(self, block: Block, owner: int) -> str:
        if block.kind == HEADING:
            return "Ein Auftrag muss ein Absatz oder Listenpunkt sein, keine Überschrift."
        if block.kind == ROW and self.outline.head(owner) is block:
            return "Ein Auftrag muss eine Zeile unter dem Kopf der Tabelle sein, nicht der Kopf selbst."
        if owner in self.marked:
            first = self.marked[owner].attributes.line
            return f"Ein Listenpunkt darf nur eine Attributliste mit .task haben; die erste steht in Zeile {first}."
        if self.outline.is_quoted(owner):
            return "Ein Auftrag muss im laufenden Text stehen, nicht in einem Zitat."
        return ""

    def _take_earlier_row(self, index: int) -> None:
        """Put an earlier wording of a row aside for the task that it stands below."""
        block = self.outline.blocks[index]
        assert block.attributes is not None
        if block.marks or block.strays:
            self._take_marks(block)
        owner = next(self.outline.rows_above(index), -1)
        if owner not in self.marked:
            self.report.add(block.line, "T014", _EARLIER_ROW)
        elif not block.text:
            self.report.add(block.line, "T014", _ROW_ALONE)
        else:
            self.earlier.setdefault(owner, []).append(Earlier(index, block.attributes, self.chapters[-1]))

    def _take_earlier(self, index: int, attributes: AttributeList) -> int:
        """Put a quote aside for what it stands below; the index behind it."""
        last = self.outline.last(index)
        blocks = self.outline.blocks
        for position in range(index, last + 1):
            if blocks[position].marks or blocks[position].strays:
                self._take_marks(blocks[position])
        if not blocks[last].text:
            self.report.add(attributes.line, "T014", _ALONE)
        parent = blocks[index].parent
        owner = self.above if parent == -1 else parent
        self.earlier.setdefault(owner, []).append(Earlier(index, attributes, self.chapters[-1]))
        return last + 1
