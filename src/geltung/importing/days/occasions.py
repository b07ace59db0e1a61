"""Times tied to an event ("ab Inbetriebnahme", "zum Stichtag"), with its day where another sentence states it."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from geltung.corpus.names import fold
from geltung.importing.days.anchors import named_days, named_range
from geltung.importing.days.cases import is_per_case
from geltung.importing.days.clauses import clause_at, lasts
from geltung.importing.days.task_days import Context, Days
from geltung.model.dates import day_after, day_before, german

_NOUN: Final = (
    r"(?:Inbetriebnahme|(?:\w+)?[Ee]inführung|(?:\w+)?[Uu]mstellung|Produktiv\w+|Freischaltung|Abschaltung|Aktivierung|"
    r"(?:\w+-)?Rollouts?|Rollouts?|Go-?[Ll]ive|Inkrafttretens?|Außerkrafttretens?|Gültigkeitsbeginns?|Geltungsbeginns?|"
    r"(?:\w+)?[Mm]igration|(?:\w+)?[Ss]tichtag(?:e?s)?|Umzugs?|Eröffnung|Veröffentlichung|Bekanntgabe|"
    r"(?:[Uu]mstellungs|[Ee]inführungs|[Ss]tart|[Uu]mzugs|[Ww]echsel)(?:tag|termin)(?:e?s)?|"
    r"(?:\w+)?[Ss]tarts?|(?:\w+)?[Bb]eginns?|Einführungstermins?|Umstellungstermins?|"
    r"(?:Ende|Abschluss|Ablauf|Auslaufen)(?=\s+de[rs]\s))"
)
_OF: Final = r"(?:\s+(?:der|des|dieser|dieses)\s+(?:[a-zäöüß-]{3,}e[nrs]\s+)?[A-ZÄÖÜ][\w-]+)?"
_OCCASION: Final = re.compile(
    rf"\b(?P<word>(?i:ab|seit|mit|nach|vor|bis\s+zu[rm]|zu[rm]|am))\s+(?:(?:de[rmns]|dem)\s+)?"
    rf"(?:[a-zäöüß-]{{3,}}e[nrms]\s+)?(?P<noun>{_NOUN}{_OF})(?!\w)"
)
_DURING: Final = re.compile(r"\bwährend\s+de[rs]\s+(?:[a-zäöüß]+e[nrms]\s+)?(?P<noun>[A-ZÄÖÜ][\w-]{4,}?)s?\b")
_BOTH: Final = ("starts_on", "ends_on")
_AT: Final = re.compile(r"(?:\w+)?[Ss]tichtag|\w+termin")
"""Nouns that are a day by themselves: only these are due "zum …"."""
_COUNTED: Final = re.compile(r"(?:Tag|Woche|Monat|Jahr|Stunde)\w*\s*\Z|\bkurz\s*\Z|\brechtzeitig\s*\Z", re.IGNORECASE)
_STARTS: Final = re.compile(r"inkrafttreten|gultigkeitsbeginn|geltungsbeginn")
_ISSUES: Final = re.compile(r"veroffentlichung|bekanntgabe")
_OF_CASES: Final = re.compile("(?:beginn|start|ende|abschluss|ablauf|auslaufen) de[rs] ")
"""What has a beginning or an end in each single case, too: only a day beside it counts."""
_BARE: Final = re.compile("beginns?|starts?|ende|abschluss|ablauf")
_OF_ANOTHER: Final = re.compile(r"\b(?:der|des)\s+(?!weisung|regelung)\w")


def with_occasion(days: Days, text: str, context: Context) -> Days:
    """The days with that of the first event that a text names, where the document states it: asked. Nothing is taken
    where a day stands beside the event, or where the attribute is stated already."""
    days = _during(days, text, context)
    stated = [words for words in (days.deadline_words, days.start_words) if words]
    for match in _OCCASION.finditer(text):
        word = match["word"].lower().split()[0]
        if any(match[0] in words for words in stated) or _COUNTED.search(text[: match.start()]):
            continue
        if re.match(r"\W{0,3}(?:am|zum|ab|voraussichtlich)?\s*\(?\d", text[match.end() :]):
            continue  # the day stands beside it
        if word in ("zum", "zur", "am") and not _AT.match(match["noun"]):
            continue
        if clause_at(text, match.start()) != "main":
            continue
        of_case = is_per_case(text, match["noun"])
        anchor = None if of_case else _anchor(match["noun"], text, context)
        issued = context.act.get("issued")
        if anchor is not None and issued and word == "vor" and anchor <= issued:
            anchor = None  # nothing is due before the directive exists: another thing is published
        if anchor is not None:
            return _taken(days, match, word, anchor, text)
        if word in ("vor", "nach") and not (days.deadline_words or days.due_on or days.recurrence):
            words = " ".join(match[0].split())
            days = replace(days, deadline_words=words)
            if of_case and not named_days(match["noun"], context.body, own=text):
                return days  # each case has its own day, and nothing else is to be had
            return days.doubted(f"Der Tag von „{words}“ steht nicht dabei: Ist das die Frist?")
    return days


def _during(days: Days, text: str, context: Context) -> Days:
    """ "während der Erprobung": from its first day to its last, where a sentence states both."""
    match = _DURING.search(text)
    span = named_range(match["noun"], context.body.replace(text, " ")) if match else None
    if match is None or span is None or days.starts_on or days.ends_on:
        return days
    words = " ".join(match[0].split())
    first, last = span
    read = replace(days, starts_on=first, ends_on=last, start_words=words, uncertain=(*days.uncertain, *_BOTH))
    return read.doubted(f"„{words}“ ist als {german(first)} bis {german(last)} gelesen, wie ein anderer Satz sagt.")


def _taken(days: Days, match: re.Match[str], word: str, anchor: date, text: str) -> Days:
    name, day = "starts_on", anchor
    if word == "nach":
        day = day_after(anchor)
    elif word in ("vor", "bis", "zum", "zur", "am"):
        name = "ends_on" if word == "bis" and lasts(text, match.start(), match.end()) else "due_on"
        day = day_before(anchor) if word == "vor" else anchor
    if getattr(days, name) is not None or (name == "due_on" and days.recurrence):
        return days
    words = " ".join(match[0].split())
    days = replace(days, **{name: day}, uncertain=(*days.uncertain, name))  # type: ignore[arg-type]
    if name == "starts_on":
        days = replace(days, start_words=words)
    else:
        days = replace(days, deadline_words=days.deadline_words or words, anchor=days.anchor or anchor)
    return days.doubted(f"Der Tag von „{words}“ ist aus einem anderen Satz erschlossen ({german(anchor)}). Stimmt er?")


def _anchor(noun: str, text: str, context: Context) -> date | None:
    """The day of the event, if the document states exactly one."""
    folded = fold(noun)
    if not _OF_ANOTHER.search(folded):
        if _STARTS.search(folded):
            return context.act.get("valid_from")
        if _ISSUES.search(folded):
            return context.act.get("issued")
    if _BARE.fullmatch(folded):
        return None  # the beginning of what nobody says
    found = named_days(noun, context.body, beside=bool(_OF_CASES.match(folded)), own=text)
    if len(found) == 2 and re.match(r"(?:\w+)?beginn|start", folded):
        return min(found)
    if len(found) == 2 and re.match("ende|abschluss|ablauf|auslaufen", folded):
        return max(found)
    return found[0] if len(found) == 1 else None
