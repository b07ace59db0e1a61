"""Days that stand in the items nested below a task."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from geltung.importing.body import Node
from geltung.importing.days.deadlines import read_days
from geltung.importing.days.task_days import Context, Days
from geltung.importing.found import least_sure
from geltung.importing.review_file import LIKELY, OPEN
from geltung.importing.tasks.task_state import BEFORE_ALL
from geltung.parse.wording import find_dates

_CONDITION: Final = re.compile(
    r"(?:,\s*(?:die|der|das|den|dem|deren|dessen|welche[rsnm]?|wenn|sofern|soweit|falls|bei\s+denen|für\s+die|in\s+denen)|"
    r"\b(?:Fälle|Personen|Kunden|Anträge|Verträge):)\s*\Z"
)
"""What ends like this is continued by what it means, not by what is done: "nur Verträge, die"."""
_CHAPTER: Final = 2
"""The level of a chapter that no other contains."""
_ASKED: Final = "Der Tag steht in einem Unterpunkt: Gilt er für den ganzen Auftrag?"
_NAMED: Final = "Der Tag steht in einem Unterpunkt und ist als bloß genannter Tag gelesen: Oder ist er eine Frist?"


_LEAD: Final = re.compile(
    r"\b(?:folgende[nr]?|nachstehende[nr]?|nachfolgende[nr]?|alle|sämtliche|diese)\s+(?:[a-zäöüß]+\s+)?"
    r"(?:\w*[Aa]ufträge|Maßnahmen|Arbeiten|Schritte|Punkte|Regelungen|Aufgaben)\b",
    re.IGNORECASE,
)
_LEADS: Final = "Ein Satz vor den Aufträgen nennt Beginn oder Frist für sie: Gelten sie für diesen Auftrag?"


def is_inner(node: Node) -> bool:
    """Whether a node is nested below the task before it; chapters and headings have levels, too."""
    return node.level > 0 and node.kind in ("item", "numbered", "paragraph")


def with_lead(nodes: Sequence[Node], context: Context) -> list[Node]:
    """The nodes with the days of a sentence before all tasks ("Die folgenden Aufträge sind bis zum 30.06.2026
    umzusetzen.") at each task of its chapter that states none: asked."""
    found: list[Node] = []
    lead: Days | None = None
    for node in nodes:
        if node.kind == "chapter" and node.level <= _CHAPTER:
            lead = None
        elif node.kind == "paragraph" and node.task is None and _LEAD.search(node.text):
            read = read_days(node.text, context)
            words: dict[date | None, str] = {
                phrase.date: phrase.words for phrase in find_dates(node.text) if phrase.date
            }
            start, due = words.get(read.starts_on), read.deadline_words or words.get(read.due_on)
            if read.starts_on or read.due_on or read.ends_on:
                lead = Days(read.starts_on, read.due_on, read.ends_on, None, due, start)
        task = node.task
        if lead is not None and task is not None and not (task.days.stated or task.days.deadline_words):
            old = task.days
            days = replace(lead, other_dates=old.other_dates, doubts=old.doubts, confidence=old.confidence)
            asked = any(doubt.startswith(BEFORE_ALL) for doubt in task.doubts)
            days = replace(days, confidence=least_sure(days.confidence, LIKELY)) if asked else days.doubted(_LEADS)
            node = replace(node, task=replace(task, days=days))
        found.append(node)
    return found


def with_inner(own: Days, text: str, inner: Sequence[str], context: Context) -> Days:
    """The days of a task with those of the items below it, as a question.

    They are its own if it states none and the items say what is to be done, else merely named.
    """
    named = [phrase.date for item in inner for phrase in find_dates(item) if phrase.date]
    if own.stated or _CONDITION.search(text):
        days = own
        for day in named:
            days = days.also(day)
        return days.doubted(_NAMED) if days != own else own
    stating = [item for item in inner if read_days(item, context) != Days()]
    if len(stating) == 1:
        read = read_days(f"{text} {stating[0]}", context)
    else:  # what several items say is not one rule
        read = read_days(" ".join((text, *inner)), context)
        read = replace(read, recurrence=None, deadline_words=own.deadline_words)
    read = replace(read, deadline_words=own.deadline_words or read.deadline_words)
    if not (read.stated or read.deadline_words) or read == own:
        return own.doubted(_ASKED) if stating and not own.doubts else own
    return read.doubted(_ASKED, OPEN)
