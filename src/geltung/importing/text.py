"""Words and lines: folding, likeness under reading errors, joining wrapped lines, ids and days that may be damaged."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from geltung.corpus.names import fold
from geltung.importing.source import Link
from geltung.model.dates import parse_german

_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\ufeff\u2060"), None)
_BLANKS: Final = dict.fromkeys(
    map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u202f"), " "
)
_LIGATURES: Final = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_TABLE: Final = str.maketrans({**_INVISIBLE, **_BLANKS, **{ord(key): value for key, value in _LIGATURES.items()}})

_DIGITS_FOR: Final = str.maketrans("OoQDlI|!ZzSBG", "0000111122586")
"""The digit that each of these signs is misread from most often."""
_DAMAGED_ID = re.compile(
    r"(?:(?<![\w.])|(?<=Weisung)|(?<=Weisungen)|(?<=Nr\.))[0-9OoIl|SBZ]{9}(?:(?![\w])|(?=vom\b|vom\d))"
)
"""A number of nine digits, also where the blank before or behind it was lost ("202503005vom 07.03.2025")."""
_DAMAGED_DAY = re.compile(
    r"(?<![\w.,])([0-9OoIl|SBZ]{1,2})\s?[.,]\s?([0-9OoIl|SBZ]{1,2})(?:\s?[.,]\s?|\s)([0-9OoIl|SBZ]{4})(?![\w])"
)
_SUSPENDED = re.compile(r"(?:und|oder|bzw\.?|sowie|/|bis|noch|als|wie)\b", re.IGNORECASE)
_FEWEST_DIGITS: Final = 6
GOES_ON = re.compile(
    r"\b(?:der|die|das|den|dem|des|ein|eine|einen|einer|eines|und|oder|sowie|von|vom|zu|zur|zum|im|in|am|an|auf|aus|bei|"
    r"mit|für|durch|über|nach|vor|um|dass|sowohl|bzw\.|z\.\s?B\.)\Z",
    re.IGNORECASE,
)
"""Words that no sentence ends with."""
_DEFAULT_LENGTH: Final = 80


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the source on its way: ``text`` as repaired so far, ``original`` as the source has it.

    ``page`` is the page of the source, or one counted from page breaks and link lists where the format has none.
    ``indent`` counts leading blanks. ``joined`` says that a page break lies before the line, inside a paragraph.
    """

    number: int
    page: int | None
    text: str
    original: str
    indent: int = 0
    style: str | None = None
    cells: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text

    def with_text(self, text: str) -> "Line":
        """The line with other words."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class Seen:
    """A day or an id as it may be damaged: what was read, what it looks like, and whether it reads so as it stands."""

    value: str
    written: str
    start: int
    end: int
    clean: bool


def tidy(text: str) -> str:
    """A line without invisible signs, ligatures and odd blanks; leading blanks stay. A tab is a gap between columns."""
    return text.replace("\t", "  ").translate(_TABLE).rstrip()


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Letters and digits only, folded; the reading errors of ü ("ii", "ti") are folded too."""
    return re.sub(r"[^a-z0-9]+", " ", fold(text)).strip()


@lru_cache(maxsize=65536)
def distance(first: str, second: str, most: int) -> int:
    """Edit distance of two short texts; ``most + 1`` if it is larger."""
    if first == second:
        return 0
    if abs(len(first) - len(second)) > most:
        return most + 1
    previous = list(range(len(second) + 1))
    for row, letter in enumerate(first, start=1):
        current = [row]
        for column, other in enumerate(second, start=1):
            cost = previous[column - 1] + (letter != other)
            current.append(min(cost, previous[column] + 1, current[-1] + 1))
        if min(current) > most:
            return most + 1
        previous = current
    return previous[-1]


def alike(first: str, second: str) -> bool:
    """Whether two folded texts differ by no more than reading errors do (one sign in five)."""
    most = max(len(second) // 5, 1) if len(second) > 3 else 0
    return distance(first, second, most) <= most


def join(texts: Iterable[str]) -> str:
    """Wrapped lines as one text; a word divided at the end of a line is put together again.

    A hyphen stays before a capital ("Online-/Kanal"), before a digit, and where it stands for a part that is left out
    ("Team-/und Organisationspostfächer").
    """
    joined = ""
    for text in texts:
        text = " ".join(text.split())
        if not text:
            continue
        if joined.endswith(("-", "‐", "\u2011")) and len(joined) > 1 and (joined[-2].isalnum() or joined[-2] == ")"):
            joined = _across_hyphen(joined, text)
        elif joined:
            joined = f"{joined} {text}"
        else:
            joined = text
    return joined


def _across_hyphen(before: str, after: str) -> str:
    if _SUSPENDED.match(after):
        return f"{before} {after}"
    if after[0].islower() and before[-2].islower():
        return before[:-1] + after
    return before + after


def seen_ids(text: str) -> tuple[Seen, ...]:
    """Numbers of directives (nine digits), also with letters that were read for digits."""
    found = []
    for match in _DAMAGED_ID.finditer(text):
        written = match[0]
        value = written.translate(_DIGITS_FOR)
        if sum(sign.isdigit() for sign in written) >= _FEWEST_DIGITS and re.match(
            r"(?:19|20)\d\d(?:0[1-9]|1[0-2])", value
        ):
            apart = not (text[: match.start()][-1:].isalpha() or text[match.end() :][:1].isalpha())
            found.append(Seen(value, written, match.start(), match.end(), written.isdigit() and apart))
    return tuple(found)


def seen_days(text: str) -> tuple[Seen, ...]:
    """Days written in digits, also where letters or commas were read for digits and dots; without impossible days."""
    found = []
    for match in _DAMAGED_DAY.finditer(text):
        digits = [part.translate(_DIGITS_FOR) for part in match.groups()]
        day = parse_german(".".join(digits))
        if day is not None and sum(sign.isdigit() for sign in match[0]) >= 4:
            clean = parse_german(match[0].replace(" ", "")) == day
            found.append(Seen(day.isoformat(), match[0], match.start(), match.end(), clean))
    return tuple(found)


def usual_length(texts: Iterable[str], share: float = 0.5) -> int:
    """The length that this share of the full lines does not exceed; lines of 40 letters and less are no full ones."""
    lengths = sorted(len(text) for text in texts if len(text) > 40)
    return lengths[int(len(lengths) * share)] if lengths else _DEFAULT_LENGTH


def dashed(text: str) -> str:
    """Dashes between words as the collection writes them: " – "."""
    text = re.sub(r"\s+[-‐‑‒–—―−]{1,3}\s*[-‐‑‒–—―−]*\s+", " – ", text)
    text = re.sub(r"\s*[‒–—―−]+-?\s*[‒–—―−]+\s*", " – ", text)
    return " ".join(text.split())


def shortened(text: str, most: int = 160) -> str:
    """A quotation of bearable length."""
    text = " ".join(text.split())
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
