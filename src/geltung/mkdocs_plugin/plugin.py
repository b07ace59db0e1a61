"""The MkDocs plugin ``geltung``."""

import logging
from datetime import date
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from geltung.exports.addresses import source
from geltung.exports.generated import GeneratedFile
from geltung.mkdocs_plugin.blocks import put_back, taken_out
from geltung.mkdocs_plugin.headings import named
from geltung.model.dates import parse_iso
from geltung.model.diagnostics import ERROR
from geltung.pages import build
from geltung.pages.drafts import OVERVIEW
from geltung.pages.pagefind import IndexFailed, index
from geltung.questions.collection import Collection, load
from geltung.questions.errors import QuestionError
from geltung.questions.today import today

log = logging.getLogger("mkdocs.plugins.geltung")


class GeltungConfig(Config):  # type: ignore[no-untyped-call]
    """What mkdocs.yml may say.

    ``search: false`` leaves out the search index; ``today`` is a fixed day (2025-07-15) for builds that must come out
    the same. ``drafts`` shows drafts or hides them; unless said, only the preview (``mkdocs serve``) shows them.
    """

    directory = Type(str, default="directives")
    search = Type(bool, default=True)
    drafts = Optional(Type(bool))
    today = Type((str, date), default="")  # YAML reads an unquoted day as a date


class GeltungPlugin(BasePlugin[GeltungConfig]):  # type: ignore[no-untyped-call]
    """Adds the pages of the collection to the site."""

    def __init__(self) -> None:
        self._made: set[str] = set()
        self._blocks: dict[str, list[str]] = {}
        self._preview = False

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Whether this is the editors' preview."""
        self._preview = command == "serve"

    @property
    def with_drafts(self) -> bool:
        """Whether the pages of drafts are made."""
        return self._preview if self.config.drafts is None else self.config.drafts

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the collection, so that ``mkdocs serve`` shows a change. Refuse addresses that no page has."""
        if config.use_directory_urls:
            raise PluginError(
                "In mkdocs.yml fehlt „use_directory_urls: false“: Die Seiten verweisen aufeinander mit Adressen wie "
                "„weisungen/202505010.html“"
            )
        folder = self._directory(config)
        if folder.is_dir() and str(folder) not in config.watch:
            config.watch.append(str(folder))
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Add the generated files; one that somebody wrote by hand under the same name stays."""
        try:
            collection = load(self._directory(config))
        except QuestionError as error:
            raise PluginError(str(error)) from None
        try:
            self._report(collection)
            self._made = set()
            for made in build(collection, self._day(), config.site_url or "", with_drafts=self.with_drafts):
                if files.get_file_from_path(made.path) is None:
                    self._made.add(made.path)
                    files.append(_file(made, config))
        finally:
            collection.close()
        if self.with_drafts and config.nav is not None:
            config.nav = [*config.nav, {"Entwürfe": source(OVERVIEW)}]
        return files

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the finished pages for the search."""
        if not self.config.search:
            return
        try:
            index(Path(config.site_dir))
        except IndexFailed as error:
            raise PluginError(f"Der Suchindex ist nicht entstanden (Pagefind): {error}") from None

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take the finished blocks of a generated page out."""
        if page.file.src_uri not in self._made:
            return markdown
        rest, self._blocks[page.file.src_uri] = taken_out(markdown)
        return rest

    def on_page_content(self, html: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Name the headings, and put the finished blocks of a generated page back."""
        html = named(html)
        blocks = self._blocks.pop(page.file.src_uri, None)
        return html if blocks is None else put_back(html, blocks)

    def _directory(self, config: MkDocsConfig) -> Path:
        root = Path(config.config_file_path).parent if config.config_file_path else Path()
        return (root / self.config.directory).resolve()

    def _day(self) -> date:
        if not self.config.today:
            return today()
        day = parse_iso(str(self.config.today))
        if day is None:
            raise PluginError(f"today muss ein Tag wie 2025-07-15 sein; da steht „{self.config.today}“")
        return day

    def _report(self, collection: Collection) -> None:
        """Errors of the files are warnings of the build: the site is built all the same. Drafts may have some."""
        corpus = collection.corpus()
        drafts = {item.file for item in corpus.directives() if item.draft}
        for item in corpus.diagnostics:
            if item.severity == ERROR:
                level = logging.INFO if item.file in drafts else logging.WARNING
                log.log(level, "%s/%s:%s: %s", self.config.directory, item.file, item.line, item.message)


def _file(made: GeneratedFile, config: MkDocsConfig) -> File:
    inclusion = InclusionLevel.NOT_IN_NAV
    if isinstance(made.content, Path):
        return File.generated(config, made.path, abs_src_path=str(made.content.resolve()), inclusion=inclusion)
    return File.generated(config, made.path, content=made.content, inclusion=inclusion)
