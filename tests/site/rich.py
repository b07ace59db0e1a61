"""A collection with one of everything: repeals, a partial repeal, an extension, an amendment with earlier wordings, a
reference record, an annex, what comes, what has lapsed, what recurs."""

from pathlib import Path

from tests.store.documents import UNITS, changes, directive, reference, write

REPEALED, ENDING, AMENDED, LATER, LAPSED = "202401001", "202402001", "202403001", "202506001", "202404001"
REPEALER, AMENDER, CITED = "202502001", "202504001", "202301001"
TABLED = "202405001"

_ENDED = """\
  STAB:
    name: Aufbaustab
    from: 2025-03-01
    until: 2025-06-30
"""
_TWO_CHAPTERS = """\
## 2. Verfahren

> Alter Satz des Verfahrens.
{: .earlier until=2025-04-30 }

Neuer Satz des Verfahrens.

## 3. Einzelaufträge

### Die Agenturen für Arbeit

- melden die Zahlen bis zum 30.09.2025.
  {: #zahlen .task due_on=2025-09-30 }

    > melden die Zahlen bis zum 31.05.2025.
    > {: .earlier until=2025-04-30 due_on=2025-05-31 }

- prüfen den Bestand.
  {: #bestand .task }

- berichten monatlich.
  {: #bericht .task recurrence="FREQ=MONTHLY;BYMONTHDAY=15" }

## 4. Übergang

Nur für den Übergang.
"""

_TABLE = """\
## 3. Einzelaufträge

| Nr. | Wer | Was | Bis wann |
|---|---|---|---|
| 1 | Die Agenturen für Arbeit | melden den Stand | 30.09.2025 {: #stand .task due_on=2025-09-30 } |
| 2 | Die Service Center | berichten | jährlich zum 31.03. {: #bericht .task recurrence="FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31" } |
"""

DOCUMENTS = {
    CITED: reference(CITED, issued="2023-01-10"),
    REPEALED: directive(REPEALED, valid_from="2024-01-10"),
    ENDING: directive(
        ENDING, valid_from="2024-02-10", head=f'references:\n  - {{id: "{CITED}"}}\nannexes:\n  - title: Muster\n'
    ),
    AMENDED: directive(AMENDED, valid_from="2024-03-10", valid_until="2025-08-31", body=_TWO_CHAPTERS),
    LAPSED: directive(LAPSED, valid_from="2024-04-10", valid_until="2025-05-31"),
    REPEALER: directive(
        REPEALER,
        head=changes(
            f'kind: repeal, target: "{REPEALED}", effective: 2025-03-01',
            f'kind: repeal, target: "{ENDING}", effective: 2025-09-01',
            f'kind: partial repeal, target: "{AMENDED}", effective: 2025-06-01, parts: ["4", "#bestand"]',
        ),
    ),
    AMENDER: directive(
        AMENDER,
        valid_from="2025-04-10",
        head=changes(
            f'kind: amendment, target: "{AMENDED}", effective: 2025-05-01, parts: ["2", "#zahlen"]',
            f'kind: extension, target: "{AMENDED}", effective: 2025-05-01, valid_until: 2026-12-31',
        ),
    ),
    LATER: directive(LATER, valid_from="2025-10-01"),
    TABLED: directive(TABLED, valid_from="2024-05-10", body=_TABLE),
}


def collection(folder: Path) -> Path:
    """The collection in a folder."""
    return write(folder / "directives", DOCUMENTS, UNITS.replace("units:\n", f"units:\n{_ENDED}", 1))
