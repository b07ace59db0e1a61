"""Search on real law: ``python -m benchmarks.search.law [FOLDER] [--sections N] [--questions N]``.

FOLDER holds German law as Markdown, for example a copy of the public repository bundestag/gesetze; without one, a small
sample of our own is used, which proves that everything runs and nothing else. A section is found by its heading, and
only its body is indexed. Half of the questions are for tuning and are not reported; bootstrap intervals are of 95 %.
Exit code 1 if a bar is missed (not judged on the sample).
"""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean, median, quantiles
from time import process_time, thread_time
from typing import Final, NamedTuple

from benchmarks.search.peers import PEERS, Ask
from benchmarks.search.sections import Section, on_their_own, read, written_apart

SAMPLE: Final = Path(__file__).parent / "sample"
OURS: Final = "geltung"
WHOOSH: Final = "Whoosh, Snowball"
_DRAWS: Final = 1_000


class Question(NamedTuple):
    """What is typed, and the number of the section that is wanted."""

    text: str
    wanted: int


class Measured(NamedTuple):
    """One engine: reciprocal ranks of both kinds of questions, and seconds of the processor."""

    name: str
    whole: list[float]
    apart: list[float]
    times: list[float]
    indexing: float


def questions(sections: Sequence[Section], most: int, tuning: bool) -> tuple[list[Question], list[Question]]:
    """Headings as they stand, and those with compounds once more with these written apart; of one half of all."""
    drawn = [Question(item.heading, number) for number, item in enumerate(sections)]
    random.Random(10).shuffle(drawn)
    half = drawn[0 if tuning else 1 :: 2][:most]
    words = on_their_own(sections)
    apart = [Question(text, item.wanted) for item in half if (text := written_apart(item.text, words))]
    return half, apart


def reciprocal_rank(ask: Ask, question: Question) -> float:
    """1 for the first place, 1/2 for the second …, 0 beyond the tenth."""
    found = ask(question.text)
    return 1 / (found.index(question.wanted) + 1) if question.wanted in found else 0.0


def measure(sections: Sequence[Section], most: int, tuning: bool, folder: Path) -> list[Measured]:
    """All engines. The questions are put to them in turns, once to warm up and once for the time."""
    whole, apart = questions(sections, most, tuning)
    asks: dict[str, Ask] = {}
    indexing: dict[str, float] = {}
    for name, peer in PEERS.items():
        place = folder / name.split(",")[0]
        place.mkdir()
        begin = process_time()
        asks[name] = peer(sections, place)
        indexing[name] = process_time() - begin
    ranks = {name: [reciprocal_rank(ask, item) for item in whole] for name, ask in asks.items()}
    of_parts = {name: [reciprocal_rank(ask, item) for item in apart] for name, ask in asks.items()}
    times: dict[str, list[float]] = {name: [] for name in asks}
    for item in whole:
        for name, ask in asks.items():
            begin = thread_time()
            ask(item.text)
            times[name].append(thread_time() - begin)
    return [Measured(name, ranks[name], of_parts[name], times[name], indexing[name]) for name in asks]


def interval(left: Sequence[float], right: Sequence[float]) -> tuple[float, float]:
    """Bootstrap: 95 % of draws of the questions give a ratio of means in between."""
    generator = random.Random(95)
    numbers = range(len(left))
    ratios = []
    for _ in range(_DRAWS):
        drawn = generator.choices(numbers, k=len(left))
        below = sum(right[number] for number in drawn)
        ratios.append(sum(left[number] for number in drawn) / below if below else 1.0)
    ratios.sort()
    return ratios[int(0.025 * _DRAWS)], ratios[int(0.975 * _DRAWS)]


def report(results: Sequence[Measured], sections: int) -> tuple[list[str], bool]:
    """The table in Markdown, and whether every bar holds."""
    ours, *others = results
    whoosh = next(item for item in others if item.name == WHOOSH)
    best = max(others, key=lambda item: mean(item.whole))
    lines = [f"{sections:,} sections, {len(ours.whole):,} questions, {len(ours.apart):,} with compounds apart.", ""]
    lines += ["| engine | MRR@10 | compounds apart | median | p99 | indexing |", "|---|---|---|---|---|---|"]
    for item in results:
        lines.append(
            f"| {item.name} | {mean(item.whole):.3f} | {mean(item.apart or [0.0]):.3f} | {_ms(median(item.times))} "
            f"| {_ms(_p99(item.times))} | {item.indexing:.1f} s |"
        )
    rows = [
        _bar(f"MRR@10 ÷ the best peer ({best.name})", _ratio(ours.whole, best.whole), 1.01, True),
        _bar("compounds apart ÷ Whoosh", _ratio(ours.apart, whoosh.apart), 1.7, True),
        _bar("median ÷ Whoosh", (median(ours.times) / median(whoosh.times), ""), 2.0, False),
        _bar("p99 ÷ Whoosh", (_p99(ours.times) / _p99(whoosh.times), ""), 1.7, False),
        _bar("indexing ÷ Whoosh", (ours.indexing / whoosh.indexing, ""), 1.6, False),
    ]
    lines += ["", "| bar | ratio | limit | holds |", "|---|---|---|---|", *(row for row, _ in rows)]
    return lines, all(holds for _, holds in rows)


def _ratio(left: list[float], right: list[float]) -> tuple[float, str]:
    if not left or not any(right):
        return 1.0, ""
    low, high = interval(left, right)
    return mean(left) / mean(right), f" ({low:.3f} to {high:.3f})"


def _bar(name: str, found: tuple[float, str], limit: float, at_least: bool) -> tuple[str, bool]:
    ratio, between = found
    holds = ratio >= limit if at_least else ratio <= limit
    sign = "≥" if at_least else "≤"
    return f"| {name} | {ratio:.3f}{between} | {sign} {limit} | {'yes' if holds else 'no'} |", holds


def _p99(times: Sequence[float]) -> float:
    return quantiles(times, n=100)[98] if len(times) > 1 else times[0]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f} ms"


def main(write: Callable[[str], object] = print) -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=SAMPLE, help="folder of Markdown files")
    parser.add_argument("--sections", type=int, default=20_000, help="sections to index at most")
    parser.add_argument("--questions", type=int, default=2_000, help="questions to ask at most")
    parser.add_argument("--tuning", action="store_true", help="ask the half of the questions that is for tuning")
    given = parser.parse_args()
    sections = read(given.folder, given.sections)
    if len(sections) < 2:
        write(f"no sections in {given.folder}")
        return 2
    with tempfile.TemporaryDirectory(prefix="geltung-law-") as folder:
        lines, holds = report(measure(sections, given.questions, given.tuning, Path(folder)), len(sections))
    write("\n".join(lines))
    return 0 if holds or given.folder == SAMPLE else 1


if __name__ == "__main__":
    sys.exit(main())
