"""What recognition hands on: values with the lines they were read from and how sure the reading is."""

from dataclasses import dataclass, replace

from geltung.importing.review_file import CERTAIN, LIKELY, OPEN, Confidence
from geltung.importing.text import Line

_ORDER: tuple[Confidence, ...] = (CERTAIN, LIKELY, OPEN)


@dataclass(frozen=True, slots=True)
class Value:
    """A value for ``about`` ("valid_from", …). ``value`` None: the source does not state it, or not legibly.

    ``question`` is German and stands on everything that is not certain.
    """

    about: str
    value: str | None
    confidence: Confidence
    lines: tuple[Line, ...] = ()
    question: str | None = None
    alternatives: tuple[str, ...] = ()

    def doubted(self, question: str, confidence: Confidence = LIKELY, alternatives: tuple[str, ...] = ()) -> "Value":
        """The value with a question, no surer than ``confidence``; of two questions the first stays in front."""
        asked = f"{self.question} {question}" if self.question else question
        return replace(
            self,
            confidence=least_sure(self.confidence, confidence),
            question=asked,
            alternatives=(*self.alternatives, *alternatives),
        )


def least_sure(*confidences: Confidence) -> Confidence:
    """The least sure of several readings."""
    return max(confidences, key=_ORDER.index, default=CERTAIN)
