"""``geltung import``."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from geltung.cli.common import WRONG_QUESTION, Format, FormatOption, folder, print_json, print_lines
from geltung.questions.errors import QuestionError

if TYPE_CHECKING:
    from geltung.importing.drafting.keeping import Imported
    from geltung.importing.recognise import Known

_NO_UNITS: Final = (
    "Keine Sammlung gefunden: In {places} liegt keine units.yml, deshalb ist keine Organisationseinheit bekannt und "
    "kein Adressat zugeordnet. Mit „geltung --directory ORDNER import …“ die Sammlung nennen."
)


def command(
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="DATEI...", help="Weisungen als .txt, .pdf, Bild, .docx oder .html.")
    ],
    to: Annotated[
        str | None, typer.Option("--to", help="Ordner für die Entwürfe; sonst die Sammlung.", metavar="ORDNER")
    ] = None,
    references: Annotated[
        bool, typer.Option("--references", help="Für unbekannte zitierte Weisungen Nachweise anlegen.")
    ] = False,
    output: FormatOption = Format.TEXT,
) -> None:
    """Write drafts of foreign documents; one that cannot be read does not stop the others."""
    from geltung.cli import import_text

    target = _target(context, to)
    known = _known(context, target)
    if not known.units.registry.units:
        places = " und ".join(dict.fromkeys(f"„{place}“" for place in (folder(context), str(target))))
        print(_NO_UNITS.format(places=places), file=sys.stderr)
    done, failed = _import_all(list(map(Path, files)), target, known, references=references)
    if output is Format.JSON:
        print_json(import_text.document(done, failed))
    else:
        print_lines(import_text.lines(done, ()))
        for file, message in failed:
            print(f"{file}: kein Entwurf. {message}", file=sys.stderr)
        if done:
            print(import_text.hint(done), file=sys.stderr)
    if not done:
        raise typer.Exit(WRONG_QUESTION)


def _target(context: typer.Context, to: str | None) -> Path:
    target = Path(to or folder(context))
    if to is None and not target.is_dir():
        raise QuestionError(f"Es gibt keinen Ordner „{target}“ mit Weisungen; mit --to einen Ordner nennen")
    if target.exists() and not target.is_dir():
        raise QuestionError(f"„{target}“ ist kein Ordner")
    return target


def _known(context: typer.Context, target: Path) -> "Known":
    """What the collection knows; without one, what the target folder does; else nothing."""
    from geltung.corpus.registry import Registry
    from geltung.importing.recognise import known_from
    from geltung.importing.vocabulary import known_of
    from geltung.questions.collection import load

    for place in (Path(folder(context)), target):
        if (place / "units.yml").is_file():
            collection = load(place)
            try:
                return known_of(collection.corpus())
            finally:
                collection.close()
    return known_from(Registry(()), (), frozenset(), frozenset())


def _import_all(
    files: list[Path], target: Path, known: "Known", *, references: bool
) -> tuple[list["Imported"], list[tuple[str, str]]]:
    from geltung.importing.drafting.keeping import NotImported, import_file
    from geltung.writing.template import file_name

    with_schema = (target / ".." / "src" / "geltung" / "schemas" / "directive.schema.json").is_file()
    done: list[Imported] = []
    failed: list[tuple[str, str]] = []
    for path in _shown(files):
        try:
            item = import_file(path, target, known, file_name, references=references, with_schema=with_schema)
        except NotImported as error:
            failed.append((str(path), str(error)))
        except Exception as error:
            if os.environ.get("GELTUNG_DEBUG"):
                raise
            failed.append((str(path), f"Interner Fehler ({type(error).__name__}: {error}). Bitte melden."))
        else:
            done.append(item)
            known = replace(known, ids=known.ids | {item.id}) if item.id else known
    return done, failed


def _shown(files: list[Path]) -> Iterable[Path]:
    """The files, with a progress line on a terminal if there are several."""
    if len(files) < 2 or not sys.stderr.isatty():
        yield from files
        return
    from geltung.cli.progress import Bar

    with Bar("Importiere", fewest=2) as bar:
        for number, path in enumerate(files):
            bar.show(number, len(files))
            yield path
