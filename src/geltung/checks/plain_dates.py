"""Dates that the words of a task state so plainly that the attribute can be proposed for writing.

Plain is one whole date (or one range) in the words, with the year, behind "bis", "spätestens zum", "ab" and the like,
in the main clause and not in front of a noun it belongs to. "Vorgänge, die bis zum 31.03.2025 eingegangen sind" and
"die ab 01.07.2025 geltende Fassung" are not plain (rule 21), nor is what goes on until a day (``day_uses``).
Everything else stays a warning for a person to decide.
"""

import re
from datetime import date
from typing import Final

from geltung.checks.day_uses import follows_noun, goes_on, names_period
from geltung.checks.days import is_exact
from geltung.checks.relative import find_relative
from geltung.checks.task_dates import unaccounted
from geltung.checks.wordings import Wording
from geltung.parse.wording import DUE, END, START, DatePhrase, find_dates

_ATTRIBUTE: Final = {START: "starts_on", DUE: "due_on", END: "ends_on"}
_DOUBTFUL_LEADS: Final = frozenset(("vor", "nach", "ablauf", "seit", "für"))
_CLAUSE_START: Final = re.compile(r"[,;:.(–][^,;:.(–]*\Z")
_SUBORDINATE: Final = re.compile(
    r"\W*(?:\w+ )?(?:die|der|das|den|dem|denen|deren|dessen|welche\w*|wenn|sofern|soweit|falls|nachdem|bevor|dass|ob|"
    r"weil|wie|wo\w*|sobald|solange|während|als|da|soll\w*)\b",
    re.IGNORECASE,
)
_ATTRIBUTIVE: Final = re.compile(
    r"\b(?:die|der|das|den|dem|des|eine?[rnms]?|alle[rnms]?|ihre?[rnms]?|keine?[rnms]?|jede[rnms]?|und|oder|gültig\w*|"
    r"befristet\w*|Stand|Zeitraum|Zeit)\W*\Z",
    re.IGNORECASE,
)
_PARTICIPLE: Final = re.compile(r"\s+(?:\w+ ){0,2}(?:\w*ge\w+[tn]en?|geltende\w*|gültige\w*)\s+[A-ZÄÖÜ]")


def plain_dates(wording: Wording) -> dict[str, date]:
    """Attribute → day, for the dates of a wording that no attribute gives and that are plain; empty if any is not."""
    text, version = wording.version.text, wording.version
    phrases = find_dates(text)
    missing = list(unaccounted(wording))
    roles = [phrase.role for phrase in phrases]
    one_range = len(phrases) == 2 and roles[0] == START and roles[1] in (DUE, END)
    if not missing or not (len(phrases) == 1 or one_range) or any(find_relative(text)) or version.recurrence:
        return {}
    found: dict[str, date] = {}
    if one_range and follows_noun(text, phrases[0]):
        return {}
    for phrase in missing:
        attribute = _ATTRIBUTE.get(phrase.role or "")
        if attribute is None or phrase.date is None or getattr(version, attribute) is not None:
            return {}
        if not _is_plain(text, phrase, within_range=one_range and phrase is phrases[1]):
            return {}
        found[attribute] = phrase.date
    return found


def _is_plain(text: str, phrase: DatePhrase, *, within_range: bool) -> bool:
    if not is_exact(phrase) or not _DOUBTFUL_LEADS.isdisjoint(phrase.lead.split()):
        return False
    if goes_on(text, phrase) or names_period(text, phrase):
        return False
    before = text[: phrase.offset]
    clause = _CLAUSE_START.search(before)
    if clause is not None and before[clause.start()] == "," and _SUBORDINATE.match(clause[0][1:] + " "):
        return False
    if not within_range and _ATTRIBUTIVE.search(before):
        return False
    return _PARTICIPLE.match(text[phrase.end :]) is None
