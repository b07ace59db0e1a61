"""What in a sentence that names another directive may change it, though no change was read: words, parts and days."""

import re
from collections.abc import Sequence
from typing import Final

from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_kinds import verb_text_of
from geltung.importing.changes.change_words import AFTERWARDS, NEGATED, PARTS, PRESENT, TASK_PART
from geltung.parse.wording import find_dates


def _damaged(pattern: str) -> str:
    """A pattern that also fits umlauts as they are misread ("verl4ngert", "tiberholt")."""
    for umlaut, readings in (("[äa]", "ä|a|4|ai|ia|ae"), ("[üu]", "ü|u|ii|ti|i|iu|ue"), ("[öo]", "ö|o|6|oe")):
        pattern = pattern.replace(umlaut, f"(?:{readings})")
    return pattern


_VERBS: Final = re.compile(
    _damaged(
        r"\b(?:aufgehoben|aufzuheben|aufheb\w*|ersetz(?:t|en)|abgel[öo]st|abzul[öo]sen|verl[äa]ngert|verl[äa]ngern|entfristet|"
        r"befristet|verschoben|ge[äa]ndert|[äa]ndert|erg[äa]nzt|neu\s?gefasst|berichtigt|korrigiert|gegenstandslos|entf[äa]ll(?:t|en)|"
        r"gestrichen|eingef[üu]gt|angepasst|aktualisiert|entgegensteh\w*|[üu]berholt|zusammengef[üu]hrt|hinf[äa]llig|unwirksam|"
        r"erledigt|obsolet|ung[üu]ltig|au(?:ß|ss)er\s+Acht|"
        r"zur[üu]ckgezogen|zur[üu]ckgenommen|widerrufen|ausgesetzt|endet|enden)\b|\bau(?:ß|ss|B|R|fs)er\s+Kraft\b|"
        r"\b(?:hebt|heben|hob)\b.{0,300}?\bauf\b|\bl[öo]s(?:t|en)\b.{0,200}?\bab\b|\bl[äa]uf(?:t|en)\b.{0,200}?\baus\b|"
        r"\b(?:tritt|treten)\b.{0,200}?\ban\s+die\s+Stelle\b|\ban\s+die\s+Stelle\b.{0,300}?\b(?:tritt|treten)\b|"
        r"\b(?:gilt|gelten)\b.{0,60}?\b(?:bis|nur|nicht\s+mehr|fort)\b|\bverlier(?:t|en)\b|\bnicht\s+(?:mehr|weiter)\b|\bnur\s+noch\b|"
        r"\b(?:findet|finden)\b.{0,200}?\bkeine\s+Anwendung\b|\bkeine\s+(?:Anwendung|G[üu]ltigkeit|Geltung)\s+mehr\b|"
        r"\bge(?:ht|hen)\b.{0,80}?\bvor\b|\b(?:erh[äa]lt|erhalten)\b.{0,80}?\bFassung\b"
    ),
    re.IGNORECASE | re.DOTALL,
)
_NOUNS: Final = re.compile(
    r"\b(?:Aufhebung|[ÄA]nderung|Verl[äa]ngerung|Erg[äa]nzung|Berichtigung|Neufassung|Abweichend\s+von|Entgegen\s+der|Befristung)\b",
    re.IGNORECASE,
)
"""Nouns of change count only where no title of a directive stands."""
_RUN_TOGETHER: Final = re.compile(
    _damaged(
        r"aufgehoben|au(?:ß|ss|b|r|fs)erkraft|verl[äa]ngert|ge[äa]ndert|gefasst|gefaßt|ersetzt|abgel[öo]st|gestrichen|"
        r"erg[äa]nzt|eingef[üu]gt|berichtigt|entf[äa]llt|g[üu]ltigkeit|gegenstandslos|nichtmehr|keineanwendung|fassung"
    )
)
"""Words of change in a text without blanks, so that a lost one hides none ("wie folgtgefasst")."""
_QUOTED: Final = re.compile(r"„[^„“”]*[“”\"]")
_CITED: Final = re.compile(
    r"\b(?:nach|gem[äa](?:ß|ss|B)|laut|siehe|vgl\.|s\.|entsprechend|im\s+Sinne|zu[rm]?|mit|wie|aus|in\s+Anwendung)\s+"
    r"(?:(?:in|der|den|die|des|dem|Ziffern?|Ziff\.|Abschnitt|Kapitel|Nummer|Nr\.|Punkt|und|[\d.]+)\s+)*(?:\w+\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before a directive that is only cited: "nach Ziffer 3.2 der Weisung …"."""
_PART_WORD: Final = re.compile(
    r"(?:Ziffern?|Ziff\.|Abschnitt\w*|Kapitel\w*|Gliederungspunkt\w*|Einzelauftr\w*|Teilziffern?|Tz\.|Nummern?|Nr\.|Punkt)\s?\d|"
    r"Einzelauftr",
    re.IGNORECASE,
)


def may_change(text: str, acts: Sequence[Act], *, task: bool = False) -> bool:
    """Whether a sentence that names the ``acts`` (or means them, if it names none itself) may do something to one.

    A word of change is enough, also one that lost its blanks. So is a part of the directive or a day beside its name,
    unless the directive is only cited and nothing is said to happen. In a ``task`` a day is its own.
    """
    said = AFTERWARDS.sub(" ", NEGATED.sub(" ", _QUOTED.sub(" ", text)))
    bare = verb_text_of(AFTERWARDS.sub(" ", NEGATED.sub(" ", text)))
    if _VERBS.search(said) or _NOUNS.search(AFTERWARDS.sub(" ", bare)):
        return True
    named = [act for act in find_acts(text) if act.id is not None and act in acts]
    if not named:
        return False
    own = _without_names(verb_text_of(_QUOTED.sub(" ", text)))
    if _RUN_TOGETHER.search(re.sub(r"\s", "", own).lower()):
        return not NEGATED.search(text)
    dated = any(phrase.date for phrase in find_dates(own))
    happens = bool(PRESENT.search(own)) and bool(PARTS.search(own) or _PART_WORD.search(own) or TASK_PART.search(own))
    if task or all(_CITED.search(text[: act.start]) for act in named):
        return happens and dated
    return bool(_PART_WORD.search(own)) or dated


def _without_names(text: str) -> str:
    for act in reversed(find_acts(text)):
        text = f"{text[: act.start]} {text[act.end :]}"
    return text
