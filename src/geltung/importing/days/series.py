"""Rules of recurring deadlines that follow from a first day or from months: "erstmals zum 31.03.2027 und danach
vierteljährlich", "jährlich im Juli"."""

import re
from calendar import monthrange
from datetime import date
from typing import Final

from geltung.parse.wording import MONTHS

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NUMBERS: Final = {"zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "acht": 8, "zehn": 10, "zwölf": 12}
_EVERY: Final = re.compile(r"alle\s+(?P<count>\w+)\s+(?P<unit>tage|wochen|monate|jahre)\Z", re.IGNORECASE)
_STEPS: Final = {
    "täglich": ("DAILY", 1),
    "wöchentlich": ("WEEKLY", 1),
    "14-tägig": ("WEEKLY", 2),
    "vierzehntägig": ("WEEKLY", 2),
    "zweiwöchentlich": ("WEEKLY", 2),
    "monatlich": ("MONTHLY", 1),
    "vierteljährlich": ("MONTHLY", 3),
    "quartalsweise": ("MONTHLY", 3),
    "halbjährlich": ("MONTHLY", 6),
    "alljährlich": ("YEARLY", 1),
    "jährlich": ("YEARLY", 1),
}
_UNITS: Final = {"tage": ("DAILY", 1), "wochen": ("WEEKLY", 1), "monate": ("MONTHLY", 1), "jahre": ("YEARLY", 1)}
_LISTED: Final = "|".join(name for name in MONTHS if len(name) > 3 or name == "mai")
_MONTHS: Final = re.compile(
    rf"\b(?P<lead>bis\s+(?:spätestens\s+)?(?:zum\s+)?Ende|zum\s+Ende|Ende|bis|im)\s+"
    rf"(?P<months>(?:{_LISTED})(?:(?:,\s*|\s+(?:und|sowie)\s+)(?:im\s+)?(?:{_LISTED}))*)\b(?!\s+\d{{4}})",
    re.IGNORECASE,
)
_MONTH_BEFORE: Final = re.compile(rf"\b(?:{_LISTED})\s*\Z", re.IGNORECASE)
"""Before "bis September": the months from which something runs, not in which it is due."""
_FIRST_BEFORE: Final = re.compile(r"\b(?:erst|letzt)(?:mals|malig)\s*(?:zum\s*)?\Z", re.IGNORECASE)


def of_first(adverb: str, first: date) -> str | None:
    """The rule of what begins on a day and comes again as the adverb says; None if the adverb is none of these."""
    step = _step(adverb)
    if step is None:
        return None
    frequency, count = step
    if frequency == "DAILY":
        return "FREQ=DAILY" if count == 1 else f"FREQ=DAILY;INTERVAL={count}"
    every = f";INTERVAL={count}" if count > 1 else ""
    if frequency == "WEEKLY":
        return f"FREQ=WEEKLY{every};BYDAY={_WEEKDAYS[first.weekday()]}"
    last = first.day == monthrange(first.year, first.month)[1]
    if frequency == "YEARLY":
        return f"FREQ=YEARLY{every};BYMONTH={first.month};BYMONTHDAY={first.day}"
    day = -1 if last else first.day
    if count == 1:
        return f"FREQ=MONTHLY;BYMONTHDAY={day}"
    if 12 % count:
        return None
    months = sorted((first.month - 1 + offset) % 12 + 1 for offset in range(0, 12, count))
    return f"FREQ=MONTHLY;BYMONTH={','.join(map(str, months))};BYMONTHDAY={day}"


def _step(adverb: str) -> tuple[str, int] | None:
    """How often: the frequency and the number of its units."""
    words = " ".join(adverb.lower().split())
    if words in _STEPS:
        return _STEPS[words]
    every = _EVERY.match(words)
    if every is None:
        return None
    count = int(every["count"]) if every["count"].isdigit() else _NUMBERS.get(every["count"], 0)
    if not 1 < count < 1000:
        return None
    if every["unit"] == "tage" and count % 7 == 0:
        return "WEEKLY", count // 7
    return _UNITS[every["unit"]][0], count


def of_months(text: str) -> tuple[str, str] | None:
    """The words and the rule of what is due in the same months of every year, with their last day; None: no months."""
    for match in _MONTHS.finditer(text):
        if _FIRST_BEFORE.search(text[: match.start()]) or _MONTH_BEFORE.search(text[: match.start()]):
            continue
        names = re.findall(_LISTED, match["months"], re.IGNORECASE)
        months = sorted({MONTHS[name.lower()] for name in names})
        frequency = "YEARLY" if len(months) == 1 else "MONTHLY"
        return " ".join(match[0].split()), f"FREQ={frequency};BYMONTH={','.join(map(str, months))};BYMONTHDAY=-1"
    return None
