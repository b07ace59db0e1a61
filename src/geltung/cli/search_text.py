"""Hits and glossary entries as people read them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from geltung.cli.paper import Paper
from geltung.model.dates import german_iso
from geltung.model.terms import AUTHORITATIVE
from geltung.search.search import Found, Hit
from geltung.search.snippets import MARKS

if TYPE_CHECKING:
    from geltung.model.glossary import GlossaryEntry

_LONGEST_ECHO: Final = 200


def lines(found: Found, paper: Paper, prefix: str, *, also_ended: bool = False) -> Iterator[str]:
    """The hits under their directives, the best directive first; ``prefix`` stands before file names.

    ``also_ended`` says that what has ended was searched, too.
    """
    if found.suggestion:
        yield f"Meinten Sie: {found.suggestion}"
    if not found.hits:
        asked = found.query if len(found.query) <= _LONGEST_ECHO else f"{found.query[:_LONGEST_ECHO]}…"
        more = "" if also_ended else " Mit --also-ended sucht das Programm auch in Beendetem."
        yield f"Nichts gefunden zu „{asked}“.{more}"
        return
    groups: dict[str, list[Hit]] = {}
    for hit in found.hits:
        groups.setdefault(hit.passage.directive, []).append(hit)
    for id_, hits in groups.items():
        yield ""
        yield from paper.wrap(f"{id_}  {hits[0].passage.title}  [{_state(hits[0])}]", "", "  ")
        for hit in hits:
            yield from _hit(hit, paper, prefix)
    yield ""
    shown = f", gezeigt {len(found.hits)}" if len(found.hits) < found.total else ""
    yield f"{found.total} Treffer{shown}. {AUTHORITATIVE}"


def _state(hit: Hit) -> str:
    if hit.in_force is None:
        return "nur durch Zitat bekannt"
    if hit.in_force:
        return "in Kraft"
    return "kommt, noch nicht in Kraft" if hit.coming else "nicht in Kraft"


def _hit(hit: Hit, paper: Paper, prefix: str) -> Iterator[str]:
    passage = hit.passage
    heading = passage.heading or {"abstract": "Zusammenfassung", "header": "Kopf"}.get(passage.kind, "")
    due = f" · Frist {german_iso(passage.due_on)}" if passage.due_on else ""
    yield f"  • {paper.style(heading, 'bold')}{due} ({prefix}{passage.path}:{passage.line})"
    for line in paper.wrap(hit.snippet, "    "):
        yield _marked(line, paper)


def _marked(line: str, paper: Paper) -> str:
    """Hits bold where that shows; a plain page keeps the marks."""
    if not paper.colour:
        return line
    pieces = line.split(MARKS[0])
    return "".join(paper.style(piece, "bold", "yellow") if index % 2 else piece for index, piece in enumerate(pieces))


def glossary_lines(entries: "Sequence[GlossaryEntry]", paper: Paper) -> Iterator[str]:
    """Entries with long form, synonyms and explanation."""
    if not entries:
        yield "Die Sammlung hat kein lesbares Glossar, oder es ist leer."
    for entry in entries:
        long = f" – {entry.long}" if entry.long else ""
        yield f"{paper.style(entry.term, 'bold')}{long}{' (Bedeutung nicht belegt)' if entry.unknown else ''}"
        if entry.synonyms:
            yield from paper.wrap(f"auch: {', '.join(entry.synonyms)}", "    ")
        if entry.explanation:
            yield from paper.wrap(entry.explanation, "    ")
