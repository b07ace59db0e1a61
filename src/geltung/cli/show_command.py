"""``geltung show``."""

from typing import Annotated

import typer

from geltung.cli.common import Format, FormatOption, open_collection, paper, prefix, print_json, print_lines


def command(
    context: typer.Context,
    id_: Annotated[
        str,
        typer.Argument(
            metavar="NUMMER[#TEIL]",
            help="Etwa 202505010, 202505010#2.1 (Abschnitt) oder 202505010#regelwerke (Auftrag).",
        ),
    ],
    output: FormatOption = Format.TEXT,
) -> None:
    """One directive, section or task."""
    from geltung.cli import show_text
    from geltung.questions.show import show as ask
    from geltung.questions.show import show_part

    collection = open_collection(context)
    number, separator, part = id_.partition("#")
    shown, task = show_part(collection, number, part) if separator else (ask(collection, number), None)
    if task is not None:
        document = shown.task_json(task)
        text = show_text.task_lines(shown, task, paper(), prefix(context))
    else:
        document = shown.to_json()
        text = show_text.lines(shown, paper(), prefix(context))
    if output is Format.JSON:
        print_json(document)
    else:
        print_lines(text)
