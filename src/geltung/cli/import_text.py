"""What ``geltung import`` prints."""

import difflib
from collections.abc import Iterator, Sequence
from typing import Any, Final

from geltung.importing.drafting.keeping import Imported
from geltung.importing.review_file import CERTAIN

_MOST_DIFF: Final = 400

Failure = tuple[str, str]
"""A file and the German sentence that says why no draft of it was written."""


def lines(done: Sequence[Imported], failed: Sequence[Failure]) -> Iterator[str]:
    """The outcome, file by file; for a single file also the repaired words as a diff."""
    for item in done:
        if len(done) == 1:
            yield from repairs(item)
        sure = sum(point.confidence == CERTAIN for point in item.review.points)
        counted = _count(sure, "sichere Angabe", "sichere Angaben")
        yield f"{item.draft}: Entwurf aus {item.file.name}, {counted}, {_open(item)}"
        for path in item.references:
            yield f"{path}: Nachweis angelegt"
    for file, message in failed:
        yield f"{file}: kein Entwurf. {message}"


def repairs(item: Imported) -> Iterator[str]:
    """The lines of the original in which words were repaired, before and after, as a diff."""
    changed = {repair.line for repair in item.recognised.mended.applied}
    held = [line for line in item.recognised.mended.lines if line.number in changed]
    before, after = [line.original.strip() for line in held], [line.text for line in held]
    found = difflib.unified_diff(
        before, after, item.file.name, item.draft.name, "gelesen", "berichtigt", n=0, lineterm=""
    )
    yield from (line for line in list(found)[:_MOST_DIFF] if not line.startswith("@@"))


def hint(done: Sequence[Imported]) -> str:
    """What to do next, on stderr."""
    first = next((item for item in done if item.review.open_points), None)
    if first is None:
        return f"Nächster Schritt: „geltung review {done[0].draft}“ macht aus dem Entwurf eine Weisung."
    return f"Nächster Schritt: „geltung review {first.draft}“ geht die offenen Punkte durch."


def document(done: Sequence[Imported], failed: Sequence[Failure]) -> dict[str, Any]:
    """The outcome for ``--format json``."""
    return {
        "drafts": [
            {
                "file": str(item.file),
                "draft": str(item.draft),
                "review": str(item.review_file),
                "source": str(item.original),
                "id": item.id,
                "certain": sum(point.confidence == CERTAIN for point in item.review.points),
                "open": len(item.review.open_points),
                "references": [str(path) for path in item.references],
            }
            for item in done
        ],
        "failed": [{"file": file, "message": message} for file, message in failed],
    }


def _open(item: Imported) -> str:
    count = len(item.review.open_points)
    return _count(count, "offener Punkt", "offene Punkte") if count else "nichts offen"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
