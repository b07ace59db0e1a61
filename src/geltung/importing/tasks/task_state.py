"""Where the reading of the chapter Einzelaufträge stands, and what an introduction says for the tasks below it."""

from dataclasses import dataclass, replace
from typing import Any, Final

from geltung.importing.days.task_days import Days
from geltung.importing.found import least_sure
from geltung.importing.review_file import OPEN
from geltung.importing.tasks.addressees import Addressed
from geltung.parse.wording import find_dates

BEFORE_ALL: Final = "Vor den Aufträgen steht"
"""So begins the question about a sentence before all tasks."""


@dataclass(slots=True)
class State:
    """Where the reading of the chapter stands: the addressee that counts, and days that an introduction states."""

    addressed: Addressed | None = None
    explicit: bool = False
    intro: Days | None = None
    intro_text: str = ""
    doubt: str | None = None

    def begin(self, addressed: Addressed, *, explicit: bool = False) -> None:
        """A new addressee; what an introduction said before no longer counts."""
        self.addressed = addressed
        self.explicit = explicit or addressed.printed is not None
        self.intro, self.doubt = None, None


def in_order(days: Days) -> Days:
    """The days with a question if the task would begin after its deadline or its end."""
    last = min((day for day in (days.due_on, days.ends_on) if day), default=None)
    if days.starts_on and last and days.starts_on > last and not days.recurrence:
        return days.doubted("Der Beginn liegt nach der Frist oder dem Ende: Was ist was?", OPEN)
    return days


def with_intro(days: Days, state: State) -> Days:
    """Days that the sentence before the list states count for every item that states none itself."""
    intro = state.intro
    if intro is None:
        return days
    names = ("starts_on", "due_on", "ends_on", "recurrence", "anchor")
    taken: dict[str, Any] = {
        name: getattr(intro, name) for name in names if getattr(intro, name) and not getattr(days, name)
    }
    if days.due_on or days.deadline_words or days.recurrence:
        taken = {name: value for name, value in taken.items() if name in ("starts_on", "ends_on")}
    if not taken and not intro.deadline_words:
        confidence = least_sure(days.confidence, intro.confidence)
        return replace(days, doubts=(*days.doubts, *intro.doubts), confidence=confidence)
    phrases = {phrase.date: " ".join(phrase.words.split()) for phrase in find_dates(state.intro_text) if phrase.date}
    if "starts_on" in taken:
        taken["start_words"] = phrases.get(taken["starts_on"])
    if "due_on" in taken or (intro.deadline_words and not days.deadline_words and not days.due_on):
        taken["deadline_words"] = intro.deadline_words or phrases.get(intro.due_on) if intro.due_on else None
    merged = replace(days, **taken)
    merged = replace(
        merged, confidence=least_sure(days.confidence, intro.confidence), doubts=(*days.doubts, *intro.doubts)
    )
    return merged.doubted("Beginn oder Frist stehen im Satz vor der Aufzählung: Gelten sie für diesen Auftrag?")
