"""The wordings of all tasks, each with the header it stood under, as the checks of tasks and units go through them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.dates import german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive, HeaderVersion, Task, TaskVersion


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a task, with its task and directive."""

    directive: Directive
    task: Task
    version: TaskVersion

    @property
    def label(self) -> str:
        """``Auftrag „#id“``, for an earlier wording with its last day."""
        until = self.version.until
        return f"Auftrag „#{self.task.id}“" + (f" (Fassung bis {german(until)})" if until else "")

    @property
    def header(self) -> HeaderVersion:
        """The header under which the wording stood on its last day."""
        until = self.version.until
        if until is None:
            return self.directive.header
        later = (header for header in self.directive.headers if header.until is None or header.until >= until)
        return next(later, self.directive.header)

    @property
    def first_day(self) -> date | None:
        """Where a recurrence rule begins: due_on, else starts_on, else valid_from."""
        return self.version.due_on or self.version.starts_on or self.header.valid_from

    def found(self, code: str, message: str) -> Diagnostic:
        """A finding at the line of this wording."""
        return finding(self.directive.file, self.version.line, code, message, (self.directive.id,), self.task.id)

    def found_once(self, code: str, message: str) -> Diagnostic:
        """The same for what is said once although it concerns further tasks of the directive."""
        return finding(self.directive.file, self.version.line, code, message, (self.directive.id,))


def wordings(corpus: Corpus) -> Iterator[Wording]:
    """Every wording of every task, without the time before a task was inserted."""
    for directive in corpus.directives():
        for task in directive.tasks:
            for version in task.versions:
                if version.present:
                    yield Wording(directive, task, version)
