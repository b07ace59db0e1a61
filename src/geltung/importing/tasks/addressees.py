"""Addressees: which words of a heading or sentence name units, also where letters were misread."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geltung.corpus.names import fold
from geltung.corpus.registry import Registry
from geltung.importing.text import distance
from geltung.model.units import Addressee

_FUNCTION_WORDS: Final = [
    "die",
    "der",
    "das",
    "den",
    "dem",
    "des",
    "für",
    "im",
    "in",
    "und",
    "sowie",
    "oder",
    "alle",
    "allen",
    "aller",
    "bezirk",
    "der",
    "regionaldirektion",
    "mit",
    "von",
    "aus",
    "zu",
    "an",
    "bei",
    "je",
    "jeweils",
    "einschließlich",
    "agenturen",
    "agentur",
    "arbeit",
    "regionaldirektionen",
]
_COMMON: Final = frozenset(fold(word) for word in _FUNCTION_WORDS)
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BRACKET = re.compile(r"\(([^()]+)\)")
_LONGEST: Final = 160
_MOST_WORDS: Final = 24
_LEADS: Final = re.compile(
    r"\A(?=\S)(?:(?-i:[IVX]{1,4}|[A-H])[.)]\s+|(?-i:[a-h]\)|\(\d{1,2}\))\s+)?"
    r"(?:(?:folgende\s+)?(?:einzel|arbeits)?auftr(?:ag|äge)\s+(?:ergehen\s+)?(?:an|für|der|des)\s+|"
    r"(?:aufgaben?|maßnahmen?)\s+(?:der|des|für)\s+|umsetzung\s+(?:durch|in\s+den|in\s+der|im)\s+|"
    r"an\s+|für\s+|durch\s+|von\s+|(?:adressat(?:en)?|adressiert\s+an|zuständig(?:keit)?|verantwortlich(?:keit)?|"
    r"verantwortliche\s+(?:stelle|einheit)n?|beauftragt|federführ(?:ung|end)|umsetzung|wer)\s*:\s*|jede[rs]?\s+(?=[A-ZÄÖÜ]))?(?=[a-zA-ZÄÖÜäöü])",
    re.IGNORECASE,
)
"""What stands before the units of a heading: "II. Aufträge an …"."""
_GLUED: Final = re.compile(r"([a-zäöüß]{3,}s?)(und|sowie|für)\s")
"""A word with the one behind it, where a blank was lost: "Die Operativen Servicesund die …"."""
_GLUED_ARTICLE: Final = re.compile(r"\b(und|sowie|Die|Der|Das|die|der|das)(?=[A-ZÄÖÜ]|die\b|der\b|das\b)()")
_DISTRICTS: Final = re.compile(
    r"(?P<units>.+?)\s+(?:in\s+den\s+Bezirken|im\s+Bezirk)\s+der\s+Regionaldirektionen\s+(?P<names>.+)", re.IGNORECASE
)
_OF_THE_BA: Final = re.compile(r"\s+(?:der|in\s+der)\s+(?:BA|Bundesagentur\s+für\s+Arbeit)\Z")
"""What is true of every unit and limits none."""
_GO_ON: Final = re.compile(r"\s+(?:gilt|gelten|gilt\s+Folgendes|haben|werden|sind|ist|wird)\Z")
"""The verb at the end of "Für die Service Center gilt:"."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """The words that name addressees. ``known``: each names a unit; ``sure``: as printed.

    ``printed`` is the whole heading where it says more ("An die Familienkassen:"), else None.
    """

    words: str
    known: bool
    sure: bool
    printed: str | None = None


class Units:
    """The unit registry, asked with words that may be damaged."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._vocabulary = _vocabulary(registry)
        self.names_unit = lru_cache(maxsize=4096)(self._names_unit)
        self._word = lru_cache(maxsize=16384)(self._nearest_word)

    def _names_unit(self, text: str) -> bool:
        """Whether words are an addressee and nothing else, also misread ones."""
        return self.read(text).known

    def read(self, text: str) -> Addressed:
        """The addressee that a whole heading names."""
        words = " ".join(text.split()).rstrip(" :;,.")
        if not words or len(words) > _LONGEST:
            return Addressed(words, False, False)
        if self._resolves(words):
            if self.unread_brackets(words):
                mended = self._mended(words)
                if mended != words and self._resolves(mended) and not self.unread_brackets(mended):
                    return Addressed(mended, True, False)
            spelt = self._mended(words)
            same = fold(spelt) == fold(words)
            return Addressed(spelt if same and self._resolves(spelt) else words, True, True)
        mended = self._mended(words)
        if mended != words and self._resolves(mended):
            return Addressed(mended, True, False)
        apart = _GLUED_ARTICLE.sub(r"\1 \2", _GLUED.sub(r"\1 \2 ", words))
        if apart != words and self._resolves(apart):
            return Addressed(apart, True, False)
        if (districts := self._districts(words)) is not None:
            return Addressed(districts, True, True, words)
        if several := self._members(words):
            return Addressed(several, True, True, words)
        without = _OF_THE_BA.sub("", _LEADS.sub("", words, count=1))
        if words[:4].lower() == "für ":
            without = _GO_ON.sub("", without)
        if without != words and self._resolves(without):
            return Addressed(without, True, True, words)
        return Addressed(words, False, False)

    def leading(self, text: str) -> tuple[Addressed, str] | None:
        """The addressee that a sentence begins with ("Die Agenturen für Arbeit stellen …"), and the rest."""
        tokens = list(re.finditer(r"\S+", text))[:_MOST_WORDS]
        for count in range(len(tokens), 0, -1):
            end = tokens[count - 1].end()
            rest = text[end:].lstrip()
            head = text[:end]
            if (
                head.endswith(":")
                or rest.startswith(("– ", "- "))
                or (rest[:1].islower() and not head.endswith((",", ".", ";")))
            ):
                found = self.read(head)
            else:
                continue
            if found.known:
                return found, rest
        return None

    def resolved(self, text: str) -> tuple[Addressee, ...]:
        """The units that words name."""
        return self.registry.addressees(text)

    def unread_brackets(self, text: str) -> tuple[str, ...]:
        """What stands in brackets behind a unit and names none of its parts: "Agenturen für Arbeit (nur Reha)"."""
        found = []
        for item in self.registry.addressees(text):
            bracket = _BRACKET.search(item.text)
            if bracket is None or item.unit is None or item.parts or self.registry.find(item.text):
                continue
            if self.registry.find(bracket[1]) != (item.unit,):
                found.append(bracket[1])
        return tuple(found)

    def nearest(self, text: str) -> tuple[str, ...]:
        """Units with similar names, for a question."""
        parts = re.split(r"\s+(?:der|des|in\s+den|bei\s+den)\s+", text)
        inner = [part for part in parts[1:] if self._resolves(part)]
        return tuple(dict.fromkeys((*inner, *self.registry.nearest(text))))

    def _members(self, words: str) -> str | None:
        """ "Die Agenturen für Arbeit Halle und Kiel" as an attribute names them: each with the name of its class."""
        first, *others = re.split(r"\s*,\s*|\s+und\s+|\s+sowie\s+", words)
        pieces = first.split()
        for count in range(len(pieces) - 1, 0, -1):
            head = " ".join(pieces[:count])
            named = [first, *(f"{head} {other}" for other in others)]
            if others and self._resolves(head) and all(map(self._resolves, named)):
                return "; ".join(named)
        return None

    def _districts(self, words: str) -> str | None:
        """ "… in den Bezirken der Regionaldirektionen Nord und Sachsen" as an attribute names them."""
        match = _DISTRICTS.fullmatch(words)
        if match is None:
            return None
        names = re.split(r"\s*,\s*|\s+und\s+|\s+sowie\s+", match["names"])
        single = [f"der Regionaldirektion {re.sub(r'^(?:der )?(?:Regionaldirektion )?', '', name)}" for name in names]
        written = f"{match['units']} im Bezirk {' und '.join(single)}"
        return written if self._resolves(written) else None

    def _resolves(self, words: str) -> bool:
        if not re.search(r"[^\W\d_]{2}", words) or (words.islower() and len(words) < 4):
            return False
        found = self.registry.addressees(words)
        return bool(found) and all(item.unit is not None for item in found)

    def _mended(self, words: str) -> str:
        """The words with those that no unit's name has replaced by the one nearest word that one has."""
        return _LETTERS.sub(lambda match: self._word(match[0]), words)

    def _nearest_word(self, word: str) -> str:
        key = fold(word)
        if key in self._vocabulary:
            spelt = self._vocabulary[key]
            return word if fold(spelt) != key or spelt.lower() == word.lower() else _cased(spelt, word)
        most = 1 if len(key) < 8 else 2
        if len(key) < 3:
            return word
        fitting = (other for other in self._vocabulary if len(other) > 2 and abs(len(other) - len(key)) <= most)
        near = [(distance(key, other, most), other) for other in fitting]
        near = sorted(item for item in near if item[0] <= most)
        best = [other for apart, other in near if apart == near[0][0]]
        common = [other for other in best if other in _COMMON]
        best = common or best
        if len(best) != 1:
            return word
        return _cased(self._vocabulary[best[0]], word)


def _cased(spelt: str, word: str) -> str:
    return spelt[:1].upper() + spelt[1:] if word[:1].isupper() else spelt


def _vocabulary(registry: Registry) -> dict[str, str]:
    """Folded word → spelling, of all unit names with their plural forms."""
    found: dict[str, str] = {fold(word): word for word in _FUNCTION_WORDS}
    for unit in registry.units.values():
        for name in (unit.name, *unit.variants, *unit.abbreviations):
            for word in _words(name):
                found.setdefault(fold(word), word)
                if len(word) > 5 and word[0].isupper():
                    for ending in ("en", "n", "s", "e"):
                        if not word.endswith(ending):
                            found.setdefault(fold(word + ending), word + ending)
    return found


def _words(name: str) -> Iterable[str]:
    return (match[0] for match in _LETTERS.finditer(name))
