"""Bezug and Aufhebung: the entries of the two fields, where they end, and the acts that they cite."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.acts import Act, find_acts, same_id, serial_id
from geltung.importing.changes.change_words import NUMBER_ONCE, SUBJECT
from geltung.importing.found import Value
from geltung.importing.head.header import FieldText
from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.importing.structure.bullets import bullet_at, ordinal_at
from geltung.importing.text import Line, dashed, join

_NOTHING = re.compile(r"(?:entf[äa]llt|keine?[rns]?|nicht belegt|ohne|kein bezug|[-–—./]+)\W*\Z", re.IGNORECASE)
_NOTHING_LEFT = re.compile(
    r"(?:entf[äa]llt|keine?[rns]?)\s*\((?![^()]*\b(?:wird|werden|tritt|treten|siehe)\b)[^()]*(?:getreten|ausgelaufen|worden)\s*\)\W*\Z",
    re.IGNORECASE,
)
""" "keine (die Weisung … ist bereits außer Kraft getreten)"."""
_NONE_SAID = re.compile(r"(?:es werden keine|keine\s+(?:weisung|regelung)|entf[äa]llt)", re.IGNORECASE)
_REPEALS: Final = re.compile(r"(?:wird|werden|hiermit|tritt)\b[^.;()]{0,80}?\b(?:aufgehoben|au(?:ß|ss|B)er\s+Kraft)\b")
_RUNS_ON: Final = ("der", "die", "und", "durch", "mit", "sowie", "Weisung", "Weisungen", "Nr.")
_LONGEST_ID: Final = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of Bezug or Aufhebung: its text and lines. ``listed``: it has a bullet or number."""

    text: str
    lines: tuple[Line, ...]
    listed: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """A reference: the act as read, its id and how it stands in the draft."""

    id: str
    text: str
    act: Act | None
    value: Value


def entries(field: FieldText, damaged: bool, whole: bool = False) -> tuple[Entry, ...]:
    """The entries of a field: its paragraphs and items; an item or paragraph may hold several lines.

    ``whole``: the format says where a paragraph ends, so that a line goes on in none unless it begins in mid-sentence.
    """
    found: list[tuple[list[Line], bool]] = []
    fresh = True
    width = max((len(line.text) for line in field.lines), default=0)
    for line in field.lines:
        if not line.text:
            fresh = True
            continue
        fresh = fresh or (whole and bool(found) and not line.text[0].islower())
        bullet = bullet_at(line, damaged)
        ordinal = ordinal_at(line)
        runs_on = not fresh and found and not found[-1][1] and not found[-1][0][-1].text.endswith(":")
        if bullet is not None and not (bullet.is_dash and runs_on):
            found.append(([line.with_text(bullet.text)], True))
        elif ordinal is not None and (ordinal.number <= len(found) + 1):
            found.append(([line.with_text(ordinal.text)], True))
        elif fresh or not found or _begins_entry(line, found[-1][0], width):
            found.append(([line], False))
        else:
            found[-1][0].append(line)
        fresh = False
    return tuple(Entry(dashed(join(line.text for line in lines)), tuple(lines), listed) for lines, listed in found)


def _begins_entry(line: Line, held: Sequence[Line], width: int) -> bool:
    """Whether a line begins an entry: with an act, or with a sentence on one where the line above had room for more."""
    before = held[-1].text
    room = len(before) + 1 + len(line.text.split(maxsplit=1)[0]) <= width
    sentence = re.match(r"(?:Die|Der|Das)\s", line.text) and bool(find_acts(line.text)) and bool(find_acts(before))
    ended = not before.endswith((",", "-", "–", *_RUNS_ON))
    return _begins_act(line.text, before) or bool(sentence and room and ended)


def _begins_act(text: str, before: str) -> bool:
    """A line that begins with the name of an act begins an entry, unless the line before runs into it."""
    acts = find_acts(text)
    runs_on = before.endswith((",", "-", "–", *_RUNS_ON))
    if not acts or runs_on:
        return False
    head = text[: acts[0].start]
    return not head or bool(SUBJECT.match(head))


