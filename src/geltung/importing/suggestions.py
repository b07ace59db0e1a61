"""Duties outside the Einzelaufträge: suggested to the editor, never made tasks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.blocks import is_task_chapter
from geltung.importing.body import Node
from geltung.importing.sentences import split_sentences
from geltung.importing.text import shortened

_WITHIN: Final = r"(?:[^.;]|(?<=\d)\.|\.(?=\d))"  # a full stop in a date or number ends no sentence
_DUTY = re.compile(
    rf"\b(?:ist|sind)\b{_WITHIN}{{0,220}}?\b(?:zu\s+[a-zäöüß]{{4,}}(?:en|n|ln|rn)\b|[a-zäöüß]{{2,}}zu[a-zäöüß]{{3,}}en\b)|"
    rf"\b(?:hat|haben)\b{_WITHIN}{{0,160}}?\b(?:zu\s+[a-zäöüß]{{4,}}en\b|[a-zäöüß]{{2,}}zu[a-zäöüß]{{3,}}en\b)|"
    r"\b(?:muss|müssen|verpflichtend|verpflichtet|zwingend)\b|"
    r"\b(?:wird|werden)\b[^.;]{0,160}?\b(?:ab dem|zum|bis zum|spätestens)\s+\d{1,2}\.",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(
    r"\b(?:zu entnehmen|zu finden|zu erwarten|zu beachten ist, dass|zu verstehen|zu rechnen|empfohlen|"
    r"geraten|freigegeben)\b",
    re.I,
)
_ASSIGNS = re.compile(
    r"\b(?:wie folgt|folgende\w*)\b[^.]{0,80}(?:zugeordnet|geregelt|wahrgenommen|übertragen|umzusetzen)|"
    r"aufgaben\b[^.]*:\Z",
    re.I,
)
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that may be a duty, and the index of its node."""

    words: str
    node: int


def suggestions(nodes: Sequence[Node]) -> tuple[Suggestion, ...]:
    """Sentences outside the chapter Einzelaufträge that read like duties."""
    return tuple(_found(nodes))[:_MOST]


def _found(nodes: Sequence[Node]) -> Iterator[Suggestion]:
    in_tasks, assigned = False, False
    for index, node in enumerate(nodes):
        if node.kind == "chapter" and "." not in node.number:
            in_tasks = is_task_chapter(node.text.split(" ", 1)[-1])
        if in_tasks or node.kind in ("chapter", "heading", "table"):
            assigned = False
            continue
        if node.kind in ("item", "numbered") and assigned:
            yield Suggestion(shortened(node.text), index)
            continue
        assigned = bool(_ASSIGNS.search(node.text)) and node.text.endswith(":")
        for sentence in split_sentences(node.text):
            if _DUTY.search(sentence) and not _NO_DUTY.search(sentence):
                yield Suggestion(shortened(sentence), index)
