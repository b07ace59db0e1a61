"""The definitions of the parser → JSON Schema: what ``geltung check`` reports as malformed, the schema refuses."""

from typing import Any, Final

from geltung.parse.fields import (
    DIRECTIVE,
    GLOSSARY_FILE,
    REFERENCE_RECORD,
    UNITS_FILE,
    Choice,
    Day,
    Either,
    Flag,
    Keyed,
    Listing,
    Record,
    Shape,
    Text,
)

Schema = dict[str, Any]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
DAY_PATTERN: Final = r"^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$"


def directive_schema() -> Schema:
    """The front matter of a directive or of a reference record."""
    return {
        "$schema": DRAFT,
        "title": "Kopf einer Weisung",
        "description": "Der Kopf (Front Matter) einer Weisung oder eines Bezugsdatensatzes in Geltung.",
        "type": "object",
        "if": {"required": ["record"]},
        "then": to_schema(REFERENCE_RECORD),
        "else": to_schema(DIRECTIVE),
    }


def units_schema() -> Schema:
    """The units file."""
    return {
        "$schema": DRAFT,
        "title": "Einheitendatei",
        "description": "Die Organisationseinheiten einer Sammlung in Geltung und ihre Beziehungen.",
        **to_schema(UNITS_FILE),
    }


def glossary_schema() -> Schema:
    """The glossary."""
    return {
        "$schema": DRAFT,
        "title": "Glossar",
        "description": "Abkürzungen und Begriffe einer Sammlung in Geltung.",
        **to_schema(GLOSSARY_FILE),
    }


def to_schema(shape: Shape) -> Schema:
    """The schema of a shape."""
    if isinstance(shape, Text):
        return _text(shape)
    if isinstance(shape, Day):
        day: Schema = {"type": "string", "pattern": DAY_PATTERN}
        return {"anyOf": [day, {"type": "string", "enum": list(shape.words)}]} if shape.words else day
    if isinstance(shape, Choice):
        return {"type": "string", "enum": list(shape.values)}
    if isinstance(shape, Flag):
        return {"type": "boolean"}
    if isinstance(shape, Listing):
        return {"type": "array", "items": to_schema(shape.item)}
    if isinstance(shape, Either):
        return {"anyOf": [to_schema(option) for option in shape.options]}
    if isinstance(shape, Keyed):
        names = {key: value for key, value in _text(shape.key).items() if key != "type"}
        return {"type": "object", "propertyNames": names, "additionalProperties": to_schema(shape.value)}
    return _record(shape)


def _text(shape: Text) -> Schema:
    schema: Schema = {"type": ["string", "number"] if shape.numeric else "string", "minLength": 1}
    if shape.pattern is not None:
        schema["pattern"] = shape.pattern
    return schema | {"maxLength": shape.longest}


def _record(shape: Record) -> Schema:
    properties: dict[str, Schema] = {}
    for field in shape.fields:
        schema = to_schema(field.shape)
        properties[field.name] = {"description": field.description} | (schema if field.required else _optional(schema))
    required = [field.name for field in shape.fields if field.required]
    schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return schema | ({"required": required} if required else {})


def _optional(schema: Schema) -> Schema:
    """The schema of a field that may also be left empty."""
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], {"type": "null"}]}
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    empty: Schema = {"type": [*kinds, "null"]}
    return schema | empty | ({"enum": [*schema["enum"], None]} if "enum" in schema else {})
