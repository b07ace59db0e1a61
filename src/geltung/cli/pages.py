"""``geltung pages``: the generated part of the site as a folder of files, for any generator of static sites."""

import shutil
from datetime import date
from pathlib import Path
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.pages import build
from geltung.questions.collection import Collection
from geltung.questions.errors import QuestionError

LIST: Final = ".geltung-seiten"
"""The list of what was written, so that the next run deletes what is no longer made, and nothing else."""


class NotWritten(QuestionError):
    """The folder cannot take the pages."""


def write(collection: Collection, folder: Path, today: date) -> int:
    """Write all generated files into a folder and delete what an earlier run wrote and this one does not.

    Returns how many files there are. Files that somebody else put there stay. Raises NotWritten.
    """
    if collection.directory and _hold_each_other(collection.directory.resolve(), folder.resolve()):
        raise NotWritten(f"„{folder}“ und die Sammlung liegen ineinander; die Seiten brauchen einen eigenen Ordner.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        before = _listed(folder)
        written = []
        for made in build(collection, today):
            _write(made, folder)
            written.append(made.path)
        for path in before - set(written):
            (folder / path).unlink(missing_ok=True)
        (folder / LIST).write_text("".join(f"{path}\n" for path in sorted(written)), encoding="utf-8")
    except OSError as error:
        raise NotWritten(f"In den Ordner „{folder}“ lässt sich nicht schreiben: {error.strerror or error}") from None
    return len(written)


def _hold_each_other(one: Path, other: Path) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _listed(folder: Path) -> set[str]:
    path = folder / LIST
    if not path.is_file():
        return set()
    names = path.read_text(encoding="utf-8").splitlines()
    root = folder.resolve()
    return {name for name in names if name and (folder / name).resolve().is_relative_to(root)}


def _write(made: GeneratedFile, folder: Path) -> None:
    """Write one file, unless it already holds just that: generators look at the time of a change."""
    path = folder / made.path
    if isinstance(made.content, Path):
        if not path.exists() or path.stat().st_mtime_ns < made.content.stat().st_mtime_ns:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made.content, path)
        return
    content = made.content.encode() if isinstance(made.content, str) else made.content
    if not path.is_file() or path.read_bytes() != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
