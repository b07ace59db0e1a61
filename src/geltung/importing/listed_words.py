"""Words behind the name of a listed act: its day, its parts with their days, its title."""

import re

from geltung.importing.acts import Act
from geltung.importing.change_words import LONGEST_WORDS, PARTS
from geltung.parse.wording import find_dates


def parts_with_days(tail: str) -> list[tuple[str, str]]:
    """ "Ziffer 2.1 zum 01.02.2020, Ziffer 3 zum 01.03.2020" → each part with the words of its day."""
    found: list[tuple[str, str]] = []
    for match in PARTS.finditer(tail):
        rest = tail[match.end() :]
        phrase = next((item for item in find_dates(rest) if not rest[: item.offset].strip(" (,–-")), None)
        if phrase is not None:
            found.append((match[0], " ".join(phrase.words.split())))
    return found


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
