"""``geltung check``."""

import sys
from typing import Annotated

import typer

from geltung.cli.common import (
    ERRORS_FOUND,
    Format,
    FormatOption,
    open_collection,
    paper,
    prefix,
    print_json,
    print_lines,
)


def command(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[DATEI]...", help="Nur Meldungen zu diesen Dateien.")
    ] = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """All problems of the collection."""
    from pathlib import Path

    from geltung.cli import check_text
    from geltung.model.diagnostics import ERROR
    from geltung.questions.check import check as ask

    found = ask(open_collection(context), [Path(path) for path in paths or ()])
    if output is Format.JSON:
        print_json(check_text.document(found, prefix(context)))
    else:
        print_lines(check_text.lines(found, prefix(context), paper()))
        print(check_text.summary(found), file=sys.stderr)
    if any(item.severity == ERROR for item in found):
        raise typer.Exit(ERRORS_FOUND)
