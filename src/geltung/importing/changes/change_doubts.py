"""Sentences that read like a change and may be a report, or no lasting one: what is asked about them."""

import re
from typing import Final

from geltung.checks.change_words import BY_THIS
from geltung.importing.acts import find_acts
from geltung.importing.changes.change_days import Sentence, Situation
from geltung.importing.changes.change_kinds import SHORTENED
from geltung.importing.changes.change_words import PAST, PRESENT, THIS_DAY
from geltung.model.terms import AMENDMENT, REPEAL
from geltung.parse.wording import find_dates

ACTIVE = re.compile(
    r"Diese\s+(?:Weisung|Regelung|HEGA|Geschäftsanweisung)\s+(?:ersetzt|hebt|löst|tritt\s+an\s+die\s+Stelle)\b"
)
_ENDS = re.compile(
    r"\b(?:tritt|treten)\b.{0,80}?\bau\w{1,2}er\s+Kraft\b|\bverlier(?:t|en)\b|\bendet\b|\benden\b|\b(?:gilt|gelten)\b|\bl[äa]uf(?:t|en)\b",
    re.IGNORECASE,
)
"""Verbs that report an end as well as they set one."""
_BACKGROUND: Final = "Der Satz steht in der Ausgangssituation: Regelt das diese Weisung, oder berichtet er nur?"
_ENDS_ANYWAY: Final = "Endet die genannte Weisung ohnehin an diesem Tag, oder bestimmt es diese Weisung?"
_SUSPENDED: Final = "Wird die genannte Weisung nur bis zu diesem Tag ausgesetzt, oder endet sie mit ihm?"
_SHORTER: Final = (
    "Der Satz setzt der genannten Weisung ein Ende: Wird ihr Gültig bis geändert, "
    "oder wird sie ab dem Folgetag aufgehoben?"
)


def only_reported(kind: str, sentence: Sentence, verb_text: str) -> str | None:
    """The question where a sentence in the present may report what happens without this directive."""
    if sentence.listed or sentence.announced or BY_THIS.search(sentence.text) or ACTIVE.match(sentence.text):
        return None
    if sentence.background:
        return _BACKGROUND
    return _ENDS_ANYWAY if kind == REPEAL and _ENDS.search(verb_text) and find_dates(without_names(verb_text)) else None


def until_only(kind: str, verb_text: str) -> str | None:
    """The question where a repeal seems to last only up to a day ("wird bis zum 30.06. außer Kraft gesetzt")."""
    if kind == REPEAL and any("bis" in phrase.lead.split() for phrase in find_dates(without_names(verb_text))):
        return _SUSPENDED
    return _SHORTER if kind == AMENDMENT and SHORTENED.search(verb_text) else None


def without_names(text: str) -> str:
    """The text without the names and days of acts."""
    for act in reversed(find_acts(text)):
        text = text[: act.start] + text[act.end :]
    return text


def may_be_new(verb_text: str, situation: Situation) -> bool:
    """Whether a sentence that reads like a report may do something itself: it speaks of what is to come."""
    own = THIS_DAY.sub(" ", verb_text)
    since = situation.issued or situation.valid_from
    to_come = any(since is not None and phrase.date is not None and phrase.date >= since for phrase in find_dates(own))
    return bool(PRESENT.search(verb_text)) or (to_come and not PAST.search(verb_text))
