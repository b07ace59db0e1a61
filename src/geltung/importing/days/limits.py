"""Repetition that is limited, changes, or says how much: from none of these an endless rule follows."""

import re
from dataclasses import replace
from typing import Final

from geltung.importing.days.task_days import Days

_OFTEN: Final = (
    r"(?:(?:arbeits|werk)?täglich|wöchentlich|14-tägig|vierzehntägig|monatlich|vierteljährlich|quartalsweise|"
    r"halbjährlich|jährlich)"
)
_NUMBER: Final = r"(?:\d{1,3}|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|fünfzig|hundert)"
_UNIT: Final = r"(?:(?:Kalender|Arbeits|Werk)?[Tt]age?n?|Wochen?|Monate?n?s?|Quartale?n?s?|Halbjahre?n?s?|Jahre?n?s?)"
_OPEN: Final = r"(?:Öffnungs|Dienst|Arbeits|Service|Sprech|Geschäfts)"
_LIMIT: Final = re.compile(
    rf"\b(?:in\s+(?:den|der)|während\s+(?:der|des)|innerhalb\s+(?:der|des)|im)\s+(?:jeweils\s+)?ersten\s+(?:{_NUMBER}\s+)?{_UNIT}\b|"
    rf"\bwährend\s+(?:der|des|dieser|dieses)\s+(?!{_OPEN})(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][\w-]+|"
    r"\bin\s+(?:der|den)\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ]?\w*(?:[Pp]hase|[Ff]erien|[Mm]onaten)\b|"
    r"\bim\s+(?:[a-zäöüß]+\s+)?(?:Sommer|Winter)(?:halbjahr)?\b|\bim\s+Zeitraum\s+de[rs]\b|"
    rf"\b(?:für\s+)?(?:die\s+Dauer\s+von\s+)?(?:die\s+nächsten\s+)?{_NUMBER}\s+{_UNIT}\s+lang\b|"
    rf"\bfür\s+(?:die\s+Dauer\s+von\s+)?(?:die\s+(?:nächsten|ersten)\s+)?{_NUMBER}\s+{_UNIT}|\bin\s+den\s+nächsten\s+{_NUMBER}\s+{_UNIT}|"
    r"\bfür\s+die\s+(?:Dauer|Zeit)\s+(?:de[rs]|einer|eines)\s+[A-ZÄÖÜ][\w-]+|\bbis\s+zu[rm]\s+(?:[a-zäöüß]+\s+)?(?!Monats|Quartals|Jahres|Ende\b|Ablauf\s+de[rs]\s+Monats|Werktag|Arbeitstag|"
    r"Freitag|Montag|Dienstschluss)[A-ZÄÖÜ]\w*(?:ung|nahme|schluss|treten|gang|ende|führung|start|stand|zug)\b|\bzunächst\b|\bvorerst\b"
)
"""Words that limit a repetition without a day: "in den ersten vier Wochen", "während der Sommerferien"."""
_CHANGES: Final = re.compile(
    rf"\b{_OFTEN}\b\s*,?\s*(?:und\s+)?(?:danach|anschließend|später|sodann|dann|ab|seit|nach|bis)\b[^;]{{0,60}}?\b{_OFTEN}\b",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    rf"\b(?:mindestens|höchstens|maximal|wenigstens|bis\s+zu|je|rund|etwa)?\s*{_NUMBER}\s+(?:[a-zäöüß-]+e[nr]?\s+){{0,2}}"
    rf"(?!{_UNIT}\b)[A-ZÄÖÜ][\w-]*(?:\s+für\s+[A-ZÄÖÜ]\w+)?\s+(?P<often>{_OFTEN}|(?:je|pro)\s+(?:Tag|Woche|Monat|Quartal|Halbjahr|Jahr))\b|"
    rf"\b(?P<before>(?:je|pro)\s+(?:Tag|Woche|Monat|Quartal|Halbjahr|Jahr))\s+(?:mindestens\s+|höchstens\s+)?{_NUMBER}\s+[a-zäöüß]*\s*[A-ZÄÖÜ]"
)
_AROUND: Final = re.compile(
    r"(?P<before>(?:\b(?:mindestens|höchstens|wenigstens)\s+)?(?:\b(?:ein|zwei|drei|vier)mal\s+)?)\Z", re.IGNORECASE
)
_BEHIND: Final = re.compile(
    r"\s+(?:jeweils\s+)?(?:im|in\s+der|zum\s+(?:Ende|Beginn)\s+des|zu\s+Beginn\s+des)\s+"
    r"(?:(?:ersten|zweiten|dritten|vierten|letzten|[1-4]\.|I{1,3}|IV)\s+(?:Quartals?|Halbjahre?s?|Vierteljahre?s?|Jahreshälfte)|"
    r"Frühjahr|Frühling|Sommer|Herbst|Winter)\b"
)
_AMONG: Final = 40
"""So many characters may stand between a limit and what it limits, to be kept as one."""


def changing(text: str) -> re.Match[str] | None:
    """ "wöchentlich, ab 01.12.2026 täglich": words of a repetition that changes, None if it does not."""
    return _CHANGES.search(text)


def is_amount(text: str, words: str) -> bool:
    """Whether words of repetition only say how much: "vier Termine je Woche"."""
    return any((match["often"] or match["before"]) == words for match in _AMOUNT.finditer(text))


def widened(words: str, text: str) -> str:
    """The words of a repetition with those around that belong to them: "einmal jährlich im ersten Quartal"."""
    start = text.find(words)
    if start == -1:
        return words
    end = start + len(words)
    before, behind = _AROUND.search(text[:start]), _BEHIND.match(text, end)
    return text[before.start() if before else start : behind.end() if behind else end]


def without_endless_rule(days: Days, text: str, words: str) -> Days:
    """The days with the words of a limited repetition instead of a rule that never ends: asked."""
    limit = _LIMIT.search(text)
    if limit is None or not days.recurrence or days.ends_on is not None:
        return days
    at = text.find(words)
    start, end = min(limit.start(), at), max(limit.end(), at + len(words))
    between = text[limit.end() : at] if at > limit.start() else text[at + len(words) : limit.start()]
    kept = " ".join(text[start:end].split()) if at != -1 and len(between) <= _AMONG else words
    days = replace(days, recurrence=None, due_on=None, deadline_words=kept)
    return days.doubted(f"„{limit[0]}“ begrenzt, wie lange sich die Frist wiederholt; nur der Wortlaut ist übernommen.")
