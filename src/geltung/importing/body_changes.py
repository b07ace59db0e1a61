"""Changes that the text states: in its sentences, in the lists below them, and in a chapter "Aufhebung"."""

import re
from collections.abc import Sequence

from geltung.importing.acts import Act, find_acts
from geltung.importing.body import Node
from geltung.importing.change_days import ChangeFound, Sentence, Situation
from geltung.importing.change_words import SUBJECT
from geltung.importing.changes import others_of, read_sentence, sentences
from geltung.importing.listed_changes import governs, read_listed

_OF_REPEALS = re.compile(r"\b(?:Aufhebung|Aufgehobene|Au(?:ß|ss|B)erkrafttreten)\b", re.IGNORECASE)


def read_body(nodes: Sequence[Node], situation: Situation) -> tuple[ChangeFound, ...]:
    """The changes that the nodes of abstract and body state."""
    found: list[ChangeFound] = []
    governing: Sentence | None = None
    in_chapter = False
    for node in nodes:
        if node.kind in ("chapter", "heading"):
            in_chapter, governing = bool(_OF_REPEALS.search(node.text)), None
        elif node.kind == "paragraph":
            governing = _governing(node, situation)
            bare = in_chapter and _is_bare(node.text, situation)
            found += read_listed([_entry(node.text, node)], situation) if bare else _of_text(node, situation)
        elif node.kind == "table":
            if governing is not None or in_chapter:
                rows = [_entry(" – ".join(filter(None, row)), node) for row in node.rows]
                found += read_listed(rows, situation, governing)
        elif governing is not None or (in_chapter and _is_bare(node.text, situation)):
            found += read_listed([_entry(node.text, node)], situation, governing)
        else:
            found += _of_text(node, situation)
    return tuple(found)


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


def _of_text(node: Node, situation: Situation) -> list[ChangeFound]:
    found: list[ChangeFound] = []
    before: tuple[Act, ...] = ()
    for sentence in sentences(node.text, node.lines):
        found += read_sentence(sentence, situation, before)
        before = find_acts(sentence.text)
    return found
