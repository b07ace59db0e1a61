"""Reading one file safely: only regular files, only from the collection, only text, and never much of it."""

import os
import re
import stat
from pathlib import Path
from typing import Final

from geltung.markdown.quoting import shorten
from geltung.model.codes import finding
from geltung.model.diagnostics import Diagnostic

MAX_BYTES: Final = 5_000_000
"""Size from which a file is not read at all; the longest directive known has 0.2 MB."""

_BOM: Final = "\ufeff"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

Found = tuple[Diagnostic, ...]


def relative_name(path: Path, root: Path) -> str:
    """The name of a file relative to the collection, with forward slashes."""
    try:
        return path.relative_to(root).as_posix()
    except ValueError:
        return path.name


def read_text(path: Path, root: Path) -> tuple[str | None, Found]:
    """The text of a file with its line ends as ``\\n`` and without BOM; None if it cannot be taken."""
    file = relative_name(path, root)
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            if not path.resolve().is_relative_to(root.resolve()):
                return _refused(file, "F005", _outside(path))
            status = path.stat()
        refusal = _refusal(status)
        if refusal is not None:
            return _refused(file, *refusal)
        content = _read(path)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return _refused(file, "F001", f"Die Datei muss lesbar sein; das Betriebssystem meldet {_quoted(str(reason))}.")
    return _decode(content, file)


def tidy(content: str, file: str) -> tuple[str | None, Found]:
    """The text with its line ends as ``\\n`` and without BOM; None if it is empty or has control characters."""
    found: list[Diagnostic] = []
    if content.startswith(_BOM):
        content = content[1:]
        text = "Die Datei beginnt mit einer Byte-Reihenfolge-Marke (BOM). Vorschlag: als „UTF-8“ ohne BOM speichern."
        found.append(finding(file, 1, "F013", text))
    if "\r" in content:
        line = content.count("\n", 0, content.index("\r")) + 1
        kind = "Windows-Art (CRLF)" if "\r\n" in content else "alter Mac-Art (CR)"
        content = content.replace("\r\n", "\n").replace("\r", "\n")
        text = f"Die Zeilen enden nach {kind}. Vorschlag: mit Zeilenende „LF“ speichern."
        found.append(finding(file, line, "F013", text))
    control = _CONTROL.search(content)
    if control is not None:
        line = content.count("\n", 0, control.start()) + 1
        text = f"Die Datei darf keine Steuerzeichen enthalten; da steht U+{ord(control[0]):04X}."
        return None, (*found, finding(file, line, "F003", text))
    if not content or content.isspace():
        return None, (*found, finding(file, 1, "F007", "Die Datei darf nicht leer sein."))
    return content, tuple(found)


def _refused(file: str, code: str, message: str) -> tuple[None, Found]:
    return None, (finding(file, 1, code, message),)


def _refusal(status: os.stat_result) -> tuple[str, str] | None:
    if stat.S_ISDIR(status.st_mode):
        return "F006", "Hier muss eine Datei liegen; da ist ein Ordner. Vorschlag: den Ordner umbenennen."
    if not stat.S_ISREG(status.st_mode):
        return "F001", "Hier muss eine gewöhnliche Datei liegen; da ist ein Gerät, eine Pipe oder ein Socket."
    if status.st_size > MAX_BYTES:
        megabytes = f"{status.st_size / 1e6:.1f}".replace(".", ",")
        return "F004", f"Die Datei darf höchstens {MAX_BYTES // 10**6} MB groß sein; sie hat {megabytes} MB."
    return None


def _read(path: Path) -> bytes:
    """The bytes of a regular file. What was swapped for a pipe meanwhile doesn't block, what grew isn't read on."""
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError("keine gewöhnliche Datei")
        return stream.read(MAX_BYTES)


def _decode(content: bytes, file: str) -> tuple[str | None, Found]:
    try:
        return tidy(content.decode("utf-8"), file)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start]
        if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
            stands = "sie ist in UTF-16"
        else:
            around = content[max(0, error.start - 20) : error.start + 20].split(b"\n")
            words = b" ".join(around).decode("cp1252", "replace")
            stands = f"das Byte 0x{byte:02X} passt nicht dazu, gemeint ist wohl {_quoted(words)} (Windows-1252)"
        return _not_utf8(file, line, f"Die Datei muss in UTF-8 gespeichert sein; {stands}.")


def _not_utf8(file: str, line: int, message: str) -> tuple[None, Found]:
    return None, (finding(file, line, "F002", f"{message} Vorschlag: im Editor mit Kodierung „UTF-8“ speichern."),)


def _outside(path: Path) -> str:
    target = str(path.readlink())
    return (
        f"Ein Verweis (Symlink) muss im Ordner der Sammlung bleiben; dieser zeigt auf {_quoted(target)}. "
        "Vorschlag: die Datei selbst in den Ordner legen."
    )


def _quoted(text: str) -> str:
    return f"„{shorten(text)}“"
