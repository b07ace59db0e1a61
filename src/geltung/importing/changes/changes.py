"""What a directive does to others: repeal, partial repeal, extension, amendment, correction, each with words and day.

A sentence at a time: its verb says what happens, the acts it names to whom. The first day of the new state is read by
the same rules that check it (geltung.checks.effective). Whatever is not plain becomes a question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from geltung.checks.change_words import BY_THIS, REPORT
from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_certainty import not_understood, without_pointers
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_doubts import ACTIVE, may_be_new, only_reported, until_only, without_names
from geltung.importing.changes.change_kinds import SHORTENED, kind_of, verb_text_of
from geltung.importing.changes.change_parts import read_parts
from geltung.importing.changes.change_records import change_of
from geltung.importing.changes.change_words import (
    ABOUT,
    AUXILIARY,
    BARE_PREDICATE,
    BY_OTHER,
    FOR_SOME,
    INTENDED,
    INVERTED,
    LIMITED,
    LIMITED_QUESTION,
    LONGEST_WORDS,
    LOOSE,
    OLD_NAMED,
    PARTLY,
    PREDICATE,
    PRONOUN,
    SUBJECT,
    THIS,
    UNLIMITED,
    WHOLE_OR_PART,
    WHOSE_PARTS,
)
from geltung.importing.review_file import CERTAIN, OPEN
from geltung.importing.sentences import split_sentences
from geltung.importing.text import Line
from geltung.model.terms import AMENDMENT, EXTENSION, PARTIAL_REPEAL, REPEAL

_OTHER_ACTS = re.compile(r"\b(?:ersetzt|l[öo]st|hebt|hob|tritt|[äa]ndert|verl[äa]ngert)\b", re.IGNORECASE)
_IN_ACT = re.compile(r"\s*In\s+(?:der\s+)?(?:Weisung\s+)?\Z", re.IGNORECASE)
_PART_GOES = re.compile(
    r"\s*(?:wird|werden)\s+(?:der\s+|die\s+)?(?:Ziff|Abschnitt|Nummer|Nr\.|Punkt|Kapitel)[^;]*\b(?:aufgehoben|gestrichen)\W*\Z"
)
_STAYS = re.compile(r"\b(?:gilt|gelten|bleib(?:t|en))\b", re.IGNORECASE)
"""The verbs of an extension, which limit a repeal."""
_LAST_AMENDED = re.compile(
    r",\s*(?:die\s+|welche\s+)?(?:zuletzt|letztmalig)\s+(?:[^,]*\bge[äa]ndert\s+(?:durch|mit|am)\b[^,]*|[^,]*\bge[äa]ndert\w*"
    r"(?:\s+wurde)?)(?:,|(?=\s+(?:wird|werden|tritt|treten)\b))",
    re.IGNORECASE,
)
"""What was done to the named act before, put into the sentence."""
_INSERTED: Final = "Der Satz nennt auch eine frühere Änderung der Weisung: Ist er richtig gelesen?"
_UNREAD: Final = "Nicht verstanden ist „{}“: Tut diese Weisung das mit der genannten Weisung?"
_ELLIPSIS: Final = "Der Satzteil hinter dem Strichpunkt nennt keine Weisung: Ist die davor gemeint?"


def sentences(text: str, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph. What stands behind a semicolon and does something itself is one of its own."""
    return tuple(
        Sentence(clause, lines, clause=bool(index))
        for piece in split_sentences(text)
        for index, clause in enumerate(_clauses(piece))
    )


def _clauses(text: str) -> Iterator[str]:
    """The parts of a sentence between semicolons, as far as those on both sides have a verb of their own."""
    start = 0
    for match in re.finditer(r";\s+(?:und\s+)?", text):
        left, right = text[start : match.start()], text[match.end() :]
        if kind_of(left) and AUXILIARY.search(right) and left.count("„") == left.count("“"):
            yield left
            start = match.end()
    yield text[start:]


def read_sentence(sentence: Sentence, situation: Situation, before: Sequence[Act] = ()) -> tuple[ChangeFound, ...]:
    """The changes that a sentence makes; ``before`` are the acts of the sentence before it ("Sie tritt …")."""
    if inserted := _LAST_AMENDED.search(sentence.text):
        text = sentence.text[: inserted.start()] + sentence.text[inserted.end() :]
        return tuple(
            replace(change, words=sentence.text[:LONGEST_WORDS], value=change.value.doubted(_INSERTED, OPEN))
            for change in read_sentence(replace(sentence, text=text), situation, before)
        )
    verb_text = without_pointers(verb_text_of(sentence.text))
    kind = kind_of(verb_text)
    if kind is None or INTENDED.search(verb_text):
        return ()
    others = others_of(find_acts(sentence.text), situation)
    reported = bool(REPORT.search(verb_text)) and not BY_THIS.search(verb_text)
    if reported and not may_be_new(verb_text, situation):
        return ()
    doubt = "Wird das mit dieser Weisung geregelt oder nur berichtet?" if reported else None
    if not others:
        others, unnamed = _meant(sentence, situation, before)
        doubt = doubt or unnamed
    if not others:
        return ()
    targets, by = _targets(sentence.text, others, kind, verb_text)
    if by is not None:
        return ()
    if kind == EXTENSION and UNLIMITED.search(verb_text):
        doubt = doubt or "Gilt die genannte Weisung damit unbegrenzt?"
    elif kind in (REPEAL, EXTENSION) and not _plain(kind, sentence, others, verb_text):
        if others[0].start and ABOUT.search(sentence.text[: others[0].start]) and LOOSE.search(verb_text):
            return ()
        doubt = doubt or "Tut diese Weisung das mit der genannten Weisung?"
    told = only_reported(kind, sentence, verb_text)
    doubt = doubt or told or until_only(kind, verb_text)
    several = len(targets) > 1
    changes = (_of_act(kind, act, sentence, verb_text, situation, doubt, several) for act in targets)
    return tuple(replace(change, reported=told is not None) for change in changes)


