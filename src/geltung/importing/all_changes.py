"""Everything a directive does to others, from the field Aufhebung and from the text, each change once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geltung.importing.body import Node
from geltung.importing.body_changes import read_body
from geltung.importing.change_days import ChangeFound, Sentence, Situation
from geltung.importing.change_merging import merged
from geltung.importing.listed_changes import read_listed
from geltung.importing.references import Entry, is_nothing
from geltung.importing.unread import Unread, to_ask
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN, REPEAL

_POINTS = re.compile(r"\b(?:siehe|s\.|vgl\.)\s.*?(\d{1,2}(?:\.\d{1,2})*)", re.IGNORECASE)
_CORRECTS = re.compile(r"\b(?:berichtigt|korrigiert|Berichtigung|Korrektur|Schreibfehler)\b", re.IGNORECASE)
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
    firm, told = _without_contradicted([item for item in found if isinstance(item, ChangeFound)])
    changes = merged([_as_correction(change, nodes) for change in firm])
    left = [*(item for item in found if isinstance(item, Unread)), *told]
    left = [item for item in left if not (item.listed and changes and _POINTER.match(item.text))]
    kept = tuple(item for item in left if item.listed and not _in_text(item, nodes))
    return Stated(changes, to_ask([item for item in left if item.asked], changes), kept)


def _without_contradicted(changes: Sequence[ChangeFound]) -> tuple[list[ChangeFound], list[Unread]]:
    """The changes without repeals that are only told of, where the directive extends the same act; those are asked."""
    extended = {change.target for change in changes if change.kind == EXTENSION}
    told = [change for change in changes if change.reported and change.kind == REPEAL and change.target in extended]
    left = [Unread(change.words or change.target, change.value.lines, False, (change.target,)) for change in told]
    return [change for change in changes if change not in told], left


def _as_correction(change: ChangeFound, nodes: Sequence[Node]) -> ChangeFound:
    """New words for old ones are a correction where the abstract, before the first chapter, speaks of one."""
    first = next((index for index, node in enumerate(nodes) if node.kind == "chapter"), len(nodes))
    said = any(_CORRECTS.search(node.text) for node in nodes[:first])
    if change.kind != AMENDMENT or not said or not re.search(r"\bersetzt\b", change.words or ""):
        return change
    question = (change.value.question or "").replace(GERMAN[AMENDMENT], GERMAN[CORRECTION], 1)
    return replace(change, kind=CORRECTION, value=replace(change.value, question=question))


def _in_text(item: Unread, nodes: Sequence[Node]) -> bool:
    """Whether a sentence stands in the text already, such as one of a list there."""
    numbers = {line.number for line in item.lines}
    return any(numbers & {line.number for line in node.lines} for node in nodes)
