"""The piece of a text that shows why it was found, with the hits marked."""

from collections.abc import Callable
from typing import Final

from geltung.search.words import Word, words

MARKS: Final = ("**", "**")
_LENGTH: Final = 180


def snippet(text: str, is_hit: Callable[[Word, str], bool], marks: tuple[str, str] = MARKS) -> str:
    """At most some 180 characters of a text around the densest hits, hits between ``marks``, one line."""
    hits = [word for word in words(text) if not word.is_stopword and is_hit(word, text[word.start : word.end])]
    start, end = _window(text, hits)
    pieces: list[str] = []
    position = start
    for word in hits:
        if start <= word.start and word.end <= end:
            pieces += [text[position : word.start], marks[0], text[word.start : word.end], marks[1]]
            position = word.end
    pieces.append(text[position:end])
    shown = " ".join("".join(pieces).split())
    return f"{'… ' if start else ''}{shown}{' …' if end < len(text) else ''}"


def _window(text: str, hits: list[Word]) -> tuple[int, int]:
    if len(text) <= _LENGTH or not hits:
        return 0, _until_blank(text, min(_LENGTH, len(text)))
    counts = [sum(word.start <= other.start < word.start + _LENGTH for other in hits) for word in hits]
    first = hits[counts.index(max(counts))].start
    start = max(0, first - _LENGTH // 4)
    if start:
        start = text.find(" ", start) + 1 or start
    start = min(start, first)
    return start, _until_blank(text, min(start + _LENGTH, len(text)))


def _until_blank(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    blank = text.rfind(" ", 0, end)
    return blank if blank > end - 30 else end
