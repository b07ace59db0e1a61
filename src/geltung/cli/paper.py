"""Where text is written: how wide it is and whether it takes colour."""

import os
import shutil
import sys
from collections.abc import Iterator
from typing import Final, NamedTuple

_CODES: Final = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "blue": "34"}
_WIDEST: Final = 110
_NARROWEST: Final = 40


class Paper(NamedTuple):
    """Text width in characters, and whether colour shows."""

    width: int = 100
    colour: bool = False

    @classmethod
    def of_terminal(cls) -> "Paper":
        """The terminal that stdout is; a plain page of 100 characters if it is none. NO_COLOR is heeded."""
        if not sys.stdout.isatty():
            return cls()
        columns = shutil.get_terminal_size((100, 24)).columns
        return cls(max(_NARROWEST, min(columns, _WIDEST)), not os.environ.get("NO_COLOR"))

    def style(self, text: str, *names: str) -> str:
        """The text in a style where colour shows, else as it is."""
        if not self.colour or not names:
            return text
        return f"\033[{';'.join(_CODES[name] for name in names)}m{text}\033[0m"

    def wrap(self, text: str, first: str = "", following: str | None = None) -> Iterator[str]:
        """The text in lines, the first after ``first``, the others after ``following`` (or as many blanks)."""
        from textwrap import TextWrapper

        indent = " " * len(first) if following is None else following
        wrapper = TextWrapper(self.width, first, indent, break_long_words=False, break_on_hyphens=False)
        yield from wrapper.wrap(text) or [first.rstrip()]
