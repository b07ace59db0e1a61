"""How many wrong words of a damaged text a repair mends, and how many right ones it spoils."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from geltung.importing.repair import APPLIED, propose

DIRECTIVES = Path(__file__).parents[3] / "directives"
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_ATTRIBUTES = re.compile(r"\{:.*?\}|\]\([^)]*\)|\[|==|^#+ ", re.M)


@dataclass(frozen=True)
class Measured:
    """Counts of words, and the words themselves where something went wrong: (read, now, printed)."""

    words: int
    wrong: int
    mended: int
    missed: list[tuple[str, str, str]]
    spoilt: list[tuple[str, str]]


def core(word: str) -> str:
    """A word without the signs around it."""
    return _EDGES.sub("", word)


def transcription(name: str) -> list[str]:
    """The words of a finished directive in the order of the source."""
    head, body = (DIRECTIVES / f"{name}.md").read_text(encoding="utf-8").split("\n---\n", 1)
    fields = yaml.safe_load(head.removeprefix("---\n"))
    parts = [
        f"Weisung {fields['id']} vom {fields['issued']:%d.%m.%Y} – {fields['title']}",
        f"Laufende Nummer: {fields['id']} Geschäftszeichen: {fields['file_references']}",
        f"Gültig ab: {fields['valid_from']:%d.%m.%Y} Gültig bis: unbegrenzt",
        *(f"{area}: {force}" for area, force in fields["scope"].items()),
        "Bezug:",
        *(reference["text"] for reference in fields["references"]),
        "Aufhebung von Regelungen:",
        _ATTRIBUTES.sub("", body),
    ]
    return [core(word) for word in " ".join(parts).split() if core(word)]


def source(name: str) -> list[str]:
    """The lines of a source, without the collected addresses."""
    lines = (DIRECTIVES / "sources" / f"{name}.ocr.txt").read_text(encoding="utf-8").splitlines()
    return ["" if line.strip().startswith("http") else line for line in lines]


def vocabulary(*without: str) -> set[str]:
    """The words of the collection, without these directives."""
    found: set[str] = set()
    for path in DIRECTIVES.glob("*.md"):
        if path.stem not in without:
            found |= set(re.findall(r"[^\W\d_]+", path.read_text(encoding="utf-8")))
    return found


def measure(lines: Sequence[str], printed: Sequence[str], words: set[str]) -> Measured:
    """Repair the lines and compare word by word; words divided by a hyphen at a line end are compared as they stand."""
    read = [
        (core(m.group()), n, m.start(), m.group()) for n, line in enumerate(lines, 1) for m in re.finditer(r"\S+", line)
    ]
    read = [item for item in read if item[0]]
    wrong, right = _aligned([item[0] for item in read], list(printed))
    repairs = [repair for repair in propose(lines, words) if repair.confidence >= APPLIED]
    missed: list[tuple[str, str, str]] = []
    spoilt: list[tuple[str, str]] = []
    for index, (word, line, column, raw) in enumerate(read):
        new = raw
        for repair in reversed(
            [one for one in repairs if one.line == line and column <= one.column < column + len(raw)]
        ):
            at = repair.column - column
            new = new[:at] + repair.proposed + new[at + len(repair.original) :]
        if index in wrong and core(new) != wrong[index]:
            missed.append((raw, new, wrong[index]))
        elif index in right and core(new) != word:
            spoilt.append((raw, new))
    return Measured(len(read), len(wrong), len(wrong) - len(missed), missed, spoilt)


def _aligned(read: list[str], printed: list[str]) -> tuple[dict[int, str], set[int]]:
    """Index of each wrong word → what was printed; indexes of the right words. Divided words are neither."""
    wrong: dict[int, str] = {}
    right: set[int] = set()
    for kind, start, end, first, last in difflib.SequenceMatcher(None, read, printed, autojunk=False).get_opcodes():
        if kind == "equal":
            right.update(range(start, end))
        for offset in range(min(end - start, last - first) if kind == "replace" else 0):
            word, other = read[start + offset], printed[first + offset]
            if not other.startswith(f"{word}-"):
                wrong[start + offset] = other
    return wrong, right
