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
    from geltung.questions.lookup import find_day
    from geltung.questions.today import today

    count = write(open_collection(context), Path(folder), find_day(date) if date else today())
    print(f"{count} Dateien in {folder}", file=sys.stderr)
