"""Sentences of the chapter Einzelaufträge outside lists: which of them order something, and whom they oblige."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from geltung.importing.sentences import split_sentences
from geltung.importing.tasks.addressees import Addressed, Units
from geltung.importing.tasks.prose import is_no_duty, subject_of
from geltung.parse.duties import permits

_STATES: Final = (
    r"(?:sind|ist|war|waren|wird|werden|wurden?|hat|haben|hatten?|kann|können|konnten|darf|dürfen|soll|sollen|sollten|"
    r"erhält|erhalten|erhielten|bekommt|bekommen|gilt|gelten|gehört|gehören|verfügt|verfügen|weiß|wissen|betrifft|"
    r"betreffen|umfasst|umfassen|besteht|bestehen|liegt|liegen|steht|stehen|dient|dienen|bleibt|bleiben|ergibt|ergeben|"
    r"enthält|enthalten|handelt|erfolgt|erfolgen|entfällt|entfallen|sowie|jeweiligen|einzelnen|und|beiden)"
)
_VERB: Final = rf"(?!{_STATES}\b)[a-zäöüß]{{3,}}(?:en|ern|eln|t)(?<!keit)(?<!heit)"
_PRONOUN = re.compile(rf"(?:Sie|Diese|Er|Es)\s+(?P<verb>{_VERB})\b")
_INVERTED = re.compile(rf"(?:\A|[\s,]){_VERB}\s+sie\b")
_TO_DO: Final = (
    r"(?:zu\s+(?!(?:entnehmen|finden|erwarten|verstehen|rechnen|sehen|erkennen)\b)[a-zäöüß]{3,}(?:en|ern|eln|un)|"
    r"(?!(?:hinzu|dazu)\w*)(?:ab|an|auf|aus|bei|dar|durch|ein|fest|fort|frei|gegen|her|hin|hinzu|los|mit|nach|offen|sicher|teil|"
    r"um|unter|vor|voran|vorher|weg|weiter|wieder|zurück|zusammen|zu|bereit|fertig|statt|ent|gegenüber|über|bekannt|"
    r"klar|richtig|dagegen|heran|hervor|herbei|vorzu|zurecht|nieder|sicher)zu[a-zäöüß]{3,}(?:en|ern|eln))"
)
_IS_TO: Final = re.compile(rf"\b(?:ist|sind|hat|haben)\b[^;]*?\b{_TO_DO}\b", re.IGNORECASE)
_MUST: Final = re.compile(r"\b(?:muss|müssen)\b|\b(?:ist|sind)\s+verpflichtet\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"\b(?:wird|werden)\b[^;]*?\b(?:gebeten|beauftragt|angewiesen|aufgefordert|verpflichtet|ersucht)\b", re.IGNORECASE
)
_ASKS: Final = re.compile(
    r"\s*(?:Ich|Wir)\s+(?:bitten?|beauftragen?|weisen?|fordern?|ersuchen?)\s+(?:(?:hiermit|daher|deshalb|nochmals)\s+)?",
)
_BESIDE: Final = re.compile(
    r"\s*(?:Dabei|Hierbei|Insoweit|Das|Dies|Dadurch|Damit|Hierdurch|Andernfalls|Ansonsten)\b|(?:\S+\s+){1,6}(?:dabei|hierbei)\b|"
    r"(?:Sie|Er|Es|Diese)\s+\S+\s+(?:hierfür|dafür|dazu|hierzu)\b",
)
"""What goes on with the order before it."""
_HOW: Final = re.compile(r"\s*(?:Hierzu|Hierfür|Dazu|Dafür)\s+(?:ist|sind|muss|müssen)\b")
"""With what the order before it is carried out, by nobody in particular."""
_ADVERBIAL: Final = re.compile(
    r"\s*(?:Bis|Ab|Zum|Zur|Am|Im|In|Vom|Von|Mit|Nach|Vor|Bei|Beim|Für|Innerhalb|Binnen|Spätestens|Unverzüglich|Umgehend|"
    r"Außerdem|Zudem|Ferner|Weiterhin|Darüber|Anschließend|Danach|Daneben|Zugleich|Gleichzeitig|Zusätzlich|Ebenso|Hierzu|"
    r"Hierfür|Dazu|Dafür|Zunächst|Abschließend|Jährlich|Monatlich|Wöchentlich|Halbjährlich|Vierteljährlich|Quartalsweise|"
    r"Täglich|Regelmäßig|Erstmals|Künftig|Sofort|Jeweils|Übergangsweise|Über|Auf|An|Aus|Wenn|Sofern|Soweit|Sobald|"
    r"Alle)\b"
)
"""Words before the verb that are not its subject, so that a unit behind the verb is."""
_BEHIND_VERB: Final = re.compile(rf"(?:\A|\s|,\s){_VERB}\s+(?=(?:die|der|das|alle|sämtliche|jede|jedes)\s)")
_AGENT: Final = re.compile(r"\b(?:von|durch)\s+(?=(?:den|der|die|dem|das|alle|allen|sämtlichen|jeder)\s|[A-ZÄÖÜ])")
_RESPONSIBLE: Final = re.compile(
    r"(?:[(–—-]\s*)?\b(?:verantwortlich|zuständig|Verantwortlichkeit|Zuständigkeit|Federführung|federführend|Adressat(?:en)?|"
    r"Umsetzung\s+durch)\s*(?:(?:sind|ist)\s+)?:?\s+(?:sind\s+|ist\s+)?(?P<unit>[^().;:]{2,120}?)\)?\s*[.;,]?\s*\Z",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\((?P<unit>[^()]{2,120})\)\s*[.;,]?\s*\Z")
_MOST_WORDS: Final = 16


@dataclass(frozen=True, slots=True)
class Order:
    """A sentence that orders something. ``whom`` is None where it names nobody: it is said to those before it.

    ``names`` says whether the sentence begins with whom it obliges, so that those after it may say "Sie …".
    """

    whom: Addressed | None
    names: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph that is a task of its own, with its order."""

    text: str
    order: Order


