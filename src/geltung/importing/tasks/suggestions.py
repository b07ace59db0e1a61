"""Duties outside the Einzelaufträge: suggested to the editor, never made tasks."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from geltung.importing.body import Node
from geltung.importing.sentences import split_sentences
from geltung.importing.text import shortened
from geltung.parse.duties import force
from geltung.parse.wording import find_dates

_WITHIN: Final = r"(?:[^.;]|(?<=\d)\.|\.(?=\d))"  # a full stop in a date or number ends no sentence
_DUTY = re.compile(
    rf"\b(?:ist|sind)\b{_WITHIN}{{0,220}}?\b(?:zu\s+(?-i:[a-zäöüß]{{4,}}(?:en|n|ln|rn))\b|[a-zäöüß]{{2,}}zu[a-zäöüß]{{3,}}en\b)|"
    rf"\b(?:hat|haben)\b{_WITHIN}{{0,160}}?\b(?:zu\s+(?-i:[a-zäöüß]{{4,}}en)\b|[a-zäöüß]{{2,}}zu[a-zäöüß]{{3,}}en\b)|"
    r"\b(?:muss|müssen|verpflichtend|verpflichtet|zwingend|untersagt|unzulässig|obliegt|obliegen)\b|"
    rf"\b(?:wird|werden)\b{_WITHIN}{{0,220}}?\b(?:gebeten|aufgefordert|angewiesen|beauftragt)\b|\b(?:Ich\s+bitte|Wir\s+bitten)\b|"
    r"\b(?:darf|dürfen)\b[^.;]{0,80}?\b(?:nicht|keine?[nmrs]?|nur|ausschließlich)\b|"
    r"\b(?:trägt|tragen)\s+(?:dafür\s+)?Sorge\b|\bgewährleiste[nt]\b|\b(?:stellen|stellt)\s+sicher\b|"
    r"\b(?:wird|werden)\b[^.;]{0,160}?\b(?:ab dem|zum|bis zum|spätestens)\s+\d{1,2}\.",
    re.IGNORECASE,
)
_NO_DUTY = re.compile(
    r"\b(?:zu entnehmen|zu finden|zu erwarten|zu beachten ist, dass|zu verstehen|zu rechnen|empfohlen|"
    r"geraten|freigegeben)\b|"
    r"\A(?:Erklärtes\s+|Gemeinsames\s+)?Ziel\b[^.;]{0,60}?\bist\b|\bist\s+(?:es\s+)?(?:das\s+|ein\s+)?(?:\w+es\s+(?:und\s+)?){0,3}Ziel\b|"
    r"\b(?:ist|sind)\s+(?:\w+\s+)?bereit,|\A(?:Bisher|Bislang)\s|\A§\s?\d+[^.]{0,40}?\s(?:verpflichtet|untersagt)\s|"
    r"\A(?:Rückfragen|Anfragen|Fragen)\s+(?:hierzu\s+|dazu\s+)?(?:sind|bitte)\b[^.;]*\b(?:Postfach|E-Mail|Funktionspostfach)\b",
    re.I,
)
_DESCRIBES: Final = re.compile(
    r"\A(?:Der|Die|Das|Ein|Eine|Sie|Er|Es)\b[^.;]*?\b(?:wird|werden)\b.*\b(?:angepasst|aktualisiert|überarbeitet|(?:neu\s+)?veröffentlicht|"
    r"bereitgestellt|eingeführt|abgeschaltet|umgestellt|gefördert|freigeschaltet|erweitert|ersetzt|abgelöst|neu\s+gefasst)\W*\Z",
    re.IGNORECASE | re.DOTALL,
)
"""What happens without anybody being told to do it: "Die Vordrucke werden zum 01.02.2026 angepasst."."""
_BY: Final = re.compile(r"\b(?:von|durch)\s+(?:den|die|der|dem|das|jede[rnm]|alle[rn]?)\b", re.IGNORECASE)
_ASSIGNS = re.compile(
    r"\b(?:wie folgt|folgende\w*)\b[^.]{0,80}(?:zugeordnet|geregelt|wahrgenommen|übertragen|umzusetzen)|"
    r"aufgaben\b[^.]*:\Z",
    re.I,
)
_DOES: Final = re.compile(
    r"(?!(?:haben|hatten|waren|wurden|werden|sind|können|konnten|dürfen|durften|sollten|erhalten|erhielten|bekommen|wissen|"
    r"verfügen|gelten|arbeiten)\b)[a-zäöüß]{2,}(?<!dete)(?<!tete)n\b"
)
"""A verb that says what several do; not one of what they are, have or did."""
_WHEN: Final = re.compile(
    r"\b(?:(?:wöchent|monat|vierteljähr|quartals|halbjähr|jähr|täg)\w*lich|quartalsweise|monatsweise|regelmäßig|unverzüglich|"
    r"umgehend|spätestens|jeweils\s+(?:zum|bis|am)|innerhalb|binnen)\b",
    re.IGNORECASE,
)
_CLAUSES: Final = re.compile(
    r";\s+|,\s+(?=(?:und\s+|wobei\s+)?(?:eine?r?|die|das|der|es)\s[^,;]*\b(?:empfohlen|geraten|angeregt|freigestellt)\b)"
)
"""Where a sentence falls apart into what is ordered and what is advised."""
_MOST: Final = 40


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that may be a duty, and the index of its node."""

    words: str
    node: int


Lead = Callable[[str], str | None]
"""What a sentence says behind the unit that it begins with; None if it begins with none."""


Named = Callable[[str], bool]
"""Whether words are a unit and nothing else."""


Changes = Callable[[str], bool]
"""Whether a sentence is read, or asked about, as a change of another directive."""


def suggestions(
    nodes: Sequence[Node],
    lead: Lead = lambda _: None,
    named: Named = lambda _: False,
    changes: Changes = lambda _: False,
) -> tuple[Suggestion, ...]:
    """Sentences outside the chapter Einzelaufträge that read like duties, and the lists below a unit."""
    found = _found(nodes, lead, named)
    return tuple(item for item in found if not changes(item.words))[:_MOST]


def _found(nodes: Sequence[Node], lead: Lead, named: Named) -> Iterator[Suggestion]:
    in_tasks, assigned = False, False
    for index, node in enumerate(nodes):
        if node.kind == "chapter" and "." not in node.number:
            in_tasks = node.tasks
        if in_tasks or node.kind in ("chapter", "heading", "table"):
            assigned = not in_tasks and node.kind == "heading" and named(node.text.rstrip(":"))
            continue
        if node.kind in ("item", "numbered") and assigned:
            yield Suggestion(shortened(node.text), index)
            continue
        assigned = named(node.text.rstrip(":")) or (bool(_ASSIGNS.search(node.text)) and node.text.endswith(":"))
        clauses = (clause for sentence in split_sentences(node.text) for clause in _CLAUSES.split(sentence))
        for sentence in clauses:  # what is only recommended beside it takes no duty away
            if _NO_DUTY.search(sentence) or force(sentence) == "recommendation":
                continue
            if _DESCRIBES.match(sentence) and not _BY.search(sentence):
                continue
            if _DUTY.search(sentence) or _orders(lead(sentence)):
                yield Suggestion(shortened(sentence), index)


def _orders(said: str | None) -> bool:
    """Whether what is said of a unit is what it does by a day or again and again: "berichten jährlich zum 31.03."."""
    if said is None or not _DOES.match(said):
        return False
    states = any(phrase.role or phrase.lead for phrase in find_dates(said))
    return states or bool(_WHEN.search(said))
