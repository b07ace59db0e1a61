"""Where Bezug and Aufhebung end and the abstract begins, also where no blank line stands between them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from geltung.checks.change_words import ACT
from geltung.importing.acts import find_acts
from geltung.importing.changes.change_kinds import kind_of, verb_text_of
from geltung.importing.changes.change_words import AUXILIARY, NEGATED, SUBJECT
from geltung.importing.head.references import Entry, is_nothing
from geltung.importing.sentences import split_sentences, start_of_sentence
from geltung.importing.text import GOES_ON, Line, dashed, join

_CHANGE_WORDS = re.compile(
    r"\b(?:aufgehoben|aufhebung|außer\s+kraft|au(?:ss|fs|R|B)er\s+kraft|ersetzt|abgelöst|verlängert|"
    r"verlangert|verlängerung|"
    r"entf[äa]llt|entfallen|geändert|geandert|änderung|berichtigt|berichtigung|ergänzt|neu\s?gefasst|fortgeltung|siehe|"
    r"gegenstandslos|gültigkeit)",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    r"(?:siehe|s\.|vgl\.)\s|(?:(?:Alle|Folgende|Nachfolgende|Sämtliche)\s+(?:\w+en\s+)?|Die\s+(?:genannten?|vorgenannten?|"
    r"vorstehenden?|aufgeführten?|bisherigen?|o\.\s?g\.|folgenden?|entgegenstehenden?)\s+)"
    r"(?:Weisung|Regelung|HEGA|Verfügung|Bezugsweisung)|Die\s+Bezugsweisung",
    re.IGNORECASE,
)
"""What a paragraph under Aufhebung begins with if it speaks of directives without naming one."""
_GOES_BACK = re.compile(
    r"(?:Sie|Diese|Dieser|Dieselbe|Er|Es|Beide|Im\s+Übrigen|Ansonsten|Ziff|Abschnitt|Kapitel|Nummer|Nr|Punkt|Anlage|siehe|"
    r"Ausgenommen|Ausnahme|Davon|Hiervon|Dies|Gleichzeitig|Zugleich)\w*\b",
    re.IGNORECASE,
)
"""What a sentence begins with that still speaks of the act named before."""
_OPENS = re.compile(
    r"(?:Der|Die|Das|Den|Dem|Ein|Eine|Einen|Mit|Zum|Zur|Im|In|Seit|Ab|Am|Für|Nach|Bei|Um|Auf|Aus|Durch|Aufgrund|Wegen|Über|"
    r"Künftig|Bislang|Bisher|Zukünftig|Es)\s",
)
_VERB = re.compile(AUXILIARY.pattern + r"|\b(?:hat|haben|kann|können|muss|müssen|soll|sollen|[a-zäöü]{3,}(?:t|en))\b")
_OF_ITSELF = re.compile(rf"(?:Mit|Durch)\s+diese[rm]?\s+{ACT}|Diese\s+{ACT}", re.IGNORECASE)
"""What a sentence begins with that speaks of the directive itself: the abstract, also where it states a change."""
_STATES = re.compile(
    r"(?:Die|Der|Das)\s+(?:\w+\s+)?(?:Weisung|HEGA|Gesch[äa]ftsanweisung).*?\s(?:wird|werden)\s", re.DOTALL
)
_SHORTEST: Final = 20
_LONGEST: Final = 700
_LIKE_ACT: Final = re.compile(r"(?:\w+\s+)?(?:Weisung|HEGA|Geschäftsanweisung)|\d{5}")
_FEW: Final = 120


def split_abstract(
    items: Sequence[Entry], repeals: bool, label: Line | None = None, whole: bool = False
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """The entries that belong to the field, and those behind that are the abstract. What stands on the line of the
    ``label`` belongs to it, whatever it says, and so do a few words directly below it. A sentence of its own below an
    empty label or a blank line is the abstract; ``whole``: each line is a paragraph, and no blank line is needed."""
    items = [piece for entry in items for piece in (_pieces(entry) if repeals else (entry,))]
    for index, entry in enumerate(items):
        if _opens_abstract(items, index, label, whole):
            return tuple(items[:index]), tuple(items[index:])
        if is_nothing(entry) and index == 0:
            return (entry,), tuple(items[1:])
        if not (_belongs(entry, repeals, index) or (index == 0 and _at_label(entry, label, repeals))):
            return tuple(items[:index]), tuple(items[index:])
    return tuple(items), ()


def stands_below(entry: Entry, label: Line | None) -> bool:
    """Whether an entry is a full sentence that is no item of a list and does not stand on the line of its label."""
    beside = label is not None and entry.lines[0].number == label.number
    return not (entry.listed or beside) and entry.text.endswith(".") and bool(_VERB.search(entry.text))


def _opens_abstract(items: Sequence[Entry], index: int, label: Line | None, whole: bool) -> bool:
    """Whether an entry is a sentence by itself with which the abstract begins, and no act is listed behind it."""
    entry, before = items[index], items[index - 1] if index else None
    if not stands_below(entry, label) or not (_OF_ITSELF.match(entry.text) or _STATES.match(entry.text)):
        return False
    apart = before is None or whole or entry.lines[0].number > before.lines[-1].number + 1
    return apart and not any(_names_act(other) for other in items[index + 1 :])


def _names_act(entry: Entry) -> bool:
    """Whether an entry lists an act: as an item, or as a line that is no sentence."""
    acts = find_acts(entry.text)
    return bool(acts) and acts[0].start <= 4 and (entry.listed or not entry.text.endswith("."))


def _at_label(entry: Entry, label: Line | None, repeals: bool) -> bool:
    """Whether an entry stands beside its label, or as a few words below it; under Bezug only what may be an act."""
    if label is None or len(entry.text) > _LONGEST or not (repeals or _LIKE_ACT.match(entry.text)):
        return False
    beside = entry.lines[0].number == label.number
    few = len(entry.text) <= _FEW and not entry.text.endswith(".")
    return beside or (few and entry.lines[0].number == label.number + 1)


def _pieces(entry: Entry) -> Iterator[Entry]:
    """An entry, and behind it the abstract if that begins on one of its lines."""
    for count in range(1, len(entry.lines)):
        head, tail = (join(line.text for line in part) for part in (entry.lines[:count], entry.lines[count:]))
        if _begins_abstract(head, tail):
            yield Entry(dashed(head), entry.lines[:count], entry.listed)
            yield Entry(dashed(tail), entry.lines[count:], False)
            return
    yield entry


def _begins_abstract(head: str, tail: str) -> bool:
    """Whether a sentence that names no act begins behind a complete entry."""
    first = split_sentences(tail)[0] if tail else ""
    if _OF_ITSELF.match(first) and first.endswith(".") and find_acts(head):
        return not (head.endswith((",", ";", ":", "-", "–")) or GOES_ON.search(head))
    if len(first) < _SHORTEST or not first.endswith(".") or find_acts(first) or _GOES_BACK.match(first):
        return False
    if _ANNOUNCES.match(first) or not _VERB.search(first) or GOES_ON.search(head):
        return False
    said = bool(find_acts(head)) or re.match(r"(?:keine|entf[äa]llt|siehe)\b", head, re.IGNORECASE) is not None
    whole = f"{head} {tail}"
    if head.endswith((".", ")")):
        return said and (head.endswith(")") or start_of_sentence(whole, len(head) + 1) == len(head) + 1)
    return said and not head.endswith((",", ";", ":", "-", "–")) and bool(_OPENS.match(first)) and first[0].isupper()


def _belongs(entry: Entry, repeals: bool, index: int) -> bool:
    acts = find_acts(entry.text)
    if entry.listed:
        return True
    if repeals and index and entry.text.endswith(".") and not _says_what_happens(entry.text):
        return False
    if repeals:
        if entry.text.endswith(":") and len(entry.text) < 200 and _CHANGE_WORDS.search(entry.text):
            return True
        if acts and acts[0].start <= 4:
            return len(entry.text) < _LONGEST
        if acts and SUBJECT.match(entry.text[: acts[0].start]):
            return True
        said = _CHANGE_WORDS.search(entry.text)
        if acts and not said and len(entry.text) < 300:
            return not entry.text.endswith(".")  # "Anlage 3 zur Weisung …": a name, where the abstract has sentences
        return bool(said) and (bool(acts) or _speaks_of_acts(entry.text, index))
    if acts and acts[0].start <= 4:
        return True
    return (
        bool(re.match(r"§|Art\.|Artikel\b|Schreiben|E-Mail|Erlass|Fachliche|Handbuch|Leitfaden", entry.text))
        and len(entry.text) < 250
    )


def _says_what_happens(text: str) -> bool:
    """Whether the first sentence of a paragraph changes an act that it names, or goes back to the last one."""
    first = split_sentences(text)[0]
    if not find_acts(first):
        return bool(_ANNOUNCES.match(first) or (_GOES_BACK.match(first) and not _is_this(first)))
    verb_text = verb_text_of(first)
    return kind_of(verb_text) is not None or bool(NEGATED.search(first))


def _speaks_of_acts(text: str, index: int) -> bool:
    """Whether a paragraph without a named act belongs to Aufhebung all the same; a verb alone is too little."""
    if re.match(r"(?:siehe|s\.|vgl\.)\s", text, re.IGNORECASE):
        return True
    short = len(text) < 250
    return short and bool(_ANNOUNCES.match(text) or (index and _GOES_BACK.match(text) and not _is_this(text)))


def _is_this(text: str) -> bool:
    return re.match(r"Diese\s+(?:Weisung|Regelung|HEGA)", text) is not None
