"""The commands, their options, and the one place that turns outcomes into exit codes.

Exit codes: 0 for an answer, also an empty one; 1 if ``check`` finds errors; 2 if the question itself is wrong.
Each command imports what it needs when it runs: a question must not wait for what it does not use.
"""

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer._click.exceptions import ClickException
from typer.core import TyperCommand, TyperGroup

from geltung.cli.german import error_text, help_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from geltung.questions.collection import Collection

ERRORS_FOUND: Final = 1
WRONG_QUESTION: Final = 2
INTERNAL_ERROR: Final = 70


class Format(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"


class GermanCommand(TyperCommand):
    """A command whose help is German throughout."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The help page."""
        return help_text(super().get_help(ctx))


class GermanGroup(TyperGroup):
    """The program itself, its help German throughout."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The help page."""
        return help_text(super().get_help(ctx))


app = typer.Typer(
    cls=GermanGroup,
    rich_markup_mode=None,
    add_completion=False,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
    help="Geltung: Was gilt am Tag X für die Einheit Y?",
)

FormatOption = Annotated[Format, typer.Option("--format", help="Ausgabe als Text oder JSON.")]
AreaOption = Annotated[
    str | None, typer.Option("--area", help="Rechtskreis: SGB II, SGB III oder Familienkasse.", metavar="RECHTSKREIS")
]
UnitOption = Annotated[
    str | None,
    typer.Option("--unit", help="Organisationseinheit: Kennung, Name oder Abkürzung.", metavar="EINHEIT"),
]


@app.callback()
def geltung(
    context: typer.Context,
    directory: Annotated[
        str | None,
        typer.Option(
            "--directory",
            help="Ordner der Sammlung; sonst GELTUNG_DIRECTORY, sonst „directives“.",
            metavar="ORDNER",
        ),
    ] = None,
) -> None:
    """Geltung: Was gilt am Tag X für die Einheit Y?"""
    context.obj = directory
    if context.invoked_subcommand is None:
        print(context.get_help())


@app.command(cls=GermanCommand, help="Zeigt, was für eine Einheit gilt, mit Begründung.")
def applies(
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

    answer = ask(_open(context), date, unit, area, known_on, include_parts)
    if output is Format.JSON:
        _print_json(answer.to_json())
        return
    from geltung.cli.applies_text import lines

    _print(lines(answer, _paper(), _prefix(context)))


@app.command(cls=GermanCommand, help="Zeigt eine Weisung oder einen ihrer Aufträge.")
def show(
    context: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="NUMMER[#AUFTRAG]", help="Etwa 202505010 oder 202505010#regelwerke.")],
    output: FormatOption = Format.TEXT,
) -> None:
    """One directive or task."""
    from geltung.cli import show_text
    from geltung.questions.show import show as ask
    from geltung.questions.show import show_task

    collection = _open(context)
    number, separator, task_id = id_.partition("#")
    if separator:
        shown, task = show_task(collection, number, task_id)
        document = shown.task_json(task)
        text = show_text.task_lines(shown, task, _paper(), _prefix(context))
    else:
        shown = ask(collection, number)
        document = shown.to_json()
        text = show_text.lines(shown, _paper(), _prefix(context))
    if output is Format.JSON:
        _print_json(document)
    else:
        _print(text)


