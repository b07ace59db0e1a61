"""``geltung check --fix``: what can be repaired for certain is shown as a diff, and written when the editor agrees."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final, TextIO

from geltung.cli.common import paper
from geltung.cli.dialogue import agrees
from geltung.cli.directive_files import directive_files, under_review
from geltung.cli.paper import Paper
from geltung.parse.files import read_text
from geltung.writing.files import diff, write_whole
from geltung.writing.repairs import repair_text

_STYLES: Final = {"-": ("red",), "+": ("green",), "@": ("dim",)}


def fix(paths: Iterable[str | Path], within: str, *, agreed: bool, shown: TextIO) -> None:
    """Repair files of the collection ``within``, the diff on ``shown``; ``agreed`` writes without asking."""
    style = paper().style if shown is sys.stdout else Paper().style
    repaired: list[tuple[Path, str]] = []
    for path in directive_files(paths, within):
        content, _ = read_text(path, path.parent)
        if content is None:
            continue
        text = repair_text(content, path.name, keep_lines=under_review(path, content))
        if text != content:
            repaired.append((path, text))
            for line in diff(content, text, str(path)):
                print(style(line, *_STYLES.get(line[:1], ())), file=shown)
    if not repaired:
        print("Nichts, was sich sicher beheben lässt.", file=sys.stderr)
    elif agreed or agrees(f"{_files(len(repaired))} so ändern?"):
        for path, text in repaired:
            write_whole(path, text)
        print(f"{_files(len(repaired))} geändert.", file=sys.stderr)
    else:
        print("Nichts geändert.", file=sys.stderr)


def _files(count: int) -> str:
    return "1 Datei" if count == 1 else f"{count} Dateien"
