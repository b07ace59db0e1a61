"""Words behind the name of a listed act: its day, its parts with their days, its title."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from geltung.importing.acts import Act
from geltung.importing.changes.change_words import LONGEST_WORDS, PARTS
from geltung.parse.wording import find_dates

_HEAD: Final = re.compile(
    r"(?:Ziffern?|Ziff\.|Abschnitte?n?|Kapitel|Nummern?|Nrn?\.|(?:Gliederungs)?[Pp]unkte?|(?:Teil)?[Zz]iffern?|Tz\.|Einzelauftr\w+|"
    r"Auftr[aä]g\w*|Anlagen?)\s[^;–]{0,60}?\b(?:der|aus\s+der|in\s+der|des|zur|von)\s*(?:Weisung(?:en)?\s*)?\Z"
)
"""Words that name parts of the act behind them."""


_SHARED: Final = re.compile(
    r"[\s,;–-]*\(?\s*(?:(?:beide|jeweils|alle|sämtlich(?:e)?|sämtliche|alle\s+\w+)\s+)+"
    r"((?:mit\s+(?:Ablauf|Wirkung)|zum|ab|am)\b[^()]{0,40}\d{4})\s*\)?\s*\.?\s*\Z",
    re.IGNORECASE,
)
"""A day at the end of a list that all its entries share."""


def parts_with_days(tail: str) -> list[tuple[str, str]]:
    """ "Ziffer 2.1 zum 01.02.2020, Ziffer 3 zum 01.03.2020" → each part with the words of its day."""
    found: list[tuple[str, str]] = []
    for match in PARTS.finditer(tail):
        rest = tail[match.end() :]
        phrase = next((item for item in find_dates(rest) if not rest[: item.offset].strip(" (,–-")), None)
        if phrase is not None:
            found.append((match[0], " ".join(phrase.words.split())))
    return found


def words_around(text: str, acts: Sequence[Act]) -> list[tuple[str, str]]:
    """The words before and behind each act of an entry: "Ziffer 2.3 der" stands before the act whose part it is."""
    heads = [_HEAD.search(text, before.end, act.start) for before, act in pairwise(acts)]
    begins = [0, *(head.start() if head else act.start for head, act in zip(heads, acts[1:], strict=True))]
    ends = [*begins[1:], len(text)]
    return [(text[begin : act.start], text[act.end : end]) for act, begin, end in zip(acts, begins, ends, strict=True)]


def without_head(text: str) -> str:
    """The words between two acts without those that name parts of the second."""
    head = _HEAD.search(text)
    return text[: head.start()] if head else text


def shared_day(text: str) -> tuple[str, str] | None:
    """An entry without "(beide mit Ablauf des 31.12.2026)" at its end, and those words."""
    match = _SHARED.search(text)
    return (text[: match.start()].rstrip(" ,;"), match[1]) if match else None


def heads_one(head: str) -> bool:
    """Whether the words before an act name parts of it alone."""
    return bool(_HEAD.search(head)) and not re.search(r"\bWeisungen\b", head)


def day_of_parts(tail: str) -> str | None:
    """The day directly behind the parts of an act: ", Ziffern 2.1 und 2.4 ab 01.12.2026"."""
    apart = parts_with_days(tail)
    one = len(apart) == 1 and len(PARTS.findall(tail)) == 1 and len(find_dates(tail)) == 1
    return apart[0][1] if one else None


def day_behind_title(tail: str) -> str | None:
    """A day at the very end of a title, which may be that of the change: "– Zielsteuerung 2026 zum 31.12.2026"."""
    match = re.search(r"\b((?:zum|ab(?:\s+dem)?)\s+\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\s*\.?\s*\Z", tail)
    return " ".join(match[1].split()) if match else None


def day_words(tail: str) -> str | None:
    """Words behind a title that give the day: "(mit Ablauf des 31.12.2025)", ", zum 31.12.2025"."""
    tail = re.sub(r"[\s,;]*(?:(?:und|sowie)(?:\s+(?:die|der))?)?\s*\Z", "", tail)
    match = re.search(
        r"(?:\A|[(,;–-])\s*(?:(?:g[üui]{1,2}ltig|befristet|längstens)\s+)*((?:mit\s+Ablauf|mit\s+Wirkung|zum|ab|bis)\b[^(),;]{0,40}\d{4})\s*\)?\s*\.?\s*\Z",
        tail,
        re.IGNORECASE,
    ) or re.search(
        r"\b((?:mit\s+Ablauf\s+des|mit\s+Wirkung\s+(?:vom|zum|ab))\s+[^(),;]{0,30}\d{4})\s*\.?\s*\Z",
        tail,
        re.IGNORECASE,
    )
    return " ".join(match[1].split()) if match else None


def entry_words(act: Act, around: tuple[str, str], text: str) -> str | None:
    """The words of an entry, with the title, where it says more than number and day; so that none of them are lost."""
    head, tail = (words.strip(" ,;.") for words in around)
    if not tail.strip("() –-:") and not re.search(r"\w{5}", head.replace("Weisungen", "")):
        return None
    between = text[act.start : act.end]
    words = f"{head} {between}{around[1].rstrip(' ,;')}"
    return re.sub(r"\s+(?:und|sowie)(?:\s+d\w\w)?\Z", "", words).strip()[:LONGEST_WORDS]
