"""``geltung search``."""

from typing import Annotated

import typer

from geltung.cli.common import (
    AreaOption,
    Format,
    FormatOption,
    UnitOption,
    open_collection,
    paper,
    prefix,
    print_json,
    print_lines,
)


def command(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORT...", help='Wörter, "Wendungen", UND/ODER/NICHT, anfang*, titel:, einheit:, az:'),
    ],
    date: Annotated[
        str | None, typer.Option("--date", help="Tag, auf den es ankommt; sonst heute.", metavar="TAG")
    ] = None,
    also_ended: Annotated[bool, typer.Option("--also-ended", help="Auch was nicht mehr gilt.")] = False,
    unit: UnitOption = None,
    area: AreaOption = None,
    section: Annotated[
        str | None,
        typer.Option("--section", help="Nur Abschnitte mit dieser Nummer oder Überschrift.", metavar="ABSCHNITT"),
    ] = None,
    limit: Annotated[
        int, typer.Option("--limit", help="Höchstens so viele Treffer.", min=1, max=1000, metavar="ZAHL")
    ] = 10,
    output: FormatOption = Format.TEXT,
) -> None:
    """Passages that answer a question."""
    from geltung.questions.lookup import day_asked
    from geltung.search.search import Filters
    from geltung.search.search import search as ask

    filters = Filters(day_asked(date), also_ended, unit, area, section)
    found = ask(open_collection(context), " ".join(words), filters, limit)
    if output is Format.JSON:
        print_json(found.to_json())
        return
    from geltung.cli.search_text import lines

    print_lines(lines(found, paper(), prefix(context), also_ended=also_ended))
