"""Words around a day that tell what it is, and those that it may belong to."""

import re
from datetime import date
from typing import Final

from geltung.parse.wording import DUE, MONTHS, START, DatePhrase

STAND = re.compile(
    r"\b(?:stand|fassung|schreiben|mail|erlass|bescheid|weisung|stichtag|info|version|protokoll|beschluss|"
    r"urteil|gesetz)\w*[:,]?\s*(?:vom|zum|am)?\s*\Z",
    re.I,
)
FIRST = re.compile(r"\berst(?:mals|malig)\b|\bbeginnend\b", re.IGNORECASE)
RULE_BEHIND = re.compile(r"[a-zäöüß)]\.\s+[A-ZÄÖÜ](?:(?!\.\s)[^;])*\b(?:gilt|gelten)\b(?:(?!\.\s)[^;])*\Z")
"""A further sentence that says what applies, not what is to be done."""
APPLIES = re.compile(r"\b(?:wend\w+\b.*\ban\b|an(?:zu)?wenden|verwend\w+|nutz\w+|setz\w+\b.*\bein\b|gilt|gelten)")
"""Verbs of what begins to apply: "wenden das Verfahren erstmals zum 01.05.2026 an"."""
NOT_LATER = re.compile(r"\b(?:nicht|keinesfalls)\s+später\s+als\s*\Z", re.IGNORECASE)
SAID_DUE = re.compile(
    r"\b(?:Termin|Frist|T|Fällig(?:keit)?|Abgabetermin)\s*:\s*\Z|\b(?:nicht|keinesfalls)\s+später\s+als\s*\Z|"
    r"\bbis\s+(?:zum\s+)?(?:Dienst|Geschäfts|Büro)(?:schluss|ende)\s+(?:de[sm]\s+|am\s+)?\Z|"
    r"\bbis\s+(?:spätestens\s+)?(?:zum\s+)?(?:Mo|Di|Mi|Do|Fr|Sa|So)\w*\.?,?\s*(?:de[nm]\s+)?\(?\Z",
    re.IGNORECASE,
)
"""Words before a day that make it a deadline: "Termin: ", "nicht später als", "bis Dienstschluss des"."""
AGAIN = re.compile(
    r"\b(?:erneut|wieder|nochmals|noch\s+einmal|ein\s+(?:zweites|weiteres)\s+Mal|dann|danach|anschließend|abschließend)\s+"
    r"(?:\w+\s+)?\Z|\d{4}\s*(?:,|und|sowie|,\s+zum|und\s+(?:zum|bis|am))\s*\Z",
    re.IGNORECASE,
)
"""What is done again: "bis zum 31.05.2025 und erneut bis …", "zum 30.09.2026 und 31.03.2027"."""
UP_TO = re.compile(r"\bbis\s+zu[mr]\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ]\w+(?:\s+(?:der|des)\s+[A-ZÄÖÜ]\w+)?\s*\Z")
"""What runs up to an event: "bis zum Außerkrafttreten der Verordnung" before "am 31.12.2026"."""
OVER = re.compile(r"Außerkrafttreten|Auslaufen|Wegfall|Ende|Ablauf|Ausscheiden|Abschaltung")
"""Events that end what they are said of: what runs up to them goes on until then."""
FROM = re.compile(r"\b(?:ab|seit|mit)\s+(?:de[mr]\s+)?[A-ZÄÖÜ]\w+(?:\s+(?:der|des)\s+[A-ZÄÖÜ]\w+)?\s*\(?\Z")
"""What begins with an event: "ab der Inbetriebnahme" before "am 01.06.2027"."""
FOR_MONTH = re.compile(r"\b(?:für|aus|des\s+Monats|vom\s+Monat)\s+(?:de[nm]\s+)?(?:Monat\s+)?\Z")
"""A month that says which numbers are meant: "die Fallzahlen für Juni 2026"."""
CAME_IN = re.compile(
    r"\s+(?:[a-zäöüß]+\s+)?(?:eingeh|gestellt|beantragt|bewilligt|entsta?nd|eingegang|begonnen|erteilt|geschlossen|erlassen)\w*\s+[A-ZÄÖÜ]"
)
OF_OBJECT = re.compile(r"\b[A-ZÄÖÜ]\w+\s+(?:der|des|dieser)\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ]\w+\s*\Z")
"""An object with its genitive: "den Beginn der Arbeiten" before "ab 01.07.2026"."""
PROLONGS = re.compile(r"\b(?:verlänger|befrist|Befrist|Laufzeit|gültig|Gültigkeit)\w*")
"""Words of what is itself limited by a day: "verlängern Befristungen bis zum 31.12.2026"."""
_BARE_NOUN = re.compile(r"(?:\A|\s)(?P<before>(?:\S+\s+)?[a-zäöüß]\S*)\s+[A-ZÄÖÜ]\w*(?:e|en|n|er|s)\s*\Z")
"""A plural without article, which a day behind it may describe: "prüfen Leistungsfälle ab dem 01.01.2026"."""
BEGINS = re.compile(r"\b(?:beginn|starte)(?:t|en|st)\b", re.IGNORECASE)
NOT_ALWAYS_DUE: Final = frozenset(("zum", "zum stichtag", "mit wirkung zum"))
ATTRIBUTIVE = re.compile(r"\s+(?:[a-zäöüß]+\s+)?[a-zäöüß]{4,}(?:en|e|er|em|es)\s+[A-ZÄÖÜ]")
PARTICIPLE = re.compile(r"\s+(?:[a-zäöüß]+\s+)?[a-zäöüß]{3,}(?:end|t|en)e[nrms]?\s+[A-ZÄÖÜ]")
DETERMINER = re.compile(
    r"\b(?:die|der|das|den|dem|des|alle[rnm]?|sämtliche[rn]?|eine[rnms]?|ihre[rnm]?|aus|mit|nach|von|für)\s*\Z", re.I
)
_PREPOSITIONS: Final = frozenset(
    (
        "für",
        "bei",
        "von",
        "zu",
        "zur",
        "zum",
        "aus",
        "über",
        "mit",
        "gegen",
        "ohne",
        "nach",
        "vor",
        "seit",
        "auf",
        "im",
        "in",
        "an",
    )
)
LASTS: Final = (
    "Der Tag ist als Ende des Auftrags gelesen (ends_on), weil bis dahin etwas fortdauert oder unterbleibt: Oder ist "
    "er eine Frist (due_on)?"
)
DELIVERS: Final = re.compile(
    r"\b(?:bericht\w*|meld(?:en|et|ung)|leg(?:en|t)\b.*\bvor|vor(?:zu)?legen|Vorlage|übersend\w+|übermittel\w+|übermittl\w+|"
    r"benenn\w+|Benennung|teil(?:en|t)\b.*\bmit|mit(?:zu)?teilen|send(?:en|et)|reich(?:en|t)\b.*\bein|liefer\w+|"
    r"schließ(?:en|t)\b.*\bab|ab(?:zu)?schließen|Abschluss|stell(?:en|t)\b.*\bum|um(?:zu)?stellen)\b",
    re.IGNORECASE,
)
"""Verbs of what is done with one result: a time for it is a deadline."""
SINGLE_ACT: Final = re.compile(
    r"\b(?:deaktivier\w*|(?:schalt\w+|meld\w+)\b.*\bab|ab(?:zu)?(?:schalten|melden)|stell\w*\b.*\bein|ein(?:zu)?stellen|schließ\w*|"
    r"entzieh\w*|beend\w*|sperr\w*|lösch\w*|kündig\w*|heb\w*\b.*\bauf|auf(?:zu)?heben|räum\w*|übergeb\w*|entfern\w*|"
    r"widerruf\w*|zieh\w*\b.*\bzurück|gib\w*\b.*\bzurück|geb\w*\b.*\bzurück)\b",
    re.IGNORECASE,
)
"""Verbs of what is done once at the end of a day: "deaktivieren die Zugänge mit Ablauf des 31.10.2026"."""
_WITH_OWN_TIME: Final = re.compile(
    r"(?:antr[aä]g|fall|fäll|maßnahm|vertr[aä]g|leistung|bewillig|zahl|förder|beginn|ende|eintritt|austritt|zug[aä]ng|eing[aä]ng|"
    r"zeit|zeiten|dauer|frist|raum|räume|bescheid|rechnung|buchung|zusage|anspr[uü]ch|beschäftigung|aufenthalt|ausbild|umz[uü]g|fahrt|reise|qualifiz|weiterbild|"
    r"meldung|kurs|lehrg[aä]ng|seminar|projekt|eins[aä]tz|urlaub|\bvertret|überg[aä]ng|termin|veranstalt|stand|vorg[aä]ng|monat|jahr|quartal|"
    r"bestand|beständ|verlänger|gelt|gültig|zuweis|abordn|genehmig|duld|gestatt|erlaub|befrei|stund|verpflicht|freistell|"
    r"nutz|erprob|überlass|aufbewahr|speicher|sperr|stell|kosten|ausgabe|einnahme|mittel|daten|buchungen|vereinbar|stellung|lauf|läufe|"
    r"tätigkeit|abrechn|tickets|einreise|geburt|arbeitslos|praktik|umschul|dienst|schuljahr|ferien|sitz|periode|phase|welle|haushalt)\w{0,5}\Z",
    re.IGNORECASE,
)
"""Nouns of what itself runs until a day or was dealt with until then: only of these "bis zum …" may be an attribute."""
THEN: Final = re.compile(
    r"\W*(?:und\s+|sowie\s+)?(?:danach|anschließend|sodann|dann|in\s+der\s+Folge)\b", re.IGNORECASE
)
"""What follows a first day: "bis zum 15.06.2026, danach jährlich"."""


