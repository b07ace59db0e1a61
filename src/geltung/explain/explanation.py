"""The shape of an explanation: what is wrong, why it matters, and an example with its repair."""

from dataclasses import dataclass, field
from typing import Final, Literal

Frame = Literal["head", "task", "body", "file", "older head", "older task", "second head", "units", "glossary", "words"]
"""What an example is a part of. The tests put it there and run the check.

``head``, ``task`` and ``body`` belong to the directive 202501001, which is faultless without them; ``older …`` to
202412001, ``second head`` to 202501002. ``words`` describe something that no text can show; the tests do it.
"""

FILES: Final[dict[Frame, str]] = {
    "head": "Kopf",
    "task": "unter „3. Einzelaufträge“, „Die Agenturen für Arbeit“",
    "body": "Wortlaut",
    "file": "ganze Datei 202501001.md",
    "older head": "Kopf der anderen Weisung, 202412001.md",
    "older task": "Auftrag der anderen Weisung, 202412001.md",
    "second head": "Kopf der anderen Weisung, 202501002.md",
    "units": "units.yml, unter „units:“",
    "glossary": "glossary.yml",
    "words": "",
}
"""Where an example stands, in German."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One code. ``given`` stands in both examples, ``along`` are codes that unavoidably come with the wrong one.

    ``without`` are header fields that the wrong example lacks. ``right_frame`` differs from ``frame`` where the repair
    is made elsewhere.
    """

    code: str
    problem: str
    reason: str
    wrong: str
    right: str
    frame: Frame = "head"
    given: tuple[tuple[Frame, str], ...] = field(default=())
    along: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    right_frame: Frame | None = None
