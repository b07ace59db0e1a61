"""The passages of a record. A directive is its header, its abstract, its sections and its tasks."""

from collections.abc import Iterator

from geltung.corpus.registry import Registry
from geltung.model.dates import german
from geltung.model.records import Directive, Record, ReferenceRecord
from geltung.search.place import Passage


def passages(record: Record, registry: Registry) -> Iterator[Passage]:
    """All passages of a record, in the order of the file."""
    yield _header(record)
    if isinstance(record, ReferenceRecord):
        return
    if record.abstract:
        yield Passage(record.id, "abstract", record.id, record.title, "", record.abstract, "", (), "", record.file, 1)
    for section in record.sections:
        heading = f"{section.number} {section.title}"
        yield Passage(
            f"{record.id}#{section.number}", "section", record.id, record.title, heading, section.text, "", (),
            section.number, record.file, section.line,
        )  # fmt: skip
    yield from _tasks(record, registry)


def _header(record: Record) -> Passage:
    issued = f" vom {german(record.issued)}" if record.issued else ""
    lines = [f"{record.kind} {record.id}{issued}"]
    identifiers = [record.id]
    if isinstance(record, Directive):
        identifiers.append(record.file_references or "")
        lines.append(f"Geschäftszeichen {record.file_references}" if record.file_references else "")
        lines.extend(reference.text or reference.id for reference in record.references)
    text = "\n\n".join(line for line in lines if line)
    return Passage(
        record.id, "header", record.id, record.title, "", text, " ".join(identifiers), (), "", record.file, 1
    )


def _tasks(directive: Directive, registry: Registry) -> Iterator[Passage]:
    titles = {section.number: section.title for section in directive.sections}
    for task in directive.tasks:
        version = task.current
        units = tuple(item.unit for text in version.addressed for item in registry.addressees(text) if item.unit)
        names = (registry.units[unit].name for unit in units)
        heading = f"{task.section} {titles.get(task.section, '')} – {', '.join(names)}"
        yield Passage(
            f"{directive.id}#{task.id}", "task", directive.id, directive.title, heading, version.text, task.id, units,
            task.section, directive.file, version.line, version.due_on.isoformat() if version.due_on else None,
        )  # fmt: skip
