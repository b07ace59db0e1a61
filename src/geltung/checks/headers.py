"""Checks of the header block: number, dates, scope lines, and where the text comes from."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from geltung.checks.phrases import enumerated
from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.dates import german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive, HeaderVersion, Record
from geltung.model.terms import AREAS, FORCES

_NUMBER: Final = re.compile(r"[0-9]{9}\Z")


def file_name(corpus: Corpus) -> Iterator[Diagnostic]:
    """H003: a nine-digit number is the name of its file, and a file with such a name holds that number."""
    for record in corpus.records.values():
        stem = PurePosixPath(record.file).stem
        if stem == record.id or not (_NUMBER.match(record.id) or _NUMBER.match(stem)):
            continue
        rename = f"die Datei in „{record.id}.md“ umbenennen" if _NUMBER.match(record.id) else ""
        rewrite = f'id: "{stem}" schreiben' if _NUMBER.match(stem) else ""
        yield finding(
            record.file,
            _line(record, "id"),
            "H003",
            f"Dateiname und Nummer müssen übereinstimmen: Die Datei heißt „{record.file}“, ihre id ist „{record.id}“. "
            f"Vorschlag: {enumerated([text for text in (rename, rewrite) if text], 'oder')}.",
            (record.id,),
        )


def number_and_month(corpus: Corpus) -> Iterator[Diagnostic]:
    """H004: a number YYYYMMNNN is given in the month of issue."""
    for record in corpus.records.values():
        if record.issued is None or not _NUMBER.match(record.id):
            continue
        if record.id[:6] != f"{record.issued:%Y%m}":
            yield finding(
                record.file,
                _line(record, "issued"),
                "H004",
                f"Die Nummer „{record.id}“ muss mit Jahr und Monat des Erlasses beginnen: Sie nennt "
                f"{record.id[4:6]}/{record.id[:4]}, issued ist {record.issued} ({german(record.issued)}). "
                f"Vorschlag: issued oder id nach dem Original berichtigen; zu {german(record.issued)} gehört eine "
                f"Nummer, die mit {record.issued:%Y%m} beginnt.",
                (record.id,),
            )


def validity_order(corpus: Corpus) -> Iterator[Diagnostic]:
    """H005: Gültig bis is not before Gültig ab, in the header of today and in its earlier states."""
    for directive in corpus.directives():
        reported: set[tuple[object, object]] = set()
        for header in reversed(directive.headers):
            period = (header.valid_from, header.valid_until)
            if period in reported or not _reversed(header):
                continue
            reported.add(period)
            line = header.line if header.until else directive.line_of("valid_until")
            state = f" (Fassung bis {german(header.until)})" if header.until else ""
            yield finding(
                directive.file,
                line,
                "H005",
                f"Gültig bis darf nicht vor Gültig ab liegen{state}: Dort steht valid_from: {header.valid_from} und "
                f"valid_until: {header.valid_until}. Vorschlag: beide Tage mit dem Original vergleichen; ohne Ende "
                "gültig heißt valid_until: unbegrenzt.",
                (directive.id,),
            )


def _reversed(header: HeaderVersion) -> bool:
    return bool(header.valid_from and header.valid_until and header.valid_until < header.valid_from)


def scope_lines(corpus: Corpus) -> Iterator[Diagnostic]:
    """H006: every legal area has its scope line; a missing one means unknown, not "nicht betroffen"."""
    for directive in corpus.directives():
        missing = [area for area, value in zip(AREAS, directive.header.scope, strict=True) if value is None]
        if missing:
            yield finding(
                directive.file,
                directive.line_of("scope"),
                "H006",
                f"Unter scope muss jeder Rechtskreis stehen; es fehlt: {enumerated(missing)}. Was fehlt, gilt als "
                f"unbekannt. Vorschlag: „{missing[0]}: …“ mit {enumerated(FORCES, 'oder')} ergänzen.",
                (directive.id,),
            )


def issued_late(corpus: Corpus) -> Iterator[Diagnostic]:
    """H008: issued after its first day of validity. That happens (rule 2), but may be a slip."""
    for directive in corpus.directives():
        valid_from = directive.header.valid_from
        if directive.issued and valid_from and directive.issued > valid_from:
            yield finding(
                directive.file,
                directive.line_of("issued"),
                "H008",
                f"Nachträglich erlassen: issued ist {directive.issued} ({german(directive.issued)}), gültig ist die "
                f"Weisung schon ab {german(valid_from)}. Das ist zulässig; falls es nicht im Original steht, issued "
                "oder valid_from berichtigen.",
                (directive.id,),
            )


def has_source(corpus: Corpus) -> Iterator[Diagnostic]:
    """H009: a transcription names the original that it follows."""
    for directive in corpus.directives():
        if directive.origin is None:
            yield finding(
                directive.file,
                directive.line_of("source"),
                "H009",
                "Die Abschrift muss ihr Original nennen; im Kopf steht kein „source“. Vorschlag: source mit "
                f"„file: sources/{PurePosixPath(directive.file).stem}.pdf“ und „sha256: …“ ergänzen und das Original "
                "dort ablegen.",
                (directive.id,),
            )


def _line(record: Record, name: str) -> int:
    return record.line_of(name) if isinstance(record, Directive) else 1
