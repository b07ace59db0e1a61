"""The sites that are compared: ours, and plain Material from the same pages as static Markdown."""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.timing import ROOT, SOURCE
from geltung.cli.pages import write
from geltung.questions.collection import load

TODAY: Final = date(2025, 7, 15)
_OURS: Final = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
configuration, directory, target, today = sys.argv[1:]
config = load_config(configuration, site_dir=target)
config.plugins["geltung"].config.update({"directory": directory, "today": today, "search": False})
config.plugins.on_startup(command="build", dirty=False)
build(config)
"""
_INDEX: Final = (
    "import sys; from pathlib import Path; from geltung.pages.pagefind import index; index(Path(sys.argv[1]))"
)
_PLAIN: Final = {
    "site_name": "plain",
    "use_directory_urls": False,
    "not_in_nav": "*",
    "nav": [{"Start": "start.md"}],
    "theme": {"name": "material", "language": "de", "font": False},
    "markdown_extensions": ["attr_list", "tables", {"toc": {"permalink": True}}],
}


@dataclass(frozen=True)
class Cost:
    """What a process needed: seconds of the processor (with its threads and children) and elapsed."""

    cpu: float
    elapsed: float


def cost_of(arguments: Sequence[str | Path], cache: Path) -> Cost:
    """Run a Python process and measure it."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "GELTUNG_CACHE": str(cache), "PYTHONUTF8": "1"}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment, cwd=ROOT)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(cpu, time.perf_counter() - start)


def build_ours(collection: Path, target: Path, cache: Path) -> Cost:
    """Build our site without the search's index; the store is warm after the first time, as it is for editors."""
    shutil.rmtree(target, ignore_errors=True)
    return cost_of(["-c", _OURS, ROOT / "mkdocs.yml", collection, target, TODAY.isoformat()], cache)


def index_ours(target: Path, cache: Path) -> Cost:
    """Index a built site with Pagefind."""
    return cost_of(["-c", _INDEX, target], cache)


def build_plain(docs: Path, target: Path, cache: Path, *, search: bool = False) -> Cost:
    """Build the same pages with plain Material; ``search`` adds Material's own search."""
    shutil.rmtree(target, ignore_errors=True)
    plugins = [{"search": {"lang": "de"}}] if search else []
    configuration = docs.parent / f"mkdocs-{search}.yml"
    settings = {**_PLAIN, "docs_dir": str(docs), "site_dir": str(target), "plugins": plugins}
    configuration.write_text(json.dumps(settings), encoding="utf-8")
    return cost_of(["-m", "mkdocs", "build", "--quiet", "--config-file", configuration], cache)


def write_pages(collection: Path, docs: Path) -> int:
    """The same pages as static files, and those written by hand; the number of pages."""
    shutil.rmtree(docs, ignore_errors=True)
    shutil.copytree(ROOT / "site", docs, ignore=shutil.ignore_patterns("overrides"))
    opened = load(collection)
    try:
        write(opened, docs, TODAY)
    finally:
        opened.close()
    (docs / "start.md").write_text("# Start\n", encoding="utf-8")
    return sum(1 for _ in docs.rglob("*.md"))


def size_of(folder: Path) -> int:
    """Bytes on the disk."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
