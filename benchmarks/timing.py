"""Timing: processor and elapsed time of a piece of work or of a whole process, and the rows of the report.

Ratios are of processor time: nothing measured here waits for anything, so on an idle machine it is the elapsed time,
and on a busy one it is what the elapsed time would be. The ratio of elapsed times stands beside it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import geltung

SOURCE: Final = Path(geltung.__file__).parent.parent
ROOT: Final = Path(__file__).parent.parent
COMMAND: Final = "from geltung.cli.app import main; main()"

Found = TypeVar("Found")


@dataclass
class Samples:
    """Measured seconds, of the processor and elapsed."""

    cpu: list[float] = field(default_factory=list)
    elapsed: list[float] = field(default_factory=list)

    def take(self, work: Callable[[], Found]) -> Found:
        """Do some work in this thread and note how long it took."""
        start, cpu = time.perf_counter(), time.thread_time()
        found = work()
        self.add(time.thread_time() - cpu, time.perf_counter() - start)
        return found

    def add(self, cpu: float, elapsed: float) -> None:
        """Note one measurement."""
        self.cpu.append(cpu)
        self.elapsed.append(elapsed)

    def sum_with(self, other: "Samples") -> "Samples":
        """Both pieces of work done one after the other."""
        return Samples(
            [first + second for first, second in zip(self.cpu, other.cpu, strict=True)],
            [first + second for first, second in zip(self.elapsed, other.elapsed, strict=True)],
        )


def quantile(values: Sequence[float], share: float) -> float:
    """The value that this share of all values lies below; the largest where there are too few."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def ms(seconds: float) -> str:
    """A time for people."""
    return f"{seconds * 1000:.3g} ms" if seconds < 1 else f"{seconds:.2f} s"


@dataclass(frozen=True)
class Result:
    """One row of the report. Without ``limit`` the row only informs."""

    name: str
    subject: str
    peer: str
    ratio: float
    limit: float | None
    repetitions: str
    elapsed_ratio: float | None = None

    @classmethod
    def of(
        cls, name: str, subject: Samples, peer: Samples, peer_name: str, limit: float | None, times: str, share: float
    ) -> "Result":
        """Compare two series at a quantile: 0.5 is the median, 0.99 the p99."""
        return cls(
            f"{name}, {'median' if share == 0.5 else f'p{share * 100:.0f}'}",
            _shown(subject),
            f"{_shown(peer)} {peer_name}",
            quantile(subject.cpu, share) / quantile(peer.cpu, share),
            limit,
            times,
            quantile(subject.elapsed, share) / quantile(peer.elapsed, share),
        )

    @property
    def met(self) -> bool:
        """Whether the bar is met; a row without a bar always is."""
        return self.limit is None or self.ratio <= self.limit

    def row(self) -> str:
        """The row as Markdown."""
        bar = "–" if self.limit is None else f"≤ {self.limit:g}"
        verdict = "" if self.limit is None else "yes" if self.met else "**NO**"
        elapsed = "–" if self.elapsed_ratio is None else f"{self.elapsed_ratio:.2f}"
        cells = (self.name, self.subject, self.peer, f"{self.ratio:.2f}", bar, verdict, elapsed, self.repetitions)
        return f"| {' | '.join(cells)} |"


HEADER: Final = (
    "| What | Measured | Stated peer | Ratio | Bar | Met | Ratio, elapsed | Repetitions |\n"
    "| --- | --- | --- | ---: | ---: | --- | ---: | --- |"
)


def _shown(samples: Samples) -> str:
    return f"{ms(quantile(samples.cpu, 0.5))} (p99 {ms(quantile(samples.cpu, 0.99))})"


class Processes:
    """Starts Python processes that see this very source tree and a store of their own in ``cache``."""

    def __init__(self, cache: Path) -> None:
        self.environment = os.environ | {
            "GELTUNG_CACHE": str(cache),
            "PYTHONPATH": os.pathsep.join((str(SOURCE), str(ROOT))),
            "PYTHONHASHSEED": "0",
            "PYTHONUTF8": "1",
        }

    def run(self, code: str, *arguments: str, samples: Samples | None = None) -> None:
        """Run ``python -c code arguments`` to its end, its output thrown away, and note how long it took."""
        start = time.perf_counter()
        process = subprocess.Popen(
            [sys.executable, "-c", code, *arguments], env=self.environment, stdout=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"{' '.join(arguments) or code} failed")
        if samples is not None:
            samples.add(usage.ru_utime + usage.ru_stime, elapsed)

    def geltung(self, directory: Path, *arguments: str, samples: Samples | None = None) -> None:
        """Run the command line program on a collection."""
        self.run(COMMAND, "--directory", str(directory), *arguments, samples=samples)

    def child(self, task: str, directory: Path, samples: Samples) -> dict[str, Any]:
        """Run a task of child.py; returns what it measured about itself."""
        command = [sys.executable, "-m", "benchmarks.child", task, str(directory)]
        done = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, text=True, cwd=ROOT)
        if done.returncode:
            raise SystemExit(f"{task} failed")
        measured: dict[str, Any] = json.loads(done.stdout)
        samples.add(measured["cpu"], measured["elapsed"])
        return measured
