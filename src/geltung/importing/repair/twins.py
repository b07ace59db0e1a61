"""Words whose damaged form is a word too: "Fallen" for "Fällen", "wahrend" for "während".

Counts alone must not decide these. A table of our own names those whose damaged form hardly occurs in directives, and
in which place; everything else is left to a person.
"""

from __future__ import annotations

import re
from typing import Final

from geltung.importing.repair.evidence import is_english
from geltung.importing.repair.tokens import Token

_NOUNS: Final = {
    word: printed
    for base, umlaut in (
        ("antrag", "anträg"), ("auftrag", "aufträg"), ("vertrag", "verträg"), ("betrag", "beträg"),
        ("beitrag", "beiträg"), ("vorschlag", "vorschläg"), ("zuschlag", "zuschläg"), ("vorgang", "vorgäng"),
        ("zugang", "zugäng"), ("eingang", "eingäng"), ("ausgang", "ausgäng"), ("abgang", "abgäng"),
        ("zusammenhang", "zusammenhäng"), ("anhang", "anhäng"), ("platz", "plätz"), ("satz", "sätz"),
        ("grundsatz", "grundsätz"), ("gegenstand", "gegenständ"), ("umstand", "umständ"), ("abstand", "abständ"),
        ("bestand", "beständ"), ("verband", "verbänd"), ("raum", "räum"), ("ablauf", "abläuf"), ("plan", "plän"),
        ("zeitraum", "zeiträum"), ("vorstand", "vorständ"), ("aufwand", "aufwänd"), ("anfang", "anfäng"),
        ("eintrag", "einträg"), ("nachtrag", "nachträg"), ("flach", "fläch"), ("gerat", "gerät"),
    )
    for word, printed in ((f"{base}e", f"{umlaut}e"), (f"{base}en", f"{umlaut}en"))
} | {"fallen": "fällen", "lander": "länder", "landern": "ländern", "blattern": "blättern", "kraften": "kräften",
     "grunden": "gründen", "stuck": "stück", "mangeln": "mängeln"}  # fmt: skip
