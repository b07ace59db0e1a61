"""Changes that the text states: in its sentences, in the lists below them, and in a chapter "Aufhebung"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from geltung.importing.acts import find_acts
from geltung.importing.body import Node
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_sentences import read_run
from geltung.importing.changes.change_words import SUBJECT
from geltung.importing.changes.changes import others_of, sentences
from geltung.importing.changes.listed_changes import governs, read_listed
from geltung.importing.changes.unread import Unread, unread

_BACKGROUND = re.compile(r"\b(?:Ausgangs(?:situation|lage)|Sachverhalt|Anlass|Hintergrund|Einleitung)\b", re.IGNORECASE)
_OF_REPEALS = re.compile(r"\b(?:Aufhebung|Aufgehobene|Au(?:ß|ss|B)erkrafttreten)\b", re.IGNORECASE)


def read_body(
    nodes: Sequence[Node], situation: Situation, pointed: Sequence[str] = ()
) -> tuple[ChangeFound | Unread, ...]:
    """The changes that the nodes of abstract and body state; ``pointed``: the sections to which Aufhebung points."""
    found: list[ChangeFound | Unread] = []
    governing: Sentence | None = None
    in_chapter = first = announced = False
    for node in nodes:
        if node.kind in ("chapter", "heading"):
            in_chapter, governing = bool(_OF_REPEALS.search(node.text)), None
            if node.kind == "chapter":
                first = node.number.split(".")[0] == "1" or bool(_BACKGROUND.search(node.text))
                announced = any(_within(node.number, number) for number in pointed)
            continue
        place = Sentence(
            "", node.lines, background=first, announced=announced or in_chapter, task=node.task is not None
        )
        if node.kind == "paragraph":
            governing = _governing(node, situation)
            bare = in_chapter and _is_bare(node.text, situation)
            found += read_listed([_entry(node.text, node)], situation) if bare else _of_text(node, situation, place)
        elif node.kind == "table":
            if governing is not None or in_chapter:
                rows = [_entry(" – ".join(filter(None, row)), node) for row in node.rows]
                found += read_listed(rows, situation, governing)
            else:
                found += _of_rows(node, situation)
        elif governing is not None or (in_chapter and _is_bare(node.text, situation)):
            found += read_listed([_entry(node.text, node)], situation, governing)
        else:
            found += _of_text(node, situation, place)
    return tuple(found)


def _of_rows(node: Node, situation: Situation) -> list[Unread]:
    """The rows of a table that name a directive and what happens to it; none of them is read as a change."""
    rows = (Sentence(" ".join(filter(None, row)), node.lines) for row in node.rows)
    found = (unread(row, others_of(find_acts(row.text), situation), situation) for row in rows)
    return [item for item in found if item is not None]


def _within(number: str, section: str) -> bool:
    """Whether a chapter is a section or lies in it."""
    number = number.strip(".")
    return number == section or number.startswith(f"{section}.")


def _entry(text: str, node: Node) -> Sentence:
    return Sentence(text, node.lines, True)


def _governing(node: Node, situation: Situation) -> Sentence | None:
    """The last sentence of a paragraph if it does something to what is listed below it."""
    if not node.text.endswith(":"):
        return None
    last = sentences(node.text, node.lines)[-1]
    return last if governs(last) and not others_of(find_acts(last.text), situation) else None


def _is_bare(text: str, situation: Situation) -> bool:
    """Whether a text names an act and says nothing of it."""
    acts = others_of(find_acts(text), situation)
    return bool(acts) and not text.endswith(".") and bool(SUBJECT.match(text[: acts[0].start]))


def _of_text(node: Node, situation: Situation, place: Sentence) -> list[ChangeFound | Unread]:
    run = [
        replace(sentence, background=place.background, announced=place.announced, task=place.task)
        for sentence in sentences(node.text, node.lines)
    ]
    return read_run(run, situation)
