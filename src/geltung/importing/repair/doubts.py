"""Numbers, dates, identifiers and legal references that look damaged: questions to a person, never repairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_STROKES: Final = r"[Il1|!\[\]iL]"
_SGB: Final = re.compile(rf"\bSGB(?P<gap>[ \u00a0-]*)(?P<numeral>{_STROKES}{{1,4}})(?![\w])")
_OPEN_END: Final = re.compile(r"\bSGB\s*$")
_FIRST: Final = re.compile(rf"^\s*(?P<numeral>{_STROKES}{{1,4}})(?![\w.)])")
_SCOPE: Final = re.compile(rf"^\s*SGB[ \u00a0-]*(?P<numeral>{_STROKES}{{1,4}})\s*[:;]\s*(?P<force>.*)$")
_NONE: Final = re.compile(r"nicht\s+betroffen", re.I)
_DIGITS: Final = str.maketrans(
    {"O": "0", "o": "0", "l": "1", "I": "1", "|": "1", "i": "1", "S": "5", "B": "8", "Z": "2"}
)
_LIKE_DATE: Final = re.compile(
    r"(?<![\w.])(?=\S*\d)(?=\S*[OolI|iSBZ])[\dOolI|iSBZ]{1,2}\.\s?[\dOolI|iSBZ]{1,2}\.\s?[\dOolI|iSBZ]{4}(?![\w])"
)
_LIKE_NUMBER: Final = re.compile(r"(?<![\w.])(?=[\dOolI|]*[OolI|])[12Il|][\dOolI|]{8}(?![\w])")
_ABBREVIATION: Final = re.compile(r"(?<![\w.,])0\.9\.(?=\s+[A-ZÄÖÜa-z])")
_SIGNED: Final = re.compile(r"\S*[a-zäöüA-ZÄÖÜ]\S*_\S+")
_UNPRINTED: Final = re.compile(r"SGB[-_]?[I1l|]*[1l|][I1l|]*(?![a-z])|\b[AOU]nder|\bUber")


@dataclass(frozen=True, slots=True)
class Doubt:
    """A place that a person decides: line (1-based), column (0-based), what stands there, the likely answer and why."""

    line: int
    column: int
    original: str
    likely: str
    reason: str


def doubts(lines: Sequence[str]) -> tuple[Doubt, ...]:
    """All such places, in reading order. Lines without damage yield none."""
    found = [*_references(lines), *damaged_numbers(lines)]
    return tuple(sorted(found, key=lambda doubt: (doubt.line, doubt.column)))


def _references(lines: Sequence[str]) -> Iterator[Doubt]:
    """Books of the social code whose Roman numeral was not read as one."""
    header = _scope(lines)
    likely, reason = _likely(header, lines)
    for number, line in enumerate(lines, start=1):
        for match in _SGB.finditer(line):
            numeral, start = match["numeral"], match.start("numeral")
            if number in header:
                answer, why = (
                    header[number][0],
                    "Die Zeilen des Kopfes stehen in fester Reihenfolge: SGB II, SGB III, Familienkasse.",
                )
            else:
                answer, why = likely, reason
            if not re.fullmatch("I{1,3}", numeral):
                yield Doubt(number, start, numeral, answer, f"„SGB {numeral}“ ist keine Angabe, die es gibt. {why}")
        after = number + 1 if number < len(lines) and not lines[number].strip() else number
        following = lines[after] if after < len(lines) else ""
        if (
            _OPEN_END.search(line)
            and (first := _FIRST.match(following))
            and not re.fullmatch("I{2,3}", first["numeral"])
        ):
            yield Doubt(
                after + 1,
                first.start("numeral"),
                first["numeral"],
                likely,
                f"Steht nach „SGB“ am Ende der Zeile davor. {reason}",
            )


def _scope(lines: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Line number → (SGB numeral by its place, force), for the two scope lines of the header."""
    found = [(number, match) for number, line in enumerate(lines, start=1) if (match := _SCOPE.match(line))]
    if len(found) < 2 or found[1][0] - found[0][0] > 3:
        return {}
    return {number: (numeral, match["force"]) for (number, match), numeral in zip(found, ("II", "III"), strict=False)}


def _likely(header: dict[int, tuple[str, str]], lines: Sequence[str]) -> tuple[str, str]:
    touched = [numeral for numeral, force in header.values() if force.strip() and not _NONE.search(force)]
    if len(header) == 2 and len(touched) == 1:
        other = "III" if touched[0] == "II" else "II"
        return touched[0], f"Wahrscheinlich „SGB {touched[0]}“: Der Kopf sagt, dass SGB {other} nicht betroffen ist."
    clean = [
        match["numeral"] for line in lines for match in _SGB.finditer(line) if re.fullmatch("I{2,3}", match["numeral"])
    ]
    if clean and len(set(clean)) == 1:
        return clean[
            0
        ], f"Wahrscheinlich „SGB {clean[0]}“, das an {len(clean)} anderen Stellen so gelesen wurde; bitte nachsehen."
    return "II", "Ob SGB II oder SGB III gemeint ist, lässt sich hier nicht erkennen; bitte im Original nachsehen."


def damaged_numbers(lines: Sequence[str]) -> Iterator[Doubt]:
    """Dates and directive numbers with letters in them, and signed names with damage."""
    for number, line in enumerate(lines, start=1):
        for pattern, what in ((_LIKE_DATE, "ein Datum"), (_LIKE_NUMBER, "die Nummer einer Weisung")):
            for match in pattern.finditer(line):
                likely = match.group().translate(_DIGITS)
                yield Doubt(
                    number, match.start(), match.group(), likely, f"Sieht aus wie {what}, enthält aber Buchstaben."
                )
        for match in _ABBREVIATION.finditer(line):
            yield Doubt(
                number, match.start(), match.group(), "o.g.", "Wahrscheinlich „o.g.“; als Zahl ergibt es keinen Sinn."
            )
        for match in _SIGNED.finditer(line):
            if "://" not in match.group() and _UNPRINTED.search(match.group()):
                yield Doubt(
                    number,
                    match.start(),
                    match.group(),
                    _signed(match.group()),
                    "Ein Name mit Unterstrichen; er könnte beschädigt sein.",
                )


def _signed(name: str) -> str:
    name = re.sub(r"(?<=SGB)[-_]?[I1l|]{2,3}", lambda numeral: "I" * len(numeral.group()), name)
    return re.sub(r"(?<![a-z])([AOU])(?=nder|ber)", lambda sign: "ÄÖÜ"["AOU".index(sign.group())], name)
