"""Checks of the days of a task against each other and against the validity of its directive (rule 21)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geltung.checks.phrases import enumerated
from geltung.checks.wordings import Wording, wordings
from geltung.corpus.corpus import Corpus
from geltung.model.dates import OPEN_END, german
from geltung.model.diagnostics import Diagnostic
from geltung.model.terms import EXTENSION
from geltung.parse.duties import force

_GERMAN: Final = {
    "addressees": "die Adressaten",
    "starts_on": "der Beginn",
    "due_on": "die Frist",
    "ends_on": "das Ende",
    "recurrence": "die Wiederholung",
    "text": "der Text",
}


def due_before_validity(corpus: Corpus) -> Iterator[Diagnostic]:
    """T008: no deadline lies before the directive's first day."""
    for wording in wordings(corpus):
        due, first = wording.version.due_on, wording.header.valid_from
        if due and first and due < first:
            yield wording.found(
                "T008",
                f"Eine Frist darf nicht vor Gültig ab liegen: Im {wording.label} steht due_on={due} "
                f"({german(due)}), die Weisung gilt ab {german(first)}. Vorschlag: due_on und valid_from mit dem "
                "Original vergleichen; ist der Tag keine Frist, gehört er in other_dates.",
            )


def due_after_validity(corpus: Corpus) -> Iterator[Diagnostic]:
    """T009: no deadline lies behind the directive's last day."""
    for wording in wordings(corpus):
        due, last = wording.version.due_on, _last_day(corpus, wording)
        if due and last and due > last:
            yield wording.found(
                "T009",
                f"Eine Frist darf nicht nach Gültig bis liegen: Im {wording.label} steht due_on={due} "
                f"({german(due)}), die Weisung gilt bis {german(last)}; danach wirkt der Auftrag nur nach. Vorschlag: "
                "due_on und valid_until mit dem Original vergleichen.",
            )


def _last_day(corpus: Corpus, wording: Wording) -> date | None:
    """Gültig bis of the header, or a later day to which the collection extends it; None without end."""
    last = wording.header.valid_until
    if last is None:
        return None
    extensions = [change for _, change in corpus.changes_of.get(wording.directive.id, ()) if change.kind == EXTENSION]
    ends = [OPEN_END if change.open_ended else change.valid_until for change in extensions]
    return max([last, *(end for end in ends if end)])


def due_before_start(corpus: Corpus) -> Iterator[Diagnostic]:
    """T010: no deadline lies before the task begins."""
    for wording in wordings(corpus):
        due, start = wording.version.due_on, wording.version.starts_on
        if due and start and due < start:
            yield wording.found(
                "T010",
                f"Eine Frist darf nicht vor dem Beginn des Auftrags liegen: Im {wording.label} steht due_on={due} und "
                f"starts_on={start}. Vorschlag: starts_on weglassen, wenn der Wortlaut keinen Beginn nennt, sonst "
                "beide Tage mit dem Original vergleichen.",
            )


def end_before_start(corpus: Corpus) -> Iterator[Diagnostic]:
    """T015: no task ends before it begins, be it by its own start or the directive's first day."""
    for wording in wordings(corpus):
        version = wording.version
        starts = [day for day in (version.starts_on, wording.header.valid_from) if day]
        if version.ends_on and starts and version.ends_on < max(starts):
            begin = (
                f"starts_on={version.starts_on}" if version.starts_on == max(starts) else f"valid_from: {max(starts)}"
            )
            yield wording.found(
                "T015",
                f"Ein Auftrag darf nicht enden, bevor er beginnt: Im {wording.label} steht ends_on={version.ends_on}, "
                f"er beginnt aber am {german(max(starts))} ({begin}). Vorschlag: die Tage mit dem Original "
                "vergleichen; ends_on ist der letzte Tag des Auftrags.",
            )


def orders_something(corpus: Corpus) -> Iterator[Diagnostic]:
    """T019: what is only recommended, advised or released is no task."""
    for wording in wordings(corpus):
        if force(wording.version.text) == "recommendation":
            yield wording.found(
                "T019",
                f"Ein Auftrag muss etwas anordnen; der {wording.label} empfiehlt nur. "
                "Vorschlag: die Attributliste darunter streichen; der Text bleibt.",
            )


def uncertain(corpus: Corpus) -> Iterator[Diagnostic]:
    """T013: what the source does not state for certain, as a reminder."""
    for wording in wordings(corpus):
        names = wording.version.uncertain
        if names:
            stated = [_stated(wording, name) for name in names]
            yield wording.found(
                "T013",
                f"Nicht sicher dem Original zu entnehmen: im {wording.label} {enumerated(stated)}. Maßgeblich ist das "
                "Original; geklärte Angaben aus uncertain streichen.",
            )


def _stated(wording: Wording, name: str) -> str:
    german_name = _GERMAN.get(name, name)
    if name == "addressees":
        return f"{german_name} („{'; '.join(wording.version.addressed)}“)"
    value = getattr(wording.version, name, None) if name in _GERMAN and name != "text" else None
    return f"{german_name} ({name}={value})" if value else german_name
