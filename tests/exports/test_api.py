"""The data files: what their schemas say, complete, and enough to answer by."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from geltung import applies, load
from geltung.exports.api import api
from geltung.questions.collection import Collection
from geltung.questions.show import show
from tests.oracle.difficult import DIFFICULT
from tests.store.documents import A, B, changes, directive, tasks, write

TODAY = date(2025, 7, 15)
NAMES = ("index", "directives", "units", "tasks", "intervals")


def files(collection: Collection) -> dict[str, Any]:
    return {item.path: json.loads(str(item.content)) for item in api(collection, TODAY)}


@pytest.mark.parametrize("name", ["real", *DIFFICULT])
def test_every_file_is_what_its_schema_says(name: str, real_directives: Path) -> None:
    collection = load(real_directives) if name == "real" else Collection.from_records(*DIFFICULT[name])
    found = files(collection)
    for path in [f"api/{name}.json" for name in NAMES]:
        schema = found[f"api/{found[path]['$schema']}"]
        Draft202012Validator(schema).validate(found[path])
    shown = Draft202012Validator(found["api/schemas/show.schema.json"])
    for path, content in found.items():
        if path.startswith("api/directives/"):
            shown.validate(content)


def test_what_the_index_names_is_there(real_directives: Path) -> None:
    found = files(load(real_directives))
    for entry in found["api/index.json"]["files"]:
        assert f"api/{entry['described_by']}" in found
        assert f"api/{entry['path'].replace('{id}', '202505010')}" in found
    assert all(item["data"] in found for item in found["api/directives.json"]["directives"])
    assert found["api/index.json"]["as_of"] == "2025-07-15"


def test_a_directive_is_what_show_answers(real_directives: Path) -> None:
    collection = load(real_directives)
    found = files(collection)
    for item in found["api/directives.json"]["directives"]:
        assert found[item["data"]] == show(collection, item["id"]).to_json()


def test_an_interval_names_its_wording(tmp_path: Path) -> None:
    body = tasks("") + "\n    > melden das Alte.\n    > {: .earlier until=2025-07-31 }\n"
    change = f'kind: amendment, target: "{A}", parts: [title, "#t1"], effective: 2025-08-01'
    head = "earlier:\n  - until: 2025-07-31\n    title: Alter Titel\n"
    documents = {A: directive(head=head, title="Neu", body=body), B: directive(B, head=changes(change))}
    found = files(load(write(tmp_path / "c", documents)))
    (task,) = [item for item in found["api/tasks.json"]["tasks"] if item["directive"] == A]
    assert task["text"] == "melden das Alte."
    texts = {item["line"]: item["text"] for item in task["wordings"]}
    rows = [row for row in found["api/intervals.json"]["tasks"] if row["task"] == f"{A}#t1"]
    named = [(row["first"], texts[row["line"]]) for row in rows if row["state"] == "active"]
    assert named == [("2025-03-01", "melden das Alte."), ("2025-08-01", "stellen Nummer 1 sicher.")]
    titles = {item["id"]: item["title"] for item in found["api/directives.json"]["directives"]}
    assert titles[A] == found[f"api/directives/{A}.json"]["title"] == "Alter Titel"


def test_all_tasks_and_units_are_listed(real_directives: Path) -> None:
    found = files(load(real_directives))
    tasks = found["api/tasks.json"]["tasks"]
    assert len(tasks) == 19
    assert tasks[0]["page"].startswith("weisungen/202505010.html#auftrag-")
    unit = next(item for item in found["api/units.json"]["units"] if item["id"] == "EZ")
    assert (unit["page"], unit["calendar"], unit["feed"]) == ("einheiten/EZ.html", "kalender/EZ.ics", "feeds/EZ.xml")


def covers(row: dict[str, Any], day: str) -> bool:
    return row["first"] <= day and (row["last"] is None or day <= row["last"])


@pytest.mark.parametrize("name", DIFFICULT)
def test_the_intervals_are_enough_to_answer_by(name: str) -> None:
    """Whoever reads them as the schema says finds the same tasks as the program."""
    records, units = DIFFICULT[name]
    collection = Collection.from_records(records, units)
    rows = files(collection)["api/intervals.json"]
    for day in ("2026-03-15", "2026-04-10", "2026-05-20"):
        for unit in units:
            reach = [row for row in rows["reach"] if row["unit"] == unit.id and not row["with_parts_only"]]
            expected = {(item.id, item.state, item.due_on) for item in applies(collection, day, unit.id).tasks}
            found = {
                (row["task"], row["state"], row["due_on"])
                for row in rows["tasks"]
                if covers(row, day)
                and any(r["audience"] == row["audience"] and covers(r, row["relations_on"] or day) for r in reach)
            }
            assert found == expected
