"""The deadlines of a unit as a timeline: those that hold, from three months before the build to a year after it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final

from geltung.corpus.corpus import Corpus
from geltung.exports.addresses import relative, task_address
from geltung.model.dates import german
from geltung.model.records import Task
from geltung.pages.timeline_picture import Dated, timeline
from geltung.questions.courses import Share

BEFORE: Final = timedelta(days=91)
AFTER: Final = timedelta(days=366)


def picture(tasks: Iterable[Share], corpus: Corpus, page: str, today: date) -> str:
    """The figure for a unit's page. ``tasks`` are the days on which the unit's tasks are in which state."""
    found = list(dated(tasks, corpus, page, today))
    if not found:
        days = f"Vom {german(today - BEFORE)} bis zum {german(today + AFTER)}"
        return f'<p class="g-nichts">{days} hat kein Auftrag eine Frist mit festem Tag.</p>'
    return timeline(found, today)


def dated(tasks: Iterable[Share], corpus: Corpus, page: str, today: date) -> Iterator[Dated]:
    """The deadlines near the day of the build: days on which a task that reaches the unit is due and still stands."""
    wanted = (today - BEFORE).isoformat(), (today + AFTER).isoformat()
    found = {
        (share.directive, share.id, share.due_on): share.line
        for share in tasks
        if share.due_on and wanted[0] <= share.due_on <= wanted[1] and share.first <= share.due_on <= share.last
    }
    records: dict[str, Mapping[str, Task]] = {}
    for (directive, id_, due_on), line in found.items():
        if directive not in records:
            record = corpus.directive(directive)
            records[directive] = {f"{directive}#{task.id}": task for task in record.tasks} if record else {}
        task = records[directive].get(id_)
        if task is not None and due_on is not None:
            yield _dated(task, line, id_, directive, date.fromisoformat(due_on), relative(task_address(id_), page))


def _dated(task: Task, line: int, id_: str, directive: str, due_on: date, href: str) -> Dated:
    version = task.at_line(line)
    label = f"{directive}, Ziffer {task.section}" if task.section else id_
    return Dated(due_on, label, version.text, href, version.starts_on, "due_on" in version.uncertain)
