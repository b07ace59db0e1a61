"""Entries of Aufhebung of which some words would stand nowhere in the draft, so that the wording keeps them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.body import Node
from geltung.importing.changes.change_days import ChangeFound
from geltung.importing.head.references import Cited, Entry, is_nothing
from geltung.model.dates import german, parse_iso

_WORD: Final = re.compile(r"\d[\d.]*\d|\w+")
_POINTER: Final = re.compile(r"\W*(?:siehe|s\.|vgl\.)\s", re.IGNORECASE)
_NAMING: Final = frozenset(("die", "der", "das", "den", "und", "sowie", "weisung", "weisungen", "nr", "von", "vom"))
"""Words that name a directive beside its number, which the change has."""


def unsaid(
    entries: Sequence[Entry], changes: Sequence[ChangeFound], references: Sequence[Cited], nodes: Sequence[Node]
) -> tuple[Entry, ...]:
    """The entries with a word that no change, reference or text has. A bare "keine" has nothing to say."""
    said = {word for text in _texts(changes, references, nodes) for word in _words(text)} | _NAMING
    return tuple(_labelled(entry) for entry in entries if entry.lines and not said >= _needed(entry))


def _needed(entry: Entry) -> set[str]:
    words = set(_words(entry.text))
    return set() if is_nothing(entry) and len(words) == 1 else words


def _labelled(entry: Entry) -> Entry:
    """The entry as a paragraph; what points elsewhere or says why there is nothing needs the label before it."""
    plain = not (is_nothing(entry) or _POINTER.match(entry.text))
    return entry if plain else replace(entry, text=f"Aufhebung von Regelungen: {entry.text}")


def _words(text: str) -> Iterator[str]:
    return (word.lower() for word in _WORD.findall(text))


def _texts(changes: Sequence[ChangeFound], references: Sequence[Cited], nodes: Sequence[Node]) -> Iterator[str]:
    for change in changes:
        yield from (change.target, change.words or "", *change.parts, change.valid_until or "")
        days = (change.effective, parse_iso(change.valid_until or ""))
        yield from (german(day) for day in days if day)
    for cited in references:
        yield from (cited.id, cited.text)
    for node in nodes:
        yield from (node.text, *(text for row in node.rows for text in row))