def _plain(kind: str, sentence: Sentence, acts: Sequence[Act], verb_text: str) -> bool:
    """Whether act and verb belong together without doubt: nothing but days and adverbs between auxiliary and verb."""
    before = without_pointers(sentence.text)[: acts[0].start]
    if ACTIVE.match(sentence.text):
        return True
    if _IN_ACT.match(before):
        return bool(_PART_GOES.match(verb_text, _end_of_acts(verb_text)))
    if INVERTED.match(before):
        return not_understood(verb_text, kind) is None
    if not SUBJECT.match(before):
        return False
    rest = verb_text[_end_of_acts(verb_text) :]
    if PREDICATE.match(rest) or (sentence.listed and BARE_PREDICATE.match(rest)):
        return True
    return not_understood(verb_text, kind) is None


def _end_of_acts(text: str) -> int:
    acts = find_acts(text)
    return acts[-1].end if acts else 0


def others_of(acts: Sequence[Act], situation: Situation) -> list[Act]:
    """The acts without the directive itself."""
    return [act for act in acts if act.id is None or act.id != situation.own]


def _meant(sentence: Sentence, situation: Situation, before: Sequence[Act]) -> tuple[list[Act], str | None]:
    """Acts that a sentence means without naming them: by a pronoun, or as "Bezugsweisung"."""
    if OLD_NAMED.search(sentence.text) and situation.references:
        several = bool(re.search(r"Weisungen|Bezugsweisungen", sentence.text))
        if several or len(situation.references) == 1:
            acts = [Act(id_, "Weisung", None, "", 0, 0, True) for id_ in situation.references]
            return acts, "Die Weisung ist nur als Bezug genannt, nicht mit Nummer: Ist sie gemeint?"
    other = others_of(before, situation)
    if sentence.clause and len(other) == 1:
        return other, _ELLIPSIS
    if PRONOUN.match(sentence.text) and not THIS.match(sentence.text) and len(other) == 1:
        return other, "Das Fürwort am Satzanfang ist auf die Weisung im Satz davor bezogen: Stimmt das?"
    return [], None


def _targets(text: str, others: Sequence[Act], kind: str, verb_text: str) -> tuple[Sequence[Act], Act | None]:
    """Who is changed, and by whom if that is another act ("wird durch Weisung 202601001 ersetzt")."""
    if len(others) > 1 and _OTHER_ACTS.search(text[others[0].end : others[1].start]):
        return others[1:], others[0]
    if kind != REPEAL and kind != EXTENSION:
        return others[:1] if len(others) > 1 and BY_OTHER.search(text[: others[1].start]) else others, None
    authors = [act for act in others if BY_OTHER.search(text[: act.start])]
    targets = [act for act in others if act not in authors]
    return (targets or others), (authors[0] if authors else None)


def _of_act(
    kind: str, act: Act, sentence: Sentence, verb_text: str, situation: Situation, doubt: str | None, several: bool
) -> ChangeFound:
    acts = find_acts(sentence.text)
    outside = verb_text if len(acts) else without_pointers(sentence.text)
    limited = kind == REPEAL and (LIMITED.search(outside) or FOR_SOME.search(outside))
    parts, part_doubt = read_parts(_STAYS.sub(" ", outside) if kind == EXTENSION else outside, act, situation)
    if kind == AMENDMENT and SHORTENED.search(outside):
        parts = ("valid_until",)
    if kind == REPEAL and (parts or part_doubt):
        kind = PARTIAL_REPEAL
        doubt = part_doubt or doubt
    elif limited or (kind == REPEAL and PARTLY.search(outside)):
        kind, doubt = PARTIAL_REPEAL, LIMITED_QUESTION
    elif kind == REPEAL and any(read_parts(without_pointers(sentence.text), act, situation)):
        doubt = doubt or WHOLE_OR_PART
    if parts and several:
        doubt = doubt or WHOSE_PARTS
    change = change_of(kind, act, parts, _words(sentence.text, acts), sentence, situation, doubt or part_doubt)
    named_day = any(item.issued for item in acts)
    if sentence.listed and (named_day or _says_more(sentence.text, change.words)):  # title and day stand nowhere else
        change = replace(change, words=sentence.text[:LONGEST_WORDS])
    if change.value.confidence == CERTAIN and (left := not_understood(verb_text, kind)):
        return replace(change, value=change.value.doubted(_UNREAD.format(left), OPEN))
    return change


def _says_more(text: str, words: str | None) -> bool:
    """Whether a sentence says more than the name of an act and these words."""
    rest = without_names(text).replace(words or "", " ")
    return bool(re.search(r"(?!\b(?:die|der|das|weisung(?:en)?)\b)\b\w{3,}", rest, re.IGNORECASE))


def _words(text: str, acts: Sequence[Act]) -> str:
    """The words that say what happens: from the auxiliary behind the act's title, else the whole sentence."""
    if acts:
        rest = text[acts[-1].end :]
        for match in AUXILIARY.finditer(rest):
            tail = rest[match.start() :]
            before = re.search(
                r"(?:mit\s+Ablauf|mit\s+Wirkung|zum|ab)\b[^–]{0,40}\d{4}", text[: acts[0].start], re.IGNORECASE
            )
            if (kind_of(tail) or REPORT.search(tail)) and before is None:
                return tail.strip(" .")[:LONGEST_WORDS]
    return text.strip()[:LONGEST_WORDS]
