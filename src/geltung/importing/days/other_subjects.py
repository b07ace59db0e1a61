"""Days of something else than the duty: "die Papierform entfällt mit Ablauf des …", "darüber, dass … endet"."""

import re
from typing import Final

from geltung.importing.sentences import start_of_sentence
from geltung.parse.wording import DatePhrase

_BORDER: Final = re.compile(
    r"(?<=[a-zäöüß)])\.\s+(?=[A-ZÄÖÜ])|;\s+|:\s+|\s[–-]\s|,\s+(?:und\s+)?(?=(?:die|der|das)\s+(?:alte|bisherige)\w*\b)|"
    r",\s+(?=dass\b)|\sund\s+(?=(?:die|der|das)\s+(?:alte|bisherige)\w*\s)",
)
"""Where a statement with a subject of its own may begin."""
_FATES: Final = (
    r"(?:abgeschaltet|eingestellt|deaktiviert|abgelöst|ersetzt|aufgehoben|geschlossen|gesperrt|freigeschaltet|bereitgestellt|"
    r"gelöscht|aufgelöst|verlängert|abgekündigt|eingestampft|zurückgezogen|beendet|veröffentlicht|"
    r"zur\s+Verfügung\s+gestellt)"
)
_HAPPENS: Final = re.compile(
    r"\A\s*(?:für|bei)\s+(?:\w+\s+){1,3}?(?:gilt|gelten|bleibt|bleiben)\b|"
    r"\A\s*(?:dass\s+)?(?:(?:die|der|das|dieser?s?|bestehende|laufende|bisherige|alte|bereits|vorhandene|ihre?|seine?)\b|[A-ZÄÖÜ]\w+)"
    r"(?!\s+(?:sind|ist)\b)[^;]*?\b(?:entfällt|entfallen|endet|enden|erlischt|erlöschen|verlier(?:t|en)|ausläuft|auslaufen|abläuft|ablaufen|"
    r"(?:läuft|laufen)\b[^;]*\b(?:aus|ab|weiter)\b|(?:gilt|gelten)\b[^;]*\b(?:fort|weiter)\b|fortgilt|fortgelten|"
    r"(?:tritt|treten)\b[^;]*\b(?:in|außer)\s+Kraft|bleib(?:t|en)|(?:steht|stehen)\b[^;]*\b(?:bereit|zur\s+Verfügung)|"
    rf"(?:wird|werden)\b[^;]*\b{_FATES}|{_FATES}\s+(?:wird|werden))\b"
)
"""A subject and what happens to it, or what it goes on doing; nobody is told to do it."""
_TELLS: Final = re.compile(
    r"\b(?:informier|unterricht|erinner|(?:teil|weis|klär)\w*\b.*\b(?:mit|hin|auf)\b|mit(?:zu)?teil|hin(?:zu)?weis|auf(?:zu)?klär)"
    r".*,\s+\Z",
    re.IGNORECASE,
)
"""Words before "dass …" that make it what is told: "weisen darauf hin, dass"."""


_SEES_TO: Final = re.compile(
    r"\b(?:sicher|sicherzustellen|dafür|acht\w*\s+darauf|wirk\w*\b.*\bhin|hinzuwirken)\s*,\s+\Z"
)
"""Words before "dass …" that make it what is to be done."""


def is_of_other_subject(text: str, phrase: DatePhrase) -> bool:
    """Whether a day stands in a statement about something else than what is to be done: never in the first clause."""
    borders = [match for match in _BORDER.finditer(text) if match.end() <= phrase.offset]
    if not borders:
        return False
    start = borders[-1].end()
    clause = re.split(r"(?<=[a-zäöüß)])\.(?:\s|\Z)|;\s", text[start:], maxsplit=1)[0]
    if clause.startswith("dass"):
        over = re.search(r"[a-zäöüß]+[nt],\s", text[start : phrase.offset])
        before = text[start_of_sentence(text, phrase.offset) : start]
        return over is None and bool(_TELLS.search(before)) and not _SEES_TO.search(before)
    return bool(_HAPPENS.search(clause))
