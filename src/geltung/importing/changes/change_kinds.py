"""What the verb of a sentence does to another directive, and which of its words can hold that verb."""

import re

from geltung.checks.change_words import REPORT
from geltung.importing.acts import find_acts
from geltung.importing.changes.change_words import (
    AFTERWARDS,
    AMENDED,
    AUXILIARY,
    CORRECTED,
    EXTENDED,
    NEGATED,
    REPEALED,
    REWORDED,
    UNLIMITED,
)
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, REPEAL

_DAY = r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\s?[A-ZÄÖÜ][a-zä]+\s\d{4})"
_QUOTED = re.compile(r"„[^„“”]*[“”\"]")
_DONE = re.compile(
    r"\s*\)?\s*[-–—]\s(?:.*(?:\s[-–—]|:)\s)?\s*((?:(?:Die\s+)?(?:G[üui]{1,2}ltigkeit(?:sdauer)?|Geltungsdauer|Laufzeit)\s+)?(?:wird\s+|ist\s+)?(?:aufgehoben|verl[äa]ngert|au(?:ß|ss|B)er\s+Kraft|entf[äa]llt)\b[^–—]*)\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What is done to an act, behind a dash and perhaps its title ("Weisung … – Postfächer – verlängert bis 31.12.")."""
_SAID_OF = re.compile(
    r"(?:(?:Der|Die|Das)\s+)?(?:Einzelauftr|Ziff|Abschnitt|Kapitel|Nummer|Nr\.|Punkt|Satz|Anlage|"
    r"aufgehoben\b|verl[äa]ngert\b|au(?:ß|ss|B)er\s+Kraft|ersetzt\b|entf[äa]llt\b|gilt\b|wird\b|tritt\b|bleibt\b)",
    re.IGNORECASE,
)
"""What begins a sentence on an act or a part behind an act's name and colon, where else its title stands."""
_MOVED = re.compile(
    r"\b(?:Frist(?:en)?|Termine?|Stichtage?|Datum)\b.{0,300}?\b(?:verschoben|verl[äa]ngert|vorgezogen|verlegt|"
    r"hinausgeschoben|aufgehoben)\b|\bverschoben\b",
    re.IGNORECASE | re.DOTALL,
)
"""A day that the other directive sets is moved, not the directive's end."""
SHORTENED = re.compile(
    rf"\b(?:gilt|gelten)\s+(?:nur\s+(?:noch|mehr)?|noch|l[äa]ngstens|h[öo]chstens)\b.{{0,40}}?\bbis\b.{{0,30}}?{_DAY}|"
    rf"\b(?:bis\s+(?:zum\s+)?|auf\s+den\s+){_DAY}\s+(?:befristet|begrenzt|verkürzt)\b|"
    rf"\b(?:Gültigkeit(?:sdauer)?|Geltungsdauer|Laufzeit)\b.{{0,200}}?\bauf\s+den\s+{_DAY}\s+(?:festgesetzt|gek[üu]rzt|verk[üu]rzt)|"
    rf"\b(?:bleib(?:t|en)|ist|sind)\b.{{0,20}}?\b(?:nur\s+)?(?:noch\s+)?bis\b.{{0,30}}?{_DAY}.{{0,60}}?\b(?:anwendbar|anzuwenden)\b",
    re.IGNORECASE,
)
"""A directive's end is set or brought forward: its Gültig bis is amended."""


def kind_of(text: str) -> str | None:
    """What the verb of a sentence does; None if it does nothing to another act. Repeals come first, then extensions."""
    text = AFTERWARDS.sub(" ", _QUOTED.sub("„…“", text))
    if NEGATED.search(text):
        return None
    if CORRECTED.search(text):
        return CORRECTION
    if UNLIMITED.search(text):
        return EXTENSION
    if SHORTENED.search(text) or _MOVED.search(text):
        return AMENDMENT
    repealed = REPEALED.search(text)
    if repealed and REWORDED.search(text) and not re.search(r"aufgehoben|Kraft", text, re.IGNORECASE):
        return AMENDMENT
    if repealed and not (EXTENDED.search(text) and re.match(r"ende|l[äa]uf", repealed[0], re.IGNORECASE)):
        return REPEAL
    if EXTENDED.search(text):
        return EXTENSION
    return AMENDMENT if AMENDED.search(text) else None


def verb_text_of(text: str) -> str:
    """The part of a sentence that can hold its verb: without the title between an act's day and the auxiliary."""
    acts = find_acts(text)
    if not acts:
        return text
    last = acts[-1]
    rest = text[last.end :]
    titled = re.match(r"\s*\)?\s*[-–—:]\s*", rest)
    if titled is None or (":" in titled[0] and _SAID_OF.match(rest, titled.end())):
        return text
    if done := _DONE.match(rest):
        return f"{text[: last.end]} {done[1]}"
    auxiliaries = list(AUXILIARY.finditer(rest))
    for match in auxiliaries:
        tail = rest[match.start() :]
        if kind_of(tail) or REPORT.search(tail):
            return text[: last.end] + " " + tail
    bracket = re.search(
        r"[(,;]\s*([^(),;]*(?:aufgehoben|Aufhebung|Kraft|verlängert|ersetzt|geändert|berichtigt)[^()]*)\)?\.?\s*\Z",
        rest,
    )
    if bracket:
        return text[: last.end] + " " + bracket[1]
    return text[: last.end]
