"""Checks of drafts: that a file is one, and what is still open in its review list."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from geltung.corpus.corpus import Corpus, is_draft
from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.records import Directive


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
    """D002, D003: the points that nobody has decided yet in the review list beside a draft, if there is one."""
    from geltung.parse.review_list import Unreadable, open_points  # imports the YAML reader, which no question needs

    for directive in _drafts(corpus):
        name = review_list_of(directive.file)
        path = directory / name
        if not path.is_file():
            continue
        line = directive.line_of("draft")
        try:
            count = open_points(path, directory)
        except Unreadable as error:
            message = f"Die Prüfliste „{name}“ ist nicht lesbar: {error} Vorschlag: den letzten Stand zurückholen."
            yield finding(directive.file, line, "D003", message, (directive.id,))
            continue
        if count:
            points = "1 offenen Punkt" if count == 1 else f"{count} offene Punkte"
            message = f"Die Prüfliste „{name}“ hat noch {points}. Vorschlag: geltung review {directive.file}"
            yield finding(directive.file, line, "D002", message, (directive.id,))


def review_list_of(file: str) -> str:
    """The name of the review list beside a file: 202509011.md → 202509011.review.yml."""
    return str(PurePosixPath(file).with_suffix(".review.yml"))


def _drafts(corpus: Corpus) -> Iterator[Directive]:
    return (directive for directive in corpus.directives() if is_draft(directive))
