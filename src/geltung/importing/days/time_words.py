"""Words on time that no attribute of a task states: what is left of a text when all that was read is taken away."""

import re
from collections.abc import Iterable
from typing import Final

_MONTHS: Final = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_DAYS: Final = "Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag"
_TIME: Final = re.compile(
    r"\b(?:Zeitpunkts?|(?:Abgabe|Melde|Liefer|End|Umsetzungs|Vorlage|Berichts)?[Tt]ermins?|\w*[Ss]tichtags?|KW|Kalenderwochen?|Wochen?|Monate?[ns]?|Quartale?[ns]?|Halbjahre?[ns]?|"
    r"Jahre?[ns]?|Stunden?|20\d\d|(?:Arbeits|Werk|Kalender)?[Tt]age?[ns]?|"
    rf"{_MONTHS}|Jahresende|Monatsende|Quartalsende|fristgerecht|rechtzeitig|termingerecht|demnächst|kurzfristig)\b"
)
"""Words on time: asked about where the task states nothing else."""
_LEAD_TIME: Final = re.compile(r"\b(?:innerhalb|binnen|sp[äa]testens|l[äa]ngstens|fr[üu]hestens)\b", re.IGNORECASE)
_EVENTS: Final = (
    r"(?:Beginn|Ende|Abschluss|Ablauf|Start|Inbetriebnahme|\w*[Ee]inführung|\w*[Uu]mstellung|Produktiv\w+|Freischaltung|"
    r"Abschaltung|Aktivierung|\w*[Rr]ollouts?|Go-?[Ll]ive|Inkrafttreten|Außerkrafttreten|Auslaufen|\w*[Mm]igration|"
    r"\w*[Ss]tichtag|\w*[Bb]eginn|\w*[Ss]tart|\w*[Ee]nde|Jahreswechsel|\w+(?:tag|termin)|Umzug|Eröffnung|Veröffentlichung|Bekanntgabe)"
)
_AMOUNTS: Final = (
    "Höhe|Betrag|Grenze|Höchst|Obergrenze|Umfang|Größe|Wert|Anzahl|Alter|Vollendung|Preis|Ebene|Stufe|Summe|Dauer"
)
_TIED: Final = re.compile(
    r"\b(?:ab|seit|bis\s+zu[rm])\s+(?:der\s+|dem\s+)?[A-ZÄÖÜ]\w*(?:nahme|beginn|start|führung|stellung|schaltung|treten)\b|"
    rf"\b(?:ab|seit|bis\s+zu[rm]|bis|zu[rm]?|mit|vor|nach|gegen|am)\s+(?:der\s+|dem\s+)?{_EVENTS}\b(?!\s+\w+\s+Falles)|"
    r"\b(?:bis|zu[rm]?|gegen|am|ab|von)\s+(?:Anfang|Mitte|Ende)\b|\bim\s+(?:Laufe|Verlauf)e?\b|"
    r"\bw[äa]hrend\s+(?:der|des|dieser|dieses)\s+\w+|\bsofort[a-zäöüß]+|"
    rf"\b(?:im|ab|bis|seit|zum|ab\s+dem|bis\s+zum)\s+(?:Monat\s+)?(?:{_MONTHS})\b|"
    r"\b(?:KW|Kalenderwochen?)\b|\b\w*(?:[Ss]ommer|[Ww]inter)(?:monate[n]?|ferien|halbjahr)\b|\b\w*[Ff]erien\b|"
    r"\b(?:im|ab|bis\s+zum|zum)\s+(?:Frühjahr|Frühling|Sommer|Herbst|Winter)\b|"
    r"\b(?:Ostern|Pfingsten|Weihnachten|Jahreswechsel)\b|"
    r"\b(?:zum|am|bis|den|jeden|jeweils)\s+\d{1,2}\.(?!\s?\d|\s+[A-ZÄÖÜ]\w+(?:ebene|stufe|rang))(?!\w)|"
    r"\bvor\s+(?:de[rm]\s+|jede[rm]\s+|eine[rm]\s+)?(?:[a-zäöüß]+e[nrm]\s+)?[A-ZÄÖÜ]\w*(?:ung|nahme|gabe|sand|schluss|tritt|gang|lauf)\b|"
    r"\bvor\s+de[mr]\s+(?:ersten|erstmaligen|nächsten)\s+\w+|\b(?:erst|letzt)(?:mals|malig)\b|\bvoraussichtlich\b|"
    r"\b\w*(?:Ultimo|ultimo)\b|\bFolge(?:tag|woche|monat|quartal|jahr)\w*|\b(?:Monats|Quartals|Jahres|Halbjahres)(?:beginn|anfang|mitte)\w*|"
    r"\bQuartalsmonats?\b|\b(?:für|über)\s+(?:die\s+Dauer\s+von\s+)?(?:\w+)\s+(?:Tage?n?|Wochen?|Monate?n?|Jahre?n?)\b|"
    r"\b(?:Tage?|Wochen?|Monate?|Jahre?)\s+lang\b|"
    rf"\b(?:bis\s+zu[rm])\s+(?:[a-zäöüß]+e[nrms]\s+)?(?!{_AMOUNTS})[A-ZÄÖÜ]\w+|"
    rf"\bjede[nmrs]\s+(?:ersten?|zweiten?|dritten?|vierten?|letzten?|[1-4]\.)\s+\w+|\b(?:{_DAYS})s?\b(?:\s+bis\s+(?:{_DAYS})s?)?"
)
"""Times that are tied to an event, a season or a part of the calendar: asked about wherever they are left."""
_ODD_NUMBERS: Final = re.compile(
    r"\b(?:zum|am|bis|ab|vom|dem|seit|spätestens)\s+\d{1,2}\.\s?\d{1,2}\.?\s?\d{2,4}", re.IGNORECASE
)
"""Digits that may be a damaged day: "bis zum 30.062026"."""
_LETTERS: Final = re.compile(
    r"unver[zs]|verz[üu]glich|umgehend|sofort|zeitnah|[Ww]oche|[Mm]onat|[Qq]uartal|[Jj]ahr(?!en)|[Tt]agen?\b|\btäglich|jede[nmrs]?(?=[A-ZÄÖÜ])|"
    r"jede[nmrs]?(?:erst|zweit|dritt|letzt)|\d\.\s?\d{1,2}\.",
)
"""Letters of words on time, also where they run together with others: "6 Wochenvor", "jedenFreitag"."""
_EXCEPTION: Final = re.compile(r"\b(?:außer|ausgenommen|mit\s+Ausnahme)\b", re.IGNORECASE)
"""What limits a rule without being read."""
_BEGINNING: Final = re.compile(
    r"\b(?:beginnend|erstmals|erstmalig|ab)\s+(?:im\s+Jahr\s+|mit\s+dem\s+Jahr\s+)?20\d\d\b", re.I
)
"""A beginning that no attribute carries: "jährlich bis 31. Januar, beginnend 2027"."""
_OF_RULE: Final = re.compile(
    r"\b(?:bis\s+)?(?:spätestens\s+)?(?:bis\s+)?(?:zum|am|im|jeden|den|ab\s+dem)\s+(?:jeweils\s+)?\d{1,2}\.(?!\s?\d)|"
    r"\bspätestens\s+(?:bis\s+)?zum\s+(?=Monats|Quartals|Jahres)|"
    r"\b(?:zum|bis\s+zum|bis|am|zu|im)?\s*\w*(?:Ende|ende|anfang|ersten|letzten)\s+(?:de[sr]|eine[sr]|jede[ns])\s+(?:\w+\s+){0,2}?"
    r"(?:Monats|Quartals|Jahres|Halbjahres|Vierteljahres)|\b(?:zum|bis\s+zum|bis|am)\s+(?:Monats|Quartals|Jahres)\w*|"
    r"\bdes\s+(?:jeweiligen\s+)?(?:Folgemonats|Folgejahres|Vormonats)",
    re.IGNORECASE,
)
"""What a rule was read from, besides the words it keeps."""


def without(text: str, stated: Iterable[str], *, recurring: bool) -> str:
    """The text without the words that were read, and without what a rule is read from."""
    for words in sorted(
        filter(None, stated), key=len, reverse=True
    ):  # "2 Wochen vor dem 30.01." before "vor dem 30.01."
        pattern = r"\s+".join(map(re.escape, words.split()))
        text = re.sub(pattern, " ~ ", text)
    text = re.sub(r"\bspätestens\s+(?:jedoch|aber)\s+~", " ~ ", text)
    return _OF_RULE.sub(" ~ ", text) if recurring else text


def leaves_time(left: str, *, recurring: bool, nothing_read: bool, damaged: bool) -> bool:
    """Whether words on time remain in what is left of a text; where it may be damaged, also letters of such words."""
    if recurring and (_BEGINNING.search(left) or _EXCEPTION.search(left)):
        return True
    if _TIED.search(left) or _LEAD_TIME.search(left) or _ODD_NUMBERS.search(left):
        return True
    if damaged and _LETTERS.search(left):
        return True
    return nothing_read and bool(_TIME.search(left))
