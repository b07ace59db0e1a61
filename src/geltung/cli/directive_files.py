"""Which files a command works on that changes files."""

from collections.abc import Iterable
from pathlib import Path

from geltung.importing.review_file import review_path
from geltung.parse.directive import parse_text
from geltung.questions.errors import UnknownRecord
from geltung.store.scan import scan


def under_review(path: Path, content: str) -> bool:
    """Whether a file is a draft whose review list names its lines, so that no line may move."""
    record, _ = parse_text(content, path.name)
    return review_path(path).exists() and bool(getattr(record, "draft", True))


def directive_files(paths: Iterable[str | Path], within: str | Path) -> list[Path]:
    """The Markdown files that paths name: files themselves, and those of folders. Raises UnknownRecord.

    A name that is no path from here is looked for in the collection ``within``.
    """
    found: dict[Path, None] = {}
    for name in map(str, paths):
        path = next((item for item in (Path(name), Path(within, name)) if name and item.exists()), None)
        if path is not None and path.is_dir():
            found.update(dict.fromkeys(path / file for file in sorted(scan(path)) if file.lower().endswith(".md")))
        elif path is not None and path.suffix.lower() == ".md" and path.is_file():
            found[path] = None
        else:
            raise UnknownRecord(f"„{name}“ ist keine Weisungsdatei (NUMMER.md) und kein Ordner mit solchen")
    return list(found)
