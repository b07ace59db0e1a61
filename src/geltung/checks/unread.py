"""Files that look like directives but lie where nobody reads them."""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from geltung.corpus.corpus import Corpus
from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic

_LIKE: Final = re.compile(r"[0-9]{9}\.(?:md|markdown|md\.txt)\Z", re.IGNORECASE)


def check_unread(corpus: Corpus, directory: Path, read: Collection[str]) -> Iterator[Diagnostic]:
    """F014: files named like a directive, in subfolders or with another ending, that are no originals or annexes.

    ``read`` are the names of the files that the collection consists of.
    """
    kept = {name for directive in corpus.directives() for name in (annex.file for annex in directive.annexes) if name}
    kept |= {directive.origin.file for directive in corpus.directives() if directive.origin}
    for name in _files(directory):
        file = name.rpartition("/")[2]
        if not _LIKE.match(file) or name in read or name in kept:
            continue
        yield finding(
            name,
            1,
            "F014",
            f"Eine Weisung muss als „{file[:9]}.md“ unmittelbar im Ordner der Sammlung liegen; „{name}“ wird nicht "
            "gelesen und fehlt in jeder Antwort. Vorschlag: die Datei dorthin verschieben oder, wenn sie keine Weisung "
            "ist, anders nennen.",
        )


def _files(directory: Path) -> Iterator[str]:
    """The files below a folder, hidden ones and those behind links to folders left out, with forward slashes."""
    for folder, folders, files in os.walk(directory):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in sorted(files):
            yield (Path(folder) / file).relative_to(directory).as_posix().encode(errors="replace").decode()
