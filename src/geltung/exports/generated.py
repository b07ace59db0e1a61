"""A file of the site that is made, not written by hand."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One file. ``path`` is relative to the site's root, with forward slashes ("weisungen/202505010.md").

    A path that ends in ``.md`` becomes a page with the same name and ``.html``; everything else is published as it is.
    ``content`` is the text, the bytes, or the file on disk whose content it is.
    """

    path: str
    content: str | bytes | Path
