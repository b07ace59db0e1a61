"""The real browser: where it is, and what to do where it is missing."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HINT = (
    "Kein Chromium gefunden: „make browser“ installiert es (Debian, Ubuntu), sonst nennt GELTUNG_CHROMIUM seinen Pfad. / "
    "No Chromium found: `make browser` installs it (Debian, Ubuntu); elsewhere set GELTUNG_CHROMIUM to its path."
)
ARGUMENTS = ("--no-sandbox", "--disable-dev-shm-usage")
"""As root, as in most CI, Chromium's sandbox cannot start; containers have little shared memory."""


def executable() -> str | None:
    """The browser's program, or None. Never one that Playwright downloaded: it would come from a foreign host."""
    named = os.environ.get("GELTUNG_CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, NAMES)), None)
