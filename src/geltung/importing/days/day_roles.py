"""What a day of a task is: start, deadline, end, or merely named; what is not plain is asked."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from geltung.checks.day_uses import goes_on
from geltung.checks.days import is_exact, is_yearless, next_day
from geltung.importing.days.clauses import TO_DO, around, clause_at, clause_end, clause_start, in_bracket, lasts
from geltung.importing.days.day_words import (
    AGAIN,
    APPLIES,
    ATTRIBUTIVE,
    BEGINS,
    CAME_IN,
    DELIVERS,
    DETERMINER,
    FIRST,
    FOR_MONTH,
    FROM,
    LASTS,
    NOT_ALWAYS_DUE,
    NOT_LATER,
    OVER,
    PARTICIPLE,
    PROLONGS,
    RULE_BEHIND,
    SAID_DUE,
    SINGLE_ACT,
    STAND,
    THEN,
    UP_TO,
    bare_noun,
    belongs_to_noun,
    doubt_of_start,
    is_month,
    is_plain,
    of_noun,
)
from geltung.importing.days.other_subjects import is_of_other_subject
from geltung.importing.days.task_days import Context, Days
from geltung.importing.review_file import OPEN
from geltung.model.dates import day_after, day_before, german
from geltung.parse.wording import DUE, END, START, DatePhrase


def take_day(days: Days, phrase: DatePhrase, text: str, context: Context) -> Days:
    """The days with one more, in the role that the words around it give it."""
    day, doubt = _day_of(phrase, context)
    if day is None:
        return days.doubted(doubt, OPEN) if doubt else days
    if doubt:
        days = days.doubted(doubt)
    clause = clause_at(text, phrase.offset)
    if clause == "condition" or (clause == "relative" and not TO_DO.search(clause_end(text, phrase.end))):
        return days.also(day).doubted(
            f"Der {phrase.written} steht in einem Nebensatz und ist als bloß genannter Tag gelesen."
        )
    lead = phrase.lead.split()
    if "seit" in lead or (
        (phrase.role is None or lead == ["vom"]) and STAND.search(text[: phrase.end - len(phrase.written)])
    ):
        return days.also(day)
    if "stichtag" in lead:
        return days.also(day).doubted(f"Der Stichtag {phrase.written} ist als bloß genannter Tag gelesen.")
    if is_of_other_subject(text, phrase):
        return days.also(day).doubted(
            f"Der {phrase.written} gehört wohl zu etwas anderem als dem Auftrag und ist als bloß genannter Tag gelesen."
        )
    if ATTRIBUTIVE.match(text, phrase.end) and DETERMINER.search(text[: phrase.offset]):
        return days.also(day).doubted(
            f"Der {phrase.written} beschreibt ein anderes Wort und ist als bloß genannter Tag gelesen."
        )
    return _assign(days, phrase, day, text, clause, context.act.get("issued"))


def _assign(days: Days, phrase: DatePhrase, day: date, text: str, clause: str, issued: date | None) -> Days:
    """Give a day its role; what is not plain is asked."""
    lead = phrase.lead.split()
    if RULE_BEHIND.search(text[: phrase.offset]):
        return days.also(day).doubted(f"Der {phrase.written} steht in einem weiteren Satz: Ist er eine Frist?")
    quoted = f"„{' '.join(phrase.words.split())}“"
    name, doubt = "due_on", None
    if phrase.role == START and "ab" in lead and CAME_IN.match(text, phrase.end):
        return days.also(day).doubted(f"„{phrase.words}“ beschreibt wohl nur die Wörter dahinter: Stimmt das?")
    if phrase.role == START:
        name = "starts_on"
        doubt = doubt_of_start(text, phrase, day, issued)
        if doubt and issued and day < issued and bare_noun(text[: phrase.offset]):
            return days.also(day).doubted(f"{quoted} beschreibt wohl nur das Wort davor: Stimmt das?")
    elif phrase.role == END:
        name = "ends_on"
        doubt = f"Ist {quoted} das Ende des Auftrags oder seine Frist?" if "ablauf" in lead else None
        if "ablauf" in lead and "bis" not in lead and SINGLE_ACT.search(around(text, phrase)):
            name = "due_on"
        if "längstens" in lead and DELIVERS.search(around(text, phrase)):
            name, doubt = "due_on", f"Ist {quoted} das Ende des Auftrags oder seine Frist?"
    elif phrase.role is None and "nach" in lead and PARTICIPLE.match(text, phrase.end):
        return days.also(day).doubted(f"„{phrase.words}“ ist als bloß genannter Tag gelesen: Stimmt das?")
    elif phrase.role is None and "nach" in lead:
        name, day, doubt = "starts_on", day_after(day), f"Beginnt der Auftrag {quoted}?"
    elif SAID_DUE.search(text[: phrase.offset]) and (phrase.role is None or NOT_LATER.search(text[: phrase.offset])):
        name = "due_on"
    elif phrase.role is None and lead[:1] == ["vom"]:
        return days.also(day)
    elif phrase.role is None and FOR_MONTH.search(text[: phrase.offset]):
        if is_month(phrase) and (days.due_on or days.recurrence):
            return days  # "den Zahllauf für Januar 2027 bis zum 22.12.2026": the month of the object
        kept = days if is_month(phrase) else days.also(day)  # a month is no day of anything
        return kept.doubted(f"„{phrase.words}“ ist als bloß genannte Zeit gelesen: Stimmt das?")
    elif phrase.role is None:
        if not (set(lead) & {"am", "im", "mit"}):
            return days.also(day).doubted(f"Welche Bedeutung hat der Tag {phrase.written}?", OPEN)
        first = FIRST.search(phrase.lead) or BEGINS.search(text)
        if first and is_month(phrase) and (days.deadline_words or days.recurrence):
            return days.doubted(f"Ab wann kehrt die Frist wieder („{quoted}“)?")
        if first:
            name, doubt = "starts_on", f"Beginnt der Auftrag {quoted}?"
        elif up_to := UP_TO.search(text[: phrase.offset]):
            name = "ends_on" if OVER.search(up_to[0]) or lasts(text, up_to.start(), phrase.end) else "due_on"
            doubt = f"Ist {quoted} das Ende des Auftrags oder seine Frist?"
        elif FROM.search(text[: phrase.offset]):
            name, doubt = "starts_on", f"Beginnt der Auftrag {quoted}?"
        else:
            doubt = f"Ist {quoted} die Frist?"
    elif "vor" in lead and re.search(r"\b(?:nicht|frühestens)\s*\Z", text[: phrase.offset], re.IGNORECASE):
        name, doubt = "starts_on", f"Beginnt der Auftrag frühestens am {german(day)}?"
    elif "vor" in lead and (days.due_on is not None or of_noun(text, phrase)):
        return days.also(day).doubted(f"„{phrase.words}“ ist als bloß genannter Tag gelesen: Stimmt das?")
    elif "vor" in lead:
        day, doubt = day_before(day), f"Ist {quoted} die Frist (letzter Tag der {german(day_before(day))})?"
    elif "bis" in lead and days.starts_on and re.search(r"\d{4}\s+und\s*\Z", text[: phrase.offset]):
        name, doubt = "ends_on", f"Ist {quoted} das Ende des Auftrags oder seine Frist?"
    elif phrase.role == DUE and FIRST.search(phrase.lead) and not days.recurrence:
        name = "starts_on" if APPLIES.search(text) else "due_on"
        doubt = f"Ist {quoted} der Beginn oder die erste Frist?"
    elif phrase.lead in NOT_ALWAYS_DUE:
        doubt = f"Ist {quoted} die Frist (letzter Tag) oder der Beginn?"
    elif days.ends_on is None and goes_on(text, phrase):
        name, doubt = "ends_on", LASTS
    if name != "starts_on" and "bis" in lead and PROLONGS.search(around(text, phrase)):
        doubt = doubt or f"Ist {quoted} die Frist, oder sagt der Tag, wie lange etwas anderes gilt?"
    if name == "due_on" and "ablauf" in lead and "bis" not in lead:
        doubt = doubt or f"Ist {quoted} das Ende des Auftrags oder seine Frist?"
    if name == "due_on" and "bis" in lead and APPLIES.search(around(text, phrase)):
        doubt = doubt or f"Ist {quoted} die Frist oder das Ende des Auftrags?"
    if clause == "relative":
        doubt = doubt or f"{quoted} steht in einem Nebensatz: Ist das die Frist des Auftrags?"
    if in_bracket(text, phrase.offset):
        doubt = doubt or f"{quoted} steht in einer Klammer: Gilt das für den ganzen Auftrag?"
    if not doubt and PARTICIPLE.match(text, phrase.end):
        doubt = f"Gehört {quoted} zum Auftrag oder beschreibt es nur die Wörter dahinter?"
    if not doubt and belongs_to_noun(text[: phrase.offset]) and not is_plain(text, phrase):
        doubt = f"Gehört {quoted} zum Auftrag oder nur zum Wort davor?"
    if not doubt and re.search(r"[a-zäöüß)]\.\s+[A-ZÄÖÜ]", text[: phrase.offset]):
        doubt = f"{quoted} steht nicht im ersten Satz: Gilt das für den ganzen Auftrag?"
    first = FIRST.search(text[max(0, phrase.offset - 30) : phrase.end]) or THEN.match(text, phrase.end)
    if name == "due_on" and days.recurrence and "bis" in lead and not first:
        name, doubt = "ends_on", f"Endet mit {quoted} die wiederkehrende Frist?"
    if first and days.recurrence and name != "ends_on" and is_exact(phrase):
        name, doubt = ("starts_on" if "ab" in lead else "due_on"), None
    if name != "starts_on" and is_month(phrase):
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
        in_bracket(text, phrase.offset)
        or AGAIN.search(text[: phrase.offset])
        or clause_start(text, phrase.offset) > text.find(german(before))
    )
    last = name == "ends_on" and phrase.role == END
    kept, other = (day, before) if day > before and (last or (name == "due_on" and not again)) else (before, day)
    asked = f"Der Auftrag nennt mehrere Tage; der {german(other)} steht nur unter other_dates."
    return _stating(days, name, kept).also(other).doubted(asked, OPEN)


def _stating(days: Days, name: str, day: date) -> Days:
    if name == "starts_on":
        return replace(days, starts_on=day)
    return replace(days, ends_on=day) if name == "ends_on" else replace(days, due_on=day)


def _day_of(phrase: DatePhrase, context: Context) -> tuple[date | None, str | None]:
    if phrase.date is not None:
        return phrase.date, None
    if not is_yearless(phrase):
        return None, f"Den Tag „{phrase.written}“ gibt es nicht; bitte mit dem Original vergleichen."
    if context.base is None:
        return None, f"„{phrase.words}“ nennt kein Jahr."
    day = next_day(phrase, context.base)
    return day, f"„{phrase.words}“ nennt kein Jahr; gelesen ist der {german(day)}." if day else None
