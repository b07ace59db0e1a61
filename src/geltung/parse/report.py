"""Collecting the diagnostics of one file, and the turns of phrase they share."""

import re
from collections.abc import Iterable
from typing import Final

from geltung.markdown.quoting import shorten
from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic
from geltung.model.terms import GERMAN, area_named

_MOST_SEARCHES: Final = 50
_LAW: Final = re.compile(r"\s*SGB", re.IGNORECASE)


class Report:
    """The problems found in one file so far."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: dict[tuple[int, str, str], None] = {}
        self._searches_left = _MOST_SEARCHES

    def add(self, line: int, code: str, message: str) -> None:
        """Note a problem; the same one twice counts once."""
        self._found[(line, code, message)] = None

    def nearest(self, text: str, allowed: Iterable[str]) -> str | None:
        """The allowed value that was probably meant, or None. After many questions the answer is always None.

        A value may also go by its German word, and a legal area by its names; "SGB XII" is near none of them.
        """
        import difflib  # only wanted when something is wrong

        by_key = {GERMAN.get(value, value).casefold(): value for value in allowed}
        by_key |= {_key(value): value for value in by_key.values()}
        if _LAW.match(text):
            area = area_named(text)
            return area if area in by_key.values() else None
        if self._searches_left == 0:
            return None
        self._searches_left -= 1
        found = difflib.get_close_matches(_key(text[:100]), by_key, n=1, cutoff=0.6)
        return by_key[found[0]] if found else None

    def finish(self, id_: str | None = None) -> tuple[Diagnostic, ...]:
        """All problems in the order of their lines, said of the directive with this id."""
        directives = (id_,) if id_ else ()
        return tuple(finding(self.file, *problem, directives) for problem in sorted(self._found))


def _key(text: str) -> str:
    return text.casefold().replace("-", "_")


def quote(text: str) -> str:
    """What stands there, for a message: ``„…“``."""
    return f"„{shorten(text)}“"


def one_of(words: Iterable[str]) -> str:
    """``„a“, „b“ oder „c“``."""
    *head, last = (f"„{word}“" for word in words)
    return f"{', '.join(head)} oder {last}" if head else last


def proposal(value: str | None) -> str:
    """A sentence that proposes a value, or nothing."""
    return f" Vorschlag: {value}." if value else ""
