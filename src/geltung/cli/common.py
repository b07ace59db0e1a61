"""What commands share: options that mean the same everywhere, opening the collection, and printing."""

import os
import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

if TYPE_CHECKING:
    from geltung.cli.paper import Paper
    from geltung.questions.collection import Collection

ERRORS_FOUND: Final = 1
WRONG_QUESTION: Final = 2


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="Ausgabe als Text oder JSON.")]
AreaOption = Annotated[
    str | None, typer.Option("--area", help="Rechtskreis: SGB II, SGB III oder Familienkasse.", metavar="RECHTSKREIS")
]
UnitOption = Annotated[
    str | None,
    typer.Option("--unit", help="Organisationseinheit: Kennung, Name oder Abkürzung.", metavar="EINHEIT"),
]


def open_collection(context: typer.Context) -> "Collection":
    """The collection that the command line names, brought up to date; on a terminal with a progress line."""
    from geltung.questions.collection import load

    if not sys.stderr.isatty():
        return load(context.obj)
    from geltung.cli.progress import Bar

    with Bar() as bar:
        return load(context.obj, bar.show)


def folder(context: typer.Context) -> str:
    """The folder of the collection that the command line names."""
    from geltung.questions.collection import DEFAULT_DIRECTORY, DIRECTORY_VARIABLE

    return str(context.obj or os.environ.get(DIRECTORY_VARIABLE) or DEFAULT_DIRECTORY)


def prefix(context: typer.Context) -> str:
    """What stands before a file name of the collection so that it can be opened from here."""
    return f"{folder(context).rstrip(os.sep)}{os.sep}"


def paper() -> "Paper":
    """The page that stdout is."""
    from geltung.cli.paper import Paper

    return Paper.of_terminal()


def print_lines(lines: Iterable[str]) -> None:
    """Print lines."""
    _write("".join(f"{line}\n" for line in lines))


def print_json(document: dict[str, Any]) -> None:
    """One line for every field, and for every entry of a list of objects: quick to write also for a long answer."""
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    fields = (f"  {encode(name)}: {_entries(value, encode)}" for name, value in document.items())
    _write("{\n" + ",\n".join(fields) + "\n}\n")


def _entries(value: object, encode: Callable[[object], str]) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return encode(value)
    return "[\n" + ",\n".join(f"    {encode(item)}" for item in value) + "\n  ]"


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough, as "head" does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
