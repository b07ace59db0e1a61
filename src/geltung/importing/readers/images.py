"""Checks an image before it is recognised: its size stands in its first bytes, so nothing is unpacked for it."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from geltung.importing.readers.limits import MOST_PIXELS, MOST_SCANNED_PAGES
from geltung.importing.source import Unreadable

_BROKEN: Final = "Das Bild ist beschädigt oder unvollständig. Bitte das Original noch einmal besorgen."
_FORMATS: Final = ("PNG", "JPEG", "TIFF", "MPO")


def check(path: Path) -> None:
    """Raise `Unreadable` for an image that is damaged or larger than the limits."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(path, formats=_FORMATS) as image:
                for number in range(MOST_SCANNED_PAGES + 1):
                    _check_size(*image.size)
                    try:
                        image.seek(number + 1)
                    except EOFError:
                        return
        except Image.DecompressionBombError:
            raise Unreadable(_too_large("mehr")) from None
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError):
            raise Unreadable(_BROKEN) from None
    raise Unreadable(f"Das Bild hat mehr als {MOST_SCANNED_PAGES} Seiten.")


def _check_size(width: int, height: int) -> None:
    if width * height > MOST_PIXELS:
        raise Unreadable(_too_large(f"{width} × {height} Bildpunkte"))


def _too_large(size: str) -> str:
    return (
        f"Das Bild ist zu groß ({size}; gelesen werden höchstens {MOST_PIXELS // 1_000_000} Millionen Bildpunkte). "
        "Bitte mit 300 dpi neu scannen."
    )
