"""``geltung show``."""

from typing import Annotated

import typer

from geltung.cli.common import Format, FormatOption, open_collection, paper, prefix, print_json, print_lines


def command(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="NUMMER[#AUFTRAG]", help="Etwa 202505010 oder 202505010#regelwerke.")],
    output: FormatOption = Format.TEXT,
) -> None:
    """One directive or task."""
    from geltung.cli import show_text
    from geltung.questions.show import show as ask
    from geltung.questions.show import show_task

    collection = open_collection(context)
    number, separator, task_id = id_.partition("#")
    if separator:
        shown, task = show_task(collection, number, task_id)
        document = shown.task_json(task)
        text = show_text.task_lines(shown, task, paper(), prefix(context))
    else:
        shown = ask(collection, number)
        document = shown.to_json()
        text = show_text.lines(shown, paper(), prefix(context))
    if output is Format.JSON:
        print_json(document)
    else:
        print_lines(text)
