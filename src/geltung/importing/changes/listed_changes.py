"""Directives that are listed under "Aufhebung von Regelungen" or below "Folgende Weisungen werden aufgehoben:"."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from geltung.checks.change_words import REPORT
from geltung.importing.acts import Act, find_acts
from geltung.importing.changes.change_certainty import behind_name
from geltung.importing.changes.change_days import ChangeFound, Sentence, Situation
from geltung.importing.changes.change_kinds import kind_of, verb_text_of
from geltung.importing.changes.change_parts import part_words, read_parts
from geltung.importing.changes.change_records import change_of
from geltung.importing.changes.change_sentences import read_run
from geltung.importing.changes.change_words import (
    EXCEPTED,
    FINER,
    LIMITED,
    LIMITED_QUESTION,
    NEGATED,
    PARTLY,
    PARTS,
    REPEALED,
    TASK_PART,
    WHOLE_OR_PART,
    WHOSE_PARTS,
)
from geltung.importing.changes.changes import others_of, sentences
from geltung.importing.changes.listed_words import (
    day_behind_title,
    day_of_parts,
    day_words,
    entry_words,
    heads_one,
    parts_with_days,
    shared_day,
    without_head,
    words_around,
)
from geltung.importing.changes.unread import Unread
from geltung.importing.review_file import OPEN
from geltung.model.terms import PARTIAL_REPEAL, REPEAL
from geltung.parse.wording import find_dates

_ARTICLES: Final = ("", " der", " die")
_BESIDE: Final = ("", "/", *(f"{sign}{article}" for sign in (",", ";", "und", "sowie") for article in _ARTICLES))
_MORE = re.compile(
    r"\b(?:wird|werden|tritt|treten|gilt|gelten|ist|sind|läuft|aufgehoben|verlängert|entfristet|ersetzt|abgelöst)\b|"
    r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}",
    re.IGNORECASE,
)
_PREDICATED = re.compile(
    r"\b(?:wird|werden|tritt|treten|gilt|gelten|ist|sind|bleib(?:t|en)|soll(?:en)?|kann|können|muss|müssen|hat|haben|"
    r"findet|finden)\b",
    re.IGNORECASE,
)
_RESERVED = re.compile(
    r"\b(?:nicht|keine\w*|weiterhin|unverändert|unberührt|bereits|zuletzt|fort|vorläufig|voraussichtlich|künftig|jedoch|aber)\b",
    re.IGNORECASE,
)
"""Words that may say that the act is not, not yet or no longer to be repealed."""
_EACH_DAY: Final = "Der Eintrag nennt zu jedem Teil einen Tag: Sind Teile und Tage richtig zugeordnet?"
_SHARED: Final = "Der Tag („{}“) steht einmal hinter mehreren Weisungen: Gilt er für jede?"
_IN_TITLE: Final = "Ist „{}“ der Tag der Aufhebung, oder gehört es zum Titel?"
_LEFT_QUESTION: Final = "Nicht verstanden ist „{}“ im Eintrag: Wird die Weisung ganz aufgehoben?"
_MORE_QUESTION: Final = "Der Eintrag sagt mehr als den Namen der Weisung: Wird sie ganz aufgehoben, und ab wann?"
_SEVERAL: Final = "Der Eintrag nennt mehrere Weisungen: Werden alle aufgehoben, oder steht eine nur im Titel?"


def read_listed(
    items: Sequence[Sentence], situation: Situation, governing: Sentence | None = None
) -> tuple[ChangeFound | Unread, ...]:
    """The entries of a list. One merely named is repealed whole; a sentence with colon governs those below it."""
    found: list[ChangeFound | Unread] = []
    for item in _each_with_its_day(items):
        acts = others_of(find_acts(item.text), situation)
        if item.text.endswith(":") and not acts:
            governing = item
        elif governing is None or governs(governing):
            found.extend(_of_entry(item, acts, governing, situation))
    return tuple(found)


def _each_with_its_day(items: Sequence[Sentence]) -> list[Sentence]:
    """The entries; a day that the last one states for all of them stands behind each that has none."""
    shared = shared_day(items[-1].text) if items else None
    if shared is None or not find_acts(items[-1].text):
        return list(items)
    plain, words = shared
    whole = [*(item.text for item in items[:-1]), plain]
    return [
        item if day_words(text) or not find_acts(text) else replace(item, text=text, shared=words)
        for item, text in zip(items, whole, strict=True)
    ]


def governs(sentence: Sentence) -> bool:
    """Whether a sentence with colon does something to what is listed below it; a report does nothing."""
    return bool(kind_of(sentence.text)) and not REPORT.search(sentence.text)


def _of_entry(
    item: Sentence, acts: Sequence[Act], governing: Sentence | None, situation: Situation
) -> list[ChangeFound | Unread]:
    pieces = [replace(piece, listed=True) for piece in sentences(item.text, item.lines)]
    if not acts or any(_speaks(piece.text) for piece in pieces):
        return read_run(pieces, situation, acts)
    named, sure = _beside(item.text, acts)
    around = words_around(item.text, named)
    changes = [
        change
        for act, words in zip(named, around, strict=True)
        for change in _bare(item, act, (words[0], _with_day(words[1], item.shared)), governing, situation)
    ]
    if item.shared and (len(named) > 1 or any(change.effective for change in changes)):
        asked = _SHARED.format(item.shared)
        changes = [replace(change, value=change.value.doubted(asked, OPEN)) for change in changes]
    headed = all(bool(change.parts) == heads_one(head) for change, (head, _) in zip(changes, around, strict=False))
    if len(named) > 1 and any(change.parts for change in changes) and not (headed and len(changes) == len(named)):
        changes = [replace(change, value=change.value.doubted(WHOSE_PARTS, OPEN)) for change in changes]
    if not sure:
        changes = [replace(change, value=change.value.doubted(_SEVERAL, OPEN)) for change in changes]
    more = len(pieces) > 1 or item.text.endswith(".")
    kept = [Unread(item.text, item.lines, True, (), False)] if more and _MORE.search(item.text) else []
    return [*changes, *kept]


def _with_day(tail: str, shared: str) -> str:
    """The words behind an act, with the day that it shares with others."""
    return re.sub(r"[\s,;]*(?:\b(?:und|sowie))?\s*\Z", "", tail) + f" ({shared})" if shared else tail


def _speaks(text: str) -> bool:
    """Whether a sentence says something of the act that it names, and does not only name it."""
    verb_text = verb_text_of(text)
    reported = REPORT.search(verb_text) and REPEALED.search(verb_text)
    return bool(kind_of(verb_text) or reported or NEGATED.search(text) or _PREDICATED.search(verb_text))


def _beside(text: str, acts: Sequence[Act]) -> tuple[list[Act], bool]:
    """The acts that an entry names beside each other, not those that a title mentions, and whether that is sure."""
    found, sure, mentioned = [acts[0]], True, False
    for before, act in pairwise(acts):
        between = without_head(text[before.end : act.start]).strip()
        plain = _without_details(between)
        if plain in _BESIDE:
            if not mentioned:
                found.append(act)
        elif between.endswith((",", ";", "und", "sowie", "und die", "sowie die")):
            found.append(act)
            sure, mentioned = sure and between.endswith(";"), False
        else:
            mentioned = True
    return found, sure


def _without_details(text: str) -> str:
    """The words between two acts without brackets, quotations, days and parts."""
    text = PARTS.sub(" ", re.sub(r"\([^()]*\)|„[^“]*“", " ", text))
    for phrase in reversed(find_dates(text)):
        text = f"{text[: phrase.offset]} {text[phrase.end :]}"
    return " ".join(text.split()).replace(" ,", ",").replace(",,", ",")


def _bare(
    item: Sentence, act: Act, around: tuple[str, str], governing: Sentence | None, situation: Situation
) -> list[ChangeFound]:
    """An act that is merely named: repealed whole, by the words of the sentence above if there is one.

    ``around`` are the words before and behind it, up to the acts beside it. Parts with a day each are a change each.
    """
    head, tail = around
    own, unsure_day = day_words(tail) or day_of_parts(tail), None
    if own is None and (own := day_behind_title(tail)) is not None:
        unsure_day = _IN_TITLE.format(own)
    if len(apart := parts_with_days(tail)) > 1:
        return [
            change_of(PARTIAL_REPEAL, act, parts, words, item, situation, doubt or _EACH_DAY)
            for text, words in apart
            for parts, doubt in [read_parts(text, act, situation)]
        ]
    words = own or (governing.text if governing else None)
    kind = (kind_of(governing.text) if governing else None) or REPEAL
    doubt = None
    behind = re.sub(re.escape(own), " ", tail) if own else tail
    named = part_words(behind.rstrip(" ,;()"))
    parts, part_doubt = read_parts(f"{head} {named}", act, situation)
    if parts and not part_doubt and LIMITED.search(named):
        part_doubt = LIMITED_QUESTION
    if kind == REPEAL:
        if parts or (part_doubt and named):
            kind = PARTIAL_REPEAL
        elif PARTLY.search(f"{head} {tail}") or _LIMITED_BEHIND.search(_STILL_VALID.sub(" ", tail)):
            kind, doubt = PARTIAL_REPEAL, LIMITED_QUESTION
        elif not part_doubt and any(pattern.search(tail) for pattern in (PARTS, TASK_PART, LIMITED, FINER)):
            doubt = WHOLE_OR_PART
        if (_MORE.search(behind) or _RESERVED.search(behind)) and not (doubt or part_doubt):
            doubt = _MORE_QUESTION
        elif own and re.match(r"bis\b", own, re.IGNORECASE):
            doubt = doubt or _MORE_QUESTION
    doubt = unsure_day or doubt
    if not (doubt or part_doubt) and (left := behind_name(_STILL_VALID.sub(" ", tail)) or behind_name(head)):
        doubt = _LEFT_QUESTION.format(left)
    change = change_of(kind, act, parts, words, item, situation, doubt or part_doubt)
    kept = entry_words(act, around, item.text)
    return [replace(change, words=f"{governing.text} {kept}" if governing else kept) if kept else change]


_LIMITED_BEHIND = re.compile(
    r"[(,;–-]\s*(?:aber\s+|jedoch\s+)?(?:" + LIMITED.pattern + ")|" + EXCEPTED.pattern, re.IGNORECASE
)
"""A limit that stands behind the title, not in it."""
_STILL_VALID = re.compile(r"soweit\s+(?:diese\s+|sie\s+)?noch\s+(?:gültig|in\s+Kraft)", re.IGNORECASE)
