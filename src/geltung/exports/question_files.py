"""The data of the page "Was gilt?" as files: everything a question may need, each part in a script of its own.

``kern`` comes with the page: units, vocabularies and a directory of the rest. A question then loads its unit
(``einheiten/…``), the rows of the unit's audiences that reach into its day (``auftraege/…``), ``meldungen`` and, as
they are shown, the texts of its directives (``weisungen/…``).
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from geltung.exports.addresses import slug
from geltung.exports.days import number_of
from geltung.exports.generated import GeneratedFile
from geltung.exports.question_chunks import Piece, chunks, pieces
from geltung.exports.question_rows import read_groups, read_positions
from geltung.exports.question_texts import (
    addresses_json,
    directive_texts,
    read_cited,
    read_reports,
    scopes_json,
    terms_json,
    unit_rows,
    units_json,
)
from geltung.exports.scripts import Payload, data_scripts
from geltung.model.terms import AREAS
from geltung.questions.collection import Collection
from geltung.store.database import reading

FOLDER: Final = "was-gilt"
CORE: Final = "kern"
YEARS_AHEAD: Final = 10


def horizon_of(today: date) -> date:
    """The last day that the page answers for: ten years ahead. Recurring tasks have no end, but files must have one."""
    return date(min(today.year + YEARS_AHEAD, date.max.year - 1), 12, 31)


def question_files(collection: Collection, today: date) -> tuple[str, Iterator[GeneratedFile]]:
    """The stamp of the data, which its addresses carry, and its files."""
    with reading(collection.connection):
        return data_scripts(FOLDER, list(_payloads(collection, horizon_of(today))))


def _payloads(collection: Collection, horizon: date) -> Iterator[Payload]:
    connection = collection.connection
    positions = read_positions(connection)
    numbers: dict[str, int] = {}
    found: list[Piece] = []
    for key, groups in read_groups(connection, positions, horizon):
        numbers[key] = len(numbers)
        found += pieces(numbers[key], groups)
    files, directory = chunks(found)
    asked = [*((area,) for area in AREAS), AREAS]  # one area, or all; units_json adds those of units
    units = units_json(connection, asked)
    yield (
        CORE,
        {
            "horizon": number_of(horizon.isoformat()),
            "chunks": directory,
            "terms": terms_json(),
            "units": units,
            "scopes": scopes_json(positions, asked),
            **addresses_json(connection),
        },
    )
    reports = read_reports(connection)
    yield "meldungen", {"reports": reports, "cited": read_cited(connection)}
    for number, chunk in enumerate(files):
        yield f"auftraege/{number}", chunk.to_json()
    for unit, rows in unit_rows(connection, numbers, reports):
        yield f"einheiten/{slug(unit)}", rows
    for id_, texts in directive_texts(connection, positions):
        yield f"weisungen/{slug(id_)}", texts
