"""The limits every foreign file is read under. Whatever is larger is refused with a message, never read in part."""

from __future__ import annotations

from typing import Final

MEGABYTE: Final = 1024 * 1024

MOST_TEXT: Final = 10 * MEGABYTE
"""Bytes of a text or HTML file. The longest directives have a few hundred kilobytes."""
MOST_BINARY: Final = 100 * MEGABYTE
"""Bytes of a PDF, an image or a Word file."""
MOST_UNPACKED: Final = 100 * MEGABYTE
"""Bytes of all parts of a Word file when unpacked."""
MOST_XML: Final = 30 * MEGABYTE
"""Bytes of one XML part of a Word file when unpacked."""
MOST_PARTS: Final = 5_000
"""Parts of a Word file."""
MOST_PAGES: Final = 1_000
"""Pages of a PDF."""
MOST_SCANNED_PAGES: Final = 200
"""Pages that are sent through optical recognition."""
MOST_PIXELS: Final = 100_000_000
"""Pixels of one image: A3 at 600 dpi has 70 million."""
MOST_LINES: Final = 200_000
"""Lines that one file may yield."""

CHILD_MEMORY: Final = 2048 * MEGABYTE
"""Address space of the process that reads one PDF, Word or HTML file."""
CHILD_SECONDS: Final = 60
"""Processor and elapsed seconds of that process."""
CHILD_OUTPUT: Final = 60 * MEGABYTE
"""Bytes that process may write."""

OCR_MEMORY: Final = 6144 * MEGABYTE
"""Address space of each process of the optical recognition."""
OCR_SECONDS: Final = 1_200
"""Elapsed seconds of the optical recognition of one file."""
