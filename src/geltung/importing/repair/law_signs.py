"""Signs of law that a recognition reads as something else: "$ 163", "s 75a SGB III", "8 75 SGB III", "Phase |".

They are never changed: a person looks at the original. What is likely is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geltung.importing.repair.doubts import Doubt, damaged_numbers

_NUMBER: Final = r"\d{1,4}[a-z]?(?![\w:/]|[.,]\d)"
_LAW: Final = (
    r"(?:Abs\.|Absatz|Absätze|Satz|Nr\.|Nummer|SGB|BGB|HGB|StGB|GG|VwGO|ZPO|SGG"
    r"|[A-ZÄÖÜ][A-Za-zäöü]*(?:G|GB|VO|V)\b|ff?\.)"
)
_DOLLAR: Final = re.compile(rf"(?<![\w$])(?P<sign>\$\$?)\s?(?P<number>{_NUMBER})")
_LETTER: Final = re.compile(
    rf"(?<![\w.,/§-])(?P<sign>[sS58&]|[sS58&]{{2}})\s(?P<number>{_NUMBER})(?=\s*(?:,\s*\d+[a-z]?\s*)?(?:\s(?:und|bis|oder)\s\d+[a-z]?)?\s+{_LAW})"
)
_AFTER_WORD: Final = re.compile(
    rf"(?:\b(?:nach|gemäß|gem\.|aufgrund|iSd|laut|entsprechend|über)\s)(?P<sign>[sS&])\s(?P<number>{_NUMBER})"
)
_COUNTED: Final = re.compile(
    r"\b(?:Phase|Stufe|Teil|Kapitel|Modul|Sekundarstufe|Säule|Klasse|Gruppe|Variante|Anlage|Abschnitt|Typ)\s"
    r"(?P<sign>[Il|!\]1]{1,4})(?![\w.)])"
)
_DOLLARS: Final = re.compile(r"\s?(?:US-?Dollar|USD|Mio|Millionen)")


def law_signs(lines: Sequence[str]) -> tuple[Doubt, ...]:
    """All places where a sign of law, a date or a number seems to be damaged, in reading order, each place once."""
    found: dict[tuple[int, int], Doubt] = {}
    for doubt in (*_signs(lines), *damaged_numbers(lines)):
        found.setdefault((doubt.line, doubt.column), doubt)
    return tuple(found[place] for place in sorted(found))


def _signs(lines: Sequence[str]) -> Iterator[Doubt]:
    for number, line in enumerate(lines, start=1):
        for pattern in (_DOLLAR, _LETTER, _AFTER_WORD):
            for match in pattern.finditer(line):
                if _DOLLARS.match(line, match.end()):
                    continue
                start = match.start("sign")
                sign = "§§" if len(match["sign"]) > 1 else "§"
                reason = f"Vor „{match['number']}“ steht wahrscheinlich „{sign}“."
                yield Doubt(number, start, line[start : match.end()], f"{sign} {match['number']}", reason)
        for match in _COUNTED.finditer(line):
            read = match["sign"]
            if re.fullmatch("I+|1+", read):
                continue
            start = match.start()
            likely = line[start : match.start("sign")] + "I" * len(read)
            yield Doubt(number, start, match[0], likely, f"„{read}“ ist wahrscheinlich eine römische Zahl.")
