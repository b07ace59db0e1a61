"""The German half-sentences that answers are put together from: since when, whom, which words."""

from collections.abc import Iterator

from geltung.corpus.registry import Registry
from geltung.model.dates import OPEN_END, day_before, german
from geltung.model.records import Directive, TaskVersion
from geltung.model.terms import ALL_UNITS, AMENDMENT, CORRECTION, EXTENSION, LAPSED, NOT_YET, REPEALED, UPCOMING
from geltung.validity.reach import Path
from geltung.validity.standing import Effect, Interval
from geltung.validity.timeline import DirectiveSpan

_WITHOUT_INTERVAL = {
    LAPSED: "nicht mehr in Kraft (abgelaufen)",
    REPEALED: "nicht mehr in Kraft (aufgehoben)",
    NOT_YET: "nicht in Kraft",
}
_DONE = {EXTENSION: "verlängert", AMENDMENT: "geändert", CORRECTION: "berichtigt"}
_FIELDS = (("starts_on", "Beginn"), ("due_on", "Frist"), ("ends_on", "Ende"))


def of_span(directive: Directive, span: DirectiveSpan) -> str:
    """Since when the directive is in force, until when, and by whose act it ends."""
    interval = span.interval
    if interval is None:
        return f"{directive.id} ist {_WITHOUT_INTERVAL[span.phase]}"
    stated = directive.header.valid_from == interval.first
    origin = f" („Gültig ab“, {directive.file}:{directive.line_of('valid_from')})" if stated else ""
    again = f"abgelaufen am {german(span.lapsed_on)}; wieder " if span.lapsed_on else ""
    if span.phase == UPCOMING:
        begin = f"{again}in Kraft ab {german(interval.first)}{origin}"
    else:
        begin = f"{again}in Kraft seit {german(interval.first)}{origin}"
    return f"{begin}, {_ending(directive, interval, span.until_by)}"


def _ending(directive: Directive, interval: Interval, until_by: tuple[str, str] | None) -> str:
    set_by = f", {_DONE[until_by[0]]} durch {until_by[1]}" if until_by else ""
    if interval.last == OPEN_END:
        return f"{directive.valid_until_words or 'ohne Ende'}{set_by}"
    if interval.ended_by:
        return f"bis {german(interval.last)}, aufgehoben durch {interval.ended_by}"
    return f"bis {german(interval.last)}{set_by}"


def of_path(path: Path, registry: Registry, areas: tuple[str, ...]) -> str:
    """Whom the task addresses and how that reaches the unit."""
    first, *rest = path
    if first == ALL_UNITS:
        concerned = ", ".join(areas) or "ohne Rechtskreis"
        return f"richtet sich an alle Dienststellen (Rechtskreise: {concerned})"
    steps = [_step(above, below, registry) for above, below in zip(path, rest, strict=False)]
    return "; ".join([f"richtet sich an {_name(first, registry)}", *steps])


def _step(above: str, below: str, registry: Registry) -> str:
    """One step of a path, in the direction in which the relation is stated."""
    for lower, upper in ((below, above), (above, below)):
        unit = registry.units.get(lower)
        if unit is None:
            continue
        if any(relation.unit == upper for relation in unit.part_of):
            return f"{_name(lower, registry)} ist Teil von {_name(upper, registry)}"
        if any(relation.unit == upper for relation in unit.instance_of):
            return f"{_name(lower, registry)} zählt zu „{_name(upper, registry)}“"
    return f"{_name(below, registry)} gehört zu {_name(above, registry)}"


def _name(id_: str, registry: Registry) -> str:
    unit = registry.units.get(id_)
    return unit.name if unit else id_


def of_wording(directive: Directive, version: TaskVersion, repeal: Effect | None) -> str:
    """The addressee as printed, the words that the dates come from with file and line, and who ends the task when."""
    return "; ".join((*_wording_parts(directive, version), *_repealed(version, repeal)))


def _repealed(version: TaskVersion, repeal: Effect | None) -> Iterator[str]:
    """What is said before the day, for on it the task has ended (rule 10)."""
    if repeal is not None and not (version.ends_on and version.ends_on < repeal.day):
        yield f"Auftrag bis {german(day_before(repeal.day))}, aufgehoben durch {repeal.key.author}"


def _wording_parts(directive: Directive, version: TaskVersion) -> Iterator[str]:
    doubt = " (unsicher)"
    if version.addressed:
        named = ", ".join(f"„{text}“" for text in version.addressed)
        yield f"Adressat {named}{doubt if 'addressees' in version.uncertain else ''}"
    words = dict(version.words)
    for field, label in _FIELDS:
        day = getattr(version, field)
        if day is not None:
            found = words.get(field)
            origin = f" („{found.text}“, {directive.file}:{found.line})" if found else ""
            first = " erstmals" if field == "due_on" and version.recurrence else ""
            yield f"{label}{first} {german(day)}{origin}{doubt if field in version.uncertain else ''}"
    if version.due_on is None and version.deadline_words:
        yield f"Frist „{version.deadline_words}“ (ohne festen Tag)"
