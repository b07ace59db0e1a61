"""The pages of directives and reference records."""

from collections.abc import Iterator
from datetime import date

from geltung.exports.addresses import directive_page, source
from geltung.exports.generated import GeneratedFile
from geltung.pages import escape
from geltung.questions.collection import Collection


def pages(collection: Collection, today: date) -> Iterator[GeneratedFile]:
    """One page for every record."""
    for id_, record in sorted(collection.corpus().records.items()):
        head = f"---\ntitle: {escape.front_matter(f'{id_} – {record.title}')}\n---\n\n"
        yield GeneratedFile(source(directive_page(id_)), f"{head}# {escape.heading(record.title)}\n")
