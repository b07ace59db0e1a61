"""The day of an event that another sentence of the document states: "Inbetriebnahme am 01.06.2027"."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from geltung.checks.days import is_exact
from geltung.corpus.names import fold
from geltung.importing.sentences import split_sentences
from geltung.parse.wording import END, START, DatePhrase, find_dates

_ISSUE: Final = re.compile(r"\d{9}\s+\Z")
"""Before the day of issue that is part of another act's name: "Weisung 202403014 vom 18.03.2024"."""
_BESIDE: Final = r"\s*[,(:]?\s*(?:am|zum|ab|ist|:)?\s*(?:de[mrn]\s+)?\d"
"""Behind the words of an anchor: its day."""


@dataclass(frozen=True, slots=True)
class DocumentDays:
    """The future days that a document names, and its text."""

    days: tuple[date, ...]
    text: str


_BEGINS: Final = re.compile(r"beginn|start", re.IGNORECASE)
_ENDS: Final = re.compile(r"\bend|abschl|ablauf|auslauf|schluss|läuft\b.*\bbis\b", re.IGNORECASE)


def _of_side(words: str, sentence: str) -> tuple[DatePhrase, ...]:
    """The days of a sentence; where the words mean the beginning or the end of something, those of that side: the first
    or the last of a range, and none of a sentence that tells of the other side."""
    phrases = find_dates(sentence)
    side = (
        START
        if _BEGINS.search(words)
        else END
        if re.search("ende|abschl|ablauf|auslauf|schluss", words, re.I)
        else None
    )
    if side is None:
        return phrases
    roles = {phrase.role for phrase in phrases}
    if {START, END} <= roles:
        return tuple(phrase for phrase in phrases if phrase.role == side)
    begins, ends = _BEGINS.search(sentence), _ENDS.search(sentence)
    other = (ends and not begins) if side == START else (begins and not ends)
    return () if other else phrases


def named_range(noun: str, document: str) -> tuple[date, date] | None:
    """The first and the last day of an event, where one sentence that names it states both."""
    for part in split_sentences(document):
        found = {phrase.role: phrase.date for phrase in find_dates(part)} if noun in part else {}
        first, last = found.get(START), found.get(END)
        if first and last:
            return first, last
    return None


_ORDINAL: Final = re.compile(r"\b(?P<which>erst|zweit|dritt|viert|fünft|letzt)e[nrms]?\s+[A-ZÄÖÜ]")
_CLAUSES: Final = r";\s|,\s(?=(?:und\s+)?(?:die|der|das)\s)|\sund\s(?=(?:die|der|das)\s)"


def _stem(noun: str) -> str:
    """What of a folded noun its verb has, too, as a pattern: "umstel", "umgestel" of "umstellung"."""
    whole = re.sub(r"s?(?:ablauf|ende|beginn|start|schluss|abschluss)\Z|s?(?:zeitraums?|phase)\Z", "", noun)
    if whole != noun and len(whole) > 3:
        return whole[:6]  # "Fristablauf": where the Frist ends; "Bestellzeitraum": "Bestellungen vom … bis …"
    separable = re.match(r"(um|ein|aus|ab|an|auf|vor|zu)(?=\w{4})", noun)
    return rf"{separable[1]}(?:ge|zu)?{noun[separable.end() :][:4]}" if separable else noun[: max(6, len(noun) - 3)]


def named_days(words: str, document: str, *, beside: bool = False, own: str | None = None) -> tuple[date, ...]:
    """The days of the sentences that speak of the anchor: "Umstellung" also where it is "umgestellt".

    Where a day stands right beside it ("Inbetriebnahme am 01.06.2027"), only such days; with ``beside`` no others are
    looked for. ``own`` tells the sentence asked about (default: the words), which says nothing new.
    """
    nouns = re.findall(r"[A-ZÄÖÜ][^\W\d_]*(?:-[^\W\d_]+)*", words)
    nouns = [noun for noun in nouns if len(noun) > 4]
    if not nouns or not document:
        return ()
    noun = fold(nouns[-1] if nouns[-1] not in ("Weisung",) else nouns[0])
    stem = _stem(noun)
    ordinal = _ORDINAL.search(words)
    found: list[date] = []
    near: list[date] = []
    same: list[date] = []
    parts = [part for text in document.split("\n\n") for part in split_sentences(text)]
    for sentence in (clause for part in parts for clause in re.split(_CLAUSES if ordinal else "; ", part)):
        if ordinal and not re.search(rf"\b{ordinal['which']}e", sentence):
            continue  # "die erste Welle beginnt am 11.01.2027, die zweite Welle am 03.05.2027"
        if (own or words) in sentence and not re.search(re.escape(words) + _BESIDE, sentence):
            continue
        if re.search(rf"\b{stem}", fold(sentence)):
            for phrase in _of_side(words, sentence):
                if phrase.date and is_exact(phrase) and not _ISSUE.search(sentence[: phrase.offset]):
                    found.append(phrase.date)
                    same += [phrase.date] if noun in fold(sentence) else []
                    before = re.split(r"\s+", fold(sentence[: phrase.offset]).rstrip(" ,(:"))
                    near += [phrase.date] if any(re.match(stem, word) for word in before[-1:]) else []
    return tuple(dict.fromkeys(near or ([] if beside else same or found)))
