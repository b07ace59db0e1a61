"""``geltung glossary``."""

from typing import Annotated

import typer

from geltung.cli.common import Format, FormatOption, open_collection, paper, print_json, print_lines


def command(
    context: typer.Context,
    term: Annotated[
        str | None, typer.Argument(metavar="[WORT]", help="Nur Einträge zu diesem Wort, etwa EZ oder Postfach.")
    ] = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """The glossary."""
    from geltung.cli.search_text import glossary_lines
    from geltung.questions.glossary import entry_json
    from geltung.questions.glossary import glossary as ask

    found = ask(open_collection(context), term)
    if output is Format.JSON:
        print_json({"entries": [entry_json(entry) for entry in found]})
    else:
        print_lines(glossary_lines(found, paper()))
