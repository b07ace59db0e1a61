"""How much speaks for a repair: what the word may be as it stands, and which confusions the text shows elsewhere.

A repair is applied without asking only if the word as read is no German word in any inflection, no English one and no
name, and the confusion is the plain loss of an umlaut, or is seen in other words of the same text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import Final

from spellchecker import SpellChecker

from geltung.importing.repair.compounds import Reading
from geltung.importing.repair.confusion import Change, changes
from geltung.importing.repair.lexicon import Lexicon

_PLAIN: Final = 1.0
"""Up to this price a confusion happens all the time: "a" for "ä", "ii" for "ü"."""
_TYPICAL: Final = 3.0
"""Up to this price it is believed of a long word without having been seen elsewhere."""
_LONG: Final = 9
_USUAL: Final = 2.0
"""Up to this price one other word of the text that shows the confusion is enough."""
_OTHERS: Final = 2
"""In how many other words of the text any other confusion must be seen."""
_FUNCTION: Final = frozenset({
    "für", "über", "hierfür", "dafür", "wofür", "darüber", "hierüber", "gegenüber", "während", "können", "müssen",
    "würden", "würde", "könnten", "gemäß", "möglich", "außer", "außerhalb", "zurück", "später", "spätestens", "führen",
    "gültig", "ungültig", "fünf",
})  # fmt: skip
"""Words so frequent that what looks like them is one of them if it is no German word itself: "liber", "fir"."""
_COMMON: Final = -11.5
"""The weight from which on a repaired word tells what the text's damage is like."""
_ABOUT: Final = 1.0
_ENGLISH: Final = 150
"""The count from which on a word of the English list is one; below lie typing errors."""
_STEM: Final = 4
_NEVER: Final = frozenset({("ss", "ß")})
"""A spelling, not a misreading: "Strasse", "Weiss"."""
_NAMES: Final = frozenset({
    "müller", "krüger", "schröder", "schrödter", "köhler", "möller", "jäger", "böhm", "kühn", "günther", "günter",
    "jürgen", "jörg", "björn", "sönke", "schäfer", "bäcker", "könig", "kölbl", "förster", "fröhlich", "hübner",
    "krämer", "lübke", "röder", "rößler", "schütz", "schütze", "böttcher", "brückner", "büttner", "dörr", "fürst",
    "gräf", "höfer", "häfner", "jänicke", "kästner", "köster", "küster", "löffler", "mörike", "nägele", "pöhl", "rühl",
    "schönfeld", "süß", "thöne", "vögele", "wölfel", "zöllner", "özkan", "öztürk", "götz", "göbel", "grün", "händel",
    "käthe", "bärbel", "jürg", "güler", "özdemir", "hämmerle", "strauß", "weiß", "groß", "preuß", "voß",
    "hörst",
})  # fmt: skip
"""Names of persons that are also written without their umlaut or ß, and "Horst"."""
_RIGHT_ENDS: Final = ("halt", "ware", "waren")
"""Ends of nouns that would be verbs with an umlaut: "Selbstbehalt"; for "burger" see "Regensburger"."""
_LATIN: Final = ("sekundar", "primar", "elementar", "solidar", "militar", "regular", "singular", "popular", "titular")
"""How compounds begin though the adjective ends in "-är": "Sekundarstufe"."""
_ADJECTIVE: Final = re.compile(
    r"(?P<stem>.+?(?:ig|lich|isch|bar|sam|haft|los|voll|frei))(?:st|er|n?st|n?er)?(?:e|en|er|es|em)?\Z"
)
_FEASIBLE: Final = re.compile(r"(?P<stem>.{4,}?)bar(?:e|en|er|es|em)?\Z")
_VERBAL: Final = re.compile(
    r"(?P<stem>.+?)(?:bar|end|end(?:st|er)|st|t|e|n|en|et|est|te|ten|test|tet)(?:e|en|er|es|em)?\Z"
)
_FEMALE: Final = re.compile(r"(?P<stem>.+?)(?:in|innen|s|chens?|leins?)\Z")
_PREFIXES: Final = (
    "un", "nach", "vor", "mit", "ein", "aus", "auf", "ab", "an", "um", "zu", "zurück", "hoch", "hinter", "weg", "hin",
    "her", "durch", "über", "unter", "wieder", "weiter", "fest", "frei", "ver", "zer", "ent", "be", "er", "ge",
    "runter",
)  # fmt: skip


