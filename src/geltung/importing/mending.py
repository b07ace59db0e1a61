"""Repairs of single words on their way through the import: those that are sure are applied, the others asked about."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from geltung.importing.repair import APPLIED, Doubt, Repair, law_signs, propose
from geltung.importing.text import Line


@dataclass(frozen=True, slots=True)
class Mended:
    """The lines with the sure repairs applied, these repairs, those that are only proposed, and damaged signs.

    ``Repair.line`` and ``Doubt.line`` are the numbers of source lines.
    """

    lines: tuple[Line, ...]
    applied: tuple[Repair, ...]
    proposed: tuple[Repair, ...]
    doubts: tuple[Doubt, ...] = ()


def mend(lines: Sequence[Line], vocabulary: Set[str]) -> Mended:
    """Apply the repairs that are sure enough; ``vocabulary`` are the collection's own words."""
    repairs = propose([line.text for line in lines], vocabulary)
    by_line: dict[int, list[Repair]] = {}
    for repair in repairs:
        by_line.setdefault(repair.line, []).append(repair)
    applied: list[Repair] = []
    proposed: list[Repair] = []
    mended: list[Line] = []
    for position, line in enumerate(lines, start=1):
        text = line.text
        for repair in sorted(by_line.get(position, ()), key=lambda repair: -repair.column):
            placed = Repair(
                line.number, repair.column, repair.original, repair.proposed, repair.confidence, repair.reason
            )
            end = repair.column + len(repair.original)
            if repair.confidence < APPLIED or text[repair.column : end] != repair.original:
                proposed.append(placed)
                continue
            text = text[: repair.column] + repair.proposed + text[end:]
            applied.append(placed)
        mended.append(line.with_text(text))
    doubts = [replace(doubt, line=lines[doubt.line - 1].number) for doubt in law_signs([one.text for one in mended])]
    return Mended(tuple(mended), tuple(reversed(applied)), tuple(reversed(proposed)), tuple(doubts))
