"""The published JSON Schemas are current, valid, and refuse what the parser reports."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from geltung.markdown.frontmatter import split
from geltung.parse.directive import parse_text
from geltung.parse.units_file import parse_units
from geltung.schemas.export import FOLDER, PUBLISHED, SCHEMAS, rendered, write_all
from tests.parse.documents import HEAD, document
from tests.parse.test_front_matter_fields import FULL
from tests.parse.test_units import FILE

DIRECTIVES = Path(__file__).parents[2] / "directives"


class Yaml12Loader(yaml.SafeLoader):
    """Reads dates as text, as the editors' YAML 1.2 parser does."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / name).read_text(encoding="utf-8")))


def refused(name: str, text: str) -> bool:
    return not validator(name).is_valid(yaml.load(text, Loader=Yaml12Loader))


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_current_and_valid(name: str) -> None:
    """If this fails, run ``python -m geltung.schemas``."""
    assert (FOLDER / name).read_text(encoding="utf-8") == rendered(name)
    Draft202012Validator.check_schema(SCHEMAS[name]())


def test_write_all(tmp_path: Path) -> None:
    write_all(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in FOLDER.glob("*.json")}


def test_every_object_is_closed_and_every_field_described() -> None:
    def walk(schema: Any) -> None:
        if isinstance(schema, dict):
            if "properties" in schema:
                assert schema["additionalProperties"] is False
            for value in schema.values():
                walk(value)
        elif isinstance(schema, list):
            for value in schema:
                walk(value)

    for name, make in SCHEMAS.items():
        walk(make())
        if name in ("directive.schema.json", "units.schema.json"):
            assert all(entry.get("description") for entry in _properties(make()))


def _properties(schema: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    if isinstance(schema, dict):
        found += schema.get("properties", {}).values()
        for value in schema.values():
            found += _properties(value)
    elif isinstance(schema, list):
        for value in schema:
            found += _properties(value)
    return found


@pytest.mark.parametrize("path", sorted(DIRECTIVES.glob("*.md")), ids=lambda path: path.name)
def test_directives_of_this_collection(path: Path) -> None:
    head = split(path.read_text(encoding="utf-8")).head
    assert head is not None
    assert not refused("directive.schema.json", head)


def test_units_of_this_collection() -> None:
    assert not refused("units.schema.json", (DIRECTIVES / "units.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("head", [HEAD, FULL, HEAD + "scope:\nreferences:\nkind:\nsource:\n", HEAD + "changes: []\n"])
def test_what_the_parser_takes_the_schema_takes(head: str) -> None:
    assert parse_text(document(head), "x.md")[1] == ()
    assert not refused("directive.schema.json", head)


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("title: Herunterfahren E-Mails\n", ""),
        HEAD.replace("title: Herunterfahren E-Mails\n", "title:\n"),
        HEAD.replace("2025-05-26", "26.05.2025"),
        HEAD.replace("unbegrenzt", "Unbegrenzt"),
        HEAD.replace('"202505010"', '"2025"'),
        HEAD.replace("valid_until", "valid_untill"),
        HEAD + "scope:\n  SGB II: nein\n",
        HEAD + "scope:\n  SGB IV: Weisung\n",
        HEAD + "references: 202404002\n",
        HEAD + "references:\n  - text: x\n",
        HEAD + "changes:\n  - kind: repeal\n",
        HEAD + 'changes:\n  - kind: amendment\n    target: A\n    parts: ["2.1."]\n',
        HEAD + "annexes:\n  - title: A\n    file: ../x\n",
        HEAD + "source:\n  file: x\n  sha256: 0\n",
        'record: reference\nid: "202404002"\ntitle: A\n',
        'record: refrence\nid: "202404002"\ntitle: A\nissued: 2025-01-01\n',
    ],
)
def test_what_the_parser_reports_the_schema_refuses(head: str) -> None:
    found = parse_text(document(head, ""), "x.md")[1]
    assert {item.code for item in found} & {"H001", "H002", "F012"}
    assert refused("directive.schema.json", head)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        (FILE, True),
        ("units:\n  A: {name: x, abbreviations: [1], part_of: [B, {unit: C}], areas: }\n", True),
        ("units:\n  A: {names: x}\n", False),
        ("units:\n  A:\n", False),
        ("units:\n  Ä B: {name: x}\n", False),
        ("units:\n  A: {name: x, areas: [SGB I]}\n", False),
        ("units:\n  A: {name: x, part_of: {from: 2025-01-01}}\n", False),
        ("members: {}\n", False),
    ],
)
def test_units(text: str, good: bool) -> None:
    assert (parse_units(text, "units.yml")[1] == ()) == good
    assert refused("units.schema.json", text) != good


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_site_publishes_the_same(name: str) -> None:
    """If this fails, run ``python -m geltung.schemas``."""
    assert (PUBLISHED / name).read_text(encoding="utf-8") == rendered(name)
