"""Measure the speed bars: ``python -m benchmarks.run [--directives N] [--real DIR] [--out FILE]``.

Every bar is a ratio against its stated peer, both measured in this run, in turns. Exit code 1 if a bar is missed.
"""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.bars import after_a_change, first_load, growth, start_up
from benchmarks.generate import Size, generate
from benchmarks.questions import measure
from benchmarks.timing import HEADER, ROOT, Processes, Result

PARTS: Final = "abcde"


def run(size: int, real: Path, folder: Path, parts: str, factor: float) -> Iterator[Result]:
    """The measurements; ``factor`` scales the repetitions, ``folder`` takes the collections and stores."""
    cache = folder / "store"
    cache.mkdir(mode=0o700, exist_ok=True)
    os.environ["GELTUNG_CACHE"] = str(cache)
    processes = Processes(cache)
    large = collection(folder, size)
    if "e" in parts:
        sizes = {count: collection(folder, count) for count in (size // 4, size // 2, size)}
        yield from growth(processes, sizes, cache, _times(2, factor))
    if "d" in parts:
        yield first_load(processes, large, cache, _times(3, factor))
    if "a" in parts:
        yield start_up(processes, real, _times(40, factor))
    if "b" in parts:
        yield from measure(large, _times(1000, factor))
    if "c" in parts:
        yield from after_a_change(processes, real, large, _times(15, factor))


def collection(folder: Path, directives: int) -> Path:
    """A synthetic collection of this size, with ten tasks a directive; generated if it is not there yet."""
    directory = folder / f"synthetic-{directives}"
    if not directory.exists():
        print(f"generating {directory.name} …", file=sys.stderr)
        generate(directory, Size(directives=directives, tasks=directives * 10))
    return directory


def _times(repetitions: int, factor: float) -> int:
    return max(1, round(repetitions * factor))


def report(results: list[Result], size: int) -> str:
    """The report as Markdown."""
    machine = f"Python {platform.python_version()}, {os.cpu_count()} CPUs, {platform.system()} {platform.machine()}"
    first = f"Synthetic collection of {size:,} directives with {size * 10:,} tasks. {machine}."
    second = "Every row and its peer were measured in one run, in turns; times are of the processor."
    rows = [result.row() for result in sorted(results, key=lambda result: result.name[0])]
    return "\n".join([first, second, "", HEADER, *rows, ""])


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--directives", type=int, default=10_000, help="size of the synthetic collection")
    parser.add_argument("--real", type=Path, default=ROOT / "directives", help="the real collection")
    parser.add_argument("--out", type=Path, help="file for the report, else standard output")
    parser.add_argument("--folder", type=Path, help="keep collections and stores here, to measure again")
    parser.add_argument("--parts", default=PARTS, help="letters of the bars to measure")
    parser.add_argument("--factor", type=float, default=1.0, help="scales the numbers of repetitions")
    given = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory(prefix="geltung-benchmark-") as temporary:
        folder: Path = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for result in run(given.directives, given.real.resolve(), folder.resolve(), given.parts, given.factor):
            print(result.row(), file=sys.stderr)
            results.append(result)
    text = report(results, given.directives)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        print(text)
    return 0 if all(result.met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
