"""``geltung pages``: the generated files of the site, for any generator."""

import sys
from typing import Annotated

import typer

from geltung.cli.common import open_collection


def command(
    context: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="ORDNER", help="Dorthin; was anderes dort liegt, bleibt.")],
    date: Annotated[
        str | None,
        typer.Option("--date", help="Tag, dessen Stand die Seiten zeigen; sonst heute.", metavar="TAG"),
    ] = None,
) -> None:
    """The generated files of the site."""
    from pathlib import Path

    from geltung.cli.pages import write
    from geltung.questions.errors import QuestionError
    from geltung.questions.lookup import day_asked

    if not folder:  # would be the folder one is in, filled with hundreds of files
        raise QuestionError("Der Ordner für die Seiten ist leer angegeben; etwa: geltung pages seiten")
    count = write(open_collection(context), Path(folder), day_asked(date))
    print(f"{count} Dateien in {folder}", file=sys.stderr)
