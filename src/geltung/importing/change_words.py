"""The words by which a directive says what it does to others: verbs, reports of what others did, parts, days."""

import re
from typing import Final

from geltung.checks.change_words import ACT

REPEALED = re.compile(
    r"\baufgehoben\b|\baufzuheben\b|\bhebe?n?t?\b.{0,300}?\bauf\b|\bau(?:ß|ss|B|R|fs)er\s+Kraft\b|"
    r"\b(?:verlier(?:t|en))\b.{0,60}?\b(?:Gültigkeit|Geltung|Wirksamkeit|Wirkung)\b|\bgegenstandslos\b|"
    r"\bersetz(?:t|en)\b|\babgelöst\b|\b(?:löst|lösen)\b.{0,200}?\bab\b|\bnicht\s+(?:mehr|weiter)\s+anzuwenden\b|"
    r"\bfindet\b.{0,80}?\bkeine\s+Anwendung\s+mehr\b|\btreten?\b.{0,60}?\ban\s+die\s+Stelle\b|\bendet\b|"
    r"\benden\b|\bentf[äa]ll(?:t|en)\b|\bAufhebung\s+(?:der|von|zum|mit)\b",
    re.IGNORECASE | re.DOTALL,
)
EXTENDED = re.compile(
    r"\bverlängert?\b|\bverlangert\b|\bVerlängerung\b|\bgilt\b.{0,80}?\b(?:fort|weiter)\b.{0,40}?\bbis\b|"
    r"\bgilt\b.{0,40}?\bbis\b.{0,60}\b(?:fort|weiter)\b|"
    r"\bGültigkeit(?:sdauer)?\b.{0,120}?\bbis\b|\bGeltungsdauer\b.{0,120}?\bbis\b|\bbleib(?:t|"
    r"en)\b.{0,60}?\bbis\b.{0,40}?\b(?:in\s+Kraft|gültig)\b",
    re.IGNORECASE,
)
CORRECTED = re.compile(
    r"\bberichtigt\b|\bBerichtigung\b|\bkorrigiert\b|\bmuss\s+es\s+(?:richtig\s+)?(?:heißen|lauten)\b|"
    r"\brichtig\s+(?:heißt|lautet)\b",
    re.I,
)
AMENDED = re.compile(
    r"\b(?:ge|ab)?(?:ge)?ändert\b|\bgeandert\b|\bÄnderung\b|\bergänzt\b|\bneu\s?gefasst\b|"
    r"\bwie\s+folgt\s+gefasst\b|\berhält\b.{0,60}?\bFassung\b|\baktualisiert\b|\bangepasst\b|"
    r"\bgestrichen\b|\beingefügt\b",
    re.IGNORECASE,
)
NEGATED = re.compile(
    r"\bnicht\s+(?:aufgehoben|geändert|ersetzt|berührt|verlängert|außer)|\bunberührt\b|\bbleib(?:t|"
    r"en)\s+(?:weiterhin\s+|unverändert\s+)?(?:in\s+Kraft|gültig|bestehen|anwendbar)\b(?!.{0,30}bis)|"
    r"\bkeine\s+(?:Aufhebung|Änderung)",
    re.I,
)
BY_OTHER = re.compile(r"\b(?:durch|mit|von)\s+(?:die\s+|der\s+)?(?:\w+\s+)?\Z", re.IGNORECASE)
THIS = re.compile(rf"\b(?:diese|dieser|vorliegende[nr]?)\s+{ACT}|\bhiermit\b", re.IGNORECASE)
REPLACES = re.compile(
    r"\b(?:ersetz(?:t|en)|(?:löst|lösen)\b.{0,200}?\bab|tritt\b.{0,80}?\ban\s+die\s+Stelle)\b", re.IGNORECASE
)
PASSIVE_REPLACE = re.compile(r"\b(?:wird|werden)\b.{0,200}?\b(?:ersetzt|abgelöst)\b", re.IGNORECASE)
PARTS = re.compile(
    r"\b(?:Ziffern?|Ziff\.|Abschnitte?s?|Kapitels?|Kap\.|Punkte?s?|Nummern?|Nrn?\.|Gliederungspunkte?|"
    r"Absch\.|Teilziffern?|Tz\.)\s+"
    r"(?P<numbers>\d{1,2}(?:\.\d{1,2})*\.?(?:\s*(?:,|und|sowie|bis|/)\s*(?:die\s+)?(?:Ziffern?\s+|"
    r"Abschnitte?\s+)?\d{1,2}(?:\.\d{1,2})*\.?(?!\d|\s*\.\s*\d))*)(?!\s*/|\d)",
    re.IGNORECASE,
)
SINGLE = re.compile(r"\d{1,2}(?:\.\d{1,2})*")
TASK_PART = re.compile(
    r"\b(?:Einzelauftr[äa]ge?s?|Aufträge?)\b(?:\s+(?:an|für)\s+(?P<unit>[^,.;]{3,80}?))?(?=\s+(?:der|in|"
    r"aus)\b|[,.;]|\s+(?:wird|werden|entf[äa]ll(?:t|en))\b|\Z)",
    re.I,
)
PARTLY = re.compile(r"\b(?:teilweise|in\s+Teilen|zum\s+Teil|auszugsweise|insoweit|Teilaufhebung)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[a-zäöüß)\d“\"][.!?])\s+(?=(?:[A-ZÄÖÜ„]))")
AUXILIARY = re.compile(
    r"\b(?:wird|werden|tritt|treten|ist|sind|gilt|gelten|verliert|verlieren|endet|enden|bleibt|bleiben|"
    r"wurde|wurden|entf[äa]llt|entfallen)\b",
    re.IGNORECASE,
)
INTENDED = re.compile(
    r"\bsoll(?:en)?\b[^.]*\b(?:aufgehoben|ersetzt|verlängert|geändert|abgelöst|überarbeitet|gesetzt)\s+werden\b|"
    r"\bsoll(?:en)?\b[^.]*\bKraft\s+treten\b|\b(?:sofern|wenn|falls|soweit nicht|könnte|sollte|geprüft|vorgesehen|"
    r"geplant|beabsichtigt)\b"
)
PRONOUN = re.compile(
    r"(?:Sie|Diese|Dieselbe|Er|Es|Jene)\s+(?:wird|werden|tritt|treten|verliert|verlieren|gilt|endet|ist|sind)\b"
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
    r"(?:aufgehoben|au\w{1,2}er\s+Kraft(?:\s+gesetzt)?|(?:ihre|seine)\s+(?:Gültigkeit|Geltung|"
    r"Wirksamkeit)|ersetzt|abgelöst|verlängert|gegenstandslos)"
)
PREDICATE = re.compile(
    rf"[\s,–—-]*(?:(?:wird|werden|tritt|treten|verliert|verlieren)\s+{ADVERBS}{VERBS}|"
    rf"bleib(?:t|en)\s+{ADVERBS}(?:in\s+Kraft|gültig)|(?:entfällt|entfallen)(?:\s+{ADVERBS}|(?=\W*\Z)))"
    rf"(?:\s+(?:durch|mit)\s+(?:diese[rn]?|die\s+vorliegende)\s+{ACT}|\s+(?:zum|ab|bis|"
    rf"mit\s+Ablauf)\s+(?:des\s+)?{DAY})?\W*\Z",
    re.IGNORECASE,
)
BARE_PREDICATE = re.compile(rf"[\s,:–—(-]*{ADVERBS}{VERBS}\W*\Z", re.IGNORECASE)
SUBJECT = re.compile(
    r"\s*(?:(?:Die|Der|Das)\s+)?(?:(?:Gültigkeit(?:sdauer)?|Geltungsdauer|Befristung|Laufzeit)\s+(?:der\s+)?)?"
    r"(?:(?:Ziffern?|Abschnitte?|Kapitel|Punkte?|Nummern?|Nr\.|Ziff\.)\s+[\d., undsowibr]+\s*(?:der\s+|"
    r"in\s+der\s+)?)?"
    r"(?:die\s+|der\s+)?(?:bisherige[nr]?\s+|folgende[nr]?\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
INVERTED = re.compile(
    rf"\s*(?:(?:Mit\s+(?:Ablauf|Wirkung)|Zum|Ab|Bis)\s+(?:des\s+|vom\s+|zum\s+|dem\s+)*{DAY}\s+|"
    rf"Hiermit\s+|Gleichzeitig\s+|Zugleich\s+|"
    r"(?:Durch|Mit)\s+(?:dem\s+)?(?:Inkrafttreten\s+)?(?:diese[rn]?|der\s+vorliegenden)\s+(?:Weisung|Regelung)\s+)"
    r"(?:wird|werden|tritt|treten|verliert|verlieren)\s+(?:die\s+|der\s+|zugleich\s+|auch\s+)*"
    r"(?:(?:Ziffern?|Abschnitte?|Kapitel|Punkte?)\s+[\d., undsowibr]+\s*der\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"\b(?:wie|in|gemäß|nach|entsprechend|laut|aus|mit|durch|von)\s+(?:der\s+|den\s+|"
    r"die\s+)?(?:Weisung(?:en)?\s+)?\Z",
    re.IGNORECASE,
)
LOOSE = re.compile(r"\b(?:ersetzt?|ersetzen|endet|enden|abgelöst|löst|gegenstandslos|Gültigkeit)\b", re.IGNORECASE)
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
LIMITED = re.compile(
    r"\b(?:soweit|hinsichtlich|bezüglich|betreffend|nur|lediglich|ausgenommen|mit\s+Ausnahme|außer(?!\s+Kraft)|"
    r"insbesondere|sofern|bis\s+auf\s+(?!weiteres))\b",
    re.IGNORECASE,
)
WHOSE_PARTS: Final = "Zu welcher der genannten Weisungen gehören die Teile?"
WHOLE_OR_PART: Final = "Wird die Weisung ganz aufgehoben oder nur der genannte Teil?"
NUMBER_ONCE: Final = (
    "Die Nummer steht in einem Text aus der Texterkennung, und die Sammlung kennt sie nicht: bitte vergleichen."
)
