"""Attribute lists, ``{: #id .class key=value key="two words" }``, as Python-Markdown reads them.

The colon may be missing. Values in quotes may hold blanks and braces; quotes must be straight. Whatever Python-Markdown
would silently misread or drop is a problem that is reported, and the rest of the list still counts.
"""

import re
from dataclasses import dataclass
from typing import Final

from geltung.markdown.quoting import shorten

_LINE = re.compile(r"[ ]*\{:?[ ]*([^}\n ][^\n]*)\}[ ]*\Z")
_IN_HEADING = re.compile(r"[ ]\{:?[ ]*([^}\n {][^\n{]*)\}[ ]*\Z")
_IN_CELL = re.compile(r"(?:\A|[ ])\{(?::|[ ]?(?=[#.][A-Za-z]))[ ]*([^}\n ][^\n{]*)\}[ ]*\Z")
_INLINE = re.compile(r"\{:?[ ]*([^}\n ][^}\n]{0,500})\}")
_TOKEN = re.compile(r"""([^ =}]+)=(?:"([^"]*)"|'([^']*)'|([^ =}]+))|([^ =}]+)""")
_ODD_BLANKS = re.compile(r"[\t\u00a0\u2000-\u200b\u202f\ufeff]+")
_MOST_PROBLEMS: Final = 5
_QUOTES: Final = "\"'„“”‟‚‘’‛«»‹›´`″"


@dataclass(frozen=True, slots=True)
class AttributeList:
    """What an attribute list states. Of a key that stands twice the first value counts.

    ``problems`` are German sentences on what cannot be read.
    """

    line: int
    identifier: str | None
    classes: tuple[str, ...]
    values: dict[str, str]
    problems: tuple[str, ...] = ()


def from_line(line_text: str, line: int) -> AttributeList | None:
    """The attribute list that a whole line consists of; None if the line is something else."""
    match = _LINE.match(line_text)
    return parse(match[1], line) if match else None


def from_heading(text: str, line: int) -> tuple[str, AttributeList | None]:
    """A heading's text without the attribute list at its end, and that list."""
    match = _IN_HEADING.search(text)
    return (text[: match.start()].rstrip(), parse(match[1], line)) if match else (text, None)


def from_cell(text: str, line: int) -> tuple[str, AttributeList | None]:
    """A table cell's text without the attribute list at its end, and that list; the list may be all that it holds."""
    match = _IN_CELL.search(text) if text.endswith("}") else None
    return (text[: match.start()].rstrip(), parse(match[1], line)) if match else (text, None)


def inline_at(text: str, position: int, line: int) -> tuple[AttributeList, int] | None:
    """The attribute list that begins at a position inside a line, and the offset behind it."""
    match = _INLINE.match(text, position)
    return (parse(match[1], line), match.end()) if match else None


def parse(inner: str, line: int) -> AttributeList:
    """Read what stands between the braces."""
    problems: list[str] = []
    if _ODD_BLANKS.search(inner):
        inner = _ODD_BLANKS.sub(" ", inner)
        problems.append("Zwischen Attributen müssen einfache Leerzeichen stehen, keine Tabulatoren oder geschützten")
    identifiers: list[str] = []
    classes: list[str] = []
    values: dict[str, str] = {}
    loose = ""
    position, end = 0, len(inner)
    while position < end:
        match = _TOKEN.match(inner, position)
        if match is None:
            if inner[position] != " ":
                loose = inner[position] if loose != "=" else loose
            position += 1
            continue
        position = match.end()
        word = match[5]
        if word is None:
            value = match[2] or match[3] or match[4] or ""
            _add_value(match[1], value, values, problems, quoted=match[4] is None)
        elif word[0] == "." and len(word) > 1:
            classes.append(word[1:])
        elif word[0] == "#":
            identifiers.append(word[1:])
        else:
            loose = loose or word
    if loose:
        problems.append(_unreadable(inner, loose))
    if len(identifiers) > 1:
        problems.append(f"Es darf nur eine Kennung sein; da steht „{shorten(inner)}“")
    return AttributeList(line, next(iter(identifiers), None), tuple(classes), values, tuple(problems[:_MOST_PROBLEMS]))


def _add_value(name: str, value: str, values: dict[str, str], problems: list[str], *, quoted: bool) -> None:
    if not quoted and (value[0] in _QUOTES or value[-1] in _QUOTES):
        text = f'Ein Wert muss in geraden Anführungszeichen stehen, {name}="…"; da steht „{name}={shorten(value)}“'
        problems.append(text)
        value = value.strip(_QUOTES)
    if name in values:
        problems.append(f"Jedes Attribut darf nur einmal stehen; „{shorten(name)}“ steht mehrfach da")
    else:
        values[name] = value


def _unreadable(inner: str, loose: str) -> str:
    if loose == "=":
        return f"Um das Gleichheitszeichen darf kein Leerzeichen stehen; da steht „{shorten(inner)}“"
    if loose == "}":
        return f"Eine Klammer „}}“ darf nur am Ende oder in Anführungszeichen stehen; da steht „{shorten(inner)}“"
    return f"Ein Attribut muss #kennung, .klasse oder name=wert sein; da steht „{shorten(loose)}“"
