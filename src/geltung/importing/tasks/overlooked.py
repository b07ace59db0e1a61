"""What must not be passed over in silence: lists of duties that are no tasks, a second directive, marked changes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from geltung.importing.body import Node
from geltung.importing.review_file import LIKELY, OPEN, Confidence
from geltung.importing.source import Source
from geltung.importing.tasks.addressees import Units
from geltung.importing.text import Line, shortened
from geltung.parse.duties import force

STRUCK: Final = (
    "Diese Wörter sind im Original durchgestrichen oder als gelöscht markiert und stehen nicht im Entwurf: "
    "Gelten sie wirklich nicht mehr?"
)
INSERTED: Final = (
    "Diese Wörter sind im Original als Einfügung markiert, die noch niemand angenommen hat; sie stehen im Entwurf: "
    "Gelten sie?"
)
SEVERAL: Final = (
    "Die Datei enthält wohl mehrere Weisungen: Hier beginnt eine weitere, deren Kopf und Aufträge im Entwurf nur als "
    "Text stehen. Bitte die Datei teilen und jede Weisung für sich importieren."
)
_UNREAD_LIST: Final = (
    "Unter „{}“ steht außerhalb der Einzelaufträge eine Liste, die sich wie Aufträge liest; im Entwurf ist sie nur "
    "Text: Sind das Aufträge?"
)
_SECOND: Final = re.compile(
    r"(?:(?P<label>lau?fende\s+(?:Nummer|Nr\.?)|lfd\.?\s*(?:Nummer|Nr\.?))\s*:?\s*|"
    r"(?:Fachliche\s+|Zentrale\s+|Interne\s+)?(?:Weisung|HEGA|Geschäftsanweisung|Verfahrensinformation)\s+(?:Nr\.?\s*)?)"
    r"(?P<id>\d{9})\b(?P<rest>.*)\Z",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"\s*(?:\(.{1,40}\)\s*)?(?:vom\s+\d{1,2}\.\s?(?:\d{1,2}\.|[A-Zä]\w+)\s?\d{4}\s*)?[–—:-]\s*\S"
)
_OF_HEADER: Final = re.compile(
    r"\W*(?:lau?fende\s+(?:Nummer|Nr)|lfd\.?\s*N|gesch[äa]ftszeichen|g[üu]ltig\s+(?:ab|bis)|SGB\s+I)", re.IGNORECASE
)
_WITHIN: Final = 12
"""Lines below its title in which a directive's header begins."""
_VERB: Final = re.compile(r"[„\"(]?[a-zäöüß][\w/-]*(?:e[rl]?n|[^aeiou]n|t)\b")
_INFINITIVE: Final = re.compile(r"\b(?:zu\s+[a-zäöüß]{3,}|[a-zäöüß]{2,}zu[a-zäöüß]{3,}e)n\s*[.,;]?\Z")
_NUMBER: Final = re.compile(r"\A(?:\d+(?:\.\d+)*\.?|[A-Za-z]\))\s+")
_MAY: Final = re.compile(r"\b(?:können|kann|dürfen|darf|sind|ist|waren|war|wurden|wurde|umfassen|gelten)\b")
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question about lines of the source; ``node`` is the index of the first piece of the text
    that it is about, if it is about pieces: one for each line."""

    about: str
    value: str | None
    question: str
    lines: tuple[tuple[Line, str], ...]
    confidence: Confidence = OPEN
    node: int | None = None


def marked(source: Source, lines: Sequence[Line]) -> Iterator[Asked]:
    """Words that the source shows as deleted, and words that it marks as inserted."""
    by_number = {line.number: line for line in lines}
    for about, question in (("gestrichen", STRUCK), ("eingefügt", INSERTED)):
        places = [
            (by_number.get(line.number) or Line(line.number, line.page, line.text, line.text), words)
            for line in source.lines
            for words in (line.struck if question == STRUCK else line.inserted)
        ]
        if places:
            yield Asked("text", about, question, tuple(places), LIKELY)


def several(lines: Sequence[Line], own: str | None) -> Iterator[Asked]:
    """The line with which a second directive begins: its number as a header states it, or its title above a header."""
    first = next((line.number for line in lines if _SECOND.match(line.text)), None)
    for index, line in enumerate(lines):
        found = _SECOND.match(line.text)
        if found is None or line.number == first or found["id"] == own:
            continue
        below = (other.text for other in lines[index + 1 : index + _WITHIN])
        if found["label"] or (_TITLE.match(found["rest"]) and sum(map(bool, map(_OF_HEADER.match, below))) >= 2):
            yield Asked("text", shortened(line.text, 80), SEVERAL, ((line, line.text),))
            return


def lists(nodes: Sequence[Node], units: Units) -> Iterator[Asked]:
    """Lists under a known addressee that are no tasks, though their items begin with a verb or a day is set."""
    for index, node in enumerate(nodes):
        whom = _addressee(node, units)
        if whom is None:
            continue
        items = list(takewhile(lambda item: item.kind in ("item", "numbered"), nodes[index + 1 :]))
        if not items or any(item.task is not None for item in items):
            continue
        duties = [item for item in items if not item.level and _orders(item.text)]
        if duties:
            places = tuple((item.lines[0], item.text) for item in items)
            yield Asked("suggested task", "kein Auftrag", _UNREAD_LIST.format(whom), places, node=index + 1)


def _addressee(node: Node, units: Units) -> str | None:
    """The addressee that stands above a list: alone, or with the verb of a sentence that the list ends."""
    if node.kind not in ("paragraph", "heading", "chapter") or node.task is not None:
        return None
    text = _NUMBER.sub("", node.text)
    if node.kind != "paragraph" or len(text.split()) <= _MOST_WORDS:
        read = units.read(text)
        if read.known:
            return read.words
    leading = units.leading(text) if node.kind == "paragraph" else None
    if leading is None or text.endswith(".") or _MAY.search(leading[1]):
        return None
    return leading[0].words


def _orders(text: str) -> bool:
    return bool(_VERB.match(text) or _INFINITIVE.search(text)) and force(text) != "recommendation"
