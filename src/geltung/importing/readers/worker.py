"""The process that reads one foreign file: ``python -m geltung.importing.readers.worker KIND PATH``.

It limits itself before it imports a parser, and writes one JSON object: ``{"lines": …}`` or ``{"error": …}``.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from geltung.importing.readers.limits import CHILD_MEMORY, CHILD_OUTPUT, CHILD_SECONDS
from geltung.importing.source import Unreadable

_MODULES: Final = {"pdf": "pdf", "docx": "docx_file", "html": "html_file"}


def limit() -> None:
    """Bound this process where the system can; on Windows the caller's time limit and the file limits hold."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_MEMORY, CHILD_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CHILD_SECONDS, CHILD_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (CHILD_OUTPUT, CHILD_OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Read the file named on the command line; exit code 0 also for a file that is refused with a message."""
    kind, path = sys.argv[1:]
    limit()
    module = import_module(f"geltung.importing.readers.{_MODULES[kind]}")
    try:
        said = module.read(Path(path))
        said["lines"] = [
            (
                *(line.text, line.page, line.style, line.cells),
                [(link.label, link.address) for link in line.links],
                *(line.struck, line.inserted),
            )
            for line in said["lines"]
        ]
    except Unreadable as refused:
        said = {"error": str(refused)}
    sys.stdout.buffer.write(json.dumps(said, ensure_ascii=True).encode())
    sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
