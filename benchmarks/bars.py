"""The bars on whole processes and on loading, each against its stated peer, measured in turns."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from benchmarks.timing import Processes, Result, Samples, ms, quantile

QUESTION: Final = ("applies", "--unit", "EZ", "--date", "2025-07-15", "--format", "json")
PER_DIRECTIVE: Final = 1.25
"""What a directive of the largest collection may cost against one of the smallest, so that growth counts as linear."""
_DUE: Final = re.compile(r"due_on=(\d{4}-\d\d-\d\d)(?! recurrence)")


def start_up(processes: Processes, real: Path, repetitions: int) -> Result:
    """a. A question on the real collection, store warm, against importing Typer."""
    asked, imported = Samples(), Samples()
    processes.geltung(real, *QUESTION)
    for _ in range(repetitions):
        processes.run("import typer", samples=imported)
        processes.geltung(real, *QUESTION, samples=asked)
    name = "a. `applies` as a whole process, real collection"
    return Result.of(name, asked, imported, '`python -c "import typer"`', 2, f"{repetitions} each", 0.5)


def after_a_change(processes: Processes, real: Path, synthetic: Path, repetitions: int) -> Iterator[Result]:
    """c. The next question after a deadline was changed in one of many files, against the warm one on the real ones."""
    changed, unchanged, warm = Samples(), Samples(), Samples()
    files = _with_deadlines(synthetic, repetitions)
    processes.geltung(synthetic, *QUESTION)
    processes.geltung(real, *QUESTION)
    for path in files:
        processes.geltung(real, *QUESTION, samples=warm)
        processes.geltung(synthetic, *QUESTION, samples=unchanged)
        before = path.read_text(encoding="utf-8")
        path.write_text(_postponed(before), encoding="utf-8")
        processes.geltung(synthetic, *QUESTION, samples=changed)
        path.write_text(before, encoding="utf-8")
        processes.geltung(synthetic, *QUESTION)
    peer, times = "the warm one on the real collection", f"{len(files)} each"
    yield Result.of("c. the next `applies` after one file changed", changed, warm, peer, 10, times, 0.5)
    yield Result.of("c. … without a change", unchanged, warm, peer, None, times, 0.5)


def _with_deadlines(directory: Path, count: int) -> list[Path]:
    """Files with a deadline, spread evenly over the collection."""
    paths = [path for path in sorted(directory.glob("2*.md")) if _DUE.search(path.read_text(encoding="utf-8"))]
    step = max(1, len(paths) // count)
    return paths[step // 2 :: step][:count]


def _postponed(text: str) -> str:
    """The text with its first deadline a day later, in the attribute and in the words."""
    found = _DUE.search(text)
    assert found is not None
    day = date.fromisoformat(found.group(1))
    later = day + timedelta(days=1)
    words = text.replace(f"{day:%d.%m.%Y}", f"{later:%d.%m.%Y}")
    return words.replace(found.group(), f"due_on={later}", 1)


def first_load(processes: Processes, synthetic: Path, store: Path, repetitions: int) -> Result:
    """d. The first load against CSafeLoader and markdown-it-py alone on the same files."""
    loads, peers = Samples(), Samples()
    for _ in range(repetitions):
        processes.child("peer", synthetic, peers)
        _forget(store)
        processes.child("load", synthetic, loads)
    peer = "CSafeLoader and markdown-it-py alone on the same files"
    return Result.of("d. first load", loads, peers, peer, 3, f"{repetitions} each", 0.5)


def growth(processes: Processes, sizes: dict[int, Path], store: Path, repetitions: int) -> Iterator[Result]:
    """e. Time and memory of the first load per directive, at growing sizes."""
    seconds = {size: Samples() for size in sizes}
    peaks: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(repetitions):
        for size, directory in sizes.items():
            _forget(store)
            peaks[size].append(processes.child("load", directory, seconds[size])["peak_mb"])
    smallest, largest = min(sizes), max(sizes)
    cpu = {size: quantile(seconds[size].cpu, 0.5) / size for size in sizes}
    elapsed = {size: quantile(seconds[size].elapsed, 0.5) / size for size in sizes}
    memory = {size: quantile(peaks[size], 0.5) / size for size in sizes}
    for size in sizes:
        limit = PER_DIRECTIVE if size == largest else None
        times = f"{repetitions} each"
        yield Result(
            f"e. first load of {size:,}, per directive",
            f"{ms(cpu[size])} ({cpu[size] * size:.1f} s in all)",
            f"{ms(cpu[smallest])} with {smallest:,}",
            cpu[size] / cpu[smallest],
            limit,
            times,
            elapsed[size] / elapsed[smallest],
        )
        yield Result(
            f"e. its peak memory, {size:,}, per directive",
            f"{memory[size] * 1024:.0f} KB ({memory[size] * size:.0f} MB in all)",
            f"{memory[smallest] * 1024:.0f} KB with {smallest:,}",
            memory[size] / memory[smallest],
            limit,
            times,
        )


def _forget(store: Path) -> None:
    for path in store.glob("*.sqlite*"):
        path.unlink()
