"""A content problem as a value: where, what, how serious, and a German message."""

from dataclasses import dataclass
from typing import Final

ERROR: Final = "error"
WARNING: Final = "warning"
NOTICE: Final = "notice"
SEVERITIES: Final = (ERROR, WARNING, NOTICE)
GERMAN_SEVERITY: Final = {ERROR: "Fehler", WARNING: "Warnung", NOTICE: "Hinweis"}


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding. ``file`` is relative to the collection, ``line`` counts from 1, ``code`` is listed in codes.py.

    ``message`` is German, says what must hold and quotes what stands there. ``directives`` are the ids concerned,
    ``task`` is the id of the one task that it is about, if there is one.
    """

    file: str
    line: int
    code: str
    severity: str
    message: str
    directives: tuple[str, ...] = ()
    task: str | None = None
