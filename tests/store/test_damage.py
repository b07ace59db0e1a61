"""A store is a cache: whatever happens to it, the next question is answered right, and nobody has to repair it."""

import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from geltung import applies, load
from geltung.questions.check import check
from geltung.questions.listing import list_directives, list_units
from geltung.questions.show import show, show_part
from geltung.store.database import version
from tests.store.documents import A, B, directive, write

FAR_TOO_OLD = "CREATE TABLE file (name TEXT); INSERT INTO file VALUES ('x'); CREATE VIEW v AS SELECT 1;"


@pytest.fixture
def folder(tmp_path: Path, own_cache: Path) -> Path:
    """A collection with a warm store."""
    found = write(tmp_path / "collection", {A: directive(A), B: directive(B)})
    load(found).close()
    assert len(stores(own_cache)) == 1
    return found


def stores(cache: Path) -> list[Path]:
    """The store files in a cache folder."""
    return sorted(cache.glob("collection-*.sqlite"))


def assert_answers(folder: Path) -> None:
    """Every question that reads the store is answered."""
    collection = load(folder)
    answer = applies(collection, "2025-07-01", "EZ")
    assert [item.id for item in answer.directives] == [A, B]
    assert [task.id for task in answer.tasks] == [f"{A}#umsetzung", f"{B}#umsetzung"]
    assert [item.id for item in applies(collection, "2025-07-01").directives] == [A, B]
    assert [item.id for item in list_directives(collection)] == [A, B]
    assert len(list_units(collection)) == 8
    assert show(collection, A).record.id == A
    assert show_part(collection, A, "umsetzung")[1].id == "umsetzung"
    assert {item.code for item in check(collection)} == {"H009"}
    collection.close()


def garbage(path: Path) -> None:
    path.write_bytes(random.Random(1).randbytes(20_000))


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2 + 100])


def header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def text(path: Path) -> None:
    path.write_text("Dies ist keine Datenbank.\n" * 10, encoding="utf-8")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_full_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "x").write_text("x", encoding="utf-8")


def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.parent / "nowhere" / "store")


def without_tables(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            connection.execute(f"DROP TABLE {name}")
    connection.close()


def without_the_file_table(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE file")
    connection.close()


def garbage_journal(path: Path) -> None:
    path.with_name(path.name + "-journal").write_bytes(random.Random(2).randbytes(5_000))


DAMAGES = (
    garbage, truncated, header_only, emptied, text, a_folder, a_full_folder, a_link_to_nowhere, without_tables,
    without_the_file_table, garbage_journal,
)  # fmt: skip


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damaged_store_is_made_anew(damage: Callable[[Path], None], folder: Path, own_cache: Path) -> None:
    damage(stores(own_cache)[0])
    assert_answers(folder)
    assert_answers(folder)


@pytest.mark.parametrize("damage", [garbage, truncated, emptied, text], ids=lambda damage: damage.__name__)
def test_damaged_store_is_warm_again_after_one_question(
    damage: Callable[[Path], None], folder: Path, own_cache: Path
) -> None:
    damage(stores(own_cache)[0])
    load(folder).close()
    with sqlite3.connect(stores(own_cache)[0]) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version(),)
        assert connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM file WHERE record_id IS NOT NULL").fetchone() == (2,)
    connection.close()


def test_any_damaged_page_is_survived(folder: Path, own_cache: Path) -> None:
    """Also pages that are not read before the question itself."""
    path = stores(own_cache)[0]
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18], "big")
    for page in range(len(whole) // size):
        path.write_bytes(whole[: page * size] + random.Random(page).randbytes(size) + whole[(page + 1) * size :])
        answer = applies(load(folder), "2025-07-01", "EZ")
        assert [item.id for item in answer.directives] == [A, B], f"page {page}"
        assert [task.id for task in answer.tasks] == [f"{A}#umsetzung", f"{B}#umsetzung"], f"page {page}"


@pytest.mark.parametrize("number", [0, 1, 2**31 - 1])
def test_store_of_another_version_is_made_anew(number: int, folder: Path, own_cache: Path) -> None:
    path = stores(own_cache)[0]
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.executescript(f"{FAR_TOO_OLD} PRAGMA user_version = {number};")
    connection.close()
    assert_answers(folder)
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (version(),)
    connection.close()


def test_store_of_another_version_with_the_same_tables_is_not_trusted(folder: Path, own_cache: Path) -> None:
    with sqlite3.connect(stores(own_cache)[0]) as connection:
        connection.execute("UPDATE wording SET shown = json_set(shown, '$[0]', 'nach alten Regeln')")
    connection.close()
    assert applies(load(folder), "2025-07-01", "AA").tasks[0].text == "nach alten Regeln", "the store counts"
    with sqlite3.connect(stores(own_cache)[0]) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert applies(load(folder), "2025-07-01", "AA").tasks[0].text == "stellen die Umsetzung sicher."


def test_version_changes_with_the_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from geltung.store import database

    copy = tmp_path / "geltung"
    shutil.copytree(Path(database.__file__).parent.parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(database, "__file__", str(copy / "store" / "database.py"))
    before = database.version.__wrapped__()
    assert database.version.__wrapped__() == before
    for package in ("model", "markdown", "parse", "corpus", "checks", "validity", "store"):
        module = sorted((copy / package).glob("*.py"))[-1]
        module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        after = database.version.__wrapped__()
        assert after != before, package
        before = after
    assert 0 < before < 2**31


def test_cache_deleted_between_two_questions(folder: Path, own_cache: Path) -> None:
    shutil.rmtree(own_cache)
    assert_answers(folder)
    assert len(stores(own_cache)) == 1
    stores(own_cache)[0].unlink()
    assert_answers(folder)


def test_cache_deleted_while_a_collection_is_open(folder: Path, own_cache: Path) -> None:
    collection = load(folder)
    shutil.rmtree(own_cache)
    assert [item.id for item in applies(collection, "2025-07-01").directives] == [A, B]
    assert_answers(folder)


def test_store_of_a_collection_that_moved_is_not_confused_with_that_of_another(
    folder: Path, own_cache: Path, tmp_path: Path
) -> None:
    other = tmp_path / "elsewhere" / "collection"
    other.parent.mkdir()
    write(other, {A: directive(A, title="Ganz anders")})
    assert [item.title for item in applies(load(other), "2025-07-01").directives] == ["Ganz anders"]
    assert_answers(folder)
    assert len(stores(own_cache)) == 2
