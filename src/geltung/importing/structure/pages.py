"""Pages: headers and footers are left out, link lists at page ends put aside, pages counted where a format has none."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.head.labels import find_labels
from geltung.importing.source import Source, SourceLine
from geltung.importing.structure.bullets import bullet_at, ordinal_at
from geltung.importing.text import GOES_ON, Line, tidy, usual_length

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ONLY_ADDRESSES = re.compile(r"\s*(?:(?:\[?\d{1,2}[\]).:]?\s+)?(?:https?://|www\.)\S+\s*)+\Z", re.IGNORECASE)
_REST_OF_ADDRESS = re.compile(r"(?=\S*[.?=%/&])[\w%./?=&#~+-]{3,80}(?<!\.)\Z", re.ASCII)
_PAGE_NUMBER = re.compile(
    r"\s*(?:[-–—|]\s*)?(?:(?:seite|s\.|blatt|page)\s*)?[0-9lIO]{1,3}(?:\s*(?:von|/|"
    r"of)\s*[0-9lIO]{1,3})?(?:\s*[-–—|])?\s*\Z",
    re.IGNORECASE,
)
_WITH_PAGE = re.compile(
    r"(?:\A|\s|[|–—-])\s*seite\s*[0-9lIO]{1,3}(?:\s*(?:von|/)\s*[0-9lIO]{1,3})?\s*\Z", re.IGNORECASE
)
_SHORTEST_HEADER: Final = 12
_LONGEST_HEADER: Final = 110
_EDGE: Final = 3
_FULL: Final = 0.85
_MOST_LEADING: Final = 0.1
PAGE_BREAK: Final = "page break"


@dataclass(frozen=True, slots=True)
class PageLink:
    """An address from a link list at the end of a page: the words that it labels stand somewhere on that page."""

    address: str
    line: int
    page: int


@dataclass(frozen=True, slots=True)
class Paged:
    """The lines of the text itself, the addresses that stood at page ends, and the lines that were left out."""

    lines: tuple[Line, ...]
    links: tuple[PageLink, ...]
    left_out: tuple[Line, ...]


def paged(source: Source) -> Paged:
    """Split a source into its text and what belongs to its pages."""
    lines = _numbered(source.lines, damaged=source.damaged)
    furniture = _furniture(lines)
    kept: list[Line] = []
    links: list[PageLink] = []
    left_out: list[Line] = []
    page, broken = 1, False
    width = usual_length([line.text for line in lines])
    for line in lines:
        if line.page is not None:
            broken = broken or line.page != page
            page = line.page
        broken = broken or line.style == PAGE_BREAK
        if line.number in furniture:
            left_out.append(line)
            broken = True
        elif links and links[-1].line == line.number - 1 and _REST_OF_ADDRESS.match(line.text):
            links[-1] = replace(links[-1], address=links[-1].address + line.text)
        elif _is_list(line, lines):
            links += (PageLink(address, line.number, page) for address in _ADDRESS.findall(line.text))
            broken = True
        else:
            if broken and line.text:
                page += line.page is None
                kept = _without_break(kept, line, width)
                broken = False
            kept.append(replace(line, page=page, style=None if line.style == PAGE_BREAK else line.style))
    return Paged(tuple(kept), tuple(links), tuple(left_out))


def _is_list(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is one of a link list; an address alone that is announced ("… unter:") belongs to the text."""
    if line.links or not _ONLY_ADDRESSES.match(line.text):
        return False
    index = line.number - 2
    return not (0 <= index < len(lines) and lines[index].text.endswith(":"))


def _numbered(given: Sequence[SourceLine], *, damaged: bool) -> tuple[Line, ...]:
    """Tidied lines. A form feed, or the single leading blank that some recognisers leave, begins a page."""
    has_pages = any(line.page is not None for line in given)
    texts = [tidy(line.text.replace("\f", "")) for line in given]
    leading = [text.startswith(" ") and not text.startswith("  ") and bool(text.strip()) for text in texts]
    marks = damaged and not has_pages and 0 < sum(leading) <= max(_MOST_LEADING * len(texts), 3)
    found = []
    for line, text, leads in zip(given, texts, leading, strict=True):
        begins = not has_pages and ("\f" in line.text or (marks and leads))
        indent = 0 if marks and leads else len(text) - len(text.lstrip())
        style = PAGE_BREAK if begins else line.style
        found.append(Line(line.number, line.page, text.strip(), line.text, indent, style, line.cells, line.links))
    return tuple(found)


def _furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are page headers, footers and page numbers."""
    found = {line.number for line in lines if line.style in ("page header", "page footer")}
    found |= {
        line.number
        for line in lines
        if line.text
        and len(line.text) <= _LONGEST_HEADER
        and (_WITH_PAGE.search(line.text) or _lone_number(line, lines))
    }
    pages = _split(lines, found)
    for edges in ([_edge(page, found, 1) for page in pages], [_edge(page, found, -1) for page in pages]):
        counted = Counter(text for edge in edges for text in {_without_digits(line.text) for line in edge})
        often = {text for text, count in counted.items() if count >= 2 and count * 2 >= len(pages)}
        found |= {line.number for edge in edges for line in edge if _without_digits(line.text) in often}
    return frozenset(found)


def _may_repeat(line: Line) -> bool:
    """Text that stands on every page is short and no list item or address, which may well stand twice."""
    fits = _SHORTEST_HEADER <= len(line.text) <= _LONGEST_HEADER
    return fits and not _ONLY_ADDRESSES.match(line.text) and not re.match(r"[•*\-–»«oe]\s", line.text)


def _lone_number(line: Line, lines: Sequence[Line]) -> bool:
    """A number alone between blank lines, such as "- 2 -"; "2" in a table is none."""
    if not _PAGE_NUMBER.match(line.text) or line.cells:
        return False
    index = line.number - 1
    before = lines[index - 1].blank if 0 < index <= len(lines) else True
    after = lines[index + 1].blank if index + 1 < len(lines) else True
    return before and after


def _split(lines: Sequence[Line], furniture: set[int]) -> list[Sequence[Line]]:
    """The lines page by page, as far as pages are known."""
    starts = [0]
    for index in range(1, len(lines)):
        first, second = lines[index - 1], lines[index]
        if first.page != second.page or second.style == PAGE_BREAK or first.number in furniture:
            starts.append(index)
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _edge(page: Sequence[Line], furniture: set[int], direction: int) -> list[Line]:
    """The first (1) or last (-1) lines of a page that may be a header or footer."""
    filled = [line for line in page if line.text and line.number not in furniture][::direction]
    return [line for line in filled[:_EDGE] if _may_repeat(line)]


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split()).casefold())


def _without_break(kept: list[Line], following: Line, width: int) -> list[Line]:
    """Blank lines before a page break go if the sentence runs on behind it; ``width`` is that of a full line."""
    last = len(kept)
    while last and kept[last - 1].blank:
        last -= 1
    if not last:
        return kept
    before = kept[last - 1].text
    if before.endswith((".", ":", "!", "?", ";")) or find_labels(following.text):
        return kept
    if following.text[0].islower():
        return kept if re.match(r"[oe]\s", following.text) else kept[:last]
    starts_item = bullet_at(following, True) is not None or ordinal_at(following) is not None
    if starts_item or re.match(r"(?:Die|Der|Das|Alle)\s|\d", following.text):
        return kept
    in_sentence = GOES_ON.search(before) or before.endswith((",", "-"))
    return kept[:last] if in_sentence or len(before) >= _FULL * width else kept
