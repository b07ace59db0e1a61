"""Optical recognition of scans with the programs tesseract (images) and ocrmypdf (PDF), language deu."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Final

from geltung.importing.readers.limits import (
    MEGABYTE,
    MOST_BINARY,
    MOST_PIXELS,
    MOST_SCANNED_PAGES,
    OCR_MEMORY,
    OCR_SECONDS,
)
from geltung.importing.readers.plain import decode
from geltung.importing.source import Unreadable

_LANGUAGE: Final = "deu"
_GAPS: Final = ("preserve_interword_spaces", "1")
"""Setting of tesseract that keeps the gaps between words, and with them the columns of a table."""
_SMALL_GAP: Final = re.compile(r"(?<=\S) {2,3}(?=\S)")
"""Gaps within a line of justified text; those between columns are wider."""
_INSTALL: Final = (
    "Dafür braucht es die Programme ocrmypdf und tesseract mit der Sprache Deutsch. "
    "Debian und Ubuntu: „sudo apt-get install ocrmypdf tesseract-ocr-deu“; Windows und macOS: siehe Handbuch, "
    "„Scans einlesen“. Oder den Text auf anderem Weg als .txt, .docx oder .pdf mit Text besorgen."
)
_LIMITED: Final = """
import os, resource, sys
memory, size = int(sys.argv[1]), int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
os.execvp(sys.argv[3], sys.argv[3:])
"""
_MOST_WRITTEN: Final = 4096 * MEGABYTE


def missing(*, pdf: bool) -> str | None:
    """What is missing for the recognition of a PDF or of an image, as an instruction; None if all is there."""
    if pdf and shutil.which("ocrmypdf") is None:
        return f"Das Programm ocrmypdf ist nicht installiert. {_INSTALL}"
    if shutil.which("tesseract") is None:
        return f"Das Programm tesseract ist nicht installiert. {_INSTALL}"
    if _LANGUAGE not in _languages():
        return f"Dem Programm tesseract fehlt die Sprache Deutsch (deu). {_INSTALL}"
    return None


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    try:
        said = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset((said.stdout + said.stderr).split())


def image(path: Path) -> str:
    """The text of an image, pages divided by form feeds."""
    _need(missing(pdf=False))
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "text"
        _run(["tesseract", str(path.resolve()), str(target), "-l", _LANGUAGE, "--psm", "3", "-c", "=".join(_GAPS)])
        return _text(target.with_suffix(".txt"))


def pdf(path: Path, pages: list[int]) -> dict[int, str]:
    """The texts of these pages (1-based) of a PDF by their images; any text layer of theirs is ignored."""
    _need(missing(pdf=True))
    if len(pages) > MOST_SCANNED_PAGES:
        raise Unreadable(
            f"Die PDF-Datei hat {len(pages)} gescannte Seiten; gelesen werden höchstens {MOST_SCANNED_PAGES}."
        )
    with tempfile.TemporaryDirectory() as folder:
        target, settings = Path(folder) / "text.txt", Path(folder) / "settings"
        settings.write_text(" ".join(_GAPS) + "\n", encoding="ascii")
        command = ["ocrmypdf", "--quiet", "--force-ocr", "--language", _LANGUAGE, "--deskew", "--rotate-pages",
                   "--output-type", "pdf", "--optimize", "0", "--jobs", "2", "--tesseract-timeout", "120",
                   "--tesseract-config", str(settings),
                   "--max-image-mpixels", str(MOST_PIXELS // 1_000_000), "--pages", _ranges(pages),
                   "--sidecar", str(target), str(path.resolve()), str(Path(folder) / "out.pdf")]  # fmt: skip
        _run(command)
        texts = _text(target).split("\f")
    return _by_page(texts, pages)


def _by_page(texts: list[str], pages: list[int]) -> dict[int, str]:
    """The sidecar holds one text a recognised page; pages left out are named in between."""
    kept = [text for text in texts if not text.lstrip().startswith("[OCR skipped")]
    return {page: kept[index] if index < len(kept) else "" for index, page in enumerate(pages)}


def _ranges(pages: list[int]) -> str:
    return ",".join(str(page) for page in pages)


def _need(instruction: str | None) -> None:
    if instruction is not None:
        raise Unreadable(f"Die Datei ist ein Scan; ihr Text muss erst erkannt werden. {instruction}")


def _text(path: Path) -> str:
    if not path.is_file() or path.stat().st_size > MOST_BINARY:
        raise Unreadable("Die Texterkennung hat keinen Text geliefert.")
    return _SMALL_GAP.sub(" ", decode(path.read_bytes())) if path.stat().st_size else ""


def _run(command: list[str]) -> None:
    """Run a program of the recognition with bounded time and, where the system can, memory; it and all its children."""
    limited = command
    if sys.platform != "win32":
        limited = [sys.executable, "-I", "-c", _LIMITED, str(OCR_MEMORY), str(_MOST_WRITTEN), *command]
    with tempfile.TemporaryFile() as said:
        started = subprocess.Popen(
            limited, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"}, start_new_session=True,
        )  # fmt: skip
        try:
            code = started.wait(timeout=OCR_SECONDS)
        except subprocess.TimeoutExpired:
            raise Unreadable(f"Die Texterkennung wurde nach {OCR_SECONDS // 60} Minuten abgebrochen.") from None
        finally:
            if started.poll() is None:
                _end(started)
        if code != 0:
            said.seek(0)
            last = said.read()[-2000:].decode("utf-8", "replace").strip().splitlines()
            raise Unreadable(
                f"Die Texterkennung ({command[0]}) ist gescheitert: {last[-1] if last else f'Code {code}'}"
            )


def _end(started: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if sys.platform == "win32":
        started.kill()
    else:
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()
