"""``geltung check``."""

import sys
from enum import StrEnum
from typing import Annotated

import typer

from geltung.cli.common import ERRORS_FOUND, folder, open_collection, paper, prefix, print_json, print_lines


class CheckFormat(StrEnum):
    """How findings are written: for people, for programs, or as annotations of a merge request."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"


CheckFormatOption = Annotated[
    CheckFormat,
    typer.Option("--format", help="Ausgabe als Text oder JSON, oder als Anmerkung für GitHub oder GitLab."),
]


def command(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[DATEI]...", help="Nur Meldungen zu diesen Dateien.")
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Beheben, was sicher ist: fehlende Kennungen, klar genannte Tage, Ordnung.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Mit --fix: schreiben, ohne zu fragen.")] = False,
    output: CheckFormatOption = CheckFormat.TEXT,
) -> None:
    """All problems of the collection; with --fix after what can be repaired for certain."""
    from pathlib import Path

    from geltung.cli import check_annotations, check_text
    from geltung.questions.check import blocking
    from geltung.questions.check import check as ask

    if fix:
        from geltung.questions.check import names

        root = Path(folder(context))
        chosen = [str(root / name) for name in names(open_collection(context), map(Path, paths or ()))]
        from geltung.cli.check_fix import fix as repair

        shown = sys.stdout if output is CheckFormat.TEXT else sys.stderr
        repair(chosen or [folder(context)], folder(context), agreed=yes, shown=shown)
    elif yes:
        raise typer.BadParameter("nur zusammen mit --fix", param_hint="--yes")
    found = ask(open_collection(context), [Path(path) for path in paths or ()])
    stopping = blocking(found)
    before = prefix(context)
    if output is CheckFormat.JSON:
        print_json(check_text.document(found, before))
    elif output is CheckFormat.GITHUB:
        print_lines(check_annotations.github(found, before))
    elif output is CheckFormat.GITLAB:
        print_lines([check_annotations.gitlab(found, before)])
    else:
        print_lines(check_text.lines(found, before, paper()))
        print(check_text.summary(found, stopping), file=sys.stderr)
    if stopping:
        raise typer.Exit(ERRORS_FOUND)