def doubt_of_start(text: str, phrase: DatePhrase, day: date, issued: date | None) -> str | None:
    """What to ask about a start: one before the directive was issued, or behind a noun that it may describe."""
    quoted = f"„{' '.join(phrase.words.split())}“"
    if re.search(r"\bvoraussichtlich\b", text):
        return f"{quoted} ist nur voraussichtlich: Gilt der Tag?"
    if OF_OBJECT.search(text[: phrase.offset]) and "ab" in phrase.lead.split():
        return f"Beginnt der Auftrag {quoted}, oder gehört der Tag zum Wort davor?"
    if bare_noun(text[: phrase.offset]) and "ab" in phrase.lead.split():
        return f"Beginnt der Auftrag {quoted}, oder beschreibt der Tag nur das Wort davor?"
    if issued and day < issued and "rückwirkend" in text:
        return f"Beginnt der Auftrag rückwirkend {quoted}?"
    return None


def bare_noun(before: str) -> bool:
    """Whether a noun without article or attribute stands right before a day."""
    match = _BARE_NOUN.search(before)
    return match is not None and not any(DETERMINER.search(f"{word} ") for word in match["before"].split())


def of_noun(text: str, phrase: DatePhrase) -> bool:
    """Whether a day belongs to a noun: "vor dem 01.03.2020 eingegangene Anträge", "mit Verfall vor dem 01.06.2021"."""
    behind = PARTICIPLE.match(text, phrase.end) or ATTRIBUTIVE.match(text, phrase.end)
    return bool(behind) or belongs_to_noun(text[: phrase.offset])


