"""Everything a directive does to others, from the field Aufhebung and from the text, each change once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geltung.importing.body import Node
from geltung.importing.changes.body_changes import read_body
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_merging import merged
from geltung.importing.changes.change_words import CORRECTED, REWORDED
from geltung.importing.changes.listed_changes import read_listed
from geltung.importing.changes.unread import Unread, to_ask
from geltung.importing.head.references import Entry, is_nothing
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, REPEAL

_POINTS = re.compile(r"\b(?:siehe|s\.|vgl\.)\s.*?(\d{1,2}(?:\.\d{1,2})*)", re.IGNORECASE)
_POINTER = re.compile(r"\W*(?:siehe|s\.|vgl\.)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """The changes, the sentences to ask about, and those of Aufhebung that no change carries on into the draft."""

    changes: tuple[ChangeFound, ...]
    asked: tuple[Unread, ...]
    kept: tuple[Unread, ...]


def all_changes(listed: Sequence[Entry], nodes: Sequence[Node], situation: Situation) -> Stated:
    """What the field Aufhebung lists, then what the text says."""
    items = [Sentence(entry.text, entry.lines, True) for entry in listed if not is_nothing(entry)]
    pointed = [number for item in items for number in _POINTS.findall(item.text)]
    found = (*read_listed(items, situation), *read_body(nodes, situation, pointed))
    read = _corrections([item for item in found if isinstance(item, ChangeFound)], nodes)
    firm, told = _without_contradicted(read)
    changes = merged(firm)
    left = [*(item for item in found if isinstance(item, Unread)), *told]
    left = [item for item in left if not (item.listed and changes and _POINTER.match(item.text))]
    kept = tuple(item for item in left if item.listed and not _in_text(item, nodes))
    return Stated(changes, to_ask([item for item in left if item.asked], changes), kept)


def _corrections(changes: Sequence[ChangeFound], nodes: Sequence[Node]) -> list[ChangeFound]:
    """The changes; words that are replaced are a correction where the directive says elsewhere that it corrects."""
    said = any(CORRECTED.search(node.text) for node in nodes) and not any(item.kind == CORRECTION for item in changes)
    return [
        replace(item, kind=CORRECTION)
        if said and item.kind == AMENDMENT and REWORDED.search(item.words or "")
        else item
        for item in changes
    ]


def _without_contradicted(changes: Sequence[ChangeFound]) -> tuple[list[ChangeFound], list[Unread]]:
    """The changes without repeals that are only told of, where the directive extends the same act; those are asked."""
    extended = {change.target for change in changes if change.kind == EXTENSION}
    told = [change for change in changes if change.reported and change.kind == REPEAL and change.target in extended]
    left = [Unread(change.words or change.target, change.value.lines, False, (change.target,)) for change in told]
    return [change for change in changes if change not in told], left


def _in_text(item: Unread, nodes: Sequence[Node]) -> bool:
    """Whether a sentence stands in the text already, such as one of a list there."""
    numbers = {line.number for line in item.lines}
    return any(numbers & {line.number for line in node.lines} for node in nodes)
