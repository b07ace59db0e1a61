"""What the words of a change say besides a day: that they only report, name no day, or mean "am D" as its day."""

import re
from datetime import date
from typing import Final

from geltung.model.records import Change, Directive
from geltung.model.terms import CORRECTION, EXTENSION, PARTIAL_REPEAL, REPEAL
from geltung.parse.wording import DatePhrase, find_dates

ACT: Final = (
    r"(?:Weisung|Regelung|HEGA|Geschäftsanweisung|Handlungsempfehlung|Verfahrensinformation|Dienstanweisung|"
    r"E-Mail-Info)"
)
"""The names that acts go by."""
_HAPPENED: Final = (
    r"\b(?:ist|sind)\s+seit\b|\bbereits\b|\bschon\b|\b(?:wurden?|waren?)\b|\bworden\b|\bausgelaufen\b|\bgetreten\b|"
    r"\bseinerzeit\b|\bvormals\b"
)
_STATE: Final = r"\bist\s+(?:seit|am|zum|mit\s+Ablauf)\b.{0,60}?(?:aufgehoben|außer\s+Kraft\s+getreten|ausgelaufen)"
REPORT: Final = re.compile(rf"{_HAPPENED}|{_STATE}", re.IGNORECASE)
"""Words of a report ("ist bereits aufgehoben"), which changes nothing (rule 4)."""
BY_THIS: Final = re.compile(
    r"\b(?:durch|mit|von)\s+(?:Inkrafttreten\s+|Wirksamwerden\s+)?(?:diese[rn]?|"
    rf"der\s+vorliegenden)\s+{ACT}|\bhiermit\b|\bhierdurch\b|"
    r"\bdamit\b",
    re.IGNORECASE,
)
"""Words by which the act itself makes the change."""

_QUOTED: Final = re.compile('[„»][^“”«]*[“”«]|"[^"]*"')
_REPEALS: Final = (REPEAL, PARTIAL_REPEAL)
_ENDED: Final = r"(?:aufgehoben|außer\s+Kraft|ersetzt|abgelöst|gegenstandslos|entfallen|ausgelaufen)"
_CHANGED: Final = rf"(?:{_ENDED}|verlängert|geändert|berichtigt|ergänzt|angepasst|gestrichen|(?:neu\s*)?gefasst)"
_REPORTED: Final = re.compile(rf"\b{_ENDED}", re.IGNORECASE)
_HAPPENED_ALREADY: Final = re.compile(_HAPPENED, re.IGNORECASE)
_MADE_NOW: Final = re.compile(
    rf"\b(?:wird|werden)\b[^,;:]*?\b{_ENDED}|\b(?:tritt|treten)\b|\bverlier(?:t|en)\b|\b(?:hebt|heben)\b|"
    rf"\bentfällt\b|\b(?:diese|vorliegende)\s+{ACT}\s+(?:ersetzt|löst)\b",
    re.IGNORECASE,
)
_MAKES: Final = re.compile(
    rf"\b{_CHANGED}|\b(?:hebt|heben)\b.*\bauf\b|\bverlier(?:t|en)\b|\bentfällt\b|\baufzuheben\b", re.IGNORECASE
)
_ANOTHER_TIME: Final = re.compile(
    r"\bAblauf\b|\bWirkung\b|\b(?:sobald|nachdem|wenn|sofern|sofort\w*|unverzüglich|rückwirkend|frühestens|spätestens)\b"
    r"|\b(?:nach|vor|bei|seit|ab)\s+(?:de[mnr]\b|Ablauf|Abschluss|Beginn|Ende|Veröffentlichung|Bekanntgabe|Einführung)"
    r"|\b\w*(?:tag|woche|monat|quartal|jahr)(?:e[ns]?|s|n)?\b|\b(?:jahres|monats|quartals|halbjahres)\w+",
    re.IGNORECASE,
)
"""Words that give a time without a date: then nobody can say here whether effective is right."""
_BEGINNING: Final = re.compile(
    rf"\b(?:mit|bei|ab|zum|durch)\s+(?:dem\s+)?(?:Inkrafttreten|Wirksamwerden|Geltungsbeginn)\s+"
    rf"(?:diese[rs]?|der\s+vorliegenden)\s+{ACT}",
    re.IGNORECASE,
)
_ADVERBS: Final = r"(?:(?:hiermit|ersatzlos|vollständig|ganz|insgesamt|somit|automatisch|zugleich|wieder)\s+)*"
_VERB_BEHIND: Final = re.compile(
    rf"\s+{_ADVERBS}(?:{_CHANGED}|(?:wird|werden|tritt|treten|endet|enden|verliert|verlieren|entfällt)\b|"
    r"(?:ihre|seine)\s+(?:Gültigkeit|Geltung|Wirksamkeit))",
    re.IGNORECASE,
)
_VERB_BEFORE: Final = re.compile(rf"\b(?:endet|enden|entfällt|entfallen)\s+{_ADVERBS}\Z", re.IGNORECASE)


def unquoted(words: str) -> str:
    """The words with blanks where something is quoted: what the other act says, and its name."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), words)


def is_report(directive: Directive, change: Change, day: date | None) -> bool:
    """Whether the words tell of an earlier repeal instead of making one; ``day`` is the one they give, if any.

    "Ist zum 30.06. aufgehoben" tells of one if the act is from a later day; else it makes one.
    """
    words = unquoted(change.words or "")
    if change.kind not in _REPEALS or not _REPORTED.search(words):
        return False
    if _MADE_NOW.search(words) or BY_THIS.search(words):
        return False
    if _HAPPENED_ALREADY.search(words):
        return True
    return bool(REPORT.search(words) and day and directive.issued and day <= directive.issued)


def names_no_day(change: Change) -> bool:
    """Whether the words make the change and leave its day to the act's own first day (rule 3).

    A correction is left out: it often means that things have been so from the start.
    """
    words = unquoted(change.words or "")
    if change.kind == CORRECTION or not _MAKES.search(words):
        return False
    if any(not _is_name_or_end(phrase, change) for phrase in find_dates(words)):
        return False
    return bool(_BEGINNING.search(words)) or not _ANOTHER_TIME.search(words)


def _is_name_or_end(phrase: DatePhrase, change: Change) -> bool:
    """ "Weisung … vom 15.01.2025" is the name of an act, "bis zum …" the new end of an extension."""
    return phrase.lead == "vom" or (change.kind == EXTENSION and "bis" in phrase.lead.split())


def is_day_of_change(words: str, phrase: DatePhrase) -> bool:
    """Whether "am D" is when the change happens: "tritt am D außer Kraft", not "die am D erlassene Weisung"."""
    if not phrase.lead.startswith("am"):
        return False
    return bool(_VERB_BEHIND.match(words[phrase.end :]) or _VERB_BEFORE.search(words[: phrase.offset]))
