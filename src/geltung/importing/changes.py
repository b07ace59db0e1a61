"""What a directive does to others: repeal, partial repeal, extension, amendment, correction, each with words and day.

A sentence at a time: its verb says what happens, the acts it names to whom. The first day of the new state is read by
the same rules that check it (geltung.checks.effective). Whatever is not plain becomes a question.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from geltung.checks.change_words import BY_THIS, REPORT
from geltung.importing.acts import Act, find_acts, same_id, serial_id
from geltung.importing.change_days import ChangeFound, Sentence, Situation, effective_day, extended_until
from geltung.importing.change_parts import part_words, read_parts
from geltung.importing.change_words import (
    ABOUT,
    AMENDED,
    AUXILIARY,
    BARE_PREDICATE,
    BY_OTHER,
    CORRECTED,
    EXTENDED,
    INTENDED,
    INVERTED,
    LIMITED,
    LONGEST_WORDS,
    LOOSE,
    NEGATED,
    NUMBER_ONCE,
    OLD_NAMED,
    PARTLY,
    PARTS,
    PREDICATE,
    PRONOUN,
    REPEALED,
    REPLACES,
    SENTENCE,
    SUBJECT,
    TASK_PART,
    THIS,
    WHOLE_OR_PART,
    WHOSE_PARTS,
)
from geltung.importing.found import Value
from geltung.importing.review_file import CERTAIN, OPEN
from geltung.importing.text import Line
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN, PARTIAL_REPEAL, REPEAL

_SAID_OF = re.compile(
    r"(?:(?:Der|Die|Das)\s+)?(?:Einzelauftr|Ziff|Abschnitt|Kapitel|Nummer|Nr\.|Punkt|Satz|Anlage)", re.IGNORECASE
)
"""What begins a sentence on a part behind an act's name and colon, where else its title stands."""


