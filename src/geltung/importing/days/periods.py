"""Stretches of the calendar that stand for days: "bis zum Ende des 2. Quartals 2026", "in KW 23/2026"."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from geltung.parse.wording import MONTHS

_ORDINALS: Final = {
    **{word: number for number, word in enumerate(("erst", "zweit", "dritt", "viert"), start=1)},
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
}
_ORDINAL: Final = r"[1-4]|I{1,3}|IV|(?:ersten?|zweiten?|dritten?|vierten?)"
_MONTH: Final = "|".join(name for name in MONTHS if len(name) > 3 or name == "mai")
_ARTICLE: Final = r"(?:de[rmns]|die|das|diese[mns]|dieser)\s+"
_LEAD: Final = (
    r"(?P<lead>(?:(?:bis\s+)?(?:spätestens\s+|längstens\s+)?(?:bis\s+)?)?"
    rf"(?:zum\s+|zur\s+|im\s+(?!Zeitraum)|in\s+(?:{_ARTICLE})?|während\s+{_ARTICLE}|ab\s+(?:{_ARTICLE})?|seit\s+(?:{_ARTICLE})?|"
    rf"(?:im\s+Zeitraum\s+|in\s+der\s+Zeit\s+)?von\s+|im\s+Zeitraum\s+|zwischen\s+|gegen\s+|{_ARTICLE})?"
    r"(?:(?P<part>Anfang|Beginn|Mitte|Ende|Ablauf|Abschluss|Laufe|Verlauf)\s+(?:de[sr]\s+)?)?)"
)
_YEAR: Final = r"(?:\s*/\s*|\s+(?:des\s+Jahres\s+|im\s+Jahre?\s+)?)(?P<year>20\d\d)\b"
_PERIOD = re.compile(
    rf"(?<![\w-]){_LEAD}(?:"
    rf"(?P<quarter>{_ORDINAL})\.?\s+(?:Quartal[es]*|(?:Kalender)?[Vv]ierteljahr(?:es)?)|"
    rf"(?P<half>[12]|I{{1,2}}|ersten?|zweiten?)\.?\s+(?:Kalender)?[Hh]albjahr(?:es)?|"
    r"(?P<week>(?:KW|Kalenderwochen?)\s*(?P<first_week>\d{1,2})(?:\s*(?:bis|–|-|und)\s*(?:KW\s*)?(?P<last_week>\d{1,2}))?)|"
    r"(?P<counted>(?P<first_counted>\d{1,2})\.(?:\s*(?:bis|–|-|und)(?:\s+zur)?\s*(?P<last_counted>\d{1,2})\.)?\s*"
    r"(?:KW|Kalenderwochen?))|"
    rf"(?P<months>(?:Monat(?:en|e)?\s+)?(?P<first_month>{_MONTH})(?:\s*(?:bis|–|-|und)\s*(?P<last_month>{_MONTH}))?)|"
    r"(?P<year_end>(?:Kalender)?[Jj]ahresende)|"
    r"(?P<whole>(?:Kalender)?[Jj]ahre?s?)"
    rf")\b(?:{_YEAR})?(?!\s*/|\d)",
    re.IGNORECASE,
)

_FIRST: Final = re.compile(r"\b(?:erst|letzt)(?:mals|malig)\s*\Z|\bbeginnend\s*\Z", re.IGNORECASE)

Use = Literal["from", "until", "within", "during", "named"]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: its words and where they stand, its first and last day, what the words before it say,
    and whether its year is concluded.

    ``use``: "from" (ab), "until" (bis, zum Ende), "within" (im Laufe), "during" (in, im), "named" (no day).
    """

    words: str
    start: int
    end: int
    first: date
    last: date
    use: Use
    inferred: bool = False
    separate: bool = False


def find_period(text: str, base: date | None = None) -> Period | None:
    """The first stretch that a text names with a word before it that says what it is for. Without a year it is the
    next one that ends on or after ``base``."""
    for match in _PERIOD.finditer(text):
        period = _period(match, base)
        if period is not None:
            return period
    return None


