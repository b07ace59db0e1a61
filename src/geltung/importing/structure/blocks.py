"""Lines of the body → blocks: headings, paragraphs, items of lists, tables. Only their form is understood here."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.source import INDENTED, LIST_TEXT
from geltung.importing.structure.block_kinds import Block, is_closing_text, is_task_chapter
from geltung.importing.structure.block_starts import Open, Starts
from geltung.importing.structure.bullets import NUMBERED, bullet_at, is_lone_sign, ordinal_at
from geltung.importing.structure.headings import is_known, numbered_at
from geltung.importing.structure.table_lines import table_at
from geltung.importing.structure.task_tables import task_table_at
from geltung.importing.text import GOES_ON, Line, folded, join, usual_length

_CHAPTERS: Final = (
    ("ausgangssituation", 1),
    ("auftrag und ziel", 2),
    ("einzelauftrage", 3),
    ("info", 4),
    ("haushalt", 5),
    ("beteiligung", 6),
)
_UNDERLINE = re.compile(r"[-=_~–—]{4,}")
_NEAR: Final = 5
_FAR: Final = 13


def read_blocks(
    lines: Sequence[Line],
    damaged: bool,
    names_unit: Callable[[str], bool],
    titles: Collection[str] = (),
) -> tuple[Block, ...]:
    """The blocks of the body, all items on one level. ``names_unit`` says whether the words of a line are an addressee
    and nothing else; ``titles`` are those of chapters that hold tasks though they are not called so."""
    reader = _Reader(_with_lone_signs(lines), damaged, names_unit, titles)
    reader.read()
    return tuple(reader.blocks)


def _with_lone_signs(lines: Sequence[Line]) -> list[Line]:
    """The lines with a bullet that stands alone on its line put before the text below it."""
    found: list[Line] = []
    sign: Line | None = None
    for line in lines:
        if sign is not None and line.text and bullet_at(line, False) is None:
            found.append(replace(line, text=f"{sign.text} {line.text}", indent=sign.indent))
            sign = None
        else:
            found += [sign] if sign is not None else []
            sign = line if is_lone_sign(line.text) else None
            found += [line] if sign is None else []
    return [*found, *([sign] if sign is not None else [])]


class _Reader:
    """Reads line by line; ``held`` are the lines of the block that is open."""

    def __init__(
        self, lines: Sequence[Line], damaged: bool, names_unit: Callable[[str], bool], titles: Collection[str]
    ) -> None:
        self.lines = lines
        self.titles = titles
        self.damaged = damaged
        self.names_unit = names_unit
        self.blocks: list[Block] = []
        self.held: list[Line] = []
        self.form = Block("paragraph", "", ())
        self.current: tuple[int, ...] = ()
        self.counts: dict[str, int] = {}
        self.in_tasks = False
        self.closed = False
        self.gap = True
        texts = [line.text for line in lines]
        self.width = usual_length(texts)
        self.starts = Starts(lines, damaged, names_unit, self.width, usual_length(texts, 0.75))

    def read(self) -> None:
        index = 0
        while index < len(self.lines):
            index += self._take(index)
        self._close()

    def _take(self, index: int) -> int:
        """Take what begins at a line; the number of lines taken."""
        line = self.lines[index]
        if line.blank:
            if not self._interrupted(index):
                self._close()
                self.gap = True
            return 1
        if line.style == LIST_TEXT and self.held and bullet_at(line, False) is None and ordinal_at(line) is None:
            self.held.append(line)
            return 1
        if self._list_ended(line):
            self._close()
            self.gap = True
        if tasks := task_table_at(self.lines, index, self.names_unit):
            self._close()
            held = tuple(self.lines[index : index + tasks.count])
            rows, lines = zip(*((row.cells, row.lines) for row in tasks.rows), strict=True)
            self._add(Block("table", "", held, rows=rows, row_lines=lines))
            return tasks.count
        rows, count = table_at(self.lines, index)
        if rows:
            self._close()
            held = tuple(self.lines[index : index + count])
            self._add(Block("table", "", held, rows=rows))
            return count
        if self._underlined(line):
            return 1
        if not self.closed and (taken := self._heading(index)):
            return taken
        if not self._item(index) and not self._begins_alone(index) and self.held:
            self.held.append(line)
        elif not self.held:
            self._open(Block("paragraph", "", ()), line)
        return 1

    def _list_ended(self, line: Line) -> bool:
        """Whether a paragraph that is none of a list, as the format says, follows a whole item of one."""
        if not self.held or self.held[-1].style not in ("list", LIST_TEXT) or line.style is not None:
            return False
        return self.held[-1].text.endswith((".", ",", ";", ":", "!")) and line.text[:1].isupper()

    def _interrupted(self, index: int) -> bool:
        """Whether a blank line stands in the middle of a sentence: behind an article, or inside an open bracket."""
        following = next((line.text for line in self.lines[index + 1 : index + 3] if line.text), "")
        text = " ".join(line.text for line in self.held)
        if re.match(r"[a-zäöüß]{2}", following) and GOES_ON.search(text):
            return True
        if not following or text.count("(") <= text.count(")") or text.endswith((".", ":", ";")):
            return False
        return bool(re.match(r"[a-zäöüß]{2}|\d+[ ,;)]|I{1,3}\b", following)) and ")" in following

    def _underlined(self, line: Line) -> bool:
        """Whether a line of dashes underlines the one above, which is then a block of its own."""
        if not self.held or _UNDERLINE.fullmatch(line.text) is None:
            return False
        title = self.held[-1]
        if abs(len(line.text) - len(title.text)) > _NEAR and not self.names_unit(title.text):
            return False
        del self.held[-1]
        self._open(Block("paragraph", "", ()), title)
        self._close()
        return True

    def _heading(self, index: int) -> int:
        line = self.lines[index]
        found = numbered_at(self.lines, index, self.current, self.counts.get(NUMBERED, 0), self.width)
        if found is not None:
            self._close()
            self.current = tuple(map(int, found.number.split(".")))
            self._chapter(found.title, found.number, found.printed, index, found.lines, found.sure)
            return found.lines
        title = line.text.rstrip(" :")
        if (line.style or "").startswith("heading") and not (self.in_tasks and not is_known(title)):
            self._close()
            self._unnumbered(title, index)
            return 1
        if (line.style or "").startswith("heading") and title[-1:].isalnum():
            self._open(Block("paragraph", "", ()), line)
            self._close()
            return 1
        if is_known(title) and folded(title) in dict(_CHAPTERS) and self._is_next(title) and line.text[:1].isupper():
            self._close()
            self._unnumbered(title, index)
            return 1
        return 0

    def _is_next(self, title: str) -> bool:
        """Whether a known title without number can be the next chapter: it stands apart and comes in order."""
        return dict(_CHAPTERS)[folded(title)] > (self.current[0] if self.current else 0) and not self.held

    def _unnumbered(self, title: str, index: int) -> None:
        """A heading whose number is missing: that of a well-known chapter is the next one."""
        place = dict(_CHAPTERS).get(folded(title))
        if place is None or (self.current and place <= self.current[0]):
            self._add(Block("heading", title, (self.lines[index],), gap=self.gap))
            return
        number = self.current[0] + 1 if self.current else place
        self.current = (number,)
        self._chapter(title, str(number), f"{number}.", index, 1, False)

    def _chapter(self, title: str, number: str, printed: str, index: int, count: int, sure: bool) -> None:
        lines = tuple(self.lines[index : index + count])
        tasks = "." not in number and (is_task_chapter(title) or title in self.titles)
        self._add(Block("chapter", title, lines, number, printed, sure=sure, tasks=tasks))
        self.counts.pop(NUMBERED, None)
        if "." not in number:
            self.in_tasks = tasks

    def _item(self, index: int) -> bool:
        line = self.lines[index]
        bullet = bullet_at(line, self.damaged)
        if bullet is not None and not (bullet.is_dash and self._runs_on() and not self._goes_on(index, bullet.sign)):
            self._open(Block("item", "", (), sort=bullet.sort), line.with_text(bullet.text))
            return True
        ordinal = ordinal_at(line, self.counts)
        if ordinal is None and line.style == INDENTED and self.in_tasks and not self.names_unit(line.text):
            self._open(Block("item", "", (), sort=INDENTED, sure=False), line)
            return True
        told = line.style == "list"  # the format says that it is an item, whatever its number
        if ordinal is None or not (told or ordinal.number in (1, self.counts.get(ordinal.sort, 0) + 1)):
            return False
        if not told and self._runs_on() and not (ordinal.number == 1 and self._counts_on(index)):
            return False
        self._open(Block("numbered", "", (), number=ordinal.sign, sort=ordinal.sort), line.with_text(ordinal.text))
        self.counts[ordinal.sort] = ordinal.number
        return True

    def _goes_on(self, index: int, sign: str) -> bool:
        """Whether a dash in the middle of a sentence begins a list all the same: others follow, or a list is due."""
        return self.in_tasks or any(line.text.startswith(f"{sign} ") for line in self.lines[index + 1 : index + _NEAR])

    def _counts_on(self, index: int) -> bool:
        """Whether number two follows soon."""
        following = (ordinal_at(line) for line in self.lines[index + 1 : index + _FAR])
        return any(ordinal is not None and ordinal.number == 2 for ordinal in following)

    def _runs_on(self) -> bool:
        """Whether the open paragraph is in the middle of a sentence, so that a dash or number begins no item."""
        if not self.held or self.form.kind != "paragraph" or self.held[-1].text.endswith((".", ":", ";", ",", "!")):
            return False
        return not (self.in_tasks and self.names_unit(join(line.text for line in self.held)))

    def _begins_alone(self, index: int) -> bool:
        """Open the block that begins with a line without a blank line above, if one does."""
        line = self.lines[index]
        form = self.starts.start(index, Open(self.held, self.form, self.in_tasks, self.closed))
        if form is None:
            return False
        self._open(form, line)
        self.closed = self.closed or is_closing_text(line.text)
        return True

    def _open(self, form: Block, line: Line) -> None:
        self._close()
        if form.kind == "paragraph":
            self.closed = self.closed or bool(is_closing_text(line.text) and self.current)
        self.form = replace(form, gap=self.gap)
        self.held = [line]
        self.gap = False

    def _close(self) -> None:
        if self.held:
            text = join(line.text for line in self.held)
            self._add(replace(self.form, text=text, lines=tuple(self.held)))
        self.held = []

    def _add(self, block: Block) -> None:
        self.blocks.append(block)
        self.gap = False
