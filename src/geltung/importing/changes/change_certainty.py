"""When a change is certain: only if every word of its sentence has been understood.

Act, verb, day, part, title and the few words that say nothing are taken out of the sentence; whatever is left, a day, a
negation, an exception, a condition, a second act or a word nobody foresaw, makes the change a question. So a wording
that no rule knows is asked about, and never silently misread.
"""

import re
from collections.abc import Sequence
from typing import Final

from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_words import PARTS
from geltung.importing.sentences import words
from geltung.importing.text import shortened
from geltung.model.terms import EXTENSION
from geltung.parse.wording import find_dates

_QUOTED = re.compile(r"„[^„“”]*[“”\"]|»[^«]*«|\"[^\"]*\"")
_POINTER = re.compile(r"\(\s*(?:siehe|s\.|vgl\.?|vergleiche|dazu)\s[^()]*\)", re.IGNORECASE)
_TITLE = re.compile(r"\s*\)?\s*[-–—]\s")
_THIS_ACT = re.compile(
    r"\b(?:(?:mit|durch)\s+(?:dem\s+)?(?:(?:Inkrafttreten|Wirksamwerden|In-Kraft-Treten)\s+)?)?(?:diese[rn]?|"
    r"(?:die|der)\s+vorliegenden?)\s+(?:Weisung|Regelung|HEGA|Geschäftsanweisung|Handlungsempfehlung|"
    r"Verfahrensinformation|Dienstanweisung|E-Mail-Info)\b",
    re.IGNORECASE,
)
_REPEALING = re.compile(
    r"\b(?:(?:wird|werden)\b|(?:tritt|treten)\b|verlier(?:t|en)\b|aufgehoben\b|au(?:ß|ss|B|R|fs)er\s+Kraft(?:\s+gesetzt)?\b|"
    r"(?:ihre|seine)\s+(?:G[üui]{1,2}ltigkeit|Geltung|Wirksamkeit)\b|entf[äa]ll(?:t|en)\b|ersetz(?:t|en)\b|abgel[öo]st\b|"
    r"l[öo]s(?:t|en)\b|hebt\b|auf\b|an\s+die\s+Stelle\b|gegenstandslos\b|gestrichen\b|"
    r"(?:ist|sind|gilt|gelten)\s+(?=.{0,60}nicht\s+mehr)|nicht\s+mehr(?=\W*\Z)|nicht\s+mehr\s+(?:anzuwenden|angewendet|angewandt|anwendbar)\b)",
    re.IGNORECASE,
)
_EXTENDING = re.compile(
    r"\b(?:wird|werden|gilt|gelten|verl[äa]ngert|fort|weiter(?:hin)?|bleib(?:t|en)|in\s+Kraft|g[üui]{1,2}ltig|unbegrenzt|unbefristet|"
    r"bis\s+auf\s+Weiteres|hinaus|auf|(?:die\s+)?(?:G[üui]{1,2}ltigkeit(?:sdauer)?|Geltungsdauer|Laufzeit))\b",
    re.IGNORECASE,
)
_FILLERS: Final = words(
    "der die das dem den des weisung weisungen regelung bisherige bisherigen folgende folgenden genannte "
    "genannten hiermit hierdurch somit daher damit ebenfalls zugleich gleichzeitig vollständig insgesamt "
    "ersatzlos nunmehr jeweils auch und sowie in im aus von mit zum ab bis über an nr nummer ganz komplett "
    "ihre ihrer gültigkeit geltung"
)
"""Words that change nothing about what a sentence does."""
_GAP: Final = " … "


def without_pointers(text: str) -> str:
    """The text without "(siehe Ziffer 2.3)": it points to a place in the directive itself. Offsets stay."""
    return _POINTER.sub(lambda match: match[0] if find_acts(match[0]) else " " * len(match[0]), text)


def not_understood(verb_text: str, kind: str) -> str | None:
    """The first words of a sentence that no rule has read; None if there are none.

    ``verb_text`` is the sentence without the title behind its last act.
    """
    text = _QUOTED.sub(_GAP, without_pointers(verb_text))
    acts = find_acts(text)
    for index in range(len(acts) - 1, -1, -1):
        text = _without_act(text, acts, index)
    text = PARTS.sub(_GAP, _THIS_ACT.sub(_GAP, text))
    for phrase in reversed(find_dates(text)):
        text = text[: phrase.offset] + _GAP + text[phrase.end :]
    text = (_EXTENDING if kind == EXTENSION else _REPEALING).sub(_GAP, text)
    return _left(text)


def behind_name(tail: str) -> str | None:
    """Words behind the name of a listed act that are no title, no day and no part; a title stands behind a dash."""
    tail = without_pointers(tail)
    if _TITLE.match(tail) or re.match(r"\s*:\s", tail):
        return None
    text = PARTS.sub(_GAP, _QUOTED.sub(_GAP, tail))
    for phrase in reversed(find_dates(text)):
        text = text[: phrase.offset] + _GAP + text[phrase.end :]
    return _left(text)


def _without_act(text: str, acts: Sequence[Act], index: int) -> str:
    """The text without an act's name and day, and without its title if another act follows."""
    act = acts[index]
    end = act.end
    if index + 1 < len(acts):
        following = acts[index + 1].start
        if _TITLE.match(text, end):
            end = max(end, following)
    return text[: act.start] + _GAP + text[end:]


def _left(text: str) -> str | None:
    left = [
        word
        for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", text)
        if word.lower() not in _FILLERS and (len(word) > 1 or word.isdigit())
    ]
    return shortened(" ".join(left), 60) if left else None
