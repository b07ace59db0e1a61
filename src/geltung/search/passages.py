"""The passages of a record. A directive is its header, its abstract, its sections and its tasks.

What was amended has one passage for each wording.
"""

from collections.abc import Iterator

from geltung.corpus.registry import Registry
from geltung.model.dates import OPEN_END_ISO, day_after, german
from geltung.model.records import Directive, Record, ReferenceRecord, Section, Task, TaskVersion
from geltung.model.terms import BETWEEN_CELLS
from geltung.search.place import Passage


def passages(record: Record, registry: Registry) -> Iterator[Passage]:
    """All passages of a record, in the order of the file."""
    yield _header(record)
    if isinstance(record, ReferenceRecord):
        return
    if record.abstract:
        yield Passage(record.id, "abstract", record.id, record.title, "", record.abstract, "", (), "", record.file, 1)
    for section in record.sections:
        yield from _wordings(record, section)
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


def _wordings(directive: Directive, section: Section) -> Iterator[Passage]:
    """A section as it reads now, and as it read before each amendment."""
    first = ""
    for earlier in sorted(section.earlier, key=lambda item: item.until):
        yield _section(directive, section, earlier.text, earlier.line, first, earlier.until.isoformat())
        first = day_after(earlier.until).isoformat()
    yield _section(directive, section, _without_amended_tasks(directive, section), section.line, first)


def _without_amended_tasks(directive: Directive, section: Section) -> str:
    """The text of a section; of its tasks those that always read so. The others have a passage for each wording."""
    amended = [task.current.text for task in directive.tasks if len(task.versions) > 1]
    paragraphs = section.text.split("\n\n")
    return "\n\n".join(text for text in paragraphs if not any(_is_of(text, task) for task in amended))


def _is_of(paragraph: str, task: str) -> bool:
    """Whether a paragraph of a section is part of a task, or is the row of a table that the task was read from."""
    cells, words = set(paragraph.split(BETWEEN_CELLS)), set(task.split(BETWEEN_CELLS))
    return paragraph in task or (len(cells) > 1 and words <= cells)


def _section(
    directive: Directive, section: Section, text: str, line: int, first: str, last: str = OPEN_END_ISO
) -> Passage:
    return Passage(
        f"{directive.id}#{section.number}", "section", directive.id, directive.title,
        f"{section.number} {section.title}", text, "", (), section.number, directive.file, line, None, first, last,
    )  # fmt: skip


def _tasks(directive: Directive, registry: Registry) -> Iterator[Passage]:
    titles = {section.number: section.title for section in directive.sections}
    for task in directive.tasks:
        title = titles.get(task.section, "")
        wordings = [version for version in task.versions if version.present]
        for version in wordings:
            yield _task(directive, task, version, title, registry)._replace(amended=len(wordings) > 1)


def _task(directive: Directive, task: Task, version: TaskVersion, title: str, registry: Registry) -> Passage:
    units = tuple(item.unit for text in version.addressed for item in registry.addressees(text) if item.unit)
    names = (registry.units[unit].name for unit in units)
    return Passage(
        f"{directive.id}#{task.id}", "task", directive.id, directive.title,
        f"{task.section} {title} – {', '.join(names)}", version.text, task.id, units,
        task.section, directive.file, version.line, version.due_on.isoformat() if version.due_on else None,
    )  # fmt: skip
