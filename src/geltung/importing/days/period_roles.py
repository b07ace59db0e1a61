"""What a stretch of the calendar is for a task: its start, its deadline, or the time in which it is done."""

import re
from dataclasses import replace
from typing import Final

from geltung.importing.days.clauses import clause_at, lasts
from geltung.importing.days.day_words import DELIVERS
from geltung.importing.days.periods import Period
from geltung.importing.days.task_days import Context, Days
from geltung.importing.review_file import OPEN
from geltung.model.dates import german

_ATTRIBUTE: Final = re.compile(r"\s+(?:[a-zäöüß]+\s+)?[a-zäöüß]{3,}(?:end|t|en)e[nrms]?\s+[A-ZÄÖÜ]")
_DETERMINER: Final = re.compile(
    r"\b(?:die|der|das|den|dem|des|alle[rnm]?|sämtliche[rn]?|eine[rnms]?|ihre[rnm]?)\s*\Z", re.I
)


def take_period(days: Days, period: Period, text: str, context: Context, *, again: bool = False) -> Days:
    """The days with those that a stretch stands for; never without a question. ``again``: the task comes again."""
    said = f"„{period.words}“"
    if period.separate or period.use == "named":
        return days.doubted(f"{said} nennt keinen einzelnen Tag: Wann beginnt oder endet der Auftrag?", OPEN)
    attribute = _ATTRIBUTE.match(text, period.end) and _DETERMINER.search(text[: period.start])
    issued = context.act.get("issued")
    if (
        attribute
        or clause_at(text, period.start) != "main"
        or (issued and period.last < issued and period.use != "from")
    ):
        return days.doubted(f"{said} sagt wohl nur, was gemeint ist: Oder ist es eine Frist?")
    names = _names(days, period, text, again=again)
    if not names or any(getattr(days, name) for name in names):
        return days.doubted(f"{said} steht neben anderen Tagen: Gilt es für den Auftrag?")
    values = {"starts_on": period.first, "due_on": period.last, "ends_on": period.last}
    year = "; das Jahr ist erschlossen" if period.inferred else ""
    read = " und ".join(f"{_NOUNS[name]} {german(values[name])}" for name in names)
    days = replace(days, **{name: values[name] for name in names})  # type: ignore[arg-type]
    if "due_on" in names:
        fixed = period.use == "until" and not period.inferred
        days = replace(days, deadline_words=days.deadline_words or (None if fixed else period.words))
    else:
        days = replace(days, start_words=period.words if "starts_on" in names else days.start_words)
    if period.inferred:
        days = replace(days, uncertain=(*days.uncertain, *names))
    return days.doubted(f"{said} ist als {read} gelesen{year}: Stimmt das?")


_NOUNS: Final = {"starts_on": "Beginn am", "due_on": "Frist bis zum", "ends_on": "Ende am"}


def _names(days: Days, period: Period, text: str, *, again: bool) -> tuple[str, ...]:
    """Which attributes a stretch gives."""
    if period.use == "from":
        return ("starts_on",)
    if period.use == "during" and (again or not DELIVERS.search(text)):
        return ("starts_on", "ends_on")
    if again:
        return ("ends_on",)
    return ("ends_on",) if period.use == "until" and lasts(text, period.start, period.end) else ("due_on",)
