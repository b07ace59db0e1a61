"""``geltung list``."""

from typing import Annotated

import typer

from geltung.cli.common import (
    AreaOption,
    Format,
    FormatOption,
    UnitOption,
    open_collection,
    paper,
    print_json,
    print_lines,
)


def command(
    context: typer.Context,
    in_force_on: Annotated[
        str | None, typer.Option("--in-force-on", help="Nur was an diesem Tag in Kraft ist.", metavar="TAG")
    ] = None,
    area: AreaOption = None,
    unit: UnitOption = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """The directives of the collection."""
    from geltung.cli.list_text import directive_lines
    from geltung.questions.listing import list_directives
    from geltung.questions.lookup import day_asked, find_area

    day = None if in_force_on is None else day_asked(in_force_on)
    found = list_directives(open_collection(context), day, None if area is None else find_area(area), unit)
    if output is Format.JSON:
        print_json({"directives": [item.to_json() for item in found]})
    else:
        print_lines(directive_lines(found, paper()))
