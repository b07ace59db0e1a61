"""Relative deadlines in German words: "2 Wochen vor", "innerhalb von drei Monaten nach" (rule 20).

Working days ("Arbeitstage", "Werktage") are not computed, so they are not found here.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

_NUMBERS: Final = {
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "fuenf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "zwoelf": 12,
    "vierzehn": 14,
    "fünfzehn": 15,
    "zwanzig": 20,
    "dreißig": 30,
    "sechzig": 60,
    "neunzig": 90,
    "hundert": 100,
}
_NUMBER: Final = rf"\d{{1,3}}|eine[mnrs]?|ein|(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})(?:e[nr])?"
_RELATIVE: Final = re.compile(
    rf"(?<![\w.,-])(?P<number>{_NUMBER})\s+(?:(?:volle|ganze)[nrsm]?\s+)?"
    r"(?P<unit>(?:kalender)?tag(?:e|en|es|s)?|(?:kalender)?wochen?|(?:kalender)?monat(?:e|en|es|s)?|jahr(?:e|en|es|s)?)"
    r"\s+(?P<direction>vorher|vor|zuvor|davor|nachher|nach|danach|später|spaeter|"
    r"ab(?=\s+(?:de[mr]\s|(?-i:[A-ZÄÖÜ]))))\b",
    re.IGNORECASE,
)
_RANGE_BEFORE: Final = re.compile(rf"\b(?:{_NUMBER})\s*(?:bis|oder|[-–])\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RelativeDeadline:
    """So many days, or months, before (negative) or after an anchor; ``end`` is the offset behind the words."""

    words: str
    end: int
    days: int = 0
    months: int = 0

    def counted_from(self, anchor: date) -> date | None:
        """The deadline for that anchor; None where the calendar ends. A month's end stays within its month."""
        month = anchor.year * 12 + anchor.month - 1 + self.months
        year, month = month // 12, month % 12 + 1
        try:
            shifted = date(year, month, min(anchor.day, monthrange(year, month)[1]))
            return shifted + timedelta(days=self.days)
        except (ValueError, OverflowError):
            return None


def find_relative(text: str) -> Iterator[RelativeDeadline]:
    """Every relative deadline with a fixed number; "zwei bis drei Wochen vor" is none."""
    for match in _RELATIVE.finditer(text):
        if _RANGE_BEFORE.search(text[max(0, match.start() - 30) : match.start()]):
            continue
        number = _number(match["number"].lower())
        sign = -1 if match["direction"].lower() in ("vor", "vorher", "zuvor", "davor") else 1
        yield _counted(match.group(), match.end(), sign * number, match["unit"].lower())


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return next((value for name, value in _NUMBERS.items() if word in (name, name + "en", name + "er")), 1)


def _counted(words: str, end: int, number: int, unit: str) -> RelativeDeadline:
    if "jahr" in unit:
        return RelativeDeadline(words, end, months=12 * number)
    if "monat" in unit:
        return RelativeDeadline(words, end, months=number)
    return RelativeDeadline(words, end, days=number * (7 if "woche" in unit else 1))
