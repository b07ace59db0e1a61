"""`read`: one foreign file, whatever it is, to a `Source`."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import Any

from geltung.importing.readers import images, ocr, plain, sandbox
from geltung.importing.readers.kinds import kind_of
from geltung.importing.readers.limits import MEGABYTE, MOST_BINARY, MOST_TEXT
from geltung.importing.readers.lines import RawLine, numbered, split
from geltung.importing.signs import looks_damaged
from geltung.importing.source import Kind, Source, Unreadable


def read(path: Path) -> Source:
    """The lines of a foreign file; its kind is told by its content.

    Raises `Unreadable` with a German message (which does not name the file) for a file that is missing, no file, not
    readable, too large, damaged, protected or of another kind, and where a program for scans is missing. Time and
    memory are bounded by `limits`.
    """
    data = _bytes(path)
    form = kind_of(data, path.suffix.lower())
    if form in ("text", "html") and len(data) > MOST_TEXT:
        raise Unreadable(_too_large(len(data), MOST_TEXT))
    digest = hashlib.sha256(data).hexdigest()

    def source(kind: Kind, lines: list[RawLine], damaged: bool | None = None) -> Source:
        found = numbered(lines)
        if damaged is None:
            damaged = looks_damaged([line.text for line in found])
        return Source(path.name, kind, digest, found, damaged)

    if form == "text":
        return source("text", list(plain.lines(plain.decode(data))))
    del data
    if form == "image":
        images.check(path)
        return source("scan", list(plain.lines(ocr.image(path))), damaged=True)
    said = sandbox.run(form, path)
    if form == "pdf":
        kind, lines, damaged = _pdf(path, said)
        return source(kind, lines, damaged)
    return source(form, sandbox.lines(said))


def _pdf(path: Path, said: dict[str, Any]) -> tuple[Kind, list[RawLine], bool | None]:
    """The lines of a PDF: of its text layer, or by recognition where there is none or an earlier one was bad."""
    lines = sandbox.lines(said)
    unread: list[int] = said["unread"]
    scanned: list[int] = said["scanned"]
    bad = bool(scanned) and looks_damaged([line.text for line in lines if line.page in set(scanned)])
    if bad and ocr.missing(pdf=True) is None:
        unread = sorted({*unread, *scanned})
    if not unread:
        return ("scan", lines, True) if scanned else ("pdf", lines, None)
    texts = ocr.pdf(path, unread)
    by_page = {page: [line for line in lines if line.page == page] for page in range(1, said["pages"] + 1)}
    by_page |= {page: list(split(text, page)) for page, text in texts.items()}
    return "scan", [line for page in sorted(by_page) for line in by_page[page]], True


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise Unreadable("Das ist ein Ordner, keine Datei.")
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("Das ist keine gewöhnliche Datei.")
        if status.st_size > MOST_BINARY:
            raise Unreadable(_too_large(status.st_size, MOST_BINARY))
        with path.open("rb") as file:
            return file.read(MOST_BINARY + 1)
    except FileNotFoundError:
        raise Unreadable("Die Datei gibt es nicht.") from None
    except PermissionError:
        raise Unreadable("Die Datei darf nicht gelesen werden (fehlende Rechte).") from None
    except (OSError, ValueError) as error:
        raise Unreadable(f"Die Datei ist nicht lesbar: {getattr(error, 'strerror', None) or error}") from None


def _too_large(size: int, limit: int) -> str:
    return f"Die Datei ist zu groß ({size // MEGABYTE} MB; gelesen werden höchstens {limit // MEGABYTE} MB)."
