"""Sentences that name another directive and a word of change, and from which no change was read: never lost, asked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_kinds import verb_text_of
from geltung.importing.changes.change_words import AFTERWARDS, NEGATED, OLD_NAMED, PAST, PRESENT
from geltung.importing.text import Line
from geltung.model.terms import REPEAL
from geltung.parse.wording import find_dates


def _damaged(pattern: str) -> str:
    """A pattern that also fits umlauts as they are misread ("verl4ngert", "tiberholt")."""
    for umlaut, readings in (("[äa]", "ä|a|4|ai|ia|ae"), ("[üu]", "ü|u|ii|ti|i|iu|ue"), ("[öo]", "ö|o|6|oe")):
        pattern = pattern.replace(umlaut, f"(?:{readings})")
    return pattern


_VERBS = re.compile(
    _damaged(
        r"\b(?:aufgehoben|aufzuheben|aufheb\w*|ersetz(?:t|en)|abgel[öo]st|abzul[öo]sen|verl[äa]ngert|verl[äa]ngern|entfristet|"
        r"befristet|verschoben|ge[äa]ndert|[äa]ndert|erg[äa]nzt|neu\s?gefasst|berichtigt|korrigiert|gegenstandslos|entf[äa]ll(?:t|en)|"
        r"gestrichen|eingef[üu]gt|angepasst|aktualisiert|entgegensteh\w*|[üu]berholt|zusammengef[üu]hrt|hinf[äa]llig|unwirksam|"
        r"zur[üu]ckgezogen|zur[üu]ckgenommen|widerrufen|ausgesetzt|endet|enden)\b|\bau(?:ß|ss|B|R|fs)er\s+Kraft\b|"
        r"\b(?:hebt|heben|hob)\b.{0,300}?\bauf\b|\bl[öo]s(?:t|en)\b.{0,200}?\bab\b|\bl[äa]uf(?:t|en)\b.{0,200}?\baus\b|"
        r"\b(?:tritt|treten)\b.{0,200}?\ban\s+die\s+Stelle\b|\ban\s+die\s+Stelle\b.{0,300}?\b(?:tritt|treten)\b|"
        r"\b(?:gilt|gelten)\b.{0,60}?\b(?:bis|nur|nicht\s+mehr|fort)\b|\bverlier(?:t|en)\b|\bnicht\s+(?:mehr|weiter)\b|\bnur\s+noch\b|"
        r"\bge(?:ht|hen)\b.{0,80}?\bvor\b|\b(?:erh[äa]lt|erhalten)\b.{0,80}?\bFassung\b"
    ),
    re.IGNORECASE | re.DOTALL,
)
_NOUNS = re.compile(
    r"\b(?:Aufhebung|[ÄA]nderung|Verl[äa]ngerung|Erg[äa]nzung|Berichtigung|Neufassung|Abweichend\s+von|Entgegen\s+der|Befristung)\b",
    re.IGNORECASE,
)
"""Nouns of change count only where no title of a directive stands."""
_QUOTED = re.compile(r"„[^„“”]*[“”\"]")


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that may change another directive. ``listed``: it stands under "Aufhebung"; else in the text.

    ``asked`` is False where it changes nothing and is only kept, so that no words of the field are lost.
    """

    text: str
    lines: tuple[Line, ...]
    listed: bool
    targets: tuple[str, ...] = ()
    asked: bool = True


def unread(sentence: Sentence, acts: Sequence[Act], situation: Situation) -> Unread | None:
    """The sentence as one to ask about, if it can change one of the ``acts`` that it names or means.

    Silent are reports of what others did and plain statements that something remains, if they say nothing else.
    """
    if not acts and not (OLD_NAMED.search(sentence.text) and situation.references):
        return None
    text = AFTERWARDS.sub(" ", NEGATED.sub(" ", _QUOTED.sub(" ", sentence.text)))
    if not (_VERBS.search(text) or _NOUNS.search(AFTERWARDS.sub(" ", NEGATED.sub(" ", verb_text_of(sentence.text))))):
        return None
    if _reports(sentence.text, situation):
        return None
    targets = tuple(act.id for act in acts if act.id)
    return Unread(sentence.text, sentence.lines, sentence.listed, targets)


def _reports(text: str, situation: Situation) -> bool:
    """Whether a sentence only tells what has happened."""
    if not PAST.search(text) and not re.search(r"\b(?:ist|sind)\s+(?:seit|bereits|schon)\b", text):
        return False
    since = situation.issued or situation.valid_from
    for act in reversed(find_acts(text)):
        text = text[: act.start] + text[act.end :]
    to_come = any(phrase.date and since and phrase.date >= since for phrase in find_dates(text))
    return not to_come and not PRESENT.search(text)


def to_ask(found: Sequence[Unread], changes: Sequence[ChangeFound]) -> tuple[Unread, ...]:
    """The sentences that still have to be asked about: not those that repeat a repeal of the whole directive.

    One with a day of its own stays, since it may contradict.
    """
    repealed = {change.target for change in changes if change.kind == REPEAL and not change.parts}
    return tuple(item for item in found if item.listed or not _repeats(item, repealed))


def _repeats(item: Unread, repealed: Collection[str]) -> bool:
    text = item.text
    for act in reversed(find_acts(text)):
        text = text[: act.start] + text[act.end :]
    return bool(item.targets) and set(item.targets) <= set(repealed) and not find_dates(text)
