"""MkDocs builds the site from a collection, also from a broken one, and shows changes."""

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from geltung.mkdocs_plugin.blocks import put_back, taken_out
from geltung.mkdocs_plugin.plugin import GeltungPlugin
from tests.store.documents import A, B, directive, write

BROKEN = "---\nid: nichts\n"


@pytest.fixture
def site(tmp_path):
    """Builds the site of a collection; returns the folder with the pages."""

    def make(documents: dict[str, str], plugins: str = "today: 2025-07-15", hand: dict[str, str] | None = None) -> Path:
        write(tmp_path / "directives", documents)
        (tmp_path / "docs").mkdir(exist_ok=True)
        for name, text in {"handbuch.md": "# Handbuch\n", **(hand or {})}.items():
            path = tmp_path / "docs" / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        config = tmp_path / "mkdocs.yml"
        config.write_text(
            "site_name: Probe\ndocs_dir: docs\nsite_dir: out\nuse_directory_urls: false\n"
            "markdown_extensions: [attr_list]\nnav: [Start: index.md, Handbuch: handbuch.md]\n"
            f"plugins:\n  - geltung:\n      directory: directives\n      search: false\n      {plugins}\n",
            encoding="utf-8",
        )
        loaded = load_config(str(config))
        build(loaded)
        assert str(tmp_path / "directives") in loaded.watch
        return tmp_path / "out"

    return make


def main(page: Path) -> str:
    return page.read_text(encoding="utf-8").partition('role="main"')[2]


def test_every_page_is_built_and_shown_as_of_the_fixed_day(site):
    out = site({A: directive(valid_until="2025-07-14")})
    page = main(out / "weisungen" / f"{A}.html")
    assert '<span data-von="2025-07-15"><span class="g-zustand g-zustand--beendet">abgelaufen</span>' in page
    assert 'id="auftrag-umsetzung"' in page
    assert "Stand: 15.07.2025" in page
    assert (out / "einheiten" / "AA.html").is_file()
    assert (out / "index.html").is_file()


def test_no_trace_of_the_detour_is_left(site):
    for path in site({A: directive()}).rglob("*.html"):
        assert "<!--geltung:" not in path.read_text(encoding="utf-8")


def test_nothing_is_warned_about(site, caplog):
    with caplog.at_level(logging.WARNING, "mkdocs"):
        site({A: directive()})
    assert caplog.messages == []


def test_a_broken_file_is_named_and_the_rest_is_built(site, caplog):
    with caplog.at_level(logging.WARNING, "mkdocs"):
        out = site({A: directive(), B: BROKEN})
    assert (out / "weisungen" / f"{A}.html").is_file()
    assert any(message.startswith(f"directives/{B}.md:1: ") for message in caplog.messages)


def test_an_unfinished_draft_is_no_warning(site, caplog):
    unfinished = directive(B).replace("---\n", "---\ndraft: true\n", 1).replace("valid_until:", "valid_untill:")
    with caplog.at_level(logging.INFO, "mkdocs"):
        site({A: directive(), B: unfinished})
    named = [record.levelno for record in caplog.records if f"directives/{B}.md" in record.getMessage()]
    assert named
    assert max(named) == logging.INFO


def test_a_page_written_by_hand_stays(site):
    out = site({A: directive()}, hand={"index.md": "# Von Hand\n"})
    assert "Von Hand" in main(out / "index.html")


def test_originals_are_published(site, tmp_path):
    (tmp_path / "directives" / "sources").mkdir(parents=True)
    (tmp_path / "directives" / "sources" / "a.pdf").write_bytes(b"%PDF\x00")
    out = site({A: directive(head="source:\n  file: sources/a.pdf\n  sha256: abc\n")})
    assert (out / "originale" / "sources" / "a.pdf").read_bytes() == b"%PDF\x00"


def test_a_change_shows_in_the_next_build(site):
    site({A: directive(title="Vorher")})
    out = site({A: directive(title="Nachher, länger")})
    assert "Nachher, länger" in main(out / "weisungen" / f"{A}.html")


def test_a_wrong_day_and_a_missing_folder_are_said_in_words(site, tmp_path, caplog):
    with pytest.raises(Abort):
        site({A: directive()}, "today: morgen")
    assert "today muss ein Tag wie 2025-07-15 sein; da steht „morgen“" in caplog.text
    (tmp_path / "directives").rename(tmp_path / "weg")
    with pytest.raises(Abort):
        build(load_config(str(tmp_path / "mkdocs.yml")))
    assert "Es gibt keinen Ordner" in caplog.text


def test_addresses_that_the_pages_do_not_have_are_refused(site, tmp_path, caplog):
    site({A: directive()})
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("use_directory_urls: false\n", ""), encoding="utf-8")
    with pytest.raises(Abort):
        build(load_config(str(config)))
    assert "In mkdocs.yml fehlt „use_directory_urls: false“" in caplog.text


def test_blocks_go_around_markdown_and_come_back():
    page = "# Titel\n\n<div>*a*</div>\n\nText\n\n<div>\nb</div>"
    rest, blocks = taken_out(page)
    assert rest == "# Titel\n\n<!--geltung:0-->\n\nText\n\n<!--geltung:1-->"
    assert put_back(rest, blocks) == page


def test_the_repositorys_own_configuration_loads(real_directives):
    loaded = load_config(str(real_directives.parent / "mkdocs.yml"))
    assert loaded.theme["font"] is False
    assert loaded.use_directory_urls is False


DRAFTED = {A: directive(), B: directive(B, head="draft: true\n")}


def test_the_built_site_knows_no_draft(site):
    out = site(DRAFTED)
    assert not (out / "entwuerfe").exists()
    assert not (out / "weisungen" / f"{B}.html").exists()
    pages = {path.name for path in out.rglob("*.html") if B in path.read_text(encoding="utf-8")}
    assert pages == set()


def test_drafts_can_be_shown_apart(site):
    out = site(DRAFTED, "today: 2025-07-15\n      drafts: true")
    assert "Entwurf – zählt in keiner Antwort" in main(out / "entwuerfe" / f"{B}.html")
    assert not (out / "weisungen" / f"{B}.html").exists()
    assert 'href="entwuerfe/index.html"' in (out / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "shown"), [("serve", True), ("build", False)])
def test_the_preview_shows_drafts(command, shown):
    plugin = GeltungPlugin()
    plugin.load_config({})
    plugin.on_startup(command=command, dirty=False)
    assert plugin.with_drafts is shown