def pieces_of(text: str, units: Units) -> list[Piece]:
    """A paragraph divided before each sentence that orders something, each with the explanations behind it; what stands
    before the first order belongs to it. Empty if nothing is ordered."""
    found: list[Piece] = []
    ahead = ""
    for sentence in split_sentences(text):
        order = order_of(sentence, units)
        if order is None and found:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {sentence}")
        elif order is None:
            ahead = f"{ahead} {sentence}".strip()
        else:
            found.append(Piece(f"{ahead} {sentence}".strip(), order))
            ahead = ""
    return found


def order_of(sentence: str, units: Units) -> Order | None:
    """The order that a sentence is; None if it is an explanation, advice or permission."""
    if is_no_duty(sentence) or permits(sentence) or _BESIDE.match(sentence) or _HOW.match(sentence):
        return None
    if re.match(r"(?:Einzel|Arbeits)?[Aa]uftrag\s*:\s+\S", sentence):
        return Order(None)
    if (asked := asked_of(sentence, units)) is not None:
        return Order(asked, True)
    orders = bool(_IS_TO.search(sentence) or _MUST.search(sentence) or _TOLD.search(sentence))
    if (leading := units.leading(sentence)) is not None:
        does = re.match(rf"{_VERB}\b", leading[1]) or leading[1][:1].isupper()
        return Order(leading[0], True) if orders or does else None
    if re.match(rf"{_VERB}\b", sentence) or _PRONOUN.match(sentence) or _INVERTED.search(sentence):
        return Order(None)
    if (whom := behind_verb(sentence, units)) is not None:
        return Order(whom, True)
    if orders or _ASKS.match(sentence) or re.match(r"\s*Es\s+wird\s+(?:darum\s+)?gebeten\b", sentence):
        return Order(agent_of(sentence, units))
    if (subject := subject_of(sentence)) is not None and not re.match(rf"{_STATES}\b", _behind(sentence, subject)):
        return Order(units.read(subject), True)
    return None


def _behind(sentence: str, subject: str) -> str:
    return sentence[len(subject) :].lstrip()


def asked_of(text: str, units: Units) -> Addressed | None:
    """Whom "Ich bitte die Regionaldirektionen, …" asks."""
    match = _ASKS.match(text)
    return _unit_at(text[match.end() :], units) if match else None


def behind_verb(text: str, units: Units) -> Addressed | None:
    """The unit that acts where other words stand before the verb: "Bis zum 01.06. melden die Agenturen …"."""
    if not _ADVERBIAL.match(text):
        return None
    found = (_unit_at(text[match.end() :], units) for match in _BEHIND_VERB.finditer(text))
    return next((item for item in found if item is not None), None)


def verb_first(text: str, units: Units) -> str | None:
    """The sentence with what stands before its verb put behind, where a unit acts: "melden die Agenturen … bis zum"."""
    if not _ADVERBIAL.match(text):
        return None
    for match in _BEHIND_VERB.finditer(text):
        if _unit_at(text[match.end() :], units) is not None:
            start = match.start() + len(match[0]) - len(match[0].lstrip(" ,"))
            return f"{text[start:].rstrip('.')} {text[: match.start()]}"
    return None


def begins_adverbially(text: str) -> bool:
    """Whether words begin with a day or another adverbial and thus name nobody: "Bis zum 01.06.2026:"."""
    return bool(_ADVERBIAL.match(text)) and not text.startswith("Alle")


def agent_of(text: str, units: Units) -> Addressed | None:
    """The unit by which something is to be done: "… sind von den Agenturen für Arbeit … zu vernichten"."""
    found = (_unit_at(text[match.end() :], units) for match in _AGENT.finditer(text))
    return next((item for item in found if item is not None), None)


def responsible(text: str, units: Units, *, bare: bool) -> Addressed | None:
    """The unit that stands at the end as the one to act: "… (verantwortlich: Operative Services)"; ``bare``: also one
    in brackets without such a word."""
    match = _RESPONSIBLE.search(text) or (_BRACKET.search(text) if bare else None)
    if match is None:
        return None
    read = units.read(re.sub(r"\A(?:die|der|das)\s+", "", match["unit"].strip()))
    return read if read.known else None


def _unit_at(text: str, units: Units) -> Addressed | None:
    """The longest run of words from the start on that names units and nothing else."""
    for end in reversed(list(_ends(text))):
        words = text[:end].rstrip(" ,;.:")
        if text[end - 1] in ",;." and end < len(text) and words and words == text[:end]:
            continue
        if (read := units.read(words)).known:
            bare = units.read(re.sub(r"\A(?:die|der|das|den|dem)\s+", "", words))
            return bare if bare.known else read
    return None


def _ends(text: str) -> Iterator[int]:
    """Where the first words end, up to the end of the sentence."""
    for count, match in enumerate(re.finditer(r"\S+", text)):
        if count == _MOST_WORDS:
            return
        yield match.end()
        if match[0].endswith((".", ";")):
            return
