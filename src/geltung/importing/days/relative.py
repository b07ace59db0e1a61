"""Deadlines without a fixed day: "2 Wochen vor der Umstellung am 01.04.2026", "unverzüglich", with their anchor."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geltung.checks.days import is_exact
from geltung.checks.relative import RelativeDeadline, find_relative
from geltung.corpus.names import fold
from geltung.importing.days.anchors import DocumentDays, named_days
from geltung.importing.days.cases import is_per_case
from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.parse.wording import DatePhrase

_LEAD = re.compile(
    r"(?:(?:\bbis\s+)?(?:\bspätestens|\bfrühestens|\blängstens|\bbis)\s+)?(?:\b(?:innerhalb|"
    r"binnen)\s+(?:von\s+)?|\bin\s+)?"
    r"(?:\b(?:jeweils|mindestens|spätestens)\s+)?\Z",
    re.IGNORECASE,
)
_NOUN_PHRASE = re.compile(
    r"\s+(?:(?:dem|der|des|den|die|das|einem|einer|jeder|jedem|diesem|dieser|ihrer|ihrem|"
    r"seinem)\s+)?(?:jeweiligen\s+)?"
    r"(?:[a-zäöüß-]{3,}e[nrms]?\s+){0,2}[A-ZÄÖÜ][\w/-]+"
    r"(?:\s+(?:dieser|der|des|einer|eines|ihrer|seines|aller|sämtlicher)\s+(?:[a-zäöüß-]{3,}e[nrs]\s+){0,2}[A-ZÄÖÜ][\w/-]+){0,2}"
)
_WORKING = re.compile(
    r"(?:(?:bis\s+)?spätestens\s+)?(?:innerhalb\s+(?:von\s+)?|binnen\s+|in\s+|an\s+)?(?:[a-zäöüß]+|\d{1,3})\s+"
    r"(?-i:(?:Arbeits|Werk)tage?n?s?)(?:\s+(?:nach|vor|ab|seit)\b)?|"
    r"(?:(?:bis\s+)?(?:spätestens\s+)?(?:zum|am|bis|an)\s+)(?:jeweils\s+|jedem\s+)?"
    r"(?:\d{1,2}\.|ersten|zweiten|dritten|vierten|fünften|sechsten|siebten|achten|zehnten|letzten)\s+(?:Arbeits|"
    r"Werk)tag\w*(?:\s+(?:des|eines|jeden|im)\s+(?:(?-i:[a-zäöüß]+)\s+){0,2}(?-i:[A-ZÄÖÜ])\w+)?|"
    r"in(?:nerhalb)?\s+(?:de[nr]\s+)?ersten\s+\w+\s+(?:Arbeits|Werk)tage?n?(?:\s+(?:des|eines|jeden)\s+"
    r"(?:(?-i:[a-zäöüß]+)\s+){0,2}(?-i:[A-ZÄÖÜ])\w+)?",
    re.IGNORECASE,
)
_PREFIX = re.compile(r"\s+(?:nach|vor|ab)\Z", re.IGNORECASE)
_SAME_DAY = re.compile(
    r"\b(?:noch\s+)?am\s+(?:selben|gleichen|nächsten|folgenden|darauffolgenden)\s+(?:(?:Arbeits|Werk|Kalender)?tag)\b"
    r"(?:\s+nach\b)?|\b(?:in|bei)\s+(?:der|dem)\s+(?:ersten|nächsten)\s+(?-i:[A-ZÄÖÜ])\w+\s+nach\b",
    re.IGNORECASE,
)
_QUALIFIERS = re.compile(
    r"(?:(?:\bunverzüglich|\bumgehend|\bzeitnah),\s+)?(?:\bjeweils\s+)?(?:\bbis\s+)?"
    r"(?:(?:\bspätestens|\bmindestens|\bfrühestens|\blängstens)\s+(?:jedoch\s+|aber\s+)?)?"
    r"(?:(?:bis\s+zum|zum|bis\s+spätestens\s+zum|am)\s+)?\Z",
    re.IGNORECASE,
)
"""What may stand before such words and belongs to them."""
_OWN_REFERENT = re.compile(
    r"\s+(?:dessen|deren|seine[mrn]|ihre[mrn]|jede[mrn]|eine[mrn]|(?:dem|der)\s+jeweiligen|(?:dem|der)\s+(?:einzelnen|letzten))\b",
    re.IGNORECASE,
)
"""An anchor of each single case, which no day of the document can be."""
_WITHIN = re.compile(
    r"(?:innerhalb|binnen)\s+(?:von\s+)?(?:[a-zäöüß]+|\d{1,3})\s+(?:Kalender)?(?:Tag|Woche|Monat|"
    r"Stunde)\w*\b(?!\s+(?:vor|nach))|"
    r"(?:innerhalb|binnen)\s+(?:von\s+)?(?:[a-zäöüß]+|\d{1,3})\s+Stunden?\s+(?:nach|vor)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:(?:bis\s+)?spätestens\s+(?:bis\s+)?)?(?:bis\s+)?"
    r"(?:zu[rm]|(?:(?<=spätestens )(?:in|bei|auf|mit)\s+de[rm]))\s+"
    r"(?:jeweils\s+)?(?:nächst|kommend|nächstfolgend)e[nrm]\s+"
    r"(?!(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Monat|Jahr|Woche|Quartal|Tag\b|Zeitpunkt|Termin\b)"
    r"[A-ZÄÖÜ][\w-]+(?:\s+(?:der|des)\s+[A-ZÄÖÜ][\w-]+)?"
)
"""A time whose day nobody states: "spätestens zum nächsten Fachausschusstermin"."""
_AT_ONCE = re.compile(
    r"(?<!un)(?<![„“\"»])\b(?:(?:unverzüglich|umgehend|schnellstmöglich|baldmöglichst|frühestmöglich|schnellstens|zeitnah|"
    r"alsbald|taggleich|ab sofort|mit sofortiger Wirkung|möglichst (?:bald|schnell|früh|zeitnah)|"
    r"so (?:bald|schnell|früh) wie möglich|zum nächstmöglichen (?:Zeitpunkt|Termin)|sofort|"
    r"ohne\s+(?:schuldhaftes\s+)?(?:Zögern|Verzug|Verzögerung))\b(?!\w)|sofort(?=(?:sicher|ein|um|ab|vor|zu)\b))",
    re.I,
)
_OF_THIS_ACT: Final = (
    (re.compile(r"inkraft|in kraft|geltungsbeginn|gultig"), "valid_from"),
    (
        re.compile(r"veroffentlich|bekanntgabe (?:dieser |der )?(?:weisung|regelung)|erlass|herausgabe|weisung"),
        "issued",
    ),
)
_OF_ANOTHER = re.compile(r"\b(?:antrag|bescheid|eingang|zugang)|\b(?:der|des)\s+(?!weisung|regelung|hega)\w")
"""Words of another thing that comes into force or is published."""
_UNTIL_EVENT = re.compile(
    r"\bbis\s+(?:zum|zur)\s+(?:(?:Zeitpunkt|Tag|Termin|Beginn|Abschluss)\s+(?:der|des)\s+)?"
    r"(?-i:[A-ZÄÖÜ])\w*?(?:umstell|einführ|start|produktiv|rollout|stichtag|termin|migration)\w*|"
    r"\bbis\s+(?:zum|zur)\s+(?:(?:Zeitpunkt|Tag|Termin|Beginn|Abschluss)\s+(?:der|des)\s+)?"
    r"(?:Umstellung|Einführung|Start|Produktivsetzung|Rollout|Stichtag|Termin|Migration)\w*",
    re.IGNORECASE,
)
_EVENT = re.compile(r"umstell|einfuhr|start|produktiv|beginn|rollout|stichtag|termin|go-?live|migration")
_PER_CASE = re.compile(
    r"eingang|zugang|antrag|bekannt|kenntnis|erteil|bescheid|ereignis|vorliegen|anforder|feststell|berat|gesprach|dienst|vertrag|"
    r"massnahm|forder|teilnahm|bewillig|vermittl|unterlag|rechnung|schreiben|meldung|anzeige|quartal|monat|jahr|entscheid"
)
"""Anchors that each single case has its own day of."""
_NO_ANCHOR: Final = "Der Bezugstag steht nicht dabei."
_OF_CASE: Final = "„{words}“ ist als Frist in jedem einzelnen Fall gelesen, ohne Tag: Stimmt das?"
_ANCHOR_REACH: Final = 40


@dataclass(frozen=True, slots=True)
class Relative:
    """A deadline without a fixed day. ``due`` is computed where the anchor's day is known.

    ``inferred`` says that the anchor's day was concluded, not read beside the words. ``end`` is the offset behind it.
    """

    words: str
    start: int
    end: int
    due: date | None = None
    anchor: date | None = None
    inferred: bool = False
    confidence: Confidence = CERTAIN
    question: str | None = None
    used: tuple[DatePhrase, ...] = ()
    after: bool = False


def read_relative(
    text: str, phrases: Sequence[DatePhrase], act: Mapping[str, date | None], days: Sequence[date], document: str = ""
) -> Relative | None:
    """The first such deadline. ``act`` has the directive's ``issued`` and ``valid_from``, ``days`` the future days that
    its text names, ``document`` is this text: an anchor may be found there."""
    for relative in find_relative(text):
        if _PREFIX.search(relative.words) and re.match(r"\s*(?:[.,;:]|\Z)", text[relative.end :]):
            return _without_anchor(text, relative)
        return _counted(text, relative, phrases, act, DocumentDays(tuple(days), document))
    matches = [match for pattern in (_WORKING, _WITHIN, _SAME_DAY) if (match := pattern.search(text))]
    if matches:
        match = min(matches, key=lambda found: found.start())
        end = _noun_end(text, match.end()) if re.search(r"(?:nach|vor|ab|seit)\Z", match[0]) else match.end()
        qualified = _QUALIFIERS.search(text[: match.start()])
        start = qualified.start() if qualified else match.start()
        return Relative(text[start:end].strip(), start, end)
    event = _UNTIL_EVENT.search(text)
    if event and not any(0 <= phrase.offset - event.end() <= 2 for phrase in phrases):
        found = Relative(event[0], event.start(), event.end())
        return _inferred(
            text, RelativeDeadline(event[0], event.start() + 4), found, act, DocumentDays(tuple(days), document)
        )
    if match := _NEXT.search(text):
        words, asked = " ".join(match[0].split()), "Der Tag steht nicht dabei; nur der Wortlaut ist übernommen."
        return Relative(words, match.start(), match.end(), confidence=LIKELY, question=f"„{words}“: {asked}")
    if match := _AT_ONCE.search(text):
        start, end = match.span()
        if text[end : end + 1].isalpha():
            asked = f"Hinter „{match[0]}“ fehlt wohl ein Leerzeichen: bitte mit dem Original vergleichen."
            return Relative(match[0], start, end, confidence=LIKELY, question=asked)
        after = re.match(r"\s+nach" + _NOUN_PHRASE.pattern, text[end:])
        end += after.end() if after else 0
        return Relative(text[start:end], start, end)
    return None


def _without_anchor(text: str, relative: RelativeDeadline) -> Relative:
    """ "besetzen … innerhalb von sechs Monaten nach": the last word is the verb's prefix, and there is no anchor."""
    start = relative.end - len(relative.words)
    lead = _LEAD.search(text[:start])
    start = lead.start() if lead else start
    words = _PREFIX.sub("", text[start : relative.end])
    return Relative(words, start, start + len(words))


