"""Records survive the store: what is written is what is read back."""

import dataclasses
import inspect
import json
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geltung.model import diagnostics, records, units
from geltung.store import codec

KINDS = [
    kind
    for module in (records, units, diagnostics)
    for kind in vars(module).values()
    if inspect.isclass(kind) and dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__
]


def test_all_record_types_are_found() -> None:
    names = {kind.__name__ for kind in KINDS}
    assert names >= {"Directive", "ReferenceRecord", "Task", "TaskVersion", "Change", "Unit", "Relation", "Diagnostic"}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_record_type_survives(kind: Any, data: st.DataObject) -> None:
    value = data.draw(st.from_type(kind))
    text = codec.dumps(value)
    found = codec.loads(kind, text)
    assert found == value
    assert type(found) is kind
    assert codec.dumps(found) == text
    assert repr(found) == repr(value), "equal in types, too: tuples stay tuples, days stay days"


@settings(max_examples=20, deadline=None, derandomize=True)
@given(value=st.lists(st.from_type(units.Unit), max_size=3).map(tuple))
def test_tuples_of_records_survive(value: tuple[units.Unit, ...]) -> None:
    assert codec.loads(tuple[units.Unit, ...], codec.dumps(value)) == value


def test_days_and_text_at_their_edges() -> None:
    unit = units.Unit('ü\n"\\\u2028', "", start=date.min, end=date.max, line=-1)
    assert codec.loads(units.Unit, codec.dumps(unit)) == unit


def test_text_is_compact_json_without_names_of_code() -> None:
    text = codec.dumps(units.Relation("AA", date(2025, 1, 2)))
    assert text == '["AA","2025-01-02",null]'
    assert json.loads(codec.dumps((units.Relation("AA"),))) == [["AA", None, None]]


def test_too_few_fields_are_an_error() -> None:
    with pytest.raises(ValueError, match="zip"):
        codec.loads(units.Relation, '["AA",null]')
