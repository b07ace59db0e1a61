"""A progress line on stderr while many files are read."""

import sys
from types import TracebackType
from typing import Final

_WIDTH: Final = 30
_FEWEST: Final = 50


class Bar:
    """One line that is redrawn, and wiped when reading is done."""

    def __init__(self, said: str = "Lese Weisungen", fewest: int = _FEWEST) -> None:
        self._drawn = False
        self._said = said
        self._fewest = fewest

    def __enter__(self) -> "Bar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._drawn:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()

    def show(self, done: int, total: int) -> None:
        """Draw the line for ``done`` of ``total`` files; a few files need none."""
        if total < self._fewest:
            return
        filled = _WIDTH * done // total
        words = "Werte aus …" if done == total else f"{self._said}: {done} von {total}"
        sys.stderr.write(f"\r\033[K[{'█' * filled}{'░' * (_WIDTH - filled)}] {words}")
        sys.stderr.flush()
        self._drawn = True
