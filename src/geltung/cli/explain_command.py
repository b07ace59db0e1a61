"""``geltung explain``."""

from typing import Annotated

import typer

from geltung.cli.common import paper, print_lines
from geltung.questions.errors import UnknownRecord


def command(
    code: Annotated[str, typer.Argument(metavar="KENNUNG", help="Kennung einer Meldung, etwa T007.")],
) -> None:
    """What a code of check means."""
    from geltung.explain.pages import EXPLANATIONS, lines

    wanted = code.strip().upper()
    if wanted not in EXPLANATIONS:
        import difflib

        near = ", ".join(difflib.get_close_matches(wanted, EXPLANATIONS, n=3, cutoff=0.5))
        raise UnknownRecord(f"Keine Meldung heißt „{code}“.{f' Ähnlich: {near}' if near else ''}")
    page = paper()
    for line in lines(wanted):
        if line.startswith("    "):
            print_lines([line])
        else:
            print_lines(page.wrap(line) if line else [""])
