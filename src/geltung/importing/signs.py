"""Whether a text carries the signs of a bad optical recognition, above all of one set to another language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

_TELLTALES: Final = re.compile(
    r"""\b(?: [fF](?:ii|[lti1|])r | f[uU]r | [gG](?:ii|i)ltig\w* | [uUlI]ber | Uber\w{4,} | fiir\w*
        | \w*[a-zäöü]ii[a-zäöü]\w* | \w*Ma(?:R|B|lR|RB|I3|f3|fs)nahme\w* | \w*[a-z][BR](?=lich|en\b|e\b|er\b|es\b)\w+
        | k[oé]nnen | m[ui]ssen | [wW]ahrend | [zZ]ustandig\w* | \w*[a-zäöüß]é[a-zäöüß]\w*
        | SGB\ (?:Il+|ll+|1l+|l1+|[|][|I]*|II?[|]|IlI|il+|\[Il) )(?!\w)""",
    re.X,
)
_LETTERS: Final = re.compile(r"[^\W\d_]")
_UMLAUTS: Final = re.compile(r"[äöüÄÖÜß]")
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
    found = sum(1 for _ in _TELLTALES.finditer(text))
    letters = len(_LETTERS.findall(text))
    if found >= max(_FEWEST_TELLTALES, letters // 6000):
        return True
    if transcribed or letters < _ENOUGH or len(_GERMAN.findall(text)) < letters // 200:
        return False
    return len(_UMLAUTS.findall(text)) < _FEW * letters
