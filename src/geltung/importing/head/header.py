"""The header block: its lines by field, the title above it, and where the abstract begins."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.head import labels
from geltung.importing.head.labels import Label, find_labels
from geltung.importing.source import INDENTED
from geltung.importing.text import GOES_ON, Line, alike, distance, folded, seen_ids

_FIRST_CHAPTER = re.compile(r"(?:[1lI|]\s?[.,)]?\s+)\D")
_KNOWN_FIRST: Final = ("ausgangssituation", "ausgangslage", "sachverhalt", "anlass", "einleitung", "hintergrund")
_MOST_LINES: Final = 250
_LONGEST_HEADING: Final = 90
_FEWEST_WORDS: Final = 3
_LISTS: Final = frozenset((labels.REFERENCES, labels.REPEALS, labels.ANNEXES))
_MULTI: Final = frozenset((labels.REFERENCES, labels.REPEALS, labels.ABSTRACT, labels.ANNEXES))
_SURE_FIELDS: Final = frozenset(
    (
        labels.NUMBER,
        labels.FILE_REFERENCES,
        labels.VALID_FROM,
        labels.VALID_UNTIL,
        labels.SCOPE,
        labels.REFERENCES,
        labels.REPEALS,
    )
)
"""Labels that no sentence of the abstract begins with."""
_WRAPS: Final = (labels.FILE_REFERENCES, labels.TITLE)
KIND_WORDS: Final = (
    "Weisung",
    "HEGA",
    "Handlungsempfehlung",
    "Geschäftsanweisung",
    "Verfahrensinformation",
    "Verfahrensanweisung",
    "Dienstanweisung",
    "Rundbrief",
    "Arbeitsanweisung",
    "Fachliche Weisung",
    "Fachliche Weisungen",
    "Interne Weisung",
    "Zentrale Weisung",
    "Anweisung",
    "Verfügung",
    "Runderlass",
)
_ANNOUNCES: Final = tuple(folded(word) for word in KIND_WORDS)


@dataclass(frozen=True, slots=True)
class FieldText:
    """A header field as it stands: the label, the value's lines (their text is the value only)."""

    field: str
    label: Label
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The value on one line."""
        return " ".join(line.text for line in self.lines if line.text)


@dataclass(frozen=True, slots=True)
class HeaderText:
    """The parts of a header block. ``tail`` is what follows the last label that takes several lines."""

    above: tuple[Line, ...]
    fields: tuple[FieldText, ...]
    body: tuple[Line, ...]

    def of(self, field: str) -> tuple[FieldText, ...]:
        """The fields of a name, in their order."""
        return tuple(item for item in self.fields if item.field == field)


def split_header(lines: Sequence[Line]) -> HeaderText:
    """Take the header block apart; what follows the first chapter's heading is the body."""
    end = _end_of_header(lines)
    lines = (*_title_first(lines[:end]), *lines[end:])
    above: list[Line] = []
    fields: list[tuple[str, Label, list[Line]]] = []
    for line in lines[:end]:
        text = _row_text(line)
        found = _not_mentioned(find_labels(text), text, {name for name, _, _ in fields}) if text else ()
        if found and fields and fields[-1][0] == labels.ABSTRACT and found[0].field not in _SURE_FIELDS:
            found = ()
        if found and not fields and found[0].field == labels.ISSUED and _goes_with(above, text):
            found = found[1:]
        if found and _in_sentence(line, found[0], fields):
            found = ()
        if not found:
            _continue(line, above, fields)
            continue
        if rest := text[: found[0].start].strip(" |;,•*-–"):
            _continue(line.with_text(rest), above, fields)
        stops = [*(label.start for label in found[1:]), len(text)]
        for label, stop in zip(found, stops, strict=True):
            value = text[label.end : stop].strip(" |;\t")
            fields.append((label.field, label, [line.with_text(value)] if value else []))
            if not value:
                fields[-1][2].append(line.with_text(""))
    closed = tuple(FieldText(name, label, tuple(held)) for name, label, held in fields)
    return HeaderText(tuple(above), closed, tuple(lines[end:]))


def _goes_with(above: Sequence[Line], text: str) -> bool:
    """Whether "vom 23.03.2026" belongs to the title above it, as below "Weisung 202603011"."""
    last = next((line.text for line in reversed(above) if line.text), "")
    last = re.sub(r"\s+SGB\s+II{1,2}\Z", "", last)
    numbered = any(seen.end == len(last) for seen in seen_ids(last)) or (_is_kind(last) and last[-1:].isdigit())
    return text.lower().startswith("vom ") and (numbered or folded(last) in _ANNOUNCES)


