"""Checks of faithfulness: doubtful readings, slips that were kept, and the original beside the transcription."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from geltung.checks.phrases import quote
from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive, SourceNote


def doubtful_readings(corpus: Corpus) -> Iterator[Diagnostic]:
    """S003: every place that could not be read for certain."""
    for directive, note in _notes(corpus):
        if note.kind == "uncertain":
            yield finding(
                directive.file,
                note.line,
                "S003",
                f"Lesart unsicher: {quote(note.text)}{_reason(note.reason)} Maßgeblich ist das Original.",
                (directive.id,),
            )


def kept_slips(corpus: Corpus) -> Iterator[Diagnostic]:
    """S004: every slip of the original that the transcription keeps."""
    for directive, note in _notes(corpus):
        if note.kind == "slip":
            yield finding(
                directive.file,
                note.line,
                "S004",
                f"Versehen des Originals, unverändert übernommen: {quote(note.text)}{_reason(note.reason)}",
                (directive.id,),
            )


def _notes(corpus: Corpus) -> Iterator[tuple[Directive, SourceNote]]:
    return ((directive, note) for directive in corpus.directives() for note in directive.notes)


def _reason(reason: str) -> str:
    return f" – {reason.strip().rstrip('.')}." if reason.strip() else "."


def check_sources(corpus: Corpus, directory: Path) -> Iterator[Diagnostic]:
    """S001, S002: originals and annexes lie inside the collection, and the originals have the recorded checksum."""
    for directive in corpus.directives():
        origin = directive.origin
        if origin is not None:
            path = _inside(directory, origin.file)
            if path is None:
                yield _missing(directive, origin.line, "Das Original", origin.file)
            else:
                yield from _compare(directive, path)
        for annex in directive.annexes:
            if annex.file and _inside(directory, annex.file) is None:
                yield _missing(directive, annex.line, f"Die Anlage „{annex.title}“", annex.file)


def _inside(directory: Path, name: str) -> Path | None:
    """The regular file of that name if it lies in the directory, links followed; else None."""
    try:
        root = directory.resolve()
        path = (root / name).resolve()
        return path if path.is_relative_to(root) and path.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _missing(directive: Directive, line: int, what: str, name: str) -> Diagnostic:
    message = (
        f"{what} muss im Ordner der Sammlung liegen; „{name}“ ist dort keine Datei. Vorschlag: die Datei unter diesem "
        "Namen ablegen oder den Pfad (vom Ordner der Sammlung aus, ohne „..“) berichtigen."
    )
    return finding(directive.file, line, "S001", message, (directive.id,))


def _compare(directive: Directive, path: Path) -> Iterator[Diagnostic]:
    origin = directive.origin
    assert origin is not None
    try:
        with path.open("rb") as stream:
            actual = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        yield _missing(directive, origin.line, "Das Original", origin.file)
        return
    if actual != origin.sha256.strip().lower():
        yield finding(
            directive.file,
            origin.line,
            "S002",
            f"Die Prüfsumme muss die des Originals sein: Bei sha256 steht „{origin.sha256}“, „{origin.file}“ hat aber "
            f"{actual}. Vorschlag: klären, ob das Original ausgetauscht wurde; wenn die Abschrift ihm noch "
            f"entspricht, sha256: {actual} schreiben.",
            (directive.id,),
        )