def _period(match: re.Match[str], base: date | None) -> Period | None:
    use = _use(match)
    if use is None:
        return None
    inferred = match["year"] is None
    if inferred and (
        base is None
        or (match["whole"] and use != "until")
        or (match["first_month"] and match["lead"].lower().strip() == "")
    ):
        return None
    years = [int(match["year"])] if match["year"] else [base.year, base.year + 1] if base else []
    for year in years:
        days = _days(match, year)
        if days and (not inferred or base is None or days[1] >= base):
            words = " ".join(match[0].split())
            return Period(words, match.start(), match.end(), *days, use, inferred, _separate(match))
    return None


def _use(match: re.Match[str]) -> Use | None:
    """What the words before a stretch say; None if they are no preposition of time, or the stretch is left to others:
    one month is a day's phrase where it is a start or an end."""
    lead, part = match["lead"].lower().split(), (match["part"] or "").lower()
    single = match["first_month"] and not match["last_month"]
    if _FIRST.search(match.string[: match.start()]):
        return None
    if match["first_month"] and (part or (single and lead[:1] != ["im"])):
        return None
    if part in ("laufe", "verlauf"):
        return "within" if "im" in lead else None
    if part in ("anfang", "beginn", "mitte"):
        return "named"
    if set(lead) & {"ab", "seit"}:
        return "from" if part == "" else None
    if set(lead) & {"bis", "spätestens", "längstens"} or (match["year_end"] and set(lead) & {"zum", "gegen"}):
        return "until" if not match["whole"] or part else None
    if part:
        return "until" if "zum" in lead or lead[:1] == [part] else None
    if set(lead) & {"im", "in", "während"}:
        return "during"
    if match["last_month"] and set(lead) & {"von", "zwischen"}:
        return "during"
    return None


def _separate(match: re.Match[str]) -> bool:
    """Whether two stretches are named, not one from the first to the last: "in den Monaten März und September"."""
    named = match["last_week"] or match["last_counted"] or match["last_month"]
    if not named or " und " not in match[0] or "zwischen" in match["lead"].lower():
        return False
    return not _next_to(match)


def _next_to(match: re.Match[str]) -> bool:
    """Whether one of two stretches follows right upon the other: "in den Monaten September und Oktober"."""
    if match["last_month"]:
        first, last = (MONTHS[match[name].lower()] for name in ("first_month", "last_month"))
        return last == first + 1
    first, last = (int(match[f"{name}_week"] or match[f"{name}_counted"]) for name in ("first", "last"))
    return last == first + 1


def _days(match: re.Match[str], year: int) -> tuple[date, date] | None:
    if match["quarter"]:
        return _months(year, 3 * _number(match["quarter"]) - 2, 3 * _number(match["quarter"]))
    if match["half"]:
        return _months(year, 6 * _number(match["half"]) - 5, 6 * _number(match["half"]))
    if match["first_month"]:
        first, last = (
            MONTHS[match["first_month"].lower()],
            MONTHS[(match["last_month"] or match["first_month"]).lower()],
        )
        return _months(year, first, last) if first <= last else _over_the_year(year, first, last)
    if match["week"] or match["counted"]:
        first = int(match["first_week"] or match["first_counted"])
        last = int(match["last_week"] or match["last_counted"] or first)
        return _weeks(year, first, last)
    return _months(year, 1, 12)


def _weeks(year: int, first: int, last: int) -> tuple[date, date] | None:
    """From the Monday of the first to the Sunday of the last, as ISO 8601 counts weeks."""
    try:
        return date.fromisocalendar(year, first, 1), date.fromisocalendar(year, last, 1) + timedelta(days=6)
    except ValueError:
        return None


def _over_the_year(year: int, first: int, last: int) -> tuple[date, date]:
    """ "November bis Januar 2027": the year stands with the last month."""
    return date(year - 1, first, 1), date(year, last, monthrange(year, last)[1])


def _months(year: int, first: int, last: int) -> tuple[date, date] | None:
    if not 1 <= first <= last <= 12:
        return None
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _number(word: str) -> int:
    word = word.lower()
    return int(word) if word.isdigit() else _ORDINALS.get(word) or _ORDINALS.get(re.sub(r"en?\Z", "", word), 0)
