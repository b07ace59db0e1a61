"""Originals and annexes: which of them lie in the collection, and under which address the site offers them."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from geltung.exports.addresses import original
from geltung.exports.generated import GeneratedFile
from geltung.model.records import Directive


class Sources:
    """Originals of a collection. Only files inside its folder are ever offered."""

    def __init__(self, directory: Path | None) -> None:
        self._directory = directory.resolve() if directory else None
        self._offered: dict[str, Path] = {}

    def address(self, file: str | None) -> str | None:
        """Address of a file of the collection on the site, ready for a link; None if it does not lie there."""
        path = self._path(file) if file else None
        if path is None or file is None:
            return None
        self._offered[original(file)] = path
        return quote(original(file))

    def of(self, directive: Directive) -> Iterator[tuple[str, str | None]]:
        """The annexes of a directive: title and address."""
        for annex in directive.annexes:
            yield annex.title, self.address(annex.file)

    def files(self) -> Iterator[GeneratedFile]:
        """Everything that was asked for."""
        for address, path in sorted(self._offered.items()):
            yield GeneratedFile(address, path)

    def _path(self, file: str) -> Path | None:
        if self._directory is None or file.startswith("/"):
            return None
        try:
            path = (self._directory / file).resolve()
            inside = path.is_relative_to(self._directory) and path.is_file()
        except (OSError, ValueError, RuntimeError):
            return None
        return path if inside and path == self._directory / file else None
