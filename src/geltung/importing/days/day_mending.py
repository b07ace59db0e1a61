"""The text of a task before its days are read: damaged days, ranges and lists of days written out, lost blanks."""

import re
from dataclasses import dataclass
from datetime import date

from geltung.importing.text import seen_days
from geltung.model.dates import german
from geltung.parse.wording import MONTHS, find_dates

_MONTHS = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_RUN_TOGETHER = re.compile(
    r"\b((?:Arbeits|Werk)?[Tt]agen?(?=(?:vor|nach)\b)|Wochen?(?=(?:vor|nach)\b)|Monate?n?(?=(?:vor|nach)\b)|"
    r"jede[nmrs](?=(?:ersten|zweiten|dritten|letzten|Montag|Dienstag|Mittwoch|Donnerstag|Freitag)\b)|"
    r"(?:ein|zwei|drei|vier|fünf|sechs|acht|zehn|\d{1,2})(?=(?:Wochen|Monaten|Tagen|Arbeitstagen|Werktagen)\b)|"
    r"(?:bis|zum|ab|am|vom|seit|spätestens)(?=\d{1,2}\.)|bis(?=(?:zum|zur|sp[äa]testens)\s)|sp[äa]testens(?=(?:am|zum|bis)\s)|"
    rf"(?:{_MONTHS})(?=20\d\d\b)|(?:KW|Kalenderwoche)(?=20\d\d\b)|(?:ersten|zweiten|dritten|vierten)(?=(?:Quartal|Halbjahr)\b)|"
    r"\d{1,2}\.\d{1,2}\.20\d\d(?=[a-zäöüß]{2})|(?:ab|de[rm])(?=(?:Umstellung|Inbetriebnahme|Einführung|Stichtag|Beginn|Ende)\b)|"
    r"(?:jährlich|halbjährlich|vierteljährlich|monatlich|wöchentlich|quartalsweise)(?=(?:zum|bis|am)\b))"
)
"""Words on time that lost the blank between them: "6 Wochenvor", "jedenFreitag"."""
_NAMED_RANGE = re.compile(
    rf"\b(?:vom|von)\s+(?P<day>\d{{1,2}})\.\s*bis\s+(?:zum\s+)?(?P<last>\d{{1,2}}\.\s+(?P<month>{'|'.join(MONTHS)})\s+(?P<year>20\d\d))\b",
    re.IGNORECASE,
)
_BARE_RANGE = re.compile(
    r"(?P<lead>\b(?:vom|von|ab|zum|am|bis|zwischen)\s+(?:dem\s+)?)?(?<![\d.])(?P<first>\d{1,2}\.\s?\d{1,2}\.(?:\s?20\d\d)?)"
    r"(?:\s*[–—-]\s*|(?<=\d{4})\s+bis\s+(?:zum\s+)?)(?P<last>\d{1,2}\.\s?\d{1,2}\.\s?20\d\d)(?!\d)"
)
"""A range without "vom" or with a dash: "02.11.2026–22.01.2027", "im Zeitraum 02.11.2026 bis 22.01.2027"."""
_SHORT_RANGE = re.compile(
    r"\b(?:vom|"
    r"von)\s+(?P<day>\d{1,2})\.(?:(?P<month>\d{1,2})\.)?\s*bis\s+(?:zum\s+)?(?P<last>\d{1,2})\.(?P<rest>\d{1,2}\.\d{4})"
)
_SHORT_LIST = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}\.(?:\s*(?:,|und|sowie)\s*(?:zum\s+)?\d{1,2}\.\d{1,2}\.(?!\d))+")


@dataclass(frozen=True, slots=True)
class Mended:
    """The text of a task as its days are read. ``days`` are those that were damaged; ``parted``: a blank was put in."""

    text: str
    days: tuple[date, ...]
    parted: bool


def mended(text: str, damaged: bool) -> Mended:
    """The text with damaged days as they look, ranges and lists of days written out, and lost blanks put in."""
    parted = _RUN_TOGETHER.sub(r"\1 ", text) if damaged else text
    put_in, text = parted != text, parted
    if damaged:
        text = re.sub(r"\b([Ss])patestens\b", r"\1pätestens", text)
    found: list[date] = []
    for seen in reversed(seen_days(text)):
        if not seen.clean or not find_dates(seen.written):
            day = date.fromisoformat(seen.value)
            found.append(day)
            text = f"{text[: seen.start]}{german(day)}{text[seen.end :]}"
    text = _BARE_RANGE.sub(_led_out, _NAMED_RANGE.sub(_named_out, text))
    text = _SHORT_LIST.sub(_padded, _SHORT_RANGE.sub(_written_out, text))
    return Mended(text, tuple(found), put_in)


def _padded(match: re.Match[str]) -> str:
    """ "1.1., 1.4. und 1.7." with two digits each, as a day without year and preposition is known by."""
    return re.sub(r"\d+(?=\.)", lambda digits: f"{int(digits[0]):02}", match[0])


def _led_out(match: re.Match[str]) -> str:
    """A range with the words that mark it as one; one that another word leads stays as it is."""
    if match["lead"] and match["lead"].split()[0] not in ("vom", "von"):
        return match[0]
    return f"vom {match['first']} bis zum {match['last']}"


def _named_out(match: re.Match[str]) -> str:
    """ "vom 1. bis 15. Juli 2026" with the first day written out."""
    month = MONTHS[match["month"].lower()]
    return f"vom {int(match['day']):02}.{month:02}.{match['year']} bis zum {match['last']}"


def _written_out(match: re.Match[str]) -> str:
    """ "vom 1. bis zum 30.11.2026" with the first day written out; "vom 01.11. bis zum 15.01.2027" begins in 2026."""
    month, year = (int(part) for part in match["rest"].split("."))
    first = int(match["month"] or month), int(match["day"])
    began = year - 1 if first > (month, int(match["last"])) else year
    return f"vom {first[1]:02}.{first[0]:02}.{began} bis zum {match['last']}.{match['rest']}"
