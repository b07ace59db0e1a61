"""The findings of ``check`` as text and JSON."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from geltung.cli.paper import Paper
from geltung.model.diagnostics import ERROR, NOTICE, SEVERITIES, WARNING, Diagnostic

_COLOURS: Final = {ERROR: "red", WARNING: "yellow", NOTICE: "blue"}
_COUNTED: Final = {ERROR: ("Fehler", "Fehler"), WARNING: ("Warnung", "Warnungen"), NOTICE: ("Hinweis", "Hinweise")}


def lines(found: Sequence[Diagnostic], prefix: str, paper: Paper) -> Iterator[str]:
    """Every finding as ``path:line: CODE message``."""
    for item in found:
        code = paper.style(item.code, _COLOURS[item.severity])
        yield f"{prefix}{item.file}:{item.line}: {code} {item.message}"


def summary(found: Sequence[Diagnostic], blocking: Sequence[Diagnostic]) -> str:
    """How many findings of each severity there are, and how many errors are only those of drafts."""
    counts = [(sum(item.severity == severity for item in found), _COUNTED[severity]) for severity in SEVERITIES]
    said = [f"{count} {words[0] if count == 1 else words[1]}" for count, words in counts]
    if in_drafts := counts[0][0] - len(blocking):
        said[0] += " (nur in Entwürfen)" if not blocking else f" ({in_drafts} davon in Entwürfen)"
    return ", ".join(said)


def document(found: Sequence[Diagnostic], prefix: str) -> dict[str, Any]:
    """The findings as one JSON object."""
    return {
        "diagnostics": [
            {
                "path": f"{prefix}{item.file}",
                "line": item.line,
                "code": item.code,
                "severity": item.severity,
                "message": item.message,
                "directives": list(item.directives),
            }
            for item in found
        ],
        "counts": {severity: sum(item.severity == severity for item in found) for severity in SEVERITIES},
    }
