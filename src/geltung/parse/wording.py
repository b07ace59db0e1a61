"""Dates in German wording: "spätestens zum 01.07.2025", "mit Ablauf des 31. August 2025", "Ende Juni".

The program never takes a value from here: editors state dates as attributes, and what is found here only checks them.
One pass over the text with a pattern that cannot backtrack far, then a few words backwards from each date.
"""

import datetime
import re
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import Final, Literal

Role = Literal["start", "due", "end"]

START: Final = "start"
DUE: Final = "due"
END: Final = "end"


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A date as German words state it.

    ``date`` is None where the words give no year ("30.06.") or no such day exists; ``day`` and ``month`` are always
    known. ``role`` is a guess from the words before the date, None where they say nothing ("vom", "am", no word).
    ``words`` run from the preposition to the end of the date and start at ``offset`` of the text; ``lead`` is the part
    before the date in lower case, articles included ("mit ablauf des", "bis zum", "" if there is none), and ``written``
    the date alone as printed.
    """

    date: datetime.date | None
    day: int
    month: int
    role: Role | None
    words: str
    offset: int
    lead: str
    written: str

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.offset + len(self.words)

    def states(self, day: datetime.date) -> bool:
        """Whether the words state this day; without a year, day and month decide."""
        if self.date is not None:
            return self.date == day
        return not _YEAR.search(self.written) and (self.day, self.month) == (day.day, day.month)


MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            ("januar", "jänner", "jan"),
            ("februar", "feb"),
            ("märz", "maerz", "mrz"),
            ("april", "apr"),
            ("mai",),
            ("juni", "jun"),
            ("juli", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("oktober", "okt"),
            ("november", "nov"),
            ("dezember", "dez"),
        ),
        start=1,
    )
    for name in names
}

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""
    (?<![\w.,]) (?:
        (?P<iso_year>\d{{4}})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d) (?!\w)
      | (?P<day>\d{{1,2}})\.\s?(?: (?P<month>\d{{1,2}})\.(?:\s?(?P<year>\d{{4}}|\d\d)(?![\w]|[.,]\d))? (?!\d)
                                 | (?P<named>{_MONTH})\b\.?(?:\s(?P<named_year>\d{{4}})(?!\w))? )
      | (?P<part>Anfang|Mitte|Ende)\s(?:des\s(?:Monats|Jahres)\s)?
            (?: (?P<part_month>{_MONTH})\b\.?(?:\s(?P<part_month_year>\d{{4}})(?!\w))? | (?P<part_year>\d{{4}})(?!\w) )
      | (?P<month_only>{_MONTH})\s(?P<month_only_year>\d{{4}})(?!\w)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|\.\s?\d{1,2}\.\s?\d\d\Z")
_CANDIDATE = re.compile(r"[0-9ADEFJMNOS](?:(?<=[0-9])[0-9]{0,3}[.-]|[aäeikonpruAÄEIKONPRU])")
"""Where a date can begin; finding these first is five times as fast as trying the pattern everywhere."""
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[,:]?\s*\Z")
_NUMBERED_BEFORE = re.compile(
    r"\b(?:nr|nummer|ziffer|ziff|punkt|abschnitt|kapitel|kap|tz|abs|absatz|version|teil|anlage|unter|seite|satz)\.?\s*\Z",
    re.IGNORECASE,
)
"""Words after which "2.1." is a number and no date."""
_REACH: Final = 40
_MOST_LEAD_WORDS: Final = 7

_WEEKDAYS: Final = frozenset(
    ["montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag"]
)
_HEADS: Final = frozenset(
    [
        "ab",
        "am",
        "bis",
        "vom",
        "von",
        "seit",
        "zum",
        "zu",
        "mit",
        "vor",
        "nach",
        "zwischen",
        "spätestens",
        "spaetestens",
        "längstens",
        "laengstens",
        "frühestens",
        "fruehestens",
        "erstmals",
        "erstmalig",
        "letztmals",
        "letztmalig",
        "beginnend",
        "befristet",
        "endet",
        "enden",
        "im",
    ]
)
"""Words that a lead can begin with."""
_FILLERS: Final = (
    frozenset(
        [
            "dem",
            "den",
            "der",
            "des",
            "einschließlich",
            "inklusive",
            "ablauf",
            "wirkung",
            "stichtag",
            "ende",
            "beginn",
            "tag",
            "tages",
            "monats",
        ]
    )
    | _WEEKDAYS
)
"""Words that may stand between the head of a lead and the date."""
_SHORT_DATE_HEADS: Final = frozenset(["ab", "am", "bis", "vom", "seit", "zum", "spätestens", "spaetestens"])


def find_dates(text: str) -> tuple[DatePhrase, ...]:
    """Every date that the words of a plain text state, in their order."""
    phrases: list[DatePhrase] = []
    end = 0
    for candidate in _CANDIDATE.finditer(text):
        match = _DATE.match(text, candidate.start()) if candidate.start() >= end else None
        if match is not None:
            end = match.end()
            phrase = _phrase(text, match)
            if phrase is not None:
                phrases.append(phrase)
    for index in range(len(phrases) - 1):
        first, second = phrases[index], phrases[index + 1]
        if _is_range(text, first, second):
            phrases[index : index + 2] = _as_range(first, second)
    return tuple(phrases)


def _phrase(text: str, match: re.Match[str]) -> DatePhrase | None:
    year, month, day = _numbers(match)
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    lead = _lead(text, match.start())
    if match["month"] and len(match["year"] or "") < 4 and not _is_short_date(text, match, lead):
        return None
    offset = match.start() - len(lead)
    words = text[offset : match.end()]
    lead_words = " ".join(lead.lower().split())
    return DatePhrase(
        _day(year, month, day), day, month, _role(lead_words, text, match.end()), words, offset, lead_words, match[0]
    )


def _numbers(match: re.Match[str]) -> tuple[int | None, int, int]:
    """Year (or None), month and day of the match; a part of a month stands for a day of it."""
    if match["iso_year"]:
        return int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"])
    if match["day"]:
        if match["named"]:
            return _year(match["named_year"]), MONTHS[match["named"].lower()], int(match["day"])
        return _year(match["year"]), int(match["month"]), int(match["day"])
    if match["month_only"]:
        return _year(match["month_only_year"]), MONTHS[match["month_only"].lower()], 1
    return _part_of_period(match)


def _part_of_period(match: re.Match[str]) -> tuple[int | None, int, int]:
    part = match["part"].lower()
    if match["part_year"]:
        month, day = {"anfang": (1, 1), "mitte": (6, 30), "ende": (12, 31)}[part]
        return _year(match["part_year"]), month, day
    year, month = _year(match["part_month_year"]), MONTHS[match["part_month"].lower()]
    last = monthrange(year or 2025, month)[1]
    return year, month, {"anfang": 1, "mitte": 15, "ende": last}[part]


def _year(digits: str | None) -> int | None:
    if digits is None:
        return None
    year = int(digits)
    return year if len(digits) == 4 else year + (2000 if year < 70 else 1900)


def _day(year: int | None, month: int, day: int) -> datetime.date | None:
    try:
        return None if year is None else datetime.date(year, month, day)
    except ValueError:
        return None


def _lead(text: str, end: int) -> str:
    """The words before a date that belong to it, as they stand in the text, with the space behind them."""
    low = max(0, end - _REACH)
    start, position = end, end
    for _ in range(_MOST_LEAD_WORDS):
        match = _WORD_BEFORE.search(text[low:position])
        if match is None:
            break
        word = match[1].lower()
        if "," in match[0] and word not in _WEEKDAYS:
            break  # a clause before ends here: "deren Vertrag endet, bis zum 15.07.2026"
        position = low + match.start()
        if word in _HEADS:
            start = position
        elif word not in _FILLERS:
            break
    return text[start:end]


def _is_short_date(text: str, match: re.Match[str], lead: str) -> bool:
    """Whether "30.06." or "1.7.25" is a date and not the number of a section, a version or the like."""
    if lead:
        return len(match["day"]) == 2 or lead.split()[0].lower() in _SHORT_DATE_HEADS or " " in lead.strip()
    if _NUMBERED_BEFORE.search(text[max(0, match.start() - _REACH) : match.start()]):
        return False
    return match["year"] is not None or len(match["day"]) == len(match["month"]) == 2


def _role(lead: str, text: str, end: int) -> Role | None:
    words = frozenset(lead.split())
    if words & {"längstens", "laengstens", "befristet", "letztmals", "letztmalig", "endet", "enden"}:
        return END
    if "ablauf" in words and "mit" in words:
        return END
    if "wirkung" in words:
        return START
    if "ab" in words and not words & {"bis", "vor"}:  # also "spätestens ab dem …": what then goes on
        return START
    if words & {"bis", "spätestens", "spaetestens", "vor"}:
        return DUE
    if words & {"seit", "beginnend", "frühestens", "fruehestens"}:
        return START
    if "zum" in words:
        return DUE
    return START if words & {"vom", "von"} and text[end : end + 4].rstrip(" ,.;") == " an" else None


def _is_range(text: str, first: DatePhrase, second: DatePhrase) -> bool:
    """Whether the two dates are "vom … bis …" or "zwischen … und …"."""
    between = text[first.end : second.offset].strip(" ,")
    begins = first.lead.split(" ", 1)[0]
    if begins in ("vom", "von", "ab") and between in ("", "an"):
        return second.lead.split(" ", 1)[0] == "bis"
    return begins == "zwischen" and between.removesuffix(" dem").strip() == "und" and not second.lead.startswith("bis")


def _as_range(first: DatePhrase, second: DatePhrase) -> list[DatePhrase]:
    day = first.date
    if day is None and second.date is not None and not _YEAR.search(first.written):
        same_year = (first.month, first.day) <= (second.month, second.day)
        day = _day(second.date.year - (0 if same_year else 1), first.month, first.day)
    return [replace(first, date=day, role=START), replace(second, role=END)]
