"""The entry: one file of the collection → a record and everything that is wrong with it. Never raises."""

from pathlib import Path

from geltung.markdown.blocks import parse_blocks
from geltung.markdown.frontmatter import Document, Mapping, read, split
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Change, Directive, Record, ReferenceRecord, SourceNote
from geltung.parse.body import read_body
from geltung.parse.changes import read_changes
from geltung.parse.files import read_text, relative_name, tidy
from geltung.parse.header import DEFAULT_KIND, SLIP, Header, check_head, is_reference, read_header, report_yaml
from geltung.parse.markup import report_markup
from geltung.parse.places import Places
from geltung.parse.report import Report, quote
from geltung.parse.values import day, text


def parse_file(path: Path, root: Path) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """Read and parse one file of the collection in ``root``. None if it yields no record; then an error says why."""
    content, problems = read_text(path, root)
    if content is None:
        return None, problems
    record, found = _parse(content, Report(relative_name(path, root)))
    return record, (*problems, *found)


def parse_text(content: str, file: str) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """Parse the text of a file; ``file`` is its name in the collection."""
    tidied, problems = tidy(content, file)
    if tidied is None:
        return None, problems
    record, found = _parse(tidied, Report(file))
    return record, (*problems, *found)


def _parse(content: str, report: Report) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    document = split(content)
    if document.head is None:
        hint = "Vorschlag: eine vorhandene Weisung als Muster nehmen."
        report.add(document.head_line, "F008", f"Eine Weisung muss mit einem Kopf beginnen. {document.missing}. {hint}")
        return None, report.finish()
    head, problems = read(document.head, document.head_line)
    report_yaml(problems, report)
    if head is None:
        return None, report.finish()
    check_head(head, report)
    id_ = text(head.get("id"))
    if id_ is None:
        return None, report.finish()
    record: Record
    if is_reference(head):
        record = _reference_record(id_, head, document, report)
    else:
        record = _directive(id_, head, document, report)
    return record, report.finish(id_)


def _reference_record(id_: str, head: Mapping, document: Document, report: Report) -> ReferenceRecord:
    if document.body.strip():
        report.add(
            document.body_line,
            "H002",
            "Ein Bezugsdatensatz (record: reference) darf keinen Text haben; unter dem Kopf steht "
            f"{quote(document.body.strip())}. Vorschlag: den Text streichen, oder die Zeile „record: reference“.",
        )
    kind = text(head.get("kind")) or DEFAULT_KIND
    return ReferenceRecord(id_, kind, day(head.get("issued")), text(head.get("title")) or "", report.file)


def _directive(id_: str, head: Mapping, document: Document, report: Report) -> Directive:
    blocks = parse_blocks(document.body, document.body_line)
    places = Places(blocks)
    header = read_header(head, report)
    changes = read_changes(head, report)
    report_markup(blocks, report)
    body = read_body(blocks, places, report)
    notes = [*(_placed(note, head, header, changes, places, report) for note in header.notes), *body.notes]
    notes.sort(key=lambda note: note.line)
    return Directive(
        id_,
        text(head.get("kind")) or DEFAULT_KIND,
        day(head.get("issued")),
        header.versions,
        report.file,
        header.valid_until_words,
        text(head.get("file_references")),
        header.references,
        changes,
        body.abstract,
        body.sections,
        body.tasks,
        header.annexes,
        header.origin,
        tuple(notes),
        tuple(head.lines.items()),
        _is_draft(head),
    )


def _is_draft(head: Mapping) -> bool:
    """Whether the head says that this is a draft. What is misspelt (and reported) must not publish anything."""
    return "draft" in head.entries and text(head.get("draft")) != "false"


def _placed(
    note: SourceNote, head: Mapping, header: Header, changes: tuple[Change, ...], places: Places, report: Report
) -> SourceNote:
    """A slip with the line on which it stands in the text or the header; that it stands nowhere is reported."""
    if note.kind != SLIP:
        return note
    line = places.line_of(note.text)
    if line is None and note.text in header.versions[-1].title:
        line = head.lines["title"]
    if line is None:
        line = next((entry.line for entry in header.references if note.text in (entry.text or "")), None)
    if line is None:
        line = next((change.line for change in changes if note.text in (change.words or "")), None)
    if line is None:
        report.add(
            note.line,
            "S005",
            f"Ein Versehen unter slips muss wörtlich im Text stehen; {quote(note.text)} steht dort nicht. "
            "Vorschlag: die Stelle genau wie im Text schreiben, ohne Auszeichnungen.",
        )
        return note
    return SourceNote(note.kind, note.text, note.reason, line)