def is_nothing(entry: Entry) -> bool:
    """Whether an entry says that there is none ("entfällt", "keine")."""
    return (
        bool(_NOTHING.match(entry.text))
        or bool(_NOTHING_LEFT.match(entry.text))
        or bool(_NONE_SAID.match(entry.text) and not find_acts(entry.text))
    )


def read_references(items: Sequence[Entry], known: Collection[str], damaged: bool) -> tuple[Cited, ...]:
    """The acts under Bezug. What names no act is kept with its words."""
    found: list[Cited] = []
    for entry in (piece for item in items for piece in _pieces(item)):
        acts = find_acts(entry.text)
        starts = [act for act in acts if act.id is not None or act.issued is not None]
        if not starts or starts[0].start > 12:
            found.append(_unnamed(entry, len(found)))
            continue
        several = _several(entry.text, starts)
        for position, act in enumerate(several):
            end = several[position + 1].start if position + 1 < len(several) else len(entry.text)
            found.append(_cited(entry, act, entry.text[act.start : end], known, len(found), damaged))
    return tuple(found)


def _pieces(entry: Entry) -> tuple[Entry, ...]:
    """ "§ 44b SGB II; Weisung …" as two entries: what stands behind a semicolon begins anew where it names an act."""
    pieces = re.split(r";\s+", entry.text)
    if len(pieces) == 1 or not all((acts := find_acts(piece)) and acts[0].start <= 4 for piece in pieces[1:]):
        return (entry,)
    return tuple(Entry(piece, entry.lines, entry.listed) for piece in pieces)


def _several(text: str, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The acts that an entry lists beside each other; one that a title mentions is none."""
    found = [acts[0]]
    for act in acts[1:]:
        between = text[found[-1].end : act.start].strip()
        if between in (",", ";", "und", "sowie", "/", "", "und die", "sowie die") or between.endswith(";"):
            found.append(act)
    return tuple(found)


def _cited(entry: Entry, act: Act, text: str, known: Collection[str], index: int, damaged: bool) -> Cited:
    about = f"reference:{index + 1}"
    words = dashed(text).strip(" ,;")
    words = re.sub(r"(?<=\d)\s*[-‐‑‒–—―−]+\s*(?=[A-ZÄÖÜ„\"])", " – ", words)
    if act.id is None:
        id_ = serial_id(act.issued or "", ())
        value = Value(
            about,
            id_,
            LIKELY,
            entry.lines,
            f"„{words}“ hat keine Nummer; die Kennung {id_} ist aus dem Datum gebildet.",
        )
        return Cited(id_, words, act, value)
    id_ = same_id(act.id, known)
    value = Value(about, id_, CERTAIN, entry.lines)
    if not act.clean:
        value = value.doubted(f"Nummer oder Tag sind beschädigt gelesen; wahrscheinlich heißt die Nummer {id_}.", OPEN)
    elif act.issued and id_.isdigit() and id_[:6] != act.issued[:7].replace("-", ""):
        value = value.doubted(f"Nummer {id_} und Datum {act.issued} passen nicht zusammen.", OPEN)
    elif damaged and id_ not in known:
        value = value.doubted(NUMBER_ONCE)
    if said := _REPEALS.search(words):
        value = value.doubted(f"Unter Bezug steht „{said[0]}“: Hebt diese Weisung sie auf?", OPEN)
    return Cited(id_, words, act, value)


def _unnamed(entry: Entry, index: int) -> Cited:
    id_ = re.sub(r"\s*#\s*", " ", re.split(r"\s–\s", entry.text)[0])[:_LONGEST_ID].strip() or "ohne Nummer"
    if id_.isdigit():
        id_ = f"Nr. {id_}"
    question = f"„{entry.text[:120]}“ nennt keine Nummer einer Weisung: Gehört das unter Bezug?"
    sure: Confidence = OPEN
    return Cited(id_, entry.text, None, Value(f"reference:{index + 1}", id_, sure, entry.lines, question))
