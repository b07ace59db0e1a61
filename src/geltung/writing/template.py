"""A new directive file: its head from the fields given, and the usual chapters to be filled."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from geltung.checks.headers import validity_order
from geltung.corpus.corpus import Corpus
from geltung.model.dates import parse_day
from geltung.model.diagnostics import ERROR
from geltung.model.terms import AREAS, FORCES, OPEN_ENDED, UMLAUTS_SPELT_OUT
from geltung.parse.directive import parse_text
from geltung.writing.layout import format_text

SCHEMA: Final = "../src/geltung/schemas/directive.schema.json"
CHAPTERS: Final = (
    "1. Ausgangssituation",
    "2. Auftrag und Ziel",
    "3. Einzelaufträge",
    "4. Info",
    "5. Haushalt",
    "6. Beteiligung",
)
_NUMBER: Final = re.compile(r"[0-9]{4}(?:0[1-9]|1[0-2])[0-9]{3}\Z")
_NAME: Final = re.compile(r"[^\W_](?:[^\x00-\x1f\\]*[^\s/\\])?\Z")
_ODD: Final = re.compile(r"[^0-9A-Za-z]+")


class Unfit(Exception):
    """A value that a field cannot have; the message is a German sentence that says what it must be."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A header field as it is asked for. ``read`` makes the value of what was typed and raises Unfit."""

    name: str
    question: str
    read: Callable[[str], str]
    required: bool = True


def _text(typed: str) -> str:
    return " ".join(typed.split())


def _id(typed: str) -> str:
    value = _text(typed)
    if value.isdecimal() and not _NUMBER.match(value):
        raise Unfit(f"Die Nummer hat neun Ziffern, Jahr, Monat und laufende Nummer, wie 202509011; da steht „{value}“")
    if "#" in value:
        raise Unfit("Die Nummer darf kein „#“ enthalten")
    if not _NAME.match(value) or ".." in value:
        raise Unfit(
            f"Die Nummer muss mit einem Buchstaben oder einer Ziffer beginnen und ist kein Pfad; da steht „{value}“"
        )
    return value


def _day(typed: str) -> str:
    day = parse_day(typed)
    if day is None:
        raise Unfit(f"„{typed}“ ist kein Tag; möglich sind Angaben wie 01.09.2025 oder 2025-09-01")
    return day.isoformat()


def _ending(typed: str) -> str:
    words = {word.casefold(): word for word in OPEN_ENDED}
    return words.get(typed.casefold()) or _day(typed)


def _force(typed: str) -> str:
    found = next((force for force in FORCES if force.casefold() == typed.casefold()), None)
    if found is None:
        raise Unfit(f"„{typed}“ ist keine Angabe für einen Rechtskreis; möglich sind {', '.join(FORCES)}")
    return found


FIELDS: Final = (
    Asked("id", "Laufende Nummer", _id),
    Asked("title", "Titel (ohne „Weisung … vom … –“)", _text),
    Asked("issued", "Erlassen am („vom“)", _day),
    Asked("file_references", "Geschäftszeichen (leer, wenn keines dasteht)", _text, required=False),
    Asked("valid_from", "Gültig ab", _day),
    Asked("valid_until", f"Gültig bis (ein Tag oder „{OPEN_ENDED[0]}“)", _ending),
    *(
        Asked(area, f"{area} ({', '.join(FORCES)}; leer, wenn nichts dasteht)", _force, required=False)
        for area in AREAS
    ),
)
"""The fields of a head in the order in which they are asked for; scope lines go by the name of their area.

Nothing has a default: an area whose line is missing is unknown, which is not the same as "nicht betroffen".
"""


def file_name(id_: str) -> str:
    """The file of a directive: its number, or its own name without what file names cannot hold."""
    return f"{_ODD.sub('-', id_.translate(UMLAUTS_SPELT_OUT)).strip('-') or 'weisung'}.md"


def render(values: Mapping[str, str], source: tuple[str, str] | None, *, with_schema: bool) -> str:
    """The text of a new file, marked as a draft. ``source`` is the original's path and SHA-256.

    Raises Unfit if the values do not go together.
    """
    lines = [f"# yaml-language-server: $schema={SCHEMA}"] if with_schema else []
    lines += ["draft: true"]
    lines += [f"{name}: {_quoted(value)}" for name, value in values.items() if value and name not in AREAS]
    scope = [f"  {area}: {values[area]}" for area in AREAS if values[area]]
    lines += [*(["scope:", *scope] if scope else ["scope: {}"]), "changes: []"]
    if source is not None:
        lines += ["source:", f"  file: {_quoted(source[0])}", f"  sha256: {source[1]}"]
    body = "".join(f"## {chapter}\n\n" for chapter in CHAPTERS)
    name = file_name(values["id"])
    text = format_text("\n".join(["---", *lines, "---", "", body]), name)
    record, parsed = parse_text(text, name)
    found = [*parsed, *(validity_order(Corpus.build([record], ())) if record else ())]
    if wrong := [item for item in found if item.severity == ERROR]:
        raise Unfit(wrong[0].message)
    return text


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
