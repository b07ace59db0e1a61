"""Which parts of another directive a change concerns: "Ziffer 2.3 und 2.4", "der Einzelauftrag an die Zentrale"."""

import re
from collections.abc import Mapping

from geltung.importing.acts import Act
from geltung.importing.changes.change_days import Situation
from geltung.importing.changes.change_words import EXCEPTED, FINER, LIMITED_QUESTION, PARTS, SINGLE, TASK_PART

_FROM_ON = re.compile(
    r"\b(?:ab|vor|nach|ohne)\s+(?:der\s+|dem\s+)?(?:Ziff|Abschnitt|Kapitel|Nummer|Nr\.|Punkt|Tz)", re.IGNORECASE
)
_LIMITED_TO = re.compile(
    r"\bsoweit\s+(?:sie|es|diese|er)\s+((?:die\s+|den\s+)?(?:Ziff|Abschnitt|Kapitel|Nummer|Nr\.|Punkt|Tz)[^;:()]*?)\s+"
    r"betr(?:ifft|effen)",
    re.IGNORECASE,
)
"""What names the parts that are repealed by a limit ("soweit sie die Ziffern 2.1 bis 2.3 betrifft")."""


def part_words(tail: str) -> str:
    """What stands behind an act's title and names parts: ", Ziffer 2.3", "(nur Abschnitt 2)"; else all."""
    titled = re.match(r"\s*\)?\s*[-–—:]\s+", tail)
    if titled is None:
        return tail
    match = re.search(
        r"[,;(–-]\s*(?:hier:?\s*|nur\s+|dort\s+|(?:soweit\s+(?:sie|es)|hinsichtlich|bezüglich|betreffend|in)\s+|"
        r"(?:die|den|der|des)\s+)*((?:Ziff|Abschnitt|Kapitel|Kap\.|Punkt|Nummer|Nr|"
        r"Gliederung|Tz|Teilziff|Anlage|Anhang|Einzelauftr)[^(),;–]*(?:(?:,|;)\s*(?:\d|Satz|Abs)[^()]*)?)\)?\s*\.?\s*\Z",
        tail,
    )
    return match[1] if match else ""


def read_parts(text: str, act: Act, situation: Situation) -> tuple[tuple[str, ...], str | None]:
    """Sections and tasks that a text names ("Ziffer 2.3 und 2.4", "der Einzelauftrag an die Service Center").

    The question says why the parts are not sure; a part that is no section is one, and so is what is left out
    ("mit Ausnahme von Ziffer 2.3"), which is not among the parts.
    """
    text = _LIMITED_TO.sub(r"\1", text)
    if excepted := EXCEPTED.search(text):
        parts, _ = read_parts(text[: excepted.start()], act, situation)
        return parts, LIMITED_QUESTION
    found: list[str] = []
    doubt = None
    for match in PARTS.finditer(text):
        if re.match(r"\s*(?:dieser|der vorliegenden)\s+Weisung", text[match.end() :]):
            continue
        if spoilt := re.search(r"\d,\d", match["numbers"]):
            doubt = f"Gelesen ist „{spoilt[0]}“: Ist das ein Abschnitt oder sind es zwei?"
        numbers, ranged = _numbers(re.sub(r"(?<=\d),(?=\d)", ".", match["numbers"]))
        doubt = "Ein Bereich von Ziffern ist ausgeschrieben: Stimmen alle?" if ranged else doubt
        found += numbers
    if found and _FROM_ON.search(text):
        doubt = "Der Wortlaut nennt Ziffern „ab“ oder „vor“ einer: Welche Abschnitte sind gemeint?"
    if FINER.search(text):
        doubt = "Der Wortlaut nennt einen Teil, der kein Abschnitt ist: Welche Abschnitte oder Aufträge sind gemeint?"
    task = TASK_PART.search(text)
    if (task and task["unit"] is not None) or (
        task and not found and re.search(r"\b(?:Einzelauftrag|Auftrag\s+\d)", text)
    ):
        id_ = _task_id(task["unit"] if task else None, situation.task_ids.get(act.id or "", {}))
        if id_ is not None:
            found.append(f"#{id_}")
        doubt = "Welcher Einzelauftrag ist gemeint?" if id_ is None else f"Ist der Auftrag #{id_} gemeint?"
    return tuple(dict.fromkeys(found)), doubt


def _task_id(unit: str | None, known: Mapping[str, str]) -> str | None:
    """The id of the target's task whose addressee the words name; ``known`` maps addressees to ids."""
    wanted = (unit or "").strip().lower()
    return next((id_ for words, id_ in known.items() if wanted and wanted in words.lower()), None)


def _numbers(text: str) -> tuple[list[str], bool]:
    """ "2.1 bis 2.3 sowie 4" → 2.1, 2.2, 2.3, 4, and whether a range was written out."""
    found: list[str] = []
    ranged = False
    for match in SINGLE.finditer(text):
        if match["range"] and found:
            found += _between(found[-1], match["number"])
            ranged = True
        found.append(match["number"])
    return found, ranged


def _between(start: str, end: str) -> list[str]:
    """The numbers between two of the same level: 2.1, 2.4 → 2.2, 2.3."""
    first, last = (tuple(map(int, number.split("."))) for number in (start, end))
    if first[:-1] != last[:-1] or not 0 < last[-1] - first[-1] < 20:
        return []
    return [".".join(map(str, (*first[:-1], value))) for value in range(first[-1] + 1, last[-1])]
