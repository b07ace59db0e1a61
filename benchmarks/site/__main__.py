"""Measure the site's bars: ``python -m benchmarks.site [--light N] [--fast N] [--growth N,N,…]``.

Ratios are of processor time where the work is a process, of elapsed time where it is a search in the browser. Exit code
1 if a bar is missed. The bars are meant for --light 2000 --fast 1000 --growth 1250,2500,5000, the defaults.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.generate import Size, generate
from benchmarks.site import fast, light
from benchmarks.site.building import build_ours, build_plain, index_ours, write_pages
from benchmarks.timing import HEADER, Result

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def run(folder: Path, given: argparse.Namespace) -> Iterator[Result]:
    """The measurements that were asked for; 0 leaves one out."""
    cache = folder / "store"
    cache.mkdir(mode=0o700, exist_ok=True)
    os.environ["GELTUNG_CACHE"] = str(cache)

    def collection(directives: int) -> Path:
        target = folder / f"collection-{directives}"
        if not target.exists():
            generate(target, Size(directives=directives, tasks=directives * 10))
        return target

    if given.fast:
        yield from fast.measure(collection, given.fast, folder, cache)
    counts = [int(count) for count in given.growth.split(",") if int(count)]
    if counts:
        yield from fast.growth(collection, counts, folder, cache)
    if given.light:
        browser = os.environ.get("GELTUNG_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
        if browser is None:
            raise SystemExit("Kein Chromium gefunden: make browser")
        docs, ours, material = folder / "plain" / "docs", folder / "light", folder / "material"
        write_pages(collection(given.light), docs)
        build_ours(collection(given.light), ours, cache)
        index_ours(ours, cache)
        build_plain(docs, material, cache, search=True)
        yield from light.measure(ours, material, browser)


def main() -> int:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--light", type=int, default=2_000, help="directives to measure lightness with")
    parser.add_argument("--fast", type=int, default=1_000, help="directives to measure the build with")
    parser.add_argument("--growth", default="1250,2500,5000", help="numbers of directives to measure growth with")
    parser.add_argument("--folder", type=Path, help="keep collections and sites here, to measure again")
    given = parser.parse_args()
    results = []
    with tempfile.TemporaryDirectory(prefix="geltung-benchmark-") as temporary:
        folder: Path = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for result in run(folder.resolve(), given):
            print(result.row(), file=sys.stderr)
            results.append(result)
    print("\n".join([HEADER, *(result.row() for result in results)]))
    return 0 if all(result.met for result in results) else 1


if __name__ == "__main__":
    sys.exit(main())
