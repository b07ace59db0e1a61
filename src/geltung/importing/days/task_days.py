"""What the days of a task are, and what reading them depends on."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from geltung.importing.found import least_sure
from geltung.importing.review_file import CERTAIN, LIKELY, Confidence


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
