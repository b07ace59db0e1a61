"""What lies in the collection's folder, and what of it is new since the store last looked."""

import hashlib
import os
from pathlib import Path
from typing import Final, NamedTuple

UNITS_FILE: Final = "units.yml"
GLOSSARY_FILE: Final = "glossary.yml"
MISSING: Final = "missing"
"""The stat of the units file where there is none: its absence is a finding, and is noticed once."""
_IGNORED: Final = frozenset(("readme.md",))
_UNSETTLED_NS: Final = 50_000_000
"""A file touched less than this before it was looked at may change again within the same time stamp."""


class Seen(NamedTuple):
    """A file's identity on disk: a stat that differs means look again, a digest that differs means read again."""

    stat: str
    touched_ns: int


def scan(directory: Path) -> dict[str, Seen]:
    """Name → identity of every file that belongs to the collection: its Markdown files, the units and the glossary."""
    found: dict[str, Seen] = {}
    with os.scandir(directory) as entries:
        for entry in entries:
            name = entry.name
            if name.startswith(".") or name.lower() in _IGNORED:
                continue
            if name.lower().endswith(".md") or name in (UNITS_FILE, GLOSSARY_FILE):
                found[name.encode(errors="replace").decode()] = _seen(entry)  # a name that is no Unicode: F001
    return found


def _seen(entry: os.DirEntry[str]) -> Seen:
    try:
        stat = entry.stat()
    except OSError:  # a link to nowhere: the reader says so
        stat = entry.stat(follow_symlinks=False)
    key = f"{stat.st_size},{stat.st_mtime_ns},{stat.st_ctime_ns},{stat.st_ino},{stat.st_mode}"
    return Seen(key, max(stat.st_mtime_ns, stat.st_ctime_ns))


def settled(seen: Seen, now_ns: int) -> str:
    """The stat to remember: none for a file changed so recently that its time stamp may not show the next change."""
    return seen.stat if seen.touched_ns < now_ns - _UNSETTLED_NS else ""


def digest(path: Path) -> str:
    """Hash of a file's content, empty for what is no regular file or cannot be read (it is then always read again)."""
    try:
        if not path.is_file() or path.stat().st_size > 64_000_000:
            return ""
        return hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    except OSError:
        return ""
