"""What the draft's text consists of: chapters, headings, paragraphs, items, tables with their rows, and their tasks."""

from dataclasses import dataclass, field
from typing import Literal

from geltung.importing.days.task_days import Days
from geltung.importing.review_file import CERTAIN, Confidence
from geltung.importing.text import Line

Kind = Literal["chapter", "heading", "paragraph", "item", "numbered", "table", "row"]


@dataclass(frozen=True, slots=True)
class TaskFound:
    """A task that was recognised. ``addressee`` is set where no heading names it; ``addressed`` are the words that do.

    ``doubts`` are German questions on its borders and addressees; those on its days are in ``days``.
    """

    id: str
    addressed: str
    days: Days
    addressee: str | None = None
    uncertain: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    confidence: Confidence = CERTAIN


@dataclass(frozen=True, slots=True)
class Node:
    """One piece of the draft's text. ``level`` is the depth of a heading (2 …) or the nesting of an item (0, 1).

    ``tasks`` says that a chapter holds tasks.
    Of a table of tasks the head is a table, and each of its rows a piece of its own.
    """

    kind: Kind
    text: str
    lines: tuple[Line, ...]
    level: int = 0
    number: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    task: TaskFound | None = None
    section: str = ""
    sure: bool = True
    links: tuple[tuple[str, str], ...] = field(default=())
    tasks: bool = False
