"""Words between which the blank was lost: "mitden", "istliber", "Zusammenarbeitmit".

A word is divided without asking only if one of its halves is a word that no German compound has in that place: an
article, a pronoun, an auxiliary, most conjunctions and prepositions. Everything else is only proposed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.repair.compounds import Compounds
from geltung.importing.repair.evidence import is_english
from geltung.importing.repair.lexicon import NO_PARTS, Lexicon
from geltung.importing.repair.tokens import Token

Decide = Callable[[Token, str], tuple[str | None, float]]

_EITHER: Final = NO_PARTS
"""Words that are the one half or the other."""
_ONLY_FIRST: Final = frozenset({
    "als", "bis", "ihr", "ihre", "ihren", "ihrer", "seine", "seinen", "seiner", "können", "müssen", "sollen", "dürfen",
    "werden", "haben", "hatte", "bleiben", "bereits", "spätestens", "mindestens",
})  # fmt: skip
"""Words that also end compounds, or look as if: "Personals", "Guthaben"."""
_ONLY_LAST: Final = frozenset({
    "bis", "mit", "bei", "nach", "auf", "durch", "gegen", "unter", "über", "alle", "allen", "nicht", "nur", "noch",
    "auch", "zum", "zur", "vom", "können", "müssen", "sollen", "dürfen", "werden", "haben",
})  # fmt: skip
"""Words that also begin compounds: "Mitarbeit", "Nichtraucher"."""
_BEFORE_ARTICLE: Final = frozenset({
    "mit", "bei", "nach", "auf", "aus", "durch", "gegen", "unter", "über", "vor", "nicht", "nur", "auch", "noch", "um",
    "in", "an", "zu", "ob", "da", "wo", "so", "es",
})  # fmt: skip
_ARTICLES: Final = frozenset({
    "der", "die", "das", "den", "dem", "des", "eine", "einen", "einer", "einem", "eines", "diese", "dieser", "diesem",
    "diesen", "dieses", "ihre", "ihren", "ihrer", "jede", "jeden", "jeder", "allen", "alle",
})  # fmt: skip
_BEFORE_NOUN: Final = frozenset({
    "mit", "bei", "nach", "auf", "aus", "durch", "gegen", "unter", "über", "vor", "nicht", "nur", "auch", "noch", "um",
    "zum", "zur", "vom", "beim", "ohne", "seit", "zwischen", "gemäß", "per", "alle", "allen", "ihre", "ihren", "ein",
})  # fmt: skip
"""Words that also begin compounds, but not before a capital."""
_INFLECTED: Final = frozenset({"der", "den", "dem", "des", "die"})
_INFINITIVE: Final = re.compile(r".{3,}(?:en|eln|ern)\Z")
_STANDING: Final = frozenset({"eben", "all", "vorn", "wohin"})
"""What small words are written together with: "ebendiesem", "vornüber"."""
_ADJECTIVE: Final = re.compile(r".{3,}(?:lich|ig|isch|bar|sam|haft|los)(?:e|en|er|es|em)\Z")
_LONG: Final = 12
"""From here on an adjective is hardly the end of a noun: "Ansprachebeschäftigungspflichtiger"."""
_SHORTEST_HALF: Final = 3
_SHORTEST_CONTENT: Final = 4
_SHORTEST: Final = 6
_AT_START: Final = 5
"""The least length of what follows a word with a capital; shorter ones end names: "Denmark"."""
_DEAREST: Final = 3.0
_SURE: Final = 0.94
_OPEN: Final = 0.75
_LIKELY: Final = 0.9
_CLEAR: Final = 1.5
"""How much likelier, in logarithms, a division must be than the next for being made without asking."""
_COMMON: Final = -10.5
_UNKNOWN: Final = -14.0


@dataclass(frozen=True, slots=True)
class Division:
    """Two words that were read as one, in lower case where the reading does not say otherwise, and how sure that is."""

    first: str
    second: str
    confidence: float
    weight: float


class Divider:
    """Finds where a blank was lost; ``decide`` repairs what is damaged in a half besides."""

    def __init__(self, lexicon: Lexicon, compounds: Compounds, decide: Decide) -> None:
        self._lexicon = lexicon
        self._compounds = compounds
        self._decide = decide

    def divide(self, word: Token) -> Division | None:
        """The likeliest division of a word; None if it is a word as it stands, or has none."""
        read = word.text
        if len(read) < _SHORTEST or read.lower() == "dieweil" or is_english(read.lower()):
            return None
        whole = self._compounds.readings(read)
        if whole and (whole[0].cost == 0 or (whole[0].cost <= _DEAREST and whole[0].parts == 1)):
            return None
        if any(reading.cost == 0 for reading in whole):
            return None
        capital = next((at for at, letter in enumerate(read) if at and letter.isupper()), None)
        if word.glued and capital is not None:
            found = [self._at(word, capital)]
        else:
            found = [self._at(word, at) for at in range(2, len(read) - 1)]
        best = sorted((one for one in found if one is not None), key=lambda one: (one.confidence, one.weight))
        if not best:
            return None
        rivals = [one for one in best[:-1] if one.confidence == best[-1].confidence]
        if best[-1].confidence >= _LIKELY and any(best[-1].weight - one.weight < _CLEAR for one in rivals):
            return replace(best[-1], confidence=_OPEN)
        return best[-1]

    def _at(self, word: Token, at: int) -> Division | None:
        """The division at a place; what begins with a capital keeps it."""
        found = self._divided(word, at)
        if found is None or not word.text[at].isupper():
            return found
        return replace(found, second=found.second[0].upper() + found.second[1:])

    def _divided(self, word: Token, at: int) -> Division | None:
        head, tail = word.text[:at], word.text[at:]
        if _is_participle(head, tail) or head.lower() in _STANDING:
            return None
        if word.text[0].isupper() and not word.starts_sentence and self._small(head, _EITHER):
            return None
        first = self._small(head, _BEFORE_ARTICLE)
        if first and (second := self._small(tail, _ARTICLES)):
            return Division(first, second, _SURE, self._weight(first) + self._weight(second))
        if min(len(head), len(tail)) < _SHORTEST_HALF:
            return None
        of_capital = _BEFORE_NOUN if tail[0].isupper() else frozenset[str]()
        first, second = self._small(head, _EITHER | _ONLY_FIRST | of_capital), self._small(tail, _EITHER | _ONLY_LAST)
        if second and (content := first or self._content(word, head, 0)):
            return Division(content, second, _SURE, self._weight(content) + self._weight(second))
        if first and (content := self._content(word, tail, at)):
            sure = word.text[0].islower() or len(tail) >= _AT_START
            return Division(first, content, _SURE if sure else _OPEN, self._weight(first) + self._weight(content))
        if second and (content := self._content(word, head, 0, _OPEN)):
            return Division(content, second, _OPEN, self._weight(content) + self._weight(second))
        if first and (content := self._content(word, tail, at, _OPEN)):
            return Division(first, content, _OPEN, self._weight(first) + self._weight(content))
        return self._of_contents(word, at)

    def _of_contents(self, word: Token, at: int) -> Division | None:
        """A noun and the word after it; never more than a proposal. A known word at the front is not changed."""
        if word.text[:at].lower() in _BEFORE_NOUN | _BEFORE_ARTICLE:
            return None
        first, second = self._content(word, word.text[:at], 0), self._content(word, word.text[at:], at)
        if not first or not second:
            return None
        adjective = word.text[0].isupper() and is_adjective_at_end(Division(first, second, _OPEN, 0.0))
        if not adjective and self._weight(first) + self._weight(second) < 2 * _COMMON:
            return None
        return Division(first, second, _OPEN, self._weight(first) + self._weight(second))

    def _small(self, half: str, words: frozenset[str]) -> str | None:
        """The word of a closed class that a half is, or is a damaged form of."""
        read = half.lower()
        if read in words:
            return read
        if read in self._lexicon:
            return None
        readings = self._compounds.readings(half)
        if readings and 0 < readings[0].cost <= _DEAREST and readings[0].word in words:
            return readings[0].word
        return None

    def _content(self, word: Token, half: str, at: int, least: float = _LIKELY) -> str | None:
        """What any other half says: a known word or compound, or what it is repaired to, at least so surely."""
        if len(half) < _SHORTEST_CONTENT:
            return None
        part = replace(
            word,
            text=half,
            column=word.column + at,
            before=word.text[:at].lower() if at else word.before,
            earlier=word.before if at else word.earlier,
            starts_sentence=word.starts_sentence and not at,
            after=word.after if at else " ",
        )
        printed, confidence = self._decide(part, half)
        if printed is not None:
            return printed if confidence >= least else None
        if any(reading.cost == 0 for reading in self._compounds.readings(half)):
            return half.lower()
        return None

    def _weight(self, word: str) -> float:
        weight = self._lexicon.weight(word)
        return _UNKNOWN if weight is None else weight


def _is_participle(head: str, tail: str) -> bool:
    """Whether what looks like an article is the end of a participle: "entsorgenden"."""
    return tail in _INFLECTED and bool(_INFINITIVE.match(head))


def is_adjective_at_end(division: Division) -> bool:
    """Whether what follows is a long adjective with an ending, which nouns hardly end with."""
    return len(division.second) >= _LONG and bool(_ADJECTIVE.match(division.second))