def is_month(phrase: DatePhrase) -> bool:
    """Whether the words name a month and no part of it: due in a month is due on its last day."""
    return phrase.written[:1].isalpha() and phrase.written.split()[0].lower() in MONTHS


def belongs_to_noun(before: str) -> bool:
    """Whether a day stands right behind a noun with a preposition: "für Maßnahmen ab dem 01.01.2027"."""
    words = before.split()
    if not words or not words[-1][:1].isupper():
        return False
    return any(word.lower() in _PREPOSITIONS for word in words[-4:-1])


_DURING_VERB: Final = re.compile(r"(?:\A|[.;:,]\s)\s*[a-zäöüß]+(?:en|n|t)\s+(?:im|in\s+der)\s+(?:Zeitraum|Zeit)\s+\Z")


def is_plain(text: str, phrase: DatePhrase) -> bool:
    """Whether a day behind a noun with a preposition is one of the task all the same: a deadline whose noun has no time
    of its own ("richten ein Postfach für Rückfragen bis zum 17.04.2026 ein") or that "spätestens" leads, or a range
    right behind the verb ("prüfen in der Zeit vom … bis …")."""
    lead = phrase.lead.split()
    if phrase.role == START and _DURING_VERB.search(text[: phrase.offset]):
        return True
    if phrase.role != DUE or not set(lead) & {"bis", "spätestens"}:
        return False
    if "spätestens" in lead:
        return True
    words = text[: phrase.offset].split()
    return not _WITH_OWN_TIME.search(words[-1]) and words[-1][-1:].isalpha()
