"""Checks of Bezug: whom a directive cites, and whether it quotes them as they are."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from geltung.checks.phrases import NearIds, new_file, quote
from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.dates import german, parse_german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive, Record, Reference

_NUMBER: Final = re.compile(r"\b[0-9]{9}\b")
_ISSUED: Final = re.compile(r"\bvom\s+(\d{1,2}\.\s?\d{1,2}\.\s?\d{4})")
_TITLE: Final = re.compile(r"\A\s*[-–—−:]\s*(.+)\Z", re.DOTALL)
_DASH: Final = re.compile(r"\s*[-‐‑‒–—―−]\s*")
_ASIDE: Final = re.compile(r"\s*\((?:im (?:Folgenden|Weiteren)|nachfolgend|kurz)\b[^()]*\)\s*\Z", re.IGNORECASE)
"""What a citing act adds to the title for itself: "(im Folgenden Mitarbeiter-Client)"."""
_QUOTE: Final = re.compile("[„“”‚‘’«»'\"]")


def known(corpus: Corpus) -> Iterator[Diagnostic]:
    """R001: a cited act is in the collection, at least as a reference record."""
    near = NearIds(corpus.records)
    for directive, reference in _references(corpus):
        if reference.id not in corpus.records:
            yield finding(
                directive.file,
                reference.line,
                "R001",
                f"Unter references muss eine Weisung der Sammlung stehen; „{reference.id}“ ist nicht darin."
                f"{near.hint(reference.id)} Vorschlag: die Nummer berichtigen oder {new_file(reference.id)} mit "
                "„record: reference“, id, title und issued anlegen.",
                (directive.id,),
            )


def not_itself(corpus: Corpus) -> Iterator[Diagnostic]:
    """R002: no directive cites itself."""
    for directive, reference in _references(corpus):
        if reference.id == directive.id:
            yield finding(
                directive.file,
                reference.line,
                "R002",
                f"Eine Weisung darf sich nicht auf sich selbst beziehen: „{reference.id}“ steht unter references "
                "der Weisung selbst. Vorschlag: den Eintrag streichen oder die gemeinte Nummer schreiben.",
                (directive.id,),
            )


def once(corpus: Corpus) -> Iterator[Diagnostic]:
    """R004: every act is cited once."""
    for directive in corpus.directives():
        first: dict[str, int] = {}
        for reference in directive.references:
            if reference.id in first:
                yield finding(
                    directive.file,
                    reference.line,
                    "R004",
                    f"Jeder Bezug muss einmal stehen; „{reference.id}“ steht schon in Zeile {first[reference.id]}. "
                    "Vorschlag: den zweiten Eintrag streichen oder die gemeinte Nummer schreiben.",
                    (directive.id,),
                )
            first.setdefault(reference.id, reference.line)


def as_recorded(corpus: Corpus) -> Iterator[Diagnostic]:
    """R003: number, date and title as printed in Bezug are those of the record."""
    for directive, reference in _references(corpus):
        record = corpus.records.get(reference.id)
        if record is None or reference.text is None or reference.id == directive.id:
            continue
        for message in _differences(reference.text, record):
            yield finding(directive.file, reference.line, "R003", message, (directive.id, record.id))


def _differences(text: str, record: Record) -> Iterator[str]:
    issued = _ISSUED.search(text)
    head = text[: issued.start()] if issued else text
    number = _NUMBER.search(head)
    if number and number.group() != record.id:
        yield (
            f"Nummer und Wortlaut des Bezugs müssen übereinstimmen: Der Wortlaut nennt „{number.group()}“, die id ist "
            f'„{record.id}“. Vorschlag: id: "{number.group()}" schreiben oder den Wortlaut berichtigen.'
        )
    if issued is None:
        return
    printed = parse_german(issued.group(1))
    if printed is None or (record.issued and printed != record.issued):
        yield _wrong_date(issued.group(1), record, record.issued)
    title = _TITLE.match(text[issued.end() :])
    if title and _plain(_ASIDE.sub("", title.group(1))) not in {_plain(known_title) for known_title in _titles(record)}:
        yield (
            f"Bezug und Datensatz müssen denselben Titel nennen: Im Bezug steht {quote(title.group(1).strip())}, in "
            f"{record.file} {quote(_titles(record)[-1])}. Vorschlag: den Titel, der vom Original abweicht, berichtigen."
        )


def _wrong_date(printed: str, record: Record, issued: date | None) -> str:
    stated = f"issued: {issued} ({german(issued)})" if issued else "kein Erlassdatum"
    return (
        f"Bezug und Datensatz müssen denselben Tag nennen: Im Bezug steht „vom {printed}“, in {record.file} {stated}. "
        "Vorschlag: den Tag, der vom Original abweicht, berichtigen."
    )


def _titles(record: Record) -> tuple[str, ...]:
    """All titles the record has or had, the current one last."""
    return tuple(header.title for header in record.headers) if isinstance(record, Directive) else (record.title,)


def _plain(title: str) -> str:
    """The title without differences that are no difference: blanks, kinds of dashes and quotes, a final dot."""
    unquoted = _QUOTE.sub("", title.replace("\u00ad", ""))
    return " ".join(_DASH.sub("-", unquoted).split()).rstrip(" .;")


def _references(corpus: Corpus) -> Iterator[tuple[Directive, Reference]]:
    return ((directive, reference) for directive in corpus.directives() for reference in directive.references)
