"""Changing files: shown as a diff, written whole or not at all."""

import difflib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path


def diff(before: str, after: str, name: str) -> Iterator[str]:
    """The lines of a unified diff."""
    old, new = before.splitlines(), after.splitlines()
    return difflib.unified_diff(old, new, name, name, "vorher", "nachher", n=2, lineterm="")


def write_whole(path: Path, text: str) -> None:
    """Replace a file's content, so that whoever looks sees the old or the new one; raises OSError."""
    target = path.resolve()
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    descriptor, name = tempfile.mkstemp(prefix=".geltung-", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(text.encode("utf-8"))
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(mode if mode is not None else _usual_mode())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def create(path: Path, text: str) -> None:
    """Write a new file; raises FileExistsError if there is one, other OSError if it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as stream:
        stream.write(text)


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
