"""Rows into files of a bearable size: a question loads those that its audiences and its day need, and no others."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from geltung.exports.question_rows import Group

MOST_ROWS: Final = 1_500
"""Rows in one file, about 15 KB compressed."""


@dataclass
class Chunk:
    """One file: audience's number → groups."""

    groups: dict[int, list[Group]] = field(default_factory=dict)
    rows: int = 0

    def to_json(self) -> dict[str, Any]:
        """As the page reads it."""
        return {str(number): [group.to_json() for group in found] for number, found in self.groups.items()}


@dataclass(frozen=True)
class Piece:
    """Some groups of one audience, with the first and the last day on which any of their rows counts."""

    audience: int
    groups: list[Group]
    first: int
    last: int
    rows: int


def pieces(audience: int, groups: Iterable[Group]) -> Iterator[Piece]:
    """Cut an audience's groups into pieces by the day on which they end: what ended long ago is seldom asked for."""
    held: list[Group] = []
    rows = 0
    for group in sorted(groups, key=lambda item: (item.days[1], item.directive, item.span)):
        if held and rows + group.rows > MOST_ROWS:
            yield _piece(audience, held, rows)
            held, rows = [], 0
        held.append(group)
        rows += group.rows
    if held:
        yield _piece(audience, held, rows)


def _piece(audience: int, groups: list[Group], rows: int) -> Piece:
    days = [group.days for group in groups]
    return Piece(audience, groups, min(first for first, _ in days), max(last for _, last in days), rows)


def chunks(found: Iterable[Piece]) -> tuple[list[Chunk], dict[int, list[list[int]]]]:
    """The files, and a directory: audience → [file, first, last] of its pieces. Small pieces share a file."""
    files: list[Chunk] = []
    directory: dict[int, list[list[int]]] = {}
    shared: int | None = None
    for piece in found:
        own = piece.rows > MOST_ROWS // 2
        if own or shared is None or files[shared].rows + piece.rows > MOST_ROWS:
            files.append(Chunk())
            number = len(files) - 1
            shared = shared if own else number
        else:
            number = shared
        files[number].groups.setdefault(piece.audience, []).extend(piece.groups)
        files[number].rows += piece.rows
        directory.setdefault(piece.audience, []).append([number, piece.first, piece.last])
    return files, directory
