"""What a file is, by its content; its ending only decides between text and HTML where the content leaves it open."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Final, Literal

from geltung.importing.source import Unreadable

Format = Literal["text", "html", "pdf", "docx", "image"]

_IMAGES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_PDF: Final = b"%PDF-"
_PDF_WITHIN: Final = 1024
_ZIP: Final = b"PK\x03\x04"
_READABLE: Final = "Lesbar sind .txt, .pdf, .docx, .html sowie Bilder (.png, .jpg, .tif)."
_REFUSED: Final = (
    (b"\xd0\xcf\x11\xe0", "ist eine alte Office-Datei (.doc) oder mit einem Kennwort geschützt. Bitte in Word öffnen "
     "und ohne Kennwort als .docx speichern."),
    (b"{\\rtf", "ist eine RTF-Datei. Bitte in Word öffnen und als .docx speichern."),
    (b"GIF8", "ist ein GIF-Bild. Bitte als .png speichern."),
    (b"BM", "ist ein BMP-Bild. Bitte als .png speichern."),
    (b"RIFF", "ist ein Bild oder Film in einem Format, das nicht gelesen wird. Bitte ein Bild als .png speichern."),
    (b"\x1f\x8b", "ist ein gepacktes Archiv. Bitte zuerst auspacken."),
    (b"7z\xbc\xaf", "ist ein gepacktes Archiv. Bitte zuerst auspacken."),
    (b"Rar!", "ist ein gepacktes Archiv. Bitte zuerst auspacken."),
)  # fmt: skip
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_BOM: Final = b"\xef\xbb\xbf"
_HTML: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_SOME_TAG: Final = re.compile(rb"<(?:p|h[1-6]|ul|ol|table|div|body|br)\b[^>]*>", re.I)
_HTML_WITHIN: Final = 4096


def kind_of(data: bytes, ending: str) -> Format:
    """The format of a file with this content and this lower-case ending (".txt"); raises `Unreadable`."""
    if not data.strip():
        raise Unreadable("Die Datei ist leer.")
    if _PDF in data[:_PDF_WITHIN]:
        return "pdf"
    if data.startswith(_IMAGES):
        return "image"
    if data.startswith(_ZIP):
        return _zipped(data)
    for sign, words in _REFUSED:
        if data.startswith(sign) and (len(sign) > 2 or b"\x00" in data[:64]):
            raise Unreadable(f"Die Datei {words}")
    return _written(data, ending)


def _written(data: bytes, ending: str) -> Format:
    if not data.startswith(_UTF16) and b"\x00" in data:
        raise Unreadable(f"Die Datei enthält Nullbytes und ist deshalb kein Text (oder beschädigt). {_READABLE}")
    head = data.removeprefix(_BOM)[:_HTML_WITHIN]
    if data.startswith(_UTF16):
        head = data[:_HTML_WITHIN].replace(b"\x00", b"")[2:]
    if _HTML.match(head) or (ending in (".html", ".htm", ".xhtml") and _SOME_TAG.search(data)):
        return "html"
    return "text"


def _zipped(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, EOFError, NotImplementedError, OSError):
        raise Unreadable(
            "Die Datei beginnt wie eine Word-Datei (.docx), ist aber beschädigt oder unvollständig. "
            "Bitte das Original noch einmal besorgen."
        ) from None
    if "word/document.xml" in names:
        return "docx"
    if any(name.startswith("xl/") for name in names):
        raise Unreadable("Die Datei ist eine Excel-Datei. Bitte die Weisung selbst als .docx oder .pdf besorgen.")
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable("Die Datei ist eine OpenDocument-Datei. Bitte als .docx oder .pdf speichern.")
    raise Unreadable(f"Die Datei ist ein gepacktes Archiv ohne Word-Dokument. {_READABLE}")
