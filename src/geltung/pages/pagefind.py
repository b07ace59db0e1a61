"""The site's search index: Pagefind over the built pages, by its command line.

Pagefind is a single program in a Python package; it needs no server and no internet. Readers fetch only the small
pieces of the index that their words need. Its Python interface is slower by far than its command line.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

_SIGNS: Final = ".headerlink, .md-content__button, .g-zweifel, .g-klein, .g-lage, .g-werkzeug, .g-einheit"
_OTHERS: Final = ".g-verwandt, code[class*=language-]"
"""Units that a unit's page names: they are found on their own pages. And the examples of the handbook."""
_REMARKS: Final = ".g-massgeblich, .g-pruefsumme, .g-zweifelsliste"
OPTIONS: Final = (
    # Directives, units, handbook and glossary; overviews (such as einheiten/index.html) would only be found beside
    # what they list.
    *("--glob", "{weisungen/*,einheiten/[!i]*,einheiten/i[!n]*,handbuch/*,handbuch/meldungen/[A-Z]*,glossar}.html"),
    *("--root-selector", "article.md-content__inner"),
    # Signs beside the text, what changes with the day, earlier wordings, and remarks on the transcription.
    *("--exclude-selectors", f"{_SIGNS}, [hidden], details, .g-auftrag__karte, {_REMARKS}, {_OTHERS}"),
    *("--force-language", "de"),
)


class IndexFailed(Exception):
    """Pagefind is not installed or ended with an error; the message says what it said."""


def index(site: Path) -> None:
    """Write the index of a built site into its folder ``pagefind``. Raises IndexFailed."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), *OPTIONS, "--quiet"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
    if done.returncode:
        raise IndexFailed((done.stdout + done.stderr).strip())
