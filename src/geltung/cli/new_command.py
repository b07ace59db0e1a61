"""``geltung new``."""

import hashlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geltung.cli.common import folder, print_lines
from geltung.cli.dialogue import EndOfInput, ask
from geltung.questions.errors import QuestionError

if TYPE_CHECKING:
    from geltung.writing.template import Asked


def command(
    context: typer.Context,
    id_: Annotated[str | None, typer.Option("--id", help="Laufende Nummer, etwa 202509011.", metavar="NUMMER")] = None,
    title: Annotated[str | None, typer.Option("--title", help="Titel.", metavar="TITEL")] = None,
    issued: Annotated[str | None, typer.Option("--issued", help="Tag des Erlasses („vom“).", metavar="TAG")] = None,
    file_references: Annotated[
        str | None, typer.Option("--file-references", help="Geschäftszeichen.", metavar="ZEICHEN")
    ] = None,
    valid_from: Annotated[str | None, typer.Option("--valid-from", help="Gültig ab.", metavar="TAG")] = None,
    valid_until: Annotated[
        str | None, typer.Option("--valid-until", help="Gültig bis: ein Tag oder „unbegrenzt“.", metavar="TAG")
    ] = None,
    sgb_ii: Annotated[str | None, typer.Option("--sgb-ii", help="Was sie für SGB II ist.", metavar="ANGABE")] = None,
    sgb_iii: Annotated[str | None, typer.Option("--sgb-iii", help="Was sie für SGB III ist.", metavar="ANGABE")] = None,
    familienkasse: Annotated[
        str | None, typer.Option("--familienkasse", help="Was sie für die Familienkasse ist.", metavar="ANGABE")
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", help="Originaldatei; sie wird zu den Originalen gelegt.", metavar="DATEI")
    ] = None,
) -> None:
    """Write a new directive file; what no option says is asked for."""
    from geltung.writing.files import create
    from geltung.writing.template import FIELDS, Unfit, file_name, render

    target = Path(folder(context))
    if not target.is_dir():
        raise QuestionError(f"Es gibt keinen Ordner „{target}“ mit Weisungen")
    original = Path(source) if source else None
    if original is not None and not original.is_file():
        raise QuestionError(f"„{original}“ ist keine Datei")
    stated = (id_, title, issued, file_references, valid_from, valid_until, sgb_ii, sgb_iii, familienkasse)
    options = dict(zip((field.name for field in FIELDS), stated, strict=True))
    values: dict[str, str] = {}
    for field in FIELDS:
        values[field.name] = _value(field, options[field.name])
        if field.name == "id" and (target / file_name(values["id"])).exists():
            raise QuestionError(f"„{target / file_name(values['id'])}“ gibt es schon; sie wird nicht überschrieben")
    path = target / file_name(values["id"])
    with_schema = (target / ".." / "src" / "geltung" / "schemas" / "directive.schema.json").is_file()
    try:
        kept = _kept(original, target) if original else None
        text = render(values, kept, with_schema=with_schema)
        create(path, text)
    except Unfit as error:
        raise QuestionError(str(error)) from None
    except OSError as error:
        raise QuestionError(f"„{path}“ lässt sich nicht schreiben: {error.strerror}") from None
    print_lines([str(path)])
    print(
        "Ein Entwurf: Wortlaut ergänzen, „geltung check“ ausführen, zuletzt die Zeile „draft: true“ streichen.",
        file=sys.stderr,
    )


def _value(field: "Asked", option: str | None) -> str:
    """The value of a field from its option, or as long asked for as nothing fits."""
    from geltung.writing.template import Unfit

    if option is not None:
        try:
            found = field.read(option) if option.strip() else ""
        except Unfit as error:
            raise QuestionError(str(error)) from None
        if not found and field.required:
            raise QuestionError(f"{field.question}: Die Angabe fehlt")
        return found
    while True:
        try:
            typed = ask(field.question)
        except EndOfInput:
            if not field.required:
                return ""
            raise QuestionError(f"{field.question}: Die Angabe fehlt. Nichts geschrieben") from None
        try:
            if typed or not field.required:
                return field.read(typed) if typed else ""
            print("  Die Angabe ist nötig.", file=sys.stderr)
        except Unfit as error:
            print(f"  {error}.", file=sys.stderr)


def _kept(original: Path, target: Path) -> tuple[str, str]:
    """The original's path in the collection and its SHA-256; it is put under ``sources`` if it lies elsewhere."""
    content = original.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    resolved, root = original.resolve(), target.resolve()
    if resolved.is_relative_to(root):
        return resolved.relative_to(root).as_posix(), digest
    copy = target / "sources" / original.name
    if copy.exists():
        if copy.read_bytes() != content:
            raise QuestionError(f"„{copy}“ gibt es schon mit anderem Inhalt; bitte das Original umbenennen")
    else:
        copy.parent.mkdir(exist_ok=True)
        with copy.open("xb") as stream:
            stream.write(content)
    return f"sources/{original.name}", digest
