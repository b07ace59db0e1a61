"""What stands below the text of a directive: its annexes, and the notes on its transcription."""

from collections.abc import Iterator, Sequence

from geltung.exports.addresses import relative
from geltung.model.records import Directive
from geltung.model.terms import AUTHORITATIVE
from geltung.pages import escape
from geltung.pages.inline import Doubt, doubt_anchor
from geltung.pages.links import Links
from geltung.pages.page import block, heading
from geltung.pages.sources import Sources
from geltung.parse.header import SLIP


def annexes(directive: Directive, sources: Sources, links: Links) -> Iterator[str]:
    """The annexes, each with its file if that lies in the collection."""
    if not directive.annexes:
        return
    yield heading(2, "Anlagen", "anlagen")
    items = (_file(title, address, links) for title, address in sources.of(directive))
    yield block(f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>")


def _file(title: str, address: str | None, links: Links) -> str:
    if address is None:
        return f"{escape.text(title)} (Datei liegt nicht vor)"
    return f'<a href="{escape.text(relative(address, links.page))}" download>{escape.text(title)}</a>'


def transcription(directive: Directive, doubts: Sequence[Doubt], sources: Sources, links: Links) -> Iterator[str]:
    """Original, checksum, doubtful readings, slips of the original."""
    yield heading(2, "Original und Abschrift", "original")
    yield block("".join(_origin(directive, sources, links)) + _doubts(doubts) + _slips(directive))


def _origin(directive: Directive, sources: Sources, links: Links) -> Iterator[str]:
    yield f'<p class="g-massgeblich"><strong>{AUTHORITATIVE}</strong> Diese Seite gibt eine Abschrift wieder.</p>'
    if directive.origin is None:
        yield "<p>Das Original liegt nicht vor.</p>"
        return
    file = _file(directive.origin.file.rpartition("/")[2], sources.address(directive.origin.file), links)
    yield f'<dl class="g-felder"><div><dt>Original</dt><dd>{file}</dd></div>'
    digest = escape.text(directive.origin.sha256)
    yield f'<div><dt>Prüfsumme (SHA-256)</dt><dd><code class="g-pruefsumme">{digest}</code></dd></div></dl>'


def _doubts(doubts: Sequence[Doubt]) -> str:
    if not doubts:
        return ""
    items = (
        f'<li id="{doubt_anchor(item.number)}" tabindex="-1"><strong>{escape.text(item.words)}</strong>'
        f"{f': {escape.text(item.reason)}' if item.reason else ''}</li>"
        for item in doubts
    )
    return f'<p><strong>Unsichere Lesarten</strong></p><ol class="g-zweifelsliste">{"".join(items)}</ol>'


def _slips(directive: Directive) -> str:
    slips = [note for note in directive.notes if note.kind == SLIP]
    if not slips:
        return ""
    items = (
        f"<li><strong>{escape.text(note.text)}</strong>{f': {escape.text(note.reason)}' if note.reason else ''}</li>"
        for note in slips
    )
    return (
        f"<details><summary>Versehen des Originals, unverändert übernommen ({len(slips)})</summary>"
        f"<ul>{''.join(items)}</ul></details>"
    )
