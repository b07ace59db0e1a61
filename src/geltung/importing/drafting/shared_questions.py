"""Which questions are the same: those to compare with the original, and those that differ only in what they quote."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from geltung.importing.changes.change_words import NUMBER_ONCE
from geltung.importing.days.deadlines import ONCE
from geltung.importing.head.head_days import DAMAGED

COMPARE: Final = (
    "Jeder Tag, jede Nummer und jedes Wort an diesen Stellen stammt aus einer Texterkennung, und nichts sonst im Text "
    "bestätigt sie: bitte jede Ziffer und jeden Namen mit dem Original vergleichen."
)
"""The one question about all that was read from a damaged text and stands there only once."""
_COMPARES: Final = re.compile(
    "|".join(map(re.escape, (NUMBER_ONCE, ONCE, DAMAGED)))
    + r"|Ist (?:der Tag „[^“]*“|das neue Gültig bis|der Titel) richtig aus der Texterkennung gelesen\?"
)
_QUOTED: Final = re.compile(r"„[^“]*“|\b\d{1,2}\.\d{1,2}\.\d{4}\b")


def without_comparing(question: str) -> tuple[str, bool]:
    """What a question asks besides comparing with the original, and whether it asks that too."""
    rest = " ".join(_COMPARES.sub(" ", question).split())
    return rest, rest != " ".join(question.split())


def pattern_of(question: str) -> str:
    """The question without what it quotes."""
    return _QUOTED.sub("…", question)


def shared_patterns(of_each: Sequence[Sequence[str]]) -> frozenset[str]:
    """The patterns of questions that more than one of several pieces ask."""
    counted = Counter(pattern for questions in of_each for pattern in {pattern_of(question) for question in questions})
    return frozenset(pattern for pattern, times in counted.items() if times > 1)


def together(questions: Sequence[str]) -> str:
    """Questions of one pattern as one: the first, and what the others quote in its place."""
    first, *others = dict.fromkeys(questions)
    quoted = [" – ".join(found) for question in others if (found := _QUOTED.findall(question))]
    return f"{first} Ebenso: {'; '.join(quoted)}." if quoted else first
