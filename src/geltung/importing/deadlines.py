"""The days of a task: start, deadline, end, recurrence, and which days of a sentence are none of these."""

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Final

from geltung.checks.day_uses import follows_noun, goes_on, names_period
from geltung.checks.days import is_exact, is_yearless, next_day
from geltung.importing.acts import find_acts
from geltung.importing.found import least_sure
from geltung.importing.periods import find_period
from geltung.importing.recurring import read_recurrence
from geltung.importing.relative import read_relative
from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.importing.sentences import start_of_sentence
from geltung.importing.text import seen_days
from geltung.model.dates import day_after, day_before, german
from geltung.parse.wording import DUE, END, MONTHS, START, DatePhrase, find_dates

_RELATIVE_CLAUSE = re.compile(
    r"\s*(?:(?:bei|in|mit|an|auf|für|über|von|zu|aus|nach)\s+)?(?:die|der|das|dem|den|deren|dessen|denen|"
    r"welche[rsnm]?|was|wo)\b",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"\A\W*(?:Die|Der|Das|Alle)\s+(?:(?!,)[^.;:]){3,60}(?:,\s+(?:die|der|das|alle)\s+(?:(?!,)[^.;:]){3,60})*"
    r"(?:,|\s+(?:und|sowie))\s+(?:die|der|das|alle)\s+[A-ZÄÖÜ](?:(?!,)[^.;:])*\Z"
)
"""A sentence whose addressees are enumerated up to its verb: "Die A, die B sowie die C benennen bis …"."""
_CONDITION = re.compile(
    r"\s*(?:sofern|wenn|soweit|falls|da|weil|obwohl|nachdem|bevor|sobald|wie|während|ob)\b", re.IGNORECASE
)
_TO_DO = re.compile(r"\bzu\s+\w+(?:en|n)\s+(?:ist|sind)\b|\w+zu\w+en\s+(?:ist|sind)\b")
_STAND = re.compile(
    r"\b(?:stand|fassung|schreiben|mail|erlass|bescheid|weisung|stichtag|info|version|protokoll|beschluss|"
    r"urteil|gesetz)\w*[:,]?\s*(?:vom|zum|am)?\s*\Z",
    re.I,
)
_FIRST = re.compile(r"\berst(?:mals|malig)\b|\bbeginnend\b", re.IGNORECASE)
_RULE_BEHIND = re.compile(r"[a-zäöüß)]\.\s+[A-ZÄÖÜ](?:(?!\.\s)[^;])*\b(?:gilt|gelten)\b(?:(?!\.\s)[^;])*\Z")
"""A further sentence that says what applies, not what is to be done."""
_APPLIES = re.compile(
    r"\b(?:wend\w+\b.*\ban\b|an(?:zu)?wenden|verwend\w+|nutz\w+|setz\w+\b.*\bein\b|gilt|gelten)", re.I
)
"""Verbs of what begins to apply: "wenden das Verfahren erstmals zum 01.05.2026 an"."""
_NAMED_DUE = re.compile(r"\b(?:Termin|Frist|T|Fällig(?:keit)?|Abgabetermin)\s*:\s*\Z")
_AGAIN = re.compile(
    r"\b(?:erneut|wieder|nochmals|noch\s+einmal|ein\s+(?:zweites|weiteres)\s+Mal|dann|danach|anschließend|abschließend)\s+"
    r"(?:\w+\s+)?\Z|\d{4}\s*(?:,|und|sowie|,\s+zum|und\s+(?:zum|bis|am))\s*\Z",
    re.IGNORECASE,
)
"""What is done again: "bis zum 31.05.2025 und erneut bis …", "zum 30.09.2026 und 31.03.2027"."""
_UP_TO = re.compile(r"\bbis\s+zu[mr]\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ]\w+(?:\s+(?:der|des)\s+[A-ZÄÖÜ]\w+)?\s*\Z")
"""What runs up to an event: "bis zum Außerkrafttreten der Verordnung" before "am 31.12.2026"."""
_BEGINS = re.compile(r"\b(?:beginn|starte)(?:t|en|st)\b", re.IGNORECASE)
_NOT_ALWAYS_DUE: Final = frozenset(("zum", "zum stichtag", "mit wirkung zum"))
_ATTRIBUTIVE = re.compile(r"\s+(?:[a-zäöüß]+\s+)?[a-zäöüß]{4,}(?:en|e|er|em|es)\s+[A-ZÄÖÜ]")
_PARTICIPLE = re.compile(r"\s+(?:[a-zäöüß]+\s+)?[a-zäöüß]{3,}(?:end|t|en)e[nrms]?\s+[A-ZÄÖÜ]")
_TIME = re.compile(
    r"\b(?:Zeitpunkts?|\w*[Tt]ermins?|\w*[Ss]tichtags?|KW|Kalenderwochen?|Wochen?|Monate?[ns]?|Quartale?[ns]?|Halbjahre?[ns]?|Jahre?[ns]?|Stunden?|20\d\d|"
    r"(?:Arbeits|Werk|Kalender)?[Tt]age?[ns]?|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|"
    r"November|Dezember|Jahresende|Monatsende|Quartalsende|fristgerecht|rechtzeitig|termingerecht)\b"
)
_LEAD_TIME = re.compile(r"\b(?:innerhalb|binnen|spätestens|längstens|frühestens)\b", re.IGNORECASE)
_TIME_LEFT: Final = "Der Auftrag nennt eine Zeit, die nicht als Tag gelesen ist: Ist sie eine Frist?"
_DETERMINER = re.compile(
    r"\b(?:die|der|das|den|dem|des|alle[rnm]?|sämtliche[rn]?|eine[rnms]?|ihre[rnm]?|aus|mit|nach|von|für)\s*\Z", re.I
)
_PREPOSITIONS: Final = frozenset(
    (
        "für",
        "bei",
        "von",
        "zu",
        "zur",
        "zum",
        "aus",
        "über",
        "mit",
        "gegen",
        "ohne",
        "nach",
        "vor",
        "seit",
        "auf",
        "im",
        "in",
        "an",
    )
)
_SHORT_RANGE = re.compile(
    r"\b(?:vom|"
    r"von)\s+(?P<day>\d{1,2})\.(?:(?P<month>\d{1,2})\.)?\s*bis\s+(?:zum\s+)?(?P<last>\d{1,2})\.(?P<rest>\d{1,2}\.\d{4})"
)
_ODD_DAY = re.compile(r"(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?\d{4}(?!\d)")
_MOST_WORDS: Final = 160
ONCE: Final = (
    "Diese Tage und Zahlen stehen im Text, der aus einer Texterkennung stammt, nur einmal: "
    "bitte jede Ziffer mit dem Original vergleichen."
)
"""One question for all tasks whose days nothing else in the document confirms."""
_LASTS: Final = (
    "Der Tag ist als Ende des Auftrags gelesen (ends_on), weil bis dahin etwas fortdauert oder unterbleibt: Oder ist "
    "er eine Frist (due_on)?"
)
_PERIOD: Final = (
    "Die Spanne „von … bis …“ sagt wohl nur, welcher Zeitraum gemeint ist, und ist als bloß genannt gelesen "
    "(other_dates): Oder beginnt und endet damit der Auftrag?"
)
_RANGE: Final = (
    "Die Spanne „von … bis …“ steht hinter einem Hauptwort: Beginnt und endet damit der Auftrag, oder nennt sie nur "
    "einen Zeitraum (other_dates)?"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the days of a task depend on. ``act``: the directive's ``issued`` and ``valid_from``; ``days``: the future
    days that the body names; ``text``: the whole document, ``body`` without the header; ``damaged``: a day that stands
    only once is not sure."""

    act: Mapping[str, date | None]
    days: tuple[date, ...] = ()
    text: str = ""
    damaged: bool = False
    body: str = ""

    @property
    def base(self) -> date | None:
        """The day from which a day without year is looked for."""
        return self.act.get("valid_from") or self.act.get("issued")


@dataclass(frozen=True, slots=True)
class Days:
    """The days of a task as its attributes state them. ``doubts`` are German questions; empty means certain."""

    starts_on: date | None = None
    due_on: date | None = None
    ends_on: date | None = None
    recurrence: str | None = None
    deadline_words: str | None = None
    start_words: str | None = None
    anchor: date | None = None
    other_dates: tuple[date, ...] = ()
    uncertain: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    confidence: Confidence = CERTAIN

    @property
    def stated(self) -> bool:
        """Whether a day or a rule is stated at all."""
        return bool(self.starts_on or self.due_on or self.ends_on or self.recurrence)

    def doubted(self, question: str, confidence: Confidence = LIKELY) -> "Days":
        """The days with a question."""
        return replace(self, doubts=(*self.doubts, question), confidence=least_sure(self.confidence, confidence))

    def also(self, day: date) -> "Days":
        """The days with one more that is neither start nor deadline."""
        known = (self.starts_on, self.due_on, self.ends_on, self.anchor, *self.other_dates)
        return self if day in known else replace(self, other_dates=tuple(sorted((*self.other_dates, day))))


def read_days(text: str, context: Context) -> Days:
    """The days that the words of a task state."""
    text, damaged_days = _mended(text)
    phrases = find_dates(_without_citations(text))
    days = Days()
    recurrence = read_recurrence(text, phrases)
    if recurrence is not None:
        days = replace(days, recurrence=recurrence.rule)
        if recurrence.rule is None:
            days = replace(days, deadline_words=recurrence.words)
            days = days.doubted(
                f"„{recurrence.words}“ nennt keinen Tag, aus dem eine Regel folgt; nur der Wortlaut ist übernommen."
            )
        elif not recurrence.sure:
            days = days.doubted(f"Kehrt die Frist wieder („{recurrence.words}“)?")
        phrases = tuple(phrase for phrase in phrases if phrase not in recurrence.used)
    relative = read_relative(text, phrases, context.act, context.days, context.body)
    if relative is not None:
        phrases = tuple(phrase for phrase in phrases if phrase not in relative.used)
        days = replace(days, deadline_words=days.deadline_words or relative.words[:_MOST_WORDS])
        if relative.due:
            days = replace(days, due_on=relative.due, anchor=relative.anchor)
        if relative.inferred and relative.due:
            days = replace(days, uncertain=("due_on",))
        if relative.question:
            days = days.doubted(relative.question, relative.confidence)
    days, phrases = _without_periods(days, phrases, text, context)
    for phrase in sorted(phrases, key=lambda phrase: (_in_bracket(text, phrase.offset), "vor" in phrase.lead.split())):
        days = _take(days, phrase, text, context)
    days = _with_period(days, text)
    if not days.doubts and _leaves_time(days, text, [*find_dates(text)]):
        days = days.doubted(_TIME_LEFT)
    return _sure(days, text, damaged_days, context)


def _without_periods(
    days: Days, phrases: Sequence[DatePhrase], text: str, context: Context
) -> tuple[Days, tuple[DatePhrase, ...]]:
    """Ranges that only say which period a noun means are named days; whether others do is asked."""
    kept = list(phrases)
    for first, last in pairwise(phrases):
        if first.role != START or last.role != END or text[first.end : last.offset].strip(" ,") not in ("", "an"):
            continue
        over = last.date is not None and context.base is not None and last.date < context.base
        due = any(phrase.role == DUE and phrase.offset > last.offset for phrase in phrases)
        if names_period(text, first) or (follows_noun(text, first) and (over or due)):
            kept = [phrase for phrase in kept if phrase not in (first, last)]
            for day in (first.date, last.date):
                days = days.also(day) if day else days
            days = days.doubted(_PERIOD)
        elif follows_noun(text, first):
            days = days.doubted(_RANGE)
    return days, tuple(kept)


_BEGINNING = re.compile(r"\b(?:beginnend|erstmals|erstmalig|ab)\s+(?:im\s+Jahr\s+|mit\s+dem\s+Jahr\s+)?20\d\d\b", re.I)
"""A beginning that no attribute carries: "jährlich bis 31. Januar, beginnend 2027"."""


def _leaves_time(days: Days, text: str, phrases: Sequence[DatePhrase]) -> bool:
    """Whether words on time remain that no attribute states."""
    stated = [days.deadline_words or "", days.start_words or "", *(phrase.words for phrase in phrases)]
    for words in sorted(
        filter(None, stated), key=len, reverse=True
    ):  # "2 Wochen vor dem 30.01." before "vor dem 30.01."
        text = text.replace(words, " ")
    if days.recurrence and _BEGINNING.search(text):
        return True
    if days == Days():
        return bool(_TIME.search(text))
    return not days.recurrence and bool(_LEAD_TIME.search(text))


def _mended(text: str) -> tuple[str, tuple[date, ...]]:
    """The text with damaged days written out as they look, and those days."""
    found: list[date] = []
    for seen in reversed(seen_days(text)):
        if not seen.clean or not find_dates(seen.written):
            day = date.fromisoformat(seen.value)
            found.append(day)
            text = f"{text[: seen.start]}{german(day)}{text[seen.end :]}"
    return _SHORT_RANGE.sub(_written_out, text), tuple(found)


def _written_out(match: re.Match[str]) -> str:
    """ "vom 1. bis zum 30.11.2026" with the first day written out."""
    month = match["rest"] if match["month"] is None else f"{match['month']}.{match['rest'][-4:]}"
    return f"vom {int(match['day']):02}.{month} bis zum {match['last']}.{match['rest']}"


def _without_citations(text: str) -> str:
    """The text with the names of other acts blanked out: the day in "Weisung … vom 03.04.2024" is part of the name."""
    for act in find_acts(text):
        text = text[: act.start] + "_" * (act.end - act.start) + text[act.end :]
    return text


def _take(days: Days, phrase: DatePhrase, text: str, context: Context) -> Days:
    day, doubt = _day_of(phrase, context)
    if day is None:
        return days.doubted(doubt, OPEN) if doubt else days
    if doubt:
        days = days.doubted(doubt)
    clause = _clause(text, phrase.offset)
    if clause == "condition" or (clause == "relative" and not _TO_DO.search(_clause_end(text, phrase.end))):
        return days.also(day).doubted(
            f"Der {phrase.written} steht in einem Nebensatz und ist als bloß genannter Tag gelesen."
        )
    lead = phrase.lead.split()
    if "seit" in lead or (phrase.role is None and _STAND.search(text[: phrase.end - len(phrase.written)])):
        return days.also(day)
    if "stichtag" in lead:
        return days.also(day).doubted(f"Der Stichtag {phrase.written} ist als bloß genannter Tag gelesen.")
    if _ATTRIBUTIVE.match(text, phrase.end) and _DETERMINER.search(text[: phrase.offset]):
        return days.also(day).doubted(
            f"Der {phrase.written} beschreibt ein anderes Wort und ist als bloß genannter Tag gelesen."
        )
    return _assign(days, phrase, day, text, clause)


def _assign(days: Days, phrase: DatePhrase, day: date, text: str, clause: str) -> Days:
    """Give a day its role; what is not plain is asked."""
    lead = phrase.lead.split()
    if _RULE_BEHIND.search(text[: phrase.offset]):
        return days.also(day).doubted(f"Der {phrase.written} steht in einem weiteren Satz: Ist er eine Frist?")
    quoted = f"„{' '.join(phrase.words.split())}“"
    name, doubt = "due_on", None
    if phrase.role == START:
        name = "starts_on"
    elif phrase.role == END:
        name = "ends_on"
        doubt = f"Ist {quoted} das Ende des Auftrags oder seine Frist?" if "ablauf" in lead else None
    elif phrase.role is None and "nach" in lead:
        name, day, doubt = "starts_on", day_after(day), f"Beginnt der Auftrag {quoted}?"
    elif phrase.role is None and _NAMED_DUE.search(text[: phrase.offset]):
        name = "due_on"
    elif phrase.role is None and lead[:1] == ["vom"]:
        return days.also(day)
    elif phrase.role is None:
        if not (set(lead) & {"am", "im", "mit"}):
            return days.also(day).doubted(f"Welche Bedeutung hat der Tag {phrase.written}?", OPEN)
        first = _FIRST.search(phrase.lead) or _BEGINS.search(text)
        if first and _is_month(phrase) and (days.deadline_words or days.recurrence):
            return days.doubted(f"Ab wann kehrt die Frist wieder („{quoted}“)?")
        if first:
            name, doubt = "starts_on", f"Beginnt der Auftrag {quoted}?"
        elif _UP_TO.search(text[: phrase.offset]):
            name, doubt = "ends_on", f"Ist {quoted} das Ende des Auftrags oder seine Frist?"
        else:
            doubt = f"Ist {quoted} die Frist?"
    elif "vor" in lead and re.search(r"\b(?:nicht|frühestens)\s*\Z", text[: phrase.offset], re.IGNORECASE):
        name, doubt = "starts_on", f"Beginnt der Auftrag frühestens am {german(day)}?"
    elif "vor" in lead and (days.due_on is not None or _of_noun(text, phrase)):
        return days.also(day).doubted(f"„{phrase.words}“ ist als bloß genannter Tag gelesen: Stimmt das?")
    elif "vor" in lead:
        day, doubt = day_before(day), f"Ist {quoted} die Frist (letzter Tag der {german(day_before(day))})?"
    elif "bis" in lead and days.starts_on and re.search(r"\d{4}\s+und\s*\Z", text[: phrase.offset]):
        name, doubt = "ends_on", f"Ist {quoted} das Ende des Auftrags oder seine Frist?"
    elif phrase.role == DUE and _FIRST.search(phrase.lead) and not days.recurrence:
        name = "starts_on" if _APPLIES.search(text) else "due_on"
        doubt = f"Ist {quoted} der Beginn oder die erste Frist?"
    elif phrase.lead in _NOT_ALWAYS_DUE:
        doubt = f"Ist {quoted} die Frist (letzter Tag) oder der Beginn?"
    elif days.ends_on is None and goes_on(text, phrase):
        name, doubt = "ends_on", _LASTS
    if clause == "relative":
        doubt = doubt or f"{quoted} steht in einem Nebensatz: Ist das die Frist des Auftrags?"
    if _in_bracket(text, phrase.offset):
        doubt = doubt or f"{quoted} steht in einer Klammer: Gilt das für den ganzen Auftrag?"
    if not doubt and _PARTICIPLE.match(text, phrase.end):
        doubt = f"Gehört {quoted} zum Auftrag oder beschreibt es nur die Wörter dahinter?"
    if not doubt and _belongs_to_noun(text[: phrase.offset]):
        doubt = f"Gehört {quoted} zum Auftrag oder nur zum Wort davor?"
    if not doubt and re.search(r"[a-zäöüß)]\.\s+[A-ZÄÖÜ]", text[: phrase.offset]):
        doubt = f"{quoted} steht nicht im ersten Satz: Gilt das für den ganzen Auftrag?"
    first = _FIRST.search(text[max(0, phrase.offset - 30) : phrase.end])
    if name == "due_on" and days.recurrence and "bis" in lead and not first:
        name, doubt = "ends_on", f"Endet mit {quoted} die wiederkehrende Frist?"
    if first and days.recurrence and name != "ends_on" and is_exact(phrase):
        name, doubt = ("starts_on" if "ab" in lead else "due_on"), None
    if name != "starts_on" and _is_month(phrase):
        day = day.replace(day=monthrange(day.year, day.month)[1])
    stated = getattr(days, name)
    if stated is not None and stated != day:
        return _second(days, name, day, phrase, text)
    days = _stating(days, name, day)
    if not is_exact(phrase) and not phrase.written.lower().startswith("ende"):
        doubt = doubt or f"{quoted} nennt keinen genauen Tag; gelesen ist der {german(day)}."
        days = replace(days, uncertain=tuple(dict.fromkeys((*days.uncertain, name))))
    return days.doubted(doubt) if doubt else days


def _second(days: Days, name: str, day: date, phrase: DatePhrase, text: str) -> Days:
    """A second day of the same role. What is done in parts is done with its last day; what is done again, first with
    its first, and another sentence tells of another thing."""
    before = getattr(days, name)
    again = (
        _in_bracket(text, phrase.offset)
        or _AGAIN.search(text[: phrase.offset])
        or _clause_start(text, phrase.offset) > text.find(german(before))
    )
    kept, other = (before, day) if name != "due_on" or again or day < before else (day, before)
    asked = f"Der Auftrag nennt mehrere Tage; der {german(other)} steht nur unter other_dates."
    return _stating(days, name, kept).also(other).doubted(asked, OPEN)


def _clause_start(text: str, offset: int) -> int:
    """Where the sentence or the part behind a semicolon begins that holds an offset."""
    return max(start_of_sentence(text, offset) - 1, text.rfind("; ", 0, offset))


def _of_noun(text: str, phrase: DatePhrase) -> bool:
    """Whether a day belongs to a noun: "vor dem 01.03.2020 eingegangene Anträge", "mit Verfall vor dem 01.06.2021"."""
    behind = _PARTICIPLE.match(text, phrase.end) or _ATTRIBUTIVE.match(text, phrase.end)
    return bool(behind) or _belongs_to_noun(text[: phrase.offset])


def _is_month(phrase: DatePhrase) -> bool:
    """Whether the words name a month and no part of it: due in a month is due on its last day."""
    return phrase.written[:1].isalpha() and phrase.written.split()[0].lower() in MONTHS


def _in_bracket(text: str, offset: int) -> bool:
    return text[:offset].count("(") > text[:offset].count(")")


def _stating(days: Days, name: str, day: date) -> Days:
    if name == "starts_on":
        return replace(days, starts_on=day)
    return replace(days, ends_on=day) if name == "ends_on" else replace(days, due_on=day)


def _belongs_to_noun(before: str) -> bool:
    """Whether a day stands right behind a noun with a preposition: "für Maßnahmen ab dem 01.01.2027"."""
    words = before.split()
    if not words or not words[-1][:1].isupper():
        return False
    return any(word.lower() in _PREPOSITIONS for word in words[-4:-1])


def _day_of(phrase: DatePhrase, context: Context) -> tuple[date | None, str | None]:
    if phrase.date is not None:
        return phrase.date, None
    if not is_yearless(phrase):
        return None, f"Den Tag „{phrase.written}“ gibt es nicht; bitte mit dem Original vergleichen."
    if context.base is None:
        return None, f"„{phrase.words}“ nennt kein Jahr."
    day = next_day(phrase, context.base)
    return day, f"„{phrase.words}“ nennt kein Jahr; gelesen ist der {german(day)}." if day else None


def _clause(text: str, offset: int) -> str:
    """Whether a day stands in a relative clause, in a condition, or in the sentence itself ("main")."""
    sentence = max(_clause_start(text, offset), text.rfind(": ", 0, offset))
    comma = text.rfind(",", sentence + 1, offset)
    words = text[comma + 1 if comma != -1 else sentence + 1 : offset]
    if _CONDITION.match(words):
        return "condition"
    if comma != -1 and _RELATIVE_CLAUSE.match(words) and not _ENUMERATED.search(text[sentence + 1 : offset]):
        return "relative" if _ends_with_verb(text, offset) else "main"
    return "main"


def _ends_with_verb(text: str, offset: int) -> bool:
    """Whether the clause from an offset on ends with a word that may be its verb, as subordinate clauses do."""
    rest = re.split(r"(?<!\d)[.;:]\s|,\s|[.;:,]\Z", text[offset:], maxsplit=1)[0]
    return bool(re.search(r"[a-zäöüß]{2,}\s*\Z", rest))


def _clause_end(text: str, end: int) -> str:
    """The rest of the clause behind a day."""
    return re.split(r"[,.;:]\s|[,.;:]\Z", text[end:], maxsplit=1)[0]


def _with_period(days: Days, text: str) -> Days:
    """The day that a stretch of the calendar stands for, where no day is named."""
    period = find_period(text)
    if period is None or days.recurrence or (days.starts_on if period.begins else days.due_on):
        return days
    if period.begins:
        days = replace(days, starts_on=period.first, start_words=period.words)
        return days.doubted(f"„{period.words}“ ist als Beginn am {german(period.first)} gelesen.")
    days = replace(days, due_on=period.last, deadline_words=days.deadline_words or period.words)
    return days.doubted(f"„{period.words}“ ist als Frist bis zum {german(period.last)} gelesen.")


def _sure(days: Days, text: str, damaged_days: Sequence[date], context: Context) -> Days:
    """In a damaged text a day is sure only where it stands twice; one that was mended is never."""
    stated = {day for day in (days.starts_on, days.due_on, days.ends_on, days.anchor, *days.other_dates) if day}
    if (odd := _ODD_DAY.search(text)) and not find_dates(odd[0]) and not days.doubts:
        days = days.doubted(f"Den Tag „{odd[0]}“ gibt es nicht; bitte mit dem Original vergleichen.", OPEN)
    if mended := sorted(stated & set(damaged_days)):
        names = ", ".join(german(day) for day in mended)
        days = days.doubted(f"Der Tag ist beschädigt gelesen; wahrscheinlich heißt er {names}.", OPEN)
    if context.damaged:
        read = stated - {days.due_on} if days.anchor else stated
        counted = re.search(r"\d", f"{days.deadline_words or ''}") or (
            days.recurrence and re.search(r"\d{1,2}\.", text)
        )
        if counted or any(context.text.count(german(day)) < 2 for day in read if day):
            days = days.doubted(ONCE)
    return days