class Evidence:
    """What the repairs of a text show about its damage."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._seen: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.is_form = lru_cache(maxsize=20_000)(self._is_form)

    def learn(self, read: str, printed: Reading) -> None:
        """Take in a repair that may be made, if it is one of a common word that was read as none."""
        known = read.lower() in self._lexicon
        if printed.word not in _FUNCTION:
            known = known or is_english(read.lower()) or self.is_form(read.lower(), False)
        if printed.parts == 1 and printed.weight >= _COMMON and not known:
            for change in changes(read, printed.word):
                self._seen[change.read, change.printed].add(read.lower())

    def suffices(self, read: str, best: Reading) -> bool:
        """Whether a repair may be applied without asking."""
        printed, parts = best.word, best.parts
        made = changes(read, printed)
        if any((change.read, change.printed) in _NEVER for change in made):
            return False
        if read[0].isupper() and printed in _NAMES:
            return False
        odd = any(not _is_letters(read, change) for change in made)
        if odd or (printed in _FUNCTION and read.lower() not in self._lexicon):
            return True
        if read.lower().startswith(_LATIN):
            return False
        if parts > 1 and ("burger" in read.lower() or read.lower().endswith(_RIGHT_ENDS)):
            return False
        plain = all(change.price <= _PLAIN for change in made)
        noun = read[0].isupper() and not read.endswith("n")
        if plain and not noun and self._is_verb_of_itself(read.lower(), printed):
            return False
        if is_english(read.lower()) or self.is_form(read.lower(), plain):
            return False
        return all(change.price <= _PLAIN or self._is_believed(change, read, parts) for change in made)

    def _is_believed(self, change: Change, read: str, parts: int) -> bool:
        others = self._seen[change.read, change.printed] - {read.lower()}
        if len(others) >= (1 if change.price <= _USUAL else _OTHERS):
            return True
        return change.price <= _TYPICAL and parts == 1 and len(read) >= _LONG

    def _is_form(self, read: str, plain: bool) -> bool:
        """Whether a word is an inflected or derived form of one that is known. Where only the dots of an umlaut may be
        missing, verbs do not count: "führt" without them looks like a form of "fuhr"."""
        if (match := _ADJECTIVE.match(read)) and self._is_word(match["stem"]):
            return True
        if (match := _FEASIBLE.match(read)) and self._is_stem(match["stem"]):
            return True
        if plain:
            return False
        if "zu" in read[2:] and self._is_word(read[:2] + read[2:].replace("zu", "", 1)):
            return True
        verbal, other = _VERBAL.match(read), _FEMALE.match(read)
        if verbal is not None and self._is_stem(verbal["stem"]):
            return True
        return other is not None and any(self._is_word(other["stem"] + end) for end in ("", "e", "er", "en"))

    def _is_verb_of_itself(self, read: str, printed: str) -> bool:
        """Whether a word is a prefix and a word about as common as the one with the umlaut: "nachzahlen", but not
        "durchfuhren"."""
        for prefix in _PREFIXES:
            if read.startswith(prefix) and printed.startswith(prefix):
                own, other = (self._lexicon.weight(word.removeprefix(prefix)) for word in (read, printed))
                if own is not None and (other is None or own >= other - _ABOUT):
                    return True
        return False

    def _is_word(self, word: str) -> bool:
        if len(word) >= _STEM and word in self._lexicon:
            return True
        rests = (word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix))
        return any(len(rest) >= _STEM and rest in self._lexicon for rest in rests)

    def _is_stem(self, stem: str) -> bool:
        if len(stem) < _STEM:
            return False
        return any(self._is_word(stem + ending) for ending in ("en", "n", "eln"))


def _is_letters(read: str, change: Change) -> bool:
    """Whether what was read are letters as a word may have them; a digit, accent or capital within a word is damage."""
    within = read[1:] if read.startswith(change.read) else read
    return (
        change.read.isalpha()
        and not re.search("[éèáàóòôúù]", change.read)
        and not (change.read != change.read.lower() and change.read in within)
    )


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    listed = SpellChecker(language="en").word_frequency.dictionary
    return frozenset(word for word, count in listed.items() if count >= _ENGLISH)


def is_english(word: str) -> bool:
    """Whether a word (lower case) is an English one; administration has borrowed many."""
    return word in _english()
