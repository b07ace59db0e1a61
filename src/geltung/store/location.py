"""Where the store of a collection lies: a cache folder that git ignores, never inside the collection itself."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

FOLDER = ".geltung"


def store_path(directory: Path) -> Path | None:
    """The store's file for a collection; None if no place for it can be written.

    GELTUNG_CACHE names the folder; otherwise it is ``.geltung`` at the root of the git repository that holds the
    collection, otherwise the user's cache folder. Never a place that others can write to.
    """
    resolved = directory.resolve()
    name = f"{resolved.name or 'root'}-{hashlib.sha256(str(resolved).encode()).hexdigest()[:12]}.sqlite"
    for folder in _candidates(resolved):
        if _usable(folder):
            return folder / name
    return None


def _candidates(directory: Path) -> list[Path]:
    if stated := os.environ.get("GELTUNG_CACHE"):
        return [Path(stated)]
    found = [parent / FOLDER for parent in directory.parents if (parent / ".git").exists()][:1]
    base = os.environ.get("XDG_CACHE_HOME")
    with suppress(RuntimeError):  # a user without a home, as in some containers
        found.append((Path(base) if base else Path.home() / ".cache") / "geltung")
    return found


def _usable(folder: Path) -> bool:
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True)
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
        return os.access(folder, os.W_OK) and not folder.stat().st_mode & 0o002
    except OSError:
        return False
