"""Where in a sentence a day stands: in the main clause, in a subordinate one, in a bracket."""

import re

from geltung.checks.day_uses import goes_on
from geltung.importing.sentences import start_of_sentence
from geltung.parse.wording import DUE, DatePhrase

_RELATIVE_CLAUSE = re.compile(
    r"\s*(?:(?:bei|in|mit|an|auf|für|über|von|zu|aus|nach)\s+)?(?:die|der|das|dem|den|deren|dessen|denen|"
    r"welche[rsnm]?|was|wo)\b",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"\A\W*(?:Die|Der|Das|Alle)\s+(?:(?!,)[^.;:]){3,60}(?:,\s+(?:die|der|das|alle)\s+(?:(?!,)[^.;:]){3,60})*"
    r"(?:,|\s+(?:und|sowie))\s+(?:die|der|das|alle)\s+[A-ZÄÖÜ](?:(?!,)[^.;:])*\Z"
)
"""A sentence whose addressees are enumerated up to its verb: "Die A, die B sowie die C benennen bis …"."""
_CONDITION = re.compile(
    r"\s*(?:sofern|wenn|soweit|falls|da|weil|obwohl|nachdem|bevor|sobald|wie|während|ob|bis\s+(?:die|der|das|alle|sie|es))\b",
    re.IGNORECASE,
)
_ENDS_TO_DO = re.compile(r"\bzu\s+\w+(?:en|n)\s*\Z|\b[a-zäöüß]+zu[a-zäöüß]{3,}en\s*\Z")
"""The end of "…, die Zahlen bis zum 01.06. zu melden", which begins like a relative clause and is what is ordered."""
TO_DO = re.compile(r"\bzu\s+\w+(?:en|n)\s+(?:ist|sind)\b|\w+zu\w+en\s+(?:ist|sind)\b")


def clause_at(text: str, offset: int) -> str:
    """Whether a day stands in a relative clause, in a condition, or in the sentence itself ("main")."""
    sentence = max(clause_start(text, offset), text.rfind(": ", 0, offset))
    comma = text.rfind(",", sentence + 1, offset)
    words = text[comma + 1 if comma != -1 else sentence + 1 : offset]
    if _CONDITION.match(words):
        return "condition"
    if comma != -1 and _RELATIVE_CLAUSE.match(words) and not _ENUMERATED.search(text[sentence + 1 : offset]):
        return "relative" if _ends_with_verb(text, offset) and not _ENDS_TO_DO.search(_rest(text, offset)) else "main"
    return "main"


def _ends_with_verb(text: str, offset: int) -> bool:
    """Whether the clause from an offset on ends with a word that may be its verb, as subordinate clauses do."""
    return bool(re.search(r"[a-zäöüß]{2,}\s*\Z", _rest(text, offset)))


def _rest(text: str, offset: int) -> str:
    return re.split(r"(?<!\d)[.;:]\s|,\s|[.;:,]\Z", text[offset:], maxsplit=1)[0]


def clause_end(text: str, end: int) -> str:
    """The rest of the clause behind a day."""
    return re.split(r"[,.;:]\s|[,.;:]\Z", text[end:], maxsplit=1)[0]


def clause_start(text: str, offset: int) -> int:
    """Where the sentence or the part behind a semicolon begins that holds an offset."""
    return max(start_of_sentence(text, offset) - 1, text.rfind("; ", 0, offset))


def around(text: str, phrase: DatePhrase) -> str:
    """The main clause that holds a day: what stands between full stops and semicolons."""
    start = clause_start(text, phrase.offset)
    return text[start + 1 : phrase.end] + re.split(r"[.;](?:\s|\Z)", text[phrase.end :], maxsplit=1)[0]


def in_bracket(text: str, offset: int) -> bool:
    """Whether an offset lies behind an open bracket."""
    return text[:offset].count("(") > text[:offset].count(")")


def lasts(text: str, start: int, end: int) -> bool:
    """Whether what is said goes on until the time that the words between two offsets name."""
    return goes_on(text, DatePhrase(None, 0, 0, DUE, text[start:end], start, "bis", text[start:end]))