def _counted(
    text: str,
    relative: RelativeDeadline,
    phrases: Sequence[DatePhrase],
    act: Mapping[str, date | None],
    document: DocumentDays,
) -> Relative:
    start = relative.end - len(relative.words)
    lead = _LEAD.search(text[:start])
    start = lead.start() if lead else start
    end = _noun_end(text, relative.end)
    words = " ".join(text[start:end].split())
    named = [
        phrase
        for phrase in phrases
        if phrase.date
        and is_exact(phrase)
        and relative.end - 1 <= phrase.end - len(phrase.written) <= end + _ANCHOR_REACH
        and not re.search(r"[.;:]\s", text[relative.end : phrase.end - len(phrase.written)])
    ]
    after = relative.days > 0 or relative.months > 0
    if named and named[0].date:
        direct = named[0].end - len(named[0].written) - end <= 12
        due = relative.counted_from(named[0].date)
        confidence: Confidence = CERTAIN if direct else LIKELY
        question = None if direct else f"Ist der {named[0].written} der Bezugstag von „{words}“?"
        if end < named[0].end and end > named[0].offset:
            words = " ".join(text[start : named[0].end].split())
        return Relative(words, start, named[0].end, due, named[0].date, False, confidence, question, (named[0],), after)
    if end == relative.end and re.search(r"\b(?:vor|nach|ab)\Z", words):
        return Relative(words, start, end, confidence=LIKELY, question=_NO_ANCHOR, after=after)
    return _inferred(text, relative, Relative(words, start, end, after=after), act, document)


