"""Sentences that name another directive and may change it, and from which no change was read: never lost, asked."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_words import OLD_NAMED, PAST, PRESENT
from geltung.importing.changes.unread_words import may_change
from geltung.importing.text import Line
from geltung.model.terms import REPEAL
from geltung.parse.wording import find_dates


@dataclass(frozen=True, slots=True)
class Unread:
    """A sentence that may change another directive. ``listed``: it stands under "Aufhebung"; else in the text.

    ``asked`` is False where it changes nothing and is only kept, so that no words of the field are lost.
    """

    text: str
    lines: tuple[Line, ...]
    listed: bool
    targets: tuple[str, ...] = ()
    asked: bool = True


def unread(sentence: Sentence, acts: Sequence[Act], situation: Situation) -> Unread | None:
    """The sentence as one to ask about, if it can change one of the ``acts`` that it names or means.

    Silent are reports of what others did and plain statements that something remains, if they say nothing else.
    """
    if not acts and not (OLD_NAMED.search(sentence.text) and situation.references):
        return None
    if not may_change(sentence.text, acts, task=sentence.task):
        return None
    if _reports(sentence.text, situation):
        return None
    targets = tuple(act.id for act in acts if act.id)
    return Unread(sentence.text, sentence.lines, sentence.listed, targets)


def _reports(text: str, situation: Situation) -> bool:
    """Whether a sentence only tells what has happened."""
    if not PAST.search(text) and not re.search(r"\b(?:ist|sind)\s+(?:seit|bereits|schon)\b", text):
        return False
    since = situation.issued or situation.valid_from
    for act in reversed(find_acts(text)):
        text = text[: act.start] + text[act.end :]
    to_come = any(phrase.date and since and phrase.date >= since for phrase in find_dates(text))
    return not to_come and not PRESENT.search(text)


def to_ask(found: Sequence[Unread], changes: Sequence[ChangeFound]) -> tuple[Unread, ...]:
    """The sentences that still have to be asked about: not those that repeat a repeal of the whole directive.

    One with a day of its own stays, since it may contradict.
    """
    repealed = {change.target for change in changes if change.kind == REPEAL and not change.parts}
    return tuple(item for item in found if item.listed or not _repeats(item, repealed))


def _repeats(item: Unread, repealed: Collection[str]) -> bool:
    text = item.text
    for act in reversed(find_acts(text)):
        text = text[: act.start] + text[act.end :]
    return bool(item.targets) and set(item.targets) <= set(repealed) and not find_dates(text)
