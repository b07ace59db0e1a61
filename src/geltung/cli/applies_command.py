"""``geltung applies``."""

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
    date: Annotated[
        str | None, typer.Option("--date", help="Tag, 2025-07-15 oder 15.07.2025; sonst heute.", metavar="TAG")
    ] = None,
    unit: UnitOption = None,
    area: AreaOption = None,
    known_on: Annotated[
        str | None, typer.Option("--known-on", help="Nur was bis zu diesem Tag erlassen war.", metavar="TAG")
    ] = None,
    include_parts: Annotated[
        bool, typer.Option("--include-parts", help="Auch Aufträge einzelner Mitglieder und Teile der Einheit.")
    ] = False,
    output: FormatOption = Format.TEXT,
) -> None:
    """What applies on a day to a unit."""
    from geltung.questions.applies import applies as ask

    if include_parts and unit is None:
        raise typer.BadParameter("nur zusammen mit --unit", param_hint="--include-parts")
    answer = ask(open_collection(context), date, unit, area, known_on, include_parts)
    if output is Format.JSON:
        print_json(answer.to_json())
        return
    from geltung.cli.applies_text import lines

    print_lines(lines(answer, paper(), prefix(context)))
