"""Annexes: named in the header, behind the closing formula or in a chapter of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geltung.importing.head import labels
from geltung.importing.head.header import HeaderText
from geltung.importing.structure.block_kinds import Block, is_annex, is_closing
from geltung.importing.structure.bullets import bullet_at, ordinal_at
from geltung.importing.text import Line, dashed, folded

_LIST = re.compile(r"\s*Anlagen?\s*:?\s*", re.IGNORECASE)
_ANNEXES = re.compile(r"\s*Anlagen?\s*(?:\d{1,2}\s*)?(?:[:–-]|\Z)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?i:Anlage)\s*(?:Nr\.?\s*)?(?:\d{1,2}|[A-Z])\b")


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex: its title and the line that names it."""

    title: str
    line: Line


def split_annexes(blocks: Sequence[Block], header: HeaderText) -> tuple[tuple[Block, ...], tuple[Annex, ...]]:
    """The blocks without the list of annexes behind the closing formula, and all annexes."""
    found = [annex for field in header.of(labels.ANNEXES) for line in field.lines if (annex := _annex(line))]
    kept: list[Block] = []
    closed = listing = in_chapter = False
    for index, block in enumerate(blocks):
        closed = closed or _ends_with_annexes(blocks, index)
        closed = closed or is_closing(block)
        if block.kind == "chapter":
            in_chapter = folded(block.text) in ("anlage", "anlagen")
        if in_chapter and block.kind != "chapter":
            found += [annex for line in block.lines if (annex := _annex(line))]
        if not closed or is_closing(block):
            kept.append(block)
            continue
        begins = block.kind == "paragraph" and is_annex(block.lines[0].text)
        if (begins and len(block.text) < 300) or (listing and block.kind in ("item", "numbered")):
            listing = True
            titles = [annex for line in _titles(block) if (annex := _annex(line))]
            found += titles
            continue
        listing = False
        kept.append(block)
    unique: dict[str, Annex] = {}
    for annex in found:
        unique.setdefault(folded(annex.title), annex)
    return tuple(kept), tuple(unique.values())


def _ends_with_annexes(blocks: Sequence[Block], index: int) -> bool:
    """Whether a paragraph "Anlage(n): …" and the list behind it end a text that has no closing formula."""
    block = blocks[index]
    if block.kind != "paragraph" or not block.gap or not _ANNEXES.match(block.lines[0].text):
        return False
    return all(other.kind in ("item", "numbered") or is_annex(other.text) for other in blocks[index + 1 :])


def _titles(block: Block) -> tuple[Line, ...]:
    """The lines that name annexes; a line that names none goes on with the one before."""
    titles: list[Line] = []
    for line in block.lines:
        starts = _NUMBERED.match(line.text) or bullet_at(line, False) or ordinal_at(line) or not titles
        if starts or _LIST.fullmatch(titles[-1].text):
            titles.append(line)
        else:
            titles[-1] = titles[-1].with_text(f"{titles[-1].text} {line.text}")
    return tuple(titles)


def _annex(line: Line) -> Annex | None:
    text = line.text
    bullet, ordinal = bullet_at(line, False), ordinal_at(line)
    text = bullet.text if bullet else ordinal.text if ordinal else text
    if not _NUMBERED.match(text):
        text = _LIST.sub("", text, count=1)
    text = dashed(re.sub(r"\A(Anlage\s*(?:\d{1,2}|[A-Z]))(?:\s*[:–—-]\s*|\s+(?=[A-ZÄÖÜ]))", r"\1 – ", text)).strip(
        " ,;"
    )
    nothing = folded(text) in ("", "keine", "entfallt", "ohne")
    return None if nothing else Annex(text, line)
