"""What a directive does to others: repeal, partial repeal, extension, amendment, correction, each with words and day.

A sentence at a time: its verb says what happens, the acts it names to whom. The first day of the new state is read by
the same rules that check it (geltung.checks.effective). Whatever is not plain becomes a question.
"""

import re
from collections.abc import Sequence

from geltung.checks.change_words import BY_THIS, REPORT
from geltung.importing.acts import Act, find_acts, same_id, serial_id
from geltung.importing.change_days import ChangeFound, Sentence, Situation, effective_day, extended_until
from geltung.importing.change_parts import read_parts
from geltung.importing.change_words import (
    ABOUT,
    AFTERWARDS,
    AMENDED,
    AUXILIARY,
    BARE_PREDICATE,
    BY_OTHER,
    CORRECTED,
    EXTENDED,
    FOR_SOME,
    INTENDED,
    INVERTED,
    LIMITED,
    LIMITED_QUESTION,
    LONGEST_WORDS,
    LOOSE,
    NEGATED,
    NUMBER_ONCE,
    OLD_NAMED,
    PARTLY,
    PAST,
    PREDICATE,
    PRESENT,
    PRONOUN,
    REPEALED,
    REPLACES,
    REWORDED,
    SENTENCE,
    SUBJECT,
    THIS,
    THIS_DAY,
    UNLIMITED,
    WHOLE_OR_PART,
    WHOSE_PARTS,
)
from geltung.importing.found import Value
from geltung.importing.review_file import CERTAIN, OPEN
from geltung.importing.text import Line
from geltung.model.terms import AMENDMENT, CORRECTION, EXTENSION, GERMAN, PARTIAL_REPEAL, REPEAL
from geltung.parse.wording import find_dates

_SAID_OF = re.compile(
    r"(?:(?:Der|Die|Das)\s+)?(?:Einzelauftr|Ziff|Abschnitt|Kapitel|Nummer|Nr\.|Punkt|Satz|Anlage)", re.IGNORECASE
)
"""What begins a sentence on a part behind an act's name and colon, where else its title stands."""


def sentences(text: str, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; a full stop of an abbreviation or a date ends none."""
    return tuple(Sentence(piece.strip(), lines) for piece in SENTENCE.split(text) if piece.strip())


def kind_of(text: str) -> str | None:
    """What the verb of a sentence does; None if it does nothing to another act. Repeals come first, then extensions."""
    text = AFTERWARDS.sub(" ", text)
    if NEGATED.search(text):
        return None
    if CORRECTED.search(text):
        return CORRECTION
    if UNLIMITED.search(text):
        return EXTENSION
    repealed = REPEALED.search(text)
    if repealed and REWORDED.search(text) and not re.search(r"aufgehoben|Kraft", text, re.IGNORECASE):
        return AMENDMENT
    if repealed and not (EXTENDED.search(text) and re.match(r"ende|l[äa]uf", repealed[0], re.IGNORECASE)):
        return REPEAL
    if EXTENDED.search(text):
        return EXTENSION
    return AMENDMENT if AMENDED.search(text) else None


def verb_text_of(text: str) -> str:
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


def read_sentence(sentence: Sentence, situation: Situation, before: Sequence[Act] = ()) -> tuple[ChangeFound, ...]:
    """The changes that a sentence makes; ``before`` are the acts of the sentence before it ("Sie tritt …")."""
    verb_text = verb_text_of(sentence.text)
    kind = kind_of(verb_text)
    if kind is None or INTENDED.search(verb_text):
        return ()
    acts = find_acts(sentence.text)
    others = others_of(acts, situation)
    reported = bool(REPORT.search(verb_text)) and not BY_THIS.search(verb_text)
    if reported and not _may_be_new(verb_text, situation):
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
    elif kind in (REPEAL, EXTENSION) and not _plain(sentence, others, verb_text):
        if others[0].start and ABOUT.search(sentence.text[: others[0].start]) and LOOSE.search(verb_text):
            return ()
        doubt = doubt or "Tut diese Weisung das mit der genannten Weisung?"
    return tuple(_of_act(kind, act, sentence, verb_text, situation, doubt, len(targets) > 1) for act in targets)


def _may_be_new(verb_text: str, situation: Situation) -> bool:
    """Whether a sentence that reads like a report may do something itself: it speaks of what is to come."""
    own = THIS_DAY.sub(" ", verb_text)
    since = situation.issued or situation.valid_from
    to_come = any(since is not None and phrase.date is not None and phrase.date >= since for phrase in find_dates(own))
    return bool(PRESENT.search(verb_text)) or (to_come and not PAST.search(verb_text))


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
    outside = verb_text if len(acts) else sentence.text
    limited = kind == REPEAL and (LIMITED.search(outside) or FOR_SOME.search(outside))
    parts, part_doubt = read_parts(outside, act, situation)
    if kind == REPEAL and (parts or part_doubt):
        kind = PARTIAL_REPEAL
        doubt = part_doubt or doubt
    elif limited or (kind == REPEAL and PARTLY.search(outside)):
        kind, doubt = PARTIAL_REPEAL, LIMITED_QUESTION
    elif kind == REPEAL and any(read_parts(sentence.text, act, situation)):
        doubt = doubt or WHOLE_OR_PART
    if parts and several:
        doubt = doubt or WHOSE_PARTS
    return change_of(kind, act, parts, _words(sentence.text, acts), sentence, situation, doubt or part_doubt)


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


def change_of(
    kind: str,
    act: Act,
    parts: tuple[str, ...],
    words: str | None,
    sentence: Sentence,
    situation: Situation,
    doubt: str | None,
) -> ChangeFound:
    """A change to an act with its day; what is doubtful about act, number or day stands in its value."""
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
        value = value.doubted(f"{GERMAN[kind]}: {doubt}", OPEN)
    effective, value = effective_day(kind, target, words, value, situation)
    until = None
    if kind == EXTENSION:
        until, value = extended_until(sentence.text, words, value)
        if situation.damaged:
            value = value.doubted("Ist das neue Gültig bis richtig aus der Texterkennung gelesen?")
    if kind in (AMENDMENT, CORRECTION) and value.confidence == CERTAIN:
        value = value.doubted(
            f"{GERMAN[kind]}: Welche Teile sind betroffen? Die frühere Fassung gehört in die geänderte Weisung.",
            OPEN,
        )
    return ChangeFound(kind, target, parts, effective, until, words, value, act)
