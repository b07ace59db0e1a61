"""The words by which a directive says what it does to others: verbs, reports of what others did, parts, days."""

import re
from typing import Final

from geltung.checks.change_words import ACT

REPEALED = re.compile(
    r"\baufgehoben\b|\baufzuheben\b|\bhebe?n?t?\b.{0,300}?\bauf\b|\bau(?:ß|ss|B|R|fs)er\s+Kraft\b|"
    r"\b(?:verlier(?:t|en))\b.{0,60}?\b(?:G[üui]{1,2}ltigkeit|Geltung|Wirksamkeit|Wirkung)\b|\bgegenstandslos\b|"
    r"\bersetz(?:t|en)\b|\babgel[öo]st\b|\bl[öo]s(?:t|en)\b.{0,200}?\bab\b|"
    r"\bnicht\s+(?:mehr|weiter|länger)\s+(?:anzuwenden|angewendet|angewandt|anwendbar|g[üu]ltig)\b|"
    r"\b(?:gilt|gelten)\b.{0,40}?\bnicht\s+mehr\b|\bhat\b.{0,80}?\bkeine\s+(?:G[üui]{1,2}ltigkeit|Geltung)\s+mehr\b|"
    r"\b(?:findet|finden)\b.{0,80}?\bkeine\s+Anwendung\s+mehr\b|\b(?:tritt|treten)\b.{0,80}?\ban\s+die\s+Stelle\b|"
    r"\ban\s+die\s+Stelle\b.{0,300}?\b(?:tritt|treten)\b|\bendet\b|"
    r"\benden\b|\bentf[äa]ll(?:t|en)\b|\bAufhebung\s+(?:der|von|zum|mit)\b|\bl[äa]uf(?:t|en)\b.{0,80}?\baus\b",
    re.IGNORECASE | re.DOTALL,
)
EXTENDED = re.compile(
    r"\bverlängert?\b|\bverlangert\b|\bVerlängerung\b|\bgilt\b.{0,80}?\b(?:fort|weiter)\b.{0,40}?\bbis\b|"
    r"\bgilt\b.{0,40}?\bbis\b.{0,60}\b(?:fort|weiter)\b|"
    r"\b(?:gilt|gelten)\b.{0,60}?\b(?:unbefristet|unbegrenzt)\b.{0,30}?\b(?:fort|weiter)\b|"
    r"\bG[üui]{1,2}ltigkeit(?:sdauer)?\b.{0,120}?\bbis\b|\bGeltungsdauer\b.{0,120}?\bbis\b|\bbleib(?:t|"
    r"en)\b.{0,60}?\bbis\b.{0,40}?\b(?:in\s+Kraft|gültig)\b",
    re.IGNORECASE,
)
CORRECTED = re.compile(
    r"\bberichtigt\b|\bBerichtigung\b|\bkorrigiert\b|\bmuss\b.{0,300}?\b(?:hei(?:ß|ss|B)en|lauten)\b|"
    r"\brichtig\s+(?:hei(?:ß|ss|B)t|lautet)\b|\bstatt\b.{0,200}?\brichtig\b",
    re.IGNORECASE | re.DOTALL,
)
AMENDED = re.compile(
    r"\b(?:ge|ab)?(?:ge)?ändert\b|\bgeandert\b|\bÄnderung\b|\bergänzt\b|\bneu\s?gefasst\b|"
    r"\bwie\s*folgt\s*gefasst\b|\berhält\b.{0,60}?\bFassung\b|\baktualisiert\b|\bangepasst\b|"
    r"\bgestrichen\b|\beingefügt\b|\bwie\s+folgt\s+zu\s+(?:ändern|ergänzen|fassen)\b",
    re.IGNORECASE,
)
REWORDED = re.compile(
    r"\b(?:Angaben?|W[oö]rt(?:er|e|es)?|Zahl|S[äa]tz(?:e|es)?|Text|Formulierung|Datum|Frist|Passus|Tabelle)\b.{0,300}?"
    r"\b(?:ersetzt|gestrichen)\b|“.{0,60}?\bdurch\b.{0,200}?\bersetzt\b",
    re.IGNORECASE | re.DOTALL,
)
"""Words are replaced, not a directive."""
AFTERWARDS = re.compile(
    r"\b(?:nach|vor|seit|trotz|wegen|infolge|aufgrund|bis\s+zur)\s+(?:der\s+)?(?:Aufhebung|Verlängerung|Änderung)\b",
    re.IGNORECASE,
)
"""What follows from a change made elsewhere."""
PRESENT = re.compile(r"\b(?:wird|werden|tritt|treten|verliert|verlieren)\b(?!.{0,200}\bworden\b)", re.IGNORECASE)
PAST = re.compile(r"\b(?:wurden?|waren?|worden|getreten|seinerzeit|vormals)\b", re.IGNORECASE)
THIS_DAY = re.compile(r"\b(?:seit|vom)\s+(?:dem\s+)?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}", re.IGNORECASE)
UNLIMITED = re.compile(
    r"\bentfristet\b|\bBefristung\b.{0,200}?\b(?:aufgehoben|gestrichen|entf[äa]llt)\b", re.IGNORECASE | re.DOTALL
)
"""What ends a time limit extends a directive without end."""
NEGATED = re.compile(
    r"\b(?:nicht|weder|keinesfalls)\s+(?:\w+\s+)?(?:aufgehoben|ge[äa]ndert|ersetzt|ber[üu]hrt|verl[äa]ngert|au\w{1,2}er)|"
    r"\bunber[üu]hrt\b|\b(?:ersetzt|ersetzen|[äa]ndert|ber[üu]hrt|verl[äa]ngert)\s+(?:\w+\s+)?(?:nicht|keine\w?)\b|"
    r"\bhebt\b[^.;]*\bnicht\s+auf\b|\b(?:ersetzt|ersetzen)\b[^;,]{0,160}\bnicht\W*\Z|\bbleib(?:t|"
    r"en)\s+(?:weiterhin\s+|unverändert\s+|unverandert\s+)?(?:in\s+Kraft|g[üui]+ltig|bestehen|anwendbar|wirksam)\b(?!.{0,30}bis)|"
    r"\b(?:gilt|gelten)\b(?:(?!\bbis\b)[^;]){0,120}?\b(?:unver[äa]ndert|weiterhin)(?:\s+(?:fort|weiter))?\W*\Z|\bkeine\s+(?:Aufhebung|Änderung)",
    re.IGNORECASE,
)
BY_OTHER = re.compile(r"\b(?:durch|mit|von)\s+(?:die\s+|der\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)
THIS = re.compile(rf"\b(?:diese|dieser|vorliegende[nr]?)\s+{ACT}|\bhiermit\b", re.IGNORECASE)
_PART: Final = (
    r"(?:Ziffern?|Ziff\.|Abschnitte?[sn]?|Kapiteln?s?|Kap\.|Punkte?[sn]?|Nummern?|Nrn?\.|Gliederungspunkte?n?|Absch\.|"
    r"Teilziffern?|Tz\.)"
)
PARTS = re.compile(
    rf"\b{_PART}\s+"
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2})*\.?(?:\s*(?:,|;|und|sowie|bis|/|-|–)\s*(?:bis\s+)?(?:(?:der|die|den)\s+)?"
    rf"(?:{_PART}\s+)?\d{{1,2}}(?:\.\d{{1,2}})*\.?(?!\d|\s*\.\s*\d|\s+(?:Anstrich|Spiegelstrich|Satz|Absatz)))*)"
    r"(?!\s*/|\d)",
    re.IGNORECASE,
)
FINER = re.compile(
    r"\b(?:Abs(?:atz|ätze[ns]?|atzes|\.)|S[äa]tz(?:e[sn]?)?(?=\s+\d)|Halbsatz|(?:Spiegel)?[Aa]nstrich[es]*|Spiegelstrich\w*|"
    r"Aufzählungspunkt\w*|Unterpunkt\w*|Buchst(?:abe[ns]?|\.)|Anlagen?|Anhang|Anhänge|Fußnoten?|Tabellen?)\b",
)
"""Parts of a directive that are no sections, so that an editor must say what becomes of them."""
SINGLE = re.compile(r"(?P<range>bis\s+(?:\w+\s+)?|[-–]\s*)?(?P<number>\d{1,2}(?:\.\d{1,2})*)", re.IGNORECASE)
TASK_PART = re.compile(
    r"\b(?:(?:Einzel)?[Aa]uftr[äa]g(?:e[ns]?|s)?)\b(?:\s+\d{1,2}(?:\s*(?:,|und)\s*\d{1,2})*)?(?:\s+(?:an|für)\s+(?P<unit>[^,.;]{3,80}?))?(?=\s+(?:der|in|"
    r"aus)\b|[,.;]|\s+(?:wird|werden|entf[äa]ll(?:t|en))\b|\Z)",
    re.I,
)
PARTLY = re.compile(r"\b(?:teilweise|in\s+Teilen|zum\s+Teil|auszugsweise|insoweit|Teilaufhebung)\b", re.IGNORECASE)
AUXILIARY = re.compile(
    r"\b(?:wird|werden|tritt|treten|ist|sind|gilt|gelten|verliert|verlieren|endet|enden|bleibt|bleiben|"
    r"wurde|wurden|entf[äa]llt|entfallen)\b",
    re.IGNORECASE,
)
INTENDED = re.compile(
    r"\bsoll(?:en)?\b[^.]*\b(?:aufgehoben|ersetzt|verlängert|geändert|abgelöst|überarbeitet|gesetzt)\s+werden\b|"
    r"\bsoll(?:en)?\b[^.]*\bKraft\s+treten\b|\b(?:könnten?|sollten?|geprüft|vorgesehen|geplant|beabsichtigt)\b|"
    r"\b(?:wird|werden)\b[^.]*\b(?:aufgehoben|ersetzt|verlängert|geändert|abgelöst|gesetzt)\s+werden\b|"
    r"\b(?:voraussichtlich|demnächst)\b|"
    r"\b(?:[Ss]ofern|[Ww]enn|[Ff]alls|[Ss]oweit|[Bb]evor|[Bb]is|[Ss]olange|[Ss]obald|[Nn]achdem)\b[^,]*\b(?:wird|werden|würde|tritt|ist|sind)\b(?=,|\Z)"
)
"""A repeal that is only thought of, or the condition of something else."""
PRONOUN = re.compile(
    r"(?:Sie|Diese|Dieselbe|Er|Jene)\s+(?:wird|werden|tritt|treten|verliert|verlieren|gilt|endet|ist|sind)\b"
)
DAY = r"(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}\.\s?[A-ZÄÖÜ][a-zä]+\s\d{4})"
ADVERBS = (
    rf"(?:(?:hiermit|somit|daher|damit|ebenfalls|zugleich|gleichzeitig|insoweit|vollständig|insgesamt|"
    rf"ersatzlos|nunmehr|jeweils)\s+|"
    rf"(?:mit\s+(?:Ablauf|Wirkung)|zum|am|ab|bis|vom|mit\s+Ende)\s+(?:des\s+|vom\s+|zum\s+|dem\s+|"
    rf"einschließlich\s+|ab\s+)*{DAY}\s+|"
    r"(?:durch|mit)\s+(?:dem\s+)?(?:Inkrafttreten\s+|Wirksamwerden\s+)?(?:diese[rn]?|"
    rf"der\s+vorliegenden)\s+{ACT}\s+|"
    r"bis\s+auf\s+[Ww]eiteres\s+|unbegrenzt\s+|unbefristet\s+)*"
)
VERBS = (
    r"(?:aufgehoben|au\w{1,2}er\s+Kraft(?:\s+gesetzt)?|(?:ihre|seine)\s+(?:G[üui]{1,2}ltigkeit|Geltung|"
    r"Wirksamkeit)|ersetzt|abgelöst|verlängert|gegenstandslos)"
)
_NUMBERS: Final = rf"(?:[\d.,\s–-]|und\b|sowie\b|bis\b|{_PART})+"
PREDICATE = re.compile(
    rf"[\s,)–—-]*(?:(?:wird|werden|tritt|treten|verliert|verlieren)\s+{ADVERBS}{VERBS}|"
    rf"(?:entfällt|entfallen)(?:\s+{ADVERBS}|(?=\W*\Z)))"
    rf"(?:\s+(?:durch|mit)\s+(?:diese[rn]?|die\s+vorliegende)\s+{ACT}|\s+(?:zum|ab|bis|"
    rf"mit\s+Ablauf)\s+(?:des\s+)?{DAY}|\s+und\s+(?:wird\s+|werden\s+)?durch\s+(?:diese|die\s+vorliegende)\s+{ACT}\s+"
    r"(?:ersetzt|abgelöst))?\W*\Z",
    re.IGNORECASE,
)
BARE_PREDICATE = re.compile(rf"[\s,:–—(-]*{ADVERBS}{VERBS}\W*\Z", re.IGNORECASE)
SUBJECT = re.compile(
    r"\s*(?:(?:Die|Der|Das)\s+)?(?:(?:G[üui]{1,2}ltigkeit(?:sdauer)?|Geltungsdauer|Befristung|Laufzeit)\s+(?:der\s+)?)?"
    rf"(?:{_PART}\s+{_NUMBERS}(?:der\s+|in\s+der\s+|aus\s+der\s+)?)?"
    r"(?:die\s+|der\s+)?(?:bisherige[nr]?\s+|folgende[nr]?\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
INVERTED = re.compile(
    rf"\s*(?:(?:Mit\s+(?:Ablauf|Wirkung)|Zum|Ab|Bis)\s+(?:des\s+|vom\s+|zum\s+|dem\s+)*{DAY}\s+|"
    rf"Hiermit\s+|Gleichzeitig\s+|Zugleich\s+|"
    r"(?:Durch|Mit)\s+(?:dem\s+)?(?:Inkrafttreten\s+)?(?:diese[rn]?|der\s+vorliegenden)\s+(?:Weisung|Regelung)\s+)"
    r"(?:wird|werden|tritt|treten|verliert|verlieren)\s+(?:die\s+|der\s+|zugleich\s+|auch\s+)*"
    rf"(?:{_PART}\s+{_NUMBERS}der\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:wie|in|gemäß|nach|entsprechend|laut|aus|mit|durch|von)\s+(?:der\s+|den\s+|"
    r"die\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
LOOSE = re.compile(
    r"\b(?:ersetzt?|ersetzen|endet|enden|abgelöst|löst|gegenstandslos|G[üui]{1,2}ltigkeit)\b", re.IGNORECASE
)
OLD_NAMED = re.compile(
    r"\b(?:Bezugsweisung(?:en)?|(?:im|unter|als)\s+Bezug\s+genannte[nr]?|o\.\s?g\.\s+Weisung(?:en)?|"
    r"oben\s+genannte[nr]?\s+Weisung(?:en)?|bisherige\s+Weisung)\b",
    re.IGNORECASE,
)
OPEN_END: Final = (
    ("unbegrenzt", "unbegrenzt"),
    ("unbefristet", "unbegrenzt"),
    ("auf weiteres", "bis auf Weiteres"),
    ("fortlaufend", "fortlaufend"),
)
LONGEST_WORDS: Final = 600
EXCEPTED = re.compile(
    r"\b(?:ausgenommen|mit\s+Ausnahme|abgesehen\s+von|au(?:ß|ss|B)er(?!\s+Kraft|dem)|bis\s+auf\s+(?!weiteres))\b|"
    r"\b(?:gilt|gelten|bleib(?:t|en))\b.{0,60}?\b(?:fort|weiter\w*|bestehen|unberührt|in\s+Kraft)\b",
    re.IGNORECASE,
)
LIMITED = re.compile(
    r"\b(?:soweit|hinsichtlich|bezüglich|betreffend|nur|lediglich|insbesondere|sofern|wenn|falls|ausschließlich|"
    r"im\s+Hinblick\s+auf)\b|" + EXCEPTED.pattern,
    re.IGNORECASE,
)
"""Words that leave some of a directive in force."""
FOR_SOME = re.compile(
    r"\b(?:für|im\s+Rechtskreis|im\s+Bereich|im\s+Bezirk|in\s+Bezug\s+auf)\b|"
    r"\b(?:Regelung(?:en)?|Vorgaben?|Aussagen?|Bestimmung(?:en)?|Teile|Passagen?|Inhalte?|Ausführungen)\b",
    re.IGNORECASE,
)
"""Words that limit what a sentence says; in a title they say nothing."""
LIMITED_QUESTION: Final = "Der Wortlaut begrenzt die Aufhebung: Welche Abschnitte oder Aufträge werden aufgehoben?"
WHOSE_PARTS: Final = "Zu welcher der genannten Weisungen gehören die Teile?"
WHOLE_OR_PART: Final = "Wird die Weisung ganz aufgehoben oder nur der genannte Teil?"
NUMBER_ONCE: Final = (
    "Die Nummer steht in einem Text aus der Texterkennung, und die Sammlung kennt sie nicht: bitte vergleichen."
)
