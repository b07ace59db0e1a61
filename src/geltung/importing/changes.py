"""What a directive does to others: repeal, partial repeal, extension, amendment, correction, each with words and day.

A sentence at a time: its verb says what happens, the acts it names to whom. The first day of the new state is read by
the same rules that check it (geltung.checks.effective). Whatever is not plain becomes a question.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from geltung.importing.acts import Act, find_acts, same_id, serial_id
from geltung.importing.change_days import ChangeFound, Sentence, Situation, effective_day, extended_until
from geltung.importing.change_words import (
    ABOUT,
    AMENDED,
    AUXILIARY,
    BARE_PREDICATE,
    BY_OTHER,
    BY_THIS,
    CORRECTED,
    EXTENDED,
    INVERTED,
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
    REPORT,
    SENTENCE,
    SINGLE,
    SUBJECT,
    TASK_PART,
    THIS,
)
from geltung.importing.found import Value
from geltung.importing.review_file import CERTAIN, OPEN
from geltung.importing.text import Line, shortened
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN, PARTIAL_REPEAL, REPEAL


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
    return [_bare(item, act, governing, situation) for act in _beside(item.text, acts)]


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
    if titled is None:
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


def _bare(item: Sentence, act: Act, governing: Sentence | None, situation: Situation) -> ChangeFound:
    """An act that is merely named: repealed whole, by the words of the sentence above if there is one."""
    head = item.text[: act.start]
    tail = item.text[act.end :]
    words = _day_words(tail) or (governing.text if governing else None)
    kind = REPEAL
    doubt = None
    if governing is not None and (said := kind_of(governing.text)):
        kind = said
    parts, part_doubt = read_parts(f"{head} {_part_words(tail)}", act, situation)
    if parts and kind == REPEAL:
        kind = PARTIAL_REPEAL
    elif kind == REPEAL and PARTLY.search(f"{head} {tail}"):
        kind, doubt = PARTIAL_REPEAL, "Welche Teile werden aufgehoben?"
    elif kind == REPEAL and not part_doubt and PARTS.search(tail):
        doubt = "Wird die Weisung ganz aufgehoben oder nur der genannte Teil?"
    return _change(kind, act, parts, words, item, situation, doubt or part_doubt)


def _part_words(tail: str) -> str:
    """What stands behind an act's title and names parts: ", Ziffer 2.3", "(nur Abschnitt 2)"; else all."""
    titled = re.match(r"\s*\)?\s*[-–—:]\s+", tail)
    if titled is None:
        return tail
    match = re.search(
        r"[,;(–-]\s*(?:hier:?\s*|nur\s+|dort\s+)*((?:Ziff|Abschnitt|Kapitel|Kap\.|Punkt|Nummer|Nr|"
        r"Gliederung|Tz|Teilziff)[^(),;–]*(?:(?:,|;)\s*\d[^()]*)?)\)?\s*\.?\s*\Z",
        tail,
    )
    return match[1] if match else ""


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
    if kind is None or re.search(
        r"\b(?:sofern|wenn|falls|soweit nicht|könnte|sollte|geprüft|vorgesehen|geplant)\b", verb_text
    ):
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
        kind = PARTIAL_REPEAL if parts else REPEAL
        doubt = doubt or part_doubt
    elif kind == REPEAL and PARTLY.search(outside):
        kind, doubt = PARTIAL_REPEAL, "Welche Teile werden aufgehoben?"
    if parts and several:
        doubt = doubt or "Zu welcher der genannten Weisungen gehören die Teile?"
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


def read_parts(text: str, act: Act, situation: Situation) -> tuple[tuple[str, ...], str | None]:
    """Sections and tasks that a text names ("Ziffer 2.3 und 2.4", "der Einzelauftrag an die Service Center")."""
    found: list[str] = []
    doubt = None
    for match in PARTS.finditer(text):
        if re.match(r"\s*(?:dieser|der vorliegenden)\s+Weisung", text[match.end() :]):
            continue
        numbers = SINGLE.findall(match["numbers"])
        if "bis" in match["numbers"]:
            numbers, doubt = _range(numbers), "Ein Bereich von Ziffern ist ausgeschrieben: Stimmen alle?"
        found += numbers
    task = TASK_PART.search(text)
    if (task and task["unit"] is not None) or (task and not found and re.search(r"\bEinzelauftrag\b", text)):
        known = situation.task_ids.get(act.id or "", {})
        id_ = next(
            (
                id_
                for words, id_ in known.items()
                if task and task["unit"] and task["unit"].strip().lower() in words.lower()
            ),
            None,
        )
        if id_ is not None:
            found.append(f"#{id_}")
        doubt = "Welcher Einzelauftrag ist gemeint?" if id_ is None else f"Ist der Auftrag #{id_} gemeint?"
    return tuple(dict.fromkeys(found)), doubt


def _range(numbers: Sequence[str]) -> list[str]:
    """2.1 bis 2.3 → 2.1, 2.2, 2.3."""
    if len(numbers) != 2:
        return list(numbers)
    first, last = (tuple(map(int, number.split("."))) for number in numbers)
    if first[:-1] != last[:-1] or not 0 < last[-1] - first[-1] < 20:
        return list(numbers)
    return [".".join(map(str, (*first[:-1], value))) for value in range(first[-1], last[-1] + 1)]


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


def merged(changes: Sequence[ChangeFound]) -> tuple[ChangeFound, ...]:
    """Each change once: the body often repeats what the header lists; the one that states a day or parts is kept."""
    found: list[ChangeFound] = []
    for change in changes:
        same = next((index for index, other in enumerate(found) if _same(other, change)), None)
        if same is None:
            found.append(change)
            continue
        other = found[same]
        if change.parts != other.parts:
            doubted = other.value.doubted(f"{other.target} steht einmal ganz und einmal in Teilen da.", OPEN)
            found[same] = replace(other, value=doubted)
            continue
        if change.effective and other.effective and change.effective != other.effective:
            doubted = other.value.doubted(
                f"Die Aufhebung von {other.target} steht mit verschiedenen Tagen da.",
                OPEN,
                (change.effective.isoformat(),),
            )
            found[same] = replace(other, value=doubted)
        elif change.effective and not other.effective:
            lines = tuple(dict.fromkeys((*other.value.lines, *change.value.lines)))
            found[same] = replace(change, value=replace(change.value, lines=lines))
    return tuple(
        replace(change, value=replace(change.value, about=f"change:{index}", value=described(change)))
        for index, change in enumerate(found, start=1)
    )


def _same(first: ChangeFound, second: ChangeFound) -> bool:
    kinds = {first.kind, second.kind}
    alike = first.kind == second.kind or kinds == {REPEAL, PARTIAL_REPEAL}
    return (
        first.target == second.target and alike and (first.parts == second.parts or not (first.parts and second.parts))
    )


def described(change: ChangeFound) -> str:
    """A change in one line: "repeal 202404002 from 2025-09-01"."""
    parts = f" {', '.join(change.parts)}" if change.parts else ""
    effective = f" effective {change.effective}" if change.effective else ""
    until = f" until {change.valid_until}" if change.valid_until else ""
    return shortened(f"{change.kind} {change.target}{parts}{effective}{until}")
