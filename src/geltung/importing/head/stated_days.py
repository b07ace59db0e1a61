"""What the text says of the directive's own days ("Diese Weisung tritt am 31.12.2027 außer Kraft"), and its header."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from geltung.checks.change_words import ACT
from geltung.importing.acts import find_acts
from geltung.importing.body import Node
from geltung.importing.found import Value
from geltung.importing.head.head_values import Head
from geltung.importing.review_file import OPEN
from geltung.importing.sentences import split_sentences
from geltung.importing.text import shortened
from geltung.model.dates import german, parse_iso
from geltung.parse.wording import find_dates

_OWN: Final = re.compile(rf"\b(?:Diese|Dieser|Die\s+vorliegende|Vorliegende)\s+{ACT}\b|\bSie\s+(?=tritt|gilt|ist\b)")
_SAYS: Final = re.compile(
    r"(?P<until>\bau(?:ß|ss|B|R|fs)er\s*Kraft\b|\b(?:befristet|begrenzt)\b|\bverliert\b|\bendet\b|\bläuft\b)|"
    r"(?P<start>\bin\s*Kraft\b(?!\s+getreten))",
    re.IGNORECASE,
)
_VALID: Final = re.compile(r"\b(?:gilt|gültig|befristet|Gültigkeit|Geltung)\b", re.IGNORECASE)
_CONTRADICTS: Final = "Im Text steht „{}“, im Kopf {} {}: Welcher Tag gilt?"
_NAMES: Final = {"valid_from": "Gültig ab", "valid_until": "Gültig bis"}


def with_stated_days(head: Head, nodes: Sequence[Node]) -> Head:
    """The header; a day that the text states otherwise makes its field a question that quotes the sentence."""
    stated = list(_stated(nodes))
    return replace(head, values=tuple(_compared(value, stated) for value in head.values))


def _stated(nodes: Sequence[Node]) -> Iterator[tuple[str, date, str]]:
    """Field, day and sentence of each statement on the directive's own validity."""
    own = False
    for node in nodes:
        if node.task is not None or node.kind not in ("paragraph", "item", "numbered"):
            continue
        for sentence in split_sentences(node.text):
            match = _OWN.search(sentence)
            own = bool(match) and (own or not match[0].startswith("Sie")) if match else False
            if own and not find_acts(sentence):
                yield from ((field, day, sentence) for field, day in _days(sentence))


def _days(sentence: str) -> Iterator[tuple[str, date]]:
    """The days that a sentence on the directive itself sets, each with its field."""
    for phrase in find_dates(sentence):
        if phrase.date is None:
            continue
        behind = _SAYS.search(sentence, phrase.end)
        lead = phrase.lead.lower().split()
        if behind is not None and not (behind["start"] and "bis" in lead):
            yield ("valid_until" if behind["until"] else "valid_from"), phrase.date
        elif _VALID.search(sentence[: phrase.offset]) and ("bis" in lead or "ablauf" in lead):
            yield "valid_until", phrase.date
        elif _VALID.search(sentence[: phrase.offset]) and "ab" in lead:
            yield "valid_from", phrase.date


def _compared(value: Value, stated: Sequence[tuple[str, date, str]]) -> Value:
    for field, day, sentence in stated:
        if field != value.about or _agrees(value, day):
            continue
        header = german(parsed) if (parsed := parse_iso(value.value or "")) else value.value or "fehlt der Tag"
        question = _CONTRADICTS.format(shortened(sentence), _NAMES[field], header)
        return value.doubted(question, OPEN, (day.isoformat(),))
    return value


def _agrees(value: Value, day: date) -> bool:
    """Whether a stated day is the header's; what ends on a day may have been valid until the day before."""
    header = parse_iso(value.value or "")
    return header == day or (value.about == "valid_until" and header == day - timedelta(days=1))
