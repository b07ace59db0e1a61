"""Changes that header and text state twice become one; what contradicts itself becomes a question."""

from collections.abc import Sequence
from dataclasses import replace

from geltung.importing.changes.change_days import ChangeFound
from geltung.importing.review_file import OPEN
from geltung.importing.text import shortened
from geltung.model.terms import EXTENSION, PARTIAL_REPEAL, REPEAL

_OPPOSED = "{} wird nach dem Text zugleich aufgehoben und verlängert: Was gilt?"


def merged(changes: Sequence[ChangeFound]) -> tuple[ChangeFound, ...]:
    """Each change once: the body often repeats what the header lists; the one that states a day or parts is kept."""
    found: list[ChangeFound] = []
    for change in changes:
        same = next((index for index, other in enumerate(found) if _same(other, change)), None)
        if same is None:
            found.append(change)
            continue
        other = found[same]
        if change.parts != other.parts:
            doubted = other.value.doubted(f"{other.target} steht einmal ganz und einmal in Teilen da.", OPEN)
            found[same] = replace(other, value=doubted)
            continue
        if change.effective and other.effective and change.effective != other.effective:
            doubted = other.value.doubted(
                f"Die Aufhebung von {other.target} steht mit verschiedenen Tagen da.",
                OPEN,
                (change.effective.isoformat(),),
            )
            found[same] = replace(other, value=doubted)
        elif change.effective and not other.effective:
            lines = tuple(dict.fromkeys((*other.value.lines, *change.value.lines)))
            found[same] = replace(change, value=replace(change.value, lines=lines))
    found = [_opposed(change, found) for change in found]
    return tuple(
        replace(change, value=replace(change.value, about=f"change:{index}", value=described(change)))
        for index, change in enumerate(found, start=1)
    )


def _opposed(change: ChangeFound, changes: Sequence[ChangeFound]) -> ChangeFound:
    """The change with a question if the directive repeals and extends the same act as a whole."""
    kinds = {other.kind for other in changes if other.target == change.target and not other.parts}
    if change.kind not in (REPEAL, EXTENSION) or not kinds >= {REPEAL, EXTENSION}:
        return change
    return replace(change, value=change.value.doubted(_OPPOSED.format(change.target), OPEN))


def _same(first: ChangeFound, second: ChangeFound) -> bool:
    kinds = {first.kind, second.kind}
    alike = first.kind == second.kind or kinds == {REPEAL, PARTIAL_REPEAL}
    return (
        first.target == second.target and alike and (first.parts == second.parts or not (first.parts and second.parts))
    )


def described(change: ChangeFound) -> str:
    """A change in one line: "repeal 202404002 from 2025-09-01"."""
    parts = f" {', '.join(change.parts)}" if change.parts else ""
    effective = f" effective {change.effective}" if change.effective else ""
    until = f" until {change.valid_until}" if change.valid_until else ""
    return shortened(f"{change.kind} {change.target}{parts}{effective}{until}")
