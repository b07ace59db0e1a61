"""A directive, a reference record or a task with all that is known of it."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from geltung import load
from geltung.questions.collection import Collection
from geltung.questions.errors import UnknownRecord
from geltung.questions.show import show, show_part
from geltung.schemas.export import FOLDER
from tests.store.documents import A, B, C, R, changes, directive, reference, write

FIRST, SECOND = "202505010", "202509011"
KEYS = [
    "id", "title", "issued", "file_references", "valid_from", "valid_until", "scope", "references", "changes",
    "abstract", "sections", "tasks", "cited_by", "changed_by", "source",
]  # fmt: skip
TASK_KEYS = [
    "id", "text", "section", "addressees", "starts_on", "due_on", "ends_on", "recurrence", "deadline_words",
    "uncertain",
]  # fmt: skip


@cache
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads((FOLDER / "show.schema.json").read_text(encoding="utf-8")))


def document(collection: Collection, id_: str) -> dict[str, Any]:
    """What show prints as JSON; it must be what the published schema says."""
    found = json.loads(json.dumps(show(collection, id_).to_json()))
    schema().validate(found)
    return found


@pytest.fixture(scope="module")
def real(real_directives: Path) -> Collection:
    return load(real_directives)


def test_keys_are_those_of_the_issue(real: Collection) -> None:
    for id_ in (FIRST, SECOND, "202404002"):
        assert list(document(real, id_)) == KEYS
    found = document(real, FIRST)
    assert all(list(task) == TASK_KEYS for task in found["tasks"])
    assert all(list(item) == ["number", "title"] for item in found["sections"])
    assert all(list(item) == ["id", "issued", "title"] for item in found["references"])


def test_first_directive(real: Collection) -> None:
    found = document(real, FIRST)
    assert found["issued"] == found["valid_from"] == "2025-05-26"
    assert found["valid_until"] is None
    assert found["file_references"] == "KPI4 – 6801.4/6901.4/1680/1542.2"
    assert found["scope"] == {
        "SGB II": "nicht betroffen", "SGB III": "Weisung", "Familienkasse": "nicht betroffen",
    }  # fmt: skip
    assert found["changes"] == found["cited_by"] == found["changed_by"] == []
    assert [item["number"] for item in found["sections"]] == ["1", "2", "2.1", "2.2", "3", "4", "5", "6"]
    assert found["sections"][3]["title"] == "Gemeinsame Aufgabenwahrnehmung im Kundenportal"
    assert [(item["id"], item["issued"]) for item in found["references"]] == [
        ("202404002", "2024-04-03"), ("202408001", "2024-08-05"), ("202411009", "2024-11-21"),
        ("202412015", "2024-12-18"),
    ]  # fmt: skip
    assert found["references"][2]["title"].startswith("Automatischer Import von Veränderungsmitteilungen")
    assert found["abstract"].startswith("Die BA bietet ihren Kundinnen und Kunden gut ausgebaute Online-Produkte")
    assert "==" not in found["abstract"]
    assert found["source"]["file"] == f"{FIRST}.md"
    assert len(found["tasks"]) == 14
    assert sum(task["section"] == "3" for task in found["tasks"]) == 8


def test_second_directive(real: Collection) -> None:
    found = document(real, SECOND)
    assert len(found["tasks"]) == 5
    assert {task["section"] for task in found["tasks"]} == {"3"}
    assert [item["id"] for item in found["references"]] == ["202503005"]


def test_task_with_a_computed_deadline(real: Collection) -> None:
    shown, task = show_part(real, FIRST, "regelwerke")
    found = shown.task_json(task)
    assert found == {
        "id": f"{FIRST}#regelwerke",
        "text": found["text"],
        "section": "3",
        "addressees": ["AA"],
        "starts_on": None,
        "due_on": "2025-06-17",
        "ends_on": None,
        "recurrence": None,
        "deadline_words": "bis spätestens 2 Wochen vor dem Umstellungstermin",
        "uncertain": ["due_on"],
    }
    assert found in document(real, FIRST)["tasks"]
    assert "\n" not in found["text"]
    assert "{:" not in found["text"]


def test_task_with_an_uncertain_addressee(real: Collection) -> None:
    shown, task = show_part(real, FIRST, "liegenschaftspostfaecher")
    found = shown.task_json(task)
    assert (found["addressees"], found["uncertain"], found["due_on"]) == (["ZENTRALE"], ["addressees"], None)


def test_reference_record_has_what_is_known_and_nothing_invented(real: Collection) -> None:
    found = document(real, "202404002")
    known = {"id", "title", "issued", "cited_by", "source"}
    assert {key for key, value in found.items() if value not in (None, [], "") and key != "scope"} == known
    assert set(found["scope"].values()) == {None}
    assert found["cited_by"] == [FIRST]


class TestLinks:
    """Changes stand with their author; the links back are computed."""

    @pytest.fixture
    def collection(self, tmp_path: Path) -> Collection:
        mixed = changes(
            f'kind: repeal, target: "{A}"',
            f'kind: partial repeal, target: "{B}", parts: ["3"], effective: 2025-09-01',
            f'kind: extension, target: "{B}", valid_until: 2026-12-31',
            f'kind: extension, target: "{R}", valid_until: unbegrenzt',
            f'kind: amendment, target: "{A}", parts: [title]',
            'kind: correction, target: "202001001"',
        )
        cites = f'references:\n  - "{R}"\n  - "202001001"\n'
        folder = write(
            tmp_path / "collection",
            {
                A: directive(A, head=cites, valid_until="2025-12-31"),
                B: directive(B, head=f'references:\n  - "{A}"\n' + changes(f'kind: amendment, target: "{A}"')),
                C: directive(C, valid_from="2025-05-01", head=mixed + cites),
                R: reference(),
            },
        )
        return load(folder)

    def test_changes(self, collection: Collection) -> None:
        found = document(collection, C)["changes"]
        keys = ["kind", "target", "parts", "effective", "valid_until"]
        assert [list(item) for item in found] == [keys] * 6
        assert [tuple(item.values()) for item in found] == [
            ("repeal", A, [], "2025-05-01", None),
            ("partial repeal", B, ["3"], "2025-09-01", None),
            ("extension", B, [], "2025-05-01", "2026-12-31"),
            ("extension", R, [], "2025-05-01", None),
            ("amendment", A, ["title"], "2025-05-01", None),
            ("correction", "202001001", [], "2025-05-01", None),
        ]

    def test_links_back(self, collection: Collection) -> None:
        links = {
            id_: (document(collection, id_)["cited_by"], document(collection, id_)["changed_by"])
            for id_ in (A, B, C, R)
        }
        assert links == {A: ([B], [B, C]), B: ([], [C]), C: ([], []), R: ([A, C], [C])}

    def test_references_to_what_is_not_there(self, collection: Collection) -> None:
        assert document(collection, A)["references"] == [
            {"id": R, "issued": "2024-01-10", "title": f"Titel von {R}"},
            {"id": "202001001", "issued": None, "title": None},
        ]

    def test_valid_until(self, collection: Collection) -> None:
        assert document(collection, A)["valid_until"] == "2025-12-31"

    def test_record_is_at_hand_in_python(self, collection: Collection) -> None:
        shown = show(collection, A)
        assert shown.record.issued == date(2025, 1, 10)
        assert shown.changed_by == (B, C)


@pytest.mark.parametrize(("id_", "near"), [("202505011", FIRST), ("20250501", FIRST), ("202509012", SECOND)])
def test_unknown_id_names_the_nearest(real: Collection, id_: str, near: str) -> None:
    with pytest.raises(UnknownRecord) as caught:
        show(real, id_)
    assert str(caught.value).startswith(f"Es gibt keine Weisung „{id_}“. Ähnlich: ")
    assert near in str(caught.value)


@pytest.mark.parametrize("id_", ["", "xyz", "%", "' OR 1=1 --", "\udcff"])
def test_unknown_id_without_anything_near(real: Collection, id_: str) -> None:
    with pytest.raises(UnknownRecord, match="„geltung list“ zeigt alle"):
        show(real, id_)


def test_unknown_task_names_the_tasks(real: Collection) -> None:
    with pytest.raises(UnknownRecord) as caught:
        show_part(real, SECOND, "konfig")
    assert str(caught.value).startswith(f"{SECOND} hat keinen Auftrag „#konfig“. Aufträge: #konfiguration, ")
    with pytest.raises(UnknownRecord, match="Aufträge: keine"):
        show_part(real, "202404002", "x")
    with pytest.raises(UnknownRecord, match="Es gibt keine Weisung"):
        show_part(real, "x", "konfiguration")


def test_one_section_with_its_tasks(real_directives: Path) -> None:
    """Search hands out such ids; section 2 holds 2.1 and 2.2, and 3 is no part of it."""
    collection = load(real_directives)
    shown, task = show_part(collection, FIRST, "2.1")
    assert task is None
    found = json.loads(json.dumps(shown.to_json()))
    schema().validate(found)
    assert [item["number"] for item in found["sections"]] == ["2.1"]
    assert {item["section"] for item in found["tasks"]} == {"2.1"}
    above, _ = show_part(collection, FIRST, "2")
    assert {"2", "2.1", "2.2"} <= {item["number"] for item in above.to_json()["sections"]}
    with pytest.raises(UnknownRecord):
        show_part(collection, FIRST, "9")


def test_a_task_is_what_its_schema_says(real_directives: Path) -> None:
    shown, task = show_part(load(real_directives), FIRST, "regelwerke")
    found = json.loads((FOLDER / "show-task.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(found).validate(json.loads(json.dumps(shown.task_json(task))))
