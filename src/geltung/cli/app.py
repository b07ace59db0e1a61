"""The program: its commands by name, and the one place that turns outcomes into exit codes.

Exit codes: 0 for an answer, also an empty one; 1 if ``check`` finds errors; 2 if the question itself is wrong.
A command is a function ``command`` in a module of its own. The module is imported when the command is asked for, and
it imports what it needs when it runs: a question must not wait for what it does not use.
"""

import gc
import os
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer
from typer._click.exceptions import ClickException
from typer.core import TyperCommand, TyperGroup

from geltung import __version__
from geltung.cli.common import WRONG_QUESTION
from geltung.cli.german import error_text, help_text

if TYPE_CHECKING:
    from typer._click import Command

INTERNAL_ERROR: Final = 70

COMMANDS: Final = {
    "applies": ("applies_command", "Zeigt, was für eine Einheit gilt, mit Begründung."),
    "show": ("show_command", "Zeigt eine Weisung, einen ihrer Abschnitte oder Aufträge."),
    "list": ("list_command", "Listet die Weisungen der Sammlung."),
    "units": ("units_command", "Listet die Organisationseinheiten."),
    "search": ("search_command", "Sucht in allem, was die Sammlung enthält."),
    "glossary": ("glossary_command", "Zeigt das Glossar oder einen Eintrag daraus."),
    "check": ("check_command", "Prüft die Sammlung; --fix behebt, was sicher ist."),
    "import": ("import_command", "Macht aus PDF, Scan, Word oder Text einen Entwurf."),
    "new": ("new_command", "Legt eine Weisungsdatei an und fragt nach den Kopffeldern."),
    "review": ("review_command", "Geht mit Ihnen durch, was ein Import offen gelassen hat."),
    "explain": ("explain_command", "Erklärt eine Meldung mit Beispiel, etwa T007."),
    "pages": ("pages_command", "Schreibt die Seiten für die Website in einen Ordner."),
    "format": ("format_command", "Setzt Weisungsdateien einheitlich; kein Wort ändert sich."),
}
"""Name → module in this package, and what the command does."""


class GermanCommand(TyperCommand):
    """A command whose help is German throughout."""

    def get_help(self, ctx: Any) -> str:  # noqa: ANN401
        """The help page."""
        return help_text(super().get_help(ctx))


class LazyCommands(Mapping[str, "Command"]):
    """The commands, each made from its module when it is asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Command] = {}

    def __getitem__(self, name: str) -> "Command":
        if name not in self._made:
            module, said = COMMANDS[name]
            single = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)
            single.command(name, cls=GermanCommand, help=said)(import_module(f"geltung.cli.{module}").command)
            self._made[name] = typer.main.get_command(single)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class GermanGroup(TyperGroup):
    """The program itself, its help German throughout."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        super().__init__(**settings)
        self.commands = LazyCommands()  # type: ignore[assignment]

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
    version: Annotated[bool, typer.Option("--version", help="Zeigt die Version des Programms.")] = False,
) -> None:
    """Geltung: Was gilt am Tag X für die Einheit Y?"""
    if directory is not None and not directory.strip():
        raise typer.BadParameter("die Angabe des Ordners ist leer", param_hint="--directory")
    context.obj = directory
    if version:
        print(f"geltung {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        print(context.get_help())


def main() -> None:
    """Run the program and exit; whatever goes wrong is said in one German sentence on stderr."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the process
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    gc.set_threshold(50_000, 20, 50)  # a tenth of a short process went into looking for circular garbage of imports
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
    if isinstance(error, OSError) and error.strerror:  # a full disk, a folder that may only be read: nothing to report
        where = f" („{error.filename}“)" if error.filename else ""
        print(f"Fehler: Lesen oder Schreiben ging nicht{where}: {error.strerror}", file=sys.stderr)
        return INTERNAL_ERROR
    print(
        f"Interner Fehler ({type(error).__name__}: {error}). Bitte melden; GELTUNG_DEBUG=1 zeigt Einzelheiten.",
        file=sys.stderr,
    )
    return INTERNAL_ERROR


if __name__ == "__main__":
    main()
