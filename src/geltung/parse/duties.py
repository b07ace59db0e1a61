"""Duty, recommendation or permission: what is only recommended, advised or released is no task.

Used where a foreign text is read and where a file is checked; no record takes a value from here.
"""

import re
from typing import Final, Literal

Force = Literal["duty", "partly", "recommendation"]

SENTENCE_END: Final = re.compile(r"(?<=[\w)“][.;])\s+(?=[A-ZÄÖÜ„])")
_PARTICIPLES: Final = r"(?:empfohlen|geraten|nahegelegt|angeregt|freigegeben|freigestellt|anheimgestellt)"
_RECOMMENDS: Final = re.compile(
    rf"[^,]*\b(?:wird|werden|ist|sind)\b[^.;:,]*(?:,[^.;:,]{{0,60}},[^.;:,]*)?\b{_PARTICIPLES}\b(?!\s+\w*en?\s+[A-ZÄÖÜ])|"
    rf"\W*{_PARTICIPLES}\s+(?:wird|werden|ist|sind)\b",
    re.IGNORECASE,
)
_OWN_VERB: Final = re.compile(r"(?!(?:werden|sind|worden)\b)[a-zäöüß]+e?n\b")
_PERMITS: Final = re.compile(
    r"(?:\S+\s+){0,12}?(?:können|kann|dürfen|darf)\b(?![^.;,:]*\b(?:nicht|keine?[rnms]?|nur|ausschließlich|erst)\b)|"
    r"[^,]*\b(?:ist|sind|wird|werden)\b[^.;:,]*\b(?:gestattet|erlaubt|zulässig|vorgesehen|ermöglicht)\b",
    re.IGNORECASE,
)
_ORDERS: Final = re.compile(
    r"(?!(?:können|dürfen|werden|zwischen|neben|wegen|gegen|binnen|innen|außen|oben|unten|daneben|hingegen|dagegen|"
    r"unterdessen|indessen|anstatt|sofern|gern|insofern|inwiefern)\b)[a-zäöüß]{3,}(?:en|ern|eln)\s(?!(?:können|dürfen)\b)"
)
"""The verb of an order; what is allowed behind it takes nothing away ("richten … ein und können dafür …")."""

_NO_TASKS: Final = re.compile(
    r"(?:-+|–|—|/|entf[äa]ll(?:t|en)|keine?|nicht\s+(?:belegt|besetzt|vorgesehen)|"
    r"(?:(?:es\s+)?(?:bestehen|gibt\s+es|gibt|werden|ergeben\s+sich|sind)\s+)?(?:derzeit\s+|hierzu\s+)*"
    r"keine(?:\s+(?:weiteren|gesonderten|besonderen|zusätzlichen|neuen))?\s+(?:einzel|arbeits)?auftr[äa]ge?"
    r"(?:\s+(?:erteilt|vergeben|vorgesehen))?|"
    r"(?:die\s+)?einzelauftr[äa]ge\s+(?:entfallen|sind\s+nicht\s+vorgesehen))\s*[.!]?",
    re.IGNORECASE,
)


def says_no_tasks(text: str) -> bool:
    """Whether words say that there are no tasks, and nothing else: "Entfällt", "Keine Einzelaufträge."."""
    return bool(_NO_TASKS.fullmatch(text.strip()))


def force(text: str) -> Force:
    """Whether the words of a task oblige, only recommend, or begin with advice and then say more.

    Advice behind an order ("melden die Zahlen. Empfohlen wird die Liste.") leaves it an order.
    """
    sentences = [sentence for sentence in SENTENCE_END.split(text) if sentence.strip()]
    found = [_RECOMMENDS.match(sentence) is not None for sentence in sentences]
    if not any(found[:1]):
        return "duty"
    return "recommendation" if all(found) and not _OWN_VERB.match(text) else "partly"


def permits(text: str) -> bool:
    """Whether the first clause allows something rather than ordering it: "können …", "dürfen …", but not "… nicht"."""
    first = SENTENCE_END.split(text)[0].split(", ", 1)[0]
    return _ORDERS.match(first) is None and bool(_PERMITS.match(first))
