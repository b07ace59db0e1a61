"""``geltung review``."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Final

import typer

from geltung.cli.common import folder, open_collection, paper, print_lines
from geltung.cli.dialogue import EndOfInput, ask
from geltung.cli.review_text import is_of_tasks, point_lines, summary
from geltung.corpus.registry import Registry
from geltung.importing.review_file import (
    ACCEPTED,
    EDITED,
    SKIPPED,
    Point,
    UnreadableReview,
    load_review,
    review_path,
    write_review,
)
from geltung.model.diagnostics import Diagnostic
from geltung.model.terms import REVIEW_LIST
from geltung.parse.files import read_text
from geltung.parse.units_file import parse_units_file
from geltung.questions.errors import QuestionError, UnknownRecord
from geltung.store.scan import UNITS_FILE
from geltung.writing.answers import Work, edited, errors, is_marked_draft, published, with_point
from geltung.writing.files import write_whole
from geltung.writing.places import relocated, reopened
from geltung.writing.task_lists import Refused

_HELP: Final = (
    "a: annehmen, wie es im Entwurf steht, b TEXT: den neuen Text, Adressaten oder eine Angabe eintragen (b EZ, "
    "b 2: EZ, b due_on=2026-03-01, b kein Auftrag), eine Zahl: diesen Vorschlag übernehmen, ü: später entscheiden, "
    "q: aufhören."
)
_NO: Final = ("nein", "n", "no")
_CHOICES: Final = "[a]nnehmen, [b]earbeiten, [ü]berspringen, [q] aufhören"
_ACCEPT: Final = ("a", "annehmen", "accept", "j", "ja")
_EDIT: Final = ("b", "bearbeiten", "e", "edit")
_SKIP: Final = ("ü", "ue", "überspringen", "s", "skip")
_NEEDED: Final = ("id", "title", "issued", "valid_from", "valid_until")
_QUIT: Final = ("q", "quit", "aufhören", "ende")


def command(
    context: typer.Context,
    file: Annotated[str, typer.Argument(metavar="DATEI", help="Der Entwurf, etwa 202509011.md.")],
    listed: Annotated[bool, typer.Option("--list", help="Die unentschiedenen Punkte nur auflisten.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Mit --list: auch alles Sichere und Entschiedene.")] = False,
) -> None:
    """Walk through what an import left open."""
    if all_ and not listed:
        raise typer.BadParameter("nur zusammen mit --list", param_hint="--all")
    path = _draft(file, Path(folder(context)))
    work = _load(path)
    if listed:
        points = work.review.points if all_ else work.undecided
        for point in points:
            print_lines(["", *point_lines(point, work.text.split("\n"), paper())])
        print(summary(work.review.points), file=sys.stderr)
        return
    work = _walk(path, work, _units(context, path))
    _close(context, path, work)


def _draft(file: str, directory: Path) -> Path:
    name = file.removesuffix(REVIEW_LIST) + ".md" if file.endswith(REVIEW_LIST) else file
    for candidate in (Path(name), directory / name, directory / f"{name}.md"):
        if candidate.is_file():
            return candidate
    raise UnknownRecord(f"„{file}“ ist keine Datei; gemeint ist ein Entwurf wie {directory / '202509011.md'}")


def _load(path: Path) -> Work:
    listing = review_path(path)
    if not listing.is_file():
        raise QuestionError(f"Zu „{path}“ gibt es keine Prüfliste „{listing.name}“")
    content, found = read_text(path, path.parent)
    if content is None:
        raise QuestionError(f"{path}: {found[-1].message}")
    try:
        review = load_review(listing)
    except UnreadableReview as error:
        raise QuestionError(str(error)) from None
    asked = reopened(content, review) if is_marked_draft(content) else review
    if asked != review:
        print(
            "Der Entwurf sagt nicht mehr, was schon entschieden war; diese Punkte kommen noch einmal.", file=sys.stderr
        )
    return Work(content, relocated(content, asked))


def _save(path: Path, before: Work, after: Work) -> None:
    """Write what an answer changed: first the draft, then the list that points at its lines."""
    try:
        if after.text != before.text:
            write_whole(path, after.text)
        write_whole(review_path(path), write_review(after.review))
    except OSError as error:
        raise QuestionError(f"„{path}“ lässt sich nicht schreiben: {error.strerror}") from None


def _units(context: typer.Context, path: Path) -> Registry | None:
    """The units that an addressee may be: those beside the draft, else the collection's; None without any."""
    for place in (path.parent, Path(folder(context))):
        if (place / UNITS_FILE).is_file():
            return Registry(parse_units_file(place / UNITS_FILE, place)[0])
    return None


