"""Draws the terminal pictures of the editors' page: ``python -m tests.docs.pictures``.

The commands of the page are run one after the other, with a terminal to write to; what they print becomes text in an
SVG file, which needs no font and no request. The test beside this compares the pictures with what is printed today.
"""

import re
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.docs.walkthrough import COLUMNS, ROOT, Ran, prepare, walk

FOLDER = ROOT / "site" / "handbuch" / "bilder"
_STYLE = re.compile(r"\x1b\[([\d;]*)m")
_OTHER = re.compile(r"\x1b\[[\d;?]*[A-Za-z]|\r")
_COLOURS = {"31": "#ff9a9a", "32": "#a6e3a1", "33": "#f9e2af", "34": "#9cc4ff"}
_PLAIN, _DIM, _GROUND = "#e6e6f0", "#b4b4c8", "#1e1e2e"
_LINE, _WIDE, _EDGE, _SIZE = 19, 8.45, 16, 14
_MOST_LINES = 46


def pictures(folder: Path) -> dict[str, str]:
    """Name → SVG, of the commands run in an empty folder."""
    place = folder / "sammlung"
    place.mkdir()
    prepare(place)
    return {ran.picture: drawn(ran) for ran in walk(place, as_terminal=True) if ran.picture}


def drawn(ran: Ran) -> str:
    """One command with its output as a picture."""
    lines = [f"\x1b[1m$ {ran.command}\x1b[0m", *ran.output.rstrip("\n").split("\n")]
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], "…"]
    lines = [piece for line in lines for piece in wrapped(line)]
    width = int(2 * _EDGE + int(COLUMNS) * _WIDE)
    height = 2 * _EDGE + _LINE * len(lines)
    texts = "\n".join(
        f'<text x="{_EDGE}" y="{_EDGE + _LINE * number + 14}" xml:space="preserve">{"".join(spans(line))}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" font-family="ui-monospace, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{_SIZE}" '
        f'fill="{_PLAIN}">\n<title>Ausgabe von {escape(ran.command)}</title>\n'
        f'<rect width="{width}" height="{height}" rx="8" fill="{_GROUND}"/>\n{texts}\n</svg>\n'
    )


def wrapped(line: str) -> Iterator[str]:
    """A line as a terminal breaks it; styles are rare in long lines and stay with the first piece."""
    line = _OTHER.sub(lambda match: match[0] if match[0].endswith("m") else "", line)
    width = int(COLUMNS)
    if len(_STYLE.sub("", line)) <= width:
        yield line
        return
    invisible = len(line[:width]) - len(_STYLE.sub("", line[:width]))
    cut = width + invisible
    yield line[:cut]
    yield from wrapped(line[cut:])


def spans(line: str) -> Iterator[str]:
    """The words of a line, each stretch in its style."""
    codes: list[str] = []
    position = 0
    for match in [*_STYLE.finditer(line), None]:
        text = line[position : match.start() if match else len(line)]
        if text:
            yield f"<tspan{_attributes(codes)}>{escape(text)}</tspan>" if codes else escape(text)
        if match:
            position = match.end()
            codes = [code for code in match[1].split(";") if code not in ("", "0")]


def _attributes(codes: list[str]) -> str:
    colour = next((_COLOURS[code] for code in codes if code in _COLOURS), _DIM if "2" in codes else None)
    weight = ' font-weight="bold"' if "1" in codes else ""
    return (f' fill="{colour}"' if colour else "") + weight


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        for picture, svg in pictures(Path(name)).items():
            (FOLDER / f"{picture}.svg").write_text(svg, encoding="utf-8")