def _inferred(
    text: str, relative: RelativeDeadline, found: Relative, act: Mapping[str, date | None], document: DocumentDays
) -> Relative:
    if _OWN_REFERENT.match(text, relative.end):
        return found
    if is_per_case(text, text[relative.end : found.end]):
        known = named_days(text[relative.end : found.end], document.text)
        return replace(found, confidence=LIKELY, question=_OF_CASE.format(words=found.words)) if known else found
    noun = fold(text[relative.end : found.end])
    anchor, question = None, ""
    for pattern, name in _OF_THIS_ACT:
        if pattern.search(noun) and not _OF_ANOTHER.search(noun):
            anchor = act.get(name)
            question = (
                f"Ist mit „{found.words}“ der Tag gemeint, ab dem die Weisung gilt oder an dem sie erlassen wurde?"
            )
            break
    if anchor is None and (named := named_days(text[relative.end : found.end], document.text)):
        if len(named) == 1:
            anchor = named[0]
            question = (
                f"Der Bezugstag von „{found.words}“ ist aus einem anderen Satz der Weisung erschlossen. Stimmt er?"
            )
    elif anchor is None and _EVENT.search(noun.split()[-1] if noun else "") and len(set(document.days)) == 1:
        anchor = document.days[0]
        question = (
            f"Der Bezugstag von „{found.words}“ ist erschlossen: der einzige künftige Tag der Weisung. Stimmt er?"
        )
    if anchor is None:
        definite = re.match(r"\s*(?:[A-ZÄÖÜ]\w+\s+)?de[mrs]\b", text[relative.end :]) and not _PER_CASE.search(noun)
        if _EVENT.search(noun) or definite or named_days(text[relative.end : found.end], document.text):
            return Relative(found.words, found.start, found.end, confidence=LIKELY, question=_NO_ANCHOR)
        return found
    due = relative.counted_from(anchor)
    sure: Confidence = OPEN if due is None else LIKELY
    return Relative(found.words, found.start, found.end, due, anchor, True, sure, question, (), found.after)


def _noun_end(text: str, end: int) -> int:
    match = _NOUN_PHRASE.match(text, end)
    return match.end() if match else end
