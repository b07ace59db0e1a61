"""The pages do not hang on MkDocs: what ``geltung pages`` writes also builds with Zensical, Material's successor."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.building import ROOT

SETTINGS = """
site_name: Geltung
docs_dir: docs
site_dir: out
use_directory_urls: false
theme: {name: material, variant: classic, language: de, font: false}
markdown_extensions: [attr_list, tables, {toc: {permalink: true}}]
extra_css: [assets/stylesheets/geltung.css]
extra_javascript: [assets/javascripts/tag.js]
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("zensical")
    shutil.copytree(ROOT / "site", folder / "docs", ignore=shutil.ignore_patterns("overrides"))
    (folder / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    for arguments in (
        ["geltung", "pages", str(folder / "docs"), "--date", "2025-07-15"],
        ["zensical", "build", "--strict", "--config-file", "mkdocs.yml"],
    ):
        where = ROOT if arguments[0] == "geltung" else folder
        command = [sys.executable, "-m", *arguments]
        done = subprocess.run(
            command, cwd=where, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


def test_every_page_is_there(built) -> None:
    pages = {path.relative_to(built).with_suffix("") for path in built.rglob("*.html")}
    sources = built.parent / "docs"
    assert {path.relative_to(sources).with_suffix("") for path in sources.rglob("*.md")} <= pages


def test_a_directive_keeps_its_text_its_tasks_and_its_anchors(built) -> None:
    page = (built / "weisungen" / "202505010.html").read_text(encoding="utf-8")
    for anchor in ("abschnitt-2.1", "auftrag-begleitung"):
        assert f'id="{anchor}"' in page
    assert "bearbeiten die o.g. Vorgänge innerhalb der VCC-Postfächer" in re.sub(r"<[^>]+>", "", page)
    assert "&lt;div" not in page


def test_files_that_are_no_pages_are_published_unchanged(built) -> None:
    for name in ("suche/auswahl.json", "feeds/alle.xml"):
        assert (built / name).read_bytes() == (built.parent / "docs" / name).read_bytes()
