"""A store brought up to date piece by piece holds exactly what a store filled at once holds, whatever was edited."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from geltung import applies
from geltung.questions.collection import Collection
from geltung.store.database import connect
from geltung.store.statements import COLUMNS
from geltung.store.sync import sync
from tests.store.documents import UNITS, A, B, C, D, R, changes, directive, reference, tasks, write

TWO = tasks("due_on=2025-06-30", "starts_on=2025-05-01")
NO_TASKS = "## 3. Einzelaufträge\n\nEntfällt\n"
AMENDED = """\
## 3. Einzelaufträge

### Die Agenturen für Arbeit

- melden die Zahlen bis zum 30.06.2025.
  {: #t1 .task due_on=2025-06-30 }

    > melden die Zahlen bis zum 31.05.2025.
    > {: .earlier until=2025-04-30 due_on=2025-05-31 }
- prüfen sie.
  {: #t2 .task added_on=2025-05-01 recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31;COUNT=9" }
"""
REPEALS_A = changes(f'kind: repeal, target: "{A}", effective: 2025-07-01')
REPEALS_B = changes(f'kind: repeal, target: "{B}"')
MIXED = changes(
    f'kind: extension, target: "{B}", valid_until: 2025-12-31',
    f'kind: partial repeal, target: "{A}", parts: ["#t1"], effective: 2025-06-01',
    f'kind: repeal, target: "{R}"',
)
CORRECTS_A = changes(f'kind: correction, target: "{A}", parts: ["#t1"], effective: 2025-05-01')
AMENDS_A = changes(f'kind: amendment, target: "{A}", effective: 2025-05-01')
CITES = f'references:\n  - "{R}"\n'
ALL_UNITS = tasks("", heading="Alle Dienststellen")
UNKNOWN_UNIT = tasks("", heading="Die Bundesbank")

VARIANTS: dict[str, tuple[str, ...]] = {
    f"{A}.md": (
        directive(A, valid_until="2025-09-30", head=CITES, body=TWO),
        directive(A, body=AMENDED, head=CITES),
        directive(A, body=NO_TASKS),
        directive(A, body=UNKNOWN_UNIT, scope="{SGB II: Weisung}"),
        reference(A),
        "---\nid: [\n---\n",
    ),
    f"{B}.md": (
        directive(B, valid_from="2025-04-01", valid_until="2025-06-30", head=REPEALS_A, body=TWO),
        directive(B, valid_from="2025-04-01", head=AMENDS_A, body=NO_TASKS),
        directive(B, valid_from="2025-04-01", head=CORRECTS_A + CITES, body=ALL_UNITS),
        directive(A, title="Falsche Nummer", body=TWO),
    ),
    f"{C}.md": (
        directive(C, valid_from="2025-05-01", head=REPEALS_B, body=TWO),
        directive(C, valid_from="2025-05-01", head=MIXED + CITES, body=NO_TASKS),
        directive(C, valid_from="2025-05-01", head=changes(f'kind: repeal, target: "{D}"'), body=ALL_UNITS),
    ),
    f"{D}.md": (
        directive(D, valid_from="2025-06-01", head=changes(f'kind: repeal, target: "{C}"'), body=UNKNOWN_UNIT),
        directive(D, valid_from="2025-06-01", head=REPEALS_A, body=ALL_UNITS),
        directive(D, valid_from="2025-02-01", head=CITES, body=tasks("", heading="Die Eingangszonen")),
    ),
    f"{R}.md": (reference(), directive(R, valid_from="2024-02-01")),
    "units.yml": (
        UNITS,
        UNITS.replace("    part_of: AA\n", "    part_of: [{unit: AA, until: 2025-04-15}]\n"),
        UNITS.replace("  SC:\n", "  BUBA:\n    name: Bundesbank\n  SC:\n"),
        "units: [",
    ),
    "glossary.yml": ("AA:\n  long: Agentur für Arbeit\n", "- kein Glossar\n"),
}
QUESTIONS = [
    (day, unit)
    for day in ("2025-03-15", "2025-05-01", "2025-06-30", "2025-07-01", "2026-01-01")
    for unit in (None, "AA", "EZ", "AA-Nuernberg", "GE")
]

edits = st.sampled_from([(name, variant) for name, texts in VARIANTS.items() for variant in (*range(len(texts)), None)])
"""A file and which of its variants it gets; None deletes it."""


@settings(
    max_examples=100, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
@given(
    start=st.lists(edits, max_size=6),
    steps=st.lists(st.lists(edits, min_size=1, max_size=3), min_size=1, max_size=5),
)
def test_incremental_equals_rebuilt(
    start: list[tuple[str, int | None]], steps: list[list[tuple[str, int | None]]]
) -> None:
    with TemporaryDirectory() as name:
        folder = write(Path(name), {R: reference()})
        apply(folder, start)
        with store() as incremental:
            sync(incremental, folder)
            for step in steps:
                apply(folder, step)
                sync(incremental, folder)
                with store() as rebuilt:
                    sync(rebuilt, folder)
                    assert contents(incremental) == contents(rebuilt)
                    last = answers(rebuilt)
                    assert answers(incremental) == last
            event("answers with tasks" if '"tasks": [{' in last else "answers without tasks")


def test_the_answers_of_the_property_do_differ(tmp_path: Path) -> None:
    """The comparison above would be worthless if all edits led to the same content and the same answers."""
    folder = write(tmp_path / "collection", {A: VARIANTS[f"{A}.md"][0], B: VARIANTS[f"{B}.md"][0], R: reference()})
    seen_contents, seen_answers = set(), set()
    for name, texts in VARIANTS.items():
        for text in texts:
            before = (folder / name).read_text(encoding="utf-8") if (folder / name).exists() else None
            (folder / name).write_text(text, encoding="utf-8")
            with store() as connection:
                sync(connection, folder)
                seen_contents.add(repr(contents(connection)))
                seen_answers.add(answers(connection))
            if before is None:
                (folder / name).unlink()
            else:
                (folder / name).write_text(before, encoding="utf-8")
    unchanged = 3  # the variants that the collection starts with: of A, B, R and the units, of which one comes first
    assert len(seen_contents) == sum(map(len, VARIANTS.values())) - unchanged
    assert len(seen_answers) > 12


def apply(folder: Path, step: list[tuple[str, int | None]]) -> None:
    """Edit the files of a folder."""
    for name, variant in step:
        if variant is None:
            (folder / name).unlink(missing_ok=True)
        else:
            (folder / name).write_text(VARIANTS[name][variant], encoding="utf-8")


@contextmanager
def store() -> Iterator[sqlite3.Connection]:
    """An empty store in memory."""
    connection = connect(None)
    try:
        yield connection
    finally:
        connection.close()


def answers(connection: sqlite3.Connection) -> str:
    """Some answers as text."""
    collection = Collection(connection, None)
    known = ["ALL"] if connection.execute("SELECT 1 FROM unit").fetchone() else []
    found = [
        applies(collection, day, unit, include_parts=day == "2025-05-01").to_json()
        for day, unit in QUESTIONS
        if known or unit is None
    ]
    return json.dumps(found, ensure_ascii=False)


def contents(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Every table as sorted rows, ids replaced by what they stand for; audiences only as far as they are used."""
    found = {table: _rows(connection, table) for table in COLUMNS}
    spans = {row["id"]: (row["directive"], row["first"]) for row in found["directive_span"]}
    wordings = {row["id"]: (row["task"], row["shown"]) for row in found["wording"]}
    audiences = {row["id"]: row["key"] for row in found["audience"]}
    used = {row["audience"] for table in ("task_span", "application") for row in found[table]}
    found["reach"] = [row for row in found["reach"] if row["audience"] in used]
    found["audience"] = [row for row in found["audience"] if row["id"] in used]
    names = {"span": spans, "wording": wordings, "audience": audiences}
    return {table: sorted((_plain(table, row, names) for row in rows), key=repr) for table, rows in found.items()}


def _plain(table: str, row: dict[str, object], names: dict[str, dict[object, object]]) -> tuple[object, ...]:
    """A row without the numbers that the store gave it, and without what a file was on disk."""
    numbers = ("id",) if table in ("directive_span", "wording", "audience") else ("stat",)
    return tuple(names.get(column, {}).get(value, value) for column, value in row.items() if column not in numbers)


def _rows(connection: sqlite3.Connection, table: str) -> list[dict[str, object]]:
    columns = COLUMNS[table]
    rows = connection.execute(f"SELECT {', '.join(columns)} FROM {table}")
    return [dict(zip(columns, row, strict=True)) for row in rows]
