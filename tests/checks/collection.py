"""Small collections written as text, and what the checks find in them."""

from collections.abc import Iterable
from datetime import date

from geltung.checks import run_checks
from geltung.corpus.corpus import Corpus
from geltung.model.units import Relation, Unit
from geltung.parse.directive import parse_text

A, B, C = "202501001", "202502001", "202503001"
A_FILE, B_FILE, C_FILE = f"{A}.md", f"{B}.md", f"{C}.md"

UNITS = (
    Unit("ALL", "Alle Dienststellen", areas=("SGB II", "SGB III", "Familienkasse"), line=3),
    Unit("RD", "Regionaldirektion", ("RD",), areas=("SGB II", "SGB III"), line=6),
    Unit("RD-BY", "Regionaldirektion Bayern", instance_of=(Relation("RD"),), line=10),
    Unit("AA", "Agentur für Arbeit", ("AA",), ("Arbeitsagentur",), (), (), (Relation("RD"),), ("SGB III",), line=13),
    Unit("EZ", "Eingangszone", ("EZ",), part_of=(Relation("AA"),), line=19),
    Unit("GE", "gemeinsame Einrichtung", ("gE",), areas=("SGB II",), line=23),
)
"""A units file without any problem."""

SCOPE = {"SGB II": "nicht betroffen", "SGB III": "Weisung", "Familienkasse": "nicht betroffen"}

BODY = """\
## 1. Ausgangssituation

Es ist so.

## 2. Auftrag und Ziel

### 2.1 Meldung

Es soll so werden.

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- stellen die Umsetzung sicher.
  {: #umsetzung .task }
"""

SOURCE = f"""\
source:
  file: sources/a.txt
  sha256: {"0" * 64}
"""


def document(
    id_: str = A,
    *,
    issued: str = "2025-01-15",
    valid_from: str = "2025-02-01",
    valid_until: str = "unbegrenzt",
    scope: dict[str, str] = SCOPE,
    extra: str = "",
    source: str = SOURCE,
    body: str = BODY,
) -> str:
    """A directive; without arguments one without any problem. ``extra`` is further front matter."""
    lines = "".join(f"  {area}: {value}\n" for area, value in scope.items())
    return (
        f'---\nid: "{id_}"\nkind: Weisung\ntitle: Titel der {id_}\nissued: {issued}\nvalid_from: {valid_from}\n'
        f"valid_until: {valid_until}\nscope:\n{lines}{extra}{source}---\n\nKurz gesagt.\n\n{body}"
    )


def tasks(*blocks: str) -> str:
    """A body with these tasks of the Agenturen für Arbeit."""
    return "## 3. Einzelaufträge\n\n### Die Agenturen für Arbeit\n\n" + "\n".join(blocks) + "\n"


def change(kind: str, target: str = A, **fields: str) -> str:
    """Front matter with one change."""
    lines = "".join(f"    {name}: {value}\n" for name, value in fields.items())
    return f'changes:\n  - kind: {kind}\n    target: "{target}"\n{lines}'


def line_of(text: str, words: str, nth: int = 1) -> int:
    """The line in which words stand for the nth time."""
    found = [number for number, line in enumerate(text.splitlines(), start=1) if words in line]
    assert len(found) >= nth, f"„{words}“ does not stand {nth} times in the document"
    return found[nth - 1]


def corpus_of(
    documents: dict[str, str] | str, units: Iterable[Unit] = UNITS, parser_says: tuple[str, ...] = ()
) -> Corpus:
    """A corpus of documents, each by its file name, about which the parser says this and nothing else.

    A single document is that of directive A.
    """
    documents = {A_FILE: documents} if isinstance(documents, str) else documents
    parsed = [parse_text(text, name) for name, text in documents.items()]
    assert tuple(item.code for _, diagnostics in parsed for item in diagnostics) == parser_says, parsed
    return Corpus.build([record for record, _ in parsed if record is not None], units)


def found(
    documents: dict[str, str] | str, units: Iterable[Unit] = UNITS, parser_says: tuple[str, ...] = ()
) -> list[tuple[str, int, str]]:
    """Everything that all checks find, as (file, line, code)."""
    return [(item.file, item.line, item.code) for item in run_checks(corpus_of(documents, units, parser_says))]


def messages(
    documents: dict[str, str] | str, code: str, units: Iterable[Unit] = UNITS, parser_says: tuple[str, ...] = ()
) -> list[str]:
    """The messages with a code."""
    corpus = corpus_of(documents, units, parser_says)
    return [item.message for item in run_checks(corpus) if item.code == code]


def day(text: str) -> date:
    """A day from its ISO form."""
    return date.fromisoformat(text)
