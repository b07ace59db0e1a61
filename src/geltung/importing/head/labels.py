"""Labels of the header block: where "Gültig ab", "Bezug" and the like stand, however they are spelt or misread."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from geltung.importing.text import distance, folded

NUMBER: Final = "number"
ISSUED: Final = "issued"
TITLE: Final = "title"
FILE_REFERENCES: Final = "file_references"
VALID_FROM: Final = "valid_from"
VALID_UNTIL: Final = "valid_until"
VALIDITY: Final = "validity"
SCOPE: Final = "scope"
REFERENCES: Final = "references"
REPEALS: Final = "repeals"
ABSTRACT: Final = "abstract"
ANNEXES: Final = "annexes"
OTHER: Final = "other"

_SPELLINGS: Final[dict[str, tuple[str, ...]]] = {
    NUMBER: (
        "Laufende Nummer",
        "Laufende Nr",
        "Lfd Nr",
        "Lfd Nummer",
        "Weisungsnummer",
        "Nummer",
        "Nummer der Weisung",
    ),
    ISSUED: ("Datum", "Erlassdatum", "Erlassen am", "Ausgabedatum", "Datum der Weisung", "Vom", "Veröffentlicht am"),
    TITLE: ("Titel", "Betreff", "Thema", "Bezeichnung"),
    FILE_REFERENCES: ("Geschäftszeichen", "GZ", "Gz", "Aktenzeichen", "Az", "Gesch Z", "Unser Zeichen", "Mein Zeichen"),
    VALID_FROM: (
        "Gültig ab",
        "Gültig ab dem",
        "Gültigkeit ab",
        "Gültigkeit von",
        "Gültig von",
        "Gültig vom",
        "Gültig seit",
        "Geltung ab",
        "Gilt ab",
        "In Kraft ab",
        "In Kraft seit",
        "Inkrafttreten",
        "Geltungsbeginn",
        "Gültigkeitsbeginn",
        "Beginn der Gültigkeit",
        "Wirksam ab",
    ),
    VALID_UNTIL: (
        "Gültig bis",
        "Gültig bis zum",
        "Gültigkeit bis",
        "Geltung bis",
        "Gilt bis",
        "Befristet bis",
        "Befristung bis",
        "Befristung",
        "Außerkrafttreten",
        "Geltungsende",
        "Gültigkeitsende",
        "Ende der Gültigkeit",
    ),
    VALIDITY: (
        "Gültigkeit",
        "Geltungsdauer",
        "Gültigkeitsdauer",
        "Geltungszeitraum",
        "Gültigkeitszeitraum",
        "Laufzeit",
    ),
    REFERENCES: ("Bezug", "Bezüge", "Bezugsweisung", "Bezugsweisungen", "Bezug Weisungen", "Bezugnahme"),
    REPEALS: (
        "Aufhebung von Regelungen",
        "Aufhebung von Weisungen",
        "Aufhebung von Regelung",
        "Aufhebung bisheriger Regelungen",
        "Aufhebung",
        "Aufhebungen",
        "Aufgehobene Regelungen",
        "Aufgehobene Weisungen",
        "Änderung von Regelungen",
        "Aufhebung Änderung von Regelungen",
        "Aufhebung und Änderung von Regelungen",
        "Aufhebung oder Änderung von Regelungen",
    ),
    ABSTRACT: ("Zusammenfassung", "Kurzfassung", "Kurzinformation", "Inhalt", "Kurzbeschreibung"),
    ANNEXES: ("Anlage", "Anlagen"),
    OTHER: (
        "Rechtskreis",
        "Rechtskreise",
        "Verteiler",
        "Ansprechpartner",
        "Zielgruppe",
        "Verbindlichkeit",
        "Adressaten",
    ),
}
_LABELS: Final = tuple(
    (name, folded(spelling), len(folded(spelling).split()))
    for name, spellings in _SPELLINGS.items()
    for spelling in spellings
)
_SCOPE_LABEL = re.compile(
    r"(?:Rechtskreis\s+)?(?P<area>S[GC6]B\s*[IVil1|!\]\[t/\\]{1,5}|Famil[il1]enkasse[n]?|"
    r"FamKa)\s*(?P<mark>\s?[:;=|]|\s?[–—-]+\s?|(?=\s))",
    re.IGNORECASE,
)
_CITES_LAW = re.compile(
    r"(?:§+|\bArt\.?|\bAbs\.?|\bSatz)\s*\d+\w?(?:\s+(?:ff?\.|Abs\.|Satz|Nr\.|und|,|bis|\d+\w?))*\s*\Z"
)
_WORD = re.compile(r"[^\W_]+(?:[.-][^\W_]+)*\.?|[^\W_]+")
_MOST_WORDS: Final = 6
_FORCE_AHEAD = re.compile(
    r"\s*[„\"]?(?:w?eisung|empfehlung|information|info\b|n[il1]cht\s+be|entf[aä]llt|keine\b)", re.IGNORECASE
)

_OTHER_FORCE = re.compile(r"\s*(?:[-–—./]+|[a-zäöüß]{1,15}(?: [a-zäöüß]{1,15})?)?\s*\Z")
"""What else may stand alone on a scope line: a dash, or a word or two that are no force, such as "betroffen"."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label in a line: its field, where it begins, where its value begins, and whether it reads exactly so."""

    field: str
    start: int
    end: int
    words: str
    exact: bool


