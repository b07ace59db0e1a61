"""Which items of a list are nested below others: told by their signs, their indents and what they begin with."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.structure.block_kinds import Block
from geltung.importing.structure.bullets import ORDINAL_SORTS

_DASHES: Final = ("dash", "-", "–", "—", "−")
INDENT: Final = 2
"""Blanks from which on an item stands further in than another."""
_UNFINISHED: Final = re.compile(
    r",\s*(?:die|der|das|den|dem|deren|dessen|welche[rs]?|dass|damit|indem|indem\s+sie|ob|sofern|wenn|soweit|weil|um|und\s+zwar)"
    r"\s*:?\Z|\b(?:und\s+zwar|sicher,?\s+dass|von|vom|bei|für|durch|zum|zur|im|den|dem|des)\s*:?\Z"
)
"""The end of an item whose sentence the items below carry on: "… nur Verträge, die"."""
_BARE_VERB: Final = re.compile(r"[a-zäöüß]{3,}(?:en|ern|eln)")
_OPEN: Final = re.compile(r"(?:[^.;,:!?]|,)\Z")
"""The end of an item that is no complete sentence."""
_VERB: Final = re.compile(r"(?!(?:und|oder|sowie|bei|mit|von|die|der|das)\b)[a-zäöü][\wäöüßB]*(?:en|ern|eln|n|t)\b")


def nested(blocks: Sequence[Block], damaged: bool, begins: Sequence[bool]) -> tuple[Block, ...]:
    """Blocks with the level of their items: those of another sort than the first of their list, or further in, are
    nested below the one before. ``begins`` says for each block whether it begins a new list, as an addressee does:
    the sign that was the second level before it may be the first behind it.
    """
    found: list[Block] = []
    first: Block | None = None
    for block, new in zip(blocks, begins, strict=True):
        if new or block.kind not in ("item", "numbered"):
            first = first if block.kind == "paragraph" and not (new or block.gap) else None
            found.append(block)
        elif first is None:
            first = block
            found.append(block)
        else:
            found.append(_placed(block, first, found, damaged))
    return tuple(found)


def _placed(block: Block, first: Block, found: Sequence[Block], damaged: bool) -> Block:
    if not _is_inner(block, first, found, damaged):
        other = _told(block, first) and _tells_apart(block, first)
        return replace(block, other_sign=True) if other else block
    if _begins_anew(block, first, found):
        return replace(block, other_sign=True)
    return replace(block, level=1)


def _begins_anew(block: Block, first: Block, found: Sequence[Block]) -> bool:
    """Whether an item with another sign goes on with the list all the same: the item before it is complete, both begin
    with their verb as tasks do, and it stands no further in."""
    before = found[-1]
    if before.level or before.kind not in ("item", "numbered") or not before.text.endswith("."):
        return False
    verbs = _VERB.match(first.text) and _VERB.match(block.text)
    return bool(verbs) and block.lines[0].indent - first.lines[0].indent < INDENT


def _is_inner(block: Block, first: Block, found: Sequence[Block], damaged: bool) -> bool:
    before = next((item for item in reversed(found) if item.kind in ("item", "numbered")), None)
    if before is None:
        return False
    if (open_item := _unfinished(found)) is not None:
        ends = before.text.endswith(".") or (
            before.text.endswith(";") and before.lines[0].indent > block.lines[0].indent
        )
        return before is open_item or not ends
    if _told(block, first):
        last = next((item for item in reversed(found) if item.kind in ("item", "numbered") and not item.level), before)
        if deeper_than(block, first):
            return True
        if not (last.text.endswith(":") and block.sort != first.sort):
            return False
    announced = before.level == 1 or before.text.endswith(":")
    deeper = block.lines[0].indent - first.lines[0].indent >= INDENT and (not damaged or announced)
    other = block.sort != first.sort
    if before.level == 1:
        nouns = first.text[:1].islower() and before.text[:1].isupper() and block.text[:1].isupper()
        return deeper or nouns or (other and before.sort == block.sort)
    if damaged and deeper_than(block, before) and _OPEN.search(before.text):
        return True  # indented below a sentence that is not complete: "kennzeichnen Fälle mit"
    if before.text.endswith(":") and first.text[:1].islower() and block.text[:1].isupper():
        return True  # tasks begin with their verb, what they list with a noun
    return deeper or (other and (before.text.endswith(":") or _tells_apart(block, first)))


def _told(block: Block, first: Block) -> bool:
    """Whether the format of the source says how deep both items stand."""
    return all(item.lines[0].style == "list" for item in (block, first))


def _unfinished(found: Sequence[Block]) -> Block | None:
    """The last item of the first level if its sentence is not complete, so that the items below carry it on."""
    last = next((item for item in reversed(found) if item.kind in ("item", "numbered") and not item.level), None)
    return last if last is not None and (_UNFINISHED.search(last.text) or _BARE_VERB.fullmatch(last.text)) else None


def deeper_than(block: Block, other: Block) -> bool:
    """Whether an item stands further in than another."""
    return block.lines[0].indent - other.lines[0].indent >= INDENT


def _tells_apart(block: Block, first: Block) -> bool:
    """Whether the two signs are those of two levels; dots of several shapes may stand for one and the same."""
    kinds = [("dash" if item.sort in _DASHES else item.sort) for item in (block, first)]
    return kinds[0] != kinds[1] and bool({*ORDINAL_SORTS, "dash", "o", "○", "◦"} & set(kinds))
