"""Sections of law as the public repository bundestag/gesetze writes them: a folder of Markdown files.

A file begins with a YAML head, then come the law's title ("# Gesetz über … (ABK)") with a list of dates and sources,
and the sections ("## § 12 Zuständigkeit und Verfahren", one level deeper below "## Erster Abschnitt - …", "Art 3 …",
"Anlage 2 (zu § 4) …"). Of a heading the number and what it belongs to are left out, of a text the escapes ("23\\."),
pictures and the long names of footnotes. What was repealed has no heading or no text, and is left out, as are titles.
Only headings that occur once are taken, so that every question has one right answer.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_NUMBER = re.compile(
    r"""
    (?:\(X+\)\s*)?                                                    # (XXXX): not yet published
    (?:
        (?:§+|Art(?:ikel|\.)?|Anlage|Anhang|Abschnitt|Unterabschnitt|Kapitel|Teil|Titel|Buch)(?![^\W\d_])
        (?:\s*(?:\d+\s?[a-z]?|[IVXL]+|[A-Z])(?![^\W\d_])
           (?:\s*(?:,|und|bis|-|–)\s*\d+[a-z]?(?![^\W\d_]))*)?         # 12, 12a, IV, B; 3 bis 7
      | \w+(?:er|es|e)\s+(?:Abschnitt|Unterabschnitt|Kapitel|Teil|Titel|Buch)(?!\w)
      | (?:\d+|[IVXL]+)[.)](?=\s)
    )
    \s*(?:\(zu\s[^()]*\))?                                            # of what an annex is one
    \s*[-–:,.;]?\s*
    """,
    re.X,
)
_NOISE = re.compile(r"!\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]:?|\\(?=[^\w\s])")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST_BODY: Final = 100
_ODD = re.compile(r"\(?(?:weggefallen|aufgehoben|gegenstandslos|Eingangsformel|Schlu(?:ss|ß)formel)\)?", re.I)
_ABOUT: Final = ("readme.md", "contributing.md", "license.md")
_LINKS: Final = ("", "s", "n", "en", "es")
_SHORTEST_PART: Final = 4
_OFTEN: Final = 5


class Section(NamedTuple):
    """A heading without its number, and the text below it."""

    heading: str
    body: str


def read(folder: Path, most: int) -> list[Section]:
    """At most so many sections of a folder, drawn with a fixed seed; with their headings once each."""
    paths = (path for path in sorted(folder.rglob("*.md")) if path.name.lower() not in _ABOUT)
    found = [item for path in paths for item in _sections(path.read_text(encoding="utf-8"))]
    often = Counter(item.heading.casefold() for item in found)
    once = [item for item in found if often[item.heading.casefold()] == 1]
    random.Random(20_000).shuffle(once)
    return once[:most]


def _sections(text: str) -> Iterator[Section]:
    heading, lines = "", list[str]()
    for line in [*text.splitlines(), "# Ende"]:
        match = _HEADING.match(line)
        if not match:
            lines.append(line)
            continue
        body = " ".join(_NOISE.sub("", " ".join(lines)).split())
        if len(body) >= _SHORTEST_BODY and _WORD.search(heading) and not _ODD.fullmatch(heading):
            yield Section(heading, body)
        marks, title = match.groups()
        heading, lines = "" if marks == "#" else heading_alone(title), []


def heading_alone(title: str) -> str:
    """What a heading says, without the number of its section."""
    title = _NOISE.sub("", title).strip()
    match = _NUMBER.match(title)
    return title[match.end() :].strip() if match else title


def on_their_own(sections: Iterable[Section]) -> frozenset[str]:
    """Words that occur often enough in the texts to be taken for words."""
    counts = Counter(word.casefold() for item in sections for word in _WORD.findall(item.body))
    return frozenset(word for word, count in counts.items() if count >= _OFTEN and len(word) >= _SHORTEST_PART)


def written_apart(heading: str, words: frozenset[str]) -> str | None:
    """The heading with its compounds written apart as hasty people do ("Leistungs Postfach"); None if it has none.

    A rule of its own and not the splitter that is measured: the longest first part that, with or without a linking
    letter, is a word of the texts and leaves a word of the texts.
    """
    apart = _WORD.sub(lambda match: _apart(match.group(), words), heading)
    return apart if apart != heading else None


def _apart(word: str, words: frozenset[str]) -> str:
    lowered = word.casefold()
    for end in range(len(lowered) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, second = lowered[:end], lowered[end:]
        cores = (first[: len(first) - len(link)] for link in _LINKS if first.endswith(link))
        if second in words and any(core in words for core in cores):
            return f"{word[:end]} {second.capitalize()}"
    return word
