"""Checks of amendments against the earlier wordings that their targets keep (rule 7): each needs the other."""

from collections.abc import Iterator
from datetime import date

from geltung.checks.changes import has_part
from geltung.checks.phrases import quoted
from geltung.corpus.corpus import (
    HEADER_PARTS,
    ChangeKey,
    Corpus,
    Transition,
    covers,
    effective_day,
)
from geltung.corpus.sections import within_section
from geltung.model.codes import finding
from geltung.model.dates import day_after, day_before, german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Change, Directive, HeaderVersion, Section, Task
from geltung.model.terms import AMENDMENT, CORRECTION, GERMAN

_AMENDING = (AMENDMENT, CORRECTION)


def keeps_earlier_wording(corpus: Corpus) -> Iterator[Diagnostic]:
    """C011: what an amendment or correction changes, its target keeps in the wording that it ended."""
    for directive in corpus.directives():
        for index, change in enumerate(directive.changes):
            target = corpus.directive(change.target)
            day = effective_day(directive, change)
            if change.kind not in _AMENDING or target is None or target is directive or day is None:
                continue
            ended = _Ended(corpus, target, ChangeKey(directive.id, index), day)
            parts = [part for part in change.parts if has_part(target, change, part)]
            missing = [part for part in parts if not ended.has(part)]
            if missing or (not change.parts and not ended.anything()):
                yield _without_earlier(directive, change, target, day, missing)


def _without_earlier(
    directive: Directive, change: Change, target: Directive, day: date, missing: list[str]
) -> Diagnostic:
    what = f"von {quoted(missing)} " if missing else ""
    last = day_before(day)
    if missing and all(part in HEADER_PARTS for part in missing):
        proposal = f"dort im Kopf unter earlier „- until: {last}“ mit dem früheren Wert ergänzen"
    else:
        proposal = (
            f"dort den früheren Text als Zitat mit {{: .earlier until={last} }} anfügen, einen neuen Auftrag mit "
            f"added_on={day} kennzeichnen"
        )
    return finding(
        directive.file,
        change.line,
        "C011",
        f"Zu jeder {GERMAN[change.kind]} muss ihr Ziel die frühere Fassung behalten: {target.file} hat keine frühere "
        f"Fassung {what}bis {german(last)} (Wirkung ab {german(day)}). Vorschlag: {proposal} "
        "oder effective berichtigen.",
        (directive.id, target.id),
    )


class _Ended:
    """What one change ended in its target."""

    def __init__(self, corpus: Corpus, target: Directive, key: ChangeKey, day: date) -> None:
        self._transitions = [item for item in corpus.transitions.get(target.id, ()) if key in item.causes]
        self._target = target
        self._day = day

    def anything(self) -> bool:
        return bool(self._transitions) or any(self._in_section(section) for section in self._target.sections)

    def has(self, part: str) -> bool:
        if part in HEADER_PARTS:
            return any(item.task is None and self._differs(item, part) for item in self._transitions)
        tasks = {item.task for item in self._transitions}
        if any(task.id in tasks and covers(part, task) for task in self._target.tasks):
            return True
        return any(
            within_section(section.number, part) and self._in_section(section) for section in self._target.sections
        )

    def _in_section(self, section: Section) -> bool:
        return any(day_after(earlier.until) == self._day for earlier in section.earlier)

    def _differs(self, item: Transition, field: str) -> bool:
        headers: tuple[HeaderVersion, ...] = self._target.headers
        return bool(getattr(headers[item.position], field) != getattr(headers[item.position + 1], field))


def explained(corpus: Corpus) -> Iterator[Diagnostic]:
    """C012: every earlier wording was ended by an amendment or correction in the collection."""
    for id_, transitions in corpus.transitions.items():
        directive = corpus.directive(id_)
        for item in transitions:
            if directive is not None and item.unexplained:
                yield _unexplained(corpus, directive, *_place(directive, item), item.day)
    for directive in corpus.directives():
        for section in directive.sections:
            for earlier in section.earlier:
                day = day_after(earlier.until)
                if not _amended(corpus, directive, section, day):
                    clause = f"die frühere Fassung in Abschnitt {section.number} am {german(earlier.until)} endet"
                    yield _unexplained(corpus, directive, earlier.line, clause, f'["{section.number}"]', day)


def _place(directive: Directive, item: Transition) -> tuple[int, str, str]:
    """Line, a German clause and the ``parts`` to write for the end of a wording."""
    last = german(day_before(item.day))
    if item.task is None:
        line = directive.headers[item.position].line
        return line, f"der frühere Kopf (earlier) am {last} endet", _changed_fields(directive, item)
    task: Task = next(task for task in directive.tasks if task.id == item.task)
    version = task.versions[item.position]
    if not version.present:
        clause = f"der Auftrag „#{task.id}“ am {german(item.day)} eingefügt wird (added_on={item.day})"
    else:
        clause = f"die frühere Fassung des Auftrags „#{task.id}“ am {last} endet"
    return version.line, clause, f'["#{task.id}"]'


def _changed_fields(directive: Directive, item: Transition) -> str:
    before, after = directive.headers[item.position], directive.headers[item.position + 1]
    fields = [name for name in sorted(HEADER_PARTS) if getattr(before, name) != getattr(after, name)]
    return f"[{', '.join(fields)}]"


def _amended(corpus: Corpus, directive: Directive, section: Section, day: date) -> bool:
    return any(
        on == day and (not change.parts or any(within_section(section.number, part) for part in change.parts))
        for _, change, on in _amendments(corpus, directive)
    )


def _amendments(corpus: Corpus, directive: Directive) -> Iterator[tuple[str, Change, date]]:
    """Amendments and corrections of a directive: author, change and effective day."""
    for key, change in corpus.changes_of.get(directive.id, ()):
        author = corpus.directive(key.author)
        day = effective_day(author, change) if author and change.kind in _AMENDING else None
        if day is not None:
            yield key.author, change, day


def _unexplained(corpus: Corpus, directive: Directive, line: int, clause: str, parts: str, day: date) -> Diagnostic:
    others = [f"{author} ab {german(other)}" for author, _, other in _amendments(corpus, directive)]
    known = f" Bekannte Änderungen: {'; '.join(others)}." if others else ""
    return finding(
        directive.file,
        line,
        "C012",
        f"Eine andere Weisung muss bewirken, dass {clause}; keine Änderung unter den changes der Sammlung wirkt ab "
        f"{german(day)} und betrifft das.{known} Vorschlag: in der ändernden Weisung „kind: amendment“, "
        f'„target: "{directive.id}"“, „parts: {parts}“ und „effective: {day}“ eintragen oder den Tag hier berichtigen.',
        (directive.id,),
    )
