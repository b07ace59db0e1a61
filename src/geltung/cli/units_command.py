"""``geltung units``."""

from typing import Annotated

import typer

from geltung.cli.common import Format, FormatOption, open_collection, print_json, print_lines


def command(
    context: typer.Context,
    tree: Annotated[bool, typer.Option("--tree", help="Als Baum: Teile und Mitglieder unter ihrer Einheit.")] = False,
    output: FormatOption = Format.TEXT,
) -> None:
    """The units of the collection."""
    from geltung.cli.list_text import unit_lines, unit_tree
    from geltung.questions.errors import QuestionError
    from geltung.questions.listing import list_units, unit_json

    if tree and output is Format.JSON:
        raise QuestionError("--tree zeichnet einen Baum als Text; im JSON stehen die Beziehungen bei jeder Einheit.")
    found = list_units(open_collection(context))
    if output is Format.JSON:
        print_json({"units": [unit_json(unit) for unit in found]})
    else:
        print_lines(
            (unit_tree(found) if tree else unit_lines(found)) if found else ["Keine Organisationseinheit gefunden."]
        )
