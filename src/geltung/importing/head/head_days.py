"""The days of the header: Gültig ab and Gültig bis, days that are damaged, missing or contradict."""

import re
from dataclasses import replace
from typing import Final

from geltung.importing.found import Value
from geltung.importing.head import labels
from geltung.importing.head.header import FieldText, HeaderText
from geltung.importing.review_file import CERTAIN, OPEN
from geltung.importing.text import Seen, seen_days
from geltung.model.dates import german, parse_iso
from geltung.parse.wording import find_dates

DAMAGED: Final = (
    "Der Text stammt aus einer Texterkennung, und der Wert steht nur einmal da: bitte mit dem Original vergleichen."
)
_WITHOUT_END: Final = (
    (re.compile(r"\bunbegrenzt|\bunhegrenzt|\bunbegr", re.IGNORECASE), "unbegrenzt", True),
    (re.compile(r"\b(?:bis\s+)?auf\s+weiteres\b", re.IGNORECASE), "bis auf Weiteres", True),
    (re.compile(r"\bb\.\s?a\.\s?w\b", re.IGNORECASE), "bis auf Weiteres", True),
    (re.compile(r"\bfortlaufend", re.IGNORECASE), "fortlaufend", True),
    (re.compile(r"\bunbefristet|\bohne\s+befristung|\bohne\s+zeitliche", re.IGNORECASE), "unbegrenzt", False),
)
_CONDITION = re.compile(
    r"\b(?:frühestens|spätestens|vorbehaltlich|sofern|wenn|mit\s+Freigabe|voraussichtlich|jedoch|bzw|beziehungsweise|oder|"
    r"Abschluss|Inkrafttreten|Aufhebung|Ersetzung|Neuregelung|solange)\b"
)
_UNTIL = re.compile(r"\s*[,;]?\s*(?:\bbis\b(?:\s+(?:zum|einschl\w*))?|(?<=\d)\s*[–—-]\s*(?=\d))\s*", re.IGNORECASE)


def not_before(valid_until: Value, first: str | None) -> Value:
    """The last day with a question if it lies before the first."""
    if parse_iso(valid_until.value or "") is None or first is None or (valid_until.value or "") >= first:
        return valid_until
    return valid_until.doubted(f"Gültig bis liegt vor Gültig ab ({said(first)}): Welcher Tag stimmt?", OPEN)


def validity(header: HeaderText) -> tuple[Value, Value]:
    """Gültig ab and Gültig bis, also from one field that states both."""
    start, end = header.of(labels.VALID_FROM), header.of(labels.VALID_UNTIL)
    both = header.of(labels.VALIDITY)
    if both and start and not end:
        end = (replace(both[0], field=labels.VALID_UNTIL),)
    if both and not start:
        start = (replace(both[0], field=labels.VALID_FROM),)
    first = start[0] if start else None
    last = end[0] if end else None
    if first is not None and last is None:
        parts = _UNTIL.split(first.text, maxsplit=1)
        if len(parts) == 2 or _ending(first.text)[0]:
            tail = parts[1] if len(parts) == 2 else _behind_day(first.text)
            last = replace(first, lines=tuple(line.with_text(f"bis {tail}") for line in first.lines[:1]))
            first = replace(first, lines=tuple(line.with_text(parts[0]) for line in first.lines[:1]))
    valid_from = day_of("valid_from", first) if first else missing("valid_from", "Gültig ab")
    return valid_from, _until(last) if last else missing("valid_until", "Gültig bis")


def _behind_day(text: str) -> str:
    """What follows the first day of a text; all of it if it names none."""
    seen = seen_days(text)
    return text[seen[0].end :] if seen else text


def _until(field: FieldText) -> Value:
    words, exact = _ending(field.text)
    if words is None:
        return day_of("valid_until", field)
    value = Value("valid_until", words, CERTAIN, field.lines)
    if seen_days(field.text):
        return value.doubted("Gültig bis nennt Worte ohne Ende und einen Tag.", OPEN, (seen_days(field.text)[0].value,))
    return value if exact else value.doubted(f"„{field.text}“ ist als „{words}“ gelesen.")


def _ending(text: str) -> tuple[str | None, bool]:
    for pattern, words, exact in _WITHOUT_END:
        if pattern.search(text):
            return words, exact
    return None, False


def day_of(about: str, field: FieldText) -> Value:
    """The one day that a field names; several or none are a question."""
    seen = list(seen_days(field.text))
    named = [phrase for phrase in find_dates(field.text) if phrase.date and not phrase.written[:1].isalpha()]
    for phrase in named:
        if phrase.date and phrase.date.isoformat() not in {item.value for item in seen}:
            start = phrase.end - len(phrase.written)
            seen.append(Seen(phrase.date.isoformat(), phrase.written, start, phrase.end, True))
    if not seen:
        quoted = f"„{field.text}“" if field.text else "nichts"
        question = f"Hier muss ein Tag stehen; da steht {quoted}. Bitte aus dem Original ergänzen."
        return Value(about, None, OPEN, field.lines, question)
    value = Value(about, seen[0].value, CERTAIN, field.lines)
    if len({item.value for item in seen}) > 1:
        return value.doubted("Hier stehen mehrere Tage.", OPEN, tuple(item.value for item in seen[1:]))
    if _CONDITION.search(field.text):
        return value.doubted(f"„{field.text}“ nennt eine Bedingung; gelesen ist nur der Tag.")
    if not seen[0].clean:
        return value.doubted(f"Der Tag ist beschädigt gelesen: „{seen[0].written}“.")
    return value if field.label.exact else replace(value, confidence=CERTAIN)


def checked_day(value: Value, damaged: bool, text: str) -> Value:
    """In a damaged text a day is certain only where it stands twice."""
    day = parse_iso(value.value or "")
    if not damaged or day is None or value.confidence != CERTAIN:
        return value
    return value if text.count(german(day)) >= 2 else value.doubted(DAMAGED)


def missing(about: str, name: str) -> Value:
    """The open value of a field that the source does not state; ``name`` is its German name."""
    return Value(about, None, OPEN, (), f"{name} ist im Original nicht gefunden. Bitte aus dem Original ergänzen.")


def said(iso: str) -> str:
    """An ISO day as German texts write it; other words as they are."""
    day = parse_iso(iso)
    return german(day) if day else iso
