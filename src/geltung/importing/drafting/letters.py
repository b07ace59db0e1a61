"""The points about letters that a recognition misread: numerals of law, damaged signs, repaired and doubtful words.

A task whose text has a place that is asked about is no certain one: it is named by the same point.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.body import Node
from geltung.importing.drafting.draughts import Draught, places_of
from geltung.importing.recognise import Recognised
from geltung.importing.review_file import LIKELY, Place
from geltung.importing.text import shortened

_REPAIRED: Final = "Diese Wörter sind berichtigt; bitte überfliegen."
_DOUBTFUL: Final = (
    "Diese Wörter, Zeichen oder Zahlen sind vielleicht verlesen und stehen unverändert im Entwurf; der Vorschlag steht "
    "dabei, „unklar“ heißt: kein bekanntes Wort. Was steht im Original?"
)
_UNCLEAR: Final = "unklar"
_MOST_ALTERNATIVES: Final = 20


@dataclass(frozen=True, slots=True)
class Letters:
    """The points about letters, and for each the source lines that a task is not certain with."""

    draughts: tuple[Draught, ...]
    lines: tuple[frozenset[int], ...]

    def of_task(self, about: str, node: Node) -> Iterator[Draught]:
        """The same points once more for a task of which they ask."""
        numbers = {line.number for line in node.lines}
        places = places_of(node.lines[:1], None, None)
        for draught, lines in zip(self.draughts, self.lines, strict=True):
            if numbers & lines:
                yield replace(draught, about=about, places=places)


def letters(found: Recognised, at: dict[int, int]) -> Letters:
    """All of them; ``at`` is source line → line of the draft."""
    mended = found.mended
    pairs = [
        (_numerals(found, at), {numeral.line for numeral in found.numerals.found}),
        (_repaired(found, at), set[int]()),
        (_doubtful(found, at), {one.line for one in mended.proposed} | {one.line for one in mended.doubts}),
    ]
    kept = [(draught, frozenset(lines)) for draught, lines in pairs if draught is not None]
    return Letters(tuple(draught for draught, _ in kept), tuple(lines for _, lines in kept))


def _numerals(found: Recognised, at: dict[int, int]) -> Draught | None:
    numerals = found.numerals
    if not numerals.found:
        return None
    places = [_place(found, at, item.line, item.original, item.now) for item in numerals.found]
    read = _quoted(item.original for item in numerals.found)
    now = list(dict.fromkeys(item.now for item in numerals.found))
    question = f"Gelesen ist {read}; im Entwurf steht {_quoted(now)}. {numerals.reason} Stimmt das an allen Stellen?"
    other = "SGB II" if now[0].endswith("III") else "SGB III"
    return Draught("text", now[0], numerals.confidence, tuple(places), question, (other,), question)


def _repaired(found: Recognised, at: dict[int, int]) -> Draught | None:
    repairs = found.mended.applied
    if not repairs:
        return None
    places = tuple(_place(found, at, repair.line, repair.original, repair.proposed) for repair in repairs)
    return Draught("text", _count(places, "Wort", "Wörter"), LIKELY, places, _REPAIRED, (), _REPAIRED)


def _doubtful(found: Recognised, at: dict[int, int]) -> Draught | None:
    """Words and signs that are left as they are: one point, for what is to be done is the same."""
    pairs = [(one.line, one.original, one.likely) for one in found.mended.doubts]
    pairs += [(one.line, one.original, one.proposed) for one in found.mended.proposed]
    if not pairs:
        return None
    places = tuple(_place(found, at, line, read, read) for line, read, _ in sorted(pairs, key=lambda one: one[0]))
    said = [f"{read} → {likely if likely != read else _UNCLEAR}" for _, read, likely in pairs]
    alternatives = tuple(dict.fromkeys(said))[:_MOST_ALTERNATIVES]
    what = "Wort" if not found.mended.doubts else "Stelle"
    value = _count(places, what, "Wörter" if what == "Wort" else "Stellen")
    return Draught("text", value, LIKELY, places, _DOUBTFUL, alternatives, _DOUBTFUL)


def _place(found: Recognised, at: dict[int, int], number: int, original: str, now: str) -> Place:
    line = next(line for line in found.mended.lines if line.number == number)
    return Place(number, line.page, shortened(line.original), at.get(number), original, now)


def _count(places: Sequence[Place], one: str, more: str) -> str:
    return f"{len(places)} {more if len(places) > 1 else one}"


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"„{word}“" for word in dict.fromkeys(words))
