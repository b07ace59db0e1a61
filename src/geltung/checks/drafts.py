"""Checks of drafts: that a file is one, and what is still open in its review list."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from geltung.corpus.corpus import Corpus, is_draft
from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive
from geltung.model.terms import REVIEW_LIST


def says_so(corpus: Corpus) -> Iterator[Diagnostic]:
    """D001: a draft takes no part in answers."""
    for directive in _drafts(corpus):
        yield finding(
            directive.file,
            directive.line_of("draft"),
            "D001",
            f"{directive.id} ist ein Entwurf und zählt in keiner Antwort. Vorschlag: prüfen, dann „geltung review "
            f"{directive.file}“; ohne Prüfliste die Zeile „draft: true“ streichen.",
            (directive.id,),
        )


def check_review_lists(corpus: Corpus, directory: Path) -> Iterator[Diagnostic]:
    """D002, D003, D004: what nobody has decided yet in the review lists, and lists that serve nobody."""
    directives = {review_list_of(directive.file): directive for directive in corpus.directives()}
    for name in sorted(path.name for path in directory.glob(f"*{REVIEW_LIST}")):
        file = name.removesuffix(REVIEW_LIST) + ".md"
        if name in directives:
            yield from _of_list(directives[name], name, directory)
        elif not (directory / file).exists():
            yield finding(
                name,
                1,
                "D003",
                f"Zur Prüfliste „{name}“ muss es eine Datei „{file}“ geben; sie fehlt. Vorschlag: die Weisung "
                "zurückholen oder die Prüfliste löschen.",
            )


def _of_list(directive: Directive, name: str, directory: Path) -> Iterator[Diagnostic]:
    from geltung.parse.review_list import Unreadable, all_decided, open_points  # imports the YAML reader

    draft = is_draft(directive)
    if not draft and all_decided(directory / name, directory):
        return
    line = directive.line_of("draft")
    try:
        count = open_points(directory / name, directory)
    except Unreadable as error:
        message = f"Die Prüfliste „{name}“ ist nicht lesbar: {error} Vorschlag: den letzten Stand zurückholen."
        yield finding(directive.file, line, "D003", message, (directive.id,))
        return
    if not count:
        return
    points = "1 offenen Punkt" if count == 1 else f"{count} offene Punkte"
    message = f"Die Prüfliste „{name}“ hat noch {points}"
    if draft:
        message = f"{message}. Vorschlag: geltung review {directive.file}"
        yield finding(directive.file, line, "D002", message, (directive.id,))
    else:
        message = (
            f"{message}; die Weisung ist aber kein Entwurf und zählt in den Antworten. Vorschlag: geltung review "
            f"{directive.file}, oder „draft: true“ wieder in den Kopf schreiben."
        )
        yield finding(directive.file, line, "D004", message, (directive.id,))


def review_list_of(file: str) -> str:
    """The name of the review list beside a file: 202509011.md → 202509011.review.yml."""
    return str(PurePosixPath(file).with_suffix(REVIEW_LIST))


def _drafts(corpus: Corpus) -> Iterator[Directive]:
    return (directive for directive in corpus.directives() if is_draft(directive))
