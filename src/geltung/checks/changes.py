"""Checks of changes to other directives: do target and parts exist, and does the order of days make sense?"""

from collections.abc import Iterator
from datetime import date

from geltung.checks.change_words import is_report
from geltung.checks.phrases import NearIds, enumerated, new_file, quoted
from geltung.corpus.corpus import HEADER_PARTS, Corpus, effective_day
from geltung.corpus.sections import within_section
from geltung.model.codes import finding
from geltung.model.dates import german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Change, Directive
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN, PARTIAL_REPEAL, REPEAL

_REPEALS = (REPEAL, PARTIAL_REPEAL)
_WITH_DAYS = (EXTENSION, AMENDMENT, CORRECTION)
"""Kinds that one act can make twice to the same part, on different days."""


def changes(corpus: Corpus) -> Iterator[tuple[Directive, Change]]:
    """Every change with the directive that makes it."""
    return ((directive, change) for directive in corpus.directives() for change in directive.changes)


def known_target(corpus: Corpus) -> Iterator[Diagnostic]:
    """C001: what is changed is in the collection (rule 11)."""
    near = NearIds(corpus.records)
    for directive, change in changes(corpus):
        if change.target not in corpus.records:
            yield finding(
                directive.file,
                change.line,
                "C001",
                f"Die {GERMAN[change.kind]} muss eine Weisung der Sammlung nennen; „{change.target}“ ist nicht darin, "
                f"die Änderung bleibt ohne Wirkung.{near.hint(change.target)} Vorschlag: target berichtigen oder "
                f"{new_file(change.target)} anlegen (wenigstens mit „record: reference“, id, title und issued).",
                (directive.id,),
            )


def other_target(corpus: Corpus) -> Iterator[Diagnostic]:
    """C002: no directive changes itself."""
    for directive, change in changes(corpus):
        if change.target == directive.id:
            yield finding(
                directive.file,
                change.line,
                "C002",
                f"Eine Weisung darf sich nicht selbst ändern: Als target der {GERMAN[change.kind]} steht "
                f"„{change.target}“, die Weisung selbst; das bewirkt nichts. Vorschlag: die gemeinte Nummer schreiben "
                "oder, wenn die Geltung enden soll, valid_until setzen.",
                (directive.id,),
            )


def known_parts(corpus: Corpus) -> Iterator[Diagnostic]:
    """C003: the sections, tasks and header fields that a change names exist in its target."""
    for directive, change in changes(corpus):
        target = corpus.directive(change.target)
        if target is None or target is directive:
            continue
        for part in change.parts:
            if not has_part(target, change, part):
                yield finding(
                    directive.file,
                    change.line,
                    "C003",
                    f"Jeder Teil unter parts muss in {target.id} stehen; „{part}“ gibt es dort nicht. "
                    f"Vorschlag: {_available(target, change, part)}.",
                    (directive.id, target.id),
                )


def has_part(target: Directive, change: Change, part: str) -> bool:
    """Whether the target has this section, task or, for amendments and corrections, header field."""
    if part.startswith("#"):
        return any(f"#{task.id}" == part for task in target.tasks)
    if part in HEADER_PARTS:
        return change.kind in (AMENDMENT, CORRECTION)
    return any(within_section(section.number, part) for section in target.sections)


def _available(target: Directive, change: Change, part: str) -> str:
    if part in HEADER_PARTS:
        return "Kopffelder kann nur eine Änderung oder Berichtigung betreffen; einen Abschnitt oder Auftrag nennen"
    tasks = [f"#{task.id}" for task in target.tasks]
    sections = [section.number for section in target.sections]
    plain = part.strip().strip(".")
    if f"#{plain}" in tasks:
        return f'"#{plain}" schreiben'
    if plain in sections:
        return f'"{plain}" schreiben'
    if part.startswith("#"):
        return f"einen dieser Aufträge nennen: {quoted(tasks)}" if tasks else "einen Abschnitt nennen"
    fields = f" oder ein Kopffeld ({enumerated(sorted(HEADER_PARTS))})" if change.kind not in _REPEALS else ""
    return f"einen dieser Abschnitte nennen: {quoted(sections)}{fields}"


def order_of_days(corpus: Corpus) -> Iterator[Diagnostic]:
    """C006: nothing is repealed before it was issued, and nobody changes what is issued later."""
    for directive, change in changes(corpus):
        target = corpus.records.get(change.target)
        if target is None or target.issued is None or target is directive:
            continue
        message = _too_early(directive, change, target.issued)
        if message:
            yield finding(directive.file, change.line, "C006", message, (directive.id, target.id))


def _too_early(directive: Directive, change: Change, issued: date) -> str | None:
    effective = effective_day(directive, change)
    target = f"{change.target} ist erst vom {german(issued)}"
    if directive.issued and directive.issued < issued:
        return (
            f"Ändern kann eine Weisung nur, was schon erlassen ist: {directive.id} ist vom {german(directive.issued)}, "
            f"{target}. Vorschlag: target und beide Erlasstage (issued) mit den Originalen vergleichen."
        )
    if change.kind in _REPEALS and effective and effective < issued and not is_report(directive, change, effective):
        stated = f"effective ist {effective}" if change.effective else f"ohne effective gilt valid_from {effective}"
        return (
            f"Eine {GERMAN[change.kind]} kann nicht vor dem Erlass wirken: {stated}, {target}. "
            "Vorschlag: target und effective mit dem Original vergleichen."
        )
    return None


def once(corpus: Corpus) -> Iterator[Diagnostic]:
    """C019: a directive states every change once."""
    for directive in corpus.directives():
        first: dict[tuple[object, ...], int] = {}
        for change in directive.changes:
            repeated: dict[str | None, int] = {}
            for part in change.parts or (None,):
                key = (change.kind, change.target, part, *_days(directive, change))
                if key in first:
                    repeated[part] = first[key]
                first.setdefault(key, change.line)
            if repeated:
                yield _twice(directive, change, repeated)


def _days(directive: Directive, change: Change) -> tuple[object, ...]:
    return (effective_day(directive, change),) if change.kind in _WITH_DAYS else ()


def _twice(directive: Directive, change: Change, repeated: dict[str | None, int]) -> Diagnostic:
    parts = [part for part in repeated if part is not None]
    what = f"von {quoted(parts)} in" if parts else "von"
    message = (
        f"Jede Änderung muss einmal unter changes stehen; die {GERMAN[change.kind]} {what} {change.target} steht "
        f"schon in Zeile {min(repeated.values())}. Vorschlag: die Wiederholung streichen oder target, parts oder "
        "effective berichtigen."
    )
    return finding(directive.file, change.line, "C019", message, (directive.id, change.target))
