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


def directive_files(paths: Iterable[str | Path]) -> list[Path]:
    """The Markdown files that paths name: files themselves, and those of folders. Raises UnknownRecord."""
    found: dict[Path, None] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update(dict.fromkeys(path / name for name in sorted(scan(path)) if name.lower().endswith(".md")))
        elif path.suffix.lower() == ".md" and path.is_file():
            found[path] = None
        else:
            raise UnknownRecord(f"„{path}“ ist keine Weisungsdatei (NUMMER.md) und kein Ordner mit solchen")
    return list(found)
