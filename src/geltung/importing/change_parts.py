"""Which parts of another directive a change concerns: "Ziffer 2.3 und 2.4", "der Einzelauftrag an die Zentrale"."""

import re
from collections.abc import Sequence

from geltung.importing.acts import Act
from geltung.importing.change_days import Situation
from geltung.importing.change_words import PARTS, SINGLE, TASK_PART


def part_words(tail: str) -> str:
    """What stands behind an act's title and names parts: ", Ziffer 2.3", "(nur Abschnitt 2)"; else all."""
    titled = re.match(r"\s*\)?\s*[-–—:]\s+", tail)
    if titled is None:
        return tail
    match = re.search(
        r"[,;(–-]\s*(?:hier:?\s*|nur\s+|dort\s+)*((?:Ziff|Abschnitt|Kapitel|Kap\.|Punkt|Nummer|Nr|"
        r"Gliederung|Tz|Teilziff)[^(),;–]*(?:(?:,|;)\s*\d[^()]*)?)\)?\s*\.?\s*\Z",
        tail,
    )
    return match[1] if match else ""


def read_parts(text: str, act: Act, situation: Situation) -> tuple[tuple[str, ...], str | None]:
    """Sections and tasks that a text names ("Ziffer 2.3 und 2.4", "der Einzelauftrag an die Service Center")."""
    found: list[str] = []
    doubt = None
    for match in PARTS.finditer(text):
        if re.match(r"\s*(?:dieser|der vorliegenden)\s+Weisung", text[match.end() :]):
            continue
        numbers = SINGLE.findall(match["numbers"])
        if "bis" in match["numbers"]:
            numbers, doubt = _range(numbers), "Ein Bereich von Ziffern ist ausgeschrieben: Stimmen alle?"
        found += numbers
    task = TASK_PART.search(text)
    if (task and task["unit"] is not None) or (task and not found and re.search(r"\bEinzelauftrag\b", text)):
        known = situation.task_ids.get(act.id or "", {})
        id_ = next(
            (
                id_
                for words, id_ in known.items()
                if task and task["unit"] and task["unit"].strip().lower() in words.lower()
            ),
            None,
        )
        if id_ is not None:
            found.append(f"#{id_}")
        doubt = "Welcher Einzelauftrag ist gemeint?" if id_ is None else f"Ist der Auftrag #{id_} gemeint?"
    return tuple(dict.fromkeys(found)), doubt


def _range(numbers: Sequence[str]) -> list[str]:
    """2.1 bis 2.3 → 2.1, 2.2, 2.3."""
    if len(numbers) != 2:
        return list(numbers)
    first, last = (tuple(map(int, number.split("."))) for number in numbers)
    if first[:-1] != last[:-1] or not 0 < last[-1] - first[-1] < 20:
        return list(numbers)
    return [".".join(map(str, (*first[:-1], value))) for value in range(first[-1], last[-1] + 1)]
