"""Proposes repairs: weighs what a word may have been against that it is right as it stands."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from geltung.importing.repair.blanks import Divider, Division, is_adjective_at_end
from geltung.importing.repair.compounds import Compounds, Reading
from geltung.importing.repair.confusion import cost
from geltung.importing.repair.evidence import Evidence, is_english
from geltung.importing.repair.lexicon import NO_PARTS, Lexicon
from geltung.importing.repair.tokens import Token, tokens
from geltung.importing.repair.twins import is_dative, possible_twin, twin

APPLIED: Final = 0.9
"""Repairs from this confidence on are applied without asking, and listed."""
MENTIONED: Final = 0.5
"""Proposals below this confidence are not made at all."""

_UMLAUTS: Final = re.compile("[äöüß]")
_KEPT_WORD: Final = 3.4
"""How much likelier, in logarithms, another word must be before a known word is taken for damaged."""
_AS_IT_STANDS: Final = (-15.0, -54.0)
"""The weight of an unknown word that is right, in a clean text and in a damaged one."""
_UMLAUT_IN_CLEAN: Final = 5.0
"""What the loss of an umlaut costs in addition where the recognition knows umlauts."""
_DEAREST: Final = 6.5
_SHORT: Final = 5
_LONG: Final = 8
_DAMAGED: Final = 0.3
"""From this share of lost umlauts on a text counts as damaged, and what is no word is a question."""
_OFTEN: Final = 4
"""How often an unknown word is read the same if it is a name."""
_SURE: Final = 0.99
_TWIN: Final = 0.93
_NUMBER: Final = 0.75
"""Singular or plural is open, it is a name, or too little speaks for it: never enough to be applied."""
_PERSONS: Final = frozenset({"frau", "herr", "herrn", "herren", "dr", "prof"})
_CLOSE: Final = 7.0
_PLURAL_END: Final = 4
_LAST_PART: Final = 10
"""The number of a noun is seen in its last letters, not in the first part of a compound."""
_PLURAL: Final = frozenset({"die", "diese", "alle", "keine", "beide", "mehrere", "einige", "neue", "aktualisierte"})
_SINGULAR: Final = frozenset({"der", "dem", "im", "zum", "vom", "am", "beim", "ein", "einem", "des", "eines", "kein"})
_NOUN: Final = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|ion|nis|nisse|sicht|sichten|blick|gabe|gaben|gang|trag|träge|weisung"
    r"|prüfer|setzer|schrift|schriften|zeit|zeiten|zahlung|bestand|stände|mittlung|bereich|nahme|nahmen|setzung|stunde|stunden|fall|schuss|schüsse"
    r"|ä(?:uf|g|ng|ll|n|tz|nd)en?)$"
)
_OF_NOUN: Final = frozenset({"im", "zum", "beim", "am"})
"""After these an adjective without a noun is one itself: "im Übrigen", but "im übrigen Bezirk"."""
_CAPITAL: Final = re.compile(r"\s+[A-ZÄÖÜ]")
_ABBREVIATION: Final = re.compile(r"(?<![\w.])0\.(?=(?:g|a)\.(?!\w))")


@dataclass(frozen=True, slots=True)
class Repair:
    """A proposal: line (1-based) and column (0-based) of what was read, what was printed, how sure, and why."""

    line: int
    column: int
    original: str
    proposed: str
    confidence: float
    reason: str


def propose(lines: Sequence[str], vocabulary: Set[str]) -> tuple[Repair, ...]:
    """Repairs of single words, in reading order; `vocabulary` are the words of the collection, as written there.

    Never touches numbers, dates, identifiers, legal references, abbreviations and addresses (see `doubts`). A text
    without damage gets no or hardly any proposals.
    """
    lexicon = Lexicon(vocabulary)
    proposer = _Proposer(lexicon, list(tokens(lines)))
    found = [*proposer.repairs(), *_abbreviations(lines)]
    return tuple(sorted(found, key=lambda repair: (repair.line, repair.column)))


def _abbreviations(lines: Sequence[str]) -> Iterator[Repair]:
    for number, line in enumerate(lines, start=1):
        for match in _ABBREVIATION.finditer(line):
            yield Repair(
                number, match.start(), "0", "o", 0.95, "Abkürzung „o. g.“ oder „o. ä.“: eine Null statt des o."
            )


class _Proposer:
    def __init__(self, lexicon: Lexicon, words: list[Token]) -> None:
        self._lexicon = lexicon
        self._compounds = Compounds(lexicon)
        self._divider = Divider(lexicon, self._compounds, self._decide)
        self._words = words
        self._seen = Counter(word.text for word in words)
        self._damage = self._estimate()
        self._evidence: Evidence | None = None
        self._decided: list[tuple[str, Reading]] = []

    def _estimate(self) -> float:
        """The share of words with umlauts that lost them, 0 to 1."""
        kept = lost = 0
        for word in self._words:
            readings = self._compounds.readings(word.text)
            if not readings:
                continue
            best = readings[0]
            if any(reading.cost == 0 for reading in readings):
                kept += bool(_UMLAUTS.search(word.text.lower()))
            elif _UMLAUTS.search(best.word) and best.cost <= 3.0 and best.parts <= 2:
                lost += 1
        return lost / (lost + kept + 1)

    def repairs(self) -> list[Repair]:
        """All repairs: found first, then weighed by what they show together about the damage of the text."""
        evidence = Evidence(self._lexicon)
        for _ in self._found():
            pass
        for read, best in self._decided:
            evidence.learn(read, best)
        self._evidence = evidence
        return list(self._found())

    def _found(self) -> Iterator[Repair]:
        skipped = False
        following = [*self._words[1:], None] if self._words else []
        for word, after in zip(self._words, following, strict=True):
            if skipped:
                skipped = False
            elif word.broken and after is not None and after.line > word.line and _continues(after):
                skipped = True
                yield from self._broken(word, after)
            else:
                yield from self._single(word)

    def _single(self, word: Token) -> Iterator[Repair]:
        divided = None if word.broken else self._divider.divide(word)
        if divided is not None and divided.confidence >= APPLIED:
            yield self._division(word, divided)
            return
        if word.glued:
            if divided is not None:
                yield self._division(word, divided)
            return
        printed, confidence = self._decide(word, word.text)
        if divided is not None and (printed is None or (word.text[0].isupper() and is_adjective_at_end(divided))):
            yield self._division(word, divided)
            return
        if printed is not None:
            yield self._repair(word, printed, confidence)
        elif word.bracket and word.text[0] == "i" and not self._compounds.readings(word.text):
            readings = self._compounds.readings(f"({word.text}")
            if readings and readings[0].cost <= 2.0:
                proposed = readings[0].word
                reason = f"„({word.text}“ ist kein deutsches Wort, und die Klammer wird nicht geschlossen."
                yield Repair(word.line, word.column - 1, f"({word.text}", proposed, 0.93, reason)
        else:
            yield from self._unclear(word)

    def _unclear(self, word: Token) -> Iterator[Repair]:
        """What a damaged text has that is no word, or is another word as well: for a person to look at."""
        if self._damage <= _DAMAGED:
            return
        if (printed := possible_twin(word)) is not None:
            yield self._repair(word, printed, MENTIONED)
            return
        read = word.text
        if len(read) < _SHORT or word.before in _PERSONS or self._may_be_right(read):
            return
        readings = self._compounds.readings(read)
        if readings and readings[0].cost <= _DEAREST:
            yield self._repair(word, readings[0].word, MENTIONED)
        else:
            reason = f"„{read}“ ist kein bekanntes Wort."
            yield Repair(word.line, word.column, read, read, MENTIONED, reason)

    def _may_be_right(self, read: str) -> bool:
        """Whether a word is German, English, a form of a known word, or a name with a known word after it."""
        if is_english(read.lower()) or self._seen[read] >= _OFTEN:
            return True
        if any(reading.cost == 0 for reading in self._compounds.readings(read)):
            return True
        single = any(reading.parts == 1 for reading in self._compounds.readings(read))
        if single and read[0].isupper():
            return False
        if single or (self._evidence is not None and self._evidence.is_form(read.lower(), False)):
            return not single
        ends = (read[start:] for start in range(_SHORT - 1, len(read) - _SHORT))
        return any(end in self._lexicon for end in ends)

    def _division(self, word: Token, divided: Division) -> Repair:
        first = _cased(divided.first, word)
        reason = f"„{word.text}“ ist kein deutsches Wort; vielleicht fehlt ein Leerzeichen."
        proposed = f"{first} {divided.second}"
        return Repair(word.line, word.column, word.text, proposed, divided.confidence, reason)

    def _repair(self, word: Token, printed: str, confidence: float) -> Repair:
        proposed = _cased(printed, word)
        known = any(reading.cost == 0 for reading in self._compounds.readings(word.text))
        reason = "passt hier nicht" if known else "ist kein deutsches Wort"
        return Repair(
            word.line,
            word.column,
            word.text,
            proposed,
            round(confidence, 3),
            f"„{word.text}“ {reason}; gelesen als „{proposed}“.",
        )

    def _broken(self, first: Token, second: Token) -> Iterator[Repair]:
        """A word divided at the end of a line is judged as a whole, and repaired in its halves."""
        whole = Token(
            first.text + second.text,
            first.line,
            first.column,
            first.starts_sentence,
            first.before,
            first.earlier,
            second.after,
        )
        printed, confidence = self._decide(whole, whole.text)
        if printed is None:
            return
        places = range(1, len(printed))
        prices = {at: (cost(first.text, printed[:at]), cost(second.text, printed[at:])) for at in places}
        possible = {at: a + b for at, (a, b) in prices.items() if a is not None and b is not None}
        if not possible:
            return
        at = min(possible, key=lambda place: possible[place])
        for word, part in ((first, printed[:at]), (second, printed[at:])):
            if word.text.lower() != part:
                yield self._repair(word, part, confidence)

    def _decide(self, word: Token, read: str) -> tuple[str | None, float]:
        """What was printed, and how sure that is; None if the word stays."""
        readings = [self._weighed(reading, read) for reading in self._compounds.readings(read)]
        other = twin(word) if self._damage > 0.3 else None
        readings.sort(key=lambda reading: -reading.score)
        if other is not None:
            return _of_twin(other, readings), _TWIN
        if not readings:
            return None, 0.0
        number = self._by_number(word, readings)
        if number is not None:
            return number, _TWIN
        itself = next((reading for reading in readings if reading.cost == 0), None)
        best = readings[0]
        if best is itself or best.cost > _DEAREST or (is_dative(word) and read[:-1].lower() in self._lexicon):
            return None, 0.0
        if not self._credible(best, itself, read):
            return None, 0.0
        confidence = self._confidence(readings, itself, read)
        if confidence >= APPLIED and self._evidence is None:
            self._decided.append((read, best))
        elif confidence >= APPLIED and self._evidence is not None and not self._evidence.suffices(read, best):
            confidence = _NUMBER
        swallowed = best.parts > 1 and "li" in read and best.word.count("l") < read.lower().count("l")
        if swallowed or (word.before in _PERSONS and word.text[0].isupper()):
            confidence = min(confidence, _NUMBER)
        return (best.word, confidence) if confidence >= MENTIONED else (None, 0.0)

    def _credible(self, best: Reading, itself: Reading | None, read: str) -> bool:
        """Known words give way only to much likelier ones that have an umlaut, short words of other kinds to none."""
        umlaut = len(_UMLAUTS.findall(best.word)) > len(_UMLAUTS.findall(read.lower()))
        if itself is not None and itself.parts > 1 and (self._damage < 0.3 or _UMLAUTS.search(read.lower())):
            return False
        if itself is not None:
            return umlaut and best.score - itself.score >= _KEPT_WORD
        return umlaut or (best.parts == 1 and (len(read) >= _LONG or (len(read) >= _SHORT and self._damage > 0.3)))

    def _by_number(self, word: Token, readings: list[Reading]) -> str | None:
        """Of two readings such as "-leitfaden" and "-leitfäden" the one that the words before demand."""
        if any(reading.cost == 0 for reading in readings) or not self._open_number(readings, len(word.text)):
            return None
        plain, marked = sorted((reading.word for reading in readings[:2]), key=lambda one: len(_UMLAUTS.findall(one)))
        if word.before in _PLURAL or (word.earlier in _PLURAL and word.before.endswith("en")):
            return marked
        return plain if word.before in _SINGULAR else None

    def _open_number(self, readings: list[Reading], length: int) -> bool:
        """Whether the two best readings of a compound of this length are about equally likely and differ in number."""
        if len(readings) < 2 or readings[0].score - readings[1].score > _CLOSE:
            return False
        if readings[0].parts < 2 and not self._lexicon.is_own(readings[0].word):
            return False
        if any(len(reading.word) != length for reading in readings[:2]):
            return False
        return _same_but_number(readings[0].word, readings[1].word)

    def _weighed(self, reading: Reading, read: str) -> Reading:
        """A reading with the cost that its umlauts have in this text."""
        if reading.cost == 0:
            return reading
        gained = len(_UMLAUTS.findall(reading.word)) - len(_UMLAUTS.findall(read.lower()))
        extra = max(0, gained) * _UMLAUT_IN_CLEAN * (1 - self._damage)
        return Reading(reading.word, reading.weight, reading.cost + extra, reading.parts)

    def _confidence(self, readings: list[Reading], itself: Reading | None, read: str) -> float:
        best, *others = readings
        rivals = [other.score for other in others]
        if itself is None:
            clean, damaged = _AS_IT_STANDS
            rivals.append(clean + (damaged - clean) * self._damage)
        if itself is None and self._open_number(readings, len(read)):
            return _NUMBER
        share = 1.0 / (1.0 + sum(math.exp(min(50.0, score - best.score)) for score in rivals))
        return min(share, _SURE)


def _of_twin(printed: str, readings: Sequence[Reading]) -> str:
    """The plural that the place demands; where the beginning of the word is damaged besides, the reading with it."""
    if any(reading.cost == 0 for reading in readings):
        return printed
    whole = (reading.word for reading in readings if reading.word.endswith(printed[-_PLURAL_END:]))
    return next(whole, printed)


def _continues(after: Token) -> bool:
    """Whether a word continues one that was divided at the end of the line before; "und" after "Ein-" does not."""
    return after.text[0].islower() and after.text not in NO_PARTS


def _same_but_number(first: str, second: str) -> bool:
    """Whether two words differ in the umlaut of a single vowel, as singular and plural of many nouns do."""
    if len(first) != len(second):
        return False
    different = [(at, {a, b}) for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(different) != 1 or different[0][0] < len(first) - _LAST_PART:
        return False
    return different[0][1] in ({"a", "ä"}, {"o", "ö"}, {"u", "ü"})


def _cased(printed: str, word: Token) -> str:
    """The printed word in the case that fits: as read, except where a capital is what damage made of a small umlaut."""
    if not word.text[0].isupper():
        return printed
    doubtful = (word.text[0], printed[0]) in (("U", "ü"), ("G", "ü"), ("I", "l"))
    alone = word.before in _OF_NOUN and not _CAPITAL.match(word.after)
    if doubtful and not word.starts_sentence and not alone and not _NOUN.search(printed):
        return printed
    return printed[0].upper() + printed[1:]
