"""Signs of symbol fonts: their letters stand for shapes, so "§" in Wingdings is a bullet."""

from __future__ import annotations

import ctypes
import re
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_FONT = re.compile(r"wingdings|webdings|dingbats|symbol|marlett", re.IGNORECASE)
_LONGEST_NAME: Final = 256
_PRIVATE: Final = range(0xF020, 0xF100)
"""Where the letters of such a font stand if the file gives them no other."""
_BULLETS: Final = {
    "§": "▪", "Ø": "➢", "ü": "✓", "l": "●", "n": "■", "q": "□", "o": "□", "¨": "□", "v": "◆", "u": "◆", "w": "◆",
    "à": "➤", "è": "➤", "·": "•", "Ÿ": "•", "þ": "☑", "ý": "☒", "x": "☒", "-": "–", "•": "•",
}  # fmt: skip
"""What the letters show that stand before items: mostly in Wingdings, "·" in Symbol."""


def sign_for(text: pdfium.PdfTextPage, index: int, letter: str) -> str:
    """What a letter alone shows: itself, or the bullet that it is in a symbol font. `index` is its place."""
    if ord(letter) in _PRIVATE:
        return _BULLETS.get(chr(ord(letter) - 0xF000), "•")
    if letter not in _BULLETS or _FONT.search(_font(text, index)) is None:
        return letter
    return _BULLETS[letter]


def _font(text: pdfium.PdfTextPage, index: int) -> str:
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    flags = ctypes.c_int()
    size = raw.FPDFText_GetFontInfo(text, index, buffer, _LONGEST_NAME, flags)
    return buffer.value.decode("utf-8", "replace") if 0 < size <= _LONGEST_NAME else ""
