"""Plain words → Markdown and YAML that read back as exactly these words."""

import json
import re
from collections.abc import Sequence
from typing import Final

_SPECIAL = re.compile(r"[\\`*\[\]<]")
_EMPHASIS = re.compile(r"(?<![^\W_])_(?=[^\s_][^_]*[^\s_]_(?![^\W_]))")
_BLOCK_START = re.compile(
    r"(?P<mark>#{1,6}(?=\s)|>|[+\-](?=\s)|(?:={3,}|-{3,}|~{3,})\s*\Z)|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s)"
)
_ATTRIBUTES = re.compile(r"\{(?=:|\s?[#.][A-Za-z])")
_PLAIN = re.compile(r"(?:[^\W_]|§)[^\n]*\Z")
_NOT_PLAIN = re.compile(
    r":(?=\s|\Z)|\s#|\A[-?:,\[\]{}#&*!|>'\"%@`]|\A(?:true|false|null|yes|no|on|off|~)\Z", re.IGNORECASE
)
_LIKE_NUMBER = re.compile(r"[-+]?[\d.,_:eExo-]+\Z")
_LONGEST: Final = 2000


def inline(text: str) -> str:
    """Words as they stand inside a paragraph."""
    text = _SPECIAL.sub(lambda match: f"\\{match[0]}", " ".join(text.split()))
    text = _EMPHASIS.sub(r"\\_", text)
    return _ATTRIBUTES.sub(r"\\{", text)


def paragraph(text: str) -> str:
    """Words as a paragraph or the text of an item of their own: nothing at their start makes a list or heading."""
    return _BLOCK_START.sub(_escaped_start, inline(text), count=1) if _BLOCK_START.match(inline(text)) else inline(text)


def _escaped_start(match: re.Match[str]) -> str:
    return f"\\{match['mark']}" if match["mark"] else f"{match['number']}\\{match['dot']}"


def linked(text: str, links: Sequence[tuple[str, str]]) -> str:
    """A paragraph with its links; each label stands in it at least once, and links do not overlap."""
    written = paragraph(text)
    for label, address in links:
        words = inline(label)
        at = _free(written, words)
        if at != -1:
            written = f"{written[:at]}[{words}]({target(address)}){written[at + len(words) :]}"
    return written


def _free(written: str, words: str) -> int:
    """Where words stand outside the links that are there already, as whole words."""
    taken = [match.span() for match in re.finditer(r"(?<!\\)\[[^\]]*\]\([^)]*\)", written)]
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", written):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            return match.start()
    return -1


def target(address: str) -> str:
    """An address as the target of a link."""
    address = address.replace(" ", "%20").replace("<", "%3C").replace(">", "%3E")
    return address.replace("(", "%28").replace(")", "%29") if "(" in address or ")" in address else address


def cell(text: str) -> str:
    """Words in a cell of a table."""
    return inline(text).replace("|", "\\|")


def scalar(text: str) -> str:
    """A YAML value on one line that reads as this text, in the quotes that ``geltung format`` would choose."""
    text = " ".join(text.split())[:_LONGEST]
    if '"' in text and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if not text or _NOT_PLAIN.search(text) or not _PLAIN.match(text) or _LIKE_NUMBER.match(text):
        return json.dumps(text, ensure_ascii=False)
    return text


def attribute(name: str, value: str) -> str:
    """``name=value`` in an attribute list; all but single days in quotes, as ``geltung format`` writes them."""
    value = " ".join(value.replace('"', "'").split())
    day = re.match(r"\d{4}-\d\d-\d\d\Z", value) and name != "other_dates"
    return f"{name}={value}" if day else f'{name}="{value}"'
