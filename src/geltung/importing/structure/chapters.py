"""Chapters of a directive whose headings are other than usual: Roman numbers or letters, no "Einzelaufträge"."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.structure.block_kinds import Block, is_task_chapter
from geltung.importing.structure.blocks import read_blocks
from geltung.importing.structure.headings import is_known
from geltung.importing.text import Line, folded

_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_NUMBERED: Final = re.compile(
    r"(?:Kapitel\s+|Abschnitt\s+|Teil\s+)?(?P<number>[IVXl1|]{1,5}|[A-H])(?P<mark>\s?[.):]|(?=\s))\s*(?P<title>[A-ZÄÖÜ].*)\Z"
)
_ARABIC: Final = re.compile(r"[2-9]\s?[.,)]?\s+(?P<title>[A-ZÄÖÜ].*)\Z")
_ODD: Final = re.compile(
    r"(?:(?:Kapitel|Abschnitt|Teil|Nr\.|Ziffer)\s*(?P<named>[1-9])\s*[.):–-]?|(?P<alone>[1-9])\s*(?:\)|[–-]\s))\s*(?P<title>[A-ZÄÖÜ].{2,40}?)\s*:?\Z"
)
_STROKES: Final = str.maketrans("l1|", "III")
_LONGEST: Final = 90
_FEWEST: Final = 2
_OF_TASKS: Final = (
    "umsetzung",
    "massnahme",
    "massnahmen",
    "weisung",
    "weisungen",
    "anweisung",
    "anweisungen",
    "aufgaben",
    "arbeitsauftrag",
    "arbeitsauftrage",
    "auftrage",
    "handlungsauftrage",
    "umsetzungsauftrage",
    "auftrage und fristen",
    "auftrage und termine",
    "aufgaben und fristen",
    "aufgaben und zustandigkeiten",
    "aufgaben und termine",
    "umsetzungsschritte",
    "vorgehen",
    "verfahren",
)
"""Titles under which a directive without a chapter Einzelaufträge has its tasks."""
_NO_TASKS: Final = (
    "ausgangssituation",
    "ausgangslage",
    "sachverhalt",
    "anlass",
    "einleitung",
    "hintergrund",
    "info",
    "information",
    "informationen",
    "haushalt",
    "haushaltsmittel",
    "beteiligung",
    "beteiligungen",
    "inkrafttreten",
)
_VERB: Final = re.compile(r"[a-zäöüß][\w/-]*(?:e[rl]?n|[^aeiou]n|t)\b")


@dataclass(frozen=True, slots=True)
class Counted:
    """Lines whose chapters are counted in Arabic numbers, and the headings that were counted otherwise."""

    lines: tuple[Line, ...]
    headings: tuple[Line, ...] = ()


def in_arabic(lines: Sequence[Line]) -> Counted:
    """The lines with Roman numbers or letters of chapters replaced, if the document counts its chapters so, and with
    "Kapitel 3:", "3)" and "3 –" before a title that every directive has.

    It does if the numbers run from one on, two of the titles are known, and none of these is counted in Arabic.
    """
    lines = [_plainly(line) for line in lines]
    if any(match and is_known(match["title"]) for match in map(_ARABIC.match, (line.text for line in lines))):
        return Counted(tuple(lines))
    for place in (_roman, _letter):
        found = list(_chapters(lines, place))
        known = [index for index, _, title in found if is_known(title) or is_task_chapter(title)]
        if len(known) >= _FEWEST:
            changed = list(lines)
            for index, number, title in found:
                changed[index] = lines[index].with_text(f"{number}. {title}")
            return Counted(tuple(changed), tuple(lines[index] for index, _, _ in found))
    return Counted(tuple(lines))


def _plainly(line: Line) -> Line:
    match = _ODD.match(line.text)
    return (
        line.with_text(f"{match['named'] or match['alone']}. {match['title']}")
        if match and is_known(match["title"])
        else line
    )


def _chapters(lines: Sequence[Line], place: Callable[[str], int]) -> Iterator[tuple[int, int, str]]:
    """The headings that carry on from one, each with the index of its line, its number and title."""
    last = 0
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text)
        if match is None or len(line.text) > _LONGEST or line.text.endswith((".", ",", ";")):
            continue
        known = is_known(match["title"]) or is_task_chapter(match["title"])
        number = place(match["number"])
        apart = index == 0 or lines[index - 1].blank or known or (line.style or "").startswith("heading")
        if number == last + 1 and apart and (match["mark"].strip() or known):
            last = number
            yield index, number, match["title"].rstrip(":")


def _roman(number: str) -> int:
    written = number.translate(_STROKES).lower()
    return _ROMAN.index(written) + 1 if written in _ROMAN else 0


def _letter(number: str) -> int:
    return ord(number) - ord("A") + 1 if len(number) == 1 and "A" <= number <= "H" else 0


def blocks_of(lines: Sequence[Line], damaged: bool, names_unit: Callable[[str], bool]) -> tuple[Block, ...]:
    """The blocks of the body. Where no chapter is called Einzelaufträge, the one that lists duties below an addressee
    holds the tasks."""
    blocks = read_blocks(lines, damaged, names_unit)
    if any(block.kind == "chapter" and block.tasks for block in blocks):
        return blocks
    titles = _titles(blocks, names_unit)
    if not titles:
        return blocks
    return read_blocks(lines, damaged, names_unit, titles)


def _titles(blocks: Sequence[Block], names_unit: Callable[[str], bool]) -> frozenset[str]:
    """The titles of the chapters that list duties below an addressee: those called so that one expects them there, or
    else all."""
    usual: set[str] = set()
    other: set[str] = set()
    title = ""
    for index, block in enumerate(blocks):
        if block.kind == "chapter" and "." not in block.number:
            title = block.text
        key = folded(title)
        if not title or any(key == name for name in _NO_TASKS):
            continue
        if _heads_duties(blocks, index, names_unit):
            (usual if key in _OF_TASKS else other).add(title)
    return frozenset(usual or other)


def _heads_duties(blocks: Sequence[Block], index: int, names_unit: Callable[[str], bool]) -> bool:
    """Whether a block is an addressee and nothing else, and an item below it begins with a verb."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.kind not in ("item", "numbered"):
        return False
    block = blocks[index]
    named = block.kind in ("paragraph", "heading", "chapter") and names_unit(block.text.rstrip(" :"))
    return named and bool(_VERB.match(following.text))
