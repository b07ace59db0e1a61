"""Front matter → the header of a record: checked against fields.py, then taken as far as it has the right form."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from geltung.markdown.frontmatter import ALIAS, DUPLICATE, Mapping, Node, Problem, Scalar
from geltung.model.dates import german
from geltung.model.records import Annex, HeaderVersion, Origin, Reference, SourceNote
from geltung.model.terms import AREAS, FORCES, OPEN_ENDED
from geltung.parse.fields import DIRECTIVE, REFERENCE_RECORD
from geltung.parse.report import Report
from geltung.parse.shapes import Checker
from geltung.parse.values import choice, day, items, mapping, records, text

DEFAULT_KIND: Final = "Weisung"
UNCERTAIN: Final = "uncertain"
SLIP: Final = "slip"

Scope = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Header:
    """Everything that the front matter says of a directive, but the changes it makes."""

    versions: tuple[HeaderVersion, ...]
    valid_until_words: str | None
    references: tuple[Reference, ...]
    annexes: tuple[Annex, ...]
    origin: Origin | None
    notes: tuple[SourceNote, ...]


def report_yaml(problems: tuple[Problem, ...], report: Report, what: str = "Der Kopf") -> None:
    """Report what the YAML reader could not take."""
    for problem in problems:
        if problem.kind == ALIAS:
            message = f"Anker und Aliasse sind nicht erlaubt. {problem.message}. Vorschlag: den Wert ausschreiben."
            report.add(problem.line, "F010", message)
        elif problem.kind == DUPLICATE:
            report.add(problem.line, "F011", f"{problem.message}; nur der erste zählt.")
        else:
            report.add(problem.line, "F009", f"{what} muss gültiges YAML sein. {problem.message}.")


def is_reference(head: Mapping) -> bool:
    """Whether the file is a reference record. A misspelt ``record`` doesn't turn a whole directive into one."""
    stated = text(head.get("record"))
    return stated is not None and (stated == "reference" or "valid_from" not in head.entries)


def check_head(head: Mapping, report: Report) -> None:
    """Report every field that is missing, unknown or malformed."""
    Checker(report).check(head, REFERENCE_RECORD if is_reference(head) else DIRECTIVE, "")


def read_header(head: Mapping, report: Report) -> Header:
    """The header of a directive; what is missing or malformed is None."""
    source = mapping(head.get("source"))
    ending = head.get("valid_until")
    return Header(
        _versions(head, report),
        choice(ending, OPEN_ENDED),
        _references(head),
        _annexes(head),
        _origin(head, source),
        (*_uncertain_fields(head, source), *_slips(source)),
    )


def _versions(head: Mapping, report: Report) -> tuple[HeaderVersion, ...]:
    """All header versions, the current one last; an earlier one differs from the next only in what it states."""
    current = HeaderVersion(
        text(head.get("title")) or "",
        day(head.get("valid_from")),
        day(head.get("valid_until")),
        _scope(head.get("scope"), (None, None, None)),
    )
    entries: dict[date, Mapping] = {}
    for entry in records(head.get("earlier")):
        until = day(entry.get("until"))
        if until is None:
            continue
        if until in entries:
            report.add(
                entry.line,
                "H002",
                f"Unter „earlier“ muss jedes until einmal stehen; der {german(until)} steht schon in Zeile "
                f"{entries[until].line}.",
            )
        else:
            entries[until] = entry
    versions = [current]
    for until in sorted(entries, reverse=True):
        versions.append(_earlier(entries[until], until, versions[-1]))
    return tuple(reversed(versions))


def _earlier(entry: Mapping, until: date, later: HeaderVersion) -> HeaderVersion:
    ending = entry.get("valid_until")
    stated = choice(ending, OPEN_ENDED) is not None
    return replace(
        later,
        title=text(entry.get("title")) or later.title,
        valid_from=day(entry.get("valid_from")) or later.valid_from,
        valid_until=None if stated else day(ending) or later.valid_until,
        scope=_scope(entry.get("scope"), later.scope),
        until=until,
        line=entry.line,
    )


def _scope(node: Node | None, default: Scope) -> Scope:
    lines = mapping(node)
    first, second, third = (
        choice(lines.get(area), FORCES) or value for area, value in zip(AREAS, default, strict=True)
    )
    return first, second, third


def _references(head: Mapping) -> tuple[Reference, ...]:
    found: list[Reference] = []
    for entry in items(head.get("references")):
        id_ = text(entry.get("id")) if isinstance(entry, Mapping) else text(entry)
        if id_ is not None:
            words = text(entry.get("text")) if isinstance(entry, Mapping) else None
            found.append(Reference(id_, entry.line, words))
    return tuple(found)


def _annexes(head: Mapping) -> tuple[Annex, ...]:
    return tuple(
        Annex(text(entry.get("title")) or "", text(entry.get("file")), entry.line)
        for entry in records(head.get("annexes"))
    )


def _origin(head: Mapping, source: Mapping) -> Origin | None:
    file = text(source.get("file"))
    return Origin(file, text(source.get("sha256")) or "", head.lines["source"]) if file else None


def _uncertain_fields(head: Mapping, source: Mapping) -> tuple[SourceNote, ...]:
    found: list[SourceNote] = []
    for entry in records(source.get("uncertain")):
        name = text(entry.get("field"))
        if name is not None:
            value = head.get(name)
            words = text(value) if isinstance(value, Scalar) else None
            line = head.lines.get(name, entry.line)
            found.append(SourceNote(UNCERTAIN, words or name, text(entry.get("reason")) or "", line))
    return tuple(found)


def _slips(source: Mapping) -> tuple[SourceNote, ...]:
    return tuple(
        SourceNote(SLIP, words, text(entry.get("reason")) or "", entry.line)
        for entry in records(source.get("slips"))
        if (words := text(entry.get("text"))) is not None
    )