def _title_first(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with the title at the head: some tools read a header's table before the title above it.

    The title is a line "Weisung <number> …" with the number of the field Laufende Nummer, where none stands above.
    """
    labelled = [index for index, line in enumerate(lines) if line.text and find_labels(line.text)]
    numbers = {
        seen.value
        for index in labelled
        for seen in seen_ids(lines[index].text)
        if any(label.field == labels.NUMBER for label in find_labels(lines[index].text))
    }
    named = [index for index, line in enumerate(lines) if _names_itself(line.text, numbers)]
    if not labelled or not named or any(_is_kind(line.text) for line in lines[: labelled[0]]):
        return lines
    start = end = named[0]
    while end < len(lines) and lines[end].text and (end == start or end not in labelled):
        end += 1
    return (*lines[start:end], *lines[:start], *lines[end:])


def _names_itself(text: str, numbers: Collection[str]) -> bool:
    """Whether a line begins with the act's own number, one digit of which may be misread."""
    near = (distance(seen.value, number, 1) <= 1 for seen in seen_ids(text) for number in numbers)
    return _is_kind(text) and any(near)


def _is_kind(text: str) -> bool:
    return any(folded(text).startswith(f"{word} ") for word in _ANNOUNCES)


def _row_text(line: Line) -> str:
    """The text of a line; the cells of a table row apart, so that labels in later cells are found."""
    return "  ".join(cell.strip() for cell in line.cells) if len(line.cells) > 1 else line.text


def _continue(line: Line, above: list[Line], fields: list[tuple[str, Label, list[Line]]]) -> None:
    """Add a line without label to what stands open: the title, or the last field."""
    if not fields:
        above.append(line)
        return
    name, _, held = fields[-1]
    if name in _MULTI or _wraps(name, held, line):
        listed = line.style == INDENTED and name in _LISTS
        held.append(line.with_text(f"• {line.text}") if listed else line)
    elif line.text:  # text behind a short field: the abstract without a label, or a value below its label
        if not any(item.text for item in held):
            held.append(line)
        else:
            fields.append((labels.ABSTRACT, Label(labels.ABSTRACT, 0, 0, "", True), [line]))


def _not_mentioned(found: Sequence[Label], text: str, seen: Collection[str]) -> tuple[Label, ...]:
    """The labels of a line without those in brackets, and those behind other words that the header has had before."""
    return tuple(
        label
        for label in found
        if text.count("(", 0, label.start) <= text.count(")", 0, label.start)
        and not (label.field in seen and text[: label.start].strip(" |;,•*-–"))
    )


def _in_sentence(line: Line, label: Label, fields: list[tuple[str, Label, list[Line]]]) -> bool:
    """Whether what looks like a label goes on with the sentence above ("… verliert ihre" / "Gültigkeit zum …")."""
    if not fields or fields[-1][0] not in _MULTI or line.text[: label.start].strip():
        return False
    above = fields[-1][2][-1] if fields[-1][2] else None
    if label.field == labels.ISSUED and line.text.startswith("vom ") and above is not None and above.text:
        return True
    if above is None or above.number != line.number - 1 or len(above.text.split()) < _FEWEST_WORDS:
        return False
    return bool(GOES_ON.search(above.text) or re.search(r"\b(?:ihre[rn]?|seine[rn]?|deren|dessen)\Z", above.text))


def _wraps(name: str, held: list[Line], line: Line) -> bool:
    if name not in _WRAPS or not line.text or not held or held[-1].number != line.number - 1:
        return False
    return name == labels.TITLE or held[-1].text.endswith(("/", ",", "-", "–")) or bool(re.match(r"[\d/]", line.text))


def _end_of_header(lines: Sequence[Line]) -> int:
    """Index of the first chapter's heading; of the first line behind the labels if there is none."""
    seen_label = False
    for index, line in enumerate(lines[:_MOST_LINES]):
        seen_label = seen_label or bool(line.text and find_labels(line.text))
        if seen_label and is_first_chapter(line):
            return index
    for index, line in enumerate(lines[:_MOST_LINES]):
        if seen_label and (line.style or "").startswith("heading") and not find_labels(line.text):
            return index
        if re.match(r"[2-9]\s?\.\s+\S", line.text) and any(alike(folded(line.text[2:]), name) for name in _LATER):
            return index
    return min(len(lines), _MOST_LINES)


_LATER: Final = ("auftrag und ziel", "einzelauftrage", "einzelauftrag", "info", "haushalt", "beteiligung")


def is_first_chapter(line: Line) -> bool:
    """Whether a line is the heading of chapter 1."""
    text = line.text
    title = folded(re.sub(r"\A\s*[1lI|]?\s?[.,)]?\s+", "", f" {text}"))
    if any(alike(title, name) for name in _KNOWN_FIRST):
        return True
    if (line.style or "").startswith("heading") and _FIRST_CHAPTER.match(text):
        return True
    plain = len(text) <= _LONGEST_HEADING and not text.endswith((".", ",", ";", ":"))
    return plain and bool(re.match(r"1\s?\.\s+[A-ZÄÖÜ]", text)) and not _cites(title)


def _cites(title: str) -> bool:
    return bool(re.search(r"\b\d{9}\b", title)) or any(title.startswith(word) for word in _ANNOUNCES)