def find_labels(text: str) -> tuple[Label, ...]:
    """The labels of a header line, in their order; a label inside the line must have its colon."""
    found: list[Label] = []
    for label in sorted((*_scope_labels(text), *_word_labels(text)), key=lambda label: (label.start, -label.end)):
        if not found or label.start >= found[-1].end:
            found.append(label)
    return tuple(found)


def _scope_labels(text: str) -> Iterator[Label]:
    for match in _SCOPE_LABEL.finditer(text):
        if _CITES_LAW.search(text[: match.start()]):
            continue
        begins = not text[: match.start()].strip(" |;,•*-–") or text[: match.start()].endswith(
            ("  ", "| ", "; ", ", ", " ")
        )
        whole = match.start() == 0 and match["mark"].strip() in (":", "=") and _OTHER_FORCE.match(text, match.end())
        if begins and (whole or _FORCE_AHEAD.match(text, match.end())):
            yield Label(SCOPE, match.start(), match.end(), match["area"], True)


def _word_labels(text: str) -> Iterator[Label]:
    words = list(_WORD.finditer(text))
    for index, word in enumerate(words):
        before = text[: word.start()].rstrip()
        starts = not before.strip("•*|-–—§> ") or text[: word.start()].endswith(("  ", "| ", "; "))
        if found := _label_at(text, words, index, starts):
            yield found


def _label_at(text: str, words: list[re.Match[str]], index: int, starts: bool) -> Label | None:
    """The label that begins with a word: of those that are near enough the nearest, then the longest."""
    if not words[index][0][0].isupper() and not starts:
        return None
    best: tuple[int, int, Label] | None = None
    for count in range(min(_MOST_WORDS, len(words) - index), 0, -1):
        end = words[index + count - 1].end()
        colon = re.match(r"\s*(?:\([^()]{0,40}\)\s*)?(?:[:;](?!\S*//)|\|)", text[end:])
        if not colon and not starts:
            continue
        written = _mended(folded(text[words[index].start() : end]))
        for name, spelling, length in _labels_near(len(written), written.count(" ")):
            apart = _apart(written, spelling, length == count, bool(colon))
            if apart is None or (not colon and not _stands_alone(text, end, name, apart)):
                continue
            stop = end + (colon.end() if colon else 0)
            label = Label(name, words[index].start(), stop, text[words[index].start() : end], apart == 0)
            if best is None or (apart, -count) < best[:2]:
                best = (apart, -count, label)
    return best[2] if best else None


@lru_cache(maxsize=4096)
def _labels_near(length: int, blanks: int) -> tuple[tuple[str, str, int], ...]:
    """The labels that words of a length can mean: a few letters or all blanks may be the difference, and no more."""
    return tuple(
        label
        for label in _LABELS
        if abs(length - len(label[1])) <= max(1, len(label[1]) // 6, blanks, label[1].count(" "))
    )


def _apart(written: str, spelling: str, same_length: bool, colon: bool) -> int | None:
    """How far the words are from a label; None if too far. Short labels must read exactly so."""
    if written == spelling:
        return 0
    if written.replace(" ", "") == spelling.replace(" ", ""):
        return 1 if colon or len(spelling) > 10 else None
    if len(spelling) < 5 or not same_length or written.split()[-1][:2] != spelling.split()[-1][:2]:
        return None if len(spelling) < 9 or not same_length else _few(written, spelling)
    return _few(written, spelling)


def _few(written: str, spelling: str) -> int | None:
    if {"ab", "bis", "von", "seit"} & set(spelling.split()[1:2]) and written.split()[1:2] != spelling.split()[1:2]:
        return None
    most = max(1, len(spelling) // 6)
    apart = distance(written, spelling, most)
    return apart if apart <= most else None


def _stands_alone(text: str, end: int, name: str, apart: int) -> bool:
    """Whether a label without colon can be one: alone on its line, or before what is clearly its value."""
    rest = text[end:].strip()
    if not rest and text[:end].endswith(".") and name not in (FILE_REFERENCES, NUMBER):
        return False  # the last word of a sentence
    if not rest:
        return apart == 0 and name in (
            REFERENCES,
            REPEALS,
            ABSTRACT,
            VALIDITY,
            VALID_FROM,
            VALID_UNTIL,
            FILE_REFERENCES,
            NUMBER,
        )
    if name in (VALID_FROM, VALID_UNTIL, VALIDITY, ISSUED):
        return bool(
            re.match(
                r"(?:zum\s+|dem\s+)?[0-9OIl]{1,2}[.,]|unb|bis auf|auf w|fortl|ab\s+[0-9]|sofort", rest, re.IGNORECASE
            )
        )
    if name == NUMBER:
        return bool(re.match(r"[0-9OIlSBZ]{9}\b", rest))
    if name == FILE_REFERENCES and re.match(r"(?=[^.;:!?]*\d)[A-Z][\w/.-]*(?:\s+[–—/-]?\s*[\w/.-]+)*\Z", rest):
        return apart <= 1
    return text[end:].startswith("  ") and name in (FILE_REFERENCES, TITLE, REFERENCES, REPEALS)


def _mended(words: str) -> str:
    """Folded words with the readings of ü and ä that keep no likeness put right ("giiltig", "geschiaftszeichen")."""
    words = re.sub(r"\bg[iuoltf]{3,7}g(?= ab\b| bis\b| von\b| vom\b| seit\b|\Z)", "gultig", words)
    return words.replace("ii", "u").replace("iia", "a").replace("schiaft", "schaft").replace("gtil", "gul")
