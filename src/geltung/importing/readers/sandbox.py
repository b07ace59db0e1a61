"""Reads PDF, Word and HTML files in a process of its own, with bounded memory, time and output.

A hostile file can make any parser slow or large; here that costs the child its life and the editor a message.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import geltung
from geltung.importing.readers.limits import CHILD_OUTPUT, CHILD_SECONDS
from geltung.importing.readers.lines import RawLine
from geltung.importing.source import Link, Unreadable

_WORKER: Final = "geltung.importing.readers.worker"
TOO_MUCH: Final = (
    "Die Datei lässt sich mit vertretbarem Aufwand nicht lesen: Sie ist beschädigt oder so gebaut, dass sie sehr viel "
    "Speicher oder Zeit braucht. Bitte das Original noch einmal besorgen oder den Text als .txt speichern."
)


def run(kind: str, path: Path) -> dict[str, Any]:
    """What the worker says about the file: its lines, and for a PDF what its pages are made of."""
    command = [sys.executable, "-P", "-m", _WORKER, kind, str(path.resolve())]
    with tempfile.TemporaryFile() as answer:
        try:
            done = subprocess.run(
                command, stdin=subprocess.DEVNULL, stdout=answer, stderr=subprocess.DEVNULL,
                timeout=CHILD_SECONDS, env=_environment(), check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise Unreadable(TOO_MUCH) from None
        if done.returncode != 0 or answer.tell() > CHILD_OUTPUT:
            raise Unreadable(TOO_MUCH)
        answer.seek(0)
        said: dict[str, Any] = json.loads(answer.read())
    if "error" in said:
        raise Unreadable(said["error"])
    return said


def lines(said: dict[str, Any]) -> list[RawLine]:
    """The lines of a worker's answer."""
    return [
        RawLine(
            *(text, page, style, tuple(cells)),
            tuple(Link(label, address) for label, address in links),
            *(tuple(struck), tuple(inserted)),
        )
        for text, page, style, cells, links, struck, inserted in said["lines"]
    ]


def _environment() -> dict[str, str]:
    """The environment with this very package importable."""
    here = str(Path(geltung.__file__).parent.parent)
    others = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([here, others] if others else [here])}
