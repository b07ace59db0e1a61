"""How directives and other acts are named: number, day and title in "Weisung 202404002 vom 03.04.2024 – Titel"."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from geltung.corpus.names import fold
from geltung.importing.head.header import KIND_WORDS
from geltung.importing.text import alike, dashed, folded, seen_days, seen_ids
from geltung.parse.wording import find_dates

_HEGA = re.compile(
    r"(?P<name>(?:HEGA|H[EF]6A|Handlungsempfehlung\s*/\s*Gesch[äa]ftsanweisung(?:\s*\(HEGA\))?))\s*(?:Nr\.?\s*)?"
    r"(?P<month>\d{1,2})\s*/\s*(?P<year>\d{4}|\d{2})\s*[-‐‑‒–—―−]+\s*(?P<serial>\d{1,3})(?!\d|\.\d)"
)
_NUMBERED = re.compile(
    r"(?P<name>Gesch[äa]ftsanweisung|GA|E-Mail-Info|Verfahrensinformation|Verfahrensanweisung|"
    r"Dienstanweisung|Rundbrief|"
    r"Runderlass|Handlungsempfehlung|Arbeitsanweisung|VG|Weisung)\s+(?P<area>SGB\s+II{1,2}\s+)?(?:Nr\.?|Nummer)?\s*"
    r"(?P<number>\d{1,4}\s*/\s*\d{2,4}(?:\s*[-–]\s*\d{1,3})?|(?<=Nr\. )\d{1,3}|(?<=Nr\.)\d{1,3})(?!\d|\.\d)"
)
_UNNUMBERED = re.compile(
    r"(?P<name>(?:(?:Interne|Zentrale|Fachliche)\s+)?Weisung(?:en)?|Gesch[äa]ftsanweisung|E-Mail-Info|"
    r"Verfahrensinformation|"
    r"Rundbrief|Dienstanweisung|Handlungsempfehlung|Verf[üu]gung|Runderlass|Schreiben)\s+(?:SGB\s+II{1,2}\s+)?"
    r"(?=[vy][o0a](?:m|rn)\s+[0-9OIl]{1,2}[.,])"
)
FROM: Final = r"(?:[vy][o0a](?:m|rn|n|rm))"
""" "vom" before a day, also as it is misread ("vorn", "v0m", "yom", "vam")."""
_ISSUED = re.compile(rf"\s*,?\s*\(?(?:{FROM}|v\.|Stand:?|Datum:?)\s*", re.IGNORECASE)
_TITLE_MARK = re.compile(r"\s*\)?\s*(?:[-‐‑‒–—―−:]+|,|;)\s*")


@dataclass(frozen=True, slots=True)
class Act:
    """An act as a text names it. ``id`` None: it has no number. ``start`` and ``end`` are offsets of name and day.

    ``clean`` says that number and day read so as they stand; ``title`` is all that follows the day.
    """

    id: str | None
    kind: str
    issued: str | None
    title: str
    start: int
    end: int
    clean: bool


def find_acts(text: str) -> tuple[Act, ...]:
    """The acts that a text names, in their order."""
    starts: list[tuple[int, int, str | None, str, bool]] = []
    for seen in seen_ids(text):
        start, kind = _kind_before(text, seen.start)
        starts.append((start, seen.end, seen.value, kind, seen.clean))
    for match in _HEGA.finditer(text):
        number = f"{int(match['month']):02}/{match['year']} – {int(match['serial']):02}"
        starts.append((match.start(), match.end(), f"HEGA {number}", "HEGA", True))
    for match in _NUMBERED.finditer(text):
        name = match["name"].replace("Geschaftsanweisung", "Geschäftsanweisung")
        area = f" {' '.join(match['area'].split())}" if match["area"] else ""
        number = re.sub(r"\s*([/–-])\s*", r"\1", match["number"])
        starts.append((match.start(), match.end(), f"{name}{area} {number}", name, True))
    for match in _UNNUMBERED.finditer(text):
        starts.append((match.start(), match.end(), None, match["name"], True))
    found: list[Act] = []
    for start, end, id_, kind, clean in sorted(starts, key=lambda item: (item[0], -item[1])):
        if found and start < found[-1].end:
            continue
        found.append(_with_day(text, start, end, id_, kind, clean))
    return tuple(found)


def _kind_before(text: str, end: int) -> tuple[int, str]:
    """Where the kind's word before a number begins ("Weisung Nr."), and the kind."""
    match = re.search(r"((?:[A-ZÄÖÜ][a-zäöüß]+\s+)?[A-Za-zÄÖÜäöüß]+)\s*(?:Nr\.?\s*|Nummer\s+)?\Z", text[:end])
    if match is None:
        return end, KIND_WORDS[0]
    words = match[1].split()
    for count in range(len(words), 0, -1):
        tail = folded(" ".join(words[-count:]))
        for kind in KIND_WORDS:
            if tail in (folded(kind), folded(kind) + "en", folded(kind) + "s") or (
                len(kind) > 5 and alike(tail, folded(kind))
            ):
                offset = match.start() + sum(len(word) + 1 for word in words[:-count])
                return offset, kind
    return end, KIND_WORDS[0]


def _with_day(text: str, start: int, end: int, id_: str | None, kind: str, clean: bool) -> Act:
    issued = None
    mark = _ISSUED.match(text, end)
    if mark:
        for seen in seen_days(text[mark.end() : mark.end() + 14]):
            if seen.start <= 1:
                issued, clean = seen.value, clean and seen.clean
                end = mark.end() + seen.end
                break
        else:
            named = [phrase for phrase in find_dates(text[mark.start() : mark.end() + 24]) if phrase.date]
            if named and named[0].offset <= mark.end() - mark.start():
                issued = named[0].date.isoformat() if named[0].date else None
                end = mark.start() + named[0].end
    title = _TITLE_MARK.match(text, end)
    rest = text[title.end() :] if title else text[end:]
    return Act(id_, kind, issued, dashed(rest).strip(), start, end, clean)


def same_id(id_: str, known: Collection[str]) -> str:
    """The spelling of an id in the collection ("HEGA 05/14 - 07" may stand there with other dashes)."""
    if id_ in known:
        return id_
    key = re.sub(r"[\W_]+", "", fold(id_))
    return next((other for other in known if re.sub(r"[\W_]+", "", fold(other)) == key), id_)


SERIAL: Final = "abcdefghijklmnopqrstuvwxyz"


def serial_id(issued: str, taken: Collection[str]) -> str:
    """The id of a directive without a number: day of issue and the first free letter, "2026-03-12a"."""
    return next((f"{issued}{letter}" for letter in SERIAL if f"{issued}{letter}" not in taken), f"{issued}z1")