def _walk(path: Path, work: Work, registry: Registry | None) -> Work:
    waiting = [point.id for point in work.undecided]
    for position, id_ in enumerate(waiting, start=1):
        print_lines(["", f"Punkt {position} von {len(waiting)} in {path}"])
        print_lines(point_lines(_point(work, id_), work.text.split("\n"), paper()))
        answered = _decided(path, work, id_, registry)
        if answered is None:
            break
        work = answered
    return work


def _point(work: Work, id_: int) -> Point:
    return next(point for point in work.review.points if point.id == id_)


def _decided(path: Path, work: Work, id_: int, registry: Registry | None) -> Work | None:
    """The work when a point is decided or put off, each step written; None to stop."""
    while True:
        try:
            answered = _answer(work, _point(work, id_), registry)
        except EndOfInput:
            answered = None
        if answered is None:
            return None
        _save(path, work, answered)
        partly = answered.text != work.text and _point(answered, id_).state not in (ACCEPTED, EDITED)
        work = answered
        if not partly:
            return work
        print_lines(point_lines(_point(work, id_), work.text.split("\n"), paper()))
        print("  Geändert. Stimmt jetzt alles, bitte annehmen.", file=sys.stderr)


def _answer(work: Work, point: Point, registry: Registry | None) -> Work | None:
    """The work after an answer to a point; None to stop. Asks until something fits."""
    count = len(point.alternatives)
    numbers = f", [{'1' if count == 1 else f'1–{count}'}] Vorschlag übernehmen" if count else ""
    while True:
        typed = ask(_CHOICES + numbers)
        word, _, rest = typed.partition(" ")
        choice = word.casefold()
        if choice in _QUIT:
            return None
        if choice in _ACCEPT and point.value is None and point.about in _NEEDED:
            print("  Ohne diese Angabe wird der Entwurf keine Weisung: „b WERT“ trägt sie ein.", file=sys.stderr)
            continue
        if choice in _ACCEPT:
            return with_point(work, point.decided(ACCEPTED))
        if choice in _SKIP:
            return with_point(work, replace(point, state=SKIPPED))
        try:
            if choice.isdecimal() and 1 <= int(choice) <= len(point.alternatives):
                return edited(work, point, _for_all(point, point.alternatives[int(choice) - 1]), registry)
            if choice in _EDIT:
                return edited(work, point, rest or ask("Neuer Text"), registry)
            if choice == "?" or not typed:
                print(f"  {_HELP}", file=sys.stderr)
                continue
            if choice in _NO:
                print(f"  Bitte schreiben, was statt dessen gilt. {_HELP}", file=sys.stderr)
                continue
            print(f"  „{typed}“ ist keine der Möglichkeiten.", file=sys.stderr)
        except Refused as error:
            print(f"  {str(error).rstrip('.')}{'' if str(error).endswith('?') else '.'}", file=sys.stderr)


def _for_all(point: Point, alternative: str) -> str:
    """An alternative is meant for everything that the point shows."""
    return f"alle: {alternative}" if is_of_tasks(point) else alternative


def _errors(context: typer.Context, path: Path, work: Work) -> list[Diagnostic]:
    """The errors within the draft, or beside the collection it stands in, such as an unknown addressee."""
    found = errors(work.text, path.name)
    if found or not path.resolve().is_relative_to(Path(folder(context)).resolve()):
        return found
    from geltung.model.diagnostics import ERROR
    from geltung.questions.check import check

    return [item for item in check(open_collection(context), [path]) if item.severity == ERROR]


def _close(context: typer.Context, path: Path, work: Work) -> None:
    print(summary(work.review.points), file=sys.stderr)
    if work.undecided and not is_marked_draft(work.text):
        print(
            f"Die Datei ist kein Entwurf mehr: Sie zählt, obwohl Punkte offen sind. Weiter mit: geltung review {path}",
            file=sys.stderr,
        )
        return
    if work.undecided:
        print(f"Die Datei bleibt ein Entwurf. Weiter mit: geltung review {path}", file=sys.stderr)
        return
    wrong = _errors(context, path, work)
    if wrong:
        print(f"{path}:{wrong[0].line}: {wrong[0].code} {wrong[0].message}", file=sys.stderr)
        stays = ": bleibt Entwurf" if is_marked_draft(work.text) else ""
        print(f"Alles ist entschieden, aber Fehler sind zu beheben (geltung check){stays}.", file=sys.stderr)
        return
    done = published(work)
    if done.text != work.text:
        _save(path, work, done)
        print("Alles ist entschieden: „draft: true“ ist gestrichen, die Weisung zählt jetzt.", file=sys.stderr)
