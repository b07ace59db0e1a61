"""The parts that the schemas of answers and data files are put together from."""

from typing import Any, Final

from geltung.model.terms import AREAS, FORCES
from geltung.schemas.definitions import DAY_PATTERN

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
OPTIONAL_TEXT: Final[Schema] = {"type": ["string", "null"]}
DAY: Final[Schema] = {"type": "string", "pattern": DAY_PATTERN}
OPTIONAL_DAY: Final[Schema] = {"type": ["string", "null"], "pattern": DAY_PATTERN}
TEXTS: Final[Schema] = {"type": "array", "items": TEXT}


def said(schema: Schema, description: str) -> Schema:
    """The schema with a description."""
    return {"description": description} | schema


def closed(**properties: Schema) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def listing(item: Schema) -> Schema:
    """An array of such items."""
    return {"type": "array", "items": item}


def one_of(values: tuple[str, ...], *, optional: bool = False) -> Schema:
    """One of some values, or null as well."""
    return {"enum": [*values, None] if optional else list(values)}


SCOPE: Final = said(
    {
        "type": "object",
        "properties": {area: one_of(FORCES, optional=True) for area in AREAS},
        "required": list(AREAS),
        "additionalProperties": False,
    },
    "Was die Weisung für jeden Rechtskreis ist; null: nicht angegeben.",
)
SOURCE: Final = said(
    closed(
        file=said(TEXT, "Datei, vom Ordner der Sammlung aus."),
        line=said({"type": "integer", "minimum": 1}, "Zeile, von 1 an."),
    ),
    "Wo es steht.",
)
