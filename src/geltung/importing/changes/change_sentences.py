"""Sentences one after another: what they change, what stays unread, and what takes back the sentence before."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_words import EXCEPTED, PRONOUN, THIS
from geltung.importing.changes.changes import others_of, read_sentence
from geltung.importing.changes.unread import Unread, unread
from geltung.importing.review_file import OPEN
from geltung.model.terms import REPEAL

_TAKES_BACK = re.compile(
    EXCEPTED.pattern
    + r"|\bgilt\s+(?:jedoch\s+|aber\s+)?(?:nur|nicht)\b|\bAusnahmen?\b|\bunber[üu]hrt\b|\b(?:jedoch|lediglich)\b|"
    r"\bweiterhin\b|\bÜbergangs\w+",
    re.IGNORECASE,
)
_REST_STAYS = re.compile(
    r"\W*(?:Im\s+Übrigen|Im\s+Ubrigen|Ansonsten|Die\s+übrigen\s+\w+)\s+(?:gilt|gelten|bleibt|bleiben)\b", re.IGNORECASE
)
_TAKEN_BACK: Final = "Der Satz danach schränkt ein („{}“): Was bleibt in Kraft?"


def read_run(
    sentences: Sequence[Sentence], situation: Situation, meant: Sequence[Act] = ()
) -> list[ChangeFound | Unread]:
    """The changes of sentences that stand beside each other, and those that were not read.

    ``meant`` are the acts that a sentence is about if it names none (those of its entry under "Aufhebung").
    """
    found: list[ChangeFound | Unread] = []
    before: tuple[Act, ...] = ()
    just_read = 0
    for sentence in sentences:
        acts = others_of(find_acts(sentence.text), situation)
        changes = read_sentence(sentence, situation, before)
        back = bool(just_read) and not acts and _takes_back(sentence.text)
        if back:
            found[-just_read:] = [_taken_back(item, sentence) for item in found[-just_read:]]
        found += changes
        if not changes and not back:
            continues = sentence.clause or PRONOUN.match(sentence.text)
            named = acts or list(meant) or (others_of(before, situation) if continues else [])
            left = unread(sentence, named, situation)
            if left is not None or (sentence.listed and acts):
                found.append(left or Unread(sentence.text, sentence.lines, True))
            elif sentence.listed and not _REST_STAYS.match(sentence.text):
                found.append(Unread(sentence.text, sentence.lines, True, (), not meant))
        just_read = len(changes)
        before = find_acts(sentence.text) or (before if sentence.clause else ())
    return found


def _takes_back(text: str) -> bool:
    return bool(_TAKES_BACK.search(text)) and not THIS.search(text)


def _taken_back(item: ChangeFound | Unread, sentence: Sentence) -> ChangeFound | Unread:
    """A change with the question that the next sentence raises; that the rest stays in force limits no part."""
    if isinstance(item, Unread) or (item.kind != REPEAL and _REST_STAYS.match(sentence.text)):
        return item
    words = f"{item.words} {sentence.text}" if sentence.listed and item.words else item.words
    return replace(item, words=words, value=item.value.doubted(_TAKEN_BACK.format(sentence.text[:80]), OPEN))