@app.command("list", cls=GermanCommand, help="Listet die Weisungen der Sammlung.")
def list_(
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
    from geltung.questions.lookup import find_area, find_day

    day = find_day(in_force_on) if in_force_on else None
    found = list_directives(_open(context), day, find_area(area) if area else None, unit)
    if output is Format.JSON:
        _print_json({"directives": [item.to_json() for item in found]})
    else:
        _print(directive_lines(found, _paper()))


@app.command(cls=GermanCommand, help="Listet die Organisationseinheiten.")
def units(
    context: typer.Context,
    tree: Annotated[bool, typer.Option("--tree", help="Als Baum: Teile und Mitglieder unter ihrer Einheit.")] = False,
    output: FormatOption = Format.TEXT,
) -> None:
    """The units of the collection."""
    from geltung.cli.list_text import unit_lines, unit_tree
    from geltung.questions.listing import list_units, unit_json

    found = list_units(_open(context))
    if output is Format.JSON:
        _print_json({"units": [unit_json(unit) for unit in found]})
    else:
        _print(unit_tree(found) if tree else unit_lines(found))


@app.command(cls=GermanCommand, help="Sucht in allem, was die Sammlung enthält.")
def search(
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
    limit: Annotated[int, typer.Option("--limit", help="Höchstens so viele Treffer.", min=1, max=1000)] = 10,
    output: FormatOption = Format.TEXT,
) -> None:
    """Passages that answer a question."""
    from geltung.questions.lookup import find_day
    from geltung.questions.today import today
    from geltung.search.search import Filters
    from geltung.search.search import search as ask

    filters = Filters(find_day(date) if date else today(), also_ended, unit, area, section)
    found = ask(_open(context), " ".join(words), filters, limit)
    if output is Format.JSON:
        _print_json(found.to_json())
        return
    from geltung.cli.search_text import lines

    _print(lines(found, _paper(), _prefix(context)))


@app.command(cls=GermanCommand, help="Zeigt das Glossar oder einen Eintrag daraus.")
def glossary(
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

    found = ask(_open(context), term)
    if output is Format.JSON:
        _print_json({"entries": [entry_json(entry) for entry in found]})
    else:
        _print(glossary_lines(found, _paper()))


@app.command(cls=GermanCommand, help="Prüft die Sammlung und nennt jedes Problem.")
def check(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[DATEI]...", help="Nur Meldungen zu diesen Dateien.")
    ] = None,
    output: FormatOption = Format.TEXT,
) -> None:
    """All problems of the collection."""
    from pathlib import Path

    from geltung.cli import check_text
    from geltung.model.diagnostics import ERROR
    from geltung.questions.check import check as ask

    found = ask(_open(context), [Path(path) for path in paths or ()])
    if output is Format.JSON:
        _print_json(check_text.document(found, _prefix(context)))
    else:
        _print(check_text.lines(found, _prefix(context), _paper()))
        print(check_text.summary(found), file=sys.stderr)
    if any(item.severity == ERROR for item in found):
        raise typer.Exit(ERRORS_FOUND)


@app.command(cls=GermanCommand, help="Schreibt die Seiten für die Website in einen Ordner.")
def pages(
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

    count = write(_open(context), Path(folder), find_day(date) if date else today())
    print(f"{count} Dateien in {folder}", file=sys.stderr)


def _open(context: typer.Context) -> "Collection":
    from geltung.questions.collection import load

    if not sys.stderr.isatty():
        return load(context.obj)
    from geltung.cli.progress import Bar

    with Bar() as bar:
        return load(context.obj, bar.show)


def _prefix(context: typer.Context) -> str:
    """What stands before a file name of the collection so that it can be opened from here."""
    from geltung.questions.collection import DEFAULT_DIRECTORY, DIRECTORY_VARIABLE

    folder = context.obj or os.environ.get(DIRECTORY_VARIABLE) or DEFAULT_DIRECTORY
    return f"{folder.rstrip(os.sep)}{os.sep}"


def _paper() -> Any:  # noqa: ANN401
    from geltung.cli.paper import Paper

    return Paper.of_terminal()


def _print(lines: Any) -> None:  # noqa: ANN401
    _write("".join(f"{line}\n" for line in lines))


def _print_json(document: dict[str, Any]) -> None:
    """One line for every field, and for every entry of a list of objects: quick to write also for a long answer."""
    import json

    encode = json.JSONEncoder(ensure_ascii=False).encode
    fields = (f"  {encode(name)}: {_entries(value, encode)}" for name, value in document.items())
    _write("{\n" + ",\n".join(fields) + "\n}\n")


def _entries(value: object, encode: "Callable[[object], str]") -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return encode(value)
    return "[\n" + ",\n".join(f"    {encode(item)}" for item in value) + "\n  ]"


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has read enough, as "head" does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> None:
    """Run the program and exit; whatever goes wrong is said in one German sentence on stderr."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    sys.exit(_run())


def _run() -> int:
    try:
        return int(app(standalone_mode=False) or 0)
    except ClickException as error:
        print(f"Fehler: {error_text(error)}\nHilfe: geltung --help", file=sys.stderr)
        return WRONG_QUESTION
    except typer.Abort:
        return 130
    except Exception as error:
        return _failed(error)


def _failed(error: Exception) -> int:
    from geltung.questions.errors import QuestionError

    if isinstance(error, QuestionError):
        print(f"Fehler: {error}", file=sys.stderr)
        return WRONG_QUESTION
    if os.environ.get("GELTUNG_DEBUG"):
        raise error
    print(
        f"Interner Fehler ({type(error).__name__}: {error}). Bitte melden; GELTUNG_DEBUG=1 zeigt Einzelheiten.",
        file=sys.stderr,
    )
    return INTERNAL_ERROR


if __name__ == "__main__":
    main()
