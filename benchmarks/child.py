"""What a benchmark measures inside a process of its own: ``python -m benchmarks.child load|peer DIR``.

Prints JSON: seconds of the work, with the imports that it needs, and the peak memory of the process.
"""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final


def load(directory: Path) -> int:
    """Read a whole collection into a new store."""
    from geltung.questions.collection import load as load_collection

    collection = load_collection(directory)
    count: int = collection.connection.execute("SELECT count(*) FROM file").fetchone()[0]
    collection.close()
    return count


def peer(directory: Path) -> int:
    """Read the same files with CSafeLoader and markdown-it-py alone."""
    import yaml
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable("table")
    paths = sorted(directory.glob("*.md"))
    for path in paths:
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yaml.load(head, Loader=yaml.CSafeLoader)
        parser.parse(body)
    units = directory / "units.yml"
    yaml.load(units.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return len(paths) + 1


TASKS: Final[dict[str, Callable[[Path], int]]] = {"load": load, "peer": peer}


def main() -> None:
    """Command line."""
    task, directory = sys.argv[1:]
    start, cpu = time.perf_counter(), time.process_time()
    files = TASKS[task](Path(directory))
    measured = {"cpu": time.process_time() - cpu, "elapsed": time.perf_counter() - start, "files": files}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / 2**20 if sys.platform == "darwin" else peak / 2**10
    print(json.dumps({**measured, "peak_mb": megabytes}))


if __name__ == "__main__":
    main()
