""" "Builds fast": a build beside plain Material's, the search's index on top of it, and growth."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks.site.building import Cost, build_ours, build_plain, index_ours, size_of, write_pages
from benchmarks.timing import Result, ms

BUILD: Final = 1.3
INDEX: Final = 0.7
GROWTH: Final = 1.3
"""How much more a page may cost in the largest collection than in the smallest: linear, with room for noise."""

Collections = Callable[[int], Path]


def measure(collections: Collections, directives: int, folder: Path, cache: Path) -> Iterator[Result]:
    """A build and the index beside plain Material's build of the same pages."""
    collection = collections(directives)
    pages = write_pages(collection, folder / "plain" / "docs")  # fills the store, too
    plain = build_plain(folder / "plain" / "docs", folder / "plain-site", cache)
    ours = build_ours(collection, folder / "site", cache)
    index = index_ours(folder / "site", cache)
    peer = f"plain Material, {pages} pages, {ms(plain.cpu)}"
    yield _row(f"fast: build of {directives} directives", ours, peer, plain, BUILD)
    yield _row("fast: Pagefind on top", index, peer, plain, INDEX)


def growth(collections: Collections, counts: list[int], folder: Path, cache: Path) -> Iterator[Result]:
    """Time and disk of a directive in the largest collection beside the smallest."""
    times: list[float] = []
    disk: list[float] = []
    for count in counts:
        collection = collections(count)
        write_pages(collection, folder / "plain" / "docs")
        built = build_ours(collection, folder / "grown", cache)
        indexed = index_ours(folder / "grown", cache)
        times.append((built.cpu + indexed.cpu) / count)
        disk.append(size_of(folder / "grown") / count)
    each = f"{counts[0]} … {counts[-1]} directives"
    shown = ", ".join(map(ms, times))
    yield Result(f"fast: time per directive, {each}", shown, ms(times[0]), times[-1] / times[0], GROWTH, "1")
    shown = ", ".join(f"{size / 1000:.0f} KB" for size in disk)
    yield Result(
        f"fast: disk per directive, {each}", shown, f"{disk[0] / 1000:.0f} KB", disk[-1] / disk[0], GROWTH, "1"
    )


def _row(name: str, subject: Cost, peer_name: str, peer: Cost, limit: float) -> Result:
    return Result(name, ms(subject.cpu), peer_name, subject.cpu / peer.cpu, limit, "1", subject.elapsed / peer.elapsed)
