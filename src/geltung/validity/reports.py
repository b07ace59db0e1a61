"""What the rules say must be reported: circles, contradictions, gaps, overlaps, changes without effect.

A report is a diagnostic with the days on which it matters, so that an answer shows only what concerns its day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from geltung.corpus.corpus import Corpus, covers, effective_day
from geltung.corpus.sections import within_section
from geltung.model.codes import finding
from geltung.model.dates import OPEN_END, day_before, german
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN, REPEAL
from geltung.validity.effects import Effects
from geltung.validity.standing import Effect, Outcome
from geltung.validity.timeline import Timeline

CONFLICT_CODES: Final = frozenset(("C004", "C005", "C009", "C015"))
"""Codes that an answer lists under ``conflicts``; all others are ``problems``."""


@dataclass(frozen=True, slots=True)
class Report:
    """A diagnostic and the closed interval of days on which it matters."""

    diagnostic: Diagnostic
    first: date
    last: date


def reports(corpus: Corpus, effects: Effects, timeline: Timeline) -> Iterator[Report]:
    """Everything the rules report about a corpus."""
    yield from _circles(corpus, effects)
    yield from _unresolved(corpus)
    for effect in effects.by_key.values():
        yield from _without_effect(corpus, effects, effect)
        yield from _overlap(corpus, timeline, effect)
    for target, repeals in effects.repeals.items():
        yield from _contradictions(corpus, target, repeals)
    for id_ in timeline.courses:
        yield from _gaps(corpus, timeline, id_)


def at_change(corpus: Corpus, effect: Effect, code: str, message: str, *ids: str) -> Diagnostic:
    """A finding where a change stands in the file of its author."""
    author = corpus.directive(effect.key.author)
    assert author is not None
    return finding(author.file, effect.change.line, code, message, tuple(dict.fromkeys(ids)))


def _circles(corpus: Corpus, effects: Effects) -> Iterator[Report]:
    for circle in effects.circles:
        members = [directive for id_ in circle if (directive := corpus.directive(id_))]
        latest = max(members, key=lambda item: (item.issued or date.min, item.id))
        message = (
            f"{', '.join(circle)} heben sich gegenseitig auf; die zuletzt erlassene {latest.id} gilt, "
            "Aufhebungen gegen sie bleiben ohne Wirkung"
        )
        start = min((item.header.valid_from for item in members if item.header.valid_from), default=date.min)
        yield Report(finding(latest.file, latest.line_of("changes"), "C004", message, circle), start, OPEN_END)


def _unresolved(corpus: Corpus) -> Iterator[Report]:
    for author in corpus.directives():
        for change in author.changes:
            if change.target in corpus.records or change.target in corpus.withheld:
                continue
            message = (
                f"{GERMAN[change.kind]} von „{change.target}“ durch {author.id}: "
                "diese Weisung ist nicht in der Sammlung; die Änderung bleibt vermerkt"
            )
            start = effective_day(author, change) or date.min
            yield Report(finding(author.file, change.line, "C001", message, (author.id,)), start, OPEN_END)


def _without_effect(corpus: Corpus, effects: Effects, effect: Effect) -> Iterator[Report]:
    change, author = effect.change, effect.key.author
    if effect.outcome is Outcome.FAILED:
        message = (
            f"{GERMAN[change.kind]} von {change.target} zum {german(effect.day)} ging ins Leere: "
            f"{author} war vor diesem Tag selbst nicht mehr in Kraft"
        )
        yield Report(at_change(corpus, effect, "C007", message, change.target, author), effect.day, OPEN_END)
    if effect.outcome is not Outcome.EFFECTIVE:
        return
    repeals = [item for item in effects.repeals.get(change.target, ()) if item.day <= effect.day]
    if change.kind == EXTENSION and repeals:
        message = (
            f"{change.target} kann durch {author} nicht verlängert werden: "
            f"aufgehoben seit {german(repeals[0].day)} durch {repeals[0].key.author}"
        )
        yield Report(at_change(corpus, effect, "C008", message, change.target, author), effect.day, OPEN_END)
    if change.kind == EXTENSION and (target := corpus.directive(change.target)):
        yield from _shortening(corpus, effect, target)
    if change.kind in (AMENDMENT, CORRECTION):
        for part in _repealed_parts(corpus, effects, effect):
            named = f"{part} von {change.target}" if part else change.target
            message = f"{GERMAN[change.kind]} ohne Wirkung: {named} war am {german(effect.day)} schon aufgehoben"
            yield Report(at_change(corpus, effect, "C010", message, change.target, author), effect.day, OPEN_END)


def _shortening(corpus: Corpus, effect: Effect, target: Directive) -> Iterator[Report]:
    """An extension that ends earlier than what it extends: it counts (rule 6), but is hardly meant."""
    before, after = target.headers[0].valid_until or OPEN_END, effect.change.valid_until or OPEN_END
    if after < before:
        until = "unbegrenzt" if before == OPEN_END else f"bis {german(before)}"
        message = (
            f"Die Verlängerung von {target.id} durch {effect.key.author} verkürzt die Geltung: "
            f"bisher {until}, neu bis {german(after)}"
        )
        yield Report(at_change(corpus, effect, "C020", message, target.id, effect.key.author), effect.day, OPEN_END)


def _repealed_parts(corpus: Corpus, effects: Effects, effect: Effect) -> Iterator[str]:
    change = effect.change
    if any(item.day <= effect.day for item in effects.repeals.get(change.target, ())):
        yield from change.parts or ("",)
        return
    standing = effects.standings.get(change.target)
    if standing is None:
        return
    gone = [part for item in standing.partial_repeals if item.day <= effect.day for part in item.change.parts]
    for part in change.parts:
        if any(_covers_part(standing.directive, above, part) for above in gone):
            yield part


def _covers_part(directive: Directive, above: str, part: str) -> bool:
    if part == above or within_section(part, above):
        return True
    return any(f"#{task.id}" == part and covers(above, task) for task in directive.tasks)


def _contradictions(corpus: Corpus, target: str, repeals: tuple[Effect, ...]) -> Iterator[Report]:
    """Rule 9: of two repeals the earlier counts; between the two days the contradiction is reported."""
    first, *others = sorted(repeals, key=lambda item: (item.day, item.order))
    for other in others:
        if other.day > first.day:
            message = (
                f"{target} wird zweimal aufgehoben: durch {first.key.author} zum {german(first.day)} "
                f"und durch {other.key.author} zum {german(other.day)}; es zählt der frühere Tag"
            )
            ids = (target, first.key.author, other.key.author)
            yield Report(at_change(corpus, other, "C005", message, *ids), first.day, day_before(other.day))


def _gaps(corpus: Corpus, timeline: Timeline, id_: str) -> Iterator[Report]:
    intervals = timeline.courses[id_].intervals
    directive = corpus.directive(id_)
    assert directive is not None
    for before, after in pairwise(intervals):
        start, end = date.fromordinal(before.last.toordinal() + 1), day_before(after.first)
        message = f"{id_} war vom {german(start)} bis {german(end)} nicht in Kraft (Geltungslücke)"
        line = directive.line_of("valid_until")
        yield Report(finding(directive.file, line, "C009", message, (id_,)), start, after.last)


def _overlap(corpus: Corpus, timeline: Timeline, effect: Effect) -> Iterator[Report]:
    """The repealing act is in force already while the repealed one still is (worked case 4)."""
    author, target = timeline.courses.get(effect.key.author), timeline.courses.get(effect.change.target)
    if effect.change.kind != REPEAL or effect.outcome is not Outcome.EFFECTIVE or not author or not target:
        return
    for new in author.intervals:
        for old in target.intervals:
            first, last = max(new.first, old.first), min(new.last, old.last)
            if first <= last < effect.day:
                message = (
                    f"{effect.change.target} gilt neben {effect.key.author} weiter, "
                    f"bis die Aufhebung am {german(effect.day)} wirkt"
                )
                report = at_change(corpus, effect, "C015", message, effect.change.target, effect.key.author)
                yield Report(report, first, last)