_ENDS: Final = _NOUNS | {"laufe": "läufe", "stande": "stände", "zuge": "züge", "plane": "pläne"}
"""How compounds end that have no other plural: "Papierantrage", "Schaltflachen"."""
_VERBAL: Final = frozenset({
    "auftragen", "vertragen", "betragen", "beitragen", "vorschlagen", "zuschlagen", "eintragen", "nachtragen",
    "anfangen", "ablaufen", "planen", "platzen",
})  # fmt: skip
"""Plurals without their umlaut that are infinitives, participles or adjectives as well: "beim Eintragen"."""
_AT_START: Final = frozenset({"fallen", "geraten", "mangeln", "umstanden", "abstanden", "flachen"})
"""The same, but within a sentence they are nouns."""
_NEUTER: Final = frozenset(
    {"das", "beim", "zum", "vom", "im", "am", "dem", "des", "ein", "durch", "zu", "ohne", "statt"}
)
_OF_PLURAL: Final = frozenset({
    "den", "in", "mit", "bei", "von", "aus", "nach", "allen", "diesen", "jenen", "vielen", "einigen", "beiden",
    "mehreren", "unter", "neben", "zwischen", "gegenüber", "gegeniiber", "gegenuber", "zwei", "drei", "vier", "fünf",
})  # fmt: skip
_PLANS: Final = frozenset({
    "teilhabe", "hilfe", "hilfs", "förder", "forder", "f6rder", "termin", "dienst", "stellen", "schicht", "urlaub",
    "wege", "zeit", "notfall", "haushalt", "einsatz", "stunden", "personal",
})  # fmt: skip
"""What makes a plan of "-plane" and no canvas; so does a linking s."""
_CASES: Final = frozenset({
    "einzel", "alt", "eil", "neu", "bestand", "bestands", "zweifels", "not", "streit", "härte", "harte", "sonder",
    "förder", "forder", "f6rder", "leistungs", "ausnahme", "problem", "verdachts", "grenz", "muster", "förderungs",
    "un", "vor", "ab", "aus", "rück", "zu", "krankheits", "schadens", "versicherungs", "sterbe", "bedarfs",
    "beratungs", "antrags", "widerspruchs", "erstattungs", "insolvenz", "reha", "praxis", "anwendungs", "stör",
    "störungs", "misch",
})  # fmt: skip
"""What makes a case of "-falle" and no trap."""
_ALL: Final = frozenset({
    "alle", "diese", "solche", "jene", "viele", "mehrere", "einige", "beide", "keine", "sämtliche", "folgende", "zwei",
    "drei", "vier", "fünf", "etliche", "manche", "weitere", "deren", "aller",
})  # fmt: skip
_TRAPS: Final = frozenset({"in", "eine", "einer", "jede", "jeder"})
_MAYBE: Final = {"falle": "fälle", "grunde": "gründe"}
_ADJECTIVES: Final = {"hohe": "höhe", "lange": "länge", "starke": "stärke", "kalte": "kälte"}
"""Within a sentence and with a capital these are nouns."""
_INFINITIVES: Final = {
    "andern": "ändern", "starken": "stärken", "klaren": "klären", "scharfen": "schärfen", "kurzen": "kürzen",
    "losen": "lösen", "schwachen": "schwächen", "fuhren": "führen", "harten": "härten", "warmen": "wärmen",
}  # fmt: skip
"""Adjectives or past forms that cannot stand after "zu" at the end of a clause."""
_VERBS: Final = {
    "betragt": "beträgt", "vertragt": "verträgt", "ubertragt": "überträgt", "zulasst": "zulässt", "berat": "berät",
    "entfallt": "entfällt", "fallt": "fällt", "gefallt": "gefällt", "anfallt": "anfällt", "tragt": "trägt",
    "schlagt": "schlägt", "vorschlagt": "vorschlägt", "lauft": "läuft", "ablauft": "abläuft", "verlauft": "verläuft",
    "empfangt": "empfängt", "hangt": "hängt", "abhangt": "abhängt", "wachst": "wächst", "lasst": "lässt",
    "verlasst": "verlässt", "entlasst": "entlässt", "behalt": "behält", "stosst": "stößt", "erhalt": "erhält",
    "enthalt": "enthält", "anhalt": "anhält", "einhalt": "einhält", "vorhalt": "vorhält", "aufhalt": "aufhält",
    "festhalt": "festhält", "fehlschlagt": "fehlschlägt", "fuhrt": "führt", "wahlen": "wählen",
    "auswahlen": "auswählen", "wahlt": "wählt", "auswahlt": "auswählt", "wahrend": "während",
    "altere": "ältere", "alteren": "älteren",
}  # fmt: skip
"""Forms for "ihr", which no directive addresses, imperatives, and nouns if they had a capital."""
_ALSO_NOUNS: Final = frozenset({"erhalt", "anhalt", "einhalt", "vorhalt", "wahlen", "auswahlen", "alteren", "behalt"})
_DRIVEN: Final = re.compile(
    r"(?P<before>durch|aus|ein|zu|weiter|vor|ab|an|herbei|zusammen|fort|über|auf|)(?P<to>zu)?fuhren\Z"
)
""""fuhren" and what is made of it: directives do not tell who drove where."""
_DATIVES: Final = frozenset({
    "im", "am", "vom", "zum", "beim", "dem", "diesem", "jenem", "einem", "keinem", "jedem", "seinem", "ihrem",
})  # fmt: skip
_DETERMINERS: Final = frozenset({
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "eines", "einer", "zum", "unter",
    "alle", "allen", "aller", "viele", "vielen", "im", "am", "vom",
})  # fmt: skip
_SHORTEST_HEAD: Final = 4
_SHORT_HEADS: Final = frozenset({"neu", "alt", "eil"})
_CLAUSE_END: Final = re.compile(r"\s*(?:[.,;:)!?]|$|\s(?:und|oder|sowie)\b)")


