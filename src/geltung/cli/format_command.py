"""``geltung format``."""

import sys
from typing import Annotated

import typer

from geltung.cli.common import ERRORS_FOUND, WRONG_QUESTION, folder


def command(
    context: typer.Context,
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[DATEI]...", help="Nur diese Dateien oder Ordner; sonst alle.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Nichts schreiben; Endwert 1, wenn eine Datei anders aussehen müsste.")
    ] = False,
) -> None:
    """Bring directive files into their usual layout."""
    from geltung.cli.directive_files import directive_files, under_review
    from geltung.parse.files import read_text
    from geltung.writing.files import write_whole
    from geltung.writing.layout import format_text

    changed = failed = 0
    files = directive_files(paths or [folder(context)], folder(context))
    for path in files:
        content, found = read_text(path, path.parent)
        if content is None:
            print(f"{path}: {found[-1].message}", file=sys.stderr)
            failed += 1
            continue
        text = format_text(content, path.name)
        if text.encode("utf-8") == path.read_bytes():
            continue
        if under_review(path, content):
            print(f"{path}: nicht angefasst, die Prüfliste nennt seine Zeilen; erst „geltung review {path}“.")
            continue
        changed += 1
        if not check:
            write_whole(path, text)
        print(f"{path}: {'muss anders aussehen' if check else 'neu gesetzt'}")
    words = "müssten anders aussehen" if check else "neu gesetzt"
    print(f"{changed} von {len(files)} Dateien {words}.", file=sys.stderr)
    if failed:
        raise typer.Exit(WRONG_QUESTION)
    if check and changed:
        raise typer.Exit(ERRORS_FOUND)
