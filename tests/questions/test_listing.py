"""Lists of directives and units."""

from datetime import date
from pathlib import Path

import pytest

from geltung import load
from geltung.questions.collection import Collection
from geltung.questions.errors import UnknownUnit
from geltung.questions.listing import list_directives, list_units, unit_json
from tests.store.documents import A, B, C, R, changes, directive, reference, tasks, write

SGB_II = "{SGB II: Weisung, SGB III: nicht betroffen, Familienkasse: nicht betroffen}"


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """A, repealed by C from 01.09.; B of SGB II until 30.06., again from 01.08.; R only cited."""
    both = changes(f'kind: repeal, target: "{A}", effective: 2025-09-01', f'kind: extension, target: "{B}", '
                   "effective: 2025-08-01, valid_until: 2025-12-31")  # fmt: skip
    return load(
        write(
            tmp_path / "collection",
            {
                C: directive(C, valid_from="2025-04-01", head=both, scope="{SGB II: nicht betroffen}"),
                A: directive(A, body=tasks("", heading="Die Eingangszonen")),
                B: directive(B, valid_until="2025-06-30", scope=SGB_II, body=tasks("", heading="Die Jobcenter; gE")),
                R: reference(),
            },
        )
    )


def ids(collection: Collection, **question: object) -> list[str]:
    return [item.id for item in list_directives(collection, **question)]  # type: ignore[arg-type]


def test_all(collection: Collection) -> None:
    found = list_directives(collection)
    assert [(item.id, item.is_reference, item.issued) for item in found] == [
        (R, True, "2024-01-10"), (A, False, "2025-01-10"), (B, False, "2025-02-10"), (C, False, "2025-03-10"),
    ]  # fmt: skip
    days = {item.id: (item.in_force_from, item.in_force_until, item.ended_by) for item in found}
    assert days == {
        R: (None, None, None),
        A: ("2025-03-01", "2025-08-31", C),
        B: ("2025-08-01", "2025-12-31", None),
        C: ("2025-04-01", None, None),
    }


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2025, 2, 28), []),
        (date(2025, 3, 1), [A, B]),
        (date(2025, 4, 1), [A, B, C]),
        (date(2025, 7, 1), [A, C]),
        (date(2025, 8, 31), [A, B, C]),
        (date(2025, 9, 1), [B, C]),
        (date(2026, 1, 1), [C]),
    ],
)
def test_in_force_on(collection: Collection, day: date, expected: list[str]) -> None:
    assert ids(collection, in_force_on=day) == expected


def test_interval_is_that_of_the_day(collection: Collection) -> None:
    found = {item.id: item for item in list_directives(collection, date(2025, 5, 1))}
    assert (found[B].in_force_from, found[B].in_force_until) == ("2025-03-01", "2025-06-30")


def test_area_keeps_the_unknown_and_drops_what_is_only_cited(collection: Collection) -> None:
    assert ids(collection, area="SGB II") == [B]
    assert ids(collection, area="SGB III") == [A, C]
    assert ids(collection, area="Familienkasse") == [C]
    assert ids(collection, area="SGB III", in_force_on=date(2025, 9, 1)) == [C]


def test_unit(collection: Collection) -> None:
    assert ids(collection, unit="EZ") == [A, C]
    assert ids(collection, unit="AA") == [C], "tasks of parts are left out"
    assert ids(collection, unit="AA-Nuernberg") == [C]
    assert ids(collection, unit="SC") == []
    assert ids(collection, unit="EZ", in_force_on=date(2025, 9, 1)) == [C]
    assert ids(collection, unit="gE", area="SGB III") == []
    with pytest.raises(UnknownUnit):
        ids(collection, unit="xyz")


def test_json_of_a_line(collection: Collection) -> None:
    found = {item.id: item.to_json() for item in list_directives(collection)}
    assert found[A] == {
        "id": A,
        "title": f"Titel von {A}",
        "issued": "2025-01-10",
        "reference_record": False,
        "in_force_from": "2025-03-01",
        "in_force_until": "2025-08-31",
        "ended_by": C,
        "scope": {"SGB II": "nicht betroffen", "SGB III": "Weisung", "Familienkasse": "nicht betroffen"},
    }
    assert found[R]["reference_record"] is True
    assert found[R]["scope"] == {"SGB II": None, "SGB III": None, "Familienkasse": None}


def test_directive_that_was_never_in_force(tmp_path: Path) -> None:
    never = directive(A, valid_from="2025-07-01", valid_until="2025-06-30")
    unknown = directive(B).replace("valid_from: 2025-03-01\n", "")
    collection = load(write(tmp_path / "collection", {A: never, B: unknown, C: directive(C)}))
    assert [(item.id, item.in_force_from) for item in list_directives(collection)] == [
        (A, None), (B, None), (C, "2025-03-01"),
    ]  # fmt: skip


def test_units_in_the_order_of_their_file(real_directives: Path) -> None:
    found = list_units(load(real_directives))
    ids_ = [unit.id for unit in found]
    assert ids_[:3] == ["ALL", "ZENTRALE", "IR"]
    assert ids_.index("AA") < ids_.index("AA-Halle")
    assert sum(id_.startswith("RD-") for id_ in ids_) == 10


def test_json_of_a_unit(real_directives: Path) -> None:
    found = {unit.id: unit_json(unit) for unit in list_units(load(real_directives))}
    assert found["AMZ"] == {
        "id": "AMZ",
        "name": "Team Arbeitsmarktzulassung",
        "abbreviations": ["AMZ", "AMZ-Team", "Team AMZ"],
        "variants": [],
        "instance_of": [],
        "part_of": [{"unit": "ZAV", "from": "2022-04-01", "until": None}],
        "reports_to": [],
        "areas": ["SGB III"],
        "from": None,
        "until": None,
    }
    assert found["AA-Halle"]["instance_of"] == [{"unit": "AA", "from": None, "until": None}]
    assert found["AA-Halle"]["reports_to"] == [{"unit": "RD-SAT", "from": None, "until": None}]
    assert "AA Halle" in found["AA-Halle"]["abbreviations"]


def test_empty_collection(tmp_path: Path) -> None:
    collection = load(write(tmp_path / "collection", {}, None))
    assert list_directives(collection) == []
    assert list_units(collection) == ()