def twin(token: Token) -> str | None:
    """The word that was printed where the reading is a word as well and the place decides; None if it does not."""
    read = token.text.lower()
    if token.text[0].isupper() and not token.starts_sentence and read in _ADJECTIVES and not is_dative(token):
        return _ADJECTIVES[read]
    if token.text[0].isupper() and (noun := _noun(token, read)):
        return noun
    first = token.starts_sentence or token.text[0].islower()
    if read in _VERBS and token.before != "ihr" and (token.text[0].islower() or read not in _ALSO_NOUNS):
        return _VERBS[read]
    if first and (driven := _DRIVEN.match(read)) and (token.text[0].islower() or not driven["before"]):
        return f"{read[:-6]}führen"
    if read == "andern" and re.match(r"\s+sich\b", token.after) and token.before not in _DETERMINERS:
        return "ändern"
    if read in _INFINITIVES and _CLAUSE_END.match(token.after):
        alone = read == "andern" and token.before and token.before not in _DETERMINERS
        return _INFINITIVES[read] if alone or token.before == "zu" else None
    return None


def possible_twin(token: Token) -> str | None:
    """A word that may have been printed as well, where nothing decides it: for a person."""
    read = token.text.lower()
    if token.text[0].isupper() and read in _MAYBE and not is_dative(token) and token.before != "zu":
        return _MAYBE[read]
    return None


def _noun(token: Token, read: str) -> str | None:
    """The plural of a noun whose umlaut was lost, alone or at the end of a compound."""
    if is_dative(token) or (is_english(read) and read not in _NOUNS):
        return None
    if read.endswith("falle"):
        return f"{read[:-5]}fälle" if _is_case(token, read.removesuffix("falle")) else None
    if read == "grunde":
        return "gründe" if _is_plural(token) else None
    if read.endswith("fallen") and read != "fallen":
        return f"{read[:-6]}fällen" if read.removesuffix("fallen") in _CASES and _of_plural(token) else None
    if read in _NOUNS:
        verbal = read in _VERBAL or (read in _AT_START and (token.starts_sentence or token.before in _NEUTER))
        return _NOUNS[read] if not verbal or _of_plural(token) else None
    end = next((end for end in sorted(_ENDS, key=len, reverse=True) if read.endswith(end)), None)
    if end is None:
        return None
    head = read.removesuffix(end)
    if len(head) < _SHORTEST_HEAD and head not in _SHORT_HEADS:
        return None
    if end in ("plane", "planen") and not (head.endswith("s") or head in _PLANS):
        return None
    return None if token.before in _NEUTER and end in _VERBAL else head + _ENDS[end]


def _is_case(token: Token, head: str) -> bool:
    """Whether "-falle" are cases: by what is before them, or by what kind of cases they are."""
    return head in _CASES or (not head and _is_plural(token))


def _is_plural(token: Token) -> bool:
    """Whether the words before demand a plural in -e: "alle", "ausgesteuerte", "die laufenden"; not "in die"."""
    if token.before in _ALL:
        return token.earlier not in _TRAPS or token.before in ("mehrere", "alle", "viele", "einige", "beide")
    if token.before.endswith("en") and token.earlier in ("die", "diese", "alle", "keine"):
        return True
    adjective = len(token.before) > _SHORTEST_HEAD and token.before.endswith("e")
    return adjective and token.before != "keine" and token.earlier not in ("die", "diese", *_TRAPS)


def _of_plural(token: Token) -> bool:
    """Whether the words before demand a dative plural."""
    return token.before in _OF_PLURAL or (token.before.endswith("en") and token.before not in _DETERMINERS)


def is_dative(token: Token) -> bool:
    """Whether the word is an old dative: "im Auftrage", "dem Vertrage", "im laufenden Antrage", "hohem Aufwande"."""
    if not token.text.endswith("e"):
        return False
    adjective = token.before.endswith("en") and token.earlier in _DATIVES
    return token.before in _DATIVES or adjective or (token.before.endswith("em") and len(token.before) > _SHORTEST_HEAD)
