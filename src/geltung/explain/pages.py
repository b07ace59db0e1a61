"""From explanations to text: for the terminal, and as the handbook's pages."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from geltung.explain.changes import CHANGES
from geltung.explain.explanation import FILES as PLACES
from geltung.explain.explanation import Explanation, Frame
from geltung.explain.files import FILES, OTHERS
from geltung.explain.heads import HEADS
from geltung.explain.tasks import TASKS
from geltung.model.codes import CODES
from geltung.model.diagnostics import GERMAN_SEVERITY

EXPLANATIONS: Final = {
    item.code: item for item in sorted((*FILES, *HEADS, *CHANGES, *TASKS, *OTHERS), key=lambda item: item.code)
}
"""Code → its explanation."""
FOLDER: Final = PurePosixPath("handbuch/meldungen")
"""Where the pages lie below ``site/``."""
THEMES: Final = {
    "F": "Die Datei",
    "H": "Der Kopf",
    "R": "Bezüge",
    "C": "Änderungen an anderen Weisungen",
    "T": "Einzelaufträge",
    "U": "Organisationseinheiten",
    "G": "Das Glossar",
    "S": "Treue zum Original",
    "D": "Entwürfe",
}
_SUM: Final = ("SUMME", "… (64 Zeichen)")


def title(code: str) -> str:
    """ "T001 · Auftrag ohne Kennung (Fehler)"."""
    severity, words = CODES[code]
    return f"{code} · {words} ({GERMAN_SEVERITY[severity]})"


def lines(code: str) -> Iterator[str]:
    """An explanation for the terminal."""
    item = EXPLANATIONS[code]
    yield title(code)
    yield ""
    yield f"Was ist falsch? {item.problem}"
    yield f"Warum ist das wichtig? {item.reason}"
    for label, frame, text in _examples(item):
        yield ""
        yield f"{label}{_place(frame)}:"
        yield from (f"    {line}" for line in text.splitlines())


def page(code: str) -> str:
    """An explanation as a page of the handbook."""
    item = EXPLANATIONS[code]
    parts = [f"# {title(code)}", f"**Was ist falsch?** {item.problem}", f"**Warum ist das wichtig?** {item.reason}"]
    for label, frame, text in _examples(item):
        parts.append(f"**{label}**{_place(frame)}:")
        parts.append(text.strip() if frame == "words" else f"```{_language(frame)}\n{text.rstrip()}\n```")
    parts.append(f"Auf der Kommandozeile: `geltung explain {code}`. [Alle Meldungen](index.md)")
    return "\n\n".join(parts) + "\n"


def overview() -> str:
    """The page that lists all codes."""
    parts = [
        "# Die Meldungen von „geltung check“",
        "Jede Meldung hat eine Kennung. Die Seite dazu sagt, was falsch ist, warum es wichtig ist und wie es richtig "
        "aussieht; dasselbe zeigt `geltung explain KENNUNG`. **Fehler** müssen behoben werden, **Warnungen** sind zu "
        "prüfen, **Hinweise** sind zur Kenntnis.",
    ]
    for letter, theme in THEMES.items():
        rows = [f"| [{code}]({code}.md) | {GERMAN_SEVERITY[severity]} | {words} |" for code, (severity, words) in
                sorted(CODES.items()) if code[0] == letter]  # fmt: skip
        parts.append(f"## {theme}")
        parts.append("\n".join(["| Kennung | | Bedeutung |", "|---|---|---|", *rows]))
    return "\n\n".join(parts) + "\n"


def pages() -> dict[str, str]:
    """File name → text of every page."""
    return {"index.md": overview(), **{f"{code}.md": page(code) for code in EXPLANATIONS}}


def _examples(item: Explanation) -> Iterator[tuple[str, Frame, str]]:
    for frame, text in item.given:
        yield "Gegeben", frame, text.replace(*_SUM)
    yield "Falsch", item.frame, item.wrong.replace(*_SUM)
    yield "Richtig", item.right_frame or item.frame, item.right.replace(*_SUM)


def _place(frame: Frame) -> str:
    return f" ({PLACES[frame]})" if PLACES[frame] else ""


def _language(frame: Frame) -> str:
    return "markdown" if frame in ("task", "body", "file", "older task") else "yaml"
