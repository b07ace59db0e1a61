"""Data as classic scripts: a page opened from the disk may load these, but may neither fetch JSON nor load modules."""

import hashlib
import json
from collections.abc import Iterable, Iterator

from geltung.exports.generated import GeneratedFile

FUNCTION = "geltungDaten"
"""The global function that every data script calls: (stamp, name, data)."""

Payload = tuple[str, object]
"""Name of a file, relative to the folder and without ".js", and what is in it."""


def stamp_of(payloads: Iterable[tuple[str, str]]) -> str:
    """A short text that changes with any of the data, so that no page mixes files of two builds."""
    digest = hashlib.sha256()
    for name, text in payloads:
        digest.update(f"{name}\n{text}\n".encode(errors="replace"))
    return digest.hexdigest()[:12]


def data_scripts(folder: str, payloads: Iterable[Payload]) -> tuple[str, Iterator[GeneratedFile]]:
    """The stamp of some data, and its files."""
    texts = [(name, _encoded(data)) for name, data in payloads]
    stamp = stamp_of(texts)
    return stamp, (_script(folder, stamp, name, text) for name, text in texts)


def _script(folder: str, stamp: str, name: str, text: str) -> GeneratedFile:
    return GeneratedFile(f"{folder}/{name}.js", f"{FUNCTION}({_encoded(stamp)},{_encoded(name)},{text});\n")


def _encoded(data: object) -> str:
    """JSON in one line, ASCII alone: it says the same whatever character set a server states for scripts."""
    return json.dumps(data, separators=(",", ":"))
