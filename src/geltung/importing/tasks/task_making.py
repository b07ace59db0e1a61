"""Words and an addressee → a task with its days and with what is doubtful about it."""

import re
from dataclasses import replace
from typing import Final

from geltung.importing.body import TaskFound
from geltung.importing.days.deadlines import read_days
from geltung.importing.days.task_days import Context
from geltung.importing.found import least_sure
from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.importing.sentences import split_sentences
from geltung.importing.tasks.addressees import Addressed, Units
from geltung.importing.tasks.task_state import BEFORE_ALL, State, in_order, with_intro
from geltung.importing.text import shortened
from geltung.parse.duties import force, permits
from geltung.parse.identifiers import task_id
from geltung.parse.wording import find_dates

_NO_UNITS: Final = (
    "Ohne Sammlung (units.yml) ist keine Organisationseinheit bekannt: Sind die Adressaten richtig abgegrenzt?"
)
NO_SIGN: Final = "Der Absatz hat kein Aufzählungszeichen: Ist er ein Auftrag?"
DIVIDED: Final = "Der Absatz enthält mehrere Aufträge und ist vor jedem geteilt: Ist jeder Teil ein Auftrag?"
SEVERAL_ADDRESSED: Final = "Der Absatz nennt mehrere Adressaten und ist vor jedem geteilt: Ist jeder Teil ein Auftrag?"
UNUSUAL_CHAPTER: Final = "Kein Kapitel heißt „Einzelaufträge“: Sind die Listen in diesem Kapitel die Aufträge?"
OF_PARAGRAPHS: Final = (NO_SIGN, DIVIDED, SEVERAL_ADDRESSED, UNUSUAL_CHAPTER)
"""Questions on the form of paragraphs and chapters, which are asked once for all of them."""
_SIGN_LOST: Final = "Hinter einem Punkt geht es klein weiter: Ist ein Aufzählungszeichen verloren und sind es mehrere?"
_SMALL_AGAIN: Final = re.compile(
    r"(?<=[a-zäöüß]{4})(?<!inkl)(?<!exkl)(?<!evtl)(?<!vorl)(?<!abzgl)(?<!zzgl)(?<!einschl)(?<!gegebenenf)\.\s+"
    r"(?!bzw|und|oder)[a-zäöüß]{3,}(?:en|ern|eln|t)\s"
)
UNKNOWN_UNIT: Final = "ist keine bekannte Organisationseinheit."


class TaskMaker:
    """Makes the tasks of one document; ``ids`` are those given so far.

    ``general`` is a sentence before the first addressee that gives all tasks of the chapter a day;
    ``unusual`` says that the chapter is not called Einzelaufträge.
    """

    def __init__(self, units: Units, context: Context) -> None:
        self.units = units
        self.context = context
        self.ids: set[str] = set()
        self.general: str | None = None
        self.unusual = False

    def task(self, text: str, state: State, doubts: tuple[str, ...], stating: str | None = None) -> TaskFound:
        """The task that a text is; ``stating`` is the part of it that states its days, if only one does."""
        days = with_intro(read_days(stating or text, self.context), state)
        if stating and stating != text:
            for phrase in find_dates(text.removeprefix(stating)):
                days = days.also(phrase.date) if phrase.date else days
        days = in_order(days)
        addressed = state.addressed
        doubts = (*doubts, state.doubt) if state.doubt else doubts
        doubts = (*doubts, UNUSUAL_CHAPTER) if self.unusual else doubts
        doubts = (*doubts, _SIGN_LOST) if _SMALL_AGAIN.search(text) else doubts
        confidence: Confidence = LIKELY if doubts else CERTAIN
        alternatives: tuple[str, ...] = ()
        if addressed is None:
            doubts = (*doubts, "Über dem Auftrag ist kein Adressat gefunden: Wen meint er?")
            confidence = OPEN
        elif not addressed.known:
            alternatives = self.units.nearest(addressed.words)
            unknown = f"„{addressed.words}“ {UNKNOWN_UNIT}"
            doubts = (*doubts, unknown if self.units.registry.units else _NO_UNITS)
            confidence = OPEN
        elif brackets := self.units.unread_brackets(addressed.words):
            asked = (f"„({words})“ nennt keinen Teil der Einheit davor: Wen meint es?" for words in brackets)
            doubts = (*doubts, *asked)
            confidence = OPEN
        elif not addressed.sure:
            doubts = (*doubts, f"Ist der Adressat „{addressed.words}“ richtig gelesen?")
            confidence = least_sure(confidence, LIKELY)
        if self.general is not None and not days.stated:
            doubts = (
                *doubts,
                f"{BEFORE_ALL} „{shortened(self.general, 100)}“: Gilt das für diesen Auftrag?",
            )
            confidence = least_sure(confidence, LIKELY)
        words = addressed.words if addressed else ""
        explicit = words if state.explicit and words else None
        return TaskFound(self._id(text), words, days, explicit, (), doubts, alternatives, confidence)

    def _id(self, text: str) -> str:
        """An id that no task of the document has; the editor may choose a better one."""
        chosen = task_id(text, self.ids)
        self.ids.add(chosen)
        return chosen

    def by_addressee(self, text: str, addressed: Addressed | None) -> list[tuple[Addressed, str]]:
        """The sentences of a text, put together by the addressee that they begin with; the first counts for those that
        name none."""
        found: list[tuple[Addressed, str]] = []
        for sentence in split_sentences(text):
            leading = self.units.leading(sentence) if found else None
            whom = leading[0] if leading else found[-1][0] if found else addressed
            if whom is None:
                return []
            if found and self.units_of(whom) == self.units_of(found[-1][0]):
                found[-1] = (found[-1][0], f"{found[-1][1]} {sentence}")
            else:
                found.append((whom, sentence))
        return found

    def judged(self, task: TaskFound, text: str) -> TaskFound:
        """The task with a question if its words may be no order."""
        if force(text) == "duty" and not permits(text):
            return task
        asked = "Ist das eine Pflicht oder nur eine Empfehlung oder Erlaubnis?"
        return replace(task, doubts=(*task.doubts, asked), confidence=least_sure(task.confidence, LIKELY))

    def units_of(self, addressed: Addressed | None) -> frozenset[str | None]:
        """The ids of the units that an addressee names; empty if there is none."""
        return frozenset(item.unit for item in self.units.resolved(addressed.words)) if addressed else frozenset()
