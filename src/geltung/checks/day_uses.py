"""What the words around a day say it is: the end of something that goes on, or part of what a noun names.

"melden bis zum 30.06.2026" is due on that day; "wenden bis zum 30.06.2026 das alte Verfahren an" and "nehmen bis zum
30.06.2026 keine Anträge an" go on until it. In "melden die Zahlen des Zeitraums vom 01.01.2026 bis 31.03.2026" the days
say which numbers are meant, not when they are due. None of this is sure: it is what a person is asked about.
"""

import re
from typing import Final

from geltung.parse.wording import DUE, DatePhrase

_SENTENCE_END: Final = re.compile(r"(?<=[a-zäöüß)])[.;:!?]\s+(?=[A-ZÄÖÜ„(])")
_CLAUSE_END: Final = re.compile(r",\s|\s(?P<verb>und|sowie|oder)\s(?=[a-zäöüß]{3,}en\b)")
"""A comma, or a word behind which a further verb follows: "führen … durch und schließen … ab"."""
_LASTS: Final = re.compile(
    r"\b(?:weiterhin|nur\s+noch|noch\s+bis|solange|anzuwenden|anwenden|auf(?:zu)?bewahr\w*|fort(?:zu)?(?:führen|setzen)|"
    r"(?:(?:wenden|wendet)\b.*\san|(?:halten|hält)\b.*\s(?:fest|vor|bereit|ein|aufrecht|offen|frei|besetzt|geöffnet|geschlossen|verfügbar|erreichbar|zugänglich)|"
    r"(?:bewahren|bewahrt)\b.*\sauf|(?:führen|führt)\b.*\s(?:fort|weiter)|(?:setzen|setzt)\b.*\s(?:fort|aus)|"
    r"(?:lassen|lässt)\b.*\szu|(?:sehen|sieht)\b.*\svon\b.*\sab|"
    r"(?:stellen|stellt)\b.*\s(?:\w*[Bb]etrieb|\w*[Bb]esetzung|\w*[Ee]rreichbarkeit|\w*[Vv]ertretung)\b.*\ssicher|"
    r"(?:arbeiten|arbeitet)\b.*\sweiter)(?=\W*\Z|\s+(?:und|oder|sowie)\b)|"
    r"nutzen|nutzt|verwenden|verwendet|gelten|gilt|bleiben|bleibt|belassen|behalten|beibehalten|beizubehalten|unterlassen|"
    r"verzichten|verzichtet|sperren|sperrt|speichern|speichert|betreiben|betreibt|gewähren|gewährt|überwachen|überwacht|beobachten|"
    r"beobachtet|begleiten|begleitet|unterstützen|unterstützt|betreuen|betreut|vertreten|vertritt|"
    r"begrenz(?:en|t)|beschränk(?:en|t)|dulden|duldet|vermieten|vermietet|überlassen|überlässt|reservieren|reserviert|ermöglichen|ermöglicht|"
    r"(?:leisten|leistet)\b.*\s\w*(?:[Hh]ilfe|Dienst|Unterstützung)|"
    r"(?:besetzen|besetzt)\b.*\smit|(?:bieten|bietet)\b.*\san(?=\W*\Z|\s+(?:und|oder|sowie)\b)|gewährleisten|gewährleistet|"
    r"erprob\w*|pilotier\w*|dürfen|darf|übergangsweise|vorübergehend|längstens|befristet)\b",
    re.IGNORECASE,
)
"""Words of what goes on for a while instead of being done once."""
_DENIES: Final = re.compile(
    r"\b(?:nicht(?!\s+(?:nur|\w+(?:te|ten|ter|tes|tem|ene|enen|ener|ende|enden)\s+[A-ZÄÖÜ]))|keine?[rnms]?|niemals)\b"
)
_NOUN_BEFORE: Final = re.compile(r"(?<![.!?:] )\b[A-ZÄÖÜ][\w-]*\W*\Z")
_PERIOD: Final = (
    r"(?:\w*(?:zeit(?:raum[es]*|räume[ns]?|spanne)?|quartals?|halbjahr[es]*|jahr[es]*|monat[es]*|periode|phase)|"
    r"Stand|Stichtags?|Dauer)"
)
_PERIOD_BEFORE: Final = re.compile(
    rf"\b(?:(?:des|der|dieses|dieser|für|über|aus|zu[mr]?)\s+(?:\w+\s+){{0,2}})?{_PERIOD}\W*\Z", re.IGNORECASE
)
_DURING: Final = re.compile(
    rf"\b(?:in\s+der|im|innerhalb\s+des|während\s+des|während\s+der)\s+{_PERIOD}\W*\Z", re.IGNORECASE
)


def goes_on(text: str, phrase: DatePhrase) -> bool:
    """Whether what is said goes on until the day or must not happen until then, so that the day may be its end."""
    if phrase.role != DUE or "bis" not in phrase.lead.split():
        return False
    own, first = _clauses(text, phrase)
    return bool(_DENIES.search(own) or _LASTS.search(own) or _LASTS.search(f"{first} {own}"))


def names_period(text: str, phrase: DatePhrase) -> bool:
    """Whether a day or range says which period the noun before it is: "des Zeitraums vom …", "für die Monate ab …"."""
    before = text[: phrase.offset]
    return bool(_PERIOD_BEFORE.search(before)) and not _DURING.search(before)


def follows_noun(text: str, phrase: DatePhrase) -> bool:
    """Whether a range stands right behind a noun it may describe: "die Zahlen vom 01.01.2026 bis 31.03.2026"."""
    return bool(_NOUN_BEFORE.search(_DURING.sub("", text[: phrase.offset])))


def is_during(text: str, phrase: DatePhrase) -> bool:
    """Whether a range says in so many words when something is done: "in der Zeit vom 01.12. bis 31.12."."""
    return bool(_DURING.search(text[: phrase.offset]))


def _clauses(text: str, phrase: DatePhrase) -> tuple[str, str]:
    """The clause around a day, and the first clause of its sentence unless the day's clause has a verb of its own."""
    start = max((match.end() for match in _SENTENCE_END.finditer(text) if match.end() <= phrase.offset), default=0)
    following = _SENTENCE_END.search(text, phrase.end)
    sentence = text[start : following.start() if following else len(text)]
    day, behind = phrase.offset - start, phrase.end - start
    borders = [match for match in _CLAUSE_END.finditer(sentence) if not day <= match.start() < behind]
    before = [match for match in borders if match.end() <= day]
    after = [match for match in borders if match.start() >= behind]
    own = sentence[before[-1].end() if before else 0 : after[0].start() if after else len(sentence)]
    if before and before[-1]["verb"]:
        return own, ""
    return own, sentence[: borders[0].start()] if before else ""
