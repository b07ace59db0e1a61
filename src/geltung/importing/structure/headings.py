"""Numbered headings: "2.1 Verfahren", "2.2. Verfahren", "l. Ausgangssituation"; told from items of numbered lists."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.structure.bullets import bullet_at
from geltung.importing.text import Line, alike, folded, join

_NUMBER = re.compile(
    r"(?P<number>[IVX]{2,4}(?=\.)|[0-9lI|]{1,2}(?:\s?[.,]\s?[0-9lI|]{1,2}){0,4})(?P<mark>\s?[.,:)]|"
    r"(?=\s))\s*(?P<title>[^\W\d_„\"(§].*|[„\"(§].*)\Z"
)
_ONES: Final = str.maketrans("lI|", "111")
_ROMAN: Final = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_KNOWN: Final = (
    "ausgangssituation",
    "ausgangslage",
    "auftrag und ziel",
    "auftrag",
    "ziel",
    "ziele",
    "zielsetzung",
    "einzelauftrage",
    "einzelauftrag",
    "info",
    "information",
    "informationen",
    "haushalt",
    "haushaltsmittel",
    "beteiligung",
    "beteiligungen",
    "inkrafttreten",
)
_LONGEST: Final = 150
_NARROW: Final = 0.75
_MOST_LINES: Final = 3
_DATE_LIKE = re.compile(
    r"\s*(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered heading: number without final dot, as printed with it, title, and how many lines it takes.

    ``sure`` is False where number or title are only likely so.
    """

    number: str
    printed: str
    title: str
    lines: int
    sure: bool


def is_known(title: str) -> bool:
    """Whether a title is one of those that nearly every directive has."""
    key = folded(title)
    return any(alike(key, name) if len(name) > 4 else key == name for name in _KNOWN)


def numbered_at(
    lines: Sequence[Line], index: int, current: tuple[int, ...], ordinal: int, width: int
) -> Numbered | None:
    """The numbered heading that begins with a line. ``current`` is the number of the last heading, ``ordinal`` that of
    the last item of a running numbered list (0: none runs), ``width`` that of the text."""
    line = lines[index]
    match = _NUMBER.match(line.text)
    styled = (line.style or "").startswith("heading")
    listed = (line.style or "").startswith("list") and not (match and is_known(match["title"]))
    if match is None or listed or line.style == "table row":
        return None
    roman = _ROMAN.get(match["number"]) if is_known(match["title"]) and match["mark"].strip() == "." else None
    path = (roman,) if roman and follows((roman,), current) else _path(match["number"])
    if not path or path[0] == 0 or _DATE_LIKE.match(match["title"]) or (match["mark"].strip() == ")" and not styled):
        return None
    known = is_known(match["title"])
    marked = bool(match["mark"].strip()) or len(path) > 1
    if not (known or styled or (marked and follows(path, current))):
        return None
    if len(path) == 1 and not known and not styled and ordinal and path[0] == ordinal + 1:
        return None
    count, title = _title(lines, index, match["title"], known, styled, width, len(path))
    if not count or (len(path) == 1 and current and path[0] <= current[0] and not styled and not known):
        return None
    if current and path <= current:
        return None
    sure = match["number"].isascii() and match["number"].replace(".", "").isdigit() and follows(path, current)
    number = ".".join(map(str, path))
    final = "." if match["mark"].strip() or len(path) == 1 else ""
    return Numbered(number, number + final, title, count, sure)


def _path(number: str) -> tuple[int, ...]:
    parts = [part.strip().translate(_ONES) for part in re.split(r"[.,]", number)]
    if any(not part.isdigit() or (len(part) > 1 and part.startswith("0")) for part in parts):
        return ()
    return tuple(map(int, parts))


def follows(path: tuple[int, ...], current: tuple[int, ...]) -> bool:
    """Whether a number comes next after another: 2.1 after 2, 2.2 after 2.1.3, 3 after 2.4; gaps of one are allowed."""
    if not current:
        return path in ((1,), (1, 1), (2,))
    if len(path) > len(current):
        return path[: len(current)] == current and path[len(current) :] == (1,) * (len(path) - len(current))
    last = len(path) - 1
    return path[:last] == current[:last] and 0 < path[last] - current[last] <= 2


def _title(
    lines: Sequence[Line], index: int, first: str, known: bool, styled: bool, width: int, depth: int
) -> tuple[int, str]:
    """How many lines a heading takes, and its title; (0, "") if it is running text."""
    if known or styled:
        return 1, first.strip().rstrip(":")
    held = [first]
    for line in lines[index + 1 :]:
        if line.blank or bullet_at(line, True) or _NUMBER.match(line.text) or line.style:
            break
        held.append(line.text)
    whole = join(held)
    if len(held) <= _MOST_LINES and len(whole) <= _LONGEST and not whole.endswith((".", ";", ",", "!", "?")):
        ends = len(held) == 1 or _wraps(held, width)
        if ends:
            return len(held), whole.rstrip(":")
    short = len(first) < _NARROW * width and not first.endswith((".", ";", ",", "-"))
    if len(held) > 1 and short and held[1][:1].isupper():
        return 1, first.strip().rstrip(":")
    return (1, first.strip()) if depth > 1 and short else (0, "")


def _wraps(held: list[str], width: int) -> bool:
    """Whether a heading runs over its lines: each but the last is nearly as long as the lines of the text."""
    return all(len(text) >= 0.55 * width for text in held[:-1])
