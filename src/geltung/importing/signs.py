"""Whether a text carries the signs of a bad optical recognition, above all of one set to another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_WORDS: Final = re.compile(
    r"""\b(?: [fF](?:ii|[lti1|])r\b | f[uU]r\b | [gG](?:ii|i)ltig | [uUlI]ber\b | Uber[a-z]{4} | k[oé]nnen\b
        | m[ui]ssen\b | [wW]ahrend\b | [zZ]ustandig | Ma(?:R|B|lR|RB|I3|f3|fs)nahme
        | SGB\ (?:Il+|ll+|1l+|l1+|[|][|I]*|II?[|]|IlI|il+|\[Il) (?!\w) )""",
    re.X,
)
_INSIDE: Final = re.compile(r"[a-zäöü](?:ii|[éí])[a-zäöüß]|[a-z][BR](?=lich|en\b|e\b|er\b|es\b)")
_UMLAUTS: Final = "äöüÄÖÜß"
_TRANSCRIBED: Final = re.compile(r"\b(?:fuer|ueber|koennen|muessen|Massnahmen?)\b", re.I)
_GERMAN: Final = re.compile(r"\b(?:der|die|das|und|ist|nicht|mit|von|den|wird|werden)\b")
_UNKNOWN: Final = re.compile(r"\ufffd|\(cid:\d+\)")
_ENOUGH: Final = 600
"""Letters from which on the share of umlauts says something: German has about 18 in 1000."""
_FEW: Final = 0.003
_FEWEST_TELLTALES: Final = 2


def looks_damaged(lines: Iterable[str]) -> bool:
    """Whether the lines look like German text from a bad recognition: umlauts lost, or words such as "fiir"."""
    text = "\n".join(lines)
    if _UNKNOWN.search(text):
        return True
    transcribed = bool(_TRANSCRIBED.search(text))
    found = len(_WORDS.findall(text)) + len(_INSIDE.findall(text))
    letters = len(text) - sum(text.count(sign) for sign in " \n.,")
    if found >= max(_FEWEST_TELLTALES, letters // 6000):
        return True
    if transcribed or letters < _ENOUGH or len(_GERMAN.findall(text)) < letters // 200:
        return False
    return sum(text.count(sign) for sign in _UMLAUTS) < _FEW * letters
