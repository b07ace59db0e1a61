"""The questions' plain SQL against the same questions put together with SQLModel, on the same stores."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, LargeBinary, Select, cast, create_engine, exists, func, literal, null, or_
from sqlmodel import Session, select

from geltung import load
from geltung.model.terms import AREAS, NOT_CONCERNED
from geltung.questions import statements
from geltung.questions.collection import Collection
from geltung.store.tables import (
    ApplicationRow,
    CitationRow,
    DirectiveRow,
    ReachRow,
    RepealRow,
    ReportRow,
    SpanRow,
    TaskSpanRow,
    WordingRow,
)
from tests.store.documents import R
from tests.store.test_incremental import VARIANTS

DAYS = ("2024-01-01", "2025-02-15", "2025-05-01", "2025-06-30", "2025-07-01", "2025-12-31", "2041-01-01")
UNITS = ("AA", "EZ", "AA-Nuernberg", "SC", "GE", "ALL", "RD-BY")


@pytest.fixture(scope="module", params=["first variants", "last variants", "real"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, real_directives: Path
) -> Iterator[tuple[Collection, Engine]]:
    """A collection with its store, and a second way into it."""
    folder = real_directives
    if request.param != "real":
        folder = tmp_path_factory.mktemp("collection")
        for name, texts in VARIANTS.items():
            index = 0 if request.param.startswith("first") or name == f"{R}.md" else len(texts) - 1
            index = 1 if name == "units.yml" else index  # with a dated relation
            (folder / name).write_text(texts[index], encoding="utf-8")
    collection = load(folder)
    path = collection.connection.execute("PRAGMA database_list").fetchone()[2]
    engine = create_engine(f"sqlite:///{path}")
    yield collection, engine
    engine.dispose()
    collection.close()


def parameters() -> Iterator[dict[str, Any]]:
    for day in DAYS:
        for unit in UNITS:
            for parts in (0, 1):
                yield {"day": day, "unit": unit, "parts": parts}


def on(row: Any, day: str) -> Any:
    """The row counts on a day."""
    return (row.first <= day) & (row.last >= day)


def reached(row: Any, question: dict[str, Any]) -> Any:
    """The unit is reached on the day that counts for the row."""
    moment = func.coalesce(row.reach_on, question["day"])
    return (
        (ReachRow.audience == row.audience)
        & (ReachRow.unit == question["unit"])
        & (ReachRow.on_request <= question["parts"])
        & (ReachRow.first <= moment)
        & (ReachRow.last >= moment)
    )


def area_kept(area: str | None) -> Any:
    if area is None:
        return literal(True)
    column = {"SGB II": SpanRow.sgb2, "SGB III": SpanRow.sgb3, "Familienkasse": SpanRow.famka}[area]
    return or_(column == null(), column != NOT_CONCERNED)


def tasks(question: dict[str, Any], area: str | None, unit: bool) -> Select[Any]:
    way = ReachRow.id if unit else null()
    found = (
        select(TaskSpanRow.place, TaskSpanRow.span, way, cast(WordingRow.shown, LargeBinary))
        .select_from(TaskSpanRow)
        .join(WordingRow, WordingRow.id == TaskSpanRow.wording)
        .join(SpanRow, SpanRow.id == TaskSpanRow.span)
        .where(on(TaskSpanRow, question["day"]), area_kept(area))
    )
    return found.join(ReachRow, reached(TaskSpanRow, question)) if unit else found


def directives(question: dict[str, Any], area: str | None, unit: bool) -> Select[Any]:
    found = (
        select(SpanRow.phase, SpanRow.directive, SpanRow.id, cast(SpanRow.shown, LargeBinary))
        .where(area_kept(area))
        .distinct()
    )
    if not unit:
        return found.where(SpanRow.phase.in_(["in force", "upcoming"]), on(SpanRow, question["day"]))
    applied = found.join(ApplicationRow, ApplicationRow.span == SpanRow.id).where(on(ApplicationRow, question["day"]))
    return applied.join(ReachRow, reached(ApplicationRow, question))


def same(store: tuple[Collection, Engine], plain: str, made: Select[Any], question: dict[str, Any]) -> int:
    """Compare the rows of both ways; the number of rows."""
    collection, engine = store
    rows = [tuple(row) for row in collection.connection.execute(plain, question)]
    with Session(engine) as session:
        others = [tuple(row) for row in session.exec(made).all()]
    assert sorted(rows, key=repr) == sorted(others, key=repr)
    return len(rows)


@pytest.mark.parametrize("area", [None, *AREAS])
def test_tasks(store: tuple[Collection, Engine], area: str | None) -> None:
    column = statements.AREA_COLUMNS[AREAS.index(area)] if area else ""
    kept = statements.TASK_AREA_FILTER.format(column=column) if area else ""
    count = 0
    for question in parameters():
        count += same(store, statements.TASKS_OF_UNIT + kept, tasks(question, area, True), question)
    for day in DAYS:
        question = {"day": day}
        count += same(store, statements.TASKS + kept, tasks(question, area, False), question)
    assert count > 0 or area in ("SGB II", "Familienkasse")


@pytest.mark.parametrize("area", [None, *AREAS])
def test_directives(store: tuple[Collection, Engine], area: str | None) -> None:
    column = statements.AREA_COLUMNS[AREAS.index(area)] if area else ""
    kept = statements.AREA_FILTER.format(column=column) if area else ""
    count = 0
    for question in parameters():
        count += same(store, statements.DIRECTIVES_OF_UNIT + kept, directives(question, area, True), question)
    for day in DAYS:
        question = {"day": day}
        count += same(store, statements.DIRECTIVES + kept, directives(question, area, False), question)
    assert count > 0 or area in ("SGB II", "Familienkasse")


def test_open_rules(store: tuple[Collection, Engine]) -> None:
    for day in DAYS:
        made = (
            select(TaskSpanRow.place, WordingRow.recurrence, WordingRow.begins_on)
            .join(TaskSpanRow, TaskSpanRow.wording == WordingRow.id)
            .where(TaskSpanRow.open_rule == True, on(TaskSpanRow, day))  # noqa: E712
        )
        same(store, statements.OPEN_RULES, made, {"day": day})


def test_not_assessed(store: tuple[Collection, Engine]) -> None:
    count = 0
    for day in DAYS:
        repealed = exists().where((RepealRow.target == DirectiveRow.id) & (RepealRow.day <= day))
        made = (
            select(DirectiveRow.id, DirectiveRow.title, CitationRow.directive)
            .join(CitationRow, CitationRow.target == DirectiveRow.id)
            .where(DirectiveRow.is_reference == True, ~repealed)  # noqa: E712
            .where(or_(DirectiveRow.issued == null(), DirectiveRow.issued <= day))
        )
        count += same(store, statements.NOT_ASSESSED, made, {"day": day})
    assert count > 0


def test_reports(store: tuple[Collection, Engine]) -> None:
    for day in DAYS:
        made = (
            select(ReportRow.code, ReportRow.message, ReportRow.directives, ReportRow.scope)
            .where(on(ReportRow, day))
            .distinct()
        )
        same(store, statements.REPORTS, made, {"day": day})


def test_ever_reached(store: tuple[Collection, Engine]) -> None:
    collection, engine = store
    found = set()
    for unit in UNITS:
        for (directive,) in collection.connection.execute("SELECT id FROM directive").fetchall():
            for parts in (0, 1):
                question = {"unit": unit, "directive": directive, "parts": parts}
                plain = collection.connection.execute(statements.EVER_REACHED, question).fetchone()
                made = select(ReachRow.id).join(ApplicationRow, ApplicationRow.audience == ReachRow.audience)
                made = made.where(ReachRow.unit == unit, ReachRow.on_request <= parts)
                with Session(engine) as session:
                    other = session.exec(made.where(ApplicationRow.directive == directive)).first()
                assert (plain is None) == (other is None)
                found.add(plain is None)
    assert found == {True, False}


def test_stored_days_are_iso_texts(store: tuple[Collection, Engine]) -> None:
    """Comparing days as text is right only if all of them are written alike."""
    connection = store[0].connection
    for table in ("directive_span", "task_span", "application", "reach", "report"):
        for first, last in connection.execute(f"SELECT first, last FROM {table}"):
            assert date.fromisoformat(first) <= date.fromisoformat(last)
            assert len(first) == len(last) == 10


def test_questions_search_by_index(store: tuple[Collection, Engine]) -> None:
    """No question reads a whole table of intervals."""
    connection = store[0].connection
    question = {"day": "2025-07-01", "unit": "AA", "parts": 0, "directive": "x"}
    for name in ("TASKS_OF_UNIT", "TASKS", "DIRECTIVES_OF_UNIT", "DIRECTIVES", "REPORTS", "EVER_REACHED"):
        plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {getattr(statements, name)}", question)]
        no_tables = ("USE TEMP B-TREE", "MATERIALIZE found", "SCAN found")
        steps = [step for step in plan if not step.startswith(no_tables)]
        assert steps
        assert all(step.startswith("SEARCH") for step in steps), (name, plan)
        if name == "TASKS_OF_UNIT":
            assert any("COVERING INDEX task_span_by_audience" in step for step in steps), plan


def test_via_and_addressees_are_json(store: tuple[Collection, Engine]) -> None:
    connection = store[0].connection
    for (via,) in connection.execute("SELECT via FROM reach"):
        assert json.loads(via)
    for (shown,) in connection.execute("SELECT shown FROM wording"):
        assert isinstance(json.loads(shown)[2], list)
