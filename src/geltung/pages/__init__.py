"""From records to pages: Markdown files whose text is finished, escaped HTML. Knows no MkDocs."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from geltung.exports.generated import GeneratedFile
from geltung.pages import directives, what_applies
from geltung.questions.collection import Collection

PageMaker = Callable[[Collection, date], Iterator[GeneratedFile]]
"""Makes files from a collection for the day of the build, which is what is shown without JavaScript."""

MAKERS: Final[tuple[PageMaker, ...]] = (directives.pages, what_applies.pages)
"""Everything that makes files. Two makers must not make the same path."""


def build(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """Every generated file. ``today`` is the day of the build."""
    for maker in MAKERS:
        yield from maker(collection, today)
