import subprocess
import sys

from geltung.search.spared import standing_in

UNUSED = ("asyncio", "http.client", "ssl", "dataclasses", "importlib.resources", "sqlmodel", "geltung.model.records")


def test_a_stand_in_is_imported_and_forgotten() -> None:
    with standing_in("geltung_absent", answer=42):
        from geltung_absent import answer  # type: ignore[import-not-found]

        assert answer == 42
    assert "geltung_absent" not in sys.modules


def test_what_has_been_imported_stays() -> None:
    with standing_in("subprocess", run=None):
        from subprocess import run

        assert run is subprocess.run
    assert sys.modules["subprocess"] is subprocess


def test_a_search_imports_nothing_that_it_does_not_use() -> None:
    code = (
        "import sys, geltung.search.search, geltung.cli.search_text\n"
        f"print([name for name in {UNUSED} if name in sys.modules])\n"
        "import urllib.request\nprint(urllib.request.urlopen.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "urlopen"]
