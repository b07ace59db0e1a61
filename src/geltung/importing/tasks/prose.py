"""Paragraphs of the chapter Einzelaufträge that have no sign of a list: whom they oblige, and which are no duty."""

import re
from typing import Final

from geltung.parse.duties import SENTENCE_END, force

_NOT_CONCERNED = re.compile(
    r"\b(?:ist|sind|bleib(?:t|en))\b.{0,40}?\bnicht\s+(?:betroffen|angesprochen|erfasst)\b|"
    r"\b(?:gilt|gelten)\b[^.;]*\bals\s+(?:\w+\s+)?Empfehlung(?:en)?\W*\Z|\bals\s+Empfehlung(?:en)?\s+zu\s+(?:verstehen|betrachten)\W*\Z|"
    r"\b(?:hat|haben|besitz(?:t|en))\b[^.;]*\b(?:empfehlenden\s+Charakter|Empfehlungscharakter)\W*\Z",
    re.IGNORECASE,
)
_ROLES: Final = (
    r"leitung(?:en)?|f[üui]{1,2}hrung(?:en)?|f[üui]{1,2}hrungskr[äa]fte?|fachkr[äa]fte?|kr[äa]fte?|teams?|bereiche?|stellen?|dienste?n?|"
    r"beauftragten?|verantwortlichen?|zuständigen|zentr(?:um|en)|abteilung(?:en)?|referate?|gruppen?|personen|"
    r"mitarbeitenden|beschäftigten|mitarbeiter(?:innen)?|berater(?:innen)?|leiter(?:innen)?|träger|büros?|vorstand|"
    r"direktion(?:en)?|organisationseinheit(?:en)?|einheit(?:en)?|center|akademie|hochschule|versammlung(?:en)?|"
    r"sachbearbeitung(?:en)?|betreuung(?:en)?|koordinator(?:en|innen)?|redaktion(?:en)?|vorsitzenden?|geschäftsführer(?:innen)?|kassen?|agentur(?:en)?"
)
_SUBJECT = re.compile(
    r"(?P<subject>(?:Die|Der|Das|Alle|Sämtliche|Jede[rs]?)\s+(?:[a-zäöüß]{4,}e[nrs]?\s+){0,2}"
    rf"(?:[A-ZÄÖÜ][\wäöüß/-]*(?:{_ROLES})|(?i:{_ROLES}))\b(?:(?!\b(?:sind|ist|hat|haben)\b)[^.,;:]){{0,80}}?)\s+"
    r"(?P<verb>(?:[a-zäöüß]{4,}(?:en|ern|eln)|[a-zäöüß]{3,}t|hat|haben)\b)(?=\s)",
)
_OFFICE = re.compile(
    rf"(?:Die|Der|Das|Alle|Sämtliche|Jede[rs]?)\s.*?(?:{_ROLES}|führer(?:innen)?)\b(?!.*[.:;!?])", re.IGNORECASE
)
_LONGEST: Final = 120
_NOT_VERBS: Final = frozenset(
    ("sowie", "einschließlich", "nicht", "jeweiligen", "zuständigen", "betroffenen", "anderen")
)


def is_no_duty(text: str) -> bool:
    """Whether every sentence of a paragraph advises or says that somebody is not concerned (the semantics: no task)."""
    sentences = filter(None, SENTENCE_END.split(text))
    return all(force(sentence) == "recommendation" or _NOT_CONCERNED.search(sentence) for sentence in sentences)


def names_office(title: str) -> bool:
    """Whether a heading names an office or a group of people: "Die Führungskräfte der Service Center"."""
    return bool(_OFFICE.match(title)) and len(title) <= _LONGEST


def subject_of(text: str) -> str | None:
    """The words of an office or a group of people with which a sentence begins that obliges them, None if none does."""
    match = _SUBJECT.match(text)
    if match is None or match["verb"] in _NOT_VERBS or match["verb"] in ("werden", "wurden"):
        return None
    return match["subject"]
