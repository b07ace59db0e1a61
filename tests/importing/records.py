"""Imports documents without files and compares the drafts with the expected records beside them."""

import hashlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from geltung.corpus.corpus import Corpus
from geltung.importing.drafting.draft import Draft, write_draft
from geltung.importing.drafting.points import review_of
from geltung.importing.recognise import Known, Recognised, recognise
from geltung.importing.review_file import CERTAIN, Review
from geltung.importing.source import Source, SourceLine
from geltung.importing.vocabulary import known_of
from geltung.model.records import Directive, TaskVersion
from geltung.parse.directive import parse_text
from geltung.questions.collection import load

DOCUMENTS = Path(__file__).parent / "documents"
COLLECTION = Path(__file__).parents[2] / "directives"
HEADER = ("id", "kind", "title", "issued", "file_references", "valid_from", "valid_until", "scope", "references")
DAYS = ("starts_on", "due_on", "ends_on", "recurrence", "deadline_words", "other_dates")


@cache
def corpus() -> Corpus:
    """The collection, for its units."""
    return load(COLLECTION).corpus()


@cache
def known() -> Known:
    """The collection without the two directives whose originals are imported here."""
    whole = corpus()
    kept = [record for id_, record in whole.records.items() if id_ not in ("202505010", "202509011")]
    return known_of(Corpus.build(kept, whole.registry.units.values()))


def source_of(text: str, name: str, *, damaged: bool) -> Source:
    lines = tuple(SourceLine(number, None, line) for number, line in enumerate(text.split("\n"), start=1))
    return Source(name, "text", hashlib.sha256(text.encode()).hexdigest(), lines, damaged)


@dataclass
class Outcome:
    """An import, read back by the parser."""

    found: Recognised
    draft: Draft
    review: Review
    record: Directive
    codes: list[str]
    problems: list[str] = field(default_factory=list)

    def certain(self, about: str) -> bool:
        """Whether everything the review list says about a thing is certain."""
        points = [point for point in self.review.points if about in point.about.split(", ")]
        return bool(points) and all(point.confidence == CERTAIN for point in points)


def imported(text: str, name: str, *, damaged: bool) -> Outcome:
    found = recognise(source_of(text, name, damaged=damaged), known())
    draft = write_draft(found, f"sources/{name}", with_schema=False)
    id_ = found.head.get("id") or "ohne"
    review = review_of(found, draft, f"{id_}.md", f"sources/{name}")
    record, diagnostics = parse_text(draft.text, f"{id_ if id_.isdigit() else 'entwurf'}.md")
    assert isinstance(record, Directive), [item.message for item in diagnostics]
    return Outcome(found, draft, review, record, [f"{item.code} {item.message}" for item in diagnostics])


def expected(name: str) -> dict[str, Any]:
    with (DOCUMENTS / f"{name}.yml").open(encoding="utf-8") as stream:
        return yaml.load(stream, Loader=yaml.SafeLoader)


def header_of(record: Directive) -> dict[str, Any]:
    header = record.header
    until = str(header.valid_until) if header.valid_until else record.valid_until_words
    return {
        "id": record.id,
        "kind": record.kind,
        "title": record.title,
        "issued": text(record.issued),
        "file_references": record.file_references,
        "valid_from": text(header.valid_from),
        "valid_until": until,
        "scope": list(header.scope),
        "references": [reference.id for reference in record.references],
    }


def text(value: object) -> str | None:
    return None if value is None else str(value)


ANY = "any"
"""In a record: several readings are right, and none needs to be tested."""


@dataclass(frozen=True)
class Either:
    """Values of a record that are equally right: ``{either: [2026-01-31, null]}``."""

    values: tuple[Any, ...]

    def __eq__(self, other: object) -> bool:
        return other in self.values

    __hash__ = None  # type: ignore[assignment]


def wanted_value(value: object) -> Any:
    """A value of a record as a text, or all that are right."""
    if isinstance(value, dict):
        return Either(tuple(text(item) if not isinstance(item, list) else item for item in value["either"]))
    return text(value)


def fits(found: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Whether a change is one that a record allows."""
    return all(value == ANY or value == found[name] for name, value in wanted.items())


def wanted_header(record: dict[str, Any]) -> dict[str, Any]:
    """The expected header: days as texts, a kind where none is stated."""
    values = {name: record.get(name) for name in HEADER}
    for name in ("issued", "valid_from", "valid_until", "id"):
        values[name] = text(values[name])
    return {**values, "kind": record.get("kind", "Weisung")}


def addressed(version: TaskVersion) -> list[str]:
    """Whom a task addresses, in short: "AA", "AA(EZ)", "AA@RD-BY", "?" for words that are no unit."""
    names = []
    for words in version.addressed:
        for item in corpus().registry.addressees(words):
            unit = item.unit or "?"
            parts = f"({','.join(item.parts)})" if item.parts else ""
            names.append(f"{unit}{parts}{f'@{item.district}' if item.district else ''}")
    return names


def days_of(version: TaskVersion) -> dict[str, Any]:
    return {
        "starts_on": text(version.starts_on),
        "due_on": text(version.due_on),
        "ends_on": text(version.ends_on),
        "recurrence": version.recurrence,
        "deadline_words": version.deadline_words,
        "other_dates": [str(day) for day in version.other_dates],
    }


def wanted_days(task: dict[str, Any]) -> dict[str, Any]:
    found = {name: wanted_value(task.get(name)) for name in DAYS}
    others = task.get("other_dates", [])
    return {**found, "other_dates": ANY if others == ANY else [str(day) for day in others]}


def changes_of(record: Directive) -> list[dict[str, Any]]:
    return [
        {
            "kind": change.kind,
            "target": change.target,
            "parts": list(change.parts),
            "effective": text(change.effective),
            "valid_until": text(change.valid_until) or ("offen" if change.open_ended else None),
        }
        for change in record.changes
    ]


def wanted_changes(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "kind": wanted_value(change["kind"]),
            "target": change["target"],
            "parts": change.get("parts", []),
            "effective": wanted_value(change.get("effective")),
            "valid_until": wanted_value(change.get("valid_until")),
        }
        for change in record.get("changes", [])
    ]
