"""Where a store lies, and where it must not lie."""

import os
import pickle
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from geltung import applies, load
from geltung.store.location import store_path
from tests.store.documents import A, B, directive, settle, write

NOBODY = 65534


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A collection in a folder of its own."""
    (tmp_path / "repository").mkdir()
    return write(tmp_path / "repository" / "collection", {A: directive(A)})


def ids(folder: Path) -> list[str]:
    """What is in force in summer 2025."""
    return [item.id for item in applies(load(folder), "2025-07-01").directives]


def test_stated_folder_counts(folder: Path, own_cache: Path) -> None:
    found = store_path(folder)
    assert found is not None
    assert found.parent == own_cache
    assert found.name.startswith("collection-")
    assert found.suffix == ".sqlite"


def test_stated_folder_is_made_private_and_ignored_by_git(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = tmp_path / "new" / "cache"
    monkeypatch.setenv("GELTUNG_CACHE", str(cache))
    assert ids(folder) == [A]
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert (cache / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert len(list(cache.glob("*.sqlite"))) == 1


def test_same_folder_by_another_path_has_the_same_store(folder: Path, own_cache: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    assert store_path(tmp_path / "link") == store_path(folder) == store_path(folder / ".." / folder.name)


def test_without_statement_it_lies_at_the_root_of_the_repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GELTUNG_CACHE")
    (folder.parent / ".git").mkdir()
    found = store_path(folder)
    assert found is not None
    assert found.parent == folder.parent / ".geltung"
    assert (found.parent / ".gitignore").read_text(encoding="utf-8") == "*\n"


def test_without_repository_it_lies_in_the_users_cache(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GELTUNG_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    found = store_path(folder)
    assert found is not None
    assert found.parent == tmp_path / "xdg" / "geltung"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    found = store_path(folder)
    assert found is not None
    assert found.parent == tmp_path / "home" / ".cache" / "geltung"


def test_never_in_the_collection_itself(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("GELTUNG_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    (folder / ".git").mkdir()
    assert ids(folder) == [A]
    assert sorted(path.name for path in folder.iterdir()) == [".git", f"{A}.md", "units.yml"]


def test_without_a_home_the_store_is_in_memory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A container with a user that nobody knows."""
    monkeypatch.delenv("GELTUNG_CACHE")
    monkeypatch.delenv("HOME", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000)
    assert store_path(folder) is None
    assert ids(folder) == [A]


def test_world_writable_folder_is_refused(folder: Path, own_cache: Path) -> None:
    """Whoever may write there may write the answers."""
    own_cache.chmod(0o777)
    assert store_path(folder) is None
    assert ids(folder) == [A]
    own_cache.chmod(0o1777)
    assert ids(folder) == [A]
    assert list(own_cache.iterdir()) == []
    own_cache.chmod(0o700)
    assert store_path(folder) is not None


def test_planted_store_in_a_world_writable_folder_is_not_read(folder: Path, own_cache: Path) -> None:
    load(folder).close()
    with sqlite3.connect(next(own_cache.glob("*.sqlite"))) as connection:
        connection.execute("UPDATE directive_span SET shown = json_set(shown, '$[0]', 'untergeschoben')")
    connection.close()
    assert applies(load(folder), "2025-07-01").directives[0].title == "untergeschoben", "the plant would work"
    own_cache.chmod(0o777)
    assert applies(load(folder), "2025-07-01").directives[0].title == f"Titel von {A}"


def test_file_in_place_of_the_folder(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_text("x", encoding="utf-8")
    monkeypatch.setenv("GELTUNG_CACHE", str(tmp_path / "cache"))
    assert store_path(folder) is None
    assert ids(folder) == [A]


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that an ordinary user can reach and write, unlike pytest's when root runs the tests."""
    with TemporaryDirectory() as name:
        if os.geteuid() == 0:
            os.chown(name, NOBODY, NOBODY)
        yield Path(name)


def as_ordinary_user(question: Callable[[], object]) -> object:
    """The result of a question asked by someone whom file modes bind: root asks in a child that is nobody."""
    if os.geteuid() != 0:
        return question()
    source, sink = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
            result: object = question()
        except BaseException as error:
            result = repr(error)
        os.write(sink, pickle.dumps(result))
        os._exit(0)
    os.close(sink)
    with os.fdopen(source, "rb") as stream:
        content = stream.read()
    os.waitpid(child, 0)
    return pickle.loads(content)


needs_modes = pytest.mark.skipif(not hasattr(os, "fork"), reason="no file modes here")


@needs_modes
def test_read_only_cache_folder(public: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer comes from memory."""
    load(folder).close()  # imports all that nobody might not be allowed to read
    here = write(public / "collection", {A: directive(A)})
    cache = public / "cache"
    cache.mkdir(mode=0o555)
    here.chmod(0o755)
    monkeypatch.setenv("GELTUNG_CACHE", str(cache))
    assert as_ordinary_user(lambda: (store_path(here), ids(here))) == (None, [A])
    assert list(cache.iterdir()) == []


@needs_modes
def test_read_only_store_of_another_state(public: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store that cannot be written serves as long as nothing changed; after that the answer comes from memory."""
    here = write(public / "collection", {A: directive(A)})
    here.chmod(0o755)
    cache = public / "cache"
    cache.mkdir(mode=0o755)
    monkeypatch.setenv("GELTUNG_CACHE", str(cache))
    settle()
    load(here).close()
    settle()
    load(here).close()
    path = next(cache.glob("*.sqlite"))
    path.chmod(0o444)
    if os.geteuid() == 0:
        os.chown(cache, NOBODY, NOBODY)
    before = path.read_bytes()
    assert as_ordinary_user(lambda: ids(here)) == [A]
    write(here, {B: directive(B)}, None)
    assert as_ordinary_user(lambda: ids(here)) == [A, B]
    assert path.read_bytes() == before
