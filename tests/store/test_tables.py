"""The plain statements and the SQLModel classes speak of the same tables."""

import re
import sqlite3

import pytest
from sqlalchemy import Integer, Table, bindparam, create_engine, inspect
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

import geltung.store.tables  # noqa: F401  (registers the tables)
from geltung.store.database import connect, copy_tables, create_tables, is_current
from geltung.store.statements import COLUMNS, OWNED, delete_owned, insert, replace

TABLES: dict[str, Table] = dict(SQLModel.metadata.tables)


def numbered_by_sqlite(table: Table) -> list[str]:
    """The integer key that SQLite counts up where no row names it."""
    keys = list(table.primary_key.columns)
    return [keys[0].name] if len(keys) == 1 and isinstance(keys[0].type, Integer) and keys[0].nullable is False else []


def one_line(statement: object) -> str:
    return re.sub(r"\s+", " ", str(statement)).strip()


def test_same_tables() -> None:
    assert COLUMNS.keys() == TABLES.keys()


@pytest.mark.parametrize("name", COLUMNS)
def test_same_columns_in_the_same_order(name: str) -> None:
    columns = [column.name for column in TABLES[name].columns]
    left_out = [column for column in columns if column not in COLUMNS[name]]
    assert left_out in ([], numbered_by_sqlite(TABLES[name]))
    assert list(COLUMNS[name]) == [column for column in columns if column not in left_out]


@pytest.mark.parametrize("name", COLUMNS)
def test_same_insert_statement(name: str) -> None:
    table = TABLES[name]
    made = table.insert().values({column: bindparam(column) for column in COLUMNS[name]})
    plain = sqlite.dialect(paramstyle="qmark")
    assert one_line(made.compile(dialect=plain)).replace('"', "") == insert(name)
    replacing = made.prefix_with("OR REPLACE").compile(dialect=plain)
    assert one_line(replacing).replace('"', "") == replace(name)


@pytest.mark.parametrize("name", OWNED)
def test_same_delete_statement(name: str) -> None:
    table = TABLES[name]
    made = table.delete().where(table.columns[OWNED[name]] == bindparam("id"))
    compiled = one_line(made.compile(dialect=sqlite.dialect(paramstyle="qmark"))).replace('"', "")
    assert compiled.replace(f"{name}.", "") == delete_owned(name)


def test_rows_of_one_directive_are_found_by_an_index() -> None:
    """Deleting what belongs to a directive must not read whole tables."""
    connection = connect(None)
    create_tables(connection)
    for name in OWNED:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {delete_owned(name)}", ("x",)).fetchall()
        assert all("SEARCH" in row[3] and "INDEX" in row[3] for row in plan), (name, plan)


def test_store_has_the_tables_and_indexes_of_the_classes() -> None:
    connection = connect(None)
    create_tables(connection)
    engine = create_engine("sqlite://", creator=lambda: connection)
    found = inspect(engine)
    assert set(found.get_table_names()) == TABLES.keys()
    for name, table in TABLES.items():
        columns = {column["name"]: (str(column["type"]), column["nullable"]) for column in found.get_columns(name)}
        assert columns == {column.name: (str(column.type), column.nullable) for column in table.columns}
        indexes = {(index["name"], tuple(index["column_names"])) for index in found.get_indexes(name)}
        assert indexes == {(index.name, tuple(index.columns.keys())) for index in table.indexes}


def test_copied_tables_are_the_same_ones() -> None:
    source, target = connect(None), connect(None)
    create_tables(source)
    source.execute("INSERT INTO audience (id, key) VALUES (1, 'x')")
    copy_tables(source, target)
    definitions = "SELECT type, name, sql FROM sqlite_master ORDER BY name"
    assert target.execute(definitions).fetchall() == source.execute(definitions).fetchall()
    assert len(target.execute(definitions).fetchall()) > len(COLUMNS)
    assert is_current(target)
    assert target.execute("SELECT count(*) FROM audience").fetchone() == (0,)


def test_creating_tables_drops_those_of_old() -> None:
    connection = connect(None)
    connection.executescript("CREATE TABLE file (x); INSERT INTO file VALUES (1); CREATE TABLE other (y);")
    create_tables(connection)
    assert connection.execute("SELECT count(*) FROM file").fetchone() == (0,)
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        connection.execute("SELECT * FROM other")
