"""Writing the schemas to their files beside this module."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from geltung.schemas.answers import applies_schema, show_schema, show_task_schema
from geltung.schemas.data_files import DATA_FILES
from geltung.schemas.definitions import directive_schema, glossary_schema, units_schema

FOLDER: Final = Path(__file__).parent
PUBLISHED: Final = FOLDER.parents[2] / "site" / "schemas"
"""Where the site gives them to other repositories (in a checkout of this one)."""
SCHEMAS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "directive.schema.json": directive_schema,
    "units.schema.json": units_schema,
    "glossary.schema.json": glossary_schema,
    "applies.schema.json": applies_schema,
    "show.schema.json": show_schema,
    "show-task.schema.json": show_task_schema,
    **{f"api-{name}.schema.json": make for name, make in DATA_FILES.items()},
}
"""File name → the function that makes the schema."""


def rendered(name: str) -> str:
    """The text of a schema file."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def write_all(folder: Path = FOLDER) -> None:
    """Write every schema into a folder."""
    for name in SCHEMAS:
        (folder / name).write_text(rendered(name), encoding="utf-8", newline="\n")