def sentences(text: str, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; a full stop of an abbreviation or a date ends none."""
    return tuple(Sentence(piece.strip(), lines) for piece in SENTENCE.split(text) if piece.strip())


def kind_of(text: str) -> str | None:
    """What the verb of a sentence does; None if it does nothing to another act. Repeals come first, then extensions."""
    if NEGATED.search(text):
        return None
    if CORRECTED.search(text):
        return CORRECTION
    repealed = REPEALED.search(text)
    if repealed and not (EXTENDED.search(text) and re.match(r"ende", repealed[0], re.IGNORECASE)):
        return REPEAL
    if EXTENDED.search(text):
        return EXTENSION
    return AMENDMENT if AMENDED.search(text) else None


def read_listed(items: Sequence[Sentence], situation: Situation) -> tuple[ChangeFound, ...]:
    """The entries of Aufhebung. One merely named is repealed whole; a sentence with colon governs those below it."""
    found: list[ChangeFound] = []
    governing: Sentence | None = None
    for item in items:
        acts = _others(find_acts(item.text), situation)
        if item.text.endswith(":") and not acts:
            governing = item
            continue
        found.extend(_of_entry(item, acts, governing, situation))
    return tuple(found)


def _of_entry(
    item: Sentence, acts: Sequence[Act], governing: Sentence | None, situation: Situation
) -> list[ChangeFound]:
    found: list[ChangeFound] = []
    said = False
    for piece in sentences(item.text, item.lines) if len(acts) > 0 else ():
        if _verb_text(piece.text) and kind_of(_verb_text(piece.text)):
            said = True
            found.extend(read_sentence(replace(piece, listed=True), situation))
        elif REPORT.search(_verb_text(piece.text)) and REPEALED.search(_verb_text(piece.text)):
            said = True
    if said or not acts or NEGATED.search(item.text):
        return found
    named = _beside(item.text, acts)
    ends = [*(act.start for act in named[1:]), len(item.text)]
    begins = [0, *(act.end for act in named[:-1])]
    changes = [
        _bare(item, act, (item.text[begin : act.start], item.text[act.end : end]), governing, situation)
        for act, begin, end in zip(named, begins, ends, strict=True)
    ]
    if len(named) > 1 and any(change.parts for change in changes):
        return [replace(change, value=change.value.doubted(WHOSE_PARTS, OPEN)) for change in changes]
    return changes


def _beside(text: str, acts: Sequence[Act]) -> list[Act]:
    """The acts that an entry names beside each other, not those that a title mentions."""
    found = [acts[0]]
    for act in acts[1:]:
        between = text[found[-1].end : act.start].strip()
        if between in (",", ";", "und", "sowie", "und die", "sowie die", "/") or between.endswith(";"):
            found.append(act)
    return found


def _verb_text(text: str) -> str:
    """The part of a sentence that can hold its verb: without the title between an act's day and the auxiliary."""
    acts = find_acts(text)
    if not acts:
        return text
    last = acts[-1]
    rest = text[last.end :]
    titled = re.match(r"\s*\)?\s*[-–—:]\s*", rest)
    if titled is None or (":" in titled[0] and _SAID_OF.match(rest, titled.end())):
        return text
    auxiliaries = list(AUXILIARY.finditer(rest))
    for match in auxiliaries:
        tail = rest[match.start() :]
        if kind_of(tail) or REPORT.search(tail):
            return text[: last.end] + " " + tail
    bracket = re.search(
        r"[(,;]\s*([^(),;]*(?:aufgehoben|Aufhebung|Kraft|verlängert|ersetzt|geändert|berichtigt)[^()]*)\)?\.?\s*\Z",
        rest,
    )
    if bracket:
        return text[: last.end] + " " + bracket[1]
    return text[: last.end]


def _bare(
    item: Sentence, act: Act, around: tuple[str, str], governing: Sentence | None, situation: Situation
) -> ChangeFound:
    """An act that is merely named: repealed whole, by the words of the sentence above if there is one.

    ``around`` are the words before and behind it, up to the acts beside it.
    """
    head, tail = around
    words = _day_words(tail) or (governing.text if governing else None)
    kind = REPEAL
    doubt = None
    if governing is not None and (said := kind_of(governing.text)):
        kind = said
    parts, part_doubt = read_parts(f"{head} {part_words(tail)}", act, situation)
    if parts and kind == REPEAL:
        kind = PARTIAL_REPEAL
    elif kind == REPEAL and PARTLY.search(f"{head} {tail}"):
        kind, doubt = PARTIAL_REPEAL, "Welche Teile werden aufgehoben?"
    elif kind == REPEAL and not part_doubt and (PARTS.search(tail) or TASK_PART.search(tail) or LIMITED.search(tail)):
        doubt = WHOLE_OR_PART
    return _change(kind, act, parts, words, item, situation, doubt or part_doubt)


def _day_words(tail: str) -> str | None:
    """Words behind a title that give the day: "(mit Ablauf des 31.12.2025)", ", zum 31.12.2025"."""
    match = re.search(
        r"[(,;–-]\s*((?:mit\s+Ablauf|mit\s+Wirkung|zum|ab|bis)\b[^(),;]{0,40}\d{4})\s*\)?\s*\.?\s*\Z",
        tail,
        re.IGNORECASE,
    ) or re.search(
        r"\b((?:mit\s+Ablauf\s+des|mit\s+Wirkung\s+(?:vom|zum|ab))\s+[^(),;]{0,30}\d{4})\s*\.?\s*\Z",
        tail,
        re.IGNORECASE,
    )
    return " ".join(match[1].split()) if match else None


def read_sentence(sentence: Sentence, situation: Situation, before: Sequence[Act] = ()) -> tuple[ChangeFound, ...]:
    """The changes that a sentence makes; ``before`` are the acts of the sentence before it ("Sie tritt …")."""
    verb_text = _verb_text(sentence.text)
    kind = kind_of(verb_text)
    if kind is None or INTENDED.search(verb_text):
        return ()
    acts = find_acts(sentence.text)
    others = _others(acts, situation)
    report = REPORT.search(verb_text)
    if report and not BY_THIS.search(verb_text):
        return ()
    doubt: str | None = None
    if not others:
        others, doubt = _meant(sentence, situation, before)
    if not others:
        return ()
    targets, by = _targets(sentence.text, others, kind, verb_text)
    if by is not None:
        return ()
    if kind in (REPEAL, EXTENSION) and not _plain(sentence, others, verb_text):
        if others[0].start and ABOUT.search(sentence.text[: others[0].start]) and LOOSE.search(verb_text):
            return ()
        doubt = doubt or "Tut diese Weisung das mit der genannten Weisung?"
    return tuple(_of_act(kind, act, sentence, verb_text, situation, doubt, len(targets) > 1) for act in targets)


def _plain(sentence: Sentence, acts: Sequence[Act], verb_text: str) -> bool:
    """Whether act and verb belong together without doubt: nothing but days and adverbs between auxiliary and verb."""
    before = sentence.text[: acts[0].start]
    if REPLACES.search(verb_text) and re.match(
        r"(?:Mit\s+)?[Dd]iese\w*\s+(?:Weisung|Regelung|HEGA|Geschäftsanweisung)\b", sentence.text
    ):
        return True
    if re.match(r"Diese Weisung\s+hebt\b", sentence.text):
        return True
    if INVERTED.match(before):
        return bool(
            re.search(
                r"(?:aufgehoben|au\w{1,2}er\s+Kraft(?:\s+gesetzt)?|ersetzt|abgelöst|verlängert)\W*\Z",
                verb_text,
                re.IGNORECASE,
            )
        )
    if not SUBJECT.match(before):
        return False
    rest = verb_text[_end_of_acts(verb_text) :]
    return bool(PREDICATE.match(rest)) or (sentence.listed and bool(BARE_PREDICATE.match(rest)))


def _end_of_acts(text: str) -> int:
    acts = find_acts(text)
    return acts[-1].end if acts else 0


def _others(acts: Sequence[Act], situation: Situation) -> list[Act]:
    return [act for act in acts if act.id is None or act.id != situation.own]


def _meant(sentence: Sentence, situation: Situation, before: Sequence[Act]) -> tuple[list[Act], str | None]:
    """Acts that a sentence means without naming them: by a pronoun, or as "Bezugsweisung"."""
    if OLD_NAMED.search(sentence.text) and situation.references:
        several = bool(re.search(r"Weisungen|Bezugsweisungen", sentence.text))
        if several or len(situation.references) == 1:
            acts = [Act(id_, "Weisung", None, "", 0, 0, True) for id_ in situation.references]
            return acts, "Die Weisung ist nur als Bezug genannt, nicht mit Nummer: Ist sie gemeint?"
    other = _others(before, situation)
    if PRONOUN.match(sentence.text) and not THIS.match(sentence.text) and len(other) == 1:
        return other, "Das Fürwort am Satzanfang ist auf die Weisung im Satz davor bezogen: Stimmt das?"
    return [], None


def _targets(text: str, others: Sequence[Act], kind: str, verb_text: str) -> tuple[Sequence[Act], Act | None]:
    """Who is changed, and by whom if that is another act ("wird durch Weisung 202601001 ersetzt")."""
    if kind != REPEAL and kind != EXTENSION:
        return others[:1] if len(others) > 1 and BY_OTHER.search(text[: others[1].start]) else others, None
    authors = [act for act in others if BY_OTHER.search(text[: act.start])]
    targets = [act for act in others if act not in authors]
    if authors and targets:
        return targets, authors[0]
    return others, None


def _of_act(
    kind: str, act: Act, sentence: Sentence, verb_text: str, situation: Situation, doubt: str | None, several: bool
) -> ChangeFound:
    acts = find_acts(sentence.text)
    titles = sentence.text
    for item in acts:
        titles = titles.replace(sentence.text[item.start : item.end], " ")
    outside = verb_text if len(acts) else sentence.text
    parts, part_doubt = read_parts(outside, act, situation)
    if kind == REPEAL and (parts or part_doubt):
        kind = PARTIAL_REPEAL
        doubt = doubt or part_doubt
    elif kind == REPEAL and PARTLY.search(outside):
        kind, doubt = PARTIAL_REPEAL, "Welche Teile werden aufgehoben?"
    elif kind == REPEAL and any(read_parts(sentence.text, act, situation)):
        doubt = doubt or WHOLE_OR_PART
    if parts and several:
        doubt = doubt or WHOSE_PARTS
    return _change(kind, act, parts, _words(sentence.text, acts), sentence, situation, doubt or part_doubt)


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


def _change(
    kind: str,
    act: Act,
    parts: tuple[str, ...],
    words: str | None,
    sentence: Sentence,
    situation: Situation,
    doubt: str | None,
) -> ChangeFound:
    target = same_id(act.id, situation.known) if act.id else serial_id(act.issued or "ohne Datum", ())
    value = Value("change", target, CERTAIN, sentence.lines)
    if act.id is None:
        value = value.doubted(
            f"Die Weisung vom {act.issued} hat keine Nummer; die Kennung ist aus dem Datum gebildet.", OPEN
        )
    if not act.clean:
        value = value.doubted(f"Nummer oder Tag sind beschädigt gelesen; wahrscheinlich {target}.", OPEN)
    elif act.issued and target.isdigit() and target[:6] != act.issued[:7].replace("-", ""):
        value = value.doubted(f"Nummer {target} und Datum {act.issued} passen nicht zusammen.", OPEN)
    elif situation.damaged and target not in situation.known:
        value = value.doubted(NUMBER_ONCE, OPEN)
    if doubt:
        value = value.doubted(f"{GERMAN[kind]} von {target}: {doubt}", OPEN)
    effective, value = effective_day(kind, target, words, value, situation)
    until = None
    if kind == EXTENSION:
        until, value = extended_until(sentence.text, words, value)
        if situation.damaged:
            value = value.doubted("Ist das neue Gültig bis richtig aus der Texterkennung gelesen?")
    if kind in (AMENDMENT, CORRECTION) and value.confidence == CERTAIN:
        value = value.doubted(
            f"{GERMAN[kind]} von {target}: Welche Teile sind betroffen? Die frühere Fassung gehört in die "
            f"geänderte Weisung.",
            OPEN,
        )
    return ChangeFound(kind, target, parts, effective, until, words, value, act)
