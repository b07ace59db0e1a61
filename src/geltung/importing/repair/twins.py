"""Words whose damaged form is a word too: "Fallen" for "Fällen", "wahrend" for "während".

Counts alone must not decide these. A table of our own names those whose damaged form hardly occurs in directives, and
in which place; everything else is left to a person.
"""

from __future__ import annotations

import re
from typing import Final

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
        ("eintrag", "einträg"), ("nachtrag", "nachträg"), ("flach", "fläch"),
    )
    for word, printed in ((f"{base}e", f"{umlaut}e"), (f"{base}en", f"{umlaut}en"))
} | {"fallen": "fällen", "lander": "länder", "landern": "ländern", "blattern": "blättern", "kraften": "kräften",
     "grunden": "gründen", "stuck": "stück"}  # fmt: skip
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
    "verlasst": "verlässt", "entlasst": "entlässt", "behalt": "behält", "stosst": "stößt",
}  # fmt: skip
"""Forms for "ihr", which no directive addresses, or imperatives."""
_DATIVES: Final = frozenset({
    "im", "am", "vom", "zum", "beim", "dem", "diesem", "jenem", "einem", "keinem", "jedem", "seinem", "ihrem",
})  # fmt: skip
_DETERMINERS: Final = frozenset({
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "eines", "einer", "zum", "unter",
    "alle", "allen", "aller", "viele", "vielen", "im", "am", "vom",
})  # fmt: skip
_CLAUSE_END: Final = re.compile(r"\s*(?:[.,;:)!?]|$|\s(?:und|oder|sowie)\b)")


def twin(token: Token) -> str | None:
    """The word that was printed where the reading is a word as well and the place decides; None if it does not."""
    read = token.text.lower()
    if token.text[0].isupper() and not is_dative(token):
        if read in _NOUNS:
            return _NOUNS[read]
        if read in _ADJECTIVES and not token.starts_sentence:
            return _ADJECTIVES[read]
    if read in _VERBS and token.before != "ihr":
        return _VERBS[read]
    if read in _INFINITIVES and _CLAUSE_END.match(token.after):
        alone = read == "andern" and token.before and token.before not in _DETERMINERS
        return _INFINITIVES[read] if alone or token.before == "zu" else None
    return None


def is_dative(token: Token) -> bool:
    """Whether the word is an old dative: "im Auftrage", "dem Vertrage"."""
    return token.text.endswith("e") and token.before in _DATIVES
