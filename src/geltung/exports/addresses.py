"""Where everything stands on the site. One place, so that a link can never disagree with the page it leads to.

Addresses are relative to the site's root, with forward slashes and without a leading one; :func:`relative` turns one
into the address as seen from a page, so that the site works in any folder and from the disk. All functions are pure.
"""

import hashlib
import re
import unicodedata
from functools import lru_cache
from typing import Final

START: Final = "index.html"
WHAT_APPLIES: Final = "was-gilt.html"
FEED_OF_ALL: Final = "feeds/alle.xml"
DATA: Final = "api"

_PLAIN = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\Z")
_PLAIN_ANCHOR = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*\Z")
_UNSAFE = re.compile(r"[^a-z0-9]+")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|index|alle)\Z", re.IGNORECASE)
_HARMLESS: Final = frozenset(
    "pdf txt doc docx odt rtf xls xlsx ods ppt pptx odp csv png jpg jpeg tif tiff zip eml msg".split(),  # noqa: SIM905
)
_LONGEST: Final = 60
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


@lru_cache(maxsize=65_536)
def slug(id_: str) -> str:
    """A file name for an id: safe ASCII, without a suffix, and never the same for two ids.

    "202505010" and "AA-Halle" stay themselves; "HEGA 05/2014 – 07" becomes its words and a checksum after "_", which
    no plain id contains. Names that mean something else to Windows, to web servers or to us ("con", "index", "alle")
    get a checksum too.
    """
    if _PLAIN.match(id_) and len(id_) <= _LONGEST and not _RESERVED.match(id_):
        return id_
    return _with_checksum(id_)


def _with_checksum(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_GERMAN)).encode("ascii", "ignore").decode()
    words = _UNSAFE.sub("-", plain)[:_LONGEST].strip("-")
    return f"{words}_{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:10]}"


def directive_page(id_: str) -> str:
    """The page of a directive or reference record."""
    return f"weisungen/{slug(id_)}.html"


def unit_page(id_: str) -> str:
    """The page of a unit."""
    return f"einheiten/{slug(id_)}.html"


def section_anchor(number: str) -> str:
    """The anchor of a section on its directive's page: "2.1" → ``abschnitt-2.1``."""
    return f"abschnitt-{_anchor(number)}"


def task_anchor(task: str) -> str:
    """The anchor of a task on its directive's page; ``task`` is its id inside the directive."""
    return f"auftrag-{_anchor(task)}"


def _anchor(text: str) -> str:
    return text if _PLAIN_ANCHOR.match(text) else _with_checksum(text)


def section_address(directive: str, number: str) -> str:
    """A section on its directive's page."""
    return f"{directive_page(directive)}#{section_anchor(number)}"


def task_address(id_: str) -> str:
    """A task on its directive's page. ``id_`` is the whole id, "202505010#postfaecher-ez"."""
    directive, _, task = id_.rpartition("#")
    return f"{directive_page(directive)}#{task_anchor(task)}"


def calendar(unit: str) -> str:
    """The calendar of a unit's deadlines."""
    return f"kalender/{slug(unit)}.ics"


def feed(unit: str) -> str:
    """The feed of a unit."""
    return f"feeds/{slug(unit)}.xml"


def original(file: str) -> str:
    """An original or annex, ``file`` being its path in the collection. What a browser would run gets ``.txt`` added."""
    harmless = file.rpartition(".")[2].lower() in _HARMLESS
    return f"originale/{file}{'' if harmless else '.txt'}"


def source(page: str) -> str:
    """The Markdown file that becomes a page: ``weisungen/202505010.html`` → ``weisungen/202505010.md``."""
    return page.removesuffix(".html") + ".md"


@lru_cache(maxsize=16_384)
def relative(target: str, page: str) -> str:
    """The address of ``target`` (with or without an anchor) as a link on ``page`` must write it."""
    path, hash_, anchor = target.partition("#")
    here, there = page.split("/"), path.split("/")
    if path == page and hash_:
        return f"#{anchor}"
    while len(here) > 1 and len(there) > 1 and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "../" * (len(here) - 1) + "/".join(there) + hash_ + anchor
